"""The open tray: scan what goes to a partner, close the parcel, print its label and its list."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem

from ill_desktop._built.forms.parcel import Ui_Parcel
from ill_desktop.domain.errors import DeskError
from ill_desktop.services import parcels, requests
from ill_desktop.services.bulk import Done
from ill_desktop.services.line_views import RequestLine
from ill_desktop.services.parcels import ParcelView
from ill_desktop.services.views import RequestView
from ill_desktop.ui import amounts
from ill_desktop.ui.alive import while_there
from ill_desktop.ui.dialogs import on_ctrl_enter, show
from ill_desktop.ui.link import Link
from ill_desktop.ui.notices import Notices
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.ui.window import Window

NUMBER = Qt.ItemDataRole.UserRole

Tray = tuple[tuple[RequestLine, ...], tuple[ParcelView, ...]]


def _tray(desk: "Desk") -> Tray:
    return parcels.waiting(desk), parcels.still_open(desk)


class ParcelDialog(QDialog):
    """One open parcel for each partner; what is scanned finds its parcel by itself."""

    def __init__(self, link: Link, notices: Notices, window: "Window") -> None:
        super().__init__(window)
        self._link, self._notices, self._window = link, notices, window
        self._open: dict[str, ParcelView] = {}
        self.form = Ui_Parcel()
        self.form.setupUi(self)
        self.resize(880, 520)
        form = self.form
        form.wrong.prepare(link)
        self._carrier = (form.tracking, form.weight, form.value)
        amounts.prepare(form.value, link)
        form.sent.setChecked(True)
        form.close_parcel.setProperty("filled", True)
        for box, label in ((form.waiting, form.waiting_label), (form.inside, form.inside_label)):
            box.setAccessibleName(label.text())
            box.setSpacing(3)
        form.put.clicked.connect(lambda: self.put_in(form.scan.text() or _current(form.waiting)))
        form.waiting.itemActivated.connect(lambda item: self.put_in(str(item.data(NUMBER))))
        form.inside.itemSelectionChanged.connect(self._can)
        form.scan.textChanged.connect(lambda _: self._can())
        form.waiting.itemSelectionChanged.connect(self._can)
        form.parcel.activated.connect(lambda _: self._show_parcel())
        form.take_out.clicked.connect(self._take_out)
        form.cancel.clicked.connect(self.reject)
        form.close_parcel.clicked.connect(self._close)
        on_ctrl_enter(self, form.close_parcel)
        form.scan.setFocus()
        self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A scanner ends with Enter: that puts in and closes nothing."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.form.scan.hasFocus():
            self.put_in(self.form.scan.text())
        elif not enter:
            super().keyPressEvent(event)

    # what lies where

    def _read(self, then: str = "") -> None:
        show = while_there(self, lambda found: self._show(found, then))
        self._link.read(_tray, show, while_there(self, self._failed))

    def _show(self, found: Tray, chosen: str) -> None:
        waiting, still_open = found
        form = self.form
        form.waiting.clear()
        for line in sorted(waiting, key=lambda one: one.partner.name if one.partner else ""):
            partner = line.partner.name if line.partner else ""
            _add(form.waiting, line.number, f"{line.number}  {line.title}\n{partner}")
        before = chosen or form.parcel.code()
        self._open = {one.number: one for one in still_open}
        form.parcel.offer((number, self._name(one)) for number, one in self._open.items())
        form.parcel.choose(before)
        self._show_parcel()

    def _name(self, parcel: ParcelView) -> str:
        text = self.tr("{partner}, parcel {number}, {n} in it")
        return text.format(partner=parcel.partner, number=parcel.number, n=len(parcel.contents))

    def _show_parcel(self) -> None:
        parcel, form = self._open.get(self.form.parcel.code()), self.form
        form.inside.clear()
        for one in parcel.contents if parcel else ():
            text = f"{one.number}  {one.title}"
            _add(form.inside, one.number, "\n".join(filter(None, (text, ", ".join(one.items)))))
        self._can()

    def _can(self) -> None:
        form, some = self.form, bool(self._open)
        form.put.setEnabled(bool(form.scan.text().strip() or _current(form.waiting)))
        form.take_out.setEnabled(some and bool(_current(form.inside)))
        for one in (form.parcel, *self._carrier, form.sent, form.close_parcel):
            one.setEnabled(some)

    # what is done

    def put_in(self, scanned: str) -> None:
        """Put what was scanned into the parcel of its partner."""
        if scanned.strip():
            self._write(lambda desk: parcels.put_in(desk, scanned), self._was_put)

    def _was_put(self, parcel: ParcelView) -> None:
        self.form.scan.clear()
        self.form.scan.setFocus()
        self._read(parcel.number)

    def _take_out(self) -> None:
        parcel, number = self.form.parcel.code(), _current(self.form.inside)
        self._write(lambda desk: parcels.take_out(desk, parcel, number), lambda _: self._read())

    def _close(self) -> None:
        number, form = self.form.parcel.code(), self.form
        told, sent = [line.text() for line in self._carrier], form.sent.isChecked()

        def ask(desk: "Desk") -> _Closed:
            view = parcels.close(desk, number, *told)
            noted = parcels.send(desk, number) if sent else Done((), ())
            first = requests.show(desk, noted.done[0][0]) if noted.done else None
            return _Closed(view, noted, first)

        self._write(ask, self._closed)

    def _closed(self, closed: "_Closed") -> None:
        from ill_desktop.ui.print_dialog import PrintDialog

        for line in self._carrier:
            line.clear()
        self._tell(closed)
        self._read()
        parcel = closed.parcel
        kinds = (parcels.LABEL[parcel.side], "packing-list")
        dialog = PrintDialog(self._link, (parcel.number,), kinds, self)
        dialog.tick(kinds)
        show(dialog)

    def _tell(self, closed: "_Closed") -> None:
        """What became of it; it can be taken back, from the menu, too."""
        window, (parcel, sent, first) = self._window, closed
        told = [self.tr("Parcel {number} is closed.").format(number=parcel.number)]
        if sent.failed:
            stayed = ", ".join(number for number, _ in sent.failed)
            told.append(self.tr("Not marked as sent: {numbers}").format(numbers=stayed))
        later = window.acting.later(first, parcels.SENDING[parcel.side]) if first else ""
        verb = self.tr("Close parcel {number}").format(number=parcel.number)
        undo = window.acting.offer_undo(lambda: _reopen(window, parcel.number, sent), verb, later)
        self._notices.toast(" ".join(filter(None, (*told, later))), undo)

    def _write(self, ask: Callable[["Desk"], Any], done: Callable[[Any], None]) -> None:
        self.form.wrong.hide()
        self._link.write(ask, done, self._failed)

    def _failed(self, error: DeskError) -> None:
        self.form.wrong.failed(error)
        self.form.scan.selectAll()


class _Closed(NamedTuple):
    parcel: ParcelView
    sent: Done
    first: RequestView | None
    """The first that was noted as sent, if any."""


def _reopen(window: "Window", number: str, sent: Done) -> None:
    """Take the closing back; the tray may be gone by now."""

    def opened(parcel: ParcelView) -> None:
        text = QCoreApplication.translate("Parcel", OPEN_AGAIN)
        window.notices.toast(text.format(number=parcel.number))
        window.acting.undone.emit(tuple(one.number for one in parcel.contents))

    window.link.write(
        lambda desk: parcels.reopen(desk, number, sent.done), opened, window.acting.not_undone
    )


OPEN_AGAIN = mark("Parcel", "Parcel {number} is open again, and nothing in it was sent.")


def _add(box: QListWidget, number: str, text: str) -> None:
    item = QListWidgetItem(text, box)
    item.setData(NUMBER, number)


def _current(box: QListWidget) -> str:
    """The number of the line that is selected."""
    found = box.selectedItems()
    return str(found[0].data(NUMBER)) if found else ""
