# house: table
"""What every paper shows, and how much of it may be missing (FEATURES §4.1, P1–P6).

One row for each text of a paper, with the fields of `Paper` it is made of. A field that no row of
a kind names must not be on that paper at all.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from ill_desktop.printing import slips
from ill_desktop.printing.forms import FORMS
from ill_desktop.printing.papers import Packed, Paper
from ill_desktop.words import formats, labels
from ill_desktop.words.catalogue import Words


class May(Enum):
    """What may become of a text where room is short."""

    BE_SHORT = "with a warning: shortened, which shows, or left out"
    BE_LEFT_OUT = "the same without a warning: it only helps"
    BE_SHORT_IN_SILENCE = "shortened without a warning, which shows"
    BE_COUNTED = "whole, or left out and counted"


Says = Callable[[Words, Paper], str | Iterable[str]]


@dataclass(frozen=True, slots=True)
class Shown:
    """Texts of a paper, and the fields they are made of."""

    made_of: str
    says: Says
    may: May = May.BE_SHORT

    def texts(self, words: Words, paper: Paper) -> list[str]:
        """Its texts on one paper, those that are there."""
        said = self.says(words, paper)
        return [one for one in ([said] if isinstance(said, str) else said) if one.strip()]


def _tr(words: Words, text: str, **values: str) -> str:
    return words.tr("Paper", text, **values)


def _field(name: str, may: May = May.BE_SHORT) -> Shown:
    """A field that stands there as it is, with nothing before it."""

    def says(words: Words, paper: Paper) -> str | Iterable[str]:
        value = getattr(paper, name)
        return value if isinstance(value, str) else tuple(value)

    return Shown(name, says, may)


def _fact(label: str, name: str, may: May = May.BE_SHORT) -> Shown:
    """A field behind its name."""

    def says(words: Words, paper: Paper) -> str:
        value = getattr(paper, name)
        if isinstance(value, tuple):
            value = ", ".join(value)
        elif not isinstance(value, str):
            value = formats.day(words, value)
        return f"{_tr(words, label)} {value}" if value.strip() else ""

    return Shown(name, says, may)


def _fixed(*texts: str, may: May = May.BE_SHORT) -> Shown:
    """Words that stand on every paper of a kind."""
    return Shown("", lambda words, paper: [_tr(words, one) for one in texts], may)


def _kind(kind: str, may: May = May.BE_SHORT) -> Shown:
    return Shown("", lambda words, paper: labels.document(words, kind).upper(), may)


def _volume(words: Words, paper: Paper) -> str:
    numbered = paper.volume[:1].isdigit()
    return _tr(words, "Vol. {volume}", volume=paper.volume) if numbered else paper.volume


def _about(words: Words, paper: Paper) -> str:
    parts = (paper.edition, paper.publisher, paper.year, _volume(words, paper))
    return ", ".join(part for part in parts if part)


def _again(words: Words, paper: Paper) -> str:
    return _tr(words, "REPRINT {n}", n=str(paper.copy - 1)) if paper.copy > 1 else ""


WORK = (
    _field("article"),
    _field("article_author"),
    _field("title"),
    _field("author"),
    Shown("edition publisher year volume", _about),
)
"""What it is."""


def _pages(words: Words, paper: Paper) -> str:
    count = {"117-143": 27, "12–30": 19}.get(paper.pages)
    pages = words.count("Paper", count or 0, "{n} page", "{n} pages")
    told = f"{paper.pages} ({pages})" if count else paper.pages
    return f"{_tr(words, 'Pages')} {told}" if told else ""


def _needed(words: Words, paper: Paper) -> str:
    day = formats.day(words, paper.needed_by)
    parts = (paper.level, f"{_tr(words, 'Needed by')} {day}" if day else "")
    return " · ".join(part for part in parts if part)


def _pull_head(words: Words, paper: Paper) -> str:
    parts = (labels.document(words, "pull-slip").upper(), paper.service, paper.level)
    return " · ".join(part for part in parts if part)


def _piece(words: Words, paper: Paper) -> str:
    n, count = paper.piece
    of = _tr(words, "{n} of {count}", n=str(n), count=str(count))
    return f"{_tr(words, 'Piece')} {of}" if count > 1 else ""


def _page(words: Words, paper: Paper) -> str:
    n, count = paper.piece
    return f"{_tr(words, 'Page')} {n} / {count}" if count > 1 else ""


def _strap(day: Says, made_of: str) -> tuple[Shown, ...]:
    return (
        _field("number"),
        _fixed("INTERLIBRARY LOAN", "Please do not remove"),
        Shown(made_of, day),
        _field("conditions"),
        *WORK,
        _fact("Item", "items"),
        Shown("pieces", _piece),
        _field("from_lines"),
    )


def _reader_s_day(words: Words, paper: Paper) -> Iterable[str]:
    day = paper.reader_due or paper.due
    yield _tr(words, "Due {day}", day=formats.day(words, day) or "________")
    if paper.both_due and day != paper.due:
        yield _tr(words, "Due at the lender {day}", day=formats.day(words, paper.due))


def _lender_s_day(words: Words, paper: Paper) -> str:
    return _tr(words, "Due back {day}", day=formats.day(words, paper.due) or "________")


def _asked(words: Words, paper: Paper) -> Iterable[str]:
    if paper.suppliers:
        yield _tr(words, "Libraries to ask")
    yield from (f"{n}. {one}" for n, one in enumerate(paper.suppliers, 1))


def _statement(words: Words, paper: Paper) -> Iterable[str]:
    english = "Library books on loan. Not for sale, no commercial value."
    return dict.fromkeys((english, _tr(words, english))) if paper.abroad else ()


def _items(words: Words, count: int) -> str:
    return words.count("Paper", count, "{n} item", "{n} items")


def _contents(words: Words, paper: Paper) -> str:
    count = sum(one.pieces for one in paper.packed) or len(paper.items)
    return f"{_tr(words, 'Contents')} {_items(words, count)}" if count else ""


def _of_loan(words: Words, paper: Paper) -> str:
    numbers = ", ".join(one.number for one in paper.packed) or paper.number
    return _tr(words, "This label belongs to loan {number}", number=numbers)


def _packed(says: Callable[[Words, Packed], str]) -> Says:
    return lambda words, paper: [says(words, one) for one in paper.packed]


def _packed_about(words: Words, one: Packed) -> str:
    due = formats.day(words, one.due)
    parts = (
        ", ".join(one.items),
        _items(words, one.pieces),
        _tr(words, "Due back {day}", day=due) if due else "",
        _tr(words, "Their number {number}", number=one.their_id) if one.their_id else "",
    )
    return " · ".join(part for part in parts if part)


def _total(words: Words, paper: Paper) -> str:
    count = len(paper.packed)
    requests = words.count("Paper", count, "{n} request", "{n} requests")
    return f"{requests} · {_items(words, sum(one.pieces for one in paper.packed))}"


def _sender(words: Words, paper: Paper) -> Iterable[str]:
    name, *rest = paper.from_lines or (paper.library,)
    return [_tr(words, "From: {name}", name=name), *rest]


def _small_sender(words: Words, paper: Paper) -> Iterable[str]:
    name, *rest = _sender(words, paper)
    return [name, ", ".join(rest)]


def _called(words: Words, paper: Paper) -> str:
    number = paper.telephone
    return _tr(words, "Telephone {number}", number=number) if number else ""


def _declared(words: Words, paper: Paper) -> Iterable[str]:
    """On the last page, with a blank to write on where nobody has said it."""
    if paper.piece[0] == paper.piece[1]:
        yield f"{_tr(words, 'Weight')} {paper.weight or '________'}"
        yield f"{_tr(words, 'Declared value')} {paper.value or '________'}"


def _label(kind: str) -> tuple[Shown, ...]:
    return (
        _field("number"),
        _kind(kind, May.BE_LEFT_OUT),
        Shown("from_lines", _small_sender),
        _fixed("To", may=May.BE_LEFT_OUT),
        _field("to_lines"),
        Shown("telephone", _called),
        _field("to_source"),
        _field("courier"),
        _fact("Tracking number", "tracking", May.BE_LEFT_OUT),
        Shown("packed.pieces", _contents, May.BE_LEFT_OUT),
        _fact("Weight", "weight", May.BE_LEFT_OUT),
        _fact("Their number", "their_id", May.BE_LEFT_OUT),
        _fact("Symbol", "symbol", May.BE_LEFT_OUT),
        _field("conditions", May.BE_LEFT_OUT),
        Shown("abroad", _statement),
        _fixed("Library material, interlibrary loan", may=May.BE_LEFT_OUT),
    )


def _copying(words: Words, paper: Paper) -> Iterable[str]:
    if paper.is_copy:
        yield _tr(words, "Scan straight and whole, with the title page.")
        yield _tr(words, "Pages scanned: ______")


SHOWN: Mapping[str, tuple[Shown, ...]] = MappingProxyType(
    {
        "request-slip": (
            _field("number"),
            _kind("request-slip"),
            _field("service"),
            Shown("level needed_by", _needed),
            *WORK,
            _fact("Pages", "pages"),
            _fact("ISBN / ISSN", "identifiers"),
            _field("note"),
            _fact("Reader", "patron_code"),
            _fact("Pick-up", "pickup"),
            _fact("From", "partner"),
            _fact("Symbol", "symbol"),
            _fact("Their number", "their_id"),
            _field("conditions"),
            Shown("suppliers", _asked),
            _fixed("searched", "sent", "received", "notified"),
        ),
        "pull-slip": (
            _field("number"),
            Shown("service level", _pull_head),
            _field("location"),
            _field("call_number"),
            *WORK,
            Shown("pages", _pages),
            _fact("Item", "items"),
            Shown("is_copy", _copying),
            _fact("For", "partner"),
            _fact("Symbol", "symbol"),
            _fact("Needed by", "needed_by"),
            _fact("Their number", "their_id"),
            _field("conditions"),
            _field("note"),
            _field("notes", May.BE_COUNTED),
            _fixed("Not sent because", may=May.BE_LEFT_OUT),
            Shown("", lambda words, paper: [labels.coded(words, one) for one in slips.REASONS]),
        ),
        "book-strap": (
            *_strap(_reader_s_day, "due reader_due both_due"),
            _fixed("Return to the interlibrary loan desk"),
            _fact("Pick-up", "pickup"),
            _fact("Reader", "patron_code"),
            _fact("Lent by", "symbol", May.BE_LEFT_OUT),
        ),
        "lender-strap": (
            *_strap(_lender_s_day, "due"),
            Shown("library", lambda w, p: _tr(w, "On loan from {library}", library=p.library)),
            _fixed("Return to"),
            _fact("Lent to", "partner"),
            _fact("Symbol", "symbol"),
            _fact("Their number", "their_id"),
        ),
        "shipping-label": (*_label("shipping-label"),),
        "return-label": (
            *_label("return-label"),
            _fact("Due back", "due", May.BE_LEFT_OUT),
            Shown("packed.number", _of_loan, May.BE_LEFT_OUT),
        ),
        "packing-list": (
            _kind("packing-list"),
            Shown("number", lambda w, p: _tr(w, "Parcel {number}", number=p.number)),
            Shown("from_lines", _sender),
            _fixed("To", may=May.BE_LEFT_OUT),
            _field("to_lines"),
            _fact("Packed on", "printed_on"),
            _fact("Tracking number", "tracking"),
            Shown("", _page),
            Shown("packed.number", _packed(lambda words, one: one.number)),
            Shown("packed.title", _packed(lambda words, one: one.title), May.BE_SHORT_IN_SILENCE),
            Shown("packed.items packed.pieces packed.due packed.their_id", _packed(_packed_about)),
            Shown("packed.conditions", _packed(lambda words, one: one.conditions)),
            Shown("packed.pieces", _total),
            Shown("weight value", _declared),
            Shown("abroad", _statement),
            _fixed(
                "Checked by: ____________  Date: ____________",
                "Is something missing? Tell us before you sign.",
            ),
        ),
    }
)
"""By kind; the last line of every paper is its `foot`."""


def foot(kind: str, tall: bool) -> Shown:
    """The last line of a paper; a label that is not tall has no room for more than a reprint."""

    def says(words: Words, paper: Paper) -> str:
        when = formats.hour_of_day(words, paper.printed_at) if paper.printed_at else ""
        printed = _tr(words, "Printed {day}", day=when)
        parts = (_again(words, paper), FORMS[kind].number, printed, paper.library)
        return " · ".join(part for part in parts if part)

    if tall:
        return Shown("copy printed_at library", says, May.BE_SHORT_IN_SILENCE)
    return Shown("copy", _again)


def made_of(kind: str) -> frozenset[str]:
    """The fields that a paper of a kind shows; those of a packed request as `packed.title`."""
    rows = (*SHOWN[kind], foot(kind, tall=True))
    return frozenset(name for one in rows for name in one.made_of.split())
