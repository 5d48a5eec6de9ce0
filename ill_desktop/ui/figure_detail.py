"""What a figure counts, and of what parts it is made."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ill_desktop.services.figures import Breakdown, Figure, Which
from ill_desktop.ui.link import Link
from ill_desktop.ui.models.table import ROW, Column, Index, Table
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.tables import table_view
from ill_desktop.ui.theme import scaled
from ill_desktop.words.figures import BREAKDOWNS, correction
from ill_desktop.words.mark import mark

PART, VALUE = range(2)
COLUMNS: tuple[Column[Any], ...] = (
    Column(mark("Table", "Part"), lambda part: part.label),
    Column(mark("Table", "Value"), lambda part: part.text, right=True),
)


class PartsTable(Table[Breakdown]):
    """Parts under the name of their breakdown, which stands in the bold lines."""

    def __init__(self, font: QFont, parent: QWidget) -> None:
        super().__init__(COLUMNS, parent)
        self._bold = scaled(font, 1, QFont.Weight.DemiBold)

    def data(self, index: Index, role: int = 0) -> Any:
        """A heading is bold."""
        if role == Qt.ItemDataRole.FontRole and index.isValid():
            return None if self.rows[index.row()].key != HEADING else self._bold
        return super().data(index, role)


HEADING = "\0"
"""The key of a line that is the name of a breakdown."""


MARGIN = 16


class FigureDetail(QWidget):
    """Shows one figure; a part opened by Enter or a double click leads to its requests."""

    opened = Signal(object)
    """A `Which`: the figure, or the part of it, of which the requests are wanted."""

    def __init__(self, link: Link) -> None:
        super().__init__()
        self.setObjectName("detail_body")
        self._link = link
        self._figure: Figure | None = None
        self._name, self._meaning = plain_label(), plain_label(muted=True)
        self._name.setFont(scaled(self.font(), 1.15, QFont.Weight.DemiBold))
        self._correction = plain_label()
        self._correction.setProperty("alert", True)
        for label in (self._name, self._meaning, self._correction):
            label.setWordWrap(True)
        self.requests = QPushButton(self.tr("Show the requests"))
        self.requests.clicked.connect(self._open_figure)
        self.model = PartsTable(self.font(), self)
        self.table = table_view(self.model, self.tr("Parts of the figure"), PART)
        self.table.verticalHeader().setDefaultSectionSize(26)
        self.table.activated.connect(self._open_part)
        line = QHBoxLayout()
        line.addWidget(self._name, 1)
        line.addWidget(self.requests)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 10, MARGIN, 12)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self._meaning)
        column.addWidget(self._correction)
        column.addWidget(self.table, 1)

    def show_figure(self, figure: Figure) -> None:
        """Show one figure."""
        same = self._figure is not None and self._figure.code == figure.code
        row = self.table.currentIndex().row() if same else -1
        self._figure = figure
        self._name.setText(f"{figure.label}\u00a0\u00a0·\u00a0\u00a0{figure.text}")
        self._meaning.setText(f"{figure.code}: {figure.definition}")
        self._correction.setText(correction(self._link.words, figure))
        self._correction.setVisible(bool(figure.corrected))
        self._fit()
        self.model.fill(self._lines(figure))
        if row >= 0:
            self.table.selectRow(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A definition is read whole: the table below it gives way."""
        room = self.width() - 2 * MARGIN
        for label in (self._meaning, self._correction):
            label.setMinimumHeight(max(0, label.heightForWidth(room)))

    def _lines(self, figure: Figure) -> list[Breakdown]:
        words, lines, by = self._link.words, [], ""
        for part in figure.breakdowns:
            if part.by != by:
                by = part.by
                name = words.tr("Figure", BREAKDOWNS[by])
                lines.append(Breakdown(by, HEADING, name, None, ""))
            lines.append(part)
        return lines

    def _open_figure(self) -> None:
        if self._figure is not None:
            self.opened.emit(Which(self._figure.code))

    def _open_part(self, index: QModelIndex) -> None:
        part = index.data(ROW)
        if self._figure is not None and part.key != HEADING:
            self.opened.emit(Which(self._figure.code, part.by, part.key))
