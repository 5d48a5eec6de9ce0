"""Whether a desk may be opened: asked after a crash, and once a week, before anything is written.

The window asks; `ill` says it with `check`.
"""

import contextlib
from datetime import timedelta
from typing import TYPE_CHECKING

from ill_desktop.services.clock import Clock
from ill_desktop.store import backup as copies
from ill_desktop.store import driver

if TYPE_CHECKING:
    from pathlib import Path

    from ill_desktop.services.folder import DeskFolder

WEEK = timedelta(days=7)


def enter(folder: "DeskFolder") -> None:
    """Before a desk is opened; raises `Damaged` and then wrote nothing.

    A desk that can only be looked at is left as it is, with the marks of whoever works there.
    """
    if driver.view_only(folder.database):
        return
    if folder.open_mark.exists() or _is_old(folder):
        copies.quick_check(folder.database)
        _touch(folder.checked_mark)
    _touch(folder.open_mark)


def leave(folder: "DeskFolder") -> None:
    """After it was closed in good order."""
    if driver.view_only(folder.database):
        return
    with contextlib.suppress(OSError):
        folder.open_mark.unlink()


def _is_old(folder: "DeskFolder") -> bool:
    try:
        last = folder.checked_mark.stat().st_mtime
    except OSError:
        return True
    return Clock().now().timestamp() - last > WEEK.total_seconds()


def _touch(mark: "Path") -> None:
    with contextlib.suppress(OSError):
        mark.touch()
