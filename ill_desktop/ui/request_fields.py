# house: table
"""Which fields each kind of publication has in the form of a request."""

from collections.abc import Mapping
from types import MappingProxyType

from ill_desktop.domain.citation import TEXT_FIELDS, Material
from ill_desktop.domain.lifecycle.states import Service

M = Material
_WHOLE = ("title", "author", "edition", "publisher", "place", "year")
_PART = ("component_title", "component_author", "title", "volume", "issue", "pages", "year")

FIELDS: Mapping[Material, tuple[str, ...]] = MappingProxyType(
    {
        M.BOOK: (*_WHOLE, "volume", "isbn"),
        M.ARTICLE: (*_PART, "issn", "doi", "pmid"),
        M.CHAPTER: (*_PART, "author", "publisher", "place", "isbn", "doi"),
        M.THESIS: ("title", "author", "publisher", "place", "year"),
        M.JOURNAL: ("title", "publisher", "place", "year", "volume", "issue", "issn"),
        M.REPORT: (*_WHOLE, "issue", "isbn", "doi"),
        M.CONFERENCE: (*_PART, "author", "publisher", "place", "isbn", "doi"),
        M.MAP: _WHOLE,
        M.SCORE: (*_WHOLE, "volume", "isbn"),
        M.AUDIOVISUAL: (*_WHOLE, "isbn"),
        M.OTHER: (*_WHOLE, "volume", "issue", "isbn", "issn", "doi"),
    }
)
COPIED_TOO = ("pages",)
"""What may be wanted of anything that is copied."""
ON_SCREEN = tuple(name for name in TEXT_FIELDS if name not in ("subtitle", "series"))
COPIED = frozenset({M.ARTICLE, M.CHAPTER})
"""Kinds of which one asks for a copy, unless one says otherwise."""


def fields_of(material: Material, service: Service) -> tuple[str, ...]:
    """The fields that have a home for this kind and service."""
    more = () if service is Service.LOAN else COPIED_TOO
    return tuple(dict.fromkeys((*FIELDS[material], *more)))


def usual_service(material: Material) -> Service:
    """What one mostly asks for."""
    return Service.COPY if material in COPIED else Service.LOAN
