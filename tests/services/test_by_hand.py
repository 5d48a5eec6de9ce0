"""Lending requests that came by telephone: nothing is sent where no message could belong."""

from pathlib import Path

import pytest

from ill_desktop.domain.lifecycle.states import Action, Service, State
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts, lending, partners, post, requests
from ill_desktop.services.desk import Desk
from ill_desktop.services.lending import NewLending
from ill_desktop.services.partners import NewPartner
from ill_desktop.store.lines import ListQuery
from tests.services.desks import BOOK, THEIRS, a_manual_partner, a_request


@pytest.fixture
def partner(desk: Desk, tmp_path: Path) -> Path:
    out = tmp_path / "out"
    partners.add(desk, NewPartner("B", (THEIRS,), str(tmp_path / "in"), str(out)))
    return out


def test_a_request_without_a_number_of_theirs_is_worked_by_hand(desk: Desk, partner: Path) -> None:
    number = lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
    for action in (Action.WILL_SUPPLY, Action.SHIP, Action.IS_BACK):
        acts.do(desk, number, action)
    view = requests.show(desk, number)
    assert post.run(desk, now=True).written == 0
    assert view.line.state is State.DONE
    assert view.manual
    assert not list(partner.iterdir())


def test_a_request_with_a_number_of_theirs_is_answered_by_message(
    desk: Desk, partner: Path
) -> None:
    number = lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS, their_id="R-7"))
    acts.do(desk, number, Action.WILL_SUPPLY)
    assert post.run(desk, now=True).written == 1
    assert not requests.show(desk, number).manual
    assert len(list(partner.glob("*WillSupply*"))) == 1


def test_conditions_that_were_refused_are_nothing_to_decide_any_more(desk: Desk) -> None:
    a_manual_partner(desk)
    number = a_request(desk, THEIRS)
    acts.do(desk, number, Action.SEND)
    terms = {"answer": "conditions", "reason": "LibraryUseOnly", "condition": "LibraryUseOnly"}
    acts.do(desk, number, Action.RECORD_ANSWER, terms)
    acts.do(desk, number, Action.REFUSE_CONDITIONS)
    (line,) = requests.page(desk, ListQuery(queue=Queue.DECIDE)).lines
    assert (line.number, line.why) == (number, "")
