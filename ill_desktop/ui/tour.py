"""A walk through the main screens of the sample desk, saved as pictures for the handbook."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ill_desktop.domain.queues import Queue
from ill_desktop.ui.application import application
from ill_desktop.ui.sidebar import Place
from ill_desktop.ui.start import Shell, Wish
from ill_desktop.ui.theme import Look
from ill_desktop.ui.window import Window

SIZE = (1366, 768)
QUIET_MS = 350
LONGEST_MS = 30_000


def walk(folder: Path, language: str, theme: str) -> int:
    """Save a picture of each screen into a folder; returns the exit code."""
    from ill_desktop.services.sample import sample_desk

    folder.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_tell)
    app = application(["ill-desktop"])
    with tempfile.TemporaryDirectory(prefix="ill-tour-") as scratch:
        place = Path(scratch) / "desk"
        sample_desk(place, language).close()
        shell = Shell(app, Wish(place, language, theme, state=Path(scratch) / "window.ini"))
        if not shell.open() or shell.window is None:
            return 1
        window = shell.window
        window.resize(*SIZE)
        _until(lambda: shell.link.desk is not None)
        for name, go in _stops(window).items():
            go()
            settle(window)
            _save(window, folder / f"{name}.png")
        window.let_go()
    print(folder)
    return 0


def _tell(_kind: QtMsgType, _where: object, text: str) -> None:
    """What Qt says, less the one thing that holds for every window without a screen."""
    if "propagateSizeHints" not in text:
        print(text, file=sys.stderr)


def _stops(window: Window) -> dict[str, Callable[[], object]]:
    """The screens, in the order of a day's work."""
    doings = window.actions_by_name

    def queue(key: str) -> Callable[[], object]:
        return lambda: window.sidebar.choose(key)

    def message_tab() -> None:
        window.sidebar.choose(Queue.WAITING)
        window.detail.tabs.setCurrentIndex(1)

    def history_tab() -> None:
        window.sidebar.choose(Queue.HERE)
        window.detail.tabs.setCurrentIndex(2)

    def print_slips() -> None:
        window.detail.tabs.setCurrentIndex(0)
        window.sidebar.choose(Queue.TO_FETCH)
        settle(window)
        doings["print"].trigger()

    def answer() -> None:
        window.sidebar.choose(Queue.NEW)
        settle(window)
        window.detail.primary.click()

    return {
        "01-to-receive": queue(Queue.TO_RECEIVE),
        "02-all-requests": queue(Place.ALL),
        "03-messages": message_tab,
        "04-history": history_tab,
        "05-print": print_slips,
        "06-answer": answer,
        "07-new-request": doings["new"].trigger,
        "08-record-lending": doings["lend"].trigger,
        "09-partners": queue(Place.PARTNERS),
        "10-exchange": queue(Place.EXCHANGE),
        "11-figures": queue(Place.FIGURES),
        "12-readers": queue(Place.READERS),
        "13-settings": doings["settings"].trigger,
        "14-parcels": doings["pack"].trigger,
        "15-bring-in": doings["bring_in"].trigger,
    }


def _until(reached: Callable[[], bool]) -> None:
    """Let Qt work until something is so."""
    deadline, loop = QDeadlineTimer(LONGEST_MS), QEventLoop()
    while not reached() and not deadline.hasExpired():
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def settle(window: Window) -> None:
    """Wait until every answer is on the screen."""
    tasks = window.tasks
    deadline = QDeadlineTimer(QUIET_MS)
    _until(lambda: deadline.hasExpired() and not tasks.busy)
    QApplication.processEvents()


def _save(window: Window, path: Path) -> None:
    """The window, with the dialog over it where there is one; the dialog is then put away."""
    image = window.grab()
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QWidget):
        _lay_over(image, window, dialog)
    image.save(str(path))
    if isinstance(dialog, QDialog):
        dialog.reject()


def _lay_over(image: object, window: Window, dialog: QWidget) -> None:
    from PySide6.QtGui import QColor, QPainter, QPixmap

    assert isinstance(image, QPixmap)
    painter = QPainter(image)
    painter.fillRect(image.rect(), QColor(0, 0, 0, 70))
    left = (window.width() - dialog.width()) // 2
    top = max(0, (window.height() - dialog.height()) // 2)
    painter.drawPixmap(left, top, dialog.grab())
    painter.setPen(QColor(Look.colours.border))
    painter.drawRect(left - 1, top - 1, dialog.width() + 1, dialog.height() + 1)
    painter.end()
