"""What taking a message for a request does to it, in the words its details have."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ill_desktop.services.views import MessageLine, RequestView
from ill_desktop.ui.facts import facts
from ill_desktop.ui.link import Link
from ill_desktop.words import messages, reasons, undoing
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.services.post.matching import Match

SINCE = mark("Facts", "Since")
"""Goes with the state, which is told already."""


def say(text: str) -> str:
    """A text marked under `Foresight`, in the language of the window."""
    return QCoreApplication.translate("Foresight", text)


def headline(link: Link, match: "Match") -> str:
    """What becomes of the request, or why nothing does; of a confirmation, what of our message."""
    if match.ours is not None:
        return _confirmed(link, match.ours)
    before, after = match.before.line, match.after.line
    if match.line.state == "attention":
        text = say(mark("Foresight", "The message goes on waiting: {reason}"))
    elif match.line.state == "duplicate":
        text = say(mark("Foresight", "Nothing changes: {number} has this message already."))
    elif before.number != after.number:
        text = say(mark("Foresight", "A new request is made that follows {before}: {title}"))
    elif before.label != after.label:
        text = say(mark("Foresight", "{number} becomes “{now}”; it was “{then}”."))
    else:
        text = say(mark("Foresight", "{number} stays “{now}”."))
    return text.format(
        number=after.number, before=before.number, title=after.title,
        now=after.label, then=before.label, reason=match.reason,
    )  # fmt: skip


def _confirmed(link: Link, ours: MessageLine) -> str:
    text = say(mark("Foresight", "Our message “{what}” is confirmed."))
    if ours.state == "refused":
        text = say(mark("Foresight", "Our message “{what}” is refused by them: {why}"))
    why = reasons.why_refused(link.words, ours.detail)
    return text.format(what=messages.what_of(link.words, ours), why=why)


def changes(link: Link, match: "Match") -> tuple[tuple[str, str], ...]:
    """What else changes, as names and the values they get; and what is sent because of it."""
    if match.line.state == "attention":
        return ()
    leaves = say(mark("Foresight", "Leaves at once"))
    sent = tuple((leaves, messages.what_of(link.words, one)) for one in match.leaving)
    if match.before.line.number != match.after.line.number:
        return sent
    moved = _moved(link, match.before, match.after)
    if not moved and match.line.state == "applied" and match.ours is None:
        kept = say(mark("Foresight", "It is only kept in its messages and history."))
        if not match.line.kind:
            kept = say(mark("Foresight", "What the mail holds is kept with the request."))
        moved = (("", match.reason or kept),)
    return moved + sent


def _moved(link: Link, before: RequestView, after: RequestView) -> tuple[tuple[str, str], ...]:
    """The facts that become others; of one that goes, that it does."""
    then = [one for group in facts(link, before) for one in group.facts]
    now = [one for group in facts(link, after) for one in group.facts]
    since = QCoreApplication.translate("Facts", SINCE)
    new = [one for one in now if one[1] and one not in then and one[0] != since]
    named = {name for name, value in now if value}
    gone = [(name, "–") for name, value in then if value and name not in named]
    return (*new, *gone)


def later(link: Link, match: "Match") -> str:
    """That it cannot be undone, and what is done instead where it was another request."""
    if match.line.state == "attention":
        return ""
    return undoing.of_message(link.words, () if match.ours else match.after.actions)
