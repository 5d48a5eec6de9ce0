"""Days as people write them."""

from datetime import date

import pytest

from ill_desktop.domain.days import Here, doubtful, example, order_told, read_day, read_span

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-01", date(2026, 12, 1)),
        ("1/12", date(2026, 12, 1)),
        ("1/2", date(2027, 2, 1)),
        ("1.12.2027", date(2027, 12, 1)),
        ("1-12-2027", date(2027, 12, 1)),
        ("1-12", date(2026, 12, 1)),
        ("18 - 12 - 2026", date(2026, 12, 18)),
        ("18/12/26", date(2026, 12, 18)),
        ("18.12-26", None),
        ("18 Des 2026", date(2026, 12, 18)),
        ("18 desember", date(2026, 12, 18)),
        ("18-Dec-26", date(2026, 12, 18)),
        ("5 Agt. 2027", date(2027, 8, 5)),
        ("Dec 5, 2026", date(2026, 12, 5)),
        ("5 mei", date(2027, 5, 5)),
        ("5 Dezember 2026", None),
        ("31 Nov 2026", None),
        ("5 de 2026", None),
        ("Besok", date(2026, 11, 25)),
        ("tomorrow", date(2026, 11, 25)),
        ("lusa", date(2026, 11, 26)),
        ("kemarin", date(2026, 11, 23)),
        ("yesterday", date(2026, 11, 23)),
        ("hari  ini", TODAY),
        ("+14", date(2026, 12, 8)),
        ("-2", None),
        ("20/11", date(2027, 11, 20)),
        (" T ", TODAY),
        ("today", TODAY),
        ("h", TODAY),
        ("31/2", None),
        ("31/2/2027", None),
        ("1/12/26", date(2026, 12, 1)),
        ("+99999", None),
        ("9999-12-31", None),
        ("31/12/2199", date(2199, 12, 31)),
        ("1/1/2200", None),
        ("1900-01-01", date(1900, 1, 1)),
        ("31 Des 1899", None),
        ("0001-01-01", None),
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
        ("-2", date(2026, 11, 22)),
    ],
)
def test_what_happened_is_dated_by_the_last_such_day(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY, past=True) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12/1", date(2026, 12, 1)), ("2/1", date(2027, 2, 1)), ("12.1.2027", date(2027, 12, 1)),
        ("12 - 18 - 26", date(2026, 12, 18)), ("12/31/2026", date(2026, 12, 31)),
        ("31/12", None), ("31/12/2026", None), ("2026-12-01", date(2026, 12, 1)),
        ("18 Dec 2026", date(2026, 12, 18)), ("Dec 5, 2026", date(2026, 12, 5)),
        ("+14", date(2026, 12, 8)), ("today", TODAY),
    ],
)  # fmt: skip
def test_the_month_comes_first_where_it_is_written_so(typed: str, day: date | None) -> None:
    assert Here(TODAY, month_first=True).read(typed) == day
    assert Here(TODAY).read(example()) == read_day(example(month_first=True), month_first=True)


def test_a_file_tells_what_comes_first_where_one_of_its_days_does() -> None:
    assert order_told(["12/5/2026", "", "soon", "12/15/26 3:00"]) is True
    assert order_told(["5/12/2026", "15/12/2026"]) is False
    assert order_told(["12/15/2026", "15/12/2026"]) is None
    assert order_told(["2026-12-15", "12/05/2026"]) is None
    assert doubtful(["2026-12-15", "12/05/2026"])
    assert not doubtful(["2026-12-15", "05/5/2026", "15/12/2026", "Dec 5, 2026"])


def test_a_file_may_have_dashes() -> None:
    assert read_day("1-12-2027") == date(2027, 12, 1)


def test_a_day_beyond_all_bounds_is_told_from_what_is_none() -> None:
    assert Here(TODAY).is_beyond("31/12/9999")
    assert Here(TODAY).is_beyond("0001-01-01")
    assert Here(TODAY, month_first=True).is_beyond("12/31/9999")
    assert not any(Here(TODAY).is_beyond(text) for text in ("", "soon", "-2", "31/12", "31/2/9999"))
    assert read_day("9999-12-31") is read_day("1/1/0001") is None


@pytest.mark.parametrize("typed", ["1/12", "+14", "-2", "t", "1/12/26", "1 Des 2026", "besok"])
def test_a_file_has_no_today(typed: str) -> None:
    assert read_day(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "24/12/2026..3/1/2027", "24/12/2026 - 3/1/2027", "24/12 - 3/1", "24/12-3/1", "24/12–3/1",
        "24 Des s.d. 3 Jan", "24 Des s/d 3 Jan 2027", "24 Dec to 3 Jan", "24/12 sampai 3/1",
        "2026-12-24..2027-01-03", "2026-12-24/2027-01-03", "24-12-2026 — 3-1-2027",
        "24.12.26 sampai dengan 3.1.27", "+30 .. +40", "24/12 hingga 3/1/27",
    ],
)  # fmt: skip
def test_a_span_of_days_may_be_written_in_any_usual_way(typed: str) -> None:
    assert read_span(typed, TODAY) == (date(2026, 12, 24), date(2027, 1, 3))


@pytest.mark.parametrize(
    "typed", ["12/24/2026..1/3/2027", "12/24 - 1/3", "12/24-1/3", "12/24 to 1/3/27", "Dec 24 - 1/3"]
)
def test_a_span_has_the_order_of_the_library(typed: str) -> None:
    found = read_span(typed, TODAY, month_first=True)
    assert found == (date(2026, 12, 24), date(2027, 1, 3))
    assert read_span("24 - 31 Des", TODAY, month_first=True) is not None
    assert read_span("24/12 - 3/1", TODAY, month_first=True) is None


def test_a_span_may_have_begun_and_a_month_is_written_once() -> None:
    assert read_span("24/12 - 3/1", date(2026, 12, 28)) == (date(2026, 12, 24), date(2027, 1, 3))
    assert read_span("24 - 31 Des", TODAY) == (date(2026, 12, 24), date(2026, 12, 31))
    assert read_span("24-12-2026", TODAY) == (date(2026, 12, 24), date(2026, 12, 24))
    assert read_span("24/12", TODAY) == (date(2026, 12, 24), date(2026, 12, 24))


@pytest.mark.parametrize("typed", ["", "soon", "24/12 - soon", "1/1 - 2/1 - 3/1", "- 3/1", "s.d."])
def test_what_is_no_span_is_none(typed: str) -> None:
    assert read_span(typed, TODAY) is None


@pytest.mark.parametrize("typed", ["24/12 - 3/1", "24 Des s.d. 3 Jan"])
def test_what_is_kept_is_written_whole(typed: str) -> None:
    assert read_span(typed) is None
    assert read_span("24/12/2026 - 3/1/2027") == (date(2026, 12, 24), date(2027, 1, 3))
