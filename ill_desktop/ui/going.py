"""Going about the window: queues, pages, single requests, and what is searched for."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from ill_desktop.domain.errors import DeskError
from ill_desktop.domain.queues import Queue
from ill_desktop.services.views import RequestView
from ill_desktop.ui.dialogs import loaded
from ill_desktop.ui.page import DeskPage, Listing, scrolled
from ill_desktop.ui.panes import Panes
from ill_desktop.ui.places import PAGES, Place, first_place, queue_of
from ill_desktop.ui.tables import TableView

if TYPE_CHECKING:
    from ill_desktop.ui.behind_view import BehindView
    from ill_desktop.ui.window import Window

MOST_BACK = 50
SOON_MS = 20
MOST_SHOWN = 500
"""So many requests made together are shown without the others."""


class Standing(NamedTuple):
    """Where a window stands: its queue or page, the request of the list, how a page is narrowed."""

    place: str
    number: str
    narrowed: tuple[tuple[str, str], ...]


class Going(QObject):
    """Decides which page of the stack is seen; pages are made when they are first wanted."""

    arrived = Signal(str)
    """The key of the queue or page that is shown now."""
    inner_changed = Signal()
    """A page shows a list of requests in its place, or itself again."""

    def __init__(self, window: "Window", stack: QStackedWidget, work: QWidget) -> None:
        super().__init__(window)
        self._window, self._stack, self._work = window, stack, work
        self.pages: dict[str, Any] = {}
        self._rooms: dict[str, QScrollArea] = {}
        self.here = first_place(window.state)
        self._past: list[str] = []
        self._unknown = ""
        self.panes: Panes = Panes(window)

    @property
    def at_work(self) -> bool:
        """Whether the list of requests is shown."""
        return self._stack.currentWidget() is self._work

    def go(self, key: str) -> None:
        """Show a queue or page."""
        if self.here and key != self.here:
            self._past = [*self._past[-MOST_BACK:], self.here]
        self.here = key
        self._forget_unknown()
        if key in PAGES and PAGES[Place(key)].page:
            page = self.page(key)
            self._stack.setCurrentWidget(self._rooms[key])
            page.refresh()
        else:
            self._stack.setCurrentWidget(self._work)
            self._window.list.go(self._window.sidebar.title_of(key), queue_of(key))
        self.arrived.emit(key)

    def page(self, key: str) -> Any:
        """A page, made and wired when it is first asked for."""
        if key not in self.pages:
            window = self._window
            page = loaded(PAGES[Place(key)].page)(window.link, window.notices)
            self.pages[key] = page
            room = self._rooms[key] = scrolled(page, window.sidebar.title_of(key))
            self._stack.addWidget(room)
            page.inner_changed.connect(self.inner_changed)
            for rows in (*page.findChildren(TableView), *page.findChildren(Listing)):
                rows.out.connect(window.sidebar.setFocus)
            for wanted, do in self._wanted().items():
                if hasattr(page, wanted):
                    getattr(page, wanted).connect(do)
        return self.pages[key]

    def _wanted(self) -> Mapping[str, Callable[..., object]]:
        """What a page may want of the window, by the name of its signal."""
        window = self._window
        return {
            "exchange_now": window.exchanging.now,
            "leaving_wanted": window.exchanging.ask_to_leave,
            "request_wanted": self.go_to,
            "taking_down_wanted": window.taking.take_down,
            "recording_wanted": window.taking.record,
            "stays": window.acting.for_good,
            "finding_wanted": self.find_in_all,
        }

    def leave_inner(self) -> None:
        """Show the page itself, where it shows a list of requests in its place."""
        if self.inner is not None:
            self.inner.left.emit()

    @property
    def standing(self) -> Standing:
        """Where the window stands."""
        line, page = self._window.list.current(), self.shown
        narrowed = page.narrowed if isinstance(page, DeskPage) else ()
        return Standing(self.here, line.number if line is not None else "", narrowed)

    def stand(self, at: Standing) -> None:
        """Stand there again, in a window that was made anew."""
        if at.place != self.here:
            self._window.sidebar.choose(at.place)
        page = self.shown
        if isinstance(page, DeskPage):
            page.narrow(at.narrowed)
        self._window.list.select(at.number)

    def go_to(self, number: str) -> None:
        """Show exactly this request: in the list where it stands there, else alone.

        It is never looked for by its number as a text: partners number theirs as we do ours.
        """
        if self.at_work and self._window.list.has(number):
            self._window.list.select(number)
        else:
            self.show_only((number,))

    def find_request(self, number: str) -> None:
        """Show a request somebody looked for, ready for the keys."""
        self.go_to(number)
        self._window.list.listing.setFocus()

    def come_back_to(self, numbers: Sequence[str]) -> None:
        """Show what something was taken back on just now: the list has become another by that."""
        several = len(numbers) > 1

        def stand() -> None:
            if several:
                self._window.list.select_together(numbers)
            else:
                self.go_to(numbers[0])

        if self.at_work:
            self._window.list.read_again(stand)
        elif not several:
            stand()

    def show_only(self, numbers: Sequence[str], known_by: str = "", why: str = "") -> None:
        """Show these requests and no other, out of all; of several none is chosen."""
        self._window.sidebar.choose(Place.ALL)
        self._stack.setCurrentWidget(self._work)
        self._window.list.show_only(numbers, known_by, why)
        self._window.list.listing.setFocus()

    def show_drafts(self, numbers: Sequence[str]) -> None:
        """Show the drafts that were made together; very many stand on top of all drafts."""
        if len(numbers) == 1:
            self.go_to(numbers[0])
        elif len(numbers) > MOST_SHOWN:
            self.jump(Queue.DRAFTS)
        else:
            text = self.tr("Only the {n} drafts just made are shown.")
            self.show_only(numbers, why=text.format(n=len(numbers)))

    def show_to_tell(self) -> None:
        """Show the requests about which a library has to be told by telephone or letter."""
        self._window.sidebar.choose(Place.ALL)
        self._stack.setCurrentWidget(self._work)
        self._window.list.show_to_tell(
            self.tr("Only requests a library still has to be told about are shown.")
        )
        self._window.list.listing.setFocus()

    def find_in_all(self, text: str) -> None:
        """Look for something in all requests."""
        self._window.sidebar.choose(Place.ALL)
        self._stack.setCurrentWidget(self._work)
        self._window.list.find_in_all(text)
        self._window.list.listing.setFocus()

    def find_partner(self, name: str) -> None:
        """Show a partner among the partners."""
        self._window.sidebar.choose(Place.PARTNERS)
        page = self.page(Place.PARTNERS)
        page.search.setText(name)
        page.listing.setFocus()

    def find_message(self, number: str, message_id: int) -> None:
        """Show one message among those of a request."""
        self._window.sidebar.choose(Place.EXCHANGE)
        page = self.page(Place.EXCHANGE)
        page.show_message(number, message_id)
        page.listing.setFocus()

    def jump(self, key: str) -> None:
        """Go to a queue or page by its key, ready for the arrows."""
        self._window.sidebar.choose(key)
        self.panes.list().setFocus()

    def back(self) -> None:
        """From a request or a search to the list, from what was found or a page to where one was.

        A queue that was chosen is not left: Esc is pressed once too often so easily.
        """
        window, focus = self._window, QApplication.focusWidget()
        if self.at_work and focus is not None and window.detail.isAncestorOf(focus):
            window.list.listing.setFocus()
        elif isinstance(focus, QLineEdit) and self._stack.isAncestorOf(focus):
            focus.clear()
            self.panes.list().setFocus()
        elif window.list.passing or not self.at_work:
            self.previous()

    def previous(self) -> None:
        """Back to the queue or page that was shown before, or from the requests in one to it."""
        if self.inner is not None:
            self.inner.left.emit()
        elif self._past:
            key = self._past.pop()
            self.here = ""
            self.jump(key)

    def work_on(self) -> None:
        """Open the form of what is next for the request, or go to its buttons.

        What was pressed while the list was still being read counts for the list that comes.
        """
        window = self._window
        if window.list.waiting:
            QTimer.singleShot(SOON_MS, self, self.work_on)
            return
        line = window.list.current()
        if line is None:
            return
        if len(window.list.numbers()) > 1:
            self._into_several()
            return

        def ask(desk: Any) -> RequestView:
            from ill_desktop.services import requests

            return requests.show(desk, line.number)

        window.link.read(ask, self._begin)

    def _begin(self, view: RequestView) -> None:
        line = self._window.list.current()
        if line is not None and line.number == view.line.number:
            self._window.detail.show_request(view)
            if not self._window.acting.begin(view):
                self._into_detail()

    def _into_several(self) -> None:
        """The first button for all that are selected, once the pane shows just these."""
        window = self._window
        if window.detail.several_shown == window.list.numbers():
            self._into_detail()
        elif window.list.listing.hasFocus():
            QTimer.singleShot(SOON_MS, self, self.work_on)

    def _into_detail(self) -> None:
        """The first button for what is shown is one Enter away."""
        first = self._window.detail.first_of_keys()
        if first is not None:
            first.setFocus()

    def scanned(self, code: str) -> None:
        """A code came while nothing was being typed: find it, and do nothing else."""
        window = self._window

        def ask(desk: Any) -> tuple[str, ...]:
            from ill_desktop.services import finding

            return finding.scanned(desk, code)

        def found(numbers: tuple[str, ...]) -> None:
            self._forget_unknown()
            if len(numbers) == 1:
                self.find_request(numbers[0])
            else:
                self.show_only(numbers, code.strip())

        def failed(error: DeskError) -> None:
            self._unknown = window.link.sentence(error)
            window.notices.bar(self._unknown, "look")

        window.link.read(ask, found, failed)

    def _forget_unknown(self) -> None:
        """A code nobody knew is told until the next one is found, or somebody goes elsewhere."""
        if self._unknown:
            self._window.notices.take_back(self._unknown)
            self._unknown = ""

    def find_here(self) -> None:
        """Type what to find in what is shown, where it has a box for that."""
        shown = self._window.list if self.at_work else self.shown
        box = getattr(shown, "search", None)
        if isinstance(box, QLineEdit):
            box.setFocus()
            box.selectAll()

    def find_all(self) -> None:
        """Type what to find in all requests."""
        self._window.sidebar.choose(Place.ALL)
        self.find_here()

    def into_list(self) -> None:
        """From the box to find in to the rows."""
        self._window.list.find_now()
        self._window.list.listing.setFocus()

    def work_on_found(self) -> None:
        """What Enter does in the list, for what was typed or scanned into the box above it.

        A number or barcode means its request, whichever others are found by it, too.
        """
        window = self._window
        code = window.list.search.text().strip()
        self.into_list()

        def ask(desk: Any) -> tuple[str, ...]:
            from ill_desktop.services import finding

            return finding.scanned(desk, code)

        def known(numbers: tuple[str, ...]) -> None:
            if len(numbers) == 1:
                window.list.read_again(lambda: self._work_on_this(numbers[0]))
            else:
                self.show_only(numbers, code)

        if any(map(str.isdecimal, code)):
            window.link.read(ask, known, lambda _: self.work_on())
        else:
            self.work_on()

    def _work_on_this(self, number: str) -> None:
        """One that is not in the list is shown, and nothing is begun."""
        here = self._window.list.has(number)
        self.go_to(number)
        if here:
            self.work_on()

    def _to_list(self) -> None:
        """From a page to the queue whose list is behind it."""
        if not self.at_work:
            self._window.sidebar.choose(self._window.list.query.queue or Place.ALL)

    def choose_columns(self) -> None:
        """Which columns the list shows."""
        self._to_list()
        self._window.list.columns.ask()

    def choose_order(self) -> None:
        """What the list is put in order by."""
        self._to_list()
        self._window.list.sorting.ask()

    def step(self, by: int) -> None:
        """Go to the next request of the list, or the one before."""
        page = self._window.list
        row = page.table.currentIndex().row() + by
        if 0 <= row < len(page.model.rows):
            page.select(page.model.rows[row].number)

    def refresh(self) -> None:
        """Let the page shown, other than the list, ask the desk again."""
        page = self.shown
        if isinstance(page, DeskPage):
            page.refresh()

    @property
    def inner(self) -> "BehindView | None":
        """The list of requests a page shows in its place."""
        page = self.shown
        return page.inner if isinstance(page, DeskPage) else None

    @property
    def shown(self) -> QWidget | None:
        """The page in its room."""
        room = self._stack.currentWidget()
        return room.widget() if isinstance(room, QScrollArea) else room
