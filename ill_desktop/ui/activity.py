"""What the window said since it was opened, for who looked away when a toast went by."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from ill_desktop.ui.models.table import ROW, Column, Index, Table
from ill_desktop.ui.notices import Told
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.tables import table_view
from ill_desktop.ui.theme import Look, icon
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window

NUMBER = re.compile(r"\b\d{8}\b")
"""The number of a request, wherever it stands in a text."""
TONES = {
    "done": (mark("Activity", "Done"), "circle-check"),
    "": (mark("Activity", "Note"), "info"),
    "look": (mark("Activity", "Look"), "triangle-alert"),
    "late": (mark("Activity", "Failed"), "octagon-alert"),
}


def columns(moment: Callable[[datetime], str]) -> tuple[Column[Told], ...]:
    """When, how it went, and the words that were said."""
    return (
        Column(mark("Table", "When"), lambda one: moment(one.at)),
        Column(mark("Table", "State"), _tone),
        Column(mark("Table", "Notice"), lambda one: one.text),
    )


def _tone(one: Told) -> str:
    return QCoreApplication.translate("Activity", TONES[one.tone][0])


class ToldTable(Table[Told]):
    """A sign beside each word of how it went."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 1:
            return self._sign(self.rows[index.row()].tone)
        return super().data(index, role)

    def _sign(self, tone: str) -> QIcon:
        colours = Look.colours
        inks = {"done": colours.done, "look": colours.look, "late": colours.late}
        return icon(TONES[tone][1], inks[tone].text if tone in inks else colours.muted)


class Activity(QDialog):
    """The newest first; Enter goes to the request that a line names."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.setWindowTitle(self.tr("Activity"))
        self.model = ToldTable(columns(window.link.moment), self)
        self.table = table_view(self.model, self.tr("Notice"), 2)
        self.table.activated.connect(self._go)
        self.whole = plain_label()
        self.whole.setWordWrap(True)
        self.table.selectionModel().currentRowChanged.connect(self._read)
        self.nothing = plain_label(self.tr("No notices yet."), muted=True)
        about = self.tr("Since the program was opened. Enter opens the request that a line names.")
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        for part in (plain_label(about, muted=True), self.nothing, self.table, self.whole, close):
            column.addWidget(part)
        window.notices.more_told.connect(self.fill)
        self.fill()
        self.table.setFocus()
        self.resize(760, 460)

    def fill(self) -> None:
        """Show what was said so far; a new word comes first and is the one read."""
        self.model.fill(tuple(reversed(self._window.notices.told)))
        self.nothing.setVisible(not self.model.rows)
        self.table.selectRow(0)

    def _read(self, now: QModelIndex, _before: QModelIndex) -> None:
        """The whole of a line below the list, however long it is."""
        told = now.data(ROW)
        self.whole.setText(told.text if isinstance(told, Told) else "")

    def _go(self, index: QModelIndex) -> None:
        found = NUMBER.search(index.data(ROW).text)
        if found is not None:
            self.accept()
            self._window.going.go_to(found[0])
