"""One channel, several partners behind it: a broker's folders."""

import pytest

from ill_desktop.domain.errors import Invalid
from ill_desktop.domain.lifecycle.states import Action, State
from ill_desktop.services import acts, ledger, partners, post, requests
from ill_desktop.services.partners import NewPartner
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from tests.services.desks import THEIRS, THIRD, Pair, a_request

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
