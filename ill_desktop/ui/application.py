"""The one application of this process, which knows when the session ends around it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ill_desktop.ui import theme


class Application(QApplication):
    """Whoever logs off, or ends the program from outside, answers no question of a window."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__([*arguments])
        self._quitting = False

    @property
    def ending(self) -> bool:
        """Whether windows close because the session or the whole program ends."""
        return self._quitting or self.isSavingSession()

    def event(self, event: QEvent) -> bool:
        """Qt closes every window in the middle of this one, and gives up where one stays."""
        if event.type() != QEvent.Type.Quit:
            return super().event(event)
        self._quitting = True
        try:
            return super().event(event)
        finally:
            self._quitting = False


def is_ending() -> bool:
    """Whether windows close because the session or the whole program ends."""
    app = QApplication.instance()
    return isinstance(app, Application) and app.ending


def application(arguments: Sequence[str]) -> Application:
    """Make it, with its name."""
    app = Application([*arguments, "-style", theme.STYLE])
    app.setApplicationName("ill-desktop")
    app.setDesktopFileName("ill-desktop")
    return app
