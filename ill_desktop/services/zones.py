"""The time zones of each country, from the database that reckons with them."""

from functools import cache
from importlib import resources

from ill_desktop.domain.countries import ZONES

_TABLE = "zone.tab"


@cache
def _table() -> tuple[tuple[str, str], ...]:
    """Each zone with its country, as the database lists them; none where it came without a list."""
    place = resources.files("tzdata") / "zoneinfo" / _TABLE
    if not place.is_file():
        return ()
    lines = place.read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((row[0], row[2]) for row in rows)


def of(country: str) -> tuple[str, ...]:
    """The zones of a country, those of most of its people first; none for what is no country."""
    rest = (zone for code, zone in _table() if code == country)
    return tuple(dict.fromkeys((*ZONES.get(country, ()), *rest)))


def elsewhere(country: str) -> tuple[str, ...]:
    """All the others, by name."""
    known = {zone for _, zone in _table()} | {one for zones in ZONES.values() for one in zones}
    return (*sorted(known - set(of(country))), "UTC")


def usual(country: str) -> str:
    """The zone of a country unless another is named; that of the capital of Indonesia for none."""
    return (*of(country.strip().upper()), "Asia/Jakarta")[0]
