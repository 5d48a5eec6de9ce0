"""What comes instead of a window when a desk cannot be opened."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from ill_desktop.domain.errors import Damaged, DeskError
from ill_desktop.ui.damage import note
from ill_desktop.ui.dialogs import Room
from ill_desktop.ui.notices import PLAIN
from ill_desktop.ui.restore_dialog import RestoreDialog
from ill_desktop.ui.tasks import Tasks
from ill_desktop.words.catalogue import words_for
from ill_desktop.words.errors import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from ill_desktop.ui.start import Shell


def lead_back(shell: "Shell", folder: "Path", error: Damaged) -> str:
    """Nothing is written to a damaged desk; the newest good backup is offered. Returns what was
    restored, in words; nothing where nothing was.
    """
    note(error)
    tasks, words = Tasks(shell), words_for(shell.language() or "en")
    dialog = RestoreDialog(tasks, words, folder)
    dialog.say(sentence(words, error))
    Room(dialog)
    dialog.exec()
    tasks.close()
    return dialog.told


def refuse(language: str, error: DeskError) -> None:
    """Say why there will be no window."""
    box = QMessageBox()
    box.setWindowTitle("ILL Desktop")
    box.setTextFormat(PLAIN)
    box.setText(sentence(words_for(language), error))
    box.exec()
