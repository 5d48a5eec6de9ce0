"""The libraries to ask, in their order: added from a list, moved by Alt and arrows, or dragged."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem

from ill_desktop.services.views import PartnerView
from ill_desktop.ui.asking_library import AskingLibrary
from ill_desktop.ui.keys import AWAY, EARLIER, LATER
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.theme import icon

SYMBOL = Qt.ItemDataRole.UserRole
SIGNS = ("arrow-up", "arrow-down", "x")


class SupplierList(QObject):
    """The choice and the list under it."""

    changed = Signal()

    def __init__(self, form: Any, partners: Sequence[PartnerView]) -> None:
        """Of a form with `suppliers`, the buttons beside it, and `add_supplier` above it, beside
        which `new_supplier` comes.
        """
        super().__init__(form.suppliers)
        self._rows, self._choice, self._cell = (
            form.suppliers,
            form.add_supplier,
            form.suppliers_cell,
        )
        self._names = {one.symbol: one.name for one in partners if one.active}
        self._by_hand = {one.symbol for one in partners if not one.has_letterbox}
        self.known = sorted(self._names.items(), key=lambda one: one[1].casefold())
        self._choice.offer(self.known)
        self.unknown = AskingLibrary(self._choice, form.new_supplier)
        self._choice.taken.connect(self._chosen)
        self._choice.unclear.connect(self.unknown.look)
        self._choice.lineEdit().setPlaceholderText(self.tr("Add a library…"))
        self._choice.setToolTip(self.tr("Enter adds the library shown"))
        self._rows.setAccessibleName(form.add_supplier_label.text().replace("&", ""))
        self._rows.setToolTip(
            self.tr("Alt+Up and Alt+Down change the order, Delete takes one away")
        )
        self._rows.setDragDropMode(self._rows.DragDropMode.InternalMove)
        self._rows.model().rowsMoved.connect(self.changed)
        self._rows.currentRowChanged.connect(lambda _: self._show())
        self._buttons = (form.supplier_up, form.supplier_down, form.supplier_away)
        work = ((EARLIER, self._up), (LATER, self._down), (AWAY, self._remove))
        for button, sign, (key, do) in zip(self._buttons, SIGNS, work, strict=True):
            button.setIcon(icon(sign))
            button.clicked.connect(do)
            key.bind(self._rows, do, Qt.ShortcutContext.WidgetShortcut)
        self._none = plain_label(parent=self._rows.viewport(), muted=True)
        self._none.setContentsMargins(9, 4, 9, 4)
        self.say_none(asked=False)
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

    def left(self) -> str:
        """What stands above the list and was not added to it."""
        return str(self._choice.currentText()).strip()

    def take(self, card: PartnerView) -> None:
        """Ask a library that may be new."""
        self._names[card.symbol] = card.name
        if not card.has_letterbox:
            self._by_hand.add(card.symbol)
        self.unknown.take(card)
        self._chosen()

    def say_none(self, *, asked: bool) -> None:
        """What stands in the empty list: whether libraries were `asked` before, or none yet."""
        self._none.setText(self.tr("No other") if asked else self.tr("None yet"))
        self._none.adjustSize()

    def add(self, symbol: str) -> None:
        """Ask one more library, after the others."""
        if symbol and symbol not in self.symbols():
            item = QListWidgetItem(self._shown(symbol), self._rows)
            item.setData(SYMBOL, symbol)
            self._rows.setCurrentItem(item)
        self._show()
        self.changed.emit()

    def _shown(self, symbol: str) -> str:
        """The name, and with it that no message goes there."""
        name = self._names.get(symbol, symbol)
        text = self.tr("{name}, by telephone and letter")
        return text.format(name=name) if symbol in self._by_hand else name

    def _chosen(self) -> None:
        self.add(self._choice.code())
        self._choice.clear_choice()

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
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        """The list has its room while it is empty, too: nothing below it moves. It is away where
        nobody is asked.
        """
        cell, row, last = (
            self._choice.parentWidget(),
            self._rows.currentRow(),
            self._rows.count() - 1,
        )
        self._cell.setVisible(cell is None or not cell.isHidden())
        self._none.setVisible(last < 0)
        for button, may in zip(self._buttons, (row > 0, 0 <= row < last, row >= 0), strict=True):
            button.setEnabled(may)
