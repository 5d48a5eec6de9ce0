"""Requests, the attempts to have them supplied, and the volumes they consist of."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, composite, mapped_column

from ill_desktop.domain.citation import TEXT_FIELDS, Citation, Material
from ill_desktop.domain.lifecycle.states import Flag, Service, Side, State
from ill_desktop.domain.money import Money
from ill_desktop.store.base import Base, Long, Pk


def flag_column(flag: Flag) -> str:
    """The name of the column that holds a flag."""
    return flag.value.replace("-", "_")


def _where_set(name: str) -> Index:
    rows = text(f"{name} = 1")
    return Index(f"ix_request_{name}", "id", sqlite_where=rows, postgresql_where=text(name))


class RequestRow(Base):
    """One need. `state` and the flags change only through `advance()` of the services.

    Set `citation`, never its single columns: the composite would not notice.
    """

    __tablename__ = "request"
    __table_args__ = (
        UniqueConstraint("number"),
        Index("ix_request_side_state", "side", "state", "id"),
        Index("ix_request_side", "side", "id"),
        Index("ix_request_due", "side", "state", "due"),
        Index("ix_request_needed_by", "side", "state", "needed_by"),
        Index("ix_request_their_id", "their_id"),
        Index("ix_request_our_id", "our_id"),
        Index("ix_request_partner_id", "partner_id", "id"),
        Index("ix_request_patron_id", "patron_id", "id"),
        Index("ix_request_previous_id", "previous_id"),
        Index("ix_request_created_on", "side", "created_on"),
        Index("ix_request_closed_at", "closed_at", "created_on"),
        Index(
            "ix_request_not_forgotten",
            "closed_at",
            sqlite_where=text("forgotten = 0 AND closed_at IS NOT NULL"),
            postgresql_where=text("NOT forgotten AND closed_at IS NOT NULL"),
        ),
        *(_where_set(name) for name in ("attention", "unread", "cancel_asked", "renew_asked")),
    )

    id: Mapped[Pk]
    number: Mapped[str]
    version: Mapped[int] = mapped_column()
    side: Mapped[Side]
    service: Mapped[Service]
    asked_service: Mapped[Service]
    state: Mapped[State]

    cancel_asked: Mapped[bool] = mapped_column(default=False)
    conditions_open: Mapped[bool] = mapped_column(default=False)
    renew_asked: Mapped[bool] = mapped_column(default=False)
    overdue: Mapped[bool] = mapped_column(default=False)
    """Somebody said so; whether it *is* overdue is computed from `due`."""
    recalled: Mapped[bool] = mapped_column(default=False)
    hold_return: Mapped[bool] = mapped_column(default=False)
    lost: Mapped[bool] = mapped_column(default=False)
    shipment_message_missing: Mapped[bool] = mapped_column(default=False)
    unread: Mapped[bool] = mapped_column(default=False)
    attention: Mapped[bool] = mapped_column(default=False)
    slip_printed: Mapped[bool] = mapped_column(default=False)
    reader_step: Mapped[str] = mapped_column(default="")
    """How far it got between the desk and the reader, as a milestone; empty: not at all."""

    title: Mapped[Long]
    subtitle: Mapped[Long]
    author: Mapped[Long]
    edition: Mapped[Long]
    publisher: Mapped[Long]
    place: Mapped[Long]
    year: Mapped[Long]
    isbn: Mapped[Long]
    issn: Mapped[Long]
    doi: Mapped[Long]
    pmid: Mapped[Long]
    component_title: Mapped[Long]
    component_author: Mapped[Long]
    volume: Mapped[Long]
    issue: Mapped[Long]
    pages: Mapped[Long]
    series: Mapped[Long]
    material: Mapped[Material] = mapped_column(default=Material.BOOK)
    citation: Mapped[Citation] = composite(*TEXT_FIELDS, "material")
    identifiers: Mapped[dict[str, str]] = mapped_column(default=dict)
    """Replace it as a whole: a change inside is not noticed."""

    patron_id: Mapped[int | None] = mapped_column(ForeignKey("patron.id"))
    patron_category: Mapped[str] = mapped_column(default="")
    patron_department: Mapped[str] = mapped_column(default="")
    patron_code_sent: Mapped[str] = mapped_column(default="")
    """What stood for the reader in the message, on either side."""
    pickup: Mapped[str] = mapped_column(default="")
    reader_mark: Mapped[str] = mapped_column(default="")
    """Stands for a forgotten reader among the requests of one month, so that different readers
    are still counted; made by chance, it leads to nobody."""
    forgotten: Mapped[bool] = mapped_column(default=False)
    """Closed so long ago that names and words were taken away."""

    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    """Borrowing: the supplier of the current attempt. Lending: the requester."""
    channel_id: Mapped[int | None] = mapped_column(ForeignKey("channel.id"))
    attempt_id: Mapped[int | None]
    """The current attempt; no foreign key, for attempts point at requests already."""
    previous_id: Mapped[int | None] = mapped_column(ForeignKey("request.id"))
    """The request this one follows."""
    our_id: Mapped[str] = mapped_column(default="")
    their_id: Mapped[str] = mapped_column(default="")
    requester_symbol: Mapped[str] = mapped_column(default="")

    created_at: Mapped[datetime]
    created_on: Mapped[date]
    """The local date of `created_at`."""
    needed_by: Mapped[date | None]
    due: Mapped[date | None]
    state_since: Mapped[datetime]
    last_said_at: Mapped[datetime | None]
    """The latest timestamp the requester signed, by which its actions are ordered."""
    told_at: Mapped[datetime | None]
    """The `lastChange` we told the requester last, by which it orders what we say."""
    retry_after: Mapped[date | None]
    expected_on: Mapped[date | None]
    closed_at: Mapped[datetime | None]

    max_cost_amount: Mapped[Decimal | None]
    max_cost_currency: Mapped[str | None]
    cost_amount: Mapped[Decimal | None]
    cost_currency: Mapped[str | None]

    condition: Mapped[str] = mapped_column(default="")
    call_number: Mapped[str] = mapped_column(default="")
    location: Mapped[str] = mapped_column(default="")
    note: Mapped[Long]
    delivery_address: Mapped[Long]
    """Only what came in a message; compared with the partner's card before anything is sent."""
    return_address: Mapped[Long]
    link: Mapped[Long]
    sent_via: Mapped[str] = mapped_column(default="")
    service_level: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    """Of the work, for the figures."""
    pieces: Mapped[int] = mapped_column(default=1)
    page_count: Mapped[int | None]
    """Of the copy that was sent; None where only the citation tells."""

    answered: Mapped[bool] = mapped_column(default=False)
    sent_anything: Mapped[bool] = mapped_column(default=False)
    voided: Mapped[bool] = mapped_column(default=False)
    uncounted: Mapped[bool] = mapped_column(default=False)
    """Left out of all figures: concerns a test partner, or was brought in as it stood."""
    settings: Mapped[dict[str, Any]] = mapped_column(default=dict)

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}  # type: ignore[misc]

    @property
    def flags(self) -> frozenset[Flag]:
        """The flags that are set."""
        return frozenset(flag for flag in Flag if getattr(self, flag_column(flag)))

    @flags.setter
    def flags(self, flags: frozenset[Flag]) -> None:
        for flag in Flag:
            setattr(self, flag_column(flag), flag in flags)

    @property
    def max_cost(self) -> Money | None:
        """What the reader or library will pay at most."""
        return _money(self.max_cost_amount, self.max_cost_currency)

    @max_cost.setter
    def max_cost(self, money: Money | None) -> None:
        self.max_cost_amount = None if money is None else money.amount
        self.max_cost_currency = None if money is None else money.currency

    @property
    def cost(self) -> Money | None:
        """What it costs, as the supplier said."""
        return _money(self.cost_amount, self.cost_currency)

    @cost.setter
    def cost(self, money: Money | None) -> None:
        self.cost_amount = None if money is None else money.amount
        self.cost_currency = None if money is None else money.currency


def _money(amount: Decimal | None, currency: str | None) -> Money | None:
    return None if amount is None or currency is None else Money(amount, currency)


class AttemptRow(Base):
    """One sending to one supplier; without `our_id` it is a supplier still to be tried."""

    __tablename__ = "attempt"
    __table_args__ = (
        Index("ix_attempt_request_id", "request_id", "position"),
        UniqueConstraint("our_id"),
        Index("ix_attempt_their_id", "partner_id", "their_id"),
    )

    id: Mapped[Pk]
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"))
    ordinal: Mapped[int] = mapped_column(default=0)
    """1 for the first sending; 0 while not sent."""
    position: Mapped[int] = mapped_column(default=0)
    """Its place in the supplier list."""
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    symbol: Mapped[str] = mapped_column(default="")
    """`AUTHORITY:VALUE` as it was addressed."""
    our_id: Mapped[str | None]
    their_id: Mapped[str] = mapped_column(default="")
    state_text: Mapped[str] = mapped_column(default="")
    status: Mapped[str | None]
    """The last ISO 18626 status they gave."""
    last_change: Mapped[datetime | None]
    told: Mapped[dict[str, str]] = mapped_column(default=dict)
    """From when each fact is that they told, and a print of it (`services.facts`). Replace it as a
    whole: a change inside is not noticed."""
    sent_at: Mapped[datetime | None]
    ended: Mapped[bool] = mapped_column(default=False)


class ItemRow(Base):
    """One volume of a request; its state is wanted, sent, here, sent-back or back."""

    __tablename__ = "item"
    __table_args__ = (Index("ix_item_barcode", text("lower(barcode)")),)

    id: Mapped[Pk]
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    barcode: Mapped[str] = mapped_column(default="")
    call_number: Mapped[str] = mapped_column(default="")
    volume: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="wanted")
    due: Mapped[date | None]


class CounterRow(Base):
    """How many requests stand where, kept by triggers; `flag` empty counts all of a state."""

    __tablename__ = "counter"

    side: Mapped[Side] = mapped_column(primary_key=True)
    state: Mapped[State] = mapped_column(primary_key=True)
    flag: Mapped[str] = mapped_column(primary_key=True)
    n: Mapped[int] = mapped_column(default=0)
