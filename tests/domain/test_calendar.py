"""Due dates fall on open days, and working days are counted by the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ill_desktop.domain.calendar import (
    WEEKEND,
    Calendar,
    Closure,
    Due,
    day_before,
    due_date,
    read_weekdays,
    working_days_back,
    working_days_of,
    working_days_since,
)
from ill_desktop.domain.errors import Invalid

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
    assert due_date(MONDAY, 4, (ours, theirs)) == Due(MONDAY, 4, MONDAY + timedelta(days=4))
    found = due_date(MONDAY, 5, (ours, theirs))
    assert found.day == MONDAY + timedelta(days=8)
    assert found.shut == set()
    both = Calendar(frozenset({MONDAY + timedelta(days=7)}), WEEKEND)
    assert due_date(MONDAY, 5, (ours, both)).shut == {1}
    assert due_date(MONDAY, 5, (ours, ours)).shut == {0, 1}


def test_a_library_that_never_opens_does_not_move_a_date_for_ever() -> None:
    never = Calendar(weekly=frozenset(range(7)))
    assert due_date(MONDAY, 28, (never,)) == Due(MONDAY, 28, MONDAY + timedelta(days=28))
    assert working_days_back(MONDAY, 3, never) < MONDAY


@given(DAYS, st.integers(0, 90), st.lists(CALENDARS, max_size=2))
def test_a_due_date_is_the_first_open_day(start: date, days: int, calendars) -> None:
    found = due_date(start, days, calendars)
    first = start + timedelta(days=days)
    assert found.day >= first
    moved_past = [first + timedelta(days=n) for n in range((found.day - first).days)]
    for day in moved_past:
        assert not all(one.is_open(day) for one in calendars)
    if found.shut or not moved_past:
        closed = {n for n, one in enumerate(calendars)
                  if moved_past and not any(map(one.is_open, moved_past))}  # fmt: skip
        assert found.shut == closed
        assert found.day == first or all(one.is_open(found.day) for one in calendars)


@given(DAYS, st.integers(0, 60), CALENDARS)
def test_a_day_before_is_the_last_open_one_that_leaves_the_margin(
    until: date, days: int, calendar: Calendar
) -> None:
    found = day_before(until, days, calendar)
    assert found.day <= found.first == until - timedelta(days=days)
    passed = [found.day + timedelta(days=n) for n in range(1, (found.first - found.day).days + 1)]
    assert not any(map(calendar.is_open, passed))
    assert calendar.is_open(found.day)


def test_a_library_that_never_opens_keeps_the_margin_alone() -> None:
    never = Calendar(weekly=frozenset(range(7)))
    assert day_before(MONDAY, 5, never).day == MONDAY - timedelta(days=5)


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


@given(DAYS, st.integers(0, 60), CALENDARS)
def test_working_days_are_the_open_ones(since: date, days: int, calendar: Calendar) -> None:
    day = since + timedelta(days=days)
    found = working_days_since(since, day, calendar)
    assert 0 <= found <= days
    assert working_days_since(since, day + timedelta(days=1), calendar) - found == int(
        calendar.is_open(day + timedelta(days=1))
    )
    assert working_days_since(day, since - timedelta(days=1), calendar) == 0


@given(st.lists(st.tuples(DAYS, st.integers(-9, 60)), max_size=5), CALENDARS)
def test_working_days_of_many_are_those_of_each(some, calendar: Calendar) -> None:
    bounds = [(since, since + timedelta(days=days)) for since, days in some]
    each = [working_days_since(since, day, calendar) for since, day in bounds]
    assert working_days_of(bounds, calendar) == each


@given(DAYS, st.integers(0, 200))
def test_a_closure_reads_what_it_writes(first: date, days: int) -> None:
    closure = Closure(first, first + timedelta(days=days))
    assert Closure.parse(str(closure)) == closure
    assert len(list(closure.days())) == days + 1


@pytest.mark.parametrize("text", ["Christmas", "2026-12-24..2026-12-01", "2026-13-01", "a..b..c"])
def test_what_is_no_closure_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        Closure.parse(text)


@pytest.mark.parametrize("between", ["..", " to ", " - ", " – ", "/", " sampai "])
def test_a_closure_may_be_written_in_many_ways(between: str) -> None:
    found = Closure.parse(f" 2026-12-24{between}2027-01-03 ")
    assert found == Closure(date(2026, 12, 24), date(2027, 1, 3))


def test_weekdays_are_named_by_three_letters() -> None:
    assert read_weekdays("Sat, sunday") == WEEKEND
    assert read_weekdays("") == frozenset()
    with pytest.raises(Invalid):
        read_weekdays("someday")
