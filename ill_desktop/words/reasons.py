# house: table
"""Why a request wants to be looked at, as the rest of a sentence that begins with *Why:*."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from ill_desktop.domain.codes import ErrorType
from ill_desktop.domain.lifecycle.states import Heard, Side, Timer
from ill_desktop.words import formats
from ill_desktop.words.catalogue import Words
from ill_desktop.words.history import event
from ill_desktop.words.mark import mark

_B, _L = Side.BORROWING, Side.LENDING


@dataclass(frozen=True, slots=True)
class Clocks:
    """What the sentences count with; `working` are open days of ours since the state began."""

    today: date
    since: date
    working: int
    due: date | None = None
    needed_by: date | None = None
    retry_after: date | None = None


TIMED: Mapping[tuple[Side, Timer], str] = MappingProxyType(
    {
        (_B, Timer.UNANSWERED): mark("Why", "no answer for {working}"),
        (_L, Timer.UNANSWERED): mark("Why", "we have not answered for {working}"),
        (_B, Timer.NEEDED_SOON): mark("Why", "needed by {needed}, and not here yet"),
        (_L, Timer.NEEDED_SOON): mark("Why", "they need it by {needed}"),
        (_B, Timer.CONDITIONS_WAIT): mark("Why", "conditions not decided for {working}"),
        (_L, Timer.CONDITIONS_WAIT): mark("Why", "no answer to our conditions for {working}"),
        (_B, Timer.NOT_ARRIVED): mark("Why", "sent {days} ago, not arrived"),
        (_B, Timer.NOT_COLLECTED): mark("Why", "here for {days}, not collected"),
        (_B, Timer.RETURN_UNCONFIRMED): mark("Why", "sent back {days} ago, not confirmed"),
        (_L, Timer.RETURN_UNCONFIRMED): mark("Why", "on its way back for {days}"),
        (_B, Timer.RETRY_AFTER): mark("Why", "can be tried again since {retry}"),
        (_B, Timer.DUE_SOON): mark("Why", "due {due}, {when}"),
        (_B, Timer.DUE_PASSED): mark("Why", "due {due}, {when}"),
        (_L, Timer.DUE_PASSED): mark("Why", "due {due}, {when}"),
    }
)


def timed(words: Words, side: Side, timer: Timer, clocks: Clocks) -> str:
    """`no answer for 6 working days`."""
    values: Mapping[str, Callable[[], str]] = {
        "working": lambda: _count(words, clocks.working, _WORKING),
        "days": lambda: _count(words, (clocks.today - clocks.since).days, _DAYS),
        "needed": lambda: formats.day(words, clocks.needed_by),
        "retry": lambda: formats.day(words, clocks.retry_after),
        "due": lambda: formats.day(words, clocks.due),
        "when": lambda: formats.due_in(words, clocks.due, clocks.today),
    }
    return words.tr("Why", TIMED[side, timer], **{name: say() for name, say in values.items()})


def happened(words: Words, kind: str, source: str, reason: str = "") -> str:
    """What else brought it to attention; that somebody asked us says itself in the list."""
    if kind == "created":
        return words.tr("Why", mark("Why", "new, and nobody has looked at it yet"))
    if kind == Heard.RECEIVED and source != "staff":
        return words.tr("Why", mark("Why", "it is with them, and our sending was not recorded"))
    return event(words, kind, source, reason)


def late(words: Words, partner: str) -> str:
    """That a library is sending which nobody waits for any more."""
    return words.tr(
        "Why", mark("Why", "{partner} was given up and is sending after all"), partner=partner
    )


REFUSED: Mapping[ErrorType, str] = MappingProxyType(
    {
        ErrorType.UNSUPPORTED_ACTION_TYPE: mark("Why", "their system does not know what it asks"),
        ErrorType.UNSUPPORTED_REASON: mark(
            "Why", "their system does not know this kind of message"
        ),
        ErrorType.UNRECOGNISED_ELEMENT: mark("Why", "their system does not know a part of it"),
        ErrorType.UNRECOGNISED_VALUE: mark("Why", "their system does not know a value in it"),
        ErrorType.BADLY_FORMED: mark("Why", "their system could not read it"),
    }
)


def refused(words: Words, detail: str) -> str:
    """That a partner's system refused our message, and why."""
    why = why_refused(words, detail)
    return words.tr("Why", mark("Why", "our message was refused: {why}"), why=why)


def why_refused(words: Words, detail: str) -> str:
    """What a partner's system could not take; `detail` as its confirmation says."""
    code, _, said = detail.partition(":")
    known = next((one for one in ErrorType if one == code.strip()), None)
    if not detail.strip():
        return words.tr("Why", mark("Why", "they did not say why"))
    if known is None:
        return f"“{detail.strip()}”"
    why = words.tr("Why", REFUSED[known])
    return f"{why} (“{said.strip()}”)" if said.strip() else why


ELEMENTS: Mapping[str, str] = MappingProxyType(
    {
        "requestingAgencyRequestId": mark("Why", "Request number"),
        "requestingAgencyPreviousRequestId": mark("Why", "Earlier request number"),
    }
)
"""What the partner is told by the name of an element, in words for people here."""


def about(words: Words, detail: str) -> str:
    """What a reason is about, without the name of an element and what the reason says itself."""
    name, _, said = detail.partition(": ")
    if name not in ELEMENTS:
        return detail
    number = said.partition(" already ")[0].strip()
    known = bool(number) and not said.startswith("already ")
    return f"{words.tr('Why', ELEMENTS[name])}: {number}" if known else ""


_WORKING = (mark("Why", "{n} working day"), mark("Why", "{n} working days"))
_DAYS = (mark("Why", "{n} day"), mark("Why", "{n} days"))


def _count(words: Words, n: int, forms: tuple[str, str]) -> str:
    return words.count("Why", n, *forms)
