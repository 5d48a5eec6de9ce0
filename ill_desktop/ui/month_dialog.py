"""Closing a month, or reopening it with a reason: what happens is said before."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from ill_desktop.domain.rights import Right
from ill_desktop.ui.link import Link
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.supervised import Supervised
from ill_desktop.ui.verbs import Verbs
from ill_desktop.ui.wrong import Wrong


class MonthDialog(QDialog):
    """Says what closing or reopening means, and does it."""

    def __init__(
        self, link: Link, month: str, name: str, closed: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._link, self._month, self._name, self._closed = link, month, name, closed
        self.done_with: Callable[[str], None] = lambda _: None
        self.setWindowTitle(self.tr("Reopen the month") if closed else self.tr("Close the month"))
        self.setMinimumWidth(460)
        self.reason = QLineEdit(self)
        self.wrong = Wrong(self)
        self.wrong.prepare(link, {"reason": self.reason})
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        what = plain_label(self._what())
        what.setWordWrap(True)
        column.addWidget(what)
        if closed:
            label = plain_label(self.tr("&Reason"))
            label.setBuddy(self.reason)
            field = QVBoxLayout()
            field.setSpacing(4)
            field.addWidget(label)
            field.addWidget(self.reason)
            column.addLayout(field)
        else:
            self.reason.hide()
        column.addWidget(self.wrong)
        verbs = Verbs(self, self.windowTitle(), self._act)
        self.act = verbs.act
        column.addStretch(1)
        column.addLayout(verbs)
        self.supervised = Supervised(self, link, Right.CLOSE_MONTH)
        self.supervised.guard(verbs.act, verbs.cancel)

    def _what(self) -> str:
        text = self.tr(
            "The figures of {month} are kept as they are now. What is entered or changed later "
            "shows beside them as a correction."
        )
        if self._closed:
            text = self.tr(
                "The figures of {month} are counted again from now on. Those it was closed with "
                "stay on record with your reason."
            )
        return text.format(month=self._name)

    def _act(self) -> None:
        month, reason, closed = self._month, self.reason.text(), self._closed

        def ask(desk: Any) -> None:
            from ill_desktop.services import closing as service

            if closed:
                service.reopen(desk, month, reason)
            else:
                service.close(desk, month)

        self._link.write(ask, lambda _: self._done(), self.wrong.failed)

    def _done(self) -> None:
        said = self.tr("{month} is open again.") if self._closed else self.tr("{month} is closed.")
        self.done_with(said.format(month=self._name))
        self.accept()
