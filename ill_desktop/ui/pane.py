"""The room of a request beside the list: there from the first paint, filled after it."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame

LEAST = 35
"""So many letters fit beside each other at least, whatever their size."""


def empty_pane() -> QFrame:
    """Where a request will be shown: its place and its ground."""
    pane = QFrame()
    pane.setObjectName("detail_pane")
    pane.setMinimumWidth(narrowest_pane(pane.fontMetrics()))
    return pane


def narrowest_pane(metrics: QFontMetrics) -> int:
    """How narrow it may become."""
    return max(340, metrics.averageCharWidth() * LEAST)
