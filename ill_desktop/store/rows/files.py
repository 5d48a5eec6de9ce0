"""Files of requests and of messages that wait; their bytes lie in the `attachments` folder."""

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
    came: Mapped[bool] = mapped_column(default=False)
    """It travelled with a message of the partner."""
    added_at: Mapped[datetime]
    staff: Mapped[str] = mapped_column(default="")
    act: Mapped[str] = mapped_column(default="", index=True)
    """The act that sends it to the partner; empty where it stays here."""
    removed: Mapped[bool] = mapped_column(default=False)


class EnclosureRow(Base):
    """One file that came with a message which waits; it goes when its message is used, or blanked.

    The name and the hash are those of the `AttachmentRow` it becomes.
    """

    __tablename__ = "enclosure"

    id: Mapped[Pk]
    message_id: Mapped[int] = mapped_column(ForeignKey("message.id"), index=True)
    name: Mapped[str]
    sha256: Mapped[str] = mapped_column(index=True)
    type: Mapped[str] = mapped_column(default="")
    """Empty: it is of no kind we keep, and only its name and size are known."""
    size: Mapped[int]
    """In bytes."""
