"""Who works at the desk."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ill_desktop.store.rows import StaffRow


def everybody(session: Session) -> list[StaffRow]:
    """All of them by initials, those who left included: events still name them."""
    return list(session.scalars(select(StaffRow).order_by(StaffRow.initials)))


def active(session: Session) -> list[StaffRow]:
    """Those who work here now."""
    return list(
        session.scalars(select(StaffRow).where(StaffRow.active).order_by(StaffRow.initials))
    )


def person(session: Session, initials: str) -> StaffRow | None:
    """The one with these initials."""
    return session.scalar(select(StaffRow).where(StaffRow.initials == initials))
