"""The list of requests: the title has the room, and no word is cut off."""

import pytest
from PySide6.QtGui import QFontMetrics

from ill_desktop.domain.queues import Queue
from ill_desktop.ui import chip
from ill_desktop.ui.models.requests import Cell
from ill_desktop.ui.theme import scaled
from ill_desktop.words import labels

WHOLE = "Habis gelap terbitlah terang"
"""A title of usual length, which has to be read whole."""


def _width(window, cell):
    return window.list.table.columnWidth(window.list.model.at(cell))


def _shown(window):
    hidden = window.list.table.isColumnHidden
    return [cell for cell in Cell if not hidden(window.list.model.at(cell))]


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
def test_titles_and_states_are_read_whole_on_a_small_screen(seat, language, text):
    window = seat(language, text=text).window
    window.resize(1366, 768)
    window.sidebar.choose("all")
    table = window.list.table
    assert QFontMetrics(table.font()).horizontalAdvance(WHOLE) <= _width(window, Cell.TITLE) - 16
    small = scaled(table.font(), 0.92)
    widest = max(chip.chip_width(small, one) for one in labels.every_state(window.link.words))
    shown = _shown(window)
    place = _width(window, Cell.STATE if Cell.STATE in shown else Cell.TITLE)
    assert widest <= place - 16
    assert sum(_width(window, cell) for cell in shown) <= table.viewport().width()


def test_everything_has_a_column_on_a_small_screen_at_the_usual_size(window):
    window.resize(1366, 768)
    assert _shown(window) == [Cell.NUMBER, Cell.TITLE, Cell.PARTNER, Cell.DUE, Cell.STATE]


def test_where_nothing_is_due_the_day_it_is_needed_stands_in_that_place(window):
    window.resize(1366, 768)
    window.sidebar.choose(Queue.NEW)
    assert Cell.NEEDED in _shown(window)
    assert Cell.DUE not in _shown(window)


def test_in_a_narrow_list_the_state_stands_below_the_title(window):
    window.resize(960, 600)
    assert _shown(window) == [Cell.NUMBER, Cell.TITLE]
    window.resize(1366, 768)
    assert Cell.STATE in _shown(window)
