"""ISO 18626: messages as bytes and as values. Reading is lenient, writing strict (DESIGN §6)."""

import hashlib
from dataclasses import replace

from ill_desktop.domain.codes import ErrorType
from ill_desktop.domain.message import (
    Confirmation,
    Message,
    Request,
    RequestingAgencyMessage,
    kind_of,
)
from ill_desktop.formats.iso18626.fitting import Fitted, fit
from ill_desktop.formats.iso18626.reader import (
    KOHA_OLD,
    WAITS,
    WARNS,
    Finding,
    Reading,
    Refusal,
    read,
)
from ill_desktop.formats.iso18626.strict import faults
from ill_desktop.formats.iso18626.writer import PLAIN, Manner, write


def content_hash(message: Message) -> str:
    """What a message says, whatever its spelling and its time of writing."""
    if isinstance(message, Confirmation):
        blank: Message = replace(message, header=replace(message.header, timestamp=None))
    else:
        blank = replace(message, header=replace(message.header, timestamp=None))
    return hashlib.sha256(repr(blank).encode()).hexdigest()


def message_key(message: Message) -> str:
    """What makes two files the same message (ISO18626 §8.3.5)."""
    header = message.header
    agencies = [
        str(a.symbol) if a else ""
        for a in (header.supplying_agency_id, header.requesting_agency_id)
    ]
    ids = (header.requesting_agency_request_id or "").strip() or _their_id(message)
    stamp = header.timestamp.isoformat() if header.timestamp else content_hash(message)
    parts = (kind_of(message).value, *agencies, ids, _what(message), stamp)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def _their_id(message: Message) -> str:
    """The supplier's id: what tells two requests apart where the requester's id is empty."""
    if isinstance(message, Confirmation):
        return ""
    return (message.header.supplying_agency_request_id or "").strip()


def _what(message: Message) -> str:
    if isinstance(message, Confirmation | Request):
        return ""
    if isinstance(message, RequestingAgencyMessage):
        return message.action.value
    status = message.status_info.status if message.status_info else None
    return f"{message.message_info.reason_for_message.value}/{status.value if status else ''}"


__all__ = [
    "KOHA_OLD",
    "PLAIN",
    "WAITS",
    "WARNS",
    "ErrorType",
    "Finding",
    "Fitted",
    "Manner",
    "Reading",
    "Refusal",
    "content_hash",
    "faults",
    "fit",
    "message_key",
    "read",
    "write",
]
