"""The arithmetic of a due date in words."""

from datetime import date

import pytest

from ill_desktop.domain.calendar import Before, Calendar, Closure, due_date
from ill_desktop.words.catalogue import words_for
from ill_desktop.words.duedates import before, odd, told

START = date(2026, 11, 25)
HOLIDAYS = Calendar(frozenset(Closure.parse("2026-12-20..2027-01-03").days()))
BEGIN = Calendar(frozenset(Closure.parse("2026-12-20..2026-12-27").days()))
END = Calendar(frozenset(Closure.parse("2026-12-28..2027-01-03").days()))
OPEN = Calendar()


@pytest.mark.parametrize(
    ("calendars", "language", "sentence"),
    [
        ((OPEN, OPEN), "en", "28 days from 25 Nov 2026: 23 Dec 2026."),
        ((OPEN, OPEN), "id", "28 hari sejak 25 Nov 2026: 23 Des 2026."),
        (
            (OPEN, HOLIDAYS),
            "en",
            "28 days from 25 Nov 2026: 23 Dec 2026. They are closed then, so 4 Jan 2027.",
        ),
        (
            (HOLIDAYS, OPEN),
            "en",
            "28 days from 25 Nov 2026: 23 Dec 2026. We are closed then, so 4 Jan 2027.",
        ),
        (
            (BEGIN, HOLIDAYS),
            "en",
            "28 days from 25 Nov 2026: 23 Dec 2026. They are closed then, so 4 Jan 2027.",
        ),
        (
            (BEGIN, END),
            "en",
            "28 days from 25 Nov 2026: 23 Dec 2026. "
            "The first day on which both are open is 4 Jan 2027.",
        ),
        (
            (BEGIN, END),
            "id",
            "28 hari sejak 25 Nov 2026: 23 Des 2026. Keduanya baru buka lagi pada 4 Jan 2027.",
        ),
        (
            (HOLIDAYS, HOLIDAYS),
            "id",
            "28 hari sejak 25 Nov 2026: 23 Des 2026. Keduanya tutup saat itu, jadi 4 Jan 2027.",
        ),
    ],
)
def test_the_sum_is_told(calendars: tuple[Calendar, ...], language: str, sentence: str) -> None:
    assert told(words_for(language), due_date(START, 28, calendars)) == sentence


def test_the_day_for_the_reader_is_told_in_two_lines() -> None:
    until, day = date(2026, 12, 14), date(2026, 12, 12)
    plain, shut = Before(until, 2, day), Before(until, 1, day)
    less = "Due 14 Dec 2026, less 2 days for the way back."
    assert before(words_for("en"), plain) == f"12 Dec 2026\n{less}"
    less = "Due 14 Dec 2026, less 1 day for the way back: 13 Dec 2026. Closed then, so 12 Dec 2026."
    assert before(words_for("en"), shut) == f"12 Dec 2026\n{less}"
    less = "Jatuh tempo 14 Des 2026, dikurangi 1 hari untuk pengiriman kembali"
    less = f"{less}: 13 Des 2026. Tutup saat itu, jadi 12 Des 2026."
    assert before(words_for("id"), shut) == f"12 Des 2026\n{less}"
    less = "Jatuh tempo 14 Des 2026, dikurangi 2 hari untuk pengiriman kembali."
    assert before(words_for("id"), plain) == f"12 Des 2026\n{less}"


@pytest.mark.parametrize(
    ("due", "until", "sentence"),
    [
        (date(2026, 11, 24), date(2026, 12, 20), "This day is past."),
        (date(2026, 11, 25), None, ""),
        (date(2026, 12, 20), date(2026, 12, 20), "Not later than the due date now, 20 Dec 2026."),
        (date(2026, 12, 21), date(2026, 12, 20), ""),
    ],
)
def test_an_odd_due_date_is_told(due: date, until: date | None, sentence: str) -> None:
    assert odd(words_for("en"), due, START, until) == sentence
