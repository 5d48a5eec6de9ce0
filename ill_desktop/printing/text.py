"""Text before it is drawn: what is shown of it, where its lines break, which way they run."""

import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import Any

from ill_desktop.printing import fonts

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
MORE = " …"


@lru_cache(maxsize=4096)
def display(text: str) -> str:
    """What is printed of a text: no control or direction signs, no doubled blanks."""
    shown = "".join(" " if unicodedata.category(c) in _HIDDEN else c for c in text)
    return " ".join(unicodedata.normalize("NFC", shown).split())


def is_rtl(text: str) -> bool:
    """Whether a paragraph begins at the right: its first strong letter decides."""
    for c in text:
        way = unicodedata.bidirectional(c)
        if way == "L":
            return False
        if way in _RIGHT_TO_LEFT:
            return True
    return False


def runs(text: str, rtl: bool) -> list[tuple[str, bool]]:
    """A line in pieces from left to right, each with whether it runs from right to left.

    The pieces keep the order in which they are read; shaping turns them round.
    """
    if not any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text):
        return [(text, False)]
    levels = _levels(text, rtl)
    pieces = [
        ("".join(text[n] for n in group), level)
        for level, group in groupby(range(len(text)), key=levels.__getitem__)
    ]
    for turned in range(max(levels), 0, -1):
        pieces = _turned(pieces, turned)
    return [_way(piece, level % 2 == 1) for piece, level in pieces]


def _way(piece: str, turned: bool) -> tuple[str, bool]:
    """Brackets and blanks alone do not say which way they run: they are turned round here."""
    if not turned or any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in piece):
        return piece, turned
    from bidi.mirror import MIRRORED

    return "".join(MIRRORED.get(c, c) for c in reversed(piece)), False


def _levels(text: str, rtl: bool) -> list[int]:
    """How deep each letter is nested in the other direction (Unicode annex 9)."""
    import bidi.algorithm

    algorithm: Any = bidi.algorithm  # it has no types
    state = algorithm.get_empty_storage()
    state["base_level"] = int(rtl)
    state["base_dir"] = "R" if rtl else "L"
    algorithm.get_embedding_levels(text, state)
    algorithm.explicit_embed_and_overrides(state)
    algorithm.resolve_weak_types(state)
    algorithm.resolve_neutral_types(state, False)
    algorithm.resolve_implicit_levels(state, False)
    return [int(one["level"]) for one in state["chars"]]


def _turned(pieces: list[tuple[str, int]], level: int) -> list[tuple[str, int]]:
    """Every stretch of pieces at a level or deeper, back to front."""
    found: list[tuple[str, int]] = []
    for deep, group in groupby(pieces, key=lambda piece: piece[1] >= level):
        stretch = list(group)
        found += reversed(stretch) if deep else stretch
    return found


@lru_cache(maxsize=8192)
def broken(text: str, bold: bool, room: float) -> tuple[str, ...]:
    """A text in lines no wider than `room` times its size; a word too wide is broken inside."""
    lines: list[str] = []
    current, used = "", 0.0
    blank = fonts.unit_width(" ", bold)
    for word in text.split():
        wide = fonts.unit_width(word, bold)
        if current and used + blank + wide <= room:
            current, used = f"{current} {word}", used + blank + wide
            continue
        if current:
            lines.append(current)
        *whole, current = _pieces(word, bold, room)
        lines += whole
        used = fonts.unit_width(current, bold)
    return (*lines, current) if current else tuple(lines)


def _pieces(word: str, bold: bool, room: float) -> list[str]:
    if fonts.unit_width(word, bold) <= room:
        return [word]
    found, used = [""], 0.0
    for c in word:
        wide = fonts.unit_width(c, bold)
        if found[-1] and used + wide > room:
            found.append("")
            used = 0.0
        found[-1] += c
        used += wide
    return found


def clipped(lines: tuple[str, ...], most: int, bold: bool, room: float) -> tuple[str, ...]:
    """At most so many lines; the last one says that there was more."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while fonts.unit_width(last + MORE, bold) > room and " " in last:
        last = last.rpartition(" ")[0]
    while last and fonts.unit_width(last + MORE, bold) > room:
        last = last[:-1].rstrip()
    return (*lines[: most - 1], last + MORE)
