"""Files that people name."""

import os
from pathlib import Path

import pytest

from ill_desktop.domain.errors import CannotWrite, NoInput
from ill_desktop.services import backup, backup_shelf, check, files
from ill_desktop.services.desk import Desk, NewDesk, make_desk
from ill_desktop.services.folder import NAMES
from ill_desktop.store.given import NOTE
from tests.services.desks import THEIRS, a_desk, a_request, states


def test_a_file_is_written_whole_and_over_an_older_one(tmp_path: Path) -> None:
    for data in (b"older and longer", b"new"):
        assert files.write(tmp_path / "a.pdf", data).read_bytes() == data
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("name", ["none/a.pdf", "file/a.pdf", "folder", "a\0b", "x" * 300])
def test_a_place_that_cannot_be_written_is_told_and_left_alone(tmp_path: Path, name) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    with pytest.raises(CannotWrite):
        files.write(tmp_path / name, b"data")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.parametrize("name", ["none", "folder", "a\0b", "x" * 300, "file/a"])
def test_what_is_no_file_is_no_input(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    with pytest.raises(NoInput):
        files.read(tmp_path / name)


PARTS = ("attachments/abc.pdf", "backups/by-hand.json", "quarantine/x.xml", "logs/desk.log")
HELPERS = ("desk.sqlite3-wal", "desk.sqlite3-shm", "desk.sqlite3-journal")


def all_files(place: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}


@pytest.mark.parametrize("whose", ["ours", "another's", "a damaged one"])
def test_nothing_is_ever_written_over_a_file_of_a_desk(
    desk: Desk, tmp_path: Path, whose: str
) -> None:
    """Neither what a person exports nor a backup; whether a window has that desk open or not."""
    a_request(desk)
    root = desk.folder.root
    if whose != "ours":
        root = tmp_path / "other"
        a_desk(root, THEIRS).close()
    if whose == "a damaged one":
        (root / "desk.sqlite3").write_bytes(b"no header is left" * 500)
    for name in PARTS:
        (root / name).write_bytes(b"kept")
    before = all_files(root)
    for name in (*NAMES, *HELPERS, *PARTS, "DESK.SQLITE3", "./desk.sqlite3", "logs/../.open"):
        for write in (files.write, lambda path, _: backup.backup(desk, path)):
            with pytest.raises(CannotWrite) as caught:
                write(root / name, b"%PDF-")
            assert caught.value == CannotWrite(str(root / name), "a-desk")
    assert all_files(root) == before
    for text in (b"a template is whoever's", b"wrote it"):
        assert files.write(root / "templates" / "mine.txt", text).read_bytes() == text
    a_request(desk)
    assert check.check(desk).ok
    assert desk.folder.numbers.name == NOTE


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a link needs a right of its own")
def test_a_link_to_a_desk_is_the_desk(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "link.pdf").symlink_to(desk.folder.database)
    with pytest.raises(CannotWrite):
        files.write(tmp_path / "link.pdf", b"%PDF-")


def test_a_backup_takes_the_place_of_a_backup_only(desk: Desk, tmp_path: Path) -> None:
    """Also under the name of a desk file, and where the older one had its fingerprint beside it."""
    stick = tmp_path / "stick"
    stick.mkdir()
    shelved = backup.make(desk, "auto")
    number = a_request(desk)
    for target in (stick / "desk.sqlite3", stick / "monday.sqlite3", shelved):
        for _ in range(2):
            backup.backup(desk, target)
        assert backup_shelf.verdict(target) == "sound"
        with pytest.raises(CannotWrite):
            files.write(target, b"%PDF-")
        backup.restore(desk.folder.root, target)
        assert set(states(desk)) == {number}


@pytest.mark.skipif(os.name != "posix", reason="other systems have other rights")
def test_nobody_else_may_read_the_desk_s_own_files(desk: Desk, tmp_path: Path) -> None:
    for copy in (backup.make(desk, "auto"), backup.backup(desk, tmp_path / "b.sqlite3")):
        desk.close()
        desk.folder.database.write_bytes(b"nothing is left of it" * 999)
        kept = backup.restore(desk.folder.root, copy)
        assert kept.read_bytes().startswith(b"nothing is left")
    make_desk(tmp_path / "new", NewDesk("N", THEIRS, test=True)).close()
    own = (
        *all_files(desk.folder.backups),
        desk.folder.numbers,
        tmp_path / "new" / "desk.sqlite3",
    )
    assert {path.stat().st_mode & 0o077 for path in own} == {0}
    open_to_all = files.write(tmp_path / "list.csv", b"")
    assert open_to_all.stat().st_mode & 0o044
