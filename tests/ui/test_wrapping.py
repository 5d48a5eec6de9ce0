"""A line that goes on in the next one where the room ends."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ill_desktop.ui.wrapping import Wrapping


@pytest.fixture
def line(qtbot):
    """A heading of 100 and three widgets of 60, each 20 high, 10 between."""
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = Wrapping(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    for wide in (100, 60, 60, 60):
        part = QWidget()
        part.setMinimumSize(wide, 20)
        layout.addWidget(part)
    return holder, layout


def _places(layout):
    rects = [layout.itemAt(n).geometry() for n in range(layout.count())]
    return [(one.x(), one.y(), one.width()) for one in rects]


def test_in_one_line_the_first_takes_the_spare_room(line):
    holder, layout = line
    holder.resize(400, 20)
    layout.activate()
    assert layout.heightForWidth(400) == 20
    assert _places(layout) == [(0, 0, 190), (200, 0, 60), (270, 0, 60), (340, 0, 60)]


def test_what_has_no_room_goes_into_the_next_line(line):
    holder, layout = line
    assert layout.sizeHint().width() == 310
    assert layout.minimumSize().width() == 100
    assert [layout.heightForWidth(wide) for wide in (310, 309, 100)] == [20, 50, 80 + 30]
    holder.resize(240, 50)
    layout.activate()
    assert _places(layout) == [(0, 0, 100), (110, 0, 60), (180, 0, 60), (0, 30, 60)]


def test_what_is_hidden_takes_no_room_and_lines_begin_where_one_reads(line):
    holder, layout = line
    layout.itemAt(1).widget().hide()
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    holder.resize(240, 20)
    holder.show()
    assert layout.heightForWidth(240) == 20
    assert _places(layout)[2:] == [(70, 0, 60), (0, 0, 60)]
