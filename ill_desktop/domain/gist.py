"""What a message says where its status or action alone does not tell it."""

from types import MappingProxyType

from ill_desktop.domain import remarks
from ill_desktop.domain.codes import RequesterAction
from ill_desktop.domain.lifecycle.states import Heard
from ill_desktop.domain.message import Message, RequestingAgencyMessage, SupplyingAgencyMessage
from ill_desktop.domain.protocol import heard_from_supplier

GISTS = MappingProxyType(
    {
        Heard.OFFERS_CONDITIONS: "Conditions",
        Heard.ACCEPTS: "ConditionsAccepted",
        Heard.REFUSES: "ConditionsRefused",
        Heard.NOTE: "Notification",
        Heard.CANCEL_NO: "NotCancelled",
        Heard.RENEW_YES: "Renewed",
        Heard.RENEW_NO: "NotRenewed",
        Heard.RECALLED: "Recalled",
        Heard.HOLD_RETURN: "HoldReturn",
        Heard.RELEASE_HOLD: "ReleaseHoldReturn",
        Heard.HOLDS_RETURN: "HoldReturn",
        Heard.SAYS_LOST: "Lost",
        Heard.RENEW: "Renew",
    }
)
CODES = frozenset(GISTS.values())


def gist(message: Message) -> str:
    """The code of what a message says; empty where its status or action tells it.

    A supplier's note repeats the status, its conditions are promised as a supply, and a
    requester's yes to them is a note.
    """
    if isinstance(message, SupplyingAgencyMessage):
        return GISTS.get(heard_from_supplier(message, cancel_asked=False)[-1], "")
    if isinstance(message, RequestingAgencyMessage):
        return GISTS.get(_of_requester(message), "")
    return ""


def _of_requester(message: RequestingAgencyMessage) -> Heard:
    """A yes or no to conditions is one in any state, and a bare cancel needs no other word."""
    answer = remarks.heard_answer(message.note or "")
    if message.action is RequesterAction.NOTIFICATION:
        plain = answer is Heard.NOTE
        return (remarks.meant(message.note, "action") if plain else answer) or Heard.NOTE
    refused = message.action is RequesterAction.CANCEL and answer is Heard.REFUSES
    return Heard.REFUSES if refused else Heard.CANCEL
