"""Days as people write them."""

from datetime import date

import pytest

from ill_desktop.domain.days import read_day

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-01", date(2026, 12, 1)),
        ("1/12", date(2026, 12, 1)),
        ("1/2", date(2027, 2, 1)),
        ("1.12.2027", date(2027, 12, 1)),
        ("1-12-2027", None),
        ("+14", date(2026, 12, 8)),
        ("-2", date(2026, 11, 22)),
        ("20/11", date(2027, 11, 20)),
        (" T ", TODAY),
        ("today", TODAY),
        ("h", TODAY),
        ("31/2", None),
        ("31/2/2027", None),
        ("1/12/26", None),
        ("+99999", None),
        ("soon", None),
        ("+", None),
        ("", None),
    ],
)
def test_a_day_may_be_written_in_any_usual_way(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("20/11", date(2026, 11, 20)),
        ("24.11", TODAY),
        ("25/11", date(2025, 11, 25)),
        ("1/12", date(2025, 12, 1)),
        ("25/11/2026", date(2026, 11, 25)),
        ("29/2", None),
        ("+1", date(2026, 11, 25)),
    ],
)
def test_what_happened_is_dated_by_the_last_such_day(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY, past=True) == day


def test_a_file_may_have_dashes() -> None:
    assert read_day("1-12-2027") == date(2027, 12, 1)


@pytest.mark.parametrize("typed", ["1/12", "+14", "-2", "t"])
def test_a_file_has_no_today(typed: str) -> None:
    assert read_day(typed) is None
