"""The open tray: what goes to one partner is put together, and closed with one label."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import Invalid, Missing, Why
from ill_desktop.domain.identity import request_number
from ill_desktop.domain.lifecycle.states import Action, Service, Side, State
from ill_desktop.domain.money import Money
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts, bulk, requests
from ill_desktop.services.bulk import Done
from ill_desktop.services.changes import Change
from ill_desktop.services.desk import Desk
from ill_desktop.services.line_views import RequestLine
from ill_desktop.services.progress import Progress
from ill_desktop.store import cases, directory, journal, parcels, sequence
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.rows import ParcelRequestRow, ParcelRow

if TYPE_CHECKING:
    from ill_desktop.store.cases import Case
    from ill_desktop.store.database import Session

SEQUENCE = "parcel"

CAN_GO = {
    Side.LENDING: frozenset({State.TO_FETCH, State.TO_SEND, State.SENT_OUT}),
    Side.BORROWING: frozenset({State.HERE, State.SENT_BACK}),
}
"""States in which a book can lie in a parcel: before its sending is noted, and just after."""

LABEL = {Side.LENDING: "shipping-label", Side.BORROWING: "return-label"}
SENDING = {Side.LENDING: Action.SHIP, Side.BORROWING: Action.SENT_BACK}
MOST = 200


@dataclass(frozen=True, slots=True)
class PackedView:
    """A request in a parcel."""

    number: str
    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParcelView:
    """A parcel; `closed_at` empty: it is still open."""

    number: str
    partner: str
    symbol: str
    side: Side
    opened_at: datetime
    closed_at: datetime | None
    tracking: str
    grams: int | None
    value: Money | None
    contents: tuple[PackedView, ...]


def waiting(desk: Desk) -> tuple[RequestLine, ...]:
    """What is fetched and lies in no parcel yet, a few hundred at most."""
    lines = requests.page(desk, ListQuery(queue=Queue.TO_SEND, limit=MOST, counted=False)).lines
    with desk.database.read() as session:
        packed = parcels.packed_among(session, tuple(line.number for line in lines))
    loans = (one for one in lines if one.service is not Service.COPY)
    return tuple(line for line in loans if line.number not in packed)


def put_in(desk: Desk, scanned: str) -> ParcelView:
    """Put a request into the open parcel of its partner, which is begun if there is none.

    `scanned` is its number or the barcode of a volume. Raises `Missing`, and `Invalid` where the
    request is not ready to travel or travels already.
    """
    with desk.database.work() as session:
        case = _found(session, scanned.strip())
        number = case.request.number
        partner_id = _ready(session, case)
        parcel = parcels.open_for(session, partner_id, case.request.side)
        parcel = parcel or _begun(desk, session, case)
        inside = {row.id for row in parcels.contents(session, parcel.id)}
        if case.request.id not in inside:
            session.add(ParcelRequestRow(parcel_id=parcel.id, request_id=case.request.id))
            session.flush()
        view = _view(session, parcel)
    desk.changes.publish(Change(requests=frozenset({number})))
    return view


def take_out(desk: Desk, parcel: str, number: str) -> ParcelView | None:
    """Take a request out again; an open parcel with nothing in it is given up."""
    with desk.database.work() as session:
        row = _still_open(session, parcel)
        case = cases.case_by_number(session, number)
        parcels.take_out(session, row.id, case.request.id)
        view = _view(session, row)
        if not view.contents:
            session.delete(row)
    desk.changes.publish(Change(requests=frozenset({number})))
    return view if view.contents else None


def close(
    desk: Desk, parcel: str, tracking: str = "", weight: str = "", value: str = ""
) -> ParcelView:
    """Close a parcel; from now on one label and one list stand for all that is in it.

    `weight` is in kilograms, `value` what is declared to be in it. Raises `Invalid`.
    """
    grams = _grams(weight) if weight.strip() else None
    worth = Money.parse(value, "value", desk.currency) if value.strip() else None
    with desk.database.work() as session:
        row = _still_open(session, parcel)
        row.closed_at, row.tracking = desk.clock.now(), tracking.strip()
        row.grams, row.value = grams, worth
        view = _view(session, row)
    desk.changes.publish(Change(requests=frozenset(one.number for one in view.contents)))
    return view


def _grams(text: str) -> int:
    """`1.5`, `1,5 kg` or `2` in grams; raises `Invalid`."""
    found = _WEIGHT.fullmatch(text.strip())
    grams = round(float(found[1].replace(",", ".")) * 1000) if found else 0
    if not 0 < grams <= HEAVIEST:
        raise Invalid("weight", text, Why.NOT_A_WEIGHT)
    return grams


_WEIGHT = re.compile(r"(\d{1,4}(?:[.,]\d{1,3})?)\s*(?:kg)?", re.IGNORECASE)
HEAVIEST = 1_000_000
"""Grams of a parcel that nobody carries any more."""


def send(desk: Desk, parcel: str) -> Done:
    """Note that everything in a parcel was sent."""
    view = show(desk, parcel)
    numbers = [one.number for one in view.contents]
    return bulk.do_many(desk, numbers, SENDING[view.side], {}, Progress())


def reopen(desk: Desk, parcel: str, sent: Sequence[tuple[str, str]]) -> ParcelView:
    """Open a closed parcel again and take back that its requests were sent: all of it, or nothing.

    `sent` are the acts that noted it, by number; what was taken back since stays so. Where another
    parcel was begun for the partner meanwhile, everything lies in that one. Raises `CannotUndo`.
    """
    drafts: list[str] = []
    with desk.database.work() as session:
        row = parcels.by_number(session, parcel)
        for number, act in sent:
            if _stands(session, number, act):
                drafts += acts.undo_within(desk, session, number, act)[1]
        begun = parcels.open_for(session, row.partner_id, row.side)
        if begun is None:
            row.closed_at, row.tracking, row.grams, row.value = None, "", None, None
        else:
            parcels.move(session, row, begun)
        view = _view(session, begun or row)
    acts.drop_drafts(desk, drafts)
    desk.changes.publish(Change(requests=frozenset(one.number for one in view.contents)))
    return view


def _stands(session: "Session", number: str, act: str) -> bool:
    request = cases.case_by_number(session, number).request
    return any(one.act == act for one in journal.standing(journal.history(session, request.id)))


def show(desk: Desk, parcel: str) -> ParcelView:
    """One parcel; raises `Missing`."""
    with desk.database.read() as session:
        return _view(session, parcels.by_number(session, parcel))


def of_request(desk: Desk, number: str) -> ParcelView | None:
    """The parcel a request is or went in."""
    with desk.database.read() as session:
        request = cases.case_by_number(session, number).request
        row = parcels.of_request(session, request.id)
        return None if row is None else _view(session, row)


def still_open(desk: Desk) -> tuple[ParcelView, ...]:
    """The open parcels, the oldest first."""
    with desk.database.read() as session:
        return tuple(_view(session, row) for row in parcels.open_parcels(session))


def _found(session: "Session", scanned: str) -> "Case":
    """The request of a number, or the newest one that can travel with a volume of a barcode."""
    carried = parcels.carrying(session, scanned)
    ready = [row for row in carried if row.state in CAN_GO[row.side]]
    if ready or carried:
        return cases.case_by_id(session, (ready or carried)[0].id)
    return cases.case_by_number(session, scanned)


def _ready(session: "Session", case: "Case") -> int:
    """The partner a request travels to, if it can travel now."""
    request = case.request
    if request.state not in CAN_GO[request.side]:
        raise Invalid("request", request.number, Why.NOT_READY)
    if request.partner_id is None:
        raise Missing("partner", request.requester_symbol)
    last = parcels.of_request(session, request.id)
    if last is not None and last.closed_at is not None and request.state is not State.TO_SEND:
        raise Invalid("request", request.number, Why.ALREADY_PACKED)
    return request.partner_id


def _begun(desk: Desk, session: "Session", case: "Case") -> ParcelRow:
    today = desk.today()
    value = sequence.draw(session, SEQUENCE, today.year)
    row = ParcelRow(
        number=f"P{request_number(today.year, value)}",
        partner_id=case.request.partner_id,
        side=case.request.side,
        opened_at=desk.clock.now(),
    )
    session.add(row)
    session.flush()
    return row


def _still_open(session: "Session", parcel: str) -> ParcelRow:
    row = parcels.by_number(session, parcel)
    if row.closed_at is not None:
        raise Invalid("parcel", parcel, Why.ALREADY_CLOSED)
    return row


def _view(session: "Session", row: ParcelRow) -> ParcelView:
    partner = directory.partner(session, row.partner_id)
    symbols = directory.symbols(session, row.partner_id)
    inside = [cases.case_by_id(session, one.id) for one in parcels.contents(session, row.id)]
    return ParcelView(
        row.number,
        partner.name if partner else "",
        str(symbols[0]) if symbols else "",
        row.side,
        row.opened_at,
        row.closed_at,
        row.tracking,
        row.grams,
        row.value,
        tuple(
            PackedView(
                case.request.number,
                case.request.citation.display_title,
                tuple(item.barcode for item in case.items if item.barcode),
            )
            for case in inside
        ),
    )
