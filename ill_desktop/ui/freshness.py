"""Keeping what the screen shows up to date: after every change, whoever made it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from ill_desktop.services.views import RequestView

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window

WATCH_MS = 1000
SOON_MS = 40


class Freshness(QObject):
    """Asks the desk again, soon after something changed, and for the request that is wanted."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._version = 0
        self._wanted = ""
        self.soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self.watch = QTimer(self, interval=WATCH_MS)
        self.soon.timeout.connect(self.refresh)
        self.watch.timeout.connect(self._look_for_others)
        window.link.changed.connect(lambda _: self.soon.start())

    def start(self) -> None:
        """The desk is open: show it as it is now, and watch it."""
        desk = self._window.link.desk
        if desk is not None:
            self._version = desk.database.data_version()
        self.watch.start()
        self.refresh()

    def stop(self) -> None:
        """The window goes."""
        self.watch.stop()
        self.soon.stop()

    def refresh(self) -> None:
        """Ask the desk again for everything on the screen.

        The request beside the list, too, while a page hides both: the list that comes back stands
        on the same row, and nothing else would tell that its message has left meanwhile.
        """
        window = self._window
        window.link.read(_counts, window.sidebar.show_counts)
        window.list.today = window.link.today()
        self.show_request(self._wanted)
        if window.going.at_work:
            window.list.refresh()
            window.bulk.show(window.list.numbers())
        else:
            window.going.refresh()
        window.exchanging.tell()

    def _look_for_others(self) -> None:
        """Another program may have written: the number of the file tells (DESIGN §5)."""
        desk = self._window.link.desk
        if desk is not None:
            version = desk.database.data_version()
            if version != self._version:
                self._version = version
                self.soon.start()

    def show_request(self, number: str) -> None:
        """Show a request beside the list, or none."""
        if number != self._wanted:
            self._window.notices.leave()
        self._wanted = number
        if not number:
            self._window.detail.clear()
            return

        def ask(desk: Any) -> RequestView:
            from ill_desktop.services import requests

            return requests.show(desk, number)

        self._window.link.read(ask, self._show_view)

    def _show_view(self, view: RequestView) -> None:
        if view.line.number == self._wanted and len(self._window.list.numbers()) < 2:
            self._window.detail.show_request(view)


def _counts(desk: Any) -> Any:
    from ill_desktop.services import requests

    return requests.counts(desk)
