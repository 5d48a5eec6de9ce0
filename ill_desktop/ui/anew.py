"""Another window in the place of this one, which shows what was looked at."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ill_desktop.ui.going import Standing

if TYPE_CHECKING:
    from ill_desktop.ui.start import Shell
    from ill_desktop.ui.window import Window


class Anew(QObject):
    """What is looked at stays in sight when only the dress changes, however often and fast."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__(shell)
        self._shell = shell
        self._standing: Standing | None = None
        """Where to stand once the desk is open; None: the window stands there already."""
        self._began = ""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._make)

    def make(self) -> None:
        """Once the menu has closed."""
        self._soon.start()

    def _make(self) -> None:
        old = self._shell.window
        # A window that is remade before its desk was open stands nowhere yet.
        if old is not None and old.furnished and (self._standing is None or self._moved(old)):
            self._standing = old.going.standing
        self._shell.make_window()
        window = self._shell.window
        if window is not None and self._standing is not None:
            self._began = window.going.here
            window.link.opened.connect(lambda: self._stand(window))

    def _moved(self, window: "Window") -> bool:
        """Whether somebody chose something else in a window before its desk was open."""
        return window.going.here != self._began

    def _stand(self, window: "Window") -> None:
        standing = self._standing
        if window is self._shell.window and standing is not None:
            self._standing = None
            if not self._moved(window):
                window.going.stand(standing)
