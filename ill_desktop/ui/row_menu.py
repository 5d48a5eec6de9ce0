"""What can be done with the requests of the list, as a menu on their rows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window

SOON_MS = 20


class RowMenu(QObject):
    """Offers what the pane beside the list offers: its first button, and what *More* holds."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.menu = QMenu(window)

    def show(self, at: QPoint) -> None:
        """Open it, once the pane shows what is selected."""
        detail, line = self._window.detail, self._window.list.current()
        several = len(self._window.list.numbers()) > 1
        if line is None:
            return
        if not several and (detail.view is None or detail.view.line.number != line.number):
            QTimer.singleShot(SOON_MS, self, lambda: self.show(at))
            return
        pane = detail.several if several else detail
        self.menu.clear()
        if not pane.primary.isHidden():
            self.menu.addAction(pane.primary.text()).triggered.connect(pane.primary.click)
            self.menu.setDefaultAction(self.menu.actions()[0])
            self.menu.addSeparator()
        self.menu.addActions(pane.more.menu().actions())
        if not several:
            self.menu.addSeparator()
            papers = self.menu.addMenu(detail.printing.text())
            papers.addActions(detail.printing.menu().actions())
        self.menu.popup(at)
