"""Backups, and the way back: nothing that is there now is ever destroyed."""

from itertools import count
from pathlib import Path

from ill_desktop.domain.errors import Damaged, NoDesk, NoInput
from ill_desktop.services import files
from ill_desktop.services.clock import Clock
from ill_desktop.services.desk import Desk
from ill_desktop.services.folder import DeskFolder
from ill_desktop.store import backup as copies

DAILY = "daily-"
DAYS_KEPT = 14


def backup(desk: Desk, target: Path) -> Path:
    """A copy that was read back before it got its name; raises `CannotWrite` or `Damaged`."""
    copies.backup(desk.folder.database, target)
    return target


def daily(desk: Desk) -> Path | None:
    """Today's backup, made by the program itself; None when there is one already.

    The last `DAYS_KEPT` stay. Raises `CannotWrite` or `Damaged`.
    """
    target = desk.folder.backups / f"{DAILY}{desk.today():%Y%m%d}.sqlite3"
    if target.exists():
        return None
    copies.backup(desk.folder.database, target)
    for old in sorted(desk.folder.backups.glob(f"{DAILY}*.sqlite3"))[:-DAYS_KEPT]:
        old.unlink(missing_ok=True)
    return target


def restore(place: Path, source: Path) -> Path:
    """Put a backup in the place of a desk's contents; returns where the present ones are kept.

    Raises `NoInput`, `NoDesk`, `Damaged` or `NewerDatabase`; the desk is then as it was.
    """
    folder = DeskFolder(place)
    if not source.is_file():
        raise NoInput(str(source))
    if not folder.database.is_file():
        raise NoDesk(str(place))
    folder.make()
    kept = _unused(folder.backups, "before-restore")
    copies.prove(source)
    _keep(folder.database, kept)
    copies.restore(source, folder.database)
    _forget_again(place)
    return kept


def _forget_again(place: Path) -> None:
    """A backup still knows readers that were erased or forgotten since (RELIABILITY V2)."""
    from ill_desktop.services import erasing, retention
    from ill_desktop.services.desk import open_desk

    desk = open_desk(place)
    try:
        erasing.apply(desk)
        retention.run(desk)
    finally:
        desk.close()


def _keep(database: Path, kept: Path) -> None:
    """Copy what is there now; a damaged desk, which needs a restore most, as it lies there."""
    try:
        copies.backup(database, kept)
    except Damaged:
        kept.write_bytes(files.read(database))


def _unused(place: Path, reason: str) -> Path:
    """A name no backup has yet: the source may be one that was made this very second."""
    stem = f"{reason}-{Clock().now():%Y%m%dT%H%M%SZ}"
    names = (f"{stem}{'' if n == 1 else f'-{n}'}.sqlite3" for n in count(1))
    return next(place / name for name in names if not (place / name).exists())
