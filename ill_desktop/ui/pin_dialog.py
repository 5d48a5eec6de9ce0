"""The PIN of whoever sits down."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from ill_desktop._built.forms.pin import Ui_Pin
from ill_desktop.domain.errors import DeskError
from ill_desktop.ui.dialogs import show
from ill_desktop.ui.link import Link
from ill_desktop.ui.wrong import point_out


def sit_down(
    link: Link, person: Any, over: QWidget, given_up: Callable[[], None] = lambda: None
) -> None:
    """Let somebody sit down, after their PIN where they have one."""
    if person.has_pin:
        dialog = PinDialog(link, person, over)
        dialog.rejected.connect(given_up)
        show(dialog)
        return
    initials = person.initials

    def ask(desk: Any) -> Any:
        from ill_desktop.services import staff

        return staff.sign_on(desk, initials)

    link.write(ask, lambda _: None)


class PinDialog(QDialog):
    """Asks until it is right or given up."""

    def __init__(self, link: Link, person: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link, self._initials = link, person.initials
        self.form = Ui_Pin()
        self.form.setupUi(self)
        self.setWindowTitle(self.tr("Sign on"))
        form = self.form
        form.who.setText(person.name or person.initials)
        form.wrong.prepare(link)
        form.sign_on.setProperty("filled", True)
        form.sign_on.setDefault(True)
        form.cancel.clicked.connect(self.reject)
        form.sign_on.clicked.connect(self._submit)
        form.pin.setFocus()
        self.resize(340, self.sizeHint().height())

    def _submit(self) -> None:
        pin, initials = self.form.pin.text(), self._initials

        def ask(desk: Any) -> Any:
            from ill_desktop.services import staff

            return staff.sign_on(desk, initials, pin)

        self._link.write(ask, lambda _: self.accept(), self._failed)

    def _failed(self, error: DeskError) -> None:
        self.form.pin.clear()
        self.form.wrong.failed(error)
        point_out({"pin": self.form.pin}, "pin")
