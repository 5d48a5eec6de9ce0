"""One request in full, from its rows."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from ill_desktop.domain import remarks
from ill_desktop.domain.charges import totals
from ill_desktop.domain.lifecycle.states import Action, Heard
from ill_desktop.domain.money import Money
from ill_desktop.services import authors, duedates, ledger, letters, patrons, reasons, telling
from ill_desktop.services.advance import NOTE, Source
from ill_desktop.services.desk import Desk
from ill_desktop.services.line_views import RequestLine
from ill_desktop.services.untold import said
from ill_desktop.services.views import (
    AttachmentView,
    AttemptView,
    ChargeView,
    DocumentView,
    EventView,
    ItemView,
    MessageLine,
    NoteView,
    PatronView,
    RequestView,
)
from ill_desktop.store import beside, directory, documents, journal, notes, parcels, people
from ill_desktop.store.cases import Case
from ill_desktop.store.rows import AttemptRow, EventRow, NoteRow
from ill_desktop.words.catalogue import Words
from ill_desktop.words.history import event

if TYPE_CHECKING:
    from ill_desktop.store.database import Session


def request_view(
    desk: Desk, session: "Session", case: Case, line: RequestLine, actions: tuple[Action, ...]
) -> RequestView:
    """Everything about a case as staff see it."""
    request = case.request
    partner = directory.partner(session, request.partner_id)
    events = journal.history(session, request.id)
    why = _reasons(events)
    tries = tuple(
        replace(
            _attempt(a, _name(session, a), a.id == request.attempt_id), reason=why.get(a.id, "")
        )
        for a in case.attempts
    )
    found = journal.raised(session, [request.id]).get(request.id)
    told = reasons.why(desk, session, line, found, actions)
    messages = ledger.of_request(session, request.id)
    charged = _charges(session, request.id)
    return RequestView(
        line=line,
        actions=actions,
        identifiers=dict(request.identifiers),
        citation=request.citation,
        suppliers=_asked_in_order(tries),
        attempts=tuple(t for t in tries if t.sent_at is not None),
        items=tuple(
            ItemView(i.barcode, i.call_number, i.volume, i.state, i.due) for i in case.items
        ),
        events=_events(desk.words, events, messages),
        telephone=directory.profile(session, request.partner_id).telephone,
        to_tell=telling.to_tell(session, case, events),
        messages=messages,
        documents=tuple(
            DocumentView(d.kind, d.stock, d.printed_at, d.copy)
            for d in documents.of_request(session, request.id)
        ),
        notes=note_views(session, case, events),
        note=request.note,
        condition=request.condition,
        cost=request.cost,
        max_cost=request.max_cost,
        cost_agreed=_agreed(events),
        call_number=request.call_number,
        location=request.location,
        link=request.link,
        delivery_address=request.delivery_address,
        return_address=request.return_address,
        state_since=request.state_since,
        pickup=request.pickup,
        reader=_reader(session, line.patron),
        manual=partner is not None and not letters.reaches(partner, request),
        version=request.version,
        parcel=_parcel(session, request.id),
        pieces=request.pieces,
        page_count=request.page_count,
        charges=charged,
        totals=totals(one.amount for one in charged),
        attachments=tuple(
            AttachmentView(a.id, a.name, a.size, a.type, a.active, a.came, a.added_at)
            for a in beside.attachments(session, request.id)
        ),
        reader_step=request.reader_step if desk.reader_steps and line.patron else None,
        overdue_told=_overdue_told(events) if request.overdue else None,
        reader_due=duedates.for_reader(desk, session, request),
        why=reasons.with_message(desk, line, told, found, messages),
    )


def _asked_in_order(tries: tuple[AttemptView, ...]) -> tuple[AttemptView, ...]:
    """The supplier list: every library once, and again where it is to be asked again."""
    first = {one.symbol: one for one in reversed(tries) if one.sent_at is not None}
    return tuple(
        one
        for one in tries
        if one is first.get(one.symbol) or (one.sent_at is None and not one.ended)
    )


def _parcel(session: "Session", request_id: int) -> str:
    row = parcels.of_request(session, request_id)
    return " · ".join(filter(None, (row.number, row.tracking))) if row is not None else ""


def _charges(session: "Session", request_id: int) -> tuple[ChargeView, ...]:
    return tuple(
        ChargeView(c.id, c.kind, Money(c.amount, c.currency), c.paid_on, c.note, c.at, c.staff)
        for c in beside.charges(session, request_id)
    )


def _name(session: "Session", attempt: AttemptRow) -> str:
    partner = directory.partner(session, attempt.partner_id)
    return partner.name if partner else attempt.symbol


def _attempt(row: AttemptRow, name: str, current: bool) -> AttemptView:
    return AttemptView(
        row.symbol,
        name,
        row.our_id or "",
        row.their_id,
        row.status or "",
        row.last_change,
        row.sent_at,
        current,
        row.ended,
    )


def _reasons(events: list[EventRow]) -> dict[int, str]:
    """By attempt: why its library does not supply, as it said last."""
    undone = {row.undoes for row in events if row.undoes}
    return {
        row.attempt_id: row.reason
        for row in reversed(events)
        if row.attempt_id and row.kind in _NOES and row.reason and row.act not in undone
    }


def note_views(session: "Session", case: Case, events: list[EventRow]) -> tuple[NoteView, ...]:
    """The notes of a request, the newest first, as people read them; `events` are all it has."""
    ours = _written_here(events)
    heard = any(row.kind in _ANSWERED for row in events)
    asked_now = case.request.partner_id

    def now(note: NoteRow) -> bool:
        return authors.partner_id(session, case, events, note) == asked_now

    return tuple(
        NoteView(n.audience, text, n.at, n.staff, theirs, theirs and now(n))
        for n in notes.of_request(session, case.request.id)
        for theirs in (_is_theirs(n, ours),)
        if (text := remarks.shown(n.text, heard) if theirs else n.text)
    )


def _written_here(events: list[EventRow]) -> set[str]:
    """The notes our own acts brought, as their events name them."""
    ours = (row.difference for row in events if row.source == Source.STAFF)
    return {name for change in ours for name in change if name.startswith(NOTE)}


def _is_theirs(note: NoteRow, ours: set[str]) -> bool:
    return note.audience == "partner" and f"{NOTE}{note.id}" not in ours


_NOES = frozenset({Heard.UNFILLED.value, Heard.RETRY_POSSIBLE.value})


def _overdue_told(events: list[EventRow]) -> datetime | None:
    """When it was said last, by us or by them, since the mark stands: a timer tells nobody."""
    undone = {row.undoes for row in events if row.undoes}
    for row in events:
        if row.kind in _OVERDUE and row.act not in undone:
            return row.effective_at
        if (row.difference.get("request.overdue") or [None])[-1] is False:
            return None
    return None


def _agreed(events: list[EventRow]) -> bool:
    """Whether the cost as it stands was accepted, by us or by them."""
    for row in journal.standing(events):
        if row.kind in _ACCEPTED:
            return True
        if row.kind in _ASKED_ANEW or not _COST.isdisjoint(row.difference):
            return False
    return False


_ANSWERED = frozenset({Heard.ACCEPTS.value, Heard.REFUSES.value})
_COST = frozenset({"request.cost_amount", "request.cost_currency"})
_ACCEPTED = frozenset(
    {Action.ACCEPT_CONDITIONS.value, Action.CONDITIONS_ACCEPTED.value, Heard.ACCEPTS.value}
)
_ASKED_ANEW = frozenset(
    {Action.SEND.value, Action.SEND_NEXT.value, Action.TRY_AGAIN.value, Action.USE_ATTEMPT.value}
)


_OVERDUE = frozenset({Action.REPORT_OVERDUE.value, Heard.OVERDUE.value})


def _events(
    words: Words, rows: list[EventRow], messages: tuple[MessageLine, ...]
) -> tuple[EventView, ...]:
    undone = {row.undoes for row in rows if row.undoes}
    told = {one.act: one for one in messages if one.direction == "out" and one.act}
    return tuple(
        EventView(
            row.kind,
            event(words, row.kind, row.source, row.reason, by_message=not untold),
            row.source,
            row.effective_at,
            row.entered_at,
            row.staff,
            row.state_from,
            row.state_to,
            row.reason,
            row.act in undone,
            row.act,
            untold=untold,
            leaves_at=told[row.act].leaves_at if row.act in told else None,
            left_at=told[row.act].left_at if row.act in told else None,
        )
        for row in rows
        for untold in (said(row),)
    )


def _reader(session: "Session", code: str) -> PatronView | None:
    row = people.patron(session, code) if code else None
    return patrons.view(row) if row else None
