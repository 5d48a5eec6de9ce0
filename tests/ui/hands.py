"""Somebody at the keyboard, whose keys are counted."""

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


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
