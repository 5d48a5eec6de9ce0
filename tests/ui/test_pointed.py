"""The frame of what has the keys is for the keyboard."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton


def _frame(window):
    """The colour of the edge of the list, as it is painted."""
    window.list.table.repaint()
    return window.list.table.grab().toImage().pixelColor(0, 120).name()


def test_a_click_shows_no_frame_and_a_key_shows_it(window, qtbot):
    table = window.list.table
    qtbot.waitUntil(lambda: bool(window.list.model.rows))
    window.sidebar.setFocus(Qt.FocusReason.TabFocusReason)
    quiet = _frame(window)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    qtbot.waitUntil(table.hasFocus)
    assert _frame(window) == quiet
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert _frame(window) != quiet


def test_an_emptied_box_offers_nothing_to_clear(window, qtbot):
    box = window.list.search
    qtbot.waitUntil(lambda: not window.list.waiting)
    box.setFocus()
    qtbot.keyClicks(box, "Laut")
    window.sidebar.setFocus()
    buttons = box.findChildren(QToolButton)
    qtbot.waitUntil(lambda: all(one.isVisible() for one in buttons))
    window.sidebar.choose("here")
    qtbot.waitUntil(lambda: window.going.here == "here" and not window.list.waiting)
    assert not box.text()
    qtbot.waitUntil(lambda: sum(one.isVisible() for one in buttons) == len(buttons) - 1)
