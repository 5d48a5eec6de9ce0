"""Amounts of money: a decimal and an ISO 4217 currency, never a float."""

import re
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from ill_desktop.domain.countries import IN_THOUSANDS, THREE_DECIMALS
from ill_desktop.domain.errors import Invalid, Why

_NAME = r"[A-Za-z]{3}|[Rr][Pp]\.?|[Rr][Mm]|[A-Za-z]{0,2}\$|[€£¥]"
_WRITTEN = re.compile(
    rf"^(?P<first>{_NAME})?\s*(?P<amount>\d[\d.,\s]*?)(?:[.,]\s?[-–—]{{1,2}})?\s*(?P<last>{_NAME})?$"
)
_THOUSANDS = re.compile(r"^[1-9]\d{0,2}(?P<sign>[.,\s])\d{3}(?:(?P=sign)\d{3})*$")
_AMOUNT = re.compile(r"^\d{1,12}(?:\.\d{1,4})?$")
SIGNS = MappingProxyType(
    {
        "RP": "IDR", "RM": "MYR", "€": "EUR", "£": "GBP", "US$": "USD", "S$": "SGD", "A$": "AUD",
        "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "NT$": "TWD",
    }
)  # fmt: skip
"""Signs that can mean one currency only."""
SHARED = MappingProxyType(
    {
        "$": (
            "USD", "AUD", "BBD", "BND", "BSD", "BZD", "CAD", "FJD", "GYD", "HKD", "JMD", "LRD",
            "NAD", "NZD", "SBD", "SGD", "SRD", "TTD", "TWD", "XCD", "ARS", "CLP", "COP", "MXN",
            "UYU",
        ),
        "¥": ("JPY", "CNY"),
    }
)  # fmt: skip
"""Signs of several: that of the desk where it is among them, else the first; in a partner's words,
which have no desk, they mean none."""


@dataclass(frozen=True, slots=True)
class Money:
    """`amount` is not negative; `currency` is three capital letters."""

    amount: Decimal
    currency: str

    @classmethod
    def parse(cls, text: str, field: str = "cost", currency: str = "") -> "Money":
        """Read `12.50 USD`, `$12.50` or `Rp50.000,-`; without its currency it is in `currency`.

        Thousands may be set off by a blank, a point or a comma. Raises `Invalid`.
        """
        found = _WRITTEN.match(text.strip())
        names = [name for name in (found["first"], found["last"]) if name] if found else []
        if found is None or len(names) > 1 or not (currency or set(names) - set(SHARED)):
            raise Invalid(field, text, Why.NOT_MONEY)
        name = names[0].upper().rstrip(".") if names else currency
        among = SHARED.get(name, ())
        paid_in = currency if currency in among else among[0] if among else SIGNS.get(name, name)
        amount = _plain(found["amount"], paid_in)
        if not _AMOUNT.match(amount) or not paid_in.isalpha():
            raise Invalid(field, text, Why.NOT_MONEY)
        return cls(Decimal(amount), paid_in)

    def __str__(self) -> str:
        """`12.50 USD`: a point, no thousands mark, no exponent (ISO18626 §6).

        Never with three decimals where these would be read as thousands. People read it as
        `words.formats.money` has it.
        """
        amount = f"{self.amount:f}"
        if _THOUSANDS.match(amount) and self.currency not in THREE_DECIMALS:
            amount += "0"
        return f"{amount} {self.currency}"


def _plain(typed: str, currency: str) -> str:
    """The digits with at most one point, whatever sets off thousands and decimals."""
    point = max(typed.rfind("."), typed.rfind(","))
    whole, cents = (typed[:point], typed[point:].replace(",", ".")) if point > 0 else (typed, "")
    if _THOUSANDS.match(typed) and not (cents and currency in THREE_DECIMALS):
        whole, cents = typed, ""
    if _THOUSANDS.match(whole):
        whole = re.sub(r"[.,\s]", "", whole)
    return whole + cents


def example(currency: str) -> Money:
    """An amount that somebody would ask for who is paid in a currency."""
    known = currency or "USD"
    return Money(Decimal(50000) if known in IN_THOUSANDS else Decimal("12.50"), known)
