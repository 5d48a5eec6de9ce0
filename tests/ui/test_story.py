"""The History and Messages of a request, in a narrow pane."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts


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
    qtbot.waitUntil(lambda: written.table.isVisible() and written.model.rowCount() > 3)
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
