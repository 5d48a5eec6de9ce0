"""Acting on several requests at once: look ahead, do it with progress, and one step of undo."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.services.progress import Progress
from ill_desktop.ui.dialogs import show
from ill_desktop.ui.long_work import LongWork
from ill_desktop.words import history, labels

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window

NAMED = 3
"""So many failures are named in the line that tells of them."""


class Bulk(QObject):
    """Knows which requests are selected together."""

    def __init__(self, window: "Window", long_work: LongWork) -> None:
        super().__init__(window)
        self._window, self._long = window, long_work
        self._asked = 0
        long_work.refused.connect(window.notices.toast)

    def show(self, numbers: Sequence[str]) -> None:
        """Show what several requests have in common; called for fewer than two it does nothing."""
        self._asked += 1
        asked = self._asked
        if len(numbers) < 2:
            return

        def ask(desk: Any) -> Any:
            from ill_desktop.services import bulk

            return bulk.together(desk, numbers)

        def answer(found: Any) -> None:
            if asked == self._asked and self._window.list.numbers() == tuple(numbers):
                self._window.detail.show_several(found.lines, found.actions)

        self._window.link.read(ask, answer)

    def act(self, action: Action) -> None:
        """Rehearse an act on what is selected, and show what it would do."""
        numbers = self._window.list.numbers()

        def ask(desk: Any, progress: Progress) -> Any:
            from ill_desktop.services import bulk

            return bulk.outlook(desk, numbers, action, progress)

        said = self.tr("Checking: {done} of {total}")
        self._long.start(said, ask, self._show_outlook)

    def _show_outlook(self, outlook: Any) -> None:
        from ill_desktop.ui.outlook_dialog import OutlookDialog

        dialog = OutlookDialog(self._window.link, outlook, self._window)
        dialog.done_with = lambda reason: self.do(outlook.will, outlook.action, reason)
        show(dialog)

    def do(self, numbers: Sequence[str], action: Action, reason: str = "") -> None:
        """Do an act on requests for which somebody saw what it does."""
        values = {"reason": reason} if reason else {}

        def ask(desk: Any, progress: Progress) -> Any:
            from ill_desktop.services import bulk

            return bulk.do_many(desk, numbers, action, values, progress)

        verb = labels.of(self._window.link.words, action)
        said = self.tr("{act}: {{done}} of {{total}}").format(act=verb)
        self._long.start(said, ask, lambda done: self._done(done, action, len(numbers)))

    def _done(self, done: Any, action: Action, wanted: int) -> None:
        window = self._window
        words, text = window.link.words, self.tr("{done}: {n} of {total} requests.")
        said = text.format(done=history.done(words, action), n=len(done.done), total=wanted)
        verb = labels.of(words, action)
        if done.silent:
            untold = self.tr("No message goes to {partners}: tell them by telephone or letter.")
            said = f"{said} {untold.format(partners=', '.join(done.silent[:NAMED]))}"
        if done.done:
            undo = window.acting.offer_undo(lambda: self._undo(done.done), verb)
            window.notices.toast(said, undo)
            window.acting.done.emit()
        self._tell_failed(done.failed)

    def _undo(self, done: Sequence[tuple[str, str]]) -> None:
        def ask(desk: Any, progress: Progress) -> Any:
            from ill_desktop.services import bulk

            return bulk.undo_many(desk, done, progress)

        self._long.start(self.tr("Taking back: {done} of {total}"), ask, self._undone)

    def _undone(self, done: Any) -> None:
        if done.done:
            text = self.tr("{n} requests are as they were.").format(n=len(done.done))
            self._window.notices.toast(text)
            self._window.acting.undone.emit(tuple(number for number, _ in done.done))
        if done.failed:
            self._window.acting.halt()
        self._tell_failed(done.failed)

    def _tell_failed(self, failed: Sequence[tuple[str, Any]]) -> None:
        if failed:
            link = self._window.link
            why = " ".join(dict.fromkeys(link.sentence(error) for _, error in failed[:NAMED]))
            text = self.tr("{n} requests did not change. {why}")
            self._window.notices.bar(text.format(n=len(failed), why=why), "look")
