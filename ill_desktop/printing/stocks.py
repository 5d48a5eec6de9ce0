"""The stock table: plain paper, label sheets and rolls, in millimetres."""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from ill_desktop.domain.errors import Invalid, Missing, Why
from ill_desktop.settings import BUILT

SAFE, SAFE_THERMAL, SAFE_PAPER = 2.0, 3.0, 7.0
"""What stays blank inside each label, inside a thermal one, and inside a piece of plain paper."""

PIECES = MappingProxyType(
    {
        "pull-slip": (210.0, 99.0),
        "request-slip": (210.0, 148.5),
        "book-strap": (210.0, 99.0),
        "lender-strap": (210.0, 99.0),
        "shipping-label": (105.0, 74.25),
        "return-label": (105.0, 74.25),
        "packing-list": (210.0, 297.0),
    }
)
"""The piece of plain paper each kind wants; a sheet is cut evenly into what comes nearest."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a box lies: left and top edge, width and height."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Stock:
    """One kind of sheet or roll. A roll without end is cut where the text ends."""

    code: str
    name: str
    page: tuple[float, float]
    label: tuple[float, float]
    grid: tuple[int, int]
    margin: tuple[float, float]
    pitch: tuple[float, float]
    thermal: bool = False
    plain: bool = False
    endless: bool = False
    border: tuple[float, float] | None = None
    """The blank border where the table names one."""

    @property
    def per_page(self) -> int:
        """Labels on one page."""
        return self.grid[0] * self.grid[1]

    @property
    def safe(self) -> tuple[float, float]:
        """The blank border inside each label, at the sides and at top and bottom."""
        if self.border:
            return self.border
        blank = SAFE_THERMAL if self.thermal else SAFE_PAPER if self.plain else SAFE
        return blank, blank

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
        wanted = PIECES[kind]
        columns = max(1, round(self.page[0] / wanted[0]))
        rows = max(1, round(self.page[1] / wanted[1]))
        label = (self.page[0] / columns, self.page[1] / rows)
        return replace(self, label=label, grid=(columns, rows), pitch=label)

    def cut_at(self, height: float) -> "Stock":
        """An endless roll, one piece of it so long."""
        size = (self.page[0], min(max(height, 25.0), self.page[1]))
        return replace(self, page=size, label=size, pitch=size)


@cache
def stocks() -> MappingProxyType[str, Stock]:
    """Every stock by code."""
    place = BUILT / "stocks" / "stocks.toml"
    table = tomllib.loads(place.read_text("utf-8"))
    return MappingProxyType({code: _stock(code, row) for code, row in table.items()})


def _stock(code: str, row: dict[str, object]) -> Stock:
    def pair(name: str, default: tuple[float, float]) -> tuple[float, float]:
        found = row.get(name)
        return (float(found[0]), float(found[1])) if isinstance(found, list) else default

    page = pair("page", (0, 0))
    label = pair("label", page)
    columns, rows = pair("grid", (1, 1))
    thermal = bool(row.get("thermal", False))
    return Stock(
        code=code,
        name=str(row["name"]),
        page=page,
        label=label,
        grid=(int(columns), int(rows)),
        margin=pair("margin", (0, 0)),
        pitch=pair("pitch", label),
        thermal=thermal,
        plain="label" not in row and not thermal,
        endless=bool(row.get("endless", False)),
        border=pair("border", (0, 0)) if "border" in row else None,
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
