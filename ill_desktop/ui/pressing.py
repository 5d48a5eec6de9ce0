"""Enter presses the button that has the focus, in every window and form, as the blank does.

The chosen one of several answers is pressed already: Enter there ends the form.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QToolButton, QWidget

from ill_desktop.ui.tables import ENTER

PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Pressing(QObject):
    """Listens at the button with the focus.

    It is made before any `Scanner`: what was installed later hears first, and the Enter after a
    code never comes here. One held down does nothing: it was meant for what it led away from.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._listen)

    def _listen(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if isinstance(now, QPushButton | QToolButton):
            now.installEventFilter(self)

    def eventFilter(self, button: QObject, event: QEvent) -> bool:
        """Take Enter from the form around, whose first button is not the one that is meant."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in ENTER or event.modifiers() not in PLAIN:
            return False
        if isinstance(button, QPushButton | QToolButton) and not event.isAutoRepeat():
            (_verb(button) if _is_choice_made(button) else button).click()
        return True


def _is_choice_made(button: QAbstractButton) -> bool:
    """Whether it is the chosen one of several: to press it again says nothing."""
    group = button.group()
    return group is not None and group.exclusive() and button.isChecked()


def _verb(button: QAbstractButton) -> QAbstractButton:
    """The button that ends the form around a choice; without one, the choice itself."""
    known = button.window().findChildren(QPushButton)
    return next((one for one in known if one.isDefault()), button)
