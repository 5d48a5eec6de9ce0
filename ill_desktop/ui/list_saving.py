"""The list on the screen as a file or on paper: all of its rows, its columns and its filter."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ill_desktop.services.progress import Progress
from ill_desktop.ui.choose_file import file_name, to_save
from ill_desktop.ui.on_screen import listed, own_files
from ill_desktop.words.mark import mark

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ill_desktop.services.desk import Desk
    from ill_desktop.ui.window import Window

SAVED = mark("ListSaving", "The list is saved in {file}.")
KINDS = "XLSX (*.xlsx);;CSV (*.csv);;PDF (*.pdf)"


def say(text: str) -> str:
    """A text marked under `ListSaving`, in the language of the window."""
    return QCoreApplication.translate("ListSaving", text)


def save(window: "Window") -> None:
    """Ask where to, and save the list."""
    title, order = say(mark("ListSaving", "Save this list")), listed(window)
    own = own_files(window)
    if own is not None:
        own.save()
    if order is None or own is not None:
        return
    path = to_save(window, title, file_name(order.title, ending="xlsx"), KINDS)
    if path is not None:
        save_to(window, path)


def save_to(window: "Window", path: Path) -> None:
    """Save the list as it stands; how far it is can be seen, and it can be stopped."""
    order = listed(window)
    if order is None:
        return

    def work(desk: "Desk", progress: Progress) -> Path:
        from ill_desktop.services import list_files

        return list_files.save(desk, order, path, progress)

    def saved(written: Path) -> None:
        window.notices.toast(say(SAVED).format(file=written.name))

    of_requests = mark("ListSaving", "Saving the list: {done} of {total}")
    said = say(of_requests if _counted(window) else mark("ListSaving", "Saving the list: {done}"))
    window.long_work.start(said, work, saved, writes=False)


def _counted(window: "Window") -> bool:
    """Whether it is known beforehand how many rows there are."""
    return window.going.at_work or window.going.inner is not None


def print_it(window: "Window") -> None:
    """Ask for a printer, and print the list."""
    from ill_desktop.ui.paper_printer import ask_printer

    printer = ask_printer(window)
    if printer is not None:
        print_on(window, printer)


def print_on(window: "Window", printer: "QPrinter") -> None:
    """Print the list as it stands."""
    order, own = listed(window), own_files(window)
    if order is None and own is None:
        return

    def work(desk: "Desk", progress: Progress) -> str:
        from ill_desktop.services import list_files
        from ill_desktop.ui.paper_printer import file_of, print_pdf

        if own is not None:
            data = own.paper(desk)
        elif order is not None:
            data = list_files.made(desk, order, "pdf", progress)
        print_pdf(printer, data)
        return file_of(printer)

    def printed(file: str) -> None:
        paper = mark("ListSaving", "The list was sent to the printer.")
        window.notices.toast(say(SAVED if file else paper).format(file=file))

    of_requests = mark("ListSaving", "Printing the list: {done} of {total}")
    said = say(of_requests if _counted(window) else mark("ListSaving", "Printing the list: {done}"))
    window.long_work.start(said, work, printed, writes=False)
