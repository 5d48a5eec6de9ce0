"""Answers come home, each exactly once, in the window's thread."""

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QThread

from ill_desktop.domain.errors import Missing, Unforeseen
from ill_desktop.ui.tasks import Answers, Tasks


@pytest.fixture
def tasks(qtbot):
    made = Tasks()
    yield made
    made.close()


def test_every_answer_comes_home_in_the_windows_thread(tasks, qtbot):
    home, came = QThread.currentThread(), []
    for n in range(60):
        start = tasks.write if n % 2 else tasks.read
        done = Answers(lambda got: came.append((got, QThread.currentThread() is home)))
        start(lambda _, n=n: n, done)
    qtbot.waitUntil(lambda: len(came) == 60)
    assert sorted(came) == [(n, True) for n in range(60)]
    assert not tasks.busy


def test_writers_wait_for_each_other(tasks, qtbot):
    inside, most, came = [], [], []

    def work(_):
        inside.append(1)
        most.append(len(inside))
        inside.pop()

    for _ in range(20):
        tasks.write(work, Answers(came.append))
    qtbot.waitUntil(lambda: len(came) == 20)
    assert max(most) == 1


def test_work_does_not_run_in_the_windows_thread(tasks, qtbot):
    came = []
    tasks.read(lambda _: threading.current_thread(), Answers(came.append))
    qtbot.waitUntil(lambda: bool(came))
    assert came[0] is not threading.main_thread()


def test_a_desk_error_is_told_to_who_asked(tasks, qtbot):
    told = []

    def work(_):
        raise Missing("request", "26000001")

    tasks.read(work, Answers(failed=told.append))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [Missing("request", "26000001")]


def test_a_desk_error_nobody_asked_for_reaches_the_window(tasks, qtbot):
    def work(_):
        raise Missing("partner", "ISIL:XX")

    with qtbot.waitSignal(tasks.failed) as heard:
        tasks.write(work)
    assert heard.args == [Missing("partner", "ISIL:XX")]


@pytest.mark.log_expected
def test_a_mistake_of_the_program_is_told_as_one(tasks, qtbot):
    with qtbot.waitSignal(tasks.broken) as heard:
        tasks.read(lambda _: 1 / 0)
    assert isinstance(heard.args[0], ZeroDivisionError)


@pytest.mark.log_expected
def test_whoever_asked_hears_that_a_mistake_ended_it(tasks, qtbot):
    told = []
    tasks.write(lambda _: 1 / 0, Answers(failed=told.append))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [Unforeseen()]


def test_cancelled_work_says_so_and_nothing_else(tasks, qtbot):
    started, told = threading.Event(), []

    def work(progress):
        started.set()
        while True:
            progress.step(0, 1)

    progress = tasks.write(
        work, Answers(lambda _: told.append("done"), cancelled=lambda: told.append("cancelled"))
    )
    assert started.wait(5)
    progress.cancel()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["cancelled"]


def test_nothing_is_told_to_a_window_that_has_closed(qtbot):
    tasks, told = Tasks(), []
    for _ in range(20):
        tasks.read(lambda _: 1, Answers(told.append))
    tasks.close()
    QCoreApplication.processEvents()
    assert told == []
