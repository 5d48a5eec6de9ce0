"""Backups that have been read back before they count, and the way back from one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ill_desktop.domain.errors import CannotWrite, Damaged, NewerDatabase
from ill_desktop.store import damage, driver, failures, given, lease, manners, sequence
from ill_desktop.store.copying import copy_file, forget, put_in_place, remove_file
from ill_desktop.store.database import Database, Session
from ill_desktop.store.upgrade import migrate, open_database, version_of
from ill_desktop.store.versions import KNOWN


@dataclass(frozen=True, slots=True)
class Proof:
    """What a backup was found to hold: rows by table, and the version of its tables."""

    version: int
    rows: Mapping[str, int]


def backup(desk: Path, target: Path) -> Proof:
    """Copy a desk, in use or not, to one file, read it back, and only then give it its name.

    Raises `Damaged` when the copy does not pass, and then leaves no file of that name.
    """
    unproved = target.with_name(f".{target.name}.unproved")
    try:
        copy_file(desk, unproved)
        proof = prove(unproved)
        put_in_place(unproved, target)
    except CannotWrite as error:
        raise CannotWrite(str(target), error.reason) from error
    except OSError as error:
        raise CannotWrite(str(target), error.strerror or "") from error
    finally:
        forget(unproved)
    return proof


def prove(path: Path) -> Proof:
    """Read a whole desk file; raises `Damaged` or `NewerDatabase`, never changes it."""
    version = version_of(path)
    if version > KNOWN:
        raise NewerDatabase(str(path), version, KNOWN)
    with failures.translated(path):
        connection = driver.read_only(path)
        try:
            manners.teach_reader(connection)
            damage.must_be_sound(path, connection)
            return Proof(version, _rows(connection))
        finally:
            connection.close()


def _rows(connection: Any) -> dict[str, int]:
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%search%'"
        " AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    return {name: _count(connection, name) for (name,) in names}


def _count(connection: Any, table: str) -> int:
    """How many rows a table has; its name may come from a file that is none of ours."""
    quoted = '"' + table.replace('"', '""') + '"'
    return int(connection.execute(f"SELECT count(*) FROM {quoted}").fetchone()[0])


def restore(source: Path, desk: Path, year: Callable[[Session], int]) -> Proof:
    """Put the contents of a backup in place of a desk's, in one step, older tables raised.

    Running numbers skip ahead by `sequence.JUMP`; `year` tells which one it is there. Whoever
    holds the desk holds it still. Raises `Damaged` or `NewerDatabase` with the desk as it was. The
    caller has made a backup of what is there now.
    """
    prove(source)
    trial = desk.with_name(f".{desk.name}.restoring")
    try:
        copy_file(source, trial)
        migrate(trial)
        _must_be_plain(source, trial)
        _settle(trial, desk, year)
        given.note_down(desk, given.of(trial))
        proof = prove(trial)
        try:
            _pour(trial, desk)
        except Damaged:
            _replace(trial, desk)
    finally:
        remove_file(trial)
    return proof


def _settle(trial: Path, desk: Path, year: Callable[[Session], int]) -> None:
    """What is not the backup's to say: which numbers are taken, and who holds the desk."""
    database = Database(trial)
    try:
        with database.work() as session:
            sequence.jump(session, year(session), given.given(desk))
            lease.carry_over(session, lease.held(desk))
    finally:
        database.close()


def _must_be_plain(source: Path, trial: Path) -> None:
    """Refuse a file with tables, views or triggers that no desk of ours has."""
    plain = trial.with_name(f"{trial.name}.plain")
    try:
        open_database(plain, create=True).close()
        strange = _schema(trial) ^ _schema(plain)
    finally:
        remove_file(plain)
    if strange:
        raise Damaged(str(source), "strange-schema: " + ", ".join(sorted(n for _, n, _ in strange)))


def _schema(path: Path) -> set[tuple[str, str, str]]:
    with failures.translated(path):
        connection = driver.read_only(path)
        try:
            return set(
                connection.execute(
                    "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
                ).fetchall()
            )
        finally:
            connection.close()


def _pour(source: Path, desk: Path) -> None:
    """Replace what a desk file holds, page by page under its own locks: it may be open."""
    with failures.translated(desk):
        reading = driver.read_only(source)
        writing = driver.module.connect(str(desk))
        try:
            manners.teach(writing)
            reading.backup(writing)
        finally:
            writing.close()
            reading.close()


def _replace(source: Path, desk: Path) -> None:
    """Put a new file where a damaged one lies; the damaged one is kept aside as it was."""
    number = next(n for n in range(1, 10_000) if not _aside(desk, n).exists())
    for end in ("-wal", "-shm", ""):
        old = desk.with_name(desk.name + end)
        if old.exists():
            aside = old.replace(_aside(desk, number, end))
            aside.touch()  # it lies there from now on: what was kept too long is taken away
    copy_file(source, desk)


def set_aside(desk: Path) -> list[Path]:
    """The damaged files that a restore has taken out of the way."""
    return sorted(desk.parent.glob(f"{desk.stem}-damaged-*"))


def _aside(desk: Path, number: int, end: str = "") -> Path:
    return desk.with_name(f"{desk.stem}-damaged-{number}{desk.suffix}{end}")
