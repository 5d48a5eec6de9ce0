"""Taking a message for one about a request that staff name: which it is, nobody could tell."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import Invalid, Missing, Why
from ill_desktop.domain.lifecycle.states import Heard, Side
from ill_desktop.domain.message import (
    Confirmation,
    Message,
    Request,
    RequestingAgencyMessage,
    ServiceInfo,
    SupplyingAgencyMessage,
)
from ill_desktop.domain.protocol import heard_in_request
from ill_desktop.formats import iso18626
from ill_desktop.services import ledger, requests, sealing
from ill_desktop.services.changes import Change
from ill_desktop.services.editing import not_overtaken
from ill_desktop.services.envelope import Doubt, sender, speakers
from ill_desktop.services.post import confirming, enclosing
from ill_desktop.services.post.again import reading_of, settle
from ill_desktop.services.post.hearing import hear
from ill_desktop.services.post.judging import said_before
from ill_desktop.services.post.outcome import Hearing
from ill_desktop.services.views import MORE, UNMATCHED, MessageLine, RequestView
from ill_desktop.store import cases, directory, inbox, outbox
from ill_desktop.store.cases import Case
from ill_desktop.store.rows import AttemptRow, MessageRow
from ill_desktop.words import labels

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session


@dataclass(frozen=True, slots=True)
class Match:
    """What a message does to the request it is taken for."""

    line: MessageLine
    """The message as the ledger has it then; `in` attention where it still waits."""
    reason: str
    """Why it still waits or moved nothing, in words."""
    before: RequestView
    after: RequestView
    """Of another number where the message makes a request of its own."""
    ours: MessageLine | None = None
    """Our message that it confirms or refuses, where it is a confirmation."""

    @property
    def leaving(self) -> tuple[MessageLine, ...]:
        """What is sent because of it, the newest first."""
        before = {one.id for one in self.before.messages}
        out = (one for one in self.after.messages if one.direction == "out")
        return tuple(one for one in out if one.id not in before)


def foreseen(desk: "Desk", message_id: int, number: str) -> Match:
    """What `match` would do; nothing is done. Raises as `match` does."""
    with desk.database.rehearsal() as session:
        return _matched(desk, session, message_id, number)


def match(desk: "Desk", message_id: int, number: str, seen: int | None = None) -> Match:
    """Take a message for one about the request that staff name.

    `seen` is the version of the request that was on the screen. Raises `Missing`, `Overtaken`
    when it changed since, or `Invalid`: for a message that is about a request already, and for
    a request that is not with the library that wrote or has nothing for it to confirm.
    """
    with desk.database.work() as session:
        not_overtaken(cases.case_by_number(session, number), seen)
        found = _matched(desk, session, message_id, number)
    touched = frozenset({number, found.after.line.number})
    desk.changes.publish(Change(requests=touched, messages=True))
    return found


def _matched(desk: "Desk", session: "Session", message_id: int, number: str) -> Match:
    row = outbox.message(session, message_id)
    if row is None or row.channel_id is None:
        raise Missing("message", str(message_id))
    if not ledger.line_of(session, message_id).is_orphan:
        raise Invalid("message", str(message_id), Why.OUT_OF_RANGE)
    case = cases.case_by_number(session, number)
    before = requests.seen_in(desk, session, number)
    how = {MORE: _give, UNMATCHED: _confirm}.get(row.reason, _use)
    ours = how(desk, session, row, case)
    session.flush()
    line = ledger.line_of(session, message_id)
    reason = labels.message_reason(desk.words, line.reason) if line.reason else ""
    after = requests.seen_in(desk, session, line.request or number)
    confirmed = ledger.line_of(session, ours.id) if ours is not None else None
    return Match(line, reason, before, after, confirmed)


def _use(desk: "Desk", session: "Session", row: MessageRow, case: Case) -> None:
    """The message is heard as it would be with the right number."""
    reading = reading_of(desk, session, row)
    who = sender(session, row.channel_id or 0, reading.message)
    who = sealing.judged_again(session, who, row)
    if isinstance(who, Doubt) or isinstance(reading.message, Confirmation):
        raise Invalid("message", str(row.id), Why.OUT_OF_RANGE)
    meant = _about(case, who.partner_id, reading.message)
    if meant is None:
        raise Invalid("request", case.request.number, Why.NOT_WITH_PARTNER)
    key = iso18626.message_key(reading.message)
    same = inbox.same_key(session, key)
    if same is not None and same is not row:
        outcome = said_before(same, iso18626.content_hash(reading.message))
    else:
        outcome = hear(Hearing(desk, session, who, desk.clock.now(), case.request.id), meant)
        row.key = key if outcome.state == "applied" else None
    settle(desk, session, row, who, outcome)
    if outcome.state == "applied":
        confirming.make_good(session, row, reading.message, desk.clock.now())


def _confirm(desk: "Desk", session: "Session", row: MessageRow, case: Case) -> MessageRow:
    """Our message that a confirmation is taken for: the last that waits for one, else the last.

    Only one that had left when the confirmation came.
    """
    message, number = reading_of(desk, session, row).message, case.request.number
    partner_id = _who_confirms(session, row, message)
    if not isinstance(message, Confirmation) or partner_id is None:
        raise Invalid("message", row.file_name, Why.NOT_THEIR_LETTERBOX)
    lends = case.request.side is Side.LENDING and case.request.partner_id == partner_id
    if _asked(case, partner_id) is None and not lends:
        raise Invalid("request", number, Why.NOT_WITH_PARTNER)
    kind = confirming.CONFIRMED_KIND[message.kind].value
    sent = inbox.sent_about(session, case.request.id, partner_id, kind, row.created_at)
    if not sent:
        raise Invalid("request", number, Why.NOTHING_TO_CONFIRM)
    ours = next((one for one in reversed(sent) if one.state in inbox.UNCONFIRMED), sent[-1])
    outcome = confirming.taken(desk, session, ours, message, row.created_at)
    row.partner_id, row.state = partner_id, outcome.state
    row.request_id, row.attempt_id = outcome.request_id, outcome.attempt_id
    row.reason = row.reason_value = ""
    return ours


def _who_confirms(session: "Session", row: MessageRow, message: Message) -> int | None:
    """Whose confirmation it is; one that names nobody is of whom alone the letterbox belongs to.

    Confirmations travel bare, so no seal is asked for.
    """
    if speakers(message)[0] is None:
        there = directory.partners_on(session, row.channel_id or 0)
        return there[0].id if len(there) == 1 else None
    who = sender(session, row.channel_id or 0, message)
    return None if isinstance(who, Doubt) else who.partner_id


def _give(desk: "Desk", session: "Session", row: MessageRow, case: Case) -> None:
    """What a mail held besides its messages goes to the request that a person names."""
    suppliers = {one.partner_id for one in case.attempts}
    if row.partner_id not in {None, case.request.partner_id, *suppliers}:
        raise Invalid("request", case.request.number, Why.NOT_WITH_PARTNER)
    row.state, row.request_id = "applied", case.request.id
    row.reason = row.reason_value = ""
    enclosing.release(desk, session, row)


def _asked(case: Case, partner_id: int) -> AttemptRow | None:
    """The attempt in which a library was asked, the last of several but for the current one."""
    theirs = [a for a in case.attempts if a.partner_id == partner_id and a.our_id]
    current = [a for a in theirs if a.id == case.request.attempt_id] or theirs[-1:]
    return current[0] if current else None


def _about(
    case: Case, partner_id: int, said: Request | RequestingAgencyMessage | SupplyingAgencyMessage
) -> Request | RequestingAgencyMessage | SupplyingAgencyMessage | None:
    """The message as it would be with the right number; None where it cannot be about the case."""
    request = case.request
    if isinstance(said, SupplyingAgencyMessage):
        asked = _asked(case, partner_id)
        wanted = asked.our_id if asked else None
    else:
        lent = request.side is Side.LENDING and request.partner_id == partner_id
        wanted = request.their_id or request.number if lent else None
    if not wanted:
        return None
    if isinstance(said, Request) and heard_in_request(said) is Heard.REQUEST_RETRY:
        service = replace(
            said.service_info or ServiceInfo(), requesting_agency_previous_request_id=wanted
        )
        return replace(said, service_info=service)  # it has a new number of its own
    ours = request.number if request.side is Side.LENDING else None
    header = replace(said.header, requesting_agency_request_id=wanted)
    if ours and isinstance(said, RequestingAgencyMessage):
        header = replace(header, supplying_agency_request_id=ours)
    return replace(said, header=header)
