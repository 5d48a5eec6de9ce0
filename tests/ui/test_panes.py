"""The keys find their way between the panes: queues, list, request, and several requests."""

import pytest
from PySide6.QtCore import Qt

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.lifecycle.states import Action, Service
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts, partners, requests
from ill_desktop.services.requests import NewRequest
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui.outlook_dialog import OutlookDialog
from ill_desktop.ui.places import Place
from tests.ui.test_keystrokes import _ready


def _at(window, hands, queue):
    """In the list of a queue that is not empty."""
    window.sidebar.choose(queue)
    hands.until(lambda: window.list.model.query.queue == queue and not window.list.waiting)
    window.list.table.setFocus()
    hands.until(lambda: len(window.list.numbers()) == 1)


def test_enter_on_several_leads_to_their_verb_and_presses_it(window, hands):
    _at(window, hands, Queue.WAITING)
    hands.press("Ctrl+A")
    hands.press("Return")  # however soon after
    hands.until(window.detail.several.primary.hasFocus)
    hands.press("Esc")
    assert window.list.table.hasFocus()
    hands.press("F6")
    assert window.detail.several.primary.hasFocus()
    hands.press("F6")
    assert window.sidebar.hasFocus()
    hands.press("Shift+F6")
    assert window.detail.several.primary.hasFocus()
    hands.press("Return")
    hands.until(lambda: _ready(window, OutlookDialog))


def _draft(window):
    desk = window.link.desk
    partner = partners.listed(desk)[0].symbol
    new = NewRequest(Service.LOAN, Citation(title="Third"), suppliers=(partner,))
    requests.new(desk, new)


def test_after_a_click_on_the_verb_the_keys_are_in_the_list_on_the_next_row(window, hands, qtbot):
    _draft(window)
    _at(window, hands, Queue.DRAFTS)
    first, second, third = [one.number for one in window.list.model.rows]
    window.list.select(first)
    detail = window.detail
    hands.until(lambda: detail.view.line.number == first and not detail.unhurried.deaf)
    qtbot.mouseClick(detail.primary, Qt.MouseButton.LeftButton)
    hands.until(lambda: [one.number for one in window.list.model.rows] == [second, third])
    assert window.list.table.hasFocus()
    assert window.list.current().number == second
    hands.press("Down")
    assert window.list.current().number == third


def test_into_an_empty_queue_the_keys_do_not_go(window, hands):
    desk = window.link.desk
    number = requests.page(desk, ListQuery(queue=Queue.CONDITIONS)).lines[0].number
    acts.do(desk, number, Action.CONDITIONS_ACCEPTED)
    window.sidebar.choose(Queue.CONDITIONS)
    hands.until(lambda: window.list.listing.nothing_in_it)
    window.list.listing.instead.setFocus()
    hands.press("Left")
    assert window.sidebar.hasFocus()
    hands.until(lambda: not window.list.waiting)
    hands.press("Right")
    assert window.sidebar.hasFocus()
    hands.press("Up")
    assert window.sidebar.chosen_key() == Queue.NEW
    hands.until(lambda: not window.list.listing.nothing_in_it)
    hands.press("Right")
    hands.until(window.list.table.hasFocus)
    hands.press("Left")
    assert window.sidebar.hasFocus()


@pytest.mark.parametrize("place", [Place.PARTNERS, Place.READERS, Place.EXCHANGE])
def test_left_leads_from_the_table_of_a_page_to_the_queues(window, hands, place):
    window.sidebar.choose(place)
    page = window.going.pages[place]
    hands.until(lambda: page.model.rowCount() > 0)
    window.sidebar.setFocus()
    hands.press("Right")
    hands.until(page.table.hasFocus)
    hands.press("Left")
    assert window.sidebar.hasFocus()
