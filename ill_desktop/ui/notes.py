"""A line under a field: what was understood, or what is odd about it; it never stops anybody."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ill_desktop.ui.fields import mark_wrong
from ill_desktop.ui.plain_label import keep_lines, plain_label
from ill_desktop.ui.theme import repolish


class Note:
    """The line under one field of a form, and the outline around the field.

    The field is told to the ear as well: the line is its accessible description.
    """

    def __init__(self, field: QWidget, *, lines: int = 1) -> None:
        """So many lines stay free while it says nothing."""
        self._field = field
        self._label = plain_label(muted=True)
        self._label.setWordWrap(True)
        self._label.hide()
        keep_lines(self._label, lines)
        cell = field.parentWidget()
        box = cell.layout() if cell is not None else None
        if isinstance(box, QVBoxLayout):
            box.addWidget(self._label)

    @property
    def text(self) -> str:
        """What it says now."""
        return self._label.text()

    def say(self, text: str, *, warn: bool = False) -> None:
        """Say something, or nothing; `warn` outlines the field."""
        self._label.setText(text)
        self._label.setVisible(bool(text))
        self._label.setProperty("muted", not warn)
        self._label.setProperty("wrong", warn)
        repolish(self._label)
        mark_wrong(self._field, warn)
        self._field.setAccessibleDescription(text)
