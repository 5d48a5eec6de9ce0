"""Charges and files of a request: rows beside the case, whose changes an event keeps too."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, TypeVar

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from ill_desktop.domain.errors import Missing
from ill_desktop.store.rows import AttachmentRow, ChargeRow, EnclosureRow

R = TypeVar("R", ChargeRow, AttachmentRow)
TABLES: Mapping[str, type[ChargeRow] | type[AttachmentRow]] = MappingProxyType(
    {"charge": ChargeRow, "attachment": AttachmentRow}
)


def charges(session: Session, request_id: int) -> list[ChargeRow]:
    """What was charged, the first first."""
    return _of(session, ChargeRow, request_id)


def attachments(session: Session, request_id: int) -> list[AttachmentRow]:
    """The files of a request, the first first."""
    return _of(session, AttachmentRow, request_id)


def enclosed(session: Session, act: str) -> list[AttachmentRow]:
    """The files an act sends to the partner, the first first."""
    return list(session.scalars(_ENCLOSED, {"act": act})) if act else []


_ENCLOSED = (
    select(AttachmentRow)
    .where(AttachmentRow.act == bindparam("act"), ~AttachmentRow.removed)
    .order_by(AttachmentRow.id)
)


def _of(session: Session, table: type[R], request_id: int) -> list[R]:
    query = select(table).where(table.request_id == request_id, ~table.removed).order_by(table.id)
    return list(session.scalars(query))


def one(session: Session, table: type[R], request_id: int, row_id: int) -> R:
    """A row of a request; raises `Missing`."""
    row = session.get(table, row_id)
    if row is None or row.request_id != request_id or row.removed:
        raise Missing(table.__tablename__, str(row_id))
    return row


def put_back(session: Session, path: str, change: list[Any]) -> None:
    """Restore what an event says was changed: `charge.7`, or `charge.7.removed`."""
    name, _, rest = path.partition(".")
    row_id, _, column = rest.partition(".")
    if name not in TABLES:
        return
    row = session.get(TABLES[name], int(row_id))
    if not isinstance(row, (ChargeRow, AttachmentRow)):
        return
    if not column:
        row.removed = True
    elif column == "paid_on" and isinstance(row, ChargeRow):
        row.paid_on = date.fromisoformat(change[0]) if change[0] else None
    else:
        setattr(row, column, change[0])


def attached(session: Session) -> set[str]:
    """The hashes of every file that belongs to a request, or waits with a message."""
    waiting = session.scalars(select(EnclosureRow.sha256).where(EnclosureRow.type != ""))
    return {*session.scalars(select(AttachmentRow.sha256)), *waiting}
