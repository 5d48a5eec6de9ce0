"""The ledger as a list: one page after another, newest first, as the view scrolls."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Signal

from ill_desktop.services.views import MessageLine
from ill_desktop.ui.models.table import Column, Index, Table
from ill_desktop.ui.story import what_of
from ill_desktop.words import labels
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark


def columns(words: Words, moment: Callable[[datetime], str]) -> tuple[Column[MessageLine], ...]:
    """When, which way, with whom, what, about which request, and what became of it."""
    return (
        Column(mark("Table", "When"), lambda m: moment(m.at)),
        Column("", lambda m: "←" if m.direction == "in" else "→"),
        Column(mark("Table", "Partner"), lambda m: m.partner or "–"),
        Column(mark("Table", "Message"), lambda m: what_of(m) or m.file),
        Column(mark("Table", "Request"), lambda m: m.request),
        Column(mark("Table", "State"), lambda m: labels.message_state(words, m.state)),
    )


class MessageTable(Table[MessageLine]):
    """Asks for the next page when the view wants more."""

    wanted = Signal(int)
    """The id of the last message seen; what is older is wanted."""

    def __init__(
        self, columns: tuple[Column[MessageLine], ...], parent: QObject | None = None
    ) -> None:
        super().__init__(columns, parent)
        self._next, self._asked = 0, False

    def show_page(self, page: Any) -> None:
        """Show the first page of an answer, a `services.ledger.LedgerPage`."""
        self._next, self._asked = page.next, False
        self.fill(page.messages)

    def add(self, page: Any) -> None:
        """Put a further page below."""
        self._next, self._asked = page.next, False
        if page.messages:
            first = len(self.rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page.messages) - 1)
            self.rows += page.messages
            self.endInsertRows()

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and bool(self._next) and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.wanted.emit(self._next)
