"""What needs attention and is no request: told in that list, which leads to the exchange."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ill_desktop.domain.queues import Queue
from ill_desktop.ui.over_list import OverList
from ill_desktop.ui.places import Place
from ill_desktop.ui.sidebar import KEY

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window


class Elsewhere(OverList):
    """Stands above the list of what needs attention while messages do; away in other lists.

    Where no request does, the list says it instead: what was counted is not told to be nothing.
    """

    wanted = Signal()

    def __init__(self, window: "Window") -> None:
        super().__init__(window, "warn")
        self._list, self._here, self._waiting = window.list, window.going.here, 0
        self.button.setText(self.tr("Show messages"))
        self.button.clicked.connect(self.wanted)
        self._tell()
        self._list.empty.connect(lambda _: self._tell())
        self._list.listing.currentChanged.connect(lambda _: self._tell())

    def arrive(self, key: str) -> None:
        """Another queue or page is shown."""
        self._here = key
        self._tell()

    def count(self, waiting: int) -> None:
        """So many messages need a person."""
        told, self._waiting = self._waiting, waiting
        self._tell()
        if told and not waiting and self._bare:
            self._list.refresh()

    def _tell(self) -> None:
        one = self.tr("1 message needs attention in the exchange.")
        many = self.tr("{n} messages need attention in the exchange.").format(n=self._waiting)
        self.text.setText(one if self._waiting == 1 else many)
        told = self._here == Queue.ATTENTION and self._waiting > 0
        self.setVisible(told and not self._bare)
        if told and self._bare:
            listing = self._list.listing
            listing.say(self.text.text(), self.button.text(), self.wanted.emit)
            listing.instead.show()

    @property
    def _bare(self) -> bool:
        """Whether the list shown is that of what needs attention, and no request is in it."""
        query, empty = self._list.query, self._list.listing.currentIndex() == 1
        return empty and query.queue is Queue.ATTENTION and not query.find


def lead(window: "Window") -> None:
    """From that line, and from the foot of the window, to the messages that are meant."""
    line = Elsewhere(window)
    window.going.arrived.connect(line.arrive)
    window.exchanging.waiting_changed.connect(line.count)
    line.wanted.connect(lambda: _show(window, "attention"))
    window.sidebar.itemClicked.connect(lambda item: _open(window, item.data(KEY)))
    window.sidebar.into.connect(lambda: _open(window, window.sidebar.chosen_key()))
    window.status.log_wanted.connect(lambda: _show(window, window.exchanging.wants))
    window.status.leaving_wanted.connect(lambda: _show(window, "leaving"))


def _open(window: "Window", key: str) -> None:
    """Where a count stands beside the exchange, it opens with what was counted."""
    kind = window.exchanging.wants
    if key == Place.EXCHANGE and kind and not window.going.page(Place.EXCHANGE).shows(kind):
        window.going.page(Place.EXCHANGE).show_kind(kind)


def _show(window: "Window", kind: str) -> None:
    """Open the exchange, narrowed to a kind of message; empty: as it was left."""
    window.sidebar.choose(Place.EXCHANGE)
    page = window.going.page(Place.EXCHANGE)
    if kind:
        page.show_kind(kind)
    page.listing.setFocus()
