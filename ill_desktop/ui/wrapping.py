"""A line of widgets that goes on in the next line where there is no room for all of them."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Wrapping(QLayout):
    """The first widget, a heading, takes the spare room of its line; the others stand at the right.

    In several lines they begin at the left: large text on a small screen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay the lines out from the top; returns the height of all, margins included."""
        edge, gap = self.contentsMargins(), self.spacing()
        room = rect.width() - edge.left() - edge.right()
        lines = self._lines(room)
        top = rect.top() + edge.top()
        for line in lines:
            high = max(size.height() for _, size in line)
            spare = room - sum(size.width() for _, size in line) - gap * (len(line) - 1)
            left = rect.left() + edge.left()
            for n, (item, size) in enumerate(line):
                wide = size.width() + (max(0, spare) if not n and line is lines[0] else 0)
                if move:
                    at = QPoint(left, top + (high - size.height()) // 2)
                    item.setGeometry(self._turned(rect, QRect(at, QSize(wide, size.height()))))
                left += wide + gap
            top += high + gap
        return top - (gap if lines else 0) + edge.bottom() - rect.top()

    def _turned(self, room: QRect, place: QRect) -> QRect:
        """Where languages are read from the right, lines begin there."""
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place.moveLeft(room.left() + room.right() - place.right())
        return place

    def _lines(self, room: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._shown():
            size = _wanted(item)
            size.setWidth(min(size.width(), max(room, item.minimumSize().width())))
            if lines and left + self.spacing() + size.width() <= room:
                lines[-1].append((item, size))
                left += self.spacing() + size.width()
            else:
                lines.append([(item, size)])
                left = size.width()
        return lines

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's own way in."""
        self._items.append(item)

    def count(self) -> int:
        """How many widgets there are, hidden ones too."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Qt asks until there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """So high are the lines at this width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        wide = [_wanted(item).width() for item in self._shown()]
        edge = self.contentsMargins()
        width = sum(wide) + self.spacing() * max(0, len(wide) - 1) + edge.left() + edge.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """The widest alone."""
        edge = self.contentsMargins()
        wide = max((item.minimumSize().width() for item in self._shown()), default=0)
        high = max((_wanted(item).height() for item in self._shown()), default=0)
        return QSize(wide + edge.left() + edge.right(), high + edge.top() + edge.bottom())


def _wanted(item: QLayoutItem) -> QSize:
    """What a widget wants, within what it may be."""
    return item.sizeHint().expandedTo(item.minimumSize()).boundedTo(item.maximumSize())
