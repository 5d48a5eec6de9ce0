"""Writing what is due into the partners' folders, after the commit that queued it."""

import logging
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import CannotWrite
from ill_desktop.domain.identity import Symbol
from ill_desktop.services import accounts, attachments, sealing
from ill_desktop.services.post import by_mail
from ill_desktop.services.post.alone import Failed, alone, apart
from ill_desktop.services.post.quarantine import safe_name
from ill_desktop.services.post.tally import Tally
from ill_desktop.services.views import DRAFT
from ill_desktop.store import directory, inbox, outbox
from ill_desktop.store.outbox import Unsent
from ill_desktop.store.rows import MessageRow
from ill_desktop.transport import leaving
from ill_desktop.transport.leaving import ToLeave

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

log = logging.getLogger(__name__)

KIND_CODE = {
    "request": "REQ",
    "supplyingAgencyMessage": "SAM",
    "requestingAgencyMessage": "RAM",
    "requestConfirmation": "REQC",
    "supplyingAgencyMessageConfirmation": "SAMC",
    "requestingAgencyMessageConfirmation": "RAMC",
}


BATCH, ROOM = 50, 64 * 2**20
"""Messages that share a commit, and the bytes after which a batch takes no more."""
PORTION = 200
"""Messages that leave in one round while somebody waits."""


@dataclass(slots=True)
class Round:
    """One round of writing; in those `stopped` a message could not leave."""

    desk: "Desk"
    now: datetime
    tally: Tally
    stopped: set[outbox.Ordered] = field(default_factory=set)
    wired: bool = False
    """Whether mails leave through a mail server, in a part of the post of its own."""
    signing: frozenset[int | None] = frozenset()
    """Partners whose messages are sealed."""

    @property
    def is_over(self) -> bool:
        """Whether the rest is left to the next round."""
        enough = self.tally.briefly and self.tally.counts["written"] >= PORTION
        return enough or self.tally.stopped()


@dataclass(slots=True)
class _Going:
    """A message with the files it leaves in; `name` is what the ledger will call it."""

    row: MessageRow
    """As it was when it was taken up."""
    state: str
    files: list[ToLeave] = field(default_factory=list)
    name: str = ""
    left: bool = False
    wrong: str = ""
    """Why it does not leave, as a code, where it does not; `detail` what the system said."""
    detail: str = ""

    @property
    def ordered(self) -> outbox.Ordered:
        """What it must not overtake another of; none for confirmations."""
        return outbox.ordered(self.row)


def deliver(desk: "Desk", tally: Tally, everything: bool) -> None:
    """Write every message that may leave. One that cannot holds back those after it.

    A partner's folder may be slow, so the desk is open to others while files go there: messages
    are claimed in one commit, which tells undo that it comes too late, and noted in a second.
    Killed between the two, the next round finds the same bytes under the same names.
    """
    now = desk.clock.now()
    ready = outbox.deliverable(unsent(desk), now, everything)
    if ready:
        wired = bool(accounts.show(desk).server)
        _write(Round(desk, now, tally, wired=wired, signing=_signing(desk, ready)), ready)


def unsent(desk: "Desk") -> list[Unsent]:
    """What did not leave yet, the oldest first."""
    return desk.database.known("unsent", outbox.unsent)


def _signing(desk: "Desk", ready: list[Unsent]) -> frozenset[int | None]:
    """Partners whose messages are sealed, of those that are written to."""
    to = {one.partner_id for one in ready if not one.confirms}
    if not to:
        return frozenset()
    with desk.database.read() as session:
        return frozenset(one for one in to if sealing.signs(session, one))


def leave_drafts(desk: "Desk", ids: list[int]) -> None:
    """Leave messages as mails for a person, although a mail server is set up."""
    with desk.database.read() as session:
        rows = outbox.at_hand(session, ids)
        ready = [Unsent(r.id, r.request_id, r.kind, r.due_at, r.partner_id) for r in rows]
    _write(Round(desk, desk.clock.now(), Tally(), signing=_signing(desk, ready)), ready)


def _write(this: Round, ready: list[Unsent]) -> None:
    while ready:
        if this.is_over:
            this.tally.more = True
            return
        going = _taken(ready, this)
        _leave(going, this)
        if going:
            with this.desk.database.work() as session:
                _note(session, going, this)


# --- what leaves --------------------------------------------------------------------------------


def _taken(ready: list[Unsent], this: Round) -> list[_Going]:
    """The next messages, no longer in `ready`, with what they leave in.

    Confirmations need no claim: nobody takes them back. A claim need not outlive a power cut, but
    the number in a seal must.
    """
    some, ready[:] = ready[:BATCH], ready[BATCH:]
    claimed = [one for one in some if not one.confirms]
    lasting = any(one.partner_id in this.signing for one in claimed)
    database = this.desk.database
    with database.work(lasting=lasting) if claimed else database.read() as session:
        rows = outbox.at_hand(session, [one.id for one in some])
        rows.sort(key=lambda row: row.kind in outbox.CONFIRMATIONS)
        going, rest = _packed(session, rows, this)
    ready[:0] = [one for one in some if one.id in rest]
    return going


def _packed(
    session: "Session", rows: list[MessageRow], this: Round
) -> tuple[list[_Going], set[int]]:
    """As many of these messages as there is room for, and the ids of the rest."""
    going: list[_Going] = []
    size = 0
    for at, row in enumerate(rows):
        if size > ROOM:
            return going, {one.id for one in rows[at:]}
        if _may_leave(session, row, this):
            going.append(_going(session, row, this))
            size += sum(len(file.data) for file in going[-1].files)
    return going, set()


def _may_leave(session: "Session", row: MessageRow, this: Round) -> bool:
    if this.wired and by_mail.by_wire(directory.channel(session, row.channel_id)):
        return False
    return row.state in outbox.UNSENT and outbox.ordered(row) not in this.stopped


def _going(session: "Session", row: MessageRow, this: Round) -> _Going:
    """A message claimed and packed, or why it cannot be."""
    one = _Going(row, row.state)
    guard = alone(this.desk) if one.ordered is None else apart(this.desk, session)
    try:
        with guard:
            one.files, one.name = _files(session, row, this)
    except Failed as bad:
        _stop(one, not_made(row, bad), this)
    else:
        if row.kind not in outbox.CONFIRMATIONS:
            row.state = outbox.SENDING
    return one


def _files(session: "Session", row: MessageRow, this: Round) -> tuple[list[ToLeave], str]:
    """What is to be written of a message, and where; raises `CannotWrite`.

    The name is empty where it is that under which the first file will lie.
    """
    channel = directory.channel(session, row.channel_id)
    by_post = channel is not None and channel.kind == "mail"
    if channel is None or not (channel.outbox or by_post):
        raise CannotWrite("", "no folder")
    enclosed = attachments.enclosed(this.desk, session, row.encloses)
    files = sealing.files_of(this.desk, session, row, file_name(session, row), enclosed)
    if by_post:
        whole = by_mail.packed(this.desk, session, row, channel, files)
        return [ToLeave(by_mail.place(this.desk, channel), *whole)], files[0][0]
    return [ToLeave(Path(channel.outbox), *file) for file in files], ""


NOT_MADE = "not-made"
"""Why a message does not leave that our own code could not make ready."""


def not_made(row: MessageRow, bad: Failed) -> tuple[str, str]:
    """Why a message does not leave, as a code and what the system said.

    Where our own code failed, the log says so too, once and not in every round.
    """
    if bad.trouble is not None:
        return bad.trouble.code, bad.trouble.reason
    if row.reason != NOT_MADE:
        log.error("a message could not be made ready to leave", exc_info=bad.__cause__)
    return NOT_MADE, ""


def _stop(one: _Going, why: tuple[str, str], this: Round) -> None:
    one.wrong, one.detail = why
    if one.ordered is not None:
        this.stopped.add(one.ordered)


# --- leaving it ---------------------------------------------------------------------------------


def _leave(going: list[_Going], this: Round) -> None:
    """Write messages in their order; confirmations, which know none, together after them."""
    packed = [one for one in going if not one.wrong]
    for one in packed:
        if this.tally.stopped():
            return
        if one.row.kind not in outbox.CONFIRMATIONS and one.ordered not in this.stopped:
            _drop([one], this)
    _drop([one for one in packed if one.row.kind in outbox.CONFIRMATIONS], this)
    for place in sorted({file.outbox for one in packed for file in one.files}):
        leaving.sync(place)


def _drop(some: list[_Going], this: Round) -> None:
    names = iter(leaving.drop_all([file for one in some for file in one.files]))
    for one in some:
        own = list(islice(names, len(one.files)))
        wrong = next((name for name in own if isinstance(name, CannotWrite)), None)
        if wrong is not None:
            _stop(one, (wrong.code, wrong.reason), this)
        else:
            one.left, one.name = True, one.name or str(own[0])


# --- and saying so ------------------------------------------------------------------------------


def _note(session: "Session", going: list[_Going], this: Round) -> None:
    """Write down what became of messages; of one that nobody claimed only if it still waits."""
    rows = outbox.messages(session, [one.row.id for one in going])
    for one in going:
        row = rows[one.row.id]
        if row.state not in outbox.UNSENT:
            continue
        if one.wrong:
            # what was under way when the program was killed may lie there already
            row.state = outbox.SENDING if one.state == outbox.SENDING else "failed"
            row.reason = one.wrong
            row.reason_value = one.detail[:300]
            this.tally.counts["failed"] += 1
        elif one.left:
            _written(session, row, one.name, this)
        else:
            row.state = one.state


def _written(session: "Session", row: MessageRow, name: str, this: Round) -> None:
    again = outbox.AGAIN if row.earlier else ""
    row.reason = by_mail.afterwards(directory.channel(session, row.channel_id)) or again
    row.file_name, row.state, row.written_at = name, "written", this.now
    row.reason_value = ""
    this.tally.counts["written"] += 1
    lies = row.reason == DRAFT
    this.tally.counts["drafts"] += lies
    this.tally.counts["confirming"] += not lies and row.kind in outbox.CONFIRMATIONS


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
