"""The list of one queue: its title, a box to find in it, and the requests."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ill_desktop.domain.errors import DeskError
from ill_desktop.domain.lifecycle.states import Timer
from ill_desktop.domain.queues import Queue
from ill_desktop.services.first_look import ListQuery, Order
from ill_desktop.services.line_views import Page, RequestLine
from ill_desktop.ui.columns import Columns
from ill_desktop.ui.empty_list import EmptyList
from ill_desktop.ui.left_list import PAGE, Left
from ill_desktop.ui.link import Link, local_day
from ill_desktop.ui.models.requests import RequestTable, Telling, columns
from ill_desktop.ui.models.table import ROW
from ill_desktop.ui.orders import order_in
from ill_desktop.ui.page import Listing
from ill_desktop.ui.passing import Passing
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.request_list import RequestList
from ill_desktop.ui.request_rows import RequestDelegate, row_height
from ill_desktop.ui.search_box import SearchBox
from ill_desktop.ui.sorting import Sorting
from ill_desktop.ui.theme import icon, scaled
from ill_desktop.ui.window_state import WindowState

TYPING_MS = 160
MOST_BACK = 600
"""So many rows are read again at once when one comes back to a list."""


class ListPage(QWidget):
    """Shows what a query finds; the selection stays on its request whatever changes."""

    selected = Signal(str)
    """The number of the request to show; empty for none."""
    several = Signal(object)
    """The numbers selected, whenever that changes."""
    empty = Signal(object)
    """There is nothing in the list; the query of which it is the answer."""
    passing_changed = Signal(object)
    """The `Passing` that was looked up here; an empty one: the list is what somebody chose."""
    asked = Signal(object)
    """The query the list is about to answer."""
    search_all = Signal(str)
    new_wanted = Signal()
    lending_wanted = Signal()

    def __init__(self, link: Link, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._link, self._state, self.today = link, state, local_day()
        self._query = self._last = ListQuery(limit=PAGE)
        self._asked = self._answered = self.beside = 0
        self._left: dict[str, Left] = {}
        self._back_to: Left | None = None
        self._passing = Passing()
        self._then: Callable[[], None] | None = None
        tell = Telling(link.words, lambda: self.today, link.day)
        self.model = RequestTable(columns(tell), self)
        self.model.wanted.connect(self._more)
        self._build()
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._find_typed)
        self.search.textChanged.connect(lambda _: self._typing.start())

    # what it is made of

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        self.table = self._table()
        self.columns = Columns(self.table, self.model, self._link.words, self._state)
        self.sorting = Sorting(self.table, self.model, self.columns, lambda: self._query)
        self.sorting.chosen.connect(self.sort)
        self.listing = Listing(self.table, self)
        self._nothing = EmptyList(self, view_only=self._link.view_only)
        column.addWidget(self.listing, 1)

    def _header(self) -> QWidget:
        header = QWidget(self)
        header.setObjectName("page_header")
        self._title, self._count = plain_label(parent=header), plain_label(muted=True)
        self._title.setFont(scaled(self.font(), 1.35, QFont.Weight.DemiBold))
        self.search = SearchBox(header)
        self.search.setObjectName("search")
        self.search.setAccessibleName(self.tr("Find requests"))
        self.search.setPlaceholderText(self.tr("Find in this list"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
        self.search.setMaximumWidth(self.fontMetrics().averageCharWidth() * 44)
        line = self.head = QHBoxLayout(header)
        line.setContentsMargins(16, 10, 12, 10)
        line.setSpacing(10)
        self._title.setWordWrap(True)
        line.addWidget(self._title, 3)
        line.addWidget(self._count)
        line.addWidget(self.search, 2)
        return header

    def _table(self) -> RequestList:
        table = RequestList(self)
        table.setModel(self.model)
        table.setItemDelegate(RequestDelegate(table))
        table.setAccessibleName(self.tr("Requests"))
        table.verticalHeader().setDefaultSectionSize(row_height(self.font()))
        table.selectionModel().currentRowChanged.connect(self._current)
        self._selecting = QTimer(self, singleShot=True, interval=0)
        self._selecting.timeout.connect(self._tell_selection)
        table.selectionModel().selectionChanged.connect(lambda *_: self._selecting.start())
        return table

    # what it shows

    @property
    def title(self) -> str:
        """What the list is called."""
        return self._title.text()

    @property
    def query(self) -> ListQuery:
        """What is asked for."""
        return self._query

    @property
    def waiting(self) -> bool:
        """Whether the answer to what was asked last is still on its way."""
        return self._answered != self._asked

    def query_of(self, queue: Queue | None) -> ListQuery:
        """The question a queue is the answer to."""
        return ListQuery(queue=queue, limit=PAGE, order=order_in(self._state, queue))

    def go(self, title: str, queue: Queue | None) -> None:
        """Show a queue, or everything, as it was left: what was found, where one stood."""
        self._remember()
        kept = self._left.get(queue or "all", Left())
        self._title.setText(title)
        self.columns.use(queue or "all")
        self._put_in_box(kept.find)
        self._back_to = kept
        order = order_in(self._state, queue, kept.find)
        query = ListQuery(queue=queue, find=kept.find, limit=kept.rows, order=order)
        self._ask(query._replace(reason=kept.reason))

    def _remember(self) -> None:
        query, line = self._query, self.current()
        find = "" if self.passing else query.find
        rows = min(max(PAGE, len(self.model.rows)), MOST_BACK)
        scroll = self.table.verticalScrollBar().value()
        number = line.number if line is not None else ""
        self._left[query.queue or "all"] = Left(find, number, rows, scroll, query.reason)
        self._pass_by(Passing())

    def _put_in_box(self, text: str) -> None:
        self.search.setText(text)
        self._typing.stop()  # nobody typed it

    def show_page(self, title: str, query: ListQuery, page: Page) -> None:
        """Show an answer that is there already."""
        self._title.setText(title)
        self.columns.use(query.queue or "all")
        self._query = query
        self._shown(query, page)

    def refresh(self) -> None:
        """Ask again, as far as was read; the selection and the place stay."""
        self._ask(self._query._replace(limit=max(PAGE, len(self.model.rows))))

    def read_again(self, then: Callable[[], None]) -> None:
        """Show the list as it is by now and do something then, unless one goes elsewhere first."""
        self._then = then
        self.refresh()

    def find_in_all(self, text: str) -> None:
        """Find in all requests."""
        self._put_in_box(text)
        self._pass_by(Passing(text))
        self._ask(ListQuery(find=text, limit=PAGE, order=order_in(self._state, None, text)))

    def show_only(self, numbers: Sequence[str], known_by: str = "", why: str = "") -> None:
        """Show just these requests, whatever else their numbers are found in.

        Of several, known by the same code, none is chosen before somebody chooses.
        """
        only = tuple(numbers)
        self._put_in_box("")
        self._pass_by(Passing(known_by or only[0], only, why))
        self._ask(ListQuery(only=only, limit=PAGE))

    def show_to_tell(self, why: str) -> None:
        """Show what a library has to be told about, as a sentence says; who was told goes."""
        self._put_in_box("")
        self._pass_by(Passing(why=why))
        self._ask(ListQuery(to_tell=True, limit=PAGE))

    def _pass_by(self, passing: Passing) -> None:
        self._passing, self._then = passing, None
        self.passing_changed.emit(passing)

    def leave_passing(self) -> None:
        """From what was looked up in passing to all requests, standing on the same."""
        if self.passing:
            self._pass_by(Passing())
            self._put_in_box("")
            line = self.current()
            self._back_to = Left(number=line.number) if line is not None else None
            self._ask(self.query_of(None))

    @property
    def passing(self) -> bool:
        """Whether something was looked up here in passing, and nobody chose this list."""
        return any(self._passing)

    def has(self, number: str) -> bool:
        """Whether a request stands in the list, and that is no list about to be another."""
        return self._as_asked() == self._last and self.model.row_of(number) >= 0

    def _as_asked(self) -> ListQuery:
        return self._query._replace(limit=PAGE)

    def select(self, number: str) -> None:
        """Go to a request of the list."""
        row = self.model.row_of(number)
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag
            index = self.model.index(row, 0)
            chosen = flags.ClearAndSelect | flags.Rows
            self.table.selectionModel().setCurrentIndex(index, chosen)
            self.table.scrollTo(index)

    def select_together(self, numbers: Sequence[str]) -> None:
        """Choose several requests, as far as they are in the list."""
        there = [one for one in numbers if self.model.row_of(one) >= 0]
        if there and not self._select_again(there[0], there):
            self.select(there[0])

    def numbers(self) -> tuple[str, ...]:
        """The requests selected, from the top."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.rows[row].number for row in rows if row < len(self.model.rows))

    def current(self) -> RequestLine | None:
        """The request the list stands on."""
        line = self.table.currentIndex().data(ROW)
        return line if isinstance(line, RequestLine) else None

    # asking

    def find_now(self) -> None:
        """Find what was typed, without waiting for more of it."""
        if self._typing.isActive():
            self._typing.stop()
            self._find_typed()

    def _find_typed(self) -> None:
        self._pass_by(Passing())
        find, queue = self.search.text().strip(), self._query.queue
        order = order_in(self._state, queue, find)
        plain = self._query._replace(only=(), to_tell=False, after="", limit=PAGE)
        self._ask(plain._replace(find=find, order=order))

    def sort(self, order: Order) -> None:
        """Put this queue in this order, now and whenever it is shown."""
        place = self._query.queue or "all"
        self._state.keep_order(place, order.by, falling=order.falling)
        self._ask(self._query._replace(after="", limit=PAGE, order=order))

    def narrow(self, reason: Timer | None) -> None:
        """Show what waits too long by a timer alone, or the whole queue again."""
        self._ask(self._query._replace(reason=reason, after="", limit=PAGE))

    def _ask(self, query: ListQuery) -> None:
        self._query = query
        self.asked.emit(query)
        self._asked += 1
        asked = self._asked

        def answer(page: Page) -> None:
            if asked == self._asked:
                self._answered = asked
                self._shown(query, page)
                then, self._then = self._then, None
                if then is not None:
                    then()

        def failed(error: DeskError) -> None:
            self._then = None if asked == self._asked else self._then  # else it jumps later
            self._link.tasks.failed.emit(error)

        self._link.read(_read(query), answer, failed)

    def _more(self, query: ListQuery) -> None:
        asked = self._asked

        def answer(page: Page) -> None:
            if asked == self._asked and query.after == self.model.after:
                self.model.add(page)

        self._link.read(_read(query._replace(limit=PAGE)), answer)

    def _shown(self, query: ListQuery, page: Page) -> None:
        line, together = self.current(), self.numbers()
        row = self.table.currentIndex().row()
        place = self.table.verticalScrollBar().value()
        same = query._replace(limit=PAGE) == self._last
        self._last = query._replace(limit=PAGE)
        self.model.show(query, page)
        self._say_count(page.total)
        self.listing.show_list()
        if not page.lines:
            self._nothing.say(query)
            self.selected.emit("")
            return
        back, self._back_to = self._back_to, None
        if back is not None and self.model.row_of(back.number) >= 0:
            self.select(back.number)
            self.table.verticalScrollBar().setValue(back.scroll)
            return
        stays = same and line is not None and self.model.row_of(line.number) >= 0
        if len(query.only) > 1 and not stays:
            self.table.selectionModel().clear()
            self.selected.emit("")
            return
        near = self.model.rows[min(max(row, 0), len(self.model.rows) - 1) if same else 0].number
        number = line.number if line is not None and stays else near
        if not (stays and self._select_again(number, together)):
            self.select(number)
        if stays:
            self._stand_at(place)

    def _stand_at(self, place: int) -> None:
        """Where the list stood; at its end it reads on, because nobody scrolls a second time."""
        bar = self.table.verticalScrollBar()
        bar.setValue(place)
        if place and place >= bar.maximum():
            self.model.fetchMore(QModelIndex())

    def _select_again(self, current: str, numbers: Sequence[str]) -> bool:
        """Put a selection of several back, as far as it is still in the list."""
        rows = [row for row in map(self.model.row_of, numbers) if row >= 0]
        if len(rows) > 1 and self.numbers() != tuple(numbers):
            chosen, flags = self.table.selectionModel(), QItemSelectionModel.SelectionFlag
            at = self.model.index(self.model.row_of(current), 0)
            chosen.setCurrentIndex(at, flags.Clear)
            for row in rows:
                chosen.select(self.model.index(row, 0), flags.Select | flags.Rows)
        return len(rows) > 1

    def _say_count(self, total: int) -> None:
        words = self.tr("{n} request") if total == 1 else self.tr("{n} requests")
        self._count.setText(words.format(n=total) if total >= 0 else "")
        self._fit_header()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header()

    def _fit_header(self) -> None:
        """Where the title and the box to find in need the room, the count stands back."""
        wanted = self._title.sizeHint().width() + self._count.sizeHint().width()
        wanted += self.beside + self.search.minimumWidth() + 60
        self._count.setVisible(wanted <= self.width())

    def _tell_selection(self) -> None:
        """Once for a whole change: a range arrives row by row."""
        numbers = self.numbers()
        self.several.emit(numbers)
        if len(numbers) == 1:
            self.selected.emit(numbers[0])

    def _current(self, now: QModelIndex, _before: QModelIndex) -> None:
        line = now.data(ROW)
        if isinstance(line, RequestLine):
            self.selected.emit(line.number)


def _read(query: ListQuery) -> Callable[[Any], Page]:
    def read(desk: Any) -> Page:
        from ill_desktop.services import requests

        return requests.page(desk, query)

    return read
