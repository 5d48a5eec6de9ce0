"""What stands below each other in a column: shrunk together until it fits, then shortened."""

from collections.abc import Sequence
from typing import Protocol

from ill_desktop.printing.pen import Pen
from ill_desktop.printing.stocks import Cell

MUST = 9
"""The weight of what is never left out: rather is it smaller than it should be."""
LIGHT = 3
"""The weight up to which something may be left out in silence, to keep the rest readable."""
GENTLE = (1.0, 0.94, 0.88, 0.82, 0.76)
HARD = (0.7, 0.64, 0.58, 0.52, 0.46, 0.4)
SLACK = 0.05


class Block(Protocol):
    """Something with a height; the lightest is left out first where room is short."""

    @property
    def weight(self) -> int:
        """How much it matters, 0 to 9."""

    def height(self, width: float, scale: float) -> float:
        """Millimetres it takes in a column so wide; 0 when there is nothing to show."""

    def overfull(self, width: float, scale: float) -> bool:
        """Whether something of it would be cut off."""

    def draw(self, pen: Pen, room: Cell, scale: float) -> None:
        """Draw it at the top of the room."""

    def shorter(self) -> "Block | None":
        """The same with a line less; nothing where that is impossible."""

    def loose(self) -> "Block":
        """The same, as small and as long as it must be to be whole."""


def total(blocks: Sequence[Block], width: float, scale: float = 1.0) -> float:
    """The height of blocks below each other, in millimetres."""
    return sum(one.height(width, scale) for one in blocks)


def flow(pen: Pen, blocks: Sequence[Block], room: Cell) -> float:
    """Draw blocks below each other and return, in millimetres, where they end."""
    wanted = [one for one in blocks if one.height(room.width, 1) > 0]
    if pen.stock.endless:
        wanted = [one.loose() for one in wanted]
    shown, scale, lost = _fitted(wanted, room)
    if any(one.weight >= MUST and one.overfull(room.width, scale) for one in shown):
        loose = [one.loose() if one.weight >= MUST else one for one in wanted]
        shown, scale, lost = _fitted(loose, room)
    pen.shortened |= lost
    top = room.top
    for one in shown:
        high = one.height(room.width, scale)
        one.draw(pen, Cell(room.left, top, room.width, high), scale)
        pen.shortened |= one.overfull(room.width, scale)
        top += high
    return top


def _fitted(blocks: list[Block], room: Cell) -> tuple[list[Block], float, bool]:
    """What is shown and how large: shrunk a little, without trifles, shrunk much, shortened.

    And whether something went that may not be left out in silence.
    """
    shown, lost = blocks, False
    while True:
        light = [one for one in shown if one.weight <= LIGHT]
        scale = _scale(shown, room, GENTLE if light else (*GENTLE, *HARD))
        if scale is not None or not shown:
            return shown, scale or 1.0, lost
        n = min(range(len(shown)), key=lambda n: (shown[n].weight, -n))
        less = shown[n].shorter()
        lost |= less is None and shown[n].weight > LIGHT
        shown = [*shown[:n], *([] if less is None else [less]), *shown[n + 1 :]]


def _scale(blocks: Sequence[Block], room: Cell, scales: Sequence[float]) -> float | None:
    """The largest scale at which everything fits, uncut if that is possible."""
    largest = None
    if total(blocks, room.width, scales[-1]) > room.height + SLACK:
        return None
    for scale in scales:
        if total(blocks, room.width, scale) <= room.height + SLACK:
            if not any(one.overfull(room.width, scale) for one in blocks):
                return scale
            largest = largest or scale
    return largest
