"""Putting a list in order: a press on a heading, or a menu for who works by keys alone.

Only what an index gives is offered: a long list is read page by page and never sorted here.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QTableView

from ill_desktop.services.first_look import ListQuery, SortKey, offered
from ill_desktop.ui.columns import Columns
from ill_desktop.ui.models.requests import RequestTable
from ill_desktop.ui.orders import ORDERS, name, pressed


class Sorting(QObject):
    """The arrow in the header of a list, and the choice of its order, kept for each queue."""

    chosen = Signal(object)
    """The `Order` wanted from now on."""

    def __init__(
        self,
        table: QTableView,
        model: RequestTable,
        columns: Columns,
        asked: Callable[[], ListQuery],
    ) -> None:
        super().__init__(table)
        self._model, self._columns, self._asked = model, columns, asked
        self._header = table.horizontalHeader()
        self._header.setSectionsClickable(True)
        self._header.sectionClicked.connect(self._pressed)
        columns.begin_menu = self.put_into
        model.ordered = True

    def _pressed(self, section: int) -> None:
        cell = self._model.columns[section].key
        if cell in self._offered():
            self.chosen.emit(pressed(SortKey(cell), self._asked().order))

    def _offered(self) -> tuple[SortKey, ...]:
        """What this list can be put in order by, as far as it is shown."""
        query = self._asked()
        shown = (*self._columns.shown, query.order.by)
        return tuple(one for one in offered(query.queue, query.find) if one in shown)

    def put_into(self, menu: QMenu) -> None:
        """The orders of this list as entries, the present one ticked."""
        group = QActionGroup(menu)
        for order in (one for one in ORDERS if one.by in self._offered()):
            entry = menu.addAction(name(order))
            entry.setCheckable(True)
            entry.setChecked(order == self._asked().order)
            entry.setActionGroup(group)
            entry.triggered.connect(lambda _=False, order=order: self.chosen.emit(order))

    def ask(self) -> None:
        """Offer the orders without a mouse; the present one is where one begins."""
        menu = QMenu(self.tr("Sort"), self._header)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.put_into(menu)
        menu.popup(self._header.mapToGlobal(QPoint(0, self._header.height())))
        menu.setActiveAction(next(one for one in menu.actions() if one.isChecked()))
