"""How a table of the window looks: quiet, for reading, with whole rows to choose."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ill_desktop.ui.models.table import Table

ROW_HEIGHT = 30
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TableView(QTableView):
    """Tells how wide the room of its rows is, whenever that changes.

    Asking for its `viewport` would cost the start dearly: to say what a widget is, PySide loads
    every class of widgets there is.
    """

    room_changed = Signal(int)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room_changed.emit(event.size().width())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press below the last row chooses nothing else: what is shown beside it stays true."""
        if self.indexAt(event.position().toPoint()).isValid():
            super().mousePressEvent(event)
        else:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            event.accept()


def table_view(model: Table[Any], name: str, stretch: int) -> TableView:
    """A table of its own, with its name for screen readers."""
    view = TableView()
    view.setAccessibleName(name)
    dress(view, model, stretch)
    return view


def dress(view: QTableView, model: Table[Any], stretch: int, *, several: bool = False) -> None:
    """Show rows in a table of a form; one column takes the room, one row or several are chosen."""
    view.setModel(model)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    modes = QAbstractItemView.SelectionMode
    view.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
