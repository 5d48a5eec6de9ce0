"""The month's figures: counted, worded, and the requests behind them."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import Invalid, Why
from ill_desktop.domain.measures import MEASURES, RULES, By, Measure, Value, measure
from ill_desktop.services.counting import Count, span_of
from ill_desktop.services.desk import Desk
from ill_desktop.services.figure_files import as_csv, export
from ill_desktop.services.figures import Behind, Breakdown, Figure, Figures, Which, document
from ill_desktop.services.lines import line_view
from ill_desktop.store import listing
from ill_desktop.words.catalogue import Words
from ill_desktop.words.figures import DEFINITIONS, LABELS, key_label, shown

if TYPE_CHECKING:
    from ill_desktop.store.database import Session

SHOWN_BEHIND = 200
"""Requests shown at once of those behind a figure."""


def read_month(text: str, field: str) -> date:
    """`YYYY-MM` as its first day; raises `Invalid`."""
    try:
        if len(text) != 7:
            raise ValueError(text)
        return date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise Invalid(field, text, Why.NOT_A_MONTH) from error


def figures(desk: Desk, first: str, last: str) -> Figures:
    """Count everything for some months; raises `Invalid`."""
    with desk.database.read() as session:
        count = _count(desk, session, first, last)
        found = tuple(figure(desk.words, count, one) for one in MEASURES)
    return Figures(first, last, RULES, desk.library.name, desk.clock.now(), found)


def _count(desk: Desk, session: "Session", first: str, last: str) -> Count:
    start, end = read_month(first, "month"), read_month(last, "to")
    if end < start:
        raise Invalid("to", last, Why.OUT_OF_RANGE)
    return Count(desk, session, span_of(start, end))


def figure(words: Words, count: Count, one: Measure) -> Figure:
    """One figure with its breakdowns, in words."""
    value = count.whole(one)
    return Figure(
        one.code,
        words.tr("Figure", LABELS[one.code]),
        value,
        words.tr("Figure", DEFINITIONS[one.code]),
        tuple(_parts(words, count, one)),
        shown(words, one, value),
    )


def _parts(words: Words, count: Count, one: Measure) -> Iterator[Breakdown]:
    """Every breakdown in which at least one key is known."""
    for by in count.breakdowns(one):
        found = count.values(one, by)
        if not any(found):
            continue
        for key, value in sorted(found.items(), key=lambda part: _order(by, *part)):
            label = key_label(words, by, key)
            yield Breakdown(by.value, key, label, value, shown(words, one, value))


def _order(by: By, key: str, value: Value) -> tuple[float, str]:
    """Months and decades in turn, what is not given last, else the largest first."""
    if by in (By.MONTH, By.DECADE):
        return (not key, key)
    size = value if isinstance(value, int | float) else getattr(value, "n", 0)
    return (-size if key else float("inf"), key)


def behind(desk: Desk, first: str, last: str, which: Which, limit: int = SHOWN_BEHIND) -> Behind:
    """The requests a figure, or a part of it, was made from; the newest first."""
    by = By(which.by) if which.by else None
    with desk.database.read() as session:
        count = _count(desk, session, first, last)
        ids = count.behind(measure(which.code), by, which.key)
        lines = listing.lines(session, sorted(ids, reverse=True)[:limit])
    today = desk.today()
    return Behind(len(ids), tuple(line_view(desk.words, one, today) for one in lines))


__all__ = [
    "Behind",
    "Figure",
    "Figures",
    "Which",
    "as_csv",
    "behind",
    "document",
    "export",
    "figures",
    "read_month",
]
