# house: table
"""Names of the figures and their definitions, printed with them (FEATURES ST-1)."""

from collections.abc import Mapping
from types import MappingProxyType

from ill_desktop.words.mark import mark

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "B2": mark("Figure", "Requests sent"),
        "B3": mark("Figure", "Requests filled"),
        "L1": mark("Figure", "Requests received"),
        "L2": mark("Figure", "Requests supplied"),
    }
)

DEFINITIONS: Mapping[str, str] = MappingProxyType(
    {
        "B2": mark(
            "Figure",
            "Borrowing requests whose first sending is dated in the period. Counted once each, "
            "however many libraries were asked.",
        ),
        "B3": mark(
            "Figure",
            "Borrowing requests filled in the period: loans on the day the item was received, "
            "copies on the day the reader was told.",
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
    }
)

BREAKDOWNS: Mapping[str, str] = MappingProxyType(
    {
        "service": mark("Figure", "By service"),
        "partner": mark("Figure", "By partner"),
        "month": mark("Figure", "By month"),
    }
)
