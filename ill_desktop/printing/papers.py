"""Every printed thing: what stands on it, in the order of who has to do what (FEATURES §4.1)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from ill_desktop.printing.pen import Line, Pen
from ill_desktop.words import formats, labels
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

S = "Paper"


@dataclass(frozen=True, slots=True)
class Paper:
    """What one printed thing can show of a request. No reader's name: only a code."""

    number: str
    title: str
    author: str = ""
    edition: str = ""
    year: str = ""
    volume: str = ""
    article: str = ""
    pages: str = ""
    call_number: str = ""
    location: str = ""
    items: tuple[str, ...] = ()
    service: str = ""
    partner: str = ""
    symbol: str = ""
    their_id: str = ""
    needed_by: date | None = None
    due: date | None = None
    conditions: str = ""
    note: str = ""
    patron_code: str = ""
    pickup: str = ""
    suppliers: tuple[str, ...] = ()
    to_lines: tuple[str, ...] = ()
    from_lines: tuple[str, ...] = ()
    library: str = ""
    printed_on: date | None = None
    copy: int = 1


@dataclass(frozen=True, slots=True)
class Sheetful:
    """Papers of one kind in one language."""

    kind: str
    words: Words
    papers: tuple[Paper, ...] = field(default_factory=tuple)


def draw(pen: Pen, words: Words, kind: str, paper: Paper) -> None:
    """Draw one paper into its label: heading left, code top right, the rest below."""
    wide, high = pen.code(paper.number)
    head = labels.document(words, kind).upper()
    beside = pen.width - wide - 1
    lines = HEADS[kind](words, paper)
    top = pen.text([Line(head, 7.5, bold=True), *lines], pen.left, pen.top, beside,
                   pen.top + high)  # fmt: skip
    top = max(top, pen.top + high) + 0.6
    foot = _foot(words, paper)
    bottom = pen.bottom - (3.4 if pen.cell.height > 45 else 0)
    pen.text(BODIES[kind](words, paper), pen.left, top, pen.width, bottom)
    if pen.cell.height > 45:
        pen.text([Line(foot, 6.0)], pen.left, pen.bottom - 2.8, pen.width, pen.bottom)


def _foot(words: Words, paper: Paper) -> str:
    printed = words.tr(S, mark(S, "Printed {day}"), day=formats.day(words, paper.printed_on))
    parts = [paper.library, printed]
    if paper.copy > 1:
        parts.append(words.tr(S, mark(S, "REPRINT {n}"), n=paper.copy - 1))
    return " · ".join(filter(None, parts))


def _say(words: Words, label: str, value: str) -> str:
    return f"{words.tr(S, label)}: {value}" if value else ""


def _work(words: Words, paper: Paper, size: float) -> list[Line]:
    """What it is: title, author, and for a part the part."""
    about = ", ".join(filter(None, (paper.edition, paper.year, paper.volume)))
    lines = [Line(paper.article or paper.title, size, bold=True, most=2)]
    if paper.article:
        lines.append(Line(paper.title, size - 1, most=2))
    lines.append(Line(paper.author, size - 1))
    lines.append(Line(about, size - 1))
    lines.append(Line(_say(words, mark(S, "Pages"), paper.pages), size - 1, bold=True))
    return lines


def _pull_head(words: Words, paper: Paper) -> list[Line]:
    return [Line(paper.location, 9), Line(paper.call_number, 22, bold=True, most=2)]


def _pull_body(words: Words, paper: Paper) -> list[Line]:
    partner = " · ".join(filter(None, (paper.partner, paper.symbol)))
    reasons = "   ".join(
        f"☐ {labels.coded(words, code)}"
        for code in ("NotOnShelf", "NonCirculating", "NotHeld", "PoorCondition")
    )
    return [
        *_work(words, paper, 11),
        Line(", ".join(paper.items), 9, space=0.6),
        Line(_say(words, mark(S, "For"), partner), 10, space=1.2, most=2),
        Line(_say(words, mark(S, "Their number"), paper.their_id), 8),
        Line(_both(words, paper), 9),
        Line(paper.conditions, 9, bold=True, framed=True, most=2, space=0.8),
        Line(paper.note, 8, most=3, space=0.6),
        Line(reasons, 7.5, most=2, space=1.4),
    ]


def _both(words: Words, paper: Paper) -> str:
    needed = _say(words, mark(S, "Needed by"), formats.day(words, paper.needed_by))
    return "   ".join(filter(None, (paper.service, needed)))


def _ship_head(words: Words, paper: Paper) -> list[Line]:
    return [Line(line, 7, most=1) for line in paper.from_lines[:4]]


def _ship_body(words: Words, paper: Paper) -> list[Line]:
    inside = words.tr(S, mark(S, "Library material, interlibrary loan"))
    name, *rest = paper.to_lines or (paper.partner,)
    return [
        Line(name, 12, bold=True, most=2),
        *(Line(line, 11, most=1) for line in rest[:6]),
        Line(" · ".join(filter(None, (paper.symbol, paper.their_id))), 7, space=0.6),
        Line(inside, 7),
        Line(paper.conditions, 7.5, framed=True, space=0.5),
    ]


def _request_head(words: Words, paper: Paper) -> list[Line]:
    return [Line(_both(words, paper), 9, bold=True, most=2)]


def _request_body(words: Words, paper: Paper) -> list[Line]:
    ticks = "   ".join(
        f"☐ {words.tr(S, text)}"
        for text in (
            mark(S, "searched"),
            mark(S, "sent"),
            mark(S, "received"),
            mark(S, "notified"),
        )
    )
    return [
        *_work(words, paper, 11),
        Line(_say(words, mark(S, "Reader"), paper.patron_code), 10, space=1.2),
        Line(_say(words, mark(S, "Pick-up"), paper.pickup), 10),
        *(Line(f"{n}. {one}", 9) for n, one in enumerate(paper.suppliers, 1)),
        Line(paper.note, 8, most=4, space=0.8),
        Line(ticks, 8, space=2),
    ]


def _strap_head(words: Words, paper: Paper) -> list[Line]:
    text = words.tr(S, mark(S, "Please do not remove"))
    return [Line(text, 9, bold=True, most=2)]


def _strap_body(words: Words, paper: Paper) -> list[Line]:
    due = _say(words, mark(S, "Due"), formats.day(words, paper.due))
    return [
        Line(due, 20, bold=True),
        Line(paper.conditions, 10, bold=True, framed=True, most=2, space=0.6),
        *_work(words, paper, 10),
        Line(", ".join(paper.items), 8),
        Line(_say(words, mark(S, "Pick-up"), paper.pickup), 9, space=0.8),
        Line(_say(words, mark(S, "Reader"), paper.patron_code), 9),
        Line(words.tr(S, mark(S, "Return to the interlibrary loan desk")), 8, space=0.8),
        Line(_say(words, mark(S, "Lent by"), paper.symbol), 7),
    ]


def _lender_body(words: Words, paper: Paper) -> list[Line]:
    due = _say(words, mark(S, "Due back"), formats.day(words, paper.due))
    return [
        Line(_say(words, mark(S, "On loan from"), paper.library), 11, bold=True, most=2),
        Line(due, 18, bold=True),
        Line(paper.conditions, 10, bold=True, framed=True, most=2, space=0.6),
        *_work(words, paper, 9),
        Line(", ".join(paper.items), 8),
        *(Line(line, 8) for line in paper.from_lines),
        Line(_say(words, mark(S, "Their number"), paper.their_id), 7),
    ]


Says = Callable[[Words, Paper], list[Line]]

HEADS: Mapping[str, Says] = MappingProxyType(
    {
        "pull-slip": _pull_head,
        "shipping-label": _ship_head,
        "return-label": _ship_head,
        "request-slip": _request_head,
        "book-strap": _strap_head,
        "lender-strap": _strap_head,
    }
)
BODIES: Mapping[str, Says] = MappingProxyType(
    {
        "pull-slip": _pull_body,
        "shipping-label": _ship_body,
        "return-label": _ship_body,
        "request-slip": _request_body,
        "book-strap": _strap_body,
        "lender-strap": _lender_body,
    }
)
KINDS = tuple(HEADS)
