"""How the palette paints what it found: two lines, and a chip or keys at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ill_desktop.ui.chip import chip_width, paint_chip
from ill_desktop.ui.request_rows import elided
from ill_desktop.ui.theme import Look, scaled

HIT = Qt.ItemDataRole.UserRole
PAD = 10

Index = QModelIndex | QPersistentModelIndex


class HitPainter(QStyledItemDelegate):
    """Paints one row of the palette."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = 2 if index.data(HIT).below else 1
        return QSize(100, lines * option.fontMetrics.height() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit, colours = index.data(HIT), Look.colours
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, QColor(colours.selected))
        place = option.rect.adjusted(PAD, 5, -PAD, -5)
        ink = QColor(colours.selected_text if chosen else colours.text)
        painter.setPen(ink)
        room = self._right(painter, place, option.font, hit)
        left = place.adjusted(0, 0, -room, 0)
        painter.setPen(ink)
        painter.setFont(scaled(option.font, 1, QFont.Weight.DemiBold if hit.line else _PLAIN))
        top = Qt.AlignmentFlag.AlignTop if hit.below else Qt.AlignmentFlag.AlignVCenter
        _line(painter, left, hit.text, top)
        if hit.below:
            painter.setFont(scaled(option.font, 0.92))
            if colours.line == 1:
                painter.setPen(QColor(colours.muted))
            _line(painter, left, hit.below, Qt.AlignmentFlag.AlignBottom)
        painter.restore()

    def _right(self, painter: QPainter, place: QRect, font: QFont, hit: object) -> int:
        """The chip or the keys; returns the room they take."""
        line, keys = getattr(hit, "line", None), getattr(hit, "keys", "")
        painter.setFont(scaled(font, 0.92))
        if line is not None:
            wide = chip_width(painter.font(), line.label)
            at = place.adjusted(place.width() - wide, 0, 0, 0)
            paint_chip(painter, at, line, line.label)
            return wide + PAD
        if keys:
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, align, keys)
            return painter.fontMetrics().horizontalAdvance(keys) + PAD
        return 0


_PLAIN = QFont.Weight.Normal


def _line(painter: QPainter, place: QRect, text: str, align: Qt.AlignmentFlag) -> None:
    shown = elided(text, painter.fontMetrics(), place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | align, shown)
