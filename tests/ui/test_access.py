"""Everybody can work here: names, keys, contrast, large text, the other direction."""

from collections import Counter

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPushButton,
    QScrollArea,
    QWidget,
)

from ill_desktop.domain.queues import Queue
from ill_desktop.ui.dialogs import ROOM, is_scrolled, show
from ill_desktop.ui.parcel_dialog import ParcelDialog
from ill_desktop.ui.partner_dialog import PartnerDialog
from ill_desktop.ui.places import PAGES
from ill_desktop.ui.shortcuts import plain
from tests.ui.hands import Hands
from tests.ui.screens import put_away, screens, shown

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


def test_enter_presses_the_filled_button_of_every_dialog_and_no_other(window, qtbot):
    """But where a scanner, which ends with Enter, types: Ctrl+Enter does it there."""
    seen, wrong = 0, []
    for screen in screens(window):
        put_away(window)
        screen.open()
        _settle(window, qtbot)
        front = shown(window)
        if not isinstance(front, QDialog):
            continue
        buttons = [one for one in front.findChildren(QPushButton) if one.isVisible()]
        filled = [one.text() for one in buttons if one.property("filled")]
        pressed = [one.text() for one in buttons if one.isDefault()]
        seen += bool(filled)
        if isinstance(front, ParcelDialog):
            assert (len(filled), pressed) == (1, [])
        elif filled and filled != pressed:
            wrong.append((screen.name, filled, pressed))
    put_away(window)
    assert wrong == []
    assert seen > 30


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


def _narrow(label):
    """A line of text is as long as its words; broken lines are as high as they need."""
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width())
    room, letters = label.contentsRect(), label.fontMetrics()
    longest = max(map(letters.horizontalAdvance, plain(label.text()).split("\n")))
    return room.width() < longest or room.height() < letters.height() - 1


def _squeezed(button):
    """A button has room for its words, its border and what lies between."""
    wanted = button.sizeHint()
    return button.width() < wanted.width() - 2 or button.height() < wanted.height() - 2


def _low(field):
    return field.height() < field.fontMetrics().height()


CUT = ((QLabel, _narrow), (QAbstractButton, _squeezed), (QLineEdit, _low), (QComboBox, _low))


def _cut(front):
    """What shows less than its words; what a person typed may go on beyond its field."""
    return {
        f"{one.text() if hasattr(one, 'text') else ''} ({_path(one)})"
        for one in _seen(front)
        for kind, is_cut in CUT
        if isinstance(one, kind) and (kind in (QLineEdit, QComboBox) or one.text()) and is_cut(one)
    }


def _outside(front):
    """What is nowhere to be seen, and no scrolling brings there."""
    place = front.frameGeometry()
    if not isinstance(front, QMainWindow) and not front.screen().geometry().contains(place):
        return {f"beyond the screen: {place}"}
    return {
        f"{_path(one)} is outside"
        for one in front.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if one.isVisible() and not one.isWindow() and not front.rect().contains(one.geometry())
    }


def cut_off(front, qtbot):
    """What somebody cannot read or reach of a screen, once all of it was laid out."""
    for _ in range(20):
        found = _cut(front) | _outside(front)
        if not found:
            break
        qtbot.wait(50)
    return found


@pytest.mark.ux("UX-36")
@pytest.mark.parametrize("language", [pytest.param("en", marks=pytest.mark.long), "id"])
def test_no_text_is_cut_off_at_twice_the_size(seat, qtbot, language):
    window = seat(language, text=2.0).window
    window.resize(1366, 768)
    found = {}
    for screen in screens(window):
        screen.open()
        _settle(window, qtbot)
        front = shown(window)
        found[screen.name] = cut_off(front, qtbot)
        page, on_page = window.going.shown, front is window and not window.going.at_work
        if on_page and page.minimumSizeHint().width() > window.stack.width():
            found[screen.name].add("runs off to the right")
        put_away(window)
    assert {name: cut for name, cut in found.items() if cut} == {}
    assert len(found) > 85
    window.sidebar.choose("figures")
    page = window.going.page("figures")
    qtbot.waitUntil(lambda: not (window.tasks.busy or page.picture.is_outgrown()), timeout=30_000)
    assert page.months.horizontalScrollBar().maximum() == 0


def _press(shell, qtbot, key):
    """At the window, which is another one afterwards, and told how large its letters are."""
    old = shell.window
    old.activateWindow()
    qtbot.waitUntil(old.isActiveWindow, timeout=30_000)
    old.list.table.setFocus()
    Hands(old, qtbot).press(key)
    qtbot.waitUntil(lambda: shell.window is not old, timeout=30_000)
    qtbot.waitUntil(lambda: shell.link.desk is not None, timeout=30_000)
    shell.window.exchanging.timer.setInterval(3_600_000)
    return shell.window.list.table.font().pointSizeF()


@pytest.mark.ux("UX-36")
def test_ctrl_and_plus_makes_the_text_larger_up_to_twice_the_size(seat, qtbot):
    shell = seat()
    usual = shell.window.list.table.font().pointSizeF()
    larger = _press(shell, qtbot, "Ctrl++")
    assert larger == pytest.approx(usual * 1.1, rel=0.02)
    assert _press(shell, qtbot, "Ctrl+=") == pytest.approx(usual * 1.21, rel=0.02)
    assert _press(shell, qtbot, "Ctrl+-") == pytest.approx(larger, rel=0.02)
    assert _press(shell, qtbot, "Ctrl+0") == usual
    shell.state.text_size = 1.9
    assert _press(shell, qtbot, "Ctrl++") == pytest.approx(usual * 2, rel=0.02)
    assert _press(shell, qtbot, "Ctrl++") == pytest.approx(usual * 2, rel=0.02)


@pytest.mark.ux("UX-36")
def test_what_a_large_dialog_asks_is_scrolled_and_its_verbs_stay(seat, qtbot):
    window = seat("id", text=2.0).window
    form = PartnerDialog(window.link, None, window)
    show(form)
    qtbot.waitUntil(lambda: is_scrolled(form), timeout=30_000)
    ui, area = form.form, form.findChild(QScrollArea, ROOM)
    assert form.screen().geometry().contains(form.frameGeometry())
    assert form.rect().contains(ui.save.geometry())
    assert not area.isAncestorOf(ui.save)
    qtbot.waitUntil(lambda: form.focusWidget() is ui.name, timeout=30_000)
    for field in (ui.closed_days, ui.name):
        field.setFocus(Qt.FocusReason.TabFocusReason)
        area.ensureWidgetVisible(field)
        seen = QRect(field.mapTo(area, field.rect().topLeft()), field.size())
        assert area.rect().intersects(seen)
    assert area.verticalScrollBar().maximum() > 0


def test_a_dialog_that_fits_is_not_scrolled_and_stays_over_its_window(window, qtbot):
    form = PartnerDialog(window.link, None, window)
    show(form)
    qtbot.wait(30)
    assert not is_scrolled(form)
    middle = form.frameGeometry().center()
    assert form.pos().manhattanLength() > 0
    # What the window manager tells of a window on the way to its place, taken along by a resize.
    form.setGeometry(0, 0, form.width(), form.height() + 2)
    qtbot.waitUntil(lambda: (form.geometry().center() - middle).manhattanLength() <= 2)


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


def test_what_is_wrong_is_seen_where_a_form_is_scrolled(seat, qtbot, qapp):
    window = seat("id", text=2.0).window
    window.sidebar.choose("partners")
    page = window.going.page("partners")
    qtbot.waitUntil(lambda: bool(page.model.rows), timeout=30_000)
    page.open_card(page.model.rows[0])
    dialog = qapp.activeModalWidget()
    qtbot.waitUntil(lambda: is_scrolled(dialog), timeout=30_000)
    dialog.form.mail.setText("QQ")
    dialog.form.save.click()
    wrong = dialog.form.wrong
    qtbot.waitUntil(lambda: not wrong.visibleRegion().isEmpty(), timeout=30_000)
    assert "QQ" in wrong.text()
    dialog.form.mail.clear()
    dialog.reject()
