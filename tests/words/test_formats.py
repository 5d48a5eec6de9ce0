"""Dates, spans and money as people write them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ill_desktop.domain.charges import VOUCHERS
from ill_desktop.domain.days import read_day
from ill_desktop.domain.money import Money
from ill_desktop.words import charges
from ill_desktop.words.catalogue import words_for
from ill_desktop.words.formats import at_hour, day, due_in, moment, money, size

ENGLISH, INDONESIAN = words_for("en"), words_for("id")
TODAY = date(2026, 12, 3)


@pytest.mark.parametrize(("language", "text"), [("en", "3 Dec 2026"), ("id", "3 Des 2026")])
def test_a_day_is_written_as_people_read_it(language: str, text: str) -> None:
    assert day(words_for(language), TODAY) == text


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from((ENGLISH, INDONESIAN)))
def test_what_the_program_writes_is_read_when_it_is_typed(when: date, words) -> None:
    assert read_day(day(words, when), TODAY) == when


def test_all_twelve_months_differ_in_both_languages() -> None:
    for words in (ENGLISH, INDONESIAN):
        assert len({day(words, date(2026, n, 1)) for n in range(1, 13)}) == 12


@pytest.mark.parametrize(
    ("days", "english", "indonesian"),
    [
        (0, "today", "hari ini"),
        (1, "in 1 day", "1 hari lagi"),
        (3, "in 3 days", "3 hari lagi"),
        (-1, "1 day late", "lewat 1 hari"),
        (-2, "2 days late", "lewat 2 hari"),
    ],
)
def test_a_due_date_says_how_far_it_is_off(days: int, english: str, indonesian: str) -> None:
    due = TODAY + timedelta(days=days)
    assert due_in(ENGLISH, due, TODAY) == english
    assert due_in(INDONESIAN, due, TODAY) == indonesian


def test_a_moment_is_told_in_the_library_s_zone() -> None:
    late = datetime(2026, 12, 3, 18, 30, tzinfo=UTC)
    assert moment(ENGLISH, late, "Asia/Jakarta") == "4 Dec 2026 01:30"
    assert moment(INDONESIAN, late, "Asia/Jakarta") == "4 Des 2026 01.30"
    assert (at_hour(ENGLISH, "01:30"), at_hour(INDONESIAN, "01.30")) == ("01:30", "pukul 01.30")


def test_what_is_not_there_is_empty() -> None:
    assert day(ENGLISH, None) == due_in(ENGLISH, None, TODAY) == money(ENGLISH, None) == ""
    assert moment(ENGLISH, None, "Asia/Jakarta") == ""


@pytest.mark.parametrize(
    ("amount", "english", "indonesian"),
    [
        ("5E+4 IDR", "50,000 IDR", "Rp50.000"),
        ("20000.00 IDR", "20,000 IDR", "Rp20.000"),
        ("999.5 IDR", "999.50 IDR", "Rp999,50"),
        ("1250.5 USD", "1,250.50 USD", "1.250,50 USD"),
        ("5 EUR", "5 EUR", "5 EUR"),
        ("1250.125 KWD", "1250.125 KWD", "1250,125 KWD"),
    ],
)
def test_money_is_written_as_in_the_language(amount: str, english: str, indonesian: str) -> None:
    number, currency = amount.split()
    shown = Money(Decimal(number), currency)
    assert (money(ENGLISH, shown), money(INDONESIAN, shown)) == (english, indonesian)


@given(
    st.decimals(0, 999_999_999, places=3) | st.decimals(0, 9_999, places=2),
    st.sampled_from(("IDR", "USD", "KWD")),
)
def test_money_that_is_shown_is_read_back_as_the_same(amount: Decimal, currency: str) -> None:
    shown = Money(amount, currency)
    for words in (ENGLISH, INDONESIAN):
        assert Money.parse(money(words, shown)) == shown


@given(st.dates(), st.dates())
def test_any_two_days_can_be_told_apart_in_words(due: date, today: date) -> None:
    text = due_in(INDONESIAN, due, today)
    assert text == "hari ini" if due == today else str(abs((due - today).days)) in text


@pytest.mark.parametrize(
    ("count", "text"),
    [("1", "1 IFLA voucher"), ("1.5", "1.5 IFLA vouchers"), ("2", "2 IFLA vouchers")],
)
def test_vouchers_are_counted_as_one_counts(count: str, text: str) -> None:
    assert charges.amount(ENGLISH, Money(Decimal(count), VOUCHERS)) == text


@pytest.mark.parametrize(
    ("count", "english", "indonesian"),
    [(15, "1 kB", "1 kB"), (350_000, "341 kB", "341 kB"), (3_250_000, "3.1 MB", "3,1 MB")],
)
def test_the_size_of_a_file_is_told_in_few_figures(
    count: int, english: str, indonesian: str
) -> None:
    assert size(ENGLISH, count) == english
    assert size(INDONESIAN, count) == indonesian
