"""Sealed packages that never came: which they are, and how their sender is asked for them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from ill_desktop.words import formats
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

MOST = 20
"""So many gaps are named; who lost more asks for everything."""


class _Gap(Protocol):
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def after(self) -> datetime | None: ...
    @property
    def before(self) -> datetime | None: ...


def numbers(gaps: Sequence[_Gap]) -> str:
    """`3, 7–9`; an ellipsis where there are too many to be named."""
    named = [_span(gap) for gap in gaps[:MOST]]
    return ", ".join([*named, "…"] if len(gaps) > MOST else named)


def asked_for(words: Words, gaps: Sequence[_Gap], library: str, zone: str) -> str:
    """What their sender is written, with the times between which it will find them."""
    begins = mark("Packages", "These sealed packages of yours never reached {library}:")
    ends = mark(
        "Packages",
        "Please send what was in them again. In ILL Desktop: find the message under Exchange, "
        "where its package number stands with it, and press Send again.",
    )
    lines = [f"- {_where(words, gap, zone)}" for gap in gaps[:MOST]]
    if len(gaps) > MOST:
        lines.append("- …")
    return "\n".join(
        (words.tr("Packages", begins, library=library), *lines, "", words.tr("Packages", ends))
    )


def _where(words: Words, gap: _Gap, zone: str) -> str:
    after, before = (formats.moment(words, one, zone) for one in (gap.after, gap.before))
    if after and before:
        text = mark("Packages", "No. {number}, written between {after} and {before}")
    else:
        text = mark("Packages", "No. {number}, written before {before}")
    return words.tr("Packages", text, number=_span(gap), after=after, before=before)


def _span(gap: _Gap) -> str:
    return str(gap.first) if gap.first == gap.last else f"{gap.first}–{gap.last}"


def number(words: Words, serial: int) -> tuple[str, str]:
    """What the sealed package of a message is called here: label and value."""
    return words.tr("Packages", mark("Packages", "Package number")), str(serial)
