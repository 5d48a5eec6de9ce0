"""Undo after the message has left: the partner is told, or staff were told that it cannot be."""

import pytest

from ill_desktop.domain.errors import CannotUndo
from ill_desktop.domain.lifecycle.states import Action, Flag, Service, State
from ill_desktop.domain.lifecycle.undoing import NOTICES, Undo
from ill_desktop.services import acts, check, partners, post
from ill_desktop.services.post import attention
from ill_desktop.store import cases
from tests.services.desks import OURS, THEIRS, THIRD, Pair

A, S = Action, State


@pytest.fixture(autouse=True)
def both_desks_are_sound(pair: Pair):
    """Whatever was undone, events and milestones agree."""
    yield
    for desk in (pair.borrower, pair.lender):
        assert check.check(desk).problems == ()


def undo(pair: Pair, desk: object, number: str) -> None:
    pair.later(hours=1)
    acts.undo(desk, number)
    pair.post()


def lent(pair: Pair) -> tuple[str, str]:
    ours, theirs = pair.ask()
    pair.lends(theirs, A.SHIP, item="B-1")
    pair.borrows(ours, A.RECEIVED)
    return ours, theirs


def test_a_request_that_has_left_is_undone_by_asking_to_cancel(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.later(hours=1)
    view, how = acts.undone(pair.borrower, ours)
    assert (view.line.number, how) == (ours, Undo.CANCEL)
    pair.post()
    assert pair.here(ours).line.state is S.SENT
    assert Flag.CANCEL_ASKED in pair.there(theirs).line.flags


def test_a_no_that_was_a_mistake_is_taken_back_and_told(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.lends(theirs, A.CANNOT_SUPPLY, reason="NotHeld")
    undo(pair, pair.lender, theirs)
    assert pair.there(theirs).line.state is S.NEW
    assert Flag.ATTENTION in pair.here(ours).line.flags


def test_a_parcel_that_was_not_sent_after_all_is_told(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.lends(theirs, A.WILL_SUPPLY)
    pair.lends(theirs, A.SHIP, item="B-1")
    undo(pair, pair.lender, theirs)
    assert pair.there(theirs).line.state is S.TO_FETCH
    assert Flag.ATTENTION in pair.here(ours).line.flags
    assert any(m.summary == "WillSupply" for m in pair.here(ours).messages)


def test_a_recall_is_taken_back_with_its_due_date(pair: Pair) -> None:
    ours, theirs = lent(pair)
    due = pair.here(ours).line.due
    pair.lends(theirs, A.RECALL, due="+2")
    assert Flag.RECALLED in pair.here(ours).line.flags
    undo(pair, pair.lender, theirs)
    assert Flag.RECALLED not in pair.here(ours).line.flags
    assert pair.here(ours).line.due == due == pair.there(theirs).line.due


@pytest.mark.parametrize("action", [A.RECEIVED, A.SENT_BACK, A.REPORT_LOST, A.ASK_RENEW])
def test_what_we_told_by_mistake_is_withdrawn_in_a_note(pair: Pair, action: Action) -> None:
    ours, theirs = pair.ask()
    pair.lends(theirs, A.SHIP)
    if action is not A.RECEIVED:
        pair.borrows(ours, A.RECEIVED)
    before = pair.here(ours).line
    pair.borrows(ours, action)
    undo(pair, pair.borrower, ours)
    assert (pair.here(ours).line.state, pair.here(ours).line.flags) == (before.state, before.flags)
    assert f"withdrawn: {action.value}" in {note.text for note in pair.there(theirs).notes}


@pytest.mark.parametrize(
    ("action", "service", "reason"),
    [(A.SEND_COPY, Service.COPY, "copy-left"), (A.WRITE_MESSAGE, Service.LOAN, "words-left")],
)
def test_what_cannot_be_undone_says_why(
    pair: Pair, action: Action, service: Service, reason: str
) -> None:
    _, theirs = pair.ask(service)
    values = {"note": "Salam"} if action is A.WRITE_MESSAGE else {}
    pair.lends(theirs, action, **values)
    before = pair.there(theirs).line.state
    with pytest.raises(CannotUndo) as caught:
        acts.undo(pair.lender, theirs)
    assert caught.value.reason == reason
    assert pair.there(theirs).line.state is before


def test_a_parcel_sent_with_a_day_that_is_past_can_be_undone_though_the_timer_rang(
    pair: Pair,
) -> None:
    _, theirs = pair.ask()
    pair.lends(theirs, A.WILL_SUPPLY)
    before = pair.there(theirs).line
    sent = acts.do(pair.lender, theirs, A.SHIP, {"due": "+1"})
    pair.later(days=4)
    pair.post()
    assert pair.there(theirs).events[0].source == "timer"
    assert Flag.OVERDUE in pair.there(theirs).line.flags
    view, how = acts.undone(pair.lender, theirs, sent.events[0].act)
    assert (how, view.line.state, view.line.flags) == (Undo.RESTATE, before.state, before.flags)
    assert (view.line.due, view.why) == (before.due, None)
    pair.post()
    assert pair.there(theirs).line.flags == before.flags


def test_what_rang_stays_where_the_act_does(pair: Pair) -> None:
    ours, _ = pair.ask()
    pair.later(days=8)
    post.run(pair.borrower)
    assert pair.here(ours).events[0].kind == "unanswered"
    view, how = acts.undone(pair.borrower, ours)
    assert (how, view.line.state) == (Undo.CANCEL, S.SENT)
    assert not any(one.undone for one in view.events)


def notice(desk: object, number: str, kind: str) -> None:
    """The program asks somebody to look, as when a message was refused."""
    with desk.database.work() as session:
        attention.wanted(desk, session, cases.case_by_number(session, number).request.id, kind)


@pytest.mark.parametrize("kind", sorted(NOTICES))
def test_what_was_noticed_of_a_message_is_in_nobodys_way_and_stays(pair: Pair, kind: str) -> None:
    _, theirs = pair.ask()
    pair.lends(theirs, A.WILL_SUPPLY)
    before = pair.there(theirs).line
    assert Flag.ATTENTION not in before.flags
    sent = pair.lends(theirs, A.SHIP, due="+1")
    notice(pair.lender, theirs, kind)
    view, how = acts.undone(pair.lender, theirs, sent.events[0].act)
    assert (how, view.line.state) == (Undo.RESTATE, before.state)
    assert set(view.line.flags) - set(before.flags) == {Flag.ATTENTION}
    assert next(one for one in view.events if one.kind == kind).undone is False
    assert Flag.ATTENTION not in acts.do(pair.lender, theirs, A.ACKNOWLEDGE).line.flags


def test_what_was_noticed_stays_when_a_ring_goes_that_had_asked_to_look_before(pair: Pair) -> None:
    _, theirs = pair.ask()
    pair.lends(theirs, A.WILL_SUPPLY)
    acts.do(pair.lender, theirs, A.SHIP, {"due": "+1"})
    pair.later(days=4)
    pair.post()
    assert Flag.OVERDUE in pair.there(theirs).line.flags
    notice(pair.lender, theirs, "refused-by-partner")
    view = acts.undo(pair.lender, theirs)
    assert (view.line.state, Flag.OVERDUE in view.line.flags) == (S.TO_FETCH, False)
    assert Flag.ATTENTION in view.line.flags
    assert view.why is not None


def test_it_is_said_who_made_the_change_that_stays(pair: Pair) -> None:
    pair.borrower.set_setting("ask-next", True)
    ours, theirs = pair.ask(Service.LOAN, THEIRS, THIRD)
    pair.lends(theirs, A.WILL_SUPPLY)
    with pytest.raises(CannotUndo, match="not-ours"):
        acts.undo(pair.borrower, ours)
    pair.lends(theirs, A.CANNOT_SUPPLY, reason="NotHeld")
    assert pair.here(ours).line.partner.symbol == THIRD
    with pytest.raises(CannotUndo, match="next-by-itself"):
        acts.undo(pair.borrower, ours)
    partners.change(pair.lender, OURS, {"auto-cancel": "yes"})
    ours, theirs = pair.ask()
    pair.borrows(ours, A.ASK_CANCEL)
    assert pair.there(theirs).line.state is S.CANCELLED
    with pytest.raises(CannotUndo, match="cancelled-by-itself"):
        acts.undo(pair.lender, theirs)


def test_until_it_leaves_nothing_is_said_at_all(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.later(hours=1)
    acts.do(pair.lender, theirs, A.CANNOT_SUPPLY, {"reason": "NotHeld"})
    acts.undo(pair.lender, theirs)
    pair.post()
    assert (pair.here(ours).line.state, pair.there(theirs).line.state) == (S.SENT, S.NEW)
