"""Confirmations: exactly one for each message read, and what theirs say of ours (ISO18626 §8)."""

from datetime import datetime
from typing import TYPE_CHECKING

from ill_desktop.domain.codes import ErrorType, MessageStatus
from ill_desktop.domain.message import (
    CONFIRMATION_OF,
    Confirmation,
    ConfirmationHeader,
    ErrorData,
    Message,
    MessageKind,
    RequestingAgencyMessage,
    SupplyingAgencyMessage,
    kind_of,
)
from ill_desktop.formats import iso18626
from ill_desktop.services.envelope import speakers
from ill_desktop.services.letters import manner
from ill_desktop.services.post import attention
from ill_desktop.services.post.outcome import Outcome
from ill_desktop.services.views import DRAFT, LEFT, UNMATCHED
from ill_desktop.store import directory, inbox, outbox
from ill_desktop.store.inbox import Kept
from ill_desktop.store.rows import MessageRow

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

CONFIRMED_KIND = {theirs: ours for ours, theirs in CONFIRMATION_OF.items()}


def confirmation(message: Message, outcome: Outcome, now: datetime) -> Confirmation:
    """Our answer to a message: read and stored, or not usable and why."""
    header = message.header
    error = outcome.error
    return Confirmation(
        CONFIRMATION_OF[kind_of(message)],
        ConfirmationHeader(
            supplying_agency_id=header.supplying_agency_id,
            requesting_agency_id=header.requesting_agency_id,
            timestamp=now.replace(microsecond=0),
            requesting_agency_request_id=header.requesting_agency_request_id or None,
            timestamp_received=header.timestamp or now.replace(microsecond=0),
            message_status=MessageStatus.ERROR if error else MessageStatus.OK,
        ),
        reason_for_message=message.message_info.reason_for_message
        if isinstance(message, SupplyingAgencyMessage) and error is not _REASON
        else None,
        action=message.action
        if isinstance(message, RequestingAgencyMessage) and error is not _ACTION
        else None,
        error_data=(ErrorData(error, _value(message, outcome) or None),) if error else (),
    )


def _value(message: Message, outcome: Outcome) -> str:
    """`element: value` of what was not usable (§8.1)."""
    theirs, ours = speakers(message)
    about = {"unknown-sender": theirs, "not-for-us": ours}.get(outcome.reason)
    if outcome.reason not in ("unknown-sender", "not-for-us"):
        return outcome.value
    supplier = about is not None and about is message.header.supplying_agency_id
    return f"{'supplyingAgencyId' if supplier else 'requestingAgencyId'}: {outcome.value}"


_ACTION = ErrorType.UNSUPPORTED_ACTION_TYPE
_REASON = ErrorType.UNSUPPORTED_REASON


def answer(
    session: "Session", row: Kept, message: Message, outcome: Outcome, now: datetime
) -> None:
    """Queue our confirmation of a message, unless the partner wants none."""
    profile = directory.profile(session, row.partner_id)
    if not profile.confirmed(directory.goes_by_mail(session, row.channel_id)):
        return
    letter = confirmation(message, outcome, now)
    status = letter.header.message_status.value
    what = (letter.kind.value, status, iso18626.write(letter, manner(profile)))
    _queue(session, row, what, now)


def make_good(session: "Session", row: MessageRow, message: Message, now: datetime) -> None:
    """A message that was refused when it came is taken after all: its sender is told so."""
    before = inbox.confirmation_of(session, row.id)
    if before is None or before.summary != "ERROR":
        return
    kept = Kept(row.id, row.channel_id or 0, row.partner_id, row.request_id, row.attempt_id)
    answer(session, kept, message, Outcome("applied"), now)


def answer_again(session: "Session", earlier: MessageRow, row: Kept, now: datetime) -> None:
    """Give the confirmation of the first reading again, byte for byte."""
    first = inbox.confirmation_of(session, earlier.id)
    if first is not None:
        what = (first.kind, first.summary, outbox.body(session, first.id))
        _queue(session, row, what, now)


def _queue(session: "Session", row: Kept, what: tuple[str, str, bytes], now: datetime) -> None:
    """Queue a confirmation: its kind, OK or ERROR, and its bytes."""
    kind, status, body = what
    outbox.queue(
        session,
        outbox.Outgoing(
            kind=kind,
            summary=status,
            body=body,
            timestamp=now,
            created_at=now,
            channel_id=row.channel_id,
            partner_id=row.partner_id,
            request_id=row.request_id,
            attempt_id=row.attempt_id,
            answers_id=row.id,
        ),
    )


def heard(desk: "Desk", session: "Session", channel_id: int, name: str,
          message: Confirmation) -> Outcome:  # fmt: skip
    """A partner's confirmation: which message of ours it is about, and what it says."""
    ours = _named(session, channel_id, name, message) or _only(session, channel_id, message)
    if ours is None:
        return _names_nothing(session, message)
    return taken(desk, session, ours, message, desk.clock.now())


def heard_again(desk: "Desk", session: "Session", before: MessageRow, name: str,
                message: Confirmation) -> None:  # fmt: skip
    """The bytes of a confirmation that was read `before`, perhaps of what was sent again since.

    Of what left for the first time after that it cannot be.
    """
    channel_id = before.channel_id or 0
    ours = _named(session, channel_id, name, message)
    if ours is None:
        ours = _only(session, channel_id, message)
        known = [ours, *inbox.copies(session, ours)] if ours is not None else []
        ours = ours if any(inbox.had_left(one, before.created_at) for one in known) else None
    if ours is not None:
        taken(desk, session, ours, message, desk.clock.now())


def taken(
    desk: "Desk", session: "Session", ours: MessageRow, message: Confirmation, at: datetime
) -> Outcome:
    """What a confirmation that came `at` a time makes of our message."""
    ok = message.header.message_status is MessageStatus.OK
    ours.state = "confirmed" if ok or _known_already(ours, message) else "refused"
    ours.confirmed_at = at
    ours.reason_value = _error_text(message)
    if ours.reason == DRAFT:  # it was sent, whether a person has marked that or not
        ours.reason = ""
    if ours.state == "confirmed":
        _settle(desk, session, ours)
    else:
        ours.reason = "refused-by-partner"
        attention.wanted(desk, session, ours.request_id, ours.reason)
    return Outcome("applied", ours.request_id, ours.attempt_id)


SETTLED = frozenset({"refused-by-partner", "no-confirmation", "perhaps-sent"})
"""Why a message waited for a person, who has nothing to do once its partner has confirmed it."""


def _settle(desk: "Desk", session: "Session", ours: MessageRow) -> None:
    """They have it: so they have whatever took the same bytes there, and nobody need look."""
    copies = inbox.copies(session, ours)
    sent = [one for one in copies if one.state in LEFT and one.reason != DRAFT]
    waited = [one for one in (ours, *sent) if one.reason in SETTLED]
    for one in sent:
        one.state, one.confirmed_at = "confirmed", ours.confirmed_at
    for one in waited:
        one.reason = ""
    if waited:
        attention.settled(desk, session, ours.request_id, SETTLED)


def _names_nothing(session: "Session", message: Confirmation) -> Outcome:
    """One that confirms no message of ours waits to be looked at; one that is meant for another
    library, in a folder that both use, is nobody's work here.
    """
    _, meant = speakers(message)
    if meant is not None and meant.symbol not in directory.own_symbols(session):
        return Outcome("set-aside", reason="not-for-us", value=str(meant.symbol))
    return Outcome("attention", reason=UNMATCHED)


def _known_already(ours: MessageRow, message: Confirmation) -> bool:
    """An error *already exists* after sending again counts as delivered (ISO18626 §8.3.7)."""
    return ours.earlier > 0 and any(
        "exist" in (e.error_value or "").lower() for e in message.error_data
    )


def _error_text(message: Confirmation) -> str:
    parts = (
        ": ".join(filter(None, (e.error_type and e.error_type.value, e.error_value)))
        for e in message.error_data
    )
    return "; ".join(parts)[:300]


def _named(
    session: "Session", channel_id: int, name: str, message: Confirmation
) -> MessageRow | None:
    """By file name, then by ids and either time, then by time (§8.2)."""
    stem = _stem(name)
    found = inbox.sent_as(session, channel_id, stem) if stem else None
    if found is not None:
        return found
    header = message.header
    kind = CONFIRMED_KIND[message.kind].value
    stamps = tuple(filter(None, (header.timestamp_received, header.timestamp)))
    if stamps:
        for looked in (inbox.unconfirmed, inbox.answered):  # what is said twice is about no other
            found = _one(session, looked(session, channel_id, kind, stamps), message)
            if found is not None:
                return found
    return None


def _only(session: "Session", channel_id: int, message: Confirmation) -> MessageRow | None:
    """The only message that waits for a confirmation in the conversation it is about (§8.2)."""
    if not message.header.requesting_agency_request_id:
        return None
    kind = CONFIRMED_KIND[message.kind].value
    return _one(session, inbox.unconfirmed(session, channel_id, kind, ()), message)


def _one(session: "Session", rows: list[MessageRow], message: Confirmation) -> MessageRow | None:
    """The one message a confirmation can mean; of one that was sent again the last."""
    meant = [row for row in rows if _about(session, row, message)]
    return meant[-1] if len({row.sha256 for row in meant}) == 1 else None


def _about(session: "Session", row: MessageRow, message: Confirmation) -> bool:
    """Whether a confirmation's request id and sender, where it has them, are our message's."""
    wanted = (message.header.requesting_agency_request_id or "").strip()
    if wanted and inbox.conversation_id(session, row) != wanted:
        return False
    theirs = speakers(message)[0]
    who = directory.partner_of(session, theirs.symbol) if theirs else None
    return who is None or row.partner_id in (None, who.id)


def _stem(name: str) -> str:
    lowered = name.lower()
    return name[: -len(".confirm.xml")] if lowered.endswith(".confirm.xml") else ""


__all__ = ["MessageKind", "answer", "answer_again", "confirmation", "heard", "heard_again", "taken"]
