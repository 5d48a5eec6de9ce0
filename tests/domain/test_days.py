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


def test_a_file_may_have_dashes() -> None:
    assert read_day("1-12-2027") == date(2027, 12, 1)


@pytest.mark.parametrize("typed", ["1/12", "+14", "t"])
def test_a_file_has_no_today(typed: str) -> None:
    assert read_day(typed) is None
