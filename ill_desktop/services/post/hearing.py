"""What one readable message does: to which request, by which event, with which answer."""

from ill_desktop.domain.codes import ErrorType
from ill_desktop.domain.lifecycle.states import Heard, State
from ill_desktop.domain.message import (
    Request,
    RequestingAgencyMessage,
    SupplyingAgencyMessage,
)
from ill_desktop.domain.protocol import heard_from_requester, heard_in_request
from ill_desktop.services import lending, letters, wants
from ill_desktop.services.advance import advance
from ill_desktop.services.post import by_itself
from ill_desktop.services.post.outcome import Hearing, Outcome, applied, keep_note, unknown
from ill_desktop.services.post.supplier import from_supplier
from ill_desktop.services.values import Values
from ill_desktop.store import cases, inbox
from ill_desktop.store.cases import Case
from ill_desktop.store.rows import RequestRow


def hear(
    hearing: Hearing, message: Request | RequestingAgencyMessage | SupplyingAgencyMessage
) -> Outcome:
    """Apply one message whose sender is known."""
    if isinstance(message, SupplyingAgencyMessage):
        return from_supplier(hearing, message)
    if isinstance(message, RequestingAgencyMessage):
        return _from_requester(hearing, message)
    return _request(hearing, message)


# --- requests -------------------------------------------------------------------------------


def _request(hearing: Hearing, message: Request) -> Outcome:
    heard = heard_in_request(message)
    their_id = message.header.requesting_agency_request_id.strip()
    known = _lent_as(hearing, their_id)
    asked = message.service_info
    previous_id = asked.requesting_agency_previous_request_id if asked else None
    if heard is Heard.REMINDER:
        return _reminder(hearing, message, known, previous_id)
    if heard is Heard.REQUEST_RETRY:
        return _retry(hearing, message, known, previous_id)
    if known:
        return Outcome(
            "attention",
            known[0].id,
            number=known[0].number,
            reason="id-reused",
            value=f"requestingAgencyRequestId: {their_id} already exists",
            error=ErrorType.UNRECOGNISED_VALUE,
        )
    return _taken_in(hearing, lending.receive(hearing, message))


def _lent_as(hearing: Hearing, their_id: str) -> list[RequestRow]:
    """What the sender calls by an id, the newest first; of several the one that staff named."""
    rows = inbox.lending_requests(hearing.session, hearing.sender.partner_id, their_id)
    return [row for row in rows if row.id == hearing.named] or rows


def _taken_in(hearing: Hearing, request: lending.Made) -> Outcome:
    by_itself.after_request(hearing, request)
    return Outcome("applied", request.id, number=request.number)


def _retry(
    hearing: Hearing, message: Request, known: list[RequestRow], previous: str | None
) -> Outcome:
    """A new lending request that follows the one we asked to be tried again.

    Or the answer to our conditions, by the book (ISO18626 §7.3.4 d): the request goes on.
    """
    before = _lent_as(hearing, previous.strip()) if previous else known
    waiting = next((row for row in before if row.state is State.WAIT_CONDITIONS), None)
    if waiting is not None and (not known or known == [waiting]):
        return _agreed(hearing, message, waiting)
    offered = [row for row in before if row.state is State.RETRY_OFFERED]
    if not offered or (known and not any(row in offered for row in known)):
        return Outcome(
            "attention",
            reason="retry-unknown",
            value=f"requestingAgencyPreviousRequestId: {previous or ''}",
            error=ErrorType.UNRECOGNISED_VALUE,
        )
    return _taken_in(hearing, lending.receive(hearing, message, follows=offered[0].id))


def _agreed(hearing: Hearing, message: Request, waiting: RequestRow) -> Outcome:
    """They try again on our terms: from now on the request is known by the new id."""
    work = hearing.work(cases.case_by_id(hearing.session, waiting.id))
    with advance(work, Heard.ACCEPTS):
        request = work.case.request
        request.their_id = message.header.requesting_agency_request_id.strip()
        limit = message.billing_info.maximum_costs if message.billing_info else None
        request.max_cost = wants.money(limit) or request.max_cost
        keep_note(work, message.service_info.note if message.service_info else None)
    return applied(work.case)


def _reminder(
    hearing: Hearing, message: Request, known: list[RequestRow], previous: str | None
) -> Outcome:
    """*Please look at it*: never makes a request; the id may be the new or the old one."""
    rows = known
    if not rows and previous:
        rows = _lent_as(hearing, previous.strip())
    if not rows:
        return Outcome(
            "attention",
            reason="unknown-request",
            value="requestingAgencyRequestId: " + message.header.requesting_agency_request_id,
            error=ErrorType.UNRECOGNISED_VALUE,
        )
    work = hearing.work(cases.case_by_id(hearing.session, rows[0].id))
    with advance(work, Heard.REMINDER):
        note = message.service_info.note if message.service_info else None
        keep_note(work, note)
    by_itself.after_reminder(work)
    return applied(work.case)


# --- requesting agency messages -------------------------------------------------------------


def _from_requester(hearing: Hearing, message: RequestingAgencyMessage) -> Outcome:
    case = _lending_case(hearing, message)
    if case is None:
        return unknown(message)
    work = hearing.work(case)
    request = case.request
    heard = heard_from_requester(message, request.state, request.sent_anything)
    with advance(work, heard) as step:
        stamp = message.header.timestamp
        if stamp is not None and (request.last_said_at is None or stamp > request.last_said_at):
            request.last_said_at = stamp
        keep_note(work, message.note)
        for says in step.says:
            letters.say(work, says, Values())
    if heard is Heard.CANCEL:
        by_itself.after_cancel(work)
    return applied(case, step.known)


def _lending_case(hearing: Hearing, message: RequestingAgencyMessage) -> Case | None:
    """By the requester's id, the newest first, else by our number (ISO18626 §8.3.5)."""
    header, session = message.header, hearing.session
    partner = hearing.sender.partner_id
    rows = _lent_as(hearing, header.requesting_agency_request_id.strip())
    if not rows and header.supplying_agency_request_id:
        number = header.supplying_agency_request_id.strip()
        rows = inbox.lending_by_number(session, partner, number)
    return cases.case_by_id(session, rows[0].id) if rows else None
