"""Messages to partners that are reached by mail: a mail with the message in it and beside it.

Without a mail server a mail lies ready as a draft that any mail program opens; a person sends it
and says so (FEATURES MX-7, NO-2). The same message makes the same bytes each time.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ill_desktop.domain.errors import CannotWrite, Invalid
from ill_desktop.domain.message import Request
from ill_desktop.formats import block_message, iso18626, request_block
from ill_desktop.services.accounts import SETTING
from ill_desktop.services.views import DRAFT
from ill_desktop.store import directory, inbox, outbox
from ill_desktop.store import settings as kept
from ill_desktop.store.rows import ChannelRow, MessageRow
from ill_desktop.transport import mail
from ill_desktop.transport.mail import Attachment, Letter
from ill_desktop.words.catalogue import Words, words_for
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

Files = Sequence[tuple[str, bytes]]
TYPES = {".xml": "application/xml"}

PLEASE = mark(
    "Mail",
    "Please answer this mail and fill in the last lines of the block: write yes, no, sent or"
    " later after the word Answer.",
)
ABOUT = mark("Mail", "{library} writes to you about an interlibrary loan.")
ATTACHED = mark("Mail", "What is attached says the same to programs.")
SUBJECT = mark("Mail", "Interlibrary loan {number}, {library}")


def packed(
    desk: "Desk", session: "Session", row: MessageRow, channel: ChannelRow, files: Files
) -> tuple[str, bytes]:
    """The mail a message leaves in, with its name; raises `CannotWrite`."""
    name = f"{Path(files[0][0]).stem}.eml"
    try:
        return name, mail.write(_letter(desk, session, row, channel, files))
    except Invalid as error:
        raise CannotWrite(channel.address, "not-an-address") from error


def _letter(
    desk: "Desk", session: "Session", row: MessageRow, channel: ChannelRow, files: Files
) -> Letter:
    partner = directory.partner(session, row.partner_id)
    words = words_for((partner.language if partner else "") or desk.library.language)
    number = inbox.conversation_id(session, row)
    subject = words.tr("Mail", SUBJECT, number=number, library=desk.library.name)
    return Letter(
        sender=str(kept.read(session, SETTING, {}).get("sender", "")),
        to=channel.address,
        subject=mail.line(subject),
        text=_text(desk, words, outbox.body(session, row.id)),
        attached=tuple(
            Attachment(n, data, TYPES.get(Path(n).suffix, "application/octet-stream"))
            for n, data in files
        ),
        key=f"{desk.library.symbol}/{row.sha256}/{row.id}",
        sent_at=(row.timestamp or row.created_at).astimezone(ZoneInfo(desk.library.zone)),
    )


def _text(desk: "Desk", words: Words, body: bytes) -> str:
    """What a person reads: who writes, the block, and how it is answered."""
    message = iso18626.read(body, zone=ZoneInfo(desk.library.zone), source="").message
    asks = isinstance(message, Request)
    fields = block_message.fields_of(message)
    parts = [words.tr("Mail", ABOUT, library=desk.library.name)]
    if fields:
        parts += [words.tr("Mail", PLEASE)] if asks else []
        parts.append(request_block.write(fields, words, answer=asks))
    parts += [words.tr("Mail", ATTACHED), f"{desk.library.name}\n{desk.library.symbol}"]
    return "\n\n".join(parts) + "\n"


def by_wire(channel: ChannelRow | None) -> bool:
    """Whether a mail server takes what goes through a channel, where there is one."""
    return channel is not None and channel.kind == "mail" and not channel.outbox


def place(desk: "Desk", channel: ChannelRow) -> Path:
    """Where mails to a partner are left; raises `CannotWrite`."""
    if channel.outbox:
        return Path(channel.outbox)
    drafts = desk.folder.drafts
    try:
        drafts.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(str(drafts), error.strerror or "") from error
    return drafts


def afterwards(channel: ChannelRow | None) -> str:
    """The reason code of a message that was written: a draft still has to be sent."""
    return DRAFT if by_wire(channel) else ""
