"""The strict check: what a schema of the edition would find wrong, by the tables alone.

A test compares it with the official schemas on every real message.
"""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from itertools import groupby
from types import MappingProxyType
from typing import Any

from ill_desktop.domain.exchange import Dialect
from ill_desktop.formats import xml_gate
from ill_desktop.formats.iso18626 import schema
from ill_desktop.formats.iso18626.elements import CLOSED, NAMESPACE, ORDER, PAYLOADS, codes_of

_INSTANT = re.compile(
    r"-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
    r"T(([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?|24:00:00(\.0+)?)(Z|[+-](0\d|1[0-4]):[0-5]\d)?"
)
_OWN = f"{{{NAMESPACE}}}"


def faults(data: bytes, dialect: Dialect, source: str = "") -> list[str]:
    """What is not as the edition demands, each with its line; raises `Unreadable`."""
    root = xml_gate.parse(data, source)
    return [] if schema.of(dialect).validate(root) else walked(root, dialect)


def walked(root: Any, dialect: Dialect) -> list[str]:
    """The same, found by walking the tables; an edition's schema only tells whether there is any.

    A day that no calendar has is an instant here, and none there.
    """
    found: list[str] = []
    if root.tag != f"{_OWN}ISO18626Message":
        return [_at(root, "not the envelope of the standard")]
    if set(root.attrib) - {_SCHEMA_LOCATION} != {f"{_OWN}version"}:
        found.append(_at(root, "version"))
    children = [child for child in root if isinstance(child.tag, str)]
    if len(children) != 1 or _name(children[0]) not in PAYLOADS:
        return [*found, _at(root, "not exactly one message")]
    _structure(PAYLOADS[_name(children[0])], children[0], dialect, found)
    return found


_SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"


def _at(element: Any, what: str) -> str:
    return f"{what}, line {element.sourceline}"


def _name(element: Any) -> str:
    tag = str(element.tag)
    return tag.removeprefix(_OWN) if tag.startswith(_OWN) else ""


def _structure(name: str, element: Any, dialect: Dialect, found: list[str]) -> None:
    """Order and cardinality of one structure's parts, then each part."""
    children = [child for child in element if isinstance(child.tag, str)]
    if element.attrib:
        found.append(_at(element, "attribute"))
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        found.append(_at(element, "text between elements"))
    runs = [(key, list(run)) for key, run in groupby(children, _name)]
    place = 0
    lines = ORDER[dialect][name]
    for key, run in runs:
        at = next((n for n in range(place, len(lines)) if lines[n].name == key), None)
        if at is None:
            found.append(_at(run[0], key or str(run[0].tag)))
            continue
        found += _missing(lines[place:at], element, name)
        most = lines[at].most
        if most is not None and len(run) > most:
            found.append(_at(run[most], f"{key} too often"))
        for child in run:
            _part(lines[at].type, child, dialect, found)
        place = at + 1
    found += _missing(lines[place:], element, name)
    if name == "Address" and len(children) != 1:
        found.append(_at(element, "not exactly one address"))


def _missing(lines: Any, element: Any, name: str) -> list[str]:
    return [_at(element, f"{line.name} is missing") for line in lines if line.least]


def _part(kind: str, element: Any, dialect: Dialect, found: list[str]) -> None:
    if kind in ORDER[dialect]:
        _structure(kind, element, dialect, found)
        return
    schemes = {f"{_OWN}scheme"} if kind == "C" else set()
    text = element.text or ""
    inner = any(isinstance(child.tag, str) for child in element)
    if inner or set(element.attrib) - schemes or not _right(kind, text, dialect):
        found.append(_at(element, _name(element)))


def _right(kind: str, text: str, dialect: Dialect) -> bool:
    if kind in CLOSED:
        return text in codes_of(kind, dialect)
    check = _TYPES.get(kind)
    return check is None or check(text.strip())


def _decimal(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"[+-]?[\d.]+", text)) and Decimal(text).is_finite()
    except InvalidOperation:
        return False


_TYPES: MappingProxyType[str, Callable[[str], bool]] = MappingProxyType(
    {
        "D": lambda text: bool(_INSTANT.fullmatch(text)),
        "B": lambda text: text in ("true", "false", "1", "0"),
        "I": lambda text: bool(re.fullmatch(r"[+-]?\d+", text)),
        "U": lambda text: bool(re.fullmatch(r"\+?\d+|-0+", text)),
        "N": _decimal,
    }
)
