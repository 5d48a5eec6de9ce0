"""Ending the program, or leaving the desk, while messages wait to leave."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from ill_desktop.domain.errors import Damaged
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts, ledger, parting, partners, requests
from ill_desktop.services.desk import NewDesk, make_desk
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.locking import only_one
from ill_desktop.store.mailbook import LedgerQuery
from ill_desktop.store.rows import ChannelRow, MessageRow
from tests.ui.test_other_desk import _opened

LATER = "Quit, send at the next start"
LATER_HERE = "Leave it, send when it is opened again"


def _send(desk, n=1):
    """So many requests whose messages are held back; the partners they go to."""
    drafts = [
        one.number
        for one in requests.page(desk, ListQuery(queue=Queue.DRAFTS)).lines
        if Action.SEND in requests.show(desk, one.number).actions
    ][:n]
    assert len(drafts) == n
    return [acts.do(desk, number, Action.SEND).line.partner for number in drafts]


def _outbox(desk, partner):
    return Path(next(one.outbox for one in partners.listed(desk) if one.name == partner.name))


def _box(window):
    return next((b for b in window.findChildren(QMessageBox) if b.isVisible()), None)


def _asked(window, qtbot):
    """The question, once it is put."""
    qtbot.waitUntil(lambda: _box(window) is not None, timeout=30_000)
    return _box(window)


def _press(window, qtbot, label):
    box = _asked(window, qtbot)
    next(one for one in box.buttons() if one.text().replace("&", "") == label).click()


def _gone(window, qtbot):
    """The window goes, and nobody is asked before."""
    asked = []

    def looked():
        asked.append(_box(window))
        return not window.isVisible()

    qtbot.waitUntil(looked, timeout=30_000)
    assert not any(asked)


def _once_more(seat, window, qtbot):
    """Another start of the program, while the desk is as it was left."""
    window.close()
    _press(window, qtbot, LATER)
    _gone(window, qtbot)
    return seat(again=True).window


def test_nobody_is_asked_when_nothing_waits(window, qtbot):
    window.actions_by_name["quit"].trigger()
    _gone(window, qtbot)


def test_the_desk_is_asked_what_waits_apart_from_the_window(window, qtbot, monkeypatch):
    asked, real = [], parting.held_back

    def held_back(desk):
        asked.append(threading.current_thread() is threading.main_thread())
        return real(desk)

    monkeypatch.setattr(parting, "held_back", held_back)
    window.close()
    _gone(window, qtbot)
    assert asked == [False]


def test_a_desk_that_does_not_answer_keeps_nobody(window, qtbot, monkeypatch):
    answer = threading.Event()
    monkeypatch.setattr(parting, "held_back", lambda _: answer.wait(30) and frozenset({1}))
    window.parting._answer.setInterval(50)
    window.parting._answer.timeout.connect(answer.set)  # the end of the desk waits for it
    window.close()
    assert window.isVisible()
    _gone(window, qtbot)


def test_who_quits_is_asked_once_about_what_waits_and_can_stay(window, qtbot):
    _send(window.link.desk, 2)
    window.actions_by_name["quit"].trigger()
    window.close()
    box = _asked(window, qtbot)
    window.close()
    boxes = [b for b in window.findChildren(QMessageBox) if b.isVisible()]
    assert [one.text() for one in boxes] == ["2 messages have not left yet."]
    assert box.defaultButton().text() == "Send now and quit"
    assert box.escapeButton().text() == "Stay"
    box.reject()
    assert window.isVisible()
    assert ledger.next_to_leave(window.link.desk) is not None


def test_what_waits_can_leave_at_the_next_start(window, qtbot):
    desk = window.link.desk
    _send(desk)
    window.close()
    assert _asked(window, qtbot).text() == "1 message has not left yet."
    _press(window, qtbot, LATER)
    _gone(window, qtbot)
    assert window.link.desk is None


def test_what_was_put_off_once_is_not_asked_about_again(seat, window, qtbot):
    _send(window.link.desk)
    again = _once_more(seat, window, qtbot)
    _send(again.link.desk)
    again.close()
    assert _asked(again, qtbot).text() == "1 message has not left yet."
    _box(again).reject()
    desk = again.link.desk
    with desk.database.work() as session:
        newest = session.get(MessageRow, max(parting.held_back(desk)))
        newest.state = "written"
    again.close()
    _gone(again, qtbot)


def test_what_left_meanwhile_is_put_off_no_longer(window, qtbot):
    window.state.put_off = frozenset({900_001})
    window.close()
    _gone(window, qtbot)
    assert window.state.put_off == frozenset()


def test_what_waits_leaves_before_the_window_goes(window, qtbot):
    desk = window.link.desk
    (to,) = _send(desk)
    outbox = _outbox(desk, to)
    before = set(outbox.glob("*.xml"))
    window.close()
    _press(window, qtbot, "Send now and quit")
    _gone(window, qtbot)
    assert len(set(outbox.glob("*.xml")) - before) == 1


def test_what_was_just_sent_again_is_asked_about(window, qtbot):
    desk = window.link.desk
    sent = ledger.messages(desk, LedgerQuery(direction="out", limit=0)).messages
    again = ("request", "supplyingAgencyMessage")
    first = next(one for one in sent if one.kind in again and one.state in ("written", "confirmed"))
    assert ledger.resend(desk, first.id).line.state == "due"
    window.close()
    assert _asked(window, qtbot).text() == "1 message has not left yet."


@pytest.mark.log_expected
def test_what_cannot_leave_keeps_the_window_and_is_told(window, qtbot):
    desk = window.link.desk
    (to,) = _send(desk)
    outbox = _outbox(desk, to)
    away = outbox.with_name("away")
    outbox.rename(away)
    window.close()
    _press(window, qtbot, "Send now and quit")
    bar = window.notices._bar
    qtbot.waitUntil(lambda: "could not be sent now" in bar.text(), timeout=30_000)
    assert bar.text().startswith("1 message has not left yet.")
    assert window.isVisible()
    window.close()  # whose folder is away is asked about until it is put off
    assert _asked(window, qtbot).text() == "1 message has not left yet."
    _box(window).reject()
    assert bar._offer.text() == LATER
    bar._offer.click()
    _gone(window, qtbot)
    away.rename(outbox)


def test_what_takes_long_keeps_the_window_and_is_told(window, qtbot):
    desk = window.link.desk
    _send(desk)
    window.parting._late.setInterval(300)
    with only_one(desk.folder.post_lock):  # another program is at it
        window.close()
        _press(window, qtbot, "Send now and quit")
        bar = window.notices._bar
        qtbot.waitUntil(lambda: "takes longer" in bar.text(), timeout=30_000)
    qtbot.waitUntil(lambda: ledger.next_to_leave(desk) is None, timeout=30_000)
    qtbot.wait(50)
    assert window.isVisible()


def test_who_closes_again_while_messages_leave_is_told_and_may_go(window, qtbot):
    desk = window.link.desk
    _send(desk)
    with only_one(desk.folder.post_lock):  # another program is at it
        window.close()
        _press(window, qtbot, "Send now and quit")
        window.close()
        bar = window.notices._bar
        assert bar.text() == "What waits is being sent; then the window closes."
        assert bar.isVisible()
        assert bar._offer.text() == LATER
        bar._offer.click()
        _gone(window, qtbot)


def test_what_was_written_while_others_left_is_asked_about(window, qtbot):
    desk = window.link.desk
    _send(desk)
    with only_one(desk.folder.post_lock):
        window.close()
        _press(window, qtbot, "Send now and quit")
        (first,) = parting.held_back(desk)
        with desk.database.work() as session:
            session.get(MessageRow, first).state = "written"
        _send(desk)
        window.exchanging.rested.emit()
        assert _asked(window, qtbot).text() == "1 message has not left yet."
        assert window.isVisible()
        _press(window, qtbot, LATER)
        _gone(window, qtbot)


def test_a_form_that_is_open_when_all_has_left_keeps_the_window_and_is_told(window, qtbot):
    _send(window.link.desk)
    window.close()
    _press(window, qtbot, "Send now and quit")
    form = QDialog(window)
    form.open()
    bar = window.notices._bar
    qtbot.waitUntil(lambda: "What waited has left." in bar.text(), timeout=30_000)
    form.reject()
    assert window.isVisible()
    assert bar._offer.text() == "Quit"
    bar._offer.click()
    _gone(window, qtbot)


@pytest.mark.parametrize("when", ["nobody is asked", "somebody is asked", "messages leave"])
def test_the_end_of_the_session_is_kept_from_nobody(window, qtbot, qapp, when):
    desk = window.link.desk
    _send(desk)
    with only_one(desk.folder.post_lock):
        if when != "nobody is asked":
            window.close()
            _asked(window, qtbot)
        if when == "messages leave":
            _press(window, qtbot, "Send now and quit")
        kept = QTimer(window, singleShot=True, interval=20_000)
        kept.timeout.connect(lambda: qapp.exit(3))
        kept.start()
        QTimer.singleShot(50, qapp.quit)
        code = qapp.exec()
        kept.stop()
    QCoreApplication.removePostedEvents(qapp, QEvent.Type.Quit.value)  # of the last window
    assert code == 0
    assert not window.isVisible()
    assert window.link.desk is None
    assert not desk.folder.open_mark.exists()


def test_a_mail_that_a_person_sends_and_a_confirmation_keep_nobody(window, qtbot):
    desk = window.link.desk
    _send(desk)
    (held,) = parting.held_back(desk)
    with desk.database.work() as session:
        row = session.get(MessageRow, held)
        kind, row.kind = row.kind, "requestConfirmation"
    assert not parting.held_back(desk)
    with desk.database.work() as session:
        row = session.get(MessageRow, held)
        row.kind = kind
        session.get(ChannelRow, row.channel_id).kind = "mail"
    assert not parting.held_back(desk)
    window.close()
    _gone(window, qtbot)


def test_from_a_damaged_desk_nothing_can_leave_and_nobody_is_asked(window, qtbot):
    desk = window.link.desk
    _send(desk)
    desk.database.condemn(Damaged(str(desk.folder.database), "page 7"))
    window.close()
    _gone(window, qtbot)


@pytest.fixture
def other(tmp_path):
    place = tmp_path / "another" / "desk"
    make_desk(place, NewDesk("Kota", "ISIL:ID-KOTA", test=True)).close()
    return place


def test_who_goes_to_another_desk_is_asked_before(shell, window, qtbot, other, desk_place):
    _send(window.link.desk)
    shell.go_to(other)
    box = _asked(window, qtbot)
    assert box.text() == "1 message has not left yet."
    assert box.defaultButton().text() == "Send now, then leave this desk"
    box.reject()
    qtbot.wait(50)
    assert shell.window is window
    assert shell.link.desk.folder.root == desk_place
    shell.go_to(other)
    _press(window, qtbot, LATER_HERE)
    _opened(shell, qtbot, other)


def test_what_waits_leaves_before_another_desk_is_opened(shell, window, qtbot, other):
    desk = window.link.desk
    (to,) = _send(desk)
    outbox = _outbox(desk, to)
    before = set(outbox.glob("*.xml"))
    shell.go_to(other)
    _press(window, qtbot, "Send now, then leave this desk")
    _opened(shell, qtbot, other)
    assert len(set(outbox.glob("*.xml")) - before) == 1


def test_who_leaves_the_sample_for_a_desk_of_their_own_is_asked_before(shell, window, qtbot):
    _send(window.link.desk)
    shell.sample_bar._offer.click()
    assert _asked(window, qtbot).text() == "1 message has not left yet."
    shown = QApplication.topLevelWidgets()
    assert not any(one.objectName() == "FirstStart" and one.isVisible() for one in shown)
    _box(window).reject()
    assert shell.window is window
