"""What was charged for a request, and what was paid."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from ill_desktop.store.base import Base, Long, Pk


class ChargeRow(Base):
    """One fee, postage or voucher. `removed` instead of deleted, so that it can come back."""

    __tablename__ = "charge"

    id: Mapped[Pk]
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    kind: Mapped[str]
    """The value of a `Charge`."""
    amount: Mapped[Decimal]
    currency: Mapped[str]
    """`XXX`: IFLA vouchers."""
    paid_on: Mapped[date | None]
    note: Mapped[Long]
    at: Mapped[datetime]
    staff: Mapped[str] = mapped_column(default="")
    removed: Mapped[bool] = mapped_column(default=False)
