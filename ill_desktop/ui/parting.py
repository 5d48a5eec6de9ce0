"""Before the window closes: messages that have not left yet would stay here until it is opened."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ill_desktop.domain.errors import DeskError
from ill_desktop.ui.notices import Offer

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window

LATE_MS = 15_000
"""Who wanted to go waits so long for the messages to leave; then the window stays."""


class Parting(QObject):
    """Asks once, sends what waits apart from the window, and closes it when all has left."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._asking = False
        self._leaving: frozenset[int] = frozenset()
        """The messages the window waits for."""
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._late.timeout.connect(self._takes_long)
        window.exchanging.rested.connect(self._look)

    def holds(self) -> bool:
        """Whether the window stays for now: somebody is asked first, or messages are leaving."""
        if self._asking or self._leaving:
            return True
        waiting = self._waiting()
        if waiting:
            self._ask(waiting)
        return bool(waiting)

    def _waiting(self) -> frozenset[int]:
        """What waits; where the desk cannot be asked or written, nobody is kept from going."""
        from ill_desktop.services import parting

        link = self._window.link
        if link.desk is None or link.view_only:
            return frozenset()
        try:
            return parting.held_back(link.desk)
        except DeskError:
            return frozenset()

    def _ask(self, waiting: frozenset[int]) -> None:
        self._asking = True
        ways = (
            Offer(self.tr("Send now and quit"), lambda: self._send(waiting)),
            Offer(self.tr("Quit, send at the next start"), self._window.let_go),
        )
        stay = Offer(self.tr("Stay"), self._stay)
        self._window.notices.choose(self._window, self._not_left(len(waiting)), ways, stay)

    def _not_left(self, n: int) -> str:
        text = self.tr("{n} messages have not left yet.")
        if n == 1:
            text = self.tr("1 message has not left yet.")
        return text.format(n=n)

    def _stay(self) -> None:
        self._asking, self._leaving = False, frozenset()
        self._late.stop()

    def _send(self, waiting: frozenset[int]) -> None:
        self._asking, self._leaving = False, waiting
        self._window.notices.toast(self.tr("What waits is being sent; then the window closes."))
        self._late.start()
        self._window.exchanging.run(held=True)

    def _look(self) -> None:
        """A round is over: go if all has left."""
        waited = self._leaving
        if not waited:
            return

        def ask(desk: Any) -> int:
            from ill_desktop.services import parting

            return parting.not_left(desk, waited)

        self._window.link.read(ask, self._looked)

    def _looked(self, staying: int) -> None:
        if not self._leaving:
            return
        self._stay()
        if staying:
            text = self.tr("They could not be sent now: the page Exchange says why.")
            if staying == 1:
                text = self.tr("It could not be sent now: the page Exchange says why.")
            self._window.notices.bar(f"{self._not_left(staying)} {text}", "late", self._go_offer())
        elif QApplication.activeModalWidget() is None:  # somebody went on working meanwhile
            self._window.let_go()

    def _takes_long(self) -> None:
        self._stay()
        text = self.tr("Sending takes longer than usual. The window stays open meanwhile.")
        self._window.notices.bar(text, "look", self._go_offer())

    def _go_offer(self) -> Offer:
        return Offer(self.tr("Quit, send at the next start"), self._window.let_go)
