"""Requests from outside: files named, opened or dropped, and text pasted."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ill_desktop.domain.errors import DeskError
from ill_desktop.services.views import PartnerView, RequestView
from ill_desktop.ui.acting import show
from ill_desktop.ui.link import Link
from ill_desktop.ui.notices import Notices


class Taking(QObject):
    """Opens the form of a request, empty or filled from what was brought."""

    made = Signal(str)
    """The number of a request that was made or changed."""

    def __init__(self, link: Link, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._link, self._notices, self._window = link, notices, window

    def new(self) -> None:
        """An empty borrowing request."""
        from ill_desktop.ui.request_form import Filled, Purpose

        self._open(Purpose.BORROW, Filled())

    def lend(self) -> None:
        """A lending request that came by phone, post or at the counter."""
        from ill_desktop.ui.request_form import Filled, Purpose

        self._open(Purpose.LEND, Filled())

    def edit(self, view: RequestView) -> None:
        """The form with what the request holds."""
        from ill_desktop.ui.request_form import Filled, Purpose

        self._open(Purpose.EDIT, Filled(view.citation, view.identifiers, view))

    def _open(self, purpose: Any, filled: Any) -> None:
        def ask(desk: Any) -> tuple[PartnerView, ...]:
            from ill_desktop.services import partners

            return partners.listed(desk)

        self._link.read(ask, lambda known: self._show(purpose, filled, known))

    def _show(self, purpose: Any, filled: Any, known: Sequence[PartnerView]) -> None:
        from ill_desktop.ui.request_form import RequestForm

        form = RequestForm(self._link, purpose, known, filled, self._window)
        form.done_with = self._made
        show(form)

    def _made(self, number: str) -> None:
        self._notices.toast(self.tr("{number} is saved.").format(number=number))
        self.made.emit(number)

    # what is brought

    def choose_file(self) -> None:
        """Ask for a file with citations."""
        kinds = self.tr("Citations (*.mrc *.marc *.xml *.ris *.bib *.txt);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open citations"), "", kinds)
        if name:
            self.take_files([Path(name)])

    def can_take(self, data: QMimeData) -> bool:
        """Whether something dropped or copied may hold citations."""
        return data.hasUrls() or data.hasText()

    def take(self, data: QMimeData) -> None:
        """Read what was dropped or pasted."""
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.take_files(files)
        elif data.hasText() and data.text().strip():
            self._take_text(data.text())

    def take_files(self, files: Sequence[Path]) -> None:
        """Read the citations of some files, one after another."""
        for path in files:
            self._read(lambda intake, path=path: intake.from_file(path))

    def _take_text(self, text: str) -> None:
        self._read(lambda intake: intake.from_text(text))

    def _read(self, how: Any) -> None:
        def ask(_desk: Any) -> Any:
            from ill_desktop.services import intake

            return how(intake)

        self._link.read(ask, self._found, self._refused)

    def _refused(self, error: DeskError) -> None:
        self._notices.bar(self._link.sentence(error), "look")

    def _found(self, intake: Any) -> None:
        from ill_desktop.ui.choose_record import ChooseRecord

        usable = intake.usable
        if len(usable) == 1 and len(intake.records) == 1:
            self._fill(usable[0])
        else:
            dialog = ChooseRecord(intake, self._link.words, self._window)
            dialog.chosen.connect(self._fill)
            show(dialog)

    def _fill(self, record: Any) -> None:
        from ill_desktop.ui.request_form import Filled, Purpose

        self._open(Purpose.BORROW, Filled(record.citation, record.identifiers))
