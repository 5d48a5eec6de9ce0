"""What still has to leave when somebody ends the program: the messages they wrote themselves."""

from typing import TYPE_CHECKING

from ill_desktop.services import accounts
from ill_desktop.store import mailbook

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk


def held_back(desk: "Desk") -> frozenset[int]:
    """The messages that have not left. A confirmation follows by itself whenever the desk is open
    again, a mail that a person has to send lies ready only later, and a damaged desk sends nothing.
    """
    if desk.database.damaged:
        return frozenset()
    by_hand = () if accounts.show(desk).server else ("mail",)
    with desk.database.read() as session:
        return mailbook.held_back(session, by_hand)
