"""What staff do to a request: one door for every action of the life cycle, and undo."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import CannotUndo, Refused
from ill_desktop.domain.lifecycle.keys import Key
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.domain.lifecycle.undoing import WHOLE, Undo, Way, after_sending
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


@contextmanager
def _work(desk: Desk, number: str, act: Act) -> Iterator[Work]:
    with desk.database.work() as session:
        yield Work(desk, session, cases.case_by_number(session, number), act)


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

    `marks` are the acts of printing since, the newest first: they go before it.
    """

    act: str
    kind: str
    way: Way
    marks: tuple[str, ...] = ()


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
    with _work(desk, number, _undo_act(desk)) as work:
        offer = _last_act(work, act)
        if act and offer.act != act:
            raise CannotUndo(number, "more-since")
        for mark in offer.marks:
            take_back(work, mark)
        drafts = outbox.withdraw(work.session, offer.act, DRAFT)
        if offer.way.undo is Undo.CANCEL:
            effects.perform(work, Action.ASK_CANCEL, Values())
        else:
            take_back(work, offer.act)
            _correct(work, offer)
    for name in drafts:
        folder.remove(desk.folder.draft(name))
    desk.changes.publish(Change(requests=frozenset({number})))
    return requests.show(desk, number), offer.way.undo


def _correct(work: Work, offer: _Last) -> None:
    """Tell the partner that what has left no longer holds."""
    if offer.way.says is not None:
        note = f"withdrawn: {offer.kind}" if offer.way.undo is Undo.NOTE else ""
        letters.say(work, offer.way.says, Values(note=note))


_BEGINNINGS = frozenset({"created", "imported"})


def _last_act(work: Work, meant: str) -> _Last:
    """The newest act that stands; only that one can go, and only while it never left.

    Printing is nobody else's act: the marks of slips printed since go with it. Where none is
    `meant`, they do so while its message has not left, else the newest of them goes alone.
    """
    events = _standing(work)
    marks = tuple(dict.fromkeys(one.act for one in takewhile(_is_print, events)))
    beneath = events[sum(1 for _ in takewhile(_is_print, events)) :]
    if not marks or not beneath or events[0].act == meant:
        return _offer(work, events[0])
    if meant:
        return _offer(work, beneath[0], marks)
    try:
        offer = _offer(work, beneath[0], marks)
    except CannotUndo:
        return _offer(work, events[0])
    return offer if offer.way is WHOLE else _offer(work, events[0])


def _standing(work: Work) -> list[EventRow]:
    """What happened and was not taken back, the last first; raises where that is nothing."""
    history = journal.history(work.session, work.case.request.id)
    undone = {event.undoes for event in history}
    events = [one for one in history if one.undoes is None and one.act not in undone]
    if not events:
        raise CannotUndo(work.case.request.number, "nothing")
    return events


def _is_print(event: EventRow) -> bool:
    return event.kind == Action.PRINT_SLIP and event.source in OURS


def _offer(work: Work, event: EventRow, marks: tuple[str, ...] = ()) -> _Last:
    """How the act of an event is taken back; raises `CannotUndo`."""
    request = work.case.request
    if request.forgotten:
        raise CannotUndo(request.number, "forgotten")
    begun = event.kind in _BEGINNINGS
    if begun or event.source not in OURS:
        raise CannotUndo(request.number, "nothing" if begun else "not-ours")
    left = outbox.has_left(work.session, event.act, DRAFT)
    way = after_sending(request.side, event.kind) if left else WHOLE
    if way.undo is Undo.NEVER:
        raise CannotUndo(request.number, way.reason)
    if any(cases.is_lost(work.session, change) for change in event.difference.values()):
        raise CannotUndo(request.number, "not-kept")
    return _Last(event.act, event.kind, way, marks)


__all__ = [
    "Key",
    "Refused",
    "advance",
    "do",
    "undo",
    "undone",
]
