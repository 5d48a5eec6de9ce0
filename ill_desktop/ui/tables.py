"""How a table of the window looks: quiet, for reading, with whole rows to choose."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ill_desktop.ui import keys
from ill_desktop.ui.models.table import Table

ROW_HEIGHT = 30
READABLE = 26
"""So many letters of the column that takes the room are seen at least, if it has them; half as many
where its texts go on in a second line."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TableView(QTableView):
    """Tells how wide the room of its rows is, whenever that changes.

    Asking for its `viewport` would cost the start dearly: to say what a widget is, PySide loads
    every class of widgets there is.
    """

    room_changed = Signal(int)
    out = Signal()
    """The keys go back to the queues, where the table is beside them."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room_changed.emit(event.size().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.OUT.means(event) and self._is_at_left():
            self.out.emit()
        else:
            super().keyPressEvent(event)

    def _is_at_left(self) -> bool:
        """Whether there is nothing to scroll to at the left."""
        bar = self.horizontalScrollBar()
        return bar.value() == bar.minimum()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press below the last row chooses nothing else: what is shown beside it stays true."""
        if self.indexAt(event.position().toPoint()).isValid():
            super().mousePressEvent(event)
        else:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            event.accept()


class Readable(QObject):
    """Large text leaves the column that takes the room too little: the table is scrolled, then."""

    def __init__(self, view: QTableView, column: int) -> None:
        header = view.horizontalHeader()
        super().__init__(header)
        self._view, self._header, self._column = view, header, column
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        header.sectionResized.connect(lambda *_: self._soon.start())
        header.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width of the table."""
        if event.type() == QEvent.Type.Resize:
            self._soon.start()
        return False

    def _look(self) -> None:
        header, at, modes = self._header, self._column, QHeaderView.ResizeMode
        if header.sectionResizeMode(at) == modes.Fixed:  # its list lays itself out
            return
        wanted = max(self._view.sizeHintForColumn(at), header.sectionSizeHint(at))
        letters = READABLE // 2 if self._view.wordWrap() else READABLE
        least = min(wanted, self._view.fontMetrics().averageCharWidth() * letters)
        if header.width() - (header.length() - header.sectionSize(at)) >= least:
            header.setSectionResizeMode(at, modes.Stretch)
        elif header.sectionSize(at) != least:
            header.setSectionResizeMode(at, modes.Interactive)
            header.resizeSection(at, least)


def table_view(model: Table[Any], name: str, stretch: int) -> TableView:
    """A table of its own, with its name for screen readers."""
    view = TableView()
    view.setAccessibleName(name)
    dress(view, model, stretch)
    return view


def hold_columns(view: QTableView, most: int) -> None:
    """Let a small table be as wide as its columns, or `most` pixels."""
    header = view.horizontalHeader()
    wanted = sum(
        max(view.sizeHintForColumn(at), header.sectionSizeHint(at)) for at in range(header.count())
    )
    around = 2 * view.frameWidth() + view.verticalScrollBar().sizeHint().width()
    view.setMinimumWidth(min(wanted + around, most))


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
    Readable(view, stretch)
