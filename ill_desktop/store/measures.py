"""Figures: what a measure's specification means in SQL.

Everything is counted from milestones. Left out are acts that were taken back, voided requests
(unless voids are what is counted) and whatever concerns a test partner. A part is read as its
members, so that a figure, its breakdowns and the requests behind it can never disagree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Date,
    FromClause,
    Integer,
    Select,
    String,
    bindparam,
    case,
    cast,
    extract,
    func,
    literal_column,
    null,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from ill_desktop.domain.lifecycle.states import Milestone, State
from ill_desktop.domain.measures import Part
from ill_desktop.store.base import Utc
from ill_desktop.store.rows import AttemptRow, EventRow, MilestoneRow, PartnerRow, RequestRow

_MILESTONE = MilestoneRow.__table__.alias("m")
_M = _MILESTONE.c
_R = RequestRow.__table__.c
_P = PartnerRow.__table__.c


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both included."""

    first: date
    last: date


class Member(NamedTuple):
    """One time a request is counted, with everything figures are broken down by.

    `on` is the day it counts by. `start_on` and `end_on` bound what took time. Of work in hand
    `state` is that of the last day, `on` the day it began, `end_on` the day something happened
    last.
    """

    request_id: int
    on: date
    reason: str
    side: str
    state: str
    partner_id: int | None
    service: str
    material: str
    level: str
    via: str
    category: str
    department: str
    language: str
    year: str
    pieces: int
    pages: str
    page_count: int | None
    reader: str
    needed_by: date | None
    start_on: date | None
    end_on: date | None


class Partner(NamedTuple):
    """What figures want to know of a partner."""

    name: str
    country: str
    agreement: str


def partners(session: Session) -> dict[int, Partner]:
    """Every partner by its number."""
    found = session.connection().execute(select(_P.id, _P.name, _P.country, _P.agreement))
    return {number: Partner(*rest) for number, *rest in found}


def members(
    session: Session,
    part: Part,
    span: Span,
    start: Milestone | None = None,
    end: Milestone | None = None,
) -> list[Member]:
    """Everything counted in a part, the earliest first.

    With `start`, only requests that have reached it and the end, each with the first time.
    """
    given = {"first": span.first, "last": span.last}
    found = session.connection().execute(members_statement(part, start, end), given)
    everyone = [Member._make(row) for row in found]
    return [one for one in everyone if one.start_on and one.end_on] if start else everyone


def in_hand(session: Session, last: date, after: datetime) -> list[Member]:
    """Requests that were open at the end of a day; `after` is the instant it ended."""
    given = {"last": last, "after": after}
    return [Member._make(row) for row in session.connection().execute(_in_hand(), given)]


def monthly(session: Session, part: Part, span: Span) -> dict[str, int]:
    """How many requests of a part by `YYYY-MM`, without looking at any of them."""
    given = {"first": span.first, "last": span.last}
    found = session.connection().execute(monthly_statement(part), given)
    return {f"{key // 100:04d}-{key % 100:02d}": int(n) for key, n in found}


@cache
def members_statement(part: Part, start: Milestone | None, end: Milestone | None) -> Select[Any]:
    """One row for each member, in the order of `Member`; binds `first` and `last`."""
    reason: ColumnElement[str] = _M.reason
    if part.unsaid:
        unsaid: BindParameter[str] = bindparam("unsaid", part.unsaid, literal_execute=True)
        reason = case((_M.reason == literal_column("''"), unsaid), else_=_M.reason)
    began = _first_time(start) if start else null()
    ended = _first_time(end) if end else (_M.on if start else null())
    columns = _columns(_M.on, reason, literal_column("''"), (began, ended))
    return _members(part, select(*columns)).order_by(_M.on, _M.id)


@cache
def monthly_statement(part: Part) -> Select[Any]:
    """The year and month as one number, and how many requests."""
    month = cast(extract("year", _M.on) * 100 + extract("month", _M.on), Integer).label("month")
    columns: tuple[ColumnElement[Any], ...] = (month, func.count(_M.request_id.distinct()))
    return _members(part, select(*columns)).group_by(month).order_by(month)


@cache
def _in_hand() -> Select[Any]:
    """Requests begun by the day and not known to have ended by then, as they stood on it."""
    last: BindParameter[date] = bindparam("last", type_=Date)
    after: BindParameter[datetime] = bindparam("after", type_=Utc())
    event = EventRow.__table__.alias("e")

    def latest(column: str) -> ColumnElement[Any]:
        return (
            select(event.c[column])
            .where(
                event.c.request_id == _R.id,
                event.c.local_date <= last,
                event.c.undoes.is_(None),
                _kept(event.c.act),
            )
            .order_by(event.c.id.desc())
            .limit(literal_column("1"))
            .scalar_subquery()
        )

    state, moved = type_coerce(latest("state_to"), String), latest("local_date")
    columns = _columns(_R.created_on, literal_column("''"), state, (null(), moved))
    requests = RequestRow.__table__.outerjoin(PartnerRow.__table__, _P.id == _R.partner_id)
    return (
        select(*(_R.id if one is _M.request_id else one for one in columns))
        .select_from(requests)
        .where(
            _R.id.in_(_not_known_closed(last, after)),
            _R.state != State.DRAFT,
            ~_R.voided,
            *_counted(),
        )
        .order_by(_R.id)
    )


def _not_known_closed(
    last: ColumnElement[date], after: ColumnElement[datetime]
) -> CompoundSelect[Any]:
    """One stretch of an index for those still open, one for those closed later."""
    other = RequestRow.__table__.alias("c")
    ways = (other.c.closed_at.is_(None), other.c.closed_at >= after)
    return union_all(*(select(other.c.id).where(way, other.c.created_on <= last) for way in ways))


def _columns(
    on: ColumnElement[Any],
    reason: ColumnElement[str],
    state: ColumnElement[str],
    bounds: Sequence[ColumnElement[Any]],
) -> tuple[ColumnElement[Any], ...]:
    """What a `Member` is made of, in its order; names stay plain text."""

    def text(column: ColumnElement[Any]) -> ColumnElement[str]:
        return type_coerce(column, String)

    return (
        _M.request_id, on, reason, text(_R.side), state,
        _P.id, text(_R.service), text(_R.material),
        _R.service_level, _R.sent_via, _R.patron_category, _R.patron_department, _R.language,
        _R.year, _R.pieces, _R.pages, _R.page_count, _reader(), _R.needed_by, *bounds,
    )  # fmt: skip


def _reader() -> ColumnElement[str]:
    """Who asked, or what stands for a reader whose name was removed; empty for nobody."""
    number = func.coalesce(cast(_R.patron_id, String), "")
    return case((_R.reader_mark != "", type_coerce(_R.reader_mark, String)), else_=number)


def _first_time(kind: Milestone) -> ColumnElement[Any]:
    """The first day a request reached a milestone.

    The least of a plain column would be looked for along all milestones of the kind; of what
    comes out of a function it is looked for among those of the request.
    """
    earlier = MilestoneRow.__table__.alias("s")
    day = func.coalesce(earlier.c.on, earlier.c.on, type_=Date)
    return (
        select(func.min(day, type_=Date))
        .where(earlier.c.request_id == _M.request_id, earlier.c.kind == kind, _kept(earlier.c.act))
        .scalar_subquery()
    )


def _members(of: Part, statement: Select[Any]) -> Select[Any]:
    """Narrow a select over milestones to a part within `first` and `last`."""
    first: BindParameter[date] = bindparam("first", type_=Date)
    last: BindParameter[date] = bindparam("last", type_=Date)
    conditions: list[ColumnElement[bool]] = [
        _M.kind == of.reached,
        _M.on >= first,
        _M.on <= last,
        _R.side == of.side,
        *_counted(),
        _kept(_M.act),
    ]
    if of.reached is not Milestone.VOIDED:
        conditions.append(~_R.voided)
    if of.service is not None:
        conditions.append(_R.service == of.service)
    if of.fresh:
        conditions.append(_R.previous_id.is_(None))
    conditions += [_never(kind) for kind in of.without]
    return statement.select_from(_joined()).where(*conditions)


def _counted() -> tuple[ColumnElement[bool], ...]:
    return ~_R.uncounted, or_(_P.test.is_(None), ~_P.test)


def _joined() -> FromClause:
    """Milestones with their request, and with the partner of their attempt or request."""
    attempt = AttemptRow.__table__
    return (
        _MILESTONE.join(RequestRow.__table__, _R.id == _M.request_id)
        .outerjoin(attempt, attempt.c.id == _M.attempt_id)
        .outerjoin(
            PartnerRow.__table__, _P.id == func.coalesce(attempt.c.partner_id, _R.partner_id)
        )
    )


def _kept(act: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether an act was not taken back."""
    undone = EventRow.__table__.alias("u")
    return ~select(undone.c.id).where(undone.c.undoes == act).exists()


def _never(kind: Milestone) -> ColumnElement[bool]:
    other = MilestoneRow.__table__.alias("o")
    reached = select(other.c.id).where(
        other.c.request_id == _M.request_id, other.c.kind == kind, _kept(other.c.act)
    )
    return ~reached.exists()
