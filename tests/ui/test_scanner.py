"""A barcode scanner in the wrong place: it is a keyboard, heard wherever nothing can be typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ill_desktop.domain.queues import Queue
from ill_desktop.services import requests
from ill_desktop.ui.found_only import FoundOnly
from ill_desktop.ui.places import Place
from ill_desktop.ui.scanner import BURST_MS
from tests.ui.hands import KEYPAD, queue, scan, scan_halting

NONE = Qt.KeyboardModifier.NoModifier
PAUSE_MS = 80
"""So long waits no scanner between two keys."""


def _focus(window, qtbot, widget):
    window.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus, timeout=30_000)
    return widget


def _shown(window, qtbot, number):
    qtbot.waitUntil(
        lambda: window.detail.view is not None and window.detail.view.line.number == number,
        timeout=30_000,
    )


def _bars(window):
    return [one.text for one in window.notices.told if one.tone == "look"]


@pytest.fixture
def lent(window):
    """The number and barcode of a request with an item, its letters capital."""
    page = requests.page(window.link.desk, requests.ListQuery(limit=0))
    for line in page.lines:
        items = requests.show(window.link.desk, line.number).items
        if items and items[0].barcode and items[0].barcode != items[0].barcode.lower():
            return line.number, items[0].barcode
    raise AssertionError("the sample has no barcode with capital letters")


def test_a_scan_into_the_list_finds_the_request_and_does_nothing(window, qtbot):
    _focus(window, qtbot, window.list.table)
    before = requests.show(window.link.desk, "26000012").version
    scan(window, "26000012")
    _shown(window, qtbot, "26000012")
    assert requests.show(window.link.desk, "26000012").version == before
    assert not window.detail.primary.hasFocus()


def test_a_scanner_may_send_the_figures_of_the_keypad(window, qtbot):
    _focus(window, qtbot, window.list.table)
    scan(window, "26000012", held=KEYPAD)
    _shown(window, qtbot, "26000012")


def test_a_scan_is_whole_although_the_window_was_busy_in_the_middle_of_it(window, qtbot):
    _focus(window, qtbot, window.sidebar)
    here = window.going.here
    for after in (2, 10):
        code = f"PART-{after}-9876"
        scan_halting(window, qtbot, code, after)
        qtbot.waitUntil(lambda told=code: any(told in t for t in _bars(window)), timeout=30_000)
    assert window.going.here == here


def test_capital_letters_are_part_of_a_code(window, qtbot, lent):
    number, barcode = lent
    _focus(window, qtbot, window.list.table)
    scan(window, barcode)
    _shown(window, qtbot, number)
    scan(window, "BR-7788X")
    qtbot.waitUntil(lambda: any("BR-7788X" in text for text in _bars(window)), timeout=30_000)


@pytest.mark.parametrize("where", ["sidebar", "button", "page", "empty list", "nowhere"])
def test_a_scan_is_heard_wherever_nothing_can_be_typed(window, qtbot, lent, where):
    number, barcode = lent
    if where == "page":
        window.sidebar.choose(Place.PARTNERS)
    if where == "empty list":
        _focus(window, qtbot, window.list.table)
        window.list.find_in_all("zzzz")
        qtbot.waitUntil(window.list.listing.instead.isVisible, timeout=30_000)
    elif where == "nowhere":
        window.activateWindow()
        QApplication.focusWidget().clearFocus()
        assert QApplication.focusWidget() is None
    else:
        at = {"button": window.detail.more, "page": window.going.panes.list()}
        _focus(window, qtbot, at.get(where, window.sidebar))
    scan(window, barcode)
    _shown(window, qtbot, number)


def test_the_keys_of_a_scan_jump_nowhere_however_short_it_is(window, qtbot):
    here = window.going.here
    for at in (window.sidebar, window.detail.primary):
        _focus(window, qtbot, at)
        for code in ("he", "H9", "her"):
            scan(window, code)
        for code in ("NUL-NULL-0", "H999", "here"):
            told = len(_bars(window))
            scan(window, code)
            qtbot.waitUntil(lambda n=told: len(_bars(window)) > n, timeout=30_000)
            assert code in _bars(window)[-1]
        QTest.qWait(2 * BURST_MS)
        assert window.going.here == here
        assert window.sidebar.chosen_key() == here
        assert QApplication.activeModalWidget() is None


def test_a_hand_still_jumps_by_the_first_letter(window, qtbot):
    _focus(window, qtbot, window.sidebar)
    QTest.keyClick(window.windowHandle(), "p", NONE, PAUSE_MS)
    qtbot.waitUntil(lambda: window.sidebar.currentItem().text() == "Partners", timeout=30_000)


def test_enter_after_the_first_letter_is_meant_but_in_the_list_of_requests(window, qtbot):
    _focus(window, qtbot, window.sidebar)
    with qtbot.waitSignal(window.sidebar.into, timeout=30_000):
        scan(window, "p", between=300)
    assert window.sidebar.currentItem().text() == "Partners"
    assert window.going.page(Place.PARTNERS).table.hasFocus()
    _focus(window, qtbot, window.sidebar)
    with qtbot.assertNotEmitted(window.sidebar.into):
        scan(window, "ab")
    window.sidebar.choose(Place.ALL)
    table = _focus(window, qtbot, window.list.table)
    with qtbot.assertNotEmitted(table.opened):
        scan(window, "ab", between=300)


def test_an_unknown_code_is_said_until_the_next_one_is_found(window, qtbot):
    _focus(window, qtbot, window.list.table)
    scan(window, "XYZ-987654")
    qtbot.waitUntil(window.bar.isVisible, timeout=30_000)
    assert "XYZ-987654" in window.bar.text()
    scan(window, "26000012")
    qtbot.waitUntil(lambda: not window.bar.isVisible(), timeout=30_000)
    scan(window, "XYZ-987654")
    qtbot.waitUntil(window.bar.isVisible, timeout=30_000)
    window.sidebar.choose(Place.PARTNERS)
    assert not window.bar.isVisible()


def test_letters_and_figures_typed_in_the_list_move_nothing(window, qtbot):
    window.sidebar.choose(Place.ALL)
    qtbot.waitUntil(lambda: len(window.list.model.rows) > 40, timeout=30_000)
    table = _focus(window, qtbot, window.list.table)
    at, number = table.currentIndex().row(), window.list.current().number
    _shown(window, qtbot, number)
    for text, between in (("26000012abc", 1), ("abc", 1), ("260", 2 * BURST_MS)):
        queue(window, text, between)
        QTest.qWait(2 * BURST_MS)
    assert table.currentIndex().row() == at
    assert window.detail.view.line.number == number


def test_what_a_scan_narrowed_says_so_and_is_left_by_its_button_or_the_queue(window, qtbot, lent):
    number, barcode = lent
    line = window.list.findChild(FoundOnly)
    row = window.sidebar._rows[Place.ALL]

    def leave_by_button():
        line.button.click()

    def leave_by_queue():
        at = window.sidebar.visualItemRect(row).center()
        qtbot.mouseClick(window.sidebar.viewport(), Qt.MouseButton.LeftButton, pos=at)

    for leave in (leave_by_button, leave_by_queue):
        window.sidebar.choose(Queue.DRAFTS)
        qtbot.waitUntil(lambda: not window.list.waiting, timeout=30_000)
        _focus(window, qtbot, window.sidebar)
        scan(window, barcode)
        qtbot.waitUntil(line.isVisible, timeout=30_000)
        qtbot.waitUntil(lambda: len(window.list.model.rows) == 1, timeout=30_000)
        assert number in line.text.text()
        leave()
        qtbot.waitUntil(lambda: len(window.list.model.rows) > 10, timeout=30_000)
        assert not line.isVisible()
        assert window.list.search.text() == ""
        assert window.list.numbers() == (number,)
