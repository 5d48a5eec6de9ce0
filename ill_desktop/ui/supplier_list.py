"""The libraries to ask, in their order: added from a list, moved by Alt and arrows, or dragged."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ill_desktop.services.views import PartnerView
from ill_desktop.ui.fields import CodeField
from ill_desktop.ui.tables import ENTER

SYMBOL = Qt.ItemDataRole.UserRole


class LibraryChoice(CodeField):
    """A list of libraries that arrows and letters only go through; Enter or a click takes one."""

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passing = False
        self.activated.connect(lambda _: None if self._passing else self.taken.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is never left to the button that sends; with no library shown it opens the list."""
        if event.key() in ENTER:
            if self.code():
                self.taken.emit()
            else:
                self.showPopup()
            return
        self._passing = True
        super().keyPressEvent(event)
        self._passing = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._passing = True
        super().wheelEvent(event)
        self._passing = False


class SupplierList(QObject):
    """The choice and the list under it."""

    changed = Signal()

    def __init__(
        self, rows: QListWidget, choice: LibraryChoice, partners: Sequence[PartnerView], name: str
    ) -> None:
        super().__init__(rows)
        self._rows, self._choice = rows, choice
        self._names = {one.symbol: one.name for one in partners if one.active}
        self.known = sorted(self._names.items(), key=lambda one: one[1].casefold())
        choice.offer([("", self.tr("Add a library…")), *self.known])
        choice.taken.connect(self._chosen)
        choice.setToolTip(self.tr("Enter adds the library shown"))
        rows.setAccessibleName(name)
        rows.setToolTip(self.tr("Alt+Up and Alt+Down change the order, Delete takes one away"))
        rows.setDragDropMode(rows.DragDropMode.InternalMove)
        rows.model().rowsMoved.connect(self.changed)
        keys = (("Delete", self._remove), ("Alt+Up", self._up), ("Alt+Down", self._down))
        for key, work in keys:
            QShortcut(QKeySequence(key), rows, work).setContext(Qt.ShortcutContext.WidgetShortcut)
        self._show()

    def symbols(self) -> list[str]:
        """Who is asked, the first first."""
        return [str(self._rows.item(n).data(SYMBOL)) for n in range(self._rows.count())]

    def set_symbols(self, symbols: Sequence[str]) -> None:
        """Show these, in this order."""
        self._rows.clear()
        for symbol in symbols:
            self.add(symbol)
        self._show()

    def add(self, symbol: str) -> None:
        """Ask one more library, after the others."""
        if symbol and symbol not in self.symbols():
            item = QListWidgetItem(self._names.get(symbol, symbol), self._rows)
            item.setData(SYMBOL, symbol)
        self._show()
        self.changed.emit()

    def _chosen(self) -> None:
        self.add(self._choice.code())
        self._choice.setCurrentIndex(0)

    def _remove(self) -> None:
        self._rows.takeItem(self._rows.currentRow())
        self._show()
        self.changed.emit()

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row = self._rows.currentRow()
        if row >= 0 and 0 <= row + by < self._rows.count():
            item = self._rows.takeItem(row)
            self._rows.insertItem(row + by, item)
            self._rows.setCurrentItem(item)
            self.changed.emit()

    def _show(self) -> None:
        """The list takes no room while it is empty, nor where nobody is asked."""
        cell = self._choice.parentWidget()
        asked = cell is None or not cell.isHidden()
        self._rows.setVisible(asked and self._rows.count() > 0)
