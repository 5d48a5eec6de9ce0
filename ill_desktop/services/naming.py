"""How a reader who is erased is found in texts that others wrote, and taken out of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

COUNT = re.compile(r"\d{1,4}")
"""In a text, so short a number may be a count, a page or a year; it is a code in a reader's field
only.
"""
GONE = "…"


@dataclass(frozen=True, slots=True)
class Naming:
    """The names and codes of one reader."""

    names: frozenset[str]
    words: re.Pattern[str] | None
    """What finds one of them as a word of its own; None where a text can hold none."""

    @classmethod
    def of(cls, names: Iterable[str]) -> "Naming":
        """By which a reader goes; what is empty counts for nothing."""
        known = frozenset(one.strip().casefold() for one in names if one.strip())
        told = [re.escape(one) for one in sorted(known, key=len, reverse=True) if not _count(one)]
        text = rf"(?<!\w)(?:{'|'.join(told)})(?!\w)"
        return cls(known, re.compile(text, re.IGNORECASE) if told else None)

    def means(self, text: str) -> bool:
        """Whether a text that stands for a reader stands for this one."""
        return text.strip().casefold() in self.names

    def without(self, text: str) -> str:
        """The text with the reader taken out, and all else as it was written."""
        if self.words is None:
            return text
        return "" if self.words.fullmatch(text.strip()) else self.words.sub(GONE, text)


def _count(name: str) -> bool:
    return COUNT.fullmatch(name) is not None
