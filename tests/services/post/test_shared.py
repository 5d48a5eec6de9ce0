"""One channel, several partners behind it: a broker's folders."""

import pytest

from ill_desktop.domain.codes import Reason, Status
from ill_desktop.domain.errors import Invalid
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.lifecycle.states import Action, State
from ill_desktop.domain.message import (
    AgencyId,
    Header,
    MessageInfo,
    StatusInfo,
    SupplyingAgencyMessage,
)
from ill_desktop.formats import iso18626
from ill_desktop.services import acts, ledger, partners, post, requests
from ill_desktop.services import check as checking
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.views import MessageLine
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from tests.services.desks import OURS, THEIRS, THIRD, Pair, a_request

A, S = Action, State
_ALL = ListQuery(limit=0)


@pytest.fixture
def broker(pair: Pair) -> Pair:
    """The third library is reached through the folders of the second."""
    partners.change(pair.borrower, THIRD, {"channel-of": THEIRS})
    return pair


def _sent(pair: Pair, *suppliers: str) -> str:
    number = a_request(pair.borrower, *suppliers)
    acts.do(pair.borrower, number, A.SEND)
    post.run(pair.borrower, now=True)
    return number


def _answers(pair: Pair, ours: str, who: str) -> None:
    """The lender's desk answers under the name of `who`."""
    theirs = next(
        r.number for r in requests.page(pair.lender, _ALL).lines if r.their_id.startswith(ours)
    )
    acts.do(pair.lender, theirs, A.WILL_SUPPLY)
    post.run(pair.lender, now=True)
    for file in (pair.mail / "to-a").glob("*_SAM-*.xml"):
        text = file.read_text().replace(">ID-B<", f">{who.partition(':')[2]}<")
        file.write_text(text)
    pair.later(seconds=5)
    post.run(pair.borrower, now=True)


def test_both_leave_and_read_in_the_same_folders(broker: Pair) -> None:
    b, c = (partners.show(broker.borrower, symbol) for symbol in (THEIRS, THIRD))
    assert (c.inbox, c.outbox) == (b.inbox, b.outbox)
    assert (c.settings["channel-of"], b.settings["channel-of"]) == (THEIRS, THIRD)
    _sent(broker, THIRD)
    (file,) = (broker.mail / "to-b").glob("*.xml")
    assert "ID-C" in file.name


def test_the_same_folders_given_twice_are_one_channel(pair: Pair) -> None:
    b = partners.show(pair.borrower, THEIRS)
    made = partners.add(pair.borrower, NewPartner("D", ("ISIL:ID-D",), b.inbox, b.outbox))
    assert made.settings["channel-of"] == THEIRS


def test_the_agency_in_the_header_tells_who_speaks(broker: Pair) -> None:
    ours = _sent(broker, THIRD)
    file = next((broker.mail / "to-b").glob("*.xml"))
    file.write_text(file.read_text().replace(">ID-C<", ">ID-B<"))
    post.run(broker.lender, now=True)
    _answers(broker, ours, THIRD)
    assert broker.here(ours).line.state is S.WILL_SUPPLY


def test_one_of_them_speaking_of_the_other_s_request_waits(broker: Pair) -> None:
    ours = _sent(broker, THEIRS)
    post.run(broker.lender, now=True)
    _answers(broker, ours, THIRD)
    assert broker.here(ours).line.state is S.SENT
    waiting = ledger.messages(broker.borrower, LedgerQuery(states=("attention",), limit=0))
    assert [line.reason for line in waiting.messages] == ["sender-mismatch"]


def _says(pair: Pair, ours: str, status: Status, reason: Reason, note: str) -> MessageLine:
    """The library the folders belong to writes about a request that the third one was asked for."""
    header = Header(
        supplying_agency_id=AgencyId.of(Symbol.parse(THEIRS)),
        requesting_agency_id=AgencyId.of(Symbol.parse(OURS)),
        timestamp=pair.borrower.clock.now().replace(microsecond=0),
        requesting_agency_request_id=pair.here(ours).line.our_id,
    )
    info = MessageInfo(reason, note=note)
    changed = StatusInfo(status, last_change=header.timestamp)
    said = iso18626.write(SupplyingAgencyMessage(header, info, changed))
    (pair.mail / "to-a" / f"{status.value}.xml").write_bytes(said)
    post.run(pair.borrower, now=True)
    ledger_now = ledger.messages(pair.borrower, LedgerQuery(direction="in", limit=0)).messages
    return next(one for one in ledger_now if one.file == f"{status.value}.xml")


def test_a_broker_speaks_for_the_library_its_note_names(broker: Pair) -> None:
    ours = _sent(broker, THIRD)
    said = _says(broker, ours, Status.WILL_SUPPLY, Reason.STATUS_CHANGE, f"Supplier: {THIRD}")
    assert (said.state, broker.here(ours).line.state) == ("applied", S.WILL_SUPPLY)


def test_a_broker_that_names_another_library_waits(broker: Pair) -> None:
    ours = _sent(broker, THIRD)
    said = _says(broker, ours, Status.WILL_SUPPLY, Reason.STATUS_CHANGE, "Supplier: ISIL:ID-X")
    assert (said.reason, broker.here(ours).line.state) == ("sender-mismatch", S.SENT)


def test_nobody_speaks_for_a_library_of_another_channel(pair: Pair) -> None:
    ours, fourth = _sent(pair, THEIRS), "ISIL:ID-D"
    partners.add(pair.borrower, NewPartner("D", (fourth,), str(pair.mail / "d"), str(pair.mail)))
    header = Header(
        supplying_agency_id=AgencyId.of(Symbol.parse(fourth)),
        requesting_agency_id=AgencyId.of(Symbol.parse(OURS)),
        timestamp=pair.borrower.clock.now(),
        requesting_agency_request_id=pair.here(ours).line.our_id,
    )
    info = MessageInfo(Reason.STATUS_CHANGE, note=f"Supplier: {THEIRS}")
    changed = StatusInfo(Status.UNFILLED, last_change=header.timestamp)
    said = SupplyingAgencyMessage(header, info, changed)
    (pair.mail / "d" / "x.xml").write_bytes(iso18626.write(said))
    post.run(pair.borrower, now=True)
    assert pair.here(ours).line.state is S.SENT
    waiting = ledger.messages(pair.borrower, LedgerQuery(states=("attention",), limit=0))
    assert [line.reason for line in waiting.messages] == ["sender-mismatch"]


def test_a_library_passed_over_by_a_broker_is_heard_and_moves_nothing(broker: Pair) -> None:
    ours = _sent(broker, THIRD)
    said = _says(broker, ours, Status.UNFILLED, Reason.NOTIFICATION, "It is at the binder's")
    view = broker.here(ours)
    assert (said.state, said.reason) == ("applied", "passed-over")
    assert (view.line.state, view.line.flags) == (S.SENT, ())
    (note,) = view.notes
    assert (note.text, note.theirs, note.now) == ("It is at the binder's", True, False)
    assert checking.check(broker.borrower).ok


def test_a_library_not_in_the_directory_waits(broker: Pair) -> None:
    ours = _sent(broker, THEIRS)
    post.run(broker.lender, now=True)
    _answers(broker, ours, "ISIL:ID-X")
    assert broker.here(ours).line.state is S.SENT
    waiting = ledger.messages(broker.borrower, LedgerQuery(states=("attention",), limit=0))
    assert [line.reason for line in waiting.messages] == ["unknown-sender"]


@pytest.mark.parametrize("symbol", ["ISIL:ID-X", THIRD])
def test_a_channel_is_shared_only_with_a_partner_that_has_one(pair: Pair, symbol: str) -> None:
    with pytest.raises(Invalid):
        partners.change(pair.borrower, THIRD, {"channel-of": symbol})
