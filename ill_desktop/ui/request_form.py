"""The form of a request: a new borrowing request, one that came by phone, or one to be changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidgetItem, QWidget

from ill_desktop._built.forms.request_form import Ui_RequestForm
from ill_desktop.domain.citation import TEXT_FIELDS, Citation, Material
from ill_desktop.domain.errors import DeskError
from ill_desktop.domain.lifecycle.states import Service, Side, State
from ill_desktop.domain.money import Money
from ill_desktop.services.views import PartnerView, RequestLine, RequestView
from ill_desktop.ui.fields import mark_wrong
from ill_desktop.ui.link import Link
from ill_desktop.words import labels

M = Material
WHOLE = ("title", "author", "edition", "publisher", "place", "year", "isbn")
PART = ("component_title", "component_author", "title", "volume", "issue", "pages", "year")
SHOWN: Mapping[Material, tuple[str, ...]] = MappingProxyType(
    {
        M.BOOK: (*WHOLE, "volume"),
        M.ARTICLE: (*PART, "issn", "doi"),
        M.CHAPTER: (*PART, "author", "publisher", "place", "isbn"),
        M.THESIS: ("title", "author", "publisher", "place", "year", "pages"),
        M.JOURNAL: ("title", "publisher", "place", "year", "volume", "issue", "issn"),
        M.CONFERENCE: (*PART, "author", "publisher", "isbn", "doi"),
    }
)
"""Which fields a kind of publication has; the others show those of a book."""

ON_SCREEN = tuple(name for name in TEXT_FIELDS if name not in ("subtitle", "pmid", "series"))
COPIED = frozenset({M.ARTICLE, M.CHAPTER})
TYPING_MS = 400


class Purpose(StrEnum):
    """What the form is open for."""

    BORROW = "borrow"
    LEND = "lend"
    EDIT = "edit"


@dataclass(frozen=True, slots=True)
class Filled:
    """What the form starts with."""

    citation: Citation = field(default_factory=Citation)
    identifiers: Mapping[str, str] = field(default_factory=dict)
    view: RequestView | None = None


class RequestForm(QDialog):
    """Typed once, checked by the desk; what is wrong is told inside."""

    def __init__(
        self,
        link: Link,
        purpose: Purpose,
        partners: Sequence[PartnerView],
        filled: Filled,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._purpose, self._filled = link, purpose, filled
        self.done_with: Callable[[str], None] = lambda _: None
        self.form = Ui_RequestForm()
        self.form.setupUi(self)
        self._fields: dict[str, QLineEdit] = {n: getattr(self.form, n) for n in ON_SCREEN}
        self._lists(partners)
        self._for_purpose()
        self._fill(filled)
        self._wire()
        self._show_fields()
        self._show_suppliers()
        self.resize(720, self.sizeHint().height())

    # what it is made of

    def _lists(self, partners: Sequence[PartnerView]) -> None:
        words, form = self._link.words, self.form
        form.material.offer((m.value, labels.of(words, m)) for m in Material)
        form.service.offer((s.value, labels.of(words, s)) for s in Service)
        self._names = {one.symbol: one.name for one in partners if one.active}
        known = sorted(self._names.items(), key=lambda one: one[1].casefold())
        form.partner.offer(known)
        form.add_supplier.offer([("", self.tr("Add a library…")), *known])
        form.needed_by.prepare(words, self._link.today)
        form.alike.setProperty("warn", True)
        form.wrong.setProperty("wrong", True)
        form.alike.hide()
        form.wrong.hide()

    def _for_purpose(self) -> None:
        form, lend = self.form, self._purpose is Purpose.LEND
        view = self._filled.view
        lending = lend or (view is not None and view.line.side is Side.LENDING)
        for cell in (form.partner_cell, form.their_id_cell):
            cell.setVisible(lend)
        for part in (form.patron_cell, form.max_cost_cell, form.add_supplier_cell, form.suppliers):
            part.setVisible(not lending)
        titles = {
            Purpose.BORROW: self.tr("New borrowing request"),
            Purpose.LEND: self.tr("Record a lending request"),
            Purpose.EDIT: self.tr("Edit request"),
        }
        self.setWindowTitle(titles[self._purpose])
        form.keep.setVisible(self._purpose is Purpose.BORROW)
        if lend:
            form.send.setText(self.tr("Record request"))
        elif self._purpose is Purpose.EDIT:
            form.send.setText(self.tr("Save changes"))
        form.send.setProperty("filled", True)
        form.send.setDefault(True)

    def _wire(self) -> None:
        form = self.form
        self._alike = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._alike.timeout.connect(self._look_for_alike)
        form.material.currentIndexChanged.connect(self._kind_changed)
        form.add_supplier.activated.connect(self._supplier_chosen)
        form.cancel.clicked.connect(self.reject)
        form.keep.clicked.connect(lambda: self._submit(send=False))
        form.send.clicked.connect(lambda: self._submit(send=True))
        QShortcut(QKeySequence("Ctrl+Return"), self, lambda: self._submit(send=True))
        remove = QShortcut(QKeySequence(Qt.Key.Key_Delete), form.suppliers, self._supplier_removed)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        form.suppliers.setAccessibleName(form.add_supplier_label.text())
        form.suppliers.setToolTip(self.tr("Drag to change the order, Delete takes one away"))
        form.suppliers.setDragDropMode(form.suppliers.DragDropMode.InternalMove)
        if self._purpose is Purpose.BORROW:
            form.keep.setShortcut(QKeySequence("Ctrl+S"))
            for name in ("title", "component_title", "isbn", "patron"):
                getattr(form, name).textChanged.connect(lambda _: self._alike.start())
            self._alike.start()

    def _fill(self, filled: Filled) -> None:
        form, cited = self.form, filled.citation
        for name, edit in self._fields.items():
            edit.setText(getattr(cited, name))
            edit.setCursorPosition(0)
        form.material.choose(cited.material.value)
        service = Service.COPY if cited.material in COPIED else Service.LOAN
        if filled.view is not None:
            service = filled.view.line.service
            self._fill_view(filled.view)
        form.service.choose(service.value)
        first = form.component_title if cited.material in COPIED else form.title
        first.setFocus()

    def _fill_view(self, view: RequestView) -> None:
        form = self.form
        form.patron.setText(view.line.patron)
        form.needed_by.set_day(view.line.needed_by)
        form.max_cost.setText(str(view.max_cost) if view.max_cost else "")
        form.note.setPlainText(view.note)
        form.service.setEnabled(view.line.state in (State.DRAFT, State.NEW))
        for one in view.untried:
            self._add_supplier(one.symbol)

    def _show_suppliers(self) -> None:
        lending = self.form.add_supplier_cell.isHidden()
        self.form.suppliers.setVisible(self.form.suppliers.count() > 0 and not lending)

    # what moves

    def _kind_changed(self) -> None:
        if self._purpose is not Purpose.EDIT:
            copied = Material(self.form.material.code()) in COPIED
            self.form.service.choose((Service.COPY if copied else Service.LOAN).value)
        self._show_fields()

    def _show_fields(self) -> None:
        shown = SHOWN.get(Material(self.form.material.code()), SHOWN[M.BOOK])
        for name, edit in self._fields.items():
            cell: QWidget = getattr(self.form, f"{name}_cell")
            cell.setVisible(name in shown or bool(edit.text()))
        part = "component_title" in shown
        self.form.title_label.setText(
            self.tr("Title of the journal or book") if part else self.tr("Title")
        )

    def _supplier_chosen(self) -> None:
        symbol = self.form.add_supplier.code()
        if symbol and symbol not in self._suppliers():
            self._add_supplier(symbol)
        self.form.add_supplier.setCurrentIndex(0)

    def _add_supplier(self, symbol: str) -> None:
        item = QListWidgetItem(self._names.get(symbol, symbol), self.form.suppliers)
        item.setData(Qt.ItemDataRole.UserRole, symbol)
        self._show_suppliers()

    def _supplier_removed(self) -> None:
        self.form.suppliers.takeItem(self.form.suppliers.currentRow())
        self._show_suppliers()

    def _suppliers(self) -> tuple[str, ...]:
        rows = self.form.suppliers
        return tuple(str(rows.item(n).data(Qt.ItemDataRole.UserRole)) for n in range(rows.count()))

    def _look_for_alike(self) -> None:
        citation, patron = self.citation(), self.form.patron.text().strip()
        if not citation.display_title and not citation.isbn:
            self.form.alike.hide()
            return

        def ask(desk: Any) -> tuple[RequestLine, ...]:
            from ill_desktop.services import requests

            return requests.similar(desk, citation, patron)

        self._link.read(ask, self._show_alike)

    def _show_alike(self, found: tuple[RequestLine, ...]) -> None:
        self.form.alike.setVisible(bool(found))
        if found:
            told = ", ".join(f"{one.number} ({one.label})" for one in found[:3])
            self.form.alike.setText(self.tr("Asked for already: {requests}").format(requests=told))

    # what is given

    def citation(self) -> Citation:
        """The fields as typed; what the form does not show stays as it came."""
        typed = {name: edit.text().strip() for name, edit in self._fields.items()}
        came = self._filled.citation
        hidden = {name: getattr(came, name) for name in TEXT_FIELDS if name not in typed}
        return Citation(**typed, **hidden, material=Material(self.form.material.code()))

    def _submit(self, *, send: bool) -> None:
        give = {
            Purpose.BORROW: self._borrow,
            Purpose.LEND: self._lend,
            Purpose.EDIT: self._edit,
        }[self._purpose]
        try:
            ask = give(send)
        except DeskError as error:
            self._failed(error)
            return
        self._link.write(ask, self._done, self._failed)

    def _borrow(self, send: bool) -> Callable[[Any], str]:
        from ill_desktop.domain.lifecycle.states import Action
        from ill_desktop.services import acts, requests
        from ill_desktop.services.values import read_date

        form, today = self.form, self._link.today()
        needed, cost = form.needed_by.text(), form.max_cost.text().strip()
        new = requests.NewRequest(
            service=Service(form.service.code()),
            citation=self.citation(),
            patron=form.patron.text().strip(),
            suppliers=self._suppliers(),
            needed_by=read_date(needed, "needed-by", today) if needed else None,
            max_cost=Money.parse(cost, "max-cost") if cost else None,
            note=form.note.text(),
            identifiers=dict(self._filled.identifiers),
        )

        def ask(desk: Any) -> str:
            number = requests.new(desk, new)
            if send and new.suppliers:
                acts.do(desk, number, Action.SEND)
            return number

        return ask

    def _lend(self, _send: bool) -> Callable[[Any], str]:
        from ill_desktop.services import acts
        from ill_desktop.services.values import read_date

        form, needed = self.form, self.form.needed_by.text()
        new = acts.NewLending(
            service=Service(form.service.code()),
            citation=self.citation(),
            partner=form.partner.code(),
            their_id=form.their_id.text().strip(),
            needed_by=read_date(needed, "needed-by", self._link.today()) if needed else None,
            note=form.note.text(),
        )
        return lambda desk: acts.record_lending(desk, new)

    def _edit(self, _send: bool) -> Callable[[Any], str]:
        from ill_desktop.services import requests

        view = self._filled.view
        assert view is not None
        values = self._changes(view)

        def ask(desk: Any) -> str:
            if values:
                requests.edit(desk, view.line.number, values, view.version)
            return view.line.number

        return ask

    def _changes(self, view: RequestView) -> dict[str, str | Sequence[str]]:
        """Only what differs from what was shown."""
        form, cited = self.form, self.citation()
        values: dict[str, str | Sequence[str]] = {
            name.replace("_", "-"): getattr(cited, name)
            for name in (*ON_SCREEN, "material")
            if getattr(cited, name) != getattr(view.citation, name)
        }
        line, cost = view.line, str(view.max_cost) if view.max_cost else ""
        needed = line.needed_by.isoformat() if line.needed_by else ""
        local = (
            ("needed-by", form.needed_by.text(), needed),
            ("note", form.note.text(), view.note),
            ("patron", form.patron.text().strip(), line.patron),
            ("max-cost", form.max_cost.text().strip(), cost),
            ("service", form.service.code(), line.service.value),
        )
        values |= {key: new for key, new, old in local if new != old}
        suppliers = tuple(one.symbol for one in view.untried)
        if line.side is Side.BORROWING and self._suppliers() != suppliers:
            values["supplier"] = self._suppliers()
        return values

    def _done(self, number: str) -> None:
        self.done_with(number)
        self.accept()

    def _failed(self, error: DeskError) -> None:
        self.form.wrong.setText(self._link.sentence(error))
        self.form.wrong.show()
        name = str(getattr(error, "field", getattr(error, "kind", ""))).replace("-", "_")
        for one in (*self._fields, "patron", "max_cost", "needed_by", "partner"):
            mark_wrong(getattr(self.form, one), one == name)
            if one == name:
                getattr(self.form, one).setFocus()
