"""Before an act on several requests: how many it will change, and why it cannot change others."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ill_desktop.domain.errors import DeskError
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.services.bulk import Outlook
from ill_desktop.services.line_views import RequestLine
from ill_desktop.ui.dialogs import wide
from ill_desktop.ui.fields import CodeField
from ill_desktop.ui.link import Link
from ill_desktop.ui.models.table import Column, Table
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.tables import table_view
from ill_desktop.ui.theme import repolish
from ill_desktop.words import labels
from ill_desktop.words.mark import mark

Cannot = tuple[RequestLine, DeskError]
Will = tuple[RequestLine, str]


class OutlookDialog(QDialog):
    """Says what will happen; its button is the act itself."""

    def __init__(self, link: Link, outlook: Outlook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.done_with: Callable[[str], None] = lambda _: None
        words = link.words
        verb = labels.of(words, outlook.action)
        self.setWindowTitle(verb)
        will, cannot = len(outlook.will), len(outlook.cannot)
        some = self.tr("{all} selected: {will} will change, {cannot} cannot.")
        said = some if cannot else self.tr("All {all} selected will change.")
        self.said = plain_label(said.format(all=will + cannot, will=will, cannot=cannot))
        self.said.setProperty("heading", True)
        self.said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.said)
        self._will(column, outlook)
        self._undated(column, outlook)
        self._cannot(column, link, outlook)
        self.reason = CodeField(self)
        self.reason.setAccessibleName(self.tr("Reason"))
        self._ask_reason(column, link, outlook)
        buttons = QDialogButtonBox(self)
        ready = self.tr("{act} ({n})").format(act=verb, n=will)
        self.act = buttons.addButton(ready, QDialogButtonBox.ButtonRole.AcceptRole)
        self.act.setProperty("filled", True)
        repolish(self.act)  # its box has dressed it already
        self.act.setEnabled(will > 0)
        safe = self.tr("Keep as it is")  # cancelling is what libraries do to requests
        buttons.addButton(safe, QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(True)
        buttons.accepted.connect(self._go)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.setMinimumWidth(460)
        self.resize(wide(self, 900), self.sizeHint().height())
        if not outlook.cannot:  # there is nothing to look into first
            (self.reason if outlook.reasons else self.act).setFocus()

    def _will(self, column: QVBoxLayout, outlook: Outlook) -> None:
        """The requests that change: how each stands then, and who is told of it."""
        columns: tuple[Column[Will], ...] = (
            Column(mark("Table", "Number"), lambda one: one[0].number),
            Column(mark("Table", "Title"), lambda one: one[0].title),
            Column(mark("Table", "Afterwards"), lambda one: one[0].label),
            Column(mark("Table", "Message to"), lambda one: one[1] or self._silent(one, outlook)),
        )
        self.changes: Table[Will] = Table(columns, self)
        self.changes.fill(outlook.after)
        if outlook.after:
            table = table_view(self.changes, self.tr("Will change"), 1)
            table.setMinimumSize(620, 160)
            column.addWidget(table, 1)

    def _undated(self, column: QVBoxLayout, outlook: Outlook) -> None:
        """Loans that are received without a day on which they would be overdue."""
        received = outlook.after if outlook.action is Action.RECEIVED else ()
        undated = [line.number for line, _ in received if line.due is None]
        if undated:
            text = self.tr("No due date is known, so they will never be overdue: {numbers}.")
            told = plain_label(text.format(numbers=", ".join(undated)))
            told.setObjectName("undated")
            told.setProperty("warn", True)
            told.setWordWrap(True)
            column.addWidget(told)

    def _silent(self, one: Will, outlook: Outlook) -> str:
        """Whom somebody has to tell, since no message does."""
        partner = outlook.silent.get(one[0].number, "")
        return self.tr("none: tell {partner}").format(partner=partner) if partner else "–"

    def _cannot(self, column: QVBoxLayout, link: Link, outlook: Outlook) -> None:
        """The requests that stay as they are, each with its reason."""
        if not outlook.cannot:
            return
        columns: tuple[Column[Cannot], ...] = (
            Column(mark("Table", "Number"), lambda one: one[0].number),
            Column(mark("Table", "Title"), lambda one: one[0].title),
            Column(mark("Table", "Why not"), lambda one: link.sentence(one[1])),
        )
        self.model: Table[Cannot] = Table(columns, self)
        self.model.fill(outlook.cannot)
        table = table_view(self.model, self.tr("Cannot be changed"), 1)
        table.setMinimumSize(620, 160)
        column.addWidget(table, 1)

    def _ask_reason(self, column: QVBoxLayout, link: Link, outlook: Outlook) -> None:
        self.reason.setVisible(bool(outlook.reasons))
        if outlook.reasons:
            label = plain_label(self.tr("Reason"))
            label.setBuddy(self.reason)
            known = ((code, labels.coded(link.words, code)) for code in outlook.reasons)
            self.reason.offer(known)
            column.addWidget(label)
            column.addWidget(self.reason)

    def _go(self) -> None:
        self.accept()
        self.done_with(self.reason.code())
