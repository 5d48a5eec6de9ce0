"""The ledger of the exchange: every message, found by partner, kind of state or number."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QSplitter

from ill_desktop.services.views import NEEDS_A_PERSON, MessageLine, PartnerView
from ill_desktop.ui.fields import CodeField
from ill_desktop.ui.link import Link
from ill_desktop.ui.list_page import TYPING_MS
from ill_desktop.ui.message_pane import MessagePane
from ill_desktop.ui.models.messages import MessageTable, columns
from ill_desktop.ui.models.table import ROW
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.page import DeskPage, Listing
from ill_desktop.ui.page_list import AT_ONCE, table_order
from ill_desktop.ui.tables import table_view
from ill_desktop.ui.theme import icon
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.services.list_files import TableOrder

SHOWN = 200

KINDS: Mapping[str, tuple[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "": (mark("ExchangePage", "All messages"), {"talk": True}),
        "attention": (mark("ExchangePage", "Needs attention"), {"states": NEEDS_A_PERSON}),
        "leaving": (
            mark("ExchangePage", "To leave"),
            {"states": ("due", "failed", "held", "sending")},
        ),
        "mails": (mark("ExchangePage", "Mails to be sent"), {"lying": True}),
        "silent": (
            mark("ExchangePage", "Not confirmed"),
            {"states": ("unanswered", "written"), "talk": True},
        ),
        "in": (mark("ExchangePage", "Received"), {"direction": "in", "talk": True}),
        "out": (mark("ExchangePage", "Sent"), {"direction": "out", "talk": True}),
        "all": (mark("ExchangePage", "With confirmations"), {}),
        "aside": (mark("ExchangePage", "Set aside"), {"states": ("set-aside", "withdrawn")}),
    }
)
"""What the list can be narrowed to, as fields of a `LedgerQuery`."""


class ExchangePage(DeskPage):
    """A list of messages and, below it, what the one chosen says."""

    exchange_now = Signal()
    leaving_wanted = Signal()
    request_wanted = Signal(str)
    taking_down_wanted = Signal(int)

    def __init__(self, link: Link, notices: Notices) -> None:
        super().__init__(link)
        self._chosen, self._asked = 0, 0
        self._narrowed: tuple[str, ...] = ()
        self.model = MessageTable(columns(link.words, link.moment), self)
        self.table = table_view(self.model, self.tr("Messages"), 3)
        self.pane = MessagePane(link, notices, self)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._head()
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.pane)
        split.setSizes([400, 240])
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.setFocusProxy(self.table)
        self.listing = Listing(split)
        self.column.addWidget(self.listing, 1)
        self._wire()

    def _head(self) -> None:
        self.heading.setText(self.tr("Exchange"))
        self.search = QLineEdit(self)
        self.search.setAccessibleName(self.tr("Find messages"))
        self.search.setPlaceholderText(self.tr("Number or file"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.partner, self.kind = CodeField(self), CodeField(self)
        self.partner.setAccessibleName(self.tr("Partner"))
        self.kind.setAccessibleName(self.tr("Which messages"))
        self.partner.offer([("", self.tr("All partners"))])
        self.kind.offer((code, self.tr(text)) for code, (text, _) in KINDS.items())
        now = QPushButton(self.tr("Exchange now"))
        now.setProperty("filled", True)
        now.setDisabled(self.link.view_only)
        now.clicked.connect(self.exchange_now)
        for one in (self.search, self.partner, self.kind, now):
            self.head.addWidget(one)
        self.room_for_words(self.search)
        self.search.setMaximumWidth(self.fontMetrics().averageCharWidth() * 30)
        self.partner.setMaximumWidth(self.fontMetrics().averageCharWidth() * 36)

    def _wire(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._current)
        self.model.wanted.connect(self._more)
        self.pane.leaving_wanted.connect(self.leaving_wanted)
        self.pane.request_wanted.connect(self.request_wanted)
        self.pane.settled.connect(self.table.setFocus)
        self.pane.taking_down_wanted.connect(self.taking_down_wanted)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self._typing.timeout.connect(self._read)
        self.kind.currentIndexChanged.connect(lambda _: self._read())
        self.partner.currentIndexChanged.connect(lambda _: self._read())

    def refresh(self) -> None:
        """Read the newest messages, and the names of the partners, again."""

        def ask(desk: Any) -> tuple[PartnerView, ...]:
            from ill_desktop.services import partners

            return partners.listed(desk)

        self.link.read(ask, self._offer_partners)
        self._read()

    def show_kind(self, kind: str) -> None:
        """Narrow the list to one kind of message, with the first of them chosen."""
        self.search.clear()
        self._typing.stop()
        self.partner.choose("")
        self._chosen = 0
        self.kind.choose(kind)
        self._read()

    def shows(self, kind: str) -> bool:
        """Whether the list is narrowed to one kind of message, and by nothing else."""
        return (self.kind.code(), self.partner.code(), self.search.text()) == (kind, "", "")

    def show_message(self, number: str, message_id: int) -> None:
        """Narrow the list to one request, with one of its messages chosen."""
        self.partner.choose("")
        self.kind.choose("all")
        self.search.setText(number)
        self._typing.stop()
        self._chosen = message_id
        self._read()

    def _offer_partners(self, known: tuple[PartnerView, ...]) -> None:
        wanted = [("", self.tr("All partners")), *((one.symbol, one.name) for one in known)]
        if self.partner.count() != len(wanted):
            code = self.partner.code()
            self.partner.blockSignals(True)
            self.partner.clear()
            self.partner.offer(wanted)
            self.partner.choose(code)
            self.partner.blockSignals(False)

    def _page(self, before: int = 0) -> Any:
        """What to ask the desk for a page of what is chosen above."""
        narrowed, partner = self._wanted(), self.partner.code()

        def ask(desk: Any) -> Any:
            from ill_desktop.services import ledger
            from ill_desktop.store.mailbook import LedgerQuery

            query = LedgerQuery(limit=SHOWN, before=before, **narrowed)
            return ledger.messages(desk, query, partner)

        return ask

    def _wanted(self) -> Mapping[str, Any]:
        """What is chosen and typed above, but for the partner, as fields of a `LedgerQuery`."""
        return {**KINDS[self.kind.code()][1], "find": self.search.text().strip()}

    @property
    def order(self) -> "TableOrder":
        """Every message of what is chosen above, also what is not shown yet."""
        narrowed, partner = self._wanted(), self.partner.code()
        chosen = (one.currentText() for one in (self.kind, self.partner) if one.code())
        title = ": ".join((self.heading.text(), *chosen))

        def read(desk: Any) -> Any:
            from ill_desktop.services import ledger
            from ill_desktop.store.mailbook import LedgerQuery

            return ledger.every(desk, LedgerQuery(limit=AT_ONCE, **narrowed), partner)

        return table_order(title, self.model.columns, read)

    def _read(self) -> None:
        self._asked += 1
        asked = self._asked
        self.link.read(
            self._page(), lambda page: self._show(page) if asked == self._asked else None
        )

    def _more(self, before: int) -> None:
        asked = self._asked

        def answer(page: Any) -> None:
            if asked == self._asked:
                self.model.add(page)

        self.link.read(self._page(before), answer)

    def _show(self, page: Any) -> None:
        narrowed = self.kind.code(), self.partner.code(), self.search.text()
        stood = self.table.currentIndex().row() if narrowed == self._narrowed else 0
        self._narrowed = narrowed
        self.model.show_page(page)
        found = self.model.rows
        if not found:
            self.pane.clear("")
            self._say_nothing()
            return
        self.listing.show_list()
        next_one = max(0, min(stood, len(found) - 1))  # where the one chosen is there no more
        here = (n for n, m in enumerate(found) if m.id == self._chosen)
        self.table.selectRow(next(here, next_one))

    def _say_nothing(self) -> None:
        if self.search.text().strip() or self.kind.code() or self.partner.code():
            every = self.tr("Show all messages")
            self.listing.say(self.tr("No messages here."), every, lambda: self.show_kind(""))
        else:
            now = self.tr("Exchange now")
            self.listing.say(self.tr("No messages yet."), now, self.exchange_now.emit)
            self.listing.instead.setHidden(self.link.view_only)

    def _current(self, now: QModelIndex, _before: QModelIndex) -> None:
        line = now.data(ROW)
        if isinstance(line, MessageLine):
            self._chosen = line.id
            self.pane.show_line(line)
