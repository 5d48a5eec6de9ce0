"""What Qt made dies in the thread it lives in."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject, Qt

from ill_desktop.ui.rubbish import Rubbish
from ill_desktop.ui.tasks import Answers, Tasks


@pytest.fixture
def rubbish(qapp):
    gc.enable()
    made = Rubbish()
    yield made
    made.stop()
    assert gc.isenabled()


def _ring(died):
    """Something of Qt's that only the collector can find."""
    thing = QObject()
    thing.itself = thing
    thing.destroyed.connect(
        lambda: died.append(threading.get_ident()), Qt.ConnectionType.DirectConnection
    )


def test_a_ring_dies_in_the_window_s_thread_whatever_the_lanes_make(rubbish, qtbot):
    died, tasks = [], Tasks()
    rubbish._timer.stop()
    gc.collect()
    for _ in range(20):
        _ring(died)

    def work(_progress):
        return len([[] for _ in range(200_000)])

    with qtbot.waitCallback(timeout=30_000) as done:
        tasks.read(work, Answers(done))
    assert died == []
    for _ in range(2000):
        _ring([])
    rubbish.collect()
    assert set(died) == {threading.get_ident()}
    tasks.close()


def test_what_is_due_is_collected_by_itself(rubbish, qtbot):
    died = []
    for _ in range(2000):
        _ring(died)
    qtbot.waitUntil(lambda: len(died) == 2000, timeout=30_000)
