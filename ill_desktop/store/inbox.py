"""The ledger's incoming side: what was read before, and whom a message is about.

Where few can be found, they are put in order here and not by the question: asked for in order, or
for what most rows have, SQLite would rather walk through the whole ledger.
"""

from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.store.base import table
from ill_desktop.store.direct import Direct
from ill_desktop.store.rows import (
    AttemptRow,
    MessageBodyRow,
    MessageRow,
    PartnerRow,
    RequestRow,
)
from ill_desktop.store.writing import put


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
    because: str = ""
    reason: str = ""
    reason_value: str = ""
    answers_id: int | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A message that was just put into the ledger: what its confirmation has to know of it."""

    id: int
    channel_id: int
    partner_id: int | None
    request_id: int | None
    attempt_id: int | None


def keep(session: Session, read: Incoming) -> Kept:
    """Put a message that was read into the ledger, with its bytes."""
    values = {name: getattr(read, name) for name in _KEPT}
    message_id = put(session, MessageRow, {"direction": "in", **values})
    put(session, MessageBodyRow, {"message_id": message_id, "body": read.body})
    return Kept(message_id, read.channel_id, read.partner_id, read.request_id, read.attempt_id)


_KEPT = tuple(field.name for field in fields(Incoming) if field.name != "body")
_IN = select(MessageRow).where(MessageRow.direction == "in")
_SAME_BYTES = select(MessageRow).where(MessageRow.sha256 == bindparam("sha256"))
_SAME_KEY = _IN.where(MessageRow.key == bindparam("key"))


_M, _R = table(MessageRow).c, table(RequestRow).c
_KNOWN_BYTES = Direct(select(_M.id).where(_M.sha256 == bindparam("sha256")))
_KNOWN_KEY = Direct(select(_M.id).where(_M.direction == "in", _M.key == bindparam("key")))
_KNOWN_ID = Direct(select(_R.id).where(_R.side == Side.LENDING, _R.their_id == bindparam("theirs")))
"""Nearly all that comes was never there before: to know it costs less than asking for the rows."""


def same_bytes(session: Session, channel_id: int, sha256: str) -> list[MessageRow]:
    """What was read from a channel before with exactly these bytes, the first first."""
    if not _KNOWN_BYTES.rows(session, sha256=sha256):
        return []
    found = session.scalars(_SAME_BYTES, {"sha256": sha256})
    ours = (row for row in found if row.direction == "in" and row.channel_id == channel_id)
    return sorted(ours, key=lambda row: row.id)


def same_key(session: Session, key: str) -> MessageRow | None:
    """The message of the same key that was read before."""
    if not _KNOWN_KEY.rows(session, key=key):
        return None
    return session.scalar(_SAME_KEY, {"key": key})


_ALIKE = select(MessageRow).where(
    MessageRow.state == "attention", MessageRow.content_hash == bindparam("content")
)


def waiting_alike(session: Session, row: MessageRow) -> list[MessageRow]:
    """The messages from the same channel that say the same and wait still, the first first."""
    if not row.content_hash:
        return []
    found = session.scalars(_ALIKE, {"content": row.content_hash})
    alike = (one for one in found if one.channel_id == row.channel_id and one.id != row.id)
    return sorted(alike, key=lambda one: one.id)


_NEVER = datetime.min.replace(tzinfo=UTC)


class Orphan(NamedTuple):
    """A message that waits because nobody knew its request; `value` names what it looked for."""

    id: int
    kind: str
    value: str
    timestamp: datetime | None


_ORPHANS = Direct(
    select(_M.id, _M.kind, _M.reason_value, _M.timestamp).where(
        _M.partner_id == bindparam("partner"),
        _M.state == "attention",
        _M.reason == "unknown-request",
    )
)


def orphans(session: Session, partner_id: int | None) -> list[Orphan]:
    """A partner's messages about requests nobody knew, in the order they were written."""
    found = [Orphan(*row) for row in _ORPHANS.rows(session, partner=partner_id)]
    return sorted(found, key=lambda one: (one.timestamp or _NEVER, one.id))


_OUT = select(MessageRow).where(MessageRow.direction == "out")
_CONFIRMING = _OUT.where(MessageRow.answers_id == bindparam("answers")).order_by(
    MessageRow.id.desc()
)


def confirmation_of(session: Session, message_id: int) -> MessageRow | None:
    """The confirmation we gave for a message, the last of several."""
    return session.scalars(_CONFIRMING, {"answers": message_id}).first()


_LENT = select(RequestRow).where(
    RequestRow.side == Side.LENDING, RequestRow.partner_id == bindparam("partner")
)
_LENT_AS = _LENT.where(RequestRow.their_id == bindparam("theirs")).order_by(RequestRow.id.desc())
_LENT_UNDER = _LENT.where(RequestRow.number == bindparam("number"))


def lending_requests(session: Session, partner_id: int, their_id: str) -> list[RequestRow]:
    """Lending requests a partner calls by this id, the newest first."""
    if not their_id or not _KNOWN_ID.rows(session, theirs=their_id):
        return []
    return list(session.scalars(_LENT_AS, {"partner": partner_id, "theirs": their_id}))


def lending_by_number(session: Session, partner_id: int, number: str) -> list[RequestRow]:
    """The lending request of this number, when it is this partner's."""
    return list(session.scalars(_LENT_UNDER, {"partner": partner_id, "number": number}))


_OURS = select(AttemptRow).where(AttemptRow.our_id == bindparam("ours"))
_THEIRS = (
    select(AttemptRow)
    .where(
        AttemptRow.partner_id == bindparam("partner"), AttemptRow.their_id == bindparam("theirs")
    )
    .order_by(AttemptRow.id.desc())
)


def attempt_by_our_id(session: Session, our_id: str) -> AttemptRow | None:
    """The attempt we sent under an id."""
    return session.scalar(_OURS, {"ours": our_id}) if our_id else None


def attempt_by_their_id(session: Session, partner_id: int, their_id: str) -> AttemptRow | None:
    """The newest attempt with a partner that it knows by this id."""
    if not their_id:
        return None
    return session.scalars(_THEIRS, {"partner": partner_id, "theirs": their_id}).first()


_SENT_AS = select(MessageRow).where(
    MessageRow.file_name.in_((bindparam("bare"), bindparam("packed")))
)


def said_to(session: Session, attempt: AttemptRow) -> list[bytes]:
    """What an attempt's supplier wrote and was used, byte for byte, in the order it was written."""
    return _bodies(session, attempt, "applied")


def heard_from(session: Session, attempt: AttemptRow) -> list[bytes]:
    """The same with what only repeated what was known."""
    return _bodies(session, attempt, "applied", "duplicate")


def _bodies(session: Session, attempt: AttemptRow, *states: str) -> list[bytes]:
    query = (
        select(MessageBodyRow.body)
        .join(MessageRow, MessageRow.id == MessageBodyRow.message_id)
        .where(
            MessageRow.request_id == attempt.request_id,
            MessageRow.attempt_id == attempt.id,
            MessageRow.direction == "in",
            MessageRow.kind == "supplyingAgencyMessage",
            MessageRow.state.in_(states),
        )
        .order_by(MessageRow.timestamp, MessageRow.id)
    )
    return [body for body in session.scalars(query) if body]


def sent_as(session: Session, channel_id: int, stem: str) -> MessageRow | None:
    """The message we left under a file name, by its stem; the newest of several."""
    found = session.scalars(_SENT_AS, {"bare": f"{stem}.xml", "packed": f"{stem}.illpkg"})
    ours = (row for row in found if row.direction == "out" and row.channel_id == channel_id)
    return max(ours, key=lambda row: row.id, default=None)


UNCONFIRMED = ("sending", "written", "unanswered")
"""States in which a message that left, or may have, waits for its confirmation."""
_ANSWERS = ("confirmed", "refused")
_UNCONFIRMED = select(MessageRow).where(
    MessageRow.kind == bindparam("kind"), MessageRow.state.in_(UNCONFIRMED)
)
_TO_ANYBODY = _UNCONFIRMED.where(MessageRow.partner_id.in_(select(PartnerRow.id)))
_STAMPED = _UNCONFIRMED.where(
    MessageRow.channel_id == bindparam("channel"),
    MessageRow.timestamp.in_(bindparam("stamps", expanding=True)),
)


def unconfirmed(
    session: Session, channel_id: int, kind: str, stamps: tuple[datetime, ...]
) -> list[MessageRow]:
    """Messages of a kind left on a channel that wait for a confirmation, the oldest first.

    With `stamps`, only those whose header carries one of them.
    """
    asked = {"kind": kind, "channel": channel_id, "stamps": stamps}
    found = session.scalars(_STAMPED, asked) if stamps else session.scalars(_TO_ANYBODY, asked)
    ours = (row for row in found if row.direction == "out" and row.channel_id == channel_id)
    return sorted(ours, key=lambda row: row.id)


_ANSWERED = select(MessageRow).where(
    MessageRow.channel_id == bindparam("channel"),
    MessageRow.timestamp.in_(bindparam("stamps", expanding=True)),
    MessageRow.kind == bindparam("kind"),
    MessageRow.state.in_(_ANSWERS),
)


def answered(
    session: Session, channel_id: int, kind: str, stamps: tuple[datetime, ...]
) -> list[MessageRow]:
    """Messages of a kind left on a channel that were confirmed or refused, the oldest first.

    Only those whose header carries one of the `stamps`.
    """
    found = session.scalars(_ANSWERED, {"channel": channel_id, "kind": kind, "stamps": stamps})
    return sorted((row for row in found if row.direction == "out"), key=lambda row: row.id)


def sent_about(
    session: Session, request_id: int, partner_id: int, kind: str, until: datetime
) -> list[MessageRow]:
    """Messages of a kind that had left for a partner by a time, or may have, the oldest first."""
    query = select(MessageRow).where(
        MessageRow.request_id == request_id,
        MessageRow.partner_id == partner_id,
        MessageRow.direction == "out",
        MessageRow.kind == kind,
    )
    return sorted((row for row in session.scalars(query) if had_left(row, until)),
                  key=lambda row: row.id)  # fmt: skip


def had_left(row: MessageRow, by: datetime) -> bool:
    """Whether a message of ours had left by a time, or may have; it is made before it leaves."""
    return row.state in (*UNCONFIRMED, *_ANSWERS) and (row.written_at or row.created_at) <= by


def copies(session: Session, row: MessageRow) -> list[MessageRow]:
    """The other messages with which the same bytes went to the same partner, the first first."""
    if len(_KNOWN_BYTES.rows(session, sha256=row.sha256)) < 2:
        return []
    found = session.scalars(_SAME_BYTES, {"sha256": row.sha256})
    ours = (one for one in found if one.direction == "out" and one.id != row.id)
    return sorted((x for x in ours if x.partner_id == row.partner_id), key=lambda x: x.id)


def conversation_id(session: Session, row: MessageRow) -> str:
    """The requesting agency's id of the conversation one of our messages belongs to."""
    if row.attempt_id is not None:
        attempt = session.get(AttemptRow, row.attempt_id)
        return attempt.our_id or "" if attempt else ""
    request = session.get(RequestRow, row.request_id) if row.request_id is not None else None
    return request.their_id if request else ""


def message(session: Session, message_id: int) -> MessageRow:
    """One message of the ledger that is known to be there."""
    return session.get_one(MessageRow, message_id)
