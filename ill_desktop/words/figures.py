# house: table
"""Names of the figures and their definitions, printed with them (FEATURES ST-1)."""

from collections.abc import Mapping
from types import MappingProxyType

from ill_desktop.domain.measures import FEW, Spread
from ill_desktop.words.catalogue import Words
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
        "B4": mark("Figure", "Requests unfilled"),
        "B5": mark("Figure", "Requests withdrawn"),
        "B6e": mark("Figure", "Fill rate, borrowing"),
        "B8": mark("Figure", "Turnaround"),
        "B10": mark("Figure", "Needed-by dates met"),
        "B17": mark("Figure", "Readers served"),
        "L1": mark("Figure", "Requests received"),
        "L2": mark("Figure", "Requests supplied"),
        "L2r": mark("Figure", "Loans sent out"),
        "L2n": mark("Figure", "Copies sent out"),
        "L2p": mark("Figure", "Pieces sent out"),
        "L3": mark("Figure", "Requests not supplied"),
        "L4e": mark("Figure", "Fill rate, lending"),
        "L5": mark("Figure", "Response time"),
        "L6": mark("Figure", "Supply time"),
        "L7": mark("Figure", "Days on loan"),
        "C1": mark("Figure", "Balance"),
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
        "B4": mark("Figure", "Borrowing requests given up in the period, because nobody supplied."),
        "B5": mark("Figure", "Borrowing requests closed without supply in the period, by reason."),
        "B6e": mark("Figure", "B3 divided by the sum of B3 and B4 in the period."),
        "B8": mark(
            "Figure",
            "Calendar days from the day the reader asked to the day the reader was told, for all "
            "requests of which that day is in the period.",
        ),
        "B10": mark(
            "Figure",
            "Of the requests with a needed-by date of which readers were told in the period, the "
            "share told in time.",
        ),
        "B17": mark("Figure", "Different readers for whom a request was sent in the period."),
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
        "L3": mark("Figure", "Lending requests refused in the period, by reason."),
        "L4e": mark("Figure", "L2 divided by the sum of L2 and L3 in the period."),
        "L5": mark(
            "Figure", "Calendar days from arrival to our first answer, by the day of the answer."
        ),
        "L6": mark("Figure", "Calendar days from arrival to supply, by the day of supply."),
        "L7": mark(
            "Figure", "Calendar days from sending out to return, by the day the loan came back."
        ),
        "C1": mark("Figure", "L2 less B3: what we supplied beyond what we received."),
        "V1": mark(
            "Figure", "Requests of both sides voided in the period; no other figure counts them."
        ),
    }
)

BREAKDOWNS: Mapping[str, str] = MappingProxyType(
    {
        "service": mark("Figure", "By service"),
        "partner": mark("Figure", "By partner"),
        "country": mark("Figure", "By country"),
        "category": mark("Figure", "By category of reader"),
        "department": mark("Figure", "By department"),
        "month": mark("Figure", "By month"),
        "reason": mark("Figure", "By reason"),
    }
)

NOT_GIVEN = mark("Figure", "not given")

Value = int | float | Spread | None


def shown(words: Words, value: Value) -> str:
    """A figure for people: a count, a percentage, or days with how many they were taken from."""
    if value is None:
        return "–"
    if isinstance(value, Spread):
        if value.n < FEW:
            return words.tr("Figure", mark("Figure", "too few for an average: {n}"), n=value.n)
        text = mark("Figure", "{median} days (median of {n})")
        return words.tr("Figure", text, median=f"{value.median:g}", n=value.n)
    return f"{value:.0%}" if isinstance(value, float) else str(value)
