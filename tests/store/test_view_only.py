"""A desk file that nothing can be written to or beside is read all the same."""

import shutil
from pathlib import Path

import pytest

from ill_desktop.domain.errors import CannotWrite
from ill_desktop.store import driver
from ill_desktop.store.database import Database
from ill_desktop.store.rows import LibraryRow
from ill_desktop.store.upgrade import open_database
from tests.read_only import read_only


def _named(database: Database) -> str:
    with database.read() as session:
        return session.query(LibraryRow.name).scalar()


def _name(database: Database, name: str) -> None:
    with database.work() as session:
        row = session.query(LibraryRow).one_or_none() or LibraryRow(
            zone="UTC", country="ID", language="en", paper="A4", test=True, sample=False,
            desk_uuid="u",
        )  # fmt: skip
        row.name = name
        session.add(row)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    database = open_database(folder / "desk.sqlite3", create=True)
    _name(database, "before")
    database.close()
    return folder


def test_a_file_in_a_read_only_folder_is_read_and_refuses_work(place: Path) -> None:
    with read_only(place):
        database = open_database(place / "desk.sqlite3")
        assert database.view_only
        assert _named(database) == "before"
        with pytest.raises(CannotWrite) as refused, database.work():
            pytest.fail("it let work begin")
        assert refused.value.reason == "read-only"
        database.close()
    database = open_database(place / "desk.sqlite3")
    assert not database.view_only
    _name(database, "after")
    database.close()


def test_a_journal_left_behind_is_read_too(place: Path, tmp_path: Path) -> None:
    """As a folder is copied onto a disc while the desk is open."""
    database = open_database(place / "desk.sqlite3")
    _name(database, "in the journal")
    copy = tmp_path / "copy"
    shutil.copytree(place, copy)
    database.close()
    assert not driver.wal_is_safe or (copy / "desk.sqlite3-wal").stat().st_size
    with read_only(copy):
        database = open_database(copy / "desk.sqlite3")
        assert _named(database) == "in the journal"
        database.close()


@pytest.mark.skipif(not driver.wal_is_safe, reason="this SQLite keeps no such journal")
def test_a_journal_without_its_index_is_not_passed_over(place: Path, tmp_path: Path) -> None:
    database = open_database(place / "desk.sqlite3")
    _name(database, "in the journal")
    copy = tmp_path / "copy"
    shutil.copytree(place, copy)
    database.close()
    (copy / "desk.sqlite3-shm").unlink()
    with read_only(copy), pytest.raises(CannotWrite) as refused:
        open_database(copy / "desk.sqlite3")
    assert refused.value.reason == "read-only"


def test_what_another_writes_meanwhile_is_seen(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another person's program may write where ours may not."""
    file = place / "desk.sqlite3"
    writing = Database(file)
    monkeypatch.setattr(driver, "view_only", lambda _: True)
    looking = Database(file)
    seen = looking.data_version()
    _name(writing, "changed")
    assert _named(looking) == "changed"
    assert looking.data_version() != seen
    writing.close()
    assert _named(looking) == "changed"
    looking.close()
    file.unlink()
    assert looking.data_version() == 0
