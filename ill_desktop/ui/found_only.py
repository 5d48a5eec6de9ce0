"""A line above the list while the program itself narrowed it: what to, and the way out."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ill_desktop.ui.plain_label import plain_label

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window


class FoundOnly(QWidget):
    """Stands there after a scan, a new request or a jump; what people type they see in the box."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window.list)
        self.text = plain_label(muted=True)
        self.text.setWordWrap(True)
        self.show_all = QPushButton(self.tr("Show all requests"))
        self.show_all.clicked.connect(window.list.leave_passing)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 2, 12, 8)
        line.addWidget(self.text, 1)
        line.addWidget(self.show_all)
        self.hide()
        column = window.list.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, self)
        window.list.passing_changed.connect(self._tell)
        window.sidebar.itemClicked.connect(lambda _: window.list.leave_passing())

    def _tell(self, text: str) -> None:
        self.text.setText(
            self.tr("Shown here is only what was found for “{text}”.").format(text=text)
        )
        self.setVisible(bool(text))
