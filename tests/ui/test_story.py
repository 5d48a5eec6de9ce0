"""The History and Messages of a request, in a narrow pane."""

from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from ill_desktop.domain.queues import Queue


def test_every_step_of_the_history_can_be_read_whole(seat: Any, qtbot: Any) -> None:
    window = seat("id").window
    window.sidebar.choose(Queue.HERE)
    qtbot.waitUntil(
        lambda: window.detail.view is not None and window.detail.view.line.patron == "U1002"
    )
    window.detail.tabs.setCurrentWidget(window.detail.history)
    table, model = window.detail.history.table, window.detail.history.model
    qtbot.waitUntil(lambda: table.isVisible() and model.rowCount() > 3)
    metrics, wrap = QFontMetrics(table.font()), int(Qt.TextFlag.TextWordWrap)
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            text = model.index(row, column).data()
            room = QRect(0, 0, table.columnWidth(column), 1000)
            needed = metrics.boundingRect(room, wrap, text)
            assert needed.width() <= table.columnWidth(column)
            assert needed.height() <= table.rowHeight(row)
