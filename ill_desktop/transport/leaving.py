"""Leaving files in a folder, each whole.

A file appears under its name only when every byte of it is on the disk (write, fsync, rename,
fsync the folder), and nothing is ever overwritten (ISO18626 §8.3, RELIABILITY §3).
"""

import contextlib
import filecmp
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from ill_desktop.domain.errors import CannotWrite, NoInput

AT_ONCE = 8
"""Files that are put on the disk side by side."""


@dataclass(frozen=True, slots=True)
class ToLeave:
    """A file to be left: in which folder, under which name."""

    outbox: Path
    name: str
    data: bytes

    @property
    def place(self) -> tuple[Path, str]:
        """Where it wants to lie; of two for one place the later looks at the earlier."""
        return self.outbox, self.name.casefold()


def drop(outbox: Path, name: str, data: bytes) -> str:
    """Leave a file under `name`, or under a numbered one where that is taken.

    Returns the name it has, which is sure to last after `sync`. Where exactly these bytes lie
    already, left before a crash, nothing is left again. Raises `CannotWrite`; no half file is
    left behind.
    """
    (left,) = drop_all([ToLeave(outbox, name, data)])
    if isinstance(left, CannotWrite):
        raise left
    return left


def copy(outbox: Path, name: str, source: Path) -> str:
    """Leave a copy of a regular file, however large it is, as `drop` does.

    Raises `CannotWrite`, or `NoInput` where it is the file that cannot be read.
    """
    try:
        handle = os.open(source, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError as error:
        raise NoInput(str(source)) from error
    scratch = outbox / f".{name}.part"
    try:
        with os.fdopen(handle, "rb") as here:
            return _copied(iter(partial(_block, here, source), b""), outbox, name)
    except (OSError, NoInput) as error:
        with contextlib.suppress(OSError):
            scratch.unlink()
        if isinstance(error, NoInput):
            raise
        raise CannotWrite(str(outbox), error.strerror or "") from error


def _copied(blocks: Iterator[bytes], outbox: Path, name: str) -> str:
    scratch = outbox / f".{name}.part"
    with scratch.open("wb") as there:
        there.writelines(blocks)
        there.flush()
        os.fsync(there.fileno())
    for final in _numbered(name):
        if not (outbox / final).exists():
            break
        if filecmp.cmp(scratch, outbox / final, shallow=False):
            scratch.unlink()
            return final
    return _publish(scratch, outbox, name)


def _block(here: BinaryIO, source: Path) -> bytes:
    try:
        return here.read(1 << 20)
    except OSError as error:
        raise NoInput(str(source)) from error


def drop_all(letters: Sequence[ToLeave]) -> list[str | CannotWrite]:
    """Leave many files, each as `drop` does: its name, or why it could not be left.

    They go to the disk together: a file system makes many sure in little more than the time of
    one.
    """
    left: list[str | CannotWrite] = []
    together: list[_Scratch] = []
    for letter in letters:
        if any(one.letter.place == letter.place for one in together):
            left += _finished(together)
            together = []
        together.append(_begun(letter))
    return left + _finished(together)


@dataclass(slots=True)
class _Scratch:
    """A letter on its way under its own name; `final` once it lies there, `error` if it cannot."""

    letter: ToLeave
    file: BinaryIO | None = None
    final: str = ""
    error: OSError | None = None

    @property
    def path(self) -> Path:
        return self.letter.outbox / f".{self.letter.name}.part"

    @contextmanager
    def trying(self) -> Iterator[None]:
        """What goes wrong with one letter is that letter's alone."""
        try:
            yield
        except OSError as error:
            self.error = error


def _begun(letter: ToLeave) -> _Scratch:
    scratch = _Scratch(letter)
    with scratch.trying():
        scratch.final = _held(letter.outbox, letter.name, letter.data) or ""
        if not scratch.final:
            scratch.file = scratch.path.open("wb")
            scratch.file.write(letter.data)
            scratch.file.flush()
        else:
            scratch.path.unlink(missing_ok=True)
    return scratch


def _finished(together: list[_Scratch]) -> list[str | CannotWrite]:
    written = [one for one in together if one.file is not None]
    if len(written) > 1:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(_to_disk, written))
    else:
        for one in written:
            _to_disk(one)
    return [_left(one) for one in together]


def _to_disk(scratch: _Scratch) -> None:
    if scratch.file is None:
        return
    with scratch.trying(), scratch.file as file:
        if scratch.error is None:
            os.fsync(file.fileno())


def _left(scratch: _Scratch) -> str | CannotWrite:
    if not scratch.final and scratch.error is None:
        with scratch.trying():
            scratch.final = _publish(scratch.path, scratch.letter.outbox, scratch.letter.name)
    if scratch.error is None:
        return scratch.final
    with contextlib.suppress(OSError):
        scratch.path.unlink()
    return CannotWrite(str(scratch.letter.outbox), scratch.error.strerror or "")


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
