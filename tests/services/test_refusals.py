"""Why a library does not supply: kept as a code, and told in words wherever its no is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ill_desktop.domain.lifecycle.states import Action, Service, State
from ill_desktop.services import acts, ledger, partners, requests
from ill_desktop.services.desk import Desk
from ill_desktop.store.mailbook import LedgerQuery
from ill_desktop.words import attempts
from ill_desktop.words.messages import brief_of
from tests.services.desks import OURS, THEIRS, THIRD, Pair, a_manual_partner, a_pair, a_request


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = a_pair(tmp_path)
    yield made
    made.close()


def test_the_reason_of_a_no_is_told_on_both_desks(pair: Pair) -> None:
    ours, theirs = pair.ask(Service.LOAN)
    pair.lends(theirs, Action.CANNOT_SUPPLY, reason="NotOnShelf")
    view = pair.here(ours)
    words = pair.borrower.words
    assert view.line.state is State.NOT_SUPPLIED
    assert [one.label for one in view.events[:1]] == ["They cannot supply: Not on shelf"]
    assert view.why is not None
    assert view.why.text == "They cannot supply: Not on shelf"
    assert view.why.action is Action.SEND_NEXT
    assert attempts.answer(words, view.attempts[0]) == "cannot supply: Not on shelf"
    assert [one.because for one in view.messages if one.summary == "Unfilled"] == ["NotOnShelf"]
    there = ledger.messages(pair.lender, LedgerQuery(direction="out")).messages
    assert [one.because for one in there if one.summary == "Unfilled"] == ["NotOnShelf"]
    label = "We said that we cannot supply: Not on shelf"
    assert label in [one.label for one in pair.there(theirs).events]


@pytest.mark.parametrize("style", ["a", "b", "c"])
def test_what_the_status_of_a_message_does_not_tell_is_told_on_both_desks(
    pair: Pair, style: str
) -> None:
    for desk, symbol in ((pair.borrower, THEIRS), (pair.lender, OURS)):
        partners.change(desk, symbol, {"conditions": style})
    ours, theirs = pair.ask(Service.LOAN)
    pair.lends(theirs, Action.SUPPLY_WITH_CONDITIONS, cost="5 USD")
    pair.lends(theirs, Action.WRITE_MESSAGE, note="The shelf is being moved.")
    pair.borrows(ours, Action.ACCEPT_CONDITIONS)
    pair.borrows(ours, Action.WRITE_MESSAGE, note="There is no hurry.")
    for view, words in (
        (pair.here(ours), pair.borrower.words),
        (pair.there(theirs), pair.lender.words),
    ):
        said = [brief_of(words, one) for one in view.messages if "Confirm" not in one.kind]
        assert said[:-1] == ["Note", "Conditions accepted", "Note", "On conditions"]
        assert {one.because for one in view.messages} == {""}


def test_the_reason_of_a_try_later_is_told(pair: Pair) -> None:
    ours, theirs = pair.ask(Service.LOAN)
    pair.lends(theirs, Action.ASK_RETRY, reason="OnLoan", after="+5")
    why = pair.here(ours).why
    assert why is not None
    assert why.text == "It can be tried again: On loan"


def test_a_no_by_telephone_keeps_its_reason_and_other_words_become_a_note(desk: Desk) -> None:
    number = a_request(desk, a_manual_partner(desk))
    acts.do(desk, number, Action.SEND)
    given = {"answer": "unfilled", "reason": "Sedang dipamerkan"}
    view = acts.do(desk, number, Action.RECORD_ANSWER, given)
    assert view.attempts[0].reason == "other"
    assert [(one.text, one.theirs) for one in view.notes] == [("Sedang dipamerkan", True)]
    acts.undo(desk, number)
    view = acts.do(desk, number, Action.RECORD_ANSWER, {"answer": "unfilled", "reason": "OnLoan"})
    assert (view.attempts[0].reason, view.notes) == ("OnLoan", ())
    odd = attempts.asked_before(desk.words, THEIRS, requests.show(desk, number).attempts)
    assert odd == "Perpustakaan B was asked for this already: cannot supply: On loan."


def test_a_note_says_whose_words_it_holds(pair: Pair) -> None:
    ours, theirs = pair.ask(Service.LOAN)
    pair.lends(theirs, Action.WRITE_MESSAGE, note="Sebentar")
    pair.borrows(ours, Action.WRITE_MESSAGE, note="Baik")
    assert [(n.text, n.theirs) for n in pair.here(ours).notes] == [
        ("Baik", False),
        ("Sebentar", True),
    ]
    assert [(n.text, n.theirs) for n in pair.there(theirs).notes] == [
        ("Baik", True),
        ("Sebentar", False),
    ]


def test_words_of_a_library_asked_before_are_not_taken_for_those_of_the_one_asked_now(
    pair: Pair,
) -> None:
    def heard() -> list[tuple[str, bool]]:
        return [(n.text, n.now) for n in pair.here(ours).notes if n.theirs]

    ours, theirs = pair.ask(Service.LOAN, THEIRS, THIRD)
    pair.lends(theirs, Action.WRITE_MESSAGE, note="Sebentar")
    assert heard() == [("Sebentar", True)]
    pair.borrows(ours, Action.MOVE_ON)
    pair.borrows(ours, Action.SEND_NEXT)
    pair.lends(theirs, Action.REFUSE_CANCEL, note="Sudah dikirim")
    assert heard() == [("Sudah dikirim", False), ("Sebentar", False)]
    pair.borrows(ours, Action.RECORD_ANSWER, answer="will-supply", note="Besok")
    assert heard() == [("Besok", True), ("Sudah dikirim", False), ("Sebentar", False)]
