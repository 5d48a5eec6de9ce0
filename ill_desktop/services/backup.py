"""Backups, and the way back: nothing that is there now is ever destroyed."""

from pathlib import Path

from ill_desktop.domain.errors import NoDesk, NoInput
from ill_desktop.services.clock import Clock
from ill_desktop.services.desk import Desk
from ill_desktop.services.folder import DeskFolder
from ill_desktop.store import backup as copies


def backup(desk: Desk, target: Path) -> Path:
    """A copy that was read back before it got its name; raises `CannotWrite` or `Damaged`."""
    copies.backup(desk.folder.database, target)
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
    stamp = Clock().now().strftime("%Y%m%dT%H%M%SZ")
    kept = folder.backups / f"before-restore-{stamp}.sqlite3"
    copies.prove(source)
    copies.backup(folder.database, kept)
    copies.restore(source, folder.database)
    return kept
