"""Messages on their way out: queued in the commit of their act, written to a file after it.

States: `held` until its time, `due`, `sending` while it is on its way, `written`, `confirmed`,
`refused`, `unanswered`, `withdrawn` by undo, `failed` and to be tried again.
"""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, or_, select, update
from sqlalchemy.orm import Session

from ill_desktop.store.base import table
from ill_desktop.store.direct import Direct
from ill_desktop.store.listed import listed
from ill_desktop.store.rows import (
    ChannelRow,
    MessageBodyRow,
    MessageRow,
    PartnerRow,
    RequestRow,
)
from ill_desktop.store.writing import put

WAITING = ("held", "due", "failed")
SENDING = "sending"
"""On its way, or was when the program was killed: nobody knows whether it left."""
AGAIN = "sent-again"
"""The reason of a message whose bytes left before, or may have."""
UNSENT = (*WAITING, SENDING)
LEFT = (SENDING, "written", "confirmed", "refused", "unanswered")
CONFIRMATIONS = (
    "requestConfirmation",
    "supplyingAgencyMessageConfirmation",
    "requestingAgencyMessageConfirmation",
)


CONFIRMED = ("request", "supplyingAgencyMessage", "requestingAgencyMessage")
"""Kinds that are confirmed; a confirmation is not."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to be queued, its bytes ready. `due_at` None: it leaves at once."""

    kind: str
    summary: str
    body: bytes
    timestamp: datetime
    created_at: datetime
    channel_id: int
    partner_id: int | None
    request_id: int | None = None
    attempt_id: int | None = None
    act: str = ""
    encloses: str = ""
    """The act whose files go along, where it is another one."""
    due_at: datetime | None = None
    answers_id: int | None = None
    last_change: datetime | None = None
    because: str = ""
    reason: str = ""
    reason_value: str = ""
    earlier: int = 0
    """How often these bytes left before, or may have."""


def queue(session: Session, out: Outgoing) -> int:
    """Put a message into the outbox, next in the partner's sequence; its number in the ledger."""
    values = {
        "direction": "out",
        "kind": out.kind,
        "request_id": out.request_id,
        "attempt_id": out.attempt_id,
        "partner_id": out.partner_id,
        "channel_id": out.channel_id,
        "state": "due" if out.due_at is None else "held",
        "created_at": out.created_at,
        "due_at": out.due_at or out.created_at,
        "sha256": hashlib.sha256(out.body).hexdigest(),
        "timestamp": out.timestamp,
        "last_change": out.last_change,
        "summary": out.summary,
        "act": out.act,
        "encloses": out.encloses or out.act,
        "answers_id": out.answers_id,
        "because": out.because,
        "reason": out.reason,
        "reason_value": out.reason_value,
        "earlier": out.earlier,
        "sequence": _next_sequence(session, out.partner_id, out.channel_id),
    }
    message_id = put(session, MessageRow, values)
    put(session, MessageBodyRow, {"message_id": message_id, "body": out.body})
    return message_id


_M = table(MessageRow).c
_LAST = select(func.max(_M.sequence)).where(_M.direction == "out")
_LAST_TO = Direct(_LAST.where(_M.partner_id == bindparam("to")))
_LAST_THROUGH = Direct(_LAST.where(_M.channel_id == bindparam("to")))


def _next_sequence(session: Session, partner_id: int | None, channel_id: int) -> int:
    if partner_id is not None:
        return 1 + (_LAST_TO.value(session, to=partner_id) or 0)
    return 1 + (_LAST_THROUGH.value(session, to=channel_id) or 0)


def last_timestamp(session: Session, request_id: int) -> datetime | None:
    """The timestamp of our latest message about a request; the next one must be later."""
    said: datetime | None = _SAID.value(session, request=request_id)
    return said


_SAID = Direct(
    select(func.max(_M.timestamp)).where(
        _M.request_id == bindparam("request"), _M.direction == "out"
    )
)


def withdraw(session: Session, act: str, draft: str) -> list[str]:
    """Take the unsent messages of an act out of the outbox; the file names of those with a draft.

    `draft` is the reason of messages that were written and lie ready for a person to send.
    """
    of_act = (MessageRow.act == act) & (MessageRow.direction == "out")
    waiting = of_act & MessageRow.state.in_(WAITING)
    ready = of_act & (MessageRow.state == "written") & (MessageRow.reason == draft)
    names = list(session.scalars(select(MessageRow.file_name).where(ready)))
    session.execute(update(MessageRow).where(waiting).values(state="withdrawn"))
    session.execute(update(MessageRow).where(ready).values(state="withdrawn", reason=""))
    return names


def told_by(session: Session, act: str) -> str:
    """The name of the partner an act writes to; empty where it writes to nobody."""
    query = select(PartnerRow.name).join(MessageRow, MessageRow.partner_id == PartnerRow.id)
    of_act = (MessageRow.act == act) & (MessageRow.direction == "out")
    return session.scalar(query.where(of_act).limit(1)) or ""


def waiting_of(session: Session, request_id: int, draft: str) -> list[MessageRow]:
    """What did not leave about a request, the oldest first; `draft` as in `withdraw`."""
    ready = (MessageRow.state == "written") & (MessageRow.reason == draft)
    query = select(MessageRow).where(
        MessageRow.request_id == request_id,
        MessageRow.direction == "out",
        MessageRow.state.in_(WAITING) | ready,
    )
    return list(session.scalars(query.order_by(MessageRow.id)))


def instead(session: Session, row: MessageRow, data: bytes) -> None:
    """Let other bytes leave in the place of a message that did not leave."""
    held = row.due_at if row.state == "held" else None
    columns = ("kind", "summary", "because", "channel_id", "partner_id", "request_id",
               "attempt_id", "act", "encloses", "answers_id", "last_change", "earlier",
               "created_at")  # fmt: skip
    same = {name: getattr(row, name) for name in columns}
    stamp = row.timestamp or row.created_at
    made = queue(session, Outgoing(**same, body=data, timestamp=stamp, due_at=held))
    session.get_one(MessageRow, made).serial = row.serial
    row.state, row.reason = "withdrawn", ""


_NAMED = select(MessageRow).where(
    MessageRow.file_name.in_((bindparam("bare"), bindparam("packed")))
)


def needs_draft(session: Session, stem: str, draft: str, before: datetime) -> bool | None:
    """Whether a mail of this name still lies ready for a message; None where there is no such.

    One that was written before then, about a request that has forgotten its reader, is given up.
    """
    found = session.scalars(_NAMED, {"bare": f"{stem}.xml", "packed": f"{stem}.illpkg"})
    ours = [row for row in found if row.direction == "out"]
    ready = [row for row in ours if row.state == "written" and row.reason == draft]
    for row in ready:
        request = session.get(RequestRow, row.request_id) if row.request_id else None
        old = row.written_at is not None and row.written_at < before
        if old and (request is None or request.forgotten):
            row.state, row.reason = "withdrawn", ""
    return any(row.state == "written" for row in ready) if ours else None


def redirect(session: Session, partner_id: int, channel_id: int) -> None:
    """Let what still waits for a partner leave through another channel."""
    session.execute(
        update(MessageRow)
        .where(
            MessageRow.partner_id == partner_id,
            MessageRow.direction == "out",
            MessageRow.state.in_(WAITING),
            MessageRow.channel_id != channel_id,
        )
        .values(channel_id=channel_id)
    )


def has_left(session: Session, act: str, draft: str) -> bool:
    """Whether any message of an act is in the partner's folder or on its way there.

    One that lies ready for a person to send, its reason `draft`, is not.
    """
    query = select(func.count()).where(
        MessageRow.act == act,
        MessageRow.direction == "out",
        MessageRow.state.in_(LEFT),
        (MessageRow.state != "written") | (MessageRow.reason != draft),
    )
    return bool(session.scalar(query))


Ordered = tuple[int | None, int | None] | None
"""A request and a partner: within them messages keep their order. None: it knows no order."""


def ordered(message: "Unsent | MessageRow") -> Ordered:
    """The conversation a message belongs to; none without a request."""
    if message.request_id is None or message.kind in CONFIRMATIONS:
        return None
    return message.request_id, message.partner_id


@dataclass(frozen=True, slots=True)
class Unsent:
    """A message that did not leave yet."""

    id: int
    request_id: int | None
    kind: str
    due_at: datetime | None
    partner_id: int | None

    @property
    def confirms(self) -> bool:
        """Whether it is a confirmation, which nobody takes back and which knows no order."""
        return self.kind in CONFIRMATIONS

    @property
    def ordered(self) -> "Ordered":
        """What it must not overtake another of; a confirmation overtakes whom it likes."""
        return ordered(self)


_UNSENT = Direct(
    select(_M.id, _M.request_id, _M.kind, _M.due_at, _M.partner_id).where(
        or_(*(_M.state == state for state in UNSENT))
    )
)
"""Sorted afterwards: asked for in order, SQLite would rather walk through the whole ledger."""


def unsent(session: Session) -> list[Unsent]:
    """What did not leave yet, the oldest first."""
    return sorted((Unsent(*row) for row in _UNSENT.rows(session)), key=lambda one: one.id)


def deliverable(waiting: Iterable[Unsent], now: datetime, everything: bool) -> list[Unsent]:
    """Those that may leave now, in their order.

    Messages of one request to one partner never overtake each other: one that has to wait holds
    back those after it. Another partner is told all the same, and confirmations know no order.
    """
    held: set[Ordered] = set()
    ready: list[Unsent] = []
    for one in waiting:
        if one.ordered is not None and one.ordered in held:
            continue
        if everything or one.due_at is None or one.due_at <= now:
            ready.append(one)
        else:
            held.add(one.ordered)
    return ready


def unsent_before(session: Session, request_id: int, message_id: int) -> list[int]:
    """What a request has to say before a message of it, and did not leave; the oldest first."""
    query = select(MessageRow.id).where(
        MessageRow.request_id == request_id,
        MessageRow.direction == "out",
        MessageRow.id < message_id,
        MessageRow.state.in_(UNSENT),
        MessageRow.kind.not_in(CONFIRMATIONS),
    )
    return sorted(session.scalars(query))


_MESSAGES = select(MessageRow).where(MessageRow.id.in_(bindparam("ids", expanding=True)))
_BODIES = select(MessageBodyRow).where(
    MessageBodyRow.message_id.in_(bindparam("ids", expanding=True))
)


def at_hand(session: Session, ids: list[int]) -> list[MessageRow]:
    """Messages in the order of their ids, with all that is asked for to write them."""
    rows = messages(session, ids)
    session.scalars(_MESSAGES, {"ids": [row.answers_id for row in rows.values()]}).all()
    session.scalars(_BODIES, {"ids": ids}).all()
    return [rows[one] for one in ids if one in rows]


def messages(session: Session, ids: list[int]) -> dict[int, MessageRow]:
    """Messages by their ids."""
    return {row.id: row for row in session.scalars(_MESSAGES, {"ids": ids})}


def unconfirmed_before(
    session: Session, partner_id: int, latest: datetime, besides: str, mails: bool
) -> list[int]:
    """Messages a partner was sent by then and has not confirmed, the oldest first.

    `besides` is the reason of those that are not waited for; `mails`: whether mails are.
    """
    by_mail = select(ChannelRow.id).where(ChannelRow.kind == "mail")
    query = select(MessageRow.id).where(
        MessageRow.partner_id == partner_id,
        MessageRow.state == "written",
        MessageRow.kind.in_(CONFIRMED),
        MessageRow.written_at <= latest,
        MessageRow.reason != besides,
    )
    if not mails:
        query = query.where(MessageRow.channel_id.not_in(by_mail))
    return sorted(session.scalars(query))


def last_to(session: Session, partner_id: int, numbers: Collection[str]) -> dict[str, MessageRow]:
    """The last message to a partner about each of these requests that is not taken back."""
    last = (
        select(func.max(MessageRow.id))
        .join(RequestRow, RequestRow.id == MessageRow.request_id)
        .where(
            RequestRow.number.in_(listed(numbers)),
            MessageRow.partner_id == partner_id,
            MessageRow.direction == "out",
            MessageRow.kind.in_(CONFIRMED),
            MessageRow.state != "withdrawn",
        )
        .group_by(RequestRow.id)
    )
    query = (
        select(RequestRow.number, MessageRow)
        .join(RequestRow, RequestRow.id == MessageRow.request_id)
        .where(MessageRow.id.in_(last))
    )
    return dict(session.execute(query).all())


def body(session: Session, message_id: int) -> bytes:
    """The bytes of a message; empty where retention has blanked them."""
    row = session.get(MessageBodyRow, message_id)
    return row.body if row is not None else b""


def message(session: Session, message_id: int) -> MessageRow | None:
    """One message of the ledger."""
    return session.get(MessageRow, message_id)


def again(session: Session, row: MessageRow, now: datetime) -> int:
    """The same bytes, to leave once more under a new name; their number in the ledger.

    In a sealed package they keep its number, so that its partner no longer misses it.
    """
    made = queue(
        session,
        Outgoing(
            kind=row.kind,
            summary=row.summary,
            because=row.because,
            body=body(session, row.id),
            timestamp=row.timestamp or now,
            created_at=now,
            channel_id=row.channel_id or 0,
            partner_id=row.partner_id,
            request_id=row.request_id,
            attempt_id=row.attempt_id,
            answers_id=row.answers_id,
            encloses=row.encloses,
            reason=AGAIN,
            earlier=row.earlier + 1,
        ),
    )
    session.get_one(MessageRow, made).serial = row.serial
    return made
