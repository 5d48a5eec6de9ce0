# house: table
"""What a message is and says, in words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from ill_desktop.words.catalogue import Words
from ill_desktop.words.labels import coded
from ill_desktop.words.mark import mark

CONTEXT = "Message"

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "request": mark("Message", "Request"),
        "supplyingAgencyMessage": mark("Message", "Message of the supplier"),
        "requestingAgencyMessage": mark("Message", "Message of the requester"),
        "requestConfirmation": mark("Message", "Confirmation of a request"),
        "supplyingAgencyMessageConfirmation": mark("Message", "Confirmation to the supplier"),
        "requestingAgencyMessageConfirmation": mark("Message", "Confirmation to the requester"),
    }
)
SAYING = frozenset({"supplyingAgencyMessage", "requestingAgencyMessage"})
SUMMARIES: Mapping[str, str] = MappingProxyType(
    {
        "New": mark("Message", "new"),
        "Retry": mark("Message", "tried again"),
        "Reminder": mark("Message", "reminder"),
        "RequestReceived": mark("Message", "request received"),
        "ExpectToSupply": mark("Message", "expects to supply"),
        "WillSupply": mark("Message", "will supply"),
        "Conditions": mark("Message", "on conditions"),
        "ConditionsAccepted": mark("Message", "conditions accepted"),
        "ConditionsRefused": mark("Message", "conditions refused"),
        "Loaned": mark("Message", "sent out"),
        "Overdue": mark("Message", "overdue"),
        "Recalled": mark("Message", "recalled"),
        "RetryPossible": mark("Message", "can be tried again"),
        "Unfilled": mark("Message", "cannot supply"),
        "CopyCompleted": mark("Message", "copy sent"),
        "LoanCompleted": mark("Message", "loan completed"),
        "CompletedWithoutReturn": mark("Message", "closed without return"),
        "Cancelled": mark("Message", "cancelled"),
        "StatusRequest": mark("Message", "asks for the status"),
        "Received": mark("Message", "received"),
        "Cancel": mark("Message", "asks to cancel"),
        "NotCancelled": mark("Message", "does not cancel"),
        "Renew": mark("Message", "asks to renew"),
        "Renewed": mark("Message", "renewed"),
        "NotRenewed": mark("Message", "not renewed"),
        "HoldReturn": mark("Message", "kept for now"),
        "ReleaseHoldReturn": mark("Message", "can be sent back"),
        "Lost": mark("Message", "lost"),
        "ShippedReturn": mark("Message", "sent back"),
        "ShippedForward": mark("Message", "sent on"),
        "Notification": mark("Message", "note"),
        "OK": mark("Message", "in order"),
        "ERROR": mark("Message", "not usable"),
    }
)


class _Message(Protocol):
    """As much of a message as is told."""

    @property
    def kind(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def because(self) -> str: ...


def what_of(words: Words, message: _Message) -> str:
    """What a message is and says."""
    kind, summary = kind_of(words, message), _said(words, message)
    return f"{kind}: {summary}" if summary else kind


def brief_of(words: Words, message: _Message) -> str:
    """What a message says, for a narrow column: the arrow beside it tells from whom."""
    if message.kind not in SAYING or not message.summary:
        return what_of(words, message)
    said = _said(words, message)
    return said[:1].upper() + said[1:]


def kind_of(words: Words, message: _Message) -> str:
    """What a message is called."""
    return words.tr(CONTEXT, KINDS[message.kind]) if message.kind in KINDS else message.kind


def _said(words: Words, message: _Message) -> str:
    known = message.summary in SUMMARIES
    said = words.tr(CONTEXT, SUMMARIES[message.summary]) if known else message.summary
    return f"{said}: {coded(words, message.because)}" if message.because else said
