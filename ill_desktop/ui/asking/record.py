"""What a partner said by telephone or letter, taken down: only what can be said now."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from ill_desktop._built.forms.record import Ui_Record
from ill_desktop.domain import codes
from ill_desktop.domain.lifecycle.engine import row_for
from ill_desktop.domain.lifecycle.keys import Key
from ill_desktop.domain.lifecycle.likely import is_likely
from ill_desktop.domain.lifecycle.states import Action, Heard, Side
from ill_desktop.services.values import ANSWERS, MESSAGES
from ill_desktop.ui import keys
from ill_desktop.ui.asking import said_list
from ill_desktop.ui.asking.base import ActForm, Values
from ill_desktop.ui.asking.said_list import SAID
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
MOST_ROWS = 18
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
        form.heard.setItemDelegate(said_list.SaidRows(form.heard))
        for place, key in enumerate(keys.SAID.keys):
            self.scanner.keys[key] = partial(self._choose_at, place)
        form.right.setStretch(form.right.count() - 1, 1)
        form.heard.currentItemChanged.connect(lambda *_: self._show_what_fits())

    def action(self) -> Action:
        borrowing = self._view.line.side is Side.BORROWING
        return Action.RECORD_ANSWER if borrowing else Action.RECORD_MESSAGE

    def filled(self) -> None:
        heard, words = self.form.heard, self._link.words
        lending = self._view.line.side is Side.LENDING
        at = standpoint(self._view)
        known = (MESSAGES if lending else ANSWERS).values()
        can = [one for one in known if row_for(at, one) is not None]
        likely = [one for one in can if is_likely(at, one)]
        rest = [one for one in can if one not in likely]
        first, others = ([(one.value, labels.of(words, one)) for one in p] for p in (likely, rest))
        heard.blockSignals(True)
        said_list.fill(heard, first, others, keys.SAID.keys)
        heard.blockSignals(False)
        rows = map(heard.sizeHintForRow, range(min(heard.count(), MOST_ROWS)))
        around = 2 * heard.spacing()
        heard.setMinimumHeight(sum(row + around for row in rows) + around + 2)
        heard.setCurrentRow(0)
        heard.setFocus()

    def choose(self, said: Heard) -> None:
        """Stand on one of the list."""
        heard = self.form.heard
        rows = said_list.places(heard)
        heard.setCurrentRow(next(n for n in rows if heard.item(n).data(SAID) == said.value))

    def _choose_at(self, place: int) -> None:
        """One of the first, by its key."""
        heard = self.form.heard
        for row in said_list.places(heard)[place : place + 1]:
            heard.setCurrentRow(row)
            heard.setFocus()

    def values(self) -> Values:
        key = Key.ANSWER if self.action() is Action.RECORD_ANSWER else Key.MESSAGE
        return {key.value: self._said(), **super().values()}

    def _said(self) -> str:
        item = self.form.heard.currentItem()
        return str(item.data(SAID)) if item else ""

    def _show_what_fits(self) -> None:
        said = self._said()
        fitting = (SAID_WITH.get(Heard(said), frozenset()) if said else frozenset()) | ALWAYS
        for key, cell in self._cells.items():
            cell.setVisible(key in fitting)
        self.wrong.hide()
