"""One window for a desk: later starts end in the first one and bring their files there."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QProcessEnvironment

from ill_desktop.store import locking
from ill_desktop.ui.instance import Instance

RIS = "TY  - BOOK\nTI  - Brought by another start\nER  - \n"
STARTER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from ill_desktop.ui.instance import Instance
app = QCoreApplication([])
one = Instance(Path(sys.argv[1]))
if not one.claim():
    print("handed over" if one.hand_over([Path(sys.argv[2])]) else "nobody", flush=True)
    sys.exit(0)
print("owner", flush=True)
heard = []
def count(files):
    heard.extend(files)
    if len(heard) == int(sys.argv[3]):
        QTimer.singleShot(300, app.quit)
one.asked.connect(count)
QTimer.singleShot(50_000, app.quit)
one.listen()
app.exec()
print("heard", len(set(heard)), flush=True)
"""


@pytest.fixture
def claim(qapp, tmp_path):
    """Claims of this process, let go of at the end."""
    made = []

    def again(folder=tmp_path / "desk"):
        made.append(Instance(folder))
        return made[-1]

    yield again
    for one in made:
        one.close()


def _start(folder, *more, **how):
    line = [sys.executable, "-c", STARTER, str(folder), *map(str, more)]
    return subprocess.Popen(line, stdout=subprocess.PIPE, text=True, **how)


def test_a_desk_has_one_window(claim, tmp_path):
    assert claim().claim()
    assert not claim().claim()
    assert not claim(tmp_path / "other" / ".." / "desk").claim()
    assert claim(tmp_path / "other").claim()


def test_who_goes_to_another_desk_lets_go_of_the_first(claim, tmp_path):
    first, third = claim(), claim(tmp_path / "other")
    assert first.claim()
    assert third.claim()
    assert not first.move(tmp_path / "other")
    assert claim().claim()


def test_where_no_lock_can_be_written_everybody_may_work(claim, monkeypatch):
    def no_place(*_, **__):
        raise PermissionError(13, "no")

    assert claim().claim()
    monkeypatch.setattr(locking.os, "open", no_place)
    assert claim().claim()


def test_a_socket_left_by_a_killed_window_is_swept_away(claim, qtbot, tmp_path):
    place = tmp_path / "desk"
    killed = _start(place, "x", 99)
    assert killed.stdout.readline() == "owner\n"
    assert not claim().claim()
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    mine = claim()
    assert mine.claim()
    mine.listen()
    with qtbot.waitSignal(mine.asked, timeout=30_000) as heard:
        other = _start(place, tmp_path / "a.ris", 1)
    assert heard.args == [(tmp_path / "a.ris",)]
    assert other.communicate(timeout=30)[0] == "handed over\n"


def test_of_twenty_racing_starts_one_is_the_owner(tmp_path):
    starts = [_start(tmp_path / "desk", tmp_path / f"{n}.ris", 19) for n in range(20)]
    said = [one.communicate(timeout=120)[0] for one in starts]
    assert sorted(said) == ["handed over\n"] * 19 + ["owner\nheard 19\n"]


@pytest.mark.ux("UX-42")
def test_a_second_start_raises_the_first_window_and_passes_its_files(shell, qtbot, tmp_path):
    brought = tmp_path / "one.ris"
    brought.write_text(RIS)
    instance = Instance(shell.wish.folder)
    assert instance.claim()
    instance.asked.connect(shell.wanted)
    instance.listen()
    shell.window.showMinimized()
    second = QProcess()
    surroundings = QProcessEnvironment.systemEnvironment()
    surroundings.insert("QT_QPA_PLATFORM", "offscreen")
    surroundings.insert("PYTHONPATH", str(Path(__file__).parents[2]))
    second.setProcessEnvironment(surroundings)
    line = ["-m", "ill_desktop", "--desk", str(shell.wish.folder), str(brought)]
    with qtbot.waitSignal(second.finished, timeout=60_000):
        second.start(sys.executable, line)
    assert second.exitCode() == 0, bytes(second.readAllStandardError().data())
    assert not shell.window.isMinimized()

    def form():
        return [w for w in shell.app.topLevelWidgets() if w.objectName() == "RequestForm"]

    qtbot.waitUntil(lambda: bool(form()), timeout=30_000)
    assert form()[0].form.title.text() == "Brought by another start"
    instance.close()


def test_a_line_that_names_no_files_is_not_answered(claim, qtbot):
    from PySide6.QtNetwork import QLocalSocket

    mine = claim()
    assert mine.claim()
    mine.listen()
    socket = QLocalSocket()
    socket.connectToServer(mine._name)
    with qtbot.waitSignal(socket.disconnected, timeout=30_000), qtbot.assertNotEmitted(mine.asked):
        socket.write(b"{not json\n")


def test_a_window_ends_without_a_word_on_stderr(tmp_path, desk_place):
    code = f"""
import sys
from PySide6.QtCore import QTimer
from ill_desktop import app
from ill_desktop.ui import instance, start
close = instance.Instance.close
instance.Instance.close = lambda one: (print("let go"), close(one))
opened = start.Shell.open
def open_and_quit(shell):
    done = opened(shell)
    QTimer.singleShot(0, shell.app.quit)
    return done
start.Shell.open = open_and_quit
raise SystemExit(app.main(["--desk", {str(desk_place)!r}]))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0
    assert "Exception ignored" not in done.stderr
    assert done.stdout.split("\n") == ["let go", ""]
