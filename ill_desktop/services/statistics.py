"""The month's figures: counted, worded, and the requests behind them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import Invalid, Why
from ill_desktop.domain.measures import MEASURES, RULES, By, measure
from ill_desktop.services import closing
from ill_desktop.services.counting import Count, span_of
from ill_desktop.services.desk import Desk
from ill_desktop.services.figure_files import as_csv, export, table_text
from ill_desktop.services.figures import Behind, Figure, Figures, Which, document
from ill_desktop.services.lines import line_view
from ill_desktop.services.reading_months import read_month
from ill_desktop.services.wording import figure
from ill_desktop.store import closed_months, listing

if TYPE_CHECKING:
    from ill_desktop.store.database import Session

SHOWN_BEHIND, AT_ONCE = 200, 500
"""Requests shown at once of those behind a figure."""


def figures(desk: Desk, first: str, last: str) -> Figures:
    """Count everything for some months; raises `Invalid`.

    One that is closed has the figures it was closed with; several are counted as they are now,
    with the closed ones among them that differ.
    """
    with desk.database.read() as session:
        count = _count(desk, session, first, last)
        kept = closed_months.closed(session, first) if first == last else None
        if kept is not None:
            return closing.as_closed(desk, count, kept)
        found = tuple(figure(desk.words, count, one) for one in MEASURES)
        if first != last:
            others = closing.closed_with_others(count, first, last)
            found = tuple(replace(one, closed_months=others.get(one.code, "")) for one in found)
    return Figures(first, last, RULES, desk.library.name, desk.clock.now(), found)


def _count(desk: Desk, session: "Session", first: str, last: str) -> Count:
    start, end = read_month(first, "month"), read_month(last, "to")
    if end < start:
        raise Invalid("to", last, Why.OUT_OF_RANGE)
    return Count(desk, session, span_of(start, end))


def behind(desk: Desk, first: str, last: str, which: Which, limit: int = SHOWN_BEHIND) -> Behind:
    """The requests a figure, or a part of it, was made from; the newest first. `limit` 0 is all."""
    by = By(which.by) if which.by else None
    with desk.database.read() as session:
        count = _count(desk, session, first, last)
        ids = count.behind(measure(which.code), by, which.key)
        newest = sorted(ids, reverse=True)[: limit or None]
        some = (newest[at : at + AT_ONCE] for at in range(0, len(newest), AT_ONCE))
        lines = [line for part in some for line in listing.lines(session, part)]
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
    "table_text",
]
