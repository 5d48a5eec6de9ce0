"""A folder as a letterbox: what has arrived, and how to leave something whole.

A file appears under its name only when every byte of it is on the disk (write, fsync, rename,
fsync the folder), and nothing is ever overwritten. What arrives is taken only when it is a
regular file that has come to rest (ISO18626 §8.3, RELIABILITY §3).
"""

import contextlib
import os
import re
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ill_desktop.domain.errors import CannotWrite, NoInput

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
        """The file's name, as the partner gave it."""
        return self.path.name


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


def _head(arrival: Arrival, limit: int) -> bytes | None:
    try:
        with arrival.path.open("rb") as file:
            return file.read(limit + 1)
    except OSError:
        return None


def drop(outbox: Path, name: str, data: bytes) -> str:
    """Leave a file under `name`, or under a numbered one where that is taken.

    Returns the name it has, which is sure to last after `sync`. Where exactly these bytes lie
    already, left before a crash, nothing is left again. Raises `CannotWrite`; no half file is
    left behind.
    """
    scratch = outbox / f".{name}.part"
    try:
        final = _held(outbox, name, data)
        if final is None:
            _write(scratch, data)
            final = _publish(scratch, outbox, name)
        else:
            scratch.unlink(missing_ok=True)
    except OSError as error:
        with contextlib.suppress(OSError):
            scratch.unlink()
        raise CannotWrite(str(outbox), error.strerror or "") from error
    return final


def _held(outbox: Path, name: str, data: bytes) -> str | None:
    """The name under which exactly these bytes lie there already."""
    for final in _numbered(name):
        try:
            seen = (outbox / final).stat()
        except FileNotFoundError:
            return None
        if seen.st_size == len(data) and (outbox / final).read_bytes() == data:
            return final
    return None


def _numbered(name: str) -> Iterator[str]:
    stem, suffix = os.path.splitext(name)  # noqa: PTH122 - a name, not a path
    yield name
    for n in range(2, 1000):
        yield f"{stem}-{n}{suffix}"


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _publish(scratch: Path, outbox: Path, name: str) -> str:
    """Rename without overwriting: link where the file system can, else look first."""
    for final in _numbered(name):
        try:
            os.link(scratch, outbox / final)
        except FileExistsError:
            continue
        except OSError:
            if (outbox / final).exists():
                continue
            scratch.rename(outbox / final)
            return final
        scratch.unlink()
        return final
    raise FileExistsError(17, "too many files of one name", name)


def sync(folder: Path) -> None:
    """Put the names in a folder on the disk; once after several files is enough."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):  # some network folders know no such thing
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove(path: Path) -> bool:
    """Take a file away after it was read; False where that is not allowed, or not possible now."""
    try:
        path.unlink()
    except FileNotFoundError:
        return path.parent.is_dir()
    except OSError:
        return False
    return True
