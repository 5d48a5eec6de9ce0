"""The answer to a lending request: four answers by digit, and the next request by itself."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton

from ill_desktop._built.forms.answer import Ui_Answer
from ill_desktop.domain.charges import exceeds
from ill_desktop.domain.errors import Invalid
from ill_desktop.domain.lifecycle.keys import Key
from ill_desktop.domain.lifecycle.states import Action, Service, State
from ill_desktop.domain.money import Money
from ill_desktop.domain.queues import Queue
from ill_desktop.services.values import REASONS
from ill_desktop.services.views import RequestView
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.asking.base import ActForm
from ill_desktop.words import formats, labels

ANSWERS = (
    Action.WILL_SUPPLY,
    Action.CANNOT_SUPPLY,
    Action.ASK_RETRY,
    Action.SUPPLY_WITH_CONDITIONS,
)
SHOWN: Mapping[Action, frozenset[Key]] = MappingProxyType(
    {
        Action.WILL_SUPPLY: frozenset({Key.DUE, Key.EXPECTED}),
        Action.CANNOT_SUPPLY: frozenset({Key.REASON}),
        Action.ASK_RETRY: frozenset({Key.REASON, Key.AFTER}),
        Action.SUPPLY_WITH_CONDITIONS: frozenset({Key.CONDITION, Key.COST, Key.EXPECTED}),
    }
)
ALWAYS = frozenset({Key.CALL_NUMBER, Key.ITEM, Key.NOTE})
WAITING = frozenset({State.NEW, State.EXPECTED})


class AnswerForm(ActForm):
    """After each answer the next unanswered request stands in the form; slips are printed last."""

    width_wanted = 640

    things_in_hand = False

    def drawn(self) -> Any:
        return Ui_Answer()

    def dress(self) -> None:
        form = self.form
        self._seen: set[str] = set()
        self._slips: list[str] = []
        self._answers = QButtonGroup(self)
        for place, button in enumerate(self.buttons()):
            self._answers.addButton(button, place)
            self.scanner.keys[str(place + 1)] = button.click
        self._answers.idClicked.connect(lambda _: self._picked())
        form.print_slip.setChecked(True)
        form.left.setProperty("muted", True)
        form.left.hide()
        self.finished.connect(self._print_slips)

    def facts(self) -> tuple[str, ...]:
        most = self._view.max_cost
        text = self.tr("They pay at most {amount}")
        return (
            *super().facts(),
            text.format(amount=formats.money(self._link.words, most)) if most else "",
        )

    def say(self) -> None:
        """What is said; and a better way where it costs more than they will pay."""
        super().say()
        most, action = self._view.max_cost, self.action()
        if action is not Action.SUPPLY_WITH_CONDITIONS or most is None:
            return
        try:
            asked = Money.parse(self.form.cost.text(), currency=self._link.currency())
        except Invalid:
            return
        if exceeds(asked, most):
            better = self.tr(
                "More than they will pay: with 3 you ask them to try again with a higher limit."
            )
            self.form.said.setText(f"{self.form.said.text()} {better}")

    def buttons(self) -> tuple[QPushButton, ...]:
        """The four answers, in their order."""
        form = self.form
        return form.answer_1, form.answer_2, form.answer_3, form.answer_4

    def action(self) -> Action:
        return ANSWERS[max(0, self._answers.checkedId())]

    def first_action(self) -> Action:
        return ANSWERS[0]

    def choose(self, action: Action) -> None:
        """Stand on one of the four."""
        button = self.buttons()[ANSWERS.index(action)]
        button.setChecked(True)
        button.setFocus()
        self._show_what_fits()

    def filled(self) -> None:
        form, view = self.form, self._view
        self._seen.add(view.line.number)
        form.call_number.setText(view.call_number)
        form.item.setText(next((one.barcode for one in view.items if one.barcode), ""))
        for field in (form.cost, form.note):
            field.clear()
        form.condition.setCurrentIndex(0)
        for day in (form.after, form.expected, form.due):
            day.set_day(None)
        form.due.prepare(self._link, view.line.number, _for_loan)
        hint = self.tr("Empty: worked out on the day it is sent out")
        form.due.field.edit.setPlaceholderText(hint)
        for button, action in zip(self.buttons(), ANSWERS, strict=True):
            button.setEnabled(action in view.actions)
        self.choose(next((one for one in ANSWERS if one in view.actions), Action.WILL_SUPPLY))

    def _picked(self) -> None:
        """A reason is asked for at once; nobody says one by accident."""
        self._show_what_fits()
        needs_reason = Key.REASON in SHOWN[self.action()]
        button = self.buttons()[max(0, self._answers.checkedId())]
        (self.form.reason if needs_reason else button).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed beside the fields, and is no answer, begins a call number."""
        line, text = self.form.call_number, event.text()
        if text.strip() and text.isprintable() and (line.hasFocus() or not line.text()):
            line.setFocus()
            line.insert(text)
        else:
            super().keyPressEvent(event)

    def _show_what_fits(self) -> None:
        action = self.action()
        fitting = SHOWN[action] | ALWAYS
        if self._view.line.service is Service.COPY:
            fitting -= {Key.DUE}
        for key, cell in self._cells.items():
            cell.setVisible(key in fitting)
        if Key.REASON in fitting:
            known = REASONS[action]
            words = self._link.words
            told = ((code, labels.coded(words, code)) for code in known)
            self.form.reason.offer(told, blank=True)
        self.form.print_slip.setVisible(action is Action.WILL_SUPPLY)
        self.wrong.hide()
        self.say()

    def _done(self, view: RequestView) -> None:
        self.done_with(view)
        if self.action() is Action.WILL_SUPPLY and self.form.print_slip.isChecked():
            self._slips.append(view.line.number)
        if self._view.line.state not in WAITING:
            self.accept()
            return
        seen = frozenset(self._seen)
        self._link.read(lambda desk: _next(desk, seen), while_there(self, self._go_on))

    def _go_on(self, found: tuple[RequestView | None, int]) -> None:
        view, left = found
        if view is None:
            self.accept()
            return
        self.act.setEnabled(True)
        text = self.tr("{n} more to answer")
        self.form.left.setText(text.format(n=left) if left else "")
        self.form.left.setVisible(bool(left))
        self.show_request(view)

    def _print_slips(self) -> None:
        if self._slips:
            self.print_for(tuple(self._slips), ("pull-slip", "lender-strap", "shipping-label"))


def _for_loan(desk: Any, number: str, start: date | None) -> Any:
    from ill_desktop.services import duedates

    return duedates.for_loan(desk, number, start)


def _next(desk: Any, seen: frozenset[str]) -> tuple[RequestView | None, int]:
    """The newest unanswered request not seen yet, and how many are left after it."""
    from ill_desktop.services import requests
    from ill_desktop.services.first_look import ListQuery

    page = requests.page(desk, ListQuery(queue=Queue.NEW, limit=len(seen) + 1))
    left = [line.number for line in page.lines if line.number not in seen]
    if not left:
        return None, 0
    waiting = max(0, page.total - sum(line.number in seen for line in page.lines) - 1)
    return requests.show(desk, left[0]), waiting
