"""What a paper says where there is room for it: whole, or shorter, or not there. Never cut."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from ill_desktop.printing.blocks import UNBOUNDED, Line
from ill_desktop.printing.flow import LIGHT, Block, total
from ill_desktop.printing.pen import Pen
from ill_desktop.printing.stocks import Cell

SPARE = 2
"""Goes first where room is short, so that no fact has to."""


@dataclass(frozen=True, slots=True)
class Ample:
    """A paragraph as long as it is, and another that takes its place where room is short."""

    line: Line
    instead: Line
    weight: int = LIGHT

    def _whole(self) -> Line:
        return replace(self.line, most=UNBOUNDED)

    def height(self, width: float, scale: float) -> float:
        """Millimetres it takes in a column so wide."""
        return self._whole().height(width, scale)

    def overfull(self, width: float, scale: float) -> bool:
        """It has all its lines."""
        return False

    def draw(self, pen: Pen, room: Cell, scale: float) -> None:
        """Draw it at the top of the room."""
        self._whole().draw(pen, room, scale)

    def shorter(self) -> Block | None:
        """What takes its place."""
        return self.instead

    def loose(self) -> Block:
        """As small as it must be, too."""
        return self._whole().loose()


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes below each other, each whole or left out, the last first.

    How many were left out is said in a line: `more` has the words for one, for two and so on.
    """

    texts: tuple[str, ...]
    more: tuple[str, ...]
    like: Line

    @property
    def weight(self) -> int:
        """Lighter than anything else while there is a note to leave out."""
        return SPARE if self.texts else LIGHT

    def _lines(self) -> Sequence[Line]:
        left_out = len(self.more) - len(self.texts)
        said = (*self.texts, *(self.more[left_out - 1 : left_out] if left_out else ()))
        return [replace(self.like, text=text, most=UNBOUNDED) for text in said]

    def height(self, width: float, scale: float) -> float:
        """Millimetres they take in a column so wide."""
        return total(self._lines(), width, scale)

    def overfull(self, width: float, scale: float) -> bool:
        """None of them is ever cut."""
        return False

    def draw(self, pen: Pen, room: Cell, scale: float) -> None:
        """Draw them at the top of the room."""
        top = room.top
        for line in self._lines():
            high = line.height(room.width, scale)
            line.draw(pen, replace(room, top=top, height=high), scale)
            top += high

    def shorter(self) -> Self | None:
        """One note less; nothing where only their number is left."""
        return replace(self, texts=self.texts[:-1]) if self.texts else None

    def loose(self) -> Self:
        """They are whole already."""
        return self
