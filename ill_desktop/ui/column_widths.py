"""How wide the columns of the list of requests have to be for their longest words."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontMetrics

from ill_desktop.domain.lifecycle.states import Service, Side
from ill_desktop.services.first_look import NEWEST, SortKey
from ill_desktop.ui import chip, orders
from ill_desktop.ui.models.requests import Cell, RequestTable
from ill_desktop.ui.theme import scaled
from ill_desktop.words import formats, labels
from ill_desktop.words.catalogue import Words

TODAY = date(2026, 1, 1)


class Widths:
    """Measures each column once, in the language and the font of the window."""

    def __init__(self, model: RequestTable, words: Words, font: QFont) -> None:
        self._model, self._words, self._font = model, words, font
        self._known: dict[Cell, int] = {}

    def of(self, cell: Cell) -> int:
        """As wide as the longest of its words."""
        if cell not in self._known:
            small, bold = scaled(self._font, 0.92), scaled(self._font, 1, QFont.Weight.DemiBold)
            drawn = {Cell.NUMBER: bold, Cell.DUE: self._font, Cell.NEEDED: self._font}
            metrics = QFontMetrics(drawn.get(cell, small))
            around = chip.chip_width(small, "") if cell is Cell.STATE else 0
            words = max(map(metrics.horizontalAdvance, self._widest(cell))) + around
            arrow = f" {orders.arrow(NEWEST)}" if cell.value in set(SortKey) else ""
            heading = QFontMetrics(self._font).horizontalAdvance(self.heading(cell) + arrow)
            self._known[cell] = max(words, heading) + 2 * chip.PAD + 4
        return self._known[cell]

    def heading(self, cell: Cell) -> str:
        """What a column is called."""
        return QCoreApplication.translate(
            "Table", self._model.columns[self._model.at(cell)].heading
        )

    def _widest(self, cell: Cell) -> tuple[str, ...]:
        words = self._words
        return {
            Cell.DUE: _far(words),
            Cell.NEEDED: _far(words),
            Cell.NUMBER: ("26000000",),
            Cell.PARTNER: ("Universitas Gadjah Mada",),
            Cell.STATE: labels.every_state(words),
            Cell.SIDE: tuple(labels.of(words, one) for one in Side),
            Cell.SERVICE: tuple(labels.of(words, one) for one in Service),
            Cell.PATRON: ("M-2026-0000", "Siti Rahmawati"),
            Cell.OURS: ("26000000-1",),
            Cell.THEIRS: ("2026-000000",),
        }.get(cell, ("28 Nov 2026",))


def _far(words: Words) -> tuple[str, ...]:
    """Due days of the length that fills the column."""
    return tuple(formats.due_in(words, TODAY + timedelta(days), TODAY) for days in (999, -999))
