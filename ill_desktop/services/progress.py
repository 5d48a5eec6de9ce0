"""Long work: how far it is, and the point at which it can be stopped. No Qt."""

import time
from collections.abc import Callable
from threading import Event


class Cancelled(Exception):
    """The person at the desk stopped the work; what was begun is taken back."""


class Progress:
    """Handed to long work, which calls `step`."""

    EVERY = 0.05
    """Seconds between two reports, whatever the loop does."""

    def __init__(self, report: Callable[[int, int], None] | None = None) -> None:
        self._report = report
        self._stop = Event()
        self._last = 0.0

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def step(self, done: int, total: int) -> None:
        """Report, and stop here when that was asked; raises `Cancelled`."""
        if self._stop.is_set():
            raise Cancelled
        self.tell(done, total)

    @property
    def stopped(self) -> bool:
        """Whether stopping was asked for: for work that keeps what it has done so far."""
        return self._stop.is_set()

    def tell(self, done: int, total: int) -> None:
        """Report, without stopping."""
        now = time.monotonic()
        if self._report and (now - self._last >= self.EVERY or done == total):
            self._last = now
            self._report(done, total)
