"""Making a desk, raising an older one, leaving a newer one alone."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from ill_desktop.domain.errors import Damaged, DeskExists, NewerDatabase, NoDesk
from ill_desktop.store import driver, first_page, upgrade, versions
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.upgrade import BACKUPS, open_database, version_of
from tests.build import TODAY, a_request


def mark(path: Path, statement: str) -> None:
    connection = driver.module.connect(str(path))
    connection.execute(statement)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def test_a_new_desk_has_the_newest_tables(tmp_path: Path) -> None:
    open_database(tmp_path / "desk.sqlite3", create=True).close()
    assert version_of(tmp_path / "desk.sqlite3") == versions.KNOWN


def test_a_desk_is_not_made_over_another(desk_path: Path) -> None:
    with pytest.raises(DeskExists):
        open_database(desk_path, create=True)


def test_an_empty_folder_is_no_desk(tmp_path: Path) -> None:
    with pytest.raises(NoDesk):
        open_database(tmp_path / "desk.sqlite3")


def test_making_a_desk_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrade, "KNOWN", "not a number")
    with pytest.raises(Exception, match="not"):
        open_database(tmp_path / "desk.sqlite3", create=True)
    assert list(tmp_path.iterdir()) == []


def test_another_programs_database_is_no_desk(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite3"
    mark(path, "CREATE TABLE other (a)")
    before = path.read_bytes()
    with pytest.raises(Damaged):
        open_database(path)
    assert path.read_bytes() == before


def test_a_newer_desk_is_refused_and_not_touched(desk_path: Path) -> None:
    mark(desk_path, f"PRAGMA user_version = {versions.KNOWN + 1}")
    before = sha256(desk_path.read_bytes()).digest()
    with pytest.raises(NewerDatabase) as caught:
        open_database(desk_path)
    assert (caught.value.found, caught.value.known) == (versions.KNOWN + 1, versions.KNOWN)
    with pytest.raises(NewerDatabase), first_page.looking(desk_path):
        pass
    assert sha256(desk_path.read_bytes()).digest() == before
    assert not (desk_path.parent / BACKUPS).exists()


def test_an_older_desk_is_copied_before_it_is_raised(desk_path: Path) -> None:
    database = open_database(desk_path)
    with database.work() as session:
        session.add(a_request(number="26000042"))
    database.close()
    mark(desk_path, "PRAGMA user_version = 0")
    with first_page.looking(desk_path) as connection:
        assert first_page.first_page(connection, ListQuery(), TODAY).older
    open_database(desk_path).close()
    assert version_of(desk_path) == versions.KNOWN
    (copy,) = (desk_path.parent / BACKUPS).iterdir()
    assert version_of(copy) == 0
    kept = driver.read_only(copy)
    assert kept.execute("SELECT number FROM request").fetchall() == [("26000042",)]
    kept.close()


def test_a_second_copy_does_not_replace_the_first(desk_path: Path) -> None:
    for _ in range(2):
        mark(desk_path, "PRAGMA user_version = 0")
        open_database(desk_path).close()
    assert len(list((desk_path.parent / BACKUPS).iterdir())) == 2


def test_broken_links_stop_an_upgrade(desk_path: Path) -> None:
    mark(
        desk_path,
        "INSERT INTO item (request_id, barcode, call_number, volume, state)"
        " VALUES (99, '', '', '', 'wanted')",
    )
    mark(desk_path, "PRAGMA user_version = 0")
    with pytest.raises(Damaged):
        open_database(desk_path)
    assert version_of(desk_path) == 0


def test_a_desk_of_today_is_opened_without_alembic(desk_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from ill_desktop.store.upgrade import open_database;"
        f"open_database(Path({str(desk_path)!r})).close(); print('alembic' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
