"""What keeps the desk in order, from the window's side: settings and backups."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ill_desktop.ui.choose_file import file_name, to_save
from ill_desktop.ui.dialogs import show

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window


class Keeping(QObject):
    """Opens the dialogs about the desk itself."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window

    def settings(self) -> None:
        """Change the settings of the library."""

        def ask(desk: Any) -> Any:
            from ill_desktop.services import library

            return library.show(desk)

        self._window.link.read(ask, self._open_settings)

    def _open_settings(self, card: Any) -> None:
        from ill_desktop.ui.library_dialog import LibraryDialog

        window = self._window
        dialog = LibraryDialog(window.link, card, window)
        dialog.done_with = self._saved
        dialog.speak = window.appearance.choose_language
        show(dialog)

    def _saved(self, password_kept: bool) -> None:
        from ill_desktop.ui.mail_tab import NOT_KEPT

        notices = self._window.notices
        if password_kept:
            notices.toast(self.tr("The settings are saved."))
        else:
            notices.bar(self._window.link.words.tr("MailTab", NOT_KEPT), "look")

    def restore(self) -> None:
        """Go back to a backup; the window is made anew on what it holds."""
        from ill_desktop.ui.restore_dialog import RestoreDialog

        window = self._window
        desk = window.link.desk
        if desk is not None:
            dialog = RestoreDialog(window.tasks, window.link.words, desk.folder.root, window)
            dialog.moment = window.link.moment
            dialog.restored.connect(window.went_back)
            show(dialog)

    def back_up(self) -> None:
        """Ask where to, and back the desk up."""
        window = self._window
        day = window.link.today().isoformat()
        suggested = file_name(self.tr("backup"), day, ending="sqlite3")
        title = self.tr("Back up the desk")
        place = to_save(window, title, suggested)
        if place is None:
            return

        def ask(desk: Any) -> Path:
            from ill_desktop.services import backup

            return backup.backup(desk, place)

        said = self.tr("The desk is backed up in {file}.")
        window.link.write(ask, lambda path: window.notices.toast(said.format(file=path.name)))
