"""What is sent out to a borrowing library: its volumes, its due date, the label."""

from datetime import date
from typing import Any

from ill_desktop._built.forms.ship import Ui_Ship
from ill_desktop.domain.lifecycle.keys import Key
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.services import said_address
from ill_desktop.ui.asking.base import ActForm, Values
from ill_desktop.words import formats


class ShipForm(ActForm):
    """Enter is enough where the barcode was noted before; the cost agreed on stands there."""

    papers = ("shipping-label", "lender-strap")

    def drawn(self) -> Any:
        return Ui_Ship()

    def action(self) -> Action:
        return Action.SHIP

    def facts(self) -> tuple[str, ...]:
        view = self._view
        name = view.line.partner.name if view.line.partner else ""
        wanted = said_address.meant(view.delivery_address, name)
        card = self.card_address("ship")
        if not wanted or (card and not said_address.differs(wanted, card)):
            return super().facts()
        text = self.tr("They ask for another address than on their card: {address}")
        return (*super().facts(), text.format(address=wanted.replace("\n", ", ")))

    def filled(self) -> None:
        form, view = self.form, self._view
        form.item.setPlainText("\n".join(one.barcode for one in view.items if one.barcode))
        form.cost.setText(formats.money(self._link.words, view.cost))
        form.due.set_day(view.line.due)
        form.due.prepare(self._link, view.line.number, _for_loan)
        form.item.setFocus()

    def values(self) -> Values:
        """Where the day promised earlier was cleared, the one shown below takes its place."""
        given, day = super().values(), self.form.due.day()
        if self._view.line.due is not None and day is not None:
            given.setdefault(Key.DUE.value, day.isoformat())
        return given


def _for_loan(desk: Any, number: str, start: date | None) -> Any:
    from ill_desktop.services import duedates

    return duedates.for_loan(desk, number, start)
