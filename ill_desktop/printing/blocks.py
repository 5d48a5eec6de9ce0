"""Pieces of a printed thing: paragraphs, facts, addresses, boxes to tick, rules."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Self

from ill_desktop.printing import fonts
from ill_desktop.printing.flow import MUST
from ill_desktop.printing.pen import LEADING, MM, Face, Pen
from ill_desktop.printing.stocks import Cell
from ill_desktop.printing.text import broken, clipped, display

LEAST = 7.0
"""Points below which text is shortened instead of shrunk (FEATURES PR-7)."""
NAME = 7.5
UNBOUNDED = 99
PAD = 1.2


def sized(size: float, scale: float, least: float = LEAST) -> float:
    """A size shrunk, but not below what can be read."""
    return max(min(least, size), size * scale)


def step(size: float) -> float:
    """Millimetres from one line to the next."""
    return size * LEADING / MM


def one_line(text: str, bold: bool, size: float, width: float) -> str:
    """As much of a text as fits a line so many millimetres wide."""
    unit = width * MM / size
    return "".join(clipped(broken(display(text), bold, unit), 1, bold, unit))


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: size in points, at most so many printed lines, `space` millimetres above."""

    text: str
    size: float = 9.0
    bold: bool = False
    most: int = 1
    framed: bool = False
    space: float = 0.0
    weight: int = 5
    least: float = LEAST

    def set_size(self, width: float, scale: float) -> float:
        """Points it is printed in: small enough for its longest word, where that can be read."""
        room = (width - (2 * PAD if self.framed else 0)) * MM
        longest = max((fonts.unit_width(word, self.bold) for word in self._words()), default=0)
        size = sized(self.size, scale, self.least)
        fitting = room / longest if longest else size
        return size if fitting >= size else max(fitting, min(self.least, size))

    def _words(self) -> list[str]:
        return display(self.text).split()

    def _lines(self, width: float, scale: float) -> tuple[tuple[str, ...], bool]:
        pad = 2 * PAD if self.framed else 0
        room = (width - pad) * MM / self.set_size(width, scale)
        found = broken(display(self.text), self.bold, room)
        return clipped(found, self.most, self.bold, room), len(found) > self.most

    def height(self, width: float, scale: float) -> float:
        """Millimetres it takes in a column so wide."""
        lines, _ = self._lines(width, scale)
        if not lines:
            return 0
        high = len(lines) * step(self.set_size(width, scale))
        return high + self.space * scale + (3 * PAD if self.framed else 0)

    def overfull(self, width: float, scale: float) -> bool:
        """Whether it would be clipped."""
        return self._lines(width, scale)[1]

    def draw(self, pen: Pen, room: Cell, scale: float) -> None:
        """Draw it at the top of the room."""
        lines, _ = self._lines(room.width, scale)
        size = self.set_size(room.width, scale)
        high, top = step(size), room.top + self.space * scale
        pad = PAD if self.framed else 0
        if self.framed:
            widest = max(fonts.width(line, self.bold, size) for line in lines) / MM
            wide = min(room.width, widest + 3 * pad)
            pen.frame(Cell(room.left, top, wide, len(lines) * high + 2 * pad))
        for n, line in enumerate(lines):
            place = Cell(room.left + pad, top + pad + n * high, room.width - 2 * pad, high)
            pen.write(line, place, Face(size, self.bold))

    def shorter(self) -> Self | None:
        """The same with a line less; nothing for a single line."""
        return replace(self, most=self.most - 1) if self.most > 1 else None

    def loose(self) -> Self:
        """The same, as small and as long as it must be to be whole."""
        return replace(self, least=LEAST, most=UNBOUNDED)


@dataclass(frozen=True, slots=True)
class Fact:
    """A name in small letters and beside it a value; the names of a column are equally wide.

    Where the names would take half of the width they stand above their values.
    """

    name: str
    value: Line
    name_width: float
    weight: int = 5

    def _beside(self, width: float, scale: float) -> float:
        """Millimetres from the name to the value beside it; 0 where the value stands below."""
        natural = self.name_width * sized(NAME, scale) / NAME + 2
        return natural if natural <= width * 0.45 else 0

    def height(self, width: float, scale: float) -> float:
        """Millimetres it takes in a column so wide."""
        beside = self._beside(width, scale)
        above = 0 if beside else step(sized(NAME, scale))
        return self.value.height(width - beside, scale) + above

    def overfull(self, width: float, scale: float) -> bool:
        """Whether its value would be clipped."""
        return self.value.overfull(width - self._beside(width, scale), scale)

    def draw(self, pen: Pen, room: Cell, scale: float) -> None:
        """Draw it at the top of the room, the feet of both texts on a line where they share one."""
        beside, small = self._beside(room.width, scale), sized(NAME, scale)
        down, high = self.value.space * scale, step(small)
        if beside:
            size = self.value.set_size(room.width - beside, scale)
            foot = down + (size - small) * 0.93 / MM + (PAD if self.value.framed else 0)
            name = Cell(room.left, room.top + foot, beside - 1, high)
            value = Cell(room.left + beside, room.top, room.width - beside, room.height)
        else:
            name = Cell(room.left, room.top + down, room.width, high)
            value = Cell(room.left, room.top + high, room.width, room.height - high)
        pen.write(one_line(self.name, False, small, name.width), name, Face(small))
        self.value.draw(pen, value, scale)

    def shorter(self) -> Self | None:
        """The same with a line less; nothing for a single line."""
        value = self.value.shorter()
        return None if value is None else replace(self, value=value)

    def loose(self) -> Self:
        """The same with a value that is whole."""
        return replace(self, value=self.value.loose())


def facts(rows: Sequence[tuple[str, str]], like: Line) -> list[Fact]:
    """The facts that have a value, in one column, their values looking like a line."""
    shown = [(name, value) for name, value in rows if display(value)]
    wide = max((fonts.width(name, False, NAME) / MM for name, _ in shown), default=0)
    return [Fact(name, replace(like, text=value), wide, like.weight) for name, value in shown]


@lru_cache(maxsize=256)
def address_texts(lines: tuple[str, ...]) -> tuple[str, ...]:
    """At most six lines of an address; what is beyond stands in the sixth."""
    texts = [text for text in map(display, lines) if text]
    return (*texts[:5], ", ".join(texts[5:])) if len(texts) > 6 else tuple(texts)


@dataclass(frozen=True, slots=True)
class Address:
    """A name and the lines below it, as large as the widest line allows; never left out.

    Shrunk to the least size first, then broken; lines beyond the sixth are put together.
    """

    lines: tuple[str, ...]
    size: float = 12.0
    most: int = 9
    space: float = 0.0
    weight: int = MUST

    def _size(self, width: float, scale: float) -> float:
        texts = address_texts(self.lines)
        widest = max(fonts.unit_width(text, n == 0) for n, text in enumerate(texts))
        return max(LEAST, min(self.size * scale, width * MM / widest - 0.01))

    def _lines(self, width: float, scale: float) -> list[tuple[str, bool]]:
        unit = width * MM / self._size(width, scale)
        return [
            (line, n == 0)
            for n, text in enumerate(address_texts(self.lines))
            for line in broken(text, n == 0, unit)
        ]

    def _shown(self, width: float, scale: float) -> list[tuple[str, bool]]:
        """The lines there are room for; the last one says that there were more."""
        lines = self._lines(width, scale)
        if len(lines) <= self.most:
            return lines
        *before, (last, bold) = lines[: self.most]
        unit = width * MM / self._size(width, scale)
        return [*before, (clipped((last, last), 1, bold, unit)[0], bold)]

    def height(self, width: float, scale: float) -> float:
        """Millimetres it takes in a column so wide."""
        if not address_texts(self.lines):
            return 0
        lines = self._shown(width, scale)
        return len(lines) * step(self._size(width, scale)) + self.space * scale

    def overfull(self, width: float, scale: float) -> bool:
        """Whether lines would be left out."""
        return len(self._lines(width, scale)) > self.most

    def draw(self, pen: Pen, room: Cell, scale: float) -> None:
        """Draw it at the top of the room."""
        size = self._size(room.width, scale)
        top, high = room.top + self.space * scale, step(size)
        for n, (line, bold) in enumerate(self._shown(room.width, scale)):
            pen.write(line, Cell(room.left, top + n * high, room.width, high), Face(size, bold))

    def shorter(self) -> Self | None:
        """The same with a printed line less."""
        return replace(self, most=self.most - 1) if self.most > 1 else None

    def loose(self) -> Self:
        """The same with all its lines."""
        return replace(self, most=UNBOUNDED)


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to tick by hand, in columns."""

    texts: tuple[str, ...]
    size: float = 8.0
    columns: int = 4
    space: float = 1.0
    weight: int = 4

    def _columns(self, width: float, scale: float) -> int:
        size = sized(self.size, scale)
        widest = max(fonts.width(text, False, size) / MM for text in self.texts)
        return max(1, min(self.columns, int(width / (widest + size / MM + 3))))

    def height(self, width: float, scale: float) -> float:
        """Millimetres it takes in a column so wide."""
        rows = -(-len(self.texts) // self._columns(width, scale))
        return rows * step(sized(self.size, scale)) * LEADING + self.space * scale

    def overfull(self, width: float, scale: float) -> bool:
        """Boxes are shown whole or not at all."""
        return False

    def draw(self, pen: Pen, room: Cell, scale: float) -> None:
        """Draw it at the top of the room."""
        size = sized(self.size, scale)
        side, columns = size * 0.85 / MM, self._columns(room.width, scale)
        for n, text in enumerate(self.texts):
            row, column = divmod(n, columns)
            left = room.left + column * room.width / columns
            top = room.top + self.space * scale + row * step(size) * LEADING
            pen.frame(Cell(left, top + 0.3, side, side), 0.5)
            wide = room.width / columns - side - 2
            place = Cell(left + side + 1.2, top, wide, step(size))
            pen.write(one_line(text, False, size, wide), place, Face(size))

    def shorter(self) -> Self | None:
        """Boxes stand or fall together."""
        return None

    def loose(self) -> Self:
        """It is whole already."""
        return self


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline between two things."""

    space: float = 1.2
    weight: int = 3

    def height(self, width: float, scale: float) -> float:
        """Its white above and below."""
        return 2 * self.space * scale

    def overfull(self, width: float, scale: float) -> bool:
        """A line is never too full."""
        return False

    def draw(self, pen: Pen, room: Cell, scale: float) -> None:
        """Draw it in the middle of the room."""
        pen.rule(room.left, room.top + self.space * scale, room.width)

    def shorter(self) -> Self | None:
        """A line cannot be shorter."""
        return None

    def loose(self) -> Self:
        """It is whole already."""
        return self
