"""A person's wish that another program keeps from being done: it is done when its turn comes."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from ill_desktop.ui.notices import Notices

ASKS_MS = 100
"""After so long it is asked again."""
MOMENT_MS = 1500
"""A wish that waits longer than this is told to wait."""
PAUSE_MS = 500
"""What is left to another program that was turned away, as `services.post.turns` does."""


class Turn(QObject):
    """Asks again and again, out of the window's way, and says so once it takes long."""

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._act: Callable[[], None] | None = None
        self._since = QElapsedTimer()
        self._told = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go)

    def wait(self, act: Callable[[], None]) -> None:
        """Another program is at it: do this a little later."""
        if not self._since.isValid():
            self._since.start()
        elif self._since.elapsed() > MOMENT_MS and not self._told:
            self._told = True
            self._notices.bar(self._text())
        self._later(ASKS_MS, act)

    def pause(self, act: Callable[[], None]) -> None:
        """Another program was turned away: let it in before this."""
        self._later(PAUSE_MS, act)

    def over(self) -> None:
        """The turn has come."""
        self._since.invalidate()
        if self._told:
            self._told = False
            self._notices.take_back(self._text())

    def stop(self) -> None:
        """The window goes."""
        self._timer.stop()

    def _later(self, after_ms: int, act: Callable[[], None]) -> None:
        self._act = act
        self._timer.start(after_ms)

    def _go(self) -> None:
        if self._act is not None:
            self._act()

    def _text(self) -> str:
        return self.tr(
            "Another program is exchanging messages at this desk. "
            "What you asked for follows as soon as it lets go."
        )
