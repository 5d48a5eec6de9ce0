"""Pages as they will lie in the printer: small ones to choose from, and one as near as wanted."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QMouseEvent, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.theme import Look

SMALL = QSize(76, 96)
ZOOMS = (0.0, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
"""How large a page is shown; the first is as large as there is room for."""
SCREEN_DPI = 96.0
FIT_DPI = 110.0


class _Spot(NamedTuple):
    """A place on a page, as a part of its width and height, and where in the room it is seen."""

    across: float
    down: float
    seen: QPointF


class PagePreview(QWidget):
    """Asks for pictures by `wanted` and shows those it is given."""

    wanted = Signal(int, float)
    """A page, counted from 0, and the dots per inch it should have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages, self._page, self._zoom = 0, 0, 0
        self._image = QImage()
        self._paper = QSizeF()
        """How large the page is on the screen at 100 %."""
        self._towards: _Spot | None = None
        self.thumbs = self._small()
        self.shown = QLabel()
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setAccessibleName(self.tr("Preview of the page"))
        self.shown.setToolTip(self.tr("A click shows it larger, another one the whole page"))
        self.shown.setCursor(Qt.CursorShape.PointingHandCursor)
        self.shown.installEventFilter(self)
        self.area = QScrollArea(self)
        self.area.setObjectName("page_area")
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.shown)
        self.area.setMinimumSize(400, 460)
        self.area.setAccessibleName(self.tr("Preview of the page"))
        self.area.viewport().installEventFilter(self)
        self.page = plain_label(parent=self)
        self.zoom = plain_label(muted=True, parent=self)
        self.back = self._button(self.tr("Previous page"), lambda: self.turn(self._page - 1))
        self.forth = self._button(self.tr("Next page"), lambda: self.turn(self._page + 1))
        self.farther = self._button("−", lambda: self._nearer(-1))
        self.nearer = self._button("+", lambda: self._nearer(1))
        self.farther.setAccessibleName(self.tr("Smaller"))
        self.nearer.setAccessibleName(self.tr("Larger"))
        for one in (self.farther, self.nearer):
            one.setToolTip(one.accessibleName())
            one.setFixedWidth(36)
            one.setProperty("small", True)
        self._lay()

    def _lay(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for one in (self.back, self.page, self.forth):
            bar.addWidget(one)
        bar.addStretch(1)
        for one in (self.farther, self.zoom, self.nearer):
            bar.addWidget(one)
        pages = QHBoxLayout()
        pages.setSpacing(8)
        pages.addWidget(self.thumbs)
        pages.addWidget(self.area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(pages, 1)
        column.addLayout(bar)

    def _small(self) -> QListWidget:
        thumbs = QListWidget(self)
        thumbs.setViewMode(QListView.ViewMode.IconMode)
        thumbs.setFlow(QListView.Flow.TopToBottom)
        thumbs.setWrapping(False)
        thumbs.setMovement(QListView.Movement.Static)
        thumbs.setIconSize(SMALL)
        thumbs.setFixedWidth(SMALL.width() + 40)
        thumbs.setAccessibleName(self.tr("Pages"))
        thumbs.currentRowChanged.connect(self._picked)
        thumbs.hide()
        return thumbs

    def _button(self, text: str, do: Callable[[], Any]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def begin(self, pages: int) -> None:
        """Show another file of so many pages, at the page that was shown if it is there."""
        self._pages = pages
        self.thumbs.blockSignals(True)
        self.thumbs.clear()
        for n in range(1, pages + 1):
            self.thumbs.addItem(QListWidgetItem(QIcon(_blank()), str(n)))
        self.thumbs.blockSignals(False)
        self.thumbs.setVisible(pages > 1)
        self.turn(min(self._page, pages - 1))

    def clear(self) -> None:
        """Show nothing."""
        self._pages, self._image = 0, QImage()
        self.thumbs.clear()
        self.thumbs.hide()
        self.shown.clear()
        self.page.setText("")
        for one in (self.back, self.forth, self.farther, self.nearer):
            one.setEnabled(False)

    def turn(self, page: int) -> None:
        """Show a page, counted from 0."""
        if not self._pages:
            return
        self._page = max(0, min(page, self._pages - 1))
        text = self.tr("Page {page} of {pages}")
        self.page.setText(text.format(page=self._page + 1, pages=self._pages))
        self.back.setEnabled(self._page > 0)
        self.forth.setEnabled(self._page + 1 < self._pages)
        for one in (self.back, self.forth):
            one.setVisible(self._pages > 1)
        self.thumbs.blockSignals(True)
        self.thumbs.setCurrentRow(self._page)
        self.thumbs.blockSignals(False)
        self._tell_zoom()
        self.wanted.emit(self._page, self._dpi())

    def _picked(self, row: int) -> None:
        if row >= 0:
            self.turn(row)

    def _nearer(self, by: int, spot: "_Spot | None" = None) -> None:
        """One step; no step nearer shows the page smaller than whole, and none farther."""
        whole, steps = self._whole(), range(1, len(ZOOMS))
        if by > 0:
            larger = (n for n in steps if n > self._zoom and ZOOMS[n] > whole)
            self._go(next(larger, self._zoom), spot)
        else:
            below = max(0, self._zoom - 1)
            self._go(below if ZOOMS[below] > whole else 0, spot)

    def _go(self, zoom: int, spot: "_Spot | None") -> None:
        if zoom != self._zoom:
            self._zoom, self._towards = zoom, spot
            self.turn(self._page)

    def _clicked(self, at: QPointF) -> None:
        """As large as on paper, or larger where that is no larger; then the whole page again."""
        near = next(n for n, one in enumerate(ZOOMS) if one >= 1 and one > self._whole())
        self._go(0 if self._zoom else near, self._spot(at))

    def _whole(self) -> float:
        """How large the page is where there is room for all of it."""
        if self._paper.isEmpty():
            return 0.0
        room = self._room()
        return min(room.width() / self._paper.width(), room.height() / self._paper.height())

    def _room(self) -> QSize:
        return self.area.viewport().size() - QSize(16, 16)

    def _spot(self, at: QPointF) -> "_Spot":
        """What of the page is at a point of it, and where that is seen."""
        page = self._on_page()
        across = (at.x() - page.left()) / max(1.0, page.width())
        down = (at.y() - page.top()) / max(1.0, page.height())
        return _Spot(across, down, self.shown.mapTo(self.area.viewport(), at))

    def _on_page(self) -> QRectF:
        """Where the picture lies in its label, in the middle."""
        size = self.shown.pixmap().deviceIndependentSize()
        place = QRectF(QPointF(), size)
        place.moveCenter(QRectF(self.shown.rect()).center())
        return place

    def _look_at(self, spot: "_Spot") -> None:
        """Keep under the pointer what was there."""
        page = self._on_page()
        to = page.left() + spot.across * page.width(), page.top() + spot.down * page.height()
        self.area.horizontalScrollBar().setValue(round(to[0] - spot.seen.x()))
        self.area.verticalScrollBar().setValue(round(to[1] - spot.seen.y()))

    def _tell_zoom(self) -> None:
        zoom = ZOOMS[self._zoom]
        self.zoom.setText(f"{zoom:.0%}" if zoom else self.tr("Whole page"))
        self.farther.setEnabled(self._zoom > 0)
        self.nearer.setEnabled(self._zoom + 1 < len(ZOOMS))

    def _dpi(self) -> float:
        zoom = ZOOMS[self._zoom]
        return (zoom * SCREEN_DPI if zoom else FIT_DPI) * self.devicePixelRatioF()

    def show_page(self, page: int, image: QImage, dpi: float) -> None:
        """Here is the picture that was wanted, unless another one is by now."""
        if page != self._page or dpi != self._dpi():
            return
        self._image, self._paper = image, QSizeF(image.size()) * (SCREEN_DPI / dpi)
        self._fit()
        spot, self._towards = self._towards, None
        if spot is not None:  # the room around it follows a moment later
            QTimer.singleShot(0, self, lambda: self._look_at(spot))

    def show_small(self, page: int, image: QImage) -> None:
        """Here is a page for the list at the side."""
        item = self.thumbs.item(page)
        if item is not None:
            item.setIcon(QIcon(_framed(image, SMALL, self.devicePixelRatioF())))

    def _fit(self) -> None:
        if self._image.isNull():
            return
        scale = self.devicePixelRatioF()
        size = self._room() if not ZOOMS[self._zoom] else self._image.size() / scale
        self.shown.setPixmap(_framed(self._image, size, scale))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The whole page stays whole when the dialog is made larger; it is looked at more closely
        by a click, or by Ctrl and the wheel.
        """
        if isinstance(event, QMouseEvent) and watched is self.shown and self._pages:
            left = event.button() is Qt.MouseButton.LeftButton
            if left and event.type() is QEvent.Type.MouseButtonRelease:
                self._clicked(event.position())
        elif isinstance(event, QWheelEvent) and watched is self.area.viewport() and self._pages:
            turned = event.angleDelta().y()
            if event.modifiers() == Qt.KeyboardModifier.ControlModifier and turned:
                at = self.shown.mapFrom(self.area.viewport(), event.position())
                self._nearer(1 if turned > 0 else -1, self._spot(at))
                return True
        if event.type() is QEvent.Type.Resize and not ZOOMS[self._zoom]:
            self._fit()
        return super().eventFilter(watched, event)


def _framed(image: QImage, size: QSize, scale: float) -> QPixmap:
    """A picture as large as it fits, with an edge where the paper ends."""
    shown = image.scaled(
        size * scale,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    framed = QPixmap.fromImage(shown)
    painter = QPainter(framed)
    painter.setPen(QColor(Look.colours.border))
    painter.drawRect(0, 0, framed.width() - 1, framed.height() - 1)
    painter.end()
    framed.setDevicePixelRatio(scale)
    return framed


def _blank() -> QPixmap:
    blank = QPixmap(SMALL)
    blank.fill(QColor(Look.colours.surface))
    return blank
