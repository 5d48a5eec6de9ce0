"""Copies of a desk made while it is in use, by SQLite's own backup call: a plain copy of the
file would miss what is still in its journal.
"""

import os
from contextlib import suppress
from pathlib import Path

from ill_desktop.domain.errors import CannotWrite
from ill_desktop.store import driver, failures

PAGES = 1_000
"""Pages copied at a time; the desk can be written between two steps."""
PRIVATE = 0o600


def copy_file(source: Path, target: Path) -> None:
    """Copy a desk to a new single file; the name appears only when the copy is whole.

    Nobody else may read it, wherever it lies: it knows every reader. Raises `CannotWrite`, and
    `Damaged` when the source cannot be read.
    """
    unfinished = target.with_name(f".{target.name}.part")
    try:
        unfinished.unlink(missing_ok=True)
        unfinished.touch(PRIVATE, exist_ok=False)
        _copy_pages(source, unfinished)
        put_in_place(unfinished, target)
    except OSError as error:
        raise CannotWrite(str(target), error.strerror or "") from error
    finally:
        forget(unfinished)


def forget(scratch: Path) -> None:
    """Take away what is left of unfinished work, where there is anything."""
    with suppress(OSError):
        scratch.unlink()


def remove_file(path: Path) -> None:
    """Delete a desk file nobody has open, and what its journal left beside it."""
    for end in ("-wal", "-shm", "-journal", ""):
        path.with_name(path.name + end).unlink(missing_ok=True)


def put_in_place(unfinished: Path, target: Path) -> None:
    """Give a finished file its name, so that it survives a power cut."""
    with unfinished.open("rb") as file:
        os.fsync(file.fileno())
    unfinished.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _copy_pages(source: Path, target: Path) -> None:
    with failures.translated(source):
        reading = driver.read_only(source)
    try:
        with failures.translated(target):
            writing = driver.module.connect(str(target))
            try:
                reading.backup(writing, pages=PAGES)
                writing.execute("PRAGMA journal_mode = DELETE")
            finally:
                writing.close()
    finally:
        reading.close()
