"""Files that people name: read and written with errors that say what to do."""

import os
from contextlib import suppress
from pathlib import Path

from ill_desktop.domain.errors import CannotWrite, NoInput


def read(path: Path) -> bytes:
    """The bytes of a regular file; raises `NoInput`."""
    try:
        if not path.is_file():
            raise NoInput(str(path))
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise NoInput(str(path)) from error


def write(path: Path, data: bytes) -> Path:
    """Write a whole file or none; raises `CannotWrite`."""
    scratch = path.with_name(f".{path.name}.part")
    try:
        with scratch.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        scratch.replace(path)
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            scratch.unlink()
        raise CannotWrite(str(path), getattr(error, "strerror", "") or "") from error
    return path
