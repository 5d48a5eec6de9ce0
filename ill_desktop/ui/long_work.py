"""Long work on the screen: a line that tells how far it is and lets one stop it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget
from shiboken6 import isValid

from ill_desktop.services.progress import Progress
from ill_desktop.ui.link import Failed, Link, Working
from ill_desktop.ui.plain_label import plain_label
from ill_desktop.ui.tasks import Answers

PATIENCE_MS = 400
"""What is done sooner needs no line that flickers by."""


class LongWork(QFrame):
    """One piece of work at a time; it lies below the page and is away when nothing is going on."""

    refused = Signal(str)
    """What to tell whoever asked for more while something was going on."""
    ended = Signal()
    """However it ended; the answer follows."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("long_work")
        self._link = link
        self._progress: Progress | None = None
        self.text = plain_label()
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = QPushButton(self.tr("Stop"), self)
        self.stop.clicked.connect(self.cancel)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 16, 6)
        line.setSpacing(12)
        line.addWidget(self.text)
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop)
        self._late = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._late.timeout.connect(self.show)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._progress is not None

    def start(
        self,
        said: str,
        do: Working,
        done: Callable[[Any], None],
        failed: Failed | None = None,
        *,
        writes: bool = True,
    ) -> None:
        """Begin; `said` has a place for {done} and {total}. What is asked meanwhile is refused."""
        if self.busy:
            wait = self.tr("Still at work: {what}. Wait for it, or stop it.")
            self.refused.emit(wait.format(what=self.text.text()))
            return
        self.text.setText(said.format(done=0, total="…"))
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)

        def ended(then: Callable[[], None]) -> None:
            if not isValid(self):  # the form it lay in was closed
                return
            self._progress = None
            self._late.stop()
            self.hide()
            self.ended.emit()
            then()

        def told(at: int, total: int) -> None:
            self.bar.setRange(0, total)
            self.bar.setValue(at)
            self.text.setText(said.format(done=at, total=total))

        tell = failed or self._link.tasks.failed.emit
        answers = Answers(
            done=lambda result: ended(lambda: done(result)),
            failed=lambda error: ended(lambda: tell(error)),
            progressed=lambda at, total: told(at, total) if isValid(self) else None,
            cancelled=lambda: ended(lambda: None),
        )
        self._late.start()
        self._progress = self._link.work(do, answers, writes=writes)
        if self._progress is None:
            ended(lambda: None)

    def cancel(self) -> None:
        """Ask what is going on to stop."""
        if self._progress is not None:
            self._progress.cancel()
            self.stop.setEnabled(False)
