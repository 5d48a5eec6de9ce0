"""Two desks whose partners' cards say how they like to be written to and read."""

import pytest
from lxml import etree
from sqlalchemy import select

from ill_desktop.domain.errors import Invalid
from ill_desktop.domain.exchange import Dialect
from ill_desktop.domain.lifecycle.states import Action, Flag, Service, State
from ill_desktop.formats.iso18626 import elements
from ill_desktop.services import acts, ledger, partners, post, requests
from ill_desktop.services.check import check
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from ill_desktop.store.rows import EventRow, MessageRow
from tests.services.desks import OURS, THEIRS, THIRD, Pair, a_request

A, S = Action, State


def borrower_writes(pair: Pair, **habits: str) -> None:
    """What the borrower's card of the lender says."""
    _set(pair.borrower, THEIRS, habits)


def lender_writes(pair: Pair, **habits: str) -> None:
    """What the lender's card of the borrower says."""
    _set(pair.lender, OURS, habits)


def _set(desk: object, symbol: str, habits: dict[str, str]) -> None:
    partners.change(desk, symbol, {key.replace("_", "-"): v for key, v in habits.items()})


def texts(pair: Pair, element: str) -> list[str]:
    """What an element says in every message sent, the borrower's newest first."""
    tag = f"{{{elements.NAMESPACE}}}{element}"
    return [e.text or "" for data in pair.sent() for e in etree.fromstring(data).iter(tag)]


def states(pair: Pair, ours: str, theirs: str) -> tuple[State, State]:
    return pair.here(ours).line.state, pair.there(theirs).line.state


# --- editions ---------------------------------------------------------------------------------


@pytest.mark.parametrize("dialect", Dialect)
def test_a_partner_is_answered_in_the_edition_it_wrote_in(pair: Pair, dialect: Dialect) -> None:
    borrower_writes(pair, dialect=dialect.value)
    _, theirs = pair.ask()
    pair.lends(theirs, A.WILL_SUPPLY)
    assert partners.show(pair.lender, OURS).dialect == dialect.value
    versions = {
        etree.fromstring(data).get(f"{{{elements.NAMESPACE}}}version") for data in pair.sent()
    }
    assert {Dialect.named(version or "") for version in versions} == {dialect}


def test_version_and_prefix_of_the_card_are_written(pair: Pair) -> None:
    borrower_writes(pair, dialect="2021", version="2021-3", prefix="ns1")
    pair.ask()
    request = next(data for data in pair.sent() if b"bibliographicInfo" in data)
    assert b"<ns1:ISO18626Message" in request
    assert b'ns1:version="2021-3"' in request


def test_what_does_not_fit_is_told_before_it_is_sent(pair: Pair) -> None:
    borrower_writes(pair, note_length="10")
    ours, _ = pair.ask()
    acts.do(pair.borrower, ours, A.WRITE_MESSAGE, {"note": "a long story about a book"})
    line = ledger.messages(pair.borrower, LedgerQuery(limit=1)).messages[0]
    assert (line.state, line.reason, line.detail) == ("held", "left-out", "note")
    assert "no place" in ledger.message(pair.borrower, line.id).reason_text


# --- conditions -------------------------------------------------------------------------------


@pytest.mark.parametrize("theirs_style", "abc")
@pytest.mark.parametrize("our_style", "abc")
def test_conditions_are_agreed_to_in_every_style(
    pair: Pair, our_style: str, theirs_style: str
) -> None:
    borrower_writes(pair, conditions=our_style)
    lender_writes(pair, conditions=theirs_style)
    ours, theirs = pair.ask()
    pair.lends(theirs, A.SUPPLY_WITH_CONDITIONS, condition="LibraryUseOnly", cost="15 USD")
    view = pair.here(ours)
    assert (view.line.state, view.condition, str(view.cost)) == (
        S.CONDITIONS,
        "LibraryUseOnly",
        "15 USD",
    )
    pair.borrows(ours, A.ACCEPT_CONDITIONS, note="Terima kasih")
    assert states(pair, ours, theirs) == (S.WILL_SUPPLY, S.TO_FETCH)
    shown = [note.text for note in pair.there(theirs).notes]
    assert any("Terima kasih" in text for text in shown)
    assert not any("#" in text for text in shown)


@pytest.mark.parametrize("dialect", Dialect)
def test_conditions_by_the_book_are_a_retry_and_the_request_goes_on(
    pair: Pair, dialect: Dialect
) -> None:
    borrower_writes(pair, conditions="d", dialect=dialect.value)
    lender_writes(pair, conditions="d", dialect=dialect.value)
    ours, theirs = pair.ask()
    pair.lends(theirs, A.SUPPLY_WITH_CONDITIONS, condition="LibraryUseOnly", cost="15 USD")
    assert states(pair, ours, theirs) == (S.RETRY, S.WAIT_CONDITIONS)
    assert "CostExceedsMaxCost" in texts(pair, "reasonRetry")
    pair.borrows(ours, A.TRY_AGAIN)
    assert states(pair, ours, theirs) == (S.SENT, S.TO_FETCH)
    assert str(pair.here(ours).max_cost) == "15 USD" == str(pair.there(theirs).max_cost)
    pair.lends(theirs, A.SHIP)
    assert states(pair, ours, theirs) == (S.ON_ITS_WAY, S.SENT_OUT)
    assert requests.page(pair.lender, ListQuery()).total == 1


def test_what_is_said_under_a_new_id_is_heard_in_the_batch_that_brought_the_id(pair: Pair) -> None:
    """What a batch knows ahead of ids that are new ends with the message that brings one."""
    borrower_writes(pair, conditions="d")
    lender_writes(pair, conditions="d")
    ours, theirs = pair.ask()
    pair.lends(theirs, A.SUPPLY_WITH_CONDITIONS, condition="LibraryUseOnly")
    second = a_request(pair.borrower, THEIRS)
    for number, first, then in ((ours, A.TRY_AGAIN, A.ASK_CANCEL), (second, A.SEND, A.ASK_CANCEL)):
        for action in (first, then):
            pair.later(minutes=5)
            acts.do(pair.borrower, number, action)
    post.run(pair.borrower, now=True)
    report = post.run(pair.lender)
    assert (report.read, report.applied) == (4, 4)
    lent = requests.page(pair.lender, ListQuery(limit=2)).lines
    assert all(Flag.CANCEL_ASKED in line.flags for line in lent)


@pytest.mark.parametrize("style", "abc")
def test_conditions_are_refused_in_every_style(pair: Pair, style: str) -> None:
    borrower_writes(pair, conditions=style)
    ours, theirs = pair.ask()
    pair.lends(theirs, A.SUPPLY_WITH_CONDITIONS, condition="LibraryUseOnly")
    pair.borrows(ours, A.REFUSE_CONDITIONS)
    assert pair.here(ours).line.state is S.NOT_SUPPLIED
    assert Flag.CANCEL_ASKED in pair.there(theirs).line.flags


@pytest.mark.parametrize("place", ["offeredCosts", "deliveryCosts"])
def test_a_price_is_understood_wherever_the_card_puts_it(pair: Pair, place: str) -> None:
    lender_writes(pair, cost_field=place)
    ours, theirs = pair.ask()
    pair.lends(theirs, A.SUPPLY_WITH_CONDITIONS, cost="15 USD")
    assert (pair.here(ours).line.state, str(pair.here(ours).cost)) == (S.CONDITIONS, "15 USD")


@pytest.mark.parametrize("dialect", Dialect)
def test_two_volumes_arrive_as_two_in_every_edition(pair: Pair, dialect: Dialect) -> None:
    lender_writes(pair, dialect=dialect.value)
    ours, theirs = pair.ask()
    pair.lends(theirs, A.SHIP, item=["B-1", "B-2"])
    assert [item.barcode for item in pair.here(ours).items] == ["B-1", "B-2"]
    pair.borrows(ours, A.RECEIVED)
    pair.borrows(ours, A.SENT_BACK, item="B-1")
    assert pair.here(ours).line.state is S.HERE
    pair.borrows(ours, A.SENT_BACK, item="B-2")
    assert states(pair, ours, theirs) == (S.SENT_BACK, S.COMING_BACK)


def test_a_retry_under_the_same_id_is_taken(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.lends(theirs, A.ASK_RETRY, reason="OnLoan")
    request = next(data for data in pair.sent() if b"bibliographicInfo" in data)
    again = request.replace(b">New<", b">Retry<").replace(b"T04:00:00Z<", b"T09:00:00Z<")
    assert again != request
    (pair.mail / "to-b" / "again.xml").write_bytes(again)
    pair.post()
    second = requests.page(pair.lender, ListQuery(limit=1)).lines[0]
    assert (second.number != theirs, second.their_id) == (True, pair.here(ours).line.our_id)
    pair.lends(second.number, A.SHIP)
    assert pair.here(ours).line.state is S.ON_ITS_WAY


# --- ids and what a system knows --------------------------------------------------------------


def test_ids_have_the_partners_pattern(pair: Pair) -> None:
    borrower_writes(pair, id_pattern="plain")
    ours, theirs = pair.ask()
    assert pair.here(ours).line.our_id == f"{ours}1" == pair.there(theirs).line.their_id
    pair.lends(theirs, A.WILL_SUPPLY)
    assert pair.here(ours).line.state is S.WILL_SUPPLY


def test_an_id_longer_than_they_take_is_not_sent(pair: Pair) -> None:
    borrower_writes(pair, id_length="9")
    ours = a_request(pair.borrower, THEIRS)
    with pytest.raises(Invalid):
        acts.do(pair.borrower, ours, A.SEND)
    assert pair.here(ours).line.state is S.DRAFT


def test_an_address_from_the_note_is_on_the_label(pair: Pair) -> None:
    from ill_desktop.services import partners as cards

    cards.set_own_address(pair.lender, "return", ("Gudang B", "Jl. Kembali 3"))
    lender_writes(pair, address_in_note="yes")
    ours, theirs = pair.ask()
    pair.lends(theirs, A.SHIP, note="Hati-hati")
    assert "Jl. Kembali 3" in pair.here(ours).return_address
    assert [note.text for note in pair.here(ours).notes] == ["Hati-hati"]


@pytest.mark.parametrize("knows", ["yes", "no"])
def test_a_renewal_is_asked_for_whether_or_not_they_have_a_code_for_it(
    pair: Pair, knows: str
) -> None:
    borrower_writes(pair, renew=knows)
    ours, theirs = pair.ask()
    pair.lends(theirs, A.SHIP)
    pair.borrows(ours, A.RECEIVED)
    pair.borrows(ours, A.ASK_RENEW)
    assert Flag.RENEW_ASKED in pair.there(theirs).line.flags


@pytest.mark.parametrize("dialect", ["1.1", "1.2", "2021"])
def test_a_loss_is_told_in_every_edition(pair: Pair, dialect: str) -> None:
    borrower_writes(pair, dialect=dialect)
    ours, theirs = pair.ask()
    pair.lends(theirs, A.SHIP)
    pair.borrows(ours, A.RECEIVED)
    pair.borrows(ours, A.REPORT_LOST)
    assert Flag.LOST in pair.there(theirs).line.flags


@pytest.mark.parametrize("knows", ["yes", "no"])
def test_a_recall_arrives_whether_or_not_they_have_a_code_for_it(pair: Pair, knows: str) -> None:
    lender_writes(pair, recall=knows)
    ours, theirs = pair.ask()
    pair.lends(theirs, A.SHIP)
    pair.borrows(ours, A.RECEIVED)
    pair.lends(theirs, A.RECALL, due="+5")
    assert Flag.RECALLED in pair.here(ours).line.flags
    assert pair.here(ours).line.due == pair.there(theirs).line.due


def test_a_return_is_held_and_released_in_the_2021_edition(pair: Pair) -> None:
    lender_writes(pair, dialect="2021")
    ours, theirs = pair.ask()
    pair.lends(theirs, A.SHIP)
    pair.borrows(ours, A.RECEIVED)
    pair.lends(theirs, A.HOLD_RETURN)
    assert Flag.HOLD_RETURN in pair.here(ours).line.flags
    pair.lends(theirs, A.RELEASE_HOLD)
    assert Flag.HOLD_RETURN not in pair.here(ours).line.flags
    lender_writes(pair, dialect="1.2")
    assert A.HOLD_RETURN not in pair.there(theirs).actions


def test_a_book_sent_on_is_said_as_they_know_it(pair: Pair) -> None:
    borrower_writes(pair, forward="no")
    ours, theirs = pair.ask()
    pair.lends(theirs, A.SHIP)
    pair.borrows(ours, A.RECEIVED)
    pair.borrows(ours, A.SENT_ON)
    assert "ShippedForward" not in texts(pair, "action")
    assert states(pair, ours, theirs) == (S.SENT_BACK, S.COMING_BACK)


# --- reading ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("reading", "arrives"), [("lenient", True), ("strict", False)])
def test_a_partner_is_read_as_strictly_as_its_card_says(
    pair: Pair, reading: str, arrives: bool
) -> None:
    lender_writes(pair, reading=reading)
    ours = a_request(pair.borrower, THEIRS)
    acts.do(pair.borrower, ours, A.SEND)
    post.run(pair.borrower, now=True)
    (file,) = (pair.mail / "to-b").glob("*.xml")
    data = file.read_bytes().replace(b"<ill:edition>", b"<ill:edition>")
    file.write_bytes(data.replace(b"<ill:header>", b'<ill:header colour="red">'))
    pair.post()
    assert (requests.page(pair.lender, ListQuery()).total == 1) is arrives
    assert ("BadlyFormedMessage" in texts(pair, "errorType")) is not arrives


def test_an_old_koha_without_namespace_is_read_where_its_card_says_so(pair: Pair) -> None:
    lender_writes(pair, koha_old="yes")
    ours = a_request(pair.borrower, THEIRS)
    acts.do(pair.borrower, ours, A.SEND)
    post.run(pair.borrower, now=True)
    (file,) = (pair.mail / "to-b").glob("*.xml")
    file.write_bytes(file.read_bytes().replace(b"http://illtransactions.org/2013/iso18626", b"x:y"))
    pair.post()
    assert requests.page(pair.lender, ListQuery()).total == 1


# --- by itself --------------------------------------------------------------------------------


def test_a_request_is_answered_at_once_where_the_card_says_so(pair: Pair) -> None:
    lender_writes(pair, auto_received="yes")
    ours, theirs = pair.ask()
    assert texts(pair, "status") == ["RequestReceived"]
    assert states(pair, ours, theirs) == (S.SENT, S.NEW)
    with pair.lender.database.read() as session:
        made, said = (
            set(session.scalars(select(row.act))) - {""} for row in (EventRow, MessageRow)
        )
    assert len(said) == 1
    assert said == made  # the answer belongs to the act that made the request
    pair.lends(theirs, A.WILL_SUPPLY)
    assert texts(pair, "reasonForMessage").count("StatusChange") == 2  # the other: confirmation


@pytest.mark.parametrize(("habit", "state"), [("yes", S.CANCELLED), ("no", S.NEW)])
def test_a_new_request_is_cancelled_by_itself_where_the_card_says_so(
    pair: Pair, habit: str, state: State
) -> None:
    lender_writes(pair, auto_cancel=habit)
    ours, theirs = pair.ask()
    pair.borrows(ours, A.ASK_CANCEL)
    assert pair.there(theirs).line.state is state
    assert (pair.here(ours).line.state is S.CANCELLED) is (habit == "yes")
    assert check(pair.lender).problems == ()


def test_a_reminder_is_answered_where_the_card_says_so(pair: Pair) -> None:
    lender_writes(pair, auto_reminder="yes")
    ours, _ = pair.ask()
    pair.borrows(ours, A.REMIND)
    assert "StatusRequestResponse" in texts(pair, "reasonForMessage")
    assert pair.here(ours).line.state is S.SENT


@pytest.mark.parametrize(("way", "state"), [("auto", S.SENT), ("ask", S.NOT_SUPPLIED)])
def test_the_next_library_is_asked_by_itself_or_proposed(
    pair: Pair, way: str, state: State
) -> None:
    pair.borrower.set_setting("ask-next", way == "auto")
    ours, theirs = pair.ask(Service.LOAN, THEIRS, THIRD)
    pair.lends(theirs, A.CANNOT_SUPPLY, reason="NotHeld")
    line = pair.here(ours).line
    assert line.state is state
    if way == "auto":
        assert line.partner.symbol == THIRD
        assert check(pair.borrower).problems == ()
    else:
        assert line.primary_action is A.SEND_NEXT


def test_an_answer_is_used_although_the_next_library_cannot_be_asked(pair: Pair) -> None:
    pair.borrower.set_setting("ask-next", True)
    _set(pair.borrower, THIRD, {"id_length": "9"})
    ours, theirs = pair.ask(Service.LOAN, THEIRS, THIRD)
    pair.lends(theirs, A.CANNOT_SUPPLY, reason="NotHeld")
    view = pair.here(ours)
    assert (view.line.state, view.line.partner.symbol) == (S.NOT_SUPPLIED, THEIRS)
    assert Flag.ATTENTION in view.line.flags
    assert view.events[0].kind == "next-not-asked"
    assert not list((pair.mail / "to-a").glob("*.xml"))
    assert check(pair.borrower).problems == ()
    _set(pair.borrower, THIRD, {"id_length": "20"})
    pair.borrows(ours, A.SEND_NEXT)
    assert pair.here(ours).line.state is S.SENT


@pytest.mark.parametrize(
    ("habit", "asks", "told"),
    [
        ("auto_cancel", A.ASK_CANCEL, "not-cancelled"),
        ("auto_reminder", A.REMIND, "not-answered"),
    ],
)
def test_a_message_is_used_although_it_cannot_be_answered_by_itself(
    pair: Pair, habit: str, asks: A, told: str
) -> None:
    ours, theirs = pair.ask()
    lender_writes(pair, **{habit: "yes"})
    with pair.lender.database.work() as session:  # to whom an answer goes is no longer known
        session.connection().exec_driver_sql("UPDATE request SET requester_symbol = 'gone'")
    pair.borrows(ours, asks)
    view = pair.there(theirs)
    assert Flag.ATTENTION in view.line.flags
    assert view.events[0].kind == told
    assert view.line.state is S.NEW
    assert (Flag.CANCEL_ASKED in view.line.flags) is (asks is A.ASK_CANCEL)
    assert not list((pair.mail / "to-b").glob("*.xml"))
    assert check(pair.lender).problems == ()
