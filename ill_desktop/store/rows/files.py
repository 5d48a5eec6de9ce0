"""Files that belong to a request; the bytes lie in the desk's `attachments` folder."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from ill_desktop.store.base import Base, Pk


class AttachmentRow(Base):
    """One file, stored under its hash and shown under its name."""

    __tablename__ = "attachment"

    id: Mapped[Pk]
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    name: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    type: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=False)
    """A document that would do something when opened: actions, scripts, files inside."""
    added_at: Mapped[datetime]
    staff: Mapped[str] = mapped_column(default="")
    act: Mapped[str] = mapped_column(default="", index=True)
    """The act that sends it to the partner; empty where it stays here."""
    removed: Mapped[bool] = mapped_column(default=False)
