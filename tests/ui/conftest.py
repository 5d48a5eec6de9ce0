"""A real window on a copy of the sample desk."""

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ill_desktop.services.sample import sample_desk
from ill_desktop.ui.rubbish import Rubbish
from ill_desktop.ui.start import Shell, Wish
from tests.ui.hands import Hands


@pytest.fixture(autouse=True)
def _rubbish() -> Iterator[None]:
    """Collected between tests: in the middle of one object's end another's may wait for ever."""
    gc.disable()
    yield
    gc.disable()
    counts, most = gc.get_count(), gc.get_threshold()
    due = [one for one in range(len(most)) if counts[one] > most[one] > 0]
    if due:
        gc.collect(due[-1])


@pytest.fixture(autouse=True)
def _let_go() -> Iterator[None]:
    """To Qt the Shift of the last keys of QTest stays held: the next test would choose rows."""
    yield
    if QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample desk made once; tests work on copies."""
    place = tmp_path_factory.mktemp("sample") / "desk"
    sample_desk(place).close()
    return place


@pytest.fixture
def desk_place(sample: Path, tmp_path: Path) -> Path:
    """A desk folder of this test's own."""
    place = tmp_path / "desk"
    shutil.copytree(sample, place)
    return place


Seat = Callable[..., Shell]


@pytest.fixture
def seat(qtbot: Any, qapp: QApplication, desk_place: Path, tmp_path: Path) -> Iterator[Seat]:
    """Opens the window in a language, a theme and a size of text, ready to work."""
    made: list[Shell] = []

    def sit(
        language: str = "en", theme: str = "light", text: float = 1.0, *, again: bool = False
    ) -> Shell:
        """`again` is another start of the program, which remembers the first."""
        state = tmp_path / f"window-{0 if again else len(made)}.ini"
        shell = Shell(qapp, Wish(desk_place, language, theme, state=state))
        shell.state.text_size = text
        assert shell.open()
        made.append(shell)
        qtbot.waitUntil(lambda: shell.link.desk is not None, timeout=30_000)
        shell.window.exchanging.timer.setInterval(3_600_000)
        qtbot.waitUntil(lambda: shell.window.detail.view is not None, timeout=30_000)
        return shell

    rubbish = Rubbish()
    yield sit
    for shell in made:
        _leave(shell)
    rubbish.stop()


def _leave(shell: Shell) -> None:
    for dialog in [
        w for w in shell.app.topLevelWidgets() if w.isVisible() and w is not shell.window
    ]:
        dialog.close()
    shell.window.let_go()
    shell.window.deleteLater()
    shell.speak("en")
    shell.state.text_size = 1.0
    shell.dress()
    if shell.log is not None:
        from ill_desktop import logs

        logs.stop(shell.log)


@pytest.fixture
def shell(seat: Seat) -> Shell:
    """The window, open and ready."""
    return seat()


@pytest.fixture
def window(shell: Shell) -> Any:
    """The window of `shell`."""
    return shell.window


@pytest.fixture
def hands(window, qtbot):
    """At the window, the list before them."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=30_000)
    window.list.table.setFocus()
    return Hands(window, qtbot)
