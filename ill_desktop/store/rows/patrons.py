"""Readers, as far as the desk needs to know them."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ill_desktop.store.base import Base, Long, Pk


class PatronRow(Base):
    """A reader. Names are never searched together with requests, nor written into events."""

    __tablename__ = "patron"
    __table_args__ = (UniqueConstraint("code"), Index("ix_patron_name", "name"))

    id: Mapped[Pk]
    code: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    category: Mapped[str] = mapped_column(default="")
    department: Mapped[str] = mapped_column(default="")
    pickup: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    block: Mapped[str] = mapped_column(default="")
    """Why nothing may be asked for at the moment; empty: nothing is in the way."""
    block_until: Mapped[date | None]
    """The last day of the block; none: until it is lifted."""
    added_at: Mapped[datetime | None]
    """Tells somebody who came back after an erasure from the one who was erased."""
    folded: Mapped[Long]
    """Code, name and address as they are searched for: without case and accents."""
