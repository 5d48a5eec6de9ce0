"""A folder as a letterbox: what has arrived.

It is taken only when it is a regular file that has come to rest (ISO18626 §8.3, RELIABILITY §3).
How something is left whole stands in `leaving`.
"""

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from ill_desktop.domain.errors import NoInput

LIMIT = 2 * 1024 * 1024
"""Bytes; a larger file is not a message."""

_IGNORED = re.compile(
    r"^(\..*|~.*|.*~|.*\.(part|tmp|crdownload|filepart|!sync|partial|swp)|thumbs\.db|desktop\.ini)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file in the inbox as it was seen; `mtime` in seconds since 1970."""

    path: Path
    size: int
    mtime: float

    @property
    def name(self) -> str:
        """The file's name, as the partner gave it; bytes that are no letters are shown as such."""
        return os.fsencode(self.path.name).decode("utf-8", "backslashreplace")


def waiting(inbox: Path) -> list[Arrival]:
    """Regular files in the inbox that are not some program's scratch paper, by name.

    Raises `NoInput` when the folder is not there.
    """
    try:
        with os.scandir(inbox) as entries:
            found = [_arrival(inbox, e) for e in entries if not _IGNORED.match(e.name)]
    except OSError as error:
        raise NoInput(str(inbox)) from error
    return sorted((a for a in found if a is not None), key=lambda a: a.name)


def _arrival(inbox: Path, entry: os.DirEntry[str]) -> Arrival | None:
    try:
        seen = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    if not stat.S_ISREG(seen.st_mode):
        return None
    return Arrival(inbox / entry.name, seen.st_size, seen.st_mtime)


def take(arrival: Arrival, limit: int = LIMIT) -> bytes | None:
    """The file's bytes; None when it went away, changed or cannot be read now.

    Of a file above the limit only so much that it is known to be.
    """
    if arrival.size > limit:
        return _head(arrival, limit)
    try:
        data = arrival.path.read_bytes()
        seen = arrival.path.lstat()
    except OSError:
        return None
    same = seen.st_size == arrival.size == len(data) and seen.st_mtime == arrival.mtime
    return data if same else None


def is_held(arrival: Arrival) -> bool:
    """Whether a file is there and another program, or its rights, keep it from being read."""
    try:
        with arrival.path.open("rb") as file:
            file.read(1)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _head(arrival: Arrival, limit: int) -> bytes | None:
    try:
        with arrival.path.open("rb") as file:
            return file.read(limit + 1)
    except OSError:
        return None


def put_away(arrival: Arrival) -> bool:
    """Take a file away after it was read, as `remove` does.

    One that was written anew meanwhile is another file: it stays, to be read in its turn.
    """
    try:
        seen = arrival.path.lstat()
    except OSError:
        return remove(arrival.path)
    if (seen.st_size, seen.st_mtime) != (arrival.size, arrival.mtime):
        return True
    return remove(arrival.path)


def remove(path: Path) -> bool:
    """Take a file away after it was read; False where that is not allowed, or not possible now."""
    try:
        path.unlink()
    except FileNotFoundError:
        return path.parent.is_dir()
    except OSError:
        return False
    return True
