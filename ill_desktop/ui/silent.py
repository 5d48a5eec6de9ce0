"""What is said of an act that no message tells: before it is done, and afterwards."""

from ill_desktop.domain.lifecycle.engine import row_for
from ill_desktop.domain.lifecycle.rows import Says
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.domain.telling import ASKED, TELLS_ITSELF
from ill_desktop.services.views import RequestView
from ill_desktop.ui.standing import standpoint
from ill_desktop.words import history, saying
from ill_desktop.words.catalogue import Words


def beforehand(words: Words, view: RequestView, action: Action) -> str:
    """What has to be told otherwise by an act; empty where a message tells it, or nothing is."""
    row, partner = row_for(standpoint(view), action), view.line.partner
    if not view.manual or row is None or row.says is None or partner is None:
        return ""
    return saying.untold(words, (row.says.value,), partner.name)


def done(words: Words, view: RequestView, action: Action, state: str) -> str:
    """What was done last, the state where it moved, and what no message told of it."""
    act = view.events[0].act
    says = tuple(one for event in view.events if event.act == act for one in event.untold)
    told = history.outcome(words, view.line.number, action, state)
    if not says:
        return told
    if not all(Says(one) in TELLS_ITSELF for one in says):
        told = history.noted(words, view.line.number, state)
    partner = view.line.partner.name if view.line.partner else "–"
    partner = next((one.partner for one in view.to_tell if one.act == act), partner)
    return f"{told} {saying.untold(words, says, partner)}"


def wants_slip(view: RequestView, act: str) -> bool:
    """Whether an act asks a library for something that it can only read on paper."""
    return any(one.act == act and Says(one.says) in ASKED for one in view.to_tell)
