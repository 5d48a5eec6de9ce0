"""One message of the ledger: what it says, what became of it, and what can be done."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ill_desktop.services.views import NEEDS_A_PERSON, RESENDABLE, MessageLine, MessageView
from ill_desktop.ui.choose_file import to_save
from ill_desktop.ui.link import Link
from ill_desktop.ui.mailing import Mailing
from ill_desktop.ui.message_text import MessageText
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.stranger import Stranger
from ill_desktop.ui.wrapping import Wrapping
from ill_desktop.words import formats, reasons
from ill_desktop.words.messages import what_of

if TYPE_CHECKING:
    from ill_desktop.services.post.matching import Match


class MessagePane(QWidget):
    """Shows a message under the list it was chosen from."""

    request_wanted = Signal(str)
    leaving_wanted = Signal()
    """What still waits to leave is to leave now."""
    settled = Signal()
    """What was pressed is done, and its button is gone: one goes on in the list."""
    taking_down_wanted = Signal(int)
    """The id of a message whose request is to be taken down by hand."""

    def __init__(self, link: Link, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link, self._notices = link, notices
        self._mailing, self._stranger = Mailing(link, notices, self), Stranger(link, notices, self)
        self._line: MessageLine | None = None
        self.reason, self.delivery = plain_label(), plain_label(muted=True)
        self.reason.setWordWrap(True)
        self.delivery.setWordWrap(True)
        self.text = MessageText(link.words, self)
        line = Wrapping()
        line.setSpacing(6)
        line.addWidget(self.reason)
        self.raw = self._button(line, "XML", self._turn)
        self.raw.setToolTip(self.tr("The message as it came"))
        self.raw.setCheckable(True)
        self.open_mail = self._button(line, self.tr("Open in mail program"), self._open_mail)
        self.sent = self._button(line, self.tr("Mark as sent"), self._mark_sent)
        self.leave = self._button(line, self.tr("Send now"), self.leaving_wanted.emit)
        self.take = self._button(line, self.tr("Accept as message"), self._take_up)
        self.add = self._button(line, self.tr("Add this library…"), self._add)
        self.take_down = self._button(line, self.tr("Record request…"), self._take_down)
        self.draft = self._button(line, self.tr("Make a mail draft"), self._make_draft)
        self.resend = self._button(line, self.tr("Send again"), self._resend)
        self.again = self._button(line, self.tr("Read again"), self._read_again)
        self.match = self._button(line, self.tr("Match to a request…"), self._match)
        self.save = self._button(line, self.tr("Save file…"), self._save)
        self.aside = self._button(line, self.tr("Set aside"), self._set_aside)
        self.show_request = self._button(line, self.tr("Show request"), self._show_request)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.delivery)
        column.addWidget(self.text, 1)
        self.clear("")

    def _button(self, line: Wrapping, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(act)
        line.addWidget(button)
        return button

    def clear(self, told: str) -> None:
        """There is no message; say why."""
        self._choose(None)
        self.reason.setText(told)
        self.delivery.clear()
        self.text.clear()
        self.raw.hide()

    def _turn(self) -> None:
        self.text.turn(self.raw.isChecked())

    def show_line(self, line: MessageLine | None) -> None:
        """Show a message: its buttons at once, its text when it was read."""
        self._choose(line)
        if line is None:
            return

        def ask(desk: Any) -> MessageView:
            from ill_desktop.services import ledger

            return ledger.message(desk, line.id)

        self._link.read(ask, self._show)

    def _choose(self, line: MessageLine | None) -> None:
        if self._line is not None and (line is None or line.id != self._line.id):
            self._notices.leave()
        self._line = line
        focus = self.window().focusWidget()
        held = focus if focus is not None and self.isAncestorOf(focus) else None
        for button, offered in (
            (self.open_mail, line and line.is_draft),
            (self.sent, line and line.is_draft),
            (self.leave, line and line.leaves_at),
            (self.draft, line and line.can_be_drafted),
            (self.take, line and line.is_proposal),
            (self.add, line and line.is_strange),
            (self.take_down, line and line.can_be_taken_down),
            (
                self.resend,
                line and line.direction == "out" and line.state in RESENDABLE and not line.is_draft,
            ),
            (self.again, line and line.in_doubt),
            (self.match, line and line.is_orphan),
            (self.save, line and line.is_a_file),
            (self.aside, line and line.state in NEEDS_A_PERSON),
            (self.show_request, line and line.request),
        ):
            button.setVisible(bool(offered))
            looks = button in (self.open_mail, self.show_request, self.save)
            button.setEnabled(looks or not self._link.view_only)
        if held is not None and held.isHidden():
            self.settled.emit()

    def _show(self, view: MessageView) -> None:
        if self._line is None or view.line.id != self._line.id:
            return
        parts = (view.label, view.reason_text, self._where(view))
        self.reason.setText("  ·  ".join(part for part in parts if part))
        file = view.line.file.replace("_", "_\u200b")
        by = (self.tr("by {name}").format(name=view.staff),) if view.staff else ()
        told = (*self._delivered(view.line), *by, self._beside(view), file)
        self.delivery.setText("  ·  ".join(part for part in told if part))
        self.text.show_message(view)
        self.raw.setVisible(self.text.has_words)

    def _beside(self, view: MessageView) -> str:
        """The files that wait with it, and go to the request once somebody has said which."""
        taken, left = self.tr("{name} ({size})"), self.tr("{name} ({size}, cannot be kept)")
        words = self._link.words
        named = (
            (taken if one.kept else left).format(name=one.name, size=formats.size(words, one.size))
            for one in view.files
        )
        text = self.tr("came with it: {files}")
        return text.format(files=", ".join(named)) if view.files else ""

    def _where(self, view: MessageView) -> str:
        """What the reason is about; of a file that cannot be read, in which line it breaks off, and
        of a document how large it is: of what is too large the reason says it.

        It is said by the reason, which stays, and not by the state: what is set aside says it, too.
        """
        line = view.line
        if view.size:
            is_said = line.reason != "a-document"
            return "" if is_said else formats.size(self._link.words, view.size)
        if line.is_a_file and line.detail.isdecimal():
            return self.tr("line {n}").format(n=line.detail)
        refused = line.reason == "refused-by-partner"
        said = reasons.why_refused if refused else reasons.about
        return said(self._link.words, line.detail)

    def _delivered(self, line: MessageLine) -> tuple[str, ...]:
        if line.leaves_at is not None:
            return (self.tr("leaves {moment}").format(moment=self._link.moment(line.leaves_at)),)
        if line.confirmed_at is not None:
            when = self._link.moment(line.confirmed_at)
            return (self.tr("confirmed {moment}").format(moment=when),)
        if line.by_mail and line.direction == "in":
            return (self.tr("came by mail, which proves no sender"),)
        if line.direction == "out" and line.standing == "written":
            return (self.tr("not confirmed"),)
        return ()

    # what can be done

    def _resend(self) -> None:
        self._with_ledger("resend", self.tr("The message is ready to leave again."))

    def _make_draft(self) -> None:
        line = self._line
        if line is None:
            return

        def ask(desk: Any) -> Any:
            from ill_desktop.services.post import drafting

            return drafting.as_draft(desk, line.id)

        self._link.write(ask, self._drafted)

    def _drafted(self, view: Any) -> None:
        """Whether the mail could be written stands in the message itself."""
        if view.line.is_draft:
            self._notices.toast(self.tr("The mail is ready to be opened and sent."))
        else:
            said = self.tr("The mail could not be written. Check the folder and its free space.")
            self._notices.bar(said, "look")

    def _save(self) -> None:
        """What came is no message, but a scan perhaps that somebody put into the folder."""
        line = self._line
        path = to_save(self, self.tr("Save file"), line.file) if line else None

        def ask(desk: Any) -> Path | None:
            from ill_desktop.services import ledger

            return ledger.save_file(desk, line.id, path) if line and path else None

        if path is None:
            return

        text = self.tr("The file is saved: {file}")
        self._link.read(ask, lambda kept: self._notices.toast(text.format(file=kept)))

    def _set_aside(self) -> None:
        self._with_ledger("set_aside", self.tr("The message is set aside."))

    def _with_ledger(self, verb: str, said: str) -> None:
        line = self._line
        if line is None:
            return

        def ask(desk: Any) -> Any:
            from ill_desktop.services import ledger

            return getattr(ledger, verb)(desk, line.id)

        self._link.write(ask, lambda _: self._settled(said))

    def _open_mail(self) -> None:
        if self._line is not None:
            self._mailing.open(self._line.id)

    def _mark_sent(self) -> None:
        if self._line is not None:
            self._mailing.mark_sent(self._line.id)

    def _read_again(self) -> None:
        self._judge("read_again")

    def _take_up(self) -> None:
        self._judge("take_up")

    def _add(self) -> None:
        if self._line is not None:
            self._stranger.add(self._line)

    def _take_down(self) -> None:
        if self._line is not None:
            self.taking_down_wanted.emit(self._line.id)

    def _judge(self, verb: str) -> None:
        line = self._line
        if line is None:
            return

        def ask(desk: Any) -> Any:
            from ill_desktop.services.post import again

            return getattr(again, verb)(desk, line.id)

        self._link.write(ask, self._was_judged)

    def _settled(self, said: str) -> None:
        """It is told, and one goes on in the list, also where the next offers the same."""
        self._notices.toast(said)
        self.settled.emit()

    def _was_judged(self, view: MessageView) -> None:
        """What it was and for which request, or why it still waits."""
        line, said = view.line, view.reason_text or view.label
        if line.state == "applied" and line.request:
            said = self._accepted(line)
        self._settled(said)

    def _accepted(self, line: MessageLine) -> str:
        text = self.tr("Accepted for {number}: {what}, from {partner}.")
        what = what_of(self._link.words, line) or line.file
        return text.format(number=line.request, what=what, partner=line.partner or "–")

    def _match(self) -> None:
        from ill_desktop.ui.dialogs import show
        from ill_desktop.ui.match_dialog import MatchDialog

        if self._line is not None:
            dialog = MatchDialog(self._link, self._line, self.window())
            dialog.matched.connect(self._was_matched)
            show(dialog)

    def _was_matched(self, match: "Match") -> None:
        """As a message that was judged, and what became of the request."""
        from ill_desktop.ui import foresight

        line, said = match.line, foresight.headline(self._link, match)
        if line.state == "applied":
            said = f"{self._accepted(line)} {said}"
        self._settled(said)

    def _show_request(self) -> None:
        if self._line is not None:
            self.request_wanted.emit(self._line.request)
