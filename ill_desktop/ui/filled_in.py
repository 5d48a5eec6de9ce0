"""What stands in the fields of any form: read by name, put back by name, heard when it changes.

A field without a name of its own goes by that of the nearest part around it that has one. What is
not shown in plain letters (a password, a PIN) is never read.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of field is read and written; `signal` tells that it holds something else."""

    widget: type[QWidget]
    read: Callable[[Any], str]
    write: Callable[[Any, str], None]
    signal: str
    typed: bool = False
    """Whether it holds words, which are lost with more regret than a choice."""


def _press(button: QAbstractButton, text: str) -> None:
    """As somebody would: what depends on it follows."""
    if button.isChecked() != bool(text) and (text or not button.autoExclusive()):
        button.click()


def _chosen(box: QComboBox) -> str:
    """The code of a list, or the words written into it."""
    written = box.isEditable() and box.currentText() != box.itemText(box.currentIndex())
    return box.currentText() if written else str(box.currentData() or "")


def _choose(box: QComboBox, text: str) -> None:
    found = box.findData(text)
    if found >= 0:
        box.setCurrentIndex(found)
    elif box.isEditable():
        box.setEditText(text)


def _count(box: QSpinBox, text: str) -> None:
    """What is no number leaves the box as it is."""
    if text.isdecimal():
        box.setValue(int(text))


def _row(rows: QListWidget) -> str:
    item = rows.currentItem()
    return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""


def _stand_on(rows: QListWidget, text: str) -> None:
    for place in range(rows.count()):
        if rows.item(place).data(Qt.ItemDataRole.UserRole) == text:
            rows.setCurrentRow(place)


KINDS = (
    Kind(QListWidget, _row, _stand_on, "currentRowChanged"),
    Kind(QAbstractButton, lambda one: "yes" if one.isChecked() else "", _press, "toggled"),
    Kind(QComboBox, _chosen, _choose, "currentTextChanged"),
    Kind(QSpinBox, lambda one: str(one.value()), _count, "valueChanged"),
    Kind(QPlainTextEdit, QPlainTextEdit.toPlainText, QPlainTextEdit.setPlainText, "textChanged",
         typed=True),
    Kind(QLineEdit, QLineEdit.text, QLineEdit.setText, "textChanged", typed=True),
)  # fmt: skip
"""In the order in which they are put back: what is chosen may change what can be written."""


class FilledIn:
    """The fields of one form by name."""

    def __init__(self, form: QWidget) -> None:
        self._form = form
        self._fields: dict[str, tuple[Kind, QWidget]] = {}
        for kind in KINDS:
            for field in form.findChildren(kind.widget):
                if _is_field(field):
                    self._fields[self._name(field)] = kind, field

    def __iter__(self) -> Iterator[QWidget]:
        return (field for _, field in self._fields.values())

    def _name(self, field: QWidget) -> str:
        around: QWidget | None = field
        while around is not None and around is not self._form and not around.objectName():
            around = around.parentWidget()
        name = around.objectName() if around is not None and around is not self._form else ""
        if around is field and name not in self._fields:
            return name
        count = sum(known.partition(".")[0] == name for known in self._fields)
        return f"{name}.{count}"

    def hear(self, changed: Callable[[], None]) -> None:
        """Call `changed` whenever a field holds something else."""
        for kind, field in self._fields.values():
            getattr(field, kind.signal).connect(lambda *_: changed())

    def values(self) -> dict[str, str]:
        """What every field holds."""
        return {name: kind.read(field) for name, (kind, field) in self._fields.items()}

    def put(self, values: Values) -> None:
        """Put some fields as they were; a name that is no longer known is passed over."""
        for name, (kind, field) in self._fields.items():
            if name in values and kind.read(field) != values[name]:
                kind.write(field, values[name])

    def within(self, part: QWidget) -> frozenset[str]:
        """The names of the fields that a part of the form holds, or is."""
        fields = self._fields.items()
        return frozenset(n for n, (_, one) in fields if one is part or part.isAncestorOf(one))

    def is_typed(self, name: str) -> bool:
        """Whether a field holds words."""
        return name in self._fields and self._fields[name][0].typed

    def label(self, name: str) -> str:
        """What the form calls a field."""
        field = self._fields[name][1]
        around: QWidget | None = field
        labels = self._form.findChildren(QLabel)
        while around is not None and around is not self._form:
            for label in labels:
                if label.buddy() is around:
                    return label.text().replace("&", "").removesuffix(" •")
            around = around.parentWidget()
        return field.accessibleName()


def _is_field(field: QWidget) -> bool:
    """Not what is part of another field, not a mere button, and nothing secret."""
    if isinstance(field.parentWidget(), (QComboBox, QAbstractSpinBox)):
        return False
    if isinstance(field, QAbstractButton):
        return field.isCheckable()
    if isinstance(field, QLineEdit):
        return field.echoMode() is QLineEdit.EchoMode.Normal and not field.isReadOnly()
    return True
