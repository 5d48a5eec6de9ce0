"""The ledger as a list: one page after another, newest first, as the view scrolls."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ill_desktop.services.views import MessageLine
from ill_desktop.ui.models.table import Column, PagedTable
from ill_desktop.words import labels
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark
from ill_desktop.words.messages import what_of

if TYPE_CHECKING:
    from ill_desktop.services.ledger import LedgerPage


def columns(words: Words, moment: Callable[[datetime], str]) -> tuple[Column[MessageLine], ...]:
    """When, which way, with whom, what, about which request, and what became of it."""
    return (
        Column(mark("Table", "When"), lambda m: moment(m.leaves_at or m.at)),
        Column("", lambda m: "←" if m.direction == "in" else "→"),
        Column(mark("Table", "Partner"), lambda m: m.partner or "–"),
        Column(mark("Table", "Message"), lambda m: what_of(words, m) or m.file),
        Column(mark("Table", "Request"), lambda m: m.request),
        Column(
            mark("Table", "State"),
            lambda m: labels.message_state(words, m.standing),
            tip=lambda m: _standing(words, m),
        ),
    )


def _standing(words: Words, message: MessageLine) -> str:
    """Its state, and why it waits or failed."""
    reason = labels.message_reason(words, message.reason) if message.reason else ""
    return " · ".join(filter(None, (labels.message_state(words, message.standing), reason)))


class MessageTable(PagedTable[MessageLine]):
    """The messages of the ledger."""

    wanted = Signal(int)
    """The id of the last message seen; what is older is wanted."""

    def show_page(self, page: "LedgerPage") -> None:
        """Show the first page of an answer."""
        self.turn_to(page.next)
        self.fill(page.messages)

    def add(self, page: "LedgerPage") -> None:
        """Put a further page below."""
        self.append(page.messages, page.next)

    def ask(self, after: int) -> None:
        """Want what is older than the last message seen."""
        self.wanted.emit(after)
