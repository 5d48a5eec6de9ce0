"""A table of a file on its way into the desk: which column is what, what becomes of each row."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHeaderView, QPushButton, QWidget

from ill_desktop.domain.errors import DeskError
from ill_desktop.domain.table_heads import guessed
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.choose_file import file_name, to_open, to_save
from ill_desktop.ui.dialogs import room_for
from ill_desktop.ui.fields import CodeField
from ill_desktop.ui.link import Link
from ill_desktop.ui.long_work import LongWork
from ill_desktop.ui.models.table import Column, Table
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.tables import dress

if TYPE_CHECKING:
    from ill_desktop.formats.sheets import Sheet

WHAT = 1
"""The column that says what would become of a row."""
LETTERS = 6
"""A column is known by a few letters; so all of them fit beside each other in large text."""
READABLE = 190
"""So many letters beside each other, where the screen has room for them."""
MOST = 26
"""So many letters of any column but that which says what becomes of a row."""
SAVED = "XLSX (*.xlsx);;CSV (*.csv)"
Places = Mapping[str, int]
"""Which column of the table holds which field."""


class TableImport(QDialog):
    """Nothing is written before the last button; a kind of table says what its own words are.

    A row has a number, `good` where it can be brought in, and an `error` where it cannot be used.
    """

    FIELDS: ClassVar[Mapping[str, Sequence[str]]] = {}
    stays = Signal(str)
    """Something was brought in, and is not taken back; what that is called."""

    def __init__(
        self, link: Link, notices: Notices, form: Any, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._link, self._notices = link, notices
        self._sheet: Sheet | None = None
        self._asked = 0
        self._name = ""
        """The file that was read, as it stands in its field."""
        self._tried: Sequence[Any] = ()
        self._left = ""
        """What is told of the rows that could not be brought in, while only they are shown."""
        self.form = form
        form.setupUi(self)
        self.fields: dict[str, CodeField] = {
            name: getattr(form, name.replace("-", "_")) for name in self.FIELDS
        }
        self.model: Table[Any] = Table(self.columns(), self)
        self._dress()
        wide = max(920, self.fontMetrics().averageCharWidth() * READABLE)
        self.resize(min(wide, room_for(self).width()), 640)
        form.file.setFocus()

    def columns(self) -> tuple[Column[Any], ...]:
        """What is seen of each row."""
        raise NotImplementedError

    def lacking(self, places: Places) -> Sequence[str]:
        """The fields whose column must be chosen first."""
        raise NotImplementedError

    def looking(self, sheet: "Sheet", places: Places) -> Callable[[Any], Any]:
        """What asks the desk for the rows; what the screen says is taken along."""
        raise NotImplementedError

    def found(self, answer: Any) -> Sequence[Any]:
        """The rows in what the desk answered."""
        return tuple(answer)

    def counted(self, rows: Sequence[Any]) -> str:
        """How many rows become what."""
        raise NotImplementedError

    def bringing(self, rows: Sequence[Any]) -> Callable[[Any, Any], Any]:
        """What lets the desk bring them in."""
        raise NotImplementedError

    def brought(self, answer: Any) -> str:
        """What was brought in."""
        raise NotImplementedError

    def begun(self, sheet: "Sheet") -> None:
        """Another kind of table was opened."""

    def _dress(self) -> None:
        form = self.form
        self._verb = form.act.text()
        form.about.setProperty("muted", True)
        form.wrong.prepare(self._link)
        self.long_work = LongWork(self._link, self)
        self.long_work.ended.connect(self._count)
        self.finished.connect(lambda _: self.long_work.cancel())
        form.column.insertWidget(form.column.indexOf(form.wrong), self.long_work)
        form.act.setProperty("filled", True)
        form.act.setDefault(True)
        for button in (form.act, form.some):
            button.setEnabled(False)
        dress(form.rows, self.model, WHAT, several=True)
        self.save_left = QPushButton(self.tr("Save these rows…"), self)
        self.save_left.setAutoDefault(False)
        self.save_left.clicked.connect(self._save_left)
        self.save_left.hide()
        form.buttons.insertWidget(form.buttons.indexOf(form.cancel), self.save_left)
        form.choose.clicked.connect(self._choose)
        # Enter there reads the file, and brings in nothing that was read before.
        form.file.returnPressed.connect(self._entered)
        form.file.editingFinished.connect(self._typed)
        form.cancel.clicked.connect(self.reject)
        form.act.clicked.connect(lambda: self._bring(self.model.rows))
        form.some.clicked.connect(lambda: self._bring(self._selected()))
        form.rows.selectionModel().selectionChanged.connect(lambda *_: self._count())
        for field in self.fields.values():
            field.setEnabled(False)
            field.setMinimumContentsLength(LETTERS)
            field.currentIndexChanged.connect(lambda _: self.look())

    def _choose(self) -> None:
        path = to_open(self, self.windowTitle(), "CSV, XLSX (*.csv *.tsv *.xlsx)")
        if path is not None:
            self.open_file(path)

    def _entered(self) -> None:
        self._left = ""
        self.form.act.setEnabled(False)

    def _typed(self) -> None:
        """Somebody left the field; what was left out stays in sight until they mean the file."""
        name = self.form.file.text().strip()
        if name and not (self._left and name == self._name):
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Read a table, again where it was read before: it may have been mended meanwhile."""

        def ask(_desk: Any) -> Any:
            from ill_desktop.services import loading

            return loading.read(path)

        self._name = str(path)
        self.form.file.setText(self._name)
        self._link.read(ask, while_there(self, self._opened), while_there(self, self._unread))

    def _opened(self, sheet: "Sheet") -> None:
        """Guess what the columns are; where they are those of before, the choice stays."""
        before, self._sheet = self._sheet, sheet
        if before is not None and before.header == sheet.header:
            self.look()
            return
        guess = guessed(sheet.header, self.FIELDS)
        for name, field in self.fields.items():
            field.blockSignals(True)
            field.offer(
                ((str(at), text or f"{at + 1}") for at, text in enumerate(sheet.header)), blank=True
            )
            field.choose(str(guess.get(name, "")))
            field.setEnabled(True)
            field.blockSignals(False)
        self.begun(sheet)
        self.look()

    def _unread(self, error: DeskError) -> None:
        """What was seen of another file, or of this one before, is no longer true."""
        self._sheet = None
        self._asked += 1
        self.model.fill(())
        for field in self.fields.values():
            field.setEnabled(False)
        self._failed(error)

    def places(self) -> Places:
        """Which column holds what, as chosen."""
        return {name: int(field.code()) for name, field in self.fields.items() if field.code()}

    def look(self) -> None:
        """Ask the desk what would become of each row."""
        sheet = self._sheet
        if sheet is None:
            return
        self.form.wrong.hide()
        look = self.looking(sheet, self.places())
        self._asked += 1
        asked = self._asked

        def ask(desk: Any) -> Any:
            return asked, look(desk)

        self._link.read(ask, while_there(self, self._show), while_there(self, self._failed))

    def _show(self, told: tuple[int, Any]) -> None:
        asked, answer = told
        if asked == self._asked:
            self._fill(self.found(answer))

    def _fill(self, rows: Sequence[Any], left: str = "") -> None:
        """Show rows; with `left`, those that could not be brought in."""
        self._left = left
        self.save_left.setVisible(bool(left))
        self.model.fill(rows)
        self._give_room()
        self._count()

    def _give_room(self) -> None:
        """What becomes of a row is a sentence: it is read first, and long titles are cut."""
        view, modes = self.form.rows, QHeaderView.ResizeMode
        header, most = view.horizontalHeader(), view.fontMetrics().averageCharWidth() * MOST
        for at in set(range(header.count())) - {WHAT}:
            wide = max(view.sizeHintForColumn(at), header.sectionSizeHint(at)) > most
            header.setSectionResizeMode(at, modes.Interactive if wide else modes.ResizeToContents)
            if wide:
                header.resizeSection(at, most)

    def _count(self) -> None:
        rows, form = self.model.rows, self.form
        good = sum(row.good for row in rows)
        form.told.setText(self._left or self._first() or (self.counted(rows) if rows else ""))
        form.act.setText(f"{self._verb} {good}" if rows and not self._left else self._verb)
        form.act.setEnabled(good > 0)
        form.some.setEnabled(any(row.good for row in self._selected()))

    def _first(self) -> str:
        """Which columns are to be chosen before anything can come of it; all of them at once."""
        missing = self.lacking(self.places()) if self._sheet is not None else ()
        labels = [getattr(self.form, f"{name.replace('-', '_')}_label") for name in missing]
        text = self.tr("Choose the column for: {fields}.")
        named = ", ".join(label.text().replace("&", "") for label in labels)
        return text.format(fields=named) if missing else ""

    def _selected(self) -> list[Any]:
        chosen = self.form.rows.selectionModel().selectedRows()
        return [self.model.rows[index.row()] for index in chosen]

    def _bring(self, rows: Sequence[Any]) -> None:
        self._tried = tuple(rows)
        work = self.bringing(list(rows))
        for button in (self.form.act, self.form.some):
            button.setEnabled(False)
        said = self.tr("Row {done} of {total}")
        self.long_work.start(said, work, self._brought, self._failed)

    def _brought(self, answer: Any) -> None:
        said, left = self.brought(answer), [one for one in self._tried if one.error is not None]
        self._notices.toast(said)
        self.stays.emit(self.windowTitle())
        if not left:
            self.accept()
            return
        text = self.tr(
            "{brought} The rows above were left out: mend them in the file and choose it again, or "
            "save them for later."
        )
        self.form.cancel.setText(self.tr("Close"))
        self._fill(left, text.format(brought=said))
        self.save_left.setFocus()

    def _save_left(self) -> None:
        """The rows that were not brought in, with the reasons, as they are read on the screen."""
        name = file_name(self.tr("Rows not brought in"), ending="xlsx")
        path = to_save(self, self.save_left.text().rstrip("…"), name, SAVED)
        if path is not None:
            self.save_left_to(path)

    def save_left_to(self, path: Path) -> None:
        """Write them into a file; its columns have the names they had in the file that was read."""
        sheet, columns = self._sheet, self.model.columnCount()
        reasons = {
            row.row: str(self.model.index(at, WHAT).data())
            for at, row in enumerate(self.model.rows)
        }
        role = Qt.ItemDataRole.DisplayRole
        what = str(self.model.headerData(min(WHAT, columns), Qt.Orientation.Horizontal, role))
        header = (*(sheet.header if sheet else ()), what)
        cells = dict(sheet.rows) if sheet else {}
        rows = [[*cells.get(n, ()), reason] for n, reason in reasons.items()]
        title = self.windowTitle()

        def work(desk: Any) -> Path:
            from ill_desktop.services import list_files

            order = list_files.TableOrder(title, tuple(header), lambda _: iter([rows]))
            return list_files.save(desk, order, path)

        def saved(written: Path) -> None:
            self._notices.toast(self.tr("The rows are saved in {file}.").format(file=written.name))
            self.accept()

        self._link.read(work, while_there(self, saved), while_there(self, self._failed))

    def _failed(self, error: DeskError) -> None:
        self._count()
        self.form.wrong.failed(error)
