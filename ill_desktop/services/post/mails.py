"""Saved mails in a letterbox: the messages attached to them, or what they propose in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from ill_desktop.domain.errors import Unreadable
from ill_desktop.domain.message import Message
from ill_desktop.formats import block_message, filetypes, request_block
from ill_desktop.transport import mail
from ill_desktop.transport.folder import Arrival

ENDING = ".eml"


@dataclass(frozen=True, slots=True)
class Enclosed(Arrival):
    """An attachment of a mail that lies in a letterbox; the mail goes when all were read."""

    inside: str = ""

    @property
    def name(self) -> str:
        """The attachment's own name, by which confirmations are matched."""
        return self.inside


@dataclass(frozen=True, slots=True)
class Opened:
    """What a mail holds: messages by name with scans beside them, or a proposal."""

    messages: tuple[tuple[str, bytes], ...] = ()
    beside: Mapping[str, bytes] = field(default_factory=dict)
    proposal: Message | None = None


def opened(data: bytes, name: str, now: datetime) -> Opened:
    """Take a mail apart; raises `Unreadable` where there is nothing of the exchange in it.

    A proposal is dated `now`: when somebody typed it, nobody knows.
    """
    letter = mail.read(data, name)
    found = letter.messages
    if found:
        stem = name.removesuffix(ENDING)
        named = ((one.name or f"{stem}-{n}.xml", one.data) for n, one in enumerate(found, 1))
        return Opened(tuple(named), _scans(letter) if len(found) == 1 else {})
    for fields in request_block.read(letter.text):
        proposal = block_message.message_of(fields, now)
        if proposal is not None:
            return Opened(beside=_scans(letter), proposal=proposal)
    raise Unreadable(name, "winmail" if letter.winmail else "no-message")


def _scans(letter: mail.Mail) -> Mapping[str, bytes]:
    """Papers that travel beside a message; pictures of a signature are none."""
    return {
        one.name: one.data
        for one in letter.attached
        if one.name and not one.is_message and filetypes.kind_of(one.data) == "application/pdf"
    }


def readable(data: bytes) -> str:
    """A mail as a person reads it; other bytes as characters."""
    if not mail.looks_like(data):
        return data.decode("utf-8", "replace")
    try:
        letter = mail.read(data)
    except Unreadable:
        return data.decode("utf-8", "replace")
    return f"{letter.sender}\n{letter.subject}\n\n{letter.text}"
