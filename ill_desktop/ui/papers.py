"""Printing from the window: what is selected, on the papers of its side."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ill_desktop.ui.detail import PAPERS
from ill_desktop.ui.dialogs import show
from ill_desktop.ui.on_screen import chosen

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window


class Papers(QObject):
    """Opens the print dialog on the requests selected."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window

    def print(self, kind: str = "") -> None:
        """Ask how to print a kind of paper, or any that suits the request shown."""
        window = self._window
        numbers, side = chosen(window)
        if side is None or window.link.desk is None:
            window.notices.toast(self.tr("Select the requests to print first."))
            return
        papers = PAPERS[side]
        kinds = (kind, *(one for one in papers if one != kind)) if kind else papers
        self.print_for(numbers, kinds)

    def print_for(self, numbers: tuple[str, ...], kinds: tuple[str, ...]) -> None:
        """Open the preview of some papers, the first kind shown."""
        from ill_desktop.ui.print_dialog import PrintDialog

        window = self._window
        dialog = PrintDialog(window.link, numbers, kinds, window)
        dialog.printed_with = lambda n, file: window.notices.toast(self._told(n, file))
        show(dialog)

    def _told(self, n: int, file: str) -> str:
        """What became of the papers of so many requests; they are on paper where no file is."""
        one, many = self.tr("1 request is printed."), self.tr("{n} requests are printed.")
        if file:
            one = self.tr("The papers of 1 request are in {file}.")
            many = self.tr("The papers of {n} requests are in {file}.")
        return (one if n == 1 else many).format(n=n, file=file)
