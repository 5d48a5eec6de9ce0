"""What goes back to the library it came from: which volumes, how, where to, the label."""

from typing import Any

from ill_desktop._built.forms.send_back import Ui_SendBack
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.ui.asking.barcodes import hint
from ill_desktop.ui.asking.base import ActForm


class SendBackForm(ActForm):
    """All volumes go unless some are named."""

    papers = ("return-label", "book-strap")

    def drawn(self) -> Any:
        return Ui_SendBack()

    def action(self) -> Action:
        return Action.SENT_BACK

    def facts(self) -> tuple[str, ...]:
        address, from_card = self.way_back()
        text = self.tr("Goes back to: {text}")
        source = self.tr("from their card") if from_card else self.tr("as they wrote for this loan")
        if not address:
            return (self.tr("Nobody said where it goes back to. Look at the paper in the parcel."),)
        return (f"{text.format(text=address.replace(chr(10), ', '))} ({source})",)

    def filled(self) -> None:
        here = [one.barcode for one in self._view.items if one.barcode and one.state == "here"]
        self.form.item.setPlainText("\n".join(here))
        self.form.item.setPlaceholderText(hint(self._view, Action.SENT_BACK))
        self.form.act.setFocus()
