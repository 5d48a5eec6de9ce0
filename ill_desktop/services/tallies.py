"""How what a figure counts is added up, by the keys of a breakdown."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from operator import attrgetter
from types import MappingProxyType

from ill_desktop.domain.measures import Counted
from ill_desktop.domain.page_range import pages_of_copy
from ill_desktop.store.measures import Member

Tally = Callable[[Sequence[Member], Iterable[str]], Counter[str]]


def _times(_some: Sequence[Member], keys: Iterable[str]) -> Counter[str]:
    return Counter(keys)


def _sum(
    size: Callable[[Member], int], some: Sequence[Member], keys: Iterable[str]
) -> Counter[str]:
    found: Counter[str] = Counter()
    for key, one in zip(keys, some, strict=True):
        found[key] += size(one)
    return found


def _patrons(some: Sequence[Member], keys: Iterable[str]) -> Counter[str]:
    """Month by month: what stands for a forgotten reader holds within one month."""
    readers = set(zip(keys, map(_READER, some), strict=True))
    return Counter(key for key, (reader, *_) in readers if reader)


def _pages(one: Member) -> int:
    """Those that were sent, else those that were asked for; 0 where nobody can tell."""
    return one.page_count or pages_of_copy(one.pages) or 0


_READER = attrgetter("reader", "on.year", "on.month")
EVERY_TIME = frozenset({Counted.SENDINGS, Counted.PATRONS})
"""Counted as often as it happened; of all else, the first time of each request."""
ONLY: Mapping[Counted, Callable[[Member], bool]] = MappingProxyType(
    {
        Counted.PAGES: lambda one: _pages(one) > 0,
        Counted.UNPAGED: lambda one: _pages(one) == 0,
    }
)
"""Which of the requests of its parts a figure is about; all, where it is not here."""
TALLIES: Mapping[Counted, Tally] = MappingProxyType(
    {
        Counted.REQUESTS: _times,
        Counted.SENDINGS: _times,
        Counted.PIECES: partial(_sum, attrgetter("pieces")),
        Counted.PAGES: partial(_sum, _pages),
        Counted.UNPAGED: _times,
        Counted.PATRONS: _patrons,
    }
)
