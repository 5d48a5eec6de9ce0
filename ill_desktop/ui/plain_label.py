"""Text as it was typed: most of what the window shows came from people."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget


def plain_label(text: str = "", *, muted: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label that shows its text as typed, never as markup (RELIABILITY S5)."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setProperty("muted", muted)
    return label


def keep_lines(label: QLabel, lines: int = 1) -> None:
    """Let so many lines stay free while it is away: what stands below does not move when it speaks.

    None is kept of a label that is away with no line.
    """
    policy = label.sizePolicy()
    policy.setRetainSizeWhenHidden(lines > 0)
    label.setSizePolicy(policy)
    label.setMinimumHeight(label.fontMetrics().lineSpacing() * lines if lines > 1 else 0)


def link_button(parent: QWidget) -> QPushButton:
    """A button no higher than a line of text, for what can be done about what a line says."""
    button = QPushButton(parent)
    button.setAutoDefault(False)
    button.setProperty("link", True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
