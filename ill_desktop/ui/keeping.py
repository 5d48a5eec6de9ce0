"""Keeping the desk safe, from the window's side."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window


class Keeping(QObject):
    """Makes a backup where the person at the desk wants it."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window

    def back_up(self) -> None:
        """Ask where to, and back the desk up."""
        window = self._window
        suggested = f"ill-desk-{window.link.today():%Y-%m-%d}.sqlite3"
        title = self.tr("Back up the desk")
        name, _ = QFileDialog.getSaveFileName(window, title, suggested)
        if not name:
            return

        def ask(desk: Any) -> Path:
            from ill_desktop.services import backup

            return backup.backup(desk, Path(name))

        said = self.tr("The desk is backed up in {file}.")
        window.link.write(ask, lambda path: window.notices.toast(said.format(file=path.name)))
