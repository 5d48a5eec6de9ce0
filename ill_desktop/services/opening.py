"""Whether our library is open on a day, and why not."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ill_desktop.domain.calendar import due_date
from ill_desktop.services import calendars

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Opening:
    """A day; `next_open` is the day itself where we are open. `why` names a holiday we know."""

    day: date
    next_open: date
    why: str = ""

    @property
    def is_open(self) -> bool:
        """Whether anybody is at the desk."""
        return self.day == self.next_open


def look(desk: "Desk", day: date) -> Opening:
    """What the calendar says of a day."""
    with desk.database.read() as session:
        ours = calendars.ours(desk, session)
    if ours.is_open(day):
        return Opening(day, day)
    named = calendars.named(desk.library.country, desk.today().year, desk.library.language)
    return Opening(day, due_date(day, 0, [ours]).day, named.get(day, ""))
