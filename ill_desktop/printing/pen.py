"""Drawing into one label: text, frames, tick boxes and codes that scan."""

from dataclasses import dataclass
from typing import Any

from ill_desktop.printing import fonts
from ill_desktop.printing.codes import QUIET, code128, modules
from ill_desktop.printing.stocks import Cell, Stock
from ill_desktop.printing.text import is_rtl, runs

MM = 72 / 25.4
LEADING = 1.2
"""From one line of text to the next, in sizes."""
RISE = 0.93
"""From the top of a line down to its foot, in sizes."""
HAIR, THIN = 0.35, 0.7
"""Widths of lines, in points."""
CODE_TEXT = 8.0
CODE_FOOT = 3.4
"""Millimetres below the bars, for the number people read."""


@dataclass(frozen=True, slots=True)
class Face:
    """How a text looks: size in points."""

    size: float
    bold: bool = False


class Pen:
    """A canvas seen from one label; lengths in millimetres from its top left corner."""

    def __init__(self, canvas: Any, stock: Stock, cell: Cell) -> None:
        self.canvas = canvas
        self.stock = stock
        self.cell = cell
        self.shortened = False
        """Whether something did not fit and was cut or left out."""

    @property
    def inner(self) -> Cell:
        """The label without its blank border."""
        across, down = self.stock.safe
        return Cell(across, down, self.cell.width - 2 * across, self.cell.height - 2 * down)

    def _x(self, x: float) -> float:
        return (self.cell.left + x) * MM

    def _y(self, y: float) -> float:
        return (self.stock.page[1] - self.cell.top - y) * MM

    def frame(self, box: Cell, width: float = THIN) -> None:
        """The outline of a box."""
        self.canvas.setLineWidth(width)
        bottom = self._y(box.top + box.height)
        self.canvas.rect(self._x(box.left), bottom, box.width * MM, box.height * MM)

    def rule(self, left: float, top: float, width: float) -> None:
        """A hairline across."""
        self.canvas.setLineWidth(HAIR)
        y = self._y(top)
        self.canvas.line(self._x(left), y, self._x(left + width), y)

    def upright(self, left: float, top: float, height: float, dashed: bool = False) -> None:
        """A hairline down."""
        self.canvas.saveState()
        self.canvas.setLineWidth(HAIR)
        if dashed:
            self.canvas.setDash(3, 2)
        self.canvas.line(self._x(left), self._y(top), self._x(left), self._y(top + height))
        self.canvas.restoreState()

    def write(self, text: str, line: Cell, face: Face, middle: bool = False) -> None:
        """One line of text into a box; texts from right to left end at its right edge."""
        rtl = is_rtl(text)
        pieces = runs(text, rtl)
        drawn = [self._shaped(piece, turned, face) for piece, turned in pieces]
        spare = line.width * MM - sum(width for _, width in drawn)
        x = self._x(line.left) + (spare / 2 if middle else spare if rtl else 0)
        y = self._y(line.top) - face.size * RISE
        for piece, width in drawn:
            self._put(piece, x, y, face)
            x += width

    def _shaped(self, piece: str, turned: bool, face: Face) -> tuple[Any, float]:
        if turned:
            return fonts.joined(piece, face.bold, face.size)
        return piece, fonts.width(piece, face.bold, face.size)

    def _put(self, text: Any, x: float, y: float, face: Face) -> None:
        fonts.ready()
        written = self.canvas.beginText(x, y)
        written.setFont(fonts.BOLD if face.bold else fonts.PLAIN, face.size)
        written.textOut(text)
        self.canvas.drawText(written)

    def upwards(self, text: str, strip: Cell, face: Face) -> None:
        """A line of text that runs up the middle of a narrow strip."""
        self.canvas.saveState()
        middle = self._x(strip.left + strip.width / 2) + face.size * 0.35
        self.canvas.translate(middle, self._y(strip.top + strip.height / 2))
        self.canvas.rotate(90)
        self._put(text, -fonts.width(text, face.bold, face.size) / 2, 0, face)
        self.canvas.restoreState()

    def code_size(self, number: str) -> tuple[float, float]:
        """Width and height of a number as a code, with its white ends and the text below."""
        bars = modules(code128(number)) * self.stock.module
        return bars, self._bar_height() + CODE_FOOT

    def _bar_height(self) -> float:
        return min(12.0, max(7.0, self.cell.height * 0.22))

    def code(self, number: str) -> Cell:
        """The number as Code 128 in the top right corner, where it stands on every form.

        Its right white end lies in the blank border as far as that is wide enough.
        """
        width, height = self.code_size(number)
        inner, module = self.inner, self.stock.module
        tuck = min(QUIET * module, self.stock.safe[0])
        left = inner.left + inner.width - width + tuck
        self._bars(number, left + QUIET * module, inner.top)
        foot = Cell(left, inner.top + height - CODE_FOOT + 0.4, width, CODE_FOOT)
        self.write(number, foot, Face(CODE_TEXT, bold=True), middle=True)
        return Cell(left, inner.top, width - tuck, height)

    def _bars(self, number: str, left: float, top: float) -> None:
        """Bars as rectangles in one path, written straight into the page."""
        module, high = self.stock.module * MM, self._bar_height() * MM
        x, y = self._x(left), self._y(top) - high
        foot = f"{y:.3f} {{:.3f}} {high:.3f} re"
        bars = (
            f"{x + begin * module:.3f} {foot.format(width * module)}"
            for begin, width in code128(number)
        )
        self.canvas.addLiteral(" ".join((*bars, "f")))
