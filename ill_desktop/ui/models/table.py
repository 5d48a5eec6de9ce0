"""A list of things as rows: columns are a tuple of words and rules (STYLE §3.13)."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
SORT = Qt.ItemDataRole.UserRole + 2

T = TypeVar("T")


class Column(NamedTuple, Generic[T]):
    """One column. `heading` is marked under the context `Table`."""

    heading: str
    text: Callable[[T], str]
    sort: Callable[[T], Any] | None = None
    right: bool = False
    tip: Callable[[T], str] | None = None
    key: str = ""


class Table(QAbstractTableModel, Generic[T]):
    """Frozen views in rows; `ROW` gives the view, `SORT` the value to sort by."""

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[T] = []

    def fill(self, rows: Sequence[T]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Table", column.heading)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column.right)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        answer = _ANSWERS.get(role)
        return answer(self.rows[index.row()], self.columns[index.column()]) if answer else None


class PagedTable(Table[T]):
    """Asks for the next page when the view wants more.

    Where the next page begins comes with a page, and is empty or zero after the last.
    """

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self.after: Any = None
        """Where the next page begins; one that begins elsewhere is not put below."""
        self._asked = False

    @property
    def waiting(self) -> bool:
        """Whether a page was asked for and has not come."""
        return self._asked

    def turn_to(self, after: object) -> None:
        """A page came: remember where the next begins."""
        self.after, self._asked = after, False

    def ask(self, after: Any) -> None:
        """Ask for the page that begins there; the answer comes later."""
        raise NotImplementedError

    def append(self, rows: Sequence[T], after: object) -> None:
        """Put a further page below."""
        self.turn_to(after)
        if rows:
            first = len(self.rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and bool(self.after) and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.ask(self.after)


def plain(text: str) -> str:
    """A tooltip that shows its text as typed, markup and all (RELIABILITY S5)."""
    from html import escape

    return f"<qt>{escape(text)}</qt>" if text else ""


def _side(right: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


_ANSWERS: Mapping[int, Callable[[Any, Column[Any]], Any]] = MappingProxyType(
    {
        Qt.ItemDataRole.DisplayRole: lambda row, column: column.text(row),
        Qt.ItemDataRole.AccessibleTextRole: lambda row, column: (column.tip or column.text)(row),
        Qt.ItemDataRole.ToolTipRole: lambda row, column: plain((column.tip or column.text)(row)),
        Qt.ItemDataRole.TextAlignmentRole: lambda _row, column: _side(column.right),
        ROW: lambda row, _column: row,
        SORT: lambda row, column: (column.sort or column.text)(row),
    }
)
"""What a row says in a column, by the role it is asked for."""
