"""The open tray: what goes to one partner is put together and closed with one label."""

import pytest

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import Invalid, Missing, Why
from ill_desktop.domain.lifecycle.states import Action, Service, Side
from ill_desktop.services import acts, lending, parcels
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
