"""The first paint is light, and every way to start ends well."""

import ast
import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ill_desktop import logs
from ill_desktop.app import _catch
from ill_desktop.domain.queues import Queue
from ill_desktop.services.desk import open_desk
from ill_desktop.services.first_look import first_look
from ill_desktop.services.requests import counts, page
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui import furnishing
from ill_desktop.ui.problem import Problem
from ill_desktop.ui.start import Shell, Wish

HEAVY = (
    "sqlalchemy", "alembic", "reportlab", "pymarc", "lxml", "pypdfium2", "xlsxwriter", "sqlite3",
    "dataclasses", "decimal", "json", "html", "importlib.resources", "ill_desktop.services.views",
    "ill_desktop.domain.lifecycle.engine", "ill_desktop.words.errors",
)  # fmt: skip
UNSEEN = ("QGradient", "QMessageBox", "QCalendarWidget", "QWizard", "QPdfWriter", "QKeySequence")
"""Classes of Qt that are loaded when a widget, a device or a style is named to Python."""


def furnished() -> tuple[str, ...]:
    """What the window is furnished with after its first paint."""
    tree = ast.parse(inspect.getsource(furnishing))
    named = [node.module for node in tree.body if isinstance(node, ast.ImportFrom)]
    seen = tuple(f"ill_desktop.ui{one}" for one in ("", ".appearance", ".notice_views", ".places"))
    return tuple(name for name in named if name and name.startswith("ill_") and name not in seen)


def _run(code, **more):
    given = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **more}
    return subprocess.run(
        [sys.executable, "-c", code], env=given, capture_output=True, text=True, check=False
    )


@pytest.mark.ux("UX-03")
def test_nothing_heavy_is_loaded_before_the_first_paint(desk_place: Path, tmp_path: Path):
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from ill_desktop.ui.application import application\n"
        "from ill_desktop.ui.start import Shell, Wish\n"
        "app = application(['ill-desktop'])\n"
        f"wish = Wish(Path({str(desk_place)!r}), 'en', state=Path({str(tmp_path / 'w.ini')!r}))\n"
        "shell = Shell(app, wish)\nassert shell.open()\n"
        "picture = shell.window.grab()\nassert not picture.isNull()\n"
        "assert shell.window.list.model.rows\n"
        "import PySide6.QtGui, PySide6.QtWidgets\n"
        "drawn = {*vars(PySide6.QtGui), *vars(PySide6.QtWidgets)}\n"
        f"print(*[name for name in {HEAVY + furnished()!r} if name in sys.modules])\n"
        f"print(*[name for name in {UNSEEN!r} if name in drawn])\n"
        "import os; os._exit(0) if not sys.stdout.flush() else None\n"
    )
    done = _run(code)
    assert (done.stdout.strip(), done.returncode) == ("", 0), done.stderr


def test_a_key_in_the_first_moment_finds_the_whole_window(qapp, qtbot, desk_place, tmp_path):
    shell = Shell(qapp, Wish(desk_place, "en", "light", state=tmp_path / "w.ini"))
    assert shell.open()
    window = shell.window
    assert not window.furnished
    qtbot.keyClick(window.list.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.furnished
    _leave(shell, qtbot)


def test_what_is_chosen_in_the_first_moment_is_shown(qapp, qtbot, desk_place, tmp_path):
    shell = Shell(qapp, Wish(desk_place, "en", "light", state=tmp_path / "w.ini"))
    assert shell.open()
    window = shell.window
    window.sidebar.choose(Queue.OUT)
    window.furnish()
    assert (window.going.here, window.list.title) == (Queue.OUT, "Out")
    _leave(shell, qtbot)


def _leave(shell, qtbot):
    qtbot.waitUntil(lambda: shell.link.desk is not None, timeout=30_000)
    shell.window.let_go()
    shell.window.deleteLater()
    logs.stop(shell.log)


def test_without_a_display_it_says_so_in_one_line():
    gone = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
    code = "from ill_desktop.app import main; raise SystemExit(main([]))"
    done = _run(code, **gone)
    if sys.platform.startswith("linux"):
        assert done.returncode == 1
        assert len(done.stderr.strip().splitlines()) == 1
        assert "display" in done.stderr


def test_the_first_look_is_what_the_desk_says(desk_place: Path):
    query = ListQuery(limit=20)
    seen = first_look(desk_place, query)
    desk = open_desk(desk_place)
    assert seen.page == page(desk, query)
    assert seen.counts == counts(desk)
    assert (seen.name, seen.sample) == (desk.library.name, True)
    desk.close()


@pytest.mark.ux("UX-47")
def test_a_problem_hands_its_details_on(qtbot):
    try:
        raise ValueError("<b>odd</b>")
    except ValueError as error:
        box = Problem(error)
    qtbot.addWidget(box)
    box.copy.click()
    assert "ValueError: <b>odd</b>" in QGuiApplication.clipboard().text()


@pytest.mark.ux("UX-47")
@pytest.mark.log_expected
def test_what_nobody_foresaw_is_told_once_and_the_work_goes_on(shell, qtbot, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    _catch(shell)
    for number in (1, 2):
        try:
            raise RuntimeError(f"odd thing {number}")
        except RuntimeError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    shell.link.tasks.read(lambda _: 1 // 0)
    qtbot.waitUntil(lambda: "ZeroDivisionError" in shell.problem.details, timeout=30_000)
    boxes = [w for w in shell.app.topLevelWidgets() if isinstance(w, Problem) and w.isVisible()]
    assert boxes == [shell.problem]
    log = shell.wish.folder / "logs" / "ill-desktop.log"
    assert str(log) in boxes[0].informativeText()
    assert "odd thing 1" in log.read_text()
    boxes[0].copy.click()
    copied = QGuiApplication.clipboard().text()
    assert all(f"odd thing {number}" in copied for number in (1, 2))
    boxes[0].reject()
    assert shell.problem is None
    number = shell.window.detail.view.line.number
    shell.window.going.step(1)
    view = shell.window.detail
    qtbot.waitUntil(lambda: view.view.line.number != number, timeout=30_000)
