"""The bands around a book: ours for a reader, and the lender's own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ill_desktop.printing.blocks import Line, Rule, facts
from ill_desktop.printing.flow import Block
from ill_desktop.printing.layout import Form, Layout
from ill_desktop.printing.papers import BLANK, Paper, say
from ill_desktop.printing.slips import work
from ill_desktop.printing.stocks import Stock
from ill_desktop.words import formats
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark


def _head(words: Words, paper: Paper) -> list[Block]:
    return [
        Line(say(words, mark("Paper", "INTERLIBRARY LOAN")), 11, bold=True, weight=7),
        Line(say(words, mark("Paper", "Please do not remove")), 9, most=2, weight=6),
    ]


def _due(words: Words, paper: Paper, text: str, due: date | None) -> list[Block]:
    told = words.tr("Paper", text, day=formats.day(words, due) or BLANK)
    theirs = words.tr(
        "Paper", mark("Paper", "Due at the lender {day}"), day=formats.day(words, paper.due)
    )
    return [
        Line(told, 24, bold=True, most=2, space=0.8, weight=9, least=12),
        Line(theirs if paper.both_due and due != paper.due else "", 10, most=2, weight=5),
        Line(paper.conditions, 12, bold=True, framed=True, most=2, space=1.2, weight=8),
    ]


def _volume(words: Words, paper: Paper) -> list[tuple[str, str]]:
    """The book the strap is around, and which it is of those that travel together."""
    n, count = paper.piece
    text = words.tr("Paper", mark("Paper", "{n} of {count}"), n=n, count=count)
    return [
        (say(words, mark("Paper", "Item")), ", ".join(paper.items)),
        (say(words, mark("Paper", "Piece")), text if count > 1 else ""),
    ]


def split(words: Words, paper: Paper, cut: Stock) -> Sequence[Paper]:
    """A strap for each volume, with its own barcode where every one has one."""
    count, items = paper.pieces, paper.items
    alone = len(items) == count
    return [
        replace(paper, piece=(n, count), items=items[n - 1 : n] if alone else items)
        for n in range(1, count + 1)
    ]


def _book_first(words: Words, paper: Paper) -> list[Block]:
    return _due(words, paper, mark("Paper", "Due {day}"), paper.reader_due or paper.due)


def _book_left(words: Words, paper: Paper) -> list[Block]:
    return [
        Rule(0.8),
        *work(words, paper, 12),
        *facts(_volume(words, paper), Line("", 9, True, 2, space=0.8, weight=5)),
    ]


def _book_right(words: Words, paper: Paper) -> list[Block]:
    rows = [
        (say(words, mark("Paper", "Pick-up")), paper.pickup),
        (say(words, mark("Paper", "Reader")), paper.patron_code),
    ]
    lent = [(say(words, mark("Paper", "Lent by")), paper.symbol or paper.partner)]
    back = say(words, mark("Paper", "Return to the interlibrary loan desk"))
    return [
        Rule(0.8),
        *facts(rows, Line("", 11, True, 2, space=0.5, weight=7)),
        Line(back, 9, bold=True, most=2, space=1.4, weight=6),
        *(Line(line, 8, most=2, weight=4) for line in paper.from_lines),
        *facts(lent, Line("", 8, False, 2, space=1.2, weight=3)),
    ]


def _lender_first(words: Words, paper: Paper) -> list[Block]:
    return _due(words, paper, mark("Paper", "Due back {day}"), paper.due)


def _lender_left(words: Words, paper: Paper) -> list[Block]:
    lender = words.tr("Paper", mark("Paper", "On loan from {library}"), library=paper.library)
    return [
        Rule(0.8),
        Line(lender if paper.library else "", 10.5, bold=True, most=2, weight=8),
        *work(words, paper, 11),
    ]


def _lender_right(words: Words, paper: Paper) -> list[Block]:
    rows = [
        *_volume(words, paper),
        (say(words, mark("Paper", "Lent to")), paper.partner),
        (say(words, mark("Paper", "Symbol")), paper.symbol),
        (say(words, mark("Paper", "Their number")), paper.their_id),
    ]
    back = say(words, mark("Paper", "Return to")) if paper.from_lines else ""
    return [
        Rule(0.8),
        *facts(rows, Line("", 9, True, 2, space=0.4, weight=5)),
        Line(back, 8, space=1.4, weight=4),
        *(Line(line, 9, bold=not n, most=2, weight=5) for n, line in enumerate(paper.from_lines)),
    ]


BOOK = Form("P3/1", Layout(_head, _book_left, _book_first, _book_right), 12.0, split)
LENDER = Form("P3b/1", Layout(_head, _lender_left, _lender_first, _lender_right), 12.0, split)
