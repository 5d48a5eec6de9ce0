"""The part of the post that needs a mail server: apart from the rest, so that nothing waits for it.

No transaction is open while the network is talked to. A mail that was handed over and not yet
noted when the program was killed goes out again as the same mail, under the same Message-ID.
"""

import hashlib
import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import CannotWrite, MailFailed
from ill_desktop.services import accounts, attachments, sealing
from ill_desktop.services.accounts import Account
from ill_desktop.services.changes import Change
from ill_desktop.services.post import PostReport, by_mail, mailbox
from ill_desktop.services.post import run as post_run
from ill_desktop.services.post.collecting import Tally
from ill_desktop.services.post.delivering import file_name
from ill_desktop.store import directory, inbox, outbox
from ill_desktop.store.locking import only_one
from ill_desktop.transport import mail, mail_server

if TYPE_CHECKING:
    import smtplib

    from ill_desktop.services.desk import Desk

log = logging.getLogger(__name__)

SOONEST, LATEST = timedelta(minutes=1), timedelta(hours=4)
"""When a mail is tried again: as long after as it has been waiting, within these."""


@dataclass(frozen=True, slots=True)
class Ready:
    """One mail that may leave."""

    message_id: int
    request_id: int | None
    file: str
    to: str
    data: bytes


def run(desk: "Desk", now: bool = False) -> PostReport:
    """One round with the mail servers; `now` also sends what is held. Raises `Busy`."""
    tally = Tally()
    account = accounts.show(desk)
    if account.wanted:
        with only_one(desk.folder.mail_lock):
            if account.inbox_server:
                _read(desk, account, tally)
            if account.server:
                _send(desk, account, tally, now)
    if tally.counts:
        desk.changes.publish(Change(requests=frozenset(tally.touched), messages=True))
    return report(tally.counts)


def whole(desk: "Desk", now: bool = False) -> PostReport:
    """A round of the post and one with the mail servers, as one; raises `Busy`."""
    local, wired = post_run(desk, now), run(desk, now)
    both = Counter({n: getattr(local, n) + getattr(wired, n) for n in COUNTED})
    return replace(report(both), absent=local.absent, locked=local.locked)


COUNTED = ("read", "applied", "duplicate", "attention", "quarantined", "written", "failed")


def report(counts: Counter[str]) -> PostReport:
    """One run in numbers."""
    read, applied, duplicate, attention, put_away, written, failed = (counts[n] for n in COUNTED)
    return PostReport(read, applied, duplicate, attention, put_away, written, failed)


# --- out ------------------------------------------------------------------------------------


def _send(desk: "Desk", account: Account, tally: Tally, everything: bool) -> None:
    ready = list(_ready(desk, tally, everything))
    if not ready:
        return
    try:
        server = accounts.out_of(desk, account)
        with mail_server.posting(server) as line:
            _hand_over(desk, ready, (line, server, account.sender), tally)
    except MailFailed as error:
        for one in ready:
            _failed(desk, one, error.reason, error.detail, tally)


def _hand_over(
    desk: "Desk",
    ready: list[Ready],
    way: "tuple[smtplib.SMTP, mail_server.Server, str]",
    tally: Tally,
) -> None:
    """One mail after another; one that is refused holds back those of the same request."""
    line, server, sender = way
    stopped: set[int] = set()
    while ready:
        one = ready[0]
        if one.request_id not in stopped:
            try:
                mail_server.post(line, server, sender, one.to, one.data)
            except MailFailed as error:
                if error.reason == "no-connection":
                    raise
                _failed(desk, one, error.reason, error.detail, tally)
                stopped |= {one.request_id} if one.request_id is not None else set()
            else:
                _sent(desk, one, tally)
        ready.pop(0)


def _ready(desk: "Desk", tally: Tally, everything: bool) -> Iterator[Ready]:
    """The mails that may leave now, each made in a transaction of its own."""
    with desk.database.read() as session:
        waiting = outbox.deliverable(session, desk.clock.now(), everything)
    for message_id in waiting:
        with desk.database.read() as session:
            row = inbox.message(session, message_id)
            channel = directory.channel(session, row.channel_id)
            if channel is None or channel.kind != "mail" or channel.outbox:
                continue
            name = file_name(session, row)
            try:
                enclosed = attachments.enclosed(desk, session, row.act)
                files = sealing.files_of(desk, session, row, name, enclosed)
                _, data = by_mail.packed(desk, session, row, channel, files)
            except CannotWrite as error:
                failed = Ready(row.id, row.request_id, name, channel.address, b"")
                reason, detail = error.reason, error.path
            else:
                whole = mail.without_draft_mark(data)
                yield Ready(row.id, row.request_id, files[0][0], channel.address, whole)
                continue
        _failed(desk, failed, reason, detail, tally)


def _sent(desk: "Desk", one: Ready, tally: Tally) -> None:
    with desk.database.work() as session:
        row = inbox.message(session, one.message_id)
        again = "sent-again" if row.reason == "sent-again" else ""
        row.state, row.written_at, row.file_name = "written", desk.clock.now(), one.file
        row.reason, row.reason_value = again, ""
    tally.counts["written"] += 1


def _failed(desk: "Desk", one: Ready, reason: str, detail: str, tally: Tally) -> None:
    now = desk.clock.now()
    with desk.database.work() as session:
        row = inbox.message(session, one.message_id)
        if row.state not in outbox.WAITING:
            return
        row.state, row.reason, row.reason_value = "failed", reason, detail[:300]
        row.due_at = next_try(now, row.created_at)
    tally.counts["failed"] += 1


def next_try(now: datetime, since: datetime) -> datetime:
    """When a mail that has been waiting since then is tried again."""
    return now + min(max(now - since, SOONEST), LATEST)


# --- in -------------------------------------------------------------------------------------


def _read(desk: "Desk", account: Account, tally: Tally) -> None:
    """Read what is unread; each mail is marked after the commit that keeps what it said."""
    try:
        server = accounts.into(desk, account)
        with mail_server.reading(server, account.folder) as folder:
            for mail_id in folder.unread():
                data = folder.take(mail_id, mail.LIMIT)
                name = f"{hashlib.sha256(data).hexdigest()[:16]}.eml"
                if mailbox.take(desk, data, name, tally):
                    folder.done(mail_id, account.moved_to)
    except MailFailed as error:
        log.warning("the mailbox was not read: %s", error.reason)
        tally.counts["failed"] += 1
