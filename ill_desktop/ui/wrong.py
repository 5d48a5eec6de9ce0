"""The line in a form that says what is wrong, and marks the field it is about."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabWidget, QWidget
from shiboken6 import isValid

from ill_desktop.domain.errors import DeskError, Invalid, Missing, NotOfRequest
from ill_desktop.ui.fields import DayField, mark_wrong
from ill_desktop.ui.link import Link
from ill_desktop.ui.plain_label import keep_lines
from ill_desktop.ui.theme import repolish

Fields = Mapping[str, QWidget]
"""Fields by the names errors give them."""
CHANGES = ("changed", "textChanged", "currentTextChanged", "valueChanged")
"""The signals by which fields tell that something else stands in them."""


class Wrong(QLabel):
    """Away until there is something to say; `failed` is what a form hands to the desk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("wrong", True)
        self.hide()
        keep_lines(self)
        self._link: Link | None = None
        self._fields: Fields = {}

        self._heard: set[str] = set()
        self._about = ""
        """The field that it speaks of; what is written there takes it back."""

    def prepare(self, link: Link | None, fields: Fields | None = None) -> None:
        """Speak the language of the desk, and know the fields that can be wrong.

        Without a link, before there is a desk, only `say` is of use.
        """
        self._link, self._fields = link, fields or {}

    def say(self, text: str, *, wrong: bool = True, about: str = "") -> None:
        """Say something; not `wrong` is said quietly. It is gone when the field it is `about`
        holds something else.
        """
        self._about = about
        self.setText(text)
        self.setProperty("wrong", wrong)
        self.setProperty("muted", not wrong)
        repolish(self)
        self.show()
        if about:
            point_out(self._fields, about)
            self._listen(about)

    def failed(self, error: DeskError) -> None:
        """Say what the desk refused, and stand on the field it is about; the form may be gone."""
        if not isValid(self) or self._link is None:
            return
        name = named(error)
        if isinstance(error, Invalid) and _is_told(self._fields.get(name)):
            self._about = ""
            self.hide()
            point_out(self._fields, name)
        else:
            self.say(self._link.sentence(error), about=name)

    def _listen(self, name: str) -> None:
        field = self._fields.get(name)
        signals = (getattr(field, signal, None) for signal in CHANGES)
        heard = next((signal for signal in signals if signal is not None), None)
        if heard is not None and name not in self._heard:
            self._heard.add(name)
            heard.connect(lambda *_: self._corrected(name))

    def _corrected(self, name: str) -> None:
        """What was wrong is being written anew: it is no longer what was refused."""
        if isValid(self) and self._about == name:
            self._about = ""
            self.hide()


def _is_told(field: QWidget | None) -> bool:
    """Whether it stands below the field already that nothing can be made of what it holds."""
    if isinstance(field, DayField):
        return field.is_wrong()
    return field is not None and bool(field.property("wrong") and field.accessibleDescription())


def named(error: DeskError) -> str:
    """The name of the field an error is about; empty where it is about none."""
    if isinstance(error, Missing):
        return error.kind.removeprefix("one-")
    if isinstance(error, NotOfRequest):
        return "item"
    return str(getattr(error, "field", getattr(error, "key", "")))


def point_out(fields: Fields, name: str) -> None:
    """Outline the field of a name and no other, and stand on it."""
    for key, field in fields.items():
        mark_wrong(field.edit if isinstance(field, DayField) else field, key == name)
        if key == name:
            _turn_to(field)
            field.setFocus(Qt.FocusReason.OtherFocusReason)


def _turn_to(field: QWidget) -> None:
    """Show the tab a field is on: nobody can stand on what is out of sight."""
    page, over = field, field.parentWidget()
    while over is not None:
        if isinstance(over, QTabWidget):
            over.setCurrentWidget(page)
        # Between a tab and its page stands a stack of Qt's own.
        page, over = page if isinstance(over, QStackedWidget) else over, over.parentWidget()
