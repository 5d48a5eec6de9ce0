"""The card of a reader, and what they asked for."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from ill_desktop._built.forms.reader import Ui_Reader
from ill_desktop.domain.errors import DeskError, Forbidden
from ill_desktop.domain.rights import Right
from ill_desktop.services.line_views import RequestLine
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.appearance import LANGUAGES
from ill_desktop.ui.choose_file import file_name, to_save
from ill_desktop.ui.dialogs import on_ctrl_enter
from ill_desktop.ui.kept_form import KeptForm
from ill_desktop.ui.link import Link
from ill_desktop.ui.models.table import ROW, Column, Table
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.supervised import Supervised
from ill_desktop.ui.tables import dress
from ill_desktop.words.mark import mark

TEXTS = ("code", "name", "email", "phone", "category", "department", "pickup")


class ReaderDialog(KeptForm):
    """Adds a reader, or changes one; `known` is a card with its requests, or nothing."""

    request_wanted = Signal(str)
    choices_count = True

    def __init__(
        self, link: Link, notices: Notices, known: Any, parent: QWidget | None = None
    ) -> None:
        super().__init__(link, parent)
        self._notices = notices
        self._card: Any
        self._shelf: Any
        self._card, self._shelf = known or (None, None)
        self.done_with: Callable[[str], None] = lambda _: None
        self.form = Ui_Reader()
        self.form.setupUi(self)
        self._dress()
        self._fill()
        self._wire()
        self.form.name.setFocus()
        self.resize(640, 460)
        self.keep_as(f"reader {self._card.view.code if self._card else ''}")
        self.supervised = Supervised(self, link, Right.RETENTION)

    def begin_with(self, typed: str) -> None:
        """The card of somebody known by a code or a name only; what is typed is kept as theirs."""
        form = self.form
        (form.code if any(c.isdigit() for c in typed) else form.name).setText(typed)
        self.keep_as(f"reader +{typed}")

    def _dress(self) -> None:
        form, new = self.form, self._card is None
        form.language.offer(LANGUAGES.items(), blank=True)
        form.block_until.prepare(self._link.words, self._link.here)
        form.forgotten.setProperty("muted", True)
        form.wrong.prepare(self._link, {"code": form.code, "name": form.name, "email": form.email})
        form.save.setProperty("filled", True)
        on_ctrl_enter(self, form.save)
        form.save.setDefault(True)
        for part in (form.report, form.erase):
            part.setVisible(not new)
        form.tabs.setTabVisible(1, not new)
        self.setWindowTitle(self.tr("Add reader") if new else self.tr("Edit reader"))
        form.tabs.setAccessibleName(self.windowTitle())

    def _fill(self) -> None:
        form = self.form
        columns: tuple[Column[RequestLine], ...] = (
            Column(mark("Table", "Number"), lambda r: r.number),
            Column(mark("Table", "Title"), lambda r: r.title),
            Column(mark("Table", "State"), lambda r: r.label),
        )
        self.model: Table[RequestLine] = Table(columns, self)
        dress(form.requests, self.model, 1)
        if self._card is None:
            return
        for name in TEXTS:
            getattr(form, name).setText(getattr(self._card.view, name))
        form.language.choose(self._card.view.language)
        form.block.setText(self._card.block)
        form.block_until.set_day(self._card.block_until)
        self.model.fill((*self._shelf.open, *self._shelf.closed))

    def _wire(self) -> None:
        form = self.form
        form.cancel.clicked.connect(self.reject)
        form.save.clicked.connect(self._submit)
        form.report.clicked.connect(self._choose_report)
        form.erase.clicked.connect(self._ask_erase)
        form.requests.doubleClicked.connect(self._go)

    def _go(self, index: QModelIndex) -> None:
        self.request_wanted.emit(index.data(ROW).number)
        self.reject()

    def _choose_report(self) -> None:
        title, kinds = self.tr("Save what we know of this reader"), "PDF (*.pdf);;JSON (*.json)"
        path = to_save(self, title, file_name(self.tr("reader"), ending="pdf"), kinds)
        if path is not None:
            self.report(path)

    def report(self, path: Path) -> None:
        """Write down everything the desk knows of the reader."""
        code = self._card.view.code

        def ask(desk: Any) -> Path:
            from ill_desktop.services import erasing

            return erasing.save_about(desk, code, path)

        def saved(made: Path) -> None:
            self._notices.toast(self.tr("Saved as {file}.").format(file=made.name))

        self._link.read(ask, saved, while_there(self, self._failed))

    def _ask_erase(self) -> None:
        waiting = len(self._shelf.open)
        text = self.tr(
            "What is known of {name} is removed for good. The requests and the figures stay."
        )
        if waiting:
            text = self.tr(
                "{name} is removed from closed requests at once. {n} are still open; the card is "
                "removed when the last of them is closed."
            )
        said = text.format(name=self._card.view.name, n=waiting)
        self._notices.ask(self, said, self.tr("Erase reader"), self._erase)

    def _erase(self) -> None:
        code = self._card.view.code

        def ask(desk: Any) -> Any:
            from ill_desktop.services import erasing

            return erasing.erase(desk, code)

        said = self.tr("Requests that forgot their reader: {n}.")
        failed = while_there(self, self._failed)
        self._link.write(ask, lambda done: self._done(said.format(n=len(done.forgotten))), failed)

    def _failed(self, error: DeskError) -> None:
        if isinstance(error, Forbidden):
            self.supervised.refuse()
        else:
            self.form.wrong.failed(error)

    def _submit(self) -> None:
        form = self.form
        if form.block_until.is_wrong():
            form.block_until.setFocus()
            return
        given = {name: getattr(form, name).text() for name in TEXTS}
        given["language"] = form.language.code()
        block, until = form.block.text(), form.block_until.day()
        known = self._card.view.code if self._card else ""

        def ask(desk: Any) -> Any:
            from ill_desktop.services import patrons
            from ill_desktop.services.views import PatronView

            card = patrons.PatronCard(PatronView(**given), block, until)
            return patrons.save(desk, card, known)

        said = self.tr("{name} is saved.")
        self._link.write(
            ask, lambda card: self._done(said.format(name=card.view.name)), self.form.wrong.failed
        )

    def _done(self, told: str) -> None:
        self.done_with(told)
        self.accept()
