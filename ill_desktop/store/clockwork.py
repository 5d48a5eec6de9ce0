"""Requests whose time is up: bounded ranges, and each timer only once for a state and a date.

A ring that was taken back, with the act it came after, counts for nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum, auto
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    Select,
    String,
    bindparam,
    literal_column,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

from ill_desktop.domain.lifecycle.states import Milestone, Side, State, Timer
from ill_desktop.store.base import table
from ill_desktop.store.direct import Direct
from ill_desktop.store.rows import EventRow, ExchangeProfileRow, MilestoneRow, RequestRow


class Whose(Enum):
    """Whose requests: everybody's, those with partners whose cards give some days to answer, or
    those with partners whose cards give none.
    """

    EVERYBODYS = auto()
    THEIRS = auto()
    OTHERS = auto()


class Which(NamedTuple):
    """Which requests a timer looks at, by what column; not those that reached `unless`."""

    timer: Timer
    side: Side
    states: tuple[State, ...]
    column: str
    unless: Milestone | None = None
    whose: Whose = Whose.EVERYBODYS
    until_past: bool = False
    """A list of them leaves out what is past by now; what rings does not ask."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Requests whose column lies on or before a day, or its last instant."""

    which: Which
    day: date
    instant: datetime
    given: int = 0
    """The days to answer on the cards of the partners meant by `THEIRS`."""
    today: date = date.min


def due(session: Session, waiting: Sequence[Waiting]) -> list[tuple[int, int]]:
    """Those for which a timer has not rung in this state, or not for the date they have now.

    Each as the place of its timer in `waiting` and the request's number in the table.
    """
    asked, latest = tuple(one.which for one in waiting), _latest(waiting)
    # asked for in order, SQLite would rather walk through all requests there ever were
    return sorted((n, request_id) for n, request_id in _query(asked).rows(session, **latest))


def is_due(session: Session, waiting: Waiting, request_id: int) -> bool:
    """Whether a request is still one of those for which a timer has not rung."""
    given = {"id": request_id, **_latest([waiting])}
    return bool(_still(waiting.which).rows(session, **given))


def up(n: int, which: Which) -> list[list[ColumnElement[bool]]]:
    """What holds for those whose time is up, whether it rang or not, for each state: every
    one has its own stretch of an index. Binds what `bounds` names.
    """
    column, first = _REQUESTS[which.column], bindparam(f"today_{n}", type_=Date)
    from_today = (column >= first,) if which.until_past else ()
    each = (which._replace(states=(state,)) for state in which.states)
    return [[*_meant(n, one), *from_today] for one in each]


def bounds(waiting: Sequence[Waiting]) -> dict[str, Any]:
    """What `up` binds for each of them, by its place."""
    firsts = {f"today_{n}": one.today for n, one in enumerate(waiting) if one.which.until_past}
    return _latest(waiting) | firsts


def _latest(waiting: Sequence[Waiting]) -> dict[str, Any]:
    """Until when each waits, and for how many days where a card says so."""
    latest: dict[str, Any] = {
        f"latest_{n}": one.day if isinstance(_kind(one.which.column), Date) else one.instant
        for n, one in enumerate(waiting)
    }
    return latest | {
        f"given_{n}": one.given for n, one in enumerate(waiting) if one.which.whose is Whose.THEIRS
    }


_REQUESTS, _EVENTS = table(RequestRow).c, table(EventRow).c
_UNDOING = table(EventRow).alias("undoing").c
_MILESTONES, _CARDS = table(MilestoneRow).c, table(ExchangeProfileRow).c


def _kind(column: str) -> TypeEngine[Any]:
    return _REQUESTS[column].type


@cache
def _query(asked: tuple[Which, ...]) -> Direct:
    """The questions of all timers as one, made once."""
    return Direct(union_all(*(_one(n, each) for n, each in enumerate(asked))))


@cache
def _still(which: Which) -> Direct:
    return Direct(_one(0, which).where(_REQUESTS.id == bindparam("id", type_=Integer)))


def _word(one: StrEnum | str) -> ColumnElement[str]:
    """A word of our own: a hundred of them as values would cost more than the question."""
    return literal_column(f"'{one}'", String)


def _one(n: int, which: Which) -> Select[int, int]:
    kind, column = _kind(which.column), _REQUESTS[which.column]
    rung = select(_EVENTS.id).where(
        _EVENTS.request_id == _REQUESTS.id,
        _EVENTS.kind == _word(which.timer),
        _EVENTS.source == _word("timer"),
        _EVENTS.effective_at >= _REQUESTS.state_since,
        ~select(_UNDOING.id).where(_UNDOING.undoes == _EVENTS.act).exists(),
    )
    if isinstance(kind, Date):
        rung = rung.where(_EVENTS.rang_for == column)
    return select(literal_column(str(n), Integer), _REQUESTS.id).where(
        *_meant(n, which), ~rung.exists()
    )


def _meant(n: int, which: Which) -> list[ColumnElement[bool]]:
    """Those in the right state for long enough, or whose day has come."""
    column = _REQUESTS[which.column]
    meant = [
        _REQUESTS.side == _word(which.side),
        or_(*(_REQUESTS.state == _word(state) for state in which.states)),
        column <= bindparam(f"latest_{n}", type_=column.type),
        *_with(n, which.whose),
    ]
    if which.unless is None:
        return meant
    reached = select(_MILESTONES.id).where(
        _MILESTONES.request_id == _REQUESTS.id, _MILESTONES.kind == _word(which.unless)
    )
    return [*meant, ~reached.exists()]


def _with(n: int, whose: Whose) -> list[ColumnElement[bool]]:
    if whose is Whose.EVERYBODYS:
        return []
    cards, days = select(_CARDS.partner_id), _CARDS.answer_days
    if whose is Whose.THEIRS:
        theirs = cards.where(days == bindparam(f"given_{n}", type_=Integer))
        return [_REQUESTS.partner_id.in_(theirs)]
    named = _REQUESTS.partner_id.in_(cards.where(days.is_not(None)))
    return [or_(_REQUESTS.partner_id.is_(None), ~named)]


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
