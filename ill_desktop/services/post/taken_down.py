"""A request that came in a message nobody could use, taken down by hand from what could be read."""

from dataclasses import dataclass
from datetime import UTC, date
from typing import TYPE_CHECKING

from ill_desktop.domain import remarks
from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import Invalid, Why
from ill_desktop.domain.lifecycle.states import Service
from ill_desktop.domain.message import Request
from ill_desktop.services import lending, wants
from ill_desktop.services.changes import Change
from ill_desktop.services.ledger import line_of
from ill_desktop.services.lending import NewLending
from ill_desktop.services.post import enclosing
from ill_desktop.services.post.again import reading_of
from ill_desktop.store import cases, directory, inbox
from ill_desktop.store.rows import MessageRow

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session


@dataclass(frozen=True, slots=True)
class Wish:
    """What the form of a lending request is filled with; `partner` is empty where nobody knows."""

    citation: Citation
    service: Service
    partner: str
    their_id: str
    needed_by: date | None
    note: str


def wish(desk: "Desk", message_id: int) -> Wish:
    """What a waiting message asks for; raises `Missing`, or `Invalid` where it asks for nothing."""
    with desk.database.read() as session:
        row = _waiting(session, message_id)
        said = reading_of(desk, session, row).message
        if not isinstance(said, Request):
            raise Invalid("message", str(message_id), Why.OUT_OF_RANGE)
        asks, asked = said.header.requesting_agency_id, said.service_info
        known = directory.partner_of(session, asks.symbol) if asks else None
        card = known or directory.partner(session, row.partner_id)
        symbols = directory.symbols(session, card.id) if card else []
    needed = asked.need_before_date if asked else None
    return Wish(
        wants.citation(said),
        wants.SERVICES[asked.service_type] if asked else Service.COPY_OR_LOAN,
        str(symbols[0]) if symbols else "",
        said.header.requesting_agency_request_id.strip(),
        needed.astimezone(UTC).date() if needed else None,
        remarks.shown(asked.note or "") if asked else "",
    )


def take_down(desk: "Desk", message_id: int, new: NewLending) -> str:
    """Make the request, and put the message aside as one about it; the request's number."""
    with desk.database.work() as session:
        row = _waiting(session, message_id)
        number = lending.record_within(desk, session, new)
        request = cases.case_by_number(session, number).request
        row.state, row.request_id = "set-aside", request.id
        row.partner_id = row.partner_id or request.partner_id
        enclosing.release(desk, session, row)
    desk.changes.publish(Change(requests=frozenset({number}), messages=True))
    return number


def _waiting(session: "Session", message_id: int) -> MessageRow:
    if not line_of(session, message_id).can_be_taken_down:
        raise Invalid("message", str(message_id), Why.OUT_OF_RANGE)
    return inbox.message(session, message_id)
