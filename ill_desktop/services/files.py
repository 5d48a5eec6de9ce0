"""Files that people name: read and written with errors that say what to do."""

import os
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from shutil import copyfileobj
from threading import get_ident
from typing import BinaryIO

from ill_desktop.domain.errors import CannotWrite, NoInput
from ill_desktop.services.own_files import must_not_be_ours

PRIVATE, COMMON = 0o600, 0o666


def read(path: Path) -> bytes:
    """The bytes of a regular file; raises `NoInput`."""
    try:
        if not path.is_file():
            raise NoInput(str(path))
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise NoInput(str(path)) from error


def write(path: Path, data: bytes) -> Path:
    """Write a whole file that a person named, or none; raises `CannotWrite`.

    Never over a file of a desk.
    """
    must_not_be_ours(path)
    return _put(path, data, COMMON)


def copy(path: Path, source: Path) -> Path:
    """Write a whole copy of a file, as `write` does; raises `NoInput`, too."""
    must_not_be_ours(path)
    try:
        with source.open("rb") as here:
            return _put(path, here, COMMON)
    except OSError as error:
        raise NoInput(str(source)) from error


def keep(path: Path, data: bytes) -> Path:
    """Write a whole file of the desk's own, for nobody else to read; raises `CannotWrite`."""
    return _put(path, data, PRIVATE)


def _put(path: Path, data: bytes | BinaryIO, mode: int) -> Path:
    scratch = path.with_name(f".{path.name}.part")
    try:
        scratch.unlink(missing_ok=True)
        scratch.touch(mode)
        with scratch.open("wb") as file:
            copyfileobj(BytesIO(data) if isinstance(data, bytes) else data, file)
            file.flush()
            os.fsync(file.fileno())
        scratch.replace(path)
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            scratch.unlink()
        raise CannotWrite(str(path), getattr(error, "strerror", "") or "") from error
    return path


def write_once(path: Path, data: bytes) -> None:
    """Write a whole file for nobody else to read, unless one lies there; raises `CannotWrite`.

    Of two that write it at the same time the first wins.
    """
    scratch = path.with_name(f".{path.name}.{os.getpid()}-{get_ident()}.part")
    try:
        scratch.unlink(missing_ok=True)
        handle = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _name_once(scratch, path)
    except OSError as error:
        raise CannotWrite(str(path), error.strerror or "") from error
    finally:
        with suppress(OSError):
            scratch.unlink(missing_ok=True)


def _name_once(scratch: Path, path: Path) -> None:
    try:
        os.link(scratch, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links: look first
        if not path.exists():
            scratch.replace(path)
