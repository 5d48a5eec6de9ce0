"""A confirmation that names nothing of ours: staff say which request it is about."""

from pathlib import Path

import pytest

from ill_desktop.domain.errors import Invalid, Why
from ill_desktop.domain.lifecycle.states import Action, Flag
from ill_desktop.services import acts, ledger, partners, post, requests
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.post.matching import foreseen, match
from ill_desktop.services.views import MessageLine
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from tests.services.desks import THEIRS, THIRD, Desk, Pair, a_request

WHY = b"""<ill:errorData>
  <ill:errorType>BadlyFormedMessage</ill:errorType><ill:errorValue>title</ill:errorValue>
</ill:errorData>"""
REFUSED = (
    (b"Status>OK<", b"Status>ERROR<"),
    (b"</ill:confirmationHeader>", b"</ill:confirmationHeader>" + WHY),
)


def out(desk: Desk, kind: str) -> list[MessageLine]:
    """What left of a kind, the first first."""
    found = ledger.messages(desk, LedgerQuery(direction="out", limit=0)).messages
    return [one for one in found if one.kind == kind][::-1]


def waiting(desk: Desk) -> MessageLine:
    """The one message that waits for a person."""
    (line,) = ledger.messages(desk, LedgerQuery(direction="in", state="attention")).messages
    return line


def astray(desk: Desk, folder: Path, *changed: tuple[bytes, bytes]) -> MessageLine:
    """The confirmation in a desk's folder names nothing of ours; it is read and waits."""
    (file,) = folder.glob("*.confirm.xml")
    text = file.read_bytes()
    for before, after in changed:
        assert before in text
        text = text.replace(before, after)
    file.unlink()
    (folder / "answer.xml").write_bytes(text)
    assert post.run(desk).attention == 1
    line = waiting(desk)
    assert (line.reason, line.is_orphan) == ("unmatched-confirmation", True)
    return line


def asked(pair: Pair) -> str:
    """A request that arrived; its confirmation lies in our folder."""
    number = a_request(pair.borrower, THEIRS)
    acts.do(pair.borrower, number, Action.SEND)
    post.run(pair.borrower, now=True)
    pair.later(minutes=5)
    post.run(pair.lender, now=True)
    return number


def of_nothing(number: str) -> tuple[bytes, bytes]:
    """The number becomes one that we never gave."""
    return f">{number}-1<".encode(), b">R-77<"


def test_a_confirmation_is_matched_to_the_request_it_is_about(pair: Pair) -> None:
    ours = asked(pair)
    line = astray(pair.borrower, pair.mail / "to-a", of_nothing(ours))
    pair.later(hours=2)
    before = ledger.messages(pair.borrower, LedgerQuery(limit=0))
    seen = foreseen(pair.borrower, line.id, ours)
    assert (seen.ours.kind, seen.ours.state, seen.line.state) == ("request", "confirmed", "applied")
    assert ledger.messages(pair.borrower, LedgerQuery(limit=0)) == before
    done = match(pair.borrower, line.id, ours, seen.before.version)
    assert (done.line.state, done.line.request, done.line.reason) == ("applied", ours, "")
    (request,) = out(pair.borrower, "request")
    assert done.ours == seen.ours == request
    assert request.confirmed_at == line.at  # when it came, not when it was matched
    assert (done.leaving, ledger.waiting(pair.borrower)) == ((), 0)
    with pytest.raises(Invalid):
        match(pair.borrower, line.id, ours)


def test_a_refusal_is_matched_and_its_request_wants_a_look(pair: Pair) -> None:
    ours = asked(pair)
    line = astray(pair.borrower, pair.mail / "to-a", of_nothing(ours), *REFUSED)
    done = match(pair.borrower, line.id, ours)
    assert (done.ours.state, done.ours.reason) == ("refused", "refused-by-partner")
    assert done.ours.detail == "BadlyFormedMessage: title"
    assert Flag.ATTENTION in done.after.line.flags
    assert done.after.why.message == done.ours.id


def test_a_lender_matches_the_confirmation_of_its_answer(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.later(hours=1)
    for action in (Action.WILL_SUPPLY, Action.FETCHED, Action.SHIP):
        acts.do(pair.lender, theirs, action)
        post.run(pair.lender, now=True)
        pair.later(minutes=5)
    said = out(pair.lender, "supplyingAgencyMessage")
    waits = [one.id for one in said if one.state == "written"]
    assert len(waits) == 2
    post.run(pair.borrower, now=True)
    first, last = sorted((pair.mail / "to-b").glob("*.confirm.xml"))
    first.unlink()
    stamps = (b"timestampReceived>20", b"timestampReceived>19"), (b"timestamp>20", b"timestamp>19")
    line = astray(pair.lender, last.parent, (f">{ours}-1<".encode(), b">R-77<"), *stamps)
    assert match(pair.lender, line.id, theirs).ours.id == waits[-1]
    states = [ledger.message(pair.lender, one).line.state for one in waits]
    assert states == ["written", "confirmed"]


def test_what_left_after_it_came_is_not_confirmed_by_it(pair: Pair) -> None:
    ours = asked(pair)
    line = astray(pair.borrower, pair.mail / "to-a", of_nothing(ours))
    (request,) = out(pair.borrower, "request")
    pair.later(hours=1)
    ledger.resend(pair.borrower, request.id)
    later = a_request(pair.borrower, THEIRS)
    acts.do(pair.borrower, later, Action.SEND)
    post.run(pair.borrower, now=True)
    with pytest.raises(Invalid) as caught:
        match(pair.borrower, line.id, later)
    assert caught.value.why is Why.NOTHING_TO_CONFIRM
    assert match(pair.borrower, line.id, ours).ours.id == request.id


def test_the_request_before_the_one_that_was_tried_again_can_be_confirmed(pair: Pair) -> None:
    ours = asked(pair)
    (theirs,) = requests.page(pair.lender, ListQuery(limit=0)).lines
    line = astray(pair.borrower, pair.mail / "to-a", of_nothing(ours))
    pair.lends(theirs.number, Action.ASK_RETRY, reason="OnLoan")
    acts.do(pair.borrower, ours, Action.TRY_AGAIN)
    (first,) = out(pair.borrower, "request")[:1]
    assert match(pair.borrower, line.id, ours).ours.id == first.id
    assert ledger.message(pair.borrower, first.id).line.state == "confirmed"


def test_a_confirmation_is_matched_to_no_request_with_somebody_else(pair: Pair) -> None:
    ours = asked(pair)
    line = astray(pair.borrower, pair.mail / "to-a", of_nothing(ours))
    other = a_request(pair.borrower, THIRD)
    acts.do(pair.borrower, other, Action.SEND)
    for named in (foreseen, match):
        with pytest.raises(Invalid) as caught:
            named(pair.borrower, line.id, other)
        assert caught.value.why is Why.NOT_WITH_PARTNER
    draft = a_request(pair.borrower, THEIRS)
    with pytest.raises(Invalid):
        match(pair.borrower, line.id, draft)
    assert waiting(pair.borrower) == line


def test_who_wrote_it_has_to_own_the_folder_it_came_through(pair: Pair) -> None:
    ours = asked(pair)
    places = (str(pair.mail / "from-d"), str(pair.mail / "to-d"))
    partners.add(pair.borrower, NewPartner("Perpustakaan D", ("ISIL:ID-D",), *places))
    in_name_of_another = (THEIRS.partition(":")[2].encode(), b"ID-D")
    line = astray(pair.borrower, pair.mail / "to-a", of_nothing(ours), in_name_of_another)
    with pytest.raises(Invalid) as caught:
        match(pair.borrower, line.id, ours)
    assert caught.value.why is Why.NOT_THEIR_LETTERBOX
    assert waiting(pair.borrower) == line


def test_one_that_names_nobody_is_of_whoever_alone_has_the_folder(pair: Pair) -> None:
    ours = asked(pair)
    (file,) = (pair.mail / "to-a").glob("*.confirm.xml")
    text = file.read_bytes()
    supplier = text[
        text.index(b"<ill:supplyingAgencyId>") : text.index(b"<ill:requestingAgencyId>")
    ]
    line = astray(pair.borrower, file.parent, of_nothing(ours), (supplier, b""))
    assert match(pair.borrower, line.id, ours).ours.state == "confirmed"


def test_in_a_folder_that_several_use_its_writer_is_named(pair: Pair) -> None:
    to_a, to_b = str(pair.mail / "to-a"), str(pair.mail / "to-b")
    partners.add(pair.borrower, NewPartner("Perpustakaan D", ("ISIL:ID-D",), to_a, to_b))
    line = astray(pair.borrower, Path(to_a), of_nothing(asked(pair)))
    assert line.partner == "Perpustakaan B"
