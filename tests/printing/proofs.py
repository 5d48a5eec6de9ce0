"""What every printed page has to prove: its texts, its boxes, its code (issue 3)."""

import io
import itertools
import random
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pdfplumber
import pypdf

from ill_desktop.printing import codes as bars
from ill_desktop.printing import fonts, sheets
from ill_desktop.printing.forms import FORMS
from ill_desktop.printing.layout import TALL
from ill_desktop.printing.papers import Paper, Sheetful
from ill_desktop.printing.stocks import Cell, Stock, stock
from ill_desktop.printing.text import display, is_rtl
from ill_desktop.words.catalogue import words_for
from tests.printing.samples import BOOK, FULL, LONG, MM
from tests.printing.shown import SHOWN, May, foot

MARKUP = "<b>Silang</b> &amp; layan {x} %s ]]> (\\) <img src='x'/>"
ARABIC = "مقدمة ابن خلدون كتاب العبر"
SIX = tuple(f"{n} Jalan Profesor Doktor Haji Abdul Malik K"[:40] for n in range(1, 7))


FREE = ("title", "author", "pickup", "note", "location")
"""What people type as they like."""


OURS = tuple(f"{n} Kompleks Gedung Arsip dan Perpustakaan Kita"[:40] for n in range(1, 7))


def _with(text: str) -> Paper:
    """A paper that says a text wherever people type, a little different in each place."""
    free = {name: _turned(text, n) for n, name in enumerate(FREE)}
    packed = tuple(replace(one, title=_turned(text, n)) for n, one in enumerate(BOOK.packed))
    return replace(BOOK, **free, packed=packed)


def _turned(text: str, n: int) -> str:
    """A text that is like no other: its words in another order, or a number before it."""
    words = text.split()
    if not is_rtl(text):
        return f"{n}) {text}"
    return " ".join((*words[n % len(words) :], *words[: n % len(words)]))


TEXTS: Mapping[str, Paper] = {
    "plain": BOOK,
    "full": FULL,
    "long": LONG,
    "markup": _with(MARKUP),
    "arabic": _with(ARABIC),
    "cjk": _with("紅樓夢 源氏物語"),
    "javanese": _with("ꦧꦧꦢ꧀ꦠꦤꦃꦗꦮꦶ"),
    "address": replace(
        BOOK, to_lines=SIX, from_lines=OURS, abroad=True, copy=3,
        to_source="Address from the partner’s card", is_copy=True, article="Silang layan",
        article_author="Basuki", pages="12–30",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One page to prove."""

    kind: str
    stock: str
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.kind}-{self.stock}-{self.language}-{self.text}"


def every(*factors: Sequence[str]) -> list[Case]:
    """Every combination."""
    return [Case(*one) for one in itertools.product(*factors)]


def pairwise(*factors: Sequence[str]) -> list[Case]:
    """Few combinations in which every two values of different factors meet."""
    left = {
        (a, x, b, y)
        for a, b in itertools.combinations(range(len(factors)), 2)
        for x in factors[a]
        for y in factors[b]
    }
    dice, found = random.Random(3), []
    while left:
        a, x, b, y = min(left)
        best: tuple[int, list[str]] = (0, [])
        for _ in range(25):
            one = [dice.choice(values) for values in factors]
            one[a], one[b] = x, y
            met = sum(pair in left for pair in _pairs(one))
            best = max(best, (met, one), key=lambda found: found[0])
        left -= set(_pairs(best[1]))
        found.append(Case(*best[1]))
    return found


def _pairs(one: Sequence[str]) -> Iterator[tuple[int, str, int, str]]:
    for a, b in itertools.combinations(range(len(one)), 2):
        yield a, one[a], b, one[b]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page in millimetres, and what it is."""

    left: float
    top: float
    right: float
    bottom: float
    what: str = ""

    def meets(self, other: "Box", slack: float = 0.15) -> bool:
        """Whether two boxes share more than a hair."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > slack
            and min(self.bottom, other.bottom) - max(self.top, other.top) > slack
        )

    def holds(self, other: "Box", slack: float = 0.2) -> bool:
        """Whether another box lies inside."""
        return (
            self.left - slack <= other.left
            and other.right <= self.right + slack
            and self.top - slack <= other.top
            and other.bottom <= self.bottom + slack
        )


def _box(one: Mapping[str, Any], what: str = "") -> Box:
    return Box(one["x0"] / MM, one["top"] / MM, one["x1"] / MM, one["bottom"] / MM, what)


def printed(case: Case, place: int) -> sheets.Printed:
    """The page of a case, its label at a place counted from 1."""
    content = Sheetful(case.kind, words_for(case.language), (TEXTS[case.text],))
    return sheets.sheets(content, stock(case.stock), place)


@dataclass(slots=True)
class Seen:
    """What lies on a page: runs of text, frames, hairlines, and the code."""

    texts: list[Box]
    frames: list[Box]
    lines: list[Box]
    code: Box
    height: float


def seen(pdf: bytes, page: int = 0) -> Seen:
    """Look at a page."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        found = document.pages[page]
        black = [one for one in (*found.rects, *found.curves) if one.get("fill")]
        frames = [_box(one) for one in found.rects if not one.get("fill")]
        code = [_box(one) for one in black]
        return Seen(
            list(_runs(found.chars)),
            frames,
            [_box(one) for one in found.lines],
            Box(
                min(one.left for one in code), min(one.top for one in code),
                max(one.right for one in code), max(one.bottom for one in code), "code",
            ),
            float(found.height) / MM,
        )  # fmt: skip


def _runs(chars: Sequence[Mapping[str, Any]]) -> Iterator[Box]:
    """Letters that stand beside each other, as one box; letters on each other are found apart."""
    upright = [c for c in chars if c["upright"] and c["text"].strip()]
    sideways = [_box(c) for c in chars if not c["upright"]]
    if sideways:
        yield Box(
            min(b.left for b in sideways), min(b.top for b in sideways),
            max(b.right for b in sideways), max(b.bottom for b in sideways), "sideways",
        )  # fmt: skip

    def line(c: Mapping[str, Any]) -> tuple[float, float]:
        return round(c["bottom"], 1), round(c["size"], 2)

    for _, group in itertools.groupby(sorted(upright, key=line), key=line):
        row = sorted(group, key=lambda c: c["x0"])
        run = [row[0]]
        for one in row[1:]:
            if one["x0"] - run[-1]["x1"] > one["size"]:
                yield _joined(run)
                run = []
            run.append(one)
        yield _joined(run)


def _joined(run: Sequence[Mapping[str, Any]]) -> Box:
    text = "".join(c["text"] for c in run)
    return Box(
        run[0]["x0"] / MM, run[0]["top"] / MM, max(c["x1"] for c in run) / MM,
        run[0]["bottom"] / MM, text,
    )  # fmt: skip


def cell_of(case: Case, place: int, height: float) -> tuple[Stock, Cell]:
    """The label a case was printed on, by the stock table alone."""
    cut = stock(case.stock).cut_for(case.kind)
    cut = cut.cut_at(height) if cut.endless else cut
    return cut, cut.cell(place - 1)


def outside(found: Seen, cut: Stock, cell: Cell) -> list[str]:
    """What leaves the label less its blank border."""
    across, down = cut.safe
    inner = Box(
        cell.left + across, cell.top + down, cell.left + cell.width - across,
        cell.top + cell.height - down,
    )  # fmt: skip
    inked = [*found.texts, *found.frames, found.code]
    inked += [] if cut.plain else found.lines
    return [str(one) for one in inked if not inner.holds(one, 0.6)]


def overlapping(found: Seen) -> list[str]:
    """Texts on texts, texts across frames and lines, and whatever comes too near the code."""
    wrong = [
        f"{one.what} | {other.what}"
        for one, other in itertools.combinations(found.texts, 2)
        if one.meets(other)
    ]
    for text in found.texts:
        wrong += [
            f"{text.what} | frame" for f in found.frames if text.meets(f) and not f.holds(text)
        ]
        wrong += [f"{text.what} | line" for line in found.lines if text.meets(line, -0.01)]
    return wrong


def crowded(found: Seen, module: float) -> list[str]:
    """What stands in the white ends of the code."""
    quiet = bars.QUIET * module
    code = found.code
    white = Box(code.left - quiet, code.top, code.right + quiet, code.bottom)
    others = [*found.texts, *found.frames, *found.lines]
    return [str(one) for one in others if white.meets(one, 0.02)]


def strayed(found: Seen, cut: Stock, cell: Cell, number: str) -> list[float]:
    """How far, in millimetres, the code is from where the stock table puts it."""
    module, (across, down) = cut.module, cut.safe
    wide = (bars.modules(bars.code128(number)) - 2 * bars.QUIET) * module
    quiet = bars.QUIET * module
    right = cell.left + cell.width - across + min(quiet, across) - quiet
    return [
        abs(found.code.right - right),
        abs(found.code.left - (right - wide)),
        abs(found.code.top - (cell.top + down)),
    ]


def wrong(case: Case, done: sheets.Printed, place: int, roomy: bool = False) -> list[str]:
    """What is not on its page as it has to be, for a case printed from a place on.

    What may be less for want of room may be so only where a warning says it, and never where a
    stock is `roomy`.
    """
    cut, words, paper = (
        stock(case.stock).cut_for(case.kind),
        words_for(case.language),
        TEXTS[case.text],
    )
    split = FORMS[case.kind].split
    pieces = split(words, paper, cut) if split else [paper]
    warned = any(paper.number in one for one in done.warnings)
    tall = cut.endless or cut.label[1] >= TALL
    wanted: dict[int, list[tuple[str, May | None]]] = {}
    for n, piece in enumerate(pieces, place - 1):
        wanted.setdefault(n // cut.per_page, []).extend(
            (text, None if roomy or (row.may is May.BE_SHORT and not warned) else row.may)
            for row in (*SHOWN[case.kind], foot(case.kind, tall))
            for text in row.texts(words, piece)
        )
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(done.pdf)).pages]
    return [one for n, text in enumerate(pages) for one in missing(wanted.pop(n, ()), text)] + [
        f"no page {n}" for n in wanted
    ]


def missing(rows: Iterable[tuple[str, May | None]], text: str) -> list[str]:
    """Which texts are not in a text as they have to be.

    With `None` a text has to be whole. With less a beginning of it is there with a sign that there
    was more, or nothing at all.
    """
    left = _letters(text)
    wanted = sorted(
        ((_letters(display(one)), may) for one, may in rows), key=lambda one: -len(one[0])
    )
    partly = []
    for one, may in wanted:
        if one in left:
            left = left.replace(one, GAP, 1)
        else:
            partly.append((one, may))
    found = [f"not whole: {one}" for one, may in partly if may is None]
    while partly:
        cuts = [next((part for part in _cut(one) if part in left), "") for one, _ in partly]
        n = max(range(len(cuts)), key=lambda n: len(cuts[n]))
        if not cuts[n]:
            break
        one, may = partly.pop(n)
        left = left.replace(cuts[n], GAP, 1)
        found += [f"cut: {one}"] if may is May.BE_COUNTED else []
    return found + [f"cut in silence: {one}" for one, _ in partly if one[:TELLING] in left]


def _cut(text: str) -> Iterator[str]:
    """The beginnings of a text with the sign that there was more, the longest first.

    Where a last line runs from right to left its sign is the first thing that is drawn.
    """
    for n in range(len(text), 0, -1):
        turned = range(n - 1, -1, -1) if any(map(is_rtl, text)) else ()
        yield from (text[:k] + CUT + text[k:n] for k in (n, *turned))


GAP, CUT, NO_GLYPH = "\n", "...", "\0"
"""What takes the place of a text that was found, the sign that there was more, and a letter that
no face has, as they come out of `_letters`."""
TELLING = 12
"""So many letters of a text tell it from every other."""


def _letters(text: str) -> str:
    """Text as a page gives it back: without blanks, joined letters apart."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    odd = fonts.missing(plain)
    return "".join(NO_GLYPH if c in odd else c for c in plain)
