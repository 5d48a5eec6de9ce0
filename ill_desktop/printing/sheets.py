"""Papers on pages: a whole PDF, the same bytes for the same input."""

import io
from dataclasses import dataclass, fields
from typing import Any

from ill_desktop.printing import fonts, papers
from ill_desktop.printing.papers import Paper, Sheetful
from ill_desktop.printing.pen import MM, Pen, display
from ill_desktop.printing.stocks import Stock, first_place


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF: pages, papers on it, and characters that no face could show."""

    pdf: bytes
    pages: int
    items: int
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Offset:
    """How far a printer is off, in millimetres to the right and down."""

    right: float = 0.0
    down: float = 0.0


def sheets(content: Sheetful, stock: Stock, start: int = 1, off: Offset | None = None) -> Printed:
    """Lay papers on a stock from the first free label on; raises `Invalid` for a bad start.

    On plain paper the papers are stacked so that the cut piles stay in order.
    """
    cut = stock.cut_for(content.kind)
    place = first_place(cut, start)
    out = io.BytesIO()
    canvas = _canvas(out, cut)
    order = _stacked(list(content.papers), cut, place)
    for page in order:
        if off is not None:
            canvas.translate(off.right * MM, -off.down * MM)
        for n, paper in page:
            papers.draw(Pen(canvas, cut, cut.cell(n)), content.words, content.kind, paper)
        if cut.plain:
            _cutting_lines(canvas, cut)
        canvas.showPage()
    canvas.save()
    odd = fonts.missing("".join(_texts(content.papers)))
    return Printed(out.getvalue(), len(order), len(content.papers), odd)


def _canvas(out: io.BytesIO, stock: Stock) -> Any:
    from reportlab.pdfgen.canvas import Canvas

    size = (stock.page[0] * MM, stock.page[1] * MM)
    canvas = Canvas(out, pagesize=size, invariant=1, pageCompression=1)
    canvas.setTitle("ILL Desktop")
    return canvas


def _stacked(found: list[Paper], stock: Stock, first: int) -> list[list[tuple[int, Paper]]]:
    """Pages of places and papers; at least one page."""
    per = stock.per_page
    if not stock.plain or first or len(found) <= per:
        pages: list[list[tuple[int, Paper]]] = [[]]
        for n, paper in enumerate(found, first):
            while n // per >= len(pages):
                pages.append([])
            pages[n // per].append((n % per, paper))
        return pages
    count = -(-len(found) // per)
    return [
        [
            (place, found[place * count + page])
            for place in range(per)
            if place * count + page < len(found)
        ]
        for page in range(count)
    ]


def _cutting_lines(canvas: Any, stock: Stock) -> None:
    canvas.saveState()
    canvas.setLineWidth(0.3)
    canvas.setDash(1, 3)
    width, height = stock.page
    for row in range(1, stock.grid[1]):
        y = (height - row * stock.pitch[1]) * MM
        canvas.line(0, y, width * MM, y)
    for column in range(1, stock.grid[0]):
        x = column * stock.pitch[0] * MM
        canvas.line(x, 0, x, height * MM)
    canvas.restoreState()


def _texts(found: tuple[Paper, ...]) -> list[str]:
    texts = []
    for paper in found:
        for one in fields(paper):
            value = getattr(paper, one.name)
            parts = value if isinstance(value, tuple) else (value,)
            texts += [display(part) for part in parts if isinstance(part, str)]
    return texts


def test_sheet(stock: Stock) -> bytes:
    """Outlines of every label and rulers in millimetres, to see how far a printer is off."""
    out = io.BytesIO()
    canvas = _canvas(out, stock)
    width, height = stock.page
    fonts.ready()
    canvas.setLineWidth(0.3)
    for place in range(stock.per_page):
        cell = stock.cell(place)
        canvas.rect(
            cell.left * MM,
            (height - cell.top - cell.height) * MM,
            cell.width * MM,
            cell.height * MM,
        )
    canvas.setFont(fonts.PLAIN, 5)
    for n in range(0, int(min(width, height)), 1):
        long = 3 if n % 10 == 0 else 2 if n % 5 == 0 else 1
        canvas.line(n * MM, height / 2 * MM, n * MM, (height / 2 + long) * MM)
        canvas.line(width / 2 * MM, (height - n) * MM, (width / 2 + long) * MM, (height - n) * MM)
        if n % 10 == 0:
            canvas.drawString(n * MM + 1, (height / 2 + 3) * MM, str(n))
            canvas.drawString((width / 2 + 3.5) * MM, (height - n) * MM, str(n))
    canvas.setFont(fonts.PLAIN, 8)
    canvas.drawCentredString(width / 2 * MM, (height / 2 - 5) * MM, f"{stock.code}: {stock.name}")
    canvas.showPage()
    canvas.save()
    return out.getvalue()
