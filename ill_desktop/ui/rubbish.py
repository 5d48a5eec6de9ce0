"""Python's rubbish is collected in the window's thread, and in no other.

What lies in a ring of references goes when the collector finds it, and the collector runs in
whichever thread happens to make the next thing. What Qt made is not to be taken apart in a lane of
`tasks` while the window uses its neighbours: that leaves the memory of the program in disorder.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Rubbish(QObject):
    """Collects from time to time, by the measure that Python would collect by itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = gc.isenabled()
        gc.disable()  # in the program it is so since before Qt was loaded
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, with those younger than it."""
        counts, most = gc.get_count(), gc.get_threshold()
        due = [one for one in range(len(most)) if counts[one] > most[one] > 0]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Let Python collect as it did before."""
        self._timer.stop()
        if self._before:
            gc.enable()
