"""The closed days of our library and of partners: holidays of the country, and our own."""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from ill_desktop.domain.calendar import WEEKEND, Calendar
from ill_desktop.store import directory

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

AROUND = (-1, 0, 1, 2)
"""Years around this one that due dates and timers look at."""


def ours(desk: "Desk", session: "Session") -> Calendar:
    """Our closed days: those entered, the country's holidays, and the settings' weekdays."""
    entered = directory.closed_days(session, None)
    weekly = frozenset(desk.setting("closed-weekdays", sorted(WEEKEND)))
    return Calendar(entered | national(desk.library.country, desk.today().year), weekly)


def theirs(desk: "Desk", session: "Session", partner_id: int | None) -> Calendar:
    """A partner's closed days: the holidays of its country, where that is known."""
    partner = directory.partner(session, partner_id)
    country = partner.country if partner else ""
    return Calendar(national(country, desk.today().year))


@cache
def national(country: str, year: int) -> frozenset[date]:
    """The public holidays of a country around a year; none for a country nobody listed."""
    import holidays

    if not country:
        return frozenset()
    try:
        years = [year + n for n in AROUND]
        return frozenset(holidays.country_holidays(country, years=years))
    except NotImplementedError:
        return frozenset()
