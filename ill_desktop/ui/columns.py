"""Which columns a list of requests shows, in which order and how wide; the title has the rest.

Each queue keeps what the person at the desk chose for it; a list without a state keeps nothing.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu

from ill_desktop.domain.queues import Queue
from ill_desktop.ui.column_widths import Widths
from ill_desktop.ui.models.requests import Cell, RequestTable
from ill_desktop.ui.places import Place
from ill_desktop.ui.request_rows import RequestDelegate
from ill_desktop.ui.tables import TableView
from ill_desktop.ui.window_state import WindowState
from ill_desktop.words.catalogue import Words

DATED = (Cell.NUMBER, Cell.TITLE, Cell.PARTNER, Cell.DUE, Cell.STATE)
UNDATED = (Cell.NUMBER, Cell.TITLE, Cell.PARTNER, Cell.NEEDED, Cell.STATE)
NOT_DUE_YET = (
    Queue.DRAFTS, Queue.WAITING, Queue.DECIDE, Queue.COPIES,
    Queue.NEW, Queue.CONDITIONS, Queue.TO_FETCH, Queue.TO_SEND,
)  # fmt: skip
WITH_READER = (Cell.NUMBER, Cell.TITLE, Cell.PATRON, Cell.PARTNER, Cell.DUE, Cell.STATE)
WITH_REASON = (Cell.NUMBER, Cell.TITLE, Cell.PARTNER, Cell.STATE)
BOTH_SIDES = (Cell.NUMBER, Cell.TITLE, Cell.SIDE, Cell.PARTNER, Cell.DUE, Cell.STATE)
USUAL: Mapping[str, tuple[Cell, ...]] = MappingProxyType(
    {
        **dict.fromkeys(NOT_DUE_YET, UNDATED),
        Queue.HERE: WITH_READER,
        Queue.ATTENTION: WITH_REASON,
        Place.ALL: BOTH_SIDES,
    }
)
"""Where nothing is due yet, the day it is needed by stands in that place; what is here waits for
its reader, and among all requests there are two sides. Why something needs attention stands below
its title and names the day where that is why: it needs the room of a column of days.
"""

LEAST = 29
"""Widths of an average letter a title has room for before anything else gives way."""
FOLDS: tuple[frozenset[Cell], ...] = (
    frozenset(),
    frozenset({Cell.SIDE}),
    frozenset({Cell.SIDE, Cell.PARTNER}),
    frozenset({Cell.SIDE, Cell.PARTNER, Cell.STATE, Cell.DUE, Cell.NEEDED}),
)
"""What moves below the title where there is no room for a column of its own, step by step."""
NARROWEST = 40


class Columns(QObject):
    """Lays out the header of a list, again whenever its width changes."""

    def __init__(
        self,
        table: TableView,
        model: RequestTable,
        words: Words,
        state: WindowState | None = None,
    ) -> None:
        super().__init__(table)
        self._table, self._model, self._state = table, model, state
        self.widths = Widths(model, words, table.font())
        self._place = ""
        self._chosen: dict[Cell, int] = dict.fromkeys(DATED, 0)
        self._fitting = False
        self.begin_menu: Callable[[QMenu], None] | None = None
        """Puts what else the header can do above the columns of its menu."""
        header = self._header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(NARROWEST)
        header.setStretchLastSection(False)
        header.setSectionsMovable(True)
        title = model.at(Cell.TITLE)
        header.setSectionResizeMode(title, QHeaderView.ResizeMode.Fixed)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._ask_at)
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._moved)
        self._room = table.maximumViewportSize().width()
        table.room_changed.connect(self._room_changed)

    # what is shown

    @property
    def shown(self) -> tuple[Cell, ...]:
        """The columns of this queue, in order, whether there is room for them or not."""
        return tuple(self._chosen)

    def use(self, place: str) -> None:
        """Show the columns of a queue, or of all requests, as they were left."""
        self._place = place
        kept = self._kept(place)
        self._chosen = kept or dict.fromkeys(USUAL.get(place, DATED), 0)
        self.fit()

    def fit(self) -> None:
        """Give every column its width and the title the rest; fold what has no room."""
        self._fitting = True
        least = self._table.fontMetrics().averageCharWidth() * LEAST
        for fold in FOLDS:
            beside = [cell for cell in self._chosen if cell not in fold and cell != Cell.TITLE]
            rest = self._room - sum(map(self._width, beside))
            if rest >= least:
                break
        delegate = self._table.itemDelegate()
        if isinstance(delegate, RequestDelegate):
            delegate.fold(fold & frozenset(self._chosen))
        for cell in Cell:
            at = self._model.at(cell)
            seen = cell in beside or cell is Cell.TITLE
            self._table.setColumnHidden(at, not seen)
            if seen:
                wide = max(rest, least) if cell is Cell.TITLE else self._width(cell)
                self._table.setColumnWidth(at, wide)
        for place, cell in enumerate(self._chosen):
            self._header.moveSection(self._header.visualIndex(self._model.at(cell)), place)
        self._fitting = False

    def _width(self, cell: Cell) -> int:
        return self._chosen.get(cell, 0) or self.widths.of(cell)

    def _room_changed(self, width: int) -> None:
        """Another width of the list, another width of the title."""
        self._room = width
        self.fit()

    # what is chosen

    def choose(self, chosen: Mapping[Cell, int]) -> None:
        """Show these columns from now on, in this order; 0 is the usual width."""
        self._chosen = dict(chosen)
        self._keep()
        self.fit()

    def toggle(self, cell: Cell) -> None:
        """Show a column at the end, or leave it out."""
        without = {one: wide for one, wide in self._chosen.items() if one is not cell}
        self.choose(without if cell in self._chosen else {**without, cell: 0})

    def move(self, cell: Cell, by: int) -> None:
        """Let a column change places with its neighbour."""
        order = list(self._chosen)
        at = order.index(cell)
        order.insert(min(max(at + by, 0), len(order)), order.pop(at))
        self.choose({one: self._chosen[one] for one in order})

    def reset(self) -> None:
        """Show the usual columns of this queue again."""
        self._chosen = {}
        self._keep()
        self.use(self._place)

    def _kept(self, place: str) -> dict[Cell, int]:
        kept = self._state.columns(place) if self._state is not None else ()
        return {Cell(name): wide for name, wide in kept if name in set(Cell)}

    def _keep(self) -> None:
        if self._state is not None:
            self._state.keep_columns(self._place, self._chosen.items())

    def _resized(self, section: int, _old: int, new: int) -> None:
        """Somebody drew at the edge of a heading."""
        cell = Cell(self._model.columns[section].key)
        if not self._fitting and cell in self._chosen and cell is not Cell.TITLE:
            self.choose({**self._chosen, cell: new})

    def _moved(self, *_: int) -> None:
        """Somebody drew a heading to another place."""
        if not self._fitting:
            shown = (self._header.logicalIndex(n) for n in range(self._header.count()))
            order = [Cell(self._model.columns[at].key) for at in shown]
            self.choose({one: self._chosen[one] for one in order if one in self._chosen})

    # the menu of the header

    def _ask_at(self, point: QPoint) -> None:
        at = self._header.logicalIndexAt(point)
        cell = Cell(self._model.columns[at].key) if at >= 0 else Cell.TITLE
        self.menu(cell).popup(self._header.mapToGlobal(point))

    def ask(self) -> None:
        """Offer the menu without a mouse, for the column the list stands on."""
        cell = Cell(self._model.columns[max(self._table.currentIndex().column(), 0)].key)
        self.menu(cell).popup(self._header.mapToGlobal(self._header.rect().bottomLeft()))

    def menu(self, cell: Cell) -> QMenu:
        """What can be shown, and where the column asked about may go."""
        menu = QMenu(self.tr("Columns"), self._header)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.begin_menu is not None:
            self.begin_menu(menu)
            menu.addSeparator()
        for one in Cell:
            entry = menu.addAction(self.widths.heading(one))
            entry.setCheckable(True)
            entry.setChecked(one in self._chosen)
            entry.setEnabled(one is not Cell.TITLE)
            entry.triggered.connect(lambda _=False, one=one: self.toggle(one))
        menu.addSeparator()
        if cell in self._chosen:
            name, order = self.widths.heading(cell), self.shown
            left = menu.addAction(self.tr("Move “{column}” forward").format(column=name))
            left.setEnabled(cell is not order[0])
            left.triggered.connect(lambda: self.move(cell, -1))
            right = menu.addAction(self.tr("Move “{column}” back").format(column=name))
            right.setEnabled(cell is not order[-1])
            right.triggered.connect(lambda: self.move(cell, 1))
            menu.addSeparator()
        menu.addAction(self.tr("Reset columns")).triggered.connect(self.reset)
        return menu
