# house: table
"""What is charged, and sums, in words."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ill_desktop.domain.charges import VOUCHERS, Charge
from ill_desktop.domain.money import Money
from ill_desktop.words import formats
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

KINDS: Mapping[Charge, str] = MappingProxyType(
    {
        Charge.LOAN_FEE: mark("Charge", "Fee for the loan"),
        Charge.COPY_FEE: mark("Charge", "Fee for the copy"),
        Charge.POSTAGE: mark("Charge", "Postage"),
        Charge.VOUCHER: mark("Charge", "IFLA vouchers"),
        Charge.HALF_VOUCHER: mark("Charge", "IFLA half vouchers"),
        Charge.REPLACEMENT: mark("Charge", "Replacement of a lost item"),
        Charge.OTHER: mark("Charge", "Other charge"),
    }
)


def kind(words: Words, code: str) -> str:
    """What a kind of charge is called."""
    return words.tr("Charge", KINDS[Charge(code)])


def amount(words: Words, money: Money) -> str:
    """`12.50 USD`, or `1.5 IFLA vouchers`."""
    if money.currency != VOUCHERS:
        return formats.money(words, money)
    if money.amount == 1:
        return words.tr("Charge", mark("Charge", "1 IFLA voucher"))
    count = formats.written(words, f"{money.amount.normalize():f}")
    return words.tr("Charge", mark("Charge", "{n} IFLA vouchers"), n=count)


def total(words: Words, sums: Iterable[Money]) -> str:
    """The sum of each currency, side by side."""
    return " + ".join(amount(words, one) for one in sums)
