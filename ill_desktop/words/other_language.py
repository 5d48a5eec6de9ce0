"""What a command is called in the languages the window does not speak.

Who learnt the program in one of them looks for its words in the other, too.
"""

import re
from collections.abc import Mapping
from functools import cache

from ill_desktop.words.catalogue import LANGUAGES, SOURCE, words_for

LONGEST = 60
"""Longer texts are sentences, and the name of nothing."""
INTO = " › "
"""Stands between the menus that lead to an entry."""

_COUNT = re.compile(r" \(\d+\)$")
"""How many it would be, which is no part of the name."""

Names = Mapping[str, tuple[str, ...]]


def plain(text: str) -> str:
    """A text of a menu without the sign before its Alt letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def called(language: str, text: str) -> tuple[str, ...]:
    """What a text of the window, with the menus that lead to it, is in the other languages."""
    known, parts = _names(language), [_key(part) for part in text.split(INTO)]
    if len(parts) == 1:
        return known.get(parts[0], ())
    told = INTO.join(known.get(part, (part,))[0] for part in parts)
    return () if told == INTO.join(parts) else (told,)


def _key(text: str) -> str:
    return _COUNT.sub("", plain(text)).rstrip("…").strip()


@cache
def _names(language: str) -> Names:
    """By what is read in a language, what is read in the others; a text may be several things."""
    found: dict[str, dict[str, None]] = {}
    for other in LANGUAGES:
        for texts in words_for(other).texts.values():
            for source, told in texts.items():
                here, there = (source, told) if language == SOURCE else (told, source)
                short = len(source) <= LONGEST and "{" not in source.replace(" ({n})", "")
                if short and language in (SOURCE, other):
                    found.setdefault(_named(here), {}).setdefault(_named(there))
    return {here: tuple(name for name in names if name != here) for here, names in found.items()}


def _named(text: str) -> str:
    return _key(text.replace(" ({n})", ""))
