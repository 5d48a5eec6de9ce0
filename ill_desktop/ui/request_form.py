"""The form of a request: a new borrowing request, one that came by phone, or one to be changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from ill_desktop._built.forms.request_form import Ui_RequestForm
from ill_desktop.domain.citation import Citation, Material
from ill_desktop.domain.errors import DeskError
from ill_desktop.domain.lifecycle.states import Action, Service, Side, State
from ill_desktop.services.views import PartnerView, RequestView
from ill_desktop.ui import amounts, keys, request_agreed
from ill_desktop.ui import request_given as given
from ill_desktop.ui.alike import Alike
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.asking.barcodes import Barcodes
from ill_desktop.ui.asking_library import AskingLibrary
from ill_desktop.ui.dialogs import on_ctrl_enter, wide
from ill_desktop.ui.link import Link
from ill_desktop.ui.number_notes import CHECKED, NumberNotes
from ill_desktop.ui.reader_field import ReaderField
from ill_desktop.ui.request_fields import ON_SCREEN
from ill_desktop.ui.request_kinds import Kinds
from ill_desktop.ui.request_sheet import Sheet
from ill_desktop.ui.supplier_list import SupplierList
from ill_desktop.ui.writing import Writing
from ill_desktop.words import deviations, duedates, formats, labels

HIGHEST = 700
"""A form is never higher than the smallest screen."""
LENGTHS = {"year": 8, "volume": 12, "issue": 12, "pages": 16, "isbn": 30, "issn": 30}
"""Letters that fields of a known length have room for."""

SAID = (
    *("patron", "max_cost", "needed_by", "due", "cost", "asked_on", "partner", "item"),
    "add_supplier",
)
"""Fields beside the publication's of which it can be said that they are wrong."""


class Purpose(StrEnum):
    """What the form is open for."""

    BORROW = "borrow"
    LEND = "lend"
    EDIT = "edit"


@dataclass(frozen=True, slots=True)
class Filled:
    """What the form starts with; `key`, `now` and `begun` are of a form left unfinished."""

    citation: Citation = field(default_factory=Citation)
    identifiers: Mapping[str, str] = field(default_factory=dict)
    view: RequestView | None = None
    key: str = ""
    now: Mapping[str, Any] = field(default_factory=dict)
    begun: Mapping[str, Any] = field(default_factory=dict)
    message_id: int = 0
    """The message a lending request is taken down from, where there is one."""


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
        self._growing = QTimer(self, singleShot=True, interval=0)
        self._growing.timeout.connect(self._grow)
        self._link, self._purpose, self._filled = link, purpose, filled
        self.done_with: Callable[[str], None] = lambda _: None
        self.open_with: Callable[[str], None] = lambda _: None
        """Called with a number when another request is to be seen and this one put away."""
        view = filled.view
        self._lending = purpose is Purpose.LEND or bool(view and view.line.side is Side.LENDING)
        self._seen = int(filled.now.get("seen", view.version if view else 0))
        self._overridden: tuple[str, ...] = ()
        self._given_away = False
        self.sends = False
        """Whether what was given away is to be sent as well."""
        self.act = ""
        """What the history calls the change of a request, where there was one."""
        self.form = Ui_RequestForm()
        self.form.setupUi(self)
        self._fields: dict[str, QLineEdit] = {n: getattr(self.form, n) for n in ON_SCREEN}
        self._for_purpose()
        self._lists(partners)
        self.kinds = Kinds(self.form, self._fields, filled.citation, self)
        empty = self.state()
        self._fill()
        self.numbers = NumberNotes(self._fields, self)
        self.reader = ReaderField(link, self.form.patron, self.form.add_reader)
        self.barcodes = Barcodes(self.form.item, self._odd_items, room=True)
        self.writing = Writing(link, self.state, self, filled.key)
        self.alike = Alike(link, self.form.alike, self.form.open_alike, self._wanted)
        self._wire()
        # What was brought is kept nowhere yet: it is lost by closing like what was typed.
        brought = purpose is Purpose.BORROW and not filled.now
        self.writing.begin(filled.begun or (empty if brought else None))
        self.writing.touched()
        self.resize(wide(self, self._width()), self.sizeHint().height())

    # what it is made of

    def _for_purpose(self) -> None:
        form, lend = self.form, self._purpose is Purpose.LEND
        for cell in (
            form.partner_cell, form.their_id_cell, form.asked_on_cell, form.call_number_cell
        ):  # fmt: skip
            cell.setVisible(lend)
        for part in (form.patron_cell, form.max_cost_cell, form.add_supplier_cell):
            part.setVisible(not self._lending)
        titles = {
            Purpose.BORROW: self.tr("New borrowing request"),
            Purpose.LEND: self.tr("Record a lending request"),
            Purpose.EDIT: self.tr("Edit request"),
        }
        self.setWindowTitle(titles[self._purpose])
        form.keep.setVisible(self._purpose is Purpose.BORROW)
        form.send.setText(self._verb())
        form.send.setProperty("filled", True)
        form.send.setDefault(True)
        named = (*self._fields, *SAID)
        form.wrong.prepare(self._link, {n.replace("_", "-"): getattr(form, n) for n in named})
        form.lost.setProperty("warn", True)
        form.lost.hide()
        form.item_cell.setVisible(self._has_volumes())
        for written in (form.note, form.item):
            written.set_lines(2)
        for name, letters in LENGTHS.items():
            called: QWidget = getattr(form, f"{name}_label")
            room = self.fontMetrics().averageCharWidth() * letters + 28
            # The lines below numbers are longer than the numbers.
            sized: QWidget = getattr(form, name if name in CHECKED else f"{name}_cell")
            sized.setMaximumWidth(max(room, called.sizeHint().width()))

    def _width(self) -> int:
        """Reader, two days and two costs stand in one line."""
        form = self.form
        five = form.due_cell.isVisibleTo(self) and form.patron_cell.isVisibleTo(self)
        return 900 if five else 760

    def _has_volumes(self) -> bool:
        """Whether barcodes may be noted by now, and be wrong."""
        view = self._filled.view
        if self._purpose is not Purpose.EDIT or view is None:
            return False
        line, noted = view.line, any(one.barcode for one in view.items)
        return noted or (line.service is not Service.COPY and line.state is not State.DRAFT)

    def _odd_items(self, typed: Sequence[str]) -> str:
        view = self._filled.view
        noted = view.items if view else ()
        return deviations.other_item(self._link.words, Action.EDIT, typed, noted)

    def _verb(self) -> str:
        verbs = {
            Purpose.BORROW: self.tr("Save and send"),
            Purpose.LEND: self.tr("Record request"),
            Purpose.EDIT: self.tr("Save changes"),
        }
        return verbs[self._purpose]

    def _lists(self, partners: Sequence[PartnerView]) -> None:
        words, form = self._link.words, self.form
        form.material.offer((m.value, labels.of(words, m)) for m in Material)
        form.service.offer((s.value, labels.of(words, s)) for s in Service)
        for day in (form.needed_by, form.asked_on):
            day.prepare(words, self._link.here)
        form.asked_on.past = True
        form.asked_on.odd = lambda on: duedates.long_ago(words, on, self._link.today())
        form.asked_on.edit.setPlaceholderText(self.tr("Empty: today"))
        request_agreed.prepare(form, self._link, self._filled.view)
        self.suppliers = SupplierList(form, partners)
        self.sheet = Sheet(form, self.suppliers)
        form.partner.offer(self.suppliers.known)
        self.asking = AskingLibrary(form.partner, form.add_library)

    def _fill(self) -> None:
        """What is known already, and then what was written before a crash."""
        form, view = self.form, self._filled.view
        self.kinds.fill(view.line.service if view else None)
        if view is not None:
            self._fill_view(view)
        if self._filled.now:
            self.sheet.put({**self.sheet.values(), **self._filled.now})
        for edit in self._fields.values():
            edit.setCursorPosition(0)
        part = "component_title" in self.kinds.homes()
        first: QWidget = form.component_title if part else form.title
        (form.partner if self._asks_who() else first).setFocus()

    def _asks_who(self) -> bool:
        """Whether it is to be said yet which library asks."""
        return self._purpose is Purpose.LEND and not self.form.partner.known()

    def _fill_view(self, view: RequestView) -> None:
        form = self.form
        form.patron.setText(view.line.patron)
        form.needed_by.set_day(view.line.needed_by)
        form.max_cost.setText(formats.money(self._link.words, view.max_cost))
        form.note.setPlainText(view.note)
        form.item.setPlainText("\n".join(one.barcode for one in view.items if one.barcode))
        form.service.setEnabled(view.line.state in (State.DRAFT, State.NEW))
        self.suppliers.set_symbols([one.symbol for one in view.untried])
        self.suppliers.say_none(asked=len(view.suppliers) > len(view.untried))

    def _wire(self) -> None:
        form = self.form
        self.sheet.hear(self.writing.touched)
        form.needed_by.changed.connect(self._look_at_day)
        amounts.prepare(form.max_cost, self._link)
        self.suppliers.changed.connect(self._take_back_warning)
        for name in self.numbers.names:
            self._fields[name].textEdited.connect(self._take_back_warning)
        self.kinds.changed.connect(self.writing.touched)
        self.kinds.begin(suggests=self._purpose is not Purpose.EDIT)
        form.cancel.clicked.connect(self.reject)
        form.keep.clicked.connect(lambda: self._submit(send=False))
        form.send.clicked.connect(lambda: self._submit(send=True))
        on_ctrl_enter(self, form.send, lambda: self._submit(send=True))
        self.alike.open_wanted.connect(self._open_other)
        if self._purpose is Purpose.BORROW:
            keys.DRAFT.bind(self, form.keep.click)
            for name in ("title", "component_title", "isbn", "patron"):
                getattr(form, name).textChanged.connect(self.alike.touched)
            self.alike.touched()

    # what it holds

    def state(self) -> dict[str, Any]:
        """Everything in the form, as text that can be kept."""
        view = self._filled.view
        return {
            **self.sheet.values(),
            "purpose": self._purpose.value,
            "number": view.line.number if view else "",
            "seen": self._seen,
            "identifiers": dict(self._filled.identifiers),
        }

    def _wanted(self) -> tuple[Citation, str]:
        return self.kinds.citation(), self.form.patron.text().strip()

    # what moves

    def _look_at_day(self) -> None:
        day = self.form.needed_by.day()
        if day is None:
            return

        def ask(desk: Any) -> Any:
            from ill_desktop.services import opening

            return opening.look(desk, day)

        def told(found: Any) -> None:
            if found.day == self.form.needed_by.day() and not found.is_open:
                self.form.needed_by.say_closed(found.why, found.next_open)

        self._link.read(ask, while_there(self, told))

    # what is given

    def _submit(self, *, send: bool) -> None:
        stopped = self._left_over() or (send and self._stopped())
        if stopped or self._given_away:  # a second press makes no second request
            return
        try:
            ask = self._given(send)
        except DeskError as error:
            self._failed(error)
            return
        self._given_away = True
        self.sends = send and self._purpose is Purpose.BORROW
        done, failed = while_there(self, self._done), while_there(self, self._failed)
        self._link.write(ask, done, failed)

    def _left_over(self) -> bool:
        """A library that was typed and not added is not forgotten."""
        left = "" if self._lending else self.suppliers.left()
        if left:
            self.suppliers.unknown.look()
            text = self.tr(
                "“{typed}” is not among the libraries to ask. Add it or clear the field."
            )
            self.form.wrong.say(text.format(typed=left), about="add-supplier")
        return bool(left)

    def _stopped(self) -> bool:
        """What is sent has a library to ask; odd numbers and barcodes want a second press."""
        if self._asks_who():
            self.asking.look()
            if self.asking.told:  # below the field it stands already
                self.form.partner.setFocus()
            else:
                self.form.wrong.say(self.tr("Choose the requesting library."), about="partner")
            return True
        odd = self._purpose is Purpose.EDIT and self.barcodes.untold()
        return odd or (self._purpose is Purpose.BORROW and self._held_back())

    def _held_back(self) -> bool:
        form, odd = self.form, self.numbers.odd()
        if not self.suppliers.symbols():
            self.form.wrong.say(self.tr("Add a library to ask, or save the draft."))
            form.add_supplier.setFocus()
            return True
        if odd and odd != self._overridden:
            self._overridden = odd
            written = (getattr(form, f"{n}_label").text() for n in odd)
            names = ", ".join(one.removesuffix(" •").replace("&", "") for one in written)
            text = self.tr("Look at {fields} again, or send the request as it is.")
            self.form.wrong.say(text.format(fields=names))
            form.send.setText(self.tr("Send anyway"))
            self._fields[odd[0]].setFocus()
            return True
        return False

    def _take_back_warning(self) -> None:
        """What was warned of is being mended: neither the words nor the button insist on it."""
        self._overridden = ()
        self.form.send.setText(self._verb())
        self.form.wrong.hide()

    def _given(self, send: bool) -> given.Ask:
        cited, state, view = self.kinds.citation(), self.state(), self._filled.view
        if self._purpose is Purpose.EDIT and view is not None:
            return given.edit(self._link, view, state, cited, self._seen)
        if self._purpose is Purpose.LEND:
            return given.lend(self._link, state, cited, self._filled.message_id)
        return given.borrow(self._link, state, cited, self._filled.identifiers, send=send)

    def _done(self, kept: given.Kept) -> None:
        self.writing.forget()
        self.act = kept.act
        self.done_with(kept.number)
        self.accept()

    def _failed(self, error: DeskError) -> None:
        self._given_away = False
        self.form.wrong.failed(error)

    def event(self, event: QEvent) -> bool:
        """Whatever more is said in the form has room for it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._growing.start()
        return super().event(event)

    def _grow(self) -> None:
        """Libraries to ask and notes under fields need room; nothing is to lie over another."""
        layout = self.layout()
        if layout is None:
            return
        wanted = max(layout.totalHeightForWidth(self.width()), self.minimumSizeHint().height())
        if wanted > self.height():
            self.resize(self.width(), min(wanted, HIGHEST))

    # leaving

    def reject(self) -> None:
        """Close; what was written is asked about first."""
        if self.writing.dirty:
            first = self.form.keep if self._purpose is Purpose.BORROW else self.form.send
            self.writing.ask_first(first.text(), first.click, self._discard)
        else:
            self._discard()

    def _discard(self) -> None:
        self.writing.forget()
        super().reject()

    def _open_other(self, number: str) -> None:
        """Put this form away as it is, and show another request."""
        if self.writing.dirty:
            self.writing.keep()
        self.writing.stop()
        super().reject()
        self.open_with(number)
