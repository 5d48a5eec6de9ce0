"""Pages of the ledger."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from ill_desktop.domain.identity import spellings
from ill_desktop.store.outbox import CONFIRMATIONS, UNSENT
from ill_desktop.store.rows import AttemptRow, ChannelRow, MessageRow, PartnerRow, RequestRow
from ill_desktop.store.rows.messages import LYING


@dataclass(frozen=True, slots=True)
class LedgerQuery:
    """Which messages, the newest first. `limit` 0 means all; `before` is the last id seen.

    `find` is the number of a request, ours or theirs, or the beginning of a file's name.
    """

    state: str = ""
    states: tuple[str, ...] = ()
    direction: str = ""
    partner_id: int | None = None
    request_id: int | None = None
    message_id: int | None = None
    find: str = ""
    lying: bool = False
    """Only mails that lie ready to be sent by a person."""
    talk: bool = False
    """Without confirmations: they say that something was read, and nothing else."""
    limit: int = 100
    before: int = 0


def page(session: Session, query: LedgerQuery) -> Sequence[Any]:
    """Messages with the number of their request and the name of their partner."""
    wanted = (
        select(
            MessageRow.id,
            MessageRow.direction,
            MessageRow.kind,
            MessageRow.state,
            MessageRow.file_name,
            MessageRow.created_at,
            MessageRow.written_at,
            MessageRow.confirmed_at,
            MessageRow.due_at,
            MessageRow.reason,
            MessageRow.reason_value,
            MessageRow.summary,
            MessageRow.because,
            MessageRow.act,
            MessageRow.answers_id,
            RequestRow.number.label("number"),
            PartnerRow.name.label("partner"),
            ChannelRow.kind.label("channel"),
        )
        .outerjoin(RequestRow, RequestRow.id == MessageRow.request_id)
        .outerjoin(PartnerRow, PartnerRow.id == MessageRow.partner_id)
        .outerjoin(ChannelRow, ChannelRow.id == MessageRow.channel_id)
        .order_by(MessageRow.id.desc())
    )
    wanted = wanted.where(*_narrowed(query))
    if query.limit:
        wanted = wanted.limit(query.limit)
    return session.execute(wanted).all()


def _narrowed(query: LedgerQuery) -> list[ColumnElement[bool]]:
    asked: tuple[tuple[object, Callable[[], ColumnElement[bool]]], ...] = (
        (query.state, lambda: MessageRow.state == query.state),
        (query.direction, lambda: MessageRow.direction == query.direction),
        (query.partner_id, lambda: MessageRow.partner_id == query.partner_id),
        (query.request_id, lambda: MessageRow.request_id == query.request_id),
        (query.message_id, lambda: MessageRow.id == query.message_id),
        (query.states, lambda: MessageRow.state.in_(query.states)),
        (query.lying, lambda: LYING),
        (query.talk, lambda: MessageRow.kind.not_in(CONFIRMATIONS)),
        (query.find, lambda: _found(query.find)),
        (query.before, lambda: MessageRow.id < query.before),
    )
    return [condition() for given, condition in asked if given]


def _found(text: str) -> ColumnElement[bool]:
    """Every arm has an index of its own."""
    ids = spellings(text)
    requests = select(RequestRow.id).where(
        or_(RequestRow.number.in_(ids), RequestRow.their_id.in_(ids), RequestRow.our_id.in_(ids))
    )
    attempts = select(AttemptRow.request_id).where(AttemptRow.our_id.in_(ids))
    named = and_(MessageRow.file_name >= text, MessageRow.file_name < text + "\uffff")
    return or_(MessageRow.request_id.in_(requests.union(attempts)), named)


def heard_next(session: Session, request_id: int, since: datetime) -> tuple[int | None, str] | None:
    """Who sent the first message of a request that was kept since then, and why it waits."""
    query = select(MessageRow.partner_id, MessageRow.reason).where(
        MessageRow.request_id == request_id,
        MessageRow.direction == "in",
        MessageRow.created_at >= since,
    )
    found = session.execute(query.order_by(MessageRow.id).limit(1)).first()
    return None if found is None else (found[0], found[1])


def waits(session: Session, request_id: int, reasons: Set[str]) -> bool:
    """Whether a message of ours about a request waits for a person for one of these reasons."""
    query = select(func.count()).where(
        MessageRow.request_id == request_id,
        MessageRow.direction == "out",
        MessageRow.state.in_(("refused", "unanswered")),
        MessageRow.reason.in_(reasons),
    )
    return bool(session.scalar(query))


def next_to_leave(session: Session) -> datetime | None:
    """When the first of the messages held back leaves."""
    query = select(func.min(MessageRow.due_at)).where(MessageRow.state == "held")
    return session.scalar(query)


def held_back(session: Session, besides: Sequence[str]) -> frozenset[int]:
    """The messages that have not left, without confirmations and these kinds of channel."""
    query = (
        select(MessageRow.id)
        .join(ChannelRow, ChannelRow.id == MessageRow.channel_id)
        .where(
            MessageRow.direction == "out",
            MessageRow.state.in_(UNSENT),
            MessageRow.kind.not_in(CONFIRMATIONS),
            ChannelRow.kind.not_in(besides),
        )
    )
    return frozenset(session.scalars(query))


def count(session: Session, states: tuple[str, ...]) -> int:
    """How many messages are in one of these states."""
    query = select(func.count()).where(MessageRow.state.in_(states))
    return session.scalar(query) or 0


def count_beside(session: Session, states: tuple[str, ...]) -> int:
    """As `count`, without messages about a request that needs attention itself."""
    raised = select(RequestRow.id).where(
        RequestRow.id == MessageRow.request_id, RequestRow.attention
    )
    query = select(func.count(MessageRow.id)).where(MessageRow.state.in_(states), ~raised.exists())
    return session.scalar(query) or 0


@dataclass(frozen=True, slots=True)
class Strange:
    """A message that waits because nobody knew its sender: the symbol it names, and its way."""

    id: int
    symbol: str
    channel_id: int | None


def strange(session: Session) -> list[Strange]:
    """The messages of unknown senders, oldest first."""
    query = select(MessageRow.id, MessageRow.reason_value, MessageRow.channel_id).where(
        MessageRow.state == "attention",
        MessageRow.direction == "in",
        MessageRow.reason == "unknown-sender",
        MessageRow.reason_value != "",
    )
    found = [Strange(*row) for row in session.execute(query)]
    return sorted(found, key=lambda one: one.id)


def lying(session: Session) -> int:
    """How many mails lie ready for a person to send."""
    return session.scalar(select(func.count()).select_from(MessageRow).where(LYING)) or 0
