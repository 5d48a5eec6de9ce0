"""One counting of the figures: every measure, its breakdowns, and the requests behind them.

Parts are read once and kept while it lasts, so that figures which share one agree. What does not
depend on a breakdown is kept too: a figure is broken down a dozen ways, over every request.
"""

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache, partial
from itertools import repeat
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from ill_desktop.domain.calendar import Calendar, working_days_of
from ill_desktop.domain.lifecycle.engine import is_final
from ill_desktop.domain.lifecycle.states import Milestone, Side, State
from ill_desktop.domain.measures import (
    FEW,
    LASTING,
    STALE_DAYS,
    STANDING,
    TARGETS,
    By,
    Counted,
    Formula,
    Measure,
    Part,
    Target,
    Value,
    share,
    spread,
)
from ill_desktop.services import calendars
from ill_desktop.services.tallies import EVERY_TIME, ONLY, TALLIES
from ill_desktop.store import measures
from ill_desktop.store.measures import Member, Partner, Span

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

T = TypeVar("T")
Bounds = tuple[Milestone | None, Milestone | None]
"""The milestones between which something took time; none where nothing is timed."""


class Piece(NamedTuple):
    """A part of a figure: by what, which key, its value, and whether that could point at somebody.

    That is so where fewer than `FEW` requests, or readers where these are counted, stand behind
    it or behind one side of a share, a ratio or a difference (RELIABILITY §5).
    """

    by: By
    key: str
    value: Value
    few: bool


OF_READERS = frozenset({By.CATEGORY, By.DEPARTMENT})
"""Breakdowns in which small numbers could point at somebody."""


def span_of(first: date, last: date) -> Span:
    """The days of some months, given by any of their days."""
    return Span(first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1]))


def months_before(day: date, months: int) -> date:
    """The first of the month so many months before."""
    whole = day.year * 12 + day.month - 1 - months
    return date(whole // 12, whole % 12 + 1, 1)


@dataclass(slots=True)
class Count:
    """Counts over one span of days, inside one transaction."""

    desk: "Desk"
    session: "Session"
    span: Span
    around: "Count | None" = None
    """A count of more months: what was read for it is not read again."""
    partners: Mapping[int, Partner] = field(init=False)
    calendar: Calendar = field(init=False)
    targets: Mapping[Target, int] = field(init=False)
    _kept: dict[object, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        known = self.around
        self.partners = known.partners if known else measures.partners(self.session)
        self.calendar = calendars.ours_in(self.desk, self.session, self.span.first, self.span.last)
        given: Mapping[str, int] = self.desk.setting("targets", {})
        self.targets = {one: int(given.get(one.value, TARGETS[one])) for one in Target}

    def of_month(self, day: date) -> "Count":
        """Counts over one of its months alone."""
        return Count(self.desk, self.session, span_of(day, day), self)

    @property
    def until(self) -> date:
        """The day on which work in hand is so old: the last of the span, while it runs today."""
        return min(self.span.last, self.desk.today())

    # the figures

    def values(self, measure: Measure, by: By | None = None) -> Mapping[str, Value]:
        """The figure for each key of a breakdown; the whole one under the empty key."""
        if measure.formula in _TOLD:
            return self._told(measure, by)
        if measure.formula in STANDING:
            return dict(Counter(self._keys(by, self._everyone(measure))))
        some = self._counted(measure, measure.parts, by)
        if measure.formula is Formula.SUM:
            return dict(some)
        other = self._counted(measure, measure.other, by)
        joined = _TOGETHER[measure.formula]
        return {key: joined(some[key], other[key]) for key in some.keys() | other.keys()}

    def whole(self, measure: Measure) -> Value:
        """The figure itself."""
        return self.values(measure).get("", nothing(measure))

    def breakdowns(self, measure: Measure) -> Iterable[By]:
        """The ways a figure is broken down, whether or not anything is known of them."""
        if measure.formula in STANDING:
            return (By.STATE, *(by for by in _EVERY if by is not By.MONTH))
        return (*_EVERY, By.REASON) if measure.reasons else _EVERY

    def pieces(self, measure: Measure, by: By) -> list[Piece]:
        """The parts of a breakdown."""
        values = self.values(measure, by)
        few = self._few(measure, by, values) if by in OF_READERS else frozenset()
        return [Piece(by, key, value, key in few) for key, value in values.items()]

    def _few(self, measure: Measure, by: By, values: Mapping[str, Value]) -> Collection[str]:
        """The keys behind which there are only a few."""
        sides = self._once((measure, "sides"), lambda: self._sides(measure))
        counted = [Counter(self._keys(by, some)) for some in sides]
        if measure.counted is Counted.PATRONS:
            counted.append(Counter({key: n for key, n in values.items() if isinstance(n, int)}))
        return {key for each in counted for key, n in each.items() if 0 < n < FEW}

    def _sides(self, measure: Measure) -> list[list[Member]]:
        """The requests behind a figure, each once; of what is put together, those of each side."""
        if not measure.other:
            return [_each_once(self._everyone(measure))]
        return [
            _each_once([one for part in parts for one in self._members(measure, part)])
            for parts in (measure.parts, measure.other)
        ]

    def behind(self, measure: Measure, by: By | None = None, key: str = "") -> list[int]:
        """The numbers of the requests a figure, or a part of it, was made from, each once."""
        found = self._everyone(measure)
        if by is not None:
            found = [
                one for one, its in zip(found, self._keys(by, found), strict=True) if its == key
            ]
        return list(dict.fromkeys(one.request_id for one in found))

    def _everyone(self, measure: Measure) -> Sequence[Member]:
        if measure.formula in STANDING:
            found = self.open()
            return stale(found, self.until) if measure.formula is Formula.STALE else found
        if measure.formula in LASTING:
            return self.timed(measure)
        other = measure.other if measure.formula in (Formula.DIFFERENCE, Formula.RATIO) else ()
        return [one for part in (*measure.parts, *other) for one in self._members(measure, part)]

    # the members

    def _members(self, measure: Measure, part: Part) -> list[Member]:
        found, only = self._read(part, self._span(measure)), ONLY.get(measure.counted)
        return list(filter(only, found)) if only else found

    def _read(self, part: Part, span: Span, bounds: Bounds = (None, None)) -> list[Member]:
        def read() -> list[Member]:
            if self.around is not None and span == self.span:
                return self.around.by_month(part, bounds)[span.first]
            return measures.members(self.session, part, span, *bounds)

        return self._once((part, span, bounds), read)

    def by_month(self, part: Part, bounds: Bounds) -> Mapping[date, list[Member]]:
        """The members of a part by the first of their month."""

        def sort() -> Mapping[date, list[Member]]:
            found: Mapping[date, list[Member]] = defaultdict(list)
            for one in self._read(part, self.span, bounds):
                found[one.on.replace(day=1)].append(one)
            return found

        return self._once(("by month", part, bounds), sort)

    def _span(self, measure: Measure) -> Span:
        last = self.span.last
        return Span(months_before(last, measure.months - 1), last) if measure.months else self.span

    def timed(self, measure: Measure) -> list[Member]:
        """Those of a measure that took time, with both dates; of a needed-by date, with one."""
        bounds = (measure.start, measure.end)
        found = [one for part in measure.parts for one in self._read(part, self.span, bounds)]
        if measure.formula is Formula.IN_TIME:
            return [one for one in found if one.needed_by is not None]
        return found

    def open(self) -> list[Member]:
        """What was in hand when the span ended."""
        ended = datetime.combine(
            self.span.last + timedelta(days=1), time(), ZoneInfo(self.desk.library.zone)
        )
        return self._once(
            "open",
            lambda: list(filter(_in_hand, measures.in_hand(self.session, self.span.last, ended))),
        )

    def _once(self, key: object, found: Callable[[], T]) -> T:
        if key not in self._kept:
            self._kept[key] = found()
        kept: T = self._kept[key]
        return kept

    # the arithmetic

    def _counted(self, measure: Measure, parts: Sequence[Part], by: By | None) -> Counter[str]:
        every_time = measure.counted in EVERY_TIME

        def gathered() -> list[Member]:
            everyone = [one for part in parts for one in self._members(measure, part)]
            return everyone if every_time else _each_once(everyone)

        only = ONLY.get(measure.counted)
        some = self._once((parts, self._span(measure), every_time, only), gathered)
        return TALLIES[measure.counted](some, self._keys(by, some))

    def _told(self, measure: Measure, by: By | None) -> Mapping[str, Value]:
        everyone, numbers = self._once(measure, lambda: self._numbered(measure))
        found: dict[str, list[int]] = defaultdict(list)
        for key, number in zip(self._keys(by, everyone), numbers, strict=True):
            found[key].append(number)
        told = _TOLD[measure.formula]
        return {key: told(some) for key, some in found.items()}

    def _numbered(self, measure: Measure) -> tuple[list[Member], list[int]]:
        """Those of a measure, each once, and beside them the days, or whether each was in time."""
        everyone = _each_once(self._everyone(measure))
        if measure.formula is Formula.IN_TIME:
            return everyone, [one.needed_by is None or one.on <= one.needed_by for one in everyone]
        if measure.formula is Formula.OLDEST:
            return everyone, [max(0, (self.until - one.on).days) for one in everyone]
        bounds = [(one.start_on or one.on, one.end_on or one.on) for one in everyone]
        if measure.formula is Formula.DAYS:
            # None, too, where something was done before its request was taken down.
            return everyone, [max(0, (end - start).days) for start, end in bounds]
        worked = working_days_of(bounds, self.calendar)
        if measure.formula is Formula.ON_TARGET:
            promised = map(self._target, everyone)
            return everyone, [days <= most for days, most in zip(worked, promised, strict=True)]
        return everyone, worked

    def _target(self, one: Member) -> int:
        if one.side == Side.LENDING:
            return self.targets[Target.ANSWER]
        return self.targets[Target.COPY if one.service == "copy" else Target.LOAN]

    # the keys

    def _keys(self, by: By | None, some: Sequence[Member]) -> Iterable[str]:
        """What tells the parts of a breakdown apart, for each member; empty without one."""
        if by is None:
            return repeat("", len(some))
        if by in _OF_PARTNERS:
            of, home = _OF_PARTNERS[by], self.desk.library.country
            keys = {number: of(one, home) for number, one in self.partners.items()}
            return map(defaultdict(str, keys).__getitem__, map(attrgetter("partner_id"), some))
        if by in _MADE:
            columns, made = _MADE[by]
            return map(made, map(columns, some))
        return map(attrgetter(by.value), some)


def nothing(measure: Measure) -> Value:
    """What a figure is when there is nothing to count."""
    zero = (Formula.SUM, Formula.DIFFERENCE, Formula.OPEN, Formula.STALE)
    return 0 if measure.formula in zero else None


def stale(found: Sequence[Member], last: date) -> list[Member]:
    """Those with which nothing has happened for long."""
    return [one for one in found if one.end_on and (last - one.end_on).days > STALE_DAYS]


def _in_hand(one: Member) -> bool:
    if not one.state or one.state == State.DRAFT:
        return False
    return not is_final(Side(one.side), State(one.state))


def _each_once(everyone: Sequence[Member]) -> list[Member]:
    """The first time of each request."""
    return list({one.request_id: one for one in reversed(everyone)}.values())


def _met(some: Sequence[int]) -> Value:
    return share(sum(some), len(some))


@lru_cache
def _month(day: date) -> str:
    return day.isoformat()[:7]


@lru_cache
def _decade(year: str) -> str:
    year = year[:4]
    return f"{year[:3]}0" if year.isascii() and year.isdecimal() and len(year) == 4 else ""


def _abroad(one: Partner, home: str) -> str:
    if not one.country:
        return ""
    return "domestic" if one.country == home else "abroad"


_TOLD: Mapping[Formula, Callable[[Sequence[int]], Value]] = MappingProxyType(
    {
        Formula.DAYS: spread,
        Formula.WORKING_DAYS: partial(spread, unit="working days"),
        Formula.ON_TARGET: _met,
        Formula.IN_TIME: _met,
        Formula.OLDEST: max,
    }
)
_TOGETHER: Mapping[Formula, Callable[[int, int], Value]] = MappingProxyType(
    {
        Formula.DIFFERENCE: lambda some, other: some - other,
        Formula.SHARE: lambda some, other: share(some, some + other),
        Formula.RATIO: lambda some, other: round(some / other, 2) if other else None,
    }
)
_OF_PARTNERS: Mapping[By, Callable[[Partner, str], str]] = MappingProxyType(
    {
        By.PARTNER: lambda one, _: one.name,
        By.COUNTRY: lambda one, _: one.country,
        By.AGREEMENT: lambda one, _: one.agreement,
        By.ABROAD: _abroad,
    }
)
_MADE: Mapping[By, tuple[Callable[[Member], Any], Callable[[Any], str]]] = MappingProxyType(
    {
        By.DECADE: (attrgetter("year"), _decade),
        By.MONTH: (attrgetter("on"), _month),
        By.STATE: (attrgetter("side", "state"), "/".join),
    }
)
"""Keys that are not themselves a column of the breakdown's name."""
_EVERY = tuple(by for by in By if by not in (By.REASON, By.STATE))
