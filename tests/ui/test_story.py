"""The History and Messages of a request, in a narrow pane."""

from typing import Any

from ill_desktop.domain.queues import Queue


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
