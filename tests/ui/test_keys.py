"""The sheet of keys: what it tells is what there is, and what pressing each key does."""

import ast
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel

from ill_desktop.domain.lifecycle.states import Action, State
from ill_desktop.domain.queues import Queue
from ill_desktop.services import partners, requests
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui import keys
from ill_desktop.ui.asking import said_list
from ill_desktop.ui.asking.answer import AnswerForm
from ill_desktop.ui.asking.receive import ReceiveForm
from ill_desktop.ui.asking.record import RecordForm
from ill_desktop.ui.first_start import FirstStart
from ill_desktop.ui.handbook import Handbook
from ill_desktop.ui.keys import KEYS, KeyRow
from ill_desktop.ui.library_dialog import LibraryDialog
from ill_desktop.ui.palette import Palette
from ill_desktop.ui.places import Place
from ill_desktop.ui.request_form import RequestForm
from ill_desktop.ui.row_menu import RowMenu
from ill_desktop.ui.shortcuts import ALIKE, ShortcutsDialog
from ill_desktop.words.other_language import plain
from tests.test_house import ROOT
from tests.ui.screens import put_away
from tests.ui.test_keystrokes import _open, _ready

HEARD = {"QShortcut", "setShortcut", "setShortcuts", "Key_Escape", "Key_Menu", "Key_Delete"}


def _sheet(window, qtbot):
    """What the sheet shows, as somebody reads it: where, what, and each key."""
    window.actions_by_name["palette"].trigger()
    qtbot.keyClicks(window.findChild(Palette).box, "?")
    qtbot.waitUntil(lambda: window.findChild(ShortcutsDialog) is not None, timeout=30_000)
    grid = window.findChild(ShortcutsDialog)._grid
    lines = [[grid.itemAtPosition(row, at) for at in (0, 1)] for row in range(1, grid.rowCount())]
    told, where = [], ""
    for what, pressed in lines:
        assert isinstance(what.widget(), QLabel)
        if pressed is None or pressed is what:
            where = what.widget().text()
        else:
            shown = pressed.widget().text().split(ALIKE)
            told += [(where, what.widget().text(), one) for one in shown]
    put_away(window)
    return told


def _actions(window):
    return [one for one in window.findChildren(QAction) if one.shortcuts()]


@pytest.mark.ux("UX-46")
def test_the_sheet_tells_every_key_there_is_and_no_other(window, qtbot):
    told = _sheet(window, qtbot)
    of_menus = {
        (plain(one.text()), keys.native(pressed))
        for one in _actions(window)
        for pressed in one.shortcuts()
    }
    of_forms = {(row.text, pressed) for row in KEYS for pressed in row.told}
    assert len(of_menus) > 30
    assert {(what, pressed) for _, what, pressed in told} == of_menus | of_forms
    assert len(told) == len(of_menus) + len(of_forms)


@pytest.mark.ux("UX-46")
def test_every_key_of_a_menu_does_what_the_sheet_says(window, hands, qtbot):
    menus = {plain(one.text()) for one in window.menuBar().actions()}
    told = [row for row in _sheet(window, qtbot) if row[0].split(" › ")[0] in menus]
    did = []
    for action in _actions(window):
        action.setEnabled(True)
        action.triggered.disconnect()
        action.triggered.connect(lambda _=False, one=action: did.append(plain(one.text())))
    window.activateWindow()
    hands.until(window.isActiveWindow)
    wrong = {}
    for _, what, pressed in told:
        window.list.table.setFocus()
        did.clear()
        hands.press(pressed)
        if did != [what]:
            wrong[pressed] = (what, tuple(did))
    assert wrong == {}
    assert len(told) > 30


def test_no_key_is_heard_that_is_in_no_table():
    """Where the keys of a menu are put on it, and where a row of `keys` is heard: nowhere else."""
    found = {}
    for path in sorted((ROOT / "ill_desktop" / "ui").rglob("*.py")):
        names = {
            getattr(node, "attr", getattr(node, "id", ""))
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
        }
        if names & HEARD:
            found[path.name] = names & HEARD
    assert found == {
        "keys.py": {"QShortcut"},
        "menu_entries.py": {"setShortcut", "setShortcuts"},
    }


def _goes_back(window, hands, pressed):
    window.sidebar.choose(Queue.HERE)
    window.sidebar.choose(Place.READERS)
    window.going.page(Place.READERS).table.setFocus()
    hands.press(pressed)
    hands.until(lambda: window.going.here == Queue.HERE)


def _opens_the_menus(window, hands, pressed):
    hands.press(pressed)
    first = window.menuBar().actions()[0]
    hands.until(lambda: QApplication.activePopupWidget() is first.menu())
    first.menu().hide()


def _goes_into_the_list(window, hands, pressed):
    window.sidebar.choose(Queue.HERE)
    window.sidebar.setFocus()
    hands.press(pressed)
    hands.until(window.list.table.hasFocus)
    hands.until(lambda: window.list.query.queue is Queue.HERE and window.list.numbers() != ())


def _goes_to_the_queues(window, hands, pressed):
    hands.press(pressed)
    hands.until(window.sidebar.hasFocus)


def _does_what_is_next(window, hands, pressed):
    hands.press(pressed)
    hands.until(lambda: _ready(window, ReceiveForm))


def _offers(window, hands, pressed):
    window.findChild(RowMenu).menu.hide()
    hands.press(pressed)
    menu = window.findChild(RowMenu).menu
    hands.until(menu.isVisible)
    assert len(menu.actions()) > 2
    menu.hide()


def _ends_a_form(window, hands, pressed):
    window.actions_by_name["settings"].trigger()
    hands.until(lambda: _ready(window, LibraryDialog))
    form = _open(window, LibraryDialog)
    name = form.form.name.text() + "!"
    form.form.name.setText(name)
    hands.press(pressed)
    hands.until(lambda: window.link.desk.library.name == name)
    hands.until(lambda: _open(window, LibraryDialog) is None)


def test_the_button_that_ends_a_form_says_by_which_keys(window, hands):
    window.actions_by_name["settings"].trigger()
    hands.until(lambda: _ready(window, LibraryDialog))
    assert _open(window, LibraryDialog).form.save.toolTip() == "Ctrl+Enter"
    put_away(window)
    assert _new_request(window, hands).form.send.toolTip() == "Ctrl+Enter"
    put_away(window)


def _new_request(window, hands):
    window.actions_by_name["new"].trigger()
    hands.until(lambda: _ready(window, RequestForm))
    return _open(window, RequestForm)


def _saves_a_draft(window, hands, pressed):
    form = _new_request(window, hands)
    form.form.title.setText("Sang pemula")
    hands.press(pressed)
    hands.until(lambda: _open(window, RequestForm) is None)
    (line,) = requests.page(window.link.desk, ListQuery(find="Sang pemula", limit=5)).lines
    assert line.state is State.DRAFT


def _orders(window, hands, pressed, to):
    """Three libraries, the middle one chosen: `to` is which of them stand where afterwards."""
    symbols = [one.symbol for one in partners.listed(window.link.desk)][:3]
    form = _new_request(window, hands)
    form.suppliers.set_symbols(symbols)
    form.suppliers._rows.setCurrentRow(1)
    form.suppliers._rows.setFocus()
    hands.press(pressed)
    assert form.suppliers.symbols() == [symbols[n] for n in to]
    put_away(window)


def _asks_earlier(window, hands, pressed):
    _orders(window, hands, pressed, (1, 0, 2))


def _asks_later(window, hands, pressed):
    _orders(window, hands, pressed, (0, 2, 1))


def _asks_no_more(window, hands, pressed):
    _orders(window, hands, pressed, (0, 2))


def _answers(window, hands, pressed):
    window.sidebar.choose(Queue.NEW)
    hands.until(lambda: window.list.model.query.queue is Queue.NEW)
    window.list.table.setFocus()
    hands.press("Return")
    hands.until(lambda: _ready(window, AnswerForm))
    button = _open(window, AnswerForm).buttons()[int(pressed) - 1]
    hands.press(pressed)
    hands.until(button.isChecked)


def _records(window, hands, pressed):
    lines = requests.page(window.link.desk, ListQuery(state=State.SENT, limit=1)).lines
    window.acting.act(requests.show(window.link.desk, lines[0].number), Action.RECORD_ANSWER)
    hands.until(lambda: _ready(window, RecordForm))
    form = _open(window, RecordForm)
    rows = said_list.places(form.form.heard)
    form.form.heard.setCurrentRow(rows[-1])
    hands.press(pressed)
    hands.until(lambda: form.form.heard.currentRow() == rows[int(pressed) - 1])


def _book(window, hands):
    window.actions_by_name["handbook"].trigger()
    book = window.findChild(Handbook)
    book.activateWindow()
    hands.until(book.isActiveWindow)
    book.list.setFocus()
    return book


def _finds_in_the_book(window, hands, pressed):
    book = _book(window, hands)
    hands.press(pressed)
    hands.until(book.search.hasFocus)
    book.close()


def _closes_the_book(window, hands, pressed):
    book = _book(window, hands)
    hands.press(pressed)
    hands.until(lambda: not book.isVisible())


def _turns_back(window, hands, pressed):
    dialog = FirstStart(
        window.link.desk.folder.root.parent / "other", "en", window.tasks, parent=window
    )
    dialog.show()
    dialog.activateWindow()
    hands.until(dialog.isActiveWindow)
    dialog._turn(1)
    hands.press(pressed)
    hands.until(lambda: dialog._page == 0)
    dialog.close()
    dialog.deleteLater()


DOES: dict[KeyRow, Callable[[Any, Any, str], None]] = {
    keys.BACK: _goes_back,
    keys.MENUS: _opens_the_menus,
    keys.INTO: _goes_into_the_list,
    keys.OUT: _goes_to_the_queues,
    keys.NEXT: _does_what_is_next,
    keys.OFFERED: _offers,
    keys.DONE: _ends_a_form,
    keys.DRAFT: _saves_a_draft,
    keys.EARLIER: _asks_earlier,
    keys.LATER: _asks_later,
    keys.AWAY: _asks_no_more,
    keys.ANSWERS: _answers,
    keys.SAID: _records,
    keys.FIND: _finds_in_the_book,
    keys.CLOSE: _closes_the_book,
    keys.PAGE_BEFORE: _turns_back,
}


def test_from_the_queues_the_keys_go_into_a_page_as_well(window, hands):
    window.sidebar.choose(Place.READERS)
    window.sidebar.setFocus()
    hands.press("Right")
    assert window.going.page(Place.READERS).table.hasFocus()


@pytest.mark.ux("UX-46")
@pytest.mark.parametrize("row", KEYS, ids=lambda row: row.text)
def test_every_key_beside_the_menus_does_what_the_sheet_says(window, hands, row):
    """Of several keys for the same each is pressed, also the one that is not told twice."""
    for pressed in row.keys:
        put_away(window)
        window.activateWindow()
        hands.until(window.isActiveWindow)
        window.list.table.setFocus()
        DOES[row](window, hands, pressed)
    assert all(QKeySequence(one).count() == 1 for one in row.keys)
