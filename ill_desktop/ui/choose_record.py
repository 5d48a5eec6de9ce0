"""What a file or the clipboard holds, seen before anything is made of it: one, some, or all."""

import itertools
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QVBoxLayout,
    QWidget,
)

from ill_desktop.domain.errors import DeskError
from ill_desktop.services.intake import Intake, Record
from ill_desktop.services.progress import Progress
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.link import Link
from ill_desktop.ui.long_work import LongWork
from ill_desktop.ui.models.table import ROW, Column, Table
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.tables import table_view
from ill_desktop.ui.tasks import Answers
from ill_desktop.ui.verbs import Verbs
from ill_desktop.words.mark import mark
from ill_desktop.words.records import reason

COLUMNS: tuple[Column[Record], ...] = (
    Column("", lambda r: str(r.index), right=True),
    Column(mark("Table", "Title"), lambda r: r.citation.display_title if r.citation else "–"),
    Column(mark("Table", "Author"), lambda r: r.citation.display_author if r.citation else ""),
    Column(mark("Table", "Year"), lambda r: r.citation.year if r.citation else ""),
)
SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
DESELECT = QItemSelectionModel.SelectionFlag.Deselect | QItemSelectionModel.SelectionFlag.Rows


class ChooseRecord(QDialog):
    """Lists every record; those that cannot be read are told, those asked for already marked."""

    chosen = Signal(object)
    """One record, for the form."""
    made = Signal(object)
    """The numbers of the drafts made of several."""

    def __init__(self, intake: Intake, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intake, self._link = intake, link
        self._known: Mapping[int, str] = {}
        self._looking: Progress | None = None
        self.setWindowTitle(self.tr("Choose what to ask for"))
        self.resize(820, 500)
        note = Column(mark("Table", "Note"), self._note, tip=self._note)
        self.model: Table[Record] = Table((*COLUMNS, note), self)
        self.model.fill(intake.records)
        self._build()
        self._select_usable()
        self._count()
        self._look_for_known()

    def _build(self) -> None:
        self.told = plain_label(muted=True)
        self.table = table_view(self.model, self.tr("Records"), 1)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        stretched = QHeaderView.ResizeMode.Stretch
        self.table.horizontalHeader().setSectionResizeMode(len(COLUMNS), stretched)
        self.table.doubleClicked.connect(self._take_one)
        self.table.selectionModel().selectionChanged.connect(self._count)
        self.long_work = LongWork(self._link, self)
        self.long_work.ended.connect(self._ended)
        verbs = Verbs(self, "", self._take)
        self.use = verbs.act
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addWidget(self.long_work)
        column.addLayout(verbs)

    def _note(self, record: Record) -> str:
        """What is odd about a record, or that it was asked for before."""
        told = [reason(self._link.words, code) for code in record.reasons]
        if record.index in self._known:
            number = self._known[record.index]
            known = self.tr("Asked for already: {number}").format(number=number)
            told.insert(0, known if number else self.tr("Twice in this file"))
        return " ".join(told)

    def _select_usable(self) -> None:
        rows = [n for n, one in enumerate(self._intake.records) if one.citation is not None]
        if rows:
            self.table.selectRow(rows[0])
            self.table.setFocus()
        if len(rows) > 1:
            self._select(rows, SELECT)

    def _select(self, rows: list[int], how: QItemSelectionModel.SelectionFlag) -> None:
        """All at once: one by one each would be counted anew, which thousands do not bear."""
        picked = QItemSelection()
        for _, run in itertools.groupby(enumerate(rows), lambda one: one[1] - one[0]):
            stretch = [row for _, row in run]
            picked.select(self.model.index(stretch[0], 0), self.model.index(stretch[-1], 0))
        self.table.selectionModel().select(picked, how)

    def selected(self) -> list[Record]:
        """The usable records that are selected, in their order."""
        found = (index.data(ROW) for index in self.table.selectionModel().selectedRows())
        usable = (one for one in found if one is not None and one.citation is not None)
        return sorted(usable, key=lambda one: one.index)

    def _count(self) -> None:
        """Say how many there are, and what the button would do."""
        n, all_of = len(self.selected()), len(self._intake.records)
        told = self.tr("{usable} of {all} records can be used.")
        text = told.format(usable=len(self._intake.usable), all=all_of)
        if self._known:
            known = self.tr("Asked for already or repeated: {n}.")
            text = f"{text} {known.format(n=len(self._known))}"
        self.told.setText(text)
        several = self.tr("Make {n} drafts").format(n=n)
        self.use.setText(several if n > 1 else self.tr("Make a request"))
        self.use.setEnabled(n > 0 and not self.long_work.busy)

    # what was asked for already

    def _look_for_known(self) -> None:
        desk, records = self._link.desk, self._intake.records
        if desk is None:
            return

        def work(progress: Progress) -> Any:
            from ill_desktop.services import many_drafts

            return many_drafts.marks(desk, records, progress)

        self._looking = self._link.tasks.read(work, Answers(while_there(self, self._mark_known)))

    def _mark_known(self, known: Mapping[int, str]) -> None:
        self._known = known
        rows = [n for n, one in enumerate(self._intake.records) if one.index in known]
        if len(self.selected()) > 1:
            self._select(rows, DESELECT)
        self.table.viewport().update()
        self._count()

    # what is made

    def _take_one(self) -> None:
        record = self.table.currentIndex().data(ROW)
        if record is not None and record.citation is not None:
            self.accept()
            self.chosen.emit(record)

    def _take(self) -> None:
        records = self.selected()
        if len(records) == 1:
            self.accept()
            self.chosen.emit(records[0])
        elif records:
            self._make(records)

    def _make(self, records: list[Record]) -> None:
        def work(desk: Any, progress: Progress) -> Any:
            from ill_desktop.services import many_drafts

            return many_drafts.as_drafts(desk, records, progress)

        said = self.tr("Making drafts: {done} of {total}")
        self.long_work.start(said, work, self._done, self._failed)
        self.table.setEnabled(False)
        self._count()

    def _done(self, numbers: tuple[str, ...]) -> None:
        if not numbers:
            self.told.setText(self.tr("Stopped. No draft was made."))
            return
        self.accept()
        self.made.emit(numbers)

    def _failed(self, error: DeskError) -> None:
        self.told.setText(self._link.sentence(error))

    def _ended(self) -> None:
        self.table.setEnabled(True)
        self._count()

    def reject(self) -> None:
        """Stop what is being made; close when nothing is."""
        if self.long_work.busy:
            self.long_work.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """However it ends, nobody waits for the marks any longer."""
        if self._looking is not None:
            self._looking.cancel()
        super().done(result)
