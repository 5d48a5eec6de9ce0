"""Where the parts of a printed thing stand: the code top right, the rest in order of need."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ill_desktop.printing import papers
from ill_desktop.printing.blocks import LEAST, Line, one_line
from ill_desktop.printing.flow import Block, flow, total
from ill_desktop.printing.papers import Paper
from ill_desktop.printing.pen import MM, Face, Pen
from ill_desktop.printing.stocks import Cell, Stock
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

Says = Callable[[Words, Paper], Sequence[Block]]
Split = Callable[[Words, Paper, Stock], Sequence[Paper]]

WIDE = 120.0
"""Millimetres from which on the body stands in two columns."""
NARROW = 30.0
"""Millimetres beside the code that are too few for the head."""
GUTTER = 5.0
FOOT = 3.6
FOOT_SIZE = 6.5
TALL = 44.0
"""Millimetres of label from which on there is room for a foot; below, a reprint says so on top."""


def _nothing(words: Words, paper: Paper) -> Sequence[Block]:
    return ()


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts: beside the code, below it at full width, two columns, and the end.

    What is `spare` stands in the column that has more room.
    """

    head: Says
    left: Says
    first: Says = _nothing
    right: Says = _nothing
    last: Says = _nothing
    spare: Says = _nothing


@dataclass(slots=True)
class _Said:
    """The parts of one paper."""

    head: list[Block]
    first: list[Block]
    left: list[Block]
    right: list[Block]
    last: list[Block]
    spare: list[Block]


@dataclass(frozen=True, slots=True)
class Form:
    """A printed thing: the form's number and version, and its parts."""

    number: str
    parts: Layout
    tab: float = 0.0
    """Width of the strip at the left that is taped to the band itself."""
    split: Split | None = None
    """How a paper that is longer than a page becomes several."""


def draw(pen: Pen, words: Words, form: Form, paper: Paper) -> float:
    """Draw a paper into its label; returns the millimetres it used from the top."""
    inner = _without_tab(pen, words, form)
    tall = pen.cell.height >= TALL
    again = [] if tall else [Line(papers.reprint(words, paper), LEAST, bold=True, weight=8)]
    foot = _foot(pen, papers.foot(words, paper, form.number), inner) if tall else 0.0
    room = replace(inner, height=inner.height - foot)
    said = _Said(
        [*again, *form.parts.head(words, paper)],
        [*form.parts.first(words, paper)],
        [*form.parts.left(words, paper)],
        [*form.parts.right(words, paper)],
        [*form.parts.last(words, paper)],
        [*form.parts.spare(words, paper)],
    )
    end = _body(pen, said, _head(pen, said, paper.number, room))
    return end + foot + pen.stock.safe[1]


def _without_tab(pen: Pen, words: Words, form: Form) -> Cell:
    """What is left beside the strip that holds a band of plain paper together."""
    inner = pen.inner
    if not form.tab or not pen.stock.plain or inner.width < WIDE:
        return inner
    strip = Cell(inner.left, inner.top, form.tab, inner.height)
    text = words.tr("Paper", mark("Paper", "Tape here to the strap itself, not to the book"))
    pen.upwards(text, strip, Face(7.5))
    pen.upright(inner.left + form.tab, 0, pen.cell.height, dashed=True)
    beside = form.tab + GUTTER
    return Cell(inner.left + beside, inner.top, inner.width - beside, inner.height)


def _foot(pen: Pen, text: str, inner: Cell) -> float:
    """The last line; returns its height."""
    shown = one_line(text, False, FOOT_SIZE, inner.width)
    top = inner.top + inner.height - FOOT_SIZE / MM
    pen.write(shown, Cell(inner.left, top, inner.width, FOOT), Face(FOOT_SIZE))
    return FOOT


def _head(pen: Pen, said: _Said, number: str, room: Cell) -> Cell:
    """The code and what stands beside it; returns the room below.

    What finds no place beside the code is left for the body to begin with.
    """
    code = pen.code(number)
    beside = code.left - room.left - 2
    below, tall = room.top + code.height, pen.cell.height >= TALL
    if beside < NARROW or pen.stock.endless:
        said.left[:0] = [*said.head, *said.first]
    else:
        wide = room.width >= WIDE
        head = [*said.head, *said.first] if wide else said.head
        if not wide:
            said.left[:0] = said.first
        # On a low label nothing of the body goes for a head that is higher than the code.
        high = max(code.height + 1, room.height * 0.42) if tall else code.height
        below = max(below, flow(pen, head, Cell(room.left, room.top, beside, high)))
    return Cell(room.left, below + 1, room.width, room.top + room.height - below - 1)


def _body(pen: Pen, said: _Said, room: Cell) -> float:
    """Two columns where the label is wide, else one; the end below them."""
    if room.width < WIDE or not total(said.right, room.width):
        return _column(pen, [*said.left, *said.right, *said.spare], said.last, room)
    foot = total(said.last, room.width)
    high = room.height - foot
    wide = (room.width - 2 * GUTTER) * 0.57
    other = Cell(room.left + wide + 2 * GUTTER, room.top, room.width - wide - 2 * GUTTER, high)
    roomier = total(said.left, wide) * wide <= total(said.right, other.width) * other.width
    left, right = (said.spare, []) if roomier else ([], said.spare)
    ends = (
        flow(pen, [*said.left, *left], Cell(room.left, room.top, wide, high)),
        flow(pen, [*said.right, *right], other),
    )
    pen.upright(room.left + wide + GUTTER, room.top + 0.8, max(ends) - room.top)
    flow(pen, said.last, Cell(room.left, room.top + high, room.width, foot))
    return room.top + room.height


def _column(pen: Pen, body: Sequence[Block], last: Sequence[Block], room: Cell) -> float:
    """Everything below each other; the end stands at the bottom where there is room to spare."""
    foot = total(last, room.width)
    if pen.stock.endless or total(body, room.width) + foot > room.height:
        return flow(pen, [*body, *last], room)
    flow(pen, body, replace(room, height=room.height - foot))
    return flow(pen, last, replace(room, top=room.top + room.height - foot, height=foot))
