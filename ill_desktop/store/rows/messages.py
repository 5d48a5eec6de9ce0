"""The ledger: every message that came or goes, and its bytes."""

from datetime import datetime

from sqlalchemy import (
    ForeignKey,
    Index,
    LargeBinary,
    UniqueConstraint,
    and_,
    literal_column,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from ill_desktop.store.base import Base, Pk


class MessageRow(Base):
    """One message. States out: held due sending written confirmed refused unanswered withdrawn
    failed; in: applied duplicate attention quarantined set-aside.
    """

    __tablename__ = "message"
    __table_args__ = (
        UniqueConstraint("direction", "key"),
        Index("ix_message_request_id", "request_id", "id"),
        Index("ix_message_partner_id", "partner_id", "id"),
        Index("ix_message_unconfirmed", "partner_id", "state", "kind", "written_at"),
        Index("ix_message_partner_sequence", "partner_id", "direction", "sequence"),
        Index("ix_message_channel_sequence", "channel_id", "direction", "sequence"),
        Index("ix_message_state", "state", "id"),
        Index("ix_message_sha256", "sha256"),
        Index("ix_message_answers_id", "answers_id"),
        Index("ix_message_timestamp", "channel_id", "timestamp"),
        Index("ix_message_file_name", "file_name"),
    )

    id: Mapped[Pk]
    direction: Mapped[str]
    """`in` or `out`."""
    kind: Mapped[str]
    """The value of a MessageKind; empty where the bytes were none of them."""
    request_id: Mapped[int | None] = mapped_column(ForeignKey("request.id"))
    attempt_id: Mapped[int | None] = mapped_column(ForeignKey("attempt.id"))
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    channel_id: Mapped[int | None] = mapped_column(ForeignKey("channel.id"))
    state: Mapped[str]
    file_name: Mapped[str] = mapped_column(default="")
    file_stamp: Mapped[str] = mapped_column(default="")
    """When the file it came in was last changed: tells a file left over by a crash from one
    that was sent again."""
    created_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    """When a held message may leave."""
    written_at: Mapped[datetime | None]
    confirmed_at: Mapped[datetime | None]
    sha256: Mapped[str] = mapped_column(default="")
    """Of the bytes as they are; stays when the body is blanked."""
    key: Mapped[str | None]
    """What makes two incoming messages the same one; unique in each direction."""
    content_hash: Mapped[str] = mapped_column(default="")
    """Of what the message says, whatever its spelling."""
    timestamp: Mapped[datetime | None]
    """Of the header."""
    last_change: Mapped[datetime | None]
    summary: Mapped[str] = mapped_column(default="")
    """The status or action code."""
    because: Mapped[str] = mapped_column(default="")
    """Why a supplier does not supply, as a code: `domain.protocol.why_not`. Of one that leaves also
    what its status does not tell: `domain.gist`."""
    reason: Mapped[str] = mapped_column(default="")
    """Why it waits or failed, as a code."""
    reason_value: Mapped[str] = mapped_column(default="")
    act: Mapped[str] = mapped_column(default="", index=True)
    encloses: Mapped[str] = mapped_column(default="")
    """The act whose files leave with it: its own, or of a message sent again the first one's."""
    answers_id: Mapped[int | None] = mapped_column(ForeignKey("message.id"))
    """The message a confirmation confirms."""
    sequence: Mapped[int] = mapped_column(default=0)
    """Order within a request: messages of one request never overtake each other."""
    serial: Mapped[int] = mapped_column(default=0)
    """Of the sealed package it leaves in, drawn once; 0: none was made."""
    earlier: Mapped[int] = mapped_column(default=0)
    """How often its bytes left before, or may have: sent again, or broken off on the way."""
    tries: Mapped[int] = mapped_column(default=0)
    """How often it broke off on the way itself, or was on it without a server, since somebody sent
    it."""


LYING = and_(
    MessageRow.state == literal_column("'written'"),
    MessageRow.reason == literal_column("'mail-draft'"),
)
"""Mails that lie ready until a person sends them: in the words of their index, which no bound value
would match."""

Index("ix_message_lying", MessageRow.id, sqlite_where=LYING, postgresql_where=LYING)


class MessageBodyRow(Base):
    """The bytes, apart so that lists stay light. Never changed; retention may blank them."""

    __tablename__ = "message_body"
    __table_args__ = (
        Index(
            "ix_message_body_kept",
            "message_id",
            sqlite_where=text("length(body) > 0"),
            postgresql_where=text("length(body) > 0"),
        ),
    )

    message_id: Mapped[int] = mapped_column(
        ForeignKey("message.id"), primary_key=True, autoincrement=False
    )
    body: Mapped[bytes] = mapped_column(LargeBinary)
