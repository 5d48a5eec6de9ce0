"""What a supplier's message does to a borrowing request, whenever it arrives."""

from dataclasses import dataclass
from datetime import UTC, datetime

from ill_desktop.domain import remarks
from ill_desktop.domain.codes import Reason, Status
from ill_desktop.domain.lifecycle.borrowing import LOANED
from ill_desktop.domain.lifecycle.engine import is_final, told_late
from ill_desktop.domain.lifecycle.states import Flag, Heard, Milestone
from ill_desktop.domain.message import SupplyingAgencyMessage
from ill_desktop.domain.order import (
    HOLDS,
    LATE,
    MOVING,
    NEWS_REASONS,
    PROMISES,
    WANTED_BACK,
    News,
    Said,
    by_time,
    dated,
    gainsays,
    news,
)
from ill_desktop.domain.protocol import heard_from_supplier, why_not
from ill_desktop.services import facts
from ill_desktop.services.advance import Work, advance, noted, reach
from ill_desktop.services.post import by_itself
from ill_desktop.services.post.outcome import Hearing, Outcome, applied, keep_note, unknown
from ill_desktop.store import cases, directory, inbox, journal, notes
from ill_desktop.store.cases import Case
from ill_desktop.store.rows import AttemptRow

_NOES = (Status.UNFILLED, Status.CANCELLED)
_SENDING = frozenset({Heard.LOANED, Heard.COPY_COMPLETED})
_FIRST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Telling:
    """One message of an attempt: its events, the instant it is from, and how that stands."""

    attempt: AttemptRow
    message: SupplyingAgencyMessage
    events: tuple[Heard, ...]
    at: datetime
    before: Said
    held_at: datetime | None
    """When they spoke last of holding the return."""

    @property
    def status(self) -> Status | None:
        if self.events[-1] is Heard.RECALLED:
            return Status.RECALLED  # it may stand in the note alone
        return self.message.status_info.status if self.message.status_info else None

    @property
    def is_news(self) -> bool:
        return self.message.message_info.reason_for_message in NEWS_REASONS

    @property
    def moves(self) -> bool:
        """Whether it is a fact about the request, and not only an answer or a note."""
        return self.is_news or self.events[-1] in MOVING

    @property
    def how(self) -> News:
        """How it stands to what was known; an answer is given anew each time."""
        if self.events[-1] in HOLDS:
            return by_time(self.held_at, self.at)
        found = news(self.before, self.at, self.status)
        return News.NEW if found is News.REPEAT and not self.is_news else found

    @property
    def is_late_yes(self) -> bool:
        """Whether it promises to send; that it has the request is no promise yet."""
        return self.is_news and PROMISES.get(self.status or Status.REQUEST_RECEIVED, 0) > 0

    @property
    def takes_no_back(self) -> bool:
        """Whether their own no is followed by something newer."""
        later = self.before.at is None or self.at > self.before.at
        return self.is_news and later and self.before.status in _NOES

    @property
    def contradicts(self) -> bool:
        """Whether what is older cannot be followed by what is newer, whichever came first."""
        known = self.before
        if not self.is_news or known.at is None or known.status is None or self.status is None:
            return False
        if self.status in PROMISES:
            return known.status not in PROMISES and self.at > known.at
        if known.status in PROMISES:
            return known.at > self.at
        newer, older = self.status, known.status
        if known.at > self.at:
            newer, older = older, newer
        return gainsays(newer, older)


def from_supplier(hearing: Hearing, message: SupplyingAgencyMessage) -> Outcome:
    """Apply a supplier's message to the attempt it is about."""
    header = message.header
    attempt = inbox.attempt_by_our_id(
        hearing.session, header.requesting_agency_request_id.strip()
    ) or inbox.attempt_by_their_id(
        hearing.session,
        hearing.sender.partner_id,
        (header.supplying_agency_request_id or "").strip(),
    )
    if attempt is None:
        return unknown(message)
    case = cases.case_by_id(hearing.session, attempt.request_id)
    if attempt.partner_id != hearing.sender.partner_id and not _speaks_for(
        hearing, attempt, message
    ):
        return _of_another(hearing, case, attempt, message)
    own = next(a for a in case.attempts if a.id == attempt.id)
    current = own.id == case.request.attempt_id  # an event is of the current attempt
    work = hearing.work(case, why_not(message) if current else "")
    cancel_asked = Flag.CANCEL_ASKED in case.request.flags
    events = heard_from_supplier(message, cancel_asked)
    known = Said(own.last_change, Status(own.status) if own.status else None)
    at, held_at = dated(message, work.act.entered_at), facts.held_at(own)
    return _hear(work, _Telling(own, message, events, at, known, held_at))


def _speaks_for(hearing: Hearing, attempt: AttemptRow, message: SupplyingAgencyMessage) -> bool:
    """Whether a broker writes for the library that was asked, through the channel of both.

    It names that library in its note (ISO18626 §7.3.10).
    """
    named = remarks.supplier(message.message_info.note)
    card = directory.partner_of(hearing.session, named) if named else None
    return (
        card is not None
        and card.id == attempt.partner_id
        and card.channel_id == hearing.sender.channel_id
    )


def _of_another(
    hearing: Hearing, case: Case, attempt: AttemptRow, message: SupplyingAgencyMessage
) -> Outcome:
    """What another library writes waits; only what moves nothing is heard, from one that shares the
    channel: behind a broker, libraries that were passed over write as well (ISO18626 §9.21).
    """
    request, named = case.request, str(hearing.sender.theirs)
    card = directory.partner(hearing.session, attempt.partner_id)
    together = card is not None and card.channel_id == hearing.sender.channel_id
    if not together or message.message_info.reason_for_message is not Reason.NOTIFICATION:
        return Outcome("attention", request.id, attempt.id, request.number,
                       "sender-mismatch", named)  # fmt: skip
    work = hearing.work(case)
    with noted(work, "passed-over"):
        _keep_words(work, message.message_info.note)
    return Outcome("applied", request.id, attempt.id, request.number, "passed-over", named)


def _hear(work: Work, said: _Telling) -> Outcome:
    request, attempt = work.case.request, said.attempt
    _name(work, said)
    says_more = said.status is not None and said.events[0] is not Heard.NO_CHANGE
    if said.is_news and said.how is News.REPEAT and says_more:
        return _repeated(work, said)
    _remember(said)
    if attempt.id != request.attempt_id or (attempt.ended and not _still_counts(said.events)):
        return _history(work, said)
    if _ended_since(work, said):
        return _too_late(work, said, ())
    if said.moves and said.how is News.OLD:
        return _too_late(work, said, tuple(LATE[one] for one in said.events if one in LATE))
    return _apply(work, said)


def _repeated(work: Work, said: _Telling) -> Outcome:
    """What was known moves nothing; new words are kept, and that a question was answered."""
    request, info = work.case.request, said.message.message_info
    heard = said.events[0]
    answers = info.reason_for_message is Reason.STATUS_REQUEST_RESPONSE
    if answers or _is_new(work, info.note):
        with noted(work, heard.value):
            facts.apply(work, heard, _told(said, heard), said.at, late=True)
            _keep_words(work, info.note)
        return applied(work.case, attempt=said.attempt)
    facts.apply(work, heard, _told(said, heard), said.at, late=True)
    return Outcome("duplicate", request.id, said.attempt.id, request.number, "repeat")


def _is_new(work: Work, note: str | None) -> bool:
    """Whether a partner's words say what none of a request's notes says."""
    text = (note or "").strip()
    return bool(text) and not notes.is_said(work.session, work.case.request.id, text)


def _keep_words(work: Work, note: str | None) -> None:
    """Keep what a supplier wrote; the same words again are one note, whichever came first."""
    if _is_new(work, note):
        keep_note(work, note)


def _name(work: Work, said: _Telling) -> None:
    """Take over what they call the request; of several numbers the one they wrote last."""
    (_, theirs) = named = _named(said.message)
    known = said.attempt.their_id
    if not theirs or theirs == known or (known and _was_renamed(work, said.attempt, named)):
        return
    said.attempt.their_id = theirs
    if said.attempt.id == work.case.request.attempt_id:
        work.case.request.their_id = theirs


def _named(message: SupplyingAgencyMessage) -> tuple[datetime, str]:
    """When they called a request what; without a stamp it is older than any other."""
    header = message.header
    return header.timestamp or _FIRST, (header.supplying_agency_request_id or "").strip()


def _was_renamed(work: Work, attempt: AttemptRow, named: tuple[datetime, str]) -> bool:
    """Whether something they wrote later, and was read before, gives another number."""
    heard = facts.read_anew(work, inbox.heard_from(work.session, attempt))
    return any(later[1] and later > named for later in map(_named, heard))


def _still_counts(events: tuple[Heard, ...]) -> bool:
    """From an attempt we left, only a sending, a note and answers to our cancelling are heard."""
    return any(e in _SENDING or e is Heard.NOTE for e in events)


def _ended_since(work: Work, said: _Telling) -> bool:
    """Whether the request came to its end by something newer."""
    request, newest = work.case.request, said.attempt.last_change
    return is_final(request.side, request.state) and newest is not None and said.at < newest


def _remember(said: _Telling) -> None:
    """Keep what the attempt is known to have said last."""
    attempt = said.attempt
    if not said.moves or said.how is not News.NEW:
        return
    if said.events[-1] in HOLDS:
        facts.hold(attempt, said.at)
    elif said.status is not None:
        attempt.status, attempt.last_change = said.status.value, said.at


def _told(said: _Telling, heard: Heard) -> facts.Told:
    return facts.from_message(said.message, heard)


def _history(work: Work, said: _Telling) -> Outcome:
    """A library we had given up speaks: history, and attention when it is sending after all.

    A late yes is to be read. Where it takes its own no back or gainsays it, that is worth a look
    while nobody else was asked.
    """
    request, attempt = work.case.request, said.attempt
    sending = any(e in _SENDING for e in said.events)
    current = attempt.id == request.attempt_id
    reason = "late-supplier" if sending else "earlier-attempt"
    with noted(work, said.events[0].value if current else reason, attempt.id):
        _keep_words(work, said.message.message_info.note)
        if current:
            facts.apply(work, said.events[-1], _told(said, said.events[-1]), said.at, late=True)
        if sending or (current and (said.takes_no_back or said.contradicts)):
            request.attention = True
        elif not current and said.is_late_yes and not is_final(request.side, request.state):
            request.unread = True
    return Outcome("applied", request.id, attempt.id, request.number, reason)


def _too_late(work: Work, said: _Telling, answers: tuple[Heard, ...]) -> Outcome:
    """Something newer is known: what it answers is heard, gaps are filled, nothing else moves."""
    request, known = work.case.request, True
    for heard in answers:
        with advance(work, heard) as step:
            known = known and step.known
    with noted(work, said.events[-1].value):
        facts.apply(work, said.events[-1], _told(said, said.events[-1]), said.at, late=True)
        _keep_words(work, said.message.message_info.note)
        if said.contradicts or (request.state in LOANED and WANTED_BACK & {*said.events}):
            request.attention = True
    for heard in said.events if said.moves else ():
        _reach_late(work, heard)
    return applied(work.case, known, said.attempt)


def _reach_late(work: Work, heard: Heard) -> None:
    """A sending told of after the book itself came is no milestone any more."""
    request = work.case.request
    if not journal.reached(work.session, request.id, Milestone.RECEIVED, None):
        for mark in told_late(request.side, request.service, heard):
            reach(work, mark)


def _apply(work: Work, said: _Telling) -> Outcome:
    known = True
    for heard in said.events:
        with advance(work, heard) as step:
            facts.apply(work, heard, _told(said, heard), said.at, late=not step.known)
            known = known and step.known
            if said.contradicts:
                work.case.request.attention = True
    _keep_words(work, said.message.message_info.note)
    by_itself.after_answer(work, said.events[-1])
    return applied(work.case, known, said.attempt)
