"""The statements behind a list of requests, built once for each shape of question.

The inner select finds ids in an index alone; only the rows shown are looked up.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Date,
    Integer,
    ScalarSelect,
    Select,
    and_,
    asc,
    bindparam,
    desc,
    func,
    or_,
    select,
    tuple_,
    union,
    union_all,
)

from ill_desktop.store import clockwork, search
from ill_desktop.store.clockwork import Which
from ill_desktop.store.direct import Direct
from ill_desktop.store.line_columns import lines_of_requests
from ill_desktop.store.lines import (
    Arm,
    Part,
    Wanted,
    arms,
)
from ill_desktop.store.orders import NEWEST, Order, SortKey
from ill_desktop.store.rows import RequestRow
from ill_desktop.store.rows.requests import flag_column

_REQUEST = RequestRow.__table__.c
_COLUMNS = {SortKey.DUE: "due", SortKey.NEEDED: "needed_by"}


class Shape(NamedTuple):
    """What a list question looks like, whatever it asks for.

    Its statement is looked up by it at every key: nothing is made, hashed and compared sooner
    than a tuple.
    """

    wanted: Wanted
    find: bool
    after: bool
    order: Order = NEWEST
    part: Part = Part.WHOLE
    besides: frozenset[str] = frozenset()
    """What is found besides what the words find: of some `readers`, or `coded` as was typed."""
    timed: tuple[Which, ...] = ()
    """Whose time is up: one of these holds, too."""


@cache
def lines_statement(shape: Shape) -> Direct:
    """The lines of one page, from the newest on, to be `arranged`.

    Binds `most`, and `find`, `after`, `after_day`, `due_from`, `due_to` and `besides` if asked, and
    what `clockwork.bounds` names for `timed`.
    """
    turned: Callable[[str], ColumnElement[Any]] = desc if shape.order.falling else asc
    by = ("day", "id") if shape.part is Part.DATED else ("id",)
    ids = _ids(shape).order_by(*map(turned, by)).limit(bindparam("most", type_=Integer))
    if shape.part is Part.DATED:
        ids = select(ids.subquery().c.id)
    return Direct(lines_of_requests().where(_REQUEST.id.in_(ids)).order_by(_REQUEST.id.desc()))


@cache
def total_statement(shape: Shape) -> Direct:
    """How many requests a question finds; binds as `lines_statement` without `after`."""
    ids = _ids(shape._replace(after=False, order=NEWEST, part=Part.WHOLE))
    return Direct(select(func.count()).select_from(ids.subquery()))


def _ids(shape: Shape) -> Select[int] | CompoundSelect[int]:
    """The ids a question finds, in no order yet.

    Several states become one select each: every one walks its own stretch of an index from the
    newest on, and they are merged. One select over all of them would walk the whole table.
    """
    if shape.find:
        more = [_besides(shape, name) for name in sorted(shape.besides)]
        return union(_found(shape), *more) if more else _found(shape)
    if shape.timed:
        narrowed = (*_beyond(shape, _REQUEST.id), *_filters(shape.wanted))
        ids = select(_REQUEST.id)
        return union_all(*(ids.where(*one, *narrowed) for one in _up(shape)))
    each = [_arm(shape, one) for one in arms(shape.wanted, shape.part)]
    return each[0] if len(each) == 1 else union_all(*each)


def _up(shape: Shape) -> list[list[ColumnElement[bool]]]:
    return [one for n, which in enumerate(shape.timed) for one in clockwork.up(n, which)]


def _timed(shape: Shape) -> list[ColumnElement[bool]]:
    return [or_(*(and_(*one) for one in _up(shape)))] if shape.timed else []


def _arm(shape: Shape, one: Arm) -> Select[Any]:
    day = _REQUEST[_COLUMNS.get(shape.order.by, "due")]
    where = [*_at(one), *_marked(shape.wanted), *_beyond(shape, _REQUEST.id, day)]
    if one.day is not None:
        where.append(day.is_not(None) if one.day else day.is_(None))
    shown = (_REQUEST.id, day.label("day")) if shape.part is Part.DATED else (_REQUEST.id,)
    return select(*shown).where(*where)


def _found(shape: Shape) -> Select[int]:
    key = search.index.c.rowid
    statement = select(key.label("id")).where(search.Matches(), *_beyond(shape, key))
    filters = [*_filters(shape.wanted), *_timed(shape)]
    if not filters:
        return statement
    both = search.index.join(RequestRow.__table__, _REQUEST.id == key)
    return statement.select_from(both).where(*filters)


def _besides(shape: Shape, name: str) -> Select[int]:
    """What is in no index of words: what readers found by them asked for, or a code's own."""
    column = _REQUEST.patron_id if name == "readers" else _REQUEST.id
    known = column.in_(bindparam(name, expanding=True))
    beyond = _beyond(shape, _REQUEST.id)
    filters = (*_filters(shape.wanted), *_timed(shape))
    return select(_REQUEST.id.label("id")).where(known, *beyond, *filters)


def _filters(rule: Wanted) -> list[ColumnElement[bool]]:
    narrowed = bool(rule.side or rule.states)
    return [
        *_marked(rule),
        *([or_(*(and_(*_at(one)) for one in arms(rule)))] if narrowed else []),
    ]


def _at(one: Arm) -> list[ColumnElement[bool]]:
    places = ((_REQUEST.side, one.side), (_REQUEST.state, one.state))
    return [column == value for column, value in places if value]


def _marked(rule: Wanted) -> list[ColumnElement[bool]]:
    marks: list[ColumnElement[bool]] = []
    if rule.flag is not None:
        marks.append(_REQUEST[flag_column(rule.flag)])
    if rule.due is not None:
        first: BindParameter[date] = bindparam("due_from")
        last: BindParameter[date] = bindparam("due_to")
        marks.append(and_(_REQUEST.due >= first, _REQUEST.due <= last))
    return marks


def _beyond(
    shape: Shape, key: ColumnElement[int], day: ColumnElement[Any] | None = None
) -> list[ColumnElement[bool]]:
    if not shape.after:
        return []
    falling = shape.order.falling
    if shape.part is not Part.DATED or day is None:
        return [key < _seen(shape) if falling else key > _seen(shape)]
    now, then = tuple_(day, key), tuple_(bindparam("after_day", type_=Date), _seen(shape))
    return [now < then if falling else now > then]


def _seen(shape: Shape) -> ScalarSelect[int]:
    """The id a page ended with; where that request is gone, its neighbour on the side read."""
    seen = RequestRow.__table__.alias().c
    after: BindParameter[str] = bindparam("after")
    near, turned = (
        (seen.number >= after, asc) if shape.order.falling else (seen.number <= after, desc)
    )
    return select(seen.id).where(near).order_by(turned(seen.number)).limit(1).scalar_subquery()
