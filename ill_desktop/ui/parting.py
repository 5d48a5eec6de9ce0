"""Before a desk is left: messages that have not left yet would stay here until it is opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ill_desktop.domain.errors import DeskError
from ill_desktop.ui.application import is_ending
from ill_desktop.ui.notices import Offer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from ill_desktop.services.desk import Desk
    from ill_desktop.ui.window import Window

LATE_MS = 15_000
"""Who wanted to go waits so long for the messages to leave; then the window stays."""
ANSWER_MS = 2_000
"""A desk that has not said by then what waits keeps nobody."""


class Way(NamedTuple):
    """Where somebody goes, and what that is called."""

    now: str
    later: str
    soon: str
    again: str
    go: Callable[[], None]


class Parting(QObject):
    """Asks, sends what waits apart from the window, and lets go when all has left."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._way: Way | None = None
        """The way somebody is about to go."""
        self._box: QMessageBox | None = None
        self._leaving: frozenset[int] = frozenset()
        """The messages the window waits for."""
        self._answer = QTimer(self, singleShot=True, interval=ANSWER_MS)
        self._answer.timeout.connect(self._go)
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._late.timeout.connect(self._takes_long)
        window.exchanging.rested.connect(self._rested)

    # who goes

    def holds(self) -> bool:
        """Whether the window stays for now: the desk is asked what waits, or somebody is."""
        if is_ending() or not self._sends():
            return False
        self._before(
            Way(
                self.tr("Send now and quit"),
                self.tr("Quit, send at the next start"),
                self.tr("What waits is being sent; then the window closes."),
                self.tr("Quit"),
                self._window.let_go,
            )
        )
        return True

    def before_another(self, go: Callable[[], None]) -> None:
        """Let another desk take the place of this one, once that is settled."""
        way = Way(
            self.tr("Send now, then leave this desk"),
            self.tr("Leave it, send when it is opened again"),
            self.tr("What waits is being sent; then you leave this desk."),
            self.tr("Leave this desk"),
            lambda: QTimer.singleShot(0, go),
        )
        if self._sends():
            self._before(way)
        else:
            go()

    def _sends(self) -> bool:
        """Whether anything leaves this desk at all."""
        link = self._window.link
        return link.desk is not None and not link.view_only

    def _before(self, way: Way) -> None:
        """Ask the desk what waits; who asks a second time is led back to what is under way."""
        if self._box is not None:
            self._box.raise_()
            self._box.activateWindow()
        elif self._leaving and self._way is not None:
            offer = self._later_offer(self._way, self._leaving)
            self._window.notices.bar(self._way.soon, "", offer)
        elif self._way is None:
            self._look(way)

    def _look(self, way: Way) -> None:
        self._way = way
        self._answer.start()
        self._window.link.read(_held_back, self._found, self._unknown)

    def _found(self, waiting: frozenset[int]) -> None:
        if not self._answer.isActive():
            return
        self._answer.stop()
        state = self._window.state
        state.put_off &= waiting
        self._ask_or_go(waiting - state.put_off)

    def _unknown(self, _: DeskError) -> None:
        """Where the desk cannot be asked, nobody is kept from going."""
        if self._answer.isActive():
            self._go()

    def _ask_or_go(self, waiting: frozenset[int]) -> None:
        if waiting and self._way is not None:
            self._ask(self._way, waiting)
        else:
            self._go()

    def _go(self) -> None:
        way = self._way
        self._stay()
        if way is not None:
            way.go()

    def _stay(self) -> None:
        self._way, self._box, self._leaving = None, None, frozenset()
        self._answer.stop()
        self._late.stop()

    # what they are asked

    def _ask(self, way: Way, waiting: frozenset[int]) -> None:
        ways = Offer(way.now, lambda: self._send(way, waiting)), self._later_offer(way, waiting)
        stay = Offer(self.tr("Stay"), self._stay)
        text = self._not_left(len(waiting))
        self._box = self._window.notices.choose(self._window, text, ways, stay)

    def _not_left(self, n: int) -> str:
        text = self.tr("{n} messages have not left yet.")
        if n == 1:
            text = self.tr("1 message has not left yet.")
        return text.format(n=n)

    def _later_offer(self, way: Way, waiting: frozenset[int]) -> Offer:
        return Offer(way.later, lambda: self._put_off(way, waiting))

    def _put_off(self, way: Way, waiting: frozenset[int]) -> None:
        """Of these nobody is asked again; what was written since is another question."""
        self._stay()
        self._window.state.put_off |= waiting
        self._look(way)

    # what leaves before

    def _send(self, way: Way, waiting: frozenset[int]) -> None:
        self._box, self._leaving = None, waiting
        self._window.notices.toast(way.soon)
        self._late.start()
        self._window.exchanging.run(held=True)

    def _rested(self) -> None:
        """A round is over: go if all has left."""
        if self._leaving:
            self._window.link.read(_held_back, self._looked)

    def _looked(self, waiting: frozenset[int]) -> None:
        way, waited = self._way, self._leaving
        if way is None or not waited:
            return
        self._leaving = frozenset()
        self._late.stop()
        self._window.notices.take_back(way.soon)
        staying = waited & waiting
        if staying:
            self._stays(way, staying)
        elif QApplication.activeModalWidget() is not None:
            self._stay()
            text = self.tr("What waited has left. The window stays open while you are at a form.")
            offer = Offer(way.again, lambda: self._before(way))
            self._window.notices.bar(text, "look", offer)
        else:  # what was written meanwhile nobody was asked about
            self._ask_or_go(waiting - self._window.state.put_off)

    def _stays(self, way: Way, staying: frozenset[int]) -> None:
        self._stay()
        text = self.tr("They could not be sent now: the page Exchange says why.")
        if len(staying) == 1:
            text = self.tr("It could not be sent now: the page Exchange says why.")
        text = f"{self._not_left(len(staying))} {text}"
        self._window.notices.bar(text, "late", self._later_offer(way, staying))

    def _takes_long(self) -> None:
        way, waited = self._way, self._leaving
        self._stay()
        if way is not None:
            text = self.tr("Sending takes longer than usual. The window stays open meanwhile.")
            self._window.notices.bar(text, "look", self._later_offer(way, waited))


def _held_back(desk: "Desk") -> frozenset[int]:
    from ill_desktop.services import parting

    return parting.held_back(desk)
