"""Mails that lie ready: opened in the computer's own mail program, and noted as sent."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ill_desktop.services.views import MessageLine, RequestView
from ill_desktop.ui.link import Link
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.theme import repolish
from ill_desktop.words.attempts import NOES
from ill_desktop.words.messages import brief_of


class Mailing(QObject):
    """Opens a mail that lies ready, and notes that a person has sent it."""

    def __init__(self, link: Link, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link, self._notices = link, notices

    def open(self, message_id: int) -> None:
        """Hand the draft to the computer's own mail program, because somebody asked for it."""

        def ask(desk: Any) -> Any:
            from ill_desktop.services import ledger

            return ledger.draft(desk, message_id)

        self._link.read(ask, lambda path: self._opened(str(path)))

    def _opened(self, path: str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            text = self.tr("No program here opens mails. The mail is in {path}.")
            self._notices.bar_here(text.format(path=path), "look")

    def mark_sent(self, message_id: int) -> None:
        """It was sent, says whoever did it."""

        def ask(desk: Any) -> Any:
            from ill_desktop.services import ledger

            return ledger.mark_sent(desk, message_id)

        said = self.tr("The mail is marked as sent.")
        self._link.write(ask, lambda _: self._notices.toast(said))

    def drop(self, message_id: int) -> None:
        """Nobody is to send it any more."""

        def ask(desk: Any) -> Any:
            from ill_desktop.services import ledger

            return ledger.drop(desk, message_id)

        said = self.tr("The mail is dropped: it is not sent.")
        self._link.write(ask, lambda _: self._notices.toast(said))


class MailReady(QWidget):
    """Says on a request that a mail about it still has to be sent, or that a message waits to
    leave; away where there is neither.
    """

    leaving_wanted = Signal()
    open_wanted = Signal(int)
    sent = Signal(int)
    dropped = Signal(int)
    """The id of the message whose mail is meant."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link, self._words, self._view_only = link, link.words, link.view_only
        self._message = 0
        self.text = plain_label()
        self.text.setProperty("warn", True)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.open, self.mark = QPushButton(self.tr("Open mail")), QPushButton(self.tr("Mark sent"))
        self.drop = QPushButton(self.tr("Drop mail"))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        for button, heard in (
            (self.drop, self.dropped),
            (self.open, self.open_wanted),
            (self.mark, self.sent),
        ):
            button.setProperty("flat", True)
            button.clicked.connect(lambda _=False, tell=heard: tell.emit(self._message))
            line.addWidget(button)
        self.leave = QPushButton(self.tr("Send now"))
        self.leave.setProperty("flat", True)
        self.leave.clicked.connect(self.leaving_wanted)
        line.addWidget(self.leave)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.text)
        column.addLayout(line)
        self.hide()

    def show_request(self, view: RequestView) -> None:
        """Tell of the mail that has to leave first: they answer each other."""
        lying = [one for one in view.messages if one.is_draft]
        held = [one for one in view.messages if one.leaves_at is not None]
        self.setVisible(bool(lying or held))
        for button, offered in ((self.open, lying), (self.mark, lying), (self.leave, not lying)):
            button.setVisible(bool(offered))
        self.leave.setDisabled(self._view_only)
        self.text.setProperty("warn", bool(lying))
        self.text.setProperty("muted", not lying)
        repolish(self.text)
        if held and not lying:
            self.text.setText(self._held(held))
        if lying:
            first = lying[-1]
            self._message = first.id
            vain = self.tr("They have said no: it need not be sent.")
            told = self._told(first, lying)
            self.text.setText(f"{told} {vain}" if first in in_vain(view) else told)
            for button in (self.mark, self.drop):
                button.setDisabled(self._view_only)
        self.drop.setVisible(bool(lying) and lying[-1] in in_vain(view))

    def _held(self, held: Sequence[MessageLine]) -> str:
        """What waits for its time, which a mail does as well as a file."""
        first = held[-1]
        when = self._link.soon(first.leaves_at) if first.leaves_at else ""
        what = {"partner": first.partner, "what": brief_of(self._words, first), "moment": when}
        text = self.tr("To {partner}: {what}. It leaves at {moment}.")
        if len(held) > 1:
            text = self.tr("{n} messages to {partner} wait to leave. The first does at {moment}.")
            if not _of_one(held):
                text = self.tr("{n} messages wait to leave. The first does at {moment}.")
        return text.format(n=len(held), **what)

    def _told(self, line: MessageLine, lying: Sequence[MessageLine]) -> str:
        what = {"partner": line.partner, "what": brief_of(self._words, line)}
        if len(lying) == 1:
            text = self.tr("A mail to {partner} is ready: {what}. It has not been sent yet.")
            return text.format(**what)
        text = self.tr("{n} mails to {partner} are ready and have not been sent. First: {what}.")
        if not _of_one(lying):
            text = self.tr(
                "{n} mails are ready and have not been sent. First, to {partner}: {what}."
            )
        return text.format(n=len(lying), **what)


def _of_one(lines: Sequence[MessageLine]) -> bool:
    """Whether one library alone is meant: who moves on writes to two."""
    return len({one.partner for one in lines}) == 1


def in_vain(view: RequestView) -> tuple[MessageLine, ...]:
    """Mails that lie ready for a library that has said no, the first first."""
    said_no = {one.partner for one in view.attempts if one.status in NOES}
    still = {one.partner for one in view.attempts if one.status not in NOES and not one.ended}
    lying = (one for one in reversed(view.messages) if one.is_draft)
    return tuple(one for one in lying if one.partner in said_no - still)
