"""A button whose act changes under the pointer: a double click does one thing, not two."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

LEAST_MS = 500
"""Nobody reads another word and presses it sooner than this."""


class Unhurried(QObject):
    """Keeps the second press of a double click, and any press too soon, from a button.

    Keys and what reads the screen press it at any time: they know what they press.
    """

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        self._does: object = None
        self._since = QElapsedTimer()
        button.installEventFilter(self)

    def does(self, what: object) -> None:
        """Say what the button does from now on; something else is not pressed at once."""
        if self._does is not None and what != self._does:
            self._since.start()
        self._does = what

    @property
    def deaf(self) -> bool:
        """Whether what it does is too new to be meant."""
        wait = max(LEAST_MS, QGuiApplication.styleHints().mouseDoubleClickInterval())
        return self._since.isValid() and self._since.elapsed() < wait

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Swallow what the mouse says too soon."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            return True
        return event.type() == QEvent.Type.MouseButtonPress and self.deaf
