"""Papers on pages: a whole PDF, the same bytes for the same input."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from ill_desktop.printing import fonts, layout
from ill_desktop.printing.forms import FORMS
from ill_desktop.printing.papers import Paper, Sheetful
from ill_desktop.printing.pen import HAIR, MM, Pen
from ill_desktop.printing.stocks import Stock, first_place
from ill_desktop.printing.text import display
from ill_desktop.words.mark import mark


@dataclass(frozen=True, slots=True)
class Offset:
    """How far to move everything, in millimetres to the right and down."""

    right: float = 0.0
    down: float = 0.0


NOWHERE = Offset()


@dataclass(frozen=True, slots=True)
class Part:
    """Papers of one kind on a stock, from the nth place of the sheet on.

    `stacked`: on plain paper the papers lie so that the cut piles stay in order.
    """

    content: Sheetful
    stock: Stock
    start: int = 1
    off: Offset = NOWHERE
    stacked: bool = True


@dataclass(frozen=True, slots=True)
class Run:
    """Pages that lie on one stock, counted from 1, and the first free place after them.

    `free` is 1 where the last sheet is used up, and on plain paper and rolls.
    """

    stock: str
    first: int
    last: int
    free: int = 1


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF: its pages, the papers on it, and sentences about what to look at before printing."""

    pdf: bytes
    pages: int
    items: int
    warnings: tuple[str, ...] = ()
    runs: tuple[Run, ...] = ()


@dataclass(slots=True)
class _Page:
    """One sheet: what lies at its places."""

    stock: Stock
    off: Offset
    labels: list[tuple[int, Sheetful, Paper]] = field(default_factory=list)

    @property
    def free(self) -> int:
        """The first place after the last one used, counted from 1; 1 when there is none."""
        used = max((place for place, _, _ in self.labels), default=-1) + 1
        return used + 1 if used < self.stock.per_page and not self.stock.plain else 1


def sheets(content: Sheetful, stock: Stock, start: int = 1, off: Offset | None = None) -> Printed:
    """Lay papers of one kind on a stock; raises `Invalid` for a bad start."""
    return job([Part(content, stock, start, off or NOWHERE)])


def job(parts: Sequence[Part]) -> Printed:
    """Lay several kinds after each other; a kind on the labels of the kind before goes on there.

    Raises `Invalid` for a start that the sheet does not have.
    """
    found: list[_Page] = []
    items = 0
    for part in parts:
        cut = part.stock.cut_for(part.content.kind)
        papers = _split(part.content, cut)
        items += len(part.content.papers)
        last = found[-1] if found else None
        if last is not None and last.stock == cut and not cut.plain:
            places = _in_turn(len(papers), cut, last.free - 1)
            begin = len(found) - (last.free > 1)
        else:
            places = _places(len(papers), cut, first_place(cut, part.start), part.stacked)
            begin = len(found)
        pages = 1 + max((page for page, _ in places), default=0)
        found += [_Page(cut, part.off) for _ in range(begin + pages - len(found))]
        for paper, (page, place) in zip(papers, places, strict=True):
            found[begin + page].labels.append((place, part.content, paper))
    pdf, shortened = _drawn(found)
    warnings = tuple(_warnings([part.content for part in parts], shortened))
    return Printed(pdf, len(found), items, warnings, _runs(found))


def new_canvas(out: io.BytesIO, stock: Stock) -> Any:
    """An empty PDF with pages of the size of a stock."""
    from reportlab.pdfgen.canvas import Canvas

    size = (stock.page[0] * MM, stock.page[1] * MM)
    canvas = Canvas(out, pagesize=size, invariant=1, pageCompression=1)
    canvas.setTitle("ILL Desktop")
    return canvas


def _split(content: Sheetful, cut: Stock) -> list[Paper]:
    """The papers, those longer than a page in as many pieces as they need."""
    split = FORMS[content.kind].split
    if split is None:
        return list(content.papers)
    return [piece for paper in content.papers for piece in split(content.words, paper, cut)]


def _places(count: int, stock: Stock, first: int, stacked: bool) -> list[tuple[int, int]]:
    """Page and place of each paper, both counted from 0."""
    pages = -(-(count + first) // stock.per_page)
    if not stock.plain or first or pages < 2 or not stacked:
        return _in_turn(count, stock, first)
    return [(n % pages, n // pages) for n in range(count)]


def _in_turn(count: int, stock: Stock, first: int) -> list[tuple[int, int]]:
    return [divmod(n, stock.per_page) for n in range(first, first + count)]


def _drawn(pages: Sequence[_Page]) -> tuple[bytes, list[str]]:
    out = io.BytesIO()
    canvas = new_canvas(out, pages[0].stock)
    shortened: list[str] = []
    for page in pages:
        canvas.setPageSize((page.stock.page[0] * MM, page.stock.page[1] * MM))
        canvas.translate(page.off.right * MM, -page.off.down * MM)
        for place, content, paper in page.labels:
            if _draw(canvas, page.stock, place, content, paper).shortened:
                shortened.append(paper.number)
        if page.stock.plain:
            _cutting_lines(canvas, page.stock)
        canvas.showPage()
    canvas.save()
    return out.getvalue(), shortened


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


def _runs(pages: Sequence[_Page]) -> tuple[Run, ...]:
    found: list[Run] = []
    for n, page in enumerate(pages, 1):
        code = page.stock.code
        if found and found[-1].stock == code:
            found[-1] = Run(code, found[-1].first, n, page.free)
        else:
            found.append(Run(code, n, n, page.free))
    return tuple(found)


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


def _warnings(contents: Sequence[Sheetful], shortened: Iterable[str]) -> Iterable[str]:
    words = contents[0].words
    papers = [paper for content in contents for paper in content.papers]
    odd = fonts.missing("".join(display(text) for paper in papers for text in _texts(paper)))
    if odd:
        text = mark("Paper", "These characters cannot be printed: {characters}")
        yield words.tr("Paper", text, characters=" ".join(odd))
    for number in dict.fromkeys(shortened):
        text = mark("Paper", "{number}: not all of the text fits. Choose a larger stock.")
        yield words.tr("Paper", text, number=number)


def _texts(thing: Any) -> Iterable[str]:
    """Every text of a paper, those of its lines included."""
    for one in fields(thing):
        value = getattr(thing, one.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, str):
                yield part
            elif is_dataclass(part):
                yield from _texts(part)
