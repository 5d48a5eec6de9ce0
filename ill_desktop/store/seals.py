"""Look-ups of keys and seals."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from ill_desktop.store.rows import MessageRow, PartnerKeyRow, SealRow


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


def of_serial(session: Session, partner_id: int, public: str, serial: int) -> SealRow | None:
    """The seal of the package of this serial that came before."""
    query = select(SealRow).where(
        SealRow.partner_id == partner_id, SealRow.public == public, SealRow.serial == serial
    )
    return session.scalar(query)


def of_message(session: Session, message_id: int) -> SealRow | None:
    """The seal a message came under."""
    return session.get(SealRow, message_id)


@dataclass(frozen=True, slots=True)
class Gap:
    """Serials that never came, and when the messages before and after them were written."""

    first: int
    last: int
    after: datetime | None
    before: datetime | None


def gaps(session: Session, partner_id: int, public: str) -> list[Gap]:
    """What never came of the packages of a key, in the order of their serials."""
    taken = (
        select(
            SealRow.serial,
            func.lag(SealRow.serial, 1, 0).over(order_by=SealRow.serial).label("last"),
            MessageRow.timestamp,
            func.lag(MessageRow.timestamp, type_=MessageRow.timestamp.type)
            .over(order_by=SealRow.serial)
            .label("earlier"),
        )
        .join(MessageRow, MessageRow.id == SealRow.message_id)
        .where(SealRow.partner_id == partner_id, SealRow.public == public)
        .subquery()
    )
    query = (
        select(taken.c.last + 1, taken.c.serial - 1, taken.c.earlier, taken.c.timestamp)
        .where(taken.c.serial > taken.c.last + 1)
        .order_by(taken.c.serial)
    )
    return [Gap(*row) for row in session.execute(query)]
