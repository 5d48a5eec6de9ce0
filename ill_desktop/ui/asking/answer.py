"""The answer to a lending request: four answers by digit, and the next request by itself."""

import time
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton

from ill_desktop._built.forms.answer import Ui_Answer
from ill_desktop.domain.charges import exceeds
from ill_desktop.domain.errors import Invalid
from ill_desktop.domain.lifecycle.keys import Key
from ill_desktop.domain.lifecycle.states import Action, Service, Side, State
from ill_desktop.domain.money import Money
from ill_desktop.domain.queues import Queue
from ill_desktop.services.values import REASONS
from ill_desktop.services.views import RequestView
from ill_desktop.ui import keys
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
LOOKED_AHEAD = 100
"""So many requests of the list are looked at for the next one to answer."""
AT_ONCE = 0.4
"""Seconds within which figures are typed one after the other, and not each for itself."""
WAITING = frozenset({State.NEW, State.EXPECTED})


class _Figure(NamedTuple):
    """A figure taken for an answer: the answer before it, and when it was typed."""

    text: str
    before: Action
    at: float


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
        self._figure: _Figure | None = None
        self._answers = QButtonGroup(self)
        for place, (key, button) in enumerate(zip(keys.ANSWERS.keys, self.buttons(), strict=True)):
            self._answers.addButton(button, place)
            self.scanner.keys[key] = partial(self._answer_by, place)
            button.setToolTip(self.tr("Alt+{n} while a field is written into").format(n=place + 1))
        form.reason.installEventFilter(self)
        form.condition.lineEdit().installEventFilter(self)
        self._answers.idClicked.connect(lambda _: self._picked())
        self._title = self.windowTitle()
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
            better = self.tr("More than they will pay: “Try again” asks them for a higher limit.")
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

    def _answer_by(self, place: int) -> None:
        """A figure typed beside the fields; the next one may show that it began a call number."""
        self._figure = _Figure(str(place + 1), self.action(), time.monotonic())
        self.buttons()[place].click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed beside the fields, and is no answer, begins a call number."""
        text = event.text()
        if text.strip() and text.isprintable():
            self._begin_call_number(text)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """No reason begins with a figure: one typed at once after the answer goes on with it. Nor
        is one written behind a condition chosen from the list: it is another answer.
        """
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            text, condition = event.text(), self.form.condition
            if watched is self.form.reason and self._goes_on(text):
                self._begin_call_number(text)
                return True
            answer = self.scanner.keys.get(text)
            if watched is condition.lineEdit() and condition.is_as_chosen() and answer:
                answer()
                return True
        return super().eventFilter(watched, event)

    def _goes_on(self, text: str) -> bool:
        typed = self._figure is not None and time.monotonic() - self._figure.at < AT_ONCE
        return typed and bool(text.strip()) and not text.isalpha()

    def _begin_call_number(self, text: str) -> None:
        """In place of the one known before; a figure taken for an answer belongs to it."""
        line, first = self.form.call_number, ""
        figure, self._figure = self._figure, None
        if figure is not None and time.monotonic() - figure.at < AT_ONCE:
            first = figure.text
            self.choose(figure.before)
        if not line.hasFocus():
            line.setFocus()
            line.selectAll()
        line.insert(first + text)

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
        seen, rest = frozenset(self._seen), self._after(view.line.number)
        self._link.read(lambda desk: _next(desk, seen, rest), while_there(self, self._go_on))

    def _after(self, number: str) -> tuple[str, ...]:
        """What stands below a request in the list, and then what stands above it."""
        among = self.among
        at = among.index(number) if number in among else -1
        return tuple(one for one in (*among[at + 1 :], *among[: at + 1]) if one not in self._seen)

    def _go_on(self, found: tuple[RequestView | None, int]) -> None:
        view, left = found
        if view is None:
            self.accept()
            return
        self.act.setEnabled(True)
        text = self.tr("{n} more to answer").format(n=left) if left else ""
        self.form.left.setText(text)
        self.form.left.setVisible(bool(left))
        self.setWindowTitle(" · ".join(filter(None, (self._title, text))))
        self.show_request(view)
        self.stand_on(view.line.number)

    def _print_slips(self) -> None:
        if self._slips:
            self.print_for(tuple(self._slips), ("pull-slip", "lender-strap", "shipping-label"))


def _for_loan(desk: Any, number: str, start: date | None) -> Any:
    from ill_desktop.services import duedates

    return duedates.for_loan(desk, number, start)


def _next(desk: Any, seen: frozenset[str], rest: Sequence[str]) -> tuple[RequestView | None, int]:
    """The next unanswered request of the `rest` of a list, else the newest one not seen yet; and
    how many are left after it.
    """
    from ill_desktop.services import requests
    from ill_desktop.services.first_look import ListQuery

    page = requests.page(desk, ListQuery(queue=Queue.NEW, limit=len(seen) + 1))
    left = [line.number for line in page.lines if line.number not in seen]
    if not left:
        return None, 0
    waiting = max(0, page.total - sum(line.number in seen for line in page.lines) - 1)
    near = (
        requests.page(desk, ListQuery(only=tuple(rest[:LOOKED_AHEAD]), limit=0)) if rest else page
    )
    open_still = {
        one.number for one in near.lines if one.side is Side.LENDING and one.state in WAITING
    }
    first = next((number for number in rest if number in open_still), left[0])
    return requests.show(desk, first), waiting
