"""Where words stand in the pages of the handbook: on which, and how often."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from re import Pattern

from PySide6.QtGui import QTextDocument


@dataclass(frozen=True, slots=True)
class Found:
    """What was typed, as a pattern, and how many places of each page it stands at."""

    pattern: str
    places: tuple[int, ...]

    @property
    def pages(self) -> int:
        """On how many pages."""
        return sum(1 for n in self.places if n)


def found(typed: str, pages: Sequence[str]) -> Found:
    """Where a text stands; where it does as a whole on no page, where all its words do."""
    words = [re.escape(word) for word in typed.split()]
    if not words:
        return Found("", (0,) * len(pages))
    whole = r"[^\S\n]+".join(words)
    places = _places(whole, pages)
    if any(places):
        return Found(whole, places)
    each = [re.compile(word, re.IGNORECASE) for word in words]
    held = [page if _holds(page, each) else "" for page in pages]
    return Found("|".join(words), _places("|".join(words), held))


def _places(pattern: str, pages: Sequence[str]) -> tuple[int, ...]:
    known = re.compile(pattern, re.IGNORECASE)
    return tuple(sum(1 for _ in known.finditer(page)) for page in pages)


def _holds(page: str, words: Sequence[Pattern[str]]) -> bool:
    return all(word.search(page) for word in words)


def words_of(markdown: str) -> str:
    """What people read of a page."""
    document = QTextDocument()
    document.setMarkdown(markdown)
    return document.toPlainText()
