"""The list of requests: the title has the room, and no word is cut off."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.domain.queues import Queue
from ill_desktop.ui import chip
from ill_desktop.ui.columns import BOTH_SIDES
from ill_desktop.ui.models.requests import Cell
from ill_desktop.ui.places import Place
from ill_desktop.ui.theme import scaled
from ill_desktop.words import formats, labels, reasons

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
    for due in map(window.list.columns.widths.of, (Cell.DUE, Cell.NEEDED)):
        late = formats.due_in(window.link.words, date(2023, 7, 15), date(2026, 4, 9))
        assert QFontMetrics(table.font()).horizontalAdvance(late) <= due - 16
    assert sum(_width(window, cell) for cell in shown) <= table.viewport().width()


def test_everything_has_a_column_on_a_small_screen_at_the_usual_size(window):
    window.resize(1366, 768)
    assert _shown(window) == [Cell.NUMBER, Cell.TITLE, Cell.PARTNER, Cell.DUE, Cell.STATE]


@pytest.mark.parametrize("language", ["en", "id"])
def test_why_something_needs_attention_is_read_whole_on_a_small_screen(seat, language):
    window = seat(language).window
    window.resize(1366, 768)
    window.sidebar.choose(Queue.ATTENTION)
    small = QFontMetrics(scaled(window.list.table.font(), 0.92))
    day, since = date(2026, 12, 27), date(2026, 11, 8)
    clocks = reasons.Clocks(date(2026, 12, 1), since, 18, since, day, day)
    timed = (reasons.timed(window.link.words, *key, clocks) for key in reasons.TIMED)
    assert max(map(small.horizontalAdvance, timed)) <= _width(window, Cell.TITLE) - 2 * chip.PAD


def test_why_something_needs_attention_is_told_where_one_points(window, qtbot):
    window.sidebar.choose(Queue.ATTENTION)
    model = window.list.model
    qtbot.waitUntil(lambda: bool(model.rows) and all(one.why for one in model.rows))
    title = model.index(0, model.at(Cell.TITLE))
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert model.rows[0].why in title.data(role)


def test_where_nothing_is_due_the_day_it_is_needed_stands_in_that_place(window):
    window.resize(1366, 768)
    window.sidebar.choose(Queue.NEW)
    assert Cell.NEEDED in _shown(window)
    assert Cell.DUE not in _shown(window)


def test_all_requests_tell_which_side_each_is_on(window, qtbot):
    window.resize(1366, 768)
    window.sidebar.choose(Place.ALL)
    qtbot.waitUntil(lambda: len({line.side for line in window.list.model.rows}) == 2)
    assert Cell.SIDE in window.list.columns.shown
    told = {
        (line.side, window.list.model.text_of(line, Cell.SIDE)) for line in window.list.model.rows
    }
    assert told == {(Side.BORROWING, "Borrowing"), (Side.LENDING, "Lending")}
    window.resize(1800, 768)
    assert set(_shown(window)) == set(BOTH_SIDES)
    window.sidebar.choose(Queue.HERE)
    assert Cell.SIDE not in window.list.columns.shown


def test_in_a_narrow_list_the_state_stands_below_the_title(window):
    window.resize(960, 600)
    assert _shown(window) == [Cell.NUMBER, Cell.TITLE]
    window.resize(1366, 768)
    assert Cell.STATE in _shown(window)


def _order(window):
    header, model = window.list.table.horizontalHeader(), window.list.model
    places = (header.logicalIndex(n) for n in range(header.count()))
    return [model.columns[at].key for at in places if not header.isSectionHidden(at)]


def _entry(menu, text):
    return next(one for one in menu.actions() if one.text() == text)


@pytest.mark.ux("UX-16")
def test_the_menu_of_the_header_shows_and_hides_columns(window):
    columns = window.list.columns
    _entry(columns.menu(Cell.NUMBER), "Service").trigger()
    _entry(columns.menu(Cell.NUMBER), "Partner").trigger()
    assert _order(window) == [Cell.NUMBER, Cell.TITLE, Cell.DUE, Cell.STATE, Cell.SERVICE]
    _entry(columns.menu(Cell.NUMBER), "Reset columns").trigger()
    assert _order(window) == [Cell.NUMBER, Cell.TITLE, Cell.PARTNER, Cell.DUE, Cell.STATE]


def test_the_title_cannot_be_hidden(window):
    assert not _entry(window.list.columns.menu(Cell.TITLE), "Title").isEnabled()


@pytest.mark.ux("UX-16")
def test_a_column_is_moved_without_the_mouse(window):
    columns = window.list.columns
    _entry(columns.menu(Cell.PARTNER), "Move “Partner” forward").trigger()
    assert _order(window)[:3] == [Cell.NUMBER, Cell.PARTNER, Cell.TITLE]


@pytest.mark.ux("UX-16")
def test_every_queue_keeps_its_own_columns_over_a_restart(seat):
    window = seat().window
    window.resize(1500, 768)
    window.sidebar.choose(Queue.TO_RECEIVE)
    window.list.columns.toggle(Cell.CREATED)
    header, model = window.list.table.horizontalHeader(), window.list.model
    header.resizeSection(model.at(Cell.PARTNER), 133)
    header.moveSection(header.visualIndex(model.at(Cell.STATE)), 0)
    window.sidebar.choose(Queue.OUT)
    assert Cell.CREATED not in _order(window)
    window.let_go()
    again = seat(again=True).window
    again.resize(1800, 768)  # it came back no wider than the screen
    again.sidebar.choose(Queue.TO_RECEIVE)
    wanted = [Cell.STATE, Cell.NUMBER, Cell.TITLE, Cell.PARTNER, Cell.DUE, Cell.CREATED]
    assert _order(again) == wanted
    assert _width(again, Cell.PARTNER) == 133


def test_every_column_tells_what_the_request_holds(window, qtbot):
    qtbot.waitUntil(lambda: bool(window.list.model.rows), timeout=30_000)
    model = window.list.model
    line = model.rows[0]
    told = {cell: model.text_of(line, cell) for cell in Cell}
    assert told[Cell.CREATED] == window.link.day(line.created)
    assert told[Cell.SINCE] == window.link.day(line.since)
    assert (told[Cell.OURS], told[Cell.THEIRS]) == (line.our_id, line.their_id)
    assert (told[Cell.PATRON], told[Cell.SERVICE]) == (line.reader_name, "Loan")
