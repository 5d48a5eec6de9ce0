"""Writing ISO 18626, strictly valid in each edition: the table decides order and cardinality."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from ill_desktop.domain.exchange import Dialect
from ill_desktop.domain.message import Coded, Message, kind_of
from ill_desktop.formats.iso18626 import instants
from ill_desktop.formats.iso18626.elements import CLASSES, NAMESPACE, ORDER, PAYLOADS, Element
from ill_desktop.formats.iso18626.fitting import fit
from ill_desktop.formats.iso18626.texts import clean, empty

VERSIONS = MappingProxyType({Dialect.V1_1: "1.1", Dialect.V1_2: "1.2", Dialect.V2021: "2021-2"})


@dataclass(frozen=True, slots=True)
class Manner:
    """How one partner is written to.

    `version` is the text of the version attribute, empty for the edition's own. `prefix` binds
    the namespace; `none` leaves elements without one, attributes still have `ill`.
    """

    dialect: Dialect = Dialect.V1_2
    version: str = ""
    prefix: str = "ill"

    @property
    def spaces(self) -> Any:
        """The declarations on the root."""
        if self.prefix == "none":
            return {None: NAMESPACE, "ill": NAMESPACE}
        return {self.prefix: NAMESPACE}


PLAIN = Manner()


def write(message: Message, manner: Manner = PLAIN) -> bytes:
    """The message as UTF-8 XML with declaration; raises `ValueError` for a part that lacks.

    What the edition has no place for is moved or left out as `fit` says.
    """
    from lxml import etree

    dialect = manner.dialect
    root = etree.Element(
        f"{{{NAMESPACE}}}ISO18626Message",
        {f"{{{NAMESPACE}}}version": clean(manner.version) or VERSIONS[dialect]},
        nsmap=manner.spaces,
    )
    kind = kind_of(message)
    payload = etree.SubElement(root, f"{{{NAMESPACE}}}{kind.value}")
    _fill(payload, ORDER[dialect], PAYLOADS[kind.value], fit(message, dialect).message)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


Lines = MappingProxyType[str, tuple[Element, ...]]


def _fill(parent: Any, order: Lines, name: str, value: Any) -> None:
    for line in order[name]:
        for one in _values(line, getattr(value, line.field)):
            _append(parent, order, line, one)


def _values(line: Element, value: Any) -> list[Any]:
    """What is written for one line, within its cardinality."""
    if isinstance(value, tuple):
        values = [one for one in value if not empty(one)]
        if line.most == 1 and len(values) > 1:
            return [", ".join(values)] if line.type == "S" else values[:1]
        return values if line.most is None else values[: line.most]
    if empty(value):
        if line.least and line.name == "multipleItemRequestId":
            return [""]
        if line.least:
            raise ValueError(f"{line.name} is missing")
        return []
    return [value]


def _append(parent: Any, order: Lines, line: Element, value: Any) -> None:
    from lxml import etree

    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{line.name}")
    if line.type in CLASSES:
        _fill(child, order, line.type, value)
        if len(child) == 0 and not line.least:
            parent.remove(child)
        return
    if isinstance(value, Coded):
        child.text = clean(value.value)
        if value.scheme and line.type == "C":
            child.set(f"{{{NAMESPACE}}}scheme", clean(value.scheme))
        return
    child.text = clean(_written(line, value))


def _written(line: Element, value: Any) -> str:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return instants.written(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if line.type == "U":
        return str(max(0, value))
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


__all__ = ["PLAIN", "VERSIONS", "Dialect", "Manner", "clean", "write"]
