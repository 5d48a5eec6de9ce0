"""Due dates fall on open days, and working days are counted by the calendar."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ill_desktop.domain.calendar import WEEKEND, Calendar, Due, due_date, working_days_back

MONDAY = date(2026, 3, 9)
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
CALENDARS = st.builds(
    Calendar,
    st.frozensets(DAYS, max_size=30),
    st.frozensets(st.integers(0, 6), max_size=5),
)


def test_a_due_date_is_moved_past_what_is_closed_on_either_side() -> None:
    ours = Calendar(weekly=WEEKEND)
    theirs = Calendar(frozenset({MONDAY + timedelta(days=7)}))
    assert due_date(MONDAY, 4, (ours, theirs)) == Due(MONDAY + timedelta(days=4))
    found = due_date(MONDAY, 5, (ours, theirs))
    assert found.day == MONDAY + timedelta(days=8)
    assert found.moved_past == tuple(MONDAY + timedelta(days=n) for n in (5, 6, 7))


def test_a_library_that_never_opens_does_not_move_a_date_for_ever() -> None:
    never = Calendar(weekly=frozenset(range(7)))
    assert due_date(MONDAY, 28, (never,)) == Due(MONDAY + timedelta(days=28))
    assert working_days_back(MONDAY, 3, never) < MONDAY


@given(DAYS, st.integers(0, 90), st.lists(CALENDARS, max_size=2))
def test_a_due_date_is_the_first_open_day(start: date, days: int, calendars) -> None:
    found = due_date(start, days, calendars)
    first = start + timedelta(days=days)
    assert found.day >= first
    assert found.moved_past == tuple(
        first + timedelta(days=n) for n in range((found.day - first).days)
    )
    for day in found.moved_past:
        assert not all(one.is_open(day) for one in calendars)


def test_five_working_days_before_a_monday_is_the_monday_before() -> None:
    assert working_days_back(MONDAY, 5, Calendar(weekly=WEEKEND)) == MONDAY - timedelta(days=7)
    holiday = Calendar(frozenset({MONDAY - timedelta(days=3)}), WEEKEND)
    assert working_days_back(MONDAY, 5, holiday) == MONDAY - timedelta(days=10)
    assert working_days_back(MONDAY, 0, holiday) == MONDAY


def test_nothing_grows_older_over_a_weekend() -> None:
    week = Calendar(weekly=WEEKEND)
    friday = MONDAY + timedelta(days=4)
    for days in (1, 2):
        found = working_days_back(friday + timedelta(days=days), 5, week)
        assert found == working_days_back(friday, 5, week) == MONDAY - timedelta(days=3)
