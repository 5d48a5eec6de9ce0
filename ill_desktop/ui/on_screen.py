"""The list on the screen: what is saved and printed is its rows, and no others."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ill_desktop.ui.page import DeskPage, PageFiles
from ill_desktop.words import labels

if TYPE_CHECKING:
    from ill_desktop.services.line_views import RequestLine
    from ill_desktop.services.list_files import ListOrder, TableOrder
    from ill_desktop.ui.window import Window

OF_LISTS, OF_PAPERS = ("save_list", "print_list"), ("print", "labels")


class OnScreen(QObject):
    """Greys what takes a list while a page shows none; papers are those of requests."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        window.stack.currentChanged.connect(lambda _: self._offer())
        window.going.inner_changed.connect(self._offer)
        self._offer()

    def _offer(self) -> None:
        window = self._window
        there = window.going.at_work or window.going.inner is not None
        for name in OF_LISTS:
            window.actions_by_name[name].setEnabled(there or _is_saved(window.going.shown))
        for name in OF_PAPERS:
            window.actions_by_name[name].setEnabled(there and not window.link.view_only)


def _is_saved(page: object) -> bool:
    return isinstance(page, DeskPage) and (page.order is not None or page.files is not None)


def own_files(window: "Window") -> PageFiles | None:
    """What the page shown saves and prints in its own way; None where it has a list."""
    page = window.going.shown
    own = isinstance(page, DeskPage) and page.inner is None and not window.going.at_work
    return page.files if own and isinstance(page, DeskPage) else None


def listed(window: "Window") -> "ListOrder | TableOrder | None":
    """The list on the screen as an order for a file; None where the page shown has none."""
    from ill_desktop.services.list_files import ListOrder

    inner = window.going.inner
    if inner is not None:
        return inner.order
    if not window.going.at_work:
        page = window.going.shown
        return page.order if isinstance(page, DeskPage) else None
    columns = tuple(map(str, window.list.columns.shown))
    title, reason = window.list.title, window.list.query.reason
    if reason is not None:
        title = f"{title}: {labels.of(window.link.words, reason)}"
    return ListOrder(title, window.list.query, columns)


def chosen(window: "Window") -> "tuple[RequestLine, ...]":
    """The requests selected in it, or the one it stands on."""
    if window.going.inner is not None:
        return window.going.inner.chosen
    line = window.list.current()
    if not window.going.at_work or line is None:
        return ()
    numbers = window.list.numbers()
    return tuple(one for one in window.list.model.rows if one.number in numbers) or (line,)
