"""The jobs of every day by keys alone, and how many keys each takes (ECOSYSTEM §3.3)."""

import pytest
from PySide6.QtWidgets import QApplication

from ill_desktop.domain.lifecycle.states import State
from ill_desktop.domain.queues import Queue
from ill_desktop.services import requests
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui.asking.answer import AnswerForm
from ill_desktop.ui.palette import Palette
from ill_desktop.ui.print_dialog import PrintDialog
from ill_desktop.ui.request_form import RequestForm


def _open(window, kind):
    return next((one for one in window.findChildren(kind) if one.isVisible()), None)


def _ready(window, kind):
    """Whether a dialog is open and the keys go to it."""
    dialog, focused = _open(window, kind), QApplication.focusWidget()
    return dialog is not None and focused is not None and focused.window() is dialog


def _state(window, number):
    return requests.show(window.link.desk, number).line.state


@pytest.mark.ux("UX-09")
def test_an_answer_takes_four_keys_and_each_next_one_two(window, hands):
    desk = window.link.desk
    waiting = [
        line.number
        for line in requests.page(desk, ListQuery(queue=Queue.NEW, limit=0)).lines
        if line.state is State.NEW
    ]
    assert len(waiting) > 1
    hands.press("Alt+1")
    hands.press("Return")
    hands.until(lambda: _ready(window, AnswerForm))
    form = _open(window, AnswerForm)
    first = form._view.line.number
    hands.press("1")
    hands.press("Ctrl+Return")
    hands.until(lambda: _state(window, first) is State.TO_FETCH)
    assert hands.count == 4
    hands.until(lambda: form._view.line.number != first)
    second = form._view.line.number
    hands.press("1")
    hands.press("Ctrl+Return")
    hands.until(lambda: _state(window, second) is State.TO_FETCH)
    assert hands.count == 6
    form.reject()
    hands.until(lambda: _ready(window, PrintDialog))


@pytest.mark.ux("UX-09")
def test_a_new_request_takes_five_keys_beside_what_is_typed(window, hands):
    hands.press("Ctrl+N")
    hands.until(lambda: _ready(window, RequestForm))
    form = _open(window, RequestForm)
    hands.type("Cantik itu luka")
    hands.press("Alt+R")
    hands.type("U1001")
    hands.press("Alt+L")
    hands.type("n")
    hands.press("Return")
    hands.until(lambda: len(form.suppliers.symbols()) == 1)
    hands.press("Ctrl+Return")
    hands.until(lambda: _open(window, RequestForm) is None)
    assert hands.count == 5
    found = requests.page(window.link.desk, ListQuery(find="Cantik itu luka", limit=5)).lines
    view = requests.show(window.link.desk, found[0].number)
    assert (view.line.state, view.line.patron) == (State.SENT, "U1001")


@pytest.mark.ux("UX-07", "UX-09")
def test_where_is_my_book_takes_two_keys_and_four_letters(window, hands):
    hands.press("Ctrl+K")
    hands.until(lambda: _ready(window, Palette))
    hands.type("have")
    hands.press("Return")
    hands.until(lambda: "Havelaar" in window.detail.view.line.title)
    assert hands.count == 2
