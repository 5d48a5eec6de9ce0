"""Look-ups of keys and seals."""

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from ill_desktop.store.rows import PartnerKeyRow, SealRow


def keys(session: Session, partner_id: int) -> list[PartnerKeyRow]:
    """Every key a partner used, the newest first."""
    query = (
        select(PartnerKeyRow)
        .where(PartnerKeyRow.partner_id == partner_id)
        .order_by(PartnerKeyRow.id.desc())
    )
    return list(session.scalars(query))


def trusted(session: Session, partner_id: int) -> str:
    """The key a person has compared; empty where there is none."""
    query = select(PartnerKeyRow.public).where(
        PartnerKeyRow.partner_id == partner_id, PartnerKeyRow.trusted_at.is_not(None)
    )
    return session.scalar(query) or ""


def saw(session: Session, partner_id: int, public: str, now: datetime) -> None:
    """Remember a key, so that a person can compare it."""
    if all(row.public != public for row in keys(session, partner_id)):
        session.add(PartnerKeyRow(partner_id=partner_id, public=public, seen_at=now))
        session.flush()


def trust(session: Session, partner_id: int, public: str, now: datetime) -> None:
    """Trust one key of a partner, and no other from now on."""
    saw(session, partner_id, public, now)
    session.execute(
        update(PartnerKeyRow).where(PartnerKeyRow.partner_id == partner_id).values(trusted_at=None)
    )
    session.execute(
        update(PartnerKeyRow)
        .where(PartnerKeyRow.partner_id == partner_id, PartnerKeyRow.public == public)
        .values(trusted_at=now)
    )


def used(session: Session, partner_id: int, public: str, serial: int) -> bool:
    """Whether a package of this serial was taken before."""
    query = select(SealRow.message_id).where(
        SealRow.partner_id == partner_id, SealRow.public == public, SealRow.serial == serial
    )
    return session.scalar(query) is not None


def of_message(session: Session, message_id: int) -> SealRow | None:
    """The seal a message came under."""
    return session.get(SealRow, message_id)


def missing(session: Session, partner_id: int, public: str) -> tuple[int, int]:
    """How many packages were taken, and the highest serial: the difference never came."""
    query = select(func.count(), func.coalesce(func.max(SealRow.serial), 0)).where(
        SealRow.partner_id == partner_id, SealRow.public == public
    )
    row = session.execute(query).one()
    return int(row[0]), int(row[1])
