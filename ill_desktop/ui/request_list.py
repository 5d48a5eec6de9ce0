"""The table of requests itself: it takes no single letter for a command."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ill_desktop.ui import keys
from ill_desktop.ui.tables import TableView

PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class RequestList(TableView):
    """Rows to go through with the arrows; what is typed here searches nothing and does nothing."""

    opened = Signal()
    """Enter, or a double click: the request is to be worked on."""
    menu_wanted = Signal(QPoint)
    """Where what can be done with the request is to be shown: a right click, Shift+F10, Menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("requests")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What comes below the list for a while does not hide the row one stands on."""
        before, lower = event.oldSize(), event.size().height() < event.oldSize().height()
        row = self.visualRect(self.currentIndex())
        stood = lower and not row.isEmpty() and 0 <= row.top() <= before.height() - row.height()
        super().resizeEvent(event)
        if stood:
            self.scrollTo(self.currentIndex())

    def keyboardSearch(self, search: str) -> None:
        """Letters typed here move nothing: they may come from a scanner."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.NEXT.means(event):
            self.opened.emit()
        elif keys.OFFERED.means(event):
            self._want_menu(self.visualRect(self.currentIndex()).bottomLeft())
        elif not (event.modifiers() in PLAIN and event.text().isprintable() and event.text()):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._want_menu(event.pos())

    def _want_menu(self, at: QPoint) -> None:
        if self.currentIndex().isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))
