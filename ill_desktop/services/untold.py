"""What acts said to libraries that no message reaches, and what of it is still to be told."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ill_desktop.domain.lifecycle.rows import Says
from ill_desktop.domain.lifecycle.states import Action, State
from ill_desktop.domain.telling import HEARD, TELLS_ITSELF, UNTOLD
from ill_desktop.store import journal
from ill_desktop.store import untold as kept
from ill_desktop.store.rows import EventRow

if TYPE_CHECKING:
    from ill_desktop.store.database import Session

BEGINS = (Says.REQUEST, Says.RETRY_REQUEST)
Untold = dict[tuple[int | None, str], EventRow]
"""What is still to be told, by the attempt it is about and its code of `Says`."""


def said(event: EventRow) -> tuple[str, ...]:
    """What an event says to a partner whom no message reaches."""
    return _said(event.difference)


def _said(difference: Mapping[str, Any]) -> tuple[str, ...]:
    names = (name for name in difference if name.startswith(UNTOLD))
    return tuple(name.removeprefix(UNTOLD) for name in names)


def left(events: Sequence[EventRow]) -> Untold:
    """What still has to be told, the last first; `events` are all it has, the newest first.

    What the partner said since, and what came or went, tells more than a call about it. An ending
    ends that, too, unless it was reopened.
    """
    settled: set[int | None] = set()
    found: Untold = {}
    reopened = False
    for row in journal.standing(events):
        if row.attempt_id in settled:
            continue
        says = said(row)
        ends = row.state_to is State.CLOSED and not says
        if row.kind == Action.TOLD or (ends and not reopened):
            break
        reopened = row.kind == Action.REOPEN or (reopened and not ends)
        if row.source in HEARD or any(Says(one) in TELLS_ITSELF for one in says):
            settled.add(row.attempt_id)
        else:
            found.update({(row.attempt_id, one): row for one in says})
    return _without_needless(found)


def _without_needless(found: Untold) -> Untold:
    """Who was never told that we ask has nothing to cancel, and hears of neither."""
    needless = {
        attempt
        for attempt, says in found
        if says == Says.CANCEL and any((attempt, one.value) in found for one in BEGINS)
    }
    return {key: row for key, row in found.items() if key[0] not in needless}


def waits(session: "Session", request_id: int) -> bool:
    """Whether anything is left to tell of a request, as was noted last."""
    return kept.waits(session, request_id)


def look_again(
    session: "Session", request_id: int, changed: Mapping[str, Any], *, back: bool = False
) -> None:
    """Note whether anything is left to tell, after an event with such a difference was written.

    Only what says something, or what brings a request `back` to how it stood before, can leave
    more than there was.
    """
    if back or _said(changed) or kept.waits(session, request_id):
        waiting = bool(left(journal.history(session, request_id)))
        kept.keep(session, request_id, waiting=waiting)
