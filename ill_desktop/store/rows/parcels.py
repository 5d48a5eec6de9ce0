"""Parcels: several requests of one partner that travel together."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.domain.money import Money
from ill_desktop.store.base import Base, Pk


class ParcelRow(Base):
    """One parcel; open until `closed_at`. What we lend goes out, what we borrowed goes back."""

    __tablename__ = "parcel"
    __table_args__ = (
        UniqueConstraint("number"),
        Index("ix_parcel_partner_id", "partner_id", "side", "id"),
        Index("ix_parcel_closed_at", "closed_at", "id"),
    )

    id: Mapped[Pk]
    number: Mapped[str]
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"))
    side: Mapped[Side]
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    tracking: Mapped[str] = mapped_column(default="")
    """What the carrier calls it."""
    grams: Mapped[int | None]
    value_amount: Mapped[Decimal | None]
    value_currency: Mapped[str | None]

    @property
    def value(self) -> Money | None:
        """What is declared to be in it, for the carrier and for customs."""
        amount, currency = self.value_amount, self.value_currency
        return None if amount is None or currency is None else Money(amount, currency)

    @value.setter
    def value(self, money: Money | None) -> None:
        self.value_amount = None if money is None else money.amount
        self.value_currency = None if money is None else money.currency


class ParcelRequestRow(Base):
    """A request that was put into a parcel; the newest row says where it is."""

    __tablename__ = "parcel_request"
    __table_args__ = (
        UniqueConstraint("parcel_id", "request_id"),
        Index("ix_parcel_request_request_id", "request_id", "id"),
    )

    id: Mapped[Pk]
    parcel_id: Mapped[int] = mapped_column(ForeignKey("parcel.id"))
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"))
