"""A due date with the sum it comes from, and the next open day where it falls on a closed one."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ill_desktop.domain.calendar import Due
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.fields import DayField, name_inside
from ill_desktop.ui.link import Link
from ill_desktop.ui.plain_label import link_button, plain_label
from ill_desktop.words import duedates as told
from ill_desktop.words import formats

TYPING_MS = 200
Usual = Callable[[Any, str, date | None], Due]
"""How the desk reckons the date where staff give none: `(desk, number, day it happened on)`; no
day is today.
"""


class DueField(QWidget):
    """Empty means the date of the sum below it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = DayField(self)
        self.sum: QLabel = plain_label(muted=True)
        self.sum.setWordWrap(True)
        self.next_open = link_button(self)
        self.next_open.clicked.connect(self._take_next)
        self.next_open.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.field, self.sum, self.next_open):
            column.addWidget(part)
        column.addStretch(1)
        self.field.keep_room(False)
        self._keep_room()
        self.setFocusProxy(self.field)
        self._link: Link | None = None
        self._number = ""
        self._reckon: Usual | None = None
        self._start: date | None = None
        self._next: date | None = None
        self.usual: Due | None = None
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._look)
        self.field.changed.connect(self._show_sum_line)
        self.field.changed.connect(self._typing.start)
        self.field.changed.connect(self.changed)

    def _keep_room(self) -> None:
        """Two lines below what is typed: the sum, or the day understood and what is odd in it."""
        line = self.fontMetrics().lineSpacing() + 2
        self.setMinimumHeight(self.field.edit.sizeHint().height() + 2 * (line + 4))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_room()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        name_inside(self, self.field.edit)
        super().showEvent(event)

    def prepare(self, link: Link, number: str, usual: Usual) -> None:
        """Reckon for a request; the sum comes when the desk has answered."""
        self._link, self._number, self._reckon = link, number, usual
        self.field.prepare(link.words, link.here)
        self.field.edit.setPlaceholderText(self.tr("Empty: the day below"))
        self._ask()

    def start_on(self, day: date | None) -> None:
        """Reckon from another day, the one on which it happened; none is today."""
        if day != self._start:
            self._start = day
            self._ask()

    def _ask(self) -> None:
        link, reckon, number, start = self._link, self._reckon, self._number, self._start
        if link is not None and reckon is not None:

            def ask(desk: Any) -> tuple[str, date | None, Due]:
                return number, start, reckon(desk, number, start)

            link.read(ask, while_there(self, self._show_sum))

    def set_day(self, day: date | None) -> None:
        """Show a day; none leaves it to the sum."""
        self.field.set_day(day)

    def text(self) -> str:
        """The day typed, empty for that of the sum."""
        return self.field.text()

    def day(self) -> date | None:
        """The day that will be taken, as far as it is known; none while no day stands there."""
        if self.field.is_wrong():
            return None
        return self.field.day() or (self.usual.day if self.usual else None)

    def _show_sum(self, found: tuple[str, date | None, Due]) -> None:
        number, start, due = found
        if (number, start) == (self._number, self._start) and self._link is not None:
            self.usual = due
            self.sum.setText(told.told(self._link.words, due))
            self.changed.emit()

    def _look(self) -> None:
        """Whether the day typed is one on which somebody is closed."""
        link, day, number = self._link, self.field.day(), self._number
        self._show_sum_line()
        if link is None or day is None:
            return

        def ask(desk: Any) -> Due:
            from ill_desktop.services import duedates

            return duedates.open_from(desk, number, day)

        link.read(ask, while_there(self, self._offer_next))

    def _offer_next(self, due: Due) -> None:
        if due.start != self.field.day() or due.day == due.start or self._link is None:
            return
        self._next = due.day
        text = self.tr("Closed on that day: use {day}")
        self.next_open.setText(text.format(day=formats.day(self._link.words, due.day)))
        self.sum.hide()
        self.next_open.show()

    def _take_next(self) -> None:
        self.field.set_day(self._next)
        self._show_sum_line()
        self.field.setFocus()

    def _show_sum_line(self) -> None:
        """The sum is that of the day to be taken where none is typed."""
        self.next_open.hide()
        self.sum.setVisible(not self.field.text())
