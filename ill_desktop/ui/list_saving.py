"""The list on the screen as a file: all of its rows, its columns and its filter."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QProgressDialog

from ill_desktop.ui.tasks import Answers
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from ill_desktop.ui.window import Window

KINDS = {"XLSX (*.xlsx)": ".xlsx", "CSV (*.csv)": ".csv", "PDF (*.pdf)": ".pdf"}
SOON_MS = 400


def say(text: str) -> str:
    """A text marked under `ListSaving`, in the language of the window."""
    return QCoreApplication.translate("ListSaving", text)


def save(window: "Window") -> None:
    """Ask where to, and save the list."""
    name, kind = QFileDialog.getSaveFileName(
        window,
        say(mark("ListSaving", "Save this list")),
        f"{window.list.title}.xlsx",
        ";;".join(KINDS),
    )
    if name:
        path = Path(name)
        save_to(window, path if path.suffix else path.with_suffix(KINDS.get(kind, ".xlsx")))


def save_to(window: "Window", path: Path) -> QProgressDialog | None:
    """Save the list as it stands; how far it is can be seen, and it can be stopped."""
    desk, title = window.link.desk, window.list.title
    query, columns = window.list.query, tuple(map(str, window.list.columns.shown))
    if desk is None:
        return None
    bar = QProgressDialog(window)
    bar.setLabelText(say(mark("ListSaving", "Saving {list}…")).format(list=title))
    bar.setCancelButtonText(say(mark("ListSaving", "Cancel")))
    bar.setWindowTitle(say(mark("ListSaving", "Save this list")))
    bar.setMinimumDuration(SOON_MS)
    bar.setAutoClose(False)
    bar.setAutoReset(False)

    def work(progress: Any) -> Path:
        from ill_desktop.services import list_files

        order = list_files.ListOrder(title, query, columns)
        return list_files.save(desk, order, path, progress)

    def show_how_far(done: int, total: int) -> None:
        bar.setMaximum(total)
        bar.setValue(done)

    def finish() -> None:
        bar.canceled.disconnect()
        bar.close()
        bar.deleteLater()

    def saved(written: Path) -> None:
        finish()
        text = say(mark("ListSaving", "The list is saved in {file}."))
        window.notices.toast(text.format(file=written.name))

    def failed(error: Any) -> None:
        finish()
        window.notices.bar(window.link.sentence(error), "late")

    progress = window.tasks.read(work, Answers(saved, failed, show_how_far, finish))
    bar.canceled.connect(progress.cancel)
    return bar
