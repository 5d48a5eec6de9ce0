"""A desk that is damaged while the window is open, or seems whole at the start."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from ill_desktop.domain.errors import Damaged
from ill_desktop.domain.lifecycle.states import Service
from ill_desktop.services import backup, requests
from ill_desktop.services.desk import open_desk
from ill_desktop.services.folder import DeskFolder
from ill_desktop.services.requests import NewRequest
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui.request_form import RequestForm
from ill_desktop.ui.restore_dialog import RestoreDialog
from tests.services.test_soundness import contents, lose_a_row
from tests.ui.conftest import Seat
from tests.ui.test_restore import _answer, _visible

SAYS = {
    "en": ("is damaged. Nothing is written to it.", "The desk is damaged: nothing is read or sent"),
    "id": (
        "rusak. Tidak ada yang ditulis ke dalamnya.",
        "Meja layanan rusak: tidak ada yang dibaca atau dikirim",
    ),
}


def _unindexed(place: Path, days: int) -> None:
    """An index has lost a request since the last backup, which is so many days old."""
    desk = open_desk(place)
    made = backup.make(desk, "auto")
    at = desk.clock.now() - timedelta(days=days)
    for path in (made, made.with_suffix(".json")):
        path.rename(path.with_name(f"auto-{at:%Y%m%dT%H%M%SZ}{path.suffix}"))
    desk.close()
    lose_a_row(DeskFolder(place).database)


def _try_to_write(shell: Any) -> list[object]:
    """What came of a new request: its number, or why there is none."""
    came: list[object] = []

    def ask(desk: Any) -> object:
        citation = requests.show(desk, "26000001").citation
        return requests.new(desk, NewRequest(Service.LOAN, citation))

    shell.link.write(ask, came.append, came.append)
    return came


@pytest.mark.log_expected
@pytest.mark.ux("UX-31")
@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("days", [0, 3])
def test_what_the_start_did_not_see_is_told_and_led_back(
    desk_place: Path, seat: Seat, qtbot: Any, qapp: QApplication, language: str, days: int
) -> None:
    """By the look at everything, or before it by the proof of the day's backup."""
    _unindexed(desk_place, days)
    shell = seat(language)
    first = shell.window
    qtbot.waitUntil(lambda: bool(_visible(qapp, RestoreDialog)), timeout=60_000)
    dialog = _visible(qapp, RestoreDialog)[0]
    said, status = SAYS[language]
    for text in (dialog.form.said.text(), first.bar.text()):
        assert text.startswith(f"{DeskFolder(desk_place).database} {said}")
    assert first.status.exchange.text().startswith(status)
    assert first.status.exchange.property("alert") is True
    before = contents(desk_place)
    came = _try_to_write(shell)
    first.exchanging.run()
    qtbot.waitUntil(lambda: bool(came) and not first.exchanging._running, timeout=30_000)
    assert isinstance(came[0], Damaged)
    assert contents(desk_place) == before
    assert len(_visible(qapp, RestoreDialog)) == 1
    qtbot.waitUntil(dialog.form.restore.isEnabled, timeout=30_000)
    dialog.form.restore.click()
    _answer(qapp, qtbot, "Restore" if language == "en" else "Pulihkan")
    qtbot.waitUntil(lambda: shell.window is not first, timeout=30_000)
    qtbot.waitUntil(lambda: shell.link.desk is not None, timeout=30_000)
    came = _try_to_write(shell)
    qtbot.waitUntil(lambda: bool(came), timeout=30_000)
    assert isinstance(came[0], str)
    assert requests.page(shell.link.desk, ListQuery(limit=0)).total == 50
    shell.window.exchanging.run()
    qtbot.waitUntil(lambda: not shell.window.exchanging._running, timeout=30_000)
    assert not shell.window.status.exchange.text().startswith(status)


@pytest.mark.log_expected
def test_no_dialog_comes_over_a_form_that_is_being_written(
    desk_place: Path, shell: Any, qtbot: Any, qapp: QApplication
) -> None:
    window = shell.window
    window.taking.new()
    qtbot.waitUntil(lambda: bool(_visible(qapp, RequestForm)), timeout=30_000)
    form = _visible(qapp, RequestForm)[0]
    lose_a_row(DeskFolder(desk_place).database)
    window.damage.look()
    qtbot.waitUntil(lambda: "damaged" in window.status.exchange.text(), timeout=30_000)
    assert window.bar.isVisible()
    assert not _visible(qapp, RestoreDialog)
    form.reject()
    window.exchanging.run()
    qtbot.waitUntil(lambda: bool(_visible(qapp, RestoreDialog)), timeout=30_000)


@pytest.mark.log_expected
def test_another_program_that_found_it_is_heard(
    desk_place: Path, shell: Any, qtbot: Any, qapp: QApplication
) -> None:
    from ill_desktop.services import check

    lose_a_row(DeskFolder(desk_place).database)
    other = open_desk(desk_place)
    assert not check.check(other).ok
    other.close()
    shell.window.exchanging.run()
    qtbot.waitUntil(lambda: bool(_visible(qapp, RestoreDialog)), timeout=30_000)
    assert shell.window.status.exchange.property("alert") is True


def test_the_long_look_ends_with_the_window(desk_place: Path, shell: Any, qtbot: Any) -> None:
    many = "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 3000000)"
    with shell.link.desk.database.work(lasting=False) as session:
        session.connection().exec_driver_sql(f"CREATE TABLE many AS {many} SELECT i FROM n")
    shell.window.damage.look()
    assert shell.window.tasks.busy
    came = _try_to_write(shell)
    qtbot.waitUntil(lambda: bool(came), timeout=30_000)
    assert isinstance(came[0], str)
    assert shell.window.tasks.close(2_000)


def test_a_round_that_fails_is_told_in_amber_until_one_goes_through(shell: Any, qtbot: Any) -> None:
    window, lock = shell.window, shell.link.desk.folder.post_lock
    status = window.status.exchange
    qtbot.waitUntil(lambda: not window.exchanging._running, timeout=30_000)
    lock.unlink()
    lock.mkdir()
    window.exchanging.run()
    qtbot.waitUntil(lambda: "The exchange failed at" in status.text(), timeout=30_000)
    assert status.property("alert") is True
    lock.rmdir()
    window.exchanging.run()
    qtbot.waitUntil(lambda: "failed" not in status.text(), timeout=30_000)
