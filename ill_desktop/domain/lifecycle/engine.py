"""Reads the tables: what a trigger leads to, and what staff may do now.

Pure functions over `rows.Row`; nothing else in the program decides a state.
"""

from collections.abc import Iterable
from types import MappingProxyType

from ill_desktop.domain.lifecycle.borrowing import BORROWING
from ill_desktop.domain.lifecycle.lending import LENDING
from ill_desktop.domain.lifecycle.primary import Facts, Standpoint, primary
from ill_desktop.domain.lifecycle.rows import Row, Says, Step
from ill_desktop.domain.lifecycle.standing import STANDING, is_final, states
from ill_desktop.domain.lifecycle.states import (
    Action,
    Applies,
    Flag,
    Heard,
    Milestone,
    Service,
    Side,
    State,
    Trigger,
)

TABLES = MappingProxyType({Side.BORROWING: BORROWING, Side.LENDING: LENDING})
ANYWHERE = (Action.EDIT, Action.REOPEN, Action.VOID, Action.ACKNOWLEDGE, Action.TOLD)
SEEN = frozenset({Flag.ATTENTION, Flag.UNREAD})
QUIET = frozenset({Action.WRITE_MESSAGE, Action.PRINT_SLIP, Action.EDIT, Action.REMIND,
                   Action.ASK_STATUS})  # fmt: skip
"""Staff acts that do not answer what the attention flag was about."""


WITH_THE_READER = frozenset({Action.NOTIFY, Action.HANDED_OUT, Action.PATRON_RETURNED})
"""Staff acts that answer for the reader, but not for the library that wants its loan back."""

WANTED_BACK = MappingProxyType(
    {
        Side.BORROWING: frozenset({Flag.RECALLED, Flag.OVERDUE}),
        Side.LENDING: frozenset[Flag](),
    }
)
"""That the library which owns it wants it back: neither its arrival nor a reader answers that."""

QUESTIONS = MappingProxyType(
    {
        Side.BORROWING: frozenset[Flag](),
        Side.LENDING: frozenset({Flag.CANCEL_ASKED, Flag.RENEW_ASKED}),
    }
)
"""What a partner asked of us, and waits for: nobody is done with it who has only seen it."""


class NoStep(LookupError):
    """The table has no row for this; callers word it as `errors.Refused`."""


def _covers(row: Row, service: Service) -> bool:
    if service is Service.COPY_OR_LOAN:
        return not row.settled
    if row.applies is Applies.ALL:
        return True
    return row.applies.value == service.value


Key = tuple[State, Service, type, str]


def _key(state: State, service: Service, trigger: Trigger) -> Key:
    # The type belongs to the key: Action.RENEW and Heard.RENEW are equal as strings.
    return state, service, type(trigger), trigger.value


def _index(side: Side, rows: Iterable[Row]) -> dict[Key, Row]:
    found: dict[Key, Row] = {}
    for row in rows:
        for state in row.froms:
            for service in Service:
                if not _covers(row, service):
                    continue
                key = _key(state, service, row.trigger)
                if key in found:
                    raise ValueError(f"two rows for {side} {key}")
                found[key] = row
    return found


_INDEX = MappingProxyType({side: _index(side, rows) for side, rows in TABLES.items()})


def row_for(at: Standpoint, trigger: Trigger) -> Row | None:
    """The table's row, or None; a row whose flag is down does not exist."""
    row = _INDEX[at.side].get(_key(at.state, at.service, trigger))
    if row is None or (row.needs is not None and row.needs not in at.flags):
        return None
    return row


def step(at: Standpoint, trigger: Trigger) -> Step:
    """What `trigger` leads to from here; raises `NoStep`.

    A message without a row changes nothing and asks for attention (LIFECYCLE §2.4).
    """
    if isinstance(trigger, Action) and trigger in ANYWHERE:
        return _anywhere(at, trigger)
    row = row_for(at, trigger)
    if row is not None and not _unspoken(at, row.trigger):
        return _resolved(at, row)
    if isinstance(trigger, Heard):
        return _stay(at, trigger, at.flags | {Flag.ATTENTION}, known=False)
    raise NoStep(f"{at.side} {at.state} {trigger}")


def _resolved(at: Standpoint, row: Row) -> Step:
    state = row.to or at.state
    moved_to_end = row.to is not None and is_final(at.side, row.to)
    kept = at.flags - frozenset(row.clears)
    if isinstance(row.trigger, Action) and row.trigger not in QUIET:
        kept = kept - {Flag.UNREAD} if _goes_on(at, row.trigger) else _seen(at.side, kept)
    if row.crosses in kept:
        kept |= {Flag.ATTENTION}
    if moved_to_end:
        kept &= {Flag.LOST}
    return Step(
        at.side,
        row.trigger,
        at.state,
        state,
        kept | frozenset(row.sets),
        _said(at, row),
        row.becomes if row.becomes and at.service is not row.becomes else at.service,
        row.marks,
    )


def _goes_on(at: Standpoint, action: Action) -> bool:
    """Whether somebody has to look afterwards as well: the loan is wanted back."""
    wanted = bool(WANTED_BACK[at.side] & at.flags)
    if action is Action.RECEIVED:
        return wanted
    return action in WITH_THE_READER and (wanted or at.facts.late)


def looked_at(at: Standpoint) -> Standpoint:
    """The same place after somebody has looked."""
    return at._replace(facts=at.facts._replace(flags=_seen(at.side, at.flags)))


def _seen(side: Side, flags: frozenset[Flag]) -> frozenset[Flag]:
    """What is left when somebody has looked; an open question goes on asking for an answer."""
    return flags - (SEEN if not flags & QUESTIONS[side] else {Flag.UNREAD})


def _said(at: Standpoint, row: Row) -> tuple[Says, ...]:
    if row.says is None:
        return ()
    supplying = row.trigger is Action.SHIP or row.trigger is Action.SEND_COPY
    if supplying and Flag.CANCEL_ASKED in at.flags:
        return (Says.CANCEL_NO, row.says)
    return (row.says,)


def _stay(at: Standpoint, trigger: Trigger, flags: frozenset[Flag], known: bool = True) -> Step:
    return Step(at.side, trigger, at.state, at.state, flags, (), at.service, (), known)


def _anywhere(at: Standpoint, action: Action) -> Step:
    if not _offered_anywhere(at, action):
        raise NoStep(f"{at.side} {at.state} {action}")
    if action is Action.VOID:
        return Step(
            at.side,
            action,
            at.state,
            State.CLOSED,
            at.flags & {Flag.LOST},
            (),
            at.service,
            (Milestone.VOIDED,),
        )
    flags = _seen(at.side, at.flags) if action is Action.ACKNOWLEDGE else at.flags
    return _stay(at, action, flags)


def _offered_anywhere(at: Standpoint, action: Action) -> bool:
    if action is Action.REOPEN:
        return is_final(at.side, at.state)
    if action is Action.VOID:
        return not at.facts.voided
    if action is Action.ACKNOWLEDGE:
        return _seen(at.side, at.flags) != at.flags
    if action is Action.TOLD:
        return at.facts.to_tell
    return True


_SPEAKS_2021 = frozenset({Action.HOLD_RETURN, Action.RELEASE_HOLD})


def _unspoken(at: Standpoint, trigger: Trigger) -> bool:
    """Whether the partner's edition of the protocol has no word for an action."""
    return trigger in _SPEAKS_2021 and isinstance(trigger, Action) and not at.facts.speaks_2021


def _hidden(at: Standpoint, action: Action) -> bool:
    if _unspoken(at, action):
        return True
    return action is Action.USE_ATTEMPT and not at.facts.late_supplier


def choices(at: Standpoint) -> tuple[Action, ...]:
    """What staff may do from here, the primary action first, then in table order."""
    offered = [
        row.trigger
        for row in TABLES[at.side]
        if isinstance(row.trigger, Action)
        and at.state in row.froms
        and row_for(at, row.trigger) is row
        and not _hidden(at, row.trigger)
    ]
    offered += [action for action in ANYWHERE if _offered_anywhere(at, action)]
    first = primary(at)
    if first in offered:
        offered.remove(first)
        offered.insert(0, first)
    return tuple(offered)


def told_late(side: Side, service: Service, heard: Heard) -> tuple[Milestone, ...]:
    """What a message still shows to have happened when the request has moved on since."""
    row = row_for(Standpoint(side, State.SENT, service), heard)
    return tuple(mark for mark in (row.marks if row else ()) if mark in _LATE_MARKS)


_LATE_MARKS = frozenset({Milestone.ANSWERED, Milestone.SHIPPED})


def heard_on(side: Side) -> frozenset[Heard]:
    """Everything a partner can say to this side."""
    return frozenset(row.trigger for row in TABLES[side] if isinstance(row.trigger, Heard))


def actions_on(side: Side) -> frozenset[Action]:
    """Every action staff have on this side."""
    rows = (row.trigger for row in TABLES[side] if isinstance(row.trigger, Action))
    return frozenset(rows) | frozenset(ANYWHERE)


__all__ = [
    "ANYWHERE",
    "STANDING",
    "TABLES",
    "Facts",
    "NoStep",
    "Standpoint",
    "actions_on",
    "choices",
    "heard_on",
    "is_final",
    "primary",
    "row_for",
    "states",
    "step",
    "told_late",
]
