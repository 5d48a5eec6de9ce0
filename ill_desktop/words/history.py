# house: table
"""What happened to a request, told afterwards: acts of staff in the past, not as commands."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from ill_desktop.domain.lifecycle.states import Action, Heard, Timer
from ill_desktop.words.catalogue import Words
from ill_desktop.words.labels import coded, of
from ill_desktop.words.mark import mark

DONE: Mapping[Action, str] = MappingProxyType(
    {
        Action.SEND: mark("Event", "Request sent"),
        Action.DELETE_DRAFT: mark("Event", "Draft deleted"),
        Action.REMIND: mark("Event", "Reminder sent"),
        Action.ASK_STATUS: mark("Event", "Status asked for"),
        Action.ASK_CANCEL: mark("Event", "Cancellation asked for"),
        Action.ACCEPT_CONDITIONS: mark("Event", "Conditions accepted"),
        Action.REFUSE_CONDITIONS: mark("Event", "Conditions refused"),
        Action.TRY_AGAIN: mark("Event", "Tried again"),
        Action.DO_NOT_RETRY: mark("Event", "Not to be tried again here"),
        Action.SEND_NEXT: mark("Event", "Sent to the next library"),
        Action.MOVE_ON: mark("Event", "Moved on to another library"),
        Action.GIVE_UP: mark("Event", "Given up"),
        Action.RECEIVED: mark("Event", "Received"),
        Action.ASK_RENEW: mark("Event", "Renewal asked for"),
        Action.SENT_BACK: mark("Event", "Sent back"),
        Action.SENT_ON: mark("Event", "Sent on to another library"),
        Action.REPORT_LOST: mark("Event", "Reported lost"),
        Action.COPY_RECEIVED: mark("Event", "Copy received"),
        Action.NOTIFY: mark("Event", "Reader notified"),
        Action.HANDED_OUT: mark("Event", "Handed out"),
        Action.PATRON_RETURNED: mark("Event", "Returned by the reader"),
        Action.RECORD_ANSWER: mark("Event", "Their answer recorded"),
        Action.USE_ATTEMPT: mark("Event", "Library that is sending chosen"),
        Action.WRITE_MESSAGE: mark("Event", "Message written"),
        Action.CLOSE: mark("Event", "Closed by hand"),
        Action.CHECKING: mark("Event", "We said that we are checking"),
        Action.WILL_SUPPLY: mark("Event", "We said that we will supply"),
        Action.SUPPLY_WITH_CONDITIONS: mark("Event", "Conditions named"),
        Action.CANNOT_SUPPLY: mark("Event", "We said that we cannot supply"),
        Action.ASK_RETRY: mark("Event", "Asked them to try again"),
        Action.CONDITIONS_ACCEPTED: mark("Event", "Their consent to the conditions noted"),
        Action.PRINT_SLIP: mark("Event", "Pull slip printed"),
        Action.FETCHED: mark("Event", "Fetched from the shelf"),
        Action.SHIP: mark("Event", "Sent out"),
        Action.SEND_COPY: mark("Event", "Copy sent"),
        Action.ACCEPT_CANCEL: mark("Event", "Cancellation accepted"),
        Action.REFUSE_CANCEL: mark("Event", "Cancellation refused"),
        Action.RENEW: mark("Event", "Renewed"),
        Action.REFUSE_RENEWAL: mark("Event", "Renewal refused"),
        Action.RECALL: mark("Event", "Recalled"),
        Action.REPORT_OVERDUE: mark("Event", "Reported overdue"),
        Action.HOLD_RETURN: mark("Event", "Asked them to keep it"),
        Action.RELEASE_HOLD: mark("Event", "Let them send it back"),
        Action.IS_BACK: mark("Event", "Came back"),
        Action.NOT_COMING_BACK: mark("Event", "Closed without return"),
        Action.RECORD_MESSAGE: mark("Event", "Their message recorded"),
        Action.EDIT: mark("Event", "Edited"),
        Action.REOPEN: mark("Event", "Reopened"),
        Action.VOID: mark("Event", "Voided"),
        Action.ACKNOWLEDGE: mark("Event", "Marked seen"),
        Action.TOLD: mark("Event", "Told by telephone or letter"),
    }
)

TELLS_STATE = frozenset(
    {
        Action.SEND,
        Action.SEND_NEXT,
        Action.TRY_AGAIN,
        Action.DELETE_DRAFT,
        Action.RECEIVED,
        Action.GIVE_UP,
        Action.CHECKING,
        Action.SUPPLY_WITH_CONDITIONS,
        Action.CANNOT_SUPPLY,
        Action.ASK_RETRY,
        Action.ACCEPT_CANCEL,
        Action.NOT_COMING_BACK,
        Action.CLOSE,
    }
)
"""Acts told in other words than the state they lead to, which is no news after those."""

E = TypeVar("E", Action, Heard, Timer)

OTHER: Mapping[str, str] = MappingProxyType(
    {
        "created": mark("Event", "Created"),
        "undo": mark("Event", "Taken back"),
        "imported": mark("Event", "Brought in as it stood"),
        "note-added": mark("Event", "Note added"),
        "charge-noted": mark("Event", "Charge noted"),
        "charge-paid": mark("Event", "Charge paid"),
        "charge-removed": mark("Event", "Charge removed"),
        "file-attached": mark("Event", "File attached"),
        "file-removed": mark("Event", "File removed"),
        "not-answered": mark("Event", "The automatic answer could not be sent"),
        "not-cancelled": mark("Event", "The cancellation could not be accepted automatically"),
        "next-not-asked": mark("Event", "The next library could not be asked"),
        "refused-by-partner": mark("Event", "A message was refused"),
        "no-confirmation": mark("Event", "A message was never confirmed"),
        "perhaps-sent": mark("Event", "Nobody knows whether a mail was sent"),
        "mail-proposal": mark("Event", "A mail waits to be accepted"),
        "mail-words": mark("Event", "A mail waits to be read"),
        "late-supplier": mark("Event", "A library given up before is sending after all"),
        "earlier-attempt": mark("Event", "A library asked before wrote"),
        "passed-over": mark("Event", "Another library wrote through the same channel"),
        "mail-more": mark("Event", "A mail holds more than could be kept with the request"),
    }
)


def event(
    words: Words, kind: str, source: str, reason: str = "", *, by_message: bool = True
) -> str:
    """What an event is called, with its reason; some codes mean another thing when the partner
    was the one.

    `source` is staff, partner, timer or by-hand; a code that nobody knows stays as it is. Not
    `by_message`: the partner is told otherwise.
    """
    text = _event(words, kind, source)
    if not by_message:
        text = words.tr("Event", mark("Event", "{done} (not by message)"), done=text)
    return f"{text}: {coded(words, reason)}" if reason else text


def done(words: Words, action: Action) -> str:
    """What was done just now: `Sent back`."""
    return words.tr("Event", DONE[action])


def outcome(words: Words, number: str, action: Action, state: str) -> str:
    """`26000123: sent back.`, and where it stands now unless those words say so already."""
    said = inside(done(words, action))
    if not state or said == inside(state) or action in TELLS_STATE:
        return f"{number}: {said}."
    text = mark("Event", "{number}: {done}. Now: {state}.")
    return words.tr("Event", text, number=number, done=said, state=inside(state))


def noted(words: Words, number: str, state: str) -> str:
    """What happened here alone: nothing of it has been said to anybody."""
    if not state:
        return words.tr("Event", mark("Event", "{number}: noted."), number=number)
    text = mark("Event", "{number}: noted. Now: {state}.")
    return words.tr("Event", text, number=number, state=inside(state))


def inside(text: str) -> str:
    """A label in the middle of a sentence."""
    return text[:1].lower() + text[1:]


def _event(words: Words, kind: str, source: str) -> str:
    if kind in OTHER:
        return words.tr("Event", OTHER[kind])
    heard, act = _member(Heard, kind), _member(Action, kind)
    if act is not None and (source == "staff" or heard is None):
        return words.tr("Event", DONE[act])
    told = heard or _member(Timer, kind)
    return kind if told is None else of(words, told)


def _member(enum: type[E], kind: str) -> E | None:
    try:
        return enum(kind)
    except ValueError:
        return None
