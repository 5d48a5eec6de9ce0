"""Work apart from the window: one lane that writes, a few that read (STYLE §3.12).

Answers come home through one signal of one long-lived object; exactly one of done, failed and
cancelled follows, in the window's thread.
"""

import logging
from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from ill_desktop.domain.errors import DeskError, Unforeseen
from ill_desktop.services.progress import Cancelled, Progress

log = logging.getLogger(__name__)

READERS = 3

Work = Callable[[Progress], Any]


def _nothing(*_: object) -> None:
    """Nobody asked to be told."""


class Answers(NamedTuple):
    """What to call afterwards, always in the window's thread."""

    done: Callable[[Any], None] = _nothing
    failed: Callable[[DeskError], None] | None = None
    progressed: Callable[[int, int], None] = _nothing
    cancelled: Callable[[], None] = _nothing


class _Job(QRunnable):
    """One piece of work on its way through a lane."""

    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._run = run

    def run(self) -> None:
        """Called by Qt in the lane's thread."""
        self._run()


class Tasks(QObject):
    """Starts work and brings the answers home. `at_once` runs it in place, for tests."""

    erred = Signal(object)
    """A `DeskError`, whoever answers for it."""
    failed = Signal(object)
    """A `DeskError` nobody else answered for."""
    broken = Signal(object)
    """Any other exception: a mistake of the program; who asked hears `Unforeseen`."""
    _home = Signal(object)

    def __init__(self, parent: QObject | None = None, at_once: bool = False) -> None:
        super().__init__(parent)
        self._at_once = at_once
        self._writer, self._readers = QThreadPool(self), QThreadPool(self)
        self._writer.setMaxThreadCount(1)
        self._readers.setMaxThreadCount(READERS)
        self._running: set[Progress] = set()
        self._closed = False
        self._home.connect(self._deliver)

    def write(self, work: Work, answers: Answers | None = None) -> Progress:
        """Queue work that changes the desk, behind what is writing already."""
        return self._start(self._writer, work, answers or Answers())

    def read(self, work: Work, answers: Answers | None = None) -> Progress:
        """Start work that only looks, or writes files beside the desk."""
        return self._start(self._readers, work, answers or Answers())

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._running)

    def close(self, wait_ms: int = 5000) -> bool:
        """Ask everything to stop and wait; False when something did not.

        Nothing is told from now on: whoever asked may be gone.
        """
        self._closed = True
        for progress in tuple(self._running):
            progress.cancel()
        done = self._writer.waitForDone(wait_ms)
        return self._readers.waitForDone(wait_ms) and done

    def _start(self, lane: QThreadPool, work: Work, answers: Answers) -> Progress:
        progress = Progress(
            lambda done, total: self._home.emit(lambda: answers.progressed(done, total))
        )
        self._running.add(progress)
        if self._at_once:
            self._run(work, answers, progress)
        else:
            lane.start(_Job(lambda: self._run(work, answers, progress)))
        return progress

    def _run(self, work: Work, answers: Answers, progress: Progress) -> None:
        self._home.emit(self._outcome(work, answers, progress))

    def _outcome(self, work: Work, answers: Answers, progress: Progress) -> Callable[[], None]:
        """Do the work and return what is to be said of it at home."""
        try:
            result = work(progress)
        except Cancelled:
            return lambda: self._finish(progress, answers.cancelled)
        except DeskError as error:
            known = error
            return lambda: self._finish(progress, lambda: self._err(known, answers))
        except Exception as error:
            log.exception("a task failed")
            mistake = error
            return lambda: self._finish(progress, lambda: self._broke(mistake, answers))
        return lambda: self._finish(progress, lambda: answers.done(result))

    def _err(self, known: DeskError, answers: Answers) -> None:
        self.erred.emit(known)
        (answers.failed or self.failed.emit)(known)

    def _broke(self, mistake: Exception, answers: Answers) -> None:
        """Tell what nobody foresaw; whoever waits for an answer must not wait for ever."""
        self.broken.emit(mistake)
        if answers.failed is not None:
            answers.failed(Unforeseen())

    def _finish(self, progress: Progress, tell: Callable[[], None]) -> None:
        self._running.discard(progress)
        tell()

    @Slot(object)
    def _deliver(self, tell: Callable[[], None]) -> None:
        if not self._closed:
            tell()
