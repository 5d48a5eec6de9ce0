"""What the pages beside the queues have in common: a header, and room below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ill_desktop.ui.link import Link
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.theme import scaled


class DeskPage(QWidget):
    """A page with a title line; `refresh` asks the desk again."""

    def __init__(self, link: Link, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.link = link
        header = QWidget(self)
        header.setObjectName("page_header")
        self.heading = plain_label(title)
        self.heading.setFont(scaled(self.font(), 1.35, QFont.Weight.DemiBold))
        self.head = QHBoxLayout(header)
        self.head.setContentsMargins(16, 10, 12, 10)
        self.head.setSpacing(8)
        self.heading.setWordWrap(True)
        self.head.addWidget(self.heading, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(header)

    def refresh(self) -> None:
        """Show what the desk holds now."""
