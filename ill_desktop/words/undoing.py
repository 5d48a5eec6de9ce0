"""What Undo will do once a message has left, said beforehand."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from ill_desktop.domain.lifecycle.states import Action, Side
from ill_desktop.domain.lifecycle.undoing import Undo, after_sending
from ill_desktop.words import labels
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

LATER: Mapping[str, str] = MappingProxyType(
    {
        Undo.WHOLE.value: "",
        Undo.CANCEL.value: mark("Undoing", "Once it has left, Undo asks them to cancel."),
        Undo.NOTE.value: mark("Undoing", "Once it has left, Undo tells them so in a note."),
        Undo.RESTATE.value: mark("Undoing", "Once it has left, Undo tells them the old status."),
        Undo.OPPOSITE.value: mark("Undoing", "Once it has left, Undo tells them the opposite."),
        "cancel-left": mark("Undoing", "Once it has left, a cancellation cannot be undone."),
        "answer-left": mark("Undoing", "Once it has left, an answer cannot be undone."),
        "copy-left": mark("Undoing", "Once it has left, a copy cannot be called back."),
        "words-left": mark("Undoing", "Once it has left, a message cannot be called back."),
    }
)


STAYS = mark("Undoing", "Undo cannot take this back: the message stays with this request.")
INSTEAD = mark(
    "Undoing",
    "Was it about another one? Record there by hand what it says, and set this one right with "
    "“{act}”.",
)
RIGHTED = (Action.REOPEN, Action.RECORD_ANSWER, Action.RECORD_MESSAGE, Action.CLOSE)
"""What sets a request right that a message moved by mistake, the best first."""


def of_message(words: Words, legal: Sequence[Action]) -> str:
    """That a message taken for a request stays with it, and what is done where that was wrong;
    `legal` is what the request allows then.
    """
    stays, act = words.tr("Undoing", STAYS), next((one for one in RIGHTED if one in legal), None)
    if act is None:
        return stays
    return f"{stays} {words.tr('Undoing', INSTEAD, act=labels.of(words, act))}"


def beforehand(words: Words, side: Side, action: Action) -> str:
    """The sentence for an act that sends a message; empty where nothing can be in the way."""
    way = after_sending(side, action.value)
    text = LATER[way.reason or way.undo.value]
    return words.tr("Undoing", text) if text else ""
