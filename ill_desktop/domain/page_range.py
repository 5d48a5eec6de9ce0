"""Pages as people write them: `pp. 12-9` is 12-19, and `A-Fz123` is nothing."""

import re
from dataclasses import dataclass
from functools import lru_cache

_PREFIX = re.compile(r"^(?:pages?|pp?|hal(?:aman)?|hlm|seiten?|s)\b\.?\s*", re.IGNORECASE)
_ROMAN = r"[ivxlcdm]+"
_ONE = rf"(?:(?:[A-Za-z]{{1,2}}[.-]?)?\d{{1,7}}[a-z]?|{_ROMAN})"
_PIECE = re.compile(rf"^({_ONE})(?:\s*[-–—]+\s*({_ONE}))?$", re.IGNORECASE)
_ALONE = re.compile(_ONE, re.IGNORECASE)
_FIGURES = re.compile(r"\d+")

MOST = 1000
"""No copy has more pages: what seems to is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class PageRange:
    """Pages written in one way; `count` None where nobody can count them."""

    text: str
    count: int | None


def read_pages(text: str) -> PageRange | None:
    """The pages in a text; None where these cannot be pages."""
    pieces = [part.strip() for part in re.split(r"[,;+]", _PREFIX.sub("", text.strip()))]
    read = [_piece(part) for part in pieces if part]
    known = [one for one in read if one is not None]
    if not known or len(known) < len(read):
        return None
    counts = [one.count for one in known]
    total = None if None in counts else sum(count or 0 for count in counts)
    return PageRange(", ".join(one.text for one in known), total)


@lru_cache(4096)
def pages_of_copy(text: str) -> int | None:
    """How many pages a copy of these has; None where that cannot be told.

    A single one does not tell: it may be where an article begins, or the number it bears.
    """
    found = read_pages(text)
    if found is None or found.count is None or found.count > MOST:
        return None
    return None if _ALONE.fullmatch(found.text) else found.count


def _piece(text: str) -> PageRange | None:
    found = _PIECE.match(text)
    if found is None:
        return None
    first, last = found[1], found[2]
    if last is None:
        return PageRange(first, 1)
    if not (first.isdecimal() and last.isdecimal()):
        return PageRange(f"{first}-{last}", _between(first, last))
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    count = int(last) - int(first) + 1
    return PageRange(f"{first}-{last}", count) if count > 0 else None


def _between(first: str, last: str) -> int | None:
    """`S12-S19` is eight pages; Roman figures are not counted."""
    one, other = _FIGURES.search(first), _FIGURES.search(last)
    if one is None or other is None or int(other[0]) < int(one[0]):
        return None
    return int(other[0]) - int(one[0]) + 1
