"""The History and Messages of a request, in a narrow pane."""

from typing import Any

from ill_desktop.domain.queues import Queue


def test_every_step_of_the_history_can_be_read_whole(seat: Any, qtbot: Any) -> None:
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
