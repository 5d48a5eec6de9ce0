"""The wire between a screen and the desk: what to ask, in which lane, and who hears the answer.

Nothing here imports the services: what is asked imports what it needs in its own thread, after
the window is on the screen (BASELINES §1).
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ill_desktop.domain.errors import DeskError, Needed
from ill_desktop.ui.tasks import Answers, Tasks
from ill_desktop.words import formats
from ill_desktop.words.catalogue import Words, words_for

if TYPE_CHECKING:
    from ill_desktop.domain.days import Here
    from ill_desktop.services.changes import Change
    from ill_desktop.services.desk import Desk
    from ill_desktop.services.progress import Progress


def local_day() -> date:
    """The day on this computer, until the desk says which day it has."""
    return datetime.now().astimezone().date()


Ask = Callable[["Desk"], Any]
Working = Callable[["Desk", "Progress"], Any]
Failed = Callable[[DeskError], None]


class Link(QObject):
    """One open desk as the window sees it."""

    changed = Signal(object)
    """A `Change`, in the window's thread."""
    opened = Signal()
    _from_any_thread = Signal(object)

    def __init__(self, tasks: Tasks, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.words: Words = words_for(language)
        self.desk: Desk | None = None
        self.reopening = ""
        """The place of a form somebody asked for because of what was left in it."""
        self.ticks: dict[str, bool] = {}
        """Whether a form prints afterwards, as it was chosen in it last since the program began."""
        self.view_only = False
        """Nothing can be written where the desk lies: what writes is not offered."""
        self.signed: Callable[[Callable[[], None]], None] = lambda then: then()
        """Goes on once it is known who is at the desk, whose initials the next act carries."""
        self._from_any_thread.connect(self.changed)

    def open(self, desk: "Desk") -> None:
        """Work at a desk from now on."""
        self.desk = desk
        desk.changes.subscribe(self._heard)
        self.opened.emit()

    def sentence(self, error: DeskError) -> str:
        """An error as the person at the desk reads it."""
        from ill_desktop.words.errors import missing, sentence

        if isinstance(error, Needed):
            return missing(self.words, error.key)
        return sentence(self.words, error)

    def today(self) -> date:
        """The library's day."""
        return self.desk.today() if self.desk is not None else local_day()

    def here(self) -> "Here":
        """The library's day, and the order in which days are written where it is."""
        from ill_desktop.domain.days import Here

        return self.desk.here if self.desk is not None else Here(local_day())

    def currency(self) -> str:
        """The currency of the library's country; empty before the desk is open."""
        return self.desk.currency if self.desk is not None else ""

    def day(self, instant: datetime | None) -> str:
        """The library's day of an instant, in words."""
        if instant is None or self.desk is None:
            return ""
        return formats.day(self.words, self.desk.local_date(instant))

    def moment(self, instant: datetime) -> str:
        """Day and hour of an instant where the library is."""
        zone = self.desk.library.zone if self.desk is not None else "UTC"
        return formats.moment(self.words, instant, zone)

    def soon(self, instant: datetime) -> str:
        """The hour of an instant, and its day where that is not today."""
        said = self.moment(instant)
        today = self.day(instant) == formats.day(self.words, self.today())
        return formats.at_hour(self.words, said[-5:]) if today else said

    def _heard(self, change: "Change") -> None:
        """Called in whichever thread committed; the signal hops home."""
        self._from_any_thread.emit(change)

    def read(self, ask: Ask, done: Callable[[Any], None], failed: Failed | None = None) -> None:
        """Ask the desk; nothing happens before it is open."""
        desk = self.desk
        if desk is not None:
            self.tasks.read(lambda _: ask(desk), Answers(done, failed))

    def write(self, ask: Ask, done: Callable[[Any], None], failed: Failed | None = None) -> None:
        """Let the desk do something, after what it is doing already."""
        desk = self.desk
        if desk is not None:
            self.tasks.write(lambda _: ask(desk), Answers(done, failed))

    def work(self, do: Working, answers: Answers, *, writes: bool) -> "Progress | None":
        """Long work that tells how far it is and can be stopped; None before the desk is open."""
        desk = self.desk
        if desk is None:
            return None
        lane = self.tasks.write if writes else self.tasks.read
        return lane(lambda progress: do(desk, progress), answers)

    def close(self) -> None:
        """Finish what is under way and let go of the desk."""
        self.tasks.close()
        if self.desk is not None:
            from ill_desktop.services import soundness

            self.desk.close()
            soundness.leave(self.desk.folder)
            self.desk = None
