"""The wall of the room: SQLite's complaints become errors a person can act on."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ill_desktop.domain.errors import Busy, CannotWrite, Damaged, DeskError
from ill_desktop.store import driver

_BUSY = {5, 6}
_CANNOT_WRITE = {3: "forbidden", 8: "read-only", 10: "disk-error", 13: "disk-full", 14: "no-file"}
_DAMAGED = {11, 26}
_DAMAGED_SAID = {"file is not a database", "database disk image is malformed"}
"""What the driver says without a code when a copy is made."""


def known(error: BaseException | None, path: Path) -> DeskError | None:
    """What the error means for the desk, or None when it is a bug of ours."""
    if not isinstance(error, driver.module.Error):
        return None
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _BUSY:
        return Busy()
    if code in _CANNOT_WRITE:
        reason = _CANNOT_WRITE[code]
        if reason == "no-file" and path.is_file() and not os.access(path.parent, os.W_OK):
            reason = "read-only"  # even reading wants to put its helpers beside the file
        return CannotWrite(str(path), reason)
    if code in _DAMAGED or (not code and str(error) in _DAMAGED_SAID):
        return Damaged(str(path), str(error))
    return None


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what the raw driver raises inside into the desk's errors."""
    try:
        yield
    except driver.module.Error as error:
        meaning = known(error, path)
        if meaning is None:
            raise
        raise meaning from error
