"""Printing from the window: what is selected, on the papers of its side."""

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ill_desktop.domain.lifecycle.states import Service, Side, State
from ill_desktop.ui.detail import PAPERS
from ill_desktop.ui.dialogs import show
from ill_desktop.ui.on_screen import chosen

if TYPE_CHECKING:
    from ill_desktop.services.line_views import RequestLine
    from ill_desktop.ui.print_dialog import PrintDialog
    from ill_desktop.ui.window import Window


FIRST: Mapping[tuple[Side, State], tuple[str, ...]] = MappingProxyType(
    {
        (Side.BORROWING, State.HERE): ("book-strap",),
        **{
            (Side.LENDING, state): ("shipping-label", "lender-strap")
            for state in (State.TO_SEND, State.SENT_OUT)
        },
    }
)
"""What goes with a book where it stands now; elsewhere the first paper of its side does."""


def _first(lines: "Sequence[RequestLine]") -> tuple[str, ...]:
    """The papers proposed for requests that all stand alike; a copy is no book."""
    usual = PAPERS[lines[0].side][:1]
    places = {(one.side, one.state) for one in lines}
    copies = any(one.service is Service.COPY for one in lines)
    return usual if copies or len(places) > 1 else FIRST.get(places.pop(), usual)


class Papers(QObject):
    """Opens the print dialog on the requests selected."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window

    def print(self, kind: str = "") -> None:
        """Ask how to print a kind of paper, or any that suits the request shown."""
        lines = self._selected()
        if lines:
            first = (kind,) if kind else _first(lines)
            kinds = (*first, *(one for one in PAPERS[lines[0].side] if one not in first))
            self.print_for(tuple(one.number for one in lines), kinds).tick(first)

    def labels(self) -> None:
        """Ask how to print the labels of parcels; what is next to be sent is sent with its label.

        The tick that says so is set, as when a parcel is closed, and can be cleared.
        """
        from ill_desktop.services.parcels import LABEL, SENDING

        lines = self._selected()
        if not lines:
            return
        side = lines[0].side
        first = LABEL[side]
        kinds = (first, *(one for one in PAPERS[side] if one != first))
        dialog = self.print_for(tuple(one.number for one in lines), kinds)
        ready = tuple(one.number for one in lines if one.primary_action is SENDING[side])
        if ready:
            one, many = self.tr("Mark 1 request as sent"), self.tr("Mark {n} requests as sent")
            said = one if len(ready) == 1 else many
            window = self._window
            send = partial(window.bulk.do, ready, SENDING[side])
            dialog.offer_sending(said.format(n=len(ready)), lambda: window.link.signed(send))

    def _selected(self) -> "tuple[RequestLine, ...]":
        lines = chosen(self._window) if self._window.link.desk is not None else ()
        if not lines:
            self._window.notices.toast(self.tr("Select the requests to print first."))
        return lines

    def print_for(self, numbers: tuple[str, ...], kinds: tuple[str, ...]) -> "PrintDialog":
        """Open the preview of some papers, the first kind shown."""
        from ill_desktop.ui.print_dialog import PrintDialog

        window = self._window
        dialog = PrintDialog(window.link, numbers, kinds, window)
        dialog.printed_with = lambda n, file: window.notices.toast(self._told(n, file))
        show(dialog)
        return dialog

    def _told(self, n: int, file: str) -> str:
        """What became of the papers of so many requests; they are on paper where no file is."""
        one, many = self.tr("1 request is printed."), self.tr("{n} requests are printed.")
        if file:
            one = self.tr("The papers of 1 request are in {file}.")
            many = self.tr("The papers of {n} requests are in {file}.")
        return (one if n == 1 else many).format(n=n, file=file)
