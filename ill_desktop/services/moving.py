"""Due dates of what we lent that fall on a day we shall be closed, and moving them on.

Only our own loans: the due date of what we borrowed is the lender's.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ill_desktop.domain.calendar import Calendar, due_date
from ill_desktop.services import calendars, requests
from ill_desktop.store import clockwork

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.services.library import LibraryCard


@dataclass(frozen=True, slots=True)
class Moved:
    """A loan due on a closed day, and the next day on which both libraries are open."""

    number: str
    title: str
    due: date
    day: date


def calendar_of(desk: "Desk", card: "LibraryCard") -> Calendar:
    """Our closed days as a card says, kept or not."""
    closed = frozenset(card.closed_days)
    if card.public_holidays:
        closed |= calendars.national(card.country, desk.today().year)
    return Calendar(closed, card.closed_weekdays)


def moved(desk: "Desk", card: "LibraryCard") -> tuple[Moved, ...]:
    """What would move if this card were kept."""
    ours, today = calendar_of(desk, card), desk.today()
    last = date(today.year + calendars.AROUND[-1], 12, 31)
    found = []
    with desk.database.read() as session:
        for one in clockwork.lent_due(session, today, last):
            if ours.is_open(one.due):
                continue
            theirs = calendars.theirs(desk, session, one.partner_id)
            day = due_date(one.due, 0, (ours, theirs)).day
            found.append(Moved(one.number, one.title, one.due, day))
    return tuple(found)


def move(desk: "Desk", found: Iterable[Moved]) -> int:
    """Give these loans their later due dates, each as an edit of its own; how many."""
    count = 0
    for one in found:
        requests.edit(desk, one.number, {"due": one.day.isoformat()})
        count += 1
    return count
