"""A state as a chip: icon, word and ground, in a list and in the header of a request."""

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ill_desktop.domain.lifecycle.states import Turn
from ill_desktop.ui.colours import CHIP_ICONS, OVER_ICON
from ill_desktop.ui.theme import Look, pixmap, scaled, sharpness

PAD = 8

Index = QModelIndex | QPersistentModelIndex


class Shown(Protocol):
    """A state as a chip tells it."""

    @property
    def turn(self) -> Turn: ...

    @property
    def in_vain(self) -> bool: ...


def chip_height(font: QFont) -> int:
    """Room for one line of text in a rounded shape."""
    return QFontMetrics(font).height() + 7


def chip_width(font: QFont, word: str) -> int:
    """How wide a chip with this word is."""
    return QFontMetrics(font).horizontalAdvance(word) + Look.icon + 3 * PAD - 2


def paint_chip(painter: QPainter, place: QRect, state: Shown, word: str) -> None:
    """Icon, word and ground in one rounded shape, elided to the place it has."""
    colours = Look.colours
    ink = colours.over if state.in_vain else colours.of(state.turn)
    width = min(place.width(), chip_width(painter.font(), word))
    high = chip_height(painter.font())
    shape = QRect(place.left(), place.center().y() - high // 2, width, high)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(ink.ground))
    framed = colours.line > 1
    painter.setPen(QPen(QColor(ink.text), 1) if framed else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(shape, high / 2, high / 2)
    icon = OVER_ICON if state.in_vain else CHIP_ICONS[state.turn]
    drawing = pixmap(icon, ink.text, Look.icon - 2, sharpness(painter))
    painter.drawPixmap(shape.left() + PAD, shape.center().y() - Look.icon // 2 + 2, drawing)
    painter.setPen(QColor(ink.text))
    text = shape.adjusted(PAD + Look.icon + 2, 0, -PAD, 0)
    mode = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(word, mode, text.width())
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


class Chip(QWidget):
    """A chip by itself, in the header of a request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: Shown | None = None
        self._word = ""

    def show_state(self, state: Shown, word: str) -> None:
        """Show another state."""
        self._state, self._word = state, word
        self.setAccessibleName(word)
        self.setToolTip(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._small(), self._word), chip_height(self._small()) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, chip_height(self._small()) + 2)

    def paintEvent(self, _event: object) -> None:
        if self._state is None:
            return
        painter = QPainter(self)
        painter.setFont(self._small())
        paint_chip(painter, self.rect(), self._state, self._word)

    def _small(self) -> QFont:
        return scaled(self.font(), 0.92)
