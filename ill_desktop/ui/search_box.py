"""The box to find in above a list: its keys lead into the list, and out of what was done."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ill_desktop.ui.tables import ENTER


class SearchBox(QLineEdit):
    """A line that hands on the keys it has no use for itself."""

    down = Signal()
    """The arrow down: into the list."""
    entered = Signal()
    """Enter: what Enter does in the list."""
    undo_wanted = Signal()
    """Undo, where nothing was typed that could be taken back.

    A line swallows that key before any menu sees it, whether it has something to undo or not.
    """

    def event(self, event: QEvent) -> bool:
        """A citation on the clipboard is for the window: nobody looks for it letter by letter."""
        shortcut = event.type() == QEvent.Type.ShortcutOverride
        if shortcut and isinstance(event, QKeyEvent) and _pastes_citation(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() in ENTER:
            self.entered.emit()
        elif _undoes(event) and not self.isUndoAvailable():
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)


# QKeySequence, which knows what a key means on this system, is loaded at the first key.


def _undoes(key: QKeyEvent) -> bool:
    from PySide6.QtGui import QKeySequence

    return key.matches(QKeySequence.StandardKey.Undo)


def _pastes_citation(key: QKeyEvent) -> bool:
    from PySide6.QtGui import QKeySequence

    if not key.matches(QKeySequence.StandardKey.Paste):
        return False
    from ill_desktop.services import intake

    return intake.is_citation(QGuiApplication.clipboard().text())
