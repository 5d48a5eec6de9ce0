"""Backups, and restoring without losing what is there."""

from pathlib import Path

import pytest

from ill_desktop.domain.errors import CannotWrite, Damaged, NoDesk, NoInput
from ill_desktop.domain.lifecycle.states import State
from ill_desktop.services import backup, check, post
from ill_desktop.services.desk import Desk, open_desk
from tests.services.desks import a_request, pass_time, states


def test_a_restore_brings_back_the_day_of_the_backup_and_keeps_today(desk, tmp_path) -> None:
    first = a_request(desk)
    copy = backup.backup(desk, tmp_path / "monday.sqlite3")
    second = a_request(desk)
    kept = backup.restore(desk.folder.root, copy)
    assert states(desk) == {first: State.DRAFT}
    assert kept.parent == desk.folder.backups
    backup.restore(desk.folder.root, kept)
    assert set(states(desk)) == {first, second}
    assert check.check(desk).ok


def test_numbers_given_since_the_backup_are_not_given_again(desk: Desk, tmp_path: Path) -> None:
    a_request(desk)
    copy = backup.backup(desk, tmp_path / "b.sqlite3")
    lost = a_request(desk)
    backup.restore(desk.folder.root, copy)
    assert int(a_request(desk)) > int(lost) + 900


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0" + bytes(5000), b"hello"])
def test_a_file_that_is_no_backup_changes_nothing(desk: Desk, tmp_path: Path, data) -> None:
    number = a_request(desk)
    bad = tmp_path / "bad.sqlite3"
    bad.write_bytes(data)
    with pytest.raises(Damaged):
        backup.restore(desk.folder.root, bad)
    assert states(desk) == {number: State.DRAFT}


def test_a_truncated_backup_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    number = a_request(desk)
    copy = backup.backup(desk, tmp_path / "b.sqlite3")
    copy.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])
    with pytest.raises(Damaged):
        backup.restore(desk.folder.root, copy)
    assert states(desk) == {number: State.DRAFT}


def test_what_is_not_there_is_told(desk: Desk, tmp_path: Path) -> None:
    copy = backup.backup(desk, tmp_path / "b.sqlite3")
    with pytest.raises(NoInput):
        backup.restore(desk.folder.root, tmp_path / "none")
    with pytest.raises(NoDesk):
        backup.restore(tmp_path / "nowhere", copy)
    with pytest.raises(CannotWrite):
        backup.backup(desk, tmp_path / "none" / "b.sqlite3")


def test_a_backup_opens_as_a_desk_of_its_own(desk: Desk, tmp_path: Path) -> None:
    number = a_request(desk)
    (tmp_path / "other").mkdir()
    backup.backup(desk, tmp_path / "other" / "desk.sqlite3")
    other = open_desk(tmp_path / "other")
    assert states(other) == {number: State.DRAFT}
    other.close()


def test_the_post_makes_a_backup_a_day_and_keeps_two_weeks(desk: Desk) -> None:
    def kept() -> list[str]:
        return sorted(path.name for path in desk.folder.backups.iterdir())

    post.run(desk)
    post.run(desk)
    assert kept() == ["daily-20260309.sqlite3"]
    (desk.folder.backups / "mine.sqlite3").write_bytes(b"")
    for _ in range(15):
        pass_time(desk, days=1)
        post.run(desk)
    assert len(kept()) == 15
    assert kept()[0] == "daily-20260311.sqlite3"
    number = a_request(desk)
    pass_time(desk, days=1)
    newest = backup.daily(desk)
    backup.restore(desk.folder.root, newest)
    assert states(desk) == {number: State.DRAFT}


@pytest.mark.log_expected
def test_a_post_without_room_for_a_backup_still_runs(desk: Desk) -> None:
    desk.folder.backups.rmdir()
    desk.folder.backups.write_text("not a folder")
    assert post.run(desk).failed == 0
