"""Notes, charges and files of a request: what staff keep with it, told to nobody by itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ill_desktop.services.views import AttachmentView, ChargeView, NoteView, RequestView
from ill_desktop.ui import kept_files
from ill_desktop.ui.choose_file import to_open
from ill_desktop.ui.dialogs import loaded, show
from ill_desktop.ui.facts import whose
from ill_desktop.ui.link import Link
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.words import charges, formats

ATTACHABLE = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")


class Noting(QScrollArea):
    """A tab of three groups, each with one button that adds to it."""

    told = Signal(str)
    """Something was done, in words."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail_scroll")
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Notes"))
        self._link = link
        self._view: RequestView | None = None
        self.add_note = QPushButton(self.tr("Add note…"))
        self.add_charge = QPushButton(self.tr("Note a charge…"))
        self.attach = QPushButton(self.tr("Attach a file…"))
        for button in (self.add_note, self.add_charge, self.attach):
            button.setDisabled(link.view_only)
        self.add_note.clicked.connect(lambda: self._open("NoteDialog"))
        self.add_charge.clicked.connect(lambda: self._open("ChargeDialog"))
        self.attach.clicked.connect(self._choose_file)
        self._notes, self._charges, self._files = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        body = QWidget(self)
        body.setObjectName("detail_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        for title, rows, button in (
            (self.tr("Notes"), self._notes, self.add_note),
            (self.tr("Charges"), self._charges, self.add_charge),
            (self.tr("Files"), self._files, self.attach),
        ):
            heading = plain_label(title)
            heading.setProperty("heading", True)
            rows.setSpacing(8)
            line = QHBoxLayout()
            line.addWidget(button)
            line.addStretch(1)
            column.addWidget(heading)
            column.addLayout(rows)
            column.addLayout(line)
            column.addSpacing(12)
        column.addStretch(1)
        self.setWidget(body)

    def show_request(self, view: RequestView) -> None:
        """Show what is kept with a request."""
        self._view = view
        kept_files.fill(self._notes, [self._note(one) for one in view.notes])
        rows = [self._charge(one) for one in view.charges]
        if len(view.charges) > 1:
            total = charges.total(self._link.words, view.totals)
            rows.append(plain_label(self.tr("Together: {sum}").format(sum=total)))
        kept_files.fill(self._charges, rows)
        kept_files.fill(
            self._files, [self._file(view.line.number, one) for one in view.attachments]
        )

    def _note(self, note: NoteView) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        meant = plain_label(whose(note))
        meant.setProperty("audience", note.audience)
        when = plain_label(" · ".join(filter(None, (self._link.moment(note.at), note.staff))))
        when.setProperty("muted", True)
        head = QHBoxLayout()
        head.addWidget(meant)
        head.addWidget(when)
        head.addStretch(1)
        text = plain_label(note.text)
        text.setWordWrap(True)
        column.addLayout(head)
        column.addWidget(text)
        return box

    def _charge(self, charge: ChargeView) -> QWidget:
        words = self._link.words
        paid = (
            self.tr("paid on {day}").format(day=formats.day(words, charge.paid_on))
            if charge.paid_on
            else self.tr("not paid")
        )
        kind, amount = charges.kind(words, charge.kind), charges.amount(words, charge.amount)
        told = " · ".join(filter(None, (f"{kind}: {amount}", paid, charge.note)))
        buttons = []
        if charge.paid_on is None:
            buttons.append((self.tr("Paid today"), lambda: self._pay(charge)))
        buttons.append((self.tr("Remove"), lambda: self._remove_charge(charge)))
        return kept_files.row(told, () if self._link.view_only else buttons)

    def _file(self, number: str, file: AttachmentView) -> QWidget:
        buttons = kept_files.looks(self._link, number, file)
        if not self._link.view_only:
            buttons.append((self.tr("Remove"), lambda: self._remove_file(file)))
        return kept_files.row(kept_files.told(self._link.words, file), buttons)

    # what the buttons do

    def _do(self, work: Callable[[Any, str], object], said: str = "") -> None:
        if self._view is not None:
            number = self._view.line.number

            def told(_: object) -> None:
                if said:
                    self.told.emit(said)

            self._link.signed(lambda: self._link.write(lambda desk: work(desk, number), told))

    def _open(self, dialog: str) -> None:
        """A small form for the request shown, once it is known who writes."""
        if self._view is not None:
            number = self._view.line.number
            form = loaded(f"note_dialogs:{dialog}")
            self._link.signed(lambda: show(form(self._link, number, self.window())))

    def _pay(self, charge: ChargeView) -> None:
        from ill_desktop.services import beside

        day = self._link.today()
        self._do(lambda desk, number: beside.pay_charge(desk, number, charge.id, day))

    def _remove_charge(self, charge: ChargeView) -> None:
        from ill_desktop.services import beside

        said = self.tr("The charge is removed. Undo brings it back.")
        self._do(lambda desk, number: beside.remove_charge(desk, number, charge.id), said)

    def _choose_file(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in ATTACHABLE)
        path = to_open(self, self.tr("Attach a file"), f"PDF, JPEG, PNG, TIFF ({kinds})")
        if path is not None:
            self.take([path])

    def take(self, paths: list[Path]) -> None:
        """Attach files to the request shown."""
        for path in paths:
            self._attach(path)

    def _attach(self, path: Path) -> None:
        def work(desk: Any, number: str) -> None:
            from ill_desktop.services import attachments

            attachments.add(desk, number, path)

        self._do(work, self.tr("{file} is kept with the request.").format(file=path.name))

    def _remove_file(self, file: AttachmentView) -> None:
        from ill_desktop.services import attachments

        said = self.tr("The file is removed. Undo brings it back.")
        self._do(lambda desk, number: attachments.remove(desk, number, file.id), said)


def attachable(data: QMimeData) -> list[Path]:
    """The documents and pictures among what is dragged."""
    local = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return [path for path in local if path.suffix.lower() in ATTACHABLE]
