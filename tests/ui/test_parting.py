"""Ending the program while messages wait to leave."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts, ledger, parting, partners, requests
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.locking import only_one
from ill_desktop.store.rows import ChannelRow, MessageRow


def _send(desk, n=1):
    """So many requests whose messages are held back; the partners they go to."""
    drafts = [
        one.number
        for one in requests.page(desk, ListQuery(queue=Queue.DRAFTS)).lines
        if Action.SEND in requests.show(desk, one.number).actions
    ][:n]
    assert len(drafts) == n
    return [acts.do(desk, number, Action.SEND).line.partner for number in drafts]


def _box(window):
    return next((b for b in window.findChildren(QMessageBox) if b.isVisible()), None)


def _press(window, label):
    box = _box(window)
    next(one for one in box.buttons() if one.text().replace("&", "") == label).click()


def test_nobody_is_asked_when_nothing_waits(window):
    window.actions_by_name["quit"].trigger()
    assert not window.isVisible()
    assert _box(window) is None


def test_who_quits_is_asked_once_about_what_waits_and_can_stay(window):
    _send(window.link.desk, 2)
    window.actions_by_name["quit"].trigger()
    window.close()
    boxes = [b for b in window.findChildren(QMessageBox) if b.isVisible()]
    assert [one.text() for one in boxes] == ["2 messages have not left yet."]
    box = boxes[0]
    assert box.defaultButton().text() == "Send now and quit"
    assert box.escapeButton().text() == "Stay"
    box.reject()
    assert window.isVisible()
    assert ledger.next_to_leave(window.link.desk) is not None


def test_what_waits_can_leave_at_the_next_start(window, qtbot):
    desk = window.link.desk
    _send(desk)
    window.close()
    assert _box(window).text() == "1 message has not left yet."
    _press(window, "Quit, send at the next start")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)
    assert window.link.desk is None


def test_what_waits_leaves_before_the_window_goes(window, qtbot):
    desk = window.link.desk
    (to,) = _send(desk)
    outbox = Path(next(one.outbox for one in partners.listed(desk) if one.name == to.name))
    before = set(outbox.glob("*.xml"))
    window.close()
    _press(window, "Send now and quit")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)
    assert len(set(outbox.glob("*.xml")) - before) == 1


@pytest.mark.log_expected
def test_what_cannot_leave_keeps_the_window_and_is_told(window, qtbot):
    desk = window.link.desk
    (to,) = _send(desk)
    outbox = Path(next(one.outbox for one in partners.listed(desk) if one.name == to.name))
    away = outbox.with_name("away")
    outbox.rename(away)
    window.close()
    _press(window, "Send now and quit")
    bar = window.notices._bar
    qtbot.waitUntil(lambda: "could not be sent now" in bar.text(), timeout=30_000)
    assert bar.text().startswith("1 message has not left yet.")
    assert window.isVisible()
    away.rename(outbox)
    window.close()  # what failed is tried again in every round, and held back no longer
    assert not window.isVisible()


def test_what_takes_long_keeps_the_window_and_is_told(window, qtbot):
    desk = window.link.desk
    _send(desk)
    window.parting._late.setInterval(300)
    with only_one(desk.folder.post_lock):  # another program is at it
        window.close()
        _press(window, "Send now and quit")
        bar = window.notices._bar
        qtbot.waitUntil(lambda: "takes longer" in bar.text(), timeout=30_000)
    qtbot.waitUntil(lambda: ledger.next_to_leave(desk) is None, timeout=30_000)
    qtbot.wait(50)
    assert window.isVisible()


def test_a_mail_that_a_person_sends_and_a_confirmation_keep_nobody(window):
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
    assert not window.isVisible()
