"""Lists in order: by a press on a heading or by keys, kept for each queue, page by page."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.lifecycle.states import Service
from ill_desktop.domain.queues import Queue
from ill_desktop.services import list_files, requests
from ill_desktop.services.first_look import NEWEST, Order, SortKey
from ill_desktop.services.requests import NewRequest
from ill_desktop.ui.models.requests import Cell
from ill_desktop.ui.places import Place

SOONEST = Order(SortKey.NEEDED, falling=False)


def _press(window, cell):
    header = window.list.table.horizontalHeader()
    at = header.sectionViewportPosition(window.list.model.at(cell)) + 12
    QTest.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, header.height() // 2)
    )


def _heading(window, cell, role=Qt.ItemDataRole.DisplayRole):
    model = window.list.model
    return model.headerData(model.at(cell), Qt.Orientation.Horizontal, role)


def _needed(window):
    return [line.needed_by for line in window.list.model.rows]


def _in_order(window, qtbot, order):
    qtbot.waitUntil(lambda: window.list.model.query.order == order, timeout=30_000)


@pytest.fixture
def many(window, qtbot):
    """Ninety more drafts: every third without a day, two needed on each day."""
    desk = window.link.desk
    for n in range(90):
        day = desk.today() + timedelta(days=1 + n * 7 % 30) if n % 3 else None
        asked = NewRequest(Service.LOAN, Citation(title=f"Volume {n} of many"), needed_by=day)
        requests.new(desk, asked)
    window.resize(1366, 768)
    window.sidebar.choose(Queue.DRAFTS)
    qtbot.waitUntil(lambda: window.list.model.total > 90, timeout=30_000)
    return window


def test_a_press_on_a_heading_sorts_and_the_next_one_turns_it_round(many, qtbot):
    assert _heading(many, Cell.NUMBER) == "Number ▼"
    _press(many, Cell.NEEDED)
    _in_order(many, qtbot, SOONEST)
    assert (_heading(many, Cell.NEEDED), _heading(many, Cell.NUMBER)) == ("Needed ▲", "Number")
    shown = _needed(many)
    assert len(shown) == 60
    assert shown == sorted(shown)
    _press(many, Cell.NEEDED)
    _in_order(many, qtbot, Order(SortKey.NEEDED, falling=True))
    assert _heading(many, Cell.NEEDED) == "Needed ▼"
    assert _needed(many) == sorted(_needed(many), reverse=True)
    _press(many, Cell.NUMBER)
    _in_order(many, qtbot, NEWEST)
    _press(many, Cell.TITLE)
    assert many.list.query.order == NEWEST


def test_what_has_no_day_stands_last_and_nothing_is_lost_on_the_way(many, qtbot):
    for order in (SOONEST, Order(SortKey.NEEDED, falling=True)):
        many.list.sort(order)
        _in_order(many, qtbot, order)
        many.list.table.verticalScrollBar().setValue(100_000)
        total = many.list.model.total
        qtbot.waitUntil(lambda total=total: len(many.list.model.rows) == total, timeout=30_000)
        days = _needed(many)
        dated = days[: days.index(None)]
        assert set(days[len(dated) :]) == {None}
        assert dated == sorted(dated, reverse=order.falling)
        assert len({line.number for line in many.list.model.rows}) == total


def test_a_date_that_moves_while_one_reads_on_loses_no_request(many, qtbot):
    many.list.sort(SOONEST)
    _in_order(many, qtbot, SOONEST)
    desk, last = many.link.desk, many.list.model.rows[-1]
    away = desk.today() + timedelta(days=300)
    for number in (last.number, many.list.model.rows[3].number):
        requests.edit(desk, number, {"needed-by": away.isoformat()})
    many.list.table.verticalScrollBar().setValue(100_000)
    total = many.list.model.total

    def whole():
        days = [day for day in _needed(many) if day is not None]
        return len(many.list.model.rows) == total and days[-2:] == [away, away]

    qtbot.waitUntil(whole, timeout=30_000)
    assert len({line.number for line in many.list.model.rows}) == total
    days = [day for day in _needed(many) if day is not None]
    assert days == sorted(days)


def test_the_order_is_chosen_by_keys_alone_and_told_to_who_cannot_see(many, qtbot):
    many.activateWindow()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(many, Qt.Key.Key_O, keys)
    menu = QApplication.activePopupWidget()
    assert menu.activeAction().text() == "Newest first"
    assert [one.text() for one in menu.actions() if one.isChecked()] == ["Newest first"]
    for _ in range(2):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    _in_order(many, qtbot, SOONEST)
    told = _heading(many, Cell.NEEDED, Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Needed, Needed soonest first"
    assert _heading(many, Cell.TITLE, Qt.ItemDataRole.AccessibleTextRole) == "Title"


def test_the_menu_of_the_header_offers_the_orders_too(many, qtbot):
    entries = {one.text(): one for one in many.list.columns.menu(Cell.TITLE).actions()}
    assert "Due soonest first" not in entries, "that column is not shown among drafts"
    entries["Oldest first"].trigger()
    _in_order(many, qtbot, Order(falling=False))


def test_each_queue_keeps_its_order_over_a_restart(shell, qtbot):
    window = shell.window
    window.sidebar.choose(Queue.HERE)
    by_due = Order(SortKey.DUE, falling=False)
    window.list.sort(by_due)
    _in_order(window, qtbot, by_due)
    window.sidebar.choose(Place.ALL)
    _in_order(window, qtbot, NEWEST)
    window.sidebar.choose(Queue.HERE)
    _in_order(window, qtbot, by_due)
    window.rebuild.emit("text")
    qtbot.waitUntil(lambda: shell.window is not window, timeout=30_000)
    again = shell.window
    assert again.list.query.order == again.list.model.query.order == by_due
    days = [line.due for line in again.list.model.rows]
    assert days == sorted(days)


def test_what_is_due_begins_with_the_most_urgent_and_knows_no_other_order(window, qtbot):
    window.sidebar.choose(Queue.OVERDUE)
    _in_order(window, qtbot, Order(SortKey.DUE, falling=False))
    days = [line.due for line in window.list.model.rows]
    assert days == sorted(days)
    _press(window, Cell.NUMBER)
    assert window.list.query.order.by is SortKey.DUE


def test_what_is_found_stands_by_its_number_and_the_order_comes_back_after_it(many, qtbot):
    many.list.sort(SOONEST)
    _in_order(many, qtbot, SOONEST)
    many.list.search.setText("volume")
    qtbot.waitUntil(lambda: many.list.model.query.find == "volume", timeout=30_000)
    assert many.list.model.query.order == NEWEST
    assert _heading(many, Cell.NUMBER) == "Number ▼"
    _press(many, Cell.NEEDED)
    assert many.list.query.order == NEWEST
    many.list.search.clear()
    _in_order(many, qtbot, SOONEST)


def test_a_list_is_saved_in_the_order_it_is_seen_in(many, qtbot, tmp_path):
    many.list.sort(SOONEST)
    _in_order(many, qtbot, SOONEST)
    order = list_files.ListOrder("Drafts", many.list.query, ("number",))
    written = list_files.save(many.link.desk, order, tmp_path / "drafts.csv")
    numbers = [line.strip('"') for line in written.read_text("utf-8-sig").split()[1:]]
    assert numbers[:60] == [line.number for line in many.list.model.rows]
    assert len(numbers) == many.list.model.total
