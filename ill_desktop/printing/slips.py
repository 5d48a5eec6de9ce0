"""Pull slip and request slip: the working papers that stay in the house."""

from ill_desktop.domain.page_range import read_pages
from ill_desktop.printing import papers
from ill_desktop.printing.ample import Ample, Notes
from ill_desktop.printing.blocks import Line, Rule, Ticks, facts
from ill_desktop.printing.flow import MUST, Block
from ill_desktop.printing.layout import Form, Layout
from ill_desktop.printing.papers import Paper, say
from ill_desktop.words import formats, labels
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

REASONS = (
    "NotOnShelf",
    "OnLoan",
    "NonCirculating",
    "NotHeld",
    "NotFoundAsCited",
    "AtBindery",
    "PoorCondition",
)
"""What the shelf can tell, in the codes that the answer will carry."""

SHELF_SIZE = 20.0
"""Points below which a call number is never shrunk (FEATURES P2)."""


def work(words: Words, paper: Paper, size: float) -> list[Block]:
    """What it is: title and author, and for a part the part first."""
    lines: list[Block] = [
        Line(paper.article or paper.title, size, bold=True, most=4, weight=8),
        Line(paper.article_author, size - 2, most=2, weight=5),
    ]
    if paper.article:
        lines.append(Line(paper.title, size - 1.5, most=4, space=0.6, weight=7))
    return [
        *lines,
        Line(paper.author, size - 2, most=2, weight=6),
        Line(papers.about(words, paper), size - 2.5, most=2, weight=5),
    ]


def _pull_head(words: Words, paper: Paper) -> list[Block]:
    kind = labels.document(words, "pull-slip").upper()
    return [
        Line(papers.both(kind, paper.service, paper.level), 8, bold=True, weight=7),
        Line(paper.location, 11, most=2, space=0.6, weight=8),
    ]


def _pull_first(words: Words, paper: Paper) -> list[Block]:
    if paper.call_number:
        return [Line(paper.call_number, 26, True, 3, space=0.4, weight=MUST, least=SHELF_SIZE)]
    text = say(words, mark("Paper", "No call number: look for the title"))
    return [Line(text, 12, bold=True, space=0.6, weight=7)]


def _pull_left(words: Words, paper: Paper) -> list[Block]:
    pages = [(say(words, mark("Paper", "Pages")), _counted(words, paper.pages))]
    item = [(say(words, mark("Paper", "Item")), ", ".join(paper.items))]
    return [
        *work(words, paper, 12.5),
        *facts(pages, Line("", 11, True, 2, space=0.8, weight=8)),
        *facts(item, Line("", 9, True, 2, space=0.8, weight=4)),
        *(_copying(words) if paper.is_copy else []),
    ]


def _counted(words: Words, pages: str) -> str:
    """Pages with how many they are, where that can be told."""
    read = read_pages(pages)
    if read is None or not read.count:
        return pages
    count = words.count("Paper", read.count, mark("Paper", "{n} page"), mark("Paper", "{n} pages"))
    return f"{pages} ({count})"


def _copying(words: Words) -> list[Block]:
    how = say(words, mark("Paper", "Scan straight and whole, with the title page."))
    count = say(words, mark("Paper", "Pages scanned: ______"))
    return [
        Line(how, 8.5, most=2, space=0.8, weight=6),
        Line(count, 8.5, bold=True, framed=True, space=0.8, weight=6),
    ]


def _pull_right(words: Words, paper: Paper) -> list[Block]:
    note = Line(paper.note, 8.5, most=5, space=1.2, weight=4)
    rows = [
        (say(words, mark("Paper", "For")), paper.partner),
        (say(words, mark("Paper", "Symbol")), paper.symbol),
        (say(words, mark("Paper", "Needed by")), formats.day(words, paper.needed_by)),
        (say(words, mark("Paper", "Their number")), paper.their_id),
    ]
    return [
        *facts(rows, Line("", 10, True, 3, space=0.5, weight=6)),
        Line(paper.conditions, 9.5, bold=True, framed=True, most=3, space=1.4, weight=7),
        Ample(note, note),
    ]


def _pull_spare(words: Words, paper: Paper) -> list[Block]:
    one = mark("Paper", "{n} more note: see the request")
    many = mark("Paper", "{n} more notes: see the request")
    more = tuple(words.count("Paper", n, one, many) for n in range(1, len(paper.notes) + 1))
    return [Notes(paper.notes, more, Line("", 8.5, space=1.2))]


def _pull_last(words: Words, paper: Paper) -> list[Block]:
    text = say(words, mark("Paper", "Not sent because"))
    reasons = tuple(labels.coded(words, code) for code in REASONS)
    return [Rule(), Line(text, 8, bold=True, weight=3), Ticks(reasons, space=0.4)]


def _request_head(words: Words, paper: Paper) -> list[Block]:
    kind = labels.document(words, "request-slip").upper()
    needed = formats.day(words, paper.needed_by)
    wanted = say(words, mark("Paper", "Needed by"))
    by = f"{wanted} {needed}" if needed else ""
    when = papers.both(paper.level, by)
    return [
        Line(kind, 8, bold=True, weight=7),
        Line(paper.service, 13, bold=True, space=0.6, weight=8),
        Line(when, 10, bold=True, most=2, framed=paper.rush, space=0.6, weight=8),
    ]


def _request_left(words: Words, paper: Paper) -> list[Block]:
    rows = [
        (say(words, mark("Paper", "Pages")), paper.pages),
        ("ISBN / ISSN", ", ".join(paper.identifiers)),
    ]
    return [
        *work(words, paper, 12.5),
        *facts(rows, Line("", 9, True, 2, space=0.8, weight=4)),
        Line(paper.note, 8.5, most=6, space=1.6, weight=4),
    ]


def _request_right(words: Words, paper: Paper) -> list[Block]:
    rows = [
        (say(words, mark("Paper", "Reader")), paper.patron_code),
        (say(words, mark("Paper", "Pick-up")), paper.pickup),
        (say(words, mark("Paper", "From")), paper.partner),
        (say(words, mark("Paper", "Symbol")), paper.symbol),
        (say(words, mark("Paper", "Their number")), paper.their_id),
    ]
    asked = tuple(
        Line(f"{n}. {one}", 9, most=2, weight=5) for n, one in enumerate(paper.suppliers, 1)
    )
    heading = say(words, mark("Paper", "Libraries to ask")) if asked else ""
    return [
        *facts(rows, Line("", 10, True, 2, space=0.5, weight=7)),
        Line(paper.conditions, 9.5, bold=True, framed=True, most=3, space=1.4, weight=7),
        Line(heading, 8, bold=True, space=1.6, weight=4),
        *asked,
    ]


def _request_last(words: Words, paper: Paper) -> list[Block]:
    steps = (
        mark("Paper", "searched"),
        mark("Paper", "sent"),
        mark("Paper", "received"),
        mark("Paper", "notified"),
    )
    return [Rule(), Ticks(tuple(say(words, step) for step in steps), size=9.0, space=0.4)]


PULL = Form(
    "P2/1",
    Layout(_pull_head, _pull_left, _pull_first, _pull_right, _pull_last, _pull_spare),
)
REQUEST = Form(
    "P1/1", Layout(_request_head, _request_left, right=_request_right, last=_request_last)
)
