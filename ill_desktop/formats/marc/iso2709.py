"""ISO 2709 split by our own hand: no record is dropped in silence (RELIABILITY §7).

A record ends at its terminator 0x1D, whatever its length field says; lengths and directory are
cross-checked and what disagrees is a warning on that record alone.
"""

import contextlib
import io
import re
from collections.abc import Iterator
from itertools import accumulate
from unicodedata import normalize

from ill_desktop.formats.marc.record import USED, Field, MarcRecord, NotARecord

RECORD_END, FIELD_END, SUBFIELD = b"\x1d", b"\x1e", b"\x1f"
BLANKS = b" \t\r\n\x00\xef\xbb\xbf\x1a"
LEADER = 24
_LEADER = re.compile(rb"^\d{5}[\x20-\x7e]{7}\d{5}")
_ENTRY = re.compile(rb"^[0-9A-Za-z]{3}\d{9}$")
_START = re.compile(rb"[\d\x20]{5}[a-zA-Z\x20#0-9|]")
_SIGN = re.compile(rb"[\x1d-\x1f]")
_STRICT = re.compile(rb"\d{5}[acdnps][a-z][a-z\x20].{2}2")
_ODD = re.compile(rb"[\x20-\x7e]{12}\d{5}")
_NEXT = re.compile(rb"\x1e\x1d\s*(?:$|\d{5}[a-z])")


def looks_like(data: bytes) -> bool:
    """Whether the file begins like ISO 2709, or holds such a record after a broken one."""
    start = data[:64].lstrip(BLANKS)
    if RECORD_END in data or FIELD_END in data:
        return bool(_START.match(start) or (_ODD.match(start) and _NEXT.search(data)))
    return bool(_STRICT.match(start))


def lost_its_signs(data: bytes) -> bool:
    """Whether it is a record whose terminators a transfer as text has eaten."""
    return len(data) > LEADER + 12 and RECORD_END not in data and FIELD_END not in data


def pieces(data: bytes) -> Iterator[bytes]:
    """What lies between record terminators; a rest without one comes last."""
    start = 0
    while start < len(data):
        end = data.find(RECORD_END, start)
        end = len(data) if end < 0 else end + 1
        piece = data[start:end].lstrip(BLANKS)
        if piece:
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
        record.warn("leader")
    elif int(piece[:5]) != len(piece):
        record.warn("length")
    contents = _contents(piece, record)
    if not contents:
        raise NotARecord("directory" if "directory" in record.warnings else "no-fields")
    record.fields += [_field(tag, text, record) for tag, text in contents if tag in USED]
    return record


def _contents(piece: bytes, record: MarcRecord) -> list[tuple[str, bytes]]:
    """Tags with their bytes: by the directory where it is true, else by the order of the fields.

    A directory may list fields in another order than they stand, so a true one goes first; one
    counted in characters, cut or shifted is told by starts that follow no terminator.
    """
    directory, body = _SIGN.split(piece[LEADER:], maxsplit=1)
    body = body.removesuffix(RECORD_END)
    base = piece[12:17]
    if not base.isdigit() or int(base) != LEADER + len(directory) + 1:
        record.warn("base-address")
    entries = [directory[n : n + 12] for n in range(0, len(directory), 12)]
    good = [entry for entry in entries if _ENTRY.match(entry)]
    found = _by_directory(body, good)
    if len(good) != len(entries) or found is None:
        record.warn("directory")
    contents = body.removesuffix(FIELD_END).split(FIELD_END)
    if len(good) != len(contents):
        record.warn("directory-count")
        return found or _by_nearness(contents, good if _coherent(good, len(body)) else [])
    return found or [(e[:3].decode(), c) for e, c in zip(good, contents, strict=True)]


def _by_directory(body: bytes, entries: list[bytes]) -> list[tuple[str, bytes]] | None:
    """What the entries point to; None where one of them points into the midst of a field."""
    found = []
    for entry in entries:
        start = int(entry[7:12])
        end = start + int(entry[3:7]) - 1
        if (start and body[start - 1 : start] != FIELD_END) or body[end : end + 1] != FIELD_END:
            return None
        found.append((entry[:3].decode(), body[start:end]))
    return found


def _coherent(entries: list[bytes], size: int) -> bool:
    """Whether most entries end where another begins, so that their tags may be trusted."""
    starts = {int(entry[7:12]) for entry in entries}
    ends = [int(entry[7:12]) + int(entry[3:7]) for entry in entries]
    return sum(end in starts and end <= size for end in ends) * 2 >= len(entries) - 1


def _by_nearness(contents: list[bytes], entries: list[bytes]) -> list[tuple[str, bytes]]:
    """To each entry the field that begins nearest to where it points."""
    starts = list(accumulate((len(c) + 1 for c in contents), initial=0))[:-1]
    found = []
    for entry in entries:
        place = int(entry[7:12])
        nearest = min(range(len(starts)), key=lambda n: abs(starts[n] - place))
        found.append((entry[:3].decode(), contents[nearest]))
    return found


def _field(tag: str, content: bytes, record: MarcRecord) -> Field:
    if SUBFIELD not in content:
        return Field(tag, text=decoded(content, record))
    indicators, *parts = content.split(SUBFIELD)
    if len(indicators) != 2:
        record.warn("indicators")
    if content.isascii() and b"\x1b" not in content:
        texts = content.decode("ascii").split("\x1f")[1:]
    else:
        texts = [decoded(part, record) for part in parts]
    if not all(text and text[0].isascii() for text in texts):
        record.warn("subfield")
        return Field(tag, subfields=tuple(_subfield(text) for text in texts if text))
    return Field(tag, subfields=tuple((text[0], text[1:]) for text in texts))


def _subfield(text: str) -> tuple[str, str]:
    """Code and value; an accent or a stray sign that strayed before the code is dropped."""
    code = normalize("NFKD", text[0])[0]
    if code.isascii() or len(text) == 1:
        return code, text[1:]
    return text[1], text[2:]


def decoded(raw: bytes, record: MarcRecord) -> str:
    """Text by the evidence: valid UTF-8, else MARC-8, else Windows; a contradiction is noted."""
    escaped = b"\x1b" in raw
    if raw.isascii() and not escaped:
        return raw.decode("ascii")
    claims_utf8 = record.leader[9:10] == "a"
    if not escaped:
        with contextlib.suppress(UnicodeDecodeError):
            text = raw.decode("utf-8")
            record.encoding = "UTF-8"
            if not claims_utf8:
                record.warn("encoding")
            return text
    text = "" if claims_utf8 and not escaped else _marc8(raw, record)
    if text:
        record.encoding = "MARC-8"
        return text
    record.warn("encoding")
    record.encoding = "Windows-1252"
    return raw.decode("cp1252", "replace").replace("\x1b", "")


def _marc8(raw: bytes, record: MarcRecord) -> str:
    """The text, or nothing where it is more likely something else than broken MARC-8."""
    from pymarc.marc8 import MARC8ToUnicode

    try:
        with contextlib.redirect_stderr(io.StringIO()) as said:
            text = str(MARC8ToUnicode().translate(raw))
    except (UnicodeError, IndexError, KeyError, ValueError, TypeError):
        return ""
    if any(" 0x20 " not in line for line in said.getvalue().splitlines()):
        record.warn("encoding")
        if b"\x1b" not in raw:
            return ""
    return text.replace("\x1b", "")
