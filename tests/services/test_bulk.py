"""One act on several requests: looked at beforehand, done one by one, taken back together."""

import pytest

from ill_desktop.domain.errors import CannotUndo, NoSupplier, Refused
from ill_desktop.domain.lifecycle.states import Action, State
from ill_desktop.services import acts, bulk
from ill_desktop.services.desk import Desk
from ill_desktop.services.progress import Cancelled, Progress
from tests.services.desks import a_manual_partner, a_request, states


@pytest.fixture
def numbers(desk: Desk) -> list[str]:
    """Two drafts to send, one without a library, one sent already."""
    partner = a_manual_partner(desk)
    made = [a_request(desk, partner), a_request(desk, partner), a_request(desk)]
    sent = a_request(desk, partner)
    acts.do(desk, sent, Action.SEND)
    return [*made, sent]


def test_the_acts_of_a_group_are_those_legal_for_any(desk: Desk, numbers: list[str]) -> None:
    several = bulk.together(desk, numbers)
    legal = dict(several.actions)
    assert [line.number for line in several.lines] == numbers
    assert (legal[Action.SEND], legal[Action.RECEIVED]) == (3, 1)
    assert not bulk.ONE_BY_ONE & legal.keys()


def test_the_outlook_changes_nothing_and_says_why_not(desk: Desk, numbers: list[str]) -> None:
    before = states(desk)
    seen = bulk.outlook(desk, numbers, Action.SEND, Progress())
    assert seen.will == tuple(numbers[:2])
    assert [(line.state, told) for line, told in seen.after] == [(State.SENT, "")] * 2
    assert [line.number for line, _ in seen.cannot] == numbers[2:]
    assert [type(error) for _, error in seen.cannot] == [NoSupplier, Refused]
    assert states(desk) == before
    assert bulk.outlook(desk, numbers, Action.SEND, Progress()) == seen


def test_what_the_outlook_promised_is_done_and_no_more(desk: Desk, numbers: list[str]) -> None:
    done = bulk.do_many(desk, numbers, Action.SEND, {}, Progress())
    assert [number for number, _ in done.done] == numbers[:2]
    assert [number for number, _ in done.failed] == numbers[2:]
    assert [states(desk)[one] for one in numbers[:3]] == [State.SENT, State.SENT, State.DRAFT]


def test_an_act_with_a_reason_asks_for_one(desk: Desk, numbers: list[str]) -> None:
    seen = bulk.outlook(desk, numbers[3:], Action.CLOSE, Progress())
    assert "too-late" in seen.reasons
    assert seen.will == (numbers[3],)
    bulk.do_many(desk, seen.will, Action.CLOSE, {"reason": "too-late"}, Progress())
    assert states(desk)[numbers[3]] is State.CLOSED


def test_one_undo_takes_back_what_was_done(desk: Desk, numbers: list[str]) -> None:
    before = states(desk)
    done = bulk.do_many(desk, numbers, Action.SEND, {}, Progress())
    taken = bulk.undo_many(desk, done.done, Progress())
    assert (taken.done, taken.failed) == (done.done, ())
    assert states(desk) == before


def test_undo_leaves_alone_what_was_worked_on_since(desk: Desk, numbers: list[str]) -> None:
    done = bulk.do_many(desk, numbers[:2], Action.SEND, {}, Progress())
    acts.do(desk, numbers[0], Action.RECEIVED)
    taken = bulk.undo_many(desk, done.done, Progress())
    assert [number for number, _ in taken.done] == [numbers[1]]
    assert [type(error) for _, error in taken.failed] == [CannotUndo]


def test_stopping_leaves_each_request_done_or_untouched(desk: Desk, numbers: list[str]) -> None:
    progress = Progress()
    progress.cancel()
    done = bulk.do_many(desk, numbers, Action.SEND, {}, progress)
    assert (done.done, done.stopped) == ((), True)
    with pytest.raises(Cancelled):
        bulk.outlook(desk, numbers, Action.SEND, progress)
