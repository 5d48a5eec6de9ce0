"""The list in a parcel: what is in it, for whom, and what the receiver ticks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from ill_desktop.printing import fonts, papers
from ill_desktop.printing.blocks import LEAST, Address, Line, Rule, facts, one_line, sized, step
from ill_desktop.printing.flow import MUST, Block, total
from ill_desktop.printing.layout import FOOT, NARROW, TALL, Form, Layout
from ill_desktop.printing.papers import Packed, Paper, say
from ill_desktop.printing.pen import MM, Face, Pen
from ill_desktop.printing.stocks import Cell, Stock
from ill_desktop.printing.text import display
from ill_desktop.words import formats, labels
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

SIZE = 10.0
NUMBER = 29.0
"""Millimetres of the box to tick and the request's number, at full size."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One request in the parcel: a box to tick and its number, beside them what it is."""

    number: str
    texts: tuple[Line, ...]
    weight: int = MUST

    def _beside(self, width: float, scale: float) -> float:
        """What box and number take: on a narrow roll no more than the number needs."""
        size = sized(SIZE, scale)
        box, digits = size * 0.85 / MM + 2.1, fonts.width(self.number, True, sized(9, scale)) / MM
        return max(box + digits, min(NUMBER * size / SIZE, width * 0.4))

    def height(self, width: float, scale: float) -> float:
        """Millimetres it takes in a column so wide."""
        least = step(sized(SIZE, scale))
        return max(least, total(self.texts, width - self._beside(width, scale), scale)) + 1.2

    def overfull(self, width: float, scale: float) -> bool:
        """Whether something of it would be cut off; of a title two lines are enough."""
        beside = width - self._beside(width, scale)
        return any(one.overfull(beside, scale) for one in self.texts[1:])

    def draw(self, pen: Pen, room: Cell, scale: float) -> None:
        """Draw it at the top of the room."""
        size, beside = sized(SIZE, scale), self._beside(room.width, scale)
        side = size * 0.85 / MM
        pen.frame(Cell(room.left, room.top + 0.4, side, side), 0.5)
        left, wide = room.left + side + 1.2, beside - side - 2
        number = one_line(self.number, True, sized(SIZE * 0.9, scale), wide)
        pen.write(number, Cell(left, room.top, wide, step(size)), Face(sized(9, scale), bold=True))
        top = room.top
        for line in self.texts:
            high = line.height(room.width - beside, scale)
            line.draw(pen, Cell(room.left + beside, top, room.width - beside, high), scale)
            top += high

    def shorter(self) -> Self | None:
        """The same with a line less of the text that has most of them."""
        longest = max(self.texts, key=lambda line: line.most, default=Line(""))
        if longest.most < 2:
            return None
        less = replace(longest, most=longest.most - 1)
        return replace(self, texts=tuple(less if one is longest else one for one in self.texts))

    def loose(self) -> Self:
        """The same, as small and as long as it must be to be whole."""
        return replace(self, texts=tuple(one.loose() for one in self.texts))


def _entry(words: Words, one: Packed) -> Entry:
    due = formats.day(words, one.due)
    pieces = words.count("Paper", one.pieces, mark("Paper", "{n} item"), mark("Paper", "{n} items"))
    their = words.tr("Paper", mark("Paper", "Their number {number}"), number=one.their_id)
    back = words.tr("Paper", mark("Paper", "Due back {day}"), day=due)
    about = papers.both(
        ", ".join(one.items), pieces, back if due else "", their if one.their_id else ""
    )
    texts = (
        Line(one.title, SIZE, bold=True, most=2),
        Line(about, 8.5, most=2, space=0.3),
        Line(one.conditions, 8.5, bold=True, framed=True, most=2, space=0.8),
    )
    return Entry(one.number, tuple(line for line in texts if display(line.text)))


def _head(words: Words, paper: Paper) -> list[Block]:
    name, *rest = paper.from_lines or (paper.library,)
    parcel = words.tr("Paper", mark("Paper", "Parcel {number}"), number=paper.number)
    return [
        Line(labels.document(words, "packing-list").upper(), 8, bold=True, weight=7),
        Line(parcel, 14, bold=True, space=0.4, weight=8),
        Line(words.tr("Paper", mark("Paper", "From: {name}"), name=name), 9, True, 2, weight=6),
        *(Line(line, 8.5, most=2, weight=5) for line in rest),
    ]


def _facts(words: Words, paper: Paper) -> list[Block]:
    rows = [
        (say(words, mark("Paper", "Packed on")), formats.day(words, paper.printed_on)),
        (say(words, mark("Paper", "Tracking number")), paper.tracking),
        (say(words, mark("Paper", "Page")), _page(paper)),
    ]
    return [*facts(rows, Line("", 9, True, space=0.4, weight=4))]


def _page(paper: Paper) -> str:
    return "" if paper.piece[1] < 2 else f"{paper.piece[0]} / {paper.piece[1]}"


def _top(words: Words, paper: Paper) -> list[Block]:
    return [
        Line(say(words, mark("Paper", "To")), 8, space=1.0, weight=2),
        Address(paper.to_lines or (paper.partner,), 12.0),
        *_facts(words, paper),
        Rule(1.2, weight=4),
    ]


def _left(words: Words, paper: Paper) -> list[Block]:
    return [*_top(words, paper), *(_entry(words, one) for one in paper.packed)]


def _last(words: Words, paper: Paper) -> list[Block]:
    n, pieces = len(paper.packed), sum(one.pieces for one in paper.packed)
    requests = words.count("Paper", n, mark("Paper", "{n} request"), mark("Paper", "{n} requests"))
    items = words.count("Paper", pieces, mark("Paper", "{n} item"), mark("Paper", "{n} items"))
    rows = [
        (say(words, mark("Paper", "Weight")), paper.weight or papers.BLANK),
        (say(words, mark("Paper", "Declared value")), paper.value or papers.BLANK),
    ]
    checked = say(words, mark("Paper", "Checked by: ____________  Date: ____________"))
    missing = say(words, mark("Paper", "Is something missing? Tell us before you sign."))
    return [
        Rule(1.0, weight=4),
        Line(papers.both(requests, items), 10, bold=True, weight=8),
        *facts(rows if paper.piece[0] == paper.piece[1] else (), Line("", 9, True, space=0.4)),
        *statement(words, paper),
        Line(checked, 9, most=2, space=2.0, weight=6),
        Line(missing, 8.5, most=2, space=1.2, weight=5),
    ]


def statement(words: Words, paper: Paper) -> list[Block]:
    """What a customs officer should read on a parcel that goes abroad, in English as well."""
    if not paper.abroad:
        return []
    english = mark("Paper", "Library books on loan. Not for sale, no commercial value.")
    local = say(words, english)
    texts = (local,) if local == english else (english, local)
    return [
        Line(text, 8, bold=not n, most=2, space=0 if n else 0.8, weight=6, least=LEAST)
        for n, text in enumerate(texts)
    ]


def split(words: Words, paper: Paper, cut: Stock) -> Sequence[Paper]:
    """A paper for each page the lines need; every page repeats the addresses and has its sum."""
    if cut.endless or not paper.packed:
        return [paper]
    pages: list[list[Packed]] = [[]]
    width, room = _room(words, paper, cut)
    left = room
    for one in paper.packed:
        high = _entry(words, one).height(width, 1)
        if pages[-1] and high > left:
            pages.append([])
            left = room
        pages[-1].append(one)
        left -= high
    return [
        replace(paper, packed=tuple(found), piece=(n, len(pages)))
        for n, found in enumerate(pages, 1)
    ]


def _room(words: Words, paper: Paper, cut: Stock) -> tuple[float, float]:
    """Width and height, in millimetres, that a page leaves for the lines."""
    across, down = cut.safe
    width, height = cut.label[0] - 2 * across, cut.label[1] - 2 * down
    code = Pen(None, cut, cut.cell(0)).code_size(paper.number)
    beside = width - code[0] - 2
    head = _head(words, paper)
    above = total(head, width) + code[1] if beside < NARROW else max(code[1], total(head, beside))
    around = total([*_top(words, paper), *_last(words, paper)], width)
    foot = FOOT if cut.label[1] >= TALL else 0
    page = step(9) + 0.4
    return width, height - foot - above - 2 - around - page


PACKING = Form("P6/1", Layout(_head, _left, last=_last), split=split)
