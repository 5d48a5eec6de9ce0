"""New lending requests: from a message, or taken down by hand."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ill_desktop.domain import remarks
from ill_desktop.domain.citation import tidy
from ill_desktop.domain.errors import Missing
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.lifecycle.states import Service, Side, State
from ill_desktop.domain.message import Request
from ill_desktop.services import wants
from ill_desktop.services.advance import Act, Work, record_creation
from ill_desktop.services.envelope import Sender
from ill_desktop.store import directory, notes
from ill_desktop.store.cases import Case
from ill_desktop.store.rows import RequestRow
from ill_desktop.store.sequence import next_number

if TYPE_CHECKING:
    from ill_desktop.services.acts import NewLending
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session


def _blank(desk: "Desk", session: "Session", act: Act, service: Service) -> RequestRow:
    day = desk.local_date(act.effective_at)
    return RequestRow(
        number=next_number(session, day.year),
        side=Side.LENDING,
        service=service,
        asked_service=service,
        state=State.NEW,
        created_at=act.effective_at,
        created_on=day,
        state_since=act.effective_at,
    )


def _keep(desk: "Desk", session: "Session", act: Act, row: RequestRow) -> Work:
    session.add(row)
    session.flush()
    work = Work(desk, session, Case(row, [], []), act)
    record_creation(work)
    return work


def record(desk: "Desk", session: "Session", act: Act, new: "NewLending") -> str:
    """Take down a request that came by telephone, letter or at the counter."""
    symbol = Symbol.parse(new.partner)
    partner = directory.partner_of(session, symbol)
    if partner is None:
        raise Missing("partner", new.partner)
    row = _blank(desk, session, act, new.service)
    row.citation = new.citation.tidied()
    row.partner_id, row.channel_id = partner.id, None
    row.requester_symbol = str(symbol)
    row.their_id = new.their_id.strip()
    row.needed_by = new.needed_by
    row.delivery_address = new.delivery_address
    row.uncounted = partner.test
    work = _keep(desk, session, act, row)
    if new.note:
        notes.add(session, row.id, new.note, "partner", notes.Written(act.entered_at, act.staff))
    return work.case.request.number


def receive(work_desk: "Desk", session: "Session", act: Act, message: Request,
            sender: Sender) -> Work:  # fmt: skip
    """Make a lending request of a message; the reader's name is not kept (RELIABILITY §6)."""
    asked = message.service_info
    service = wants.SERVICES[asked.service_type] if asked else Service.COPY_OR_LOAN
    row = _blank(work_desk, session, act, service)
    row.citation = wants.citation(message)
    row.partner_id, row.channel_id = sender.partner_id, sender.channel_id
    row.uncounted = sender.test
    row.requester_symbol = str(sender.theirs)
    row.settings = {"our_symbol": str(sender.ours)}
    row.their_id = message.header.requesting_agency_request_id.strip()
    row.unread = True
    _terms(row, message)
    work = _keep(work_desk, session, act, row)
    note = asked.note if asked else None
    if note:
        notes.add(session, row.id, note, "partner", notes.Written(act.entered_at))
    return work


def _terms(row: RequestRow, message: Request) -> None:
    asked, billing = message.service_info, message.billing_info
    if asked is not None:
        row.needed_by = _day(asked.need_before_date)
        row.service_level = asked.service_level.value if asked.service_level else ""
    row.max_cost = wants.money(billing.maximum_costs) if billing else None
    row.patron_code_sent = message.patron_info.patron_id or "" if message.patron_info else ""
    row.call_number = next(
        (tidy(s.call_number) for s in message.supplier_info if s.call_number), ""
    )
    row.delivery_address = _delivery_address(message)
    row.identifiers = _identifiers(message)


def _day(instant: datetime | None) -> date | None:
    return instant.astimezone(UTC).date() if instant else None


def _delivery_address(message: Request) -> str:
    wishes = sorted(
        message.requested_delivery_info, key=lambda wish: (wish.sort_order is None, wish.sort_order)
    )
    for wish in wishes:
        if wish.address and wish.address.physical_address:
            return wants.address_lines(wish.address.physical_address)
    note = message.service_info.note if message.service_info else ""
    return remarks.address(note, remarks.SHIP_TO)


def _identifiers(message: Request) -> dict[str, str]:
    """Numbers the forms have no field for, kept as they came."""
    info = message.bibliographic_info
    found = {
        r.bibliographic_record_identifier_code.value.lower(): r.bibliographic_record_identifier
        for r in info.bibliographic_record_id
    }
    if info.supplier_unique_record_id:
        found["supplier-record"] = info.supplier_unique_record_id
    subtypes = message.service_info.request_sub_type if message.service_info else ()
    if subtypes:
        found["sub-type"] = ", ".join(subtypes)
    return found
