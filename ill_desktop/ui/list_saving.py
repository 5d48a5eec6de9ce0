"""The list on the screen as a file: all of its rows, its columns and its filter."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ill_desktop.services.progress import Progress
from ill_desktop.ui.choose_file import to_save
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.ui.window import Window

KINDS = "XLSX (*.xlsx);;CSV (*.csv);;PDF (*.pdf)"


def say(text: str) -> str:
    """A text marked under `ListSaving`, in the language of the window."""
    return QCoreApplication.translate("ListSaving", text)


def save(window: "Window") -> None:
    """Ask where to, and save the list."""
    title = say(mark("ListSaving", "Save this list"))
    path = to_save(window, title, f"{window.list.title}.xlsx", KINDS)
    if path is not None:
        save_to(window, path)


def save_to(window: "Window", path: Path) -> None:
    """Save the list as it stands; how far it is can be seen, and it can be stopped."""
    title, query = window.list.title, window.list.query
    columns = tuple(map(str, window.list.columns.shown))

    def work(desk: "Desk", progress: Progress) -> Path:
        from ill_desktop.services import list_files

        return list_files.save(desk, list_files.ListOrder(title, query, columns), path, progress)

    def saved(written: Path) -> None:
        text = say(mark("ListSaving", "The list is saved in {file}."))
        window.notices.toast(text.format(file=written.name))

    said = say(mark("ListSaving", "Saving the list: {done} of {total}"))
    window.long_work.start(said, work, saved, writes=False)
