"""The line in a form that says what is wrong, and marks the field it is about."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from shiboken6 import isValid

from ill_desktop.domain.errors import DeskError, Missing
from ill_desktop.ui.fields import DayField, mark_wrong
from ill_desktop.ui.link import Link
from ill_desktop.ui.theme import repolish

Fields = Mapping[str, QWidget]
"""Fields by the names errors give them."""


class Wrong(QLabel):
    """Away until there is something to say; `failed` is what a form hands to the desk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("wrong", True)
        self.hide()
        self._link: Link | None = None
        self._fields: Fields = {}

    def prepare(self, link: Link, fields: Fields | None = None) -> None:
        """Speak the language of the desk, and know the fields that can be wrong."""
        self._link, self._fields = link, fields or {}

    def say(self, text: str, *, wrong: bool = True) -> None:
        """Say something; not `wrong` is said quietly."""
        self.setText(text)
        self.setProperty("wrong", wrong)
        self.setProperty("muted", not wrong)
        repolish(self)
        self.show()

    def failed(self, error: DeskError) -> None:
        """Say what the desk refused, and stand on the field it is about; the form may be gone."""
        if isValid(self) and self._link is not None:
            self.say(self._link.sentence(error))
            point_out(self._fields, named(error))


def named(error: DeskError) -> str:
    """The name of the field an error is about; empty where it is about none."""
    if isinstance(error, Missing):
        return error.kind.removeprefix("one-")
    return str(getattr(error, "field", getattr(error, "key", "")))


def point_out(fields: Fields, name: str) -> None:
    """Outline the field of a name and no other, and stand on it."""
    for key, field in fields.items():
        mark_wrong(field.edit if isinstance(field, DayField) else field, key == name)
        if key == name:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
