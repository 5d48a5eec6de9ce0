"""Lock files: one post on a desk, one window on it. Needs no database."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ill_desktop.domain.errors import Busy, CannotWrite


@contextmanager
def only_one(lock: Path) -> Iterator[None]:
    """Hold a lock file; raises `Busy` when another program on this computer holds it.

    The system lets go of it when the program ends, however it ends.
    """
    try:
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise CannotWrite(str(lock), error.strerror or "") from error
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise Busy from error
else:
    import fcntl

    def _lock(handle: int) -> None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Busy from error
