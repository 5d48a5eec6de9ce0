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
    def of(cls, names: Iterable[str], libraries: Iterable[str] = ()) -> "Naming":
        """By which a reader goes; what is empty counts for nothing.

        Where a library is named and the reader's name is a part of its name, nobody is meant.
        """
        known = frozenset(one.strip().casefold() for one in names if one.strip())
        told = {one for one in known if not _count(one)}
        if not told:
            return cls(known, None)
        reader = re.compile(_any_of(told), re.IGNORECASE)
        others = {one.strip().casefold() for one in libraries if reader.search(one)} - told
        library = f"(?P<library>{_any_of(others)})|" if others else "(?P<library>(?!))|"
        return cls(known, re.compile(library + reader.pattern, re.IGNORECASE))

    def means(self, text: str) -> bool:
        """Whether a text that stands for a reader stands for this one."""
        return text.strip().casefold() in self.names

    def without(self, text: str) -> str:
        """The text with the reader taken out, and all else as it was written."""
        if self.words is None:
            return text
        whole = self.words.fullmatch(text.strip())
        if whole and not whole["library"]:
            return ""
        return self.words.sub(lambda found: found[0] if found["library"] else GONE, text)


def _any_of(names: Iterable[str]) -> str:
    """One of some names as a word of its own, the longest first."""
    longest = sorted(map(re.escape, names), key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)"


def _count(name: str) -> bool:
    return COUNT.fullmatch(name) is not None
