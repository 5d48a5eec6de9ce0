"""What was borrowed and lent in twelve months, as numbers and as a chart."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from ill_desktop.domain.measures import measure
from ill_desktop.printing import charts
from ill_desktop.printing.charts import Paint, Series
from ill_desktop.services import closing
from ill_desktop.services.counting import months_before, span_of
from ill_desktop.services.figures import Point
from ill_desktop.services.reading_months import read_month
from ill_desktop.store import closed_months, measures
from ill_desktop.store.measures import Span
from ill_desktop.words.catalogue import Words
from ill_desktop.words.figures import BORROWED, LENT, month_name

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session
    from ill_desktop.store.rows import ClosedMonthRow

MONTHS = 12


def trend(desk: "Desk", last: str) -> tuple[Point, ...]:
    """What was borrowed and lent in the twelve months that end with one."""
    end = read_month(last, "month")
    first = months_before(end, MONTHS - 1)
    span = span_of(first, end)
    with desk.database.read() as session:
        borrowed, lent = (_by_month(session, code, span) for code in ("B3", "L2"))
        for month, row in closed_months.closed_between(session, f"{first:%Y-%m}", last).items():
            borrowed[month], lent[month] = (_kept(row, code) for code in ("B3", "L2"))
    days = [months_before(end, n) for n in reversed(range(MONTHS))]
    return tuple(
        Point(f"{day:%Y-%m}", month_name(desk.words, day), borrowed[key], lent[key])
        for day in days
        for key in (f"{day:%Y-%m}",)
    )


def _by_month(session: "Session", code: str, span: Span) -> Counter[str]:
    found: Counter[str] = Counter()
    for part in measure(code).parts:
        found.update(measures.monthly(session, part, span))
    return found


def _kept(row: "ClosedMonthRow", code: str) -> int:
    value = closing.kept_value(row, code)
    return value if isinstance(value, int) else 0


def drawing(
    desk: "Desk", points: tuple[Point, ...], size: tuple[float, float], paint: Paint
) -> Any:
    """The twelve months as bars: a drawing for a page, or for `charts.svg`."""
    words: Words = desk.words
    places = [_place(words, one.month) for one in points]
    series = (
        Series(words.tr("Figure", BORROWED), [one.borrowed for one in points]),
        Series(words.tr("Figure", LENT), [one.lent for one in points]),
    )
    return charts.bars(places, series, size, paint)


def _place(words: Words, month: str) -> str:
    """The month alone, with its year below it in January."""
    day = date.fromisoformat(f"{month}-01")
    name, _, year = month_name(words, day).rpartition(" ")
    return f"{name}\n{year}" if day.month == 1 else name
