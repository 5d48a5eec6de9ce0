"""The settings in the window: seen, changed, refused beside the field."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from ill_desktop.domain.lifecycle.states import Turn
from ill_desktop.services import library, requests, retention, statistics
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui.library_dialog import LibraryDialog
from tests.services.desks import pass_time
from tests.ui.screens import put_away


@pytest.fixture
def dialog(window, qtbot, qapp):
    window.actions_by_name["settings"].trigger()

    def opened():
        return [w for w in qapp.topLevelWidgets() if isinstance(w, LibraryDialog) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(opened()), timeout=30_000)
    return opened()[0]


def test_what_is_changed_is_kept(dialog, shell, qtbot):
    form = dialog.form
    assert (form.country.currentText(), form.zone.code()) == ("Indonesia", "Asia/Jakarta")
    form.country.choose("MY")
    assert not form.zone.isEnabled()
    form.loan_days.setText("21")
    form.timer_arrival.setText("9")
    form.reader_margin.setText("5")
    form.both_due.setChecked(True)
    form.weekday_0.setChecked(True)
    form.address_mail.setPlainText("Kotak Pos 5\nNusa")
    form.new_day.set_day(date(2030, 12, 24))
    form.new_name.setText("Inventory")
    form.add_day.click()
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        form.save.click()
    card = library.show(shell.link.desk)
    assert card.loan_days == 21
    assert (card.country, card.zone) == ("MY", "Asia/Jakarta")
    assert (card.reader_margin, card.both_due) == (5, True)
    assert card.timer_days[library.Timer.NOT_ARRIVED] == 9
    assert 0 in card.closed_weekdays
    assert card.addresses["mail"] == "Kotak Pos 5\nNusa"
    assert card.closed_days == {date(2030, 12, 24): "Inventory"}


def test_days_in_a_row_are_closed_at_once_and_the_next_may_be_typed(dialog, shell, qtbot):
    form = dialog.form
    form.tabs.setCurrentWidget(form.calendar_tab)
    qtbot.keyClicks(form.new_day.edit, "30/12/2030 - 2/1/2031")
    assert form.new_day.edit.accessibleDescription() == "30 Dec 2030 – 2 Jan 2031: 4 days"
    form.new_name.setText("Break")
    form.add_day.setFocus()
    form.add_day.click()
    days = [date(2030, 12, 30), date(2030, 12, 31), date(2031, 1, 1), date(2031, 1, 2)]
    assert dialog.days.own() == dict.fromkeys(days, "Break")
    assert form.new_day.edit.text() == form.new_name.text() == ""
    assert dialog.focusWidget() is form.new_day.edit
    qtbot.keyClicks(form.new_day.edit, "2/1/2031 - 30/12/2030")
    assert "ends before it begins. Write 24/12 – 3/1" in form.new_day.edit.accessibleDescription()
    form.add_day.click()
    assert dialog.days.own() == dict.fromkeys(days, "Break")
    form.new_day.edit.setText("24/12/2030")
    form.add_day.click()
    assert date(2030, 12, 24) in dialog.days.own()


@pytest.mark.parametrize("field", ["day", "reason"])
def test_enter_adds_the_days_that_are_typed_and_ends_nothing(dialog, shell, qtbot, field):
    form = dialog.form
    form.tabs.setCurrentWidget(form.calendar_tab)
    qtbot.keyClicks(form.new_day.edit, "24/12/2030")
    qtbot.keyClicks(form.new_name, "Break")
    typed = form.new_day.edit if field == "day" else form.new_name
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    assert dialog.days.own() == {date(2030, 12, 24): "Break"}
    assert form.new_day.text() == ""
    qtbot.waitUntil(lambda: not shell.link.tasks.busy, timeout=30_000)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        qtbot.keyClick(form.new_day.edit, Qt.Key.Key_Return)
    assert library.show(shell.link.desk).closed_days == {date(2030, 12, 24): "Break"}


def test_a_day_that_is_typed_still_is_saved_or_keeps_the_form(dialog, shell, qtbot):
    form = dialog.form
    qtbot.keyClicks(form.new_day.edit, "soon")
    form.save.click()
    qtbot.waitUntil(lambda: not shell.link.tasks.busy, timeout=30_000)
    assert dialog.isVisible()
    assert form.tabs.currentWidget() is form.calendar_tab
    assert dialog.focusWidget() is form.new_day.edit
    form.new_day.edit.setText("24/12/2030")
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        form.save.click()
    assert library.show(shell.link.desk).closed_days == {date(2030, 12, 24): ""}


def test_days_the_wrong_way_round_are_asked_back_once(dialog, shell, qtbot):
    form = dialog.form
    form.tabs.setCurrentWidget(form.calendar_tab)
    form.new_day.edit.setText("10/1/2030 - 5/1/2031")
    understood = "10 Jan 2030 – 5 Jan 2031: 361 days. So many in a row are rarely meant."
    assert form.new_day.edit.accessibleDescription() == understood
    form.add_day.click()
    assert form.wrong.text() == f"{understood} If it is meant, press again."
    assert dialog.days.own() == {}
    form.add_day.click()
    assert len(dialog.days.own()) == 361
    assert not form.wrong.isVisible()


def test_days_that_are_over_are_asked_back_once(dialog, shell, qtbot):
    form, begun = dialog.form, shell.link.today() - timedelta(days=3)
    form.tabs.setCurrentWidget(form.calendar_tab)
    for text in (begun.isoformat(), f"{begun} .. {begun + timedelta(days=9)}"):
        form.new_day.edit.setText(text)
        form.add_day.click()
        assert "It begins in the past. If it is meant, press again." in form.wrong.text()
        assert begun not in dialog.days.own()
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        form.save.click()
    assert len(library.show(shell.link.desk).closed_days) == 10


def test_a_wrong_number_is_shown_where_it_stands_and_nothing_is_lost(dialog, shell, qtbot):
    form = dialog.form
    form.name.setText("Another name")
    form.retention_days.setText("soon")
    form.save.click()
    qtbot.waitUntil(form.wrong.isVisible, timeout=30_000)
    assert form.tabs.currentWidget() is form.safety_tab
    assert form.retention_days.property("wrong")
    assert form.name.text() == "Another name"
    assert library.show(shell.link.desk).name != "Another name"


def test_a_country_that_is_none_is_refused_beside_its_field(dialog, qtbot):
    form = dialog.form
    form.country.setEditText("ZZ")
    form.save.click()
    qtbot.waitUntil(form.wrong.isVisible, timeout=30_000)
    assert "ZZ" in form.wrong.text()
    assert form.country.property("wrong")


def test_the_calendar_shows_public_days_imports_others_and_names_what_would_move(
    dialog, shell, qtbot, tmp_path
):
    form, days = dialog.form, dialog.days
    form.tabs.setCurrentWidget(form.calendar_tab)
    qtbot.waitUntil(lambda: any(row.public for row in days.model.rows), timeout=30_000)
    form.public_holidays.setChecked(False)
    qtbot.waitUntil(lambda: not days.model.rows, timeout=30_000)
    table = tmp_path / "closed.csv"
    out = _a_due_date(shell.link.desk)
    table.write_text(f"day,name\n{out},Stocktaking\n")
    days.take(table)
    qtbot.waitUntil(lambda: days.own() != {}, timeout=30_000)
    qtbot.waitUntil(lambda: form.move.isVisibleTo(dialog), timeout=30_000)
    assert str(out.year) in form.moving.text()
    form.days.selectRow(0)
    form.remove_day.click()
    assert days.own() == {}
    days.take(tmp_path / "none.csv")
    qtbot.waitUntil(form.wrong.isVisible, timeout=30_000)
    assert "none.csv" in form.wrong.text()


@pytest.mark.ux("UX-44")
def test_names_can_be_removed_at_once(dialog, window, shell, qtbot):
    desk = shell.link.desk
    pass_time(desk, days=62)
    known = {one.number: one.patron for one in requests.page(desk, ListQuery(limit=0)).lines}
    counted, form = _figures(desk), dialog.form
    due, later = retention.how_many(desk, 30), retention.how_many(desk, 80)
    assert due > later > 0
    form.name.setText("Not saved yet")
    form.retention_days.setText("80")
    question = _asked_to_remove(dialog, qtbot)
    assert f"closed more than 80 days ago and before this month: {later}." in question.text()
    assert question.text().endswith("From now on 80 days hold, no longer 30.")
    question.reject()
    assert not _remembering_less(desk, known)
    form.retention_days.setText("30")
    question = _asked_to_remove(dialog, qtbot)
    assert f": {due}. The names" in question.text()
    assert question.text().endswith("This cannot be undone.")
    next(b for b in question.buttons() if b.text() == "Remove names").click()
    said = f"Requests that forgot their reader: {due}."
    qtbot.waitUntil(lambda: form.retention_text.text() == said, timeout=30_000)
    form.forget_now.click()
    qtbot.waitUntil(lambda: "nothing to remove" in form.retention_text.text(), timeout=30_000)
    assert library.show(desk).name != "Not saved yet"
    after = {one.number: one for one in requests.page(desk, ListQuery(limit=0)).lines}
    assert after.keys() == known.keys()
    gone = _remembering_less(desk, known)
    assert gone
    assert {after[number].turn for number in gone} == {Turn.DONE}
    assert _figures(desk) == counted
    put_away(window)
    window.going.go_to(gone[0])
    qtbot.waitUntil(lambda: window.detail.view.line.number == gone[0], timeout=30_000)
    facts = dict(fact for group in window.detail.facts._shown for fact in group.facts)
    assert not any(known[gone[0]] in value for value in facts.values())


def _asked_to_remove(dialog, qtbot):
    dialog.form.forget_now.click()

    def asked():
        return [one for one in dialog.findChildren(QMessageBox) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(asked()), timeout=30_000)
    return asked()[0]


def _remembering_less(desk, known):
    after = {one.number: one.patron for one in requests.page(desk, ListQuery(limit=0)).lines}
    return [number for number, patron in known.items() if patron and not after[number]]


def test_the_days_by_which_names_are_removed_are_kept_with_it(dialog, shell, qtbot):
    desk, form = shell.link.desk, dialog.form
    pass_time(desk, days=62)
    form.retention_days.setText("many")
    form.forget_now.click()
    qtbot.waitUntil(form.wrong.isVisible, timeout=30_000)
    form.retention_days.setText("61")
    question = _asked_to_remove(dialog, qtbot)
    next(b for b in question.buttons() if b.text() == "Remove names").click()
    qtbot.waitUntil(lambda: library.show(desk).retention_days == 61, timeout=30_000)
    qtbot.waitUntil(lambda: "forgot" in form.retention_text.text(), timeout=30_000)
    dialog.reject()
    assert not dialog.isVisible()


def _figures(desk):
    today = desk.today()
    found = statistics.figures(desk, f"{today.year - 1}-01", f"{today:%Y-%m}")
    return {one.code: one.value for one in found.measures}


def _a_due_date(desk) -> date:
    from ill_desktop.store import clockwork

    with desk.database.read() as session:
        return clockwork.lent_due(session, desk.today(), date(2099, 1, 1))[0].due
