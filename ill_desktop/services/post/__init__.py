"""The post: read what partners left, let time do its part, write what is due.

`run` is what the window's timer and `ill post` both call.
"""

import contextlib
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import CannotWrite
from ill_desktop.services import backup, erasing, retention
from ill_desktop.services.changes import Change
from ill_desktop.services.post import collecting, delivering, locked, looking, silence, timers
from ill_desktop.services.post.collecting import Tally
from ill_desktop.store.locking import only_one

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PostReport:
    """One run in numbers; `read` is the sum of the four after it (DESIGN §7)."""

    read: int
    applied: int
    duplicate: int
    attention: int
    quarantined: int
    written: int
    failed: int
    absent: tuple[str, ...] = ()
    """Partners whose inbox could not be looked into, by name."""
    locked: tuple[str, ...] = ()
    """Partners of whom a file has been kept from being read for long, by name."""
    drafts: int = 0
    """Of those written, the mails that lie ready until a person sends them."""
    more: bool = False
    """Whether files were left for the next round."""
    failing: tuple[str, ...] = ()
    """Partners of whom a file or mail could not be taken in for long, by name: our own code
    failed."""


@contextmanager
def _marked(mark: Path, tally: Tally) -> Iterator[None]:
    """Leave a mark while the post runs: one that is killed in the middle leaves it behind.

    Only then, or when a file failed, can a file that was read lie in the inbox still.
    """
    tally.after_crash = mark.exists()
    with contextlib.suppress(OSError):
        mark.touch()
    yield
    if not tally.unsure:
        mark.unlink(missing_ok=True)


def _back_up(desk: "Desk") -> None:
    """The day's backup, before anything new is read; a full disk must not keep the post."""
    try:
        backup.automatic(desk)
    except CannotWrite as error:
        log.warning("no backup today: %s", error.reason)


def _forget(desk: "Desk") -> None:
    """Once a day: requests forget their readers, and cards that had to wait for it go."""
    retention.run(desk)
    erasing.apply(desk)


def whose(files: Mapping[str, str], late: frozenset[str]) -> tuple[str, ...]:
    """The partners of files that are late, by name."""
    return tuple(sorted({name for path, name in files.items() if path in late}))


def _round(desk: "Desk", tally: Tally, now: bool) -> None:
    looking.before_reading(desk)
    desk.hold()
    _back_up(desk)
    collecting.collect(desk, tally)
    looking.after_reading(desk)
    tally.late = locked.for_long(desk, tally.held | tally.failing, tally.more)
    timers.ring(desk, tally)
    silence.notice(desk, tally)
    forgets = retention.due(desk)
    delivering.deliver(desk, tally, everything=now)
    if forgets:
        _forget(desk)


def run(desk: "Desk", now: bool = False, briefly: bool = False) -> PostReport:
    """One round of the post; `now` also sends what is still held.

    `briefly` leaves many files to the next round, so that a person's own work comes in between.

    Raises `Busy` beside another, and `CannotWrite` when a file could not be kept: it lies in the
    inbox still, and everything else was done. A desk that can only be looked at does nothing and
    raises `CannotWrite`, too.
    """
    desk.database.must_be_writable()
    tally = Tally(briefly=briefly)
    counts = tally.counts
    try:
        with only_one(desk.folder.post_lock), _marked(desk.folder.post_mark, tally):
            _round(desk, tally, now)
    finally:
        if counts:
            desk.changes.publish(Change(requests=frozenset(tally.touched), messages=True))
    if tally.trouble is not None:
        raise tally.trouble
    return PostReport(
        counts["read"],
        counts["applied"],
        counts["duplicate"],
        counts["attention"],
        counts["quarantined"],
        counts["written"],
        counts["failed"],
        tuple(tally.absent),
        whose(tally.held, tally.late),
        counts["drafts"],
        tally.more,
        whose(tally.failing, tally.late),
    )
