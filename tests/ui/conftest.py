"""A real window on a copy of the sample desk."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from ill_desktop.services.sample import sample_desk
from ill_desktop.ui.start import Shell, Wish


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


@pytest.fixture
def shell(qtbot: Any, qapp: QApplication, desk_place: Path, tmp_path: Path) -> Iterator[Shell]:
    """The window, open and ready."""
    made = Shell(qapp, Wish(desk_place, "en", "light", state=tmp_path / "window.ini"))
    assert made.open()
    made.window.exchanging.timer.setInterval(3_600_000)
    qtbot.waitUntil(lambda: made.link.desk is not None, timeout=30_000)
    qtbot.waitUntil(lambda: made.window.detail.view is not None, timeout=30_000)
    yield made
    for dialog in [w for w in qapp.topLevelWidgets() if w.isVisible() and w is not made.window]:
        dialog.close()
    made.window.close()
    made.window.deleteLater()
    made.speak("en")
    if made.log is not None:
        from ill_desktop import logs

        logs.stop(made.log)


@pytest.fixture
def window(shell: Shell) -> Any:
    """The window of `shell`."""
    return shell.window
