"""Text as it was typed: most of what the window shows came from people."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def plain_label(text: str = "", *, muted: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label that shows its text as typed, never as markup (RELIABILITY S5)."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setProperty("muted", muted)
    return label
