"""Free words about a request, apart from its events.

What an act replaced lies here too, shown to nobody: events hold no words (DESIGN §5), and undo
needs them. All of it goes when the request forgets, or a reader is erased who had it before.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from ill_desktop.store.rows import NoteRow, RequestRow
from ill_desktop.store.writing import put

BEFORE = "before."
"""The audience of what an act replaced: this and the name of its column."""


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
    query = select(NoteRow).where(NoteRow.request_id == request_id)
    shown = query.where(~NoteRow.audience.startswith(BEFORE))
    return list(session.scalars(shown.order_by(NoteRow.id.desc())))


def is_said(session: Session, request_id: int, text: str) -> bool:
    """Whether a partner wrote these very words about a request."""
    session.flush()
    query = select(NoteRow.id).where(NoteRow.request_id == request_id, NoteRow.text == text)
    return session.scalar(query.where(NoteRow.audience == "partner").limit(1)) is not None


def keep_before(session: Session, request_id: int, column: str, value: Any, by: Written) -> int:
    """Keep what stood in a column of a request, or of a volume or attempt of it; its number."""
    text, said = json.dumps(value), BEFORE + column
    who = {"at": by.at, "staff": by.staff}
    return put(session, NoteRow, {"request_id": request_id, "audience": said, "text": text, **who})


def is_kept(session: Session, note_id: int) -> bool:
    """Whether what was kept under a number is still known."""
    return session.get(NoteRow, note_id) is not None


def take_before(session: Session, note_id: int) -> Any:
    """What was kept, which is kept no longer: its act is taken back."""
    row = session.get_one(NoteRow, note_id)
    value = json.loads(row.text)
    session.delete(row)
    return value


def forget_readers(session: Session, patron_ids: Collection[int]) -> None:
    """Take away all that was replaced where one of these readers asked before another did."""
    theirs = _READERS & NoteRow.text.in_(map(str, patron_ids))
    once = select(NoteRow.request_id).where(theirs)
    hidden = NoteRow.audience.startswith(BEFORE)
    session.execute(delete(NoteRow).where(hidden, NoteRow.request_id.in_(once)))


def replaced_of(session: Session, patron_id: int) -> dict[str, list[str]]:
    """What was replaced while a request was a reader's, by the numbers of their requests.

    Those that are another's by now are among them, also where only that they were theirs is kept.
    """
    once = select(NoteRow.request_id).where(_READERS, NoteRow.text == str(patron_id))
    theirs = or_(RequestRow.patron_id == patron_id, RequestRow.id.in_(once))
    query = select(RequestRow, NoteRow).join(NoteRow, NoteRow.request_id == RequestRow.id)
    rows = session.execute(
        query.where(theirs, NoteRow.audience.startswith(BEFORE)).order_by(NoteRow.id)
    ).all()
    until = [(n.request_id, n.at, json.loads(n.text)) for _, n in rows if n.audience == _READER]
    found: dict[str, list[str]] = {}
    for request, note in rows:
        then = (who for of, at, who in until if of == request.id and at >= note.at)
        if next(then, request.patron_id) != patron_id:
            continue
        told = found.setdefault(request.number, [])
        if note.audience != _READER:
            value = json.loads(note.text)
            told.append(value if isinstance(value, str) else note.text)
    return found


_READER = f"{BEFORE}patron_id"
_READERS = NoteRow.audience == _READER
