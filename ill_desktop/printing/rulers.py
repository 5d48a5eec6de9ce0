"""The sheet that shows how a printer meets a stock: outlines and rulers in millimetres."""

import io

from ill_desktop.printing.blocks import one_line, step
from ill_desktop.printing.papers import say
from ill_desktop.printing.pen import HAIR, MM, Face, Pen
from ill_desktop.printing.sheets import NOWHERE, Offset, new_canvas
from ill_desktop.printing.stocks import Cell, Stock
from ill_desktop.words import stocks
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

SIZE = 7.5
EDGE = 6.0
"""Millimetres from the edge of the page that many printers cannot reach."""
ROLL_LENGTH = 100.0
"""Millimetres of an endless roll that are shown."""


def test_sheet(stock: Stock, words: Words, off: Offset = NOWHERE) -> bytes:  # noqa: PT028
    """Every label outlined and crossed, rulers along two edges, and what to do with it.

    The offset moves the outlines as it moves labels; the rulers stay where the page begins.
    """
    shown = stock.cut_at(ROLL_LENGTH) if stock.endless else stock
    out = io.BytesIO()
    canvas = new_canvas(out, shown)
    pen = Pen(canvas, shown, Cell(0, 0, *shown.page))
    canvas.saveState()
    canvas.translate(off.right * MM, -off.down * MM)
    for place in range(shown.per_page):
        cell = shown.cell(place)
        pen.frame(cell, HAIR)
        _cross(pen, cell)
    canvas.restoreState()
    _rulers(pen, shown)
    _told(pen, shown, words)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _cross(pen: Pen, cell: Cell) -> None:
    """A small cross in the middle of a label, to measure from."""
    across, down = cell.left + cell.width / 2, cell.top + cell.height / 2
    pen.rule(across - 2, down, 4)
    pen.upright(across, down - 2, 4)


def _rulers(pen: Pen, stock: Stock) -> None:
    """Millimetres along the top and the left edge, counted from the corner of the page."""
    width, height = stock.page
    for n in range(1, int(width)):
        pen.upright(n, EDGE, _tick(n))
        if n % 10 == 0:
            pen.write(str(n), Cell(n + 0.5, EDGE + 3.2, 8, 3), Face(5))
    for n in range(1, int(height)):
        pen.rule(EDGE, n, _tick(n))
        if n % 10 == 0:
            pen.write(str(n), Cell(EDGE + 5.4, n - 1, 8, 3), Face(5))


def _tick(n: int) -> float:
    return 5.0 if n % 10 == 0 else 3.5 if n % 5 == 0 else 2.0


def _told(pen: Pen, stock: Stock, words: Words) -> None:
    """What the sheet is for, in the first label."""
    cell = stock.cell(0)
    lines = (
        (f"{stock.code}: {stocks.name(words, stock.name)}", True),
        (say(words, mark("Paper", "Print at 100 %, not “fit to page”.")), False),
        (say(words, mark("Paper", "Hold it with a sheet of labels against the light.")), False),
        (say(words, mark("Paper", "Measure how far right and down the lines are off.")), False),
    )
    left, top = max(cell.left + 4, 2 * EDGE + 4), max(cell.top + 3, 2 * EDGE + 4)
    wide = cell.left + cell.width - left - 3
    for text, bold in lines:
        if top + step(SIZE) > cell.top + cell.height:
            return
        shown = one_line(text, bold, SIZE, wide)
        pen.write(shown, Cell(left, top, wide, step(SIZE)), Face(SIZE, bold))
        top += step(SIZE)
