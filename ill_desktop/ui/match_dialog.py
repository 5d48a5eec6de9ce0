"""Which request a message is about that names none of ours."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from ill_desktop.domain.citation import folded
from ill_desktop.domain.errors import DeskError, Missing, Overtaken
from ill_desktop.domain.statement import Open
from ill_desktop.services.views import MessageLine
from ill_desktop.ui import foresight
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.fields import mark_wrong
from ill_desktop.ui.link import Link
from ill_desktop.ui.list_page import TYPING_MS
from ill_desktop.ui.models.table import ROW, Column, Table
from ill_desktop.ui.plain_label import keep_lines, plain_label
from ill_desktop.ui.tables import table_view
from ill_desktop.ui.theme import scaled
from ill_desktop.ui.verbs import Verbs
from ill_desktop.ui.wrong import Wrong
from ill_desktop.words import statements
from ill_desktop.words.mark import mark
from ill_desktop.words.messages import what_of

if TYPE_CHECKING:
    from ill_desktop.services.post.matching import Match


class MatchDialog(QDialog):
    """Offers what is open with the library that wrote; any other number may be typed.

    What the message does to the request of the number is told before it can be done.
    """

    matched = Signal(object)
    """The `Match`, done."""
    _open: tuple[Open, ...] = ()
    _chosen = False
    """Whether the number comes from the list, and not from a hand."""

    def __init__(self, link: Link, line: MessageLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link, self._line = link, line
        self._foreseen: Match | None = None
        self._asked = ""
        self.setWindowTitle(self.tr("Match to a request"))
        self.resize(760, 560)
        what = what_of(link.words, line) or line.file
        self.heading = plain_label(f"{line.partner or '–'} · {what}")
        self.heading.setFont(scaled(self.font(), 1.2, QFont.Weight.DemiBold))
        self.heading.setWordWrap(True)
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
        column.addWidget(self.heading)
        column.addWidget(self.table, 1)
        field = QVBoxLayout()
        field.setSpacing(4)
        for one in (label, self.number, self.wrong):
            field.addWidget(one)
        column.addLayout(field)
        column.addLayout(self._foretold())
        verbs = Verbs(self, self.tr("Use it for this request"), self._submit)
        self.match = verbs.act
        column.addLayout(verbs)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._look)
        self.number.textChanged.connect(self._other_number)
        self._ask()

    def _foretold(self) -> QVBoxLayout:
        """The room for what the message does, kept free until it is known."""
        self.headline, self.changes, self.later = plain_label(), plain_label(), plain_label()
        self.headline.setFont(scaled(self.font(), 1, QFont.Weight.DemiBold))
        self.later.setProperty("muted", True)
        column = QVBoxLayout()
        column.setSpacing(4)
        for one, lines in ((self.headline, 1), (self.changes, 3), (self.later, 2)):
            one.setWordWrap(True)
            keep_lines(one, lines)
            column.addWidget(one)
        return column

    def _ask(self) -> None:
        message_id = self._line.id

        def ask(desk: Any) -> tuple[Open, ...]:
            from ill_desktop.services import statements as made

            return made.with_sender_of(desk, message_id)

        self._link.read(ask, while_there(self, self._show))

    def _show(self, found: tuple[Open, ...]) -> None:
        self._open = found
        self._narrow()

    def _fitting(self) -> tuple[Open, ...]:
        """Those that what was typed can mean: the end of a number, or words of a title."""
        typed = self._typed()
        return tuple(one for one in self._open if _fits(one, typed)) if typed else ()

    def _narrow(self) -> None:
        """What fits none of them may be the number of another request: all of them stay."""
        rows = self._fitting() or self._open
        if list(self.model.rows) != list(rows):
            self.model.fill(rows)

    def _pick(self) -> None:
        one = self.table.currentIndex().data(ROW)
        if isinstance(one, Open):
            self._choose(one)

    def _choose(self, one: Open) -> None:
        """The list stays as it is: one may go on through it with the arrows."""
        self._chosen = True
        self.number.setText(one.number)
        self._chosen = False
        self.wrong.hide()
        mark_wrong(self.number, False)

    def _typed(self) -> str:
        return self.number.text().strip()

    def _other_number(self) -> None:
        """What was told is not about this one."""
        self._asked = ""
        self._tell(None)
        self._typing.start()
        if not self._chosen:
            self._narrow()

    def _look(self) -> None:
        """While it is typed, a number that is none yet is no mistake."""
        self._foresee(lambda error: None if isinstance(error, Missing) else self._refused(error))

    def _foresee(self, failed: Callable[[DeskError], None]) -> None:
        message_id, number = self._line.id, self._typed()
        self._typing.stop()
        self._asked = number
        if not number:
            return

        def ask(desk: Any) -> "Match":
            from ill_desktop.services.post.matching import foreseen

            return foreseen(desk, message_id, number)

        def answered(match: "Match") -> None:
            if self._asked == number:
                self._tell(match)

        self._link.write(ask, while_there(self, answered), while_there(self, failed))

    def _tell(self, match: "Match | None") -> None:
        """What the message does, or nothing where that is not known yet."""
        self._foreseen = match
        link, changes = self._link, foresight.changes(self._link, match) if match else ()
        told = (": ".join(filter(None, one)).replace("\n", " · ") for one in changes)
        self.headline.setText(foresight.headline(link, match) if match else "")
        self.changes.setText("\n".join(told))
        self.later.setText(foresight.later(link, match) if match else "")
        self.match.setEnabled(match is None or match.line.state != "attention")

    def _submit(self) -> None:
        """Nothing is done before it was told what: where nobody could read it yet, it is now."""
        message_id, number, foreseen = self._line.id, self._typed(), self._foreseen
        if not number:
            self.wrong.say(self.tr("Choose a request or type its number."), about="request")
            return
        if foreseen is None:
            fitting = self._fitting()
            if len(fitting) == 1:
                self._choose(fitting[0])
            self._foresee(self._refused)
            return
        seen = foreseen.before.version

        def ask(desk: Any) -> "Match":
            from ill_desktop.services.post.matching import match

            return match(desk, message_id, number, seen)

        self._link.write(ask, self._done, self._refused)

    def _refused(self, error: DeskError) -> None:
        self.wrong.failed(error)
        if isinstance(error, Overtaken):
            self._look()

    def _done(self, match: "Match") -> None:
        self.matched.emit(match)
        self.accept()


def _fits(one: Open, typed: str) -> bool:
    if typed in (one.request_id, one.supplier_id):
        return True
    if typed.isdecimal():
        return one.number.endswith(typed) or one.number.startswith(typed)
    title, words = folded(one.title), folded(typed).split()
    return all(word in title for word in words)
