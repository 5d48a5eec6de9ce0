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


class PatronWordRow(Base):
    """A word of a reader's `folded`, to be found by its beginning; triggers keep it.

    It points at no reader by a key: a reader taken away takes the words along by the trigger.
    Both triggers and order are SQLite's: in another database nothing fills it yet, and words would
    have to be ordered by their characters there (`store.people`).
    """

    __tablename__ = "patron_word"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy reads it as it is

    word: Mapped[str] = mapped_column(primary_key=True)
    patron_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
