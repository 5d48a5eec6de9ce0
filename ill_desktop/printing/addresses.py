"""Addresses as the post of each country wants them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ill_desktop.printing.text import display

COUNTRIES: Mapping[str, str] = MappingProxyType(
    {
        "AT": "AUSTRIA",
        "AU": "AUSTRALIA",
        "BE": "BELGIUM",
        "BN": "BRUNEI",
        "BR": "BRAZIL",
        "CA": "CANADA",
        "CH": "SWITZERLAND",
        "CN": "CHINA",
        "CZ": "CZECHIA",
        "DE": "GERMANY",
        "DK": "DENMARK",
        "EG": "EGYPT",
        "ES": "SPAIN",
        "FI": "FINLAND",
        "FR": "FRANCE",
        "GB": "UNITED KINGDOM",
        "HK": "HONG KONG",
        "ID": "INDONESIA",
        "IE": "IRELAND",
        "IN": "INDIA",
        "IT": "ITALY",
        "JP": "JAPAN",
        "KH": "CAMBODIA",
        "KR": "REPUBLIC OF KOREA",
        "LA": "LAOS",
        "LK": "SRI LANKA",
        "MM": "MYANMAR",
        "MY": "MALAYSIA",
        "NL": "NETHERLANDS",
        "NO": "NORWAY",
        "NZ": "NEW ZEALAND",
        "PG": "PAPUA NEW GUINEA",
        "PH": "PHILIPPINES",
        "PL": "POLAND",
        "PT": "PORTUGAL",
        "SA": "SAUDI ARABIA",
        "SE": "SWEDEN",
        "SG": "SINGAPORE",
        "TH": "THAILAND",
        "TL": "TIMOR-LESTE",
        "TR": "TÜRKIYE",
        "TW": "TAIWAN",
        "US": "UNITED STATES OF AMERICA",
        "VN": "VIETNAM",
        "ZA": "SOUTH AFRICA",
    }
)
"""What post offices everywhere read: the English names, in capitals."""


@dataclass(frozen=True, slots=True)
class Postal:
    """An address in the parts that countries put in different orders."""

    street: tuple[str, ...] = ()
    locality: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""


PATTERNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "ID": ("{locality} {postcode}", "{region}"),
        "US": ("{locality}, {region} {postcode}",),
        "GB": ("{LOCALITY}", "{region}", "{postcode}"),
        "DE": ("{postcode} {locality}",),
        "SG": ("{locality} {postcode}",),
        "AU": ("{LOCALITY} {region} {postcode}",),
        "JP": ("{locality}, {region} {postcode}",),
    }
)
USUAL = ("{postcode} {locality}", "{region}")


def lines(address: Postal) -> tuple[str, ...]:
    """The lines of an address in the order of its country, without the country itself."""
    values = {
        "locality": address.locality,
        "LOCALITY": address.locality.upper(),
        "region": address.region,
        "postcode": address.postcode,
    }
    if address.country == "SG" and not address.locality:
        values["locality"] = "Singapore"
    patterns = PATTERNS.get(address.country, USUAL)
    towns = (pattern.format(**values).strip(" ,") for pattern in patterns)
    found = map(display, (*address.street, *towns))
    return tuple(line.replace(" ,", ",") for line in found if line)


def block(address: Sequence[str], country: str, home: str) -> tuple[str, ...]:
    """The lines of a label: for abroad the country's name last, at home without it.

    Without a country the last line may be its code, as addresses in messages have it.
    """
    found = [line for line in map(display, address) if line]
    if not country and found and found[-1] in COUNTRIES:
        country = found[-1]
    name = COUNTRIES.get(country, country)
    known = {country.casefold(), name.casefold()} - {""}
    if found and found[-1].casefold() in known:
        found.pop()
    return (*found, name) if name and country != home else tuple(found)
