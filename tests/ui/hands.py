"""Somebody at the keyboard, whose keys are counted."""

import time

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit

from ill_desktop.ui.scanner import BURST_MS

KEYPAD = Qt.KeyboardModifier.KeypadModifier
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease


def _event(kind, key, held, text, at):
    event = QKeyEvent(kind, key, held, text)
    event.setTimestamp(int(at))
    return event


def _keys_of(code, between, held):
    """The events of a code and Enter, a key each; when they were pressed is written in them."""
    at = time.monotonic() * 1000
    for letter in code:
        at, key = at + between, Qt.Key(ord(letter.upper()))
        with_it = SHIFT if letter.isupper() else held
        shift = [_event(PRESS, Qt.Key.Key_Shift, SHIFT, "", at)]
        pair = [_event(kind, key, with_it, letter, at) for kind in (PRESS, RELEASE)]
        no_shift = [_event(RELEASE, Qt.Key.Key_Shift, NONE, "", at)]
        yield [*shift, *pair, *no_shift] if letter.isupper() else pair
    at, enter = at + between, Qt.Key.Key_Return
    yield [_event(kind, enter, NONE, "\r", at) for kind in (PRESS, RELEASE)]


def _send(window, keys):
    for events in keys:
        for event in events:
            QCoreApplication.sendEvent(window.windowHandle(), event)


def scan(window, code, between=1, held=NONE):
    """The keys as a scanner sends them to the window: Shift before every capital letter.

    However slow the machine of the test, the time between the keys is the one that is asked for.
    """
    _send(window, _keys_of(code, between, held))


def queue(window, text, between, held=NONE):
    """What a hand typed while the window was busy: all of it comes at once, and no Enter."""
    _send(window, list(_keys_of(text, between, held))[:-1])


def scan_halting(window, qtbot, code, after, *, until=None):
    """The same, and the window is busy after so many keys: the others wait meanwhile.

    `until` is what is so before it hears them: no code is told from typing, then.
    """
    keys = list(_keys_of(code, 1, NONE))
    _send(window, keys[:after])
    if until is not None:
        qtbot.waitUntil(until, timeout=30_000)
        _send(window, keys[after:])
        return
    heard = []

    def hear():
        _send(window, keys[after:])
        heard.append(True)

    QTimer.singleShot(BURST_MS + 10, hear)
    time.sleep((BURST_MS + 30) / 1000)
    qtbot.waitUntil(lambda: bool(heard), timeout=30_000)


class Hands:
    """Press keys, and count them; what is typed as data counts nothing."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot, self.count = window, qtbot, 0

    def _at(self):
        return QApplication.focusWidget() or self.window

    def press(self, keys):
        """One key, with what is held down beside it."""
        self.count += 1
        chord = QKeySequence(keys)[0]
        QTest.keyClick(self._at(), chord.key(), chord.keyboardModifiers())

    def type(self, text):
        """Data."""
        for letter in text:
            QTest.keyClick(self._at(), letter)

    def until(self, met):
        """Look until something is so."""
        self.qtbot.waitUntil(met, timeout=20_000)


def standing(form):
    """Where the fields and buttons of a form are that can be seen, and how high."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
    seen = (w for kind in kinds for w in form.findChildren(kind) if w.isVisibleTo(form))
    named = {w.objectName(): w for w in seen if w.objectName()}
    return {
        name: (w.mapTo(form, QPoint(0, 0)).y(), w.height()) for name, w in named.items()
    }.items()


def drop(window, data, at=None):
    """Drop something on the window by hand; False where nothing there takes it.

    It comes as the system brings it: to the window as a whole. Qt finds who takes drops at that
    point, asks when the pointer comes in and while it moves, and only then hands the drop over.
    """
    point = at if at is not None else window.rect().center()
    copy, button, whole = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, window.windowHandle()
    enter = QDragEnterEvent(point, copy, data, button, NONE)
    enter.ignore()
    QCoreApplication.sendEvent(whole, enter)
    over = QDragMoveEvent(point, copy, data, button, NONE)
    over.setAccepted(enter.isAccepted())  # what was said to the pointer coming in stands
    QCoreApplication.sendEvent(whole, over)
    if not over.isAccepted():
        QCoreApplication.sendEvent(whole, QDragLeaveEvent())
        return False
    dropped = QDropEvent(QPointF(point), copy, data, button, NONE)
    dropped.ignore()
    QCoreApplication.sendEvent(whole, dropped)
    return dropped.isAccepted()
