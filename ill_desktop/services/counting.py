"""One counting of the figures: every measure, its breakdowns, and the requests behind them.

Parts are read once and kept while it lasts, so that figures which share one agree.
"""

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ill_desktop.domain.calendar import Calendar, working_days_since
from ill_desktop.domain.lifecycle.engine import is_final
from ill_desktop.domain.lifecycle.states import Milestone, Side, State
from ill_desktop.domain.measures import (
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
from ill_desktop.store import measures
from ill_desktop.store.measures import Member, Partner, Span

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

KeyOf = Callable[[Member], str]


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
    partners: Mapping[int, Partner] = field(init=False)
    calendar: Calendar = field(init=False)
    targets: Mapping[Target, int] = field(init=False)
    _read: dict[object, list[Member]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.partners = measures.partners(self.session)
        self.calendar = calendars.ours_in(self.desk, self.session, self.span.first, self.span.last)
        given: Mapping[str, int] = self.desk.setting("targets", {})
        self.targets = {one: int(given.get(one.value, TARGETS[one])) for one in Target}

    # the figures

    def values(self, measure: Measure, by: By | None = None) -> Mapping[str, Value]:
        """The figure for each key of a breakdown; the whole one under the empty key."""
        if measure.formula in STANDING:
            return self._standing(measure, by)
        if measure.formula in LASTING:
            parted = self._by_key(self.timed(measure), by)
            return {key: self._lasting(measure, some) for key, some in parted.items()}
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

    def behind(self, measure: Measure, by: By | None = None, key: str = "") -> list[int]:
        """The numbers of the requests a figure, or a part of it, was made from, each once."""
        found = self._everyone(measure)
        if by is not None:
            of = self.key_of(by)
            found = [one for one in found if of(one) == key]
        return list(dict.fromkeys(one.request_id for one in found))

    def _everyone(self, measure: Measure) -> Sequence[Member]:
        if measure.formula in STANDING:
            found = self.open()
            return stale(found, self.span.last) if measure.formula is Formula.STALE else found
        if measure.formula in LASTING:
            return self.timed(measure)
        other = measure.other if measure.formula in (Formula.DIFFERENCE, Formula.RATIO) else ()
        return [one for part in (*measure.parts, *other) for one in self._members(measure, part)]

    # the members

    def _members(self, measure: Measure, part: Part) -> list[Member]:
        span = self.span
        if measure.months:
            span = Span(months_before(span.last, measure.months - 1), span.last)
        return self._once((part, span), lambda: measures.members(self.session, part, span))

    def timed(self, measure: Measure) -> list[Member]:
        """Those of a measure that took time, with both dates; of a needed-by date, with one."""
        bounds: tuple[Milestone | None, Milestone | None] = (measure.start, measure.end)
        found = [
            one
            for part in measure.parts
            for one in self._once(
                (part, bounds),
                partial(measures.members, self.session, part, self.span, *bounds),
            )
        ]
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

    def _once(self, key: object, read: Callable[[], list[Member]]) -> list[Member]:
        if key not in self._read:
            self._read[key] = read()
        return self._read[key]

    # the arithmetic

    def _counted(self, measure: Measure, parts: Sequence[Part], by: By | None) -> Counter[str]:
        everyone = [one for part in parts for one in self._members(measure, part)]
        return _COUNTING[measure.counted](everyone, self.key_of(by))

    def _by_key(self, everyone: Sequence[Member], by: By | None) -> dict[str, list[Member]]:
        of = self.key_of(by)
        found: dict[str, list[Member]] = defaultdict(list)
        for one in {one.request_id: one for one in reversed(everyone)}.values():
            found[of(one)].append(one)
        return found

    def _lasting(self, measure: Measure, some: Sequence[Member]) -> Value:
        if measure.formula is Formula.IN_TIME:
            met = sum(one.on <= one.needed_by for one in some if one.needed_by is not None)
            return share(met, len(some))
        if measure.formula is Formula.ON_TARGET:
            met = sum(self._worked(one) <= self._target(measure, one) for one in some)
            return share(met, len(some))
        if measure.formula is Formula.WORKING_DAYS:
            return spread([self._worked(one) for one in some], "working days")
        return spread([_calendar_days(one) for one in some])

    def _worked(self, one: Member) -> int:
        if one.start_on is None or one.end_on is None:
            return 0
        return working_days_since(one.start_on, one.end_on, self.calendar)

    def _target(self, measure: Measure, one: Member) -> int:
        if one.side == Side.LENDING:
            return self.targets[Target.ANSWER]
        return self.targets[Target.COPY if one.service == "copy" else Target.LOAN]

    def _standing(self, measure: Measure, by: By | None) -> Mapping[str, Value]:
        last = self.span.last
        parted = self._by_key(self.open(), by)
        if measure.formula is Formula.OLDEST:
            return {k: max((last - one.on).days for one in some) for k, some in parted.items()}
        if measure.formula is Formula.STALE:
            still = {key: len(stale(some, last)) for key, some in parted.items()}
            return {key: n for key, n in still.items() if n}
        return {key: len(some) for key, some in parted.items()}

    # the keys

    def key_of(self, by: By | None) -> KeyOf:
        """What tells the parts of a breakdown apart; one empty key without one."""
        if by is None:
            return lambda _: ""
        if by in _OF_PARTNERS:
            of = _OF_PARTNERS[by]
            home = self.desk.library.country
            keys = {number: of(one, home) for number, one in self.partners.items()}
            return lambda one: keys.get(one.partner_id or 0, "")
        return _KEYS[by]


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


def _calendar_days(one: Member) -> int:
    """None, too, where something was done before its request was taken down."""
    return max(0, (one.end_on - one.start_on).days) if one.end_on and one.start_on else 0


def _requests(everyone: Sequence[Member], of: KeyOf) -> Counter[str]:
    once = {one.request_id: one for one in reversed(everyone)}
    return Counter(map(of, once.values()))


def _sendings(everyone: Sequence[Member], of: KeyOf) -> Counter[str]:
    return Counter(map(of, everyone))


def _pieces(everyone: Sequence[Member], of: KeyOf) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in {one.request_id: one for one in reversed(everyone)}.values():
        found[of(one)] += one.pieces
    return found


def _patrons(everyone: Sequence[Member], of: KeyOf) -> Counter[str]:
    """Month by month: what stands for a forgotten reader holds within one month."""
    readers = {(of(one), one.on.year, one.on.month, one.reader) for one in everyone if one.reader}
    return Counter(key for key, *_ in readers)


def _decade(one: Member) -> str:
    year = one.year[:4]
    return f"{year[:3]}0" if year.isascii() and year.isdecimal() and len(year) == 4 else ""


def _abroad(one: Partner, home: str) -> str:
    if not one.country:
        return ""
    return "domestic" if one.country == home else "abroad"


_COUNTING: Mapping[Counted, Callable[[Sequence[Member], KeyOf], Counter[str]]] = MappingProxyType(
    {
        Counted.REQUESTS: _requests,
        Counted.SENDINGS: _sendings,
        Counted.PIECES: _pieces,
        Counted.PATRONS: _patrons,
    }
)
_TOGETHER: Mapping[Formula, Callable[[int, int], Value]] = MappingProxyType(
    {
        Formula.DIFFERENCE: lambda some, other: some - other,
        Formula.SHARE: share,
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
_KEYS: Mapping[By, KeyOf] = MappingProxyType(
    {
        By.SERVICE: lambda one: one.service,
        By.MATERIAL: lambda one: one.material,
        By.LEVEL: lambda one: one.level,
        By.VIA: lambda one: one.via,
        By.CATEGORY: lambda one: one.category,
        By.DEPARTMENT: lambda one: one.department,
        By.LANGUAGE: lambda one: one.language,
        By.DECADE: _decade,
        By.MONTH: lambda one: f"{one.on:%Y-%m}",
        By.REASON: lambda one: one.reason,
        By.STATE: lambda one: f"{one.side}/{one.state}",
    }
)
_EVERY = tuple(by for by in By if by not in (By.REASON, By.STATE))
