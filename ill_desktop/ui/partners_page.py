"""The directory of partner libraries: a list, and the card of each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton

from ill_desktop.domain.citation import folded
from ill_desktop.services.views import PartnerView
from ill_desktop.ui.dialogs import show
from ill_desktop.ui.link import Link
from ill_desktop.ui.models.table import ROW, Column, Table
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.page import DeskPage, Listing
from ill_desktop.ui.page_list import table_order
from ill_desktop.ui.partner_dialog import PartnerDialog
from ill_desktop.ui.places import PAGES, Place
from ill_desktop.ui.tables import table_view
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.services.list_files import TableOrder


class PartnersPage(DeskPage):
    """Lists partners by name."""

    request_wanted = Signal(str)
    finding_wanted = Signal(str)
    recording_wanted = Signal(object)

    def __init__(self, link: Link, notices: Notices) -> None:
        super().__init__(link)
        self._notices = notices
        self._known: Sequence[PartnerView] = ()
        self._set_title()
        columns: tuple[Column[PartnerView], ...] = (
            Column(mark("Table", "Name"), self._name),
            Column(mark("Table", "Symbol"), lambda p: ", ".join(p.symbols)),
            Column(mark("Table", "Country"), lambda p: p.country),
            Column(mark("Table", "Exchange"), self._exchange),
            Column(mark("Table", "Address"), _address),
        )
        self.model: Table[PartnerView] = Table(columns, self)
        self.table = table_view(self.model, self.tr("Partners"), 4)
        self.table.activated.connect(self._edit)
        self.listing = Listing(self.table)
        self.column.addWidget(self.listing, 1)

    def _set_title(self) -> None:
        self.heading.setText(self.tr("Partners"))
        self.search = QLineEdit(self)
        self.search.setObjectName("search")
        self.search.setAccessibleName(self.tr("Find partners"))
        self.search.setPlaceholderText(self.tr("Name, symbol or place"))
        self.search.setClearButtonEnabled(True)
        self.room_for_words(self.search)
        self.search.textChanged.connect(lambda _: self._show_found())
        self.head.addWidget(self.search)
        statement = QPushButton(self.tr("Statement…"))
        statement.setToolTip(self.tr("What is open with this library, and what they say of it"))
        statement.clicked.connect(self._statement)
        seal = QPushButton(self.tr("Seal…"))
        seal.setToolTip(self.tr("Compare keys with this library"))
        seal.clicked.connect(self._seal)
        edit = QPushButton(self.tr("Edit partner"))
        edit.clicked.connect(self._edit)
        add = self.button(PAGES[Place.PARTNERS].verbs[0], filled=True)
        self._of_one = (statement, seal, edit)
        for button in self._of_one:
            button.setEnabled(False)
            self.head.addWidget(button)
        self.head.addWidget(add)

    def _name(self, partner: PartnerView) -> str:
        known = self.tr("{name} (no longer active)")
        return partner.name if partner.active else known.format(name=partner.name)

    def _exchange(self, partner: PartnerView) -> str:
        if partner.mail:
            return self.tr("by mail, {address}").format(address=partner.mail)
        if partner.inbox or partner.outbox:
            return self.tr("folders, ISO 18626 {dialect}").format(dialect=partner.dialect)
        return self.tr("by telephone and letter")

    def refresh(self) -> None:
        """Read the directory again."""

        def ask(desk: Any) -> tuple[PartnerView, ...]:
            from ill_desktop.services import partners

            return partners.listed(desk)

        self.link.read(ask, self._show)

    def _show(self, known: Sequence[PartnerView]) -> None:
        self._known = known
        self._show_found()

    @property
    def order(self) -> "TableOrder":
        """Those found, as they stand there."""
        text = self.search.text()

        def read(desk: Any) -> Any:
            from ill_desktop.services import partners

            yield _found(partners.listed(desk), text)

        return table_order(self.heading.text(), self.model.columns, read)

    def _show_found(self) -> None:
        """Those that have every word typed somewhere on their card's first lines."""
        found = _found(self._known, self.search.text())
        row = max(0, self.table.currentIndex().row())
        self.model.fill(found)
        self.table.selectRow(min(row, len(found) - 1))
        self._say_whether(found)
        for button in self._of_one:
            button.setEnabled(bool(found))

    def _say_whether(self, found: Sequence[PartnerView]) -> None:
        """Where nobody is shown: why, and what to do."""
        if found:
            self.listing.show_list()
        elif self._known:
            said = self.tr("Nothing found for “{text}”.").format(text=self.search.text().strip())
            self.listing.say(said, self.tr("Show all partners"), self.search.clear)
        else:
            self.listing.say(self.tr("No partner yet."), self.tr("Add partner"), self.add)
            self.listing.instead.setHidden(self.link.view_only)

    def add(self) -> None:
        """An empty card."""
        self.open_card(None)

    def _edit(self) -> None:
        partner = self.table.currentIndex().data(ROW)
        if partner is not None:
            self.open_card(partner)

    def _statement(self) -> None:
        partner = self.table.currentIndex().data(ROW)
        if partner is None:
            return
        from ill_desktop.ui.statement_dialog import StatementDialog

        dialog = StatementDialog(self.link, partner, self.window())
        dialog.request_wanted.connect(self.request_wanted)
        dialog.finding_wanted.connect(self.finding_wanted)
        dialog.recording_wanted.connect(self.recording_wanted)
        show(dialog)

    def _seal(self) -> None:
        partner = self.table.currentIndex().data(ROW)
        if partner is None:
            return
        from ill_desktop.ui.seal_dialog import SealDialog

        show(SealDialog(self.link, partner, self.window()))

    def open_card(self, partner: PartnerView | None, symbol: str = "") -> None:
        """The card of a partner, or a new one, which may begin with a symbol."""
        dialog = PartnerDialog(self.link, partner, self.window())
        dialog.offer_removal(self._notices)
        if symbol:
            dialog.begin_with(symbol)
        dialog.done_with = lambda saved: self._saved(saved, dialog.heard)
        show(dialog)

    def _saved(self, partner: PartnerView, heard: int) -> None:
        text = self.tr("{name} is saved.")
        if heard:
            text = self.tr(
                "{name} is saved. Messages that waited for this card and were read: {n}."
            )
        self._notices.toast(text.format(name=partner.name, n=heard))
        self.refresh()


def _found(known: Sequence[PartnerView], text: str) -> list[PartnerView]:
    words = folded(text).split()
    return [p for p in known if all(word in _words_of(p) for word in words)]


def _words_of(partner: PartnerView) -> str:
    told = (partner.name, *partner.symbols, partner.country, partner.mail, _address(partner))
    return folded(" ".join(told))


def _address(partner: PartnerView) -> str:
    ship = next((one for one in partner.addresses if one.purpose == "ship"), None)
    return ", ".join(ship.lines) if ship else "–"
