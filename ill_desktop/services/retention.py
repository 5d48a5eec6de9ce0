"""Requests forget their readers some days after they were closed; the figures stay the same.

The post and the window run it once a day. What could name somebody goes: the reader, words,
attachments, the text of messages, files in quarantine, a damaged desk set aside. Keys, hashes,
events and counts stay.
"""

import contextlib
import re
import secrets
from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ill_desktop.domain.errors import Busy, CannotWrite
from ill_desktop.domain.rights import Right
from ill_desktop.services import backup, unfinished
from ill_desktop.services.changes import Change
from ill_desktop.services.rights import require
from ill_desktop.services.views import DRAFT
from ill_desktop.store import backup as copies
from ill_desktop.store import beside, enclosures, forgetting, outbox
from ill_desktop.store import settings as kept

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session
    from ill_desktop.store.rows import RequestRow

BATCH = 200
"""So many requests are forgotten in one commit: others get their turn in between."""
LARGE = 256 * 2**20
"""A file so large is not written anew by the way; what is deleted is overwritten all the same."""
RAN = "retention-ran"
DAYS = "retention-days"


def run(desk: "Desk") -> int:
    """Forget what is due today; how many requests."""
    count = _run(desk)
    with desk.database.work() as session:
        kept.write(session, RAN, desk.today().isoformat())
    return count


def due(desk: "Desk") -> bool:
    """Whether it did not run yet today."""
    return bool(desk.setting(RAN, "") != desk.today().isoformat())


def how_many(desk: "Desk", days: int) -> int:
    """How many requests would forget with so many days."""
    with desk.database.read() as session:
        return forgetting.how_many_due(session, _before(desk, days))


def run_now(desk: "Desk", days: int) -> int:
    """Forget what is due with so many days, which hold from now on; raises `Forbidden`."""
    require(desk, Right.RETENTION)
    backup.make(desk, "before-retention")
    with desk.database.work() as session:
        kept.write(session, DAYS, days)
    desk.changes.publish(Change(settings=True))
    return _run(desk)


def _run(desk: "Desk") -> int:
    before = _before(desk, int(desk.setting(DAYS, backup.RETENTION_DAYS)))
    touched: set[str] = set()
    while numbers := _batch(desk, before):
        touched |= numbers
    blanked = _all(lambda: _blank(desk, before))
    with desk.database.work() as session:
        left_over = forgetting.files_left_over(session) | enclosures.take_left_over(session)
    remove_files(desk, left_over | _of_nobody(desk, before))
    _clear(desk.folder.quarantine.rglob("*"), before)
    _clear(copies.set_aside(desk.folder.database), before)
    _clear_drafts(desk, before)
    unfinished.forget_old(desk)
    if touched or blanked:
        compact(desk)
        desk.changes.publish(Change(requests=frozenset(touched), messages=True))
    return len(touched)


def _before(desk: "Desk", days: int) -> datetime:
    """Closed so many days ago, and in a month that is over: its readers are counted by then."""
    first = desk.today().replace(day=1)
    month = datetime.combine(first, time(), ZoneInfo(desk.library.zone))
    return min(desk.clock.now() - timedelta(days=days), month)


def _batch(desk: "Desk", before: datetime) -> set[str]:
    with desk.database.work() as session:
        rows = forgetting.due(session, before, BATCH)
        numbers = {row.number for row in rows}
        gone = forget(session, rows)
    remove_files(desk, gone)
    return numbers


def forget(session: "Session", rows: "list[RequestRow]") -> set[str]:
    """Let requests forget; returns attachments they had, for `remove_files`."""
    for row in rows:
        if row.patron_id is not None and not row.reader_mark:
            _mark(session, row)
    unfinished.forget_requests(session, {row.number for row in rows})
    return forgetting.forget(session, rows)


def _mark(session: "Session", row: "RequestRow") -> None:
    """One mark for all of a reader's requests that figures count in the same month.

    One that they do not count yet may be counted in any, and gets its own when it forgets.
    """
    row.reader_mark = secrets.token_hex(8)
    month = _month(session, row)
    for other in forgetting.unmarked(session, row.patron_id or 0) if month else ():
        if _month(session, other) == month:
            other.reader_mark = row.reader_mark


def _month(session: "Session", row: "RequestRow") -> tuple[int, int] | None:
    day = forgetting.counted_on(session, row.id)
    return (day.year, day.month) if day else None


def _blank(desk: "Desk", before: datetime) -> int:
    with desk.database.work() as session:
        return forgetting.blank_bodies(session, before, BATCH)


def _all(once: Callable[[], int]) -> int:
    count = 0
    while some := once():
        count += some
    return count


def remove_files(desk: "Desk", hashes: set[str]) -> None:
    """Take attachments away whose last request has forgotten them.

    Whoever keeps a file holds the lock from the look whether its bytes are there to the row that
    says so; so does this, lest one that was just kept again be taken away.
    """
    if not hashes:
        return
    with desk.database.work() as session:
        for name in hashes - forgetting.still_attached(session, hashes):
            for path in desk.folder.attachments.glob(f"{name}*"):
                with contextlib.suppress(OSError):
                    path.unlink()


def _of_nobody(desk: "Desk", before: datetime) -> set[str]:
    """Old files no row speaks of: the program was stopped before it took them away, or before it
    wrote the row. What a restored copy does not know yet is younger.
    """
    there = {path.stem for path in desk.folder.attachments.glob("*") if _is_older(path, before)}
    with desk.database.read() as session:
        return {name for name in there - beside.attached(session) if _DIGEST.fullmatch(name)}


_DIGEST = re.compile("[0-9a-f]{64}")


def _is_older(path: Path, before: datetime) -> bool:
    try:
        return path.is_file() and path.stat().st_mtime < before.timestamp()
    except OSError:
        return False


def _clear(paths: Iterable[Path], before: datetime) -> None:
    for path in paths:
        if _is_older(path, before):
            with contextlib.suppress(OSError):
                path.unlink()


def _clear_drafts(desk: "Desk", before: datetime) -> None:
    """Take mails away that no message needs any more, or that nobody has sent in all the time."""
    drafts = list(desk.folder.drafts.glob("*.eml"))
    if not drafts:
        return
    with desk.database.work() as session:
        needed = {one: outbox.needs_draft(session, one.stem, DRAFT, before) for one in drafts}
    for path, one in needed.items():
        with contextlib.suppress(OSError):
            if one is False or (one is None and _is_older(path, before)):
                path.unlink()


def compact(desk: "Desk") -> None:
    """Leave nothing of what was deleted in the file; done another time when somebody reads."""
    if desk.folder.database.stat().st_size < LARGE:
        with contextlib.suppress(Busy, CannotWrite):
            desk.database.compact()
