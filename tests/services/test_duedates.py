"""When a loan is due unless staff say so: loan period, holidays, weekends."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ill_desktop.domain.errors import Invalid, Why
from ill_desktop.domain.lifecycle.states import Action, Flag, Service, Turn
from ill_desktop.services import acts, calendars, duedates, lending, partners, post, requests
from ill_desktop.services.clock import SetClock
from ill_desktop.services.desk import Desk
from ill_desktop.services.filling import Filling
from ill_desktop.services.lending import NewLending
from ill_desktop.store.rows import HolidayRow
from tests.services.desks import BOOK, THEIRS, THIRD, a_manual_partner, a_request, pass_time


def shipped(desk: Desk, day: date) -> date | None:
    """The due date of a loan sent out on a day."""
    desk.clock = SetClock(datetime(day.year, day.month, day.day, 5, tzinfo=UTC))
    number = lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
    return acts.do(desk, number, Action.SHIP).line.due


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 3, 2), date(2026, 3, 30)),
        (date(2026, 3, 7), date(2026, 4, 6)),
        (date(2026, 7, 20), date(2026, 8, 18)),
        (date(2026, 11, 27), date(2026, 12, 28)),
    ],
    ids=["a working day", "a Saturday", "Independence Day", "Christmas on a Friday"],
)
def test_a_loan_is_due_on_an_open_day(desk: Desk, day: date, due: date) -> None:
    a_manual_partner(desk)
    assert shipped(desk, day) == due


def test_the_partner_s_holidays_count_and_its_loan_period(desk: Desk) -> None:
    a_manual_partner(desk)
    partners.change(desk, THEIRS, {"country": "DE", "loan-days": "14"})
    assert shipped(desk, date(2026, 9, 21)) == date(2026, 10, 5)
    partners.change(desk, THEIRS, {"loan-days": "5"})
    assert shipped(desk, date(2026, 12, 21)) == date(2026, 12, 28)


def test_days_on_which_our_own_desk_is_closed_count(desk: Desk) -> None:
    a_manual_partner(desk)
    with desk.database.work() as session:
        session.add(HolidayRow(day=date(2026, 3, 30), name="Moving house"))
    assert shipped(desk, date(2026, 3, 2)) == date(2026, 3, 31)
    desk.set_setting("closed-weekdays", [1])
    assert shipped(desk, date(2026, 3, 2)) == date(2026, 4, 1)


def test_the_partner_s_closed_weekdays_and_closures_count(desk: Desk) -> None:
    a_manual_partner(desk)
    partners.change(
        desk,
        THEIRS,
        {"closed-weekdays": "mon", "closed-days": ["2026-03-31", "2026-04-01..2026-04-02"]},
    )
    assert shipped(desk, date(2026, 3, 2)) == date(2026, 4, 7)


def test_the_sum_is_the_one_the_act_takes(desk: Desk) -> None:
    a_manual_partner(desk)
    partners.change(desk, THEIRS, {"closed-days": "2026-03-30..2026-04-08"})
    desk.clock = SetClock(datetime(2026, 3, 2, 5, tzinfo=UTC))
    number = lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
    due = duedates.for_loan(desk, number)
    assert (due.start, due.days, due.shut) == (date(2026, 3, 2), 28, {1})
    assert acts.do(desk, number, Action.SHIP).line.due == due.day
    acts.do(desk, number, Action.RECORD_MESSAGE, {"message": "renew"})
    again = duedates.for_renewal(desk, number)
    assert again.start == due.day
    assert acts.do(desk, number, Action.RENEW).line.due == again.day


def test_what_staff_type_is_not_moved(desk: Desk) -> None:
    a_manual_partner(desk)
    number = lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
    view = acts.do(desk, number, Action.SHIP, {"due": "2026-08-17"})
    assert view.line.due == date(2026, 8, 17)


def test_a_country_nobody_listed_has_no_holidays() -> None:
    assert calendars.national("XX", 2026) == frozenset()
    assert calendars.national("", 2026) == frozenset()


def test_a_weekend_does_not_make_an_answer_late(desk: Desk) -> None:
    """Asked on a Monday: unanswered after five working days, which is the next Monday."""
    number = a_request(desk, a_manual_partner(desk))
    acts.do(desk, number, Action.SEND)
    pass_time(desk, days=6)
    post.run(desk)
    assert Flag.ATTENTION not in requests.show(desk, number).line.flags
    pass_time(desk, days=1)
    post.run(desk)
    assert Flag.ATTENTION in requests.show(desk, number).line.flags


@pytest.mark.parametrize(("given", "left"), [("2", 2), ("6", 8)])
def test_a_partner_has_the_days_its_card_gives_it_to_answer(
    desk: Desk, given: str, left: int
) -> None:
    """Two working days after a Monday are a Wednesday, six a Tuesday of the week after."""
    usual, own = a_manual_partner(desk), a_manual_partner(desk, THIRD)
    partners.change(desk, own, {"answer-days": given})
    asked = [a_request(desk, usual), a_request(desk, own)]
    for number in asked:
        acts.do(desk, number, Action.SEND)

    def rang() -> list[bool]:
        post.run(desk)
        return [Flag.ATTENTION in requests.show(desk, one).line.flags for one in asked]

    pass_time(desk, days=left - 1)
    assert rang() == [left - 1 >= 7, False]
    pass_time(desk, days=1)
    assert rang() == [left >= 7, True]


def test_more_partners_have_days_of_their_own_than_a_statement_has_room_for(desk: Desk) -> None:
    number = a_request(desk, a_manual_partner(desk))
    acts.do(desk, number, Action.SEND)
    with desk.database.work() as session:
        session.connection().exec_driver_sql(MANY_PARTNERS)
        session.connection().exec_driver_sql(THEIR_DAYS)
    pass_time(desk, days=7)
    post.run(desk)
    assert Flag.ATTENTION in requests.show(desk, number).line.flags


MANY_PARTNERS = """
INSERT INTO partner (name, country, language, note, agreement, test, active, created_at)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 33000)
SELECT 'P', '', '', '', '', 0, 1, '2026-01-01 00:00:00' FROM n"""
THEIR_DAYS = """
INSERT INTO exchange_profile (partner_id, heard, habits, answer_days, settings)
SELECT id, '', '{}', 9, '{}' FROM partner WHERE name = 'P'"""


@pytest.mark.parametrize("action", [Action.RENEW, Action.RECALL])
def test_a_day_still_to_come_cannot_lie_before_the_act(desk: Desk, action: Action) -> None:
    a_manual_partner(desk)
    number = lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
    acts.do(desk, number, Action.SHIP, {"due": "+30"})
    acts.do(desk, number, Action.RECORD_MESSAGE, {"message": "renew"})
    yesterday = (desk.today() - timedelta(days=1)).isoformat()
    with pytest.raises(Invalid) as refused:
        acts.do(desk, number, action, {"due": yesterday})
    assert (refused.value.field, refused.value.why) == ("due", Why.IN_THE_PAST)
    done = acts.do(desk, number, action, {"due": yesterday, "on": yesterday})
    assert done.line.due is not None
    assert done.line.due.isoformat() == yesterday


@pytest.mark.parametrize(("left", "days"), [(2, 2), (30, 7), (-16, -16)])
def test_a_recall_lengthens_no_loan(desk: Desk, left: int, days: int) -> None:
    a_manual_partner(desk)
    number = lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
    due = desk.today() + timedelta(days=left)
    acts.do(desk, number, Action.SHIP, {"due": due.isoformat()})
    wanted = desk.today() + timedelta(days=days)
    assert duedates.for_recall(desk, number).day == wanted
    line = acts.do(desk, number, Action.RECALL).line
    assert line.due == wanted
    assert (line.turn is Turn.LATE) == (left < 0)


def test_a_loan_can_be_taken_down_that_was_due_before_today(desk: Desk) -> None:
    a_manual_partner(desk)
    number = lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
    assert acts.do(desk, number, Action.SHIP, {"due": "2020-01-31"}).line.due == date(2020, 1, 31)


@pytest.fixture
def lent(desk: Desk) -> str:
    """A loan for a reader, on its way to us, due at the partner on Monday, 30 March 2026."""
    a_manual_partner(desk)
    desk.clock = SetClock(datetime(2026, 3, 2, 5, tzinfo=UTC))
    number = a_request(desk, THEIRS)
    acts.do(desk, number, Action.SEND)
    acts.do(desk, number, Action.RECORD_ANSWER, {"answer": "loaned", "due": "2026-03-30"})
    return number


def reader_due(desk: Desk, number: str) -> date | None:
    """When the reader has to bring it back."""
    found = requests.show(desk, number).reader_due
    return found.day if found else None


def test_a_reader_brings_it_back_in_time_for_the_way(desk: Desk, lent: str) -> None:
    assert reader_due(desk, lent) is None
    desk.set_setting(duedates.MARGIN[0], 3)
    assert reader_due(desk, lent) == date(2026, 3, 27)
    desk.set_setting(duedates.MARGIN[0], 8)
    assert reader_due(desk, lent) == date(2026, 3, 20), "the 22nd is a Sunday, the 21st Idul Fitri"
    partners.change(desk, THEIRS, {"reader-margin": "14"})
    assert reader_due(desk, lent) == date(2026, 3, 16)
    partners.change(desk, THEIRS, {"reader-margin": "0"})
    assert reader_due(desk, lent) is None
    partners.change(desk, THEIRS, {"reader-margin": ""})
    assert reader_due(desk, lent) == date(2026, 3, 20)


def test_a_renewal_moves_the_reader_s_day_with_the_partner_s(desk: Desk, lent: str) -> None:
    desk.set_setting(duedates.MARGIN[0], 3)
    acts.do(desk, lent, Action.RECEIVED)
    acts.do(desk, lent, Action.RECORD_ANSWER, {"answer": "renew-yes", "due": "2026-04-30"})
    assert reader_due(desk, lent) == date(2026, 4, 27)
    acts.do(desk, lent, Action.SENT_BACK)
    acts.do(desk, lent, Action.RECORD_ANSWER, {"answer": "loan-completed"})
    assert reader_due(desk, lent) is None


def test_the_book_strap_has_the_reader_s_day(desk: Desk, lent: str) -> None:
    desk.set_setting(duedates.MARGIN[0], 3)
    with desk.database.read() as session:
        strap, slip = (Filling(desk, session, kind, []).papers([lent])[0]
                       for kind in ("book-strap", "request-slip"))  # fmt: skip
    assert (strap.due, strap.reader_due, strap.both_due) == (
        date(2026, 3, 30),
        date(2026, 3, 27),
        False,
    )
    assert slip.reader_due is None
    desk.set_setting(duedates.BOTH_ON_STRAP[0], True)
    with desk.database.read() as session:
        assert Filling(desk, session, "book-strap", []).papers([lent])[0].both_due


@pytest.mark.parametrize("text", ["-1", "61", "soon"])
def test_days_for_the_way_back_are_a_number_of_two_months_at_most(desk: Desk, text: str) -> None:
    a_manual_partner(desk)
    with pytest.raises(Invalid) as caught:
        partners.change(desk, THEIRS, {"reader-margin": text})
    assert caught.value == Invalid("reader-margin", text, Why.NOT_A_NUMBER)


def test_what_we_lend_or_copy_has_no_reader_of_ours(desk: Desk) -> None:
    desk.set_setting(duedates.MARGIN[0], 3)
    a_manual_partner(desk)
    number = lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
    acts.do(desk, number, Action.SHIP)
    assert requests.show(desk, number).line.due is not None
    assert reader_due(desk, number) is None
