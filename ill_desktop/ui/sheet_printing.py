"""The sheet that shows whether a printer meets a stock of labels: saved, or printed at once."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ill_desktop.services import files, printing
from ill_desktop.services.progress import Progress

DPI = 300


def saved(stock: str, language: str, path: Path) -> Callable[[Progress], Path]:
    """Work that writes the sheet to a file; it raises `CannotWrite`."""
    return lambda _: files.write(path, printing.test_sheet(stock, language))


def made(stock: str, language: str) -> Callable[[Progress], bytes]:
    """Work that makes the sheet as PDF."""
    return lambda _: printing.test_sheet(stock, language)


def print_out(pdf: bytes, over: QWidget) -> bool:
    """Ask for the printer and print the first page at its true size; False: it was called off."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    printer.setFullPage(True)
    if not QPrintDialog(printer, over).exec():
        return False
    painter = QPainter(printer)
    width, height, rgba = printing.preview(pdf, 0, DPI)
    image = QImage(rgba, width, height, width * 4, QImage.Format.Format_RGBA8888)
    painter.drawImage(QRectF(0, 0, image.width(), image.height()), image)
    painter.end()
    return True
