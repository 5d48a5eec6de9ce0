"""The window on a real desk: what is shown, what is done, and what is taken back."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from ill_desktop.domain.lifecycle.states import Action, Flag, State
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts, requests
from ill_desktop.services.desk import open_desk
from ill_desktop.services.post import attention
from ill_desktop.services.requests import NewRequest
from ill_desktop.store.rows import MessageRow, RequestRow
from ill_desktop.ui.colours import Theme
from ill_desktop.ui.models.table import ROW
from ill_desktop.ui.shortcuts import commands
from ill_desktop.ui.sidebar import COUNT, Place

RIS = "TY  - JOUR\nTI  - Rice and rain\nJO  - Agronomy\nPY  - 2020\nER  - \n"


def _count(window, queue):
    return window.sidebar._rows[queue.value].data(COUNT)


def _dialog(qtbot, kind):
    def found():
        return next(
            (w for w in QApplication.topLevelWidgets()
             if w.isVisible() and type(w).__name__ == kind), None)  # fmt: skip

    qtbot.waitUntil(lambda: found() is not None, timeout=30_000)
    return found()


def _numbers(window):
    return [line.number for line in window.list.model.rows]


@pytest.mark.ux("UX-04")
def test_the_sidebar_counts_what_the_desk_holds(window):
    counts = requests.counts(window.link.desk)
    assert {queue: _count(window, queue) for queue in Queue} == dict(counts)


@pytest.mark.parametrize("queue", [Queue.WAITING, Queue.NEW, Queue.OVERDUE, Queue.ATTENTION])
def test_a_queue_shows_its_requests(window, qtbot, queue):
    window.sidebar.choose(queue)
    expected = requests.page(window.link.desk, window.list.query_of(queue))
    wanted = [line.number for line in expected.lines]
    qtbot.waitUntil(lambda: _numbers(window) == wanted, timeout=30_000)
    qtbot.waitUntil(lambda: window.detail.view.line.number == wanted[0], timeout=30_000)


def test_the_buttons_are_those_the_life_cycle_allows(window):
    view = window.detail.view
    names = [a.text() for a in window.detail.more.menu().actions() if not a.isSeparator()]
    assert len(names) == len([a for a in view.actions if a is not view.line.primary_action])
    assert window.detail.primary.text() == "Mark received"


@pytest.mark.ux("UX-04")
def test_an_act_moves_the_request_and_both_counts(window, qtbot):
    number = window.detail.view.line.number
    before = _count(window, Queue.TO_RECEIVE), _count(window, Queue.HERE)
    window.detail.primary.click()
    _dialog(qtbot, "ReceiveForm").act.click()
    after = (before[0] - 1, before[1] + 1)
    qtbot.waitUntil(
        lambda: (_count(window, Queue.TO_RECEIVE), _count(window, Queue.HERE)) == after,
        timeout=30_000,
    )
    qtbot.waitUntil(lambda: any(number in text for text in window.notices.said), timeout=30_000)
    qtbot.waitUntil(lambda: number not in _numbers(window), timeout=30_000)


def test_undo_takes_the_last_act_back(window, qtbot):
    number = window.detail.view.line.number
    before = requests.counts(window.link.desk)
    window.detail.primary.click()
    _dialog(qtbot, "ReceiveForm").act.click()
    qtbot.waitUntil(lambda: bool(window.notices.said), timeout=30_000)
    undo = window.actions_by_name["undo"]
    assert "Undo tells them so in a note." in window.notices.said[-1]
    assert undo.text().startswith("&Undo: ")
    assert undo.statusTip() == "Once it has left, Undo tells them so in a note."
    undo.trigger()
    qtbot.waitUntil(lambda: "as it was" in window.notices.said[-1], timeout=30_000)
    assert (undo.text(), undo.statusTip()) == ("&Undo the last act", "")
    view = requests.show(window.link.desk, number)
    assert view.line.state is State.ON_ITS_WAY
    assert requests.counts(window.link.desk) == before
    undo.trigger()
    qtbot.waitUntil(lambda: window.notices.said[-1] == "There is nothing to undo.")
    assert requests.show(window.link.desk, number).events == view.events


def test_undo_goes_back_step_by_step_and_names_each(window, qtbot):
    window.sidebar.choose(Queue.HERE)
    qtbot.waitUntil(
        lambda: window.detail.view is not None and window.detail.view.line.patron == "U1002",
        timeout=30_000,
    )
    view = window.detail.view
    undo = window.actions_by_name["undo"]
    named = []
    for action in (Action.HANDED_OUT, Action.PATRON_RETURNED):
        window.acting.act(view, action)
        qtbot.waitUntil(lambda: undo.text() not in (*named, "&Undo the last act"), timeout=30_000)
        named.append(undo.text())
    for name in (*reversed(named),):
        assert undo.text() == name
        told = len(window.notices.said)
        undo.trigger()
        qtbot.waitUntil(lambda told=told: len(window.notices.said) > told, timeout=30_000)
    assert undo.text() == "&Undo the last act"
    desk = window.link.desk
    assert requests.show(desk, view.line.number).events[4:] == view.events


def test_a_double_click_hands_out_and_does_not_take_back(window, qtbot):
    window.sidebar.choose(Queue.HERE)
    detail, desk = window.detail, window.link.desk
    qtbot.waitUntil(
        lambda: detail.view is not None and detail.view.in_front is Action.HANDED_OUT,
        timeout=30_000,
    )
    number = detail.view.line.number
    qtbot.waitUntil(lambda: not detail.unhurried.deaf, timeout=30_000)
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(detail.primary, left)
    qtbot.mouseDClick(detail.primary, left)
    qtbot.waitUntil(lambda: detail.view.in_front is not Action.HANDED_OUT, timeout=30_000)
    qtbot.mouseClick(detail.primary, left)
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    assert requests.show(desk, number).events[0].kind == Action.HANDED_OUT
    assert detail.unhurried.deaf
    then = detail.view.in_front
    qtbot.waitUntil(lambda: not detail.unhurried.deaf, timeout=30_000)
    qtbot.mouseClick(detail.primary, left)
    qtbot.waitUntil(lambda: requests.show(desk, number).events[0].kind == then, timeout=30_000)


def _stands_on(window, qtbot, number):
    def stands():
        view = window.detail.view
        return window.list.numbers() == (number,) and view and view.line.number == number

    qtbot.waitUntil(stands, timeout=30_000)


def _receive(window, qtbot):
    """Mark the request shown as received; its number."""
    number, told = window.detail.view.line.number, len(window.notices.said)
    window.detail.primary.click()
    _dialog(qtbot, "ReceiveForm").act.click()
    qtbot.waitUntil(lambda: len(window.notices.said) > told, timeout=30_000)
    qtbot.waitUntil(lambda: number not in _numbers(window), timeout=30_000)
    shown = window.list.numbers()
    qtbot.waitUntil(lambda: not shown or window.detail.view.line.number == shown[0], timeout=30_000)
    return number


def test_undo_takes_back_what_it_named_and_shows_what_comes_next_where_it_could_not(window, qtbot):
    first, second = (_receive(window, qtbot) for _ in range(2))
    desk, undo = window.link.desk, window.actions_by_name["undo"]
    later = acts.do(desk, second, Action.NOTIFY)
    assert undo.text().endswith(f", {second}")
    undo.trigger()
    said = f"More has been done to {second} since. Look at it; nothing was undone."
    qtbot.waitUntil(lambda: window.notices.said[-1] == said, timeout=30_000)
    assert requests.show(desk, second).events == later.events
    before = requests.show(desk, first).events
    undo.trigger()
    assert f"Next comes: Mark received, {first}." in window.notices.said[-1]
    _stands_on(window, qtbot, first)
    assert requests.show(desk, first).events == before
    undo.trigger()
    qtbot.waitUntil(lambda: f"{first} is as it was" in window.notices.said[-1], timeout=30_000)
    assert requests.show(desk, first).line.state is State.ON_ITS_WAY
    _stands_on(window, qtbot, first)


def test_undo_after_a_change_takes_that_change_back_and_nothing_else(window, qtbot):
    first = _receive(window, qtbot)
    desk, undo = window.link.desk, window.actions_by_name["undo"]
    received, before = requests.show(desk, first), window.detail.view
    number = before.line.number
    _edit(window, qtbot, "call the reader")
    assert requests.show(desk, number).note == "call the reader"
    assert undo.text().replace("&", "") == f"Undo: Edit, {number}"
    assert window.notices._toast._offer.text() == "Undo"
    undo.trigger()
    said = f"{number} is as it was: {before.line.label}. To do it again, choose “Edit”."
    qtbot.waitUntil(lambda: window.notices.said[-1] == said, timeout=30_000)
    assert requests.show(desk, number).note == before.note
    assert requests.show(desk, first).events == received.events
    assert undo.text().endswith(f", {first}")


def test_a_form_closed_with_nothing_changed_is_nothing_to_undo(window, qtbot):
    undo = window.actions_by_name["undo"]
    before = window.detail.view
    _edit(window, qtbot, before.note)
    assert requests.show(window.link.desk, before.line.number).events == before.events
    assert window.notices._toast._offer.isHidden()
    assert undo.text() == "&Undo the last act"


def _edit(window, qtbot, note):
    """Write a note into the form of the request shown, and save that."""
    number, told = window.detail.view.line.number, len(window.notices.said)
    window.act(Action.EDIT)
    form = _dialog(qtbot, "RequestForm")
    form.form.note.setPlainText(note)
    form.form.send.click()
    qtbot.waitUntil(lambda: len(window.notices.said) > told, timeout=30_000)
    assert window.notices.said[-1] == f"{number} is saved."


def test_undo_takes_an_answer_back_with_its_slip_and_stands_on_that_request(
    window, qtbot, monkeypatch, tmp_path
):
    desk = window.link.desk
    window.sidebar.choose(Queue.NEW)
    qtbot.waitUntil(lambda: window.list.has(window.detail.view.line.number), timeout=30_000)
    qtbot.waitUntil(lambda: len(_numbers(window)) > 2, timeout=30_000)
    number = _numbers(window)[-1]
    window.list.select(number)
    qtbot.waitUntil(lambda: window.detail.view.line.number == number, timeout=30_000)
    window.act(Action.WILL_SUPPLY)
    form = _dialog(qtbot, "AnswerForm")
    form.act.click()
    qtbot.waitUntil(lambda: form._view.line.number != number, timeout=30_000)
    form.reject()
    path = tmp_path / "slip.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), "PDF (*.pdf)"))
    papers = _dialog(qtbot, "PrintDialog")
    qtbot.waitUntil(papers.form.save.isEnabled, timeout=30_000)
    papers.form.save.click()
    qtbot.waitUntil(
        lambda: requests.show(desk, number).events[0].kind == Action.PRINT_SLIP, timeout=30_000
    )
    qtbot.waitUntil(lambda: number not in _numbers(window), timeout=30_000)
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: f"{number} is as it was" in window.notices.said[-1])
    _stands_on(window, qtbot, number)
    assert window.going.here == Queue.NEW
    assert window.detail.view.in_front is Action.WILL_SUPPLY


def test_find_as_you_type_finds_in_all_requests(window, qtbot):
    window.actions_by_name["find_all"].trigger()
    qtbot.keyClicks(window.list.search, "havelaar")
    qtbot.waitUntil(
        lambda: (
            window.list.model.rows
            and all("Havelaar" in line.title for line in window.list.model.rows)
        ),
        timeout=30_000,
    )


@pytest.mark.ux("UX-24")
def test_finding_nothing_offers_to_look_everywhere(window, qtbot):
    window.list.search.setText("havelaar nowhere")
    page = window.list
    qtbot.waitUntil(lambda: page.listing.instead.isVisibleTo(page), timeout=30_000)
    assert page.listing.nothing.text() == "Nothing found for “havelaar nowhere”."
    window.sidebar.choose(Queue.DRAFTS)
    qtbot.waitUntil(lambda: window.list.query.queue is Queue.DRAFTS and not window.list.waiting)
    window.list.search.setText("havelaar")
    qtbot.waitUntil(lambda: page.listing.nothing.text() == "Nothing found for “havelaar”.")
    assert page.listing.instead.text() == "Find in all requests"
    page.listing.instead.click()
    qtbot.waitUntil(lambda: page.query.queue is None and bool(page.model.rows), timeout=30_000)
    assert all("Havelaar" in line.title for line in page.model.rows)


def test_what_another_program_wrote_is_noticed(window, qtbot, desk_place):
    before = _count(window, Queue.TO_RECEIVE)
    number = window.detail.view.line.number
    other = open_desk(desk_place)
    acts.do(other, number, Action.RECEIVED)
    other.close()
    qtbot.waitUntil(lambda: _count(window, Queue.TO_RECEIVE) == before - 1, timeout=30_000)


def test_a_long_list_is_read_page_by_page(window, qtbot):
    desk = window.link.desk
    from ill_desktop.domain.citation import Citation
    from ill_desktop.domain.lifecycle.states import Service

    for n in range(80):
        requests.new(desk, NewRequest(Service.LOAN, Citation(title=f"Volume {n}")))
    window.sidebar.choose(Queue.DRAFTS)
    qtbot.waitUntil(lambda: window.list.model.total == 82, timeout=30_000)
    qtbot.waitUntil(lambda: len(window.list.model.rows) == 60, timeout=30_000)
    window.list.table.verticalScrollBar().setValue(100_000)
    qtbot.waitUntil(lambda: len(window.list.model.rows) == 82, timeout=30_000)


def test_a_dropped_file_fills_the_form_of_a_request(window, qtbot, tmp_path):
    (tmp_path / "one.ris").write_text(RIS)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "one.ris"))])
    window.taking.take(data)
    form = _dialog(qtbot, "RequestForm").form
    assert form.component_title.text() == "Rice and rain"
    assert form.service.code() == "copy"


def test_pasted_text_with_two_records_lets_one_choose(window, qtbot):
    QApplication.clipboard().setText(RIS + RIS.replace("Rice", "Corn"))
    window.actions_by_name["paste"].trigger()
    choose = _dialog(qtbot, "ChooseRecord")
    choose.table.selectRow(1)
    choose.use.click()
    assert _dialog(qtbot, "RequestForm").form.component_title.text() == "Corn and rain"


def test_what_is_no_citation_is_refused_in_a_sentence(window, qtbot):
    data = QMimeData()
    data.setText("good morning")
    window.taking.take(data)
    qtbot.waitUntil(lambda: bool(window.notices.said), timeout=30_000)
    assert "MARC" in window.notices.said[-1]
    assert window.bar.isVisible()


def test_no_label_of_the_window_reads_markup(window, qtbot):
    for key in (Place.PARTNERS, Place.EXCHANGE, Place.FIGURES, Queue.HERE):
        window.sidebar.choose(key)
    own = [label for label in window.findChildren(QLabel) if label.text()]
    assert [label.text() for label in own if label.textFormat().name == "RichText"] == []
    assert [label.text() for label in own if label.textFormat().name == "AutoText"] == []


@pytest.mark.ux("UX-41")
def test_the_window_needs_no_more_than_a_small_screen(window):
    hint = window.minimumSizeHint()
    assert hint.width() <= 1366
    assert hint.height() <= 768


def _choose_entry(window, text):
    """An entry of the menus, wherever it stands."""
    next(one for one in commands(window) if one.text == text).run()


@pytest.mark.ux("UX-34")
def test_another_theme_makes_the_window_anew(shell, qtbot):
    old = shell.window
    _choose_entry(old, "Dark")
    qtbot.waitUntil(lambda: shell.window is not old, timeout=30_000)
    qtbot.waitUntil(lambda: shell.link.desk is not None, timeout=30_000)
    assert shell.app.palette().window().color().lightness() < 64
    shell.window.appearance.choose_theme(Theme.LIGHT.value)


def _by_menu(window, qtbot):
    _choose_entry(window, "Bahasa Indonesia")


def _by_settings(window, qtbot):
    _choose_entry(window, "Settings…")
    form = _dialog(qtbot, "LibraryDialog").form
    assert form.window_language.currentText() == "English"
    form.window_language.setCurrentText("Bahasa Indonesia")
    form.save.click()


@pytest.mark.ux("UX-40")
@pytest.mark.parametrize("way", [_by_menu, _by_settings])
def test_another_language_makes_the_window_anew(shell, qtbot, way):
    old = shell.window
    way(old, qtbot)
    qtbot.waitUntil(lambda: shell.window is not old, timeout=30_000)
    qtbot.waitUntil(lambda: shell.link.desk is not None, timeout=30_000)
    assert shell.window.sidebar.title_of(Place.PARTNERS) == "Mitra"
    assert shell.window.actions_by_name["new"].iconText() == "Permintaan baru"


def test_requests_that_need_attention_show_why(window, qtbot):
    window.sidebar.choose(Queue.ATTENTION)
    qtbot.waitUntil(
        lambda: window.detail.view is not None and Flag.ATTENTION in window.detail.view.line.flags,
        timeout=30_000,
    )
    shown = [fact for group in window.detail.facts._shown for fact in group.facts]
    assert any(name == "Marks" and "Needs attention" in value for name, value in shown)


def test_the_details_say_who_the_reader_is_and_how_to_reach_them(window, qtbot):
    window.sidebar.choose(Queue.HERE)
    qtbot.waitUntil(lambda: window.list.query.queue is Queue.HERE, timeout=30_000)
    qtbot.waitUntil(
        lambda: window.detail.view is not None and window.detail.view.line.patron == "U1002"
    )
    shown = dict(fact for group in window.detail.facts._shown for fact in group.facts)
    assert shown["Reader"] == "Suharto (U1002)\nsuharto@example.org"


def test_a_request_says_why_it_wants_to_be_looked_at(window, qtbot):
    window.sidebar.choose(Queue.ATTENTION)
    qtbot.waitUntil(lambda: window.list.query.queue is Queue.ATTENTION, timeout=30_000)
    qtbot.waitUntil(lambda: window.list.current() is not None and window.list.current().why != "")
    number = window.list.current().number
    qtbot.waitUntil(
        lambda: window.detail.view is not None and window.detail.view.line.number == number
    )
    reason = window.detail.reason
    assert reason.isVisibleTo(window.detail)
    assert window.detail.view.why.text in reason.text.text()
    reason.seen.click()
    qtbot.waitUntil(lambda: number not in _numbers(window), timeout=30_000)


def test_a_message_that_was_refused_is_told_with_the_reason_and_read(window, qtbot):
    desk = window.link.desk
    with desk.database.work() as session:
        row = session.query(MessageRow).filter_by(direction="out", kind="request").first()
        row.state, row.reason = "refused", "refused-by-partner"
        row.reason_value = "UnrecognisedDataValue: serviceType Scan"
        attention.wanted(desk, session, row.request_id, row.reason)
        message, number = row.id, session.get(RequestRow, row.request_id).number
    window.going.go_to(number)
    reason = window.detail.reason
    qtbot.waitUntil(lambda: reason.isVisibleTo(window.detail), timeout=30_000)
    told = "our message was refused: their system does not know a value in it (“serviceType Scan”)"
    assert told in reason.text.text()
    reason.read.click()
    page = window.going.page(Place.EXCHANGE)

    def chosen():
        return page.table.currentIndex().data(ROW)

    qtbot.waitUntil(lambda: chosen() is not None and chosen().id == message, timeout=30_000)
    assert {line.request for line in page.model.rows} == {number}


def test_a_press_below_the_last_row_keeps_the_row_and_what_is_shown_of_it(window, qtbot):
    window.sidebar.choose(Queue.DRAFTS)
    table = window.list.table
    qtbot.waitUntil(lambda: bool(window.list.numbers()), timeout=30_000)
    numbers = window.list.numbers()
    table.setFocus()
    below = QPoint(20, table.viewport().height() - 4)
    assert not table.indexAt(below).isValid()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert window.list.numbers() == numbers


def test_what_is_said_of_a_page_goes_when_another_is_shown(window, qtbot):
    window.notices.bar_here("No program opens mails here.", "look")
    assert window.bar.isVisible()
    window.sidebar.choose(Place.PARTNERS)
    assert not window.bar.isVisible()
    window.notices.bar("The disk is full.", "late")
    window.sidebar.choose(Queue.DRAFTS)
    assert window.bar.isVisible()
