"""What the list of requests says where nothing is in it, and the one thing to do instead."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.domain.queues import QUEUES, Queue
from ill_desktop.services.first_look import ListQuery

if TYPE_CHECKING:
    from ill_desktop.ui.list_page import ListPage


class EmptyList(QObject):
    """Says why nothing is there: nothing to do, nothing found, or a request that is gone."""

    def __init__(self, page: "ListPage", *, view_only: bool) -> None:
        super().__init__(page)
        self._page, self._view_only = page, view_only

    def say(self, query: ListQuery) -> None:
        """Say it of the answer to a question; whoever heeds `empty` may say more."""
        listing = self._page.listing
        text, verb = self._words(query)
        listing.say(text, verb, lambda: self._do(query))
        narrowed = bool(query.find or query.only or query.reason)
        listing.instead.setVisible(narrowed or not self._view_only)
        if not narrowed:
            self._page.empty.emit(query)

    def _words(self, query: ListQuery) -> tuple[str, str]:
        everything = self.tr("Show all requests")
        if query.only:
            return self.tr("{number} is no longer there.").format(number=query.only[0]), everything
        if query.find:
            text = self.tr("Nothing found for “{text}”.").format(text=query.find)
            return text, self.tr("Find in all requests") if query.queue else everything
        if query.reason:
            return self.tr("Nothing waits too long by this reason."), self.tr("Show all reasons")
        verb = self.tr("Record lending") if _lends(query) else self.tr("New borrowing request")
        if query.queue is Queue.ATTENTION:
            return self.tr("No request needs attention."), verb
        return self.tr("Nothing to do here."), verb

    def _do(self, query: ListQuery) -> None:
        page = self._page
        if query.only:
            page.leave_passing()
        elif query.find and query.queue is None:
            page.search.clear()
        elif query.find:
            page.search_all.emit(query.find)
        elif query.reason:
            page.narrow(None)
        else:
            (page.lending_wanted if _lends(query) else page.new_wanted).emit()


def _lends(query: ListQuery) -> bool:
    return query.queue is not None and QUEUES[query.queue].side is Side.LENDING
