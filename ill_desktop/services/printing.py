"""Slips and labels of requests: filled from the desk, noted when they were printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ill_desktop.domain.errors import Invalid, Refused, Why
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.printing import pages, papers, rulers, sheets
from ill_desktop.printing import stocks as stock_table
from ill_desktop.printing.papers import Sheetful
from ill_desktop.printing.sheets import Offset, Part, Run
from ill_desktop.services import acts, print_habits
from ill_desktop.services.changes import Change
from ill_desktop.services.desk import Desk
from ill_desktop.services.filling import Filling, loads
from ill_desktop.store import cases, documents
from ill_desktop.words.catalogue import words_for

MOST_COPIES = 99
KINDS = papers.KINDS
"""What can be printed about a request."""


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What to print: a kind, for these requests or parcels, from the nth label of the sheet.

    `printer` is the one whose offset is taken, where the order itself has none; `stacked` lays
    slips so that the piles stay in order when they are cut.
    """

    kind: str
    numbers: tuple[str, ...]
    stock: str = ""
    start: int = 1
    offset: Offset | None = None
    copies: int = 1
    stacked: bool = True
    printer: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF and what to know about it; `runs` says which pages lie on which stock."""

    pdf: bytes
    pages: int
    items: int
    warnings: tuple[str, ...]
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class StockView:
    """A stock to choose from."""

    code: str
    name: str
    page: str
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet as it is drawn, in millimetres: each label's left, top, width and height."""

    page: tuple[float, float]
    cells: tuple[tuple[float, float, float, float], ...]
    plain: bool
    endless: bool


def stocks() -> tuple[StockView, ...]:
    """Every stock."""
    return tuple(
        StockView(s.code, s.name, f"{s.page[0]:g} × {s.page[1]:g} mm", *s.grid)
        for s in stock_table.stocks().values()
    )


def places(kind: str, code: str) -> int:
    """How many papers of a kind a page of the stock holds."""
    return stock_table.stock(code).cut_for(kind).per_page


def sheet(kind: str, code: str) -> SheetView:
    """How a sheet is divided for a kind; raises `Missing`."""
    cut = stock_table.stock(code).cut_for(kind)
    cells = (cut.cell(place) for place in range(cut.per_page))
    found = tuple((one.left, one.top, one.width, one.height) for one in cells)
    return SheetView(cut.page, found, cut.plain, cut.endless)


def in_order(kinds: Iterable[str]) -> tuple[str, ...]:
    """Kinds in the order in which they are worked: the walk first, the parcel last."""
    wanted = set(kinds)
    return tuple(kind for kind in papers.KINDS if kind in wanted)


def print_documents(desk: Desk, *orders: PrintOrder) -> Printed:
    """Make one PDF of one or several kinds; nothing is noted yet.

    What lies on one stock comes together, so that paper is changed once. Raises `Missing` or
    `Invalid`.
    """
    warnings: list[str] = []
    parts = [_part(desk, order, warnings) for order in orders]
    first = {part.stock.code: -n for n, part in enumerate(reversed(parts))}
    parts.sort(key=lambda part: first[part.stock.code])
    done = sheets.job(parts)
    told = tuple(dict.fromkeys((*warnings, *done.warnings)))
    return Printed(done.pdf, done.pages, done.items, told, done.runs)


def _part(desk: Desk, order: PrintOrder, warnings: list[str]) -> Part:
    if order.kind not in papers.KINDS:
        raise Invalid("kind", order.kind, Why.NOT_A_CODE)
    if not 1 <= order.copies <= MOST_COPIES:
        raise Invalid("copies", str(order.copies), Why.OUT_OF_RANGE)
    stock = stock_table.stock(order.stock or print_habits.usual_stock(desk, order.kind))
    with desk.database.read() as session:
        found = Filling(desk, session, order.kind, warnings).papers(order.numbers)
    wanted = tuple(paper for paper in found for _ in range(order.copies))
    off = order.offset or print_habits.habits(desk).offset(order.printer, stock.code)
    content = Sheetful(order.kind, desk.words, wanted)
    return Part(content, stock, order.start, off, order.stacked)


def was_printed(desk: Desk, *orders: PrintOrder, runs: Sequence[Run] = ()) -> None:
    """Note that the papers were printed; a pull slip marks its request.

    With the runs of the PDF each stock's next free label is remembered.
    """
    for order in orders:
        _noted(
            desk, replace(order, stock=order.stock or print_habits.usual_stock(desk, order.kind))
        )
    kinds = {order.kind: order.stock for order in orders if order.stock and runs}
    print_habits.remember(desk, kinds, {run.stock: run.free for run in runs})
    numbers = frozenset(number for order in orders for number in order.numbers)
    desk.changes.publish(Change(requests=numbers))


def _noted(desk: Desk, order: PrintOrder) -> None:
    now = desk.clock.now()
    with desk.database.work() as session:
        inside = [case for load in loads(session, order.kind, order.numbers) for case in load.cases]
        for case in inside:
            documents.add(session, case.request.id, order.kind, order.stock, now)
    if order.kind == "pull-slip":
        for case in inside:
            try:
                acts.do(desk, case.request.number, Action.PRINT_SLIP)
            except Refused:
                continue  # a reprint after the book was fetched is no step of the life cycle


def unprinted(desk: Desk, kind: str, numbers: Sequence[str]) -> tuple[str, ...]:
    """Those of the requests for which a kind was never printed (FEATURES LW-3)."""
    with desk.database.read() as session:
        ids = {cases.case_by_number(session, one).request.id: one for one in numbers}
        done = documents.printed_among(session, kind, tuple(ids))
    return tuple(number for row, number in ids.items() if row not in done)


def test_sheet(code: str, language: str = "en", right: float = 0, down: float = 0) -> bytes:  # noqa: PT028
    """The sheet that shows how a printer meets a stock, moved by millimetres; raises `Missing`."""
    moved = Offset(right, down)
    return rulers.test_sheet(stock_table.stock(code), words_for(language), moved)


def greys(pdf: bytes, page: int, dpi: float) -> tuple[int, int, int, bytes]:
    """One page, counted from 0, as width, height, bytes a row and greys."""
    return pages.greys(pdf, page, dpi)


def page_size(pdf: bytes, page: int) -> tuple[float, float]:
    """Width and height of a page in millimetres."""
    return pages.size(pdf, page)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return pages.page_count(pdf)
