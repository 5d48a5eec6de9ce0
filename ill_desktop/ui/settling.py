"""Keeping the garbage collector from what stays for good.

A full collection walks through every object of the program with all threads standing still: the
window did not answer for a fifth of a second, just when many files arrived. What is loaded once the
post has run does not go before the end, so it need not be walked through again.
"""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 1_000
LAST = "ill_desktop.services.post"
"""What is loaded last, with all it needs."""


class Settling(QObject):
    """Waits until everything is loaded, and then sets it aside, once."""

    def __init__(self, parent: QObject | None = None, last: str = LAST) -> None:
        super().__init__(parent)
        self._last = last
        self.timer = QTimer(self, interval=LOOK_MS)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self) -> None:
        """Set aside what is there, if all of it is."""
        if self._last not in sys.modules:
            return
        self.timer.stop()
        gc.freeze()
