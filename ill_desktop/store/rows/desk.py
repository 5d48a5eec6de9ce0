"""The desk itself: whose it is, who works there, its calendar, its settings, who holds it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ill_desktop.store.base import Base, Long, Pk


class LibraryRow(Base):
    """The one library this desk belongs to; its id is always 1."""

    __tablename__ = "library"
    __table_args__ = (CheckConstraint("id = 1", name="one"),)

    id: Mapped[Pk] = mapped_column(default=1)
    name: Mapped[str]
    zone: Mapped[str]
    """IANA name, fixed at set-up: decides on which day something happened."""
    country: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="en")
    paper: Mapped[str] = mapped_column(default="A4")
    test: Mapped[bool] = mapped_column(default=False)
    """A desk made with `--test`: it alone obeys the test clock."""
    sample: Mapped[bool] = mapped_column(default=False)
    desk_uuid: Mapped[str]
    loan_days: Mapped[int] = mapped_column(default=28)
    hold_minutes: Mapped[int] = mapped_column(default=10)
    """How long a staff message waits in the outbox before it leaves."""


class LibrarySymbolRow(Base):
    """A code under which other libraries know us; the lowest position is the one we sign with."""

    __tablename__ = "library_symbol"
    __table_args__ = (UniqueConstraint("authority", "value"),)

    id: Mapped[Pk]
    authority: Mapped[str]
    value: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)


class HolidayRow(Base):
    """A day on which our desk is closed."""

    __tablename__ = "holiday"
    __table_args__ = (UniqueConstraint("day"),)

    id: Mapped[Pk]
    day: Mapped[date]
    name: Mapped[str] = mapped_column(default="")


class StaffRow(Base):
    """Somebody who works at the desk; events carry the initials."""

    __tablename__ = "staff"
    __table_args__ = (UniqueConstraint("initials"),)

    id: Mapped[Pk]
    initials: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="staff")
    pin: Mapped[str] = mapped_column(default="")
    """Salt and scrypt hash; empty: chosen without a PIN."""
    active: Mapped[bool] = mapped_column(default=True)


class SettingRow(Base):
    """One of the desk's own settings, `value` being any JSON value."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class SequenceRow(Base):
    """The last number drawn from a sequence in a year; written with what it numbers."""

    __tablename__ = "sequence"

    name: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    value: Mapped[int] = mapped_column(default=0)


class LeaseRow(Base):
    """Which computer holds the desk; its id is always 1 (RELIABILITY §4)."""

    __tablename__ = "lease"
    __table_args__ = (CheckConstraint("id = 1", name="one"),)

    id: Mapped[Pk] = mapped_column(default=1)
    owner: Mapped[str]
    host: Mapped[str]
    epoch: Mapped[int] = mapped_column(default=1)
    """Grows by one each time another computer takes over."""
    beat_at: Mapped[datetime]


class ClosedMonthRow(Base):
    """The figures of a month as they were when it was closed, and why it was reopened.

    By code `{value, rows, parts}`: the value, a hash of the requests behind it, and the
    breakdowns. Distinct readers cannot be counted again once names are removed.
    """

    __tablename__ = "closed_month"
    __table_args__ = (Index("ix_closed_month_month", "month", "id"),)

    id: Mapped[Pk]
    month: Mapped[str]
    """`YYYY-MM`."""
    closed_at: Mapped[datetime]
    staff: Mapped[str] = mapped_column(default="")
    rules: Mapped[str] = mapped_column(default="")
    """The version of the definitions."""
    figures: Mapped[dict[str, Any]] = mapped_column(default=dict)
    reopened_at: Mapped[datetime | None]
    reopened_by: Mapped[str] = mapped_column(default="")
    reason: Mapped[Long]
