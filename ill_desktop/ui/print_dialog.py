"""Slips and labels on paper: what, on which stock, from which label; seen before it is printed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ill_desktop._built.forms.print import Ui_Print
from ill_desktop.domain.errors import DeskError
from ill_desktop.services import print_habits, printing
from ill_desktop.services.printing import Printed, PrintOrder
from ill_desktop.ui.link import Link
from ill_desktop.ui.theme import Look
from ill_desktop.words import labels, stocks

PREVIEW_DPI = 96
PRINT_DPI = 300


class PrintDialog(QDialog):
    """Shows the pages as they will lie in the printer."""

    def __init__(
        self, link: Link, numbers: tuple[str, ...], kinds: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._link, self._numbers = link, numbers
        self.printed_with: Callable[[int], None] = lambda _: None
        self._printed: Printed | None = None
        self._page = 0
        self.form = Ui_Print()
        self.form.setupUi(self)
        self._dress(kinds)
        self._wire()
        self.resize(860, 660)
        self._kind_changed()

    def _dress(self, kinds: tuple[str, ...]) -> None:
        form, words = self.form, self._link.words
        form.kind.offer((kind, labels.document(words, kind)) for kind in kinds)
        form.stock.offer((s.code, stocks.name(words, s.name)) for s in printing.stocks())
        form.stock.setMinimumContentsLength(28)
        form.warnings.setProperty("warn", True)
        form.wrong.setProperty("wrong", True)
        form.warnings.hide()
        form.wrong.hide()
        form.print_now.setProperty("filled", True)
        form.print_now.setDefault(True)
        form.preview.setAccessibleName(self.tr("Preview of the page"))

    def _wire(self) -> None:
        form = self.form
        form.kind.activated.connect(self._kind_changed)
        form.stock.activated.connect(self._make)
        form.start.valueChanged.connect(self._make)
        form.back.clicked.connect(lambda: self._turn(-1))
        form.forth.clicked.connect(lambda: self._turn(1))
        form.cancel.clicked.connect(self.reject)
        form.save.clicked.connect(self._save)
        form.print_now.clicked.connect(self._print)

    def _order(self) -> PrintOrder:
        form = self.form
        return PrintOrder(form.kind.code(), self._numbers, form.stock.code(), form.start.value())

    def _kind_changed(self) -> None:
        desk = self._link.desk
        if desk is not None:
            usual = print_habits.usual_stock(desk, self.form.kind.code())
            self.form.stock.choose(usual)
        self._make()

    def _make(self) -> None:
        order = self._order()
        self._link.read(
            lambda desk: (order, printing.print_documents(desk, order)), self._made, self._failed
        )

    def _made(self, found: tuple[PrintOrder, Printed]) -> None:
        order, printed = found
        if order != self._order():
            return
        self._printed, self._page = printed, 0
        form = self.form
        form.wrong.hide()
        form.warnings.setText("\n".join(printed.warnings))
        form.warnings.setVisible(bool(printed.warnings))
        self._most(order)
        for button in (form.save, form.print_now):
            button.setEnabled(True)
        self._turn(0)

    def _most(self, order: PrintOrder) -> None:
        """How many places a sheet has; the choice is hidden where there is only one."""
        most = printing.places(order.kind, order.stock)
        self.form.start.blockSignals(True)
        self.form.start.setMaximum(most)
        self.form.start.blockSignals(False)
        self.form.start_cell.setVisible(most > 1)

    def _failed(self, error: DeskError) -> None:
        form = self.form
        form.wrong.setText(self._link.sentence(error))
        form.wrong.show()
        form.preview.clear()
        for button in (form.save, form.print_now):
            button.setEnabled(False)

    def _turn(self, by: int) -> None:
        printed = self._printed
        if printed is None:
            return
        self._page = max(0, min(self._page + by, printed.pages - 1))
        form = self.form
        text = self.tr("Page {page} of {pages}")
        form.page.setText(text.format(page=self._page + 1, pages=printed.pages))
        form.back.setEnabled(self._page > 0)
        form.forth.setEnabled(self._page + 1 < printed.pages)
        for part in (form.back, form.forth):
            part.setVisible(printed.pages > 1)
        self._show_page(picture(printed.pdf, self._page, PREVIEW_DPI))

    def _show_page(self, image: QImage) -> None:
        room = self.form.preview.minimumSize()
        scale = self.devicePixelRatioF()
        shown = image.scaled(
            room * scale,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        framed = QPixmap.fromImage(shown)
        painter = QPainter(framed)
        painter.setPen(Look.colours.border)
        painter.drawRect(0, 0, framed.width() - 1, framed.height() - 1)
        painter.end()
        framed.setDevicePixelRatio(scale)
        self.form.preview.setPixmap(framed)

    def _save(self) -> None:
        order, printed = self._order(), self._printed
        if printed is None:
            return
        suggested = f"{order.kind}.pdf"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save PDF"), suggested, "PDF (*.pdf)")
        if name:
            from ill_desktop.services import files

            path = Path(name)
            self._note(lambda: files.write(path, printed.pdf))

    def _print(self) -> None:
        printed = self._printed
        if printed is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(PRINT_DPI)
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self)
        if dialog.exec():
            self._send(printer, printed)

    def _send(self, printer: QPrinter, printed: Printed) -> None:
        painter = QPainter(printer)
        for page in range(printed.pages):
            if page:
                printer.newPage()
            image = picture(printed.pdf, page, PRINT_DPI)
            painter.drawImage(QRectF(0, 0, image.width(), image.height()), image)
        painter.end()
        self._note(lambda: None)

    def _note(self, write: Callable[[], Any]) -> None:
        """Write what is to be written, then note that it was printed."""
        order = self._order()

        def ask(desk: Any) -> int:
            write()
            printing.was_printed(desk, order)
            return len(order.numbers)

        self._link.write(ask, self._noted, self._failed)

    def _noted(self, count: int) -> None:
        self.printed_with(count)
        self.accept()


def picture(pdf: bytes, page: int, dpi: float) -> QImage:
    """One page of a PDF as an image of its own memory."""
    width, height, rgba = printing.preview(pdf, page, dpi)
    image = QImage(rgba, width, height, width * 4, QImage.Format.Format_RGBA8888)
    return image.copy()
