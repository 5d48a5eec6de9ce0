"""What the page of figures shows of one month: its figures, another month, twelve of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ill_desktop.domain.measures import MEASURES, Value
from ill_desktop.printing import charts
from ill_desktop.printing.charts import Paint
from ill_desktop.services import closing, statistics, trends
from ill_desktop.services.counting import Count, span_of
from ill_desktop.services.figures import Figures, Point
from ill_desktop.store import closed_months
from ill_desktop.words.figures import shown

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure of the other month: what it was, in words, and whether it can be compared."""

    value: Value
    text: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """One month beside another, and the twelve that end with it.

    `other` is the month compared with, `YYYY-MM`; `before` its figures by code. `chart` is an
    SVG image. Only a month that is `over` can be closed.
    """

    figures: Figures
    other: str
    before: Mapping[str, Compared]
    trend: tuple[Point, ...]
    chart: bytes
    over: bool


def month_view(
    desk: "Desk", month: str, other: str, size: tuple[float, float], paint: Paint
) -> MonthView:
    """Count a month and what stands beside it; raises `Invalid`."""
    found = statistics.figures(desk, month, month)
    day = statistics.read_month(other, "month")
    with desk.database.read() as session:
        kept = closed_months.closed(session, other)
        count = Count(desk, session, span_of(day, day))
        before = {
            one.code: Compared(value, shown(desk.words, one, value))
            for one in MEASURES
            for value in (closing.kept_value(kept, one.code) if kept else count.whole(one),)
        }
    over = span_of(*(statistics.read_month(month, "month"),) * 2).last < desk.today()
    points = trends.trend(desk, month)
    image = charts.svg(trends.drawing(desk, points, size, paint))
    return MonthView(found, other, before, points, image, over)


__all__ = ["Compared", "MonthView", "Paint", "month_view"]
