"""The answer to a renewal: a new due date with its sum, or a refusal."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QButtonGroup

from ill_desktop._built.forms.renew import Ui_Renew
from ill_desktop.domain.lifecycle.keys import Key
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.ui.asking.base import ActForm
from ill_desktop.words import formats

ANSWERS = (Action.RENEW, Action.REFUSE_RENEWAL)


class RenewForm(ActForm):
    """1 renews, 2 refuses."""

    def drawn(self) -> Any:
        return Ui_Renew()

    def dress(self) -> None:
        self._answers = QButtonGroup(self)
        for place, button in enumerate((self.form.answer_1, self.form.answer_2)):
            self._answers.addButton(button, place)
            self.scanner.keys[str(place + 1)] = button.click
        self._answers.idClicked.connect(lambda _: self._show_what_fits())

    def action(self) -> Action:
        return ANSWERS[max(0, self._answers.checkedId())]

    def first_action(self) -> Action:
        return ANSWERS[0]

    def choose(self, action: Action) -> None:
        """Stand on one of the two."""
        self._answers.button(ANSWERS.index(action)).setChecked(True)
        self._show_what_fits()

    def facts(self) -> tuple[str, ...]:
        due = self._view.line.due
        text = self.tr("Due now on {day}")
        return (
            text.format(day=formats.day(self._link.words, due)) if due else "",
            *super().facts(),
        )

    def filled(self) -> None:
        self.form.due.prepare(self._link, self._view.line.number, _for_renewal)
        self.choose(Action.RENEW)
        self.form.answer_1.setFocus()

    def _show_what_fits(self) -> None:
        self._cells[Key.DUE].setVisible(self.action() is Action.RENEW)
        self.say()


def _for_renewal(desk: Any, number: str, _start: date | None) -> Any:
    """From the due date it has, whatever day they asked on."""
    from ill_desktop.services import duedates

    return duedates.for_renewal(desk, number)
