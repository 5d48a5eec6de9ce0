"""What was printed for a request, and how often."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ill_desktop.store.rows import DocumentRow

AT_ONCE = 500
"""Requests asked for in one statement."""


def of_request(session: Session, request_id: int) -> list[DocumentRow]:
    """The printings of a request, the newest first."""
    query = (
        select(DocumentRow)
        .where(DocumentRow.request_id == request_id)
        .order_by(DocumentRow.id.desc())
    )
    return list(session.scalars(query))


def copies(session: Session, request_id: int, kind: str) -> int:
    """How often a kind was printed for a request."""
    query = select(func.count()).where(
        DocumentRow.request_id == request_id, DocumentRow.kind == kind
    )
    return session.scalar(query) or 0


def printed_among(session: Session, kind: str, request_ids: tuple[int, ...]) -> frozenset[int]:
    """Those of some requests for which a kind was printed already."""
    found: set[int] = set()
    for begin in range(0, len(request_ids), AT_ONCE):
        some = request_ids[begin : begin + AT_ONCE]
        query = select(DocumentRow.request_id).where(
            DocumentRow.request_id.in_(some), DocumentRow.kind == kind
        )
        found.update(session.scalars(query))
    return frozenset(found)


def add(session: Session, request_id: int, kind: str, stock: str, at: datetime) -> None:
    """Note one printing."""
    copy = copies(session, request_id, kind) + 1
    session.add(
        DocumentRow(request_id=request_id, kind=kind, stock=stock, printed_at=at, copy=copy)
    )
    session.flush()
