"""Taking names and free words away from requests that were closed long ago (RELIABILITY §6).

What figures are made of stays: category, department, events, milestones, keys and hashes.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, delete, exists, func, or_, select, update
from sqlalchemy.orm import Session

from ill_desktop.domain import codes
from ill_desktop.domain.lifecycle.states import Milestone, Side
from ill_desktop.store import outbox
from ill_desktop.store.rows import (
    AttachmentRow,
    AttemptRow,
    ChargeRow,
    EnclosureRow,
    ItemRow,
    MessageBodyRow,
    MessageRow,
    MilestoneRow,
    NoteRow,
    PatronRow,
    RequestRow,
)

BLANK = ("patron_code_sent", "pickup", "note", "delivery_address", "link")
"""Columns of a request in which somebody may be named."""
OF_READERS = ("call_number", "location")
"""The same of what we borrow; of what we lend they are those of our shelves."""
_UNSENT = (MessageRow.direction == "out") & MessageRow.state.in_(outbox.UNSENT)
"""What has not left yet keeps its words and files, and is forgotten once it has."""


def due(session: Session, before: datetime, most: int) -> list[RequestRow]:
    """Requests closed before an instant that still remember, the longest closed first."""
    query = select(RequestRow).where(*_due(before)).order_by(RequestRow.closed_at)
    return list(session.scalars(query.limit(most)))


def how_many_due(session: Session, before: datetime) -> int:
    """How many those are."""
    return session.scalar(select(func.count(RequestRow.id)).where(*_due(before))) or 0


def _due(before: datetime) -> tuple[ColumnElement[bool], ...]:
    closed = RequestRow.closed_at
    return ~RequestRow.forgotten, closed.is_not(None), closed < before


def closed_of(session: Session, patron_id: int) -> list[RequestRow]:
    """The closed requests of a reader."""
    query = select(RequestRow).where(RequestRow.patron_id == patron_id)
    return list(session.scalars(query.where(RequestRow.closed_at.is_not(None))))


def counted_on(session: Session, request_id: int) -> date | None:
    """The day by which the figures count a borrowing request; none where they never do."""
    kinds = (Milestone.SENT, Milestone.CLOSED_CANCELLED)
    query = select(func.min(MilestoneRow.on, type_=MilestoneRow.on.type)).where(
        MilestoneRow.request_id == request_id, MilestoneRow.kind.in_(kinds)
    )
    return session.scalar(query)


def unmarked(session: Session, patron_id: int) -> list[RequestRow]:
    """The requests of a reader nothing stands for yet."""
    query = select(RequestRow).where(RequestRow.patron_id == patron_id)
    return list(session.scalars(query.where(RequestRow.reader_mark == "")))


def forget(session: Session, rows: Sequence[RequestRow]) -> set[str]:
    """Take names and words away; the hashes of their attachments are returned."""
    ids = [row.id for row in rows]
    for row in rows:
        row.patron_id, row.forgotten = None, True
        for name in BLANK if row.side is Side.LENDING else (*BLANK, *OF_READERS):
            setattr(row, name, "")
        if row.condition not in codes.LOAN_CONDITION:
            row.condition = ""
    session.execute(delete(NoteRow).where(NoteRow.request_id.in_(ids)))
    session.execute(update(ChargeRow).where(ChargeRow.request_id.in_(ids)).values(note=""))
    session.execute(update(AttemptRow).where(AttemptRow.request_id.in_(ids)).values(state_text=""))
    ours = [row.id for row in rows if row.side is Side.BORROWING]
    session.execute(update(ItemRow).where(ItemRow.request_id.in_(ours)).values(call_number=""))
    session.execute(
        update(MessageRow).where(MessageRow.request_id.in_(ids)).values(reason_value="")
    )
    return _take_files(session, AttachmentRow.request_id.in_(ids))


def files_left_over(session: Session) -> set[str]:
    """Take the files away that had to leave before their request forgot them; their hashes."""
    forgotten = select(RequestRow.id).where(
        RequestRow.id == AttachmentRow.request_id, RequestRow.forgotten
    )
    return _take_files(session, exists(forgotten))


def _take_files(session: Session, which: ColumnElement[bool]) -> set[str]:
    session.flush()
    leaving = exists().where(MessageRow.encloses == AttachmentRow.act, _UNSENT)
    gone = which & ~((AttachmentRow.act != "") & leaving)
    rows = session.execute(select(AttachmentRow.id, AttachmentRow.sha256).where(gone)).all()
    ids = [row.id for row in rows]
    session.execute(delete(AttachmentRow).where(AttachmentRow.id.in_(ids)))
    return {row.sha256 for row in rows}


def still_attached(session: Session, hashes: Iterable[str]) -> set[str]:
    """Those of these files that some request, or message that waits, still has."""
    asked = list(hashes)
    found: set[str] = set()
    for table in (AttachmentRow, EnclosureRow):
        found |= set(session.scalars(select(table.sha256).where(table.sha256.in_(asked))))
    return found


def blank_bodies(session: Session, before: datetime, most: int) -> int:
    """Blank messages of forgotten requests, and old ones that belong to none; how many."""
    request = select(RequestRow.id).where(
        RequestRow.id == MessageRow.request_id, RequestRow.forgotten
    )
    orphan = (
        MessageRow.request_id.is_(None)
        & (MessageRow.created_at < before)
        & (MessageRow.state != "attention")
    )
    query = (
        select(MessageBodyRow.message_id)
        .join(MessageRow, MessageRow.id == MessageBodyRow.message_id)
        .where(func.length(MessageBodyRow.body) > 0, ~_UNSENT, or_(exists(request), orphan))
        .limit(most)
    )
    ids = list(session.scalars(query))
    kept = MessageBodyRow.message_id.in_(ids)
    session.execute(update(MessageBodyRow).where(kept).values(body=b""))
    return len(ids)


def readers(session: Session) -> list[PatronRow]:
    """Every reader that has no request any more, by number."""
    used = exists().where(RequestRow.patron_id == PatronRow.id)
    return list(session.scalars(select(PatronRow).where(~used).order_by(PatronRow.id)))
