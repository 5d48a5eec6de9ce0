"""What is looked for, and a click in the queues: the page shown is the one that is marked."""

import pytest
from PySide6.QtCore import Qt

from ill_desktop.domain.queues import Queue
from ill_desktop.services.figures import Which
from ill_desktop.ui.places import Place
from tests.ui.test_panes import _at


@pytest.mark.parametrize("place", [Place.PARTNERS, Place.READERS, Place.EXCHANGE])
def test_ctrl_f_goes_to_the_box_of_the_page_shown(window, hands, place):
    window.sidebar.choose(place)
    hands.press("Ctrl+F")
    page = window.going.pages[place]
    assert page.search.hasFocus()
    assert (window.going.shown, window.sidebar.chosen_key()) == (page, place)


def test_ctrl_f_does_nothing_on_a_page_without_such_a_box(window, hands):
    window.sidebar.choose(Place.FIGURES)
    window.sidebar.setFocus()
    hands.press("Ctrl+F")
    assert window.going.shown is window.going.pages[Place.FIGURES]
    assert window.sidebar.hasFocus()


def test_ctrl_f_finds_in_the_list_and_ctrl_shift_f_in_all_from_a_page(window, hands):
    _at(window, hands, Queue.WAITING)
    hands.press("Ctrl+F")
    assert window.list.search.hasFocus()
    window.sidebar.choose(Place.PARTNERS)
    hands.press("Ctrl+Shift+F")
    assert window.list.search.hasFocus()
    assert (window.going.at_work, window.sidebar.chosen_key()) == (True, Place.ALL)


@pytest.mark.parametrize("name", ["columns", "sorting"])
def test_what_is_chosen_about_the_list_shows_its_queue_in_the_sidebar_too(
    window, hands, monkeypatch, name
):
    _at(window, hands, Queue.WAITING)
    window.sidebar.choose(Place.PARTNERS)
    asked = []
    monkeypatch.setattr(getattr(window.list, name), "ask", lambda: asked.append(name))
    {"columns": window.going.choose_columns, "sorting": window.going.choose_order}[name]()
    assert asked == [name]
    assert (window.going.at_work, window.sidebar.chosen_key()) == (True, Queue.WAITING)


def test_a_click_on_the_page_that_is_chosen_shows_it_instead_of_a_list_in_it(window, hands, qtbot):
    window.sidebar.choose(Place.FIGURES)
    page = window.going.pages[Place.FIGURES]
    hands.until(lambda: page._found is not None and page.model.rowCount() > 0)
    page._open(Which(page.model.rows[0].figure.code))
    assert window.going.inner is not None
    sidebar = window.sidebar
    at = sidebar.visualItemRect(sidebar.currentItem()).center()
    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.going.inner is None
