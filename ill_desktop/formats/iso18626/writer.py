"""Writing ISO 18626 version 1.2, strictly valid: the table decides order and cardinality."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from ill_desktop.domain.message import Coded, Confirmation, Message, kind_of
from ill_desktop.formats.iso18626 import instants
from ill_desktop.formats.iso18626.elements import CLASSES, NAMESPACE, ORDER, PAYLOADS, Element

VERSION = "1.2"
_ALLOWED = frozenset("\t\n\r")


def write(message: Message) -> bytes:
    """The message as UTF-8 XML with declaration; raises `ValueError` for a part that lacks."""
    from lxml import etree

    root = etree.Element(
        f"{{{NAMESPACE}}}ISO18626Message",
        {f"{{{NAMESPACE}}}version": VERSION},
        nsmap={"ill": NAMESPACE},
    )
    kind = kind_of(message)
    payload = etree.SubElement(root, f"{{{NAMESPACE}}}{kind.value}")
    _fill(payload, PAYLOADS[kind.value], message)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _fill(parent: Any, name: str, value: Any) -> None:
    for line in ORDER[name]:
        for one in _values(line, getattr(value, line.field)):
            _append(parent, line, one)


def _values(line: Element, value: Any) -> list[Any]:
    """What is written for one line, within its cardinality."""
    if isinstance(value, tuple):
        values = [one for one in value if not _empty(one)]
        if line.most == 1 and len(values) > 1:
            return [", ".join(values)] if line.type == "S" else values[:1]
        return values if line.most is None else values[: line.most]
    if _empty(value):
        if line.least and line.name == "multipleItemRequestId":
            return [""]
        if line.least:
            raise ValueError(f"{line.name} is missing")
        return []
    return [value]


def _empty(value: Any) -> bool:
    """Nothing, or nothing that XML can hold; blanks alone would be read as absent."""
    if isinstance(value, Coded):
        return _empty(value.value)
    return value is None or (isinstance(value, str) and not clean(value).strip())


def _append(parent: Any, line: Element, value: Any) -> None:
    from lxml import etree

    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{line.name}")
    if line.type in CLASSES:
        _fill(child, line.type, value)
        if len(child) == 0 and not line.least:
            parent.remove(child)
        return
    if isinstance(value, Coded):
        child.text = clean(value.value)
        if value.scheme:
            child.set(f"{{{NAMESPACE}}}scheme", clean(value.scheme))
        return
    child.text = clean(_written(value))


def _written(value: Any) -> str:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return instants.written(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def clean(text: str) -> str:
    """Text without what XML 1.0 cannot hold: control characters, halves of surrogates."""
    return "".join(c for c in text if c in _ALLOWED or _holds(ord(c)))


def _holds(point: int) -> bool:
    return point >= 0x20 and not 0xD800 <= point <= 0xDFFF and point not in (0xFFFE, 0xFFFF)


__all__ = ["VERSION", "Confirmation", "clean", "write"]
