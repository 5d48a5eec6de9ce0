"""Which part of the window has the keys: the queues, the list or page, the request."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from ill_desktop.ui.page import Listing

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window

SOON_MS = 20


class Panes:
    """Leads the keys from one to the other."""

    def __init__(self, window: "Window") -> None:
        self._window = window

    def list(self) -> QWidget:
        """What takes the keys of the page shown: its list."""
        page = self._window.going.shown
        if self._window.going.at_work or page is None:
            return self._window.list.listing
        lists: tuple[QWidget, ...] = (*page.findChildren(Listing), *page.findChildren(QTableView))
        return next((one for one in lists if one.isVisible()), self._window.sidebar)

    def into(self) -> None:
        """From the queues to the rows of what is shown; where there are none, nowhere."""
        going, there = self._window.going, self.list()
        if going.at_work and self._window.list.waiting:
            QTimer.singleShot(SOON_MS, going, self._into_what_comes)
            return
        if not isinstance(there, Listing) or not there.nothing_in_it:
            there.setFocus()

    def _into_what_comes(self) -> None:
        """The list was still being read; whoever went elsewhere meanwhile stays there."""
        if self._window.focusWidget() is self._window.sidebar:
            self.into()

    def back_to_list(self) -> None:
        """From a button of the request to the list, whose next row is shown beside it then."""
        window = self._window
        focus = window.focusWidget()
        if focus is not None and window.detail.isAncestorOf(focus):
            window.list.listing.setFocus()

    def next(self, by: int = 1) -> None:
        """Queues, list, request, and round again."""
        panes = self._all()
        focus = QApplication.focusWidget()
        inside = (n for n, pane in enumerate(panes) if focus and self._holds(pane, focus))
        panes[(next(inside, -by) + by) % len(panes)].setFocus()

    def _all(self) -> tuple[QWidget, ...]:
        window = self._window
        if not window.going.at_work:
            return window.sidebar, self.list()
        detail = window.detail
        request = detail.first_of_keys() if detail.several_shown else detail.tabs
        panes = (window.sidebar, window.list.listing, request)
        return tuple(one for one in panes if one is not None)

    def _holds(self, pane: QWidget, focus: QWidget) -> bool:
        """Whether the focus is in a pane; the request's is the whole of it."""
        detail = self._window.detail
        whole = detail if detail.isAncestorOf(pane) else pane
        return focus is whole or whole.isAncestorOf(focus)
