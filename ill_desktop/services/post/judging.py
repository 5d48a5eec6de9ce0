"""What becomes of a message that was read: used, there before, or waiting for a person."""

from typing import TYPE_CHECKING

from ill_desktop.domain.codes import ErrorType
from ill_desktop.domain.message import Confirmation
from ill_desktop.formats import iso18626
from ill_desktop.services.envelope import Doubt, Sender
from ill_desktop.services.post.hearing import hear
from ill_desktop.services.post.outcome import Hearing, Outcome
from ill_desktop.store import directory, inbox
from ill_desktop.store.rows import MessageRow

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session


def judged(
    desk: "Desk",
    session: "Session",
    reading: iso18626.Reading,
    who: Sender | Doubt,
    *,
    carries: bool,
) -> tuple[str | None, Outcome]:
    """What becomes of a message; with the key under which it may not come again.

    Where it `carries` files, nobody in doubt adds them to a message that was used before.
    """
    message = reading.message
    if isinstance(message, Confirmation):
        return None, Outcome("attention")
    refusal = reading.refusal
    if refusal is not None:
        return None, Outcome(
            "attention",
            reason="not-usable",
            value=refusal.error_value,
            error=refusal.error_type,
        )
    doubtful = next((f for f in reading.findings if f.code in _waits(session, who)), None)
    if doubtful is not None:
        return None, Outcome("attention", reason=doubtful.code, value=doubtful.value)
    key = iso18626.message_key(message)
    before = inbox.same_key(session, key)
    if before is not None and not (carries and isinstance(who, Doubt)):
        return None, said_before(before, iso18626.content_hash(message))
    if isinstance(who, Doubt):
        error = ErrorType.UNRECOGNISED_VALUE if who.reason in NO_AGENCY else None
        return None, Outcome("attention", reason=who.reason, value=who.value, error=error)
    return key, hear(Hearing(desk, session, who, desk.clock.now()), message)


NO_AGENCY = frozenset({"unknown-sender", "not-for-us"})
"""Doubts about an agency: nobody took the message, and its sender is told so (ISO18626 §8.1)."""


def _waits(session: "Session", who: Sender | Doubt) -> frozenset[str]:
    """The findings that keep a message from being applied."""
    usual = directory.profile(session, who.partner_id).says("koha-old")
    return iso18626.WAITS - iso18626.KOHA_OLD if usual else iso18626.WAITS


def said_before(before: MessageRow, content: str) -> Outcome:
    """What becomes of a message whose key was there before."""
    if before.content_hash == content:
        return Outcome("duplicate", before.request_id, before.attempt_id, reason="same-content")
    return Outcome(
        "attention",
        before.request_id,
        before.attempt_id,
        reason="id-reused",
        value="requestingAgencyRequestId: already used with other content",
        error=ErrorType.UNRECOGNISED_VALUE,
    )
