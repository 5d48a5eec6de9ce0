"""What the palettes promise, measured on the picture of the window."""

from collections import Counter
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListWidget,
    QMenu,
    QPushButton,
    QTableWidget,
    QTabWidget,
)

from ill_desktop.domain.lifecycle.states import Turn
from ill_desktop.domain.queues import Queue
from ill_desktop.ui.chip import Chip
from ill_desktop.ui.notice_views import Toast
from ill_desktop.ui.notices import Offer
from ill_desktop.ui.partner_dialog import PartnerDialog
from ill_desktop.ui.theme import icon
from tests.ui.screens import put_away, screens, shown

GREY = QImage.Format.Format_Grayscale8
FEW = (
    *("page here", "page partners", "page figures", "page exchange", "menu new", "menu print"),
    *("act received", "act record-answer", "partner 2", "settings 2", "first start 3"),
)
"""Screens with every kind of control."""
LEAST = {"light": 4.5, "dark": 4.5, "contrast": 7.0}


def _light(rgb):
    parts = [(rgb >> shift & 255) / 255 for shift in (16, 8, 0)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _ratio(one, other):
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _picture(window, widget, rect=None):
    """The part of the window's picture a widget covers."""
    place = rect or widget.rect()
    whole = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return whole.copy(QRect(widget.mapTo(window, place.topLeft()), place.size()))


def _colours(image):
    return Counter(
        image.pixel(x, y) & 0xFFFFFF for y in range(image.height()) for x in range(image.width())
    )


def _contrast(image):
    """Of the ground, the most common colour, to the strongest ink on it."""
    found = _colours(image)
    ground = found.most_common(1)[0][0]
    return max(_ratio(ground, one) for one, n in found.items() if n >= 3)


@pytest.fixture(params=list(LEAST))
def dressed(request, seat):
    return request.param, seat(theme=request.param).window


@pytest.mark.ux("UX-34", "UX-35")
def test_every_text_of_the_window_stands_out_from_its_ground(dressed, qtbot):
    theme, window = dressed
    window.resize(1366, 768)
    window.sidebar.choose(Queue.NEW)
    qtbot.waitUntil(lambda: window.list.current() is not None, timeout=30_000)
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    qtbot.waitUntil(lambda: window.detail.view is not None, timeout=30_000)
    QApplication.processEvents()
    table, model = window.list.table, window.list.model
    measured = {
        "title": _picture(window, window.list._title),
        "primary": _picture(window, window.detail.primary),
        "more": _picture(window, window.detail.more),
        "chip": _picture(window, window.detail._chip),
        "status": _picture(window, window.status._where),
        "facts": _picture(window, window.detail.facts, QRect(0, 30, 300, 60)),
    }
    for row in (0, 1):
        for column in (0, 1, 2):
            rect = table.visualRect(model.index(row, column)).translated(table.viewport().pos())
            measured[f"row {row}, column {column}"] = _picture(window, table, rect)
    for key in ("new", "attention", "here"):
        item = window.sidebar._rows[key]
        measured[key] = _picture(window, window.sidebar, window.sidebar.visualItemRect(item))
    low = {name: round(_contrast(image), 1) for name, image in measured.items()}
    assert {name: ratio for name, ratio in low.items() if ratio < LEAST[theme]} == {}


def test_the_answer_chosen_can_be_read(dressed, qtbot):
    theme, window = dressed
    chosen = QPushButton("1  We will supply", window)
    chosen.setCheckable(True)
    chosen.setChecked(True)
    chosen.show()
    chosen.adjustSize()
    inside = chosen.rect().adjusted(6, 6, -6, -6)
    assert _contrast(_picture(window, chosen, inside)) >= LEAST[theme]


def test_a_filled_button_that_cannot_be_pressed_can_be_read_and_told_from_one_that_can(
    dressed, qtbot
):
    theme, window = dressed
    seen = []
    for usable in (True, False):
        button = QPushButton("Close parcel and print", window)
        button.setProperty("filled", True)
        button.setEnabled(usable)
        button.show()
        button.adjustSize()
        seen.append(_picture(window, button))
    assert _contrast(seen[1].copy(seen[1].rect().adjusted(6, 6, -6, -6))) >= 3
    grounds = [_colours(one).most_common(1)[0][0] for one in seen]
    assert grounds[0] != grounds[1], theme


def test_a_paper_ticked_can_be_told_from_one_that_is_not(dressed, qtbot):
    theme, window = dressed
    papers = QListWidget(window)
    papers.addItems(["Pull slip", "Book strap"])
    for row, ticked in enumerate((Qt.CheckState.Checked, Qt.CheckState.Unchecked)):
        papers.item(row).setCheckState(ticked)
    papers.resize(200, 80)
    papers.show()
    papers.setCurrentRow(0)
    boxes = [papers.visualItemRect(papers.item(row)) for row in (0, 1)]
    seen = [
        _picture(window, papers, QRect(box.left() + 1, box.top() + 1, 18, box.height()))
        for box in boxes
    ]
    grounds = [max(map(_light, _colours(one))) - min(map(_light, _colours(one))) for one in seen]
    assert min(grounds) > 0.05, theme
    assert _colours(seen[0]).keys() != _colours(seen[1]).keys()


def test_the_button_of_a_toast_can_be_read(dressed, qtbot):
    theme, window = dressed
    toast = window.findChild(Toast)
    toast.say("26000049 was sent.", Offer("Undo", lambda: None))
    inside = toast._offer.rect().adjusted(4, 4, -4, -4)
    assert _contrast(_picture(window, toast._offer, inside)) >= LEAST[theme]


def test_the_icon_of_a_menu_entry_can_be_seen_when_it_is_chosen(dressed, qtbot):
    theme, window = dressed
    menu = QMenu(window)
    chosen = menu.addAction(icon("refresh-cw"), "Exchange now")
    menu.popup(window.pos())
    menu.setActiveAction(chosen)
    place = menu.actionGeometry(chosen)
    image = menu.grab(QRect(place.left() + 4, place.top() + 4, 22, place.height() - 8)).toImage()
    menu.close()
    assert _contrast(image.convertToFormat(QImage.Format.Format_RGB32)) >= 3, theme


def test_rows_selected_together_stay_apart(dressed, qtbot):
    theme, window = dressed
    window.sidebar.choose(Queue.NEW)
    qtbot.waitUntil(lambda: window.list.current() is not None, timeout=30_000)
    plain = QTableWidget(3, 1, window)
    plain.resize(200, 120)
    plain.show()
    for table in (window.list.table, plain):
        table.selectAll()
        rect = table.visualRect(table.model().index(0, 0)).translated(table.viewport().pos())
        image = _picture(window, table, rect)
        ground, line = (image.pixel(9, image.height() - up) & 0xFFFFFF for up in (3, 1))
        assert ground != line, theme


def test_the_tallest_form_fits_a_small_screen_in_every_palette(dressed, qtbot):
    theme, window = dressed
    form = PartnerDialog(window.link, None, window)
    form.show()
    assert form.height() <= 700, theme


def test_the_line_under_tabs_is_whole(dressed, qtbot):
    _, window = dressed
    tabs = QTabWidget(window)
    for name in ("Library", "Exchange"):
        tabs.addTab(QLabel(name), name)
    tabs.resize(300, 90)
    tabs.show()
    image = _picture(window, tabs, QRect(0, tabs.tabBar().height(), 300, 1))
    assert len(_colours(image)) == 1
    assert _colours(image) != _colours(_picture(window, tabs, QRect(0, 60, 300, 1)))


def _shape(window, turn, word):
    """Where a chip is inked, whatever its colours."""
    chip = Chip(window)
    chip.show_state(SimpleNamespace(turn=turn, in_vain=False), word)
    chip.show()
    chip.resize(160, 28)
    image = _picture(window, chip)
    lights = [_light(image.pixel(x, y)) for y in range(28) for x in range(6, 150)]
    middle = (min(lights) + max(lights)) / 2
    return tuple(one > middle for one in lights)


@pytest.mark.ux("UX-35")
def test_a_state_is_told_by_a_sign_and_a_word_whatever_the_colour(seat):
    window = seat(theme="contrast").window
    signs = {turn: _shape(window, turn, "the same") for turn in Turn}
    assert len(set(signs.values())) == len(Turn)
    assert _shape(window, Turn.OURS, "here") != _shape(window, Turn.OURS, "late")


@pytest.mark.ux("UX-34")
def test_a_dark_window_is_dark(seat):
    window = seat(theme="dark").window
    found = _colours(window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
    ground = found.most_common(1)[0][0]
    assert _light(ground) < 0.25


def _ring(window, widget, colour):
    """How many pixels thick the frame in a colour is, at the middle of each side."""
    image = _picture(window, widget)
    right, low = image.width() - 1, image.height() - 1
    sides = (
        [QPoint(n, low // 2) for n in range(8)],
        [QPoint(right - n, low // 2) for n in range(8)],
        [QPoint(right // 2, n) for n in range(8)],
        [QPoint(right // 2, low - n) for n in range(8)],
    )
    return [sum(image.pixel(p) & 0xFFFFFF == colour for p in side) for side in sides]


@pytest.mark.ux("UX-09", "UX-35")
@pytest.mark.parametrize(("theme", "accent", "thick"),
    [("light", 0x0B6B8F, 2), ("dark", 0x4FB6DC, 2), ("contrast", 0xFFE600, 3)])  # fmt: skip
def test_the_focus_can_be_seen(seat, qtbot, theme, accent, thick):
    window = seat(theme=theme).window
    window.activateWindow()
    detail = window.detail
    for widget in (window.list.search, detail.more, window.list.table, window.sidebar):
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus, timeout=30_000)
        assert min(_ring(window, widget, accent)) >= thick, widget.objectName()


def _stops(front):
    """Everything the Tab key leads to, once, while the keys are there."""
    seen = []
    for _ in range(60):
        one = QApplication.focusWidget()
        if one is None or one in seen or one.window() is not front:
            break
        seen.append(one)
        yield one
        QTest.keyClick(one, Qt.Key.Key_Tab)


def _changed_by_focus(front, widget):
    """How many pixels in and around a widget say that the keys go there."""
    room = widget.rect().adjusted(-4, -4, 4, 4)
    place = QRect(widget.mapTo(front, room.topLeft()), room.size())
    looks = []
    for take in (widget.setFocus, widget.clearFocus):
        take()
        QApplication.processEvents()
        looks.append(front.grab(place).toImage().convertToFormat(GREY))
    widget.setFocus()
    one, other = (bytes(image.constBits() or b"") for image in looks)
    return sum(abs(a - b) > 24 for a, b in zip(one, other, strict=True))


def _unseen(window, qtbot, wanted=()):
    """Where the keys go and nothing shows it, and how many places were looked at."""
    unseen, stops = set(), 0
    for screen in screens(window):
        if wanted and screen.name not in wanted:
            continue
        screen.open()
        qtbot.wait(20)
        qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
        front = shown(window)
        if front is window:
            window.going.panes.list().setFocus()
        for widget in _stops(front):
            stops += 1
            qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
            if not any(_changed_by_focus(front, widget) >= 40 for _ in range(3)):
                unseen.add(f"{screen.name}: {widget.objectName()} {widget.accessibleName()}")
        put_away(window)
    return unseen, stops


@pytest.mark.ux("UX-09")
def test_wherever_the_keys_go_it_can_be_seen(seat, qtbot):
    window = seat().window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=30_000)
    unseen, stops = _unseen(window, qtbot, FEW)
    assert unseen == set()
    assert stops > 90


@pytest.mark.long
@pytest.mark.ux("UX-09")
@pytest.mark.parametrize("theme", list(LEAST))
def test_wherever_the_keys_go_on_any_screen_it_can_be_seen(seat, qtbot, theme):
    window = seat(theme=theme).window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=30_000)
    unseen, stops = _unseen(window, qtbot)
    assert unseen == set()
    assert stops > 400
