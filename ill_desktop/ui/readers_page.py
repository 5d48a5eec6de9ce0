"""The readers: found by any of their words, one card a double click away."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton

from ill_desktop.services.views import PatronView
from ill_desktop.ui.dialogs import show
from ill_desktop.ui.link import Failed, Link
from ill_desktop.ui.models.table import ROW, Column, Table
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.page import DeskPage, Listing
from ill_desktop.ui.page_list import AT_ONCE, table_order
from ill_desktop.ui.places import PAGES, Place
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.tables import table_view
from ill_desktop.ui.theme import icon
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.services.list_files import TableOrder

TYPING_MS = 150


class ReadersPage(DeskPage):
    """Lists readers by name; the first ones, until more is typed."""

    request_wanted = Signal(str)
    stays = Signal(str)
    """What was done here and is not taken back."""

    def __init__(self, link: Link, notices: Notices) -> None:
        super().__init__(link)
        self._notices = notices
        self.heading.setText(self.tr("Readers"))
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self.refresh)
        self._set_title()
        columns: tuple[Column[PatronView], ...] = (
            Column(mark("Table", "Name"), lambda p: p.name),
            Column(mark("Table", "Code"), lambda p: p.code),
            Column(mark("Table", "Category"), lambda p: p.category),
            Column(mark("Table", "Department"), lambda p: p.department),
            Column(mark("Table", "E-mail"), lambda p: p.email),
            Column(mark("Table", "Collects at"), lambda p: p.pickup),
        )
        self.model: Table[PatronView] = Table(columns, self)
        self.table = table_view(self.model, self.tr("Readers"), 5)
        self.table.activated.connect(self._edit)
        self.listing = Listing(self.table)
        self.column.addWidget(self.listing, 1)

    def _set_title(self) -> None:
        self.search = QLineEdit(self)
        self.search.setObjectName("search")
        self.search.setAccessibleName(self.tr("Find readers"))
        self.search.setPlaceholderText(self.tr("Name, code, e-mail or telephone"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.room_for_words(self.search)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.count = plain_label(muted=True)
        first, second = PAGES[Place.READERS].verbs
        add, take = self.button(first, filled=True), self.button(second)
        self.edit = edit = QPushButton(self.tr("Edit reader"))
        edit.clicked.connect(self._edit)
        edit.setEnabled(False)
        for widget in (self.count, self.search, take, edit, add):
            self.head.addWidget(widget)

    def refresh(self) -> None:
        """Find again what is typed."""
        text = self.search.text()

        def ask(desk: Any) -> Any:
            from ill_desktop.services import patrons

            return patrons.find(desk, text)

        self.link.read(ask, self._show)

    def _show(self, found: Any) -> None:
        row = max(0, self.table.currentIndex().row())
        self.model.fill(found.patrons)
        self.table.selectRow(min(row, len(found.patrons) - 1))
        self.edit.setEnabled(bool(found.patrons))
        self._say_whether(found)
        text = self.tr("The first {n} of {total}") if found.more else self.tr("{n} of {total}")
        self.count.setText(text.format(n=len(found.patrons), total=found.total))

    @property
    def order(self) -> "TableOrder":
        """Everybody found, also those that are not shown yet."""
        text = self.search.text()

        def read(desk: Any) -> Any:
            from ill_desktop.services import patrons

            return patrons.every(desk, text, AT_ONCE)

        return table_order(self.heading.text(), self.model.columns, read)

    def _say_whether(self, found: Any) -> None:
        """Where nobody is shown: why, and what to do."""
        text = self.search.text().strip()
        if found.patrons:
            self.listing.show_list()
        elif text:
            said = self.tr("Nothing found for “{text}”.").format(text=text)
            self.listing.say(said, self.tr("Show all readers"), self.search.clear)
        else:
            said = self.tr("No reader yet. Bring in the list of your library system, or add one.")
            self.listing.say(said, self.tr("Import readers…"), self.bring_in)
            self.listing.instead.setHidden(self.link.view_only)

    def _edit(self) -> None:
        reader = self.table.currentIndex().data(ROW)
        if reader is not None:
            self.open_card(reader.code)

    def add(self, typed: str = "") -> None:
        """An empty card, or one that begins with a code or a name."""
        self._open(None, typed)

    def open_card(self, code: str, failed: Failed | None = None) -> None:
        """Open the card of a reader with what they asked for."""

        def ask(desk: Any) -> Any:
            from ill_desktop.services import patrons

            return patrons.show(desk, code), patrons.shelf(desk, code)

        self.link.read(ask, self._open, failed)

    def _open(self, known: Any, typed: str = "") -> None:
        from ill_desktop.ui.reader_dialog import ReaderDialog

        dialog = ReaderDialog(self.link, self._notices, known, self.window())
        dialog.done_with = self._saved
        dialog.request_wanted.connect(self.request_wanted)
        if typed:
            dialog.begin_with(typed)
        show(dialog)

    def _saved(self, told: str) -> None:
        self._notices.toast(told)
        self.refresh()

    def bring_in(self) -> None:
        """Readers from a list of the library's own system."""
        from ill_desktop.ui.bring_in_readers import BringInReaders

        dialog = BringInReaders(self.link, self._notices, self.window())
        dialog.accepted.connect(self.refresh)
        dialog.stays.connect(self.stays)
        show(dialog)
