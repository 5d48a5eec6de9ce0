"""Which columns a list of requests shows and how wide: the title takes what is left over."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from ill_desktop.domain.lifecycle.states import Service
from ill_desktop.domain.queues import Queue
from ill_desktop.ui import chip
from ill_desktop.ui.models.requests import Cell, RequestTable
from ill_desktop.ui.request_rows import RequestDelegate
from ill_desktop.ui.theme import scaled
from ill_desktop.words import formats, labels
from ill_desktop.words.catalogue import Words

DATED = (Cell.NUMBER, Cell.TITLE, Cell.PARTNER, Cell.DUE, Cell.STATE)
UNDATED = (Cell.NUMBER, Cell.TITLE, Cell.PARTNER, Cell.NEEDED, Cell.STATE)
NOT_DUE_YET = (
    Queue.DRAFTS, Queue.WAITING, Queue.DECIDE, Queue.COPIES,
    Queue.NEW, Queue.CONDITIONS, Queue.TO_FETCH, Queue.TO_SEND,
)  # fmt: skip
USUAL: Mapping[Queue, tuple[Cell, ...]] = MappingProxyType(dict.fromkeys(NOT_DUE_YET, UNDATED))
"""Where nothing is due yet, the day it is needed by stands in that place."""

LEAST = 29
"""Widths of an average letter a title has room for before anything else gives way."""
FOLDS: tuple[frozenset[Cell], ...] = (
    frozenset(),
    frozenset({Cell.PARTNER}),
    frozenset({Cell.PARTNER, Cell.STATE, Cell.DUE, Cell.NEEDED}),
)
"""What moves below the title where there is no room for a column of its own, step by step."""
TODAY = date(2026, 1, 1)


def _far(words: Words) -> tuple[str, ...]:
    """Due days of the length that fills the column."""
    return tuple(formats.due_in(words, TODAY + timedelta(days), TODAY) for days in (99, -99))


class Columns(QObject):
    """Lays out the header of a list, again whenever its width changes."""

    def __init__(self, table: QTableView, model: RequestTable, words: Words) -> None:
        super().__init__(table)
        self._table, self._model, self._words = table, model, words
        self._shown: tuple[Cell, ...] = DATED
        self._widths: dict[Cell, int] = {}
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.viewport().installEventFilter(self)

    def use(self, queue: Queue | None) -> None:
        """Show the columns of a queue, or of all requests."""
        self._shown = USUAL.get(queue, DATED) if queue is not None else DATED
        self.fit()

    def fit(self) -> None:
        """Give every column its width and the title the rest; fold what has no room."""
        width = self._table.viewport().width()
        least = self._table.fontMetrics().averageCharWidth() * LEAST
        for fold in FOLDS:
            beside = [cell for cell in self._shown if cell not in fold and cell != Cell.TITLE]
            rest = width - sum(self.width_of(cell) for cell in beside)
            if rest >= least:
                break
        delegate = self._table.itemDelegate()
        if isinstance(delegate, RequestDelegate):
            delegate.fold(fold & frozenset(self._shown))
        for cell in Cell:
            at = self._model.at(cell)
            self._table.setColumnHidden(at, cell not in beside and cell != Cell.TITLE)
            wide = max(rest, least) if cell is Cell.TITLE else self.width_of(cell)
            self._table.setColumnWidth(at, wide)

    def width_of(self, cell: Cell) -> int:
        """As wide as the longest of its words in the language of the window."""
        if cell not in self._widths:
            font = self._table.font()
            small, bold = scaled(font, 0.92), scaled(font, 1, QFont.Weight.DemiBold)
            metrics = QFontMetrics(bold if cell is Cell.NUMBER else small)
            around = chip.chip_width(small, "") if cell is Cell.STATE else 0
            words = max(map(metrics.horizontalAdvance, self._widest(cell))) + around
            heading = QFontMetrics(font).horizontalAdvance(self.heading_of(cell))
            self._widths[cell] = max(words, heading) + 2 * chip.PAD + 4
        return self._widths[cell]

    def heading_of(self, cell: Cell) -> str:
        """What a column is called."""
        return str(self._model.headerData(self._model.at(cell), Qt.Orientation.Horizontal))

    def _widest(self, cell: Cell) -> tuple[str, ...]:
        words = self._words
        return {
            Cell.DUE: _far(words),
            Cell.NEEDED: _far(words),
            Cell.NUMBER: ("26000000",),
            Cell.PARTNER: ("Universitas Gadjah Mada",),
            Cell.STATE: labels.every_state(words),
            Cell.SERVICE: tuple(labels.of(words, one) for one in Service),
            Cell.PATRON: ("M-2026-0000",),
            Cell.OURS: ("26000000-1",),
            Cell.THEIRS: ("2026-000000",),
        }.get(cell, ("28 Nov 2026",))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width of the list, another width of the title."""
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)
