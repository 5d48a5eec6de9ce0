"""How a list of requests paints its cells: two-line titles, chips, hairlines between rows."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ill_desktop.domain.lifecycle.states import Turn
from ill_desktop.services.views import RequestLine
from ill_desktop.ui.chip import PAD, chip_height, chip_width, paint_chip
from ill_desktop.ui.models.requests import Cell, RequestTable
from ill_desktop.ui.models.table import ROW
from ill_desktop.ui.theme import Look, scaled

Index = QModelIndex | QPersistentModelIndex


def row_height(font: QFont) -> int:
    """Room for two lines of text."""
    return 2 * QFontMetrics(font).height() + 14


class RequestDelegate(QStyledItemDelegate):
    """Paints one row of requests; what has no column of its own stands below the title."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folded: frozenset[Cell] = frozenset()

    def fold(self, cells: frozenset[Cell]) -> None:
        """Which cells move below the title."""
        self._folded = cells

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: RequestLine = index.data(ROW)
        small, high = scaled(option.font, 0.92), row_height(option.font)
        if _cell(index) == Cell.STATE and line is not None:
            return QSize(chip_width(small, line.label) + 2 * PAD, high)
        width = QFontMetrics(option.font).horizontalAdvance(index.data() or "") + 3 * PAD
        return QSize(width, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = Look.colours
        line: RequestLine = index.data(ROW)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, QColor(colours.selected))
            if index.column() == 0:
                edge = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
                painter.fillRect(edge, QColor(colours.accent))
        painter.setPen(QColor(colours.hairline))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        place = option.rect.adjusted(PAD, 0, -PAD, -1)
        strong = QColor(colours.selected_text if chosen else colours.text)
        painter.setPen(strong)
        painter.setFont(option.font)
        cells: dict[Cell, Callable[[QPainter, QRect, RequestLine, Index], None]] = {
            Cell.NUMBER: self._number,
            Cell.TITLE: self._title,
            Cell.DUE: self._due,
            Cell.NEEDED: self._due,
            Cell.STATE: self._state,
        }
        cells.get(_cell(index), self._text)(painter, place, line, index)
        painter.restore()

    def _number(self, painter: QPainter, place: QRect, line: RequestLine, _index: Index) -> None:
        painter.setFont(scaled(painter.font(), 1, QFont.Weight.DemiBold))
        painter.drawText(place, _RIGHT, line.number)

    def _title(self, painter: QPainter, place: QRect, line: RequestLine, _index: Index) -> None:
        if Cell.STATE in self._folded:
            self._folded_title(painter, place, line, _index)
            return
        below = line.why or line.author
        if not line.why and Cell.PARTNER in self._folded and line.partner is not None:
            below = f"{below} · {line.partner.name}" if below else line.partner.name
        upper = place.adjusted(0, 5, 0, 0) if below else place
        align = _LEFT if not below else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        middle = Qt.TextElideMode.ElideMiddle
        title = painter.fontMetrics().elidedText(line.title, middle, place.width())
        painter.drawText(upper, align, title)
        if below:
            self._mute(painter)
            painter.setFont(scaled(painter.font(), 0.92))
            where = Qt.TextElideMode.ElideRight if line.why else middle
            shown = painter.fontMetrics().elidedText(below, where, place.width())
            lower = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(place.adjusted(0, 0, 0, -5), lower, shown)

    def _folded_title(
        self, painter: QPainter, place: QRect, line: RequestLine, index: Index
    ) -> None:
        """The title, and below it the chip and the day it is due."""
        middle, top = Qt.TextElideMode.ElideMiddle, Qt.AlignmentFlag.AlignTop
        title = painter.fontMetrics().elidedText(line.title, middle, place.width())
        painter.drawText(place.adjusted(0, 3, 0, 0), Qt.AlignmentFlag.AlignLeft | top, title)
        painter.setFont(scaled(painter.font(), 0.92))
        lower = place.adjusted(0, place.height() - chip_height(painter.font()) - 2, 0, -2)
        due = next((cell for cell in (Cell.DUE, Cell.NEEDED) if cell in self._folded), None)
        text = _table(index).text_of(line, due) if due else ""
        room = painter.fontMetrics().horizontalAdvance(text) + PAD if text else 0
        if text:
            painter.drawText(lower, _RIGHT, text)
        paint_chip(painter, lower.adjusted(0, 0, -room, 0), line.turn, line.label)

    def _text(self, painter: QPainter, place: QRect, _line: RequestLine, index: Index) -> None:
        """A text on one line, or on two."""
        painter.setFont(scaled(painter.font(), 0.92))
        if index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight:
            painter.drawText(place, _RIGHT, index.data() or "")
            return
        first, second = _in_two(index.data() or "", painter.fontMetrics(), place.width())
        if not second:
            painter.drawText(place, _LEFT, first)
            return
        above, below = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        left = Qt.AlignmentFlag.AlignLeft
        painter.drawText(place.adjusted(0, 6, 0, 0), left | above, first)
        painter.drawText(place.adjusted(0, 0, 0, -5), left | below, second)

    def _due(self, painter: QPainter, place: QRect, line: RequestLine, index: Index) -> None:
        if line.turn is Turn.LATE and Look.colours.line == 1:
            painter.setPen(QColor(Look.colours.late.text))
        painter.drawText(place, _RIGHT, index.data() or "")

    def _state(self, painter: QPainter, place: QRect, line: RequestLine, _index: Index) -> None:
        painter.setFont(scaled(painter.font(), 0.92))
        paint_chip(painter, place, line.turn, line.label)

    def _mute(self, painter: QPainter) -> None:
        colours = Look.colours
        if painter.pen().color() != QColor(colours.selected_text) or colours.line == 1:
            painter.setPen(QColor(colours.muted))


def _table(index: Index) -> RequestTable:
    model = index.model()
    assert isinstance(model, RequestTable)
    return model


def _cell(index: Index) -> Cell:
    """Which cell of the table this is."""
    return Cell(_table(index).columns[index.column()].key)


def _in_two(text: str, metrics: QFontMetrics, width: int) -> tuple[str, str]:
    """A name broken between words where it is too long for one line."""
    if metrics.horizontalAdvance(text) <= width:
        return text, ""
    words = text.split(" ")
    fits = 1
    while fits < len(words) and metrics.horizontalAdvance(" ".join(words[: fits + 1])) <= width:
        fits += 1
    right = Qt.TextElideMode.ElideRight
    first, second = " ".join(words[:fits]), " ".join(words[fits:])
    return metrics.elidedText(first, right, width), metrics.elidedText(second, right, width)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
