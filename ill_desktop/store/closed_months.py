"""Months that were closed, with the figures they had."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from ill_desktop.store.rows import ClosedMonthRow


def closed(session: Session, month: str) -> ClosedMonthRow | None:
    """A month as it was closed last; None where it is open, or was reopened."""
    newest = (
        select(ClosedMonthRow)
        .where(ClosedMonthRow.month == month, ClosedMonthRow.reopened_at.is_(None))
        .order_by(ClosedMonthRow.id.desc())
        .limit(1)
    )
    return session.scalars(newest).first()


def closed_between(session: Session, first: str, last: str) -> dict[str, ClosedMonthRow]:
    """The closed months of a stretch, both ends included, by month."""
    rows = session.scalars(
        select(ClosedMonthRow)
        .where(
            ClosedMonthRow.month >= first,
            ClosedMonthRow.month <= last,
            ClosedMonthRow.reopened_at.is_(None),
        )
        .order_by(ClosedMonthRow.id)
    )
    return {row.month: row for row in rows}


def history(session: Session, month: str) -> Sequence[ClosedMonthRow]:
    """Every time a month was closed, the first first, with why it was reopened."""
    rows = select(ClosedMonthRow).where(ClosedMonthRow.month == month)
    return session.scalars(rows.order_by(ClosedMonthRow.id)).all()
