"""What a list of requests asks for and shows. Imports no SQLAlchemy.

Both ways of reading a list, `listing` and `first_page`, give the same lines.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from ill_desktop.domain.lifecycle.states import Flag, Service, Side, State
from ill_desktop.domain.queues import QUEUES, SOON_DAYS, DueRule, Queue, QueueRule


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Which requests, newest first. `limit` 0 means all; `after` is the last number seen.

    Without `counted` the total is left out, for a list asked for at every key.
    """

    side: Side | None = None
    state: State | None = None
    queue: Queue | None = None
    find: str = ""
    limit: int = 50
    after: str = ""
    counted: bool = True


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


class ListPage(NamedTuple):
    """Some lines of a list, how many there are in all (-1: not counted), and where to go on.

    `following` is the number to ask `after` for the next page, empty when there is none.
    """

    lines: tuple[ListLine, ...]
    total: int
    following: str


FLAGS = tuple(Flag)


def flags_of(mask: int) -> frozenset[Flag]:
    """The flags whose bit, in the order of `Flag`, is set."""
    found = _FLAG_SETS.get(mask)
    if found is None:
        found = frozenset(flag for bit, flag in enumerate(FLAGS) if mask >> bit & 1)
        _FLAG_SETS[mask] = found
    return found


_FLAG_SETS: dict[int, frozenset[Flag]] = {}


@dataclass(frozen=True, slots=True)
class Wanted:
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
    rule = QUEUES[query.queue] if query.queue else QueueRule(query.side)
    clash = query.side is not None and rule.side not in {None, query.side}
    states = rule.states
    if query.state is not None:
        clash = clash or bool(states and query.state not in states)
        states = frozenset({query.state})
    return Wanted(rule.side or query.side, tuple(sorted(states)), rule.flag, rule.due, clash)


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
