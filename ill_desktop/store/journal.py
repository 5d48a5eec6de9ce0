"""Events and milestones: written by `services.advance` alone, read by history and figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.orm import Session, aliased

from ill_desktop.domain.lifecycle.states import Milestone, State
from ill_desktop.store.base import table
from ill_desktop.store.direct import Direct
from ill_desktop.store.rows import EventRow, MilestoneRow, RequestRow
from ill_desktop.store.writing import put


@dataclass(frozen=True, slots=True)
class Entry:
    """One event to be written; the fields are those of `EventRow`."""

    act: str
    request_id: int
    attempt_id: int | None
    kind: str
    source: str
    effective_at: datetime
    entered_at: datetime
    local_date: date
    staff: str
    state_from: State | None
    state_to: State
    difference: dict[str, Any]
    reason: str
    rang_for: date | None = None


@dataclass(frozen=True, slots=True)
class Reached:
    """One milestone to be written."""

    request_id: int
    attempt_id: int | None
    kind: Milestone
    at: datetime
    on: date
    act: str
    reason: str


def _values(entry: Entry | Reached) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in _NAMES[type(entry)]}


_NAMES = {kind: tuple(f.name for f in fields(kind)) for kind in (Entry, Reached)}


def add_event(session: Session, entry: Entry, undoes: str | None = None) -> None:
    """Write an event; `undoes` names the act it takes back."""
    put(session, EventRow, {**_values(entry), "undoes": undoes})


def add_milestone(session: Session, reached: Reached) -> None:
    """Write a milestone."""
    put(session, MilestoneRow, _values(reached))


def reached(session: Session, request_id: int, kind: Milestone, attempt_id: int | None) -> bool:
    """Whether the request, or the given attempt of it, has passed this milestone."""
    if attempt_id is None:
        return bool(_REACHED.rows(session, request=request_id, kind=kind))
    return bool(_REACHED_WITH.rows(session, request=request_id, kind=kind, attempt=attempt_id))


_MILESTONES = table(MilestoneRow).c
_PASSED = select(_MILESTONES.id).where(
    _MILESTONES.request_id == bindparam("request"), _MILESTONES.kind == bindparam("kind")
)
_REACHED = Direct(_PASSED)
_REACHED_WITH = Direct(_PASSED.where(_MILESTONES.attempt_id == bindparam("attempt")))


def forget_milestones(session: Session, act: str, request_id: int) -> None:
    """Take away what an act had reached that is undone, or whose ending is."""
    session.execute(
        delete(MilestoneRow).where(MilestoneRow.act == act, MilestoneRow.request_id == request_id)
    )


def forget_milestone_kinds(
    session: Session, request_id: int, kinds: frozenset[Milestone], acts: frozenset[str]
) -> None:
    """Take away milestones of these kinds and acts that a request has not reached after all."""
    session.execute(
        delete(MilestoneRow).where(
            MilestoneRow.request_id == request_id,
            MilestoneRow.kind.in_(kinds),
            MilestoneRow.act.in_(acts),
        )
    )


def milestones(session: Session, request_id: int) -> list[MilestoneRow]:
    """What a request has reached."""
    return list(session.scalars(select(MilestoneRow).where(MilestoneRow.request_id == request_id)))


def every_history(session: Session) -> Iterator[tuple[RequestRow, list[EventRow]]]:
    """Each request with everything that happened to it, the first first."""
    rows = session.execute(
        select(EventRow, RequestRow)
        .join(RequestRow, RequestRow.id == EventRow.request_id)
        .order_by(EventRow.request_id, EventRow.id)
        .execution_options(yield_per=500)
    )
    for request, pairs in groupby(rows, key=lambda row: row.RequestRow):
        yield request, [row.EventRow for row in pairs]


def staff_of(session: Session, act: str) -> str:
    """Who did an act; empty where nobody of the staff did, or none is known."""
    if not act:
        return ""
    query = select(EventRow.staff).where(EventRow.act == act, EventRow.undoes.is_(None))
    return session.scalars(query.order_by(EventRow.id).limit(1)).first() or ""


def events_of_act(session: Session, act: str, request_id: int) -> list[EventRow]:
    """What an act did to a request, the last first."""
    found = session.scalars(
        select(EventRow)
        .where(EventRow.act == act, EventRow.request_id == request_id)
        .order_by(EventRow.id.desc())
    )
    return list(found)


def standing(events: Sequence[EventRow]) -> list[EventRow]:
    """Those of all events of a request that took nothing back and were not taken back."""
    undone = {event.undoes for event in events if event.undoes}
    return [one for one in events if not one.undoes and one.act not in undone]


def history(session: Session, request_id: int) -> list[EventRow]:
    """Everything that happened to a request, the last first."""
    found = session.scalars(
        select(EventRow).where(EventRow.request_id == request_id).order_by(EventRow.id.desc())
    )
    return list(found)


@dataclass(frozen=True, slots=True)
class Raised:
    """The last thing that happened to a request without our doing, and since when it stands."""

    kind: str
    source: str
    since: datetime
    retry_after: date | None
    reason: str = ""


def raised(session: Session, request_ids: Sequence[int]) -> dict[int, Raised]:
    """By request: what may have brought it to attention, and was not taken back."""
    undoing = aliased(EventRow)
    last = (
        select(func.max(EventRow.id))
        .where(
            EventRow.request_id.in_(request_ids),
            EventRow.source.in_(("timer", "partner", "by-hand")),
            ~select(undoing.id).where(undoing.undoes == EventRow.act).exists(),
        )
        .group_by(EventRow.request_id)
    )
    found = session.execute(
        select(
            EventRow.request_id,
            EventRow.kind,
            EventRow.source,
            RequestRow.state_since,
            RequestRow.retry_after,
            EventRow.reason,
        )
        .join(RequestRow, RequestRow.id == EventRow.request_id)
        .where(EventRow.id.in_(last))
    )
    return {row[0]: Raised(*row[1:]) for row in found}


SENDINGS = ("send", "send-next", "try-again")
"""Kinds of events that gave an attempt its id."""


def sendings(session: Session, request_id: int) -> int:
    """How often the request was sent to anyone, undone sendings included: ids are never reused."""
    query = select(func.count()).where(
        EventRow.request_id == request_id, EventRow.kind.in_(SENDINGS)
    )
    return session.scalar(query) or 0
