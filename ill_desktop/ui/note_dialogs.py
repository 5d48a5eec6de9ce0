"""A note, or a charge, typed in a small form."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ill_desktop._built.forms.charge import Ui_Charge
from ill_desktop._built.forms.note import Ui_Note
from ill_desktop.domain.charges import Charge
from ill_desktop.domain.money import example
from ill_desktop.ui.dialogs import on_ctrl_enter
from ill_desktop.ui.facts import AUDIENCES, say
from ill_desktop.ui.kept_form import KeptForm
from ill_desktop.ui.link import Link
from ill_desktop.ui.wrong import Fields
from ill_desktop.words import charges, formats


class _Small(KeptForm):
    """Does its one thing with Ctrl+Enter, and tells inside what is wrong."""

    form: Any
    kind: str

    def __init__(self, link: Link, number: str, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self._number = number
        self.form = self.drawn()
        self.form.setupUi(self)
        form = self.form
        form.wrong.prepare(link, self.fields())
        form.act.setProperty("filled", True)
        form.act.setDefault(True)
        form.act.clicked.connect(self._submit)
        form.cancel.clicked.connect(self.reject)
        on_ctrl_enter(self, form.act, self._submit)
        self.dress()
        self.resize(440, self.sizeHint().height())
        self.keep_as(f"{self.kind} {number}")

    def drawn(self) -> Any:
        """The form that Designer drew."""
        raise NotImplementedError

    def dress(self) -> None:
        """Fill the lists."""
        raise NotImplementedError

    def work(self) -> Callable[[Any], object]:
        """What the desk is asked to do with what was typed."""
        raise NotImplementedError

    def fields(self) -> Fields:
        """Fields by the names errors give them."""
        raise NotImplementedError

    def _submit(self) -> None:
        self._link.write(self.work(), lambda _: self.accept(), self.form.wrong.failed)


class NoteDialog(_Small):
    """For us, unless another audience is chosen; nothing is sent."""

    kind = "note"

    def drawn(self) -> Any:
        return Ui_Note()

    def dress(self) -> None:
        form = self.form
        form.audience.offer((code, say(name)) for code, name in AUDIENCES.items())
        form.sent.setProperty("muted", True)
        form.sent.setText(self.tr("A note is kept here and sent to nobody."))
        form.note.setFocus()

    def work(self) -> Callable[[Any], object]:
        from ill_desktop.services import beside

        text, audience = self.form.note.text(), self.form.audience.code()
        return lambda desk: beside.add_note(desk, self._number, text, audience)

    def fields(self) -> Fields:
        return {"note": self.form.note, "audience": self.form.audience}


class ChargeDialog(_Small):
    """An amount, in the desk's currency or with its own, or a number of vouchers."""

    kind = "charge"

    def drawn(self) -> Any:
        return Ui_Charge()

    def dress(self) -> None:
        form, words = self.form, self._link.words
        form.kind.offer((kind.value, charges.kind(words, kind.value)) for kind in Charge)
        form.kind.currentIndexChanged.connect(lambda _: self._hint())
        form.paid_on.prepare(words, self._link.here)
        form.paid_on.past = True
        form.paid_on.edit.setPlaceholderText(self.tr("Empty: not paid yet"))
        self._hint()
        form.amount.setFocus()

    def _hint(self) -> None:
        vouchers = "voucher" in self.form.kind.code()
        amount = formats.money(self._link.words, example(self._link.currency()))
        self.form.amount.setPlaceholderText("1" if vouchers else amount)

    def work(self) -> Callable[[Any], object]:
        from ill_desktop.services import beside
        from ill_desktop.services.values import read_date

        form, number, here = self.form, self._number, self._link.here()
        kind, amount, note = form.kind.code(), form.amount.text(), form.note.text()
        paid = form.paid_on.text()

        def do(desk: Any) -> None:
            on = read_date(paid, "paid-on", here, past=True) if paid else None
            beside.add_charge(desk, number, beside.NewCharge(kind, amount, on, note))

        return do

    def fields(self) -> Fields:
        form = self.form
        return {
            "amount": form.amount, "kind": form.kind, "paid-on": form.paid_on,
            "note": form.note,
        }  # fmt: skip
