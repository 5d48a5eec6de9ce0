"""Lists of requests: keyset pages in every order an index gives, and the sidebar's numbers."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    bindparam,
    select,
)
from sqlalchemy.orm import Session

from ill_desktop.domain.errors import Missing
from ill_desktop.domain.money import Money
from ill_desktop.domain.queues import Queue
from ill_desktop.store import clockwork, finding, people, search, untold
from ill_desktop.store.base import table
from ill_desktop.store.clockwork import Waiting
from ill_desktop.store.direct import Direct
from ill_desktop.store.line_columns import lines_of_requests, read_lines
from ill_desktop.store.lines import (
    ListLine,
    ListPage,
    ListQuery,
    Part,
    Standing,
    added,
    arms,
    arranged,
    due_range,
    ended,
    order_of,
    parts,
    wanted,
)
from ill_desktop.store.list_shapes import Shape, lines_statement, total_statement
from ill_desktop.store.orders import Place, place
from ill_desktop.store.rows import CounterRow, RequestRow

_REQUEST = RequestRow.__table__.c
_EVERY_LINE = 2**62


class _Now(NamedTuple):
    """What day it is, and what the timer that is the reason of a list looks at on it."""

    today: date
    waiting: tuple[Waiting, ...]


def page(
    session: Session, query: ListQuery, today: date, waiting: Sequence[Waiting] = ()
) -> ListPage:
    """Some lines of a list; raises `Missing` when `after` names no request.

    `waiting` is what the timer that is the `reason` looks at.
    """
    if query.only or query.to_tell:
        return _only(session, query)
    unheard = query.reason is not None and not waiting
    if unheard or wanted(query).impossible or search.finds_nothing(query.find):
        return ListPage((), 0, "")
    now = _Now(today, tuple(waiting))
    found = _found_lines(session, query, now)
    if not found and query.after:
        _known(session, place(query.after).number)
    lines = tuple(found[: query.limit] if query.limit else found)
    more = bool(query.limit) and len(found) > query.limit
    total = _total(session, query, now) if query.counted else -1
    return ListPage(lines, total, ended(query, lines[-1]) if more else "")


def _only(session: Session, query: ListQuery) -> ListPage:
    numbers = untold.numbers(session) if query.to_tell else query.only
    found = finding.numbered(session, numbers)
    lines = found if order_of(query).falling else found[::-1]
    return ListPage(lines, len(lines), "")


def _found_lines(session: Session, query: ListQuery, now: _Now) -> list[ListLine]:
    """The lines of a page and one more, where there is one."""
    most = query.limit + 1 if query.limit else _EVERY_LINE
    found: list[ListLine] = []
    for part, seen in parts(query):
        shape, given = _asked(session, query, now, part, seen)
        if len(found) < most and arms(shape.wanted, part):
            given["most"] = most - len(found)
            read = read_lines(session, lines_statement(shape), given)
            found += arranged(read, shape.order, part)
    return found


def line(session: Session, number: str) -> ListLine:
    """The line of one request; raises `Missing`."""
    found = read_lines(session, _one_line(), {"number": number})
    if not found:
        raise Missing("request", number)
    return found[0]


def lines(session: Session, ids: Sequence[int]) -> tuple[ListLine, ...]:
    """The lines of some requests, the newest first; a few hundred at most."""
    return tuple(read_lines(session, _some_lines(), {"ids": list(ids)}))


def matching(session: Session, *texts: str) -> tuple[ListLine, ...]:
    """The newest requests, twenty at most, that hold all the words of any of the texts."""
    words = search.any_of(*texts)
    if not words:
        return ()
    shape = Shape(wanted(ListQuery()), find=True, after=False)
    return tuple(read_lines(session, lines_statement(shape), {"find": words, "most": 20}))


def shelves(session: Session, numbers: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Call number and location of some requests, by their number."""
    query = select(RequestRow.number, RequestRow.call_number, RequestRow.location)
    found = session.execute(query.where(RequestRow.number.in_(numbers)))
    return {number: (call_number, location) for number, call_number, location in found}


def terms(
    session: Session, ids: Sequence[int]
) -> dict[int, tuple[str, Money | None, Money | None]]:
    """Condition, cost and highest cost of some requests, by their id."""
    found = session.scalars(select(RequestRow).where(RequestRow.id.in_(ids)))
    return {one.id: (one.condition, one.cost, one.max_cost) for one in found}


def counts(session: Session, today: date) -> Mapping[Queue, int]:
    """How many requests each queue holds."""
    stand = standing(session)
    return {queue: _count(session, queue, stand, today) for queue in Queue}


def time_up(session: Session, waiting: Sequence[Waiting]) -> int:
    """For how many requests time is up by one of these."""
    if not waiting:
        return 0
    shape = Shape(
        wanted(ListQuery()), find=False, after=False, timed=tuple(w.which for w in waiting)
    )
    return int(total_statement(shape).value(session, **clockwork.bounds(waiting)))


def standing(session: Session) -> Standing:
    """The counters kept by triggers."""
    return {(side, state, flag): n for side, state, flag, n in _COUNTERS.rows(session)}


_N = table(CounterRow).c
_COUNTERS = Direct(select(_N.side, _N.state, _N.flag, _N.n))


def _asked(
    session: Session,
    query: ListQuery,
    now: _Now,
    part: Part = Part.WHOLE,
    seen: Place | None = None,
) -> tuple[Shape, dict[str, Any]]:
    words = search.words(query.find)
    besides = _besides(session, query.find) if words else {}
    order = order_of(query)
    timed = tuple(one.which for one in now.waiting)
    kinds = frozenset(besides)
    shape = Shape(wanted(query), bool(words), seen is not None, order, part, kinds, timed)
    given: dict[str, Any] = {**besides, **clockwork.bounds(now.waiting)}
    if words:
        given["find"] = words
    if seen is not None:
        given["after"] = seen.number
        if seen.day is not None:
            given["after_day"] = seen.day
    if shape.wanted.due:
        given["due_from"], given["due_to"] = due_range(shape.wanted.due, now.today)
    return shape, given


def _besides(session: Session, text: str) -> dict[str, list[int]]:
    """What a text finds that is in no index of words: readers, and requests by a code."""
    readers, coded = people.asking(session, text), finding.coded(session, text)
    found = {"readers": [one.id for one in readers], "coded": coded}
    return {name: ids for name, ids in found.items() if ids}


@cache
def _one_line() -> Direct:
    number: BindParameter[str] = bindparam("number")
    return Direct(lines_of_requests().where(_REQUEST.number == number))


@cache
def _some_lines() -> Direct:
    ids: BindParameter[list[int]] = bindparam("ids", expanding=True)
    return Direct(lines_of_requests().where(_REQUEST.id.in_(ids)).order_by(_REQUEST.id.desc()))


def _known(session: Session, number: str) -> None:
    if session.scalar(select(RequestRow.id).where(RequestRow.number == number)) is None:
        raise Missing("request", number)


def _total(session: Session, query: ListQuery, now: _Now) -> int:
    shape, given = _asked(session, query, now)
    if shape.find or shape.timed or shape.wanted.due:
        return int(total_statement(shape).value(session, **given))
    return added(standing(session), shape.wanted)


def _count(session: Session, queue: Queue, stand: Standing, today: date) -> int:
    rule = wanted(ListQuery(queue=queue))
    if rule.due is None:
        return added(stand, rule)
    first, last = due_range(rule.due, today)
    shape = Shape(rule, find=False, after=False)
    given = {"due_from": first, "due_to": last}
    return int(total_statement(shape).value(session, **given))
