"""Lists of requests: keyset pages, newest first, and the numbers in the sidebar.

Every statement is built once for each shape of question. The inner select finds ids in an index
alone; only the rows shown are looked up.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, partial, reduce
from operator import add
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Dialect,
    Executable,
    Integer,
    Select,
    String,
    TypeDecorator,
    and_,
    bindparam,
    cast,
    desc,
    func,
    literal_column,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from ill_desktop.domain.errors import Missing
from ill_desktop.domain.lifecycle.states import Flag, Service, Side, State
from ill_desktop.domain.queues import Queue
from ill_desktop.store import search
from ill_desktop.store.lines import (
    FLAGS,
    ListLine,
    ListPage,
    ListQuery,
    Standing,
    Wanted,
    added,
    due_range,
    flags_of,
    wanted,
)
from ill_desktop.store.rows import CounterRow, PartnerRow, PatronRow, RequestRow, SymbolRow
from ill_desktop.store.rows.requests import flag_column

_REQUEST = RequestRow.__table__.c
_SYMBOL = SymbolRow.__table__.c
_EVERY_LINE = 2**62
_NOTHING: ColumnElement[str] = literal_column("''", String)


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
    lines = tuple(map(_as_line, found[: query.limit] if query.limit else found))
    more = bool(query.limit) and len(found) > query.limit
    total = _total(session, shape, given) if query.counted else -1
    return ListPage(lines, total, lines[-1].number if more else "")


def line(session: Session, number: str) -> ListLine:
    """The line of one request; raises `Missing`."""
    found = session.connection().execute(_one_line(), {"number": number}).first()
    if found is None:
        raise Missing("request", number)
    return _as_line(found)


def matching(session: Session, *texts: str) -> tuple[ListLine, ...]:
    """The newest requests, twenty at most, that hold all the words of any of the texts."""
    words = search.any_of(*texts)
    if not words:
        return ()
    shape = Shape(wanted(ListQuery()), find=True, after=False)
    found = session.connection().execute(lines_statement(shape), {"find": words, "most": 20})
    return tuple(map(_as_line, found))


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
    return _lines().where(_REQUEST.id.in_(ids)).order_by(_REQUEST.id.desc())


@cache
def _one_line() -> Executable:
    number: BindParameter[str] = bindparam("number")
    return _lines().where(_REQUEST.number == number)


def _lines() -> Select[Any]:
    return (
        select(*_columns())
        .select_from(RequestRow.__table__)
        .outerjoin(PatronRow.__table__, PatronRow.id == _REQUEST.patron_id)
        .outerjoin(PartnerRow.__table__, PartnerRow.id == _REQUEST.partner_id)
    )


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


class _FlagSet(TypeDecorator[frozenset[Flag]]):
    """Flags as bits, read as a set."""

    impl = Integer
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        return flags_of


class _Member(TypeDecorator[StrEnum]):
    """A name of a closed list, read by one look into a dictionary."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        return {member.value: member for member in self.kind}.__getitem__


def _columns() -> tuple[ColumnElement[Any], ...]:
    """What a `ListLine` is made of, in its order."""
    r, reader, partner = _REQUEST, PatronRow.__table__.c, PartnerRow.__table__.c
    return (
        r.id, r.number, type_coerce(r.side, _Member(Side)),
        type_coerce(r.service, _Member(Service)), type_coerce(r.state, _Member(State)),
        type_coerce(_mask(), _FlagSet),
        _or(r.component_title, r.title), _or(r.component_author, r.author),
        _or_nothing(reader.code), _or_nothing(reader.name),
        r.partner_id, _or_nothing(partner.name), _or_nothing(_symbol()),
        r.our_id, r.their_id, r.needed_by, r.due, r.created_at,
    )  # fmt: skip


def _mask() -> ColumnElement[int]:
    bits = (
        cast(_REQUEST[flag_column(flag)], Integer) * literal_column(str(2**n))
        for n, flag in enumerate(FLAGS)
    )
    return reduce(add, bits)


def _symbol() -> ColumnElement[str]:
    return (
        select(_SYMBOL.authority + literal_column("':'") + _SYMBOL.value)
        .where(_SYMBOL.partner_id == _REQUEST.partner_id)
        .order_by(_SYMBOL.position, _SYMBOL.id)
        .limit(literal_column("1"))
        .scalar_subquery()
    )


def _or(first: ColumnElement[str], second: ColumnElement[str]) -> ColumnElement[str]:
    return func.coalesce(func.nullif(first, _NOTHING), second)


def _or_nothing(text: ColumnElement[str]) -> ColumnElement[str]:
    return func.coalesce(text, _NOTHING)


_as_line: Callable[[Any], ListLine] = partial(tuple.__new__, ListLine)
"""`ListLine._make` without counting the fields again for every line."""


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
