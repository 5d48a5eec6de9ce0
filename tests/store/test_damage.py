"""Broken files are noticed and not written; a killed program loses nothing it had saved."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import select

from ill_desktop.domain.errors import Damaged, NewerDatabase
from ill_desktop.store import driver, integrity
from ill_desktop.store.damage import quick_check
from ill_desktop.store.database import Database
from ill_desktop.store.rows import RequestRow
from ill_desktop.store.upgrade import open_database
from tests.build import a_request

PAGE = 4096
Harm = Callable[[bytearray, random.Random], bytes | bytearray]


def put(data: bytearray, at: int, new: bytes) -> bytearray:
    data[at : at + len(new)] = new
    return data


def a_page(data: bytearray, chance: random.Random) -> int:
    return PAGE * chance.randrange(1, len(data) // PAGE)


def swapped(data: bytearray, chance: random.Random) -> bytearray:
    """Two that differ: those of empty tables are all alike."""
    one, two = a_page(data, chance), a_page(data, chance)
    while data[one : one + PAGE] == data[two : two + PAGE]:
        two = a_page(data, chance)
    first, second = bytes(data[one : one + PAGE]), bytes(data[two : two + PAGE])
    return put(put(data, one, second), two, first)


HARMS: dict[str, Harm] = {
    "header text": lambda data, _: put(data, 0, b"SQLite format 9\0"),
    "header zeroed": lambda data, _: put(data, 0, bytes(100)),
    "first page garbage": lambda data, chance: put(data, 0, chance.randbytes(PAGE)),
    "schema page": lambda data, chance: put(data, 100, chance.randbytes(64)),
    "cut in the middle": lambda data, chance: data[: len(data) // 2 + chance.randrange(PAGE)],
    "cut to nothing": lambda data, chance: data[: chance.randrange(1, 90)],
    "a page zeroed": lambda data, chance: put(data, a_page(data, chance), bytes(PAGE)),
    "a page of garbage": lambda data, chance: put(
        data, a_page(data, chance), chance.randbytes(PAGE)
    ),
    "a page's head": lambda data, chance: put(data, a_page(data, chance), chance.randbytes(8)),
    "pages swapped": swapped,
}


def noticed(path: Path) -> bool:
    try:
        database = open_database(path)
    except (Damaged, NewerDatabase):
        return True
    database.close()
    try:
        quick_check(path)
    except Damaged:
        return True
    return False


def sound(path: Path) -> bool:
    """What SQLite itself says after looking at everything."""
    connection = driver.read_only(path)
    try:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except driver.module.DatabaseError:
        return False
    finally:
        connection.close()


@pytest.fixture
def full(database: Database) -> Path:
    with database.work() as session:
        session.add_all(a_request(note=f"{n} " * 200) for n in range(60))
    database.close()
    return database.path


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("harm", HARMS)
def test_damage_is_noticed_and_the_file_left_alone(full: Path, harm: str, seed: int) -> None:
    full.write_bytes(HARMS[harm](bytearray(full.read_bytes()), random.Random(seed)))
    before = sha256(full.read_bytes()).digest()
    assert noticed(full) or sound(full)
    assert sha256(full.read_bytes()).digest() == before


WRITER = """
import sys
from pathlib import Path
from ill_desktop.store.database import Database
from tests.build import a_request
database = Database(Path(sys.argv[1]))
for n in range(100_000):
    with database.work() as session:
        session.add(a_request(number=f"27{n:06d}"))
    print(n, flush=True)
"""


def killed_after(path: Path, writes: int) -> int:
    """Run a writer, kill it after some writes, and say how many it had reported."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        for _ in range(writes):
            writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
        return writes + len(writer.stdout.readlines())


def check_after_kill(path: Path, writes: int) -> None:
    reported = killed_after(path, writes)
    database = open_database(path)
    with database.work() as session:
        assert integrity.check(session) == ()
        numbers = session.scalars(select(RequestRow.number).order_by(RequestRow.id)).all()
    database.close()
    assert list(numbers) == [f"27{n:06d}" for n in range(len(numbers))]
    assert len(numbers) >= reported


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a POSIX signal")
def test_a_killed_program_loses_nothing_it_had_saved(desk_path: Path) -> None:
    check_after_kill(desk_path, 25)


@pytest.mark.long
@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a POSIX signal")
@pytest.mark.parametrize("seed", range(50))
def test_fifty_killed_programs_lose_nothing(desk_path: Path, seed: int) -> None:
    check_after_kill(desk_path, random.Random(seed).randrange(1, 200))
