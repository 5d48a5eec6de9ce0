"""Going about: back to the same place, by keys alone, and nothing done by accident."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from sqlalchemy import func, select

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.lifecycle.states import Action, Service
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts, lending, requests
from ill_desktop.services.first_look import ListQuery, Order
from ill_desktop.services.lending import NewLending
from ill_desktop.services.requests import NewRequest
from ill_desktop.store.rows import EventRow
from ill_desktop.ui.asking.receive import ReceiveForm
from ill_desktop.ui.found_only import FoundOnly
from ill_desktop.ui.library_dialog import LibraryDialog
from ill_desktop.ui.list_page import TYPING_MS
from ill_desktop.ui.palette import Palette
from ill_desktop.ui.partner_dialog import PartnerDialog
from ill_desktop.ui.places import Place
from ill_desktop.ui.reader_dialog import ReaderDialog
from ill_desktop.ui.request_form import RequestForm
from ill_desktop.ui.row_menu import RowMenu
from ill_desktop.ui.statement_dialog import StatementDialog
from tests.ui.hands import scan

NONE = Qt.KeyboardModifier.NoModifier


def _numbers(window):
    return [line.number for line in window.list.model.rows]


def _shows(window, qtbot, queue):
    expected = requests.page(window.link.desk, window.list.query_of(queue)).lines
    wanted = [line.number for line in expected]
    qtbot.waitUntil(lambda: _numbers(window) == wanted, timeout=30_000)


def _focus(window, widget):
    window.activateWindow()
    widget.setFocus()
    return widget


@pytest.mark.ux("UX-05")
def test_an_arrow_in_the_list_changes_the_request_and_the_list_keeps_the_keys(
    window, qtbot, monkeypatch
):
    threads, show = set(), requests.show

    def shown(desk, number):
        threads.add(threading.current_thread())
        return show(desk, number)

    window.sidebar.choose(Queue.WAITING)
    _shows(window, qtbot, Queue.WAITING)
    table = _focus(window, window.list.table)
    monkeypatch.setattr(requests, "show", shown)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    second = _numbers(window)[1]
    qtbot.waitUntil(lambda: window.detail.view.line.number == second, timeout=30_000)
    assert table.hasFocus()
    assert threads
    assert threading.main_thread() not in threads


def _one_of_many(window, qtbot):
    """A list found in, put in order and scrolled, that stands on one of its requests."""
    for n in range(90):
        requests.new(
            window.link.desk, NewRequest(Service.LOAN, Citation(title=f"Volume {n} of many"))
        )
    window.sidebar.choose(Queue.DRAFTS)
    window.list.search.setText("many")
    qtbot.waitUntil(lambda: window.list.model.total == 90, timeout=30_000)
    window.list.sort(Order(falling=False))
    qtbot.waitUntil(lambda: window.list.model.query.order == Order(falling=False), timeout=30_000)
    window.list.table.verticalScrollBar().setValue(100_000)
    qtbot.waitUntil(lambda: len(window.list.model.rows) == 90, timeout=30_000)
    number = _numbers(window)[70]
    window.list.select(number)
    qtbot.waitUntil(lambda: window.detail.view.line.number == number, timeout=30_000)
    window.list.table.verticalScrollBar().setValue(2500)
    return _seen_of(window)


def _back_at(window, hands):
    """Where no window manager gives the keys back to the window below a form."""
    hands.until(lambda: QApplication.activeModalWidget() is None)
    window.activateWindow()
    hands.until(window.isActiveWindow)


def _seen_of(window):
    """The place, and what is seen of its list: what is found and asked for, where it stands."""
    page, line = window.list, window.list.current()
    return (
        window.going.here,
        page.search.text(),
        (page.model.query.find, page.model.query.order, len(page.model.rows)),
        (line.number if line is not None else "", page.numbers()),
        page.table.verticalScrollBar().value(),
    )


@pytest.mark.ux("UX-06")
@pytest.mark.parametrize("key", ["F6", "Return"])
def test_esc_comes_back_from_the_request_to_the_same_filter_place_and_row(
    window, hands, qtbot, key
):
    """F6 leads to the pane beside the list, Enter to the form of what is next."""
    before, table = _one_of_many(window, qtbot), window.list.table
    assert (before[1], before[4]) == ("many", 2500)
    table.setFocus()
    hands.press(key)
    hands.until(lambda: QApplication.focusWidget() not in (table, None))
    hands.press("Esc")
    _back_at(window, hands)
    hands.until(table.hasFocus)
    qtbot.wait(2 * TYPING_MS)  # whatever Esc changed in the box would be looked for by now
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    assert _seen_of(window) == before
    hands.press("Esc")  # once too often leaves no queue
    qtbot.wait(2 * TYPING_MS)
    assert _seen_of(window) == before


@pytest.mark.ux("UX-06")
def test_esc_comes_back_from_a_page_to_the_same_filter_place_and_row(window, hands, qtbot):
    before, table = _one_of_many(window, qtbot), window.list.table
    table.setFocus()
    hands.press("Ctrl+E")
    log = window.going.page(Place.EXCHANGE)
    hands.until(log.table.hasFocus)
    hands.press("Esc")
    hands.until(lambda: table.hasFocus() and _seen_of(window) == before)
    window.sidebar.choose(Place.READERS)
    page = window.going.page(Place.READERS)
    page.search.setFocus()
    hands.type("sari")
    hands.press("Esc")  # first what is written in the box of the page
    assert (page.search.text(), window.going.here) == ("", Place.READERS)
    hands.until(lambda: page.listing.isAncestorOf(QApplication.focusWidget()))
    hands.press("Esc")
    hands.until(lambda: table.hasFocus() and _seen_of(window) == before)


def test_esc_in_a_form_over_a_page_closes_the_form_and_leaves_no_page(window, hands, qtbot):
    window.sidebar.choose(Place.PARTNERS)
    page = window.going.page(Place.PARTNERS)
    qtbot.waitUntil(lambda: bool(page.model.rows), timeout=30_000)
    page.table.setFocus()
    page.open_card(page.model.rows[0])
    hands.until(lambda: isinstance(QApplication.activeModalWidget(), PartnerDialog))
    form = QApplication.activeModalWidget()
    hands.until(lambda: form.isAncestorOf(QApplication.focusWidget()))
    hands.press("Esc")
    _back_at(window, hands)
    hands.until(page.table.hasFocus)
    assert window.going.here == Place.PARTNERS


def test_each_queue_keeps_what_is_looked_for_in_it(window, qtbot):
    window.sidebar.choose(Place.ALL)
    window.list.search.setText("toer")
    window.list._find_typed()
    window.sidebar.choose(Queue.HERE)
    assert window.list.search.text() == ""
    _shows(window, qtbot, Queue.HERE)
    window.sidebar.choose(Place.ALL)
    assert window.list.search.text() == "toer"
    qtbot.waitUntil(lambda: window.list.model.query.find == "toer", timeout=30_000)


def test_enter_opens_the_form_of_what_is_next(window, qtbot):
    table = _focus(window, window.list.table)
    number = window.list.current().number
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(ReceiveForm) is not None, timeout=30_000)
    assert window.findChild(ReceiveForm)._view.line.number == number


@pytest.mark.ux("UX-06")
def test_enter_does_nothing_by_itself_but_leads_to_the_button_and_presses_it(window, qtbot):
    window.sidebar.choose(Queue.WAITING)
    _shows(window, qtbot, Queue.WAITING)
    table = _focus(window, window.list.table)
    before = requests.show(window.link.desk, window.list.current().number)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(window.detail.primary.hasFocus, timeout=30_000)
    assert requests.show(window.link.desk, before.line.number) == before
    qtbot.keyClick(window.detail.primary, Qt.Key.Key_Escape)
    assert table.hasFocus()
    window.detail.primary.setFocus()
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE, "\r", autorep=True)
    QApplication.sendEvent(window.detail.primary, held)
    number, kind = before.line.number, before.in_front
    assert requests.show(window.link.desk, number) == before
    qtbot.keyClick(window.detail.primary, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: requests.show(window.link.desk, number).events[0].kind == kind, timeout=30_000
    )
    qtbot.waitUntil(table.hasFocus, timeout=30_000)
    window.detail.more.setFocus()
    QTimer.singleShot(0, lambda: qtbot.keyClick(window.detail.more, Qt.Key.Key_Enter))
    menu = window.detail.more.menu()
    qtbot.waitUntil(menu.isVisible, timeout=30_000)
    menu.close()
    # in a form the button with the focus is meant, and not the one in front
    window.actions_by_name["settings"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(LibraryDialog)), timeout=30_000)
    dialog = window.findChildren(LibraryDialog)[0]
    cancel = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Cancel")
    cancel.setFocus()
    with qtbot.waitSignal(dialog.rejected, timeout=30_000):
        qtbot.keyClick(cancel, Qt.Key.Key_Return)


def test_f6_goes_from_pane_to_pane_and_round(window, qtbot):
    _focus(window, window.sidebar)
    action = window.actions_by_name["next_pane"]
    action.trigger()
    assert window.list.table.hasFocus()
    action.trigger()
    assert window.detail.tabs.hasFocus()
    action.trigger()
    assert window.sidebar.hasFocus()
    window.actions_by_name["previous_pane"].trigger()
    assert window.detail.tabs.hasFocus()


@pytest.mark.parametrize(
    ("keys", "queue"),
    [("Ctrl+1", Queue.DRAFTS), ("Ctrl+9", Queue.SENT_BACK), ("Alt+1", Queue.NEW)],
)
def test_a_queue_has_a_key(window, qtbot, keys, queue):
    window.activateWindow()
    modifier, _, figure = keys.partition("+")
    with_it = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Alt": Qt.KeyboardModifier.AltModifier}
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{figure}"), with_it[modifier])
    _shows(window, qtbot, queue)
    assert window.list.table.hasFocus()


def test_the_window_begins_where_it_ended(shell, qtbot):
    window = shell.window
    window.sidebar.choose(Queue.OUT)
    window.resize(960, 650)
    window.work.setSizes([300, 420])
    sizes = window.work.sizes()
    window.rebuild.emit("text")
    qtbot.waitUntil(lambda: shell.window is not window, timeout=30_000)
    again = shell.window
    assert again.going.here == Queue.OUT
    assert _numbers(again)
    assert (again.width(), again.height()) == (960, 650)
    assert again.work.sizes() == sizes


# to one request by its number, among others that have it as theirs


def _collide(desk, *codes):
    """Requests of a partner that numbers as we do: they are found by the same text, and newer."""
    ask = partial(NewLending, Service.LOAN, Citation(title="Desert plants"), "ISIL:ID-JKT-PNRI")
    return [lending.record(desk, ask(their_id=code)) for code in codes]


def _scan(window, _qtbot, code):
    scan(window, code)


def _by_palette(window, qtbot, code):
    window.actions_by_name["palette"].trigger()
    palette = window.findChild(Palette)
    palette.box.setText(code)
    qtbot.waitUntil(lambda: palette._answered == code, timeout=30_000)
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)


def _by_statement(window, qtbot, code):
    window.sidebar.choose(Place.PARTNERS)
    page = window.going.pages[Place.PARTNERS]
    qtbot.waitUntil(lambda: page.model.rowCount() > 0, timeout=30_000)
    symbol = requests.show(window.link.desk, code).line.partner.symbol
    page.table.selectRow([one.symbol for one in page.model.rows].index(symbol))
    page._statement()
    dialog = window.findChild(StatementDialog)
    qtbot.waitUntil(lambda: bool(dialog.model.rows), timeout=30_000)
    ours = [one.ours.number for one in dialog.model.rows]
    dialog.table.selectRow(ours.index(code))
    dialog.show_request.click()


def _by_message(window, qtbot, code):
    window.sidebar.choose(Place.EXCHANGE)
    page = window.going.pages[Place.EXCHANGE]
    page.search.setText(code)

    def wanted():
        return next((n for n, one in enumerate(page.model.rows) if one.request == code), None)

    qtbot.waitUntil(lambda: wanted() is not None, timeout=30_000)
    page.table.selectRow(wanted())
    qtbot.waitUntil(page.pane.show_request.isEnabled, timeout=30_000)
    page.pane.show_request.click()


def test_every_way_to_a_request_by_its_number_leads_to_that_one_alone(window, qtbot):
    desk = window.link.desk
    views = [
        requests.show(desk, one.number) for one in requests.page(desk, ListQuery(limit=0)).lines
    ]
    coded = next(one for one in views if one.items and one.items[0].barcode.isalnum())
    spoken = next(one.line.number for one in views if one.messages and one.line.partner)
    barcode = coded.items[0].barcode
    _collide(desk, spoken, f"{spoken}-1", barcode)
    ways = (
        (_scan, spoken, spoken),
        (_scan, barcode, coded.line.number),
        (_by_palette, spoken, spoken),
        (_by_statement, spoken, spoken),
        (_by_message, spoken, spoken),
    )
    for go, code, number in ways:
        window.sidebar.choose(Queue.DRAFTS)
        _shows(window, qtbot, Queue.DRAFTS)
        qtbot.waitUntil(_focus(window, window.sidebar).hasFocus, timeout=30_000)
        go(window, qtbot, code)
        qtbot.waitUntil(lambda number=number: _numbers(window) == [number], timeout=30_000)
        assert window.list.numbers() == (number,)
        qtbot.waitUntil(lambda n=number: window.detail.view.line.number == n, timeout=30_000)
        assert window.list.findChild(FoundOnly).text.text() == f"Only request {number} is shown."
        assert window.focusWidget() is window.list.table
    window.list.findChild(FoundOnly).button.click()
    qtbot.waitUntil(lambda: len(_numbers(window)) > 10, timeout=30_000)
    assert window.list.numbers() == (spoken,)


def test_a_new_request_is_shown_and_none_that_has_its_number_as_theirs(window, qtbot):
    desk = window.link.desk
    number = f"{int(requests.page(desk, ListQuery(limit=1)).lines[0].number) + 2}"
    _collide(desk, number)
    window.taking.new()
    qtbot.waitUntil(lambda: bool(window.findChildren(RequestForm)), timeout=30_000)
    form = window.findChildren(RequestForm)[0]
    form.form.title.setText("Atheis")
    form.form.keep.click()
    qtbot.waitUntil(lambda: _numbers(window) == [number], timeout=30_000)
    qtbot.waitUntil(lambda: window.detail.view.line.title == "Atheis", timeout=30_000)
    # of a number that only partners use all are shown, and one chooses
    alike = _collide(desk, "US-777", "US-777")[::-1]
    qtbot.waitUntil(_focus(window, window.list.table).hasFocus, timeout=30_000)
    scan(window, "us-777")
    qtbot.waitUntil(lambda: _numbers(window) == alike, timeout=30_000)
    assert "“us-777” belongs to 2 requests." in window.list.findChild(FoundOnly).text.text()
    window.fresh.refresh()
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    assert (window.list.numbers(), window.detail.view) == ((), None)
    table = window.list.table
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert (window.list.numbers(), window.focusWidget()) == ((), table)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.detail.view is not None, timeout=30_000)
    assert window.list.numbers() == (window.detail.view.line.number,)
    # what was to be done once the list is read is not done where reading it failed
    done, page = [], requests.page(desk, ListQuery(limit=1))
    window.list.show_page("All", ListQuery(after="99999999"), page)
    window.list.read_again(lambda: done.append("late"))
    qtbot.waitUntil(lambda: "99999999" in window.notices.said[-1], timeout=30_000)
    # the window may have asked once more meanwhile: then the last answer is the one that counts
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    window.list.show_page("All", ListQuery(), page)
    window.list.refresh()
    qtbot.waitUntil(lambda: not window.list.waiting, timeout=30_000)
    assert done == []


@pytest.mark.parametrize("go", [_scan, _by_palette])
def test_among_open_requests_that_share_a_barcode_one_chooses(window, qtbot, go):
    desk = window.link.desk
    alike = _collide(desk, "", "")[::-1]
    for number in alike:
        acts.do(desk, number, Action.WILL_SUPPLY)
        acts.do(desk, number, Action.FETCHED, {"item": "TWICE-0042"})
    qtbot.waitUntil(_focus(window, window.list.table).hasFocus, timeout=30_000)
    go(window, qtbot, "twice-0042")
    qtbot.waitUntil(lambda: _numbers(window) == alike, timeout=30_000)
    qtbot.waitUntil(lambda: window.detail.view is None, timeout=30_000)
    assert window.list.numbers() == ()
    said = window.list.findChild(FoundOnly).text.text()
    assert said == "“twice-0042” belongs to 2 requests. Choose the one you mean."
    acts.do(desk, alike[0], Action.SHIP)
    acts.do(desk, alike[0], Action.IS_BACK)
    go(window, qtbot, "twice-0042")
    qtbot.waitUntil(lambda: window.detail.view is not None, timeout=30_000)
    assert window.detail.view.line.number == alike[1]


# the box to find in


def test_down_leads_from_the_search_box_into_the_rows(window, qtbot):
    window.sidebar.choose(Queue.WAITING)
    _shows(window, qtbot, Queue.WAITING)
    box = _focus(window, window.list.search)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert window.list.table.hasFocus()
    assert window.list.current().number == _numbers(window)[0]


def test_enter_in_the_search_box_works_on_the_one_whose_number_it_is(window, qtbot):
    window.sidebar.choose(Queue.TO_RECEIVE)
    _shows(window, qtbot, Queue.TO_RECEIVE)
    last = window.list.model.rows[-1]
    _collide(window.link.desk, last.number, f"{last.number}-1")
    window.sidebar.choose(Place.ALL)
    qtbot.waitUntil(lambda: len(_numbers(window)) > 10, timeout=30_000)
    box = _focus(window, window.list.search)
    qtbot.keyClicks(box, last.number)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.findChildren(ReceiveForm)), timeout=30_000)
    assert window.findChildren(ReceiveForm)[0]._view.line.number == last.number


def test_enter_in_the_search_box_does_nothing_where_nothing_is_found(window, qtbot):
    box = _focus(window, window.list.search)
    with window.link.desk.database.read() as session:
        events = session.scalar(select(func.count(EventRow.id)))
    qtbot.keyClicks(box, "zzzz")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.list.model.total == 0, timeout=30_000)
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    assert box.text() == "zzzz"
    assert [one for one in window.findChildren(QDialog) if one.isVisible()] == []
    with window.link.desk.database.read() as session:
        assert session.scalar(select(func.count(EventRow.id))) == events


def test_undo_in_the_search_box_takes_back_typing_first_and_then_the_act(window, qtbot):
    done = []
    window.acting.offer_undo(lambda: done.append(1), "Send")
    box = _focus(window, window.list.search)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClicks(box, "a")
    qtbot.keyClick(box, Qt.Key.Key_Z, control)
    assert (box.text(), done) == ("", [])
    qtbot.keyClick(box, Qt.Key.Key_Z, control)
    assert done == [1]


@pytest.mark.parametrize("place", [Place.PARTNERS, Place.READERS])
def test_after_a_request_was_made_from_a_page_the_list_has_the_keys(window, qtbot, place):
    window.sidebar.choose(place)
    window.activateWindow()
    window.taking.new()
    qtbot.waitUntil(lambda: bool(window.findChildren(RequestForm)), timeout=30_000)
    form = window.findChildren(RequestForm)[0]
    form.form.title.setText("Atheis")
    with qtbot.waitSignal(form.accepted, timeout=30_000):
        form.form.keep.click()
    qtbot.waitUntil(lambda: window.list.model.total == 1, timeout=30_000)
    assert window.focusWidget() is window.list.table


# what can be done with a row


@pytest.mark.parametrize("how", ["menu", "shift+f10", "mouse"])
def test_a_row_has_a_menu_of_what_can_be_done_with_it(window, qtbot, how):
    window.sidebar.choose(Queue.HERE)
    _shows(window, qtbot, Queue.HERE)
    table = _focus(window, window.list.table)
    if how == "menu":
        qtbot.keyClick(table, Qt.Key.Key_Menu)
    elif how == "shift+f10":
        qtbot.keyClick(table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    else:
        at = table.visualRect(window.list.model.index(0, 0)).center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, table.mapToGlobal(at))
        QApplication.sendEvent(table.viewport(), event)
    menu = window.findChild(RowMenu).menu
    qtbot.waitUntil(menu.isVisible, timeout=30_000)
    offered = [entry.text() for entry in menu.actions() if entry.text()]
    more = [entry.text() for entry in window.detail.more.menu().actions() if entry.text()]
    assert offered == [window.detail.primary.text(), *more, "Print"]
    menu.close()


@pytest.mark.parametrize("place", [Place.PARTNERS, Place.READERS])
def test_enter_on_a_partner_or_reader_opens_the_card(window, qtbot, place):
    window.sidebar.choose(place)
    page = window.going.pages[place]
    qtbot.waitUntil(lambda: page.model.rowCount() > 0, timeout=30_000)
    qtbot.keyClick(_focus(window, page.table), Qt.Key.Key_Return)
    kind = PartnerDialog if place is Place.PARTNERS else ReaderDialog
    qtbot.waitUntil(lambda: len(window.findChildren(kind)) == 1, timeout=30_000)


def test_a_card_higher_than_the_window_stays_on_the_screen(window, qtbot):
    window.resize(960, 600)
    window.move(0, 0)
    window.sidebar.choose(Place.PARTNERS)
    window.going.pages[Place.PARTNERS].add()
    dialog = window.findChild(PartnerDialog)
    qtbot.waitUntil(dialog.isVisible, timeout=30_000)
    assert dialog.screen().availableGeometry().contains(dialog.frameGeometry())
