"""Figures put into words: values with their names, definitions and parts."""

from collections.abc import Iterator

from ill_desktop.domain.measures import By, Measure, Value
from ill_desktop.services.counting import Count, Piece
from ill_desktop.services.figures import Breakdown, Figure
from ill_desktop.words.catalogue import Words
from ill_desktop.words.figures import DEFINITIONS, LABELS, key_label, shown


def figure(words: Words, count: Count, one: Measure) -> Figure:
    """One figure as it is counted now, with every breakdown in which a key is known."""
    return worded(words, one, count.whole(one), tuple(_parts(words, count, one)))


def worded(
    words: Words, one: Measure, value: Value, parts: tuple[Breakdown, ...], corrected: str = ""
) -> Figure:
    """A value of a measure with its name and definition."""
    return Figure(
        one.code,
        words.tr("Figure", LABELS[one.code]),
        value,
        words.tr("Figure", DEFINITIONS[one.code]),
        parts,
        shown(words, one, value),
        corrected,
    )


def part(words: Words, one: Measure, piece: Piece) -> Breakdown:
    """A part of a figure with its name."""
    by, key, value, few = piece
    name, text = key_label(words, by, key), shown(words, one, value)
    return Breakdown(by.value, key, name, value, text, few)


def _parts(words: Words, count: Count, one: Measure) -> Iterator[Breakdown]:
    for by in count.breakdowns(one):
        found = count.pieces(one, by)
        if any(piece.key for piece in found):
            for piece in sorted(found, key=_order):
                yield part(words, one, piece)


def _order(piece: Piece) -> tuple[float, str]:
    """Months and decades in turn, what is not given last, else the largest first."""
    by, key, value, _ = piece
    if by in (By.MONTH, By.DECADE):
        return (not key, key)
    size = value if isinstance(value, int | float) else getattr(value, "n", 0)
    return (-size if key else float("inf"), key)
