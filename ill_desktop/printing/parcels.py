"""Shipping and return labels: large where the parcel goes, small where it comes from."""

from ill_desktop.printing.blocks import Address, Line, Rule, facts
from ill_desktop.printing.flow import MUST, Block
from ill_desktop.printing.layout import Form, Layout
from ill_desktop.printing.packing import statement
from ill_desktop.printing.papers import Paper, say
from ill_desktop.words import formats, labels
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

TO_SIZE = 16.0
"""Points of an address where a label has room to spare."""


def _from(words: Words, paper: Paper, kind: str) -> list[Block]:
    name, *rest = paper.from_lines or (paper.library,)
    sender = mark("Paper", "From: {name}")
    return [
        Line(labels.document(words, kind).upper(), 7.5, bold=True, weight=2),
        Line(words.tr("Paper", sender, name=name), 7.5, bold=True, most=2, weight=6),
        Line(", ".join(rest), 7.5, most=12, weight=5),
    ]


def _ship_head(words: Words, paper: Paper) -> list[Block]:
    return _from(words, paper, "shipping-label")


def _return_head(words: Words, paper: Paper) -> list[Block]:
    return _from(words, paper, "return-label")


def _to(words: Words, paper: Paper) -> list[Block]:
    return [
        Rule(0.6, weight=2),
        Line(say(words, mark("Paper", "To")), 7.5, weight=2),
        Address(paper.to_lines or (paper.partner,), TO_SIZE),
        *_carrier(words, paper),
        Line(paper.to_source, 7, weight=4),
    ]


def _carrier(words: Words, paper: Paper) -> list[Block]:
    """What a carrier needs beyond the address, beside each other: low labels have few lines."""
    called = words.tr("Paper", mark("Paper", "Telephone {number}"), number=paper.telephone)
    route = Line(paper.courier, 12, bold=True, framed=True, space=0.8, weight=MUST)
    if not paper.telephone:
        return [route]
    if paper.courier:
        return [*facts([(called, paper.courier)], route)]
    return [Line(called, 10, most=2, weight=MUST)]


def _ship_right(words: Words, paper: Paper) -> list[Block]:
    return [_careful(paper), *_facts(words, paper, "")]


def _careful(paper: Paper) -> Line:
    return Line(paper.conditions, 9, bold=True, framed=True, most=2, space=0.8, weight=3)


def _facts(words: Words, paper: Paper, due: str) -> list[Block]:
    """What is in it and belongs to it; where room is short the last go first."""
    count = sum(one.pieces for one in paper.packed) or len(paper.items)
    items = words.count("Paper", count, mark("Paper", "{n} item"), mark("Paper", "{n} items"))
    rows = [
        (say(words, mark("Paper", "Their number")), paper.their_id),
        (say(words, mark("Paper", "Due back")), due),
        (say(words, mark("Paper", "Tracking number")), paper.tracking),
        (say(words, mark("Paper", "Contents")), items if count else ""),
        (say(words, mark("Paper", "Weight")), paper.weight),
        (say(words, mark("Paper", "Symbol")), paper.symbol),
    ]
    return [*facts(rows, Line("", 8.5, True, space=0.4, weight=3))]


def _return_right(words: Words, paper: Paper) -> list[Block]:
    loan = mark("Paper", "This label belongs to loan {number}")
    of_parcel = [one.number for one in paper.packed] or [paper.number]
    return [
        Line(words.tr("Paper", loan, number=", ".join(of_parcel)), 8, most=2, space=0.8, weight=3),
        *_facts(words, paper, formats.day(words, paper.due)),
        _careful(paper),
    ]


def _inside(words: Words, paper: Paper) -> list[Block]:
    text = say(words, mark("Paper", "Library material, interlibrary loan"))
    return [*statement(words, paper), Line(text, 7.5, space=0.8, weight=3)]


SHIPPING = Form("P4/1", Layout(_ship_head, _to, right=_ship_right, last=_inside))
RETURN = Form("P5/1", Layout(_return_head, _to, right=_return_right, last=_inside))
