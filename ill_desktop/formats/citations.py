"""Citations from files and pasted text: what it is, is told from the content.

Every record of the input is accounted for: accepted, warned or rejected, with the reason.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import Unreadable
from ill_desktop.formats import bibtex, eml, filetypes, nbib, numbers, openurl, ris
from ill_desktop.formats.found import Found
from ill_desktop.formats.marc import cited, iso2709, marcxml
from ill_desktop.formats.marc.record import MarcRecord, NotARecord

MOST_TEXT = 2 * 1024 * 1024
MOST_HEAD = 4096
MOST_UNPACKED = 64 * 1024 * 1024


class Verdict(StrEnum):
    """What became of one record."""

    ACCEPTED = "accepted"
    WARNED = "warned"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the input, counted from 1. `citation` None: nothing can be asked for by it.

    `lacking` is what was read of one that has neither a title nor a number, for who can add one.
    """

    index: int
    citation: Citation | None
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)
    lacking: Citation | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """Everything an input held; `kind` is marc, marcxml, ris, nbib, bibtex, openurl or mail."""

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
    data = _unpacked(data, name)
    if not data.strip():
        raise Unreadable(name, "empty")
    if iso2709.looks_like(data):
        if iso2709.lost_its_signs(data):
            raise Unreadable(name, "signs-lost")
        return Intake(tuple(_marc(data)), "marc")
    if marcxml.looks_like(data):
        return Intake(tuple(_marcxml(data, name)), "marcxml")
    if b"ISO18626Message" in data[:MOST_HEAD]:
        raise Unreadable(name, "a-message")
    if eml.looks_like(data):
        return _mail(data, name)
    return _of_text(data, name)


def _mail(data: bytes, name: str) -> Intake:
    """The records of all its parts; a mail in a mail is left closed."""
    found: list[Record] = []
    for part, content in eml.pieces(data):
        try:
            inside = _of_text(content, part) if eml.looks_like(content) else None
            inside = inside or read_citations(content, part)
        except Unreadable:
            continue
        found += inside.records
    if not found:
        raise Unreadable(name, "mail-without")
    return Intake(tuple(replace(one, index=n) for n, one in enumerate(found, 1)), "mail")


def _unpacked(data: bytes, name: str) -> bytes:
    """The file inside one that gzip packed, as catalogues are often handed on."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    packed = zlib.decompressobj(wbits=31)
    try:
        plain = packed.decompress(data, MOST_UNPACKED)
    except zlib.error as error:
        raise Unreadable(name, "unknown-format") from error
    if packed.unconsumed_tail:
        raise Unreadable(name, "too-large")
    return plain


def _is_binary(head: bytes) -> bool:
    """A picture or program; stray NULs in a text are only a slip of whatever saved it."""
    return bool(filetypes.kind_of(head)) or head.count(b"\x00") * 4 > len(head)


def _of_text(data: bytes, name: str) -> Intake:
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and _is_binary(data[:MOST_HEAD]):
        raise Unreadable(name, "unknown-format")
    if len(data) > MOST_TEXT:
        raise Unreadable(name, "too-large")
    text, odd = _text(data)
    for kind, looks_like, read in _TEXTS:
        if looks_like(text):
            records = tuple(
                _record(index, one._replace(reasons=(*one.reasons, *odd)))
                for index, one in enumerate(read(text), 1)
            )
            if records:
                return Intake(records, kind)
    raise Unreadable(name, "unknown-format")


def is_citation(text: str) -> bool:
    """Whether a text looks like citations in one of the forms that are written as text."""
    return any(looks_like(text) for _, looks_like, _ in _TEXTS)


_TEXTS: tuple[tuple[str, Callable[[str], bool], Callable[[str], Iterator[Found]]], ...] = (
    ("ris", ris.looks_like, ris.read),
    ("nbib", nbib.looks_like, nbib.read),
    ("bibtex", bibtex.looks_like, bibtex.read),
    ("openurl", openurl.looks_like, openurl.read),
)


def _text(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text with plain line ends, and what is odd about how it was written."""
    odd: tuple[str, ...] = ()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text, odd = data.decode("cp1252", "replace"), ("encoding",)
    return re.sub(r"\r\n?", "\n", text.replace("\x00", "")), odd


def _marc(data: bytes) -> Iterator[Record]:
    for index, piece in enumerate(iso2709.pieces(data), 1):
        try:
            record = iso2709.parse(piece)
        except NotARecord as error:
            yield _record(index, Found(None, (str(error),)))
        else:
            yield _record(index, cited.found_in(record))


def _marcxml(data: bytes, name: str) -> Iterator[Record]:
    for index, record in enumerate(marcxml.records(data, name), 1):
        if isinstance(record, MarcRecord):
            yield _record(index, cited.found_in(record))
        else:
            yield _record(index, Found(None, (str(record),)))


def _record(index: int, found: Found) -> Record:
    """A record with its verdict; of no use is one with neither a title nor a number."""
    reasons = dict.fromkeys(found.reasons)
    citation = found.citation and numbers.bare(found.citation).tidied()
    lacking = None
    if citation is not None:
        if not citation.display_title:
            reasons["no-title"] = None
        if not citation.display_title and not citation.numbered:
            citation, lacking = None, citation
    if citation is None:
        why = tuple(reasons) or ("unreadable",)
        return Record(index, None, Verdict.REJECTED, why, found.identifiers, lacking)
    reasons.update(dict.fromkeys(numbers.wrong(citation)))
    verdict = Verdict.WARNED if reasons else Verdict.ACCEPTED
    return Record(index, citation, verdict, tuple(reasons), found.identifiers)
