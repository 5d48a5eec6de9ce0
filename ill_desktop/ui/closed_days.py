"""The list of closed days in the settings, and which due dates would move because of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ill_desktop._built.forms.library import Ui_Library
from ill_desktop.domain.calendar import Closure
from ill_desktop.domain.errors import Invalid, Why
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.choose_file import to_open
from ill_desktop.ui.link import Link
from ill_desktop.ui.models.table import ROW, Column, Table
from ill_desktop.ui.pressing import PLAIN
from ill_desktop.ui.tables import ENTER, dress
from ill_desktop.words import formats
from ill_desktop.words.mark import mark

SHOWN = 3
"""So many due dates are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """One line; `public` days come from the country and cannot be taken away singly."""

    day: date
    name: str
    public: bool = False


class ClosedDays(QObject):
    """Works the calendar page of the settings form."""

    changed = Signal()

    def __init__(self, link: Link, form: Ui_Library, title: str, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._link, self._form, self._title, self._dialog = link, form, title, dialog
        self._own: dict[date, str] = {}
        self._public: Mapping[date, str] = {}
        self._asked: Closure | None = None
        """Days that were asked back: given again, they are meant."""
        columns: tuple[Column[ClosedDay], ...] = (
            Column(mark("Table", "Day"), lambda one: formats.day(link.words, one.day)),
            Column(mark("Table", "Reason"), lambda one: one.name),
            Column(mark("Table", "From"), self._source),
        )
        self.model: Table[ClosedDay] = Table(columns, self)
        self._dress()
        form.new_day.prepare(link.words, link.here)
        form.add_day.clicked.connect(self._add)
        for field in (form.new_day.edit, form.new_name):
            field.installEventFilter(self)
        form.remove_day.clicked.connect(self._remove)
        form.import_days.clicked.connect(self._import)
        form.move.hide()

    def _dress(self) -> None:
        dress(self._form.days, self.model, 1, several=True)

    def _source(self, one: ClosedDay) -> str:
        return self.tr("the country") if one.public else self.tr("this library")

    def own(self) -> dict[date, str]:
        """The days entered here."""
        return dict(self._own)

    def fill(self, days: Mapping[date, str]) -> None:
        """Show the days that are kept."""
        self._own = dict(days)
        self._show()

    def look(self, card: Any) -> None:
        """Ask for the country's days, and for the due dates that would move."""
        language = self._link.words.language

        def ask(desk: Any) -> Any:
            from ill_desktop.services import calendars, moving

            year = desk.today().year
            public = calendars.named(card.country, year, language) if card.public_holidays else {}
            return public, moving.moved(desk, card)

        self._link.read(ask, while_there(self, lambda found: self._looked(*found)))

    def _looked(self, public: Mapping[date, str], moved: Any) -> None:
        self._public = public
        self._show()
        form = self._form
        form.move.setVisible(bool(moved))
        form.move.setChecked(False)
        if not moved:
            form.moving.setText(self.tr("No loan is due on a closed day."))
            return
        words = self._link.words
        named = [
            f"{one.number}: {formats.day(words, one.due)} → {formats.day(words, one.day)}"
            for one in moved[:SHOWN]
        ]
        more = len(moved) - len(named)
        if more > 0:
            named.append(self.tr("and {n} more").format(n=more))
        text = self.tr("Loans due on a closed day: {list}")
        form.moving.setText(text.format(list="; ".join(named)))

    def _show(self) -> None:
        today = self._link.today()
        rows = [ClosedDay(day, name) for day, name in self._own.items()]
        rows += [
            ClosedDay(day, name, public=True)
            for day, name in self._public.items()
            if day not in self._own
        ]
        rows = [one for one in rows if one.day >= today or not one.public]
        self.model.fill(sorted(rows, key=lambda one: one.day))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter behind a day adds it, and ends no form; held down it does nothing more."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in ENTER or event.modifiers() not in PLAIN:
            return False
        typed = self._form.new_day.text() or self._form.new_name.text().strip()
        if typed and not event.isAutoRepeat():
            self._form.add_day.click()
        return bool(typed) or event.isAutoRepeat()

    def _add(self) -> None:
        self._form.new_day.setFocus()  # for the next one, or to mend this one
        self.take_typed()

    def take_typed(self) -> bool:
        """Add the days that are typed, if any; False while they are none, or hardly meant."""
        form, field = self._form, self._form.new_day
        span = field.span()
        if span is None and field.text():
            form.wrong.failed(Invalid("closed-days", field.text(), Why.NOT_A_DATE))
        if span is None:
            return not field.text()
        odd = field.odd_now()
        if odd and span != self._asked:
            self._asked = span
            again = self.tr("{days}. {odd} If it is meant, press again.")
            form.wrong.say(again.format(days=field.said(), odd=odd), about="closed-days")
            return False
        self._own.update(dict.fromkeys(span.days(), form.new_name.text().strip()))
        field.set_day(None)
        form.new_name.clear()
        self._show()
        self.changed.emit()
        return True

    def _remove(self) -> None:
        chosen = self._form.days.selectionModel().selectedRows()
        gone = [index.data(ROW).day for index in chosen if not index.data(ROW).public]
        for day in gone:
            del self._own[day]
        if gone:
            self._show()
            self.changed.emit()

    def _import(self) -> None:
        kinds = self.tr("Calendars (*.ics *.csv)")
        path = to_open(self._dialog, self._title, kinds)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Add the days of a calendar file or a table."""

        def ask(desk: Any) -> dict[date, str]:
            from ill_desktop.services import library

            return library.read_closed_days(desk, path)

        failed = while_there(self, self._form.wrong.failed)
        self._link.read(ask, while_there(self, self._taken), failed)

    def _taken(self, days: dict[date, str]) -> None:
        self._form.wrong.hide()
        self._own.update(days)
        self._show()
        self.changed.emit()

    def _told(self, text: str) -> None:
        self._form.wrong.setText(text)
        self._form.wrong.show()
