"""What became of asking a library: its name, and why it does not supply."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Protocol

from ill_desktop.words.catalogue import Words
from ill_desktop.words.labels import coded
from ill_desktop.words.mark import mark

NOES: Mapping[str, str] = MappingProxyType(
    {
        "Unfilled": mark("Attempt", "cannot supply"),
        "RetryPossible": mark("Attempt", "can be asked again"),
        "Cancelled": mark("Attempt", "cancelled"),
    }
)
"""The answers by which a library does not supply, by ISO 18626 status."""


class _Attempt(Protocol):
    @property
    def partner(self) -> str: ...

    @property
    def symbol(self) -> str: ...

    @property
    def status(self) -> str: ...

    @property
    def reason(self) -> str: ...


def name(one: _Attempt) -> str:
    """A library by name and symbol."""
    return f"{one.partner} ({one.symbol})" if one.partner else one.symbol


def answer(words: Words, one: _Attempt) -> str:
    """Its no with the reason, or nothing."""
    if one.status not in NOES:
        return ""
    said = words.tr("Attempt", NOES[one.status])
    return f"{said}: {coded(words, one.reason)}" if one.reason else said


def told(words: Words, one: _Attempt) -> str:
    """A library, and below it that it does not supply."""
    return "\n".join(filter(None, (name(one), answer(words, one))))


def asked_before(words: Words, symbol: str, asked: Iterable[_Attempt]) -> str:
    """A warning where a library said no to this request already, or nothing."""
    said = [one for one in asked if one.symbol == symbol and one.status in NOES]
    if not said:
        return ""
    text = mark("Attempt", "{partner} was asked for this already: {answer}.")
    last = said[-1]
    return words.tr("Attempt", text, partner=last.partner or symbol, answer=answer(words, last))
