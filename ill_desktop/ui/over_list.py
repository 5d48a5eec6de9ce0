"""A line above the list of requests: what is to be known of it, and one button that leads on."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ill_desktop.ui.plain_label import plain_label

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window


class OverList(QWidget):
    """Away until it has something to say; `tone` is the property its words are drawn by."""

    def __init__(self, window: "Window", tone: str) -> None:
        super().__init__(window.list)
        self.text, self.button = plain_label(), QPushButton()
        self.text.setProperty(tone, True)
        self.text.setWordWrap(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 2, 12, 8)
        line.addWidget(self.text, 1)
        line.addWidget(self.button)
        self.hide()
        column = window.list.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, self)
