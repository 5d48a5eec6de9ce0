"""The line under the field of a folder: that it is not there, and where it will be made."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from ill_desktop.ui.alive import while_there
from ill_desktop.ui.notes import Note
from ill_desktop.ui.tasks import Answers, Tasks


class FolderNote(QObject):
    """Looks apart from the window: a folder may lie far away."""

    def __init__(self, field: QLineEdit, tasks: Tasks) -> None:
        super().__init__(field)
        self._field, self._tasks, self._note = field, tasks, Note(field)
        field.textChanged.connect(lambda _: self.look())

    def look(self) -> None:
        """Say what is so of the folder that stands in the field now."""
        typed = self._field.text().strip()

        def work(_progress: object) -> tuple[Path, ...]:
            from ill_desktop.services.letterboxes import to_be_made

            return to_be_made(typed)

        def tell(absent: tuple[Path, ...]) -> None:
            if typed == self._field.text().strip():
                text = self.tr("Not there yet: {folder} is made with the desk.")
                self._note.say(text.format(folder=absent[0]) if absent else "")

        self._tasks.read(work, Answers(while_there(self, tell)))
