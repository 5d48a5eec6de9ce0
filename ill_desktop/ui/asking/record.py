"""What a partner said by telephone or letter, taken down: only what can be said now."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem

from ill_desktop._built.forms.record import Ui_Record
from ill_desktop.domain import codes
from ill_desktop.domain.lifecycle.engine import row_for
from ill_desktop.domain.lifecycle.keys import Key
from ill_desktop.domain.lifecycle.states import Action, Heard, Side
from ill_desktop.services.values import ANSWERS, MESSAGES
from ill_desktop.ui.asking.base import ActForm, Values
from ill_desktop.ui.standing import standpoint
from ill_desktop.words import labels

SAID_WITH: Mapping[Heard, frozenset[Key]] = MappingProxyType(
    {
        Heard.EXPECTS: frozenset({Key.EXPECTED}),
        Heard.WILL_SUPPLY: frozenset({Key.EXPECTED}),
        Heard.OFFERS_CONDITIONS: frozenset({Key.CONDITION, Key.COST, Key.EXPECTED}),
        Heard.RETRY_POSSIBLE: frozenset({Key.REASON, Key.AFTER}),
        Heard.UNFILLED: frozenset({Key.REASON}),
        Heard.LOANED: frozenset({Key.DUE, Key.ITEM, Key.VIA, Key.CONDITION, Key.COST}),
        Heard.COPY_COMPLETED: frozenset({Key.URL, Key.VIA, Key.COST}),
        Heard.RENEW_YES: frozenset({Key.DUE}),
        Heard.RECALLED: frozenset({Key.DUE}),
    }
)
"""What can come with each; the other fields are put away."""
MOST_ROWS = 14
"""So many answers are seen at once; a longer list is scrolled."""
ALWAYS = frozenset({Key.NOTE, Key.ON})


class RecordForm(ActForm):
    """The list at the left holds what a partner can say to a request as it stands."""

    width_wanted = 680

    things_in_hand = False

    def drawn(self) -> Any:
        return Ui_Record()

    def dress(self) -> None:
        form, words = self.form, self._link.words
        known = (*codes.REASON_UNFILLED, *codes.REASON_RETRY)
        form.reason.offer(((code, labels.coded(words, code)) for code in known), blank=True)
        form.heard.setSpacing(2)
        form.right.setStretch(form.right.count() - 1, 1)
        form.heard.currentItemChanged.connect(lambda *_: self._show_what_fits())

    def action(self) -> Action:
        borrowing = self._view.line.side is Side.BORROWING
        return Action.RECORD_ANSWER if borrowing else Action.RECORD_MESSAGE

    def filled(self) -> None:
        heard, words = self.form.heard, self._link.words
        lending = self._view.line.side is Side.LENDING
        at = standpoint(self._view)
        heard.blockSignals(True)
        heard.clear()
        for one in (MESSAGES if lending else ANSWERS).values():
            if row_for(at, one) is not None:
                item = QListWidgetItem(labels.of(words, one))
                item.setData(Qt.ItemDataRole.UserRole, one.value)
                heard.addItem(item)
        heard.blockSignals(False)
        row = heard.sizeHintForRow(0) + 2 * heard.spacing()
        heard.setMinimumHeight(row * min(heard.count(), MOST_ROWS) + 2 * heard.spacing() + 2)
        heard.setCurrentRow(0)
        heard.setFocus()

    def choose(self, said: Heard) -> None:
        """Stand on one of the list."""
        heard = self.form.heard
        rows = range(heard.count())
        heard.setCurrentRow(
            next(n for n in rows if heard.item(n).data(Qt.ItemDataRole.UserRole) == said.value)
        )

    def values(self) -> Values:
        key = Key.ANSWER if self.action() is Action.RECORD_ANSWER else Key.MESSAGE
        return {key.value: self._said(), **super().values()}

    def _said(self) -> str:
        item = self.form.heard.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def _show_what_fits(self) -> None:
        said = self._said()
        fitting = (SAID_WITH.get(Heard(said), frozenset()) if said else frozenset()) | ALWAYS
        for key, cell in self._cells.items():
            cell.setVisible(key in fitting)
        self.wrong.hide()
