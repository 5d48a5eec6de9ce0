"""Fields of every kind, read and heard in one way."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from ill_desktop.ui.asking.due import DueField
from ill_desktop.ui.fields import CodeField, DayField, FileField, WordsField


def text_of(field: QWidget) -> str:
    """What a field holds."""
    if isinstance(field, CodeField):
        return field.code()
    if isinstance(field, (DayField, DueField, WordsField, FileField)):
        return field.text()
    if isinstance(field, QSpinBox):
        return str(field.value())
    return field.text().strip() if isinstance(field, QLineEdit) else ""


def marked(field: QWidget) -> QWidget:
    """The part of a field that is outlined."""
    return field.field if isinstance(field, DueField) else field


def changed(field: QWidget, hear: Callable[[], None]) -> None:
    """Call `hear` whenever a field holds something else."""
    if isinstance(field, CodeField):
        field.currentTextChanged.connect(lambda _: hear())
    elif isinstance(field, (DayField, DueField)):
        field.changed.connect(hear)
    elif isinstance(field, QSpinBox):
        field.valueChanged.connect(lambda _: hear())
    elif isinstance(field, WordsField):
        field.textChanged.connect(hear)
    elif isinstance(field, QLineEdit):
        field.textChanged.connect(lambda _: hear())
    elif isinstance(field, FileField):
        field.edit.textChanged.connect(lambda _: hear())
