"""The list of a page as a file or on paper: the columns on the screen, and every row of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication

from ill_desktop.ui.models.table import Column

if TYPE_CHECKING:
    from ill_desktop.services.list_files import TableOrder

T = TypeVar("T")
AT_ONCE = 500
"""So many rows are read at once for a file."""


def table_order(
    title: str, columns: Sequence[Column[T]], pages: Callable[[Any], Iterable[Sequence[T]]]
) -> "TableOrder":
    """What is to be saved: the same texts as in the columns, of all the rows the desk gives."""
    from ill_desktop.services.list_files import TableOrder

    header = tuple(QCoreApplication.translate("Table", one.heading) for one in columns)

    def told(desk: Any) -> Iterator[Sequence[Sequence[str]]]:
        for rows in pages(desk):
            yield [[column.text(row) for column in columns] for row in rows]

    return TableOrder(title, header, told)
