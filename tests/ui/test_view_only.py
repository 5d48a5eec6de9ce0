"""The window on a desk that lies where nothing can be written."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from ill_desktop.ui.menus import entries
from ill_desktop.ui.places import Place
from ill_desktop.ui.shortcuts import commands
from tests.read_only import read_only
from tests.ui.conftest import Seat

SAYS = {
    "en": ("This desk can only be looked at: its folder is read-only.", "View only"),
    "id": ("Meja layanan ini hanya dapat dilihat: foldernya hanya dapat dibaca.", "Hanya melihat"),
}
PAGES = (Place.EXCHANGE, Place.PARTNERS, Place.READERS, Place.FIGURES)


@pytest.fixture
def closed_place(desk_place: Path) -> Iterator[Path]:
    """The desk's folder, which nothing can be written to until the window is closed."""
    with read_only(desk_place):
        yield desk_place


@pytest.fixture
def looking(closed_place: Path, seat: Seat) -> Seat:
    """A seat that is left before the folder can be written to again."""
    return seat


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_window_says_that_the_desk_can_only_be_looked_at(
    looking: Seat, qtbot: Any, language: str
) -> None:
    shell = looking(language)
    banner, status = SAYS[language]
    assert shell.view_only_bar.isVisible()
    assert shell.view_only_bar.accessibleName().startswith(banner)
    qtbot.waitUntil(lambda: shell.window.status.exchange.text().startswith(status))


def test_nothing_that_writes_is_offered(looking: Seat, qtbot: Any) -> None:
    window = looking().window
    writing = [entry.name for entry in entries() if entry.writes]
    assert "exchange" in writing
    assert not [name for name in writing if window.actions_by_name[name].isEnabled()]
    assert not [one for one in commands(window) if one.keys in ("Ctrl+N", "Ctrl+Z", "F5")]
    detail = window.detail
    assert detail.view.actions == ()
    assert not detail.primary.isVisible()
    for button in (detail.more, detail.printing, detail.noting.add_note, detail.noting.attach):
        assert not button.isEnabled()
    assert not window.acceptDrops()
    assert not detail.acceptDrops()


def test_lists_requests_search_and_pages_are_read(looking: Seat, qtbot: Any) -> None:
    shell = looking()
    window = shell.window
    window.going.find_in_all("bumi")
    qtbot.waitUntil(lambda: window.list.query.find == "bumi" and not window.list.waiting)
    assert any("bumi" in row.title.lower() for row in window.list.model.rows)
    for place in PAGES:
        window.sidebar.choose(place)
        qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
        assert not [told for told in window.notices.told if told.tone == "late"]
    page = window.going.pages[Place.PARTNERS]
    assert page.model.rowCount() > 3
    add = next(b for b in page.findChildren(QPushButton) if b.text() == "Add partner")
    assert not add.isEnabled()


def test_no_post_runs_and_nothing_is_left_in_the_folder(
    desk_place: Path, looking: Seat, qtbot: Any
) -> None:
    before = sorted(desk_place.rglob("*"))
    shell = looking()
    exchanging = shell.window.exchanging
    assert not exchanging.timer.isActive()
    exchanging.now()
    qtbot.waitUntil(lambda: not shell.window.tasks.busy)
    shell.window.let_go()
    shell.leave()
    assert sorted(desk_place.rglob("*")) == before


def test_an_act_that_is_tried_all_the_same_is_told_in_one_sentence(
    looking: Seat, qtbot: Any
) -> None:
    from ill_desktop.services import beside

    shell = looking()
    number = shell.window.detail.view.line.number
    shell.link.write(lambda desk: beside.add_note(desk, number, "n"), lambda _: None)
    qtbot.waitUntil(lambda: any("read-only" in told for told in shell.window.notices.said))


def test_a_file_that_is_brought_is_not_taken(looking: Seat, tmp_path: Path) -> None:
    shell = looking()
    shell.view_only_bar.hide()
    shell.wanted([tmp_path / "citation.ris"])
    assert shell.view_only_bar.isVisible()


def test_a_desk_that_can_be_written_says_nothing_of_it(window: Any) -> None:
    assert not window.link.view_only
    assert window.actions_by_name["new"].isEnabled()
    assert window.exchanging.timer.isActive()
