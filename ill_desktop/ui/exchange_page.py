"""The ledger of the exchange: every message, why it waits, and what can be done with it."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ill_desktop.services.views import MessageLine, MessageView
from ill_desktop.ui.fields import plain_label
from ill_desktop.ui.link import Link
from ill_desktop.ui.models.table import ROW, Column, Table
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.page import DeskPage
from ill_desktop.ui.story import table_view, what_of
from ill_desktop.words import labels
from ill_desktop.words.mark import mark

ASIDE = frozenset({"attention", "quarantined", "refused", "failed"})
RESENDABLE = frozenset({"written", "unanswered", "refused", "failed", "confirmed"})
SHOWN = 200


class ExchangePage(DeskPage):
    """A list of messages and, below it, the one chosen as it came."""

    exchange_now = Signal()
    request_wanted = Signal(str)

    def __init__(self, link: Link, notices: Notices) -> None:
        super().__init__(link)
        self._notices = notices
        self._chosen = 0
        self.model: Table[MessageLine] = Table(self._columns(), self)
        self.table = table_view(self.model, self.tr("Messages"), 3)  # type: ignore[arg-type]
        self.table.selectionModel().currentRowChanged.connect(self._current)
        self._head()
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self._below())
        split.setSizes([420, 220])
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        self.column.addWidget(split, 1)

    def _columns(self) -> tuple[Column[MessageLine], ...]:
        words = self.link.words
        return (
            Column(mark("Table", "When"), lambda m: self.link.moment(m.at)),
            Column("", lambda m: "←" if m.direction == "in" else "→"),
            Column(mark("Table", "Partner"), lambda m: m.partner or "–"),
            Column(
                mark("Table", "Message"),
                lambda m: what_of(m) or m.file,
            ),
            Column(mark("Table", "Request"), lambda m: m.request),
            Column(mark("Table", "State"), lambda m: labels.message_state(words, m.state)),
        )

    def _head(self) -> None:
        self.heading.setText(self.tr("Exchange"))
        self.only = QCheckBox(self.tr("Only what needs attention"))
        self.only.toggled.connect(self.refresh)
        now = QPushButton(self.tr("Exchange now"))
        now.setProperty("filled", True)
        now.clicked.connect(self.exchange_now)
        self.head.addWidget(self.only)
        self.head.addWidget(now)

    def _below(self) -> QWidget:
        box = QWidget(self)
        self.reason = plain_label()
        self.reason.setWordWrap(True)
        self.text = QPlainTextEdit(box)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("The message as it came"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        line = QHBoxLayout()
        line.addWidget(self.reason, 1)
        self.resend = self._button(line, self.tr("Send again"), self._resend)
        self.again = self._button(line, self.tr("Read again"), self._read_again)
        self.aside = self._button(line, self.tr("Set aside"), self._set_aside)
        self.show_request = self._button(line, self.tr("Show request"), self._show_request)
        column = QVBoxLayout(box)
        column.setContentsMargins(16, 8, 16, 12)
        column.addLayout(line)
        column.addWidget(self.text, 1)
        return box

    def _button(self, line: QHBoxLayout, text: str, act: Any) -> QPushButton:
        button = QPushButton(text)
        button.setEnabled(False)
        button.clicked.connect(act)
        line.addWidget(button)
        return button

    def refresh(self) -> None:
        """Read the newest messages again."""
        states = tuple(ASIDE) if self.only.isChecked() else ()

        def ask(desk: Any) -> Any:
            from ill_desktop.services import ledger
            from ill_desktop.store.mailbook import LedgerQuery

            query = LedgerQuery(states=states, limit=SHOWN)
            return ledger.messages(desk, query).messages

        self.link.read(ask, self._show)

    def _show(self, found: tuple[MessageLine, ...]) -> None:
        self.model.fill(found)
        row = next((n for n, one in enumerate(found) if one.id == self._chosen), 0)
        self.table.selectRow(row if found else -1)
        if not found:
            self._offer(None)
            self.reason.setText(self.tr("No messages here."))
            self.text.clear()

    def _current(self, now: QModelIndex, _before: QModelIndex) -> None:
        line = now.data(ROW)
        self._offer(line)
        if line is None:
            return
        self._chosen = wanted = line.id

        def ask(desk: Any) -> MessageView:
            from ill_desktop.services import ledger

            return ledger.message(desk, wanted)

        self.link.read(ask, self._show_message)

    def _offer(self, line: MessageLine | None) -> None:
        out = line is not None and line.direction == "out"
        self.resend.setEnabled(line is not None and out and line.state in RESENDABLE)
        self.again.setEnabled(line is not None and line.in_doubt)
        self.aside.setEnabled(line is not None and line.state in ASIDE)
        self.show_request.setEnabled(line is not None and bool(line.request))

    def _show_message(self, view: MessageView) -> None:
        if view.line.id != self._chosen:
            return
        parts = (view.label, view.reason_text, view.line.detail, view.line.file)
        self.reason.setText("  ·  ".join(part for part in parts if part))
        self.text.setPlainText(view.text)

    def _line(self) -> MessageLine | None:
        line = self.table.currentIndex().data(ROW)
        return line if isinstance(line, MessageLine) else None

    def _resend(self) -> None:
        self._with_ledger("resend", self.tr("The message is ready to leave again."))

    def _set_aside(self) -> None:
        self._with_ledger("set_aside", self.tr("The message is set aside."))

    def _read_again(self) -> None:
        line = self._line()
        if line is None:
            return

        def ask(desk: Any) -> Any:
            from ill_desktop.services.post.again import read_again

            return read_again(desk, line.id)

        self.link.write(ask, self._was_read_again)

    def _was_read_again(self, view: MessageView) -> None:
        self._notices.toast(view.reason_text or view.label)

    def _with_ledger(self, verb: str, said: str) -> None:
        line = self._line()
        if line is None:
            return

        def ask(desk: Any) -> Any:
            from ill_desktop.services import ledger

            return getattr(ledger, verb)(desk, line.id)

        self.link.write(ask, lambda _: self._notices.toast(said))

    def _show_request(self) -> None:
        line = self._line()
        if line is not None:
            self.request_wanted.emit(line.request)
