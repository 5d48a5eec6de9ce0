"""The walks of LIFECYCLE §4, with two desks and files between them."""

import itertools
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ill_desktop.domain.exchange import Dialect
from ill_desktop.domain.lifecycle.states import Action, Flag, Service, State
from ill_desktop.formats import iso18626
from ill_desktop.services import acts, check, post, requests, statistics
from ill_desktop.services.desk import Desk
from ill_desktop.store.lines import ListQuery
from tests.services.desks import THEIRS, THIRD, Pair, a_pair, a_request

A, S = Action, State
EDITIONS = ("1.1", "1.2", "2021")
PAIRS = (("auto", "auto"), *itertools.product(EDITIONS, EDITIONS))


@pytest.fixture(params=[None, *(pytest.param(one, marks=pytest.mark.long) for one in PAIRS)])
def pair(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Pair]:
    """Two desks, each writing in an edition of its own.

    Each walk has its own pair of editions; the long form walks each in all of them.
    """
    name = request.node.originalname.encode()
    made = a_pair(tmp_path, *(request.param or PAIRS[zlib.crc32(name) % len(PAIRS)]))
    yield made
    made.close()


@pytest.fixture(autouse=True)
def both_desks_are_sound(pair: Pair):
    """After every walk all files are read, nothing failed, and `check` finds nothing.

    Whatever was written is strictly valid in its edition.
    """
    yield
    for data in pair.sent():
        version = re.search(rb'ill:version="([^"]+)"', data)
        dialect = Dialect.named(version[1].decode()) if version else None
        assert dialect is not None
        assert iso18626.faults(data, dialect) == []
    assert [p for p in pair.mail.rglob("*") if p.is_file()] == []
    assert sum(report.failed + report.quarantined for report in pair.reports) == 0
    assert check.check(pair.borrower).problems == ()
    assert check.check(pair.lender).problems == ()


def stand(pair: Pair, ours: str, theirs: str) -> tuple[State, State]:
    return pair.here(ours).line.state, pair.there(theirs).line.state


def counted(desk: Desk) -> dict[str, Any]:
    """The figures of the month the walks are in."""
    return {one.code: one.value for one in statistics.figures(desk, "2026-03", "2026-03").measures}


def lent(pair: Pair) -> tuple[str, str]:
    """A loan that is in the borrower's hands."""
    ours, theirs = pair.ask()
    pair.lends(theirs, A.WILL_SUPPLY)
    pair.lends(theirs, A.SHIP, item="B-1")
    pair.borrows(ours, A.RECEIVED)
    return ours, theirs


def test_a_loan_goes_out_and_comes_back(pair: Pair) -> None:
    ours, theirs = pair.ask()
    assert stand(pair, ours, theirs) == (S.SENT, S.NEW)
    pair.lends(theirs, A.CHECKING)
    assert stand(pair, ours, theirs) == (S.EXPECTED, S.EXPECTED)
    pair.lends(theirs, A.WILL_SUPPLY)
    assert stand(pair, ours, theirs) == (S.WILL_SUPPLY, S.TO_FETCH)
    pair.lends(theirs, A.PRINT_SLIP)
    pair.lends(theirs, A.FETCHED)
    pair.lends(theirs, A.SHIP, item="B-77", due="+30")
    assert stand(pair, ours, theirs) == (S.ON_ITS_WAY, S.SENT_OUT)
    view = pair.borrows(ours, A.RECEIVED)
    assert [item.barcode for item in view.items] == ["B-77"]
    assert view.line.due == pair.there(theirs).line.due
    assert stand(pair, ours, theirs) == (S.HERE, S.AT_BORROWER)
    pair.borrows(ours, A.SENT_BACK)
    assert stand(pair, ours, theirs) == (S.SENT_BACK, S.COMING_BACK)
    pair.lends(theirs, A.IS_BACK)
    assert stand(pair, ours, theirs) == (S.DONE, S.DONE)


def test_what_was_done_on_an_earlier_day_is_news_to_the_partner_all_the_same(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.later(days=3)
    pair.lends(theirs, A.WILL_SUPPLY)
    pair.lends(theirs, A.SHIP, on="2026-03-11")
    assert stand(pair, ours, theirs) == (S.ON_ITS_WAY, S.SENT_OUT)
    pair.borrows(ours, A.RECEIVED)
    pair.borrows(ours, A.SENT_BACK, on="2026-03-11")
    pair.lends(theirs, A.IS_BACK, on="2026-03-10")
    assert stand(pair, ours, theirs) == (S.DONE, S.DONE)


def test_a_short_partner_only_ships_and_takes_back(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.lends(theirs, A.SHIP)
    acts.do(pair.borrower, ours, A.RECORD_ANSWER, {"answer": "note"})
    pair.borrows(ours, A.SENT_BACK)
    assert stand(pair, ours, theirs) == (S.SENT_BACK, S.COMING_BACK)
    pair.lends(theirs, A.IS_BACK)
    assert stand(pair, ours, theirs) == (S.DONE, S.DONE)


def test_a_copy_comes_as_a_link(pair: Pair) -> None:
    ours, theirs = pair.ask(Service.COPY)
    pair.lends(theirs, A.SEND_COPY, url="https://example.org/scan.pdf")
    assert stand(pair, ours, theirs) == (S.COPY_SENT, S.DONE)
    view = pair.borrows(ours, A.COPY_RECEIVED)
    assert (view.line.state, view.link) == (S.DONE, "https://example.org/scan.pdf")
    assert view.items == ()


@pytest.mark.parametrize("asked", [Service.COPY, Service.LOAN])
def test_a_copy_comes_before_they_said_that_they_sent_it(pair: Pair, asked: Service) -> None:
    ours, theirs = pair.ask(asked)
    pair.lends(theirs, A.WILL_SUPPLY)
    assert A.COPY_RECEIVED in pair.here(ours).actions
    view = pair.borrows(ours, A.COPY_RECEIVED, note="Thanks.")
    assert (view.line.service, view.line.flags) == (Service.COPY, ())
    kept = asked is Service.LOAN
    assert stand(pair, ours, theirs) == (S.DONE, S.AT_BORROWER if kept else S.DONE)
    lent = pair.there(theirs)
    assert Flag.ATTENTION in lent.line.flags
    assert lent.why.text == "it is with them, and our sending was not recorded"
    told = f"{CAME_AS_COPY} Thanks." if kept else "Thanks."
    assert [note.text for note in lent.notes] == [told]
    borrowed, supplied = counted(pair.borrower), counted(pair.lender)
    assert (borrowed["B3"], borrowed["B3n"], borrowed["B8"].n) == (1, 1, 1)
    assert supplied["L2"] == supplied["L2r" if kept else "L2n"] == 1


CAME_AS_COPY = "It came as a copy; there is nothing to send back."


def test_what_came_of_a_copy_or_loan_is_for_the_lender_to_say(pair: Pair) -> None:
    ours, theirs = pair.ask(Service.COPY_OR_LOAN)
    pair.lends(theirs, A.WILL_SUPPLY)
    pair.borrows(ours, A.COPY_RECEIVED, note=f"{CAME_AS_COPY} Thanks.")
    assert stand(pair, ours, theirs) == (S.DONE, S.TO_FETCH)
    assert [note.text for note in pair.there(theirs).notes] == [f"{CAME_AS_COPY} Thanks."]
    assert Flag.ATTENTION in pair.there(theirs).line.flags
    pair.lends(theirs, A.SEND_COPY)
    assert stand(pair, ours, theirs) == (S.DONE, S.DONE)
    assert pair.here(ours).line.flags == ()


def test_conditions_are_accepted(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.lends(theirs, A.SUPPLY_WITH_CONDITIONS, condition="LibraryUseOnly", cost="15 USD")
    view = pair.here(ours)
    assert view.line.state is S.CONDITIONS
    assert (view.condition, str(view.cost)) == ("LibraryUseOnly", "15 USD")
    pair.borrows(ours, A.ACCEPT_CONDITIONS)
    assert stand(pair, ours, theirs) == (S.WILL_SUPPLY, S.TO_FETCH)
    pair.lends(theirs, A.SHIP)
    assert stand(pair, ours, theirs) == (S.ON_ITS_WAY, S.SENT_OUT)


def test_conditions_are_refused(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.lends(theirs, A.SUPPLY_WITH_CONDITIONS, condition="LibraryUseOnly")
    pair.borrows(ours, A.REFUSE_CONDITIONS)
    assert pair.here(ours).line.state is S.NOT_SUPPLIED
    assert Flag.CANCEL_ASKED in pair.there(theirs).line.flags
    pair.lends(theirs, A.ACCEPT_CANCEL)
    assert stand(pair, ours, theirs) == (S.NOT_SUPPLIED, S.CANCELLED)


def test_a_cancel_in_time_is_granted(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.borrows(ours, A.ASK_CANCEL)
    assert pair.there(theirs).line.primary_action is A.ACCEPT_CANCEL
    pair.lends(theirs, A.ACCEPT_CANCEL)
    assert stand(pair, ours, theirs) == (S.CANCELLED, S.CANCELLED)


def test_a_cancel_too_late_is_answered_by_the_shipping(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.borrows(ours, A.ASK_CANCEL)
    pair.lends(theirs, A.SHIP)
    assert stand(pair, ours, theirs) == (S.ON_ITS_WAY, S.SENT_OUT)
    view = pair.here(ours)
    assert Flag.CANCEL_ASKED not in view.line.flags
    assert Flag.ATTENTION in view.line.flags


def test_a_cancel_crosses_the_shipping(pair: Pair) -> None:
    ours, theirs = pair.ask()
    acts.do(pair.borrower, ours, A.ASK_CANCEL)
    acts.do(pair.lender, theirs, A.SHIP)
    pair.post()
    assert stand(pair, ours, theirs) == (S.ON_ITS_WAY, S.SENT_OUT)
    assert Flag.CANCEL_ASKED not in pair.here(ours).line.flags


def test_a_retry_gets_a_fresh_id_and_a_linked_request(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.lends(theirs, A.ASK_RETRY, reason="OnLoan", after="+2")
    assert stand(pair, ours, theirs) == (S.RETRY, S.RETRY_OFFERED)
    pair.borrows(ours, A.TRY_AGAIN)
    second = requests.page(pair.lender, ListQuery(limit=1)).lines[0]
    assert second.number != theirs
    assert second.their_id == f"{ours}-2" == pair.here(ours).line.our_id
    pair.lends(second.number, A.SHIP)
    assert stand(pair, ours, second.number) == (S.ON_ITS_WAY, S.SENT_OUT)


def test_the_next_supplier_is_asked_and_the_first_one_changes_its_mind(pair: Pair) -> None:
    ours, theirs = pair.ask(Service.LOAN, THEIRS, THIRD)
    pair.lends(theirs, A.CANNOT_SUPPLY, reason="NotOnShelf")
    assert pair.here(ours).line.state is S.NOT_SUPPLIED
    pair.borrows(ours, A.SEND_NEXT)
    assert pair.here(ours).line.partner.symbol == THIRD
    acts.do(pair.lender, theirs, A.REOPEN, {"reason": "other"})
    pair.lends(theirs, A.WILL_SUPPLY)
    view = pair.here(ours)
    assert (view.line.state, view.line.partner.symbol) == (S.SENT, THIRD)
    assert (view.line.flags, view.why.text) == ((Flag.UNREAD,), "A library asked before wrote")
    pair.lends(theirs, A.SHIP, item="B-9")
    late = pair.here(ours)
    assert Flag.ATTENTION in late.line.flags
    assert late.why.text == "Perpustakaan B was given up and is sending after all"
    assert late.why.action is A.USE_ATTEMPT
    assert late.why.message == next(one.id for one in late.messages if one.direction == "in")
    assert late.events[0].label == "A library given up before is sending after all"
    view = pair.borrows(ours, A.USE_ATTEMPT)
    assert (view.line.state, view.line.partner.symbol) == (S.ON_ITS_WAY, THEIRS)
    assert view.line.due == pair.there(theirs).line.due is not None
    assert [item.barcode for item in view.items] == ["B-9"]


@pytest.mark.parametrize("answer", [A.RENEW, A.REFUSE_RENEWAL])
def test_a_renewal_is_answered(pair: Pair, answer: Action) -> None:
    ours, theirs = lent(pair)
    before = pair.here(ours).line.due
    pair.borrows(ours, A.ASK_RENEW)
    assert Flag.RENEW_ASKED in pair.there(theirs).line.flags
    pair.lends(theirs, answer)
    view = pair.here(ours)
    assert Flag.RENEW_ASKED not in view.line.flags
    assert (view.line.due > before) is (answer is A.RENEW)
    assert view.line.due == pair.there(theirs).line.due


def test_an_overdue_loan_is_renewed(pair: Pair) -> None:
    ours, theirs = lent(pair)
    pair.lends(theirs, A.REPORT_OVERDUE)
    assert Flag.OVERDUE in pair.here(ours).line.flags
    pair.borrows(ours, A.ASK_RENEW)
    pair.lends(theirs, A.RENEW, due="+60")
    assert Flag.OVERDUE not in pair.here(ours).line.flags
    assert Flag.OVERDUE not in pair.there(theirs).line.flags


def test_a_recalled_loan_is_sent_back(pair: Pair) -> None:
    ours, theirs = lent(pair)
    pair.lends(theirs, A.RECALL, due="+5")
    view = pair.here(ours)
    assert Flag.RECALLED in view.line.flags
    assert view.line.due == pair.there(theirs).line.due
    pair.borrows(ours, A.SENT_BACK)
    assert stand(pair, ours, theirs) == (S.SENT_BACK, S.COMING_BACK)


def test_a_lost_loan_ends_on_both_sides(pair: Pair) -> None:
    ours, theirs = lent(pair)
    pair.lends(theirs, A.REPORT_OVERDUE)
    pair.lends(theirs, A.NOT_COMING_BACK)
    assert stand(pair, ours, theirs) == (S.DONE, S.LOST)
    assert Flag.LOST in pair.here(ours).line.flags


def test_received_before_the_loaned_message(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.lends(theirs, A.WILL_SUPPLY)
    pair.borrows(ours, A.RECEIVED)
    assert Flag.SHIPMENT_MESSAGE_MISSING in pair.here(ours).line.flags
    assert stand(pair, ours, theirs) == (S.HERE, S.AT_BORROWER)


def test_a_status_request_brings_the_borrower_up_to_date(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.later(hours=1)
    acts.do(pair.lender, theirs, A.SHIP)
    post.run(pair.lender, now=True)
    for lost in (pair.mail / "to-a").glob("*_SAM-*.xml"):
        lost.unlink()
    pair.post()
    assert stand(pair, ours, theirs) == (S.SENT, S.SENT_OUT)
    pair.borrows(ours, A.ASK_STATUS)
    assert stand(pair, ours, theirs) == (S.ON_ITS_WAY, S.SENT_OUT)


def test_every_message_twice_changes_nothing_more(pair: Pair) -> None:
    def twice(act: Callable[[], object]) -> None:
        pair.later(hours=1)
        act()
        for desk, inbox in ((pair.borrower, "to-b"), (pair.lender, "to-a")):
            post.run(desk, now=True)
            for file in (pair.mail / inbox).glob("*.xml"):
                (file.parent / f"again-{file.name}").write_bytes(file.read_bytes())
        pair.post()

    ours = a_request(pair.borrower, THEIRS)
    twice(lambda: acts.do(pair.borrower, ours, A.SEND))
    assert requests.page(pair.lender, ListQuery()).total == 1
    theirs = requests.page(pair.lender, ListQuery()).lines[0].number
    twice(lambda: acts.do(pair.lender, theirs, A.WILL_SUPPLY))
    twice(lambda: acts.do(pair.lender, theirs, A.SHIP, {"item": "B-1"}))
    twice(lambda: acts.do(pair.borrower, ours, A.RECEIVED))
    twice(lambda: acts.do(pair.borrower, ours, A.SENT_BACK))
    twice(lambda: acts.do(pair.lender, theirs, A.IS_BACK))
    assert stand(pair, ours, theirs) == (S.DONE, S.DONE)
    assert len(pair.here(ours).items) == 1
    assert sum(report.duplicate for report in pair.reports) > 0
