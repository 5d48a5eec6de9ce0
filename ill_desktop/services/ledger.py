"""The ledger as staff look at it: every message, what became of it, and what can be done."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ill_desktop.domain import gist
from ill_desktop.domain.errors import Invalid, Missing, NoInput, Unreadable, Why
from ill_desktop.domain.identity import Symbol
from ill_desktop.formats import block_message, iso18626, request_block
from ill_desktop.services import files
from ill_desktop.services.attachments import WORDS
from ill_desktop.services.changes import Change
from ill_desktop.services.desk import Desk
from ill_desktop.services.views import (
    DRAFT,
    NEEDS_A_PERSON,
    RESENDABLE,
    EnclosureView,
    MessageLine,
    MessageView,
)
from ill_desktop.store import directory, enclosures, journal, mailbook, outbox, seals
from ill_desktop.store.mailbook import LedgerQuery
from ill_desktop.store.rows import MessageRow
from ill_desktop.transport import folder
from ill_desktop.words import labels, packages, unreadable
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.store.database import Session

BESIDE = mark("Mail", "Written beside it")
TOO_LARGE = frozenset({"too-large", "mail-too-large"})
SIZED = TOO_LARGE | {"a-document"}
"""Reasons why a file cannot be read that speak of its size in bytes, not of a line."""
CODES = ("reason", "condition")
"""What a message says in codes that have words."""


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """Some messages, the newest first; `next` 0: there are no more."""

    messages: tuple[MessageLine, ...]
    next: int


def messages(desk: Desk, query: LedgerQuery, partner: str = "") -> LedgerPage:
    """A page of the ledger, of one partner's messages only where its symbol is given.

    Raises `Missing`.
    """
    with desk.database.read() as session:
        if partner:
            card = directory.partner_of(session, Symbol.parse(partner))
            if card is None:
                raise Missing("partner", partner)
            query = replace(query, partner_id=card.id)
        rows = mailbook.page(session, query)
        lines = tuple(_line(row) for row in rows)
    more = bool(query.limit) and len(lines) == query.limit
    return LedgerPage(lines, lines[-1].id if more else 0)


def every(desk: Desk, query: LedgerQuery, partner: str = "") -> Iterator[tuple[MessageLine, ...]]:
    """Every message that `messages` finds, a page of it at a time."""
    while True:
        page = messages(desk, query, partner)
        yield page.messages
        if not page.next:
            return
        query = replace(query, before=page.next)


def of_request(session: "Session", request_id: int) -> tuple[MessageLine, ...]:
    """The messages about one request, the newest first; also when we confirmed those that came."""
    rows = mailbook.page(session, LedgerQuery(request_id=request_id, limit=0))
    ours = {row.answers_id: row.written_at for row in rows if row.answers_id}
    lines = ((_line(row), ours.get(row.id)) for row in rows)
    return tuple(replace(one, confirmed_at=at) if at else one for one, at in lines)


def _line(row: Any) -> MessageLine:
    says_more = row.because in gist.CODES
    return MessageLine(
        id=row.id,
        direction=row.direction,
        kind=row.kind,
        request=row.number or "",
        partner=row.partner or "",
        state=row.state,
        file=row.file_name,
        at=row.written_at or row.created_at,
        reason=row.reason,
        summary=row.because if says_more else row.summary,
        because="" if says_more else row.because,
        detail=row.reason_value,
        confirmed_at=row.confirmed_at,
        leaves_at=row.due_at if row.state == "held" else None,
        by_mail=row.channel == "mail",
        act=row.act,
    )


def message(desk: Desk, message_id: int) -> MessageView:
    """One message with its text; raises `Missing`."""
    # here: the post reads the ledger itself
    from ill_desktop.services.post import arriving, enclosing, mails

    with desk.database.read() as session:
        line = line_of(session, message_id)
        body = outbox.body(session, message_id)
        row = outbox.message(session, message_id)
        staff = journal.staff_of(session, row.act if row else "")
        beside = enclosures.of_message(session, message_id)
        serial = _serial(session, row)
    files = tuple(
        EnclosureView(one.name, one.size, bool(one.type)) for one in beside if one.type != WORDS
    )
    size = _size(desk, line)
    reason = labels.message_reason(desk.words, line.reason) if line.reason else ""
    if size and line.reason in TOO_LARGE:
        whole = _lies_whole(desk, line)
        most = arriving.largest(line.file if whole else "")
        inside = not whole and not line.file.lower().endswith(".xml")
        reason = unreadable.too_large(desk.words, line.file, size, most, inside=inside)
    state = labels.message_state(desk.words, line.standing)
    told = _told(desk, body)
    if told and (said := enclosing.words(desk, beside)):
        told += ((desk.words.tr("Mail", BESIDE), said),)
    if serial:
        told += (packages.number(desk.words, serial),)
    return MessageView(line, mails.readable(body), state, reason, staff, files, told, size)


def _size(desk: Desk, line: MessageLine) -> int:
    """How large a file is that is no message because of it, or is a document."""
    if _lies_whole(desk, line):
        with contextlib.suppress(OSError):  # somebody has taken it out of the quarantine
            return (desk.folder.root / line.detail).stat().st_size
    return int(line.detail) if line.reason in SIZED and line.detail.isdecimal() else 0


def _lies_whole(desk: Desk, line: MessageLine) -> bool:
    """Whether a file lies whole in the quarantine, and the ledger only has its head."""
    return line.detail.startswith(f"{desk.folder.quarantine.name}/")


def _serial(session: "Session", row: MessageRow | None) -> int:
    """The number of the sealed package a message went or came in; 0 where it was in none."""
    if row is None or row.direction == "out":
        return row.serial if row else 0
    came = seals.of_message(session, row.id)
    return came.serial if came else 0


def save_file(desk: Desk, message_id: int, path: Path) -> Path:
    """Write the bytes of a message as they came; raises `Missing` or `CannotWrite`.

    One too large to be held lies in the quarantine; raises `NoInput` where it is there no more.
    """
    with desk.database.read() as session:
        line = line_of(session, message_id)
        data = outbox.body(session, message_id)
    if _lies_whole(desk, line):
        return files.copy(path, desk.folder.root / line.detail)
    return files.write(path, data)


def line_of(session: "Session", message_id: int) -> MessageLine:
    """One message as the ledger lists it; raises `Missing`."""
    rows = mailbook.page(session, LedgerQuery(message_id=message_id))
    if not rows:
        raise Missing("message", str(message_id))
    return _line(rows[0])


def _told(desk: Desk, body: bytes) -> tuple[tuple[str, str], ...]:
    """What a message says in words; nothing where no message can be read."""
    try:
        reading = iso18626.read(body, zone=ZoneInfo(desk.library.zone))
    except Unreadable:
        return ()
    fields = dict(block_message.fields_of(reading.message))
    fields |= {key: labels.coded(desk.words, fields[key]) for key in CODES if key in fields}
    return request_block.labelled(fields, desk.words)


def resend(desk: Desk, message_id: int) -> MessageView:
    """Send the same bytes again under a new name (ISO18626 §8.3.7).

    What could not leave is tried once more at the next round, and is not doubled.
    """
    with desk.database.work() as session:
        row = outbox.message(session, message_id)
        if row is None:
            raise Missing("message", str(message_id))
        if row.direction != "out" or row.state not in RESENDABLE:
            raise Invalid("message", str(message_id), Why.OUT_OF_RANGE)
        if not outbox.body(session, row.id):
            raise Missing("message-text", str(message_id))
        now = desk.clock.now()
        if row.state == "failed":  # the same one: two of them would both leave
            row.state, row.due_at, new_id = "due", now, row.id
        else:
            new_id = outbox.again(session, row, now)
    desk.changes.publish(Change(messages=True))
    return message(desk, new_id)


def draft(desk: Desk, message_id: int) -> Path:
    """The mail that lies ready for a message; raises `Missing` or `NoInput`."""
    line = message(desk, message_id).line
    path = desk.folder.draft(line.file)
    if not line.is_draft:
        raise Missing("message", str(message_id))
    if not path.is_file():
        raise NoInput(str(path))
    return path


def mark_sent(desk: Desk, message_id: int) -> MessageView:
    """A person has sent the mail of a message, now; its draft goes away."""
    return _without_draft(desk, message_id, "written", desk.clock.now())


def drop(desk: Desk, message_id: int) -> MessageView:
    """The mail that lies ready for a message is wanted by nobody any more: it is withdrawn."""
    return _without_draft(desk, message_id, "withdrawn")


def _without_draft(
    desk: Desk, message_id: int, state: str, sent: datetime | None = None
) -> MessageView:
    with desk.database.work() as session:
        row = outbox.message(session, message_id)
        if row is None:
            raise Missing("message", str(message_id))
        if row.state != "written" or row.reason != DRAFT:
            raise Invalid("message", str(message_id), Why.OUT_OF_RANGE)
        row.state, row.reason = state, ""
        row.written_at = sent or row.written_at
        path = desk.folder.draft(row.file_name)
    folder.remove(path)
    view = message(desk, message_id)
    touched = frozenset({view.line.request} - {""})
    desk.changes.publish(Change(requests=touched, messages=True))
    return view


def set_aside(desk: Desk, message_id: int) -> MessageView:
    """Take a message off the list of those that need attention; it stays in the ledger."""
    with desk.database.work() as session:
        row = outbox.message(session, message_id)
        if row is None:
            raise Missing("message", str(message_id))
        if row.state not in NEEDS_A_PERSON:
            raise Invalid("message", str(message_id), Why.OUT_OF_RANGE)
        row.state = "set-aside"
    desk.changes.publish(Change(messages=True))
    return message(desk, message_id)


def waiting(desk: Desk) -> int:
    """How many messages need a person."""
    with desk.database.read() as session:
        return mailbook.count(session, NEEDS_A_PERSON)


def waiting_beside(desk: Desk) -> int:
    """How many messages need a person and are about no request that needs attention itself."""
    with desk.database.read() as session:
        return mailbook.count_beside(session, NEEDS_A_PERSON)


def next_to_leave(desk: Desk) -> datetime | None:
    """When the first message that is held back leaves; None where none is."""
    with desk.database.read() as session:
        return mailbook.next_to_leave(session)


def lying(desk: Desk) -> int:
    """How many mails lie ready for a person to send."""
    with desk.database.read() as session:
        return mailbook.lying(session)


def outgoing(desk: Desk) -> int:
    """How many messages wait to leave."""
    with desk.database.read() as session:
        return mailbook.count(session, ("held", "due", "sending"))
