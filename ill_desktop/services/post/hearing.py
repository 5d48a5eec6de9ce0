"""What one readable message does: to which request, by which event, with which answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ill_desktop.domain.codes import ErrorType, Status
from ill_desktop.domain.lifecycle.states import Flag, Heard, Side, State
from ill_desktop.domain.message import (
    Request,
    RequestingAgencyMessage,
    SupplyingAgencyMessage,
)
from ill_desktop.domain.protocol import (
    NEWS_REASONS,
    News,
    Said,
    dated,
    heard_from_requester,
    heard_from_supplier,
    heard_in_request,
    news,
)
from ill_desktop.services import facts, lending, letters, wants
from ill_desktop.services.advance import Act, Source, Work, advance, noted
from ill_desktop.services.envelope import Doubt, Sender
from ill_desktop.services.post import by_itself
from ill_desktop.services.values import Values
from ill_desktop.store import cases, inbox, notes
from ill_desktop.store.cases import Case
from ill_desktop.store.rows import AttemptRow, RequestRow

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a message. `error` set: it is confirmed ERROR with that type and value."""

    state: str
    request_id: int | None = None
    attempt_id: int | None = None
    number: str = ""
    reason: str = ""
    value: str = ""
    error: ErrorType | None = None


@dataclass(frozen=True, slots=True)
class Hearing:
    """One message being listened to, inside one transaction."""

    desk: "Desk"
    session: "Session"
    sender: Sender
    now: datetime

    def work(self, case: Case) -> Work:
        """The case with an act of the partner's."""
        return Work(self.desk, self.session, case, self.act())

    def act(self) -> Act:
        """A partner's act, now."""
        return Act(entered_at=self.now, effective_at=self.now, source=Source.PARTNER)


def hear(
    hearing: Hearing, message: Request | RequestingAgencyMessage | SupplyingAgencyMessage
) -> Outcome:
    """Apply one message whose sender is known."""
    if isinstance(message, SupplyingAgencyMessage):
        return _from_supplier(hearing, message)
    if isinstance(message, RequestingAgencyMessage):
        return _from_requester(hearing, message)
    return _request(hearing, message)


def _unknown(message: RequestingAgencyMessage | SupplyingAgencyMessage) -> Outcome:
    wanted = message.header.requesting_agency_request_id
    return Outcome(
        "attention",
        reason="unknown-request",
        value=f"requestingAgencyRequestId: {wanted}",
        error=ErrorType.UNRECOGNISED_VALUE,
    )


def _doubted(doubt: Doubt) -> Outcome:
    return Outcome("attention", reason=doubt.reason, value=doubt.value)


# --- requests -------------------------------------------------------------------------------


def _request(hearing: Hearing, message: Request) -> Outcome:
    heard = heard_in_request(message)
    their_id = message.header.requesting_agency_request_id.strip()
    known = inbox.lending_requests(hearing.session, hearing.sender.partner_id, their_id)
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
    work = lending.receive(hearing.desk, hearing.session, hearing.act(), message, hearing.sender)
    by_itself.after_request(work)
    return Outcome("applied", work.case.request.id, number=work.case.request.number)


def _retry(
    hearing: Hearing, message: Request, known: list[RequestRow], previous: str | None
) -> Outcome:
    """A new lending request that follows the one we asked to be tried again.

    Or the answer to our conditions, by the book (ISO18626 §7.3.4 d): the request goes on.
    """
    session, partner = hearing.session, hearing.sender.partner_id
    before = inbox.lending_requests(session, partner, previous.strip()) if previous else known
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
    work = lending.receive(hearing.desk, session, hearing.act(), message, hearing.sender)
    work.case.request.previous_id = offered[0].id
    by_itself.after_request(work)
    return Outcome("applied", work.case.request.id, number=work.case.request.number)


def _agreed(hearing: Hearing, message: Request, waiting: RequestRow) -> Outcome:
    """They try again on our terms: from now on the request is known by the new id."""
    work = hearing.work(cases.case_by_id(hearing.session, waiting.id))
    with advance(work, Heard.ACCEPTS):
        request = work.case.request
        request.their_id = message.header.requesting_agency_request_id.strip()
        limit = message.billing_info.maximum_costs if message.billing_info else None
        request.max_cost = wants.money(limit) or request.max_cost
        _keep_note(work, message.service_info.note if message.service_info else None)
    return _applied(work.case)


def _reminder(
    hearing: Hearing, message: Request, known: list[RequestRow], previous: str | None
) -> Outcome:
    """*Please look at it*: never makes a request; the id may be the new or the old one."""
    rows = known
    if not rows and previous:
        partner = hearing.sender.partner_id
        rows = inbox.lending_requests(hearing.session, partner, previous.strip())
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
        _keep_note(work, note)
        by_itself.after_reminder(work)
    return _applied(work.case)


def _applied(case: Case, known: bool = True, attempt: AttemptRow | None = None) -> Outcome:
    request = case.request
    return Outcome(
        "applied",
        request.id,
        attempt.id if attempt else request.attempt_id,
        request.number,
        "" if known else "unexpected",
    )


def _keep_note(work: Work, note: str | None) -> None:
    if note and note.strip():
        by = notes.Written(work.act.entered_at)
        notes.add(work.session, work.case.request.id, note.strip(), "partner", by)


# --- requesting agency messages -------------------------------------------------------------


def _from_requester(hearing: Hearing, message: RequestingAgencyMessage) -> Outcome:
    case = _lending_case(hearing, message)
    if case is None:
        return _unknown(message)
    work = hearing.work(case)
    request = case.request
    heard = heard_from_requester(message, request.state, request.sent_anything)
    with advance(work, heard) as step:
        stamp = message.header.timestamp
        if stamp is not None and (request.last_said_at is None or stamp > request.last_said_at):
            request.last_said_at = stamp
        _keep_note(work, message.note)
        for says in step.says:
            letters.say(work, says, Values())
    if heard is Heard.CANCEL:
        by_itself.after_cancel(work)
    return _applied(case, step.known)


def _lending_case(hearing: Hearing, message: RequestingAgencyMessage) -> Case | None:
    """By the requester's id, the newest first, else by our number (ISO18626 §8.3.5)."""
    header, session = message.header, hearing.session
    partner = hearing.sender.partner_id
    rows = inbox.lending_requests(session, partner, header.requesting_agency_request_id.strip())
    if not rows and header.supplying_agency_request_id:
        number = header.supplying_agency_request_id.strip()
        rows = inbox.lending_by_number(session, partner, number)
    return cases.case_by_id(session, rows[0].id) if rows else None


# --- supplying agency messages --------------------------------------------------------------


def _from_supplier(hearing: Hearing, message: SupplyingAgencyMessage) -> Outcome:
    header = message.header
    attempt = inbox.attempt_by_our_id(
        hearing.session, header.requesting_agency_request_id.strip()
    ) or inbox.attempt_by_their_id(
        hearing.session,
        hearing.sender.partner_id,
        (header.supplying_agency_request_id or "").strip(),
    )
    if attempt is None:
        return _unknown(message)
    case = cases.case_by_id(hearing.session, attempt.request_id)
    if attempt.partner_id != hearing.sender.partner_id:
        doubt = _doubted(Doubt("sender-mismatch", str(hearing.sender.theirs)))
        return Outcome("attention", case.request.id, attempt.id, case.request.number,
                       doubt.reason, doubt.value)  # fmt: skip
    own = next(a for a in case.attempts if a.id == attempt.id)
    return _to_attempt(hearing.work(case), own, message)


def _to_attempt(work: Work, attempt: AttemptRow, message: SupplyingAgencyMessage) -> Outcome:
    request = work.case.request
    cancel_asked = Flag.CANCEL_ASKED in request.flags
    events = heard_from_supplier(message, cancel_asked)
    at = dated(message, work.act.entered_at)
    status = message.status_info.status if message.status_info else None
    before = _known_status(attempt)
    how = news(Said(attempt.last_change, before), at, status)
    is_news = message.message_info.reason_for_message in NEWS_REASONS
    if is_news and status is not None and how is News.REPEAT and events[0] is not Heard.NO_CHANGE:
        facts.fill_gaps(work, facts.from_message(message, events[0]))
        return Outcome("duplicate", request.id, attempt.id, request.number, "repeat")
    _remember(attempt, message, at if how is News.NEW else None)
    if attempt.id != request.attempt_id or (attempt.ended and not _still_counts(events)):
        unsaid = is_news and how is News.NEW and before in _NOES
        return _history(work, attempt, events, message, unsaid)
    request.their_id = attempt.their_id
    if is_news and how is News.OLD:
        with noted(work, events[0].value):
            facts.fill_gaps(work, facts.from_message(message, events[0]))
        return _applied(work.case, attempt=attempt)
    return _apply(work, attempt, events, message)


_NOES = (Status.UNFILLED, Status.CANCELLED)


def _known_status(attempt: AttemptRow) -> Status | None:
    return Status(attempt.status) if attempt.status else None


def _still_counts(events: tuple[Heard, ...]) -> bool:
    """From an attempt we left, only a sending, a note and answers to our cancelling are heard."""
    return any(e in (Heard.LOANED, Heard.COPY_COMPLETED, Heard.NOTE) for e in events)


def _remember(attempt: AttemptRow, message: SupplyingAgencyMessage, at: datetime | None) -> None:
    """Keep what the attempt is known to have said; an older message fills only gaps."""
    theirs = message.header.supplying_agency_request_id
    if theirs and theirs.strip():
        attempt.their_id = theirs.strip()
    status = message.status_info.status if message.status_info else None
    if (
        at is not None
        and status is not None
        and (
            message.message_info.reason_for_message in NEWS_REASONS
            or message.message_info.reason_for_message.value in ("CancelResponse", "RenewResponse")
        )
    ):
        attempt.status = status.value
        attempt.last_change = at


def _history(
    work: Work,
    attempt: AttemptRow,
    events: tuple[Heard, ...],
    message: SupplyingAgencyMessage,
    unsaid: bool,
) -> Outcome:
    """A library we had given up speaks: history, and attention when it is sending after all.

    `unsaid`: it takes its own no back; that is worth a look while nobody else was asked.
    """
    sending = any(e in (Heard.LOANED, Heard.COPY_COMPLETED) for e in events)
    with noted(work, events[0].value):
        _keep_note(work, message.message_info.note)
        if sending or (unsaid and attempt.id == work.case.request.attempt_id):
            work.case.request.attention = True
    reason = "late-supplier" if sending else "earlier-attempt"
    request = work.case.request
    return Outcome("applied", request.id, attempt.id, request.number, reason)


def _apply(
    work: Work, attempt: AttemptRow, events: tuple[Heard, ...], message: SupplyingAgencyMessage
) -> Outcome:
    known = True
    for heard in events:
        if heard is Heard.CANCEL_NO and len(events) > 1 and work.case.request.side is Side.LENDING:
            continue
        with advance(work, heard) as step:
            if step.known:
                facts.apply(work, heard, facts.from_message(message, heard))
            else:
                facts.fill_gaps(work, facts.from_message(message, heard))
            known = known and step.known
    _keep_note(work, message.message_info.note)
    by_itself.after_answer(work, events[-1])
    return _applied(work.case, known, attempt)
