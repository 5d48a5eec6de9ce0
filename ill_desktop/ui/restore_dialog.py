"""The way back to a backup: which there are, whether they are sound, and one question."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ill_desktop._built.forms.restore import Ui_Restore
from ill_desktop.domain.errors import DeskError
from ill_desktop.ui.choose_file import to_open
from ill_desktop.ui.models.table import ROW, Column, Table
from ill_desktop.ui.notices import Notices
from ill_desktop.ui.tables import dress
from ill_desktop.ui.tasks import Answers, Tasks
from ill_desktop.words import formats
from ill_desktop.words.catalogue import Words
from ill_desktop.words.errors import sentence
from ill_desktop.words.mark import mark

SOUND = "sound"


@dataclass(slots=True)
class Shown:
    """A backup in the list; the verdict comes when it was read."""

    kept: Any
    verdict: str = ""


class RestoreDialog(QDialog):
    """Ends with another desk in the folder, or with the one that is there."""

    restored = Signal(str)
    """What was restored, and where what was there before lies, in words."""

    def __init__(
        self, tasks: Tasks, words: Words, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._words, self._folder = tasks, words, folder
        self._notices = Notices(self)
        self.told = ""
        """What was restored; empty while nothing was."""
        self._offered, self._by_hand = 0, False
        self.moment: Callable[[datetime], str] = self._here
        """How the time of a backup is written."""
        self.form = Ui_Restore()
        self.form.setupUi(self)
        self.setWindowTitle(self.tr("Restore a backup"))
        self._verdicts = {
            "": self.tr("is being read…"),
            SOUND: self.tr("sound"),
            "newer": self.tr("of a newer version"),
            "damaged": self.tr("damaged"),
        }
        self._kinds = {
            "auto": self.tr("automatic"),
            "quit": self.tr("when the program closed"),
            "by-hand": self.tr("by hand, into a file"),
            "before-restore": self.tr("before a restore"),
            "before-upgrade": self.tr("before an upgrade"),
            "before-retention": self.tr("before names were removed"),
        }
        self._dress()
        self._wire()
        self._list()
        self.resize(720, 460)

    def _dress(self) -> None:
        form = self.form
        form.said.hide()
        form.explain.setProperty("muted", True)
        form.restore.setProperty("filled", True)
        form.restore.setDefault(True)
        form.restore.setEnabled(False)
        columns: tuple[Column[Shown], ...] = (
            Column(mark("Table", "When"), lambda one: self.moment(one.kept.at)),
            Column(mark("Table", "Made"), lambda one: self._kinds.get(one.kept.kind, "")),
            Column(mark("Table", "Requests"), _requests, right=True),
            Column(
                mark("Table", "Size"),
                lambda one: _megabytes(self._words, one.kept.size),
                right=True,
            ),
            Column(mark("Table", "State"), lambda one: self._verdicts[one.verdict]),
        )
        self.model: Table[Shown] = Table(columns, self)
        dress(form.backups, self.model, 1)

    def _wire(self) -> None:
        form = self.form
        form.cancel.clicked.connect(self.reject)
        form.other.clicked.connect(self._choose)
        form.restore.clicked.connect(self._ask)
        form.backups.doubleClicked.connect(self._ask)
        form.backups.selectionModel().currentRowChanged.connect(self._moved)
        form.backups.pressed.connect(self._pressed)

    def say(self, text: str) -> None:
        """Why this dialog came by itself."""
        self.form.said.setText(text)
        self.form.said.show()

    def _here(self, at: datetime) -> str:
        """By the clock of this computer, where the desk cannot be asked for its own."""
        return formats.hour_of_day(self._words, at.astimezone())

    def _list(self) -> None:
        place = self._folder

        def work(_progress: object) -> Any:
            from ill_desktop.services import backup_shelf, backups_by_hand
            from ill_desktop.services.folder import DeskFolder

            shelf = DeskFolder(place).backups
            found = (*backup_shelf.listed(shelf), *backups_by_hand.listed(shelf))
            return sorted(found, key=lambda one: one.at, reverse=True)

        self._tasks.read(work, Answers(self._show))

    def _show(self, found: Any) -> None:
        self.model.fill([Shown(kept) for kept in found])
        if found:
            self._offer(0)
            self._read(0)
        else:
            self.form.wrong.say(self.tr("There is no backup in this desk. Choose another file."))

    def _read(self, row: int) -> None:
        """One after the other, the newest first: the first sound one that holds requests is
        chosen, and one that holds none only where there is no other; neither once somebody chose.
        """
        if row >= len(self.model.rows):
            return
        path = self.model.rows[row].kept.path

        def work(_progress: object) -> str:
            from ill_desktop.services import backup_shelf

            return backup_shelf.verdict(path)

        self._tasks.read(work, Answers(lambda verdict: self._judged(row, verdict)))

    def _judged(self, row: int, verdict: str) -> None:
        self.model.rows[row].verdict = verdict
        edge = len(self.model.columns) - 1
        self.model.dataChanged.emit(self.model.index(row, 0), self.model.index(row, edge))
        sound = [n for n, one in enumerate(self.model.rows) if one.verdict == SOUND]
        full = [n for n in sound if self.model.rows[n].kept.requests != 0]
        if not self._by_hand and row in ((full or sound)[:1]):
            self._offer(row)
        self._may()
        self._read(row + 1)

    def _offer(self, row: int) -> None:
        self._offered = row
        self.form.backups.selectRow(row)

    def _moved(self, now: QModelIndex) -> None:
        self._by_hand = self._by_hand or now.row() != self._offered
        self._may()

    def _pressed(self) -> None:
        self._by_hand = True

    def _chosen(self) -> Shown | None:
        index: QModelIndex = self.form.backups.currentIndex()
        shown: Shown | None = index.data(ROW) if index.isValid() else None
        return shown

    def _may(self) -> None:
        chosen = self._chosen()
        self.form.restore.setEnabled(chosen is not None and chosen.verdict == SOUND)

    def _choose(self) -> None:
        title, kinds = self.tr("Choose a backup"), self.tr("Backups (*.sqlite3)")
        path = to_open(self, title, kinds)
        if path is not None:
            self.look_into(path)

    def look_into(self, path: Path) -> None:
        """Read a file somebody chose: the question says how old and how full it is."""

        def work(_progress: object) -> Any:
            from ill_desktop.services import backups_by_hand

            return backups_by_hand.read(path)

        def found(kept: Any) -> None:
            self.take(path, f"{self._named(kept)} ({path.name})")

        self._tasks.read(work, Answers(found, self._failed))

    def _ask(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.verdict == SOUND:
            self.take(chosen.kept.path, self._named(chosen.kept))

    def _named(self, kept: Any) -> str:
        """Which copy is meant: its day and hour, and how many requests it holds."""
        at, n = self.moment(kept.at), kept.requests
        if n is None:
            return self.tr("the copy of {moment}").format(moment=at)
        text = self.tr("the copy of {moment} with {n} requests")
        text = self.tr("the copy of {moment} with 1 request") if n == 1 else text
        return text.format(moment=at, n=n)

    def take(self, path: Path, name: str) -> None:
        """Put the one question, and do it."""
        text = self.tr(
            "The desk goes back to {name}. What is here now is kept as a backup. "
            "New requests skip 1,000 numbers, so that none is given twice."
        )
        verb = self.tr("Restore")
        self._notices.ask(self, text.format(name=name), verb, lambda: self._restore(path, name))

    def _restore(self, path: Path, name: str) -> None:
        place = self._folder
        for button in (self.form.restore, self.form.other, self.form.cancel):
            button.setEnabled(False)

        def work(_progress: object) -> Path:
            from ill_desktop.services import backup

            return backup.restore(place, path)

        self._tasks.write(work, Answers(lambda kept: self._done(name, kept), self._failed))

    def _done(self, name: str, kept: Path) -> None:
        text = self.tr("Restored {name}. What was here before is kept as {file} in {folder}.")
        self.told = text.format(name=name, file=kept.name, folder=kept.parent)
        self.restored.emit(self.told)
        self.accept()

    def _failed(self, error: DeskError) -> None:
        for button in (self.form.other, self.form.cancel):
            button.setEnabled(True)
        self._may()
        self.form.wrong.say(sentence(self._words, error))


def _requests(one: Shown) -> str:
    return "–" if one.kept.requests is None else str(one.kept.requests)


def _megabytes(words: Words, size: int) -> str:
    return f"{formats.written(words, f'{size / 2**20:.1f}')} MB"
