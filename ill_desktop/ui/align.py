"""How far a printer is off on a stock: a test sheet to measure, and two numbers to keep."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from ill_desktop._built.forms.align import Ui_Align
from ill_desktop.services import files, print_habits, printing
from ill_desktop.services.print_habits import Habits
from ill_desktop.ui.choose_file import file_name, to_save
from ill_desktop.ui.link import Link
from ill_desktop.ui.paper_printer import ask_printer, print_pdf
from ill_desktop.words import stocks

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk


class AlignDialog(QDialog):
    """Keeps an offset for each printer and stock; files take that of no printer in particular."""

    def __init__(
        self, link: Link, stock: str, known: Habits, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._link, self._known = link, known
        self.kept_with: Callable[[Habits], None] = lambda _: None
        self.form = Ui_Align()
        self.form.setupUi(self)
        form, words = self.form, link.words
        anywhere = self.tr("PDF files and every other printer")
        names = QPrinterInfo.availablePrinterNames()
        form.printer.offer([("", anywhere), *((name, name) for name in names)])
        form.stock.offer((s.code, stocks.name(words, s.name)) for s in printing.stocks())
        form.stock.choose(stock)
        form.told.setMinimumWidth(420)
        form.wrong.prepare(link)
        form.keep.setProperty("filled", True)
        form.keep.setDefault(True)
        form.printer.activated.connect(lambda _: self._show())
        form.stock.activated.connect(lambda _: self._show())
        form.keep.clicked.connect(self._keep)
        form.cancel.clicked.connect(self.reject)
        form.save_sheet.clicked.connect(self._save_sheet)
        form.print_sheet.clicked.connect(self._print_sheet)
        self._show()

    def _show(self) -> None:
        off = self._known.offset(self.form.printer.code(), self.form.stock.code())
        self.form.right.setValue(off.right)
        self.form.down.setValue(off.down)

    def _offset(self) -> tuple[float, float]:
        """Millimetres to the right and down."""
        return round(self.form.right.value(), 1), round(self.form.down.value(), 1)

    def _keep(self) -> None:
        printer, stock, off = self.form.printer.code(), self.form.stock.code(), self._offset()

        def ask(desk: "Desk") -> Habits:
            print_habits.set_offset(desk, printer, stock, off)
            return print_habits.habits(desk)

        self._link.write(ask, self._kept, self.form.wrong.failed)

    def _kept(self, known: Habits) -> None:
        self.kept_with(known)
        self.accept()

    def _save_sheet(self) -> None:
        suggested = file_name(self.tr("test sheet"), self.form.stock.code(), ending="pdf")
        title = self.tr("Save test sheet")
        path = to_save(self, title, suggested, "PDF (*.pdf)")
        if path is not None:
            self._make(lambda pdf: files.write(path, pdf))

    def _print_sheet(self) -> None:
        printer = ask_printer(self)
        if printer is not None:
            self.send(printer)

    def send(self, printer: QPrinter) -> None:
        """Print the test sheet, moved as far as the fields say."""
        self._make(lambda pdf: print_pdf(printer, pdf))

    def _make(self, use: Callable[[bytes], object]) -> None:
        code, off = self.form.stock.code(), self._offset()

        def work(desk: "Desk") -> object:
            return use(printing.test_sheet(code, desk.library.language, *off))

        self.form.wrong.hide()
        self._link.read(work, lambda _: None, self.form.wrong.failed)
