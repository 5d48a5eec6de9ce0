"""The milestones a request should have, told from its events alone.

`check` compares them with those that are kept, and undo puts back the ones it needs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ill_desktop.domain.lifecycle.engine import TABLES, told_late
from ill_desktop.domain.lifecycle.states import (
    Action,
    Heard,
    Milestone,
    Service,
    Side,
    State,
    Timer,
    Trigger,
)
from ill_desktop.store import journal
from ill_desktop.store.journal import Reached
from ill_desktop.store.rows import EventRow

ONCE = frozenset(Milestone) - {
    Milestone.ATTEMPT_SENT,
    Milestone.ANSWERED,
    Milestone.SHIPPED,
}
"""Milestones a request reaches once; the others once an attempt."""

ENDINGS = frozenset(
    {
        Milestone.CLOSED_FILLED,
        Milestone.CLOSED_UNFILLED,
        Milestone.CLOSED_CANCELLED,
        Milestone.NOT_SUPPLIED,
        Milestone.VOIDED,
        Milestone.BACK,
    }
)
"""Milestones that reopening takes away where they were reached since the ending; of the act that
ended the request it takes every one."""

_FIRST = {Side.BORROWING: Milestone.CREATED, Side.LENDING: Milestone.ARRIVED}

Key = tuple[Milestone, int | None]


@dataclass(slots=True)
class Expected:
    """Milestones by kind and attempt: those that must be kept, and acts that may have left one.

    Whether a message that moved nothing was news, and whether the reader is told by hand, does
    not stand in the event.
    """

    must: dict[Key, Reached] = field(default_factory=dict)
    may: set[tuple[Milestone, str]] = field(default_factory=set)


def expected(side: Side, events: Sequence[EventRow]) -> Expected:
    """Replay the events of one request, the first first."""
    found = Expected()
    kept = journal.standing(events)
    for place, event in enumerate(kept):
        if event.kind == "created":
            _reach(found, event, _FIRST[side])
        elif event.kind == Action.REOPEN and event.state_from is not None:
            _take_away(found, ending(kept[:place], event.state_from))
        else:
            _replay(found, side, event)
    return found


class Ending(NamedTuple):
    """The state before a final one was entered, the act that did it, and those since.

    `before` None: it never was anything else.
    """

    before: State | None
    act: str
    since: frozenset[str]


def ending(events: Sequence[EventRow], final: State) -> Ending:
    """How a final state was entered; `events` stand, the first first."""
    since: set[str] = set()
    for event in reversed(events):
        if event.state_to is final and event.state_from not in (None, final):
            return Ending(event.state_from, event.act, frozenset(since))
        since.add(event.act)
    return Ending(None, "", frozenset(since))


def _replay(found: Expected, side: Side, event: EventRow) -> None:
    quiet = event.source == "partner" and event.state_from is event.state_to
    if event.kind == Action.RECEIVED and event.source == "staff":
        found.may.add((Milestone.NOTIFIED, event.act))
    heard = _trigger(event)
    if quiet and isinstance(heard, Heard) and side is Side.BORROWING:
        found.may |= {(mark, event.act) for service in Service
                      for mark in told_late(side, service, heard)}  # fmt: skip
    for mark in _marks(side, event):
        if quiet:
            found.may.add((mark, event.act))
        else:
            _reach(found, event, mark)


def _marks(side: Side, event: EventRow) -> tuple[Milestone, ...]:
    trigger = _trigger(event)
    if trigger is Action.VOID:
        return (Milestone.VOIDED,)
    for row in TABLES[side]:
        same = type(row.trigger) is type(trigger) and row.trigger == trigger
        if (
            same
            and event.state_from in row.froms
            and event.state_to is (row.to or event.state_from)
        ):
            return row.marks
    return ()


def _trigger(event: EventRow) -> Trigger | None:
    """Staff act, unless the kind is only ever heard; partners and the telephone are heard.

    What happens by itself is a timer's ring, or an act the desk was told to do without asking.
    """
    order: dict[str, tuple[type[Action] | type[Heard] | type[Timer], ...]] = {
        "staff": (Action, Heard),
        "timer": (Timer, Action),
    }
    for kind in order.get(event.source, (Heard, Action)):
        if event.kind in {member.value for member in kind}:
            return kind(event.kind)
    return None


def _reach(found: Expected, event: EventRow, mark: Milestone) -> None:
    key = (mark, None if mark in ONCE else event.attempt_id)
    if key in found.must:
        return
    found.must[key] = Reached(
        request_id=event.request_id,
        attempt_id=event.attempt_id,
        kind=mark,
        at=event.effective_at,
        on=event.local_date,
        act=event.act,
        reason=event.reason,
    )


def _take_away(found: Expected, end: Ending) -> None:
    for key, reached in tuple(found.must.items()):
        late = reached.kind in ENDINGS and reached.act in end.since
        if late or reached.act == end.act:
            del found.must[key]
