"""Readers, by code. They are in no search index of requests (DESIGN §5)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ill_desktop.store.rows import PatronRow


def patron(session: Session, code: str) -> PatronRow | None:
    """The reader of a code."""
    return session.scalar(select(PatronRow).where(PatronRow.code == code))


def patrons(session: Session) -> list[PatronRow]:
    """Every reader, by code."""
    return list(session.scalars(select(PatronRow).order_by(PatronRow.code)))


def patron_codes(session: Session, ids: frozenset[int]) -> dict[int, str]:
    """Codes of readers by their rows."""
    rows = session.execute(select(PatronRow.id, PatronRow.code).where(PatronRow.id.in_(ids)))
    return {row.id: row.code for row in rows}
