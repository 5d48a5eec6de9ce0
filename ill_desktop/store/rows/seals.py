"""Keys with which partners seal their packages, and the seals themselves (RELIABILITY §5)."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ill_desktop.store.base import Base, Pk


class PartnerKeyRow(Base):
    """A key a partner used. Nobody trusts it until a person has compared its words."""

    __tablename__ = "partner_key"
    __table_args__ = (UniqueConstraint("partner_id", "public"),)

    id: Mapped[Pk]
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"))
    public: Mapped[str]
    """64 hexadecimal digits."""
    seen_at: Mapped[datetime]
    trusted_at: Mapped[datetime | None]


class SealRow(Base):
    """The seal a message came under; its manifest names the hash of the message."""

    __tablename__ = "seal"
    __table_args__ = (UniqueConstraint("partner_id", "public", "serial"),)

    message_id: Mapped[int] = mapped_column(
        ForeignKey("message.id"), primary_key=True, autoincrement=False
    )
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"))
    public: Mapped[str]
    serial: Mapped[int]
    """Grows by one with each package of a sender: what is missing never came."""
    manifest: Mapped[bytes] = mapped_column(LargeBinary)
    seal: Mapped[bytes] = mapped_column(LargeBinary)
