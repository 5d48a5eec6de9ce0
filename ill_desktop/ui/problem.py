"""Something went wrong that nobody foresaw: one sentence, and the details to hand on."""

import traceback

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from ill_desktop import __version__
from ill_desktop.ui.notices import PLAIN, put_picture
from ill_desktop.ui.theme import Look, pixmap


class Problem(QMessageBox):
    """Tells it, and goes on; what fails while it is open is added to its details."""

    def __init__(self, error: BaseException, log: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.details = details(error)
        self.setWindowTitle("ILL Desktop")
        self.setTextFormat(PLAIN)
        text = self.tr("Something in the program failed. What was saved is safe.")
        self.setText(text)
        sign = pixmap("octagon-alert", Look.colours.late.text, 32, self.devicePixelRatioF())
        put_picture(self, sign, self.tr("Error"))
        if log:
            self.setInformativeText(self.tr("Go on working. The log is {file}.").format(file=log))
        self.copy: QPushButton = self.addButton(
            self.tr("Copy details"), QMessageBox.ButtonRole.ActionRole
        )
        self.copy.clicked.disconnect()
        self.copy.clicked.connect(self._copy)
        close = self.addButton(self.tr("Close"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(close)
        self.setEscapeButton(close)

    def add(self, error: BaseException) -> None:
        """Something else failed: one dialog is enough."""
        self.details += f"\n{details(error)}"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details)


def details(error: BaseException) -> str:
    """What those who mend the program need."""
    trace = "".join(traceback.format_exception(error))
    return f"ILL Desktop {__version__}\n{trace}"
