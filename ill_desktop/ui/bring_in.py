"""Current loans from a spreadsheet: which column is what, and what would become of each row."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QWidget

from ill_desktop._built.forms.bring_in import Ui_BringIn
from ill_desktop.domain.current_loans import FIELDS, guessed
from ill_desktop.domain.errors import DeskError
from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.choose_file import to_open
from ill_desktop.ui.fields import CodeField
from ill_desktop.ui.link import Link
from ill_desktop.ui.long_work import LongWork
from ill_desktop.ui.models.table import Column, Table
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.tables import dress
from ill_desktop.words import formats
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.formats.sheets import Sheet
    from ill_desktop.services.current_loans import Looked

WHAT = 1


class BringIn(QDialog):
    """Nothing is written before the last button; the same file again brings in nothing."""

    def __init__(self, link: Link, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link, self._notices = link, notices
        self._sheet: Sheet | None = None
        self._asked = 0
        self._read = ""
        self.form = Ui_BringIn()
        self.form.setupUi(self)
        self.fields: dict[str, CodeField] = {
            name: getattr(self.form, name.replace("-", "_")) for name in FIELDS
        }
        self.model: Table[Looked] = Table(self._columns(), self)
        self._dress()
        self.resize(920, 640)

    def _columns(self) -> tuple[Column[Any], ...]:
        words = self._link.words
        return (
            Column(mark("Table", "Row"), lambda r: str(r.row), right=True),
            Column(mark("Table", "What happens to it"), self._what),
            Column(mark("Table", "Title"), lambda r: r.cells.get("title", "")),
            Column(
                mark("Table", "Partner"),
                lambda r: r.loan.partner if r.loan else r.cells.get("partner", ""),
            ),
            Column(mark("Table", "Barcode"), lambda r: r.cells.get("barcode", "")),
            Column(
                mark("Table", "Due"),
                lambda r: formats.day(words, r.loan.due) if r.loan else r.cells.get("due", ""),
                right=True,
            ),
        )

    def _what(self, row: Any) -> str:
        if row.error is not None:
            return self._link.sentence(row.error)
        if len(row.known) == 8:
            return self.tr("Already recorded as {number}").format(number=row.known)
        if row.known:
            return self.tr("Already in row {row}").format(row=row.known)
        return self.tr("Will be brought in")

    def _dress(self) -> None:
        form = self.form
        form.about.setProperty("muted", True)
        form.about.setText(
            self.tr(
                "Current loans become requests in the state they are in now. Nothing is sent to "
                "anybody, and the monthly figures do not count them."
            )
        )
        form.side.offer(
            [
                (Side.LENDING.value, self.tr("out with partners")),
                (Side.BORROWING.value, self.tr("here from partners")),
            ]
        )
        form.wrong.prepare(self._link)
        self.long_work = LongWork(self._link, self)
        self.long_work.ended.connect(self._count)
        self.finished.connect(lambda _: self.long_work.cancel())
        form.column.insertWidget(form.column.indexOf(form.wrong), self.long_work)
        form.act.setProperty("filled", True)
        for button in (form.act, form.some):
            button.setEnabled(False)
        dress(form.rows, self.model, WHAT, several=True)
        form.choose.clicked.connect(self._choose)
        form.file.editingFinished.connect(self._typed)
        form.cancel.clicked.connect(self.reject)
        form.act.clicked.connect(lambda: self._bring(self.model.rows))
        form.some.clicked.connect(lambda: self._bring(self._selected()))
        form.side.currentIndexChanged.connect(lambda _: self._look())
        form.rows.selectionModel().selectionChanged.connect(lambda *_: self._count())
        for field in self.fields.values():
            field.setEnabled(False)
            field.currentIndexChanged.connect(lambda _: self._look())

    def _choose(self) -> None:
        title = self.tr("Choose a list of loans")
        path = to_open(self, title, "CSV, XLSX (*.csv *.tsv *.xlsx)")
        if path is not None:
            self.open_file(path)

    def _typed(self) -> None:
        name = self.form.file.text().strip()
        if name and name != self._read:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Read a table and guess what its columns are."""
        self._read = str(path)

        def ask(_desk: Any) -> Any:
            from ill_desktop.services import current_loans

            return current_loans.read(path)

        self.form.file.setText(str(path))
        self._link.read(ask, while_there(self, self._opened), while_there(self, self._failed))

    def _opened(self, sheet: "Sheet") -> None:
        self.form.wrong.hide()
        self._sheet = sheet
        guess = guessed(sheet.header)
        for name, field in self.fields.items():
            field.blockSignals(True)
            field.offer(
                ((str(at), text or f"{at + 1}") for at, text in enumerate(sheet.header)), blank=True
            )
            field.choose(str(guess.get(name, "")))
            field.setEnabled(True)
            field.blockSignals(False)
        self._look()

    def _look(self) -> None:
        """Ask the desk what would become of each row."""
        sheet = self._sheet
        if sheet is None:
            return
        columns = {name: int(f.code()) for name, f in self.fields.items() if f.code()}
        side = Side(self.form.side.code())
        self._asked += 1
        asked = self._asked

        def ask(desk: Any) -> Any:
            from ill_desktop.services import current_loans

            return asked, current_loans.look(desk, sheet, columns, side)

        self._link.read(ask, while_there(self, self._show), while_there(self, self._failed))

    def _show(self, found: "tuple[int, Sequence[Looked]]") -> None:
        asked, rows = found
        if asked == self._asked:
            self.model.fill(rows)
            self._count()

    def _count(self) -> None:
        rows, form = self.model.rows, self.form
        good = sum(row.good for row in rows)
        known = sum(bool(row.known) for row in rows)
        wrong = sum(row.error is not None for row in rows)
        text = self.tr(
            "{good} can be brought in, {known} are known already, {wrong} are not usable."
        )
        form.told.setText(text.format(good=good, known=known, wrong=wrong))
        form.act.setText(self.tr("Bring in all {n}").format(n=good))
        form.act.setEnabled(good > 0)
        form.some.setEnabled(any(row.good for row in self._selected()))

    def _selected(self) -> "list[Looked]":
        chosen = self.form.rows.selectionModel().selectedRows()
        return [self.model.rows[index.row()] for index in chosen]

    def _bring(self, rows: "Sequence[Looked]") -> None:
        side, wanted = Side(self.form.side.code()), list(rows)

        def work(desk: Any, progress: Any) -> Any:
            from ill_desktop.services import current_loans

            return current_loans.bring_in(desk, wanted, side, progress)

        for button in (self.form.act, self.form.some):
            button.setEnabled(False)
        self.long_work.start(self.tr("Row {done} of {total}"), work, self._brought, self._failed)

    def _brought(self, numbers: Sequence[str]) -> None:
        self._notices.toast(self.tr("{n} loans were brought in.").format(n=len(numbers)))
        self.accept()

    def _failed(self, error: DeskError) -> None:
        self._count()
        self.form.wrong.failed(error)
