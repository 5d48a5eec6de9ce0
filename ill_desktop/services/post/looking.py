"""What a round of the post asks before it has anything to do: all at one look."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any

from ill_desktop.services.post import timers
from ill_desktop.store import directory, lease, outbox, settings

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

BEFORE: dict[Hashable, Callable[["Session"], Any]] = {
    "settings": settings.everything,
    "lease": lease.kept,
    "letterboxes": directory.letterboxes,
}
AFTER = {**BEFORE, "unsent": outbox.unsent, "confirming": directory.confirming_partners}
"""What was asked before, too: where nothing leaves, the next round then knows it already."""


def before_reading(desk: "Desk") -> None:
    """What has to be known to read what partners left."""
    desk.database.look(BEFORE)


def after_reading(desk: "Desk") -> None:
    """What has to be known for the rest of the round."""
    desk.database.look({**AFTER, **timers.question(desk)})
