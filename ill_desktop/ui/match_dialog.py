"""Which request a message is about that names none of ours."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from ill_desktop.domain.statement import Open
from ill_desktop.services.views import MessageLine, MessageView
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.fields import mark_wrong
from ill_desktop.ui.link import Link
from ill_desktop.ui.models.table import ROW, Column, Table
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.tables import table_view
from ill_desktop.ui.theme import scaled
from ill_desktop.ui.verbs import Verbs
from ill_desktop.ui.wrong import Wrong
from ill_desktop.words import statements
from ill_desktop.words.mark import mark
from ill_desktop.words.messages import what_of


class MatchDialog(QDialog):
    """Offers what is open with the library that wrote; any other number may be typed."""

    matched = Signal(object)
    """The `MessageView` after it was taken for the request."""

    def __init__(self, link: Link, line: MessageLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link, self._line = link, line
        self.setWindowTitle(self.tr("Match to a request"))
        self.resize(720, 460)
        heading = plain_label(f"{line.partner or '–'} · {what_of(link.words, line)}")
        heading.setFont(scaled(self.font(), 1.2, QFont.Weight.DemiBold))
        heading.setWordWrap(True)
        label = plain_label(self.tr("&Number of the request"))
        self.number = QLineEdit(self)
        self.number.setMaximumWidth(160)
        label.setBuddy(self.number)
        self.wrong = Wrong(self)
        self.wrong.prepare(link, {"request": self.number})
        words = link.words
        columns: tuple[Column[Open], ...] = (
            Column(mark("Table", "Number"), lambda one: one.number),
            Column(mark("Table", "Title"), lambda one: one.title),
            Column(mark("Table", "We say"), lambda one: statements.phase(words, one.phase)),
        )
        self.model: Table[Open] = Table(columns, self)
        self.table = table_view(self.model, self.tr("Requests open with this library"), 1)
        self.table.selectionModel().currentRowChanged.connect(self._pick)
        self.table.doubleClicked.connect(lambda _: self._submit())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(self.table, 1)
        field = QVBoxLayout()
        field.setSpacing(4)
        for one in (label, self.number, self.wrong):
            field.addWidget(one)
        column.addLayout(field)
        verbs = Verbs(self, self.tr("Use it for this request"), self._submit)
        self.match = verbs.act
        column.addLayout(verbs)
        self._ask()

    def _ask(self) -> None:
        message_id = self._line.id

        def ask(desk: Any) -> tuple[Open, ...]:
            from ill_desktop.services import statements as made

            return made.with_sender_of(desk, message_id)

        self._link.read(ask, while_there(self, self.model.fill))

    def _pick(self) -> None:
        one = self.table.currentIndex().data(ROW)
        if isinstance(one, Open):
            self.number.setText(one.number)
            self.wrong.hide()
            mark_wrong(self.number, False)

    def _submit(self) -> None:
        message_id, number = self._line.id, self.number.text().strip()
        if not number:
            self.wrong.say(self.tr("Choose a request or type its number."), about="request")
            return

        def ask(desk: Any) -> MessageView:
            from ill_desktop.services.post.again import match

            return match(desk, message_id, number)

        self._link.write(ask, self._done, self.wrong.failed)

    def _done(self, view: MessageView) -> None:
        self.matched.emit(view)
        self.accept()
