"""What happened: events, the milestones figures are made of, prints and notes."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from ill_desktop.domain.lifecycle.states import Milestone, State
from ill_desktop.store.base import Base, Long, Pk


class EventRow(Base):
    """One thing an act did to one request. Append-only; codes and ids, no name, no free text.

    `difference` holds `{column: [before, after]}` of everything that changed, items and attempts
    included, so that the act can be taken back.
    """

    __tablename__ = "event"
    __table_args__ = (
        Index("ix_event_request_id", "request_id", "id"),
        Index("ix_event_act", "act"),
        Index(
            "ix_event_undoes",
            "undoes",
            sqlite_where=text("undoes IS NOT NULL"),
            postgresql_where=text("undoes IS NOT NULL"),
        ),
    )

    id: Mapped[Pk]
    act: Mapped[str]
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"))
    attempt_id: Mapped[int | None] = mapped_column(ForeignKey("attempt.id"))
    kind: Mapped[str]
    """The value of an Action, Heard or Timer, or `created`, `undo`."""
    source: Mapped[str]
    """`staff`, `partner`, `timer` or `by-hand`."""
    effective_at: Mapped[datetime]
    entered_at: Mapped[datetime]
    local_date: Mapped[date]
    staff: Mapped[str] = mapped_column(default="")
    state_from: Mapped[State | None]
    state_to: Mapped[State | None]
    difference: Mapped[dict[str, Any]] = mapped_column(default=dict)
    reason: Mapped[str] = mapped_column(default="")
    undoes: Mapped[str | None]
    """The act this event takes back."""
    rang_for: Mapped[date | None]
    """The due date, or another date of the request, that a timer rang for."""


class MilestoneRow(Base):
    """A date figures are made of, written by the same function as its event."""

    __tablename__ = "milestone"
    __table_args__ = (
        Index("ix_milestone_kind_on", "kind", "on", "request_id"),
        Index("ix_milestone_request_id", "request_id", "kind"),
        Index("ix_milestone_act", "act"),
    )

    id: Mapped[Pk]
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"))
    attempt_id: Mapped[int | None] = mapped_column(ForeignKey("attempt.id"))
    kind: Mapped[Milestone]
    at: Mapped[datetime]
    on: Mapped[date]
    """The local date, by which the figures count."""
    act: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")


class ToTellRow(Base):
    """A request about which a library still has to be told something that no message says.

    Worked out from its events whenever one is written: there are as many rows as work is left.
    """

    __tablename__ = "to_tell"

    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), primary_key=True)


class DocumentRow(Base):
    """Something printed for a request, how often and on what."""

    __tablename__ = "document"
    __table_args__ = (UniqueConstraint("request_id", "kind", "copy"),)

    id: Mapped[Pk]
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"))
    kind: Mapped[str]
    stock: Mapped[str] = mapped_column(default="")
    printed_at: Mapped[datetime]
    staff: Mapped[str] = mapped_column(default="")
    copy: Mapped[int] = mapped_column(default=1)
    """1 for the first printing of this kind, 2 for the first reprint."""


class NoteRow(Base):
    """Free words about a request; `audience` is `internal`, `partner` or `patron`, or tells what
    they stood in before (`store.notes`).
    """

    __tablename__ = "note"

    id: Mapped[Pk]
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    audience: Mapped[str] = mapped_column(default="internal")
    text: Mapped[Long]
    at: Mapped[datetime]
    staff: Mapped[str] = mapped_column(default="")
