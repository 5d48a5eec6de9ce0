"""Papers on pages: a whole PDF, the same bytes for the same input."""

import io
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from ill_desktop.printing import fonts, layout
from ill_desktop.printing.forms import FORMS
from ill_desktop.printing.papers import Paper, Sheetful
from ill_desktop.printing.pen import HAIR, MM, Pen
from ill_desktop.printing.stocks import Stock, first_place
from ill_desktop.printing.text import display
from ill_desktop.words.mark import mark


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF: its pages, the papers on it, and sentences about what to look at before printing."""

    pdf: bytes
    pages: int
    items: int
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offset:
    """How far to move everything, in millimetres to the right and down."""

    right: float = 0.0
    down: float = 0.0


NOWHERE = Offset()


def sheets(content: Sheetful, stock: Stock, start: int = 1, off: Offset | None = None) -> Printed:
    """Lay papers on a stock from the first free label on; raises `Invalid` for a bad start.

    On plain paper the papers are stacked so that the cut piles stay in order.
    """
    cut = stock.cut_for(content.kind)
    pages = _stacked(list(content.papers), cut, first_place(cut, start))
    out = io.BytesIO()
    canvas = new_canvas(out, cut)
    shortened: list[str] = []
    for page in pages:
        _begin(canvas, cut, off or NOWHERE)
        for place, paper in page:
            if _draw(canvas, cut, place, content, paper).shortened:
                shortened.append(paper.number)
        if cut.plain:
            _cutting_lines(canvas, cut)
        canvas.showPage()
    canvas.save()
    warnings = tuple(_warnings(content, shortened))
    return Printed(out.getvalue(), len(pages), len(content.papers), warnings)


def new_canvas(out: io.BytesIO, stock: Stock) -> Any:
    """An empty PDF with pages of the size of a stock."""
    from reportlab.pdfgen.canvas import Canvas

    size = (stock.page[0] * MM, stock.page[1] * MM)
    canvas = Canvas(out, pagesize=size, invariant=1, pageCompression=1)
    canvas.setTitle("ILL Desktop")
    return canvas


def _begin(canvas: Any, stock: Stock, off: Offset) -> None:
    canvas.setPageSize((stock.page[0] * MM, stock.page[1] * MM))
    canvas.translate(off.right * MM, -off.down * MM)


def _draw(canvas: Any, stock: Stock, place: int, content: Sheetful, paper: Paper) -> Pen:
    """One paper at its place; on an endless roll its page becomes as long as it needs."""
    form = FORMS[content.kind]
    if stock.endless:
        trial = Pen(new_canvas(io.BytesIO(), stock), stock, stock.cell(0))
        stock = stock.cut_at(layout.draw(trial, content.words, form, paper))
        canvas.setPageSize((stock.page[0] * MM, stock.page[1] * MM))
    pen = Pen(canvas, stock, stock.cell(place))
    layout.draw(pen, content.words, form, paper)
    return pen


def _stacked(found: list[Paper], stock: Stock, first: int) -> list[list[tuple[int, Paper]]]:
    """Pages of places and papers; at least one page."""
    per = stock.per_page
    count = max(1, -(-(len(found) + first) // per))
    pages: list[list[tuple[int, Paper]]] = [[] for _ in range(count)]
    if not stock.plain or first or count == 1:
        for n, paper in enumerate(found, first):
            pages[n // per].append((n % per, paper))
        return pages
    for n, paper in enumerate(found):
        place, page = divmod(n, count)
        pages[page].append((place, paper))
    return pages


def _cutting_lines(canvas: Any, stock: Stock) -> None:
    canvas.saveState()
    canvas.setLineWidth(HAIR)
    canvas.setDash(1, 3)
    width, height = stock.page
    for row in range(1, stock.grid[1]):
        y = (height - row * stock.pitch[1]) * MM
        canvas.line(0, y, width * MM, y)
    for column in range(1, stock.grid[0]):
        x = column * stock.pitch[0] * MM
        canvas.line(x, 0, x, height * MM)
    canvas.restoreState()


def _warnings(content: Sheetful, shortened: Iterable[str]) -> Iterable[str]:
    words = content.words
    odd = fonts.missing("".join(display(text) for p in content.papers for text in _texts(p)))
    if odd:
        text = mark("Paper", "These characters cannot be printed: {characters}")
        yield words.tr("Paper", text, characters=" ".join(odd))
    for number in shortened:
        text = mark("Paper", "{number}: not all of the text fits. Choose a larger stock.")
        yield words.tr("Paper", text, number=number)


def _texts(paper: Paper) -> Iterable[str]:
    for value in (getattr(paper, one.name) for one in fields(paper)):
        parts = value if isinstance(value, tuple) else (value,)
        yield from (part for part in parts if isinstance(part, str))
