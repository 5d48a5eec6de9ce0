"""What happened between desk and reader is seen on the request, and leads to what comes next."""

import pytest

from ill_desktop.domain.lifecycle.states import Action, State
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts, patrons, requests
from ill_desktop.services.desk import Desk
from ill_desktop.services.first_look import ListQuery, first_look
from ill_desktop.services.views import PatronView
from tests.services.desks import THEIRS, a_manual_partner, a_request

A = Action
STEPS = (
    (A.NOTIFY, "Here, reader told", A.HANDED_OUT),
    (A.HANDED_OUT, "With the reader", A.PATRON_RETURNED),
    (A.PATRON_RETURNED, "Back from the reader", A.SENT_BACK),
)


@pytest.fixture
def number(desk: Desk) -> str:
    a_manual_partner(desk)
    patrons.save(desk, patrons.PatronCard(PatronView("M1", "Dewi", "", "", "", "", "", "")))
    made = a_request(desk, THEIRS, patron="M1")
    acts.do(desk, made, A.SEND)
    acts.do(desk, made, A.RECORD_ANSWER, {"answer": "loaned"})
    acts.do(desk, made, A.RECEIVED)
    return made


def test_each_step_is_told_and_leads_to_the_next(desk: Desk, number: str) -> None:
    view = requests.show(desk, number)
    assert (view.line.label, view.in_front) == ("Here", A.NOTIFY)
    for act, label, following in STEPS:
        view = acts.do(desk, number, act)
        assert (view.line.state, view.line.label, view.in_front) == (State.HERE, label, following)
        assert view.line.primary_action is A.SENT_BACK
        (line,) = requests.page(desk, ListQuery(queue=Queue.HERE)).lines
        (first,) = first_look(desk.folder.root, ListQuery(queue=Queue.HERE)).page.lines
        assert line.label == first.label == label
    view = acts.undo(desk, number)
    assert (view.line.label, view.in_front) == ("With the reader", A.PATRON_RETURNED)
    assert acts.do(desk, number, A.SENT_BACK).line.label == "Sent back"


def test_where_no_steps_are_noted_it_goes_back(desk: Desk, number: str) -> None:
    desk.set_setting("reader-steps", False)
    assert requests.show(desk, number).in_front is A.SENT_BACK
