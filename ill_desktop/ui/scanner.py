"""A barcode scanner heard anywhere in a window but in its text fields (ECOSYSTEM UX-12).

A scanner is a keyboard: only its speed tells it from a hand. What is typed is therefore held back
for a moment; a hand's letters then go where they were meant for, a scanner's never do.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from ill_desktop.ui.tables import ENTER

BURST_MS = 50
"""A scanner types faster than this from key to key; no hand does, for six keys."""
TYPED_MS = 1000
"""Enter so soon after letters ends them, and is no wish of its own."""
SHORTEST, LONGEST = 6, 64
HELD = (Qt.Key.Key_Shift, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock)
"""Pressed beside the key that is meant: a scanner sends Shift before every capital letter."""
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class Scanner(QObject):
    """Listens where the keys go; `scanned` tells a code that came in one burst with Enter."""

    scanned = Signal(str)
    keys: dict[str, Callable[[], object]]
    """What single letters or figures do when a hand types them outside the fields."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self.keys = window, {}
        self._ear: QWidget | None = None
        self._burst, self._last = "", 0.0
        self._held: list[QKeyEvent] = []
        self._giving = False
        self._pause = QTimer(self, singleShot=True, interval=BURST_MS)
        self._pause.timeout.connect(self._give_back)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._listen)
        self._listen(None, QApplication.focusWidget())

    def _listen(self, _before: QWidget | None, now: QWidget | None) -> None:
        """At the widget that has the keys; the window gets them where nothing has the focus."""
        if not isValid(self._window):  # it is going, and the focus with it
            return
        if self._ear is not None and isValid(self._ear):
            self._ear.removeEventFilter(self)
        if not isValid(self._window):  # the program is ending
            return
        self._ear = self._window if now is None else now
        if self._ear.window() is self._window and not takes_text(self._ear):
            self._ear.installEventFilter(self)
        else:
            self._ear = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what a scanner sends from everybody else."""
        if event.type() != QEvent.Type.KeyPress or self._giving:
            return False
        return isinstance(event, QKeyEvent) and watched is self._ear and self._hears(event)

    def _hears(self, key: QKeyEvent) -> bool:
        """Whether the key is the scanner's, or may be."""
        at = _pressed_at(key)
        if key.key() in HELD:
            return False
        if key.key() in ENTER:
            return self._ends(at)
        plain = key.modifiers() in PLAIN and key.text().isprintable() and key.text() != ""
        if key.isAutoRepeat() or not plain:
            self._give_back()
            self._burst = ""
            return False
        return self._takes(key, at)

    def _takes(self, key: QKeyEvent, at: float) -> bool:
        if at - self._last > BURST_MS:
            self._give_back()
            self._burst = ""
        if not self._burst and key.text() == " ":
            return False  # it presses a button, and its release is not held back
        self._burst, self._last = (self._burst + key.text())[:LONGEST], at
        self._held.append(key.clone())
        self._pause.start()
        return True

    def _ends(self, at: float) -> bool:
        burst, self._burst = self._burst, ""
        code, since = burst.strip(), at - self._last
        if len(code) >= SHORTEST and since <= BURST_MS:
            self._pause.stop()
            self._held.clear()
            self.scanned.emit(code)
            return True
        self._give_back()
        return burst != "" and burst not in self.keys and since <= TYPED_MS

    def _give_back(self) -> None:
        """What a hand typed goes where it was meant for; a burst without its Enter nowhere."""
        self._pause.stop()
        held, self._held = self._held, []
        ear = self._ear
        if len(held) >= SHORTEST or ear is None or not isValid(ear):
            return
        act = self.keys.get(held[0].text()) if len(held) == 1 else None
        if act is not None:
            act()
            return
        self._giving = True
        for key in held:
            QApplication.sendEvent(ear, key)
        self._giving = False


def takes_text(widget: QWidget) -> bool:
    """Whether what is typed is written into the widget: a scan belongs there, then."""
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    if isinstance(widget, QLineEdit | QAbstractSpinBox | QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly()
    return False


def _pressed_at(key: QKeyEvent) -> float:
    """When a key was pressed, in ms: by the event where it knows, for keys may queue."""
    return float(key.timestamp() or time.monotonic() * 1000)
