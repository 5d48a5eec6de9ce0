"""The queues of the desk with their live counts, and the pages beside them."""

from collections.abc import Mapping
from functools import cached_property

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.domain.queues import QUEUES, Queue
from ill_desktop.ui import keys
from ill_desktop.ui.places import PAGES, Place
from ill_desktop.ui.theme import Look, pixmap, scaled, sharpness
from ill_desktop.words import labels
from ill_desktop.words.catalogue import Words

ICONS: Mapping[str, str] = {
    Queue.DRAFTS: "file-pen",
    Queue.WAITING: "hourglass",
    Queue.DECIDE: "circle-question-mark",
    Queue.TO_RECEIVE: "package-check",
    Queue.COPIES: "file-text",
    Queue.HERE: "book-marked",
    Queue.DUE_SOON: "calendar-clock",
    Queue.OVERDUE: "octagon-alert",
    Queue.SENT_BACK: "corner-up-left",
    Queue.NEW: "inbox",
    Queue.CONDITIONS: "scroll-text",
    Queue.TO_FETCH: "library",
    Queue.TO_SEND: "send",
    Queue.OUT: "book-up",
    Queue.COMING_BACK: "corner-down-left",
    Queue.LENT_OVERDUE: "octagon-alert",
    Queue.ATTENTION: "triangle-alert",
    **{place.value: row.icon for place, row in PAGES.items()},
}
LATE = frozenset({Queue.OVERDUE, Queue.LENT_OVERDUE})
LOOK = frozenset({Queue.ATTENTION, Queue.DECIDE, Queue.DUE_SOON})

KEY = Qt.ItemDataRole.UserRole
COUNT = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class Sidebar(QListWidget):
    """One row a queue; `chosen` tells which."""

    chosen = Signal(str)
    into = Signal()
    """From the queue one stands on to its list."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName(self.tr("Queues"))
        self.setItemDelegate(_RowPainter(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 12 + 18 + Look.icon)
        self._rows: dict[str, QListWidgetItem] = {}
        self._counts: Mapping[Queue, int] = {}
        self._waiting = self._beside = self._mails = 0
        self._fill(words)
        self.hovered = -1
        self.entered.connect(self._hover)
        self.currentItemChanged.connect(self._tell)

    def _fill(self, words: Words) -> None:
        for side in Side:
            self._heading(labels.of(words, side))
            for queue, rule in QUEUES.items():
                if rule.side is side:
                    self._row(queue.value, labels.of(words, queue))
        self._heading(self.tr("Desk"))
        self._row(Queue.ATTENTION.value, labels.of(words, Queue.ATTENTION))
        for place, row in PAGES.items():
            self._row(place.value, QCoreApplication.translate("Sidebar", row.title))

    def _heading(self, text: str) -> None:
        item = QListWidgetItem(text.upper(), self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _row(self, key: str, text: str) -> None:
        item = QListWidgetItem(text, self)
        item.setData(KEY, key)
        item.setData(COUNT, 0)
        self._rows[key] = item

    def show_counts(self, counts: Mapping[Queue, int]) -> None:
        """Bring the numbers up to date."""
        self._counts = counts
        for queue, count in counts.items():
            also = self._beside if queue is Queue.ATTENTION else 0
            self._count(queue.value, count + also)

    def show_waiting(self, count: int) -> None:
        """How many messages of the exchange need a person."""
        self._waiting = count
        self._count(Place.EXCHANGE.value, count + self._mails)

    def show_beside(self, count: int) -> None:
        """How many of them need attention beside the requests that do: one trouble counts once."""
        self._beside = count
        self.show_counts(self._counts)

    def show_mails(self, count: int) -> None:
        """How many mails lie ready until a person sends them."""
        self._mails = count
        self._count(Place.EXCHANGE.value, count + self._waiting)

    def _count(self, key: str, count: int) -> None:
        item = self._rows[key]
        item.setData(COUNT, count)
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole,
            self.tr("{queue}, {count}").format(queue=item.text(), count=count),
        )

    def places(self) -> tuple[tuple[str, str], ...]:
        """Every queue and page by key and name, in order."""
        return tuple((key, item.text()) for key, item in self._rows.items())

    def choose(self, key: str) -> None:
        """Go to a queue or page."""
        self.setCurrentItem(self._rows[key])

    def chosen_key(self) -> str:
        """The queue or page that is chosen."""
        return str(self.currentItem().data(KEY))

    def title_of(self, key: str) -> str:
        """What a queue or page is called."""
        return self._rows[key].text()

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(KEY):
            self.chosen.emit(item.data(KEY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.INTO.means(event):
            self.into.emit()
        else:
            super().keyPressEvent(event)

    def _hover(self, index: QModelIndex) -> None:
        self.hovered = index.row()

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered = -1
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In large text not every row is seen; the chosen one always is."""
        super().resizeEvent(event)
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def sizeHint(self) -> QSize:
        """Wide enough for the longest name and its number; asked at every move of the layout."""
        return QSize(self._width, 400)

    @cached_property
    def _width(self) -> int:
        metrics = QFontMetrics(scaled(self.font(), 1, QFont.Weight.DemiBold))
        names = (metrics.horizontalAdvance(item.text()) for item in self._rows.values())
        return 18 + Look.icon + max(names) + metrics.horizontalAdvance("0000") + 28


class _RowPainter(QStyledItemDelegate):
    """Paints a heading, or an icon, a name and a count.

    What is chosen and hovered the list is asked: `option.state` would load every enum of styles.
    """

    def __init__(self, sidebar: Sidebar) -> None:
        super().__init__(sidebar)
        self._sidebar = sidebar

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = not index.data(KEY)
        first = heading and index.row() == 0
        line = option.fontMetrics.height()
        return QSize(100, line + ((8 if first else 14) if heading else 11))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        key = index.data(KEY)
        if key:
            self._row(painter, option, index)
        else:
            self._heading(painter, option, index.data())
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
        font = scaled(option.font, 0.82, QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        painter.setFont(font)
        painter.setPen(QColor(Look.colours.muted))
        place = option.rect.adjusted(10, 0, -8, -5)
        painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text)

    def _row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = Look.colours
        chosen = index.row() == self._sidebar.currentRow()
        hovered = index.row() == self._sidebar.hovered
        rect = option.rect.adjusted(0, 0, -2, -1)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected if chosen else colours.hover))
            painter.drawRoundedRect(rect, 5, 5)
        text = colours.selected_text if chosen else colours.text
        ink = colours.accent if chosen and colours.line == 1 else colours.muted
        ink = colours.selected_text if chosen and colours.line > 1 else ink
        drawing = pixmap(ICONS[index.data(KEY)], ink, Look.icon, sharpness(painter))
        painter.drawPixmap(rect.left() + 10, rect.center().y() - Look.icon // 2 + 1, drawing)
        count = index.data(COUNT) or 0
        room = self._count(painter, rect, index.data(KEY), count, text) if count else 8
        painter.setPen(QColor(text))
        painter.setFont(scaled(option.font, 1, _weight(chosen)))
        place = rect.adjusted(18 + Look.icon, 0, -room, 0)
        mode = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(index.data(), mode, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _count(self, painter: QPainter, rect: QRect, key: str, count: int, text: str) -> int:
        """Paint the count and return the room it takes at the right."""
        colours = Look.colours
        ink = colours.late if key in LATE else colours.look if key in LOOK else None
        font = scaled(painter.font(), 0.92, QFont.Weight.DemiBold if ink else QFont.Weight.Normal)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(str(count)) + 14
        place = QRect(rect.right() - width - 4, rect.center().y() - 8, width, 18)
        if ink is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink.ground))
            painter.drawRoundedRect(place, 9, 9)
        painter.setPen(QColor(ink.text if ink else text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(count))
        return width + 10


def _weight(chosen: bool) -> QFont.Weight:
    return QFont.Weight.DemiBold if chosen else QFont.Weight.Normal


__all__ = ["COUNT", "KEY", "Place", "Sidebar"]
