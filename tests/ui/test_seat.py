"""Who is at the desk, chosen in the line at the foot of the window."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from sqlalchemy import event

from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.domain.rights import Role
from ill_desktop.services import acts, library, patrons, requests, staff
from ill_desktop.services.staff import StaffCard
from ill_desktop.ui.asking.receive import ReceiveForm
from ill_desktop.ui.dialogs import show
from ill_desktop.ui.month_dialog import MonthDialog
from ill_desktop.ui.palette import Palette
from ill_desktop.ui.pin_dialog import PinDialog
from ill_desktop.ui.reader_dialog import ReaderDialog
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


def test_an_answer_that_comes_after_a_newer_one_is_not_shown(crew, qtbot):
    desk, go_on, held, late = crew.link.desk, Event(), [], []

    def hold(_connection, _cursor, statement, *_given):
        if "FROM staff" in statement and not held:
            held.append(statement)
            late.append(go_on.wait(20))

    event.listen(desk.database.engine, "after_cursor_execute", hold)
    crew.seat.refresh()
    qtbot.waitUntil(lambda: bool(held), timeout=30_000)
    staff.save(desk, StaffCard("DW", "Dewi"))
    qtbot.waitUntil(lambda: len(crew.seat.menu.actions()) == 5, timeout=30_000)
    go_on.set()
    qtbot.waitUntil(lambda: bool(late), timeout=30_000)
    qtbot.waitUntil(lambda: not crew.link.tasks.busy, timeout=30_000)
    event.remove(desk.database.engine, "after_cursor_execute", hold)
    assert len(crew.seat.menu.actions()) == 5


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


def test_ctrl_k_finds_who_may_sign_on_by_what_it_is_called_by_name_and_by_initials(
    crew, shell, qtbot, qapp
):
    def hits(text):
        crew.actions_by_name["palette"].trigger()
        palette = crew.findChildren(Palette)[-1]
        palette.box.setText(text)
        qtbot.waitUntil(lambda: palette._answered == text, timeout=30_000)
        found = [palette.hits.item(n).text() for n in range(palette.hits.count())]
        return palette, found

    sari, johannes = "Sign on › SW Sari", "Sign on › JS Johannes"
    for text, wanted in (
        ("sign on", {sari, johannes}),
        ("who is at", {"Who is at the desk", sari, johannes}),
        ("masuk", {sari, johannes}),
        ("sign off", {"Sign off"}),
        ("johannes", {johannes}),
        ("sw", {sari}),
        ("2468", set()),
    ):
        palette, found = hits(text)
        palette.reject()
        assert wanted <= set(found), text
        assert "2468" not in " ".join(found)
    palette, found = hits("js")
    palette.hits.setCurrentRow(found.index(johannes))
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: crew.seat.button.text() == "JS · Johannes", timeout=30_000)
    palette, found = hits("sari")
    palette.hits.setCurrentRow(found.index(sari))
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(_visible(qapp, PinDialog)), timeout=30_000)
    _visible(qapp, PinDialog)[0].reject()
    assert shell.link.desk.staff == "JS"
    hits("who is at")[0]._run(None)
    crew.seat.commands()[0].run()
    qtbot.waitUntil(crew.seat.menu.isVisible, timeout=30_000)
    crew.seat.menu.close()


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


def _as_johannes(crew, shell, qtbot):
    _sit(crew, "JS")
    qtbot.waitUntil(lambda: shell.link.desk.staff == "JS", timeout=30_000)


def _let_the_supervisor_sign_on(form, qtbot):
    """By the press in the form itself: nothing else of the window can be reached."""
    assert form.supervised.isVisible()
    form.supervised.sign_on.click()
    pin = _dialog(qtbot, "PinDialog")
    pin.form.pin.setText("2468")
    with qtbot.waitSignal(pin.accepted, timeout=30_000):
        pin.form.sign_on.click()
    qtbot.waitUntil(form.supervised.sign_on.isHidden, timeout=30_000)


def test_the_settings_say_at_once_who_may_save_and_let_them_sign_on_in_their_place(
    crew, shell, qtbot
):
    _as_johannes(crew, shell, qtbot)
    crew.actions_by_name["settings"].trigger()
    dialog = _dialog(qtbot, "LibraryDialog")
    form = dialog.form
    form.tabs.setCurrentWidget(form.safety_tab)
    assert dialog.supervised.accessibleName() == (
        "Only a supervisor may change the settings of the library."
    )
    assert form.retention_days.isReadOnly()
    assert not any(one.isEnabled() for one in (form.save, form.forget_now, form.backup_hours))
    assert form.save.toolTip() == dialog.supervised.accessibleName()
    assert form.cancel.isEnabled()
    _let_the_supervisor_sign_on(dialog, qtbot)
    assert form.tabs.currentWidget() is form.safety_tab
    assert dialog.supervised.accessibleName().startswith("SW is at the desk now")
    assert not form.zone.isEnabled()
    assert form.save.toolTip() == "Ctrl+Enter"
    form.retention_days.setText("45")
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        form.save.click()
    assert library.show(shell.link.desk).retention_days == 45


def test_of_several_supervisors_one_is_chosen_in_the_form(crew, shell, qtbot):
    staff.save(shell.link.desk, StaffCard("DW", "Dewi", Role.SUPERVISOR))
    _as_johannes(crew, shell, qtbot)
    crew.actions_by_name["staff"].trigger()
    dialog = _dialog(qtbot, "StaffDialog")
    form = dialog.form
    qtbot.waitUntil(lambda: form.people.model().rowCount() == 3, timeout=30_000)
    form.people.selectRow(1)
    assert form.initials.text() == "JS"
    assert form.initials.isReadOnly()
    assert not any(one.isEnabled() for one in (form.save, form.role, form.new_person))
    dialog.supervised.sign_on.click()
    qtbot.waitUntil(lambda: dialog.supervised.findChild(QMenu) is not None, timeout=30_000)
    menu = dialog.supervised.findChild(QMenu)
    assert [one.text() for one in menu.actions()] == ["DW  Dewi", "SW  Sari"]
    menu.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(form.save.isEnabled, timeout=30_000)
    assert form.initials.text() == "JS"
    assert shell.link.desk.staff == "DW"


def test_what_only_a_supervisor_may_do_to_a_reader_or_a_month_offers_to_sign_on_too(
    crew, shell, qtbot, tmp_path
):
    desk = shell.link.desk
    code = patrons.listed(desk)[0].code
    known = patrons.show(desk, code), patrons.shelf(desk, code)
    _as_johannes(crew, shell, qtbot)
    reader = ReaderDialog(crew.link, crew.notices, known, crew)
    show(reader)
    assert not reader.supervised.isVisible()
    assert not reader.form.name.isReadOnly()
    reader.report(tmp_path / "known.pdf")
    qtbot.waitUntil(reader.supervised.isVisible, timeout=30_000)
    _let_the_supervisor_sign_on(reader, qtbot)
    reader.reject()
    _as_johannes(crew, shell, qtbot)
    month = MonthDialog(crew.link, "2026-10", "Oct 2026", False, crew)
    show(month)
    assert not month.act.isEnabled()
    _let_the_supervisor_sign_on(month, qtbot)
    assert month.act.isEnabled()
    month.reject()


def test_somebody_new_is_a_staff_member_once_there_is_a_supervisor(crew, qtbot):
    crew.actions_by_name["staff"].trigger()
    form = _dialog(qtbot, "StaffDialog").form
    qtbot.waitUntil(lambda: form.people.model().rowCount() == 2, timeout=30_000)
    assert form.role.code() == Role.STAFF
    assert form.save.isEnabled()
    form.initials.setText("sw")
    form.save.click()
    qtbot.waitUntil(form.wrong.isVisible, timeout=30_000)
    assert form.wrong.text().startswith("SW in Initials is used already")


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
    qtbot.keyClick(form.pin, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
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
