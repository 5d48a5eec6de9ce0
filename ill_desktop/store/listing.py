"""Lists of requests: keyset pages, newest first, and the numbers in the sidebar.

Every statement is built once for each shape of question. The inner select finds ids in an index
alone; only the rows shown are looked up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Executable,
    Integer,
    Select,
    and_,
    bindparam,
    desc,
    func,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from ill_desktop.domain.errors import Missing
from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.domain.queues import Queue
from ill_desktop.store import search
from ill_desktop.store.line_columns import as_line, lines_of_requests
from ill_desktop.store.lines import (
    ListLine,
    ListPage,
    ListQuery,
    Standing,
    Wanted,
    added,
    due_range,
    wanted,
)
from ill_desktop.store.rows import CounterRow, RequestRow
from ill_desktop.store.rows.requests import flag_column

_REQUEST = RequestRow.__table__.c
_EVERY_LINE = 2**62


@dataclass(frozen=True, slots=True)
class Shape:
    """What a list question looks like, whatever it asks for."""

    wanted: Wanted
    find: bool
    after: bool


def page(session: Session, query: ListQuery, today: date) -> ListPage:
    """Some lines of a list; raises `Missing` when `after` names no request."""
    shape, given = _asked(query, today)
    if shape.wanted.impossible:
        return ListPage((), 0, "")
    given["most"] = query.limit + 1 if query.limit else _EVERY_LINE
    found = session.connection().execute(lines_statement(shape), given).all()
    if not found and query.after:
        _known(session, query.after)
    lines = tuple(map(as_line, found[: query.limit] if query.limit else found))
    more = bool(query.limit) and len(found) > query.limit
    total = _total(session, shape, given) if query.counted else -1
    return ListPage(lines, total, lines[-1].number if more else "")


def line(session: Session, number: str) -> ListLine:
    """The line of one request; raises `Missing`."""
    found = session.connection().execute(_one_line(), {"number": number}).first()
    if found is None:
        raise Missing("request", number)
    return as_line(found)


def lines(session: Session, ids: Sequence[int]) -> tuple[ListLine, ...]:
    """The lines of some requests, the newest first; a few hundred at most."""
    found = session.connection().execute(_some_lines(), {"ids": list(ids)})
    return tuple(map(as_line, found))


def matching(session: Session, *texts: str) -> tuple[ListLine, ...]:
    """The newest requests, twenty at most, that hold all the words of any of the texts."""
    words = search.any_of(*texts)
    if not words:
        return ()
    shape = Shape(wanted(ListQuery()), find=True, after=False)
    found = session.connection().execute(lines_statement(shape), {"find": words, "most": 20})
    return tuple(map(as_line, found))


def shelves(session: Session, numbers: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Call number and location of some requests, by their number."""
    query = select(RequestRow.number, RequestRow.call_number, RequestRow.location)
    found = session.execute(query.where(RequestRow.number.in_(numbers)))
    return {number: (call_number, location) for number, call_number, location in found}


def counts(session: Session, today: date) -> Mapping[Queue, int]:
    """How many requests each queue holds."""
    stand = standing(session)
    return {queue: _count(session, queue, stand, today) for queue in Queue}


def standing(session: Session) -> Standing:
    """The counters kept by triggers."""
    return {(side, state, flag): n for side, state, flag, n in session.execute(_COUNTERS).all()}


_COUNTERS = select(CounterRow.side, CounterRow.state, CounterRow.flag, CounterRow.n)


def _asked(query: ListQuery, today: date) -> tuple[Shape, dict[str, Any]]:
    words = search.words(query.find)
    shape = Shape(wanted(query), bool(words), bool(query.after))
    given: dict[str, Any] = {}
    if words:
        given["find"] = words
    if query.after:
        given["after"] = query.after
    if shape.wanted.due:
        given["due_from"], given["due_to"] = due_range(shape.wanted.due, today)
    return shape, given


@cache
def lines_statement(shape: Shape) -> Executable:
    """The lines of one page; binds `most`, and `find`, `after`, `due_from`, `due_to` if asked."""
    ids = _ids(shape).order_by(desc("id")).limit(bindparam("most", type_=Integer))
    return lines_of_requests().where(_REQUEST.id.in_(ids)).order_by(_REQUEST.id.desc())


@cache
def _one_line() -> Executable:
    number: BindParameter[str] = bindparam("number")
    return lines_of_requests().where(_REQUEST.number == number)


@cache
def _some_lines() -> Executable:
    ids: BindParameter[list[int]] = bindparam("ids", expanding=True)
    return lines_of_requests().where(_REQUEST.id.in_(ids)).order_by(_REQUEST.id.desc())


@cache
def total_statement(shape: Shape) -> Executable:
    """How many requests a question finds; binds as `lines_statement` without `after`."""
    ids = _ids(Shape(shape.wanted, shape.find, after=False))
    return select(func.count()).select_from(ids.subquery())


def _ids(shape: Shape) -> Select[int] | CompoundSelect[int]:
    """The ids a question finds, in no order yet.

    Several states become one select each: every one walks its own stretch of an index from the
    newest on, and they are merged. One select over all of them would walk the whole table.
    """
    if shape.find:
        return _found(shape)
    rule = shape.wanted
    common = [*_marked(rule), *_beyond(shape, _REQUEST.id)]
    each = [select(_REQUEST.id).where(*place, *common) for place in _places(rule)]
    return each[0] if len(each) == 1 else union_all(*each)


def _found(shape: Shape) -> Select[int]:
    key = search.index.c.rowid
    statement = select(key.label("id")).where(search.Matches(), *_beyond(shape, key))
    rule = shape.wanted
    filters = [
        *_marked(rule),
        *([or_(*(and_(*p) for p in _places(rule)))] if rule.side or rule.states else []),
    ]
    if not filters:
        return statement
    both = search.index.join(RequestRow.__table__, _REQUEST.id == key)
    return statement.select_from(both).where(*filters)


def _places(rule: Wanted) -> list[list[ColumnElement[bool]]]:
    """Each side and state a rule allows, as conditions; one empty list when it allows all."""
    sides = [rule.side] if rule.side or not rule.states else list(Side)
    states = rule.states or (None,)
    return [
        [
            column == value
            for column, value in ((_REQUEST.side, side), (_REQUEST.state, state))
            if value
        ]
        for side in sides
        for state in states
    ]


def _marked(rule: Wanted) -> list[ColumnElement[bool]]:
    marks: list[ColumnElement[bool]] = []
    if rule.flag is not None:
        marks.append(_REQUEST[flag_column(rule.flag)])
    if rule.due is not None:
        first: BindParameter[date] = bindparam("due_from")
        last: BindParameter[date] = bindparam("due_to")
        marks.append(and_(_REQUEST.due >= first, _REQUEST.due <= last))
    return marks


def _beyond(shape: Shape, key: ColumnElement[int]) -> list[ColumnElement[bool]]:
    if not shape.after:
        return []
    seen = RequestRow.__table__.alias()
    return [key < select(seen.c.id).where(seen.c.number == bindparam("after")).scalar_subquery()]


def _known(session: Session, number: str) -> None:
    if session.scalar(select(RequestRow.id).where(RequestRow.number == number)) is None:
        raise Missing("request", number)


def _total(session: Session, shape: Shape, given: Mapping[str, Any]) -> int:
    if shape.find or shape.wanted.due:
        return int(session.connection().execute(total_statement(shape), given).scalar_one())
    return added(standing(session), shape.wanted)


def _count(session: Session, queue: Queue, stand: Standing, today: date) -> int:
    rule = wanted(ListQuery(queue=queue))
    if rule.due is None:
        return added(stand, rule)
    first, last = due_range(rule.due, today)
    shape = Shape(rule, find=False, after=False)
    given = {"due_from": first, "due_to": last}
    return int(session.connection().execute(total_statement(shape), given).scalar_one())
