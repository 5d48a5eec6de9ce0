"""Figures: what a measure's specification means in SQL.

Everything is counted from milestones. Left out are acts that were taken back, voided requests
(unless voids are what is counted) and whatever concerns a test partner.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Date,
    Executable,
    FromClause,
    Integer,
    Select,
    bindparam,
    cast,
    extract,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Session

from ill_desktop.domain.lifecycle.states import Milestone, Service, Side
from ill_desktop.store.rows import AttemptRow, EventRow, MilestoneRow, PartnerRow, RequestRow

_MILESTONE = MilestoneRow.__table__.alias("m")
_M = _MILESTONE.c
_R = RequestRow.__table__.c
_P = PartnerRow.__table__.c


class By(StrEnum):
    """How a figure is broken down."""

    PARTNER = "partner"
    COUNTRY = "country"
    AGREEMENT = "agreement"
    SERVICE = "service"
    MATERIAL = "material"
    CATEGORY = "category"
    DEPARTMENT = "department"
    LANGUAGE = "language"
    LEVEL = "level"
    VIA = "via"
    REASON = "reason"
    MONTH = "month"


class Unit(StrEnum):
    """What is counted once."""

    REQUEST = "request"
    MILESTONE = "milestone"
    """Each time it was reached: attempts, renewals."""
    PIECE = "piece"
    PATRON = "patron"


@dataclass(frozen=True, slots=True)
class Population:
    """The requests that reached a milestone on a day of the span asked for.

    `fresh` leaves out requests that follow an earlier one; `reasons` keeps only milestones
    with one of these reasons.
    """

    side: Side
    kind: Milestone
    service: Service | None = None
    fresh: bool = False
    reasons: frozenset[str] = frozenset()
    without: Milestone | None = None
    """Leaves out requests that ever reached this milestone."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both included."""

    first: date
    last: date


class Lapse(NamedTuple):
    """How long one request took: the first time it reached the start, and the end."""

    key: str
    request_id: int
    start_on: date
    end_on: date
    start_at: datetime
    end_at: datetime
    needed_by: date | None


def tally(
    session: Session, of: Population, span: Span, unit: Unit = Unit.REQUEST, by: By | None = None
) -> Mapping[str, int]:
    """How many, by key of the breakdown; without one everything is under the empty key."""
    found = session.connection().execute(tally_statement(of, unit, by), _given(span))
    return {str(key or ""): int(n) for key, n in found if n}


def lapses(
    session: Session, start: Milestone, of: Population, span: Span, by: By | None = None
) -> Sequence[Lapse]:
    """The requests of a population that had reached `start`, and how long it took them."""
    found = session.connection().execute(lapse_statement(start, of, by), _given(span))
    return [Lapse(str(key or ""), *rest) for key, *rest in found]


def _given(span: Span) -> dict[str, Any]:
    return {"first": span.first, "last": span.last}


@cache
def tally_statement(of: Population, unit: Unit, by: By | None) -> Executable:
    """One row for each key: the key and how many."""
    key = _key(by).label("key")
    if unit is Unit.PIECE:
        once = _members(of, select(_M.request_id, key, _R.pieces)).distinct().subquery()
        statement = select(once.c.key, func.sum(once.c.pieces))
        return statement.group_by(once.c.key).order_by(once.c.key)
    counted: Mapping[Unit, ColumnElement[int]] = {
        Unit.REQUEST: func.count(_M.request_id.distinct()),
        Unit.MILESTONE: func.count(_M.id),
        Unit.PATRON: func.count(_R.patron_id.distinct()),
    }
    return _members(of, select(key, counted[unit])).group_by(key).order_by(key)


@cache
def lapse_statement(start: Milestone, of: Population, by: By | None) -> Executable:
    """One row for each request, in the order of `Lapse`."""
    began_on, began_at = _began(start, "on"), _began(start, "at")
    statement = select(
        func.min(_key(by)),
        _M.request_id,
        began_on.label("start_on"),
        func.min(_M.on).label("end_on"),
        began_at.label("start_at"),
        func.min(_M.at).label("end_at"),
        func.min(_R.needed_by).label("needed_by"),
    )
    members = _members(of, statement).where(began_on.is_not(None))
    return members.group_by(_M.request_id).order_by(_M.request_id)


def _began(start: Milestone, column: str) -> ColumnElement[Any]:
    earlier = MilestoneRow.__table__.alias("s")
    return (
        select(func.min(earlier.c[column], type_=earlier.c[column].type))
        .where(earlier.c.request_id == _M.request_id, earlier.c.kind == start, _kept(earlier.c.act))
        .scalar_subquery()
    )


def _members(of: Population, statement: Select[Any]) -> Select[Any]:
    """Narrow a select over milestones to a population within `first` and `last`."""
    first: BindParameter[date] = bindparam("first", type_=Date)
    last: BindParameter[date] = bindparam("last", type_=Date)
    conditions: list[ColumnElement[bool]] = [
        _M.kind == of.kind,
        _M.on >= first,
        _M.on <= last,
        _R.side == of.side,
        ~_R.test,
        or_(_P.test.is_(None), ~_P.test),
        _kept(_M.act),
    ]
    if of.kind is not Milestone.VOIDED:
        conditions.append(~_R.voided)
    if of.service is not None:
        conditions.append(_R.service == of.service)
    if of.fresh:
        conditions.append(_R.previous_id.is_(None))
    if of.reasons:
        conditions.append(or_(*(_M.reason == reason for reason in sorted(of.reasons))))
    if of.without is not None:
        conditions.append(_never(of.without))
    return statement.select_from(_joined()).where(*conditions)


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


def _key(by: By | None) -> ColumnElement[Any]:
    keys: Mapping[By, ColumnElement[Any]] = {
        By.PARTNER: _P.name,
        By.COUNTRY: _P.country,
        By.AGREEMENT: _P.agreement,
        By.SERVICE: _R.service,
        By.MATERIAL: _R.material,
        By.CATEGORY: _R.patron_category,
        By.DEPARTMENT: _R.patron_department,
        By.LANGUAGE: _R.language,
        By.LEVEL: _R.service_level,
        By.VIA: _R.sent_via,
        By.REASON: _M.reason,
        By.MONTH: cast(extract("year", _M.on) * 100 + extract("month", _M.on), Integer),
    }
    return bindparam("nothing", "", literal_execute=True) if by is None else keys[by]
