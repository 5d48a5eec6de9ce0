"""The library's mailbox, on a tab of the settings: servers, user, password, and a test."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ill_desktop._built.forms.mail_tab import Ui_MailTab
from ill_desktop.domain.errors import DeskError
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.fields import mark_wrong
from ill_desktop.ui.link import Link
from ill_desktop.words.mark import mark

LINES = ("server", "user", "sender", "inbox_server", "folder", "moved_to")
PORTS = ("port", "inbox_port")
NOT_KEPT = mark(
    "MailTab",
    "The settings are saved, but not the password: this computer has no keyring that keeps it. It"
    " is known until the program ends, and asked for at each start.",
)


class MailTab(QWidget):
    """Shows a mailbox and gives back what was typed; nothing goes out before *Test*."""

    filled = Signal()
    """The fields hold what the desk knows."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._known: Any = None
        self.form = Ui_MailTab()
        self.form.setupUi(self)
        form = self.form
        for label in (form.about, form.password_text):
            label.setProperty("muted", True)
        ways = (
            ("starttls", self.tr("STARTTLS, port 587 or 143")),
            ("implicit", self.tr("TLS, port 465 or 993")),
        )
        form.security.offer(ways)
        form.inbox_security.offer(ways)
        form.test.clicked.connect(self._test)
        link.read(_show, while_there(self, self._fill))

    def _fill(self, known: Any) -> None:
        self._known = known
        for name in (*LINES, *PORTS):
            self._line(name).setText(str(getattr(known, name)))
        self.form.security.choose(known.security)
        self.form.inbox_security.choose(known.inbox_security)
        self.filled.emit()

    def _line(self, name: str) -> QLineEdit:
        field: QLineEdit = getattr(self.form, name)
        return field

    def typed(self) -> tuple[dict[str, str], str] | None:
        """The fields and the password, or nothing where all is as it was."""
        if self._known is None:
            return None
        form = self.form
        given = {name: self._line(name).text().strip() for name in (*LINES, *PORTS)}
        given |= {"security": form.security.code(), "inbox_security": form.inbox_security.code()}
        same = all(str(getattr(self._known, name)) == text for name, text in given.items())
        return None if same and not form.password.text() else (given, form.password.text())

    def mark(self, wrong: str) -> bool:
        """Mark the field of a name; whether it stands here."""
        name = wrong.replace("-", "_")
        for one in (*LINES, *PORTS):
            mark_wrong(self._line(one), wrong=one == name)
        return name in (*LINES, *PORTS)

    def _test(self) -> None:
        form = self.form
        given = self.typed()
        form.test.setEnabled(False)
        form.result.setText(self.tr("Connecting…"))
        tested, failed = (
            while_there(self, lambda _: self._tested()),
            while_there(self, self._failed),
        )
        self._link.read(lambda desk: _probe(desk, given), tested, failed)

    def _tested(self) -> None:
        self.form.test.setEnabled(True)
        self.mark("")
        self.form.result.setText(self.tr("The connection works. Nothing was sent."))

    def _failed(self, error: DeskError) -> None:
        self.form.test.setEnabled(True)
        self.mark(getattr(error, "field", ""))
        self.form.result.setText(self._link.sentence(error))


Typed = tuple[dict[str, str], str] | None


def _show(desk: Any) -> Any:
    from ill_desktop.services import accounts

    return accounts.show(desk)


def _account(given: dict[str, str]) -> Any:
    from ill_desktop.services import accounts, library

    ports = {name: library.number(name.replace("_", "-"), given[name]) for name in PORTS}
    return accounts.Account(**{**given, **ports})  # type: ignore[arg-type]


def _probe(desk: Any, typed: Typed) -> None:
    from ill_desktop.services import accounts

    account = _account(typed[0]) if typed else accounts.show(desk)
    accounts.probe(desk, account, typed[1] if typed else "")


def save(desk: Any, typed: Typed) -> bool:
    """Keep what was typed; False where the password lasts only while the program runs."""
    from ill_desktop.services import accounts

    return accounts.save(desk, _account(typed[0]), typed[1]) if typed else True
