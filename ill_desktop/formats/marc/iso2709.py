"""ISO 2709 split by our own hand: no record is dropped in silence (RELIABILITY §7).

A record ends at its terminator 0x1D, whatever its length field says; lengths and directory are
cross-checked and what disagrees is a warning on that record alone.
"""

import re
from collections.abc import Iterator

from ill_desktop.formats.marc.record import Field, MarcRecord

RECORD_END, FIELD_END, SUBFIELD = b"\x1d", b"\x1e", b"\x1f"
BLANKS = b" \t\r\n\x00\xef\xbb\xbf\x1a"
LEADER = 24
_LEADER = re.compile(rb"^\d{5}[\x20-\x7e]{7}\d{5}")
_ENTRY = re.compile(rb"^[0-9A-Za-z]{3}\d{9}$")


class NotARecord(ValueError):
    """A piece between terminators that is no record; the text is a reason code."""


def looks_like(data: bytes) -> bool:
    """Whether the file begins like ISO 2709."""
    start = data[:64].lstrip(BLANKS)
    return bool(re.match(rb"^[\d\x20]{5}[a-zA-Z\x20#0-9|]", start)) and (
        RECORD_END in data or FIELD_END in data
    )


def pieces(data: bytes) -> Iterator[bytes]:
    """What lies between record terminators; a rest without one comes last."""
    start = 0
    while start < len(data):
        end = data.find(RECORD_END, start)
        end = len(data) if end < 0 else end + 1
        piece = data[start:end].lstrip(BLANKS)
        if piece.strip(BLANKS + RECORD_END):
            yield piece
        start = end


def parse(piece: bytes) -> MarcRecord:
    """One record of one piece; raises `NotARecord`."""
    if not piece.endswith(RECORD_END):
        raise NotARecord("truncated")
    if len(piece) < LEADER + 2:
        raise NotARecord("too-short")
    record = MarcRecord(leader=piece[:LEADER].decode("latin-1"))
    if not _LEADER.match(piece):
        record.warnings.append("leader")
    elif int(piece[:5]) != len(piece):
        record.warnings.append("length")
    for tag, content in _contents(piece, record):
        record.fields.append(_field(tag, content, record))
    if not record.fields:
        raise NotARecord("no-fields")
    return record


def _contents(piece: bytes, record: MarcRecord) -> list[tuple[str, bytes]]:
    """Tags with their bytes, by order of the fields; by the directory where counts disagree."""
    parts = piece[LEADER:-1].split(FIELD_END)
    directory, contents = parts[0], parts[1:]
    if contents and not contents[-1]:
        contents.pop()
    entries = [directory[n : n + 12] for n in range(0, len(directory), 12)]
    entries = [entry for entry in entries if _ENTRY.match(entry)]
    if len(directory) % 12 or len(entries) != len(directory) // 12:
        record.warnings.append("directory")
    if len(entries) == len(contents):
        return [(e[:3].decode(), c) for e, c in zip(entries, contents, strict=True)]
    record.warnings.append("directory-count")
    return _by_directory(piece, entries) or [
        (e[:3].decode(), c) for e, c in zip(entries, contents, strict=False)
    ]


def _by_directory(piece: bytes, entries: list[bytes]) -> list[tuple[str, bytes]]:
    base = piece[12:17]
    if not base.isdigit() or not LEADER < int(base) < len(piece):
        return []
    found = []
    for entry in entries:
        start = int(base) + int(entry[7:12])
        content = piece[start : start + int(entry[3:7])]
        if content:
            found.append((entry[:3].decode(), content.split(FIELD_END)[0]))
    return found


def _field(tag: str, content: bytes, record: MarcRecord) -> Field:
    if SUBFIELD not in content:
        return Field(tag, text=decoded(content, record))
    subfields = []
    for part in content.split(SUBFIELD)[1:]:
        text = decoded(part, record)
        if text:
            subfields.append((text[0], text[1:]))
    return Field(tag, subfields=tuple(subfields))


def decoded(raw: bytes, record: MarcRecord) -> str:
    """Text by the evidence: valid UTF-8, else MARC-8 where escapes or the leader say so."""
    if raw.isascii() and b"\x1b" not in raw:
        return raw.decode("ascii")
    claims_utf8 = record.leader[9:10] == "a"
    if b"\x1b" not in raw:
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = ""
        if text:
            if not claims_utf8:
                _warn(record, "encoding")
            record.encoding = "UTF-8"
            return text
    if claims_utf8:
        _warn(record, "encoding")
        record.encoding = "Windows-1252"
        return raw.decode("cp1252", "replace")
    record.encoding = "MARC-8"
    return _marc8(raw, record)


def _marc8(raw: bytes, record: MarcRecord) -> str:
    import contextlib
    import io

    from pymarc.marc8 import MARC8ToUnicode

    try:
        with contextlib.redirect_stderr(io.StringIO()) as said:
            text = str(MARC8ToUnicode(quiet=True).translate(raw))
    except (UnicodeError, IndexError, KeyError, ValueError, TypeError):
        _warn(record, "encoding")
        return raw.decode("cp1252", "replace").replace("\x1b", "")
    if said.getvalue():
        _warn(record, "encoding")
    return text.replace("\x1b", "")


def _warn(record: MarcRecord, code: str) -> None:
    if code not in record.warnings:
        record.warnings.append(code)
