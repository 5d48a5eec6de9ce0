"""What staff do to a request: one door for every action of the life cycle, and undo."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import CannotUndo, Refused
from ill_desktop.domain.lifecycle.keys import Key
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.domain.lifecycle.undoing import (
    BY_ITSELF,
    WHOLE,
    Undo,
    Way,
    after_sending,
    by_nobody,
    noticed,
)
from ill_desktop.services import effects, letters, requests
from ill_desktop.services.advance import OURS, Act, Source, Work, advance, take_back
from ill_desktop.services.changes import Change
from ill_desktop.services.desk import Desk
from ill_desktop.services.values import Raw, Values, read_values
from ill_desktop.services.views import DRAFT, RequestView
from ill_desktop.store import cases, journal, outbox
from ill_desktop.store.rows import EventRow
from ill_desktop.transport import folder

if TYPE_CHECKING:
    from ill_desktop.store.database import Session

BY_HAND = frozenset({Action.RECORD_ANSWER, Action.RECORD_MESSAGE})


def do(desk: Desk, number: str, action: Action, values: Raw | None = None) -> RequestView:
    """Do one action and return the request as it is afterwards.

    Raises `Missing`, `Refused`, `UnknownKey`, `Needed` or `Invalid`; nothing happened then.
    """
    if action is Action.EDIT:
        return requests.edit(desk, number, values or {})
    with desk.database.work() as session:
        perform(desk, session, number, action, values or {})
    desk.changes.publish(Change(requests=frozenset({number})))
    return requests.show(desk, number)


def perform(desk: Desk, session: "Session", number: str, action: Action, values: Raw) -> str:
    """Do one action inside a transaction and tell nobody; the id of the act is returned."""
    typed = read_values(action, values, desk.here, desk.currency)
    act = _act(desk, action, typed)
    effects.perform(Work(desk, session, cases.case_by_number(session, number), act), action, typed)
    return act.id


def _act(desk: Desk, action: Action, values: Values) -> Act:
    now = desk.clock.now()
    return Act(
        entered_at=now,
        effective_at=desk.instant_of(values.on, now),
        source=Source.BY_HAND if action in BY_HAND else Source.STAFF,
        staff=desk.staff,
        reason=effects.reason_code(action, values),
    )


@dataclass(frozen=True, slots=True)
class _Last:
    """The act that undo would take back, and how; `kind` is an action's code.

    `since` are the acts of printing and the rings of timers since, the newest first: they go
    before it. `noticed`: somebody was asked to look at a message since, and still is.
    """

    act: str
    kind: str
    way: Way
    since: tuple[str, ...] = ()
    noticed: bool = False


def _undo_act(desk: Desk) -> Act:
    now = desk.clock.now()
    return Act(entered_at=now, effective_at=now, staff=desk.staff)


def undo(desk: Desk, number: str, act: str = "") -> RequestView:
    """Take the last act back, with the messages it queued; raises as `undone` does."""
    return undone(desk, number, act)[0]


def undone(desk: Desk, number: str, act: str = "") -> tuple[RequestView, Undo]:
    """Take the last act back, and say how that was done; raises `CannotUndo`.

    `act` is the one meant: it stays where another is the last by now, unless that only printed a
    slip. One whose message has left is undone as `domain.lifecycle.undoing` says.
    """
    with desk.database.work() as session:
        how, drafts = undo_within(desk, session, number, act)
    drop_drafts(desk, drafts)
    desk.changes.publish(Change(requests=frozenset({number})))
    return requests.show(desk, number), how


def undo_within(
    desk: Desk, session: "Session", number: str, act: str
) -> tuple[Undo, tuple[str, ...]]:
    """The same inside a transaction, telling nobody; `drop_drafts` is for when it is saved."""
    work = Work(desk, session, cases.case_by_number(session, number), _undo_act(desk))
    offer = _last_act(work, act)
    if act and offer.act != act:
        raise CannotUndo(number, "more-since")
    drafts = outbox.withdraw(session, offer.act, DRAFT)
    if offer.way.undo is Undo.CANCEL:
        effects.perform(work, Action.ASK_CANCEL, Values())
    else:
        for act_since in offer.since:
            take_back(work, act_since)
        take_back(work, offer.act, attention=offer.noticed)
        _correct(work, offer)
    return offer.way.undo, tuple(drafts)


def drop_drafts(desk: Desk, names: Sequence[str]) -> None:
    """Remove mails that lay ready for what was taken back."""
    for name in names:
        folder.remove(desk.folder.draft(name))


def _correct(work: Work, offer: _Last) -> None:
    """Tell the partner that what has left no longer holds."""
    if offer.way.says is not None:
        note = f"withdrawn: {offer.kind}" if offer.way.undo is Undo.NOTE else ""
        letters.say(work, offer.way.says, Values(note=note))


_BEGINNINGS = frozenset({"created", "imported"})


def _last_act(work: Work, meant: str) -> _Last:
    """The newest act that stands; only that one can go, and only while it never left.

    A timer rings because of what was done before: what rang since goes with it. What was noticed
    of a message since is nobody's act either; it stays, for it is as true as before. Printing is
    nobody else's act: the marks of slips printed since go with it, too. Where none is `meant`,
    they do so while its message has not left, else the newest of them goes alone.
    """
    events = _standing(work)
    done = [one for one in events if not by_nobody(one.kind, one.source)]
    if not done:
        raise CannotUndo(work.case.request.number, "nothing")
    newest, beneath = done[0], next((one for one in done if not _is_print(one)), None)
    if beneath is None or newest is beneath or newest.act == meant:
        return _offer(work, newest, events)
    if meant:
        return _offer(work, beneath, events)
    try:
        offer = _offer(work, beneath, events)
    except CannotUndo:
        return _offer(work, newest, events)
    return offer if offer.way is WHOLE else _offer(work, newest, events)


def _standing(work: Work) -> list[EventRow]:
    """What happened and was not taken back, the last first."""
    return journal.standing(journal.history(work.session, work.case.request.id))


def _is_print(event: EventRow) -> bool:
    return event.kind == Action.PRINT_SLIP and event.source in OURS


def _offer(work: Work, event: EventRow, events: Sequence[EventRow]) -> _Last:
    """How the act of an event is taken back, and what came since; raises `CannotUndo`."""
    request = work.case.request
    if request.forgotten:
        raise CannotUndo(request.number, "forgotten")
    begun = event.kind in _BEGINNINGS
    if begun or event.source not in OURS:
        itself = BY_ITSELF.get(event.kind, "by-itself")
        why = itself if event.source == Source.TIMER else "not-ours"
        raise CannotUndo(request.number, "nothing" if begun else why)
    left = outbox.has_left(work.session, event.act, DRAFT)
    way = after_sending(request.side, event.kind) if left else WHOLE
    if way.undo is Undo.NEVER:
        raise CannotUndo(request.number, way.reason)
    if any(cases.is_lost(work.session, change) for change in event.difference.values()):
        raise CannotUndo(request.number, "not-kept")
    newer = tuple(takewhile(lambda one: one.act != event.act, events))
    stays = {one.act for one in newer if noticed(one.kind, one.source)}
    since = dict.fromkeys(one.act for one in newer if one.act not in stays)
    return _Last(event.act, event.kind, way, tuple(since), bool(stays))


__all__ = [
    "Key",
    "Refused",
    "advance",
    "do",
    "undo",
    "undone",
]
