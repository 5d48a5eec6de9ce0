"""The requests about which a library still has to be told something by telephone or letter."""

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.orm import Session

from ill_desktop.store.base import table
from ill_desktop.store.direct import Direct
from ill_desktop.store.rows import RequestRow, ToTellRow
from ill_desktop.store.writing import put

MOST = 400
"""So many at most are counted and shown: a desk that never notes it has no end of them."""


def waits(session: Session, request_id: int) -> bool:
    """Whether one of them is this request; that is written at once and waits for no flush."""
    with session.no_autoflush:
        return bool(_WAITS.rows(session, request=request_id))


def keep(session: Session, request_id: int, *, waiting: bool) -> None:
    """Note that it is one, or no longer."""
    if not waiting:
        session.execute(_GONE, {"request": request_id})
    elif not waits(session, request_id):
        put(session, ToTellRow, {"request_id": request_id})


def count(session: Session, most: int = MOST + 1) -> int:
    """How many there are, and no more than `most`: there may be many where nobody notes it."""
    few = select(_ROW.request_id).limit(most).subquery()
    return session.scalar(select(func.count()).select_from(few)) or 0


def everything(session: Session) -> frozenset[int]:
    """All of them, by row."""
    return frozenset(session.scalars(select(_ROW.request_id)))


def numbers(session: Session, most: int = MOST) -> tuple[str, ...]:
    """Their numbers, the newest first."""
    few = select(_ROW.request_id).order_by(_ROW.request_id.desc()).limit(most).subquery()
    query = select(RequestRow.number).join(few, few.c.request_id == RequestRow.id)
    return tuple(session.scalars(query.order_by(RequestRow.id.desc())))


_ROW = table(ToTellRow).c
_WAITS = Direct(select(_ROW.request_id).where(_ROW.request_id == bindparam("request")))
_GONE = delete(table(ToTellRow)).where(_ROW.request_id == bindparam("request"))
