"""What an action takes, asked for in one small form drawn from the table of keys."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ill_desktop.domain import codes
from ill_desktop.domain.errors import DeskError
from ill_desktop.domain.lifecycle.keys import Key, takes
from ill_desktop.domain.lifecycle.states import Action, Heard
from ill_desktop.services.values import ANSWERS, MESSAGES, REASONS
from ill_desktop.services.views import PartnerView, RequestView
from ill_desktop.ui.fields import (
    CodeField,
    DayField,
    FileField,
    WordsField,
    mark_wrong,
    plain_label,
)
from ill_desktop.ui.link import Link
from ill_desktop.ui.theme import scaled
from ill_desktop.words import labels

Values = dict[str, str | Sequence[str]]

DAYS = frozenset({Key.DUE, Key.AFTER, Key.BEFORE, Key.EXPECTED, Key.ON})
SPOKEN: Mapping[Key, Mapping[str, object]] = MappingProxyType(
    {Key.ANSWER: ANSWERS, Key.MESSAGE: MESSAGES}
)
SAID_WITH: Mapping[str, frozenset[Key]] = MappingProxyType(
    {
        Heard.EXPECTS.value: frozenset({Key.EXPECTED}),
        Heard.WILL_SUPPLY.value: frozenset({Key.EXPECTED}),
        Heard.OFFERS_CONDITIONS.value: frozenset({Key.CONDITION, Key.COST, Key.EXPECTED}),
        Heard.RETRY_POSSIBLE.value: frozenset({Key.REASON, Key.AFTER}),
        Heard.UNFILLED.value: frozenset({Key.REASON}),
        Heard.LOANED.value: frozenset({Key.DUE, Key.ITEM, Key.VIA, Key.CONDITION, Key.COST}),
        Heard.COPY_COMPLETED.value: frozenset({Key.URL, Key.VIA, Key.COST}),
        Heard.RENEW_YES.value: frozenset({Key.DUE}),
        Heard.RECALLED.value: frozenset({Key.DUE}),
    }
)
"""What can come with an answer taken down by hand; the other fields are put away."""
ALWAYS = frozenset({Key.ANSWER, Key.MESSAGE, Key.NOTE, Key.ON})
ANY_REASON = (*codes.REASON_UNFILLED, *codes.REASON_RETRY)
SENDS = frozenset({Action.SEND, Action.SEND_NEXT})


def takes_nothing(view: RequestView, action: Action) -> bool:
    """Whether an action is clear without a word: it has no keys, or they are known already."""
    if action in SENDS:
        return bool(view.suppliers)
    keys = takes(action)
    return not keys.keys and not keys.needs


class ActionDialog(QDialog):
    """Asks for the keys of one action; stays open until the desk took them."""

    def __init__(
        self,
        link: Link,
        view: RequestView,
        action: Action,
        partners: Sequence[PartnerView],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._view, self._action, self._partners = link, view, action, partners
        self._fields: dict[Key, QWidget] = {}
        self._cells: dict[Key, QWidget] = {}
        self.done_with: Callable[[RequestView], None] = lambda _: None
        self.setWindowTitle(labels.of(link.words, action))
        self.setMinimumWidth(440)
        self._build()

    def _build(self) -> None:
        words = self._link.words
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        heading = plain_label(labels.of(words, self._action))
        heading.setFont(scaled(self.font(), 1.2, QFont.Weight.DemiBold))
        line = self._view.line
        about = " · ".join(filter(None, (line.number, line.title)))
        explain = plain_label(about, muted=True)
        explain.setWordWrap(True)
        column.addWidget(heading)
        column.addWidget(explain)
        keys = takes(self._action)
        for key in keys.all:
            column.addWidget(self._cell(key, needed=key in keys.needs))
        self._wrong = plain_label()
        self._wrong.setProperty("wrong", True)
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        column.addWidget(self._wrong)
        column.addLayout(self._buttons())
        answer = self._fields.get(Key.ANSWER)
        if isinstance(answer, CodeField):
            answer.currentIndexChanged.connect(self._show_what_fits)
            self._show_what_fits()

    def _show_what_fits(self) -> None:
        """Only what can come with the answer chosen."""
        answer = self._fields[Key.ANSWER]
        code = answer.code() if isinstance(answer, CodeField) else ""
        fitting = SAID_WITH.get(code, frozenset()) | ALWAYS
        for key, cell in self._cells.items():
            cell.setVisible(key in fitting)
        self.adjustSize()

    def _cell(self, key: Key, *, needed: bool) -> QWidget:
        field = self._field(key)
        self._fields[key] = field
        name = labels.of(self._link.words, key)
        field.setAccessibleName(name)
        cell = QWidget(self)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = plain_label(name if needed else self.tr("{name} (optional)").format(name=name))
        label.setBuddy(field)
        column.addWidget(label)
        column.addWidget(field)
        self._cells[key] = cell
        return cell

    def _field(self, key: Key) -> QWidget:
        if key in DAYS:
            field = DayField(self)
            field.prepare(self._link.words, self._link.today)
            hints = {
                Key.DUE: self.tr("Empty: the usual loan period"),
                Key.ON: self.tr("Empty: today"),
            }
            if key in hints:
                field.edit.setPlaceholderText(hints[key])
            return field
        if key in SPOKEN or key in (Key.SUPPLIER, Key.VIA, Key.CONDITION, Key.REASON):
            return self._choice(key)
        if key in (Key.NOTE, Key.ITEM):
            written = WordsField(self, 3 if key is Key.NOTE else 2)
            if key is Key.ITEM:
                written.setPlaceholderText(self.tr("One barcode a line; empty means all"))
            return written
        if key is Key.FILE:
            return FileField(self)
        typed = QLineEdit(self)
        typed.setPlaceholderText({Key.COST: "50000 IDR", Key.URL: "https://"}.get(key, ""))
        return typed

    def _choice(self, key: Key) -> QWidget:
        words = self._link.words
        reasons = REASONS.get(self._action)
        if key is Key.REASON and reasons is None and self._action is not Action.RECORD_ANSWER:
            return QLineEdit(self)
        field = CodeField(self)
        blank = key not in takes(self._action).needs
        if key in SPOKEN:
            heard = SPOKEN[key]
            field.offer((code, labels.of(words, Heard(code))) for code in heard)
        elif key is Key.SUPPLIER:
            field.offer(self._libraries(), blank=blank)
        else:
            known = {
                Key.VIA: codes.SENT_VIA,
                Key.CONDITION: codes.LOAN_CONDITION,
                Key.REASON: reasons or ANY_REASON,
            }[key]
            field.offer(((code, labels.coded(words, code)) for code in known), blank=blank)
            field.setEditable(key is Key.CONDITION)
        return field

    def _libraries(self) -> list[tuple[str, str]]:
        """Those given up for *use attempt*, else the directory."""
        if self._action is Action.USE_ATTEMPT:
            tried = (one for one in self._view.attempts if not one.current)
            return [(one.symbol, one.partner or one.symbol) for one in tried]
        return [(one.symbol, one.name) for one in self._partners if one.active]

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.act = QPushButton(labels.of(self._link.words, self._action))
        self.act.setProperty("filled", True)
        self.act.setDefault(True)
        self.act.clicked.connect(self._submit)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self.act)
        return line

    def values(self) -> Values:
        """What was given, by key, as the services read it."""
        given: Values = {}
        for key, field in self._fields.items():
            if self._cells[key].isHidden():
                continue
            if key is Key.ITEM and isinstance(field, WordsField):
                barcodes = [line.strip() for line in field.text().splitlines() if line.strip()]
                if barcodes:
                    given[key.value] = barcodes
            elif text := _text(field):
                given[key.value] = text
        return given

    def _submit(self) -> None:
        given, number, action = self.values(), self._view.line.number, self._action

        def ask(desk: object) -> RequestView:
            from ill_desktop.services import acts

            return acts.do(desk, number, action, given)  # type: ignore[arg-type]

        self.act.setEnabled(False)
        self._link.write(ask, self._done, self._failed)

    def _done(self, view: RequestView) -> None:
        self.done_with(view)
        self.accept()

    def _failed(self, error: DeskError) -> None:
        self.act.setEnabled(True)
        self._wrong.setText(self._link.sentence(error))
        self._wrong.show()
        name = getattr(error, "field", getattr(error, "key", ""))
        for key, field in self._fields.items():
            mark_wrong(field, key.value == name)
            if key.value == name:
                field.setFocus(Qt.FocusReason.OtherFocusReason)


def _text(field: QWidget) -> str:
    if isinstance(field, CodeField):
        return field.code()
    if isinstance(field, (DayField, WordsField, FileField)):
        return field.text()
    return field.text().strip() if isinstance(field, QLineEdit) else ""
