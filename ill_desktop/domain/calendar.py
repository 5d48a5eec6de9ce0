"""Open and closed days, due dates that fall on open ones, and working days.

What is closed comes in as data; nothing here knows a holiday by name.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from ill_desktop.domain.days import Here, example, read_span
from ill_desktop.domain.errors import Invalid, Why

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
    """A due date and the sum it came from: `start` and so many days, then the next open day.

    `shut` says which libraries, by their place in the calendars asked with, were closed on all the
    days passed over: each of these alone explains the day. None, where one was on some days and
    another on others.
    """

    start: date
    days: int
    day: date
    shut: frozenset[int] = frozenset()

    @property
    def first(self) -> date:
        """The day the period alone would give."""
        return self.start + timedelta(days=self.days)


def due_date(start: date, days: int, calendars: Sequence[Calendar]) -> Due:
    """So many calendar days after `start`, or the next day on which all libraries are open."""
    first = start + timedelta(days=days)
    shut = set(range(len(calendars)))
    for ahead in range(_FAR):
        day = first + timedelta(days=ahead)
        closed = {n for n, one in enumerate(calendars) if not one.is_open(day)}
        if not closed:
            return Due(start, days, day, frozenset(shut if ahead else ()))
        shut &= closed
    return Due(start, days, first)


@dataclass(frozen=True, slots=True)
class Before:
    """A day that lies so many days before another, or earlier where it would fall on a closed one.

    It leaves time for the way back: `until` is the day by which the thing has to be there.
    """

    until: date
    days: int
    day: date

    @property
    def first(self) -> date:
        """The day the margin alone would give."""
        return self.until - timedelta(days=self.days)


def day_before(until: date, days: int, calendar: Calendar) -> Before:
    """So many calendar days before `until`, or the open day before that."""
    first = until - timedelta(days=days)
    ahead = (first - timedelta(days=n) for n in range(_FAR))
    return Before(until, days, next(filter(calendar.is_open, ahead), first))


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


def working_days_since(since: date, day: date, calendar: Calendar) -> int:
    """How many open days lie after `since`, up to and with `day`; none where it lies ahead."""
    return sum(
        calendar.is_open(since + timedelta(days=n)) for n in range(1, (day - since).days + 1)
    )


def working_days_of(bounds: Sequence[tuple[date, date]], calendar: Calendar) -> list[int]:
    """The same for many pairs of days; each day between them all is looked at once."""
    if not bounds:
        return []
    first = min(map(min, bounds))
    days = [first + timedelta(days=n) for n in range((max(map(max, bounds)) - first).days + 1)]
    opened = dict(zip(days, accumulate(map(calendar.is_open, days)), strict=True))
    return [max(0, opened[day] - opened[since]) for since, day in bounds]


WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONGEST = 400


def read_weekdays(text: str, field: str = "closed-weekdays") -> frozenset[int]:
    """`sat, sun` as weekdays; raises `Invalid`."""
    names = [part.lower()[:3] for part in re.split(r"[\s,;]+", text.strip()) if part]
    for name in names:
        if name not in WEEKDAYS:
            raise Invalid(field, name, Why.NOT_A_CODE)
    return frozenset(WEEKDAYS.index(name) for name in names)


@dataclass(frozen=True, slots=True)
class Closure:
    """Days, the first and the last included, on which a library is closed."""

    first: date
    last: date

    @classmethod
    def parse(cls, text: str, field: str = "closed-days", here: Here | None = None) -> "Closure":
        """Read `2026-12-24..2027-01-03` or a single day; raises `Invalid`.

        Seen from `here` each may be written in any way of `domain.days`.
        """
        month_first = here is not None and here.month_first
        ends = read_span(text, here.today if here else None, month_first=month_first)
        if ends is None:
            told = example(month_first=month_first)
            raise Invalid(field, text.strip(), Why.NOT_A_DATE, (told,))
        if not 0 <= (ends[1] - ends[0]).days <= _LONGEST:
            raise Invalid(field, text.strip(), Why.OUT_OF_RANGE)
        return cls(*ends)

    def __str__(self) -> str:
        """As it is typed."""
        return str(self.first) if self.first == self.last else f"{self.first}..{self.last}"

    def days(self) -> Iterable[date]:
        """Each of its days."""
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))
