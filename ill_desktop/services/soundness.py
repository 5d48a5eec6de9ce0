"""Whether a desk may be opened and written into.

After a crash and once a week its pages are looked at before anything is written. Once it is open
everything is read, which takes longer. What is found then stands: nothing is written any more, by
the window or `ill`, before somebody has brought a backup back.
"""

import contextlib
from datetime import timedelta
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import Damaged
from ill_desktop.services.clock import Clock
from ill_desktop.services.progress import Cancelled, Progress
from ill_desktop.store import damage, driver

if TYPE_CHECKING:
    from pathlib import Path

    from ill_desktop.services.desk import Desk
    from ill_desktop.services.folder import DeskFolder

WEEK = timedelta(days=7)


def enter(folder: "DeskFolder") -> None:
    """Before a window opens a desk; raises `Damaged` and then wrote nothing into it.

    A desk that can only be looked at is left as it is, with the marks of whoever works there.
    """
    if driver.view_only(folder.database):
        return
    if folder.open_mark.exists() or _is_old(folder):
        try:
            damage.quick_check(folder.database)
        except Damaged as error:
            damage.leave_mark(error)
            raise
        _touch(folder.checked_mark)
    _touch(folder.open_mark)


def must_be_whole(folder: "DeskFolder") -> None:
    """Raise `Damaged` where a desk was found so, and is not whole again; whoever opens it asks."""
    path = folder.database
    if path.is_file() and not driver.view_only(path) and damage.marked(path) is not None:
        damage.full_check(path)
        damage.take_mark_away(path)


def look(desk: "Desk", progress: Progress | None = None) -> None:
    """Read all of an open desk; raises `Damaged`, which then stands, or `Cancelled`."""
    stopped = (lambda: progress.stopped) if progress is not None else None
    try:
        whole = damage.full_check(desk.folder.database, stopped)
    except Damaged as error:
        desk.database.condemn(error)
        raise
    if not whole:
        raise Cancelled


def look_beside(desk: "Desk", progress: Progress) -> None:
    """The same while others write, as far as they need not wait for it.

    Where they would, the proof of each day's backup, which is a copy, has to do.
    """
    if driver.wal_is_safe and not desk.view_only:
        look(desk, progress)


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
