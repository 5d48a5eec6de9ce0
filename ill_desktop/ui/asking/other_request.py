"""The request to which a barcode belongs that was scanned into another one's form."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from ill_desktop.ui.wrong import Wrong


class OtherRequest(QPushButton):
    """Offers it under the line that says so, and goes when that goes."""

    def __init__(self, wrong: Wrong, number: str) -> None:
        super().__init__(wrong.parentWidget())
        self.setText(self.tr("Open {number}").format(number=number))
        self.setAutoDefault(False)
        around = wrong.parentWidget()
        column = around.layout() if around is not None else None
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(wrong) + 1, self, 0, Qt.AlignmentFlag.AlignLeft)
        wrong.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Another try, or another barcode: what was offered is offered no more."""
        if event.type() == QEvent.Type.Hide:
            self.hide()
            self.deleteLater()
        return False
