"""A backup counts only when it was read back; restoring never harms what is there."""

import os
import random
from pathlib import Path

import pytest
from sqlalchemy import select

from ill_desktop.domain.errors import CannotWrite, Damaged, NewerDatabase, NoDesk
from ill_desktop.store import driver, sequence, versions
from ill_desktop.store.backup import backup, prove, restore
from ill_desktop.store.database import Database, Session
from ill_desktop.store.rows import RequestRow
from tests.build import a_request, desk_file
from tests.store.test_upgrade import mark


def in_2026(_session: Session) -> int:
    return 2026


def numbers(path: Path) -> list[str]:
    database = Database(path)
    with database.read() as session:
        found = list(session.scalars(select(RequestRow.number).order_by(RequestRow.id)))
    database.close()
    return found


@pytest.fixture
def full(database: Database) -> Database:
    with database.work() as session:
        for n in range(1, 31):
            session.add(a_request(number=sequence.next_number(session, 2026), note="n" * 50 * n))
    return database


@pytest.fixture
def copy(full: Database, tmp_path: Path) -> Path:
    backup(full.path, tmp_path / "copy.sqlite3")
    return tmp_path / "copy.sqlite3"


def test_a_backup_of_a_desk_in_use_holds_what_was_saved(full: Database, tmp_path: Path) -> None:
    with full.work() as session:
        session.add(a_request(number="26999999"))
        session.flush()
        proof = backup(full.path, tmp_path / "b.sqlite3")
    assert proof.rows["request"] == 30
    assert proof.version == versions.KNOWN
    assert numbers(tmp_path / "b.sqlite3") == numbers(full.path)[:30]


def test_a_backup_is_one_file_and_leaves_nothing_else(copy: Path, tmp_path: Path) -> None:
    names = {path.name for path in tmp_path.iterdir()}
    assert {n for n in names if not n.startswith("desk.sqlite3")} == {copy.name}


@pytest.mark.skipif(os.name != "posix", reason="other systems have other rights")
def test_nobody_else_may_read_a_backup(copy: Path) -> None:
    assert copy.stat().st_mode & 0o077 == 0


def test_a_backup_of_nothing_is_no_desk(tmp_path: Path) -> None:
    with pytest.raises((NoDesk, CannotWrite)):
        backup(tmp_path / "none.sqlite3", tmp_path / "b.sqlite3")
    assert not (tmp_path / "b.sqlite3").exists()


def test_a_backup_into_no_folder_cannot_be_written(full: Database, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        backup(full.path, tmp_path / "gone" / "b.sqlite3")


def test_restoring_brings_back_what_was_there_and_skips_numbers(full: Database, copy: Path) -> None:
    with full.work() as session:
        for row in session.scalars(select(RequestRow)):
            row.note = "later"
        session.add(a_request(number=sequence.next_number(session, 2026)))
    restore(copy, full.path, in_2026)
    with full.work() as session:
        notes = session.scalars(select(RequestRow.note)).all()
        assert len(notes) == 30
        assert "later" not in notes
        assert sequence.next_number(session, 2026) == f"26{31 + sequence.JUMP + 1:06d}"


def test_an_older_backup_is_raised_while_restoring(full: Database, copy: Path) -> None:
    mark(copy, "PRAGMA user_version = 0")
    restore(copy, full.path, in_2026)
    assert prove(full.path).version == versions.KNOWN


@pytest.mark.parametrize(
    ("harm", "error"),
    [
        (f"PRAGMA user_version = {versions.KNOWN + 1}", NewerDatabase),
        ("CREATE TRIGGER evil AFTER INSERT ON request BEGIN DELETE FROM note; END", Damaged),
        ("CREATE TABLE strange (a)", Damaged),
        ('CREATE TABLE "a""; strange" (a)', Damaged),
        ("DROP TRIGGER counter_insert", Damaged),
        ("PRAGMA application_id = 7", Damaged),
        (
            "INSERT INTO item (request_id, barcode, call_number, volume, state)"
            " VALUES (99, '', '', '', '')",
            Damaged,
        ),
    ],
)
def test_a_strange_backup_changes_nothing(
    full: Database, copy: Path, harm: str, error: type[Exception]
) -> None:
    mark(copy, harm)
    full.close()
    before = full.path.read_bytes()
    with pytest.raises(error):
        restore(copy, full.path, in_2026)
    assert full.path.read_bytes() == before
    assert not [p for p in full.path.parent.iterdir() if "restoring" in p.name]


@pytest.mark.parametrize("seed", range(12))
def test_a_cut_or_zeroed_backup_is_refused(full: Database, copy: Path, seed: int) -> None:
    whole = copy.read_bytes()
    chance = random.Random(seed)
    page = 4096 * chance.randrange(1, len(whole) // 4096)
    harmed = whole[:page] if seed % 2 else whole[:page] + bytes(4096) + whole[page + 4096 :]
    copy.write_bytes(harmed)
    full.close()
    before = full.path.read_bytes()
    try:
        restore(copy, full.path, in_2026)
    except Damaged:
        assert full.path.read_bytes() == before
    else:
        assert whole[page : page + 4096] == bytes(4096) or numbers(full.path) == numbers(copy)
        pytest.fail(f"page {page // 4096} was not missed")


def test_a_damaged_desk_is_kept_aside_when_it_is_replaced(full: Database, copy: Path) -> None:
    full.close()
    full.path.write_bytes(b"ruined" * 4000)
    restore(copy, full.path, in_2026)
    assert len(numbers(full.path)) == 30
    aside = full.path.with_name("desk-damaged-1.sqlite3")
    assert aside.read_bytes() == b"ruined" * 4000


def test_restoring_where_no_desk_is_makes_one(copy: Path, tmp_path: Path) -> None:
    restore(copy, tmp_path / "new.sqlite3", in_2026)
    assert len(numbers(tmp_path / "new.sqlite3")) == 30


def test_proving_a_copy_does_not_change_it(copy: Path, tmp_path: Path) -> None:
    before = copy.read_bytes()
    assert prove(copy).rows["request"] == 30
    assert copy.read_bytes() == before
    other = desk_file(tmp_path / "other.sqlite3")
    assert driver.module is not None
    assert prove(other).rows["request"] == 0
