"""Open and closed days, due dates that fall on open ones, and working days.

What is closed comes in as data; nothing here knows a holiday by name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WEEKEND = frozenset({5, 6})
"""Saturday and Sunday, as `date.weekday` counts."""

_FAR = 60
"""A calendar without an open day in so many is no calendar; it is not obeyed."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The closed days of one library: single days, and days of every week (Monday is 0)."""

    closed: frozenset[date] = frozenset()
    weekly: frozenset[int] = frozenset()

    def is_open(self, day: date) -> bool:
        """Whether anybody is there."""
        return day not in self.closed and day.weekday() not in self.weekly


@dataclass(frozen=True, slots=True)
class Due:
    """A due date, and the days it was moved past because a library is closed."""

    day: date
    moved_past: tuple[date, ...] = ()


def due_date(start: date, days: int, calendars: Sequence[Calendar]) -> Due:
    """So many calendar days after `start`, or the next day on which all libraries are open."""
    first = start + timedelta(days=days)
    for ahead in range(_FAR):
        day = first + timedelta(days=ahead)
        if all(one.is_open(day) for one in calendars):
            return Due(day, tuple(first + timedelta(days=n) for n in range(ahead)))
    return Due(first)


def working_days_back(day: date, days: int, calendar: Calendar) -> date:
    """The latest day since which so many working days have passed by `day`.

    A closed day counts as the open one before it: nothing grows older over a weekend.
    """
    earliest = day - timedelta(days=_FAR + 7 * days)
    left = days if calendar.is_open(day) else days + 1
    while left > 0 and day > earliest:
        day -= timedelta(days=1)
        if calendar.is_open(day):
            left -= 1
    return day
