"""Readers, by code. They are in no search index of requests (DESIGN §5)."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ill_desktop.store.rows import PatronRow, RequestRow


def patron(session: Session, code: str) -> PatronRow | None:
    """The reader of a code."""
    return session.scalar(select(PatronRow).where(PatronRow.code == code))


def patrons(session: Session) -> list[PatronRow]:
    """Every reader, by code."""
    return list(session.scalars(select(PatronRow).order_by(PatronRow.code)))


def matching(session: Session, words: Sequence[str], most: int) -> list[PatronRow]:
    """Readers that hold every word, by name; words are folded already."""
    query = select(PatronRow).order_by(PatronRow.name, PatronRow.id).limit(most)
    for word in words:
        query = query.where(PatronRow.folded.contains(word, autoescape=True))
    return list(session.scalars(query))


def count(session: Session) -> int:
    """How many readers there are."""
    return session.scalar(select(func.count()).select_from(PatronRow)) or 0


def requests_of(session: Session, patron_id: int, most: int = 200) -> list[int]:
    """The newest requests of a reader, as rows."""
    query = select(RequestRow.id).where(RequestRow.patron_id == patron_id)
    return list(session.scalars(query.order_by(RequestRow.id.desc()).limit(most)))


def patron_codes(session: Session, ids: frozenset[int]) -> dict[int, str]:
    """Codes of readers by their rows."""
    rows = session.execute(select(PatronRow.id, PatronRow.code).where(PatronRow.id.in_(ids)))
    return {row.id: row.code for row in rows}
