"""What printing remembers: the stock of each kind, part-used sheets, how each printer is off."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from ill_desktop.domain.errors import Invalid, Why
from ill_desktop.printing import stocks as stock_table
from ill_desktop.printing.sheets import NOWHERE, Offset
from ill_desktop.services.desk import Desk

KEY = "printing"
FARTHEST = 20.0
"""Millimetres; a printer that is off by more has the wrong paper in it."""
LABEL_STOCK = MappingProxyType({"Letter": "5163"})
LABELS = frozenset({"shipping-label", "return-label"})


@dataclass(frozen=True, slots=True)
class Habits:
    """`stocks` by kind, `free` place by stock, `offsets` by printer and stock.

    The offset of the printer without a name holds for PDF files and for printers not known.
    """

    stocks: Mapping[str, str] = field(default_factory=dict)
    free: Mapping[str, int] = field(default_factory=dict)
    offsets: Mapping[str, Mapping[str, tuple[float, float]]] = field(default_factory=dict)

    def offset(self, printer: str, stock: str) -> Offset:
        """How far to move what a printer prints on a stock."""
        known = self.offsets.get(printer, {}).get(stock)
        known = known or self.offsets.get("", {}).get(stock)
        return Offset(*known) if known else NOWHERE

    def place(self, stock: str) -> int:
        """The first free label on the sheet of a stock, counted from 1."""
        return self.free.get(stock, 1)


def habits(desk: Desk) -> Habits:
    """What is remembered."""
    kept: Mapping[str, Any] = desk.setting(KEY, {})
    return Habits(
        dict(kept.get("stocks", {})),
        {code: int(place) for code, place in kept.get("free", {}).items()},
        {
            printer: {code: (float(x), float(y)) for code, (x, y) in known.items()}
            for printer, known in kept.get("offsets", {}).items()
        },
    )


def _keep(desk: Desk, found: Habits) -> None:
    desk.set_setting(
        KEY,
        {
            "stocks": dict(found.stocks),
            "free": dict(found.free),
            "offsets": {
                printer: {code: list(way) for code, way in known.items()}
                for printer, known in found.offsets.items()
            },
        },
    )


def usual_stock(desk: Desk, kind: str) -> str:
    """The stock a kind is printed on unless another is named: the one used last."""
    known = habits(desk).stocks.get(kind, "")
    if known in stock_table.stocks():
        return known
    if kind in LABELS:
        return LABEL_STOCK.get(desk.library.paper, "L7163")
    return desk.library.paper


def remember(desk: Desk, stocks: Mapping[str, str], free: Mapping[str, int]) -> None:
    """Keep which stock each kind was printed on, and where each sheet goes on."""
    known = habits(desk)
    found = replace(known, stocks={**known.stocks, **stocks}, free={**known.free, **free})
    if found != known:
        _keep(desk, found)


def set_offset(desk: Desk, printer: str, stock: str, off: tuple[float, float]) -> None:
    """Keep how many millimetres a printer's output has to move to the right and down.

    Raises `Missing` or `Invalid`.
    """
    stock_table.stock(stock)
    for way in off:
        if not -FARTHEST <= way <= FARTHEST:
            raise Invalid("offset", f"{way:g}", Why.OUT_OF_RANGE)
    known = habits(desk)
    of_printer = {**known.offsets.get(printer, {}), stock: off}
    _keep(desk, replace(known, offsets={**known.offsets, printer: of_printer}))
