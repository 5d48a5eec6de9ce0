"""Going about the window: queues, pages, single requests, and what is searched for."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ill_desktop.domain.queues import Queue
from ill_desktop.ui.page import DeskPage
from ill_desktop.ui.places import PAGES, Place, loaded

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window


class Going(QObject):
    """Decides which page of the stack is seen; pages are made when they are first wanted."""

    arrived = Signal(str)
    """The key of the queue or page that is shown now."""

    def __init__(self, window: "Window", stack: QStackedWidget, work: QWidget) -> None:
        super().__init__(window)
        self._window, self._stack, self._work = window, stack, work
        self.pages: dict[str, Any] = {}

    @property
    def at_work(self) -> bool:
        """Whether the list of requests is shown."""
        return self._stack.currentWidget() is self._work

    def go(self, key: str) -> None:
        """Show a queue or page."""
        if key in PAGES and PAGES[Place(key)].page:
            page = self.page(key)
            self._stack.setCurrentWidget(page)
            page.refresh()
        else:
            self._stack.setCurrentWidget(self._work)
            queue = None if key == Place.ALL else Queue(key)
            self._window.list.go(self._window.sidebar.title_of(key), queue)
        self.arrived.emit(key)

    def page(self, key: str) -> Any:
        """A page, made and wired when it is first asked for."""
        if key not in self.pages:
            window = self._window
            page = loaded(PAGES[Place(key)].page)(window.link, window.notices)
            self.pages[key] = page
            self._stack.addWidget(page)
            if hasattr(page, "exchange_now"):
                page.exchange_now.connect(window.exchanging.now)
            if hasattr(page, "request_wanted"):
                page.request_wanted.connect(self.go_to)
        return self.pages[key]

    def go_to(self, number: str) -> None:
        """Show one request, among all of them when it is not in the list."""
        if self.at_work and self._window.list.model.row_of(number) >= 0:
            self._window.list.select(number)
        else:
            self.find_in_all(number)

    def find_in_all(self, text: str) -> None:
        """Look for something in all requests."""
        self._window.sidebar.choose(Place.ALL)
        self._stack.setCurrentWidget(self._work)
        self._window.list.find_in_all(text)

    def find_here(self) -> None:
        """Type what to find in the list shown."""
        self._stack.setCurrentWidget(self._work)
        self._window.list.search.setFocus()
        self._window.list.search.selectAll()

    def find_all(self) -> None:
        """Type what to find in all requests."""
        self._window.sidebar.choose(Place.ALL)
        self.find_here()

    def choose_columns(self) -> None:
        """Which columns the list shows."""
        self._stack.setCurrentWidget(self._work)
        self._window.list.columns.ask()

    def step(self, by: int) -> None:
        """Go to the next request of the list, or the one before."""
        page = self._window.list
        row = page.table.currentIndex().row() + by
        if 0 <= row < len(page.model.rows):
            page.select(page.model.rows[row].number)

    def refresh(self) -> None:
        """Let the page shown, other than the list, ask the desk again."""
        shown = self._stack.currentWidget()
        if isinstance(shown, DeskPage):
            shown.refresh()
