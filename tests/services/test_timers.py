"""What time alone brings about: attention on the day it is due, once for each state."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from ill_desktop.domain.errors import CannotUndo
from ill_desktop.domain.lifecycle.states import Action, Flag, Service, Side, Timer
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts, check, lending, partners, post, requests
from ill_desktop.services.desk import Desk
from ill_desktop.services.lending import NewLending
from ill_desktop.services.post import timers
from ill_desktop.services.post.tally import Tally
from ill_desktop.services.views import WhyView
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.orders import Order
from tests.services.desks import BOOK, THEIRS, a_manual_partner, a_request, pass_time

A = Action
Step = tuple[Action, dict[str, str]]


def answer(said: str, **more: str) -> Step:
    return A.RECORD_ANSWER, {"answer": said, **more}


def borrowed(*steps: Step, needed: int | None = None, service: Service = Service.LOAN):
    def make(desk: Desk) -> str:
        number = a_request(desk, THEIRS, service=service)
        if needed is not None:
            requests.edit(desk, number, {"needed-by": f"+{needed}"})
        for action, values in ((A.SEND, {}), *steps):
            acts.do(desk, number, action, values)
        return number

    return make


def lent(*steps: Step, needed: int | None = None):
    def make(desk: Desk) -> str:
        number = lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
        if needed is not None:
            requests.edit(desk, number, {"needed-by": f"+{needed}"})
        for action, values in steps:
            acts.do(desk, number, action, values)
        return number

    return make


RECEIVED: Step = (A.RECEIVED, {})
SHIP: Step = (A.SHIP, {"due": "+30"})

CASES = {
    "nobody answered": (borrowed(), Timer.UNANSWERED, 7),
    "we did not answer": (lent(), Timer.UNANSWERED, 7),
    "needed soon": (borrowed(answer("will-supply"), needed=20), Timer.NEEDED_SOON, 17),
    "they need it soon": (lent((A.WILL_SUPPLY, {}), needed=20), Timer.NEEDED_SOON, 17),
    "conditions wait": (
        borrowed(answer("conditions", condition="x")),
        Timer.CONDITIONS_WAIT,
        7,
    ),
    "our conditions wait": (
        lent((A.SUPPLY_WITH_CONDITIONS, {"condition": "x"})),
        Timer.CONDITIONS_WAIT,
        7,
    ),
    "not arrived": (borrowed(answer("loaned", due="+90")), Timer.NOT_ARRIVED, 14),
    "copy not fetched": (
        borrowed(answer("copy-completed"), service=Service.COPY),
        Timer.NOT_ARRIVED,
        14,
    ),
    "not collected": (borrowed(answer("loaned", due="+90"), RECEIVED), Timer.NOT_COLLECTED, 10),
    "return unconfirmed": (
        borrowed(answer("loaned"), RECEIVED, (A.SENT_BACK, {})),
        Timer.RETURN_UNCONFIRMED,
        21,
    ),
    "not come back": (
        lent(SHIP, (A.RECORD_MESSAGE, {"message": "shipped-return"})),
        Timer.RETURN_UNCONFIRMED,
        21,
    ),
    "time to ask again": (borrowed(answer("retry-possible", after="+9")), Timer.RETRY_AFTER, 9),
    "due soon": (borrowed(answer("loaned", due="+8"), RECEIVED), Timer.DUE_SOON, 5),
    "lent and overdue": (lent(SHIP), Timer.DUE_PASSED, 31),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_timer_rings_on_its_day_and_only_once(
    desk: Desk, case: tuple[Callable[[Desk], str], Timer, int]
) -> None:
    make, timer, days = case
    a_manual_partner(desk)
    number = make(desk)

    def rung() -> int:
        post.run(desk)
        kinds = [event.kind for event in requests.show(desk, number).events]
        return kinds.count(timer.value)

    pass_time(desk, days=days - 1)
    assert rung() == 0
    pass_time(desk, days=1)
    assert rung() == 1
    view = requests.show(desk, number)
    assert Flag.ATTENTION in view.line.flags
    assert (Flag.OVERDUE in view.line.flags) is (timer is Timer.DUE_PASSED)
    assert view.events[0].source == "timer"
    pass_time(desk, hours=1)
    assert rung() == 1


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_list_of_a_timer_holds_what_waits_however_often_it_was_looked_at(
    desk: Desk, case: tuple[Callable[[Desk], str], Timer, int]
) -> None:
    make, timer, days = case
    a_manual_partner(desk)
    number = make(desk)

    def listed(**more: object) -> list[tuple[str, str]]:
        query = ListQuery(reason=timer, **more)  # type: ignore[arg-type]
        page = requests.page(desk, query)
        assert page.total == len(page.lines)
        assert requests.time_up(desk)[timer] >= page.total
        return [(one.number, one.why) for one in page.lines]

    pass_time(desk, days=days - 1)
    assert listed() == []
    pass_time(desk, days=1)
    (found,) = listed()
    assert found[0] == number
    post.run(desk)
    why = requests.show(desk, number).why
    assert found[1] == (why.text if why else "")
    acts.do(desk, number, A.ACKNOWLEDGE)
    assert Flag.ATTENTION not in requests.show(desk, number).line.flags
    side = requests.show(desk, number).line.side
    others = next(one for one in Side if one is not side)
    for query in ({}, {"queue": Queue.ATTENTION}, {"side": side}, {"find": BOOK.title}):
        assert listed(**query) == [found]
    for query in ({"side": others}, {"find": "belenggu"}, {"queue": Queue.DRAFTS}):
        assert listed(**query) == []


def test_the_list_of_a_timer_is_read_page_by_page_in_both_orders(desk: Desk) -> None:
    a_manual_partner(desk)
    numbers = [borrowed()(desk) for _ in range(3)]
    pass_time(desk, days=7)
    for falling in (True, False):
        query = ListQuery(reason=Timer.UNANSWERED, limit=2, order=Order(falling=falling))
        first = requests.page(desk, query)
        second = requests.page(desk, query._replace(after=first.next))
        assert (first.total, second.next) == (3, "")
        read = [one.number for one in (*first.lines, *second.lines)]
        assert read == sorted(numbers, reverse=falling)


def test_what_is_overdue_is_no_longer_due_soon(desk: Desk) -> None:
    a_manual_partner(desk)
    number = borrowed(answer("loaned", due="+8"), RECEIVED)(desk)
    found = {timer: set() for timer in (Timer.DUE_SOON, Timer.DUE_PASSED)}
    for day in range(4, 12):
        pass_time(desk, days=1 if day > 4 else 4)
        for timer, days in found.items():
            lines = requests.page(desk, ListQuery(reason=timer)).lines
            days |= {day for line in lines if line.number == number}
    assert found == {Timer.DUE_SOON: {5, 6, 7, 8}, Timer.DUE_PASSED: {9, 10, 11}}


def test_a_partner_that_has_longer_to_answer_is_listed_later(desk: Desk) -> None:
    a_manual_partner(desk)
    number = borrowed()(desk)
    partners.change(desk, THEIRS, {"answer-days": "10"})
    query = ListQuery(reason=Timer.UNANSWERED)
    pass_time(desk, days=13)
    assert requests.page(desk, query).lines == ()
    pass_time(desk, days=9)
    assert [one.number for one in requests.page(desk, query).lines] == [number]


def test_a_desk_that_notes_no_steps_of_readers_has_no_list_of_them(desk: Desk) -> None:
    assert Timer.NOT_COLLECTED in requests.time_up(desk)
    desk.set_setting("reader-steps", False)
    assert Timer.NOT_COLLECTED not in requests.time_up(desk)
    page = requests.page(desk, ListQuery(reason=Timer.NOT_COLLECTED))
    assert (page.lines, page.total) == ((), 0)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_rang_after_an_act_goes_with_it_when_it_is_undone(
    desk: Desk, case: tuple[Callable[[Desk], str], Timer, int]
) -> None:
    make, timer, days = case
    a_manual_partner(desk)
    number, other = make(desk), make(desk)
    done = next(one for one in requests.show(desk, number).events if one.source != "timer")
    pass_time(desk, days=days)
    post.run(desk)
    assert requests.show(desk, number).events[0].kind == timer.value
    if done.kind == "created":
        with pytest.raises(CannotUndo, match="nothing"):
            acts.undo(desk, number)
        return
    view = acts.undo(desk, number, done.act)
    before = _undone_in_time(desk, make, days)
    assert (view.line.state, view.line.flags, view.line.due) == before
    gone = [one.kind for one in view.events if one.undone]
    assert (gone[-1], timer.value in gone) == (done.kind, True)
    assert Flag.ATTENTION in requests.show(desk, other).line.flags
    assert check.check(desk).problems == ()


def _undone_in_time(desk: Desk, make: Callable[[Desk], str], days: int) -> tuple:
    """State, flags and due date where the same act is undone before anything rang."""
    pass_time(desk, days=-days)
    line = acts.undo(desk, make(desk)).line
    pass_time(desk, days=days)
    return line.state, line.flags, line.due


def test_what_rang_since_rings_again_where_its_reason_still_holds(desk: Desk) -> None:
    a_manual_partner(desk)
    number = lent(SHIP)(desk)
    requests.edit(desk, number, {"note": "Top shelf"})
    pass_time(desk, days=31)
    post.run(desk)
    view = acts.undo(desk, number)
    assert view.note == ""
    assert {Flag.OVERDUE, Flag.ATTENTION}.isdisjoint(view.line.flags)
    for _ in range(2):
        post.run(desk)
        view = requests.show(desk, number)
        assert {Flag.OVERDUE, Flag.ATTENTION} <= set(view.line.flags)
        assert [one.undone for one in view.events if one.kind == "due-passed"] == [False, True]
    assert check.check(desk).problems == ()


def test_a_ring_that_was_taken_back_is_no_reason_any_more(desk: Desk) -> None:
    a_manual_partner(desk)
    number = borrowed(answer("loaned", due="+20"), RECEIVED, (A.ASK_RENEW, {}))(desk)
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "renew-no"})
    before = requests.show(desk, number).why
    requests.edit(desk, number, {"note": "Top shelf"})
    pass_time(desk, days=17)
    post.run(desk)
    assert requests.show(desk, number).why != before
    assert acts.undo(desk, number).why == before
    assert before == WhyView("They refused to renew", A.SENT_BACK)


def test_a_timer_that_was_answered_stays_quiet_until_the_state_changes(desk: Desk) -> None:
    a_manual_partner(desk)
    number = borrowed(answer("conditions", condition="x"))(desk)
    pass_time(desk, days=7)
    post.run(desk)
    acts.do(desk, number, A.ACKNOWLEDGE)
    pass_time(desk, days=3)
    post.run(desk)
    assert Flag.ATTENTION not in requests.show(desk, number).line.flags
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "loaned", "due": "+90"})
    pass_time(desk, days=14)
    post.run(desk)
    assert Flag.ATTENTION in requests.show(desk, number).line.flags


def test_a_loan_that_was_renewed_is_overdue_again_when_its_new_day_is_past(desk: Desk) -> None:
    a_manual_partner(desk)
    number = lent(SHIP)(desk)
    pass_time(desk, days=31)
    post.run(desk)
    acts.do(desk, number, A.RECORD_MESSAGE, {"message": "renew"})
    due = acts.do(desk, number, A.RENEW, {"due": "+20"}).line.due
    assert Flag.OVERDUE not in requests.show(desk, number).line.flags
    pass_time(desk, days=20)
    post.run(desk)
    assert desk.today() == due
    assert Flag.OVERDUE not in requests.show(desk, number).line.flags
    pass_time(desk, days=1)
    for _ in range(2):
        post.run(desk)
        view = requests.show(desk, number)
        assert Flag.OVERDUE in view.line.flags
        assert [event.kind for event in view.events].count("due-passed") == 2


def test_a_loan_renewed_while_timers_ring_is_not_overdue_and_rings_on_its_own_day(
    desk: Desk,
) -> None:
    a_manual_partner(desk)
    number = lent(SHIP)(desk)
    pass_time(desk, days=31)
    acts.do(desk, number, A.RECORD_MESSAGE, {"message": "renew"})
    ((ring,),) = desk.database.look(timers.question(desk)).values()
    acts.do(desk, number, A.RENEW, {"due": "+20"})
    timers.ring_one(desk, *ring, Tally())
    assert Flag.OVERDUE not in requests.show(desk, number).line.flags
    pass_time(desk, days=21)
    post.run(desk)
    assert Flag.OVERDUE in requests.show(desk, number).line.flags


@pytest.mark.parametrize("collected", [True, False])
def test_a_book_its_reader_has_is_not_told_as_not_collected(desk: Desk, collected: bool) -> None:
    a_manual_partner(desk)
    number = borrowed(answer("loaned", due="+90"), RECEIVED, (A.NOTIFY, {}))(desk)
    if collected:
        acts.do(desk, number, A.HANDED_OUT)
    pass_time(desk, days=11)
    post.run(desk)
    assert (Flag.ATTENTION in requests.show(desk, number).line.flags) is not collected


def test_a_desk_that_does_not_note_what_readers_do_hears_nothing_of_it(desk: Desk) -> None:
    a_manual_partner(desk)
    desk.set_setting("reader-steps", False)
    number = borrowed(answer("loaned", due="+90"), RECEIVED)(desk)
    pass_time(desk, days=11)
    post.run(desk)
    assert Flag.ATTENTION not in requests.show(desk, number).line.flags


def test_the_days_can_be_set(desk: Desk) -> None:
    a_manual_partner(desk)
    number = borrowed(answer("loaned", due="+90"))(desk)
    desk.set_setting("timer-days", {"not-arrived": 3})
    pass_time(desk, days=3)
    post.run(desk)
    assert Flag.ATTENTION in requests.show(desk, number).line.flags


WHYS = {
    "nobody answered": ("no answer for 5 working days", A.ASK_STATUS),
    "we did not answer": ("we have not answered for 5 working days", A.WILL_SUPPLY),
    "needed soon": ("needed by 29 Mar 2026, and not here yet", A.MOVE_ON),
    "they need it soon": ("they need it by 29 Mar 2026", A.SHIP),
    "conditions wait": ("conditions not decided for 5 working days", A.ACCEPT_CONDITIONS),
    "our conditions wait": (
        "no answer to our conditions for 5 working days",
        A.CONDITIONS_ACCEPTED,
    ),
    "not arrived": ("sent 14 days ago, not arrived", A.ASK_STATUS),
    "copy not fetched": ("sent 14 days ago, not arrived", A.COPY_RECEIVED),
    "not collected": ("here for 10 days, not collected", A.NOTIFY),
    "return unconfirmed": ("sent back 21 days ago, not confirmed", A.ASK_STATUS),
    "not come back": ("on its way back for 21 days", A.IS_BACK),
    "time to ask again": ("can be tried again since 18 Mar 2026", A.TRY_AGAIN),
    "due soon": ("due 17 Mar 2026, in 3 days", A.ASK_RENEW),
    "lent and overdue": ("due 8 Apr 2026, 1 day late", A.REPORT_OVERDUE),
}


@pytest.mark.parametrize("name", CASES)
def test_each_reason_is_told_with_the_act_that_answers_it(desk: Desk, name: str) -> None:
    make, _, days = CASES[name]
    a_manual_partner(desk)
    number = make(desk)
    assert requests.show(desk, number).why is None
    pass_time(desk, days=days)
    post.run(desk)
    view = requests.show(desk, number)
    assert view.why == WhyView(*WHYS[name])
    if Flag.ATTENTION in view.line.flags:
        listed = requests.page(desk, ListQuery(queue=Queue.ATTENTION)).lines
        assert [one.why for one in listed] == [view.why.text]
        acts.do(desk, number, A.ACKNOWLEDGE)
        after = requests.show(desk, number).why
        assert after is None or "late" in after.text


def test_what_a_partner_said_is_the_reason_too(desk: Desk) -> None:
    a_manual_partner(desk)
    number = borrowed(answer("loaned", due="+20"), RECEIVED, (A.ASK_RENEW, {}))(desk)
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "renew-no"})
    why = requests.show(desk, number).why
    assert why == WhyView("They refused to renew", A.SENT_BACK)


def test_lateness_needs_no_timer_to_be_told(desk: Desk) -> None:
    a_manual_partner(desk)
    number = borrowed(answer("loaned", due="+3"), RECEIVED)(desk)
    pass_time(desk, days=5)
    assert requests.show(desk, number).why == WhyView("due 12 Mar 2026, 2 days late", A.SENT_BACK)


@pytest.mark.parametrize("late", [True, False])
def test_what_was_done_with_the_reader_answers_for_no_loan_that_is_late(
    desk: Desk, late: bool
) -> None:
    a_manual_partner(desk)
    number = borrowed(answer("loaned", due="+10" if late else "+90"), RECEIVED)(desk)
    pass_time(desk, days=11)
    post.run(desk)
    assert Flag.ATTENTION in requests.show(desk, number).line.flags
    for action in (A.NOTIFY, A.HANDED_OUT, A.PATRON_RETURNED):
        view = acts.do(desk, number, action)
        assert (Flag.ATTENTION in view.line.flags) is late
    assert Flag.ATTENTION not in acts.do(desk, number, A.SENT_BACK).line.flags


@pytest.mark.parametrize("action", [A.REPORT_OVERDUE, A.RECALL, A.ACKNOWLEDGE])
def test_a_late_loan_of_ours_needs_attention_until_somebody_does_something(
    desk: Desk, action: A
) -> None:
    a_manual_partner(desk)
    number = lent(SHIP)(desk)
    pass_time(desk, days=31)
    post.run(desk)
    assert Flag.ATTENTION in requests.show(desk, number).line.flags
    assert Flag.ATTENTION not in acts.do(desk, number, action).line.flags


def test_a_loan_that_time_made_late_is_not_called_reported(desk: Desk) -> None:
    a_manual_partner(desk)
    number = lent(SHIP)(desk)
    pass_time(desk, days=32)
    post.run(desk)
    view = requests.show(desk, number)
    assert Flag.OVERDUE in view.line.flags
    assert view.overdue_told is None
    view = acts.do(desk, number, A.REPORT_OVERDUE)
    assert view.overdue_told == view.events[0].at
    assert acts.undo(desk, number).overdue_told is None
    acts.do(desk, number, A.REPORT_OVERDUE)
    acts.do(desk, number, A.RECORD_MESSAGE, {"message": "renew"})
    acts.do(desk, number, A.RENEW, {"due": "+5"})
    pass_time(desk, days=7)
    post.run(desk)
    view = requests.show(desk, number)
    assert Flag.OVERDUE in view.line.flags
    assert view.overdue_told is None


@pytest.mark.parametrize(
    ("make", "marks"),
    [
        (lent((A.WILL_SUPPLY, {}), SHIP), {Flag.OVERDUE, Flag.ATTENTION}),
        (
            borrowed(answer("loaned", due="+30"), RECEIVED, (A.HANDED_OUT, {})),
            {Flag.ATTENTION},
        ),
    ],
)
def test_what_a_wrong_due_date_raised_goes_when_it_is_set_right(desk: Desk, make, marks) -> None:
    a_manual_partner(desk)
    number = make(desk)
    pass_time(desk, days=31)
    post.run(desk)
    assert set(requests.show(desk, number).line.flags) == marks
    still_late = requests.edit(
        desk, number, {"due": (desk.today() - timedelta(days=2)).isoformat()}
    )
    assert set(still_late.line.flags) == marks
    right = requests.edit(desk, number, {"due": "+20"})
    assert set(right.line.flags) == set()
    assert check.check(desk).ok
    assert set(acts.undo(desk, number).line.flags) == marks
    requests.edit(desk, number, {"due": "+20"})
    post.run(desk)
    assert set(requests.show(desk, number).line.flags) == set()
    pass_time(desk, days=21)
    post.run(desk)
    assert set(requests.show(desk, number).line.flags) == marks


def test_attention_that_something_else_wants_stays_when_a_due_date_is_set_right(desk: Desk) -> None:
    a_manual_partner(desk)
    number = lent((A.WILL_SUPPLY, {}), SHIP)(desk)
    acts.do(desk, number, A.RECORD_MESSAGE, {"message": "lost"})
    pass_time(desk, days=31)
    post.run(desk)
    right = requests.edit(desk, number, {"due": "+20"})
    assert set(right.line.flags) == {Flag.ATTENTION, Flag.LOST}


def test_an_overdue_notice_is_offered_beside_the_reason_until_it_was_given(desk: Desk) -> None:
    a_manual_partner(desk)
    number = lent((A.WILL_SUPPLY, {}), SHIP)(desk)
    pass_time(desk, days=31)
    post.run(desk)
    view = requests.show(desk, number)
    assert view.why is not None
    assert view.why.action is A.REPORT_OVERDUE
    view = acts.do(desk, number, A.REPORT_OVERDUE)
    assert view.why is not None
    assert view.why.action not in (A.REPORT_OVERDUE, A.RECALL)
    assert A.REPORT_OVERDUE in view.actions


def test_an_answer_written_down_by_hand_is_known_to_who_wrote_it(desk: Desk) -> None:
    a_manual_partner(desk)
    number = a_request(desk, THEIRS)
    acts.do(desk, number, A.SEND)
    pass_time(desk, days=10)
    post.run(desk)
    assert Flag.ATTENTION in requests.show(desk, number).line.flags
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "will-supply"})
    assert Flag.ATTENTION not in requests.show(desk, number).line.flags
    acts.undo(desk, number)
    assert Flag.ATTENTION in requests.show(desk, number).line.flags
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "cancelled"})
    assert Flag.ATTENTION in requests.show(desk, number).line.flags
