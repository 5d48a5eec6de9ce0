"""The closed days of our library and of partners: holidays of the country, and our own."""

from collections.abc import Mapping
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
    entered = directory.closed_days(session)
    weekly = frozenset(desk.setting("closed-weekdays", sorted(WEEKEND)))
    public: frozenset[date] = frozenset()
    if desk.setting("public-holidays", default=True):
        public = national(desk.library.country, desk.today().year)
    return Calendar(entered | public, weekly)


def ours_in(desk: "Desk", session: "Session", first: date, last: date) -> Calendar:
    """Our closed days with the holidays of the years between two days, a year around them."""
    now = ours(desk, session)
    years = range(first.year, last.year + 1, len(AROUND) - 1)
    past = (national(desk.library.country, year) for year in (*years, last.year))
    return Calendar(now.closed.union(*past), now.weekly)


def theirs(desk: "Desk", session: "Session", partner_id: int | None) -> Calendar:
    """A partner's closed days: those on its card, and the holidays of its country."""
    partner = directory.partner(session, partner_id)
    country = partner.country if partner else ""
    card = directory.profile(session, partner_id)
    entered = {day for closure in card.closures for day in closure.days()}
    return Calendar(national(country, desk.today().year) | entered, card.closed_weekdays)


def national(country: str, year: int) -> frozenset[date]:
    """The public holidays of a country around a year; none for a country nobody listed."""
    return frozenset(named(country, year))


@cache
def named(country: str, year: int, language: str = "en") -> Mapping[date, str]:
    """The same with their names, in a language where somebody named them in it."""
    import holidays

    if not country:
        return {}
    try:
        years = [year + n for n in AROUND]
        spoken = {"en": "en_US"}.get(language, language)
        return dict(
            sorted(holidays.country_holidays(country, years=years, language=spoken).items())
        )
    except NotImplementedError:
        return {}
