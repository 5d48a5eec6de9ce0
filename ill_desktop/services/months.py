"""What the page of figures shows of one month: its figures, another month, twelve of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ill_desktop.domain.measures import MEASURES, Measure, Value, measure
from ill_desktop.printing import charts
from ill_desktop.printing.charts import Paint
from ill_desktop.services import closing, statistics, trends
from ill_desktop.services.counting import Count, span_of
from ill_desktop.services.figures import Figure, Figures, Point
from ill_desktop.services.wording import worded
from ill_desktop.store import closed_months
from ill_desktop.words.figures import shown

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

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
    with desk.database.read() as session:
        then = _values(desk, session, other)
        before = {
            one.code: Compared(value, shown(desk.words, one, value))
            for one in MEASURES
            for value in (then(one),)
        }
    over = span_of(*(statistics.read_month(month, "month"),) * 2).last < desk.today()
    points = trends.trend(desk, month)
    image = charts.svg(trends.drawing(desk, points, size, paint))
    return MonthView(found, other, before, points, image, over)


def headlines(
    desk: "Desk", codes: Sequence[str], month: str, other: str
) -> tuple[tuple[Figure, Value], ...]:
    """Some figures of a month without their parts, and what each was in the other month.

    They are counted alone, so that nobody waits for the rest to see them. Raises `Invalid`.
    """
    with desk.database.read() as session:
        now, then = _values(desk, session, month), _values(desk, session, other)
        return tuple(
            (worded(desk.words, one, now(one), ()), then(one)) for one in map(measure, codes)
        )


def _values(desk: "Desk", session: "Session", month: str) -> Callable[[Measure], Value]:
    """What each figure is for a month: as it was kept, or counted."""
    day = statistics.read_month(month, "month")
    kept = closed_months.closed(session, month)
    if kept is not None:
        return lambda one: closing.kept_value(kept, one.code)
    return Count(desk, session, span_of(day, day)).whole


__all__ = ["Compared", "MonthView", "Paint", "headlines", "month_view"]
