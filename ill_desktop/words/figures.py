# house: table
"""Names of the figures and their definitions, printed with them (FEATURES ST-1)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Protocol

from ill_desktop.domain.citation import Material
from ill_desktop.domain.lifecycle.states import Service, Side, State
from ill_desktop.domain.measures import FEW, By, Formula, Measure, Spread, Value
from ill_desktop.words import formats, labels
from ill_desktop.words.catalogue import Words
from ill_desktop.words.formats import MONTHS
from ill_desktop.words.mark import mark

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "B1": mark("Figure", "Requests from readers"),
        "B2": mark("Figure", "Requests sent"),
        "B2a": mark("Figure", "Sendings to libraries"),
        "B3": mark("Figure", "Requests filled"),
        "B3r": mark("Figure", "Loans received"),
        "B3n": mark("Figure", "Copies received"),
        "B3p": mark("Figure", "Pieces received"),
        "B3g": mark("Figure", "Pages of copies received"),
        "B3gu": mark("Figure", "Copies received, pages unknown"),
        "B4": mark("Figure", "Requests unfilled"),
        "B5": mark("Figure", "Requests withdrawn"),
        "B6e": mark("Figure", "Fill rate, borrowing"),
        "B8": mark("Figure", "Turnaround"),
        "B8d": mark("Figure", "Turnaround: at our desk"),
        "B8s": mark("Figure", "Turnaround: search and supply"),
        "B8c": mark("Figure", "Turnaround: on the way"),
        "B8n": mark("Figure", "Turnaround: telling the reader"),
        "B8p": mark("Figure", "Waiting to be collected"),
        "B8t": mark("Figure", "Turnaround on target"),
        "B10": mark("Figure", "Needed-by dates met"),
        "B17": mark("Figure", "Readers served"),
        "L1": mark("Figure", "Requests received"),
        "L2": mark("Figure", "Requests supplied"),
        "L2r": mark("Figure", "Loans sent out"),
        "L2n": mark("Figure", "Copies sent out"),
        "L2p": mark("Figure", "Pieces sent out"),
        "L2g": mark("Figure", "Pages of copies sent out"),
        "L2gu": mark("Figure", "Copies sent out, pages unknown"),
        "L3": mark("Figure", "Requests not supplied"),
        "L4e": mark("Figure", "Fill rate, lending"),
        "L5": mark("Figure", "Response time"),
        "L5t": mark("Figure", "Answered on target"),
        "L6": mark("Figure", "Supply time"),
        "L7": mark("Figure", "Days on loan"),
        "C1": mark("Figure", "Balance"),
        "C1y": mark("Figure", "Balance of twelve months"),
        "C1r": mark("Figure", "Supplied for each received"),
        "W1": mark("Figure", "Work in hand"),
        "W1o": mark("Figure", "Oldest work in hand"),
        "W1s": mark("Figure", "Work at a standstill"),
        "V1": mark("Figure", "Requests voided"),
    }
)

DEFINITIONS: Mapping[str, str] = MappingProxyType(
    {
        "B1": mark(
            "Figure",
            "Borrowing requests that left the draft in the period: sent for the first time, or "
            "closed without being sent.",
        ),
        "B2": mark(
            "Figure",
            "Borrowing requests whose first sending is dated in the period. Counted once each, "
            "however many libraries were asked.",
        ),
        "B2a": mark("Figure", "Every sending of a borrowing request to a library in the period."),
        "B3": mark(
            "Figure",
            "Borrowing requests filled in the period: loans on the day the item was received, "
            "copies on the day the reader was told.",
        ),
        "B3r": mark("Figure", "Loans received from other libraries in the period."),
        "B3n": mark("Figure", "Copies passed on to readers in the period."),
        "B3p": mark("Figure", "The pieces of all borrowing requests filled in the period."),
        "B3g": mark(
            "Figure",
            "The pages of the copies in B3n: those that staff noted, else those requested: 12-19 "
            "is eight. Files that arrive are not counted. Without those of B3gu.",
        ),
        "B3gu": mark(
            "Figure",
            "The copies in B3n for which no pages are noted and whose requests give none, none "
            "that can be counted, or a single one, which may be only where they begin.",
        ),
        "B4": mark(
            "Figure",
            "Borrowing requests given up in the period, because nobody supplied, by the reason "
            "staff gave.",
        ),
        "B5": mark(
            "Figure",
            "Borrowing requests closed without supply in the period, by reason. Those a library "
            "cancelled because we asked count as withdrawn.",
        ),
        "B6e": mark("Figure", "B3 divided by the sum of B3 and B4 in the period."),
        "B8": mark(
            "Figure",
            "Calendar days from the day the reader asked to the day the reader was told, for all "
            "requests whose reader was told in the period.",
        ),
        "B8d": mark(
            "Figure",
            "Of B8, the calendar days from the day the reader asked to the first sending.",
        ),
        "B8s": mark(
            "Figure",
            "Of B8, the calendar days from the first sending to the day a library sent the item.",
        ),
        "B8c": mark(
            "Figure",
            "Of B8, the calendar days from the day a library sent the item to its arrival.",
        ),
        "B8n": mark(
            "Figure",
            "Of B8, the calendar days from the arrival to the day the reader was told.",
        ),
        "B8p": mark(
            "Figure",
            "Calendar days from the day the reader was told to the day the item was handed out, "
            "by that day. Not a part of B8.",
        ),
        "B8t": mark(
            "Figure",
            "Of the requests in B8, the share that took at most the target, in working days of our "
            "calendar: 10 for loans and 3 for copies unless the library has set others.",
        ),
        "B10": mark(
            "Figure",
            "Of the requests with a needed-by date whose readers were told in the period, the "
            "share told in time.",
        ),
        "B17": mark(
            "Figure",
            "Different readers of the requests in B1, month by month: somebody who asks in two "
            "months counts in both, because names are removed after a while.",
        ),
        "L1": mark(
            "Figure",
            "Lending requests that arrived in the period. A request tried again counts with the "
            "one it follows.",
        ),
        "L2": mark(
            "Figure",
            "Lending requests supplied in the period: loans on the day they were sent out, copies "
            "on the day they were sent.",
        ),
        "L2r": mark("Figure", "Loans sent out to other libraries in the period."),
        "L2n": mark("Figure", "Copies sent to other libraries in the period."),
        "L2p": mark("Figure", "The pieces of all lending requests supplied in the period."),
        "L2g": mark(
            "Figure",
            "The pages of the copies in L2n: those that were sent, where that is noted, else "
            "those requested: 12-19 is eight. Without those of L2gu.",
        ),
        "L2gu": mark(
            "Figure",
            "The copies in L2n for which neither what was sent nor the request tells how many "
            "pages, as in B3gu.",
        ),
        "L3": mark("Figure", "Lending requests refused in the period, by reason."),
        "L4e": mark("Figure", "L2 divided by the sum of L2 and L3 in the period."),
        "L5": mark(
            "Figure",
            "Working days of our calendar from arrival to our first answer, by the day of the "
            "answer.",
        ),
        "L5t": mark(
            "Figure",
            "Of the requests in L5, the share answered within the target: 5 working days unless "
            "the library has set another.",
        ),
        "L6": mark("Figure", "Calendar days from arrival to supply, by the day of supply."),
        "L7": mark(
            "Figure", "Calendar days from sending out to return, by the day the loan came back."
        ),
        "C1": mark("Figure", "L2 less B3: what we supplied beyond what we received."),
        "C1y": mark("Figure", "The same for the twelve months that end with the period."),
        "C1r": mark("Figure", "L2 divided by B3: requests supplied for each one received."),
        "W1": mark(
            "Figure",
            "Requests of both sides that were neither finished nor drafts when the period ended, "
            "in the state they had on its last day.",
        ),
        "W1o": mark(
            "Figure",
            "Days since the oldest request of W1 was created: up to the last day of the period, or "
            "up to today while the period is not over.",
        ),
        "W1s": mark(
            "Figure",
            "Requests of W1 with which nothing had happened for more than 30 days: up to the last "
            "day of the period, or up to today while it is not over.",
        ),
        "V1": mark(
            "Figure", "Requests of both sides voided in the period; no other figure counts them."
        ),
    }
)

BREAKDOWNS: Mapping[str, str] = MappingProxyType(
    {
        By.SERVICE: mark("Figure", "By service"),
        By.MATERIAL: mark("Figure", "By kind of publication"),
        By.PARTNER: mark("Figure", "By partner"),
        By.COUNTRY: mark("Figure", "By country"),
        By.ABROAD: mark("Figure", "Within the country and abroad"),
        By.AGREEMENT: mark("Figure", "By agreement"),
        By.LEVEL: mark("Figure", "By service level"),
        By.VIA: mark("Figure", "By way of delivery"),
        By.CATEGORY: mark("Figure", "By category of reader"),
        By.DEPARTMENT: mark("Figure", "By department"),
        By.LANGUAGE: mark("Figure", "By language"),
        By.DECADE: mark("Figure", "By decade of publication"),
        By.MONTH: mark("Figure", "By month"),
        By.REASON: mark("Figure", "By reason"),
        By.STATE: mark("Figure", "By state"),
    }
)

GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "B": mark("Figure", "Borrowing"),
        "L": mark("Figure", "Lending"),
        "C": mark("Figure", "Give and take"),
        "WV": mark("Figure", "The desk"),
    }
)
"""Headings by the letters the codes under them begin with."""
HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "report": mark("Figure", "Interlibrary loan"),
        "definitions": mark("Figure", "What the figures count"),
    }
)
BORROWED = mark("Figure", "Borrowed")
LENT = mark("Figure", "Lent")
NOT_GIVEN = mark("Figure", "not given")
ABROAD: Mapping[str, str] = MappingProxyType(
    {
        "domestic": mark("Figure", "within the country"),
        "abroad": mark("Figure", "abroad"),
    }
)
SIDES: Mapping[Side, str] = MappingProxyType(
    {
        Side.BORROWING: mark("Figure", "Borrowing: {state}"),
        Side.LENDING: mark("Figure", "Lending: {state}"),
    }
)


class Told(Protocol):
    """A figure in words; `corrected` is what it is now where its closed month was corrected."""

    @property
    def text(self) -> str:
        """As it was counted."""

    @property
    def corrected(self) -> str:
        """As it is now, empty where nothing changed."""


class Closed(Protocol):
    """The figures of a closed month."""

    @property
    def staff(self) -> str:
        """Who closed it."""

    @property
    def corrections(self) -> Sequence[Told]:
        """The figures that changed since."""


def key_label(words: Words, by: By, key: str) -> str:
    """The name of one part of a breakdown."""
    if not key:
        return words.tr("Figure", NOT_GIVEN)
    return _KEYS[by](words, key) if by in _KEYS else key


def month_name(words: Words, day: date) -> str:
    """`Mar 2026`."""
    return f"{words.tr('Month', MONTHS[day.month - 1])} {day.year}"


def _state(words: Words, key: str) -> str:
    side, _, state = key.partition("/")
    label = labels.state(words, Side(side), State(state))
    return words.tr("Figure", SIDES[Side(side)], state=label)


_KEYS: Mapping[By, Callable[[Words, str], str]] = MappingProxyType(
    {
        By.SERVICE: lambda words, key: labels.of(words, Service(key)),
        By.MATERIAL: lambda words, key: labels.of(words, Material(key)),
        By.ABROAD: lambda words, key: words.tr("Figure", ABROAD[key]),
        By.LEVEL: labels.coded,
        By.VIA: labels.coded,
        By.REASON: labels.coded,
        By.MONTH: lambda words, key: month_name(words, date.fromisoformat(f"{key}-01")),
        By.STATE: _state,
    }
)


def corrected(figure: "Told") -> str:
    """A figure, and beside that of a closed month what it is now: `14 → 15`."""
    return f"{figure.text} → {figure.corrected}" if figure.corrected else figure.text


def correction(words: Words, figure: "Told") -> str:
    """The same as a sentence; empty where nothing was corrected."""
    if not figure.corrected:
        return ""
    if figure.text == figure.corrected:
        text = mark("Figure", "{then} when the month was closed. The requests behind it changed.")
        return words.tr("Figure", text, then=figure.text)
    text = mark(
        "Figure",
        "{then} when the month was closed. With what was entered or changed since, {now}.",
    )
    return words.tr("Figure", text, then=figure.text, now=figure.corrected)


def standing(words: Words, day: str, figures: "Closed") -> str:
    """When a month was closed, by whom, and how many figures were corrected since."""
    text = mark("Figure", "closed on {day}")
    if figures.staff:
        text = mark("Figure", "closed on {day} by {staff}")
    said = words.tr("Figure", text, day=day, staff=figures.staff)
    n = len(figures.corrections)
    if not n:
        return said
    one = mark("Figure", "{said}, {n} figure corrected since")
    return words.count(
        "Figure", n, one, mark("Figure", "{said}, {n} figures corrected since"), said=said
    )


def running(words: Words, month: str, until: str) -> str:
    """Why a month cannot be closed yet; `until` is the first day on which it can."""
    text = mark("Figure", "{month} is not over yet: it can be closed from {day}.")
    return words.tr("Figure", text, month=month, day=until)


def change(words: Words, now: Value, before: Value, than: str) -> str:
    """How a count differs from that of another month: `▲ 3 more than in Mar 2025`."""
    if not isinstance(now, int) or not isinstance(before, int):
        return ""
    if not before:
        return words.tr("Figure", mark("Figure", "none in {month}"), month=than)
    if now == before:
        return words.tr("Figure", mark("Figure", "as many as in {month}"), month=than)
    text = mark("Figure", "▲ {n} more than in {month}")
    if now < before:
        text = mark("Figure", "▼ {n} fewer than in {month}")
    return words.tr("Figure", text, n=abs(now - before), month=than)


def shown(words: Words, measure: Measure, value: Value) -> str:
    """A figure for people: a count, a percentage, or days with how many they were taken from."""
    if value is None:
        return "–"
    if isinstance(value, Spread):
        return _spread(words, value)
    if measure.formula is Formula.OLDEST:
        one, many = mark("Figure", "{n} day"), mark("Figure", "{n} days")
        return words.count("Figure", int(value), one, many)
    if measure.formula is Formula.RATIO:
        return formats.written(words, f"{value:.2f}")
    return f"{value:.0%}" if isinstance(value, float) else str(value)


def _spread(words: Words, value: Spread) -> str:
    if value.n < FEW:
        return words.tr("Figure", mark("Figure", "too few ({n})"), n=value.n)
    one, many = mark("Figure", "{median} day (median of {n})"), _DAYS
    if value.unit == "working days":
        one, many = mark("Figure", "{median} working day (median of {n})"), _OPEN_DAYS
    median = formats.written(words, f"{value.median:g}")
    return words.tr("Figure", one if value.median == 1 else many, median=median, n=value.n)


_DAYS = mark("Figure", "{median} days (median of {n})")
_OPEN_DAYS = mark("Figure", "{median} working days (median of {n})")
