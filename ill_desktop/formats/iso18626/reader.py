"""Reading ISO 18626 leniently: by name, whatever the order, prefix, version or empty element.

What is odd but usable is a finding; what names a message that cannot be used is a refusal, to
be confirmed ERROR; what is no message at all raises `Unreadable` (ISO18626 §6, §8.1, §9).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from ill_desktop.domain.codes import ErrorType, MessageStatus
from ill_desktop.domain.errors import Unreadable
from ill_desktop.domain.message import (
    Coded,
    Confirmation,
    Message,
    MessageKind,
    Request,
    SupplyingAgencyMessage,
)
from ill_desktop.formats import xml_gate
from ill_desktop.formats.iso18626 import instants, moved
from ill_desktop.formats.iso18626.elements import (
    CLASSES,
    CLOSED,
    NAMESPACE,
    PAYLOADS,
    RAW,
    READ,
    REPEATS,
    Element,
)

AHEAD = timedelta(days=1)
"""How far a message may be dated ahead before people are told (ISO18626 §8.3.9)."""
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that let a text be read in another order than it is written in."""
LONGEST_ID = 255
LONGEST_TEXT = 64 * 1024
MOST_REPEATS = 100

WAITS = frozenset(
    {"no-namespace", "foreign-namespace", "bad-timestamp", "bad-amount", "too-long", "too-many"}
)
"""Findings with which a message waits for a person instead of being applied."""

KOHA_OLD = frozenset({"no-namespace", "foreign-namespace"})
"""Those an old Koha always has; its messages are taken all the same."""

WARNS = frozenset(
    {
        "date-without-zone",
        "clock-ahead",
        "turned-text",
        "unknown-element",
        "no-envelope",
        "bad-date",
        "bad-number",
        "bad-boolean",
    }
)
"""Findings with which it is applied, and which people are told."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something odd: a code, the element and the line it stands on, the text."""

    code: str
    where: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an identified message cannot be used."""

    error_type: ErrorType
    error_value: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One message as it was understood."""

    message: Message
    version: str
    findings: tuple[Finding, ...] = ()
    refusal: Refusal | None = None


@dataclass(slots=True)
class Pen:
    """What is noted while one message is read."""

    source: str
    zone: ZoneInfo
    now: datetime | None = None
    findings: list[Finding] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)

    def note(self, code: str, element: Any, value: str = "") -> None:
        """Note a finding at an element."""
        where = f"{local(element)}, line {element.sourceline}"
        self.findings.append(Finding(code, where, value[:200]))

    def refuse(self, kind: ErrorType, value: str) -> None:
        """Note why the message is not usable."""
        self.refusals.append(Refusal(kind, value[:200]))


def read(data: bytes, *, zone: ZoneInfo, source: str = "", now: datetime | None = None) -> Reading:
    """Understand one message file; raises `Unreadable`.

    `zone` is where a date without a zone is from; with `now`, what is dated ahead of it is told.
    """
    root = xml_gate.parse(data, source)
    pen = Pen(source, zone, now)
    payload, version = _payload(root, pen)
    name = PAYLOADS[local(payload)]
    values = _structure(name, payload, pen)
    if "header" not in values:
        raise Unreadable(source, "no-header", str(payload.sourceline or ""))
    message = _message(local(payload), name, values, pen)
    _check_ids(message, pen, source)
    refusal = pen.refusals[0] if pen.refusals else None
    return Reading(message, version, tuple(pen.findings), refusal)


def local(element: Any) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _namespace(element: Any) -> str:
    return str(element.tag)[1:].partition("}")[0] if str(element.tag).startswith("{") else ""


def _payload(root: Any, pen: Pen) -> tuple[Any, str]:
    if local(root) in PAYLOADS:
        payload, version = root, ""
        pen.note("no-envelope", root)
    elif local(root) == "ISO18626Message":
        payload, version = _enclosed(root, pen), _version(root)
    else:
        reason = "error-page" if local(root).lower() == "html" else "not-iso18626"
        raise Unreadable(pen.source, reason, local(root)[:40])
    odd = next((one for one in (root, payload) if _namespace(one) != NAMESPACE), None)
    if odd is not None:
        space = _namespace(odd)
        pen.note("foreign-namespace" if space else "no-namespace", odd, space)
    return payload, version


def _enclosed(root: Any, pen: Pen) -> Any:
    children = list(root)
    if not children:
        raise Unreadable(pen.source, "empty-envelope", str(root.sourceline or ""))
    if len(children) > 1:
        raise Unreadable(pen.source, "two-payloads", str(children[1].sourceline or ""))
    if local(children[0]) not in PAYLOADS:
        raise Unreadable(pen.source, "not-iso18626", local(children[0])[:40])
    return children[0]


def _version(root: Any) -> str:
    values = (v for k, v in root.attrib.items() if k.rpartition("}")[2] == "version")
    return next(values, "").strip()


_KNOWN = MappingProxyType(
    {
        name: {f"{{{NAMESPACE}}}{key}": line for key, line in lines.items()}
        for name, lines in READ.items()
    }
)
"""The same by the whole name, as nearly every message has it."""


def _structure(name: str, element: Any, pen: Pen) -> dict[str, Any]:
    """The fields of one structure: single values, or lists where the table repeats them."""
    known = _KNOWN[name]
    found: dict[str, list[Any]] = {}
    for child in element:
        line = known.get(child.tag) or READ[name].get(local(child))
        if line is None:
            pen.note("unknown-element", child)
            continue
        value = _value(line, child, pen)
        if value is not None:
            found.setdefault(line.field, []).append(value)
    return {key: _limited(values, element, pen) for key, values in found.items()}


def _limited(values: list[Any], element: Any, pen: Pen) -> list[Any]:
    if len(values) > MOST_REPEATS:
        pen.note("too-many", element, str(len(values)))
    return values[:MOST_REPEATS]


def _value(line: Element, child: Any, pen: Pen) -> Any:
    """One element's value; None for an empty one: empty is absent (ISO18626 §6)."""
    if line.type in CLASSES:
        values = _structure(line.type, child, pen)
        return _made(line.type, values, pen) if values else None
    text = _text(line, child, pen)
    if not text.strip():
        return None
    if line.type in CLOSED:
        return _closed(line, CLOSED[line.type], text.strip(), pen)
    return _READERS[line.type](line, text, child, pen)


def _text(line: Element, child: Any, pen: Pen) -> str:
    text = "".join(child.itertext()) if len(child) else child.text or ""
    if not text.isascii() and TURNS.search(text):
        pen.note("turned-text", child)
    if line.name in RAW and len(text) > LONGEST_ID:
        raise Unreadable(pen.source, "too-long", line.name)
    if len(text) > LONGEST_TEXT:
        pen.note("too-long", child)
        text = text[:LONGEST_TEXT]
    return text if line.name in RAW else text.strip()


def _closed(line: Element, codes: type[StrEnum], text: str, pen: Pen) -> Any:
    try:
        return codes(text)
    except ValueError:
        pass
    if line.type == "ErrorType":
        return None
    meant = _YES_NO.get(text.lower(), text) if line.type == "YesNo" else text
    same = next((code for code in codes if code.value.lower() == meant.lower()), None)
    if same is not None:
        pen.findings.append(Finding("odd-spelling", line.name, text))
        return same
    kind = _UNSUPPORTED.get(line.name, ErrorType.UNRECOGNISED_VALUE)
    pen.refuse(kind, text if line.name in _UNSUPPORTED else f"{line.name}: {text}")
    return None


_YES_NO = MappingProxyType({"yes": "Y", "true": "Y", "1": "Y", "no": "N", "false": "N", "0": "N"})

_UNSUPPORTED = MappingProxyType(
    {
        "action": ErrorType.UNSUPPORTED_ACTION_TYPE,
        "reasonForMessage": ErrorType.UNSUPPORTED_REASON,
    }
)


def _string(line: Element, text: str, child: Any, pen: Pen) -> str:
    return text


def _coded(line: Element, text: str, child: Any, pen: Pen) -> Coded:
    schemes = (v for k, v in child.attrib.items() if k.rpartition("}")[2] == "scheme")
    return Coded(text, next(schemes, "").strip() or None)


WRITTEN = ("timestamp", "lastChange")
"""When something was written, by the clock of whoever wrote it."""


def _instant(line: Element, text: str, child: Any, pen: Pen) -> datetime | None:
    try:
        instant, code = instants.read(text, pen.zone)
    except ValueError:
        code = "bad-timestamp" if line.name in WRITTEN else "bad-date"
        pen.note(code, child, text)
        return None
    if code:
        pen.note(code, child, text)
    if pen.now and instant and line.name in WRITTEN and instant > pen.now + AHEAD:
        pen.note("clock-ahead", child, text)
    return instant


def _decimal(line: Element, text: str, child: Any, pen: Pen) -> Decimal | None:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or amount < 0 or abs(amount.adjusted()) > 12:
        pen.note("bad-amount", child, text)
        return None
    return amount


def _integer(line: Element, text: str, child: Any, pen: Pen) -> int | None:
    if re.fullmatch(r"[+-]?\d{1,9}", text):
        return int(text)
    pen.note("bad-number", child, text)
    return None


def _boolean(line: Element, text: str, child: Any, pen: Pen) -> bool | None:
    meant = _YES_NO.get(text.lower(), text.upper())
    if meant not in ("Y", "N"):
        pen.note("bad-boolean", child, text)
        return None
    return meant == "Y"


_READERS: MappingProxyType[str, Callable[[Element, str, Any, Pen], Any]] = MappingProxyType(
    {
        "S": _string,
        "C": _coded,
        "D": _instant,
        "N": _decimal,
        "I": _integer,
        "U": _integer,
        "P": _coded,
        "B": _boolean,
    }
)


def _made(name: str, values: dict[str, list[Any]], pen: Pen) -> Any:
    """A structure's value object; None when a part it cannot be without is missing."""
    cls = CLASSES[name]
    if name == "ConfirmationHeader" and "message_status" not in values:
        # never take silence for OK: a person looks, and our message does not count as delivered
        pen.findings.append(Finding("no-message-status", name))
        values = {**values, "message_status": [MessageStatus.ERROR]}
    try:
        return cls(**{key: _shaped(cls, key, found) for key, found in values.items()})
    except TypeError:
        pen.findings.append(Finding("incomplete", name))
        return None


def _shaped(cls: Any, key: str, found: list[Any]) -> Any:
    """A tuple where the field repeats, else the first value."""
    return tuple(found) if key in REPEATS[cls] else found[0]


def _message(element: str, name: str, values: dict[str, list[Any]], pen: Pen) -> Message:
    if name.endswith("Confirmation"):
        return Confirmation(
            kind=MessageKind(element),
            header=values["header"][0],
            reason_for_message=next(iter(values.get("reason_for_message", ())), None),
            action=next(iter(values.get("action", ())), None),
            error_data=tuple(values.get("error_data", ())),
        )
    if name == "SupplyingAgencyMessage":
        values = moved.home(values)
    message: Message = _made(name, values, pen)
    if name == "RequestingAgencyMessage" and "action" not in values and not pen.refusals:
        pen.refuse(ErrorType.UNSUPPORTED_ACTION_TYPE, "action")
    return message


def _check_ids(message: Message, pen: Pen, source: str) -> None:
    """A message without any id cannot be bound; agencies and ids are the conversation's key."""
    if isinstance(message, Confirmation):
        return
    header = message.header
    ours = header.requesting_agency_request_id.strip()
    theirs = (header.supplying_agency_request_id or "").strip()
    if not ours and (isinstance(message, Request) or not theirs):
        pen.refuse(ErrorType.UNRECOGNISED_VALUE, "requestingAgencyRequestId: empty")
    if header.requesting_agency_id is None:
        pen.refuse(ErrorType.UNRECOGNISED_VALUE, "requestingAgencyId: missing")
    if isinstance(message, SupplyingAgencyMessage) and header.supplying_agency_id is None:
        pen.refuse(ErrorType.UNRECOGNISED_VALUE, "supplyingAgencyId: missing")
