"""A sheet of labels drawn small: click the first free one, or go there with the arrow keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ill_desktop.ui.theme import Look

if TYPE_CHECKING:
    from ill_desktop.services.printing import SheetView

LONGEST = 150
"""Pixels of the longer side of the page."""


class SheetPicker(QWidget):
    """Places before the chosen one are used; those that will be printed are filled."""

    chosen = Signal(int)
    """The place that was picked, counted from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: SheetView | None = None
        self._start, self._count = 1, 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("First free place on the sheet"))
        self.setToolTip(self.tr("Click the first free place"))

    def show_sheet(self, sheet: "SheetView", start: int, count: int) -> None:
        """Draw a sheet on which `count` papers go from a place on."""
        self._sheet, self._start, self._count = sheet, start, count
        self.setFixedSize(self.sizeHint())
        text = self.tr("Place {n} of {all}")
        self.setAccessibleDescription(text.format(n=start, all=len(sheet.cells)))
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the page, with a margin for the focus."""
        if self._sheet is None:
            return QSize(LONGEST, LONGEST)
        width, height = self._sheet.page
        scale = self._scale()
        return QSize(round(width * scale) + 7, round(height * scale) + 7)

    def _scale(self) -> float:
        return LONGEST / max(self._sheet.page) if self._sheet else 1.0

    def box(self, place: int) -> QRectF:
        """Where a place is drawn, counted from 1."""
        assert self._sheet is not None
        left, top, width, height = self._sheet.cells[place - 1]
        scale = self._scale()
        return QRectF(left * scale + 3, top * scale + 3, width * scale, height * scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page, its labels, and the focus."""
        if self._sheet is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, scale = Look.colours, self._scale()
        width, height = self._sheet.page
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRect(QRectF(3, 3, width * scale, height * scale))
        for place in range(1, len(self._sheet.cells) + 1):
            self._paint(painter, place)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(QRectF(1, 1, self.width() - 2, self.height() - 2))
        painter.end()

    def _paint(self, painter: QPainter, place: int) -> None:
        colours, box = Look.colours, self.box(place)
        used = place < self._start
        printed = self._start <= place < self._start + self._count
        painter.setPen(QPen(QColor(colours.border), 1))
        ground = colours.accent if printed else colours.hover if used else colours.surface
        painter.setBrush(QColor(ground))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if used:
            painter.drawLine(box.topLeft(), box.bottomRight())
        elif place == self._start and box.height() >= 10:
            painter.setPen(QColor(colours.accent_text if printed else colours.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick what was clicked."""
        found = self._at(event.position())
        if found:
            self.chosen.emit(found)

    def _at(self, point: QPointF) -> int:
        places = range(1, len(self._sheet.cells) + 1) if self._sheet else range(0)
        return next((place for place in places if self.box(place).contains(point)), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from place to place, Home and End to the first and the last."""
        cells = self._sheet.cells if self._sheet else ()
        columns = sum(abs(cell[1] - cells[0][1]) < 0.01 for cell in cells)
        key, last = Qt.Key(event.key()), len(cells)
        to = {
            Qt.Key.Key_Left: self._start - 1,
            Qt.Key.Key_Right: self._start + 1,
            Qt.Key.Key_Up: self._start - columns,
            Qt.Key.Key_Down: self._start + columns,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: last,
        }.get(key)
        if to is None:
            super().keyPressEvent(event)
        elif 1 <= to <= last:
            self.chosen.emit(to)
