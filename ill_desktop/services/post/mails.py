"""Saved mails in a letterbox: the messages attached to them, or what they propose in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path

from ill_desktop.domain.errors import Unreadable
from ill_desktop.domain.message import Message
from ill_desktop.formats import block_message, request_block
from ill_desktop.transport import mail
from ill_desktop.transport.folder import Arrival

ENDING = ".eml"
SIGN = 64 * 1024
"""Bytes below which a picture that the words show is a sign, and no page somebody pasted."""
ABOUT_MAIL = frozenset(
    {
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-signature",
        "application/pgp-keys",
        "text/vcard",
        "text/x-vcard",
    }
)
"""Types of parts that tell of a mail or its writer, and of no request."""


@dataclass(frozen=True, slots=True)
class Enclosed(Arrival):
    """An attachment of a mail that lies in a letterbox; the mail goes when all were read."""

    inside: str = ""

    @property
    def name(self) -> str:
        """The attachment's own name, by which confirmations are matched."""
        return self.inside


def brought(root: Path, digest: str, size: int, name: str) -> Enclosed:
    """What lies in no letterbox, known by a hash; at its path lies nothing to be removed."""
    return Enclosed(root / f".{digest}.taken", size, float(int(digest[:8], 16)), name)


@dataclass(frozen=True, slots=True)
class Came:
    """What came with a message: files by name, and words that are none of our own."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    words: str = ""

    def __bool__(self) -> bool:
        return bool(self.files or self.words)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a mail holds: messages by name and files beside them, or a proposal."""

    messages: tuple[tuple[str, bytes], ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    text: str = ""
    proposal: Message | None = None


def opened(data: bytes, name: str, now: datetime) -> Opened:
    """Take a mail apart; raises `Unreadable` where there is nothing of the exchange in it.

    A proposal is dated `now`: when somebody typed it, nobody knows.
    """
    letter = mail.read(data, name)
    found, files = letter.messages, _files(letter)
    if found:
        stem = name.removesuffix(ENDING)
        named = ((one.name or f"{stem}-{n}.xml", one.data) for n, one in enumerate(found, 1))
        return Opened(tuple(named), files, letter.text)
    for fields in request_block.read(letter.text):
        proposal = block_message.message_of(fields, now)
        if proposal is not None:
            return Opened(files=files, text=letter.text, proposal=proposal)
    raise Unreadable(name, "winmail" if letter.winmail else "no-message")


def _files(letter: mail.Mail) -> Mapping[str, bytes]:
    """What is attached beside messages, every one of it under a name of its own."""
    found: dict[str, bytes] = {}
    for one in letter.attached:
        if one.is_message or one.is_package or _is_of_the_mail(one):
            continue
        stem, _, ending = one.name.rpartition(".")
        stem, ending = (stem, f".{ending}") if stem else (one.name or "attachment", "")
        names = (f"{stem} ({n}){ending}" if n > 1 else f"{stem}{ending}" for n in count(1))
        found[next(name for name in names if name not in found)] = one.data
    return found


def _is_of_the_mail(one: mail.Attachment) -> bool:
    """Whether a part belongs to the mail and its writer: a seal, a card, a sign in the words."""
    sign = one.in_words and one.type.startswith("image/") and len(one.data) < SIGN
    return sign or one.type in ABOUT_MAIL


def readable(data: bytes) -> str:
    """A mail as a person reads it; other bytes as characters."""
    if not mail.looks_like(data):
        return data.decode("utf-8", "replace")
    try:
        letter = mail.read(data)
    except Unreadable:
        return data.decode("utf-8", "replace")
    return f"{letter.sender}\n{letter.subject}\n\n{letter.text}"
