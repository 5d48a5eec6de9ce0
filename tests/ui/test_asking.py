"""The daily forms: one key for an answer, nothing to type where all is as announced."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.lifecycle.keys import Key
from ill_desktop.domain.lifecycle.states import Action, Flag, Heard, Service, Side, State
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts, duedates, finding, lending, partners, requests
from ill_desktop.services.views import NoteView
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui.action_dialog import ActionDialog
from ill_desktop.ui.asking.answer import ANSWERS, AnswerForm
from ill_desktop.ui.asking.due import DueField
from ill_desktop.ui.asking.forms import FORMS, form_for
from ill_desktop.ui.asking.other_request import OtherRequest
from ill_desktop.ui.facts import facts
from ill_desktop.ui.fields import CodeField, DayField
from ill_desktop.ui.standing import standpoint
from ill_desktop.words import formats, labels
from tests.ui.hands import KEYPAD, queue, scan, scan_halting, standing
from tests.ui.test_window import _dialog

B, L = Side.BORROWING, Side.LENDING


def _one(desk, side, state, flag=None):
    lines = requests.page(desk, ListQuery(side=side, state=state, limit=0)).lines
    return requests.show(desk, next(o.number for o in lines if flag is None or flag in o.flags))


@pytest.fixture
def ask(window, qtbot):
    """Open the form of an act on the newest request in a state."""

    def make(side, state, action, flag=None):
        desk = window.link.desk
        made = form_for(window.link, _one(desk, side, state, flag), action, partners.listed(desk))
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(lambda: made.isActiveWindow() and not window.tasks.busy)
        return made

    return make


def _do(qtbot, form):
    with qtbot.waitSignal(form.accepted, timeout=30_000):
        qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _answer(form, verb):
    box = form.findChild(QMessageBox, "leaving", Qt.FindChildOption.FindDirectChildrenOnly)
    next(one for one in box.buttons() if one.text() == verb).click()
    box.setObjectName("")


PLACES = {
    Action.WILL_SUPPLY: (L, State.NEW, None),
    Action.CANNOT_SUPPLY: (L, State.NEW, None),
    Action.ASK_RETRY: (L, State.NEW, None),
    Action.SUPPLY_WITH_CONDITIONS: (L, State.NEW, None),
    Action.RENEW: (L, State.AT_BORROWER, Flag.RENEW_ASKED),
    Action.REFUSE_RENEWAL: (L, State.AT_BORROWER, Flag.RENEW_ASKED),
    Action.RECEIVED: (B, State.ON_ITS_WAY, None),
    Action.SHIP: (L, State.TO_SEND, None),
    Action.SENT_BACK: (B, State.HERE, None),
    Action.FETCHED: (L, State.TO_FETCH, None),
    Action.RECORD_ANSWER: (B, State.SENT, None),
    Action.RECORD_MESSAGE: (L, State.SENT_OUT, None),
}


@pytest.mark.parametrize("action", [*FORMS, Action.FETCHED])
def test_a_daily_form_fits_a_small_screen_and_nothing_moves_when_it_speaks(ask, action):
    form = ask(*PLACES[action][:2], action, PLACES[action][2])
    assert form.action() is action
    assert form.height() <= 700
    assert form.act.toolTip() == "Ctrl+Enter"
    assert all(field.accessibleName() for field in form._fields.values())
    before = standing(form)
    for key, field in form._fields.items():
        if isinstance(field, (DayField, DueField)):
            getattr(field, "field", field).edit.setText("99")
        elif key is Key.COST:
            field.setText("much")
            field.editingFinished.emit()
        elif key is Key.ITEM:
            getattr(field, "setPlainText", getattr(field, "setText", None))("NR-XX")
            form._barcodes.untold()
    form.wrong.say("Something is wrong.")
    assert standing(form) >= before


def test_other_acts_are_asked_for_in_the_general_form(ask, qtbot):
    form = ask(L, State.SENT_OUT, Action.RECALL)
    assert isinstance(form, ActionDialog)
    words, line = form._link.words, form._view.line
    day = formats.day(words, duedates.for_recall(form._link.desk, line.number).day)
    told = f"{line.partner.name} will be told: we need it back; due date: {day}."
    qtbot.waitUntil(lambda: form.said.text() == told, timeout=30_000)


def test_a_copy_of_which_nothing_is_sent_is_warned_of(ask):
    form = ask(L, State.TO_SEND, Action.SEND_COPY)
    told = form.findChild(QLabel, "nothing_sent")
    assert list(form._fields)[:2] == [Key.FILE, Key.PAGES]
    assert form._fields[Key.FILE].edit.hasFocus()
    assert told.text() == "Nothing is attached, and no address or way is given."
    for field, text in (("url", "https://x.test"), ("file", "/tmp/x.pdf")):
        line = getattr(form._fields[Key(field)], "edit", form._fields[Key(field)])
        assert told.isVisibleTo(form)
        line.setText(text)
        assert not told.isVisibleTo(form)
        line.clear()
    form._fields[Key.VIA].setCurrentIndex(1)
    assert not told.isVisibleTo(form)


def test_the_pages_sent_begin_as_those_asked_for_and_a_pdf_has_its_own(window, ask):
    desk = window.link.desk
    number = _one(desk, L, State.TO_SEND).line.number
    requests.edit(desk, number, {"pages": "12-19"})
    form = ActionDialog(window.link, requests.show(desk, number), Action.SEND_COPY, (), window)
    pages, file = form._fields[Key.PAGES], form._fields[Key.FILE]
    assert (pages.value(), pages.accessibleDescription()) == (8, "")
    assert "pages" not in form.values()
    pages.setValue(0)
    assert pages.accessibleDescription() == "0: not known"
    pages.setValue(11)
    assert form.values()["pages"] == "11"
    file.edit.setText("/tmp/Pindaian.PDF")
    assert pages.accessibleDescription() == "The pages of the PDF are counted instead."
    file.edit.clear()
    assert pages.accessibleDescription() == ""
    form.deleteLater()


def test_pages_left_as_they_are_proposed_follow_the_request_later(window, qtbot):
    desk = window.link.desk
    wanted = Citation(title="Sastra", pages="12-19")
    asks = partners.listed(desk)[0].symbol
    number = lending.record(desk, lending.NewLending(Service.COPY, wanted, asks))
    view = requests.show(desk, number)
    form = ActionDialog(window.link, view, Action.SEND_COPY, (), window)
    form.submit()
    qtbot.waitUntil(
        lambda: requests.show(desk, number).line.state is not view.line.state, timeout=30_000
    )
    assert requests.show(desk, number).page_count is None
    requests.edit(desk, number, {"pages": "12-29"})
    assert requests.show(desk, number).page_count is None
    form.deleteLater()


def test_a_renewal_is_answered_with_their_words_before_one_and_no_words_of_others(window):
    desk = window.link.desk
    view = _one(desk, L, State.AT_BORROWER)
    at = view.line.since
    notes = (
        NoteView("partner", "We wrote this", at, "AB"),
        NoteView("partner", "Somebody else did", at, "", theirs=True),
        NoteView("partner", "Two weeks more, please", at, "", theirs=True, now=True),
    )
    form = form_for(window.link, replace(view, notes=notes), Action.RENEW, partners.listed(desk))
    assert form.facts()[-1] == "They wrote: “Two weeks more, please”"
    form.deleteLater()


def test_a_request_is_answered_by_one_digit_and_the_next_one_opens(window, ask, qtbot):
    desk = window.link.desk
    waiting = requests.counts(desk)[Queue.NEW]
    form = ask(L, State.NEW, Action.WILL_SUPPLY)
    printed = []
    form.print_for = lambda numbers, kinds: printed.append((numbers, kinds[0]))
    answered = []
    for place in (1, 0, 2):
        number = form._view.line.number
        button = form.buttons()[place]
        qtbot.keyClick(form.focusWidget(), str(place + 1))
        qtbot.waitUntil(button.isChecked, timeout=30_000)
        form.form.reason.setCurrentIndex(1)
        qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda old=number: form._view.line.number != old, timeout=30_000)
        assert form.act.isEnabled()
        answered.append(number)
    states = [requests.show(desk, number).line.state for number in answered]
    assert states == [State.UNFILLED, State.TO_FETCH, State.RETRY_OFFERED]
    assert form.form.left.isHidden() == (waiting == 4)
    form.reject()
    assert printed == [((answered[1],), "pull-slip")]
    assert requests.counts(desk)[Queue.NEW] == waiting - 3


@pytest.mark.parametrize(
    ("action", "after"),
    [(Action.WILL_SUPPLY, State.TO_FETCH), (Action.RENEW, State.AT_BORROWER)],
)
def test_enter_on_the_chosen_answer_gives_it(window, ask, qtbot, action, after):
    side, state, flag = PLACES[action]
    form = ask(side, state, action, flag)
    number, before = form._view.line.number, form._view.version
    qtbot.keyClick(form.form.answer_1, Qt.Key.Key_Return)

    def given():
        view = requests.show(window.link.desk, number)
        return view.version > before and view.line.state is after

    qtbot.waitUntil(given, timeout=30_000)


def test_enter_on_another_answer_chooses_it(ask, qtbot):
    form = ask(L, State.NEW, Action.WILL_SUPPLY)
    number = form._view.line.number
    form.form.answer_4.setFocus()
    qtbot.keyClick(form.form.answer_4, Qt.Key.Key_Return)
    assert form.action() is Action.SUPPLY_WITH_CONDITIONS
    assert form._view.line.number == number


def test_the_last_answer_closes_the_form(window, ask, qtbot):
    desk = window.link.desk
    for line in requests.page(desk, ListQuery(queue=Queue.NEW, limit=0)).lines[1:]:
        acts.do(desk, line.number, Action.CLOSE, {"reason": "other"})
    form = ask(L, State.NEW, Action.CANNOT_SUPPLY)
    form.form.reason.choose("NotOnShelf")
    _do(qtbot, form)
    assert requests.counts(desk)[Queue.NEW] == 0


def test_no_reason_is_given_by_accident(ask, qtbot):
    form = ask(L, State.NEW, Action.WILL_SUPPLY)
    qtbot.keyClick(form.focusWidget(), "2")
    qtbot.waitUntil(form.form.reason.hasFocus, timeout=30_000)
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: form.wrong.isVisibleTo(form), timeout=30_000)
    assert form.form.reason.property("wrong")


def test_digits_typed_into_a_field_stay_there(ask, qtbot):
    form = ask(L, State.NEW, Action.WILL_SUPPLY)
    form.form.call_number.setFocus()
    form.form.call_number.clear()
    qtbot.keyClicks(form.form.call_number, "813.2")
    assert form.form.call_number.text() == "813.2"
    assert form.action() is Action.WILL_SUPPLY


def test_a_digit_behind_a_condition_of_the_list_is_another_answer(ask, qtbot):
    form = ask(L, State.NEW, Action.SUPPLY_WITH_CONDITIONS)
    qtbot.keyClick(form.focusWidget(), "4")
    qtbot.waitUntil(form.buttons()[3].isChecked, timeout=30_000)
    condition = form.form.condition
    condition.setFocus()
    condition.lineEdit().deselect()
    qtbot.keyClicks(condition.lineEdit(), "2 weeks only")
    assert condition.code() == "2 weeks only"
    assert form.action() is Action.SUPPLY_WITH_CONDITIONS
    condition.choose("LibraryUseOnly")
    condition.lineEdit().deselect()
    qtbot.keyClick(condition.lineEdit(), "2")
    assert form.action() is Action.CANNOT_SUPPLY
    assert condition.code() == "LibraryUseOnly"
    form.form.call_number.setFocus()
    qtbot.keyClick(form.form.call_number, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: form.action() is Action.ASK_RETRY, timeout=30_000)


@pytest.mark.parametrize(("known", "typed"), [("", "297.1"), ("R 12", "PS3562"), ("", "1A4")])
def test_a_call_number_typed_at_once_changes_no_answer(ask, qtbot, known, typed):
    form = ask(L, State.NEW, Action.WILL_SUPPLY)
    form.form.call_number.setText(known)
    queue(form, typed, 120)
    assert form.form.call_number.text() == typed
    assert form.action() is Action.WILL_SUPPLY


def test_the_next_one_to_answer_stands_below_in_the_list_and_is_chosen_there(window, qtbot):
    window.sidebar.choose(Queue.NEW)
    qtbot.waitUntil(lambda: window.list.query.queue is Queue.NEW, timeout=30_000)
    qtbot.waitUntil(lambda: not window.list.waiting, timeout=30_000)
    numbers = [one.number for one in window.list.model.rows]
    window.list.select(numbers[1])
    qtbot.waitUntil(lambda: window.detail.view.line.number == numbers[1], timeout=30_000)
    window.act(Action.CANNOT_SUPPLY)
    form = _dialog(qtbot, "AnswerForm")
    form.form.reason.choose("NotOnShelf")
    form.submit()
    qtbot.waitUntil(lambda: form._view.line.number == numbers[2], timeout=30_000)
    assert form.windowTitle().endswith(f" · {len(numbers) - 2} more to answer")
    qtbot.waitUntil(lambda: window.list.current().number == numbers[2], timeout=30_000)
    form.reject()


def test_the_call_number_is_taken_back_with_the_answer(window, ask, qtbot):
    desk = window.link.desk
    form = ask(L, State.NEW, Action.WILL_SUPPLY)
    number, was = form._view.line.number, form._view.call_number
    form.form.call_number.setText("813.2 TOE")
    form.form.item.setText("NR-1")
    form.form.print_slip.setChecked(False)
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: form._view.line.number != number, timeout=30_000)
    after = requests.show(desk, number)
    assert (after.call_number, after.items[0].barcode) == ("813.2 TOE", "NR-1")
    before = acts.undo(desk, number)
    assert (before.call_number, before.items, before.line.state) == (was, (), State.NEW)


def test_an_answer_that_has_not_left_is_told_in_the_next_one_and_taken_back(window, qtbot):
    desk = window.link.desk
    number = _one(desk, L, State.NEW).line.number
    acts.do(desk, number, Action.WILL_SUPPLY)
    view = acts.do(desk, number, Action.PRINT_SLIP)
    window.acting.act(view, Action.CANNOT_SUPPLY)
    form = _dialog(qtbot, "AnswerForm")
    leaves = window.link.soon(view.messages[0].leaves_at)
    partner = view.line.partner.name
    told = f"“Will supply” to {partner} has not left yet: it leaves first, at {leaves}."
    assert form._earlier.text.text() == told
    with qtbot.waitSignal(form.rejected):
        form._earlier.instead.click()
    qtbot.waitUntil(lambda: requests.show(desk, number).line.state is State.NEW, timeout=30_000)
    assert requests.show(desk, number).messages[0].state == "withdrawn"
    again = form_for(window.link, requests.show(desk, number), Action.CANNOT_SUPPLY, ())
    qtbot.addWidget(again)
    assert not again._earlier.isVisibleTo(again)


def test_what_will_be_said_is_shown_as_it_is_typed(ask):
    form = ask(L, State.NEW, Action.SUPPLY_WITH_CONDITIONS)
    form.form.condition.choose("LibraryUseOnly")
    form.form.cost.setText("15 USD")
    said = form.form.said.text()
    assert "Library use only" in said
    assert "15 USD" in said
    form.buttons()[0].click()
    assert "15 USD" not in form.form.said.text()


def test_an_amount_without_its_currency_is_in_that_of_the_desk(ask, qtbot):
    form = ask(L, State.NEW, Action.SUPPLY_WITH_CONDITIONS)
    cost = form.form.cost
    assert cost.placeholderText() == "50,000 IDR"
    cost.setFocus()
    qtbot.keyClicks(cost, "12.500")
    assert "12,500 IDR" in form.form.said.text()
    qtbot.keyClick(cost, Qt.Key.Key_Tab)
    assert cost.text() == "12,500 IDR"
    cost.setText("much")
    assert "much" not in form.form.said.text()


def test_a_refusal_marks_the_field_and_keeps_what_was_typed(ask, qtbot):
    form = ask(L, State.NEW, Action.SUPPLY_WITH_CONDITIONS)
    form.form.cost.setText("a lot")
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: form.wrong.isVisibleTo(form), timeout=30_000)
    assert form.form.cost.property("wrong")
    assert (form.form.cost.text(), form.act.isEnabled()) == ("a lot", True)


def test_a_barcode_that_was_not_announced_is_told_and_taken(ask, qtbot):
    form = ask(B, State.ON_ITS_WAY, Action.RECEIVED)
    item = form.form.item
    announced = item.text()
    item.setPlainText("NR-WRONG")
    qtbot.waitUntil(lambda: "NR-WRONG" in item.accessibleDescription(), timeout=30_000)
    assert announced in item.accessibleDescription()
    item.setPlainText(announced)
    qtbot.waitUntil(lambda: item.accessibleDescription() == "", timeout=30_000)
    item.setPlainText("NR-WRONG")
    assert item.accessibleDescription() == ""
    form.act.click()
    assert "NR-WRONG" in item.accessibleDescription()
    assert form.act.isEnabled()
    _do(qtbot, form)


def test_another_copy_than_the_one_looked_up_is_told_when_it_is_fetched(window, ask, qtbot):
    desk = window.link.desk
    number = _one(desk, L, State.TO_FETCH).line.number
    requests.edit(desk, number, {"item": "UB-777"})
    form = ask(L, State.TO_FETCH, Action.FETCHED)
    item = form._fields[Key.ITEM]
    assert (form._view.line.number, item.text()) == (number, "UB-777")
    scan(form, "ub-999")
    assert form.values()["item"] == ["ub-999"]
    qtbot.waitUntil(lambda: "UB-777" in item.accessibleDescription(), timeout=30_000)
    item.setPlainText("UB-777")
    qtbot.waitUntil(lambda: item.accessibleDescription() == "", timeout=30_000)
    item.setPlainText("ub-999")
    form.submit_now()
    assert form.act.isEnabled()
    _do(qtbot, form)
    (only,) = requests.show(desk, number).items
    assert only.barcode == "ub-999"


def test_another_book_than_was_lent_does_not_come_back(window, ask, qtbot):
    form = ask(L, State.SENT_OUT, Action.IS_BACK)
    number, desk = form._view.line.number, window.link.desk
    before = requests.show(desk, number)
    (lent,) = (one.barcode for one in before.items)
    item = form._fields[Key.ITEM]
    assert item.hasFocus()
    qtbot.keyClicks(item, "BR-9999")
    form.submit_now()
    qtbot.waitUntil(lambda: form.wrong.isVisibleTo(form), timeout=30_000)
    told = f"BR-9999 does not belong to {number}, which has {lent}. Nothing was changed."
    assert form.wrong.text() == told
    assert form.findChild(OtherRequest) is None
    lines = requests.page(desk, ListQuery(side=B, state=State.HERE, limit=0)).lines
    codes = {one.barcode for line in lines for one in requests.show(desk, line.number).items}
    code = next(code for code in codes if code != lent and code.isalnum())
    (other,) = finding.scanned(desk, code)
    item.setPlainText(code.swapcase())
    assert not form.wrong.isVisibleTo(form)
    form.submit_now()
    qtbot.waitUntil(lambda: form.findChild(OtherRequest) is not None, timeout=30_000)
    assert f"{code.swapcase()} belongs to {other}, not to {number}." in form.wrong.text()
    assert requests.show(desk, number) == before
    led = []
    form.open_other = led.append
    note = form._fields[Key.NOTE]
    for part in ("cover", " torn"):
        qtbot.keyClicks(note, part)
        form.findChild(OtherRequest).click()
        _answer(form, "Go on writing")
    note.clear()
    form.findChild(OtherRequest).click()
    assert not form.isVisible()
    assert led == [other]
    form = ask(L, State.SENT_OUT, Action.IS_BACK)
    form._fields[Key.ITEM].setPlainText(lent.lower())
    _do(qtbot, form)
    after = requests.show(desk, number)
    assert (after.line.state, [one.barcode for one in after.items]) == (State.DONE, [lent])


def test_which_volume_is_back_is_seen_and_the_others_are_meant(window, ask):
    desk = window.link.desk
    number = _one(desk, L, State.SENT_OUT).line.number
    for codes, rest in ((["A-1", "A-2"], "the other volume"), (["A-1", "A-2", "A-3"], "other 2")):
        requests.edit(desk, number, {"item": codes})
        view = acts.do(desk, number, Action.IS_BACK, {"item": "A-1"})
        form = form_for(window.link, view, Action.IS_BACK, (), window)
        assert rest in form._fields[Key.ITEM].placeholderText()
        told = next(g.facts for g in facts(window.link, view) if g.heading == "Volumes")
        assert [text for _, text in told][:2] == ["A-1 · back", "A-2 · sent"]
        acts.undo(desk, number)


def test_the_cost_agreed_on_stands_in_the_form_that_sends_it_out(window, ask):
    desk = window.link.desk
    number = _one(desk, L, State.TO_SEND).line.number
    requests.edit(desk, number, {"cost": "15000"})
    form = ask(L, State.TO_SEND, Action.SHIP)
    assert (form._view.line.number, form.form.cost.text()) == (number, "15,000 IDR")
    assert "15,000 IDR" in form.form.said.text()
    copy = ActionDialog(window.link, form._view, Action.SEND_COPY, (), form)
    assert copy.values()["cost"] == "15,000 IDR"


# a scanner at a form


def test_a_scan_is_the_barcode_and_answers_nothing(window, ask, qtbot):
    form = ask(L, State.NEW, Action.WILL_SUPPLY)
    version = form._view.version
    scan(form, "NUSA-001231")
    assert form.form.item.text() == "NUSA-001231"
    assert (form.action(), form.isVisible()) == (Action.WILL_SUPPLY, True)
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    assert requests.show(window.link.desk, form._view.line.number).version == version
    scan(form, "NUSA-004442")
    assert form.form.item.text() == "NUSA-004442"


def test_a_call_number_typed_at_once_is_written_and_answers_nothing(ask, qtbot):
    form = ask(L, State.NEW, Action.WILL_SUPPLY)
    form.form.call_number.clear()
    for figure in "813":
        QTest.keyClick(form.windowHandle(), figure, Qt.KeyboardModifier.NoModifier, 5)
    qtbot.waitUntil(lambda: form.form.call_number.text() == "813", timeout=30_000)
    for figure in ".2 T":
        QTest.keyClick(form.windowHandle(), figure, Qt.KeyboardModifier.NoModifier, 80)
    assert form.form.call_number.text() == "813.2 T"
    assert form.action() is Action.WILL_SUPPLY


def test_a_figure_of_the_keypad_answers_as_any_other(ask, qtbot):
    form = ask(L, State.NEW, Action.WILL_SUPPLY)
    form.form.call_number.clear()
    queue(form, "2", 0, KEYPAD)
    qtbot.waitUntil(lambda: form.action() is Action.CANNOT_SUPPLY, timeout=30_000)
    assert form.form.call_number.text() == ""


def test_an_answer_typed_just_before_it_is_sent_is_the_one_that_is_sent(ask, qtbot):
    form = ask(L, State.NEW, Action.WILL_SUPPLY)
    queue(form, "2", 0)
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.action() is Action.CANNOT_SUPPLY
    qtbot.waitUntil(lambda: form.wrong.isVisibleTo(form), timeout=30_000)


def test_no_letter_is_lost_that_was_typed_while_the_window_was_busy(ask, qtbot):
    form = ask(L, State.NEW, Action.WILL_SUPPLY)
    form.form.call_number.clear()
    queue(form, "pq76", 120)
    assert form.form.call_number.text() == "pq76"
    assert form.action() is Action.WILL_SUPPLY


def test_a_window_busy_in_the_middle_of_a_scan_answers_nothing(window, ask, qtbot):
    form = ask(L, State.NEW, Action.WILL_SUPPLY)
    form.form.call_number.clear()
    version, number = form._view.version, form._view.line.number
    for code, after in (("26000012", 1), ("NR-000123", 3), ("NUSA-001231", 10)):
        scan_halting(form, qtbot, code, after)
        assert form.form.item.text() == code
        assert (form.form.call_number.text(), form.action()) == ("", Action.WILL_SUPPLY)
    typed = form.form.call_number.text
    scan_halting(form, qtbot, "NR-000123", 3, until=lambda: typed() == "NR-")
    assert typed() == "NR-000123"
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    assert (form.isVisible(), form._view.line.number) == (True, number)
    assert requests.show(window.link.desk, number).version == version


def test_a_scan_takes_the_place_of_what_was_noted_and_the_next_comes_after_it(ask, qtbot):
    form = ask(L, State.TO_SEND, Action.SHIP)
    item = form.form.item
    item.setPlainText("BR-7788")
    form._barcodes.begin()
    assert item.hasFocus()
    scan(form, "BR-7788")
    assert form.values()["item"] == ["BR-7788"]
    form.act.setFocus()
    item.setFocus()
    scan(form, "BR-7789")
    assert form.values()["item"] == ["BR-7788", "BR-7789"]
    form.act.setFocus()
    for code in ("BR-7789", "BR-7790"):
        scan(form, code)
    assert form.values()["item"] == ["BR-7788", "BR-7789", "BR-7790"]


def test_the_book_in_hand_is_held_against_what_was_announced(window, ask, qtbot):
    form = ask(B, State.ON_ITS_WAY, Action.RECEIVED)
    announced = form.form.item.text()
    assert form.act.hasFocus()
    scan(form, "BR-9999")
    assert form.form.item.text() == "BR-9999"
    assert announced in form.form.item.accessibleDescription()
    assert form.isVisible()


def test_what_is_as_announced_is_received_with_one_key(window, ask, qtbot):
    desk = window.link.desk
    form = ask(B, State.ON_ITS_WAY, Action.RECEIVED)
    before = form._view
    _do(qtbot, form)
    after = requests.show(desk, before.line.number)
    assert after.line.state is State.HERE
    assert after.line.due == before.line.due
    assert [one.state for one in after.items] == ["here"] * len(before.items)


@pytest.mark.parametrize("code", ["wrong-item", "damaged", "pieces-missing"])
def test_a_deviation_is_told_to_the_partner_and_counted(window, ask, qtbot, code):
    form = ask(B, State.ON_ITS_WAY, Action.RECEIVED)
    form.form.reason.choose(code)
    note = form.form.note.text()
    assert note
    assert note in form.form.said.text()
    _do(qtbot, form)
    after = requests.show(window.link.desk, form._view.line.number)
    assert after.events[0].reason == code
    assert (after.notes[0].text, after.notes[0].audience) == (note, "partner")


def test_a_loan_that_came_as_a_copy_is_done_with(window, ask, qtbot):
    form = ask(B, State.ON_ITS_WAY, Action.RECEIVED)
    form.form.reason.choose("came-as-copy")
    _do(qtbot, form)
    line = requests.show(window.link.desk, form._view.line.number).line
    assert (line.state, line.service.value) == (State.DONE, "copy")


def test_the_reader_s_day_is_told_for_whatever_due_date_is_typed(window, ask, qtbot):
    form = ask(B, State.ON_ITS_WAY, Action.RECEIVED)
    told, words = form.form.reader_due, window.link.words

    def says(due):
        found = duedates.for_reader_by(window.link.desk, form._view.line.number, due)
        return formats.day(words, found.day) in told.text()

    qtbot.waitUntil(lambda: told.isVisibleTo(form) and says(form._view.line.due), timeout=30_000)
    later = form._view.line.due + timedelta(days=40)
    form.form.due.edit.setText(later.isoformat())
    qtbot.waitUntil(lambda: told.isVisibleTo(form) and says(later), timeout=30_000)
    form.form.due.edit.setText("no day")
    assert not told.isVisibleTo(form)
    form.form.due.edit.setText(later.isoformat())
    _do(qtbot, form)
    window.sidebar.choose(Queue.HERE)
    window.list.select(form._view.line.number)
    qtbot.waitUntil(lambda: window.detail.view.line.due == later, timeout=30_000)
    facts = [label.text() for label in window.detail.findChildren(QLabel)]
    day = duedates.for_reader_by(window.link.desk, form._view.line.number, later).day
    assert "Reader returns it by" in facts
    less = f"Due {formats.day(words, later)}, less 3 days for the way back"
    assert any(text.startswith(f"{formats.day(words, day)}\n{less}") for text in facts)


def test_another_due_date_on_the_paper_is_noticed(window, ask, qtbot):
    form = ask(B, State.ON_ITS_WAY, Action.RECEIVED)
    form.form.due.edit.setText("+44")
    assert form.form.reason.code() == "other-due-date"
    assert str(form.form.due.day().year) in form.form.note.text()
    _do(qtbot, form)
    assert requests.show(window.link.desk, form._view.line.number).line.due == form.form.due.day()


def test_the_due_date_is_shown_with_its_sum_and_closed_days_lead_on(window, ask, qtbot):
    desk = window.link.desk
    form = ask(L, State.TO_SEND, Action.SHIP)
    due = form.form.due
    usual = duedates.for_loan(desk, form._view.line.number)
    qtbot.waitUntil(lambda: due.usual == usual)
    assert "28 days from" in due.sum.text()
    before = standing(form)
    closed = usual.day
    while closed.weekday() != 6:
        closed = closed.replace(day=closed.day + 1) if closed.day < 28 else closed.replace(day=1)
    due.set_day(closed)
    qtbot.waitUntil(lambda: not due.next_open.isHidden(), timeout=30_000)
    said, spoken = form.form.said, formats.day(window.link.words, closed)
    assert spoken in said.text()
    assert standing(form) >= before
    due.field.edit.setText("32/13")
    assert due.day() is None
    form.act.click()
    qtbot.waitUntil(form.act.isEnabled, timeout=30_000)
    assert (form.wrong.isVisibleTo(form), form.focusWidget()) == (False, due.field.edit)
    assert all(one not in said.text() for one in (spoken, due.sum.text()[-13:-1], "32/13"))
    due.set_day(closed)
    qtbot.waitUntil(lambda: not due.next_open.isHidden(), timeout=30_000)
    due.next_open.click()
    assert due.day() == duedates.open_from(desk, form._view.line.number, closed).day
    assert due.day() > closed


def test_the_label_is_printed_with_what_is_sent_out(window, ask, qtbot):
    form = ask(L, State.TO_SEND, Action.SHIP)
    printed = []
    form.print_for = lambda numbers, kinds: printed.append(kinds[0])
    form.form.item.setPlainText("NR-7\nNR-8")
    _do(qtbot, form)
    after = requests.show(window.link.desk, form._view.line.number)
    assert [one.barcode for one in after.items] == ["NR-7", "NR-8"]
    assert printed == ["shipping-label"]


def test_a_strap_is_printed_for_what_came_until_somebody_does_not_want_it(window, qtbot):
    desk, printed = window.link.desk, []
    numbers = [one.number for one in requests.page(desk, ListQuery(queue=Queue.TO_RECEIVE)).lines]
    numbers += [_one(desk, B, State.SENT).line.number]
    for number, untick in zip(numbers, (False, True, False), strict=True):
        view = requests.show(desk, number)
        form = form_for(window.link, view, Action.RECEIVED, partners.listed(desk))
        qtbot.addWidget(form)
        form.print_for = lambda numbers, kinds: printed.append((*numbers, *kinds))
        assert form.form.print_paper.isChecked() is (number != numbers[2])
        if untick:
            form.form.print_paper.setChecked(False)
        form.form.due.set_day(window.link.today() + timedelta(days=20))
        form.show()
        with qtbot.waitSignal(form.accepted, timeout=30_000):
            form.act.click()
    assert printed == [(numbers[0], "book-strap", "request-slip")]


def test_that_no_strap_is_wanted_is_known_in_the_window_made_anew(shell, qtbot):
    old, desk = shell.window, shell.link.desk
    numbers = [one.number for one in requests.page(desk, ListQuery(queue=Queue.TO_RECEIVE)).lines]

    def form(number):
        desk = shell.link.desk
        view = requests.show(desk, number)
        made = form_for(shell.link, view, Action.RECEIVED, partners.listed(desk))
        qtbot.addWidget(made)
        return made

    first = form(numbers[0])
    first.form.print_paper.setChecked(False)
    first.form.due.set_day(shell.link.today() + timedelta(days=20))
    first.show()
    with qtbot.waitSignal(first.accepted, timeout=30_000):
        first.act.click()
    old.rebuild.emit("text")
    qtbot.waitUntil(lambda: shell.window is not old, timeout=30_000)
    qtbot.waitUntil(lambda: shell.link.desk is not None, timeout=30_000)
    assert not form(numbers[1]).form.print_paper.isChecked()


def test_no_strap_is_printed_for_a_copy_that_came_in_place_of_a_loan(ask, qtbot):
    form = ask(B, State.ON_ITS_WAY, Action.RECEIVED)
    printed = []
    form.print_for = lambda *papers: printed.append(papers)
    form.form.reason.choose("came-as-copy")
    _do(qtbot, form)
    assert printed == []


def test_what_goes_back_says_where_to(window, ask, qtbot):
    form = ask(B, State.HERE, Action.SENT_BACK)
    assert "their card" in form.form.more.text()
    view, card = form._view, form.card_address("return").replace("\n", ", ")
    for said, told in (
        (view.line.partner.name, f"Goes back to: {card} (from their card)"),
        ("Jl. Lain 9\nKota", "Goes back to: Jl. Lain 9, Kota (as they wrote for this loan)"),
    ):
        form.show_request(replace(view, return_address=said))
        assert told in form.form.more.text()
    form.form.print_paper.setChecked(False)
    _do(qtbot, form)
    assert requests.show(window.link.desk, form._view.line.number).line.state is State.SENT_BACK


def test_a_renewal_is_refused_with_the_second_key(window, ask, qtbot):
    form = ask(L, State.AT_BORROWER, Action.RENEW, Flag.RENEW_ASKED)
    qtbot.keyClick(form.focusWidget(), "2")
    qtbot.waitUntil(form._cells[Key.DUE].isHidden, timeout=30_000)
    _do(qtbot, form)
    line = requests.show(window.link.desk, form._view.line.number).line
    assert Flag.RENEW_ASKED not in line.flags
    assert line.due == form._view.line.due


def test_only_what_can_be_said_now_is_offered(window, ask, qtbot):
    form = ask(B, State.SENT, Action.RECORD_ANSWER)
    texts = [form.form.heard.item(n).text() for n in range(form.form.heard.count())]
    assert "They ask us to keep it" not in texts
    line, words = texts.index(""), form._link.words
    likely = (
        *(Heard.EXPECTS, Heard.WILL_SUPPLY, Heard.OFFERS_CONDITIONS, Heard.RETRY_POSSIBLE),
        *(Heard.UNFILLED, Heard.LOANED, Heard.COPY_COMPLETED),
    )
    assert texts[:line] == [labels.of(words, one) for one in likely]
    assert len(texts) > line + 5
    form.choose(Heard.RETRY_POSSIBLE)
    shown = {key for key, cell in form._cells.items() if not cell.isHidden()}
    assert shown == {Key.REASON, Key.AFTER, Key.NOTE, Key.ON}
    form.form.reason.choose("OnLoan")
    form.form.after.edit.setText("+14")
    made = window.link.desk.local_date(form._view.line.created)
    for day, odd in ((made - timedelta(days=1), True), (made, False)):
        form.form.on.set_day(day)
        told = form.form.on.edit.accessibleDescription()
        assert ("before the request was made" in told) is odd
    _do(qtbot, form)
    assert requests.show(window.link.desk, form._view.line.number).line.state is State.RETRY


def test_conditions_they_name_by_telephone_are_named_in_the_form_as_well(window, ask, qtbot):
    form = ask(B, State.SENT, Action.RECORD_ANSWER)
    form.choose(Heard.OFFERS_CONDITIONS)
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(form.wrong.isVisible, timeout=30_000)
    assert form.wrong.text() == "Condition is empty. Fill it in."
    number = form._view.line.number
    assert requests.show(window.link.desk, number).line.state is State.SENT
    form.form.cost.setText("20000")
    _do(qtbot, form)
    assert requests.show(window.link.desk, number).line.state is State.CONDITIONS


def test_the_window_opens_the_form_and_then_the_papers(window, qtbot):
    window.sidebar.choose(Queue.TO_SEND)
    qtbot.waitUntil(lambda: window.detail.can(Action.SHIP), timeout=30_000)
    window.detail.primary.click()
    form = _dialog(qtbot, "ShipForm")
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    papers = _dialog(qtbot, "PrintDialog")
    ticked = papers.form.kinds.currentItem()
    assert ticked.data(Qt.ItemDataRole.UserRole) == "shipping-label"
    assert ticked.checkState() is Qt.CheckState.Checked
    papers.reject()


def test_every_answer_is_one_of_the_table(window):
    view = _one(window.link.desk, L, State.NEW)
    assert set(ANSWERS) <= set(view.actions)
    assert standpoint(view).state is State.NEW
    assert AnswerForm.width_wanted <= 720


def test_a_due_date_that_is_past_or_no_later_is_told_before_it_is_sent(window, ask, qtbot):
    form = ask(L, State.AT_BORROWER, Action.RENEW, Flag.RENEW_ASKED)
    due, today = form._view.line.due, window.link.today()
    field = form.form.due.field
    field.set_day(today - timedelta(days=1))
    assert "past" in field.edit.accessibleDescription()
    assert field.edit.property("wrong")
    field.set_day(max(due, today))
    assert ("due date now" in field.edit.accessibleDescription()) is (due >= today)
    field.set_day(max(due, today) + timedelta(days=1))
    assert not field.edit.property("wrong")
    field.set_day(today - timedelta(days=1))
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: form.wrong.isVisibleTo(form), timeout=30_000)
    assert "past" in form.wrong.text()
    assert requests.show(window.link.desk, form._view.line.number).line.due == due


def test_a_loan_of_an_earlier_day_is_measured_from_that_day(window, ask):
    form = ask(L, State.TO_SEND, Action.SHIP)
    today = window.link.today()
    form.form.due.set_day(today - timedelta(days=3))
    assert form.form.due.field.edit.property("wrong")
    form.form.on.set_day(today - timedelta(days=30))
    assert not form.form.due.field.edit.property("wrong")


def test_the_due_date_promised_is_the_one_that_is_kept(window, ask, qtbot):
    form = ask(L, State.TO_SEND, Action.SHIP)
    desk, number = window.link.desk, form._view.line.number
    on = window.link.today() - timedelta(days=9)
    form.form.due.set_day(None)
    form.form.on.set_day(on)
    wanted = duedates.for_loan(desk, number, on)
    qtbot.waitUntil(lambda: form.form.due.usual == wanted, timeout=30_000)
    assert formats.day(window.link.words, on) in form.form.due.sum.text()
    assert formats.day(window.link.words, wanted.day) in form.said.text()
    _do(qtbot, form)
    assert requests.show(desk, number).line.due == wanted.day


@pytest.mark.parametrize("action", [Action.ACCEPT_CONDITIONS, Action.REFUSE_CONDITIONS])
def test_what_they_ask_is_shown_where_it_is_decided(window, ask, qtbot, action):
    view = _one(window.link.desk, B, State.CONDITIONS)
    window.acting.act(view, action)
    form = _dialog(qtbot, "ActionDialog")
    shown = " ".join(one.text() for one in form.findChildren(QLabel) if one.isVisibleTo(form))
    words = window.link.words
    assert labels.coded(words, view.condition) in shown
    assert formats.money(words, view.cost) in shown
    assert form.said.text().startswith(view.line.partner.name)
    assert requests.show(window.link.desk, view.line.number).line.state is State.CONDITIONS
    _do(qtbot, form)
    assert requests.show(window.link.desk, view.line.number).line.state is not State.CONDITIONS


def test_a_request_that_was_refused_goes_to_another_library_first(window, qtbot):
    desk = window.link.desk
    partners.add(desk, partners.NewPartner("By telephone", ("ISIL:ID-TEL",)))
    asked = requests.NewRequest(Service.LOAN, Citation(title="X"), suppliers=("ISIL:ID-TEL",))
    number = requests.new(desk, asked)
    acts.do(desk, number, Action.SEND)
    given = {"answer": "unfilled", "reason": "NotOnShelf"}
    acts.do(desk, number, Action.RECORD_ANSWER, given)
    window.going.find_in_all(number)
    detail = window.detail
    qtbot.waitUntil(
        lambda: detail.view is not None and detail.view.line.number == number, timeout=30_000
    )
    assert detail.primary.text() == "Send to next library"
    assert detail.reason.text.text() == "Why: They cannot supply: Not on shelf"
    detail.primary.click()
    qtbot.waitUntil(lambda: window.findChild(ActionDialog) is not None, timeout=30_000)
    dialog = window.findChild(ActionDialog)
    library = dialog.findChild(CodeField, "supplier")
    library.choose("ISIL:ID-TEL")
    told = [one.text() for one in dialog.findChildren(QLabel)]
    assert "By telephone was asked for this already: cannot supply: Not on shelf." in told
    assert dialog.act.isEnabled()


def test_a_due_date_that_is_past_is_asked_back_once_before_it_is_told(ask, window, qtbot) -> None:
    form = ask(L, State.TO_SEND, Action.SHIP)
    number = form._view.line.number
    past = window.link.today() - timedelta(days=6)
    form._fields[Key.DUE].field.edit.setText(past.isoformat())
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.wrong.text() == "This day is past. If it is meant, press again."
    qtbot.waitUntil(lambda: not window.tasks.busy)
    assert requests.show(window.link.desk, number).line.state is State.TO_SEND
    _do(qtbot, form)
    view = requests.show(window.link.desk, number)
    assert (view.line.state, view.line.due) == (State.SENT_OUT, past)


@pytest.fixture
def receive(window, qtbot):
    """Open the form for a loan of which nobody said when it is due."""
    desk = window.link.desk
    made = form_for(window.link, _one(desk, B, State.SENT), Action.RECEIVED, partners.listed(desk))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.isActiveWindow() and not window.tasks.busy)
    return made


def test_a_loan_is_received_without_a_due_date_only_by_a_second_press(receive, window, qtbot):
    number = receive._view.line.number
    qtbot.keyClick(receive.focusWidget(), Qt.Key.Key_Return)
    said = "No due date is known: it will never be overdue. Press again to receive it without."
    assert receive.wrong.text() == said
    assert receive.focusWidget() is receive.form.due.edit
    qtbot.waitUntil(lambda: not window.tasks.busy)
    assert requests.show(window.link.desk, number).line.state is State.SENT
    _do(qtbot, receive)
    view = requests.show(window.link.desk, number)
    assert (view.line.state, view.line.due) == (State.HERE, None)


def test_what_is_scanned_is_the_barcode_also_where_no_due_date_is_known(receive):
    scan(receive, "20301224")
    assert receive.form.item.text() == "20301224"
    assert receive.form.due.text() == ""
    assert receive.isVisible()


@pytest.mark.parametrize("action", [Action.WILL_SUPPLY, Action.FETCHED])
def test_the_form_says_what_is_to_be_copied_and_where_it_stands(window, qtbot, action):
    desk = window.link.desk
    lent = requests.page(desk, ListQuery(side=L, limit=0)).lines
    number = next(line.number for line in lent if line.service is Service.COPY)
    requests.edit(
        desk,
        number,
        {
            "component-title": "Silang layan",
            "component-author": "Sari W.",
            "title": "Jurnal Perpustakaan",
            "author": "",
            "volume": "4",
            "issue": "2",
            "year": "2019",
            "pages": "3-17",
        },
    )
    form = form_for(window.link, requests.show(desk, number), action, partners.listed(desk))
    qtbot.addWidget(form)
    told = "\n".join(one.text() for one in form.findChildren(QLabel))
    assert "Silang layan · Sari W." in told
    assert "Jurnal Perpustakaan · Year 2019 · Volume 4 · Issue 2 · Pages 3-17" in told


def test_a_loan_that_came_as_a_copy_needs_no_due_date(receive, window, qtbot):
    receive.form.reason.choose("came-as-copy")
    _do(qtbot, receive)
    assert requests.show(window.link.desk, receive._view.line.number).line.state is State.DONE
