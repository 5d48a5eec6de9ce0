"""The requests behind a figure: as many as the figure says."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ill_desktop.services.figures import Which
from ill_desktop.services.first_look import ListQuery
from ill_desktop.services.line_views import RequestLine
from ill_desktop.ui import keys
from ill_desktop.ui.columns import Columns
from ill_desktop.ui.link import Link
from ill_desktop.ui.models.requests import RequestTable, Telling, columns
from ill_desktop.ui.models.table import ROW
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.request_rows import RequestDelegate, row_height
from ill_desktop.ui.tables import table_view
from ill_desktop.ui.theme import scaled

if TYPE_CHECKING:
    from ill_desktop.services.list_files import ListOrder

AT_ONCE = 200


class BehindView(QWidget):
    """A list of requests and the way back."""

    left = Signal()
    request_wanted = Signal(str)

    def __init__(self, link: Link) -> None:
        super().__init__()
        self._link = link
        self._asked: tuple[str, Which, int] | None = None
        tell = Telling(link.words, link.today, link.day)
        self.model = RequestTable(columns(tell), self)
        self.table = table_view(self.model, self.tr("Requests behind the figure"), 1)
        self.table.setItemDelegate(RequestDelegate(self.table))
        self.table.verticalHeader().setDefaultSectionSize(row_height(self.font()))
        self.columns = Columns(self.table, self.model, link.words)
        self.columns.use("")
        self.table.activated.connect(self._open)
        self.heading, self.count = plain_label(), plain_label(muted=True)
        self.heading.setFont(scaled(self.font(), 1.15, QFont.Weight.DemiBold))
        self.back = QPushButton(self.tr("Back to the figures"))
        self.back.clicked.connect(self.left)
        self.more = QPushButton(self.tr("Show more"))
        self.more.clicked.connect(self._more)
        keys.BACK.bind(self, self.left.emit, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        line = QHBoxLayout()
        line.setContentsMargins(16, 10, 16, 8)
        line.setSpacing(12)
        line.addWidget(self.heading)
        line.addWidget(self.count, 1)
        line.addWidget(self.more)
        line.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.table, 1)

    def show_behind(self, title: str, month: str, which: Which) -> None:
        """Ask for the requests of a figure of a month and show them."""
        self.heading.setText(title)
        self.count.setText("")
        self.more.hide()
        self.model.fill(())
        self._ask(month, which, AT_ONCE)

    @property
    def order(self) -> "ListOrder | None":
        """The whole list as a file: also what is not shown yet."""
        from ill_desktop.services.list_files import ListOrder

        if self._asked is None:
            return None
        month, which, _ = self._asked
        columns = tuple(map(str, self.columns.shown))
        return ListOrder(self.heading.text(), ListQuery(), columns, (month, which))

    @property
    def chosen(self) -> tuple[RequestLine, ...]:
        """The request the list stands on."""
        line = self.table.currentIndex().data(ROW)
        return (line,) if isinstance(line, RequestLine) else ()

    def refresh(self) -> None:
        """Ask again."""
        if self._asked is not None:
            self._ask(*self._asked)

    def _more(self) -> None:
        if self._asked is not None:
            month, which, limit = self._asked
            self._ask(month, which, limit * 5)

    def _ask(self, month: str, which: Which, limit: int) -> None:
        asked = self._asked = (month, which, limit)

        def ask(desk: Any) -> Any:
            from ill_desktop.services import statistics

            return statistics.behind(desk, month, month, which, limit)

        self._link.read(ask, lambda found: self._show(found) if asked == self._asked else None)

    def _show(self, found: Any) -> None:
        row = max(0, self.table.currentIndex().row())
        self.model.fill(found.lines)
        shown = len(found.lines)
        text = self.tr("{n} request") if found.total == 1 else self.tr("{n} requests")
        if shown < found.total:
            text = self.tr("{n} requests, the newest {shown} are shown")
        self.count.setText(text.format(n=found.total, shown=shown))
        self.more.setVisible(shown < found.total)
        self.table.selectRow(min(row, shown - 1))

    def _open(self, index: QModelIndex) -> None:
        line = index.data(ROW)
        if isinstance(line, RequestLine):
            self.request_wanted.emit(line.number)
