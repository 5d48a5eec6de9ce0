"""The History and Messages of a request, in a narrow pane."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts
from ill_desktop.ui.models.table import ROW
from ill_desktop.ui.places import Place
from ill_desktop.ui.story import is_routine


def test_every_step_and_every_message_can_be_read_whole(seat: Any, qtbot: Any, qapp: Any) -> None:
    window = seat("id").window
    window.resize(1366, 768)
    window.sidebar.choose(Queue.HERE)
    qtbot.waitUntil(
        lambda: window.detail.view is not None and window.detail.view.line.patron == "U1002"
    )
    window.detail.tabs.setCurrentWidget(window.detail.history)
    table, model = window.detail.history.table, window.detail.history.model
    qtbot.waitUntil(lambda: table.isVisible() and model.rowCount() > 3)
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            one_line = table.sizeHintForIndex(model.index(row, column)).width()
            assert one_line <= table.columnWidth(column) or table.wordWrap()
            assert table.sizeHintForRow(row) <= table.rowHeight(row)
    window.detail.tabs.setCurrentWidget(window.detail.messages)
    written = window.detail.messages
    qtbot.waitUntil(lambda: written.table.isVisible() and written.model.rowCount() > 2)
    for _ in range(3):  # the width of a column settles when the window has nothing else to do
        qapp.processEvents()
    assert written.table.horizontalScrollBar().maximum() == 0
    number = window.detail.view.line.number
    acts.do(window.link.desk, number, Action.WRITE_MESSAGE, {"note": "Salam"})
    qtbot.waitUntil(lambda: written.model.rows[0].leaves_at is not None)
    first, told = written.model.rows[0], window.detail.history
    soon = window.link.soon(first.leaves_at)
    assert written.model.index(0, 0).data() == window.link.moment(first.leaves_at)
    assert written.model.index(0, 3).data() == "Akan dikirim"
    assert told.model.index(0, 1).data() == f"Pesan ditulis (akan dikirim {soon})"
    event = told.model.rows[0]
    left = replace(event, leaves_at=None, left_at=event.at + timedelta(minutes=3))
    told.show_events([left, replace(left, left_at=event.at), replace(left, undone=True)])
    moment = window.link.soon(left.left_at)
    assert [told.model.index(row, 1).data() for row in range(3)] == [
        f"Pesan ditulis (terkirim {moment})", "Pesan ditulis", "Pesan ditulis (diurungkan)",
    ]  # fmt: skip


@pytest.fixture
def written(window, qtbot):
    """The messages of a request that is here: it was asked for, promised and sent."""
    window.sidebar.choose(Queue.HERE)
    qtbot.waitUntil(
        lambda: window.detail.view is not None and window.detail.view.line.patron == "U1002"
    )
    window.detail.tabs.setCurrentWidget(window.detail.messages)
    qtbot.waitUntil(window.detail.messages.table.isVisible)
    return window.detail.messages


def test_a_confirmation_is_a_mark_of_what_it_confirms(window, written) -> None:
    view, shown = window.detail.view, written.model.rows
    confirming = [one for one in view.messages if one.kind.endswith("Confirmation")]
    assert confirming
    assert [one for one in view.messages if one not in confirming] == shown
    assert window.detail.tabs.tabText(1) == f"Messages ({len(shown)})"
    for row, one in enumerate(shown):
        said = written.model.index(row, 3)
        moment = window.link.moment(one.confirmed_at)
        assert moment in said.data(Qt.ItemDataRole.AccessibleTextRole)
        assert said.data().startswith("Read" if one.direction == "in" else "Confirmed\n")


def test_the_day_of_a_confirmation_stands_where_it_came_on_another(window, written) -> None:
    asked = next(one for one in written.model.rows if one.direction == "out")
    later = asked.at + timedelta(days=2)
    written.show_messages([replace(asked, confirmed_at=later)])
    assert written.model.index(0, 3).data() == f"Confirmed\n{window.link.day(later)}"


def test_what_was_refused_keeps_its_line(window, written) -> None:
    routine = next(one for one in window.detail.view.messages if is_routine(one))
    refusal = replace(routine, summary="ERROR")
    stuck = replace(routine, state="failed")
    assert written.show_messages([routine, refusal, stuck]) == 2
    assert written.model.rows == [refusal, stuck]


def test_the_confirmations_are_shown_in_the_exchange(window, written, qtbot) -> None:
    view = window.detail.view
    confirming = {one.id for one in view.messages if is_routine(one)}
    assert written.confirmations.text() == f"Show {len(confirming)} confirmations"
    written.confirmations.click()
    page = window.going.pages[Place.EXCHANGE]
    every = {one.id for one in view.messages}
    qtbot.waitUntil(lambda: {one.id for one in page.model.rows} == every, timeout=30_000)
    assert page.table.currentIndex().data(ROW).id in confirming
