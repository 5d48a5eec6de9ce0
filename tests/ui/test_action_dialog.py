"""The form of an action is drawn from the table of what it takes."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from ill_desktop.domain.lifecycle.keys import Key, takes
from ill_desktop.domain.lifecycle.states import Action, State
from ill_desktop.services import partners, requests
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui.action_dialog import ActionDialog, takes_nothing
from ill_desktop.words import formats


def _one(window, state):
    desk = window.link.desk
    line = requests.page(desk, ListQuery(state=state, limit=1)).lines[0]
    return requests.show(desk, line.number)


@pytest.fixture
def dialog(window, qtbot):
    def make(state, action):
        known = partners.listed(window.link.desk)
        made = ActionDialog(window.link, _one(window, state), action, known)
        qtbot.addWidget(made)
        return made

    return make


def test_every_key_an_action_takes_has_a_field(dialog):
    for action in Action:
        drawn = dialog(State.SENT, action)
        assert tuple(drawn._fields) == takes(action).all, action
        assert all(field.accessibleName() for field in drawn._fields.values()), action


def test_a_refusal_needs_a_reason_from_the_list(dialog, qtbot, window):
    drawn = dialog(State.NEW, Action.CANNOT_SUPPLY)
    reason = drawn._fields[Key.REASON]
    reason.choose("OnLoan") if reason.findData("OnLoan") >= 0 else reason.choose("NotHeld")
    number = drawn._view.line.number
    with qtbot.waitSignal(drawn.accepted, timeout=30_000):
        drawn.act.click()
    assert requests.show(window.link.desk, number).line.state is State.UNFILLED


def test_what_the_desk_refuses_is_told_in_the_form(dialog, qtbot, window):
    drawn = dialog(State.HERE, Action.SENT_BACK)
    drawn._fields[Key.ON].edit.setText("+3")
    drawn.act.click()
    qtbot.waitUntil(lambda: drawn.wrong.isVisibleTo(drawn))
    assert "future" in drawn.wrong.text()
    assert "“Happened on”" in drawn.wrong.text()
    assert formats.day(window.link.words, window.link.today() + timedelta(3)) in drawn.wrong.text()
    on = drawn._fields[Key.ON]
    assert on.edit.property("wrong")
    assert drawn.act.isEnabled()
    yesterday = window.link.today() - timedelta(1)
    on.edit.setText(f"{yesterday.day}/{yesterday.month}")
    assert (on.day(), drawn.wrong.isVisibleTo(drawn)) == (yesterday, False)


@pytest.mark.parametrize(("state", "action"), [
    (State.DRAFT, Action.SEND), (State.NOT_SUPPLIED, Action.SEND_NEXT),
])  # fmt: skip
def test_sending_needs_a_library_where_none_is_left(dialog, qtbot, window, state, action):
    drawn = dialog(state, action)
    library = drawn._fields[Key.SUPPLIER]
    assert "Library" in [label.text() for label in drawn.findChildren(QLabel)]
    drawn.act.click()
    assert drawn.wrong.text() == "Choose the library to ask."
    assert library.property("wrong")
    library.setEditText("gadjah")
    number = drawn._view.line.number
    with qtbot.waitSignal(drawn.accepted, timeout=30_000):
        drawn.act.click()
    line = requests.show(window.link.desk, number).line
    assert (line.state, line.partner.symbol) == (State.SENT, "ISIL:ID-YOG-UGM")


def test_an_action_whose_keys_are_known_asks_nothing(window):
    draft = _one(window, State.DRAFT)
    assert takes_nothing(draft, Action.ASK_STATUS)
    assert takes_nothing(draft, Action.SEND) is bool(draft.suppliers)
    assert not takes_nothing(draft, Action.CLOSE)
