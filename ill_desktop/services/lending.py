"""New lending requests: from a message, or taken down by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from ill_desktop.domain import remarks
from ill_desktop.domain.citation import TEXT_FIELDS, Citation, tidy
from ill_desktop.domain.errors import Invalid, Missing, Why
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.lifecycle.states import Service, Side, State
from ill_desktop.domain.message import Request
from ill_desktop.services import wants
from ill_desktop.services.advance import Act, Source, make_lending
from ill_desktop.services.changes import Change
from ill_desktop.store import directory, notes
from ill_desktop.store.sequence import next_number

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.services.post.outcome import Hearing
    from ill_desktop.store.database import Session


@dataclass(frozen=True, slots=True)
class NewLending:
    """A request that came by telephone, letter or at the counter."""

    service: Service
    citation: Citation
    partner: str
    their_id: str = ""
    needed_by: date | None = None
    note: str = ""
    delivery_address: str = ""
    call_number: str = ""
    on: date | None = None
    """The local day on which they asked; none is today."""


@dataclass(frozen=True, slots=True)
class Made:
    """A request that was just made: its row, the number people know it by, the act that made it."""

    id: int
    number: str
    act: Act


def _numbered(
    desk: "Desk", session: "Session", act: Act, service: Service, said: Mapping[str, Any]
) -> Made:
    """A new request under the next number; `said` is what is known of it, by column."""
    day = desk.local_date(act.effective_at)
    number = next_number(session, desk.local_date(act.entered_at).year)
    request_id = make_lending(session, act, {
        "number": number,
        "side": Side.LENDING,
        "service": service,
        "asked_service": service,
        "state": State.NEW,
        "created_at": act.effective_at,
        "created_on": day,
        "state_since": act.effective_at,
        **said,
    })  # fmt: skip
    return Made(request_id, number, act)


def _cited(citation: Citation) -> dict[str, Any]:
    return {name: getattr(citation, name) for name in (*TEXT_FIELDS, "material")}


def record(desk: "Desk", new: NewLending) -> str:
    """Take down a lending request by hand; its number is returned."""
    with desk.database.work() as session:
        number = record_within(desk, session, new)
    desk.changes.publish(Change(requests=frozenset({number})))
    return number


def record_within(desk: "Desk", session: "Session", new: NewLending) -> str:
    """The same within work that is under way; nobody is told of it yet."""
    if not new.citation.display_title:
        raise Invalid("title", "", Why.EMPTY)
    if new.on is not None and new.on > desk.today():
        raise Invalid("asked-on", new.on.isoformat(), Why.IN_THE_FUTURE)
    now = desk.clock.now()
    asked = desk.instant_of(new.on, now)
    act = Act(entered_at=now, effective_at=asked, source=Source.BY_HAND, staff=desk.staff)
    symbol = Symbol.named(new.partner)
    partner = directory.partner_of(session, symbol)
    if partner is None:
        raise Missing("partner", new.partner)
    request = _numbered(desk, session, act, new.service, {
        **_cited(new.citation.tidied()),
        "partner_id": partner.id,
        "requester_symbol": str(symbol),
        "their_id": new.their_id.strip(),
        "needed_by": new.needed_by,
        "delivery_address": new.delivery_address,
        "call_number": tidy(new.call_number),
        "uncounted": partner.test,
    })  # fmt: skip
    if new.note:
        by = notes.Written(act.entered_at, act.staff)
        notes.add(session, request.id, new.note, "partner", by)
    return request.number


def receive(hearing: "Hearing", message: Request, follows: int | None = None) -> Made:
    """Make a lending request of a message; the reader's name is not kept (RELIABILITY §6).

    `follows` is the request it comes after, where they try again.
    """
    asked, sender, act = message.service_info, hearing.sender, hearing.act()
    their_id = message.header.requesting_agency_request_id.strip()
    service = wants.SERVICES[asked.service_type] if asked else Service.COPY_OR_LOAN
    request = _numbered(hearing.desk, hearing.session, act, service, {
        **_cited(wants.citation(message)),
        **_terms(message),
        "partner_id": sender.partner_id,
        "channel_id": sender.channel_id,
        "uncounted": sender.test,
        "requester_symbol": str(sender.theirs),
        "settings": {"our_symbol": str(sender.ours)},
        "their_id": their_id,
        "previous_id": follows,
        "unread": True,
    })  # fmt: skip
    if asked and asked.note:
        by = notes.Written(act.entered_at)
        notes.add(hearing.session, request.id, asked.note, "partner", by)
    return request


def _terms(message: Request) -> dict[str, Any]:
    asked, billing = message.service_info, message.billing_info
    most = wants.money(billing.maximum_costs) if billing else None
    level = asked.service_level if asked else None
    return {
        "needed_by": _day(asked.need_before_date) if asked else None,
        "service_level": level.value if level else "",
        "max_cost_amount": most.amount if most else None,
        "max_cost_currency": most.currency if most else None,
        "patron_code_sent": message.patron_info.patron_id or "" if message.patron_info else "",
        "call_number": next(
            (tidy(s.call_number) for s in message.supplier_info if s.call_number), ""
        ),
        "delivery_address": _delivery_address(message),
        "identifiers": _identifiers(message),
    }


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
