"""Writing what is due into the partners' folders, after the commit that queued it."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import CannotWrite
from ill_desktop.domain.identity import Symbol
from ill_desktop.services import accounts, attachments, sealing
from ill_desktop.services.post import by_mail
from ill_desktop.services.post.collecting import Tally
from ill_desktop.services.post.quarantine import safe_name
from ill_desktop.store import directory, inbox, outbox
from ill_desktop.store.rows import MessageRow
from ill_desktop.transport import leaving
from ill_desktop.transport.leaving import ToLeave

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

KIND_CODE = {
    "request": "REQ",
    "supplyingAgencyMessage": "SAM",
    "requestingAgencyMessage": "RAM",
    "requestConfirmation": "REQC",
    "supplyingAgencyMessageConfirmation": "SAMC",
    "requestingAgencyMessageConfirmation": "RAMC",
}


BATCH = 50
"""Messages that share a commit."""


@dataclass(slots=True)
class Round:
    """One round of writing; `stopped` are requests of which a message could not leave."""

    desk: "Desk"
    now: datetime
    tally: Tally
    stopped: set[int] = field(default_factory=set)
    wired: bool = False
    """Whether mails leave through a mail server, in a part of the post of its own."""
    places: set[Path] = field(default_factory=set)
    """Folders something was written into since the last commit."""


def deliver(desk: "Desk", tally: Tally, everything: bool) -> None:
    """Write every message that may leave. One that cannot holds back those after it.

    Killed between files and commit, the next round finds the same bytes under the same names.
    """
    this = Round(desk, desk.clock.now(), tally, wired=bool(accounts.show(desk).server))
    with desk.database.read() as session:
        ready = outbox.deliverable(session, this.now, everything)
    for first in range(0, len(ready), BATCH):
        with desk.database.work() as session:
            _batch(session, outbox.at_hand(session, ready[first : first + BATCH]), this)
            for place in this.places:
                leaving.sync(place)
        this.places.clear()


def _batch(session: "Session", rows: list[MessageRow], this: Round) -> None:
    """Messages in their order; confirmations, which know none, together after them."""
    for row in rows:
        if row.kind not in outbox.CONFIRMATIONS:
            _leave_all(session, [row], this)
    _leave_all(session, [row for row in rows if row.kind in outbox.CONFIRMATIONS], this)


def _leave_all(session: "Session", rows: list[MessageRow], this: Round) -> None:
    """Write some messages, unless one before it of the same request could not be."""
    going: list[_Going] = []
    for row in rows:
        if not _may_leave(session, row, this):
            continue
        try:
            going.append(_going(session, row, this))
        except CannotWrite as error:
            _failed(row, error, this)
    left = iter(leaving.drop_all([file for one in going for file in one.files]))
    for one in going:
        names = list(islice(left, len(one.files)))
        wrong = next((name for name in names if isinstance(name, CannotWrite)), None)
        if wrong is not None:
            _failed(one.row, wrong, this)
        else:
            _written(session, one.row, one.name or str(names[0]), this)


def _may_leave(session: "Session", row: MessageRow, this: Round) -> bool:
    if this.wired and by_mail.by_wire(directory.channel(session, row.channel_id)):
        return False
    ordered = row.kind not in outbox.CONFIRMATIONS
    return row.state in outbox.UNSENT and not (ordered and row.request_id in this.stopped)


def _failed(row: MessageRow, error: CannotWrite, this: Round) -> None:
    row.state, row.reason, row.reason_value = "failed", error.code, error.reason[:300]
    this.tally.counts["failed"] += 1
    if row.kind not in outbox.CONFIRMATIONS and row.request_id is not None:
        this.stopped.add(row.request_id)


def _written(session: "Session", row: MessageRow, name: str, this: Round) -> None:
    row.file_name, row.state, row.written_at = name, "written", this.now
    again = "sent-again" if row.reason == "sent-again" else ""
    row.reason = by_mail.afterwards(directory.channel(session, row.channel_id)) or again
    row.reason_value = ""
    this.tally.counts["written"] += 1


@dataclass(frozen=True, slots=True)
class _Going:
    """A message with the files it leaves in; `name` empty: that under which the first will lie."""

    row: MessageRow
    files: list[ToLeave]
    name: str = ""


def _going(session: "Session", row: MessageRow, this: Round) -> _Going:
    """What is to be written of a message, and where; raises `CannotWrite`."""
    channel = directory.channel(session, row.channel_id)
    by_post = channel is not None and channel.kind == "mail"
    if channel is None or not (channel.outbox or by_post):
        raise CannotWrite("", "no folder")
    enclosed = attachments.enclosed(this.desk, session, row.act)
    files = sealing.files_of(this.desk, session, row, file_name(session, row), enclosed)
    if by_post:
        whole = by_mail.packed(this.desk, session, row, channel, files)
        place = by_mail.place(this.desk, channel)
        this.places.add(place)
        return _Going(row, [ToLeave(place, *whole)], files[0][0])
    place = Path(channel.outbox)
    this.places.add(place)
    return _Going(row, [ToLeave(place, *file) for file in files])


def file_name(session: "Session", row: MessageRow) -> str:
    """The name a message leaves under (ISO18626 §8.3.1); for people, and to match confirmations.

    A confirmation is named after the file it confirms.
    """
    if row.answers_id is not None:
        confirmed = inbox.message(session, row.answers_id)
        stem = _stem(confirmed.file_name)
        return f"{safe_name(stem, 105)}.confirm.xml"
    stamp = (row.timestamp or row.created_at).strftime("%Y%m%dT%H%M%SZ")
    ours = directory.own_symbols(session)[0]
    theirs = _their_symbol(session, row)
    kind = KIND_CODE[row.kind] + ("" if row.kind == "request" else f"-{row.summary}")
    parts = (
        stamp,
        safe_name(ours.value, 16),
        safe_name(theirs, 16),
        safe_name(kind, 30),
        safe_name(inbox.conversation_id(session, row), 24),
        f"{row.sequence:05d}",
    )
    return "_".join(part.replace("_", "-") for part in parts) + ".xml"


def _their_symbol(session: "Session", row: MessageRow) -> str:
    found: list[Symbol] = directory.symbols(session, row.partner_id) if row.partner_id else []
    return found[0].value if found else "unknown"


def _stem(name: str) -> str:
    lowered = name.lower()
    for ending in (".xml.txt", ".xml", sealing.ENDING):
        if lowered.endswith(ending):
            return name[: -len(ending)]
    return name
