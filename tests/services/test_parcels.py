"""The open tray: what goes to one partner is put together and closed with one label."""

from decimal import Decimal

import pytest

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import CannotUndo, Invalid, Missing, Why
from ill_desktop.domain.lifecycle.states import Action, Service, Side, State
from ill_desktop.domain.money import Money
from ill_desktop.services import acts, lending, parcels, requests
from ill_desktop.services.bulk import Done
from ill_desktop.services.desk import Desk
from ill_desktop.services.lending import NewLending
from tests.services.desks import THEIRS, THIRD, Pair, a_manual_partner, a_request


def fetched(desk: Desk, partner: str = THEIRS, title: str = "Belenggu") -> str:
    """A lending request whose book lies on the desk."""
    number = lending.record(desk, NewLending(Service.LOAN, Citation(title=title), partner))
    acts.do(desk, number, Action.WILL_SUPPLY)
    acts.do(desk, number, Action.FETCHED, {"item": ["B-1"]})
    return number


def test_what_goes_to_one_partner_goes_into_one_parcel(desk: Desk) -> None:
    a_manual_partner(desk)
    a_manual_partner(desk, THIRD, "Perpustakaan C")
    first, second, other = fetched(desk), fetched(desk), fetched(desk, THIRD)
    parcel = parcels.put_in(desk, first)
    assert parcels.put_in(desk, second).number == parcel.number
    assert parcels.put_in(desk, second) == parcels.show(desk, parcel.number)
    assert parcels.put_in(desk, other).number != parcel.number
    shown = parcels.show(desk, parcel.number)
    assert [one.number for one in shown.contents] == [first, second]
    assert (shown.symbol, shown.side, shown.closed_at) == (THEIRS, Side.LENDING, None)
    assert len(parcels.still_open(desk)) == 2
    assert parcel.number == "P26000001"


def test_a_closed_parcel_is_known_to_each_request(desk: Desk) -> None:
    a_manual_partner(desk)
    first, second = fetched(desk), fetched(desk)
    for number in (first, second):
        parcel = parcels.put_in(desk, number)
    closed = parcels.close(desk, parcel.number, " JNE-7781 ")
    assert parcels.still_open(desk) == ()
    assert parcels.of_request(desk, second) == closed
    assert (closed.tracking, closed.closed_at) == ("JNE-7781", desk.clock.now())
    with pytest.raises(Invalid) as told:
        parcels.close(desk, parcel.number)
    assert told.value.why is Why.ALREADY_CLOSED
    with pytest.raises(Invalid):
        parcels.take_out(desk, parcel.number, first)


@pytest.mark.parametrize(
    ("typed", "grams"), [("1.5", 1500), (" 1,25 kg ", 1250), ("2", 2000), ("", None)]
)
def test_a_parcel_is_closed_with_its_weight_and_value(
    desk: Desk, typed: str, grams: int | None
) -> None:
    a_manual_partner(desk)
    parcel = parcels.put_in(desk, fetched(desk)).number
    closed = parcels.close(desk, parcel, "", typed, "Rp350.000")
    assert (closed.grams, closed.value) == (grams, Money(Decimal(350000), "IDR"))
    again = parcels.reopen(desk, parcel, ())
    assert (again.grams, again.value) == (None, None)


@pytest.mark.parametrize("typed", ["heavy", "0", "-1", "1.5 lb", "99999", "1.2345"])
def test_a_weight_that_is_none_closes_no_parcel(desk: Desk, typed: str) -> None:
    a_manual_partner(desk)
    parcel = parcels.put_in(desk, fetched(desk)).number
    with pytest.raises(Invalid) as told:
        parcels.close(desk, parcel, weight=typed)
    assert (told.value.field, told.value.why) == ("weight", Why.NOT_A_WEIGHT)
    assert parcels.show(desk, parcel).closed_at is None


def test_what_is_taken_out_is_in_no_parcel(desk: Desk) -> None:
    a_manual_partner(desk)
    first, second = fetched(desk), fetched(desk)
    parcels.put_in(desk, first)
    parcel = parcels.put_in(desk, second).number
    assert parcels.take_out(desk, parcel, first) is not None
    assert parcels.of_request(desk, first) is None
    assert parcels.take_out(desk, parcel, second) is None
    assert parcels.still_open(desk) == ()
    with pytest.raises(Missing):
        parcels.show(desk, parcel)


def test_what_does_not_lie_on_the_desk_cannot_be_packed(desk: Desk) -> None:
    a_manual_partner(desk)
    draft = a_request(desk, THEIRS)
    with pytest.raises(Invalid) as told:
        parcels.put_in(desk, draft)
    assert told.value.why is Why.NOT_READY


def test_what_travels_cannot_be_packed_again(desk: Desk) -> None:
    a_manual_partner(desk)
    number = fetched(desk)
    parcel = parcels.put_in(desk, number)
    parcels.close(desk, parcel.number)
    acts.do(desk, number, Action.SHIP)
    with pytest.raises(Invalid) as told:
        parcels.put_in(desk, number)
    assert told.value.why is Why.ALREADY_PACKED


def test_what_was_borrowed_goes_back_in_a_parcel(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.lends(theirs, Action.SHIP)
    pair.borrows(ours, Action.RECEIVED)
    parcel = parcels.put_in(pair.borrower, ours)
    assert parcel.side is Side.BORROWING
    assert parcel.symbol == THEIRS


def a_sent_parcel(desk: Desk, *numbers: str) -> tuple[str, Done]:
    """A closed parcel of some requests, and what was noted of its sending."""
    for number in numbers:
        parcel = parcels.put_in(desk, number).number
    parcels.close(desk, parcel, "JNE-1")
    return parcel, parcels.send(desk, parcel)


def state(desk: Desk, number: str) -> State:
    return requests.show(desk, number).line.state


def test_a_parcel_closed_by_mistake_is_open_again_with_all_that_lay_in_it(desk: Desk) -> None:
    a_manual_partner(desk)
    first, second = fetched(desk), fetched(desk)
    parcel, sent = a_sent_parcel(desk, first, second)
    assert [number for number, _ in sent.done] == [first, second]
    again = parcels.reopen(desk, parcel, sent.done)
    assert (again.number, again.closed_at, again.tracking) == (parcel, None, "")
    assert [one.number for one in again.contents] == [first, second]
    assert {state(desk, number) for number in (first, second)} == {State.TO_SEND}
    assert parcels.take_out(desk, parcel, first) is not None


def test_a_parcel_opened_again_is_put_with_the_one_begun_since(desk: Desk) -> None:
    a_manual_partner(desk)
    first, second = fetched(desk), fetched(desk)
    parcel, sent = a_sent_parcel(desk, first)
    begun = parcels.put_in(desk, second).number
    assert parcels.reopen(desk, parcel, sent.done).number == begun
    (left,) = parcels.still_open(desk)
    assert {one.number for one in left.contents} == {first, second}
    with pytest.raises(Missing):
        parcels.show(desk, parcel)


def test_a_parcel_stays_closed_where_one_request_has_gone_on(desk: Desk) -> None:
    a_manual_partner(desk)
    first, second = fetched(desk), fetched(desk)
    parcel, sent = a_sent_parcel(desk, first, second)
    acts.do(desk, second, Action.IS_BACK)
    with pytest.raises(CannotUndo):
        parcels.reopen(desk, parcel, sent.done)
    assert parcels.show(desk, parcel).closed_at is not None
    assert state(desk, first) is State.SENT_OUT


def test_what_was_taken_back_alone_does_not_keep_a_parcel_closed(desk: Desk) -> None:
    a_manual_partner(desk)
    first, second = fetched(desk), fetched(desk)
    parcel, sent = a_sent_parcel(desk, first, second)
    acts.undo(desk, first)
    assert parcels.reopen(desk, parcel, sent.done).closed_at is None
    assert {state(desk, number) for number in (first, second)} == {State.TO_SEND}


def test_who_was_told_of_a_parcel_is_told_that_it_was_not_sent(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.lends(theirs, Action.SHIP)
    pair.borrows(ours, Action.RECEIVED)
    parcel, sent = a_sent_parcel(pair.borrower, ours)
    pair.later(hours=1)
    pair.post()
    parcels.reopen(pair.borrower, parcel, sent.done)
    assert state(pair.borrower, ours) is State.HERE
    pair.later(hours=1)
    pair.post()
    assert "withdrawn: sent-back" in pair.there(theirs).notes[-1].text
