"""The frame of what has the keys is for the keyboard: who points at a row sees where it is."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from ill_desktop.ui.theme import repolish

PROPERTY = "pointed"


class Pointed(QObject):
    """Marks a list that got the focus by a click, until a key is pressed in it."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Nothing is taken away from the list."""
        if isinstance(watched, QWidget):
            if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusIn:
                _mark(watched, _POINTED.get(event.reason(), _is_marked(watched)))
            elif event.type() is QEvent.Type.KeyPress:
                _mark(watched, pointed=False)
        return False


_POINTED = {
    Qt.FocusReason.MouseFocusReason: True,
    Qt.FocusReason.TabFocusReason: False,
    Qt.FocusReason.BacktabFocusReason: False,
    Qt.FocusReason.ShortcutFocusReason: False,
}
"""A window that comes back to the front leaves it as it was."""


def _is_marked(widget: QWidget) -> bool:
    return bool(widget.property(PROPERTY))


def _mark(widget: QWidget, pointed: bool) -> None:
    if _is_marked(widget) != pointed:
        widget.setProperty(PROPERTY, pointed)
        repolish(widget)
