"""Somebody at the keyboard, whose keys are counted."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def scan(window, code, between=1):
    """The keys as a scanner sends them to the window: Shift before every capital letter."""
    to = window.windowHandle()
    for letter in code:
        if letter.isupper():
            QTest.keyPress(to, Qt.Key.Key_Shift, SHIFT, between)
            QTest.keyClick(to, letter, SHIFT, 0)
            QTest.keyRelease(to, Qt.Key.Key_Shift, NONE, 0)
        else:
            QTest.keyClick(to, letter, NONE, between)
    QTest.keyClick(to, Qt.Key.Key_Return, NONE, between)


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
