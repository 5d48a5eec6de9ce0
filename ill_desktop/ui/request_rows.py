"""How a list of requests paints its cells: two-line titles, chips, hairlines between rows."""

from collections.abc import Iterator
from functools import cached_property

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from ill_desktop.domain.lifecycle.states import Turn
from ill_desktop.services.line_views import RequestLine
from ill_desktop.ui.chip import PAD, chip_height, chip_width, paint_chip
from ill_desktop.ui.models.requests import Cell, RequestTable
from ill_desktop.ui.models.table import ROW
from ill_desktop.ui.theme import Look, scaled

Index = QModelIndex | QPersistentModelIndex


def row_height(font: QFont) -> int:
    """Room for two lines of text."""
    return 2 * QFontMetrics(font).height() + 14


class RequestDelegate(QStyledItemDelegate):
    """Paints one row of requests; what has no column of its own stands below the title.

    Whether a row is chosen its view is asked: `option.state` would load every enum of styles.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._folded: frozenset[Cell] = frozenset()

    def fold(self, cells: frozenset[Cell]) -> None:
        """Which cells move below the title."""
        self._folded = cells

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: RequestLine = index.data(ROW)
        small, high = scaled(option.font, 0.92), row_height(option.font)
        if line is not None and self._table.columns[index.column()].key == Cell.STATE:
            return QSize(chip_width(small, line.label) + 2 * PAD, high)
        width = QFontMetrics(option.font).horizontalAdvance(index.data() or "") + 3 * PAD
        return QSize(width, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The model is asked directly: by way of `index.data` every cell would be copied twice."""
        colours, model = Look.colours, self._table
        line, cell = model.rows[index.row()], Cell(model.columns[index.column()].key)
        chosen = self._chosen.isSelected(index)
        painter.save()
        if chosen:
            _fill(painter, option.rect, colours.selected)
            if index.column() == 0:
                edge = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
                _fill(painter, edge, colours.accent)
        painter.setPen(QColor(colours.surface if chosen else colours.hairline))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        place = option.rect.adjusted(PAD, 0, -PAD, -1)
        painter.setPen(QColor(colours.selected_text if chosen else colours.text))
        painter.setFont(option.font)
        paint = {
            Cell.NUMBER: self._number,
            Cell.TITLE: self._title,
            Cell.DUE: self._due,
            Cell.NEEDED: self._due,
            Cell.STATE: self._state,
        }.get(cell, self._text)
        paint(painter, place, line, cell)
        painter.restore()

    @cached_property
    def _table(self) -> RequestTable:
        model = self._view.model()
        assert isinstance(model, RequestTable)
        return model

    @cached_property
    def _chosen(self) -> QItemSelectionModel:
        return self._view.selectionModel()

    def _number(self, painter: QPainter, place: QRect, line: RequestLine, _cell: Cell) -> None:
        painter.setFont(scaled(painter.font(), 1, QFont.Weight.DemiBold))
        painter.drawText(place, _RIGHT, line.number)

    def _title(self, painter: QPainter, place: QRect, line: RequestLine, _cell: Cell) -> None:
        if Cell.STATE in self._folded:
            self._folded_title(painter, place, line)
            return
        sign = self._table.sign_of(line)
        below = bool(sign or line.why) or any(self._below(line))
        upper = place.adjusted(0, 5, 0, 0) if below else place
        align = _LEFT if not below else _ABOVE
        title = elided(line.title, painter.fontMetrics(), place.width())
        painter.drawText(upper, align, title)
        if below:
            self._mute(painter)
            painter.setFont(scaled(painter.font(), 0.92))
            parts = [line.why] if line.why else list(self._below(line))
            shown = in_one_line(parts, painter.fontMetrics(), place.width(), sign)
            painter.drawText(place.adjusted(0, 0, 0, -5), _BELOW, shown)

    def _below(self, line: RequestLine) -> Iterator[str]:
        """What stands below a title: its author, and what has no room for a column of its own."""
        if Cell.SIDE in self._folded:
            yield self._table.text_of(line, Cell.SIDE)
        if line.author:
            yield line.author
        if Cell.PARTNER in self._folded and line.partner is not None:
            yield line.partner.name

    def _folded_title(self, painter: QPainter, place: QRect, line: RequestLine) -> None:
        """The title, and below it the chip, whether it is a copy, and the day it is due."""
        title = elided(line.title, painter.fontMetrics(), place.width())
        painter.drawText(place.adjusted(0, 3, 0, 0), _ABOVE, title)
        painter.setFont(scaled(painter.font(), 0.92))
        lower = place.adjusted(0, place.height() - chip_height(painter.font()) - 2, 0, -2)
        due = next((cell for cell in (Cell.DUE, Cell.NEEDED) if cell in self._folded), None)
        text = self._table.text_of(line, due) if due else ""
        room = painter.fontMetrics().horizontalAdvance(text) + PAD if text else 0
        if text:
            painter.drawText(lower, _RIGHT, text)
        lower.adjust(0, 0, -room, 0)
        sign, metrics = self._table.sign_of(line), painter.fontMetrics()
        room = metrics.horizontalAdvance(sign) + PAD if sign else 0
        chip = min(chip_width(painter.font(), line.label), lower.width() - room)
        if sign:
            self._mute(painter)
            painter.drawText(lower.adjusted(chip + PAD, 0, 0, 0), _LEFT, sign)
        paint_chip(painter, lower.adjusted(0, 0, -room, 0), line, line.label)

    def _text(self, painter: QPainter, place: QRect, line: RequestLine, cell: Cell) -> None:
        """A text on one line, or on two."""
        painter.setFont(scaled(painter.font(), 0.92))
        column = self._table.columns[self._table.at(cell)]
        if column.right:
            painter.drawText(place, _RIGHT, column.text(line))
            return
        first, second = _in_two(column.text(line), painter.fontMetrics(), place.width())
        if not second:
            painter.drawText(place, _LEFT, first)
            return
        painter.drawText(place.adjusted(0, 6, 0, 0), _ABOVE, first)
        painter.drawText(place.adjusted(0, 0, 0, -5), _BELOW, second)

    def _due(self, painter: QPainter, place: QRect, line: RequestLine, cell: Cell) -> None:
        if line.turn is Turn.LATE and Look.colours.line == 1:
            painter.setPen(QColor(Look.colours.late.text))
        painter.drawText(place, _RIGHT, self._table.text_of(line, cell))

    def _state(self, painter: QPainter, place: QRect, line: RequestLine, _cell: Cell) -> None:
        painter.setFont(scaled(painter.font(), 0.92))
        paint_chip(painter, place, line, line.label)

    def _mute(self, painter: QPainter) -> None:
        colours = Look.colours
        if painter.pen().color() != QColor(colours.selected_text) or colours.line == 1:
            painter.setPen(QColor(colours.muted))


def _fill(painter: QPainter, place: QRect, colour: str) -> None:
    """A rectangle of one colour; `fillRect` would load every gradient."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(place)


def elided(title: str, metrics: QFontMetrics, width: int) -> str:
    """A title where it is too long: its end gives way, unless a number there tells the volume."""
    last = title.rpartition(" ")[2]
    numbered = any(letter.isdigit() for letter in last)
    modes = Qt.TextElideMode
    return metrics.elidedText(title, modes.ElideMiddle if numbered else modes.ElideRight, width)


def in_one_line(parts: list[str], metrics: QFontMetrics, width: int, sign: str = "") -> str:
    """Parts on one line; where it is too short, the last but one gives way: what stands last tells
    one row from the next. A sign before them never does.
    """
    right = Qt.TextElideMode.ElideRight
    if sign and parts:
        head = f"{sign} · "
        return head + in_one_line(parts, metrics, width - metrics.horizontalAdvance(head))
    parts = parts or [sign]
    text = " · ".join(parts)
    if len(parts) > 1 and metrics.horizontalAdvance(text) > width:
        giving = parts[-2]
        room = width - (metrics.horizontalAdvance(text) - metrics.horizontalAdvance(giving))
        if room > width // 5:
            parts = [*parts[:-2], metrics.elidedText(giving, right, room), parts[-1]]
    return metrics.elidedText(" · ".join(parts), right, width)


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
_ABOVE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_BELOW = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
