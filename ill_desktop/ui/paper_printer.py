"""A PDF on a real printer: page by page as a picture, in its own size, never scaled."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ill_desktop.domain.errors import CannotWrite
from ill_desktop.services import printing

FINE, USUAL = 600, 300
MM_IN = 25.4


def dpi_for(offered: Sequence[int]) -> int:
    """The finest resolution a printer has up to 600; thermal printers print their own dots."""
    return max((one for one in offered if 150 <= one <= FINE), default=USUAL)


def new_printer() -> QPrinter:
    """A printer that fills the whole page and is asked nothing yet."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    return printer


def ask_printer(over: QWidget) -> QPrinter | None:
    """Let a printer be chosen; None: it was called off."""
    printer = new_printer()
    return printer if QPrintDialog(printer, over).exec() else None


def file_of(printer: QPrinter) -> str:
    """The name of the file a printer writes instead of printing; empty for paper."""
    return Path(printer.outputFileName()).name if printer.outputFileName() else ""


def print_pdf(printer: QPrinter, pdf: bytes) -> None:
    """Print every page on paper of its size; raises `CannotWrite`. May run in any thread."""
    printer.setResolution(dpi_for(printer.supportedResolutions()))
    painter = QPainter()
    for page in range(printing.page_count(pdf)):
        size = printing.page_size(pdf, page)
        printer.setPageLayout(_layout(size))
        printer.setFullPage(True)
        begun = printer.newPage() if page else painter.begin(printer)
        if not begun:
            raise CannotWrite(printer.printerName() or printer.outputFileName())
        dpi = printer.resolution()
        room = QRectF(0, 0, size[0] / MM_IN * dpi, size[1] / MM_IN * dpi)
        painter.drawImage(room, picture(pdf, page, dpi))
    painter.end()


def _layout(size: tuple[float, float]) -> QPageLayout:
    """The page itself, without margins; a usual size is called by its name."""
    page = QPageSize(QSizeF(*size), QPageSize.Unit.Millimeter, "")
    return QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def picture(pdf: bytes, page: int, dpi: float) -> QImage:
    """One page of a PDF in greys, as an image of its own memory."""
    width, height, stride, greys = printing.greys(pdf, page, dpi)
    image = QImage(greys, width, height, stride, QImage.Format.Format_Grayscale8)
    return image.copy()
