"""Making and opening a desk, its clock, its settings, and who hears of changes."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ill_desktop.domain.errors import (
    BadSetting,
    CannotWrite,
    Damaged,
    DeskExists,
    Invalid,
    NoDesk,
)
from ill_desktop.services.changes import Change
from ill_desktop.services.clock import SetClock
from ill_desktop.services.desk import Desk, NewDesk, make_desk, open_desk
from ill_desktop.services.progress import Cancelled, Progress
from tests.services.desks import OURS

NEW = NewDesk("Perpustakaan A", OURS)


def test_a_desk_is_one_folder_with_everything_in_it(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "deep" / "desk", NEW)
    assert {path.name for path in desk.folder.root.iterdir()} >= {
        "desk.sqlite3", "attachments", "backups", "templates", "quarantine", "logs"
    }  # fmt: skip
    assert (desk.library.symbol, desk.library.zone) == (OURS, "Asia/Jakarta")
    desk.close()
    again = open_desk(tmp_path / "deep" / "desk")
    assert again.library == desk.library
    again.close()


def test_a_second_desk_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    make_desk(tmp_path, NEW).close()
    before = (tmp_path / "desk.sqlite3").read_bytes()
    with pytest.raises(DeskExists):
        make_desk(tmp_path, NEW)
    assert (tmp_path / "desk.sqlite3").read_bytes() == before


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "  "},
        {"symbol": "nonsense"},
        {"language": "klingon"},
        {"country": "Indonesia"},
        {"zone": "Asia/Atlantis"},
        {"zone": "../../etc/passwd"},
        {"paper": "A3"},
    ],
)
def test_a_desk_that_cannot_be_leaves_nothing_behind(tmp_path: Path, wrong: dict) -> None:
    values = {"name": "A", "symbol": OURS, **wrong}
    with pytest.raises(Invalid):
        make_desk(tmp_path / "desk", NewDesk(**values))
    assert not (tmp_path / "desk").exists()


def test_a_folder_without_a_desk_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoDesk):
        open_desk(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_a_place_that_is_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite):
        make_desk(tmp_path / "file" / "desk", NEW)


def test_a_file_that_is_no_desk_is_damaged_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "desk.sqlite3").write_bytes(b"not a database" * 100)
    with pytest.raises(Damaged):
        open_desk(tmp_path)
    assert (tmp_path / "desk.sqlite3").read_bytes() == b"not a database" * 100


def test_only_test_desks_obey_ill_now(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("ILL_NOW", "2031-05-06T23:30:00+00:00")
    real, test = make_desk(tmp_path / "a", NEW), make_desk(
        tmp_path / "b", NewDesk("T", OURS, test=True)
    )  # fmt: skip
    assert real.clock.now().year < 2031
    assert test.clock.now() == datetime(2031, 5, 6, 23, 30, tzinfo=UTC)
    assert test.today() == date(2031, 5, 7)
    real.close()
    test.close()


@pytest.mark.parametrize("said", ["tomorrow", "2031-99-01", "12"])
def test_an_ill_now_that_is_no_instant_is_a_bad_setting(tmp_path, monkeypatch, said) -> None:
    make_desk(tmp_path, NewDesk("T", OURS, test=True)).close()
    monkeypatch.setenv("ILL_NOW", said)
    with pytest.raises(BadSetting):
        open_desk(tmp_path)


def test_the_day_is_that_of_the_library(desk: Desk) -> None:
    desk.clock = SetClock(datetime(2026, 3, 9, 16, 59, tzinfo=UTC))
    assert desk.today() == date(2026, 3, 9)
    desk.clock = SetClock(datetime(2026, 3, 9, 17, 0, tzinfo=UTC))
    assert desk.today() == date(2026, 3, 10)


def test_settings_are_kept_and_told(desk: Desk) -> None:
    heard: list[Change] = []
    desk.changes.subscribe(heard.append)
    assert desk.reader_steps
    desk.set_setting("reader-steps", False)
    assert not desk.reader_steps
    assert heard == [Change(settings=True)]


def test_work_is_told_in_steps_and_can_be_stopped() -> None:
    seen: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: seen.append((done, total)))
    progress.step(1, 3)
    progress.cancel()
    with pytest.raises(Cancelled):
        progress.step(2, 3)
    assert seen == [(1, 3)]
