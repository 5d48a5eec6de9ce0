"""What a printed thing can show of a request, in which language and of what kind."""

from dataclasses import dataclass
from datetime import date, datetime

from ill_desktop.printing.text import display
from ill_desktop.words import formats
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

KINDS = (
    "pull-slip",
    "shipping-label",
    "return-label",
    "request-slip",
    "book-strap",
    "lender-strap",
    "packing-list",
)
"""In the order of a day: the walk along the shelves first, the parcel last."""


@dataclass(frozen=True, slots=True)
class Packed:
    """One line of a packing list."""

    number: str
    title: str
    items: tuple[str, ...] = ()
    pieces: int = 1
    due: date | None = None
    their_id: str = ""
    conditions: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """What one printed thing can show of a request. No reader's name: only a code.

    `copy` counts the printings, this one included; `printed_at` is in the library's zone.
    """

    number: str
    title: str
    author: str = ""
    edition: str = ""
    publisher: str = ""
    year: str = ""
    volume: str = ""
    article: str = ""
    article_author: str = ""
    pages: str = ""
    identifiers: tuple[str, ...] = ()
    call_number: str = ""
    location: str = ""
    items: tuple[str, ...] = ()
    service: str = ""
    level: str = ""
    """How soon it is wanted, as the requester called it; `rush`: sooner than usual."""
    rush: bool = False
    is_copy: bool = False
    partner: str = ""
    symbol: str = ""
    their_id: str = ""
    needed_by: date | None = None
    due: date | None = None
    reader_due: date | None = None
    """When our reader brings it back, where that is before `due`."""
    both_due: bool = False
    """Whether the reader may see the partner's date, too."""
    conditions: str = ""
    note: str = ""
    notes: tuple[str, ...] = ()
    """Later ones for those who fetch it, the newest first."""
    patron_code: str = ""
    pickup: str = ""
    suppliers: tuple[str, ...] = ()
    """Still to be asked, the one that was asked first, with the day for its answer."""
    to_lines: tuple[str, ...] = ()
    to_source: str = ""
    """Where the address comes from, in words."""
    abroad: bool = False
    telephone: str = ""
    courier: str = ""
    """What their courier sorts by: a route, or the number of a hub."""
    tracking: str = ""
    weight: str = ""
    value: str = ""
    """Weight and declared value of a parcel, in words."""
    packed: tuple[Packed, ...] = ()
    pieces: int = 1
    """How many volumes travel; each has a strap of its own."""
    piece: tuple[int, int] = (1, 1)
    """Which of how many this is of a paper that is more than one."""
    from_lines: tuple[str, ...] = ()
    library: str = ""
    printed_on: date | None = None
    printed_at: datetime | None = None
    copy: int = 1


@dataclass(frozen=True, slots=True)
class Sheetful:
    """Papers of one kind in one language."""

    kind: str
    words: Words
    papers: tuple[Paper, ...] = ()


BLANK = "________"
"""To write on what nobody has said."""


def say(words: Words, text: str) -> str:
    """A marked text of the printed things in a language."""
    return words.tr("Paper", text)


def both(*parts: str) -> str:
    """Parts that are there, with a dot between."""
    return " · ".join(part for part in map(display, parts) if part)


def foot(words: Words, paper: Paper, form: str) -> str:
    """The last line: whether it is printed again, the form, when, and the library.

    The library stands last: a narrow label has it on top, and cuts the line at its end.
    """
    when = formats.day(words, paper.printed_on)
    if paper.printed_at is not None:
        when = formats.hour_of_day(words, paper.printed_at)
    printed = words.tr("Paper", mark("Paper", "Printed {day}"), day=when) if when else ""
    return both(reprint(words, paper), form, printed, paper.library)


def reprint(words: Words, paper: Paper) -> str:
    """`REPRINT 1` on the second printing; nothing on the first."""
    if paper.copy < 2:
        return ""
    return words.tr("Paper", mark("Paper", "REPRINT {n}"), n=paper.copy - 1)


def volume(words: Words, paper: Paper) -> str:
    """The volume with its name; what says so itself is left as it is."""
    text = mark("Paper", "Vol. {volume}")
    bare = display(paper.volume)
    return words.tr("Paper", text, volume=bare) if bare[:1].isdigit() else bare


def about(words: Words, paper: Paper) -> str:
    """Edition, publisher, year and volume in a line."""
    parts = (paper.edition, paper.publisher, paper.year, volume(words, paper))
    return ", ".join(part for part in map(display, parts) if part)
