"""Free words about a request, apart from its events."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ill_desktop.store.rows import NoteRow


@dataclass(frozen=True, slots=True)
class Written:
    """When a note was written and by whom."""

    at: datetime
    staff: str = ""


def add(session: Session, request_id: int, text: str, audience: str, by: Written) -> NoteRow:
    """Keep a note; `audience` is internal, partner or patron."""
    row = NoteRow(request_id=request_id, audience=audience, text=text, at=by.at, staff=by.staff)
    session.add(row)
    return row


def forget(session: Session, note_id: int) -> None:
    """Take away a note whose act was taken back."""
    session.execute(delete(NoteRow).where(NoteRow.id == note_id))


def of_request(session: Session, request_id: int) -> list[NoteRow]:
    """The notes of a request, the newest first."""
    query = select(NoteRow).where(NoteRow.request_id == request_id).order_by(NoteRow.id.desc())
    return list(session.scalars(query))
