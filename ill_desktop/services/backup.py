"""Backups, and the way back: nothing that is there now is ever destroyed."""

import logging
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ill_desktop.domain.errors import CannotWrite, Damaged, DeskError, NoDesk, NoInput
from ill_desktop.services import backup_shelf, backups_by_hand, files, own_files, soundness
from ill_desktop.services.clock import Clock, clock_for
from ill_desktop.services.folder import DeskFolder
from ill_desktop.store import backup as copies
from ill_desktop.store import beside, copying, driver, lease
from ill_desktop.store import settings as kept_settings
from ill_desktop.store.locking import only_one

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

log = logging.getLogger(__name__)

AUTO, QUIT = "auto", "quit"
RETENTION_DAYS = 30
"""Backups know names too: none is older than the time requests keep them."""
LARGE = 256 * 2**20
"""A desk so large is not copied when the program closes: it would not close for long."""


def backup(desk: "Desk", target: Path) -> Path:
    """A copy that was read back before it got its name, the files of requests beside it.

    Raises `CannotWrite` or `Damaged`. Only an older backup may lie in its place.
    """
    own_files.must_not_be_ours(target, backup=True)
    proof = _copied(desk, target)
    backup_shelf.note_again(target, proof)
    backup_shelf.keep_attachments(desk, backup_shelf.shelf_of(target))
    backups_by_hand.remember(desk.folder.backups, target, proof.rows.get("request", 0))
    return target


def automatic(desk: "Desk") -> Path | None:
    """The backup that is due by the settings; None when it is not time yet."""
    hours = int(desk.setting("backup-hours", 24))
    last = backup_shelf.newest(desk.folder.backups, AUTO)
    if last is not None:
        same_day = desk.local_date(last) == desk.today()
        fresh = desk.clock.now() - last < timedelta(hours=hours)
        if same_day if hours == 24 else fresh:
            return None
    return make(desk, AUTO)


def make(desk: "Desk", kind: str) -> Path:
    """A backup of the program's own, attachments included, and the thinning of the others.

    Raises `CannotWrite` or `Damaged`. A second place that cannot be written is noted only: it
    may be a stick that is not in.
    """
    shelf = desk.folder.backups
    target = backup_shelf.free_name(shelf, kind, desk.clock.now())
    backup_shelf.note(target, _copied(desk, target))
    backup_shelf.keep_attachments(desk, shelf / backup_shelf.ATTACHMENTS)
    days = int(desk.setting("retention-days", RETENTION_DAYS))
    backup_shelf.thin(desk, shelf, days)
    second = str(desk.setting("second-place", ""))
    if second:
        _second(desk, Path(second), target, days)
    return target


def _copied(desk: "Desk", target: Path) -> copies.Proof:
    """A copy that does not pass is mostly true to its desk: only another look tells which it is."""
    try:
        return copies.backup(desk.folder.database, target)
    except Damaged as error:
        soundness.look(desk)
        raise CannotWrite(str(target), "disk-error") from error


def _second(desk: "Desk", place: Path, made: Path, days: int) -> None:
    """Another copy, on a stick that may be pulled out or on a share that may go, at any time."""
    try:
        backup_shelf.copy_to(place, made)
        backup_shelf.keep_attachments(desk, place / backup_shelf.ATTACHMENTS)
        backup_shelf.thin(desk, place, days)
    except CannotWrite as error:
        log.warning("no second backup: %s", error.reason)
    except OSError as error:
        log.warning("the second backups were not thinned: %s", error.strerror)


def at_quit(place: Path) -> Path | None:
    """A backup when the program closes, where that is wanted and anything changed since the last.

    Never raises what the desk can act on: whoever closes the program cannot act any more.
    """
    from ill_desktop.services.desk import open_desk

    folder = DeskFolder(place)
    if not folder.database.is_file() or folder.database.stat().st_size > LARGE:
        return None
    try:
        desk = open_desk(place)
    except DeskError:
        return None
    try:
        newest = next(iter(backup_shelf.listed(folder.backups)), None)
        changed = newest is None or newest.path.stat().st_mtime < folder.database.stat().st_mtime
        if changed and not desk.view_only and desk.setting("backup-at-quit", default=True):
            return make(desk, QUIT)
    except DeskError as error:
        log.warning("no backup at the end: %s", error.code)
    finally:
        desk.close()
    return None


def restore(place: Path, source: Path) -> Path:
    """Put a backup in the place of a desk's contents; returns where the present ones are kept.

    Raises `NoInput`, `NoDesk`, `Damaged` or `NewerDatabase`, and `Busy` beside a post or while
    another computer holds the desk; it is then as it was.
    """
    folder = DeskFolder(place)
    if not source.is_file():
        raise NoInput(str(source))
    if not folder.database.is_file():
        raise NoDesk(str(place))
    folder.make()
    lease.must_be_free(folder.database, lease.this_computer(), Clock().now())
    with only_one(folder.post_lock), only_one(folder.mail_lock):
        return _restored(folder, source)


def _restored(folder: DeskFolder, source: Path) -> Path:
    kept = backup_shelf.free_name(folder.backups, "before-restore", Clock().now())
    backup_shelf.must_be_unchanged(source)
    copies.prove(source)
    _keep(folder.database, kept)
    copies.restore(source, folder.database, _year)
    _complete(folder.root, source)
    return kept


def _year(session: "Session") -> int:
    """The year it is at a library; the desk is not open yet."""
    library, _ = kept_settings.library(session)
    return clock_for(library.test).now().astimezone(ZoneInfo(library.zone)).year


def _keep(database: Path, kept: Path) -> None:
    """Copy what is there now; a damaged desk, which needs a restore most, as it lies there."""
    try:
        backup_shelf.note(kept, copies.backup(database, kept))
    except Damaged:
        _keep_unproved(database, kept)


def _keep_unproved(database: Path, kept: Path) -> None:
    """To the last byte; and with what the journal holds, where SQLite can read as much as that."""
    if driver.has_journal(database):
        with suppress(Damaged):
            copying.copy_file(database, kept)
            return
    files.keep(kept, files.read(database))


def _complete(place: Path, source: Path) -> None:
    """Bring files back, and forget again: a backup knows readers erased or forgotten since. What
    waited too long meanwhile needs attention as soon as the desk is seen.
    """
    from ill_desktop.services import erasing, retention
    from ill_desktop.services.desk import open_desk
    from ill_desktop.services.post import timers
    from ill_desktop.services.post.tally import Tally

    desk = open_desk(place)
    try:
        with desk.database.read() as session:
            hashes = beside.attached(session)
        backup_shelf.bring_attachments_back(desk, hashes, source)
        erasing.apply(desk)
        retention.run(desk)
        timers.ring(desk, Tally())
    finally:
        desk.close()
