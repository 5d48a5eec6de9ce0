"""A mail as a letterbox: a message travels as an attachment beside words for people.

Writing is strict: nothing that could end a header line gets into one, and the same letter has
the same bytes whenever it is written. Reading is lenient: attachments come out byte for byte,
however they were packed. Nothing in a mail is opened or fetched.
"""

import binascii
import email.policy
import hashlib
import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.header import decode_header
from email.message import EmailMessage, Message
from email.parser import BytesHeaderParser
from email.utils import collapse_rfc2231_value, format_datetime, parseaddr

from ill_desktop.domain.errors import Invalid, Unreadable, Why

LIMIT = 16 * 1024 * 1024
"""Bytes of a mail with all that is attached to it."""
MOST_PARTS = 100
DEEPEST = 5
"""Mails attached to mails."""
MOST_TEXT = 200_000
MOST_HEAD = 64 * 1024
"""Bytes in which the headers of a mail are looked for."""

_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*"
)
_PART = re.compile(rb"(?:^|[\r\n])content-type[ \t]*:", re.IGNORECASE)
_MAIL = re.compile(rb"^(?:From|To|Received|Return-Path|Delivered-To|MIME-Version|Message-ID|Date|"
                   rb"Subject|DKIM-Signature|Reply-To|Sender|Cc|Content-Type|"
                   rb"X-[\w-]+|ARC-[\w-]+):", re.IGNORECASE)  # fmt: skip
_SHOWN = re.compile(rb"cid:([^\s\"'<>)]{1,200})", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"<(?:br|/p|/div|/tr|/li)\b[^>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a mail; its name is safe to show and has no folders in it."""

    name: str
    data: bytes
    type: str = "application/octet-stream"
    in_words: bool = False
    """Whether it is a picture that the words show, such as a library's sign."""

    @property
    def is_message(self) -> bool:
        """Whether it says that it is XML, by its name, its type or its first bytes."""
        if self.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<?xml", b"<ISO18626")):
            return True
        return self.name.lower().endswith(".xml") or self.type.endswith(("/xml", "+xml"))

    @property
    def is_package(self) -> bool:
        """Whether it is a sealed package."""
        return self.name.lower().endswith(".illpkg")


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail to be written; `key` makes its Message-ID, the same each time.

    Without a sender the mail program that sends it fills in its own.
    """

    sender: str
    to: str
    subject: str
    text: str
    attached: tuple[Attachment, ...]
    key: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail that was read. `sender` is what it claims, and proves nothing."""

    sender: str
    subject: str
    message_id: str
    text: str
    attached: tuple[Attachment, ...]
    winmail: bool = False
    """Whether something is packed as winmail.dat, which only one program opens."""

    @property
    def messages(self) -> tuple[Attachment, ...]:
        """What may be messages of the exchange."""
        return tuple(one for one in self.attached if one.is_message or one.is_package)


def address(text: str, field: str = "mail") -> str:
    """A bare mail address; raises `Invalid` for anything that is more than one."""
    bare = text.strip(" \t")
    if len(bare) > 254 or not _ADDRESS.fullmatch(bare):
        raise Invalid(field, text[:80], Why.NOT_AN_ADDRESS)
    return bare


def line(text: str) -> str:
    """Text for one header line: no line ends, no controls, nothing that turns its direction."""
    plain = "".join(" " if unicodedata.category(c) in _UNSEEN else c for c in text)
    return " ".join(plain.split())


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def _strictly(text: str, field: str) -> str:
    if text != line(text):
        raise Invalid(field, line(text)[:80], Why.NOT_ONE_LINE)
    return text


def write(letter: Letter) -> bytes:
    """The mail as a file any mail program opens; raises `Invalid` for what breaks a header."""
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["To"] = address(letter.to, "mail")
    if letter.sender:
        mail["From"] = address(letter.sender, "sender")
    host = letter.sender.rpartition("@")[2] or "ill-desktop.invalid"
    mail["Subject"] = _strictly(letter.subject, "subject")
    mail["Date"] = format_datetime(letter.sent_at)
    mail["Message-ID"] = f"<{hashlib.sha256(letter.key.encode()).hexdigest()[:32]}@{host}>"
    mail["X-Unsent"] = "1"  # mail programs open it as a draft
    mail.set_content(letter.text, cte="quoted-printable")
    for one in letter.attached:
        maintype, _, subtype = one.type.partition("/")
        name = _strictly(one.name, "file")
        mail.add_attachment(one.data, maintype=maintype, subtype=subtype, filename=name)
    if letter.attached:
        mail.set_boundary(f"=_ill_{hashlib.sha256(letter.attached[0].data).hexdigest()[:40]}")
    return mail.as_bytes()


def without_draft_mark(data: bytes) -> bytes:
    """The same mail to be sent by us: it is no draft any more."""
    return data.replace(b"\r\nX-Unsent: 1\r\n", b"\r\n", 1)


def looks_like(data: bytes) -> bool:
    """Whether the first line is one of a mail."""
    return _MAIL.match(data.lstrip()) is not None


def read(data: bytes, source: str = "") -> Mail:
    """Take a mail apart; raises `Unreadable` for what is none, too large or too deep."""
    if len(data) > LIMIT:
        raise Unreadable(source, "mail-too-large")
    if not looks_like(data):
        raise Unreadable(source, "not-a-mail")
    top, attached, said = _opened(data, source)
    inner = [(one, 1) for one in attached if _is_mail(one)]
    attached = [one for one in attached if not _is_mail(one)]
    while inner:
        one, depth = inner.pop(0)
        if depth > DEEPEST or len(attached) + len(inner) > MOST_PARTS:
            raise Unreadable(source, "mail-too-deep")
        _, more, words = _opened(one.data, source)
        said += words
        inner += [(found, depth + 1) for found in more if _is_mail(found)]
        attached += [found for found in more if not _is_mail(found)]
    winmail = any(_is_winmail(one) for one in attached)
    return Mail(
        sender=parseaddr(_header(top, "From"))[1].casefold(),
        subject=line(_header(top, "Subject"))[:300],
        message_id=line(_header(top, "Message-ID"))[:300],
        text="\n".join(said)[:MOST_TEXT],
        attached=tuple(attached),
        winmail=winmail,
    )


def sender_of(data: bytes) -> str:
    """The address that a mail claims to be from, however large it is; empty where it names none."""
    head = BytesHeaderParser(policy=email.policy.compat32).parsebytes(data[:MOST_HEAD])
    return parseaddr(_header(head, "From"))[1].casefold()


def _is_winmail(one: Attachment) -> bool:
    return one.name.lower() == "winmail.dat" or one.type.endswith("ms-tnef")


def _is_mail(one: Attachment) -> bool:
    named = one.name.lower().endswith(".eml") or one.type == "message/rfc822"
    return named and looks_like(one.data)


_Opened = tuple["Message[str, str]", list[Attachment], list[str]]


def _opened(data: bytes, source: str) -> _Opened:
    """A mail's headers, what is attached to it, and its words."""
    if len(_PART.findall(data)) > MOST_PARTS:
        raise Unreadable(source, "mail-too-deep")
    try:
        mail = message_from_bytes(data, policy=email.policy.compat32)
        parts = list(_leaves(mail))
    except RecursionError as error:
        raise Unreadable(source, "mail-too-deep") from error
    attached: list[Attachment] = []
    plain: list[str] = []
    marked: list[str] = []
    shown = _shown(parts)
    for part in parts:
        content = _content(part)
        name, kind = _name(part), part.get_content_type()
        one = Attachment(name, content, kind, _content_id(part) in shown)
        if not content.strip():
            continue
        if name or not kind.startswith("text/") or one.is_message:
            attached.append(one)
        else:
            (marked if kind == "text/html" else plain).append(_words(part, content))
    return mail, attached, plain or [_unmarked(text) for text in marked]


def _shown(parts: list["Message[str, str]"]) -> frozenset[str]:
    """The ids of parts that the words of a mail show where they stand."""
    marked = [part for part in parts if part.get_content_type() == "text/html"]
    return frozenset(
        found.decode("ascii", "replace")
        for part in marked
        for found in _SHOWN.findall(_content(part))
    )


def _content_id(part: "Message[str, str]") -> str:
    return str(part.get("Content-ID", "")).strip().strip("<>")


def _leaves(mail: "Message[str, str]") -> Iterator["Message[str, str]"]:
    for part in mail.walk():
        if not part.is_multipart():
            yield part
        elif part.get_content_type() == "message/rfc822" and _is_packed(part):
            yield part  # forwarded and encoded, which no mail may be; some programs do it


def _is_packed(part: "Message[str, str]") -> bool:
    return str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64"


def _content(part: "Message[str, str]") -> bytes:
    """The bytes of a part as they were before they were packed."""
    if part.is_multipart():
        inner = part.get_payload(0)
        text = inner.get_payload() if isinstance(inner, Message) else ""
        try:
            return binascii.a2b_base64(text) if isinstance(text, str) else b""
        except (binascii.Error, ValueError):
            return b""
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _name(part: "Message[str, str]") -> str:
    """The file's name alone, whatever way it was written in; empty where there is none."""
    try:
        given = part.get_param("filename", None, "content-disposition") or part.get_param("name")
        if given is None:
            return ""
        whole = _decoded(collapse_rfc2231_value(given))
    except (LookupError, ValueError, TypeError):
        return "attachment"
    bare = re.split(r"[/\\]", whole)[-1]
    return line(bare).strip(". ")[-120:]


def _header(mail: "Message[str, str]", name: str) -> str:
    return _decoded(str(mail.get(name, ""))[:2000])


def _decoded(text: str) -> str:
    """Words of RFC 2047 as text; what cannot be decoded stays as it is."""
    try:
        parts = decode_header(text)
        return "".join(
            part.decode(code or "ascii", "replace") if isinstance(part, bytes) else part
            for part, code in parts
        )
    except (LookupError, ValueError, binascii.Error):
        return text


def _words(part: "Message[str, str]", content: bytes) -> str:
    try:
        charset = str(part.get_content_charset() or "utf-8")
        return content.decode(charset, "replace")
    except (LookupError, ValueError):
        return content.decode("utf-8", "replace")


def _unmarked(text: str) -> str:
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", text[:MOST_TEXT])))
