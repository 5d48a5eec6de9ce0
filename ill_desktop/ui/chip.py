"""How a list paints its cells: the state chip, the two-line title, hairlines between rows."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ill_desktop.domain.lifecycle.states import Turn
from ill_desktop.services.views import RequestLine
from ill_desktop.ui.colours import CHIP_ICONS
from ill_desktop.ui.models.requests import DUE, NUMBER, PARTNER, STATE, TITLE
from ill_desktop.ui.models.table import ROW
from ill_desktop.ui.theme import Look, pixmap, scaled

PAD = 8

Index = QModelIndex | QPersistentModelIndex


def row_height(font: QFont) -> int:
    """Room for two lines of text."""
    return 2 * QFontMetrics(font).height() + 12


def chip_height(font: QFont) -> int:
    """Room for one line of text in a rounded shape."""
    return QFontMetrics(font).height() + 7


def chip_width(font: QFont, word: str) -> int:
    """How wide a chip with this word is."""
    return QFontMetrics(font).horizontalAdvance(word) + 16 + 3 * PAD - 2


def paint_chip(painter: QPainter, place: QRect, turn: Turn, word: str) -> None:
    """Icon, word and ground in one rounded shape, elided to the place it has."""
    colours = Look.colours
    ink = colours.of(turn)
    width = min(place.width(), chip_width(painter.font(), word))
    high = chip_height(painter.font())
    shape = QRect(place.left(), place.center().y() - high // 2, width, high)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(ink.ground))
    framed = colours.line > 1
    painter.setPen(QPen(QColor(ink.text), 1) if framed else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(shape, high / 2, high / 2)
    scale = painter.device().devicePixelRatio()
    painter.drawPixmap(
        shape.left() + PAD, shape.center().y() - 6, pixmap(CHIP_ICONS[turn], ink.text, 14, scale)
    )
    painter.setPen(QColor(ink.text))
    text = shape.adjusted(PAD + 18, 0, -PAD, 0)
    mode = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(word, mode, text.width())
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


class Chip(QWidget):
    """A chip by itself, in the header of a request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turn, self._word = Turn.OURS, ""

    def show_state(self, turn: Turn, word: str) -> None:
        """Show another state."""
        self._turn, self._word = turn, word
        self.setAccessibleName(word)
        self.setToolTip(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._small(), self._word), chip_height(self._small()) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, chip_height(self._small()) + 2)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setFont(self._small())
        paint_chip(painter, self.rect(), self._turn, self._word)

    def _small(self) -> QFont:
        return scaled(self.font(), 0.92)


class RequestDelegate(QStyledItemDelegate):
    """Paints one row of requests."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: RequestLine = index.data(ROW)
        small, high = scaled(option.font, 0.92), row_height(option.font)
        if index.column() == STATE and line is not None:
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
            if index.column() == NUMBER:
                edge = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
                painter.fillRect(edge, QColor(colours.accent))
        painter.setPen(QColor(colours.hairline))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        place = option.rect.adjusted(PAD, 0, -PAD, -1)
        strong = QColor(colours.selected_text if chosen else colours.text)
        painter.setPen(strong)
        painter.setFont(option.font)
        {
            NUMBER: self._number,
            TITLE: self._title,
            PARTNER: self._partner,
            DUE: self._due,
            STATE: self._state,
        }[index.column()](painter, place, line, index)
        painter.restore()

    def _number(self, painter: QPainter, place: QRect, line: RequestLine, _index: Index) -> None:
        painter.setFont(scaled(painter.font(), 1, QFont.Weight.DemiBold))
        painter.drawText(place, _RIGHT, line.number)

    def _title(self, painter: QPainter, place: QRect, line: RequestLine, _index: Index) -> None:
        below = line.author
        upper = place.adjusted(0, 5, 0, 0) if below else place
        align = _LEFT if not below else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        middle = Qt.TextElideMode.ElideMiddle
        title = painter.fontMetrics().elidedText(line.title, middle, place.width())
        painter.drawText(upper, align, title)
        if below:
            self._mute(painter)
            painter.setFont(scaled(painter.font(), 0.92))
            shown = painter.fontMetrics().elidedText(below, middle, place.width())
            lower = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(place.adjusted(0, 0, 0, -5), lower, shown)

    def _partner(self, painter: QPainter, place: QRect, _line: RequestLine, index: Index) -> None:
        """The name on one line, or on two."""
        painter.setFont(scaled(painter.font(), 0.92))
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
