"""Several requests selected: a summary, an outlook, one act, one undo."""

import threading

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.lifecycle.states import Action, Service, Side, State
from ill_desktop.domain.queues import Queue
from ill_desktop.services import bulk, partners, requests
from ill_desktop.services.requests import NewRequest
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui.outlook_dialog import OutlookDialog


def _drafts(window, qtbot, n=6):
    """Drafts to send, and those of the sample, all selected."""
    desk = window.link.desk
    partner = partners.listed(desk)[0].symbol
    for one in range(n):
        new = NewRequest(Service.LOAN, Citation(title=f"Volume {one}"), suppliers=(partner,))
        requests.new(desk, new)
    window.sidebar.choose(Queue.DRAFTS)
    total = n + 2
    qtbot.waitUntil(lambda: len(window.list.model.rows) == total, timeout=30_000)
    window.list.table.selectAll()
    qtbot.waitUntil(window.detail.several.isVisible, timeout=30_000)
    return window.list.numbers()


def _outlook(qtbot):
    def found():
        return next((w for w in QApplication.topLevelWidgets()
                     if isinstance(w, OutlookDialog) and w.isVisible()), None)  # fmt: skip

    qtbot.waitUntil(lambda: found() is not None, timeout=30_000)
    return found()


def _states(window, numbers):
    every = requests.page(window.link.desk, ListQuery(limit=0)).lines
    return [line.state for line in every if line.number in numbers]


def test_several_requests_show_what_they_have_in_common(window, qtbot):
    numbers = _drafts(window, qtbot)
    several = window.detail.several
    assert several.heading.text() == f"{len(numbers)} requests selected"
    assert several.primary.text().startswith("Send request")
    window.list.select(numbers[0])
    qtbot.waitUntil(lambda: not several.isVisible(), timeout=30_000)
    assert window.detail.view.line.number == numbers[0]


def test_the_outlook_says_why_not_in_full_and_its_button_stands_out(window, qtbot):
    desk = window.link.desk
    numbers = [line.number for line in requests.page(desk, ListQuery(limit=0)).lines]
    found = bulk.outlook(desk, numbers, Action.CANNOT_SUPPLY, bulk.Progress())
    dialog = OutlookDialog(window.link, found, window)
    dialog.show()
    table = next(t for t in dialog.findChildren(QTableView) if t.model() is dialog.model)
    qtbot.waitUntil(
        lambda: (
            table.columnWidth(2) >= table.sizeHintForColumn(2)
            and table.horizontalScrollBar().maximum() == 0
        ),
        timeout=30_000,
    )
    safe = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Keep as it is")
    left = [b.grab().toImage().pixelColor(6, b.height() // 2) for b in (dialog.act, safe)]
    assert left[0] != left[1]
    dialog.close()


def test_an_act_on_many_is_looked_at_done_and_taken_back_in_one(window, qtbot):
    numbers = _drafts(window, qtbot)
    expected = bulk.outlook(window.link.desk, numbers, Action.SEND, bulk.Progress())
    window.detail.several.primary.click()
    dialog = _outlook(qtbot)
    will, cannot = len(expected.will), len(expected.cannot)
    some = f"8 selected: {will} will change, {cannot} cannot."
    assert dialog.said.text() == (some if cannot else "All 8 selected will change.")
    assert dialog.height() <= 700
    rows = [[dialog.changes.index(n, at).data() for at in (0, 2, 3)] for n in range(will)]
    names = {one.name for one in partners.listed(window.link.desk)}
    assert [row[0] for row in rows] == list(expected.will)
    assert {row[1] for row in rows} == {"Waiting for an answer"}
    assert names & {row[2] for row in rows}
    assert bool(cannot) or dialog.act.hasFocus()
    dialog.act.click()
    told = f"{will} of {will} requests."
    qtbot.waitUntil(lambda: any(told in text for text in window.notices.said), timeout=30_000)
    assert _states(window, expected.will) == [State.SENT] * will
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: "as they were" in window.notices.said[-1], timeout=30_000)
    assert _states(window, expected.will) == [State.DRAFT] * will


def test_nothing_of_it_is_done_in_the_thread_of_the_window(window, qtbot, monkeypatch):
    threads = []
    outlook = bulk.outlook

    def told(*given):
        threads.append(threading.current_thread())
        return outlook(*given)

    monkeypatch.setattr(bulk, "outlook", told)
    _drafts(window, qtbot)
    window.detail.several.primary.click()
    _outlook(qtbot)
    assert threads
    assert threading.main_thread() not in threads


def test_a_selection_outlives_a_change_made_elsewhere(window, qtbot):
    numbers = _drafts(window, qtbot)
    table = window.list.table
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(table.model().index(0, 0), flags.Deselect | flags.Rows)
    kept = window.list.numbers()
    assert len(kept) == len(numbers) - 1
    window.fresh.refresh()
    qtbot.wait(50)
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    assert window.list.numbers() == kept


def test_long_work_shows_how_far_it_is_and_can_be_stopped(window, qtbot):
    reached, go_on = threading.Event(), threading.Event()

    def work(_desk, progress):
        for n in range(100):
            progress.step(n, 100)
            reached.set()
            go_on.wait(30)
        return "done"

    bar, answers = window.long_work, []
    bar.start("{done} of {total}", work, answers.append)
    qtbot.waitUntil(bar.isVisible, timeout=30_000)
    qtbot.waitUntil(lambda: bar.text.text() == "0 of 100", timeout=30_000)
    bar.start("More", work, answers.append)
    assert "0 of 100" in window.notices.said[-1]
    bar.stop.click()
    go_on.set()
    qtbot.waitUntil(lambda: not bar.busy, timeout=30_000)
    assert not bar.isVisible()
    assert answers == []


def test_several_received_without_a_due_date_are_named_before(window, qtbot):
    desk = window.link.desk

    def told(state):
        lines = requests.page(desk, ListQuery(side=Side.BORROWING, state=state, limit=2)).lines
        numbers = tuple(one.number for one in lines if one.service is Service.LOAN)
        outlook = bulk.outlook(desk, numbers, Action.RECEIVED, bulk.Progress())
        dialog = OutlookDialog(window.link, outlook, window)
        label = dialog.findChild(QLabel, "undated")
        dialog.deleteLater()
        return numbers, label.text() if label is not None else ""

    numbers, text = told(State.SENT)
    assert text == f"No due date is known, so they will never be overdue: {', '.join(numbers)}."
    assert told(State.ON_ITS_WAY)[1] == ""
