"""The exchange profile of a partner as a form drawn from its table, with presets on top."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ill_desktop.domain.exchange import BY_KEY, HABITS, PRESETS, Habit, Kind, Profile
from ill_desktop.ui.dialogs import BAR
from ill_desktop.ui.fields import CodeField, mark_wrong
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.theme import icon
from ill_desktop.words import exchange
from ill_desktop.words.catalogue import Words

Field = QCheckBox | QLineEdit | CodeField
EVERYDAY = (
    "package",
    "confirmations",
    "expect-confirmations",
    "silence-days",
    "auto-received",
    "auto-cancel",
    "auto-reminder",
)
"""What a desk may want to choose for a partner; the rest comes with the name of their system."""
LARGE = 9
"""Letters wider than so many pixels leave no room for two habits side by side."""


class HabitsForm(QWidget):
    """Shows and takes every key of the profile; a preset fills in all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preset, self.fold = CodeField(self), QPushButton(self)
        self.preset.setObjectName("habit_preset")
        self.fold.setAutoDefault(False)
        self.fields: dict[str, Field] = {}

    def prepare(self, words: Words) -> None:
        """Draw the form in the language."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._labelled(self.tr("Their system"), self.preset))
        self.preset.offer(exchange.presets(words))
        inner = QWidget(self)
        parts = QVBoxLayout(inner)
        parts.setContentsMargins(0, 0, 12, 0)
        parts.setSpacing(10)
        beside = 1 if self.fontMetrics().averageCharWidth() > LARGE else 2
        parts.addWidget(self._grid(words, [BY_KEY[key] for key in EVERYDAY], beside))
        parts.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.rare = self._grid(words, [one for one in HABITS if one.key not in EVERYDAY], beside)
        parts.addWidget(self.rare)
        parts.addStretch(1)
        self._unfold(False)
        self.fold.clicked.connect(lambda: self._unfold(not self.rare.isVisibleTo(inner)))
        area = QScrollArea(self)
        area.setAccessibleName(self.tr("How we write to them"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(inner)
        if beside == 1:
            area.setMinimumWidth(inner.minimumSizeHint().width() + BAR)
        inner.setAutoFillBackground(False)  # setWidget turns it on
        column.addWidget(area, 1)
        self.fill(Profile().shown())
        self.preset.activated.connect(self._preset_chosen)

    def _grid(self, words: Words, habits: Sequence[Habit], beside: int) -> QWidget:
        part = QWidget(self)
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for column_at in range(beside):
            grid.setColumnStretch(column_at, 1)
        for place, habit in enumerate(habits):
            cell = self._cell(words, habit)
            wide = QSizePolicy.Policy.Ignored if beside == 2 else QSizePolicy.Policy.Preferred
            cell.setSizePolicy(wide, QSizePolicy.Policy.Preferred)
            grid.addWidget(cell, place // beside, place % beside)
        return part

    def _unfold(self, open_it: bool) -> None:
        """Show what hardly anybody has to touch, or put it away; it counts either way."""
        self.rare.setVisible(open_it)
        self.fold.setText(
            self.tr("Hide advanced settings") if open_it else self.tr("Advanced settings")
        )
        self.fold.setIcon(icon("arrow-up" if open_it else "arrow-down"))

    def _labelled(self, text: str, field: QWidget, hint: str = "") -> QWidget:
        cell = QWidget(self)
        box = QVBoxLayout(cell)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        if not isinstance(field, QCheckBox):
            label = plain_label(text)
            label.setObjectName(f"{field.objectName()}_label")
            label.setBuddy(field)
            box.addWidget(label)
        box.addWidget(field)
        if hint:
            told = plain_label(hint, muted=True)
            told.setWordWrap(True)
            box.addWidget(told)
        box.addStretch(1)
        field.setAccessibleName(text)
        field.setAccessibleDescription(hint)
        return cell

    def _cell(self, words: Words, habit: Habit) -> QWidget:
        name, field = exchange.label(words, habit), self._field(words, habit)
        field.setObjectName(f"habit_{habit.key}")
        self.fields[habit.key] = field
        return self._labelled(name, field, exchange.hint(words, habit))

    def _field(self, words: Words, habit: Habit) -> Field:
        if habit.kind is Kind.YES_NO:
            box = QCheckBox(exchange.label(words, habit), self)
            box.clicked.connect(self._changed)
            return box
        if habit.kind is Kind.CHOICE:
            field = CodeField(self)
            field.offer(exchange.choices(words, habit))
            field.activated.connect(self._changed)
            return field
        line = QLineEdit(self)
        line.textEdited.connect(self._changed)
        return line

    def fill(self, values: Mapping[str, str]) -> None:
        """Show the values of a card."""
        for key, field in self.fields.items():
            _SHOW[BY_KEY[key].kind](field, values.get(key, BY_KEY[key].default))
        self._name_preset()

    def values(self) -> dict[str, str]:
        """Every key with what stands in its field."""
        return {key: _text(field) for key, field in self.fields.items()}

    def mark(self, key: str) -> bool:
        """Outline the field of a key that was refused; whether it is one of these."""
        for name, field in self.fields.items():
            mark_wrong(field, name == key)
        if key in self.fields and key not in EVERYDAY:
            self._unfold(True)
        return key in self.fields

    def _preset_chosen(self) -> None:
        chosen = PRESETS.get(self.preset.code())
        if chosen is not None:
            self.fill(chosen)

    def _changed(self, *_: object) -> None:
        self._name_preset()

    def _name_preset(self) -> None:
        self.preset.choose(Profile(self.values()).preset)


def _text(field: Field) -> str:
    if isinstance(field, QCheckBox):
        return "yes" if field.isChecked() else "no"
    return field.code() if isinstance(field, CodeField) else field.text().strip()


def _tick(field: Field, text: str) -> None:
    if isinstance(field, QCheckBox):
        field.setChecked(text == "yes")


def _choose(field: Field, text: str) -> None:
    if isinstance(field, CodeField):
        field.choose(text)


def _write(field: Field, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(text)


_SHOW = {
    Kind.YES_NO: _tick,
    Kind.CHOICE: _choose,
    Kind.NUMBER: _write,
    Kind.TEXT: _write,
    Kind.PAIRS: _write,
}
