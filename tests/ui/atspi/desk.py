"""The sample desk in a real window, shown to a screen reader screen by screen.

Run inside a display and a message bus of its own: `desk.py LANGUAGE FOLDER FILE [SCREEN …]`.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWidget

from ill_desktop.ui.application import application
from ill_desktop.ui.rubbish import Rubbish
from ill_desktop.ui.start import Shell, Wish
from ill_desktop.ui.tour import _until, settle
from tests.ui.screens import put_away, screens, shown

READER = Path(__file__).with_name("reader.py")
BUS = "/usr/libexec/at-spi-bus-launcher"


class Reader:
    """Asks the screen reader, while the window goes on answering it."""

    def __init__(self, name: str) -> None:
        self._process = subprocess.Popen(
            ["/usr/bin/python3", str(READER), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._came: list[str] = []
        self._heard = QSocketNotifier(
            self._process.stdout.fileno(),
            QSocketNotifier.Type.Read,  # type: ignore[union-attr]
        )
        self._heard.activated.connect(
            lambda: self._came.append(self._process.stdout.readline())  # type: ignore[union-attr]
        )

    def tree(self, title: str) -> list[dict[str, object]]:
        """What stands in the window of a title."""
        self._came.clear()
        self._process.stdin.write(f"{title}\n")  # type: ignore[union-attr]
        self._process.stdin.flush()  # type: ignore[union-attr]
        _until(lambda: bool(self._came))
        return json.loads(self._came[0]) if self._came else []

    def close(self) -> None:
        """No more questions."""
        self._heard.setEnabled(False)
        self._process.stdin.close()  # type: ignore[union-attr]
        self._process.wait(10)


def letters(front: QWidget) -> list[str]:
    """Every text in front that may carry a letter to press with Alt."""
    texts = [
        one.text()
        for one in front.findChildren(QWidget)
        if one.isVisible()
        and (isinstance(one, QAbstractButton) or (isinstance(one, QLabel) and one.buddy()))
    ]
    for bar in front.findChildren(QTabBar):
        if bar.isVisible():
            texts += [bar.tabText(at) for at in range(bar.count())]
    return [text for text in texts if "&" in text]


def walk(shell: Shell, wanted: list[str]) -> list[dict[str, object]]:
    """Each screen: its name, its letters, and what a screen reader is told of it."""
    window = shell.window
    assert window is not None
    reader = Reader(QApplication.applicationName())
    found = []
    for screen in screens(window):
        if wanted and screen.name not in wanted:
            continue
        screen.open()
        settle(window)
        front = shown(window)
        tree = reader.tree(front.windowTitle())
        found.append({"screen": screen.name, "letters": letters(front), "tree": tree})
        put_away(window)
    reader.close()
    return found


def main(language: str, place: str, out: str, *wanted: str) -> None:
    """Walk the screens and write down what was found."""
    launcher = subprocess.Popen([BUS, "--launch-immediately"])
    app = application(["ill-desktop"])
    Rubbish(app)
    with tempfile.TemporaryDirectory() as scratch:
        shell = Shell(app, Wish(Path(place), language, "light", state=Path(scratch) / "w.ini"))
        assert shell.open()
        assert shell.window is not None
        _until(lambda: shell.link.desk is not None)
        shell.window.exchanging.timer.setInterval(3_600_000)
        settle(shell.window)
        Path(out).write_text(json.dumps(walk(shell, list(wanted))), "utf-8")
        shell.window.let_go()
    launcher.terminate()
    launcher.wait(10)


if __name__ == "__main__":
    main(*sys.argv[1:])
