"""What a list of requests asks for and shows. Imports no SQLAlchemy.

Both ways of reading a list, `listing` and `first_page`, give the same lines.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum, auto
from functools import cache
from typing import NamedTuple

from ill_desktop.domain.lifecycle.standing import STANDING
from ill_desktop.domain.lifecycle.states import Flag, Service, Side, State, Timer
from ill_desktop.domain.queues import QUEUES, SOON_DAYS, DueRule, Queue, QueueRule
from ill_desktop.store.orders import NEWEST, Order, Place, SortKey, offered, place


class ListQuery(NamedTuple):
    """Which requests, in which order. `limit` 0 means all; `after` is where the page before ended.

    What is found by words comes in the order of the numbers only. Without `counted` the total is
    left out, for a list asked for at every key. `only` means these requests, by number, and no
    other, whatever else is asked, all of them on one page; `to_tell` those of which a library has
    to be told by telephone or letter, as many as are ever counted. `reason` means those whose time
    is up by that timer, looked at already or not: the queue *attention* asks for no mark, then.
    """

    side: Side | None = None
    state: State | None = None
    queue: Queue | None = None
    find: str = ""
    limit: int = 50
    after: str = ""
    counted: bool = True
    order: Order = NEWEST
    only: tuple[str, ...] = ()
    to_tell: bool = False
    reason: Timer | None = None


class ListLine(NamedTuple):
    """One request in a list. The title is that of the part wanted, where there is one."""

    id: int
    number: str
    side: Side
    service: Service
    state: State
    flags: frozenset[Flag]
    title: str
    author: str
    patron_code: str
    partner_id: int | None
    partner_name: str
    partner_symbol: str
    our_id: str
    their_id: str
    needed_by: date | None
    due: date | None
    created_at: datetime
    since: datetime
    more_suppliers: bool
    """Whether anyone is left to ask; looked up only where nobody supplied, else taken as true."""
    reader_step: str = ""
    patron_name: str = ""


class ListPage(NamedTuple):
    """Some lines of a list, how many there are in all (-1: not counted), and where to go on.

    `following` is what to ask `after` for the next page, empty when there is none.
    """

    lines: tuple[ListLine, ...]
    total: int
    following: str


FLAGS = tuple(Flag)


class _FlagSets(dict[int, frozenset[Flag]]):
    def __missing__(self, mask: int) -> frozenset[Flag]:
        found = frozenset(flag for bit, flag in enumerate(FLAGS) if mask >> bit & 1)
        return self.setdefault(mask, found)


flags_of: Callable[[int], frozenset[Flag]] = _FlagSets().__getitem__
"""The flags whose bit, in the order of `Flag`, is set; one look into a dictionary."""


class Wanted(NamedTuple):
    """A list query with its queue spelled out: what has to hold for a request.

    An empty `states` means any; `impossible` that filter and queue exclude each other.
    """

    side: Side | None
    states: tuple[State, ...]
    flag: Flag | None
    due: DueRule | None
    impossible: bool = False


def wanted(query: ListQuery) -> Wanted:
    """Spell out the queue of a query and narrow it by its other filters."""
    rule = _wanted(query.side, query.state, query.queue)
    return rule if query.reason is None else rule._replace(flag=None)


@cache
def _wanted(side: Side | None, state: State | None, queue: Queue | None) -> Wanted:
    rule = QUEUES[queue] if queue else QueueRule(side)
    clash = side is not None and rule.side not in {None, side}
    states = rule.states
    if state is not None:
        clash = clash or bool(states and state not in states)
        states = frozenset({state})
    return Wanted(rule.side or side, tuple(sorted(states)), rule.flag, rule.due, clash)


class Part(StrEnum):
    """A stretch of a list; one in the order of days has its undated requests behind the dated."""

    WHOLE = auto()
    DATED = auto()
    UNDATED = auto()


class Arm(NamedTuple):
    """A stretch of an index: requests of one side and state, none meaning any.

    `day` says whether they have to have the day of the order; none: that is not looked at.
    """

    side: Side | None
    state: State | None
    day: bool | None = None


@cache
def arms(rule: Wanted, part: Part = Part.WHOLE) -> tuple[Arm, ...]:
    """What a list is put together from. Days of what is over are not shown and count as none."""
    if part is Part.WHOLE:
        sides = [rule.side] if rule.side or not rule.states else list(Side)
        return tuple(Arm(side, state) for side in sides for state in rule.states or (None,))
    over = {
        (side, state): standing.final
        for (side, state), standing in STANDING.items()
        if rule.side in {None, side} and (not rule.states or state in rule.states)
    }
    if part is Part.DATED:
        return tuple(Arm(*where, day=True) for where, final in over.items() if not final)
    return tuple(Arm(*where, day=None if final else False) for where, final in over.items())


def order_of(query: ListQuery) -> Order:
    """The order a list comes in: the one asked for, where it can be had."""
    asked = query.order
    if not asked.dated:
        return asked
    listed = query.only or query.to_tell or query.reason
    known = () if listed else offered(query.queue, query.find.strip())
    return asked if asked.by in known else NEWEST


def parts(query: ListQuery) -> tuple[tuple[Part, Place | None], ...]:
    """The stretches of a list that are still to be read, one after the other, and from where on."""
    seen = place(query.after) if query.after else None
    if not order_of(query).dated:
        return ((Part.WHOLE, seen),)
    if seen is not None and seen.day is None:
        return ((Part.UNDATED, seen),)
    return (Part.DATED, seen), (Part.UNDATED, None)


def ended(query: ListQuery, line: ListLine) -> str:
    """Where a page that ends with this line is to be gone on from."""
    order = order_of(query)
    if not order.dated:
        return line.number
    over = STANDING[line.side, line.state].final
    return Place(line.number, None if over else day_of(order, line)).written()


def day_of(order: Order, line: ListLine) -> date | None:
    """The day an order looks at."""
    return line.needed_by if order.by is SortKey.NEEDED else line.due


def arranged(lines: Sequence[ListLine], order: Order, part: Part) -> list[ListLine]:
    """Lines read from the newest on, in the order wanted: a page of them, or all."""
    if part is not Part.DATED:
        return list(lines) if order.falling else list(reversed(lines))

    def key(line: ListLine) -> tuple[date, int]:
        return day_of(order, line) or date.max, line.id

    return sorted(lines, key=key, reverse=order.falling)


def due_range(rule: DueRule, today: date) -> tuple[date, date]:
    """The first and last due date a rule means; *past* ends yesterday."""
    if rule is DueRule.SOON:
        return today, today + timedelta(days=SOON_DAYS)
    return date.min, today - timedelta(days=1)


Standing = Mapping[tuple[str, str, str], int]
"""How many requests there are by side, state and flag; the empty flag counts all of a state."""


def added(stand: Standing, rule: Wanted) -> int:
    """How many requests satisfy a rule without dates, from the counters."""
    flag = rule.flag or ""
    return sum(
        n
        for (side, state, its), n in stand.items()
        if its == flag and rule.side in {None, side} and (not rule.states or state in rule.states)
    )
