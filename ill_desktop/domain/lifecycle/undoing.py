# house: table
"""What undo can still do once the message of an act has left (DESIGN §6 Undo).

Until then, and where nothing is sent, an act is taken back entirely. `AFTER` has a row for every
action that sends something; a test holds it against the life cycle tables.
"""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from ill_desktop.domain.lifecycle.rows import Says
from ill_desktop.domain.lifecycle.states import Action, Side, Timer


class Undo(StrEnum):
    """How an act is undone."""

    WHOLE = "whole"
    """Entirely, as if it had not been."""
    CANCEL = "cancel"
    """The library asked is asked to cancel; its answer decides."""
    NOTE = "note"
    """Taken back here, and told to the supplier in a notification."""
    RESTATE = "restate"
    """Taken back here, and the borrower is told the status it has again."""
    OPPOSITE = "opposite"
    """Taken back here, and the message that says the opposite is sent."""
    NEVER = "never"
    """The protocol has no message for it."""


@dataclass(frozen=True, slots=True)
class Way:
    """How one act is undone after sending; `reason` says why not, `says` what is sent instead."""

    undo: Undo
    reason: str = ""
    says: Says | None = None


WHOLE = Way(Undo.WHOLE)
CANCEL = Way(Undo.CANCEL)
NOTE = Way(Undo.NOTE, says=Says.REQUESTER_NOTE)
RESTATE = Way(Undo.RESTATE, says=Says.CORRECTED)
CANCEL_LEFT = Way(Undo.NEVER, "cancel-left")
ANSWER_LEFT = Way(Undo.NEVER, "answer-left")
COPY_LEFT = Way(Undo.NEVER, "copy-left")
WORDS_LEFT = Way(Undo.NEVER, "words-left")
_B, _L, _A = Side.BORROWING, Side.LENDING, Action

AFTER = MappingProxyType(
    {
        (_B, _A.SEND): CANCEL,
        (_B, _A.SEND_NEXT): CANCEL,
        (_B, _A.TRY_AGAIN): CANCEL,
        (_B, _A.ACCEPT_CONDITIONS): CANCEL,
        (_B, _A.REFUSE_CONDITIONS): CANCEL_LEFT,
        (_B, _A.ASK_CANCEL): CANCEL_LEFT,
        (_B, _A.MOVE_ON): CANCEL_LEFT,
        (_B, _A.USE_ATTEMPT): CANCEL_LEFT,
        (_B, _A.RECEIVED): NOTE,
        (_B, _A.COPY_RECEIVED): NOTE,
        (_B, _A.ASK_RENEW): NOTE,
        (_B, _A.SENT_BACK): NOTE,
        (_B, _A.SENT_ON): NOTE,
        (_B, _A.REPORT_LOST): NOTE,
        (_B, _A.REMIND): WORDS_LEFT,
        (_B, _A.ASK_STATUS): WORDS_LEFT,
        (_B, _A.WRITE_MESSAGE): WORDS_LEFT,
        (_L, _A.CHECKING): RESTATE,
        (_L, _A.WILL_SUPPLY): RESTATE,
        (_L, _A.SUPPLY_WITH_CONDITIONS): RESTATE,
        (_L, _A.CANNOT_SUPPLY): RESTATE,
        (_L, _A.ASK_RETRY): RESTATE,
        (_L, _A.SHIP): RESTATE,
        (_L, _A.RECALL): RESTATE,
        (_L, _A.REPORT_OVERDUE): RESTATE,
        (_L, _A.IS_BACK): RESTATE,
        (_L, _A.NOT_COMING_BACK): RESTATE,
        (_L, _A.HOLD_RETURN): Way(Undo.OPPOSITE, says=Says.RELEASE),
        (_L, _A.RELEASE_HOLD): Way(Undo.OPPOSITE, says=Says.HOLD),
        (_L, _A.SEND_COPY): COPY_LEFT,
        (_L, _A.ACCEPT_CANCEL): ANSWER_LEFT,
        (_L, _A.REFUSE_CANCEL): ANSWER_LEFT,
        (_L, _A.RENEW): ANSWER_LEFT,
        (_L, _A.REFUSE_RENEWAL): ANSWER_LEFT,
        (_L, _A.WRITE_MESSAGE): WORDS_LEFT,
    }
)

RINGS = frozenset(timer.value for timer in Timer)


NOTICES = frozenset(
    {
        "refused-by-partner",
        "no-confirmation",
        "perhaps-sent",
        "mail-proposal",
        "mail-words",
        "not-answered",
        "not-cancelled",
        "next-not-asked",
    }
)
"""Kinds of events with which the program asks somebody to look at a message, and does no more."""

BY_ITSELF = MappingProxyType(
    {
        Action.SEND_NEXT.value: "next-by-itself",
        Action.ACCEPT_CANCEL.value: "cancelled-by-itself",
    }
)
"""What the program does by itself when a partner has spoken, and tells at once: why it stays."""


def rang(kind: str, source: str) -> bool:
    """Whether an event is a timer's ring: nobody did it, and it goes with the act it came after."""
    return source == "timer" and kind in RINGS


def noticed(kind: str, source: str) -> bool:
    """Whether an event only asks to look: it is about a message, and stays whatever is undone."""
    return source == "timer" and kind in NOTICES


def by_nobody(kind: str, source: str) -> bool:
    """Whether an event is no act: what was done before it is still the last that was."""
    return rang(kind, source) or noticed(kind, source)


def after_sending(side: Side, kind: str) -> Way:
    """How an act of this kind is undone once its message has left."""
    known = {action.value for action in Action}
    return AFTER.get((side, Action(kind)), WHOLE) if kind in known else WHOLE
