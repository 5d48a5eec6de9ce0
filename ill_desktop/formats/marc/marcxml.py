"""MARCXML with or without namespace, prefix, or a harvester's wrapping around it."""

from collections.abc import Iterator
from typing import Any

from ill_desktop.formats import xml_gate
from ill_desktop.formats.marc.record import Field, MarcRecord


def looks_like(data: bytes) -> bool:
    """Whether the file is XML that speaks of records and datafields."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    return head.startswith(b"<") and (
        b"datafield" in data or b"<record" in data or b":record" in data
    )


def records(data: bytes, source: str) -> Iterator[MarcRecord]:
    """Every record element; raises `Unreadable` where the XML itself is refused."""
    root = xml_gate.parse(data, source, large=True)
    for element in root.iter():
        if _name(element) == "record" and any(
            _name(child) in ("leader", "datafield", "controlfield") for child in element
        ):
            yield _record(element)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _attribute(element: Any, name: str) -> str:
    values = (v for k, v in element.attrib.items() if k.rpartition("}")[2] == name)
    return next(values, "").strip()


def _record(element: Any) -> MarcRecord:
    record = MarcRecord(encoding="UTF-8")
    for child in element:
        name = _name(child)
        if name == "leader":
            record.leader = (child.text or "")[:24]
        elif name == "controlfield":
            record.fields.append(Field(_attribute(child, "tag"), text=child.text or ""))
        elif name == "datafield":
            parts = tuple(
                (_attribute(sub, "code")[:1], "".join(sub.itertext()))
                for sub in child
                if _name(sub) == "subfield"
            )
            record.fields.append(Field(_attribute(child, "tag"), subfields=parts))
    if len(record.leader) != 24:
        record.warnings.append("leader")
    return record
