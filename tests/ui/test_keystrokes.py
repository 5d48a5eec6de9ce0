"""The jobs of every day by keys alone, and how many keys each takes (ECOSYSTEM §3.3)."""

import pytest
from PySide6.QtWidgets import QApplication

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.lifecycle.states import Action, Service, State
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts, lending, partners, printing, requests
from ill_desktop.services.lending import NewLending
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui.asking.answer import AnswerForm
from ill_desktop.ui.palette import Palette
from ill_desktop.ui.print_dialog import PrintDialog
from ill_desktop.ui.request_form import RequestForm
from tests.printing.samples import codes


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


@pytest.fixture
def printer(tmp_path, monkeypatch):
    """What the system asks about its printer is answered: everything goes into a file."""
    paper = tmp_path / "paper.pdf"

    class Chosen:
        def __init__(self, printer, _over):
            printer.setOutputFileName(str(paper))

        def exec(self):
            return True

    monkeypatch.setattr("ill_desktop.ui.paper_printer.QPrintDialog", Chosen)
    return paper


def _to_ship(window, n):
    """As many requests ready to be sent out as asked for, at least: all of that queue."""
    desk = window.link.desk
    symbol = partners.listed(desk)[0].symbol
    for one in range(n):
        new = NewLending(Service.LOAN, Citation(title=f"Volume {one}"), symbol)
        number = lending.record(desk, new)
        acts.do(desk, number, Action.WILL_SUPPLY)
        acts.do(desk, number, Action.FETCHED)
    lines = requests.page(desk, ListQuery(queue=Queue.TO_SEND, limit=0)).lines
    return [one.number for one in lines]


@pytest.mark.ux("UX-09")
@pytest.mark.parametrize("more", [0, 30])
def test_a_batch_is_sent_out_with_its_labels_by_four_keys(window, hands, printer, more):
    numbers = _to_ship(window, more)
    assert len(numbers) > max(more, 1)
    hands.press("Alt+4")
    hands.until(lambda: window.list.model.query.queue is Queue.TO_SEND)
    hands.until(lambda: len(window.list.model.rows) == len(numbers))
    hands.press("Ctrl+A")
    hands.press("Ctrl+Shift+P")
    hands.until(lambda: _ready(window, PrintDialog))
    form = _open(window, PrintDialog).form
    hands.until(form.print_now.isEnabled)
    assert (form.sent.text(), form.sent.isChecked()) == (
        f"Mark {len(numbers)} requests as sent",
        True,
    )
    assert {_state(window, one) for one in numbers} == {State.TO_SEND}
    hands.press("Return")
    hands.until(lambda: {_state(window, one) for one in numbers} == {State.SENT_OUT})
    assert hands.count == 4
    paper = printer.read_bytes()
    pages = range(printing.page_count(paper))
    assert {code for page in pages for code in codes(paper, page, 300)} == set(numbers)
    window.activateWindow()
    hands.until(window.isActiveWindow)
    hands.until(lambda: f"{len(numbers)} of {len(numbers)}" in window.notices.said[-1])
    hands.press("Ctrl+Z")
    hands.until(lambda: {_state(window, one) for one in numbers} == {State.TO_SEND})


@pytest.mark.ux("UX-09")
def test_labels_are_printed_and_nothing_is_sent_where_the_tick_is_cleared(window, hands, printer):
    number = _to_ship(window, 0)[0]
    hands.press("Alt+4")
    hands.until(lambda: number in [one.number for one in window.list.model.rows])
    window.list.select(number)
    hands.press("Ctrl+Shift+P")
    hands.until(lambda: _ready(window, PrintDialog))
    form = _open(window, PrintDialog).form
    hands.until(form.print_now.isEnabled)
    assert form.sent.text() == "Mark 1 request as sent"
    form.sent.click()
    hands.press("Return")
    hands.until(lambda: any(printer.name in one for one in window.notices.said))
    assert _state(window, number) is State.TO_SEND


def test_what_is_not_about_to_be_sent_only_gets_its_label(window, hands):
    hands.press("Alt+1")
    hands.until(lambda: window.list.model.query.queue is Queue.NEW and not window.list.waiting)
    hands.press("Ctrl+Shift+P")
    hands.until(lambda: _ready(window, PrintDialog))
    form = _open(window, PrintDialog).form
    hands.until(form.print_now.isEnabled)
    assert form.kinds.currentItem().text() == "Shipping label"
    assert not form.sent.isVisible()
    assert not form.sent.isChecked()


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
