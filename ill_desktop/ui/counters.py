"""Fields that a turn of the wheel leaves alone: it scrolls the form until they are worked in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget


def passes_on(field: QWidget, event: QWheelEvent) -> bool:
    """Leave a turn of the wheel to what is around a field, unless somebody works in it."""
    passed = not field.hasFocus()
    if passed:
        event.ignore()
    return passed


class Counter(QSpinBox):
    """A whole number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _begin(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not passes_on(self, event):
            super().wheelEvent(event)


class FineCounter(QDoubleSpinBox):
    """A number with decimals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _begin(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not passes_on(self, event):
            super().wheelEvent(event)


def _begin(counter: QAbstractSpinBox) -> None:
    """The wheel brings nobody into it; a style sheet pads everything but its text."""
    counter.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for inner in counter.findChildren(QLineEdit):
        inner.setTextMargins(7, 0, 0, 0)
