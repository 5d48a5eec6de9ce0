"""What an action takes, asked for in one small form drawn from the table of keys."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from ill_desktop.domain import codes
from ill_desktop.domain.lifecycle.keys import Key, takes
from ill_desktop.domain.lifecycle.states import Action, Heard
from ill_desktop.domain.page_range import MOST, pages_of_copy
from ill_desktop.services.values import ANSWERS, MESSAGES, REASONS
from ill_desktop.services.views import PartnerView, RequestView
from ill_desktop.ui import amounts, arrived
from ill_desktop.ui.asking import wanted
from ill_desktop.ui.asking.barcodes import hint
from ill_desktop.ui.asking.base import Asking, Values
from ill_desktop.ui.asking.due import DueField
from ill_desktop.ui.asking.reading import changed, text_of
from ill_desktop.ui.counters import Counter
from ill_desktop.ui.dialogs import wide
from ill_desktop.ui.fields import CodeField, DayField, FileField, WordsField
from ill_desktop.ui.library_choice import LibraryField
from ill_desktop.ui.link import Link
from ill_desktop.ui.notes import Note
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.theme import scaled
from ill_desktop.ui.verbs import Verbs
from ill_desktop.ui.wrong import Wrong
from ill_desktop.words import attempts, formats, labels, terms

DAYS = frozenset({Key.AFTER, Key.BEFORE, Key.EXPECTED, Key.ON})
SPOKEN: Mapping[Key, Mapping[str, object]] = MappingProxyType(
    {Key.ANSWER: ANSWERS, Key.MESSAGE: MESSAGES}
)
ANY_REASON = (*codes.REASON_UNFILLED, *codes.REASON_RETRY)
GRAVE = frozenset({Action.VOID, Action.CLOSE})
"""They end a request without its being done: Enter alone does not press their button."""
SENDS = frozenset({Action.SEND, Action.SEND_NEXT})
DECIDES = frozenset({Action.ACCEPT_CONDITIONS, Action.REFUSE_CONDITIONS})
"""Acts on what a partner asks for: shown once more where it is decided."""
RECEIVES = frozenset({Action.COPY_RECEIVED})


def takes_nothing(view: RequestView, action: Action) -> bool:
    """Whether an action is clear without a word: it has no keys, or they are known already."""
    if action in SENDS:
        return bool(view.untried)
    if action in DECIDES:
        return False
    keys = takes(action)
    return not keys.keys and not keys.needs


class ActionDialog(Asking):
    """Asks for the keys of one action; stays open until the desk took them."""

    def __init__(
        self,
        link: Link,
        view: RequestView,
        action: Action,
        partners: Sequence[PartnerView],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(link, view, parent)
        self._action, self._partners = action, partners
        self.setWindowTitle(labels.of(link.words, action))
        self.setMinimumWidth(wide(self, 560))
        self._build()
        self.begin()

    def _build(self) -> None:
        words = self._link.words
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        heading = plain_label(labels.of(words, self._action))
        heading.setFont(scaled(self.font(), 1.2, QFont.Weight.DemiBold))
        what = "\n".join(wanted.lines(self._view))
        explain = plain_label(f"{self._view.line.number} · {what}", muted=True)
        explain.setWordWrap(True)
        column.addWidget(heading)
        column.addWidget(explain)
        if self._action in DECIDES:
            column.addWidget(self._terms())
        files = arrived.sentence(words, self._view) if self._action in RECEIVES else ""
        if files:
            came = plain_label(files)
            came.setWordWrap(True)
            column.addWidget(came)
        keys = takes(self._action)
        self._needs = (*keys.needs, *([Key.SUPPLIER] if self._action in SENDS else []))
        for key in keys.all:
            column.addWidget(self._cell(key, needed=key in self._needs))
            changed(self._fields[key], self.say)
        self.watch_items()
        self._watch_library()
        self._watch_copy(column)
        self.said = plain_label(muted=True)
        self.said.setWordWrap(True)
        column.addWidget(self.said)
        self.wrong = Wrong(self)
        column.addWidget(self.wrong)
        column.addStretch(1)
        verb = labels.of(words, self._action)
        verbs = Verbs(self, verb, self.submit, grave=self._action in GRAVE)
        self.act = verbs.act
        column.addLayout(verbs)
        self.say()

    def _watch_library(self) -> None:
        """A library that said no already is asked again only by somebody who knows that."""
        field = self._fields.get(Key.SUPPLIER)
        if isinstance(field, CodeField) and self._action in SENDS:
            note = Note(field)

            def tell() -> None:
                known = self._view.attempts
                odd = attempts.asked_before(self._link.words, field.code(), known)
                note.say(odd, warn=bool(odd))

            changed(field, tell)
            tell()

    def _watch_copy(self, column: QVBoxLayout) -> None:
        """A copy of which nothing is sent is no copy: it cannot be called back to add it."""
        if self._action is not Action.SEND_COPY:
            return
        told = plain_label(self.tr("Nothing is attached, and no address or way is given."))
        told.setObjectName("nothing_sent")
        told.setProperty("warn", True)
        told.setWordWrap(True)
        column.addWidget(told)
        ways = [self._fields[key] for key in (Key.FILE, Key.URL, Key.VIA)]

        def tell() -> None:
            told.setVisible(not any(map(text_of, ways)))

        for way in ways:
            changed(way, tell)
        tell()
        self._watch_pages()

    def _watch_pages(self) -> None:
        """Whose count it is: that of the PDF itself goes before what is typed."""
        pages, file = self._fields[Key.PAGES], self._fields[Key.FILE]
        note = Note(pages)

        def tell() -> None:
            if text_of(file).lower().endswith(".pdf"):
                note.say(self.tr("The pages of the PDF are counted instead."))
            else:
                note.say(self.tr("0: not known") if text_of(pages) == "0" else "")

        for field in (pages, file):
            changed(field, tell)
        tell()

    def _terms(self) -> QLabel:
        """What they ask for, as far as it is noted, and the words that go with it."""
        view = self._view
        lines = terms.terms(self._link.words, view.condition, view.cost, view.max_cost)
        wrote = next((note.text for note in view.notes if note.now), "")
        last = self.tr("They wrote: “{text}”").format(text=wrote) if wrote else ""
        shown = plain_label("\n".join(filter(None, (*lines, last))))
        shown.setWordWrap(True)
        return shown

    def action(self) -> Action:
        return self._action

    def values(self) -> Values:
        """Pages left as they are proposed are no count: the request goes on telling them."""
        given = super().values()
        if given.get(Key.PAGES.value) == str(self._proposed_pages()):
            del given[Key.PAGES.value]
        return given

    def _proposed_pages(self) -> int:
        return pages_of_copy(self._view.citation.pages) or 0

    def hearer(self) -> tuple[str, bool]:
        """The library chosen, where another one is to be asked."""
        if self._action not in SENDS:
            return super().hearer()
        field = self._fields.get(Key.SUPPLIER)
        code = field.code() if isinstance(field, CodeField) else ""
        card = next((one for one in self._partners if one.symbol == code), None)
        return (card.name, not card.has_letterbox) if card else ("", False)

    def submit(self) -> None:
        """A request without a library left needs one."""
        library = self._fields.get(Key.SUPPLIER)
        if isinstance(library, LibraryField) and not library.known():
            self.wrong.prepare(self._link, {Key.SUPPLIER: library})
            self.wrong.say(self.tr("Choose the library to ask."), about=Key.SUPPLIER)
            return
        super().submit()

    def _cell(self, key: Key, *, needed: bool) -> QWidget:
        field = self._field(key)
        self._fields[key] = field
        field.setObjectName(key.value)
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
        if key is Key.COST and isinstance(field, QLineEdit):
            amounts.prepare(field, self._link)
        self._cells[key] = cell
        return cell

    def _field(self, key: Key) -> QWidget:
        if key is Key.DUE:
            return self._due()
        if key in DAYS:
            field = DayField(self)
            field.prepare(self._link.words, self._link.here)
            field.past = key is Key.ON
            if key is Key.ON:
                field.edit.setPlaceholderText(self.tr("Empty: today"))
                field.odd = self.odd_on
            return field
        if key in SPOKEN or key in (Key.SUPPLIER, Key.VIA, Key.CONDITION, Key.REASON):
            return self._choice(key)
        if key in (Key.NOTE, Key.ITEM):
            return self._words(key)
        if key is Key.FILE:
            return FileField(self)
        if key is Key.PAGES:
            return self._pages()
        return self._line(key)

    def _due(self) -> DueField:
        """The day of a recall, with the one it is where none is given."""
        field = DueField(self)
        field.prepare(self._link, self._view.line.number, _for_recall)
        hint = self.tr("Empty: a week from now, or as due if that is sooner")
        field.field.edit.setPlaceholderText(hint)
        field.field.odd = self.odd_due
        return field

    def _pages(self) -> Counter:
        """As many as were asked for, until somebody says how many there are."""
        count = Counter(self)
        count.setMaximum(MOST)
        count.setValue(self._proposed_pages())
        return count

    def _words(self, key: Key) -> QWidget:
        written = WordsField(self, 3 if key is Key.NOTE else 2)
        if key is Key.ITEM:
            written.setPlaceholderText(hint(self._view, self._action))
        if key is Key.ITEM and self._action is Action.FETCHED:  # what was looked up before
            written.setPlainText("\n".join(o.barcode for o in self._view.items if o.barcode))
        return written

    def _line(self, key: Key) -> QLineEdit:
        typed = QLineEdit(self)
        if key is Key.COST and self._action is Action.SEND_COPY:  # what was agreed
            typed.setText(formats.money(self._link.words, self._view.cost))
        elif key is Key.URL:
            typed.setPlaceholderText("https://")
        return typed

    def _choice(self, key: Key) -> QWidget:
        words = self._link.words
        reasons = REASONS.get(self._action)
        if key is Key.REASON and reasons is None and self._action is not Action.RECORD_ANSWER:
            return QLineEdit(self)
        sends = key is Key.SUPPLIER and self._action in SENDS
        field = LibraryField(self) if sends else CodeField(self)
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


def _for_recall(desk: Any, number: str, _start: date | None) -> Any:
    """A recall knows no earlier day than today."""
    from ill_desktop.services import duedates

    return duedates.for_recall(desk, number)
