"""MARCXML with or without namespace, prefix, or a harvester's wrapping around it.

Where the file as a whole is broken, each record is read by itself, so that one does not cost the
others; so it is where the file is large, so that it need not be held as a tree.
"""

import re
from collections.abc import Iterator
from typing import Any

from ill_desktop.domain.errors import Unreadable
from ill_desktop.formats import xml_gate
from ill_desktop.formats.marc.record import USED, Field, MarcRecord, NotARecord

WHOLE = 4 * 1024 * 1024
"""Bytes up to which a file is read as one tree."""

SLIM = "http://www.loc.gov/MARC21/slim"
_PARTS = frozenset({"leader", "datafield", "controlfield"})
_MENDABLE = frozenset({"not-well-formed", "encoding", "too-deep"})
_RECORD = re.compile(rb"<((?:[A-Za-z_][\w.-]*:)?)record(?=[\s>/])")
_PART = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?(?:leader|controlfield|datafield)[\s>]")
_DELETED = re.compile(rb"""\sstatus\s*=\s*["']deleted["']""")
_PREFIX = re.compile(rb"[<\s/]([A-Za-z_][\w.-]*):[A-Za-z_]")
_DECLARED = re.compile(rb"""^[^>]*?encoding\s*=\s*["']([\w.-]+)["']""")


def looks_like(data: bytes) -> bool:
    """Whether the file is XML that speaks of records and datafields."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    if data.startswith((b"\xff\xfe<\x00", b"\xfe\xff\x00<")):
        data, head = data.replace(b"\x00", b""), b"<"
    return head.startswith(b"<") and (
        b"datafield" in data or b"<record" in data or b":record" in data
    )


def records(data: bytes, source: str) -> Iterator[MarcRecord | NotARecord]:
    """Every record, and what stands for one; raises `Unreadable` where the XML is refused."""
    if len(data) > WHOLE and _RECORD.search(data):
        xml_gate.look(data, source)
        yield from _each_by_itself(data, "not-well-formed")
        return
    try:
        root = xml_gate.parse(data, source, large=True)
    except Unreadable as problem:
        if problem.reason not in _MENDABLE or not _RECORD.search(data):
            raise
        yield from _each_by_itself(data, problem.reason)
        return
    yield from _within(root)


def _within(root: Any) -> Iterator[MarcRecord | NotARecord]:
    for element in root.iter():
        if _name(element) != "record":
            continue
        names = {_name(child) for child in element}
        if names & _PARTS:
            yield _record(element)
        elif any(_attribute(child, "status") == "deleted" for child in element):
            yield NotARecord("deleted")


def _each_by_itself(data: bytes, reason: str) -> Iterator[MarcRecord | NotARecord]:
    starts = list(_RECORD.finditer(data))
    ends = [start.start() for start in starts[1:]] + [len(data)]
    declared = _DECLARED.match(data[:200])
    encodings = (declared[1].decode() if declared else "utf-8", "windows-1252")
    for start, end in zip(starts, ends, strict=True):
        piece = data[start.start() : end]
        closing = b"</" + start[1] + b"record>"
        whole, found, _ = piece.partition(closing)
        if _PART.search(piece):
            yield _alone(whole + closing, encodings) if found else NotARecord(reason)
        elif _DELETED.search(piece):
            yield NotARecord("deleted")


def _alone(piece: bytes, encodings: tuple[str, str]) -> MarcRecord | NotARecord:
    """One record cut out of its file, given the surroundings it lost."""
    prefixes = {found[1] for found in _PREFIX.finditer(piece)} - {b"xml", b"xmlns"}
    names = b"".join(b' xmlns:%s="%s"' % (prefix, SLIM.encode()) for prefix in sorted(prefixes))
    reason = "not-well-formed"
    for encoding in encodings:
        head = f'<?xml version="1.0" encoding="{encoding}"?><cut xmlns="{SLIM}"'.encode()
        try:
            root = xml_gate.parse(head + names + b">" + piece + b"</cut>")
        except Unreadable as problem:
            reason = problem.reason
            continue
        record = next((r for r in _within(root) if isinstance(r, MarcRecord)), None)
        if record is None:
            break
        if encoding != encodings[0]:
            record.encoding = "Windows-1252"
            record.warn("encoding")
        return record
    return NotARecord(reason)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _attribute(element: Any, name: str) -> str:
    values = (v for k, v in element.attrib.items() if k.rpartition("}")[2] == name)
    return next(values, "").strip()


def _record(element: Any) -> MarcRecord:
    record = MarcRecord(encoding="UTF-8")
    for child in element:
        tag = _attribute(child, "tag")
        if _name(child) == "leader":
            record.leader = (child.text or "")[:24]
        elif tag in USED:
            record.fields.append(_field(tag, child))
    if len(record.leader) != 24:
        record.warn("leader")
    if not element.tag.startswith("{"):
        record.warn("namespace")
    return record


def _field(tag: str, element: Any) -> Field:
    if _name(element) == "controlfield":
        return Field(tag, text=element.text or "")
    parts = (part for part in element if _name(part) == "subfield")
    return Field(
        tag, subfields=tuple((_attribute(p, "code")[:1], "".join(p.itertext())) for p in parts)
    )
