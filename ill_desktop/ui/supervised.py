"""A form that only a supervisor may save: said when it opens, with a way to sign on there and then.

Until then its fields can be read and not written in. Whoever signs on stays in the form, on the tab
and the row they looked at.
"""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ill_desktop.domain.rights import Right, Role, may
from ill_desktop.services.changes import Change
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.link import Link
from ill_desktop.ui.pin_dialog import sit_down
from ill_desktop.ui.plain_label import keep_place, plain_label
from ill_desktop.ui.theme import repolish
from ill_desktop.words.errors import forbidden

_WHOLE = (QComboBox, QAbstractItemView, QTabBar)
"""What is made of parts that are no fields of the form."""


class Supervised(QFrame):
    """The line at the head of a form; away where whoever is at the desk may do it all."""

    def __init__(self, dialog: QDialog, link: Link, right: Right) -> None:
        super().__init__(dialog)
        self._dialog, self._link, self._right = dialog, link, right
        self._locked: list[QWidget] = []
        self._verb: QPushButton | None = None
        self._hint = ""
        """What the verb says of itself while nobody is refused."""
        self._stays: tuple[QWidget, ...] = ()
        self.setObjectName("bar")
        self._text = plain_label(parent=self)
        self._text.setWordWrap(True)
        self.sign_on = QPushButton(self.tr("Sign on as supervisor"), self)
        self.sign_on.setAutoDefault(False)
        self.sign_on.clicked.connect(self._ask_who)
        keep_place(self.sign_on)  # nothing below moves when somebody signs on
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 8, 6)
        line.addWidget(self._text, 1)
        line.addWidget(self.sign_on)
        column = dialog.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, self)
        self.hide()
        link.changed.connect(self._heard)

    def guard(self, verb: QPushButton, *stays: QWidget) -> None:
        """Let nobody else write in the form and press its verb; what `stays` can be pressed."""
        self._verb, self._stays = verb, stays
        if not self._may():
            self._lock()

    def refuse(self) -> None:
        """Say who may do what was just refused, and offer to sign on."""
        self._tell(forbidden(self._link.words, self._right), "look", signs_on=True)

    def _may(self) -> bool:
        desk = self._link.desk
        return desk is None or may(desk.role, self._right)

    def _heard(self, change: Change) -> None:
        if not change.settings or self.isHidden() or not self._may():
            return
        if self.sign_on.isVisibleTo(self):
            self._unlock()

    # the fields

    def _lock(self) -> None:
        self.refuse()
        if self._verb is not None and not self._locked:
            self._hint = self._verb.toolTip()
        for field in self._fields():
            if isinstance(field, QLineEdit | QPlainTextEdit):
                if not field.isReadOnly():
                    field.setReadOnly(True)
                    self._locked.append(field)
            elif field.isEnabledTo(self._dialog):
                field.setEnabled(False)
                self._locked.append(field)
        if self._verb is not None:
            self._verb.setToolTip(self._text.text())
        self.sign_on.setFocus()

    def _fields(self) -> Iterator[QWidget]:
        for kind in (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton):
            for field in self._dialog.findChildren(kind):
                within = field.parentWidget()
                if field in self._stays or within is None or isinstance(within, _WHOLE):
                    continue
                if within.objectName() != self.objectName():
                    yield field

    def _unlock(self) -> None:
        for field in self._locked:
            if isinstance(field, QLineEdit | QPlainTextEdit):
                field.setReadOnly(False)
                repolish(field)
            else:
                field.setEnabled(True)
        self._locked.clear()
        if self._verb is not None:
            self._verb.setToolTip(self._hint)
        said = self.tr("{who} is at the desk now, and stays so when this form is closed.")
        desk = self._link.desk
        self._tell(said.format(who=desk.staff if desk is not None else ""), "", signs_on=False)
        self._dialog.focusNextChild()

    def _tell(self, text: str, tone: str, *, signs_on: bool) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setProperty("tone", tone)
        for part in (self, self._text):
            repolish(part)
        self.sign_on.setVisible(signs_on)
        self.show()

    # who signs on

    def _ask_who(self) -> None:
        def ask(desk: Any) -> Any:
            from ill_desktop.services import staff

            return [one for one in staff.listed(desk) if one.active and one.role is Role.SUPERVISOR]

        self._link.read(ask, while_there(self, self._choose))

    def _choose(self, people: Any) -> None:
        if len(people) == 1:
            sit_down(self._link, people[0], self._dialog)
            return
        menu = QMenu(self.sign_on)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in people:
            entry = menu.addAction(f"{one.initials}  {one.name}".replace("&", "&&"))
            entry.triggered.connect(
                lambda _=False, who=one: sit_down(self._link, who, self._dialog)
            )
        menu.popup(self.sign_on.mapToGlobal(QPoint(0, self.sign_on.height())))
