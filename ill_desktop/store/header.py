"""What the first bytes of a file say, before anything opens it. Imports no SQLAlchemy."""

from pathlib import Path

from ill_desktop.store import driver, manners

_MAGIC = b"SQLite format 3\0"
_WRITTEN_AHEAD = 2
"""What SQLite notes of a file whose journal is written ahead, as that of a desk at work is."""


def is_ours(path: Path) -> bool:
    """Whether a file holds a desk of this program: one that is worked with, or a copy of one."""
    head = _head(path)
    owner = int.from_bytes(head[68:72], "big")
    return head.startswith(_MAGIC) and owner == manners.APPLICATION_ID


def is_at_work(path: Path) -> bool:
    """Whether a desk file is more than a copy: it was opened for writing, or is open now."""
    return _head(path)[18:19] == bytes([_WRITTEN_AHEAD]) or driver.has_journal(path)


def _head(path: Path) -> bytes:
    """The part of a file that tells whose it is; raises `OSError` where it cannot be read."""
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(100)
