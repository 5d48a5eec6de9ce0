"""What is open with a partner: ours to give away, theirs to lay beside it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.domain.statement import Compared, Open, Verdict
from ill_desktop.services.views import PartnerView, RequestView
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.choose_file import file_name, to_open, to_save
from ill_desktop.ui.link import Link
from ill_desktop.ui.models.table import ROW, Column, Table
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.tables import table_view
from ill_desktop.ui.theme import scaled
from ill_desktop.ui.wrong import Wrong
from ill_desktop.words import formats, history, saying, statements
from ill_desktop.words.mark import mark
from ill_desktop.words.messages import what_of


@dataclass(frozen=True, slots=True)
class Line:
    """One transaction: ours alone, or compared with theirs."""

    ours: Open | None
    theirs: Open | None = None
    verdict: Verdict | None = None
    unheard: int = 0

    @property
    def shown(self) -> Open:
        """The side that is there."""
        return Compared(Verdict.AGREE, self.ours, self.theirs).any

    @property
    def is_unknown(self) -> bool:
        """Whether only they know of it, and it never was anything here."""
        return self.ours is None and not self.shown.number


class StatementDialog(QDialog):
    """Lists what is open; after a comparison what wants a look stands first."""

    request_wanted = Signal(str)
    finding_wanted = Signal(str)
    """Words to look for in all requests."""
    recording_wanted = Signal(object)
    """A wish, to be recorded as a request of the library."""

    def __init__(self, link: Link, partner: PartnerView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link, self._partner = link, partner
        self._sent = set[int]()
        self.setWindowTitle(self.tr("Statement"))
        self.resize(900, 560)
        self.heading, self.told = plain_label(partner.name), plain_label(muted=True)
        self.heading.setFont(scaled(self.font(), 1.35, QFont.Weight.DemiBold))
        self.wrong = Wrong(self)
        self.wrong.prepare(link)
        self.model: Table[Line] = Table(self._columns(), self)
        name = self.tr("Open transactions")
        self.table = table_view(self.model, name, 1)
        self.table.doubleClicked.connect(self._first)
        self.table.selectionModel().currentRowChanged.connect(self._offer)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for one in (self.heading, self.told, self.wrong):
            column.addWidget(one)
        column.addWidget(self.table, 1)
        column.addLayout(self._of_one())
        column.addLayout(self._of_all())
        self._ask_ours()

    def _columns(self) -> tuple[Column[Line], ...]:
        words = self._link.words

        def where(one: Open | None) -> str:
            if one is None:
                return "–"
            due = f", {formats.day(words, one.due)}" if one.due else ""
            return statements.phase(words, one.phase) + due

        def ended(one: Line) -> str:
            gone = one.ours is None and one.shown.number
            return statements.nothing_open(words) if gone else ""

        return (
            Column(mark("Table", "Number"), lambda x: x.shown.number or x.shown.request_id),
            Column(mark("Table", "Title"), lambda x: x.shown.title),
            Column(mark("Table", "Who borrows"), self._who),
            Column(mark("Table", "We say"), lambda x: ended(x) or where(x.ours)),
            Column(mark("Table", "They say"), lambda x: where(x.theirs) if x.verdict else ""),
            Column(
                mark("Table", "Compared"),
                lambda x: statements.verdict(words, x.verdict) if x.verdict else "",
            ),
        )

    def _who(self, line: Line) -> str:
        we_borrow = line.ours.borrower if line.ours else not line.shown.borrower
        return self.tr("we") if we_borrow else self.tr("they")

    def _of_one(self) -> QHBoxLayout:
        """What is done with the request chosen."""
        line = QHBoxLayout()
        line.setSpacing(8)
        self.ask_status = self._button(line, self.tr("Ask for &status"), self._ask_status)
        again = self.tr("Send last &message again")
        self.send_again = self._button(line, again, self._send_again)
        self.show_request = self._button(line, self.tr("Show &request"), self._show_request)
        self.look_for = self._button(line, self.tr("&Look for it"), self._look_for)
        self.record = self._button(line, self.tr("Recor&d request…"), self._record)
        line.addStretch(1)
        self._offer()
        return line

    def _of_all(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addStretch(1)
        self._button(line, self.tr("Close"), self.reject)
        self._button(line, self.tr("&Compare with theirs…"), self._choose_theirs)
        save = self._button(line, self.tr("Save &ours…"), self._choose_place)
        save.setProperty("filled", True)
        save.setDefault(True)
        return line

    def _button(self, line: QHBoxLayout, text: str, act: Any) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        line.addWidget(button)
        return button

    # what is shown

    def _ask_ours(self) -> None:
        symbol = self._partner.symbol

        def ask(desk: Any) -> Any:
            from ill_desktop.services import statements as made

            return made.statement(desk, symbol)

        self._link.read(ask, while_there(self, self._show_ours))

    def _show_ours(self, found: Any) -> None:
        self._fill([Line(one) for one in found.lines])
        count = len(found.lines)
        said = self.tr("{n} open transaction") if count == 1 else self.tr("{n} open transactions")
        self.told.setText(said.format(n=count))

    def _fill(self, lines: list[Line]) -> None:
        self.model.fill(lines)
        if lines:
            self.table.selectRow(0)
        self._offer()

    def compare_with(self, path: Path) -> None:
        """Lay a statement of theirs beside ours."""
        symbol = self._partner.symbol

        def ask(desk: Any) -> Any:
            from ill_desktop.services import statements as made

            return made.against(desk, symbol, path)

        failed = while_there(self, self.wrong.failed)
        self._link.read(ask, while_there(self, self._show_compared), failed)

    def _show_compared(self, found: Any) -> None:
        self.wrong.hide()
        self._fill([Line(one.ours, one.theirs, one.verdict, one.unheard) for one in found.lines])
        agree = sum(one.verdict is Verdict.AGREE for one in found.lines)
        said = self.tr("{agree} agree, {rest} need a look. Theirs is dated {day}.")
        day = formats.day(self._link.words, found.theirs_on) if found.theirs_on else "–"
        self.told.setText(said.format(agree=agree, rest=len(found.lines) - agree, day=day))

    # what can be done

    def _line(self) -> Line | None:
        line = self.table.currentIndex().data(ROW)
        return line if isinstance(line, Line) else None

    def _offer(self, _now: QModelIndex | None = None) -> None:
        line = self._line()
        ours = line.ours if line else None
        unknown = line is not None and line.is_unknown
        self.ask_status.setEnabled(ours is not None and ours.borrower)
        lost = line is not None and bool(line.unheard) and line.unheard not in self._sent
        self.send_again.setEnabled(lost and not self._link.view_only)
        self.show_request.setEnabled(line is not None and not unknown)
        self.look_for.setEnabled(unknown)
        asked = line is not None and unknown and line.shown.borrower
        self.record.setEnabled(asked and not self._link.view_only)

    def _first(self, _index: QModelIndex | None = None) -> None:
        """What a double click does: it is shown, or looked for where nothing can be shown."""
        line = self._line()
        if line is not None:
            (self._look_for if line.is_unknown else self._show_request)()

    def _show_request(self) -> None:
        line = self._line()
        if line is not None:
            self.request_wanted.emit(line.shown.number)
            self.accept()

    def _look_for(self) -> None:
        line = self._line()
        if line is not None:
            self.finding_wanted.emit(line.shown.title or line.shown.request_id)
            self.accept()

    def _record(self) -> None:
        line = self._line()
        if line is not None:
            from ill_desktop.services import statements as made

            self.recording_wanted.emit(made.wish(self._partner.symbol, line.shown))
            self.accept()

    def _ask_status(self) -> None:
        line = self._line()
        if line is None or line.ours is None:
            return
        number = line.ours.number

        def ask(desk: Any) -> Any:
            from ill_desktop.services import acts

            return acts.do(desk, number, Action.ASK_STATUS)

        asked = self.tr("{number}: they are asked for its status.").format(number=number)

        def tell(view: RequestView) -> None:
            says, words = view.events[0].untold, self._link.words
            silent = saying.untold(words, says, self._partner.name)
            self.told.setText(f"{history.noted(words, number, '')} {silent}" if says else asked)

        self._link.write(ask, tell, self.wrong.failed)

    def _send_again(self) -> None:
        line = self._line()
        if line is None or not line.unheard:
            return
        message_id = line.unheard

        def ask(desk: Any) -> Any:
            from ill_desktop.services import ledger

            return ledger.resend(desk, message_id)

        said = self.tr("{number}: our last message is ready to leave again: {what}.")

        def tell(view: Any) -> None:
            self._sent.add(message_id)
            what = what_of(self._link.words, view.line)
            self.told.setText(said.format(number=view.line.request, what=what))
            self._offer()

        self._link.write(ask, while_there(self, tell), self.wrong.failed)

    def _choose_theirs(self) -> None:
        title, kinds = self.tr("Compare with their statement"), self.tr("Statements (*.csv)")
        path = to_open(self, title, kinds)
        if path is not None:
            self.compare_with(path)

    def _choose_place(self) -> None:
        code = self._link.desk.library.symbol.partition(":")[2] if self._link.desk else ""
        day = self._link.today().isoformat()
        suggested = file_name(self.tr("statement"), code, day, ending="csv")
        title, kinds = (
            self.tr("Save our statement"),
            self.tr("For their program (*.csv);;For people (*.pdf)"),
        )
        path = to_save(self, title, suggested, kinds)
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write our statement for the partner."""
        symbol = self._partner.symbol

        def ask(desk: Any) -> Path:
            from ill_desktop.services import statements as made

            return made.write(desk, symbol, path)

        said = self.tr("Our statement is in {file}.").format(file=path.name)
        self._link.write(ask, lambda _: self.told.setText(said), self.wrong.failed)
