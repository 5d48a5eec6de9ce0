"""The orders a list of requests can be read in, and where a page of it ended.

An order is offered only where an index gives it: a million requests then cost what ten do. Imports
no SQLAlchemy.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ill_desktop.domain.queues import QUEUES, Queue


class SortKey(StrEnum):
    """What requests are put in order by; each is the name of its column in the window."""

    NUMBER = "number"
    DUE = "due"
    NEEDED = "needed-by"


class Order(NamedTuple):
    """By what, and whether the latest comes first. What has no date stands last either way."""

    by: SortKey = SortKey.NUMBER
    falling: bool = True

    @property
    def dated(self) -> bool:
        """Whether days are compared; equal days follow in the order of the numbers."""
        return self.by is not SortKey.NUMBER


NEWEST = Order()
SOONEST = Order(SortKey.DUE, falling=False)


def usual(queue: Queue | None) -> Order:
    """How the window shows a list until somebody chooses: what is due by its day, else newest."""
    return SOONEST if queue is not None and QUEUES[queue].due else NEWEST


def offered(queue: Queue | None, find: str = "") -> tuple[SortKey, ...]:
    """What a list can be put in order by at the same cost, however many requests there are.

    Words are found in the order of the numbers only; what is due lies in the order of its days;
    a mark has no day at all.
    """
    rule = QUEUES[queue] if queue is not None else None
    if find or (rule is not None and rule.flag is not None):
        return (SortKey.NUMBER,)
    if rule is not None and rule.due is not None:
        return (SortKey.DUE,)
    return tuple(SortKey)


class Place(NamedTuple):
    """Where a page ended: the number, and in an order by days the day it had when it was read.

    The day is kept, not looked up: a request whose date moved in between takes no other with it.
    """

    number: str
    day: date | None = None

    def written(self) -> str:
        """As `ListQuery.after` takes it."""
        return f"{self.number}@{self.day.isoformat()}" if self.day else self.number


def place(after: str) -> Place:
    """Read what `Place.written` wrote, or a number as scripts give it."""
    number, _, day = after.partition("@")
    return Place(number, date.fromisoformat(day) if day else None)
