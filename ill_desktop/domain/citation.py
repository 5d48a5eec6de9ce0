"""What is wanted: one book, article, chapter or thesis, as plain text fields."""

import re
import unicodedata
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any


class Material(StrEnum):
    """Kind of publication; decides which fields a form shows."""

    BOOK = "book"
    ARTICLE = "article"
    CHAPTER = "chapter"
    THESIS = "thesis"
    JOURNAL = "journal"
    REPORT = "report"
    CONFERENCE = "conference"
    MAP = "map"
    SCORE = "score"
    AUDIOVISUAL = "audiovisual"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Citation:
    """Fields as the reader or the record gave them, NFC, without control characters.

    For a part, `title` is the journal or book and `component_title` the article or chapter
    (ISO18626 §3.3). An empty string means *not given*.
    """

    title: str = ""
    subtitle: str = ""
    author: str = ""
    edition: str = ""
    publisher: str = ""
    place: str = ""
    year: str = ""
    isbn: str = ""
    issn: str = ""
    doi: str = ""
    pmid: str = ""
    component_title: str = ""
    component_author: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    series: str = ""
    material: Material = Material.BOOK

    def tidied(self) -> "Citation":
        """The same citation with each field cleaned by `tidy`."""
        cleaned: dict[str, Any] = {name: tidy(getattr(self, name)) for name in TEXT_FIELDS}
        return replace(self, **cleaned)

    @property
    def display_title(self) -> str:
        """What a list shows: the part wanted where there is one, else the title."""
        return self.component_title or self.title

    @property
    def numbered(self) -> bool:
        """Whether a number tells which publication is meant."""
        return any((self.isbn, self.issn, self.doi, self.pmid))

    @property
    def display_author(self) -> str:
        """The author of the part wanted where there is one, else of the whole."""
        return self.component_author or self.author


TEXT_FIELDS = tuple(f.name for f in fields(Citation) if f.name != "material")

_NOT_WORD = re.compile(r"[^\w]+")


def tidy(text: str) -> str:
    """Composed Unicode on one line: no control characters, no doubled or outer blanks."""
    if not text:
        return ""
    composed = unicodedata.normalize("NFC", text)
    if not composed.isprintable():
        composed = "".join(" " if unicodedata.category(c) == "Cc" else c for c in composed)
    return " ".join(composed.split())


def folded(text: str) -> str:
    """The form in which two spellings of a title are compared: no case, accents, punctuation.

    What follows ` / ` is a statement of responsibility and is left out (ECOSYSTEM §1.2).
    """
    head = text.split(" / ", 1)[0]
    decomposed = unicodedata.normalize("NFKD", head)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", plain.casefold()).strip()
