"""The look at the whole desk behind the open window, and the way back from one that is damaged."""

import logging
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ill_desktop.domain.errors import Damaged, DeskError
from ill_desktop.ui.dialogs import show
from ill_desktop.ui.notices import Offer
from ill_desktop.ui.tasks import Answers

if TYPE_CHECKING:
    from pathlib import Path

    from ill_desktop.services.progress import Progress
    from ill_desktop.ui.window import Window

log = logging.getLogger(__name__)

LATER_MS = 5_000
"""So long after the desk was opened everybody has what they came for, and reading it all begins."""


class Damage(QObject):
    """Tells of a damaged desk and offers a backup, once by itself and then when asked."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._looks = self._led = False
        self._later = QTimer(self, singleShot=True, interval=LATER_MS)
        self._later.timeout.connect(self.look)
        window.link.opened.connect(self._later.start)
        window.tasks.erred.connect(self._heard)

    def look(self) -> None:
        """Read everything, apart from the window; it stops when that is closed."""
        if self._window.link.desk is None or self._looks:
            return
        self._looks = True
        self._window.link.work(
            _look, Answers(self._looked, self._not_looked, cancelled=self._looked), writes=False
        )

    def _looked(self, _: object = None) -> None:
        self._looks = False

    def _not_looked(self, error: DeskError) -> None:
        self._looks = False
        if not isinstance(error, Damaged):  # that was heard already
            self._window.tasks.failed.emit(error)

    def _heard(self, error: DeskError) -> None:
        """Whatever ran into damage. What SQLite says in passing is no finding: look at it all."""
        desk = self._window.link.desk
        if desk is None or not isinstance(error, Damaged):
            return
        if error.path != str(desk.folder.database):
            return
        found = desk.database.damaged
        if found is None:
            self.look()
        else:
            self.tell(desk.folder.root, found)

    def tell(self, folder: "Path", error: Damaged) -> None:
        """Nothing is written any more: say so, and lead to the newest good backup.

        Not over a form somebody writes in: it can be read off still.
        """
        window = self._window
        if not self._led:
            note(error)
        offer = Offer(self.tr("Restore a backup…"), lambda: self._lead(folder, error))
        window.exchanging.stopped(error)
        if window.link.view_only:
            window.notices.bar(window.link.sentence(error), "late")
            return
        if not self._led:
            window.notices.bar(window.link.sentence(error), "late", offer)
        if not self._led and QApplication.activeModalWidget() is None:
            self._lead(folder, error)

    def _lead(self, folder: "Path", error: Damaged) -> None:
        from ill_desktop.ui.restore_dialog import RestoreDialog

        self._led = True
        window = self._window
        dialog = RestoreDialog(window.tasks, window.link.words, folder, window)
        if window.link.desk is not None:
            dialog.moment = window.link.moment
        dialog.say(window.link.sentence(error))
        dialog.restored.connect(window.went_back)
        show(dialog)


def note(error: Damaged) -> None:
    """Keep in the log what the sentence does not say: what SQLite found."""
    log.error("%s is damaged: %s", error.path, error.detail)


def _look(desk: Any, progress: "Progress") -> None:
    from ill_desktop.services import soundness

    soundness.look_beside(desk, progress)
