"""What a request costs, beside what its messages say: fees, postage, vouchers (FEATURES CO)."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from ill_desktop.domain.errors import Invalid, Why
from ill_desktop.domain.money import Money

VOUCHERS = "XXX"
"""ISO 4217 for *no currency*: amounts of it are IFLA vouchers."""


class Charge(StrEnum):
    """What is charged."""

    LOAN_FEE = "loan-fee"
    COPY_FEE = "copy-fee"
    POSTAGE = "postage"
    VOUCHER = "voucher"
    HALF_VOUCHER = "half-voucher"
    REPLACEMENT = "replacement"
    OTHER = "other"


WORTH = {Charge.VOUCHER: Decimal(1), Charge.HALF_VOUCHER: Decimal("0.5")}


def read(kind: Charge, text: str, currency: str = "") -> Money:
    """An amount, in `currency` where it names none; for vouchers how many, one if nothing is said.

    Raises `Invalid`.
    """
    worth = WORTH.get(kind)
    if worth is None:
        return Money.parse(text, "amount", currency)
    count = text.strip() or "1"
    if not count.isdecimal() or not 0 < int(count) <= 1000:
        raise Invalid("amount", text, Why.NOT_A_NUMBER)
    return Money(worth * int(count), VOUCHERS)


def totals(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """The sum of each currency, in the order of their names; nothing is converted."""
    sums: dict[str, Decimal] = {}
    for one in amounts:
        sums[one.currency] = sums.get(one.currency, Decimal(0)) + one.amount
    return tuple(Money(amount, currency) for currency, amount in sorted(sums.items()))


def exceeds(cost: Money | None, most: Money | None) -> bool:
    """Whether a cost is above what was allowed; other currencies are not compared."""
    if cost is None or most is None:
        return False
    return cost.currency == most.currency and cost.amount > most.amount
