"""Everybody can work here: names, keys, contrast, large text, the other direction."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QWidget

from ill_desktop.domain.queues import Queue
from ill_desktop.ui.places import PAGES
from ill_desktop.ui.shortcuts import plain

SCREENS = (Queue.NEW, *PAGES)


def _settle(window, qtbot):
    qtbot.wait(30)
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)


def _seen(window):
    return [one for one in window.findChildren(QWidget) if one.isVisible()]


def _name(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _path(widget):
    names = []
    while widget is not None and len(names) < 4:
        names.append(widget.objectName() or type(widget).__name__)
        widget = widget.parentWidget()
    return " < ".join(names)


@pytest.mark.ux("UX-37")
@pytest.mark.parametrize("language", ["en", "id"])
def test_every_control_has_a_name(seat, qtbot, language):
    window = seat(language).window
    nameless = set()
    for screen in SCREENS:
        window.sidebar.choose(screen)
        _settle(window, qtbot)
        nameless |= {
            f"{screen}: {_path(one)}"
            for one in _seen(window)
            if one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.isEnabled() and not _name(one)
        }
    assert nameless == set()


def _letter(text):
    at = text.replace("&&", "").find("&")
    return text.replace("&&", "")[at + 1].lower() if at >= 0 else ""


def _clashes(texts):
    letters = Counter(filter(None, map(_letter, texts)))
    return {letter: n for letter, n in letters.items() if n > 1}


@pytest.mark.parametrize("language", ["en", "id"])
def test_no_two_entries_of_a_menu_share_a_letter(seat, language):
    window = seat(language).window
    bar = [action.text() for action in window.menuBar().actions()]
    found = {"bar": _clashes(bar)}
    for menu in window.findChildren(QMenu):
        found[menu.title()] = _clashes(action.text() for action in menu.actions())
    assert {where: letters for where, letters in found.items() if letters} == {}
    assert [text for text in bar if not _letter(text)] == []


@pytest.mark.parametrize("language", ["en", "id"])
def test_no_letter_of_a_page_takes_one_of_the_menus(seat, qtbot, language):
    window = seat(language).window
    bar = [action.text() for action in window.menuBar().actions()]
    for screen in SCREENS:
        window.sidebar.choose(screen)
        _settle(window, qtbot)
        texts = [one.text() for one in _seen(window) if isinstance(one, QAbstractButton)]
        texts += [one.text() for one in _seen(window) if isinstance(one, QLabel) and one.buddy()]
        assert _clashes([*bar, *texts]) == {}, screen


def _cut(window):
    """What is narrower than its words, and does not break its lines."""
    return {
        f"{one.text()} ({_path(one)})"
        for one in _seen(window)
        if isinstance(one, (QLabel, QAbstractButton))
        and not (isinstance(one, QLabel) and one.wordWrap())
        and one.width() < one.fontMetrics().horizontalAdvance(plain(one.text()))
    }


@pytest.mark.ux("UX-36")
@pytest.mark.parametrize("language", ["en", "id"])
def test_no_text_is_cut_off_at_twice_the_size(seat, qtbot, language):
    window = seat(language, text=2.0).window
    window.resize(1366, 768)
    for screen in SCREENS:
        window.sidebar.choose(screen)
        _settle(window, qtbot)
        for _ in range(20):  # what came last is laid out in its own time
            if _cut(window):
                qtbot.wait(50)
        assert _cut(window) == set(), screen


def test_the_window_works_in_the_other_direction(qapp, seat, qtbot):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window = seat().window
        sidebar = window.sidebar.mapTo(window, window.sidebar.rect().center())
        table = window.list.table.mapTo(window, window.list.table.rect().center())
        detail = window.detail.mapTo(window, window.detail.rect().center())
        assert detail.x() < table.x() < sidebar.x()
        number = window.list.table.visualRect(window.list.model.index(0, 0))
        title = window.list.table.visualRect(window.list.model.index(0, 1))
        assert number.left() > title.left()
        for screen in SCREENS:
            window.sidebar.choose(screen)
            _settle(window, qtbot)
            assert not window.grab().isNull()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
