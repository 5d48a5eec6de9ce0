"""Partner libraries: their codes, addresses, letterboxes and habits."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ill_desktop.store.base import Base, Long, Pk


class ChannelRow(Base):
    """A way messages travel: a pair of folders, or a mail address. Not a partner."""

    __tablename__ = "channel"

    id: Mapped[Pk]
    kind: Mapped[str] = mapped_column(default="folder")
    """`folder` or `mail`."""
    inbox: Mapped[str] = mapped_column(default="")
    """Where they leave files for us."""
    outbox: Mapped[str] = mapped_column(default="")
    """Where we leave files for them. Of a mail channel both hold `.eml` files."""
    address: Mapped[str] = mapped_column(default="")
    """Of a mail channel; empty: the desk's own mailbox, for mails from nobody we know."""


class PartnerRow(Base):
    """A library we borrow from or lend to. Without a channel it is worked by hand."""

    __tablename__ = "partner"

    id: Mapped[Pk]
    name: Mapped[str]
    country: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    note: Mapped[Long]
    channel_id: Mapped[int | None] = mapped_column(ForeignKey("channel.id"), index=True)
    agreement: Mapped[str] = mapped_column(default="")
    """The name of the agreement with them, a breakdown of the figures."""
    test: Mapped[bool] = mapped_column(default=False)
    """Left out of all figures."""
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]


class SymbolRow(Base):
    """A partner's code; the authority is stored in capitals, so that it compares without case."""

    __tablename__ = "symbol"
    __table_args__ = (
        UniqueConstraint("authority", "value"),
        Index("ix_symbol_partner_id", "partner_id", "position"),
    )

    id: Mapped[Pk]
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"))
    authority: Mapped[str]
    value: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)


class AddressRow(Base):
    """Where parcels or letters go. `partner_id` empty: our own."""

    __tablename__ = "address"
    __table_args__ = (Index("ix_address_partner_id_purpose", "partner_id", "purpose"),)

    id: Mapped[Pk]
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    purpose: Mapped[str] = mapped_column(default="ship")
    """`ship`, `return`, `mail` or `invoice`."""
    lines: Mapped[Long]
    """As written on the label, one line of the label each, parted by newlines."""
    country: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")


class ExchangeProfileRow(Base):
    """How a partner's system speaks and what it expects to hear."""

    __tablename__ = "exchange_profile"

    partner_id: Mapped[int] = mapped_column(
        ForeignKey("partner.id"), primary_key=True, autoincrement=False
    )
    heard: Mapped[str] = mapped_column(default="")
    """The dialect they last wrote in; empty while they have not written."""
    habits: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """What differs from the defaults of `domain.exchange.HABITS`, by key."""
    answer_days: Mapped[int | None]
    loan_days: Mapped[int | None]
    settings: Mapped[dict[str, Any]] = mapped_column(default=dict)
