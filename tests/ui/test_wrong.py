"""The line of a form that says what is wrong."""

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from ill_desktop.domain.errors import Invalid, Missing, NoInput, Why
from ill_desktop.ui.fields import DayField
from ill_desktop.ui.wrong import Wrong


@pytest.fixture
def form(window, qtbot):
    made = QWidget()
    made.wrong, made.name, made.due = Wrong(made), QLineEdit(made), DayField(made)
    made.wrong.prepare(window.link, {"name": made.name, "due": made.due, "patron": made.name})
    qtbot.addWidget(made)
    return made


def test_it_is_away_until_something_is_refused(form):
    assert form.wrong.isHidden()
    form.wrong.failed(NoInput("x.csv"))
    assert not form.wrong.isHidden()
    assert "x.csv" in form.wrong.text()


def test_the_field_it_is_about_is_outlined_and_no_other(form):
    form.wrong.failed(Invalid("due", "soon", Why.NOT_A_DATE))
    assert (form.name.property("wrong"), form.due.edit.property("wrong")) == (False, True)
    form.wrong.failed(Missing("patron", "P1"))
    assert (form.name.property("wrong"), form.due.edit.property("wrong")) == (True, False)


def test_it_goes_when_the_field_it_is_about_holds_something_else(form):
    form.wrong.failed(Invalid("due", "soon", Why.NOT_A_DATE))
    form.name.setText("another field")
    assert not form.wrong.isHidden()
    form.due.edit.setText("+3")
    assert (form.wrong.isHidden(), form.due.edit.property("wrong")) == (True, False)
    form.wrong.failed(Missing("patron", "P1"))
    form.due.edit.setText("+4")
    assert not form.wrong.isHidden()
    form.name.setText("P2")
    assert form.wrong.isHidden()


def test_a_notice_is_said_quietly(form):
    form.wrong.say("The sample desk is being made…", wrong=False)
    assert (form.wrong.property("wrong"), form.wrong.property("muted")) == (False, True)
    form.wrong.say("No.")
    assert (form.wrong.property("wrong"), form.wrong.property("muted")) == (True, False)


def test_a_refusal_that_comes_after_the_form_was_closed_is_let_go(form, qtbot):
    form.wrong.deleteLater()
    with qtbot.waitSignal(form.wrong.destroyed):
        pass
    form.wrong.failed(NoInput("x.csv"))
