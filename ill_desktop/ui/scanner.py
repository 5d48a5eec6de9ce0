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

from ill_desktop.ui.request_list import RequestList
from ill_desktop.ui.tables import ENTER

BURST_MS = 50
"""A scanner types faster than this from key to key; no hand does, for four keys and Enter."""
TYPED_MS = 1000
"""Enter so soon after letters typed in the list of requests ends them, and opens nothing."""
SHORTEST, LONGEST = 4, 64
HELD = (Qt.Key.Key_Shift, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock)
"""Pressed beside the key that is meant: a scanner sends Shift before every capital letter."""
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
KEYPAD = Qt.KeyboardModifier.KeypadModifier
"""A figure is a figure, wherever on the keyboard it stands."""


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
        self._giving = self._following = False
        self._pause = QTimer(self, singleShot=True, interval=BURST_MS)
        self._turn = QTimer(self, singleShot=True, interval=0)
        # In a busy window the pause is over before the keys that wait have been read.
        self._pause.timeout.connect(self._turn.start)
        self._turn.timeout.connect(self.give_back)
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
        self._following = False
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
        if self._following:
            return self._follows(key, at)
        if key.key() in ENTER:
            return self._ends(key, at)
        plain = (key.modifiers() & ~KEYPAD) in PLAIN and key.text().isprintable()
        if key.isAutoRepeat() or not plain or key.text() == "":
            return self._goes_after(key)
        return self._takes(key, at)

    def _takes(self, key: QKeyEvent, at: float) -> bool:
        if at - self._last > BURST_MS and self._goes_after(key):
            return True
        if not self._burst and key.text() == " ":
            return False  # it presses a button, and its release is not held back
        self._burst, self._last = (self._burst + key.text())[:LONGEST], at
        self._held.append(key.clone())
        self._turn.stop()
        self._pause.start()
        return True

    def _ends(self, key: QKeyEvent, at: float) -> bool:
        code, since = self._burst.strip(), at - self._last
        if len(code) >= SHORTEST and since <= BURST_MS:
            self._stop()
            self._burst = ""
            self._held.clear()
            self.scanned.emit(code)
            return True
        most = TYPED_MS if isinstance(self._ear, RequestList) else BURST_MS
        if self._burst in ("", *self.keys) or since > most:
            return self._goes_after(key)
        if since <= BURST_MS and len(self._burst) > 1:
            self._held.clear()  # a code too short to be one: no list jumps by its letters
        self.give_back()
        self._burst = ""
        return True

    def _goes_after(self, key: QKeyEvent) -> bool:
        """What was held goes first; where that moved the focus, the key goes there, too."""
        ear = self._ear
        self.give_back()
        self._burst = ""
        to = self._meant()
        if self._ear is ear or to is None:
            return False
        QApplication.sendEvent(to, key.clone())
        return True

    def give_back(self) -> None:
        """What a hand typed goes where it was meant for; a burst without its Enter nowhere."""
        self._stop()
        held, self._held = self._held, []
        if not held or len(held) >= SHORTEST:
            return
        act = self.keys.get(held[0].text()) if len(held) == 1 else None
        if act is not None:
            act()
        else:
            self._hand_over(held)
        self._follow()

    def _hand_over(self, held: list[QKeyEvent]) -> None:
        """Each goes where the one before it moved the focus."""
        self._giving = True
        for key in held:
            to = self._meant()
            if to is not None:
                QApplication.sendEvent(to, key)
        self._giving = False

    def _follow(self) -> None:
        """The field that got half a code after all may get the rest, but not its Enter."""
        field = self._meant()
        if self._ear is None and field is not None:
            self._ear, self._following = field, True
            field.installEventFilter(self)

    def _follows(self, key: QKeyEvent, at: float) -> bool:
        since, self._last = at - self._last, at
        if since <= BURST_MS:
            return key.key() in ENTER
        if self._ear is not None:
            self._ear.removeEventFilter(self)
        self._ear, self._following = None, False
        return False

    def _meant(self) -> QWidget | None:
        """Where the keys go now, if it is in this window."""
        if not isValid(self._window):
            return None
        now = QApplication.focusWidget() or self._window
        return now if now.window() is self._window else None

    def _stop(self) -> None:
        self._pause.stop()
        self._turn.stop()


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
