"""Actions, what they need, and undo."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import (
    CannotUndo,
    Invalid,
    Missing,
    Needed,
    NoSupplier,
    NotOfRequest,
    Refused,
    UnknownKey,
    Why,
)
from ill_desktop.domain.lifecycle.states import Action, Flag, Service, State
from ill_desktop.domain.lifecycle.undoing import Undo
from ill_desktop.services import (
    acts,
    check,
    erasing,
    ledger,
    lending,
    patrons,
    post,
    printing,
    requests,
)
from ill_desktop.services.desk import Desk
from ill_desktop.services.lending import NewLending
from ill_desktop.services.patrons import PatronCard
from ill_desktop.services.post import timers
from ill_desktop.services.post.tally import Tally
from ill_desktop.services.views import PatronView, RequestView
from ill_desktop.store.mailbook import LedgerQuery
from tests.services.desks import (
    BOOK,
    THEIRS,
    THIRD,
    Pair,
    a_manual_partner,
    a_request,
    pass_time,
    states,
)

A, S = Action, State


def sent(desk: Desk) -> str:
    """A request a manual partner was asked for."""
    number = a_request(desk, a_manual_partner(desk))
    acts.do(desk, number, A.SEND)
    return number


def test_what_the_life_cycle_does_not_offer_is_refused(desk: Desk) -> None:
    number = a_request(desk)
    before = requests.show(desk, number)
    with pytest.raises(Refused):
        acts.do(desk, number, A.RECEIVED)
    assert requests.show(desk, number) == before


@pytest.mark.parametrize(
    ("action", "values", "error"),
    [
        (A.CLOSE, {}, Needed),
        (A.VOID, {"reason": " "}, Needed),
        (A.WRITE_MESSAGE, {}, Needed),
        (A.CLOSE, {"reason": "boredom"}, Invalid),
        (A.CLOSE, {"reason": "other", "colour": "red"}, UnknownKey),
        (A.RECORD_ANSWER, {"answer": "perhaps"}, Invalid),
        (A.RECORD_ANSWER, {"answer": "loaned", "cost": "-1 USD"}, Invalid),
        (A.RECORD_ANSWER, {"answer": "loaned", "due": "2026-13-01"}, Invalid),
        (A.CLOSE, {"reason": "other", "on": "+1"}, Invalid),
        (A.WRITE_MESSAGE, {"note": "x" * 2001}, Invalid),
    ],
)
def test_values_that_cannot_be_change_nothing(desk: Desk, action, values, error) -> None:
    number = sent(desk)
    before = requests.show(desk, number)
    with pytest.raises(error):
        acts.do(desk, number, action, values)
    assert requests.show(desk, number) == before


def test_sending_without_a_supplier_asks_for_one(desk: Desk) -> None:
    number = a_request(desk)
    with pytest.raises(NoSupplier):
        acts.do(desk, number, A.SEND)
    with pytest.raises(Missing):
        acts.do(desk, number, A.SEND, {"supplier": "ISIL:NOWHERE"})
    assert states(desk) == {number: S.DRAFT}


def test_an_act_can_be_dated_back(desk: Desk) -> None:
    number = sent(desk)
    pass_time(desk, days=5)
    day = desk.today() - timedelta(days=2)
    view = acts.do(
        desk, number, A.RECORD_ANSWER, {"answer": "loaned", "on": day.isoformat(), "due": "+20"}
    )
    event = view.events[0]
    assert (desk.local_date(event.at), event.entered) == (day, desk.clock.now())
    assert view.state_since == event.at


def test_what_a_partner_said_by_telephone_is_marked_and_sends_nothing(desk: Desk) -> None:
    number = sent(desk)
    view = acts.do(
        desk,
        number,
        A.RECORD_ANSWER,
        {"answer": "conditions", "condition": "library use only", "cost": "USD 5", "note": "Ibu R"},
    )
    assert view.line.state is S.CONDITIONS
    assert (view.condition, str(view.cost)) == ("LibraryUseOnly", "5 USD")
    assert view.events[0].source == "by-hand"
    assert view.notes[0].text == "Ibu R"
    assert view.messages == ()
    assert view.manual


def test_conditions_of_which_nothing_is_known_are_not_taken_down(desk: Desk) -> None:
    number = sent(desk)
    with pytest.raises(Invalid) as refused:
        acts.do(desk, number, A.RECORD_ANSWER, {"answer": "conditions"})
    assert (refused.value.field, refused.value.why) == ("condition", Why.EMPTY)
    assert requests.show(desk, number).line.state is S.SENT
    told = acts.do(desk, number, A.RECORD_ANSWER, {"answer": "conditions", "note": "Reading room"})
    assert told.line.state is S.CONDITIONS


def test_a_cost_that_was_accepted_is_agreed_until_it_is_another(desk: Desk) -> None:
    number = sent(desk)
    offer = {"answer": "conditions", "cost": "20000"}
    assert not acts.do(desk, number, A.RECORD_ANSWER, offer).cost_agreed
    assert acts.do(desk, number, A.ACCEPT_CONDITIONS).cost_agreed
    assert not acts.undo(desk, number).cost_agreed
    acts.do(desk, number, A.ACCEPT_CONDITIONS)
    loaned = {"answer": "loaned", "cost": "20000"}
    assert acts.do(desk, number, A.RECORD_ANSWER, loaned).cost_agreed
    assert not acts.do(desk, number, A.RECEIVED, {"cost": "USD 20000"}).cost_agreed


def test_a_word_that_somebody_writes_here_is_not_taken_for_a_machine_s(desk: Desk) -> None:
    view = acts.do(desk, sent(desk), A.WRITE_MESSAGE, {"note": "Accept"})
    assert [note.text for note in view.notes] == ["Accept"]


def test_undo_takes_back_state_flags_dates_and_the_message(pair: Pair) -> None:
    number = a_request(pair.borrower, THEIRS)
    acts.do(pair.borrower, number, A.SEND)
    view, how = acts.undone(pair.borrower, number)
    assert how is Undo.WHOLE
    assert view.line.state is S.DRAFT
    assert view.attempts == ()
    assert [one.symbol for one in view.suppliers] == [THEIRS]
    assert [message.state for message in view.messages] == ["withdrawn"]
    assert [(e.kind, e.undone) for e in view.events] == [
        ("undo", False), ("send", True), ("created", False)
    ]  # fmt: skip
    pair.post()
    assert states(pair.lender) == {}
    again = acts.do(pair.borrower, number, A.SEND)
    assert again.line.our_id == f"{number}-2"


def test_undo_after_undo_goes_one_act_further_back(desk: Desk) -> None:
    number = sent(desk)
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "will-supply"})
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "loaned", "item": ["1", "2"], "due": "+9"})
    view = acts.undo(desk, number)
    assert (view.line.state, view.items, view.line.due) == (S.WILL_SUPPLY, (), None)
    assert acts.undo(desk, number).line.state is S.SENT
    assert acts.undo(desk, number).line.state is S.DRAFT
    with pytest.raises(CannotUndo):
        acts.undo(desk, number)
    assert check.check(desk).problems == ()


def test_undo_puts_back_the_words_that_stood_there(pair: Pair) -> None:
    _, theirs = pair.ask(Service.COPY)
    acts.do(pair.lender, theirs, A.SEND_COPY, {"url": "https://example.org/a.pdf"})
    view = acts.undo(pair.lender, theirs)
    assert (view.line.state, view.link) == (S.NEW, "")
    requests.edit(pair.lender, theirs, {"note": "Top shelf"})
    assert acts.undo(pair.lender, theirs).note == ""
    requests.edit(pair.lender, theirs, {"note": "Top shelf"})
    requests.edit(pair.lender, theirs, {"condition": "library use only", "item": ["1", "2"]})
    before = pair.there(theirs)
    new = {"note": "Cellar", "title": "Bumi manusia", "call-number": "813", "location": "Stack"}
    requests.edit(pair.lender, theirs, {**new, "condition": "In the reading room", "item": "1"})
    requests.edit(pair.lender, theirs, {**dict.fromkeys(new, "–"), "condition": "", "item": []})
    acts.undo(pair.lender, theirs)
    view = acts.undo(pair.lender, theirs)
    assert replace(view, events=before.events, version=before.version) == before
    assert acts.undo(pair.lender, theirs).note == "Top shelf"


def test_undo_puts_the_reader_back_who_was_chosen_before(desk: Desk) -> None:
    for code in ("U1", "U2"):
        patrons.save(desk, PatronCard(PatronView(code, code, "", "", "", "", "", "en")))
    number = a_request(desk, patron="U1")
    requests.edit(desk, number, {"patron": "U2"})
    assert acts.undo(desk, number).line.patron == "U1"
    requests.edit(desk, number, {"patron": "U2"})
    requests.edit(desk, number, {"patron": ""})
    assert acts.undo(desk, number).line.patron == "U2"
    erasing.erase(desk, "U1")
    assert [one.code for one in patrons.listed(desk)] == ["U2"]
    with pytest.raises(CannotUndo, match="not-kept"):
        acts.undo(desk, number)
    assert requests.show(desk, number).notes == ()


def test_a_second_try_taken_back_is_no_attempt(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.lends(theirs, A.ASK_RETRY, reason="OnLoan")
    acts.do(pair.borrower, ours, A.TRY_AGAIN)
    assert [one.our_id for one in pair.here(ours).attempts] == [f"{ours}-1", f"{ours}-2"]
    assert [one.symbol for one in pair.here(ours).suppliers] == [THEIRS]
    view = acts.undo(pair.borrower, ours)
    assert (view.line.state, view.line.our_id) == (S.RETRY, f"{ours}-1")
    assert [one.our_id for one in view.attempts] == [f"{ours}-1"]
    assert acts.do(pair.borrower, ours, A.TRY_AGAIN).line.our_id == f"{ours}-3"


def test_the_supplier_list_keeps_those_that_were_asked(pair: Pair) -> None:
    ours, _ = pair.ask(Service.LOAN, THEIRS, THIRD)
    view = pair.here(ours)
    assert [one.symbol for one in view.suppliers] == [THEIRS, THIRD]
    assert [one.symbol for one in view.untried] == [THIRD]


def test_undo_is_refused_once_words_have_left(pair: Pair) -> None:
    number, _ = pair.ask()
    acts.do(pair.borrower, number, A.WRITE_MESSAGE, {"note": "Salam"})
    post.run(pair.borrower, now=True)
    with pytest.raises(CannotUndo) as refused:
        acts.undo(pair.borrower, number)
    assert refused.value.reason == "words-left"


def test_undo_is_refused_once_the_partner_spoke(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.lends(theirs, A.WILL_SUPPLY)
    with pytest.raises(CannotUndo) as refused:
        acts.undo(pair.borrower, ours)
    assert refused.value.reason == "not-ours"


def test_a_timer_that_rang_about_a_slip_goes_with_the_answer(pair: Pair) -> None:
    """Printed, rung, and printed again: all of it came after the answer."""
    _, theirs = pair.ask()
    requests.edit(pair.lender, theirs, {"needed-by": "+5"})
    before = requests.show(pair.lender, theirs)
    answered = acts.do(pair.lender, theirs, A.WILL_SUPPLY)
    _printed(pair, theirs)
    pair.later(days=3)
    timers.ring(pair.lender, Tally())
    _printed(pair, theirs)
    assert [one.kind for one in requests.show(pair.lender, theirs).events][:4] == [
        "print-slip", "needed-soon", "print-slip", "will-supply"
    ]  # fmt: skip
    view, how = acts.undone(pair.lender, theirs, answered.events[0].act)
    assert (how, view.line.state, view.line.flags) == (Undo.WHOLE, S.NEW, before.line.flags)
    assert check.check(pair.lender).problems == ()


def _printed(pair: Pair, number: str) -> None:
    printing.was_printed(pair.lender, printing.PrintOrder("pull-slip", (number,)))


@pytest.mark.parametrize("named", [True, False])
def test_a_slip_printed_since_goes_with_the_answer_that_is_taken_back(
    pair: Pair, named: bool
) -> None:
    _, theirs = pair.ask()
    before = requests.show(pair.lender, theirs)
    answered = acts.do(pair.lender, theirs, A.WILL_SUPPLY)
    for _ in range(2):  # and once more, for the first was torn
        _printed(pair, theirs)
    view, how = acts.undone(pair.lender, theirs, answered.events[0].act if named else "")
    assert how is Undo.WHOLE
    assert (view.line.state, view.line.flags) == (S.NEW, before.line.flags)
    assert [(one.kind, one.undone) for one in view.events][:6] == [
        *[("undo", False)] * 3, ("print-slip", True), ("print-slip", True), ("will-supply", True)
    ]  # fmt: skip
    assert view.in_front is A.WILL_SUPPLY
    assert check.check(pair.lender).problems == ()
    with pytest.raises(CannotUndo, match="nothing"):
        acts.undo(pair.lender, theirs)
    again = acts.do(pair.lender, theirs, A.WILL_SUPPLY)
    assert again.in_front is A.PRINT_SLIP


def test_a_slip_printed_after_the_answer_left_is_undone_alone_unless_the_answer_is_meant(
    pair: Pair,
) -> None:
    _, theirs = pair.ask()
    answered = acts.do(pair.lender, theirs, A.WILL_SUPPLY)
    post.run(pair.lender, now=True)
    _printed(pair, theirs)
    assert acts.undo(pair.lender, theirs).line.state is S.TO_FETCH
    _printed(pair, theirs)
    view, how = acts.undone(pair.lender, theirs, answered.events[0].act)
    assert (how, view.line.state) == (Undo.RESTATE, S.NEW)
    assert check.check(pair.lender).problems == ()


def test_what_was_meant_stays_where_more_than_a_slip_came_since(pair: Pair) -> None:
    _, theirs = pair.ask()
    answered = acts.do(pair.lender, theirs, A.WILL_SUPPLY)
    _printed(pair, theirs)
    after = acts.do(pair.lender, theirs, A.FETCHED)
    with pytest.raises(CannotUndo, match="more-since"):
        acts.undo(pair.lender, theirs, answered.events[0].act)
    assert requests.show(pair.lender, theirs).events == after.events


def test_staff_messages_wait_for_second_thoughts(pair: Pair) -> None:
    acts.do(pair.borrower, a_request(pair.borrower, THEIRS), A.SEND)
    assert post.run(pair.borrower).written == 0
    pair.later(minutes=11)
    assert post.run(pair.borrower).written == 1


def test_a_closed_request_is_reopened_where_it_was(desk: Desk) -> None:
    number = sent(desk)
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "loaned"})
    acts.do(desk, number, A.CLOSE, {"reason": "other"})
    assert acts.do(desk, number, A.REOPEN, {"reason": "by mistake"}).line.state is S.ON_ITS_WAY
    event = requests.show(desk, number).events[0]
    assert (event.kind, event.state_from, event.state_to) == ("reopen", S.CLOSED, S.ON_ITS_WAY)
    assert check.check(desk).problems == ()


def test_undoing_a_reopening_brings_the_ending_back(desk: Desk) -> None:
    number = sent(desk)
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "unfilled"})
    acts.do(desk, number, A.GIVE_UP, {"reason": "other"})
    before = milestones(desk)
    acts.do(desk, number, A.REOPEN, {"reason": "other"})
    assert milestones(desk) != before
    assert acts.undo(desk, number).line.state is S.UNFILLED
    assert milestones(desk) == before
    assert check.check(desk).problems == ()


def milestones(desk: Desk) -> list[tuple]:
    with desk.database.read() as session:
        rows = session.execute(
            text('SELECT request_id, kind, "on", act FROM milestone ORDER BY 1, 2')
        )
        return [tuple(row) for row in rows]


def test_a_done_request_that_was_voided_by_mistake_is_done_again(desk: Desk) -> None:
    number = sent(desk)
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "loaned"})
    acts.do(desk, number, A.RECEIVED)
    acts.do(desk, number, A.SENT_BACK)
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "loan-completed"})
    before = milestones(desk)
    acts.do(desk, number, A.VOID, {"reason": "other"})
    acts.do(desk, number, A.REOPEN, {"reason": "other"})
    assert states(desk) == {number: S.DONE}
    assert milestones(desk) == before
    with pytest.raises(Refused):
        acts.do(desk, number, A.RECEIVED)


def test_a_request_is_here_at_the_first_volume_and_back_at_the_last(desk: Desk) -> None:
    number = sent(desk)
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "loaned", "item": ["V1", "V2", "V3"]})
    acts.do(desk, number, A.RECEIVED)
    assert acts.do(desk, number, A.SENT_BACK, {"item": "V2"}).line.state is S.HERE
    assert acts.do(desk, number, A.SENT_BACK, {"item": "V1"}).line.state is S.HERE
    view = acts.do(desk, number, A.SENT_BACK, {"item": ["v3", "V3"]})
    assert view.line.state is S.SENT_BACK
    assert [item.barcode for item in view.items] == ["V1", "V2", "V3"]
    assert {item.state for item in view.items} == {"sent-back"}


def sent_again(desk: Desk) -> str:
    """A second request with the same partner."""
    number = a_request(desk, THEIRS)
    acts.do(desk, number, A.SEND)
    return number


def test_only_a_volume_of_the_request_goes_back(desk: Desk) -> None:
    other, number = sent(desk), sent_again(desk)
    acts.do(desk, other, A.RECORD_ANSWER, {"answer": "loaned", "item": ["Z9"]})
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "loaned", "item": ["V1", "V2"]})
    acts.do(desk, number, A.RECEIVED)
    before = requests.show(desk, number)
    for code, owner in (("z9", other), (other, other), ("X1", ""), (number, number)):
        with pytest.raises(NotOfRequest) as refused:
            acts.do(desk, number, A.SENT_BACK, {"item": ["V1", code]})
        assert refused.value == NotOfRequest(number, code, owner, ("V1", "V2"))
    assert requests.show(desk, number) == before


def lent(desk: Desk, *codes: str) -> str:
    """A loan to a partner, its volumes found on the shelf."""
    a_manual_partner(desk)
    number = lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
    acts.do(desk, number, A.WILL_SUPPLY, {"item": codes})
    return number


def codes(view: RequestView) -> dict[str, str]:
    return {item.barcode: item.state for item in view.items}


def test_another_copy_in_hand_takes_the_place_of_the_one_noted(desk: Desk) -> None:
    number = lent(desk, "UB-777")
    assert codes(acts.do(desk, number, A.FETCHED, {"item": "ub-999"})) == {"ub-999": "wanted"}
    assert codes(acts.undo(desk, number)) == {"UB-777": "wanted"}
    acts.do(desk, number, A.FETCHED, {"item": ["UB-777", "UB-778"]})
    assert codes(acts.do(desk, number, A.SHIP, {"item": "UB-779"})) == {"UB-779": "sent"}
    assert codes(acts.do(desk, number, A.IS_BACK, {"item": "UB-779"})) == {"UB-779": "back"}
    assert check.check(desk).problems == ()


def test_what_is_not_sent_out_is_no_volume_of_the_loan_until_that_is_undone(desk: Desk) -> None:
    number = lent(desk, "UB-1", "UB-2", "UB-3")
    before = acts.do(desk, number, A.FETCHED)
    view = acts.do(desk, number, A.SHIP, {"item": ["ub-1", "UB-3"]})
    assert codes(view) == {"UB-1": "sent", "UB-3": "sent"}
    after = acts.undo(desk, number)
    assert (codes(after), after.line.state) == (codes(before), S.TO_SEND)
    assert set(codes(acts.do(desk, number, A.SHIP))) == {"UB-1", "UB-2", "UB-3"}


def test_the_volume_that_came_is_the_one_that_goes_back(desk: Desk) -> None:
    number = sent(desk)
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "loaned", "item": ["V1", "V2"]})
    view = acts.do(desk, number, A.RECEIVED, {"item": ["V1", "X9"]})
    assert codes(view) == {"V1": "here", "X9": "here"}


def test_barcodes_are_corrected_taken_away_and_added(desk: Desk) -> None:
    number = lent(desk, "UB-1", "UB-2")
    acts.do(desk, number, A.FETCHED)
    acts.do(desk, number, A.SHIP)
    acts.do(desk, number, A.IS_BACK, {"item": "UB-1"})
    view = requests.edit(desk, number, {"item": ["ub-1", "UB-9", "UB-8"]})
    assert codes(view) == {"ub-1": "back", "UB-9": "sent", "UB-8": "sent"}
    assert codes(requests.edit(desk, number, {"item": ["UB-1", "UB-9"]})) == {
        "UB-1": "back",
        "UB-9": "sent",
    }
    assert codes(acts.undo(desk, number)) == codes(view)
    assert requests.edit(desk, number, {"item": ""}).items == ()
    view = requests.edit(desk, number, {"item": "UB-7"})
    assert codes(view) == {"UB-7": "sent"}


def test_a_volume_without_a_barcode_takes_one_that_is_nobodys(desk: Desk) -> None:
    other, number = sent(desk), sent_again(desk)
    acts.do(desk, other, A.RECORD_ANSWER, {"answer": "loaned", "item": ["Z9"]})
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "loaned"})
    acts.do(desk, number, A.RECEIVED)
    with pytest.raises(NotOfRequest):
        acts.do(desk, number, A.SENT_BACK, {"item": "Z9"})
    view = acts.do(desk, number, A.SENT_BACK, {"item": "X1"})
    assert (view.line.state, [item.barcode for item in view.items]) == (S.SENT_BACK, ["X1"])


def test_the_strap_of_a_request_names_its_one_volume(desk: Desk) -> None:
    number = sent(desk)
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "loaned", "item": "V1"})
    acts.do(desk, number, A.RECEIVED)
    view = acts.do(desk, number, A.SENT_BACK, {"item": number})
    assert (view.line.state, [item.barcode for item in view.items]) == (S.SENT_BACK, ["V1"])


def test_the_strap_names_the_last_volume_that_is_left(desk: Desk) -> None:
    number = sent(desk)
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "loaned", "item": ["V1", "V2"]})
    acts.do(desk, number, A.RECEIVED)
    assert acts.do(desk, number, A.SENT_BACK, {"item": "V1"}).line.state is S.HERE
    assert acts.do(desk, number, A.SENT_BACK, {"item": number}).line.state is S.SENT_BACK


def test_a_copy_that_came_back_is_lent_and_comes_back_again(desk: Desk) -> None:
    sent(desk)
    for items in ({"item": "B-77"}, {}):
        number = lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
        acts.do(desk, number, A.WILL_SUPPLY)
        acts.do(desk, number, A.SHIP, items)
        view = acts.do(desk, number, A.IS_BACK, {"item": "B-77"})
        assert (view.line.state, [one.barcode for one in view.items]) == (S.DONE, ["B-77"])
    for items in ({"item": "B-77"}, {}):
        number = sent_again(desk)
        acts.do(desk, number, A.RECORD_ANSWER, {"answer": "loaned", **items})
        acts.do(desk, number, A.RECEIVED)
        view = acts.do(desk, number, A.SENT_BACK, {"item": "b-77"})
        assert view.line.state is S.SENT_BACK


def test_a_volume_sent_back_alone_can_be_undone(desk: Desk) -> None:
    number = sent(desk)
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "loaned", "item": ["V1", "V2"]})
    acts.do(desk, number, A.RECEIVED)
    acts.do(desk, number, A.SENT_BACK, {"item": "V2"})
    view = acts.undo(desk, number)
    assert {item.barcode: item.state for item in view.items} == {"V1": "here", "V2": "here"}


def test_a_lending_request_is_taken_down_at_the_counter(desk: Desk) -> None:
    a_manual_partner(desk)
    number = lending.record(
        desk, NewLending(Service.LOAN, BOOK, THEIRS, their_id=" X/7 ", note="Please hurry")
    )
    view = requests.show(desk, number)
    assert (view.line.state, view.line.their_id, view.line.our_id) == (S.NEW, "X/7", number)
    assert view.line.partner.name == "Perpustakaan B"
    assert (view.notes[0].audience, view.notes[0].text) == ("partner", "Please hurry")


@pytest.mark.parametrize(
    ("new", "error"),
    [
        (NewLending(Service.LOAN, Citation(), THEIRS), Invalid),
        (NewLending(Service.LOAN, BOOK, THIRD), Missing),
        (NewLending(Service.LOAN, BOOK, "nobody"), Invalid),
    ],
)
def test_a_lending_request_needs_a_title_and_a_partner(desk: Desk, new, error) -> None:
    a_manual_partner(desk)
    with pytest.raises(error):
        lending.record(desk, new)
    assert states(desk) == {}


def test_messages_of_one_request_never_leave_out_of_order(pair: Pair) -> None:
    ours, _ = pair.ask()
    pair.later(hours=1)
    acts.do(pair.borrower, ours, A.ASK_STATUS)
    acts.do(pair.borrower, ours, A.WRITE_MESSAGE, {"note": "any news?"})
    rows = ledger.messages(pair.borrower, LedgerQuery(direction="out", states=("held",)))
    assert len(rows.messages) == 2
    pair.post()
    names = sorted(m.file for m in pair.here(ours).messages if m.direction == "out")
    stamps = [name.split("_")[0] for name in names if "RAM" in name]
    assert stamps == sorted(set(stamps))
    assert Flag.UNREAD in pair.there("26000001").line.flags


def test_words_that_came_with_an_act_go_with_it(desk: Desk) -> None:
    number = sent(desk)
    acts.do(desk, number, A.WRITE_MESSAGE, {"note": "kept"})
    acts.do(desk, number, A.RECORD_ANSWER, {"answer": "unfilled", "note": "on the wrong request"})
    acts.undo(desk, number)
    assert [note.text for note in requests.show(desk, number).notes] == ["kept"]
    acts.do(desk, number, A.CLOSE, {"reason": "other", "note": "no"})
    acts.undo(desk, number)
    acts.undo(desk, number)
    assert requests.show(desk, number).notes == ()
