"""The settings of the library: its card, its calendar, its loans, its safety."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from ill_desktop._built.forms.library import Ui_Library
from ill_desktop.domain.errors import DeskError
from ill_desktop.domain.lifecycle.states import Timer
from ill_desktop.domain.rights import Right
from ill_desktop.ui import countries
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.appearance import LANGUAGES
from ill_desktop.ui.choose_file import a_folder
from ill_desktop.ui.closed_days import ClosedDays
from ill_desktop.ui.dialogs import on_ctrl_enter
from ill_desktop.ui.first_start import PAPERS
from ill_desktop.ui.kept_form import KeptForm
from ill_desktop.ui.link import Link
from ill_desktop.ui.mail_tab import MailTab
from ill_desktop.ui.mail_tab import Typed as MailTyped
from ill_desktop.ui.mail_tab import save as save_mail
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.supervised import Supervised
from ill_desktop.ui.wrong import named

TIMERS = {
    "unanswered": Timer.UNANSWERED,
    "conditions": Timer.CONDITIONS_WAIT,
    "needed": Timer.NEEDED_SOON,
    "due": Timer.DUE_SOON,
    "arrival": Timer.NOT_ARRIVED,
    "collected": Timer.NOT_COLLECTED,
    "return": Timer.RETURN_UNCONFIRMED,
    "passed": Timer.DUE_PASSED,
}
NUMBERS = ("loan_days", "hold_minutes", "retention_days", "reader_margin")
ADDRESSES = ("ship", "return", "mail", "invoice")


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields; the service reads the numbers."""

    plain: dict[str, Any]
    numbers: dict[str, str]
    timers: dict[Timer, str]
    move: bool
    mail: MailTyped


class LibraryDialog(KeptForm):
    """Changes the settings; nothing is kept before *Save settings*."""

    choices_count = True

    def __init__(self, link: Link, card: Any, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self._card = card
        self.done_with: Callable[[bool], None] = lambda _: None
        """Called when all is kept: with False where the mailbox's password is not."""
        self.speak: Callable[[str], None] = lambda _: None
        """Called after that with another language for the window, where one was chosen."""
        self.form = Ui_Library()
        self.form.setupUi(self)
        self.setWindowTitle(self.tr("Settings of the library"))
        self._dress()
        self.mail = MailTab(link, self)
        self.form.tabs.addTab(self.mail, self.tr("Mail"))
        self.days = ClosedDays(link, self.form, self.tr("Choose a calendar file"), self)
        self._fill()
        self._wire()
        self.form.tabs.setAccessibleName(self.windowTitle())
        self.days.look(self._calendar())
        self.resize(720, 600)
        self.keep_as("library")
        self.supervised = Supervised(self, link, Right.SETTINGS)
        self.supervised.guard(self.form.save, self.form.cancel)

    def _dress(self) -> None:
        form = self.form
        form.language.offer(LANGUAGES.items())
        form.window_language.offer(LANGUAGES.items())
        form.paper.offer((paper, paper) for paper in PAPERS)
        form.backup_hours.offer(
            (
                ("24", self.tr("Once a day")),
                ("8", self.tr("Every eight hours")),
                ("4", self.tr("Every four hours")),
                ("1", self.tr("Every hour")),
            )
        )
        for label in (form.retention_text, form.second_text, form.moving):
            label.setProperty("muted", True)
        form.timers_label.setProperty("heading", True)
        countries.open_to_others(form.country)
        form.zone.setEnabled(False)
        form.zone.setToolTip(self.tr("Fixed when the desk was made: its dates depend on it."))
        form.country.offer(countries.choices())
        form.wrong.prepare(self._link, self._fields())
        form.save.setProperty("filled", True)
        on_ctrl_enter(self, form.save)
        form.save.setDefault(True)

    def _fill(self) -> None:
        form, card = self.form, self._card
        form.name.setText(card.name)
        countries.put(form.country, card.country)
        form.zone.offer(((card.zone, card.zone.replace("_", " ")),))
        form.symbols.setText("; ".join(card.symbols))
        form.language.choose(card.language)
        form.window_language.choose(self._link.words.language)
        form.paper.choose(card.paper)
        for purpose in ADDRESSES:
            self._address(purpose).setPlainText(card.addresses[purpose])
        for day in range(7):
            self._weekday(day).setChecked(day in card.closed_weekdays)
        form.public_holidays.setChecked(card.public_holidays)
        form.loan_days.setText(str(card.loan_days))
        form.hold_minutes.setText(str(card.hold_minutes))
        form.reader_steps.setChecked(card.reader_steps)
        form.reader_margin.setText(str(card.reader_margin))
        form.both_due.setChecked(card.both_due)
        form.ask_next.setChecked(card.ask_next)
        for name, timer in TIMERS.items():
            self._timer(name).setText(str(card.timer_days[timer]))
        form.retention_days.setText(str(card.retention_days))
        form.backup_hours.choose(str(card.backup_hours))
        form.backup_at_quit.setChecked(card.backup_at_quit)
        form.second_place.setText(card.second_place)
        self.days.fill(card.closed_days)

    def _address(self, purpose: str) -> Any:
        return getattr(self.form, f"address_{purpose}")

    def _weekday(self, day: int) -> Any:
        return getattr(self.form, f"weekday_{day}")

    def _timer(self, name: str) -> QLineEdit:
        field: QLineEdit = getattr(self.form, f"timer_{name}")
        return field

    def _wire(self) -> None:
        form = self.form
        form.cancel.clicked.connect(self.reject)
        form.save.clicked.connect(self._submit)
        form.forget_now.clicked.connect(self._ask_forget)
        form.choose_place.clicked.connect(self._choose_place)
        form.country.currentTextChanged.connect(self._look_again)
        for box in (form.public_holidays, *map(self._weekday, range(7))):
            box.toggled.connect(self._look_again)
        self.days.changed.connect(self._look_again)
        self.days.changed.connect(self.touched)
        self.mail.filled.connect(lambda: self.begin_again(self.mail))

    def _look_again(self) -> None:
        self.days.look(self._calendar())

    def _ask_forget(self) -> None:
        """What it would concern, by the days in the field, before anything is removed for good."""
        text = self.form.retention_days.text()

        def ask(desk: Any) -> tuple[int, int]:
            from ill_desktop.services import library, retention

            days = library.days_of_retention(text)
            return days, retention.how_many(desk, days)

        asked = while_there(self, lambda found: self._asked_forget(*found))
        self._link.read(ask, asked, while_there(self, self._failed))

    def _asked_forget(self, days: int, n: int) -> None:
        if not n:
            none = self.tr(
                "There is nothing to remove: no request with a name was closed more than {days} "
                "days ago and before this month."
            )
            self._told(none.format(days=days))
            return
        said = self.tr(
            "Requests closed more than {days} days ago and before this month: {n}. The names of "
            "their readers, their notes, their attachments and the text of their messages are "
            "removed. This cannot be undone."
        )
        before = self._card.retention_days
        if days != before:
            also = self.tr("From now on {days} days hold, no longer {before}.")
            said = f"{said} {also}"
        question = said.format(days=days, n=n, before=before)
        Notices(self).ask(self, question, self.tr("Remove names"), lambda: self._forget(days))

    def _forget(self, days: int) -> None:
        def ask(desk: Any) -> int:
            from ill_desktop.services import retention

            return retention.run_now(desk, days)

        done = while_there(self, lambda n: self._forgot(days, n))
        self._link.write(ask, done, while_there(self, self._failed))

    def _forgot(self, days: int, n: int) -> None:
        """The days are kept, too; all else that was typed still waits to be saved."""
        self._card = replace(self._card, retention_days=days)
        self.begin_again(self.form.retention_days)
        self._told(self.tr("Requests that forgot their reader: {n}.").format(n=n))

    def _told(self, text: str) -> None:
        self.form.retention_text.setText(text)

    def _choose_place(self) -> None:
        known = self.form.second_place.text()
        name = a_folder(self, self.tr("Choose a folder"), known)
        if name:
            self.form.second_place.setText(name)

    def more(self) -> dict[str, str]:
        """The closed days entered here: they stand in a list."""
        return {day.isoformat(): name for day, name in self.days.own().items()}

    def put_more(self, more: Mapping[str, str]) -> None:
        self.days.fill({date.fromisoformat(day): name for day, name in more.items()})

    def _calendar(self) -> Any:
        """The card with the calendar as it stands here."""
        return replace(self._card, **self._closed())

    def _closed(self) -> dict[str, Any]:
        form = self.form
        return {
            "country": form.country.code().upper(),
            "closed_weekdays": frozenset(n for n in range(7) if self._weekday(n).isChecked()),
            "public_holidays": form.public_holidays.isChecked(),
            "closed_days": self.days.own(),
        }

    def _typed(self) -> Typed:
        form = self.form
        plain = {
            **self._closed(),
            "name": form.name.text(),
            "symbols": tuple(form.symbols.text().replace(",", ";").split(";")),
            "zone": self._card.zone,
            "language": form.language.code(),
            "paper": form.paper.code(),
            "addresses": {purpose: self._address(purpose).text() for purpose in ADDRESSES},
            "reader_steps": form.reader_steps.isChecked(),
            "both_due": form.both_due.isChecked(),
            "ask_next": form.ask_next.isChecked(),
            "backup_hours": int(form.backup_hours.code()),
            "backup_at_quit": form.backup_at_quit.isChecked(),
            "second_place": form.second_place.text().strip(),
        }
        numbers = {name: getattr(form, name).text() for name in NUMBERS}
        timers = {timer: self._timer(name).text() for name, timer in TIMERS.items()}
        return Typed(plain, numbers, timers, form.move.isChecked(), self.mail.typed())

    def _submit(self) -> None:
        if not self.days.take_typed():
            return
        typed, card = self._typed(), self._card
        self._link.write(lambda desk: _save(desk, card, typed), self._done, self._failed)

    def _done(self, password_kept: bool) -> None:
        self.done_with(password_kept)
        self.accept()
        language = self.form.window_language.code()
        if language != self._link.words.language:
            self.speak(language)

    def _failed(self, error: DeskError) -> None:
        if self.mail.mark(named(error)):
            self.form.tabs.setCurrentWidget(self.mail)
        self.form.wrong.failed(error)

    def _fields(self) -> dict[str, QWidget]:
        form = self.form
        named: dict[str, QWidget] = {
            "symbol": form.symbols,
            "closed-days": form.new_day,
            **{timer.value: self._timer(name) for name, timer in TIMERS.items()},
        }
        for name in ("name", "country", *NUMBERS, "second_place"):
            named[name.replace("_", "-")] = getattr(form, name)
        return named


def _save(desk: Any, card: Any, typed: Typed) -> bool:
    """Keep the card, and move the due dates where that was ticked; False: not the password."""
    from ill_desktop.services import library, moving

    numbers = {
        name: library.number(name.replace("_", "-"), text) for name, text in typed.numbers.items()
    }
    timers = {timer: library.number(timer.value, text) for timer, text in typed.timers.items()}
    days = {**card.timer_days, **timers}
    password_kept = save_mail(desk, typed.mail)
    wanted = replace(card, **typed.plain, **numbers, timer_days=days)
    kept = library.save(desk, wanted)
    if typed.move:
        moving.move(desk, moving.moved(desk, kept))
    return password_kept
