"""The post: read what partners left, let time do its part, write what is due.

`run` is what the window's timer and `ill post` both call.
"""

import contextlib
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import CannotWrite, Damaged
from ill_desktop.services import backup, erasing, retention, soundness
from ill_desktop.services.changes import Change
from ill_desktop.services.post import (
    collecting,
    delivering,
    locked,
    looking,
    silence,
    timers,
    turns,
)
from ill_desktop.services.post.tally import PostReport as PostReport
from ill_desktop.services.post.tally import Tally, never

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk

log = logging.getLogger(__name__)


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


def _round(desk: "Desk", tally: Tally, now: bool) -> None:
    looking.before_reading(desk)
    desk.hold()
    _back_up(desk)
    collecting.collect(desk, tally)
    looking.after_reading(desk)
    tally.late = locked.for_long(desk, tally.held | tally.failing, tally.more)
    if tally.stopped():
        return
    timers.ring(desk, tally)
    silence.notice(desk, tally)
    forgets = retention.due(desk)
    delivering.deliver(desk, tally, everything=now)
    if forgets:
        _forget(desk)


def run(
    desk: "Desk", now: bool = False, briefly: bool = False, stopped: Callable[[], bool] = never
) -> PostReport:
    """One round of the post; `now` also sends what is still held.

    `briefly` does a portion and leaves `more` to the next, so that a person's own work, and another
    program that was turned away, come in between. Once it is `stopped`, the batch at hand is
    finished and the rest stays where it is.

    Raises `Busy` beside another, and `CannotWrite` when a file could not be kept: it lies in the
    inbox still, and everything else was done; where there is more to do, the last portion raises
    it. A desk that can only be looked at does nothing and raises `CannotWrite`, too; and so does a
    damaged one, which raises `Damaged`.
    """
    desk.database.must_be_writable()
    tally = Tally(briefly=briefly, stopped=stopped)
    counts = tally.counts
    try:
        with turns.turn(desk.folder), _marked(desk.folder.post_mark, tally):
            _round(desk, tally, now)
            tally.wanted = turns.is_wanted(desk.folder)
    except Damaged:
        soundness.look(desk)
        raise
    finally:
        if counts:
            desk.changes.publish(Change(requests=frozenset(tally.touched), messages=True))
    if tally.trouble is not None and not tally.more:
        raise tally.trouble
    return tally.report()
