"""Who is at the desk, chosen in the line at the foot of the window."""

import pytest

from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.domain.rights import Role
from ill_desktop.services import acts, requests, staff
from ill_desktop.services.staff import StaffCard
from ill_desktop.ui.asking.receive import ReceiveForm
from ill_desktop.ui.pin_dialog import PinDialog
from ill_desktop.ui.staff_dialog import StaffDialog
from tests.ui.test_window import _dialog


def _visible(qapp, kind):
    return [w for w in qapp.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


@pytest.fixture
def crew(window, shell, qtbot):
    desk = shell.link.desk
    staff.save(desk, StaffCard("SW", "Sari", Role.SUPERVISOR, "2468"))
    staff.save(desk, StaffCard("JS", "Johannes"))
    qtbot.waitUntil(lambda: len(window.seat.menu.actions()) == 4, timeout=30_000)
    return window


def _sit(window, initials):
    entry = next(a for a in window.seat.menu.actions() if a.text().startswith(initials))
    entry.trigger()


def test_a_desk_for_one_person_shows_no_seat(window):
    assert not window.seat.button.isVisible()


def test_whoever_is_chosen_signs_what_is_done(crew, shell, qtbot):
    desk = shell.link.desk
    assert crew.seat.button.text() == "SW · Sari"
    _sit(crew, "JS")
    qtbot.waitUntil(lambda: crew.seat.button.text() == "JS · Johannes", timeout=30_000)
    number = crew.detail.view.line.number
    acts.do(desk, number, Action.RECEIVED)
    assert requests.show(desk, number).events[0].staff == "JS"
    crew.detail.show_request(requests.show(desk, number))
    story = crew.detail.history.model
    column = [one.heading for one in story.columns].index("By")
    assert story.data(story.index(0, column)) == "JS"


def test_a_pin_is_asked_for_until_it_is_right(crew, shell, qtbot, qapp):
    _sit(crew, "JS")
    qtbot.waitUntil(lambda: shell.link.desk.staff == "JS", timeout=30_000)
    _sit(crew, "SW")
    qtbot.waitUntil(lambda: bool(_visible(qapp, PinDialog)), timeout=30_000)
    dialog = _visible(qapp, PinDialog)[0]
    dialog.form.pin.setText("1111")
    dialog.form.sign_on.click()
    qtbot.waitUntil(dialog.form.wrong.isVisible, timeout=30_000)
    assert shell.link.desk.staff == "JS"
    dialog.form.pin.setText("2468")
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        dialog.form.sign_on.click()
    assert shell.link.desk.role is Role.SUPERVISOR


def _leave(crew, shell, qtbot):
    staff.sign_off(shell.link.desk)
    qtbot.waitUntil(lambda: crew.seat.button.text() == "Who are you?", timeout=30_000)


def test_whoever_acts_first_says_who_they_are_and_then_it_goes_on(crew, shell, qtbot, qapp):
    _leave(crew, shell, qtbot)
    crew.act(Action.RECEIVED)
    qtbot.waitUntil(crew.seat.menu.isVisible, timeout=30_000)
    assert not _visible(qapp, ReceiveForm)
    _sit(crew, "JS")
    qtbot.waitUntil(lambda: bool(_visible(qapp, ReceiveForm)), timeout=30_000)
    assert shell.link.desk.staff == "JS"


def test_an_act_nobody_signs_is_not_done_later_of_itself(crew, shell, qtbot, qapp):
    _leave(crew, shell, qtbot)
    crew.act(Action.RECEIVED)
    qtbot.waitUntil(crew.seat.menu.isVisible, timeout=30_000)
    crew.seat.menu.close()
    qtbot.waitUntil(lambda: crew.seat._then is None, timeout=30_000)
    _sit(crew, "JS")
    qtbot.waitUntil(lambda: crew.seat.button.text() == "JS · Johannes", timeout=30_000)
    assert not _visible(qapp, ReceiveForm)


def test_whatever_else_is_signed_asks_who_is_there_too(crew, shell, qtbot):
    noting = crew.detail.noting
    for begin, form in (
        (crew.actions_by_name["new"].trigger, "RequestForm"),
        (crew.actions_by_name["lend"].trigger, "RequestForm"),
        (noting.add_note.click, "NoteDialog"),
        (noting.add_charge.click, "ChargeDialog"),
    ):
        _leave(crew, shell, qtbot)
        begin()
        qtbot.waitUntil(crew.seat.menu.isVisible, timeout=30_000)
        _sit(crew, "JS")
        crew.seat.menu.close()
        _dialog(qtbot, form).close()
        assert shell.link.desk.staff == "JS"


def test_undo_is_signed_by_whoever_is_there(crew, shell, qtbot):
    desk, number = shell.link.desk, crew.detail.view.line.number
    acts.do(desk, number, Action.RECEIVED)
    crew.acting._done(requests.show(desk, number), Action.RECEIVED)
    _leave(crew, shell, qtbot)
    crew.acting.undo()
    qtbot.waitUntil(crew.seat.menu.isVisible, timeout=30_000)
    assert requests.show(desk, number).events[0].kind == Action.RECEIVED
    _sit(crew, "JS")

    def undone():
        return requests.show(desk, number).events[0]

    qtbot.waitUntil(lambda: undone().kind == "undo", timeout=30_000)
    assert undone().staff == "JS"


def test_staff_are_added_in_the_window(window, shell, qtbot, qapp):
    window.actions_by_name["staff"].trigger()
    qtbot.waitUntil(lambda: bool(_visible(qapp, StaffDialog)), timeout=30_000)
    form = _visible(qapp, StaffDialog)[0].form
    qtbot.waitUntil(lambda: form.role.code() == Role.SUPERVISOR, timeout=30_000)
    form.initials.setText("SW")
    form.pin.setText("12")
    form.save.click()
    qtbot.waitUntil(form.wrong.isVisible, timeout=30_000)
    form.pin.setText("1234")
    form.save.click()
    qtbot.waitUntil(lambda: form.people.model().rowCount() == 1, timeout=30_000)
    assert [one.initials for one in staff.listed(shell.link.desk)] == ["SW"]
    qtbot.waitUntil(window.seat.button.isVisible, timeout=30_000)
    form.people.selectRow(0)
    form.name.setText("Sari")
    form.save.click()
    qtbot.waitUntil(lambda: staff.listed(shell.link.desk)[0].name == "Sari", timeout=30_000)
    assert staff.listed(shell.link.desk)[0].has_pin


def test_the_seat_outlives_another_theme(crew, shell, qtbot):
    crew.appearance.choose_theme("dark")
    qtbot.waitUntil(lambda: shell.window is not crew, timeout=30_000)
    qtbot.waitUntil(lambda: shell.link.desk is not None, timeout=30_000)
    qtbot.waitUntil(lambda: shell.link.desk.staff == "SW", timeout=30_000)
    assert shell.link.desk.role is Role.SUPERVISOR
