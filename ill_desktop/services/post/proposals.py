"""What a mail says in words: a proposal that waits for somebody, and changes nothing by itself."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ill_desktop.domain.message import Confirmation, Message, SupplyingAgencyMessage
from ill_desktop.services.envelope import Doubt, sender
from ill_desktop.services.post import attention
from ill_desktop.services.post.outcome import Outcome
from ill_desktop.services.views import PROPOSAL
from ill_desktop.store import inbox

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

WORDS = "mail-words"
"""Why a mail waits that answers a request of ours without saying yes or no."""


def weighed(
    desk: "Desk", session: "Session", channel_id: int, message: Message
) -> tuple[Outcome, int | None]:
    """Why it waits, about which request; and the partner that is to have written it."""
    if isinstance(message, Confirmation):
        return Outcome("attention", reason=PROPOSAL), None
    wanted = message.header.requesting_agency_request_id
    who = sender(session, channel_id, message)
    ours = inbox.attempt_by_our_id(session, wanted)
    if isinstance(who, Doubt):
        if ours is None:
            return Outcome("attention", reason=who.reason, value=who.value), who.partner_id
        outcome = Outcome("attention", ours.request_id, ours.id, reason=WORDS)
        attention.wanted(desk, session, outcome.request_id, WORDS)
        return outcome, ours.partner_id
    outcome = Outcome("attention", reason=PROPOSAL)
    if isinstance(message, SupplyingAgencyMessage):
        if ours is not None and ours.partner_id == who.partner_id:
            outcome = replace(outcome, request_id=ours.request_id, attempt_id=ours.id)
    else:
        lent = inbox.lending_requests(session, who.partner_id, wanted)
        outcome = replace(outcome, request_id=lent[0].id if lent else None)
    attention.wanted(desk, session, outcome.request_id, PROPOSAL)
    return outcome, who.partner_id
