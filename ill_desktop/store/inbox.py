"""The ledger's incoming side: what was read before, and whom a message is about."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.store.rows import (
    AttemptRow,
    MessageBodyRow,
    MessageRow,
    RequestRow,
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file that was read, as the ledger keeps it. `key` None: it is not to be repeated."""

    kind: str
    state: str
    file_name: str
    file_stamp: str
    sha256: str
    body: bytes
    created_at: datetime
    channel_id: int
    partner_id: int | None = None
    request_id: int | None = None
    attempt_id: int | None = None
    key: str | None = None
    content_hash: str = ""
    timestamp: datetime | None = None
    last_change: datetime | None = None
    summary: str = ""
    reason: str = ""
    reason_value: str = ""
    answers_id: int | None = None


def keep(session: Session, read: Incoming) -> MessageRow:
    """Put a message that was read into the ledger, with its bytes."""
    row = MessageRow(
        direction="in",
        kind=read.kind,
        state=read.state,
        file_name=read.file_name,
        file_stamp=read.file_stamp,
        sha256=read.sha256,
        created_at=read.created_at,
        channel_id=read.channel_id,
        partner_id=read.partner_id,
        request_id=read.request_id,
        attempt_id=read.attempt_id,
        key=read.key,
        content_hash=read.content_hash,
        timestamp=read.timestamp,
        last_change=read.last_change,
        summary=read.summary,
        reason=read.reason,
        reason_value=read.reason_value,
        answers_id=read.answers_id,
    )
    session.add(row)
    session.flush()
    session.add(MessageBodyRow(message_id=row.id, body=read.body))
    return row


def same_bytes(session: Session, channel_id: int, sha256: str) -> list[MessageRow]:
    """What was read from a channel before with exactly these bytes, the first first."""
    query = (
        select(MessageRow)
        .where(
            MessageRow.sha256 == sha256,
            MessageRow.direction == "in",
            MessageRow.channel_id == channel_id,
        )
        .order_by(MessageRow.id)
    )
    return list(session.scalars(query))


def same_key(session: Session, key: str) -> MessageRow | None:
    """The message of the same key that was read before."""
    query = select(MessageRow).where(MessageRow.key == key, MessageRow.direction == "in")
    return session.scalar(query)


def confirmation_of(session: Session, message_id: int) -> MessageRow | None:
    """The confirmation we gave for a message."""
    query = (
        select(MessageRow)
        .where(MessageRow.answers_id == message_id, MessageRow.direction == "out")
        .order_by(MessageRow.id)
    )
    return session.scalars(query).first()


def lending_requests(session: Session, partner_id: int, their_id: str) -> list[RequestRow]:
    """Lending requests a partner calls by this id, the newest first."""
    if not their_id:
        return []
    query = (
        select(RequestRow)
        .where(
            RequestRow.their_id == their_id,
            RequestRow.side == Side.LENDING,
            RequestRow.partner_id == partner_id,
        )
        .order_by(RequestRow.id.desc())
    )
    return list(session.scalars(query))


def lending_by_number(session: Session, partner_id: int, number: str) -> list[RequestRow]:
    """The lending request of this number, when it is this partner's."""
    query = select(RequestRow).where(
        RequestRow.number == number,
        RequestRow.side == Side.LENDING,
        RequestRow.partner_id == partner_id,
    )
    return list(session.scalars(query))


def attempt_by_our_id(session: Session, our_id: str) -> AttemptRow | None:
    """The attempt we sent under an id."""
    return session.scalar(select(AttemptRow).where(AttemptRow.our_id == our_id)) if our_id else None


def attempt_by_their_id(session: Session, partner_id: int, their_id: str) -> AttemptRow | None:
    """The newest attempt with a partner that it knows by this id."""
    if not their_id:
        return None
    query = (
        select(AttemptRow)
        .where(AttemptRow.partner_id == partner_id, AttemptRow.their_id == their_id)
        .order_by(AttemptRow.id.desc())
    )
    return session.scalars(query).first()


def sent_as(session: Session, channel_id: int, stem: str) -> MessageRow | None:
    """The message we left under a file name, by its stem."""
    query = (
        select(MessageRow)
        .where(
            MessageRow.direction == "out",
            MessageRow.channel_id == channel_id,
            MessageRow.file_name.in_((f"{stem}.xml", f"{stem}.illpkg")),
        )
        .order_by(MessageRow.id.desc())
    )
    return session.scalars(query).first()


def unconfirmed(
    session: Session, channel_id: int, kind: str, stamps: tuple[datetime, ...]
) -> list[MessageRow]:
    """Messages of a kind left on a channel that wait for a confirmation.

    With `stamps`, only those whose header carries one of them.
    """
    query = select(MessageRow).where(
        MessageRow.direction == "out",
        MessageRow.channel_id == channel_id,
        MessageRow.kind == kind,
        MessageRow.state.in_(("written", "unanswered")),
    )
    if stamps:
        query = query.where(MessageRow.timestamp.in_(stamps))
    return list(session.scalars(query.order_by(MessageRow.id)))


def conversation_id(session: Session, row: MessageRow) -> str:
    """The requesting agency's id of the conversation one of our messages belongs to."""
    if row.attempt_id is not None:
        attempt = session.get(AttemptRow, row.attempt_id)
        return attempt.our_id or "" if attempt else ""
    request = session.get(RequestRow, row.request_id) if row.request_id is not None else None
    return request.their_id if request else ""


def flag_attention(session: Session, request_id: int) -> None:
    """A partner refused or never confirmed one of our messages: look at it; no state changes."""
    request = session.get(RequestRow, request_id)
    if request is not None:
        request.attention = True


def message(session: Session, message_id: int) -> MessageRow:
    """One message of the ledger that is known to be there."""
    return session.get_one(MessageRow, message_id)
