"""The list of requests: one page after another, newest first, as the view scrolls."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from ill_desktop.domain.lifecycle.states import Service, State
from ill_desktop.services.first_look import ListQuery
from ill_desktop.services.line_views import Page, RequestLine
from ill_desktop.ui import orders
from ill_desktop.ui.models.table import Column, PagedTable
from ill_desktop.words import formats, labels
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

FAR = date(9999, 12, 31)


class Cell(StrEnum):
    """A column of the list of requests, by the name it is remembered by."""

    NUMBER = "number"
    TITLE = "title"
    PARTNER = "partner"
    DUE = "due"
    NEEDED = "needed-by"
    STATE = "state"
    SIDE = "side"
    SERVICE = "service"
    PATRON = "patron"
    OURS = "our-number"
    THEIRS = "their-number"
    CREATED = "created"
    SINCE = "since"


class Telling(NamedTuple):
    """What the columns need to know: the language, today, and which day an instant was."""

    words: Words
    today: Callable[[], date]
    day: Callable[[datetime], str]


def columns(tell: Telling) -> tuple[Column[RequestLine], ...]:
    """Everything a list of requests can show, in the order of `Cell`."""
    words, today = tell.words, tell.today
    whole_title = partial(_whole_title, words)
    return (
        Column(mark("Table", "Number"), lambda r: r.number, right=True, key=Cell.NUMBER),
        Column(mark("Table", "Title"), lambda r: r.title, tip=whole_title, key=Cell.TITLE),
        Column(
            mark("Table", "Partner"),
            lambda r: r.partner.name if r.partner else "–",
            key=Cell.PARTNER,
        ),
        Column(
            mark("Table", "Due"),
            lambda r: due_text(words, r, today()),
            sort=lambda r: r.due or r.needed_by or FAR,
            right=True,
            tip=lambda r: formats.day(words, r.due),
            key=Cell.DUE,
        ),
        Column(
            mark("Table", "Needed"),
            lambda r: needed_text(words, r, today()),
            sort=lambda r: r.needed_by or FAR,
            right=True,
            tip=lambda r: formats.day(words, r.needed_by),
            key=Cell.NEEDED,
        ),
        Column(mark("Table", "State"), lambda r: r.label, key=Cell.STATE),
        Column(mark("Table", "Side"), lambda r: labels.of(words, r.side), key=Cell.SIDE),
        Column(mark("Table", "Service"), lambda r: labels.of(words, r.service), key=Cell.SERVICE),
        Column(
            mark("Table", "Reader"),
            lambda r: r.reader_name or r.patron,
            tip=lambda r: f"{r.reader_name} ({r.patron})" if r.reader_name else r.patron,
            key=Cell.PATRON,
        ),
        Column(mark("Table", "Our number"), lambda r: r.our_id, key=Cell.OURS),
        Column(mark("Table", "Their number"), lambda r: r.their_id, key=Cell.THEIRS),
        Column(
            mark("Table", "Created"), lambda r: tell.day(r.created), right=True, key=Cell.CREATED
        ),
        Column(mark("Table", "Since"), lambda r: tell.day(r.since), right=True, key=Cell.SINCE),
    )


def _whole_title(words: Words, line: RequestLine) -> str:
    """What stands in two lines, and may be cut there."""
    sign = "" if line.service is Service.LOAN else labels.of(words, line.service)
    return " · ".join(filter(None, (line.title, sign, line.author, line.why)))


SENT_BACK = frozenset({State.SENT_BACK, State.COMING_BACK})


def due_text(words: Words, line: RequestLine, today: date) -> str:
    """When it is due, in words; nothing for what is over, and no lateness of what is sent back."""
    if line.due is None or line.turn.value == "done":
        return ""
    if line.state in SENT_BACK:
        return formats.day(words, line.due)
    return formats.due_in(words, line.due, today)


def needed_text(words: Words, line: RequestLine, today: date) -> str:
    """When the reader needs it, in words; nothing for what is over."""
    if line.needed_by is None or line.turn.value == "done":
        return ""
    return formats.due_in(words, line.needed_by, today)


class RequestTable(PagedTable[RequestLine]):
    """Knows the query it answers."""

    wanted = Signal(object)
    """A `ListQuery` to be asked; the answer comes to `add` or `show`."""

    def __init__(
        self, columns: tuple[Column[RequestLine], ...], parent: QObject | None = None
    ) -> None:
        super().__init__(columns, parent)
        self.query = ListQuery()
        self.total = 0
        self.ordered = False
        """Whether its order can be chosen, and is shown."""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The heading the list is put in order by has an arrow, and words for who cannot see it."""
        heading, order = super().headerData(section, orientation), self.query.order
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if heading is None or not shown:
            return super().headerData(section, orientation, role)
        if not self.ordered or section != self.at(Cell(order.by)):
            return heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{heading}, {orders.name(order)}"
        return f"{heading} {orders.arrow(order)}"

    def show(self, query: ListQuery, page: Page) -> None:
        """Show the first page of an answer. A page that was on its way is asked for once more."""
        turned = query.order != self.query.order
        self.query, self.total = query, page.total
        if turned:
            across = Qt.Orientation.Horizontal
            self.headerDataChanged.emit(across, 0, len(self.columns) - 1)
        waiting = self.waiting
        self.turn_to(page.next)
        if [line.number for line in page.lines] == [line.number for line in self.rows]:
            self.rows = list(page.lines)
            if self.rows:
                last = self.index(len(self.rows) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            if waiting:
                self.fetchMore(QModelIndex())
        else:
            self.fill(page.lines)

    def add(self, page: Page) -> None:
        """Put a further page below, without what moved on into it since it was read above."""
        known = {line.number for line in self.rows}
        self.append([line for line in page.lines if line.number not in known], page.next)

    def ask(self, after: str) -> None:
        """Want what comes after the last number seen."""
        self.wanted.emit(self.query._replace(after=after, counted=False))

    def row_of(self, number: str) -> int:
        """Where a request stands in what was read so far; -1: nowhere."""
        return next((n for n, line in enumerate(self.rows) if line.number == number), -1)

    def sign_of(self, line: RequestLine) -> str:
        """What tells a copy from a loan in a row; a loan, the usual case, has none."""
        return "" if line.service is Service.LOAN else self.text_of(line, Cell.SERVICE)

    def text_of(self, line: RequestLine, cell: Cell) -> str:
        """What a cell of a line says, whether its column is shown or not."""
        return self.columns[self.at(cell)].text(line)

    def at(self, cell: Cell) -> int:
        """The column of a cell."""
        return next(n for n, column in enumerate(self.columns) if column.key == cell)
