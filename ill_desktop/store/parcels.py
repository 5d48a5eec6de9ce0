"""Look-ups of parcels and what lies in them."""

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from ill_desktop.domain.errors import Missing
from ill_desktop.domain.identity import code_key
from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.store.rows import ItemRow, ParcelRequestRow, ParcelRow, RequestRow


def by_number(session: Session, number: str) -> ParcelRow:
    """The parcel of a number; raises `Missing`."""
    row = session.scalar(select(ParcelRow).where(ParcelRow.number == number.upper()))
    if row is None:
        raise Missing("parcel", number)
    return row


def open_for(session: Session, partner_id: int, side: Side) -> ParcelRow | None:
    """The open parcel for a partner: there is one at most on each side."""
    query = select(ParcelRow).where(
        ParcelRow.partner_id == partner_id, ParcelRow.side == side, ParcelRow.closed_at.is_(None)
    )
    return session.scalar(query)


def open_parcels(session: Session) -> list[ParcelRow]:
    """Every open parcel, the oldest first."""
    query = select(ParcelRow).where(ParcelRow.closed_at.is_(None)).order_by(ParcelRow.id)
    return list(session.scalars(query))


def contents(session: Session, parcel_id: int) -> list[RequestRow]:
    """What was put into a parcel, in the order it was put in."""
    query = (
        select(RequestRow)
        .join(ParcelRequestRow, ParcelRequestRow.request_id == RequestRow.id)
        .where(ParcelRequestRow.parcel_id == parcel_id)
        .order_by(ParcelRequestRow.id)
    )
    return list(session.scalars(query))


def of_request(session: Session, request_id: int) -> ParcelRow | None:
    """The parcel a request was put into last."""
    query = (
        select(ParcelRow)
        .join(ParcelRequestRow, ParcelRequestRow.parcel_id == ParcelRow.id)
        .where(ParcelRequestRow.request_id == request_id)
        .order_by(ParcelRequestRow.id.desc())
        .limit(1)
    )
    return session.scalar(query)


def take_out(session: Session, parcel_id: int, request_id: int) -> None:
    """Take a request out of a parcel again."""
    session.execute(
        delete(ParcelRequestRow).where(
            ParcelRequestRow.parcel_id == parcel_id, ParcelRequestRow.request_id == request_id
        )
    )


def move(session: Session, parcel: ParcelRow, into: ParcelRow) -> None:
    """Put all that lies in a parcel into another, and give up the first."""
    session.execute(
        update(ParcelRequestRow)
        .where(ParcelRequestRow.parcel_id == parcel.id)
        .values(parcel_id=into.id)
    )
    session.delete(parcel)
    session.flush()


def is_parcel(number: str) -> bool:
    """Whether a number is a parcel's: requests have digits only."""
    return number.upper().startswith("P")


def packed_among(session: Session, numbers: tuple[str, ...]) -> frozenset[str]:
    """Those of some requests that were put into a parcel."""
    query = (
        select(RequestRow.number)
        .join(ParcelRequestRow, ParcelRequestRow.request_id == RequestRow.id)
        .where(RequestRow.number.in_(numbers))
    )
    return frozenset(session.scalars(query))


def carrying(session: Session, barcode: str) -> list[RequestRow]:
    """The requests with a volume of this barcode, the newest first."""
    query = (
        select(RequestRow)
        .join(ItemRow, ItemRow.request_id == RequestRow.id)
        .where(func.lower(ItemRow.barcode) == code_key(barcode))
        .order_by(RequestRow.id.desc())
        .limit(20)
    )
    return list(session.scalars(query))


def away(session: Session, barcode: str, returned: frozenset[str]) -> list[RequestRow]:
    """The requests with a volume of this barcode that is not `returned`, the newest first."""
    query = (
        select(RequestRow)
        .join(ItemRow, ItemRow.request_id == RequestRow.id)
        .where(
            func.lower(ItemRow.barcode) == code_key(barcode),
            ItemRow.state.not_in(returned),
        )
        .order_by(RequestRow.id.desc())
        .limit(20)
    )
    return list(session.scalars(query))
