"""From the start of the program to the first painted rows, against a bare QMainWindow."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ill_desktop.store.database import Database
from ill_desktop.store.rows import LibraryRow
from tests.benchmarks.make_desk import arguments, desk_of

BARE = """
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Watch(QObject):
    def eventFilter(self, thing, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: os._exit(0))
        return False
app = QApplication(sys.argv[:1])
window = QMainWindow()
watch = Watch()
window.installEventFilter(watch)
window.resize(1366, 768)
window.show()
app.exec()
"""

OURS = """
import gc, os, sys
gc.disable()  # as the program does before it loads anything
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from ill_desktop.ui.application import application
from ill_desktop.ui.start import Shell, Wish
HEAVY = ("sqlalchemy", "lxml", "reportlab", "pymarc")
class Watch(QObject):
    def eventFilter(self, thing, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, end)
        return False
def end():
    page = shell.window.list
    if not (page.table.isVisible() and page.model.rows) or any(m in sys.modules for m in HEAVY):
        os._exit(4)
    os._exit(0)
app = application(sys.argv[:1])
watch = Watch()
shell = Shell(app, Wish(folder=Path(sys.argv[1])))
shell.open()
shell.window.installEventFilter(watch)
app.exec()
"""


def once(code: str, *arguments: str) -> float:
    """Seconds from exec to the first paint."""
    begun = time.perf_counter()
    line = [sys.executable, "-c", code, *arguments]
    subprocess.run(line, check=True, env=ENVIRONMENT, timeout=60)
    return time.perf_counter() - begun


ENVIRONMENT = {
    **os.environ,
    "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPYCACHEPREFIX": tempfile.mkdtemp(prefix="bench-bytecode-"),
}
"""Compiled modules, as an installed program has them."""


def _give_library(path: Path) -> None:
    database = Database(path)
    with database.work() as session:
        if session.get(LibraryRow, 1) is None:
            session.add(LibraryRow(name="Bench", zone="Asia/Jakarta", desk_uuid="bench"))
    database.close()


def main() -> None:
    """Both, in turn, and the ratio."""
    asked = arguments(__doc__)
    with desk_of(asked.requests, asked.kept) as path:
        folder = path.parent
        _give_library(path)
        once(BARE)
        once(OURS, str(folder))
        bare, ours = [], []
        for _ in range(asked.rounds):
            bare.append(once(BARE))
            ours.append(once(OURS, str(folder)))
    ratio = statistics.median(ours) / statistics.median(bare)
    print(f"window with {asked.requests} requests painted / bare window: {ratio:.2f} (goal 1.5)")


if __name__ == "__main__":
    main()
