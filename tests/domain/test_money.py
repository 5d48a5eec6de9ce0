"""Amounts as staff type them, and the currency of a desk's country."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ill_desktop.domain.countries import CURRENCIES, beside, currency_of
from ill_desktop.domain.errors import Invalid
from ill_desktop.domain.money import Money, example


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("12.50", "12.50 IDR"),
        ("12,50", "12.50 IDR"),
        ("50000", "50000 IDR"),
        ("50 000", "50000 IDR"),
        ("50.000", "50000 IDR"),
        ("1.250.000", "1250000 IDR"),
        ("1,250,000.50", "1250000.50 IDR"),
        ("Rp 50.000,-", "50000 IDR"),
        ("Rp20.000,--", "20000 IDR"),
        ("rp. 20.000.–", "20000 IDR"),
        ("20.000,00", "20000.00 IDR"),
        ("IDR 20000", "20000 IDR"),
        ("$5", "5 USD"),
        ("US$ 5", "5 USD"),
        ("S$1,250.50", "1250.50 SGD"),
        ("5,00 €", "5.00 EUR"),
        ("¥500", "500 JPY"),
        ("Z$5", None),
        ("5-", None),
        ("-", None),
        ("Rp50.000", "50000 IDR"),
        ("Rp. 50.000", "50000 IDR"),
        ("12.50 usd", "12.50 USD"),
        ("USD 12.50", "12.50 USD"),
        ("RM 5", "5 MYR"),
        ("€ 7,50", "7.50 EUR"),
        ("1.250 KWD", "1.250 KWD"),
        ("0.125 USD", "0.125 USD"),
        ("USD 5 USD", None),
        ("1.5.000", None),
        ("12 50", None),
        ("-5", None),
        ("5000000000000", None),
        ("IDR", None),
        ("much", None),
    ],
)
def test_an_amount_is_read_as_people_type_it_in_the_currency_of_the_desk(typed, read):
    if read is None:
        with pytest.raises(Invalid):
            Money.parse(typed, currency="IDR")
    else:
        assert str(Money.parse(typed, currency="IDR")) == read


@pytest.mark.parametrize(
    ("typed", "desk", "read"),
    [
        ("$5", "SGD", "5 SGD"),
        ("$5", "EUR", "5 USD"),
        ("¥5", "CNY", "5 CNY"),
        ("5,50", "EUR", "5.50 EUR"),
    ],
)
def test_a_sign_of_several_currencies_is_that_of_the_desk(typed, desk, read):
    assert str(Money.parse(typed, currency=desk)) == read


def test_without_a_currency_of_the_desk_an_amount_has_to_name_its_own():
    for text in ("12.50", "$5"):
        with pytest.raises(Invalid):
            Money.parse(text)
    assert str(Money.parse("12.50 USD")) == "12.50 USD"


@given(
    st.decimals(0, 999_999_999, places=3) | st.decimals(0, 9_999, places=2),
    st.sampled_from(("IDR", "USD", "KWD")),
)
def test_what_is_shown_is_read_back_as_the_same_amount(amount, currency):
    money = Money(amount, currency)
    assert Money.parse(str(money)) == money


def test_each_country_has_the_currency_paid_in_it():
    assert len(CURRENCIES) == 250, "249 of ISO 3166, and Kosovo"
    assert all(len(code) == 2 and code.isupper() for code in CURRENCIES)
    assert all(len(currency) == 3 and currency.isupper() for currency in CURRENCIES.values())
    paid = {code: currency_of(code) for code in ("ID", "MY", "GB", "DE", "US", "")}
    assert paid == {"ID": "IDR", "MY": "MYR", "GB": "GBP", "DE": "EUR", "US": "USD", "": ""}


def test_the_example_of_an_amount_is_one_that_is_paid():
    shown = [str(example(one)) for one in ("IDR", "EUR", "")]
    assert shown == ["50000 IDR", "12.50 EUR", "12.50 USD"]
    assert example("EUR") == Money(Decimal("12.50"), "EUR")


def test_for_a_code_that_is_none_others_with_its_letter_are_named():
    assert beside("ZZ") == ("ZA", "ZM", "ZW")
    assert "ID" in beside("")
