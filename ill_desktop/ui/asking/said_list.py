"""The list of what a library can say: the likely first, each of the first with its key."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ill_desktop.ui.theme import Look

SAID = Qt.ItemDataRole.UserRole
KEY = Qt.ItemDataRole.UserRole + 1
NO_KEY = "\N{FIGURE SPACE}"
LINE = 9
"""How high the line between the likely and the rest is."""

Index = QModelIndex | QPersistentModelIndex
Offered = Iterable[tuple[str, str]]


class SaidRows(QStyledItemDelegate):
    """Paints the key before the words: letters typed in the list still find these."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = f"{index.data(KEY) or NO_KEY}  {option.text}"

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return size if index.data(SAID) else QSize(size.width(), LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(SAID):
            super().paint(painter, option, index)
            return
        middle = option.rect.center().y()
        painter.setPen(QColor(Look.colours.border))
        painter.drawLine(option.rect.left() + 4, middle, option.rect.right() - 4, middle)


def fill(rows: QListWidget, likely: Offered, rest: Offered, keys: Iterable[str]) -> None:
    """Offer codes and words; a line stands between the two where there are both."""
    rows.clear()
    left = iter(keys)
    for part in (list(likely), list(rest)):
        if rows.count() and part:
            QListWidgetItem("", rows).setFlags(Qt.ItemFlag.NoItemFlags)
        for code, words in part:
            item, key = QListWidgetItem(words, rows), next(left, "")
            item.setData(SAID, code)
            item.setData(KEY, key)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{key} {words}".strip())


def places(rows: QListWidget) -> list[int]:
    """Where something that can be said stands, from the top."""
    return [at for at in range(rows.count()) if rows.item(at).data(SAID)]
