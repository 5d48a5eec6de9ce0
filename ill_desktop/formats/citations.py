"""Citations from files and pasted text: what it is, is told from the content.

Every record of the input is accounted for: accepted, warned or rejected, with the reason.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import Unreadable
from ill_desktop.formats import bibtex, openurl, ris
from ill_desktop.formats.marc import cited, iso2709, marcxml
from ill_desktop.formats.marc.record import MarcRecord

MOST_TEXT = 8 * 1024 * 1024


class Verdict(StrEnum):
    """What became of one record."""

    ACCEPTED = "accepted"
    WARNED = "warned"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the input, counted from 1. `citation` None: it could not be read."""

    index: int
    citation: Citation | None
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)
    source_note: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """Everything an input held; `kind` is marc, marcxml, ris, bibtex or openurl."""

    records: tuple[Record, ...]
    kind: str

    @property
    def usable(self) -> tuple[Record, ...]:
        """The records a request can be made of."""
        return tuple(r for r in self.records if r.citation is not None)

    def count(self, verdict: Verdict) -> int:
        """How many records had this verdict."""
        return sum(r.verdict is verdict for r in self.records)


def read_citations(data: bytes, name: str = "") -> Intake:
    """Read whatever it is; raises `Unreadable` when it is none of the known kinds."""
    if iso2709.looks_like(data):
        return Intake(tuple(_marc(data)), "marc")
    if marcxml.looks_like(data):
        return Intake(tuple(_marcxml(data, name)), "marcxml")
    if len(data) > MOST_TEXT:
        raise Unreadable(name, "too-large")
    text = _text(data)
    for kind, looks_like, read in _TEXTS:
        if looks_like(text):
            found = tuple(_numbered(read(text)))
            if found:
                return Intake(found, kind)
    raise Unreadable(name, "unknown-format")


Found = tuple[Citation | None, tuple[str, ...]]

_TEXTS: tuple[tuple[str, Callable[[str], bool], Callable[[str], Iterator[Found]]], ...] = (
    ("ris", ris.looks_like, ris.read),
    ("bibtex", bibtex.looks_like, bibtex.read),
    ("openurl", openurl.looks_like, openurl.read),
)


def _text(data: bytes) -> str:
    for bom, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(bom):
            return data.decode(encoding, "replace")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return re.sub(r"\r\n?", "\n", text.replace("\x00", ""))


def _numbered(found: Iterator[Found]) -> Iterator[Record]:
    for index, (citation, reasons) in enumerate(found, 1):
        yield _record(index, citation, reasons, {}, "")


def _record(
    index: int,
    citation: Citation | None,
    reasons: tuple[str, ...],
    identifiers: Mapping[str, str],
    note: str,
) -> Record:
    """A record with its verdict; one without any title is of no use."""
    if citation is not None:
        citation = citation.tidied()
        if not citation.display_title:
            citation, reasons = None, (*reasons, "no-title")
    if citation is None:
        return Record(index, None, Verdict.REJECTED, reasons or ("unreadable",), {}, note)
    verdict = Verdict.WARNED if reasons else Verdict.ACCEPTED
    return Record(index, citation, verdict, reasons, identifiers, note)


def _marc(data: bytes) -> Iterator[Record]:
    for index, piece in enumerate(iso2709.pieces(data), 1):
        try:
            record = iso2709.parse(piece)
        except iso2709.NotARecord as error:
            yield Record(index, None, Verdict.REJECTED, (str(error),))
            continue
        yield _of_marc(index, record)


def _marcxml(data: bytes, name: str) -> Iterator[Record]:
    for index, record in enumerate(marcxml.records(data, name), 1):
        yield _of_marc(index, record)


def _of_marc(index: int, record: MarcRecord) -> Record:
    return _record(
        index,
        cited.citation_of(record),
        tuple(record.warnings),
        cited.identifiers_of(record),
        record.encoding,
    )
