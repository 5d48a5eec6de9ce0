"""The part of the post that needs a mail server: apart from the rest, so that nothing waits for it.

No transaction is open while the network is talked to. A message is claimed in a commit of its own
just before its mail is handed over; one that was not yet noted as sent when the program was killed
goes out again as the same mail, under the same Message-ID.
"""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import CannotWrite, MailFailed
from ill_desktop.services import accounts, attachments, sealing
from ill_desktop.services.accounts import Account
from ill_desktop.services.changes import Change
from ill_desktop.services.post import attention, by_mail, locked, mailbox
from ill_desktop.services.post.alone import Failed, apart
from ill_desktop.services.post.delivering import file_name, not_made, unsent
from ill_desktop.services.post.tally import PostReport, Tally, never
from ill_desktop.store import directory, inbox, outbox
from ill_desktop.store.locking import only_one
from ill_desktop.store.rows import MessageRow
from ill_desktop.transport import mail, mail_server

if TYPE_CHECKING:
    import smtplib

    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

log = logging.getLogger(__name__)

SOONEST, LATEST = timedelta(minutes=1), timedelta(hours=4)
"""When a mail is tried again: as long after as it has been waiting, within these."""

MOST = 50
"""Mails looked at in one round."""
TRIES = 8
"""How often a mail is handed over before it is told that it was perhaps sent."""
BROKEN = 3
"""After so many connections broke off, the rest waits for another round."""


@dataclass(frozen=True, slots=True)
class Ready:
    """One mail that may leave."""

    message_id: int
    ordered: outbox.Ordered
    file: str
    to: str
    data: bytes


def run(desk: "Desk", now: bool = False, stopped: Callable[[], bool] = never) -> PostReport:
    """One round with the mail servers; `now` also sends what is held. Raises `Busy`.

    Once it is `stopped`, the mail at hand is finished.
    """
    tally = Tally(stopped=stopped)
    account = accounts.show(desk)
    if account.wanted:
        with only_one(desk.folder.mail_lock):
            if account.inbox_server:
                _read(desk, account, tally)
                tally.late = locked.for_long(desk, tally.failing, tally.more, locked.MAILS)
            if account.server and not stopped():
                _send(desk, account, tally, now)
    if tally.counts:
        desk.changes.publish(Change(requests=frozenset(tally.touched), messages=True))
    if tally.trouble is not None:
        raise tally.trouble
    return tally.report()


# --- out ------------------------------------------------------------------------------------


def _send(desk: "Desk", account: Account, tally: Tally, everything: bool) -> None:
    waiting, stopped = _mails(desk, everything), set[outbox.Ordered]()
    for _ in range(BROKEN):
        if not waiting or tally.stopped():
            return
        try:
            server = accounts.out_of(desk, account)
            with mail_server.posting(server) as line:
                _hand_over(desk, waiting, stopped, (line, server, account.sender), tally)
        except MailFailed as error:
            for message_id in waiting:
                _not_reached(desk, message_id, error, tally)
            return


def _mails(desk: "Desk", everything: bool) -> list[int]:
    """The messages that may leave now and leave by mail."""
    ready = outbox.deliverable(unsent(desk), desk.clock.now(), everything)
    with desk.database.read() as session:
        rows = outbox.at_hand(session, [one.id for one in ready])
        return [r.id for r in rows if by_mail.by_wire(directory.channel(session, r.channel_id))]


def _hand_over(
    desk: "Desk",
    waiting: list[int],
    stopped: set[outbox.Ordered],
    way: "tuple[smtplib.SMTP, mail_server.Server, str]",
    tally: Tally,
) -> None:
    """One mail after another, as long as the server listens; one that is refused, or on which it
    breaks off, holds back those of the same request.

    What was handed over, or cannot be, is no longer in `waiting`.
    """
    line, server, sender = way
    while waiting and not tally.stopped() and mail_server.is_open(line):
        one = _claimed(desk, waiting.pop(0), stopped, tally)
        if one is not None:
            try:
                mail_server.post(line, server, sender, one.to, one.data)
            except MailFailed as error:
                refused = error.reason == "mail-refused"
                (_refused if refused else _broke_off)(desk, one.message_id, error, tally)
                stopped.add(one.ordered)
            else:
                _sent(desk, one, tally)


def _claimed(
    desk: "Desk", message_id: int, stopped: set[outbox.Ordered], tally: Tally
) -> Ready | None:
    """The mail of a message, which from now on counts as having left: undo has come too late.

    None where it was taken back in the meantime, has to wait for another, cannot be made, or was
    handed over so often that a person has to look.
    """
    with desk.database.work() as session:
        row = inbox.message(session, message_id)
        if row.state not in outbox.UNSENT:
            return None
        order = outbox.ordered(row)
        if order is not None and order in stopped:
            return None
        if row.state == outbox.SENDING:
            row.earlier, row.tries = row.earlier + 1, row.tries + 1
            if row.tries > TRIES:  # one that only waited for a server is handed over once at least
                _perhaps(desk, session, row, tally)
                return None
        try:
            with apart(desk, session):
                one = _packed(desk, session, row)
        except Failed as bad:
            unsure = row.state == outbox.SENDING
            _note(desk, row, *not_made(row, bad), tally)
            row.state = outbox.SENDING if unsure else row.state  # it may be there already
            stopped.add(order)
            return None
        row.state, row.file_name = outbox.SENDING, one.file
        return one


def _packed(desk: "Desk", session: "Session", row: MessageRow) -> Ready:
    """The mail of a message; raises `CannotWrite`."""
    channel = directory.channel(session, row.channel_id)
    if channel is None:
        raise CannotWrite("", "no folder")
    enclosed = attachments.enclosed(desk, session, row.encloses)
    files = sealing.files_of(desk, session, row, file_name(session, row), enclosed)
    _, data = by_mail.packed(desk, session, row, channel, files)
    whole = mail.without_draft_mark(data)
    return Ready(row.id, outbox.ordered(row), files[0][0], channel.address, whole)


def _sent(desk: "Desk", one: Ready, tally: Tally) -> None:
    tally.counts["written"] += 1
    with desk.database.work() as session:
        row = inbox.message(session, one.message_id)
        tally.counts["confirming"] += row.kind in outbox.CONFIRMATIONS
        if row.state != outbox.SENDING:
            return  # its confirmation was read already
        row.state, row.written_at = "written", desk.clock.now()
        row.reason, row.reason_value = outbox.AGAIN if row.earlier else "", ""


def _refused(desk: "Desk", message_id: int, error: MailFailed, tally: Tally) -> None:
    """The server said in so many words that it did not take a mail: it did not leave."""
    with desk.database.work() as session:
        row = inbox.message(session, message_id)
        if row.state in outbox.UNSENT:
            _note(desk, row, error.reason, error.detail, tally)


def _broke_off(desk: "Desk", message_id: int, error: MailFailed, tally: Tally) -> None:
    """Nobody knows whether a mail was taken: it stays on its way, and is told after some tries."""
    with desk.database.work() as session:
        row = inbox.message(session, message_id)
        if row.state != outbox.SENDING:
            return  # its confirmation was read already
        if row.tries + 1 >= TRIES:
            _perhaps(desk, session, row, tally)
            return
        _note(desk, row, "broke-off", error.detail, tally)
        row.state = outbox.SENDING


def _not_reached(desk: "Desk", message_id: int, error: MailFailed, tally: Tally) -> None:
    """No server was there for a mail; what was under way before may be there all the same.

    Such a one waits for the server as often as it would be handed over, and is told then; where
    the server is back before, it is given the mail.
    """
    with desk.database.work() as session:
        row = inbox.message(session, message_id)
        if row.state not in outbox.UNSENT:
            return
        unsure = row.state == outbox.SENDING
        if unsure and row.tries + 1 >= TRIES:
            _perhaps(desk, session, row, tally)
            return
        _note(desk, row, error.reason, error.detail, tally)
        if unsure:
            row.state, row.tries = outbox.SENDING, row.tries + 1


def _perhaps(desk: "Desk", session: "Session", row: MessageRow, tally: Tally) -> None:
    """Try no more: the mail may be there, even several times. A person asks, or sends it."""
    row.state, row.reason, row.written_at = "unanswered", "perhaps-sent", desk.clock.now()
    tally.counts["failed"] += 1
    attention.wanted(desk, session, row.request_id, row.reason)


def _note(desk: "Desk", row: MessageRow, reason: str, detail: str, tally: Tally) -> None:
    row.state, row.reason, row.reason_value = "failed", reason, detail[:300]
    row.due_at = next_try(desk.clock.now(), row.created_at)
    tally.counts["failed"] += 1


def next_try(now: datetime, since: datetime) -> datetime:
    """When a mail that has been waiting since then is tried again."""
    return now + min(max(now - since, SOONEST), LATEST)


# --- in -------------------------------------------------------------------------------------


def _read(desk: "Desk", account: Account, tally: Tally) -> None:
    """Read what is unread; each mail is marked after the commit that keeps what it said.

    Mails that have nothing to do with the exchange stay as they are, for people to read.
    """
    try:
        server = accounts.into(desk, account)
        with mail_server.reading(server, account.folder) as folder:
            unread = folder.unread()
            others = mailbox.left_alone(desk, folder.place) & frozenset(unread)
            new = [mail_id for mail_id in unread if mail_id not in others][:MOST]
            asked = takewhile(lambda _: not tally.stopped(), new)
            others |= {one for one in asked if not _taken(desk, account, folder, one, tally)}
            mailbox.leave_alone(desk, folder.place, others)
    except MailFailed as error:
        log.warning("the mailbox was not read: %s", error.reason)
        tally.counts["failed"] += 1


def _taken(
    desk: "Desk", account: Account, folder: mail_server.Folder, mail_id: str, tally: Tally
) -> bool:
    """Whether a mail is for the desk; it is then read."""
    data = folder.take(mail_id, mail.LIMIT)
    name = f"{hashlib.sha256(data).hexdigest()[:16]}.eml"
    try:
        if not mailbox.is_to_be_read(desk, data, name):
            return False
        if mailbox.take(desk, data, name, tally):
            folder.done(mail_id, account.moved_to)
    except Failed as bad:
        mailbox.failed(desk, data, tally, bad)
    return True
