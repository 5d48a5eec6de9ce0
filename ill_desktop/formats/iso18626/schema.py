"""The tables as a schema that libxml2 checks by itself: in a twentieth of the time of walking them.

It says only whether a message is right; what is wrong, `strict` finds in the tables.
"""

from functools import cache
from types import MappingProxyType
from typing import Any

from ill_desktop.domain.exchange import Dialect
from ill_desktop.formats.iso18626.elements import (
    CLOSED,
    NAMESPACE,
    ORDER,
    PAYLOADS,
    Element,
    codes_of,
)

_PLAIN = MappingProxyType(
    {
        "S": "xs:string",
        "P": "xs:string",
        "C": "Open",
        "D": "xs:dateTime",
        "B": "xs:boolean",
        "I": "xs:integer",
        "U": "xs:nonNegativeInteger",
        "N": "xs:decimal",
    }
)
_SCHEMA = """
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{space}"
    targetNamespace="{space}" elementFormDefault="qualified">
  <xs:attribute name="version" type="xs:string"/>
  <xs:attribute name="scheme" type="xs:string"/>
  <xs:complexType name="Open">
    <xs:simpleContent>
      <xs:extension base="xs:string"><xs:attribute ref="scheme"/></xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  {types}
  <xs:element name="ISO18626Message">
    <xs:complexType>
      <xs:choice>{payloads}</xs:choice>
      <xs:attribute ref="version" use="required"/>
    </xs:complexType>
  </xs:element>
</xs:schema>"""


@cache
def of(dialect: Dialect) -> Any:
    """The schema of an edition, compiled when it is first wanted."""
    from lxml import etree

    lists = (_codes(name, dialect) for name in CLOSED)
    structures = (_structure(name, lines) for name, lines in ORDER[dialect].items())
    text = _SCHEMA.format(
        space=NAMESPACE,
        types="".join((*lists, *structures)),
        payloads="".join(map(_element, PAYLOADS.items())),
    )
    return etree.XMLSchema(etree.fromstring(text))


def _codes(name: str, dialect: Dialect) -> str:
    values = "".join(f'<xs:enumeration value="{code}"/>' for code in codes_of(name, dialect))
    return (
        f'<xs:simpleType name="{name}"><xs:restriction base="xs:string">{values}'
        "</xs:restriction></xs:simpleType>"
    )


def _structure(name: str, lines: tuple[Element, ...]) -> str:
    """One structure; of an address exactly one of its parts."""
    group = "choice" if name == "Address" else "sequence"
    parts = "".join(
        _element((line.name, line.type), "" if group == "choice" else _often(line))
        for line in lines
    )
    return f'<xs:complexType name="{name}"><xs:{group}>{parts}</xs:{group}></xs:complexType>'


def _element(named: tuple[str, str], often: str = "") -> str:
    name, kind = named
    return f'<xs:element name="{name}" type="{_PLAIN.get(kind, kind)}"{often}/>'


def _often(line: Element) -> str:
    most = "unbounded" if line.most is None else line.most
    return f' minOccurs="{line.least}" maxOccurs="{most}"'
