"""Amounts of money: a decimal and an ISO 4217 currency, never a float."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ill_desktop.domain.errors import Invalid, Why

_WRITTEN = re.compile(r"^(?P<amount>\d{1,12}(?:\.\d{1,4})?)\s*(?P<currency>[A-Za-z]{3})$")
_LEADING = re.compile(r"^(?P<currency>[A-Za-z]{3})\s*(?P<amount>\d{1,12}(?:\.\d{1,4})?)$")


@dataclass(frozen=True, slots=True)
class Money:
    """`amount` is not negative; `currency` is three capital letters."""

    amount: Decimal
    currency: str

    @classmethod
    def parse(cls, text: str, field: str = "cost") -> "Money":
        """Read `12.50 USD` or `USD 12.50`; raises `Invalid`."""
        found = _WRITTEN.match(text.strip()) or _LEADING.match(text.strip())
        if found is None:
            raise Invalid(field, text, Why.NOT_MONEY)
        return cls(Decimal(found["amount"]), found["currency"].upper())

    def __str__(self) -> str:
        """`12.50 USD`: a point, no thousands mark, no exponent (ISO18626 §6)."""
        return f"{self.amount:f} {self.currency}"
