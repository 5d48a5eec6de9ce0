"""What still has to leave when somebody ends the program: the messages they wrote themselves."""

from collections.abc import Set
from typing import TYPE_CHECKING

from ill_desktop.services import accounts
from ill_desktop.store import mailbook

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk


def held_back(desk: "Desk") -> frozenset[int]:
    """The messages that wait for their time. A confirmation follows by itself whenever the desk
    is open again, and a mail that a person has to send lies ready only later.
    """
    by_hand = () if accounts.show(desk).server else ("mail",)
    with desk.database.read() as session:
        return mailbook.held_back(session, by_hand)


def not_left(desk: "Desk", ids: Set[int]) -> int:
    """How many of these have not left yet."""
    with desk.database.read() as session:
        return mailbook.not_left(session, ids)
