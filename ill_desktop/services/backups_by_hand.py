"""The backups somebody made into a file of their own choice, so that a restore finds them again."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from ill_desktop.domain.errors import CannotWrite
from ill_desktop.services import files
from ill_desktop.services.backup_shelf import Kept, must_be_unchanged
from ill_desktop.store import backup as copies

BY_HAND = "by-hand"
LIST = "by-hand.json"
MOST = 10


def remember(shelf: Path, made: Path, requests: int) -> None:
    """Note where one lies, and how many requests it holds; a shelf that is full costs nobody it."""
    here = str(made.resolve())
    noted = [one for one in _noted(shelf) if one[0] != here]
    with suppress(CannotWrite):
        files.keep(shelf / LIST, json.dumps([[here, requests], *noted][:MOST]).encode())


def listed(shelf: Path) -> tuple[Kept, ...]:
    """Those that are still where they were made; one on a stick is back when that is."""
    return tuple(_kept(Path(name), n) for name, n in _noted(shelf) if Path(name).is_file())


def read(path: Path) -> Kept:
    """A file somebody chose, read whole; raises `Damaged` or `NewerDatabase`."""
    must_be_unchanged(path)
    return _kept(path, copies.prove(path).rows.get("request", 0))


def _kept(path: Path, requests: int) -> Kept:
    told = path.stat()
    at = datetime.fromtimestamp(told.st_mtime, UTC)
    return Kept(path, BY_HAND, at, told.st_size, requests)


def _noted(shelf: Path) -> list[tuple[str, int]]:
    try:
        told = json.loads((shelf / LIST).read_text("utf-8"))
        return [(str(name), int(requests)) for name, requests in told]
    except (OSError, ValueError, TypeError):
        return []
