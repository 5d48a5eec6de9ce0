"""The stock table: plain paper and label sheets, in millimetres."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

from ill_desktop.domain.errors import Invalid, Missing, Why

SAFE = 2.0
SAFE_THERMAL = 3.0
"""Millimetres inside each label that stay blank."""

PLAIN_GRIDS = MappingProxyType(
    {
        "pull-slip": (1, 3),
        "request-slip": (1, 2),
        "book-strap": (1, 3),
        "lender-strap": (1, 3),
        "shipping-label": (2, 4),
        "return-label": (2, 4),
    }
)
"""How a plain sheet is cut for each kind, columns and rows."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one label lies on its page: left and top edge, width and height."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Stock:
    """One kind of sheet or roll."""

    code: str
    name: str
    page: tuple[float, float]
    label: tuple[float, float]
    grid: tuple[int, int]
    margin: tuple[float, float]
    pitch: tuple[float, float]
    thermal: bool = False
    plain: bool = False

    @property
    def per_page(self) -> int:
        """Labels on one page."""
        return self.grid[0] * self.grid[1]

    @property
    def safe(self) -> float:
        """The blank border inside each label."""
        return SAFE_THERMAL if self.thermal else SAFE

    @property
    def module(self) -> float:
        """Width of the narrowest bar: three dots at 203 dpi on thermal rolls (DESIGN §4)."""
        return 0.375 if self.thermal else 0.33

    def cell(self, place: int) -> Cell:
        """The label at a place, counted from 0, row by row."""
        row, column = divmod(place, self.grid[0])
        return Cell(
            self.margin[0] + column * self.pitch[0],
            self.margin[1] + row * self.pitch[1],
            *self.label,
        )

    def cut_for(self, kind: str) -> "Stock":
        """Plain paper divided for a kind of document; labels stay as they are."""
        if not self.plain:
            return self
        columns, rows = PLAIN_GRIDS[kind]
        label = (self.page[0] / columns, self.page[1] / rows)
        return Stock(
            self.code, self.name, self.page, label, (columns, rows), (0, 0), label, plain=True
        )


@cache
def stocks() -> MappingProxyType[str, Stock]:
    """Every stock by code."""
    place = resources.files("ill_desktop") / "_built" / "stocks" / "stocks.toml"
    table = tomllib.loads(place.read_text("utf-8"))
    return MappingProxyType({code: _stock(code, row) for code, row in table.items()})


def _stock(code: str, row: dict[str, object]) -> Stock:
    def pair(name: str, default: tuple[float, float]) -> tuple[float, float]:
        found = row.get(name)
        return (float(found[0]), float(found[1])) if isinstance(found, list) else default

    page = pair("page", (0, 0))
    label = pair("label", page)
    columns, rows = pair("grid", (1, 1))
    return Stock(
        code,
        str(row["name"]),
        page,
        label,
        (int(columns), int(rows)),
        pair("margin", (0, 0)),
        pair("pitch", label),
        bool(row.get("thermal", False)),
        plain="label" not in row,
    )


def stock(code: str) -> Stock:
    """One stock; raises `Missing`."""
    found = stocks().get(code)
    if found is None:
        raise Missing("stock", code)
    return found


def first_place(stock: Stock, start: int) -> int:
    """The place of the first free label, counted from 1 on the sheet; raises `Invalid`."""
    if not 1 <= start <= stock.per_page:
        raise Invalid("start", str(start), Why.OUT_OF_RANGE)
    return start - 1
