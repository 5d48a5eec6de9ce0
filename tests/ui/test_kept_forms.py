"""What is typed into any form is kept, offered when it opens again, and never merged by itself."""

import json
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QSpinBox, QWidget

from ill_desktop.domain.lifecycle.states import Action, Side, State
from ill_desktop.services import acts, library, partners, patrons, requests, staff, unfinished
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui.action_dialog import takes_nothing
from ill_desktop.ui.asking.forms import form_for
from ill_desktop.ui.filled_in import FilledIn
from ill_desktop.ui.kept_form import KeptForm, differences
from ill_desktop.ui.library_dialog import LibraryDialog
from ill_desktop.ui.note_dialogs import NoteDialog
from ill_desktop.ui.partner_dialog import PartnerDialog
from ill_desktop.ui.reader_dialog import ReaderDialog
from ill_desktop.ui.staff_dialog import StaffDialog

UGM = "ISIL:ID-YOG-UGM"


class Room:
    """Opens forms in one window, and ends them as a crash would."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot, self.desk = window, qtbot, window.link.desk

    def quiet(self):
        self.qtbot.waitUntil(lambda: not self.window.tasks.busy, timeout=30_000)

    def open(self, made):
        made.show()
        self.quiet()
        return made

    def partner(self):
        known = partners.show(self.desk, UGM)
        return self.open(PartnerDialog(self.window.link, known, self.window))

    def act(self, side, state, action):
        line = requests.page(self.desk, ListQuery(side=side, state=state)).lines[0]
        view, known = requests.show(self.desk, line.number), partners.listed(self.desk)
        return self.open(form_for(self.window.link, view, action, known, self.window))

    def crash(self, form):
        """Kept as the timer would, and gone without a word."""
        form._writing._timer.timeout.emit()
        self.quiet()
        form._writing.stop()
        form.deleteLater()

    def answer(self, form, verb):
        (box,) = form.findChildren(QMessageBox)
        next(one for one in box.buttons() if one.text() == verb).click()

    def kept(self):
        self.quiet()
        return [one.form["now"] for one in unfinished.kept(self.desk)]


@pytest.fixture
def room(window, qtbot):
    return Room(window, qtbot)


def test_a_card_left_in_a_crash_is_offered_and_put_back_when_that_is_said(room):
    form = room.partner()
    form.form.note.setFocus()
    QTest.keyClicks(form.form.note, " closed in June")
    QTest.keyClicks(form.form.address, "New house ")
    assert form.windowTitle().startswith("•")
    typed = form.form.note.text(), form.form.address.text()
    room.crash(form)
    again = room.partner()
    assert again._left.isVisible()
    assert ", not saved." in again._left.accessibleName()
    assert again.form.note.text() != typed[0]
    QTest.mouseClick(again._left.go_on, Qt.MouseButton.LeftButton)
    assert (again.form.note.text(), again.form.address.text()) == typed
    assert not again._left.isVisible()
    with room.qtbot.waitSignal(again.accepted, timeout=30_000):
        again.form.save.click()
    assert partners.show(room.desk, UGM).note == typed[0]
    assert room.kept() == []


def test_what_was_left_can_be_thrown_away_or_waits_for_another_time(room):
    form = room.partner()
    QTest.keyClicks(form.form.mail, "x@y.test")
    room.crash(form)
    another = room.partner()
    QTest.keyClicks(another.form.country, "Q")
    assert not another._left.isVisible()
    another.reject()
    room.answer(another, "Discard")
    assert len(room.kept()) == 1
    again = room.partner()
    QTest.mouseClick(again._left.discard, Qt.MouseButton.LeftButton)
    assert room.kept() == []
    assert not again._left.isVisible()
    again.reject()
    assert not again.isVisible()


def test_a_field_that_somebody_changed_in_the_meantime_is_named(room):
    form = room.partner()
    QTest.keyClicks(form.form.country, "X")
    QTest.keyClicks(form.form.mail, "x@y.test")
    room.crash(form)
    partners.change(room.desk, UGM, {"mail": "new@ugm.test"})
    again = room.partner()
    again._left.go_on.click()
    assert again.form.mail.text() == "x@y.test"
    assert again._left.accessibleName() == (
        "Changed elsewhere since then: Mail address, if reached by mail."
    )
    assert not again._left.discard.isVisible()


def test_a_new_reader_is_offered_at_the_start_and_opens_where_readers_are(room, qapp):
    window = room.window
    form = room.open(ReaderDialog(window.link, window.notices, None, window))
    QTest.keyClicks(form.form.name, "Wayan")
    room.crash(form)
    window.taking.offer_unfinished()
    room.qtbot.waitUntil(window.bar._offer.isVisible, timeout=30_000)
    assert "“Add reader”" in window.notices.said[-1]
    window.bar._offer.click()
    room.qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), KeptForm), timeout=30_000)
    again = qapp.activeModalWidget()
    room.qtbot.waitUntil(lambda: again._left is not None, timeout=30_000)
    again._left.go_on.click()
    assert again.form.name.text() == "Wayan"
    again.reject()
    room.answer(again, "Save reader")
    room.qtbot.waitUntil(again.form.wrong.isVisible, timeout=30_000)  # no code yet


def test_every_place_opens_its_form(room, qapp):
    window, kinds = room.window, []
    number = requests.page(room.desk, ListQuery(side=Side.LENDING, state=State.NEW)).lines[0].number
    reader = patrons.listed(room.desk)[0].code
    for place in (
        "partner ", f"partner {UGM}", "reader ", f"reader {reader}", "library", "staff ",
        f"note {number}", f"charge {number}", f"act {number} will-supply",
    ):  # fmt: skip
        window.taking.reopen_wanted.emit(place)
        room.qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), KeptForm), timeout=30_000)
        form = qapp.activeModalWidget()
        assert form._place == place
        kinds.append(type(form).__name__)
        form.reject()
        room.quiet()
        assert window.link.reopening == ""
    assert len(set(kinds)) == 7
    room.quiet()
    window.taking.reopen_wanted.emit("partner ISIL:GONE")
    room.qtbot.waitUntil(lambda: any("GONE" in one for one in window.notices.said), timeout=30_000)
    assert window.link.reopening == ""


def test_an_answer_goes_on_to_the_next_request_and_keeps_nothing_of_the_last(room):
    form = room.act(Side.LENDING, State.NEW, Action.CANNOT_SUPPLY)
    first = form._place
    QTest.keyClicks(form.form.note, "on loan until May")
    form._writing.keep()
    assert [one["@place"] for one in room.kept()] == [first]
    form.choose(Action.WILL_SUPPLY)
    form.submit_now()
    room.qtbot.waitUntil(lambda: form._place != first, timeout=30_000)
    assert room.kept() == []
    form.reject()
    assert not form.isVisible()


def test_an_answer_by_hand_comes_back_with_what_was_chosen(room):
    form = room.act(Side.BORROWING, State.SENT, Action.RECORD_ANSWER)
    form.form.heard.setCurrentRow(2)
    said = form._said()
    QTest.keyClicks(form.form.note, "Mrs Ani called")
    room.crash(form)
    again = room.act(Side.BORROWING, State.SENT, Action.RECORD_ANSWER)
    assert again._said() != said
    again._left.go_on.click()
    assert (again._said(), again.form.note.text()) == (said, "Mrs Ani called")
    again.reject()
    (box,) = again.findChildren(QMessageBox)
    assert {one.text() for one in box.buttons()} == {"Discard", "Go on writing"}
    room.answer(again, "Discard")
    assert room.kept() == []


def test_a_choice_alone_is_neither_kept_nor_asked_about(room):
    form = room.act(Side.LENDING, State.NEW, Action.CANNOT_SUPPLY)
    form.choose(Action.ASK_RETRY)
    form.reject()
    assert not form.isVisible()
    assert room.kept() == []


def test_a_setting_changed_on_a_card_counts_however_it_was_changed(room):
    form = room.partner()
    field = form.form.habits.fields["id-pattern"]
    label = form.findChild(QLabel, "habit_id-pattern_label")
    form.form.tabs.setCurrentWidget(form.form.exchange)
    field.setFocus()
    before = field.currentIndex()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.currentIndex() != before
    assert form.windowTitle().startswith("•")
    assert label.text().endswith(" •")
    form.reject()
    room.answer(form, "Go on writing")
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.currentIndex() == before
    assert not form.windowTitle().startswith("•")
    form.form.closed_weekdays.boxes[0].click()
    room.crash(form)
    again = room.partner()
    assert again._left.isVisible()
    again._left.go_on.click()
    assert again.form.closed_weekdays.boxes[0].isChecked()
    again.reject()
    room.answer(again, "Discard")


def test_settings_come_back_with_their_closed_days(room):
    def show():
        return room.open(LibraryDialog(room.window.link, library.show(room.desk), room.window))

    form = show()
    form.form.new_day.edit.setText("2026-12-24")
    form.form.new_name.setText("Cleaning")
    form.form.add_day.click()
    form.form.weekday_0.setChecked(True)
    own = form.days.own()
    room.crash(form)
    again = show()
    assert again.days.own() != own
    again._left.go_on.click()
    assert again.days.own() == own
    assert again.form.weekday_0.isChecked()
    again._leave_unsaved()


def test_no_secret_is_kept(room):
    window = room.window
    form = room.open(LibraryDialog(window.link, library.show(room.desk), window))
    QTest.keyClicks(form.mail.form.password, "zqsecret")
    QTest.keyClicks(form.mail.form.user, "ill")
    form._writing.keep()
    people = room.open(StaffDialog(window.link, window.notices, window))
    QTest.keyClicks(people.form.pin, "4711")
    QTest.keyClicks(people.form.initials, "WY")
    people._writing.keep()
    kept = room.kept()
    assert {one["@place"] for one in kept} == {"library", "staff "}
    assert "zqsecret" not in json.dumps(kept)
    assert "4711" not in json.dumps(kept)
    form._leave_unsaved()
    with room.qtbot.waitSignal(window.link.changed, timeout=30_000):
        people.form.save.click()
    room.qtbot.waitUntil(lambda: room.kept() == [], timeout=30_000)
    assert [one.initials for one in staff.listed(room.desk)] == ["WY"]


def test_a_note_is_asked_about_when_it_is_left(room):
    number = requests.page(room.desk, ListQuery()).lines[0].number
    form = room.open(NoteDialog(room.window.link, number, room.window))
    QTest.keyClicks(form.form.note, "Ask again on Monday")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    room.answer(form, "Go on writing")
    assert form.isVisible()
    with room.qtbot.waitSignal(form.accepted, timeout=30_000):
        form.form.act.click()
    assert room.kept() == []


def test_a_closed_day_that_somebody_else_entered_meanwhile_stays(room):
    def show():
        return room.open(LibraryDialog(room.window.link, library.show(room.desk), room.window))

    def closed(day, name):
        card = library.show(room.desk)
        days = {**card.closed_days, date.fromisoformat(day): name}
        library.save(room.desk, replace(card, closed_days=days))

    closed("2026-12-21", "Stocktaking")
    form = show()
    form.form.new_day.edit.setText("2026-12-24")
    form.form.new_name.setText("Cleaning")
    form.form.add_day.click()
    room.crash(form)
    closed("2026-12-28", "Wedding")
    again = show()
    again._left.go_on.click()
    assert set(again.days.own().values()) >= {"Stocktaking", "Cleaning", "Wedding"}
    again._leave_unsaved()
    begun, now = {"a": "1", "b": "2"}, {"b": "3"}
    assert differences(begun, now, {"a": "1", "b": "2", "c": "4"}) == {"b": "3", "c": "4"}


def test_what_is_typed_before_the_mailbox_was_read_is_asked_about(room):
    window = room.window
    form = LibraryDialog(window.link, library.show(room.desk), window)
    form.show()
    QTest.keyClicks(form.form.name, "X")
    room.quiet()
    assert form.mail._known is not None
    assert form.windowTitle().startswith("•")
    assert form._writing.changed_names() == {"name"}
    form.reject()
    room.answer(form, "Discard")
    again = room.open(LibraryDialog(window.link, library.show(room.desk), window))
    again.mail.form.server.setText("typed by the program")
    again.begin_again(again.mail)
    assert not again.windowTitle().startswith("•")
    assert not again._writing._timer.isActive()
    again.reject()
    assert not again.isVisible()


@pytest.mark.parametrize(("dialog", "typed"), [("partner", "ISIL:ID-Y"), ("reader", "U77")])
def test_a_card_begun_by_the_program_is_no_draft_and_has_a_place_of_its_own(
    room, qapp, dialog, typed
):
    window = room.window

    def begun(typed):
        if dialog == "partner":
            form = PartnerDialog(window.link, None, window)
        else:
            form = ReaderDialog(window.link, window.notices, None, window)
        form.begin_with(typed)
        return room.open(form)

    form = begun(typed)
    assert not form.windowTitle().startswith("•")
    assert not form._writing._timer.isActive()
    assert room.kept() == []
    QTest.keyClicks(form.form.name, "Y")
    room.crash(form)
    other = begun("ISIL:ID-Z")
    assert other._left is None
    other.reject()
    window.taking.reopen_wanted.emit(f"{dialog} +{typed}")
    room.qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), KeptForm), timeout=30_000)
    again = qapp.activeModalWidget()
    room.qtbot.waitUntil(lambda: again.form.name.text() == "Y", timeout=30_000)
    field = again.form.symbols if dialog == "partner" else again.form.code
    assert field.text() == typed
    assert "Filled in with what was written" in again._left.accessibleName()
    assert not again._left.go_on.isVisible()
    assert again.windowTitle().startswith("•")
    QTest.mouseClick(again._left.discard, Qt.MouseButton.LeftButton)
    assert (field.text(), again.form.name.text()) == (typed, "")
    room.quiet()
    assert not again._left.isVisible()
    assert not again.windowTitle().startswith("•")
    again.reject()
    assert not again.isVisible()
    assert room.kept() == []


def test_a_number_that_is_no_longer_there_leaves_its_box_as_it_is(qtbot):
    form = QWidget()
    qtbot.addWidget(form)
    box = QSpinBox(form, objectName="pieces")
    box.setValue(3)
    fields = FilledIn(form)
    fields.put({"pieces": ""})
    assert box.value() == 3
    fields.put({"pieces": "2"})
    assert box.value() == 2


def test_an_act_no_longer_possible_shows_its_words_and_gives_way_to_what_was_left_before(room):
    window = room.window
    card = room.partner()
    QTest.keyClicks(card.form.mail, "x@y.test")
    room.crash(card)
    form = room.act(Side.LENDING, State.NEW, Action.CANNOT_SUPPLY)
    number = form._view.line.number
    QTest.keyClicks(form.form.note, "on loan until May")
    room.crash(form)
    acts.do(room.desk, number, Action.CANNOT_SUPPLY, {"reason": "not-held"})

    def say(text):
        room.qtbot.waitUntil(lambda: text in window.bar.text(), timeout=30_000)
        room.qtbot.waitUntil(window.bar._offer.isVisible, timeout=30_000)

    window.taking.offer_unfinished()
    say("in the form")
    window.bar._offer.click()
    say("is no longer possible. You had written: on loan until May")
    assert window.bar.text().startswith(number)
    window.bar._offer.click()
    say("“Edit partner”")
    assert [one["@place"] for one in room.kept()] == [f"partner {UGM}"]


def test_what_was_left_of_a_card_or_a_request_that_is_gone_can_be_thrown_away(room):
    window = room.window
    for key, now in (
        ("a", {"@place": "partner ISIL:GONE", "@title": "P"}),
        ("b", {"@place": "reader GONE", "@title": "R"}),
        ("c", {"number": "26999999", "purpose": "edit", "material": "book", "title": "T"}),
    ):
        unfinished.keep(room.desk, key, {"now": now, "begun": now})
        window.taking.offer_unfinished()
        room.quiet()
        assert window.bar._offer.text() != "Discard"
        window.bar._offer.click()
        discard = window.bar._offer
        room.qtbot.waitUntil(
            lambda button=discard: button.isVisible() and button.text() == "Discard",
            timeout=30_000,
        )
        discard.click()
        room.qtbot.waitUntil(lambda: room.kept() == [], timeout=30_000)


def test_an_act_that_takes_nothing_is_not_done_by_opening_its_form_again(room, qapp):
    window = room.window
    lines = requests.page(room.desk, ListQuery(state=State.DRAFT)).lines
    views = (requests.show(room.desk, line.number) for line in lines)
    view = next(one for one in views if takes_nothing(one, Action.SEND))
    place = f"act {view.line.number} send"
    window.taking.reopen_wanted.emit(place)
    room.qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), KeptForm), timeout=30_000)
    form = qapp.activeModalWidget()
    assert form._place == place
    form.reject()
    room.quiet()
    assert requests.show(room.desk, view.line.number).line.state is State.DRAFT
