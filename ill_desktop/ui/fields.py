"""Fields that know what they hold: a day, a code of a list, several barcodes, free words."""

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ill_desktop.domain.calendar import WEEKDAYS, read_weekdays
from ill_desktop.domain.days import Here, short_example
from ill_desktop.ui.choose_file import to_open
from ill_desktop.ui.counters import passes_on
from ill_desktop.ui.link import local_day
from ill_desktop.ui.plain_label import keep_lines, link_button
from ill_desktop.ui.theme import Look, repolish
from ill_desktop.words import formats
from ill_desktop.words.catalogue import Words, words_for


def mark_wrong(field: QWidget, wrong: bool) -> None:
    """Outline a field, or take the outline away; another value in it takes it away too."""
    field.setProperty("wrong", wrong)
    repolish(field)
    once = Qt.ConnectionType.SingleShotConnection
    if wrong and isinstance(field, QLineEdit):
        field.textEdited.connect(lambda _: mark_wrong(field, False), once)
    elif wrong and isinstance(field, QComboBox):
        field.currentTextChanged.connect(lambda _: mark_wrong(field, False), once)
    elif wrong and isinstance(field, QPlainTextEdit):
        field.textChanged.connect(lambda: mark_wrong(field, False), once)


def name_inside(field: QWidget, inner: QWidget) -> None:
    """Let the part that is typed into bear the name of its field: that is what is read aloud."""
    name = field.accessibleName()
    for label in field.window().findChildren(QLabel):
        if not name and label.buddy() is field:
            name = label.text().replace("&", "")
    inner.setAccessibleName(name)


class DayField(QWidget):
    """A day typed in any usual way; below it stands which day was understood."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words_for("en")
        self._here: Callable[[], Here] = lambda: Here(local_day())
        self.past = False
        """It is about something that happened: without a year the last such day is meant."""
        self.odd: Callable[[date], str] = lambda _: ""
        """What is odd about a day: told beside it, and never in the way."""
        self.edit, self._hint = QLineEdit(self), QLabel(self)
        self._say_how()
        self._hint.setProperty("muted", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.edit)
        column.addWidget(self._hint)
        self._hint.hide()
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(0, 1, 0, 1)  # as high as the offer that may come there
        self.keep_room(True)
        self._next = link_button(self)
        column.addWidget(self._next, 0, Qt.AlignmentFlag.AlignLeft)
        self._next.hide()
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self.read_again)
        self.edit.textChanged.connect(self.changed)

    def showEvent(self, event: QShowEvent) -> None:
        name_inside(self, self.edit)
        super().showEvent(event)

    def prepare(self, words: Words, here: Callable[[], Here]) -> None:
        """Speak the language, and know the day of the desk and how days are written there."""
        self._words, self._here = words, here
        self._say_how()

    def _say_how(self) -> None:
        text = self.tr("+14, {day} or 2026-12-31")
        self.edit.setPlaceholderText(text.format(day=self._example()))

    def _example(self) -> str:
        return short_example(month_first=self._here().month_first)

    def keep_room(self, keep: bool) -> None:
        """Whether the line below stays free while nothing stands in it."""
        self._keeps = keep
        keep_lines(self._hint, int(keep))

    def set_day(self, day: date | None) -> None:
        """Show a day."""
        self.edit.setText(day.isoformat() if day else "")

    def day(self) -> date | None:
        """The day understood; None for none, or for what is no day."""
        return self._here().read(self.edit.text(), past=self.past)

    def is_wrong(self) -> bool:
        """Whether something was typed that is no day."""
        return bool(self.edit.text().strip()) and self.day() is None

    def text(self) -> str:
        """The day in ISO form; what was typed where it is no day."""
        found = self.day()
        return found.isoformat() if found else self.edit.text().strip()

    def read_again(self) -> None:
        """Say what was understood, and what is odd about it."""
        typed, odd = self.edit.text().strip(), self.odd_now()
        mark_wrong(self.edit, self.is_wrong() or bool(odd))
        self._next.hide()
        keep_lines(self._hint, int(self._keeps))
        self._hint.setVisible(bool(typed))
        understood = self.said()
        if not understood:
            self._hint.setText(self.how() if typed else "")
        else:
            self._hint.setText(f"{understood}. {odd}" if odd else understood)
        self._hint.setProperty("muted", bool(understood) and not odd)
        self._hint.setProperty("wrong", not understood or bool(odd))
        repolish(self._hint)
        self.edit.setAccessibleDescription(self._hint.text())

    def said(self) -> str:
        """Which day was understood; empty for none."""
        day = self.day()
        if day is None:
            return ""
        return f"{formats.weekday(self._words, day)}, {formats.day(self._words, day)}"

    def odd_now(self) -> str:
        """What is odd about what was understood."""
        day = self.day()
        return self.odd(day) if day is not None else ""

    def how(self) -> str:
        """What to write instead of what is no day."""
        wrong = self.tr("This is not a date. Write {day}, +14 or tomorrow.")
        return wrong.format(day=self._example())

    def say_closed(self, why: str, next_open: date) -> None:
        """Nobody is there on the day understood: offer the next open one, in place of the line
        below, and refuse nothing.
        """
        closed = self.tr("We are closed")
        self._hint.setText(f"{self._hint.text()}. {closed}{': ' if why else ''}{why}.")
        self.edit.setAccessibleDescription(self._hint.text())
        self._next.setToolTip(self._hint.text())
        weekday = formats.weekday(self._words, next_open)
        offer = self.tr("We are closed: use {weekday}, {day}")
        self._next.setText(offer.format(weekday=weekday, day=formats.day(self._words, next_open)))
        if self._next.property("wired"):
            self._next.clicked.disconnect()
        self._next.setProperty("wired", True)
        self._next.clicked.connect(lambda: self.set_day(next_open))
        keep_lines(self._hint, 0)  # the offer takes its place
        self._hint.hide()
        self._next.show()
        # Behind everything: what is typed next goes into the next field.
        last = self.window().previousInFocusChain()
        while last is not None and last.focusPolicy() is Qt.FocusPolicy.NoFocus:
            last = last.previousInFocusChain()
        if last is not None and last is not self._next:
            self.setTabOrder(last, self._next)


AROUND = 24
"""Pixels beside the words of an open list: its frame and a bar to scroll with."""


DASH = "–"
"""How *not given* is shown."""


class CodeField(QComboBox):
    """A choice from a list of codes shown as words; an open list may also be written into."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel brings nobody into it

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not passes_on(self, event):
            super().wheelEvent(event)

    def setAccessibleName(self, name: str) -> None:
        """Also as what it is about: on Linux the name of a list is what is chosen in it."""
        super().setAccessibleName(name)
        self.setAccessibleDescription(name)

    def showEvent(self, event: QShowEvent) -> None:
        inner = self.lineEdit()
        if inner is not None:
            name_inside(self, inner)
        super().showEvent(event)

    def offer(self, choices: Iterable[tuple[str, str]], *, blank: bool = False) -> None:
        """Fill the list with codes and their words; `blank` first means *not given*."""
        self.clear()
        if blank:
            self.addItem(DASH, "")
        for code, word in choices:
            self.addItem(word, code)
        self._show_blank()

    def setEditable(self, editable: bool) -> None:
        """Where it is written into, *not given* is nothing: what is written joins no dash."""
        super().setEditable(editable)
        self._show_blank()

    def _show_blank(self) -> None:
        at, line = self.findText(DASH, Qt.MatchFlag.MatchExactly), self.lineEdit()
        if line is not None and at >= 0:
            self.setItemText(at, "")
            line.setPlaceholderText(DASH)

    def showPopup(self) -> None:
        """Open the list, wide enough for its longest word.

        Some window managers leave a few choices a line too little.
        """
        rows, frame = self.view(), self.view().parentWidget()
        wide = rows.sizeHintForColumn(0) + AROUND
        rows.setMinimumWidth(min(wide, self.screen().availableGeometry().width() // 2))
        super().showPopup()
        hidden = rows.verticalScrollBar().maximum() and self.count() <= self.maxVisibleItems()
        if hidden and frame is not None:
            frame.resize(frame.width(), frame.height() + 2 * rows.sizeHintForRow(0))
            short = rows.sizeHintForRow(0) * self.count() - rows.viewport().height()
            frame.resize(frame.width(), frame.height() + short)

    def code(self) -> str:
        """The code chosen or written in words, else what was written."""
        typed, at = self.currentText().strip(), self.currentIndex()
        typed = "" if typed == DASH and self.isEditable() else typed
        if self.isEditable() and typed != self.itemText(at).strip():
            at = self.findText(typed, Qt.MatchFlag.MatchFixedString)
            return str(self.itemData(at)) if at >= 0 else typed
        return str(self.itemData(at) or "")

    def is_as_chosen(self) -> bool:
        """Whether it shows something of its list, none of which is marked to be written over."""
        line, at = self.lineEdit(), self.currentIndex()
        whole = bool(self.currentText()) and self.currentText() == self.itemText(at)
        return whole and (line is None or not line.hasSelectedText())

    def choose(self, code: str) -> None:
        """Show a code; the first one where it is not in the list."""
        self.setCurrentIndex(max(0, self.findData(code)))


class WeekdaysField(QWidget):
    """Some days of the week, each a box to tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        self.boxes = tuple(QCheckBox(self) for _ in WEEKDAYS)
        for box in self.boxes:
            line.addWidget(box)
        line.addStretch(1)
        self.setFocusProxy(self.boxes[0])

    def prepare(self, words: Words) -> None:
        """Name the days."""
        for day, box in enumerate(self.boxes):
            name = words.tr("Weekday", formats.WEEKDAYS[day])
            box.setText(name[:3])
            box.setToolTip(name)
            box.setAccessibleName(name)

    def set_text(self, text: str) -> None:
        """Tick the days named, as in `sat, sun`."""
        chosen = read_weekdays(text)
        for day, box in enumerate(self.boxes):
            box.setChecked(day in chosen)

    def text(self) -> str:
        """The days ticked, as in `sat, sun`."""
        return ", ".join(
            name for name, box in zip(WEEKDAYS, self.boxes, strict=True) if box.isChecked()
        )


class WordsField(QPlainTextEdit):
    """A few lines of free words."""

    def __init__(self, parent: QWidget | None = None, lines: int = 3) -> None:
        self._lines = lines
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.set_lines(lines)

    def set_lines(self, lines: int) -> None:
        """Be so many lines high, and no less where room is short."""
        self._lines = lines
        borders = 2 * (Look.colours.line - 1)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 20 + borders)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.set_lines(self._lines)
        super().changeEvent(event)

    def text(self) -> str:
        """What was written."""
        return self.toPlainText().strip()


class FileField(QWidget):
    """The path of a file, typed or chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(self)
        choose = QPushButton(self.tr("Choose…"), self)
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.edit, 1)
        line.addWidget(choose)
        self.setFocusProxy(self.edit)

    def showEvent(self, event: QShowEvent) -> None:
        name_inside(self, self.edit)
        super().showEvent(event)

    def text(self) -> str:
        """The path."""
        return self.edit.text().strip()

    def _choose(self) -> None:
        path = to_open(self, self.tr("Choose a file"))
        if path is not None:
            self.edit.setText(str(path))
