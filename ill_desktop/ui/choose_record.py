"""Several records were brought: which one is wanted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from ill_desktop.services.intake import Intake, Record
from ill_desktop.ui.fields import plain_label
from ill_desktop.ui.models.table import ROW, Column, Table
from ill_desktop.ui.story import table_view
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark
from ill_desktop.words.records import reason

COLUMNS: tuple[Column[Record], ...] = (
    Column("", lambda r: str(r.index), right=True),
    Column(mark("Table", "Title"), lambda r: r.citation.display_title if r.citation else "–"),
    Column(mark("Table", "Author"), lambda r: r.citation.display_author if r.citation else ""),
    Column(mark("Table", "Year"), lambda r: r.citation.year if r.citation else ""),
)


def _note(words: Words) -> Column[Record]:
    """What was odd about a record, or why it cannot be used."""

    def told(record: Record) -> str:
        return " ".join(reason(words, code) for code in record.reasons)

    return Column(mark("Table", "Note"), told, tip=told)


class ChooseRecord(QDialog):
    """Lists the records of a file; those that cannot be read are counted, not hidden."""

    chosen = Signal(object)

    def __init__(self, intake: Intake, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Choose a record"))
        self.resize(720, 460)
        self.model: Table[Record] = Table((*COLUMNS, _note(words)), self)
        self.model.fill(intake.records)
        told = self.tr("{usable} of {all} records can be used.")
        total = len(intake.records)
        count = plain_label(told.format(usable=len(intake.usable), all=total), muted=True)
        self.table = table_view(self.model, self.tr("Records"), 1)  # type: ignore[arg-type]
        stretched = QHeaderView.ResizeMode.Stretch
        self.table.horizontalHeader().setSectionResizeMode(len(COLUMNS), stretched)
        self.table.doubleClicked.connect(self._take)
        self.table.selectionModel().currentRowChanged.connect(self._look)
        self.use = QPushButton(self.tr("Make a request"))
        self.use.setProperty("filled", True)
        self.use.setDefault(True)
        self.use.setEnabled(bool(intake.usable))
        self.use.clicked.connect(self._take)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(count)
        column.addWidget(self.table, 1)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self.use)
        column.addLayout(line)
        if intake.usable:
            self.table.selectRow(intake.usable[0].index - 1)
            self.table.setFocus()

    def _look(self) -> None:
        record = self.table.currentIndex().data(ROW)
        self.use.setEnabled(record is not None and record.citation is not None)

    def _take(self) -> None:
        record = self.table.currentIndex().data(ROW)
        if record is not None and record.citation is not None:
            self.accept()
            self.chosen.emit(record)
