"""The backups the program makes by itself: their names, what they hold, and which ones stay.

Beside each lies a small file with its fingerprint, so that a copy that changed since is noticed
even where SQLite would find it sound.
"""

import contextlib
import hashlib
import json
import logging
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ill_desktop.domain.errors import CannotWrite, Damaged, DeskError, NewerDatabase
from ill_desktop.services import files
from ill_desktop.store import backup as copies
from ill_desktop.store.copying import PRIVATE

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk

log = logging.getLogger(__name__)

_NAME = re.compile(r"(auto|quit|before-[a-z]+)-(?:(\d{8}T\d{6}Z)(?:-\d+)?|\d{4}-to-\d{4}(?:-\d+)?)")
_STAMP = "%Y%m%dT%H%M%SZ"
ATTACHMENTS = "attachments"
DAYS, WEEKS, MONTHS = 14, 8, 12
"""So many last copies of a day, a week and a month stay, beside all of the last 24 hours."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup in the folder: when and why it was made; `requests` None where nobody noted it."""

    path: Path
    kind: str
    at: datetime
    size: int
    requests: int | None


def listed(folder: Path) -> tuple[Kept, ...]:
    """The backups of a folder, the newest first; only names the program gives."""
    found = [kept for path in folder.glob("*.sqlite3") if (kept := _kept(path)) is not None]
    return tuple(sorted(found, key=lambda one: (one.at, one.path.name), reverse=True))


def newest(folder: Path, kind: str) -> datetime | None:
    """When the last backup of a kind was made; nothing is asked but the names in the folder."""
    named = ((path, _NAME.fullmatch(path.stem)) for path in folder.glob(f"{kind}-*.sqlite3"))
    return max((_at(path, match) for path, match in named if match), default=None)


def _kept(path: Path) -> Kept | None:
    match = _NAME.fullmatch(path.stem)
    if match is None:
        return None
    size, requests = path.stat().st_size, _noted(path).get("requests")
    return Kept(path, match[1], _at(path, match), size, requests)


def _at(path: Path, match: re.Match[str]) -> datetime:
    if match[2]:
        return datetime.strptime(match[2], _STAMP).replace(tzinfo=UTC)
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def free_name(folder: Path, kind: str, now: datetime) -> Path:
    """A name no backup has yet."""
    stem = f"{kind}-{now.astimezone(UTC):{_STAMP}}"
    names = (f"{stem}{'' if n == 1 else f'-{n}'}.sqlite3" for n in count(1))
    return next(folder / name for name in names if not (folder / name).exists())


def note(path: Path, proof: copies.Proof) -> None:
    """Write down what a proved copy is, beside it."""
    told = {"sha256": fingerprint(path), "version": proof.version, "rows": dict(proof.rows)}
    told["requests"] = proof.rows.get("request", 0)
    files.keep(_beside(path), json.dumps(told, indent=1).encode())


def note_again(path: Path, proof: copies.Proof) -> None:
    """The same where a copy took the place of a noted one: else it would count as changed."""
    if _noted(path):
        note(path, proof)


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.stem}.json")


def _noted(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(_beside(path).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def must_be_unchanged(path: Path) -> None:
    """Raise `Damaged` when a backup is not what it was when it was made."""
    known = _noted(path).get("sha256")
    if known is not None and known != fingerprint(path):
        raise Damaged(str(path), "changed-since")


def verdict(path: Path) -> str:
    """`sound`, `newer` or `damaged`, after reading it whole; changes nothing."""
    try:
        must_be_unchanged(path)
        copies.prove(path)
    except NewerDatabase:
        return "newer"
    except DeskError:
        return "damaged"
    return "sound"


def keep_attachments(desk: "Desk", shelf: Path) -> None:
    """Copy files of requests that no backup there has yet; they never change under their name.

    Raises `CannotWrite`.
    """
    for path in _files(desk.folder.attachments):
        copy = shelf / path.relative_to(desk.folder.attachments)
        if copy.exists():
            _used(copy)
        else:
            _copy(path, copy)


def _used(copy: Path) -> None:
    """A file that is needed still is as young as the newest backup."""
    try:
        copy.touch()
    except OSError as error:
        raise CannotWrite(str(copy), error.strerror or "") from error


def shelf_of(backup: Path) -> Path:
    """Where the files of requests lie that belong to a backup somebody made by hand."""
    return backup.with_name(f"{backup.stem}-{ATTACHMENTS}")


def bring_attachments_back(desk: "Desk", hashes: Iterable[str], source: Path) -> None:
    """Put back the files that a restored desk speaks of and lost, also from beside the backup."""
    place, wanted = desk.folder.attachments, tuple(hashes)
    here, beside = desk.folder.backups / ATTACHMENTS, source.parent / ATTACHMENTS
    for shelf in dict.fromkeys((here, beside, shelf_of(source))):
        for path in _files(shelf):
            target = place / path.relative_to(shelf)
            if path.name.startswith(wanted) and not target.exists():
                _copy(path, target)


def _files(place: Path) -> list[Path]:
    return [path for path in sorted(place.rglob("*")) if path.is_file()]


def _copy(source: Path, target: Path) -> None:
    scratch = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        scratch.unlink(missing_ok=True)
        scratch.touch(PRIVATE, exist_ok=False)
        shutil.copyfile(source, scratch)
        scratch.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            scratch.unlink()
        raise CannotWrite(str(target), error.strerror or "") from error


def copy_to(place: Path, made: Path) -> Path:
    """Put a backup in the second place too; raises `CannotWrite`."""
    for path in (made, _beside(made)):
        _copy(path, place / path.name)
    return place / made.name


def thin(desk: "Desk", folder: Path, days: int) -> None:
    """Remove the backups nobody needs any more, and all that are older than `days`."""
    now = desk.clock.now()
    there = listed(folder)
    stay = staying([(one.at, desk.local_date(one.at)) for one in there], now, days)
    for one in there:
        if one.at not in stay:
            for path in (one.path, _beside(one.path)):
                _remove(path)
    oldest = (now - timedelta(days=days)).timestamp()
    for path in _files(folder / ATTACHMENTS):
        if path.stat().st_mtime < oldest:
            _remove(path)


def _remove(path: Path) -> None:
    """A place may take files and give none back: what stays there costs nobody the new backup."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.warning("%s stays: %s", path.name, error.strerror)


def staying(made: Iterable[tuple[datetime, date]], now: datetime, days: int) -> set[datetime]:
    """Which of these instants stay; each comes with its local day."""
    newest_first = sorted(made, reverse=True)
    alive = [(at, day) for at, day in newest_first if now - at <= timedelta(days=days)]
    stay = {at for at, _ in alive if now - at <= timedelta(hours=24)}
    for most, group in (
        (DAYS, lambda day: day),
        (WEEKS, lambda day: day.isocalendar()[:2]),
        (MONTHS, lambda day: (day.year, day.month)),
    ):
        last: dict[Any, datetime] = {}
        for at, day in alive:
            last.setdefault(group(day), at)
        stay |= set(list(last.values())[:most])
    return stay
