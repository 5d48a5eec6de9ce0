"""Requests whose time is up: bounded ranges, and each timer only once for a state."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import NamedTuple

from sqlalchemy import Date, Select, bindparam, select
from sqlalchemy.orm import Session

from ill_desktop.domain.lifecycle.states import Side, State, Timer
from ill_desktop.store.rows import EventRow, RequestRow


@dataclass(frozen=True, slots=True)
class Waiting:
    """Requests of some states whose `column` lies on or before a day, or its last instant."""

    timer: Timer
    side: Side
    states: tuple[State, ...]
    column: str
    day: date
    instant: datetime


def due(session: Session, waiting: Waiting) -> list[int]:
    """Those for which the timer has not rung since they came into their state."""
    query, is_day = _query(waiting.timer, waiting.side, waiting.states, waiting.column)
    latest = waiting.day if is_day else waiting.instant
    # asked for in order, SQLite would rather walk through all requests there ever were
    return sorted(session.scalars(query, {"latest": latest}))


@cache
def _query(
    timer: Timer, side: Side, states: tuple[State, ...], name: str
) -> tuple[Select[int], bool]:
    """The question of one timer, made once, and whether it is put with a day."""
    column = getattr(RequestRow, name)
    kind = RequestRow.__table__.c[name].type
    rung = (
        select(EventRow.id)
        .where(
            EventRow.request_id == RequestRow.id,
            EventRow.kind == timer.value,
            EventRow.source == "timer",
            EventRow.effective_at >= RequestRow.state_since,
        )
        .exists()
    )
    query = select(RequestRow.id).where(
        RequestRow.side == side,
        RequestRow.state.in_(states),
        column <= bindparam("latest", type_=kind),
        ~rung,
    )
    return query, isinstance(kind, Date)


class Lent(NamedTuple):
    """A loan that is out and due."""

    number: str
    title: str
    partner_id: int | None
    due: date


LENT = (State.SENT_OUT, State.AT_BORROWER)


def lent_due(session: Session, first: date, last: date) -> list[Lent]:
    """Loans that are out and due within a span, the first first."""
    query = (
        select(RequestRow.number, RequestRow.title, RequestRow.partner_id, RequestRow.due)
        .where(
            RequestRow.side == Side.LENDING,
            RequestRow.state.in_(LENT),
            RequestRow.due >= first,
            RequestRow.due <= last,
        )
        .order_by(RequestRow.due, RequestRow.id)
    )
    return [
        Lent(number, title, partner_id, due)
        for number, title, partner_id, due in session.execute(query)
        if due is not None
    ]
