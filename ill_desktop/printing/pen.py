"""Drawing into one label: text that shrinks before it is cut, and codes that scan."""

import unicodedata
from dataclasses import dataclass
from typing import Any

from ill_desktop.printing import fonts
from ill_desktop.printing.stocks import Cell, Stock

MM = 72 / 25.4
LEAST = 7.0
"""Points below which text is cut instead of shrunk (FEATURES PR-7)."""
LEADING = 1.2
CODE_HEIGHT = 10.0
QUIET = 10
"""Modules of white at each end of a code."""
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def display(text: str) -> str:
    """What is printed of a text: no control or direction signs, no doubled blanks."""
    shown = "".join(" " if unicodedata.category(c) in _HIDDEN else c for c in text)
    return " ".join(unicodedata.normalize("NFC", shown).split())


def is_rtl(text: str) -> bool:
    """Whether a line runs from right to left."""
    return any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a label: size in points, at most so many printed lines."""

    text: str
    size: float = 9.0
    bold: bool = False
    most: int = 1
    framed: bool = False
    space: float = 0.0
    muted: bool = False


class Pen:
    """A canvas seen from one label; lengths in millimetres from its top left corner."""

    def __init__(self, canvas: Any, stock: Stock, cell: Cell) -> None:
        self.canvas = canvas
        self.stock = stock
        self.cell = cell
        self.left = stock.safe
        self.top = stock.safe
        self.width = cell.width - 2 * stock.safe
        self.bottom = cell.height - stock.safe

    def _x(self, x: float) -> float:
        return (self.cell.left + x) * MM

    def _y(self, y: float) -> float:
        return (self.stock.page[1] - self.cell.top - y) * MM

    def frame(self, left: float, top: float, width: float, height: float) -> None:
        """A thin box."""
        self.canvas.setLineWidth(0.7)
        self.canvas.rect(self._x(left), self._y(top + height), width * MM, height * MM)

    def rule(self, top: float) -> None:
        """A thin line across."""
        self.canvas.setLineWidth(0.4)
        self.canvas.line(
            self._x(self.left), self._y(top), self._x(self.left + self.width), self._y(top)
        )

    def code(self, number: str) -> tuple[float, float]:
        """The request number as Code 128 in the top right corner; its width and height."""
        from reportlab.graphics.barcode.code128 import Code128

        module = self.stock.module
        height = min(CODE_HEIGHT, max(6.0, self.cell.height * 0.22))
        bars = Code128(
            number,
            barWidth=module * MM,
            barHeight=height * MM,
            quiet=True,
            lquiet=QUIET * module * MM,
            rquiet=QUIET * module * MM,
        )
        wide = float(bars.width) / MM
        left = self.left + self.width - wide
        bars.drawOn(self.canvas, self._x(left), self._y(self.top + height))
        size = 8.0
        text_width = fonts.width(number, True, size) / MM
        self._draw(number, left + (wide - text_width) / 2, self.top + height + 3.2, size, True)
        return wide, height + 4.2

    def text(self, lines: list[Line], left: float, top: float, width: float,
             bottom: float) -> float:  # fmt: skip
        """Paragraphs from `top` down, shrunk together until they end above `bottom`.

        Returns where they end.
        """
        shown = [line for line in lines if display(line.text)]
        scale = 1.0
        while scale > 0.5 and self._height(shown, width, scale) > bottom - top:
            scale -= 0.05
        for line in shown:
            room = Cell(left, top, width, bottom - top)
            top = self._paragraph(line, room, scale)
        return top

    def _size(self, line: Line, scale: float) -> float:
        return max(min(LEAST, line.size), line.size * scale)

    def _height(self, lines: list[Line], width: float, scale: float) -> float:
        return sum(
            len(self._broken(line, width, scale)) * self._size(line, scale) * LEADING / MM
            + line.space * scale
            + (2.4 if line.framed else 0)
            for line in lines
        )

    def _broken(self, line: Line, width: float, scale: float) -> list[str]:
        size = self._size(line, scale)
        room = (width - (3.0 if line.framed else 0)) * MM
        found = broken(display(line.text), line.bold, size, room)
        if len(found) > line.most:
            found = found[: line.most]
            found[-1] = _cut(found[-1] + " …", line.bold, size, room)
        return found

    def _paragraph(self, line: Line, room: Cell, scale: float) -> float:
        left, top, width, bottom = room.left, room.top, room.width, room.top + room.height
        size = self._size(line, scale)
        step = size * LEADING / MM
        top += line.space * scale
        texts = self._broken(line, width, scale)
        pad = 1.2 if line.framed else 0.0
        needed = len(texts) * step + 2 * pad
        if top + needed > bottom + 0.05:
            texts = texts[: max(0, int((bottom - top - 2 * pad) / step))]
            needed = len(texts) * step + 2 * pad
        if not texts:
            return top
        if line.framed:
            self.frame(left, top, width, needed)
        for n, text in enumerate(texts):
            base = top + pad + n * step + size * 0.93 / MM
            self._draw(text, left + pad, base, size, line.bold)
        return top + needed

    def _draw(self, text: str, left: float, base: float, size: float, bold: bool) -> None:
        fonts.ready()
        face = fonts.BOLD if bold else fonts.PLAIN
        if is_rtl(text):
            self._draw_rtl(text, left, base, size, face)
            return
        self.canvas.setFont(face, size)
        self.canvas.drawString(self._x(left), self._y(base), text)

    def _draw_rtl(self, text: str, left: float, base: float, size: float, face: str) -> None:
        from xml.sax.saxutils import escape

        from reportlab.lib.styles import ParagraphStyle
        from reportlab.platypus import Paragraph

        style = ParagraphStyle(
            "rtl", fontName=face, fontSize=size, leading=size * LEADING, wordWrap="RTL", shaping=1
        )
        paragraph = Paragraph(escape(text), style)
        room = fonts.width(text, face == fonts.BOLD, size) + size
        _, height = paragraph.wrap(room, size * 3)
        paragraph.drawOn(self.canvas, self._x(left), self._y(base) - height + size)


def broken(text: str, bold: bool, size: float, room: float) -> list[str]:
    """A text in lines no wider than `room` points; a word too wide is broken inside."""
    lines: list[str] = []
    current = ""
    for word in text.split():
        together = f"{current} {word}".strip()
        if fonts.width(together, bold, size) <= room:
            current = together
            continue
        if current:
            lines.append(current)
        current = word
        while fonts.width(current, bold, size) > room and len(current) > 1:
            head = _fitting(current, bold, size, room)
            lines.append(head)
            current = current[len(head) :]
    return [*lines, current] if current else lines


def _fitting(word: str, bold: bool, size: float, room: float) -> str:
    n = len(word)
    while n > 1 and fonts.width(word[:n], bold, size) > room:
        n -= 1
    return word[:n]


def _cut(text: str, bold: bool, size: float, room: float) -> str:
    while len(text) > 2 and fonts.width(text, bold, size) > room:
        text = text[:-3].rstrip() + " …" if len(text) > 4 else text[:-1]
    return text
