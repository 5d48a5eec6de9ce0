"""The exchange in the line at the foot: what it says when a partner's folder is away."""

import os
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox
from sqlalchemy import event

from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.domain.queues import Queue
from ill_desktop.services import accounts, acts, ledger, partners, requests
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.locking import only_one
from ill_desktop.store.mailbook import LedgerQuery
from ill_desktop.ui.exchange_asks import Standing
from ill_desktop.ui.places import Place
from tests.ui.test_arrivals import arrive


@pytest.fixture
def unplug(window):
    """Takes away the inboxes of so many partners, and brings them back."""
    away = []

    def take(n):
        found = [one for one in partners.listed(window.link.desk) if one.inbox][:n]
        for one in found:
            inbox = Path(one.inbox)
            inbox.rename(inbox.with_name("unplugged"))
            away.append(inbox)
        return found

    def plug():
        while away:
            inbox = away.pop()
            inbox.with_name("unplugged").rename(inbox)

    take.back = plug
    yield take
    plug()


def _says(window, qtbot, what):
    qtbot.waitUntil(lambda: what in window.status.exchange.text(), timeout=30_000)


@pytest.mark.ux("UX-31")
def test_a_folder_that_is_away_is_told_in_amber_until_it_is_back(window, qtbot, unplug):
    status = window.status.exchange
    partner = unplug(1)[0]
    window.exchanging.run()
    _says(window, qtbot, f"the folder of {partner.name} cannot be reached")
    assert status.property("alert") is True
    assert not status.icon().isNull()
    assert partner.name in status.toolTip()
    assert not any(one.isVisible() for one in window.findChildren(QDialog))
    unplug.back()
    window.exchanging.run()
    qtbot.waitUntil(lambda: "reached" not in status.text(), timeout=30_000)
    assert status.property("alert") is False
    assert status.icon().isNull()


def test_several_folders_are_counted_and_named_in_the_tip(window, qtbot, unplug):
    away = unplug(2)
    window.exchanging.run()
    _says(window, qtbot, "the folders of 2 partners cannot be reached")
    assert all(one.name in window.status.exchange.toolTip() for one in away)


def test_a_file_kept_shut_for_long_is_told_once_until_it_is_read(window, qtbot, monkeypatch):
    desk, status = window.link.desk, window.status.exchange
    partner = next(one for one in partners.listed(desk) if one.inbox)
    path = Path(partner.inbox) / "shut.xml"
    path.write_bytes(b"<ISO18626/>")
    really = Path.open

    def locked(self, *given, **more):
        if self == path:
            raise PermissionError(13, "The process cannot access the file", None, 32)
        return really(self, *given, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", locked)
        desk.set_setting("locked-files", {str(path): "2026-01-01T00:00:00+00:00"})
        said = len(window.notices.said)
        window.exchanging.run()
        _says(window, qtbot, f"a file from {partner.name} cannot be opened yet")
        assert status.property("alert") is True
        assert len(window.notices.said) == said
    path.unlink()
    window.exchanging.run()
    qtbot.waitUntil(lambda: "cannot be opened" not in status.text(), timeout=30_000)


@pytest.mark.log_expected
def test_a_file_our_own_code_fails_at_is_not_said_to_be_shut(window, qtbot):
    desk, status = window.link.desk, window.status.exchange
    partner = next(one for one in partners.listed(desk) if one.inbox)
    path = Path(partner.inbox) / "odd.xml"
    path.write_bytes(b"<odd/>")

    def breaks(_connection, _cursor, statement, *_given):
        if statement.startswith("INSERT INTO message "):
            raise ZeroDivisionError

    desk.set_setting("locked-files", {str(path): "2026-01-01T00:00:00+00:00"})
    event.listen(desk.database.engine, "before_cursor_execute", breaks)
    window.exchanging.run()
    _says(window, qtbot, f"a message from {partner.name} could not be taken in; the program’s log")
    assert "cannot be opened" not in status.text()
    assert status.property("alert") is True
    assert partner.name in status.toolTip()
    event.remove(desk.database.engine, "before_cursor_execute", breaks)
    path.unlink()
    window.exchanging.run()
    qtbot.waitUntil(lambda: "taken in" not in status.text(), timeout=30_000)


@pytest.mark.ux("UX-31")
def test_a_press_on_it_opens_the_exchange(window, qtbot):
    qtbot.mouseClick(window.status.exchange, Qt.MouseButton.LeftButton)
    assert window.going.here == Place.EXCHANGE


@pytest.mark.ux("UX-31")
def test_the_line_says_when_it_was_what_waits_and_what_failed(window, hands, qtbot):
    desk, status = window.link.desk, window.status.exchange
    window.exchanging.run()
    qtbot.waitUntil(lambda: re.fullmatch(r"Exchange \d\d:\d\d", status.text()) is not None)
    drafts = requests.page(desk, ListQuery(queue=Queue.DRAFTS)).lines
    number = next(
        one.number for one in drafts if Action.SEND in requests.show(desk, one.number).actions
    )
    acts.do(desk, number, Action.SEND)
    window.exchanging.run()
    leaving = window.status.leaving
    qtbot.waitUntil(lambda: leaving.text().startswith("1 to leave"), timeout=30_000)
    qtbot.mouseClick(leaving, Qt.MouseButton.LeftButton)
    page = window.going.pages[Place.EXCHANGE]
    qtbot.waitUntil(lambda: [one.request for one in page.model.rows] == [number], timeout=30_000)
    qtbot.waitUntil(page.pane.leave.isVisible, timeout=30_000)
    inbox = Path(next(one for one in partners.listed(desk) if one.inbox).inbox)
    (inbox / "broken.xml").write_bytes(b"<ISO18626Message>")
    os.utime(inbox / "broken.xml", (1_700_000_000, 1_700_000_000))
    window.exchanging.run()
    _says(window, qtbot, "1")
    qtbot.waitUntil(lambda: status.property("alert") is True, timeout=30_000)
    assert leaving.isVisible()
    assert re.search(r"\b1 .*attention", status.text())
    hands.press("Ctrl+E")
    assert window.going.here == Place.EXCHANGE


@pytest.mark.log_expected
def test_a_round_that_nobody_foresaw_to_fail_is_not_the_last(shell, qtbot):
    window, desk = shell.window, shell.link.desk
    clock = desk.clock
    desk.clock = None
    try:
        for _ in range(2):
            window.exchanging.run()
            qtbot.waitUntil(lambda: not window.exchanging._running, timeout=30_000)
    finally:
        desk.clock = clock
    boxes = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert boxes == [shell.problem]
    assert shell.problem.details.count("Traceback") == 1
    shell.problem.reject()
    toasts = []
    window.exchanging._notices.toast = lambda text, *_: toasts.append(text)
    window.exchanging.now()
    qtbot.waitUntil(lambda: any("Messages read" in text for text in toasts), timeout=30_000)


def test_what_is_wished_while_a_round_is_under_way_gets_a_round_of_its_own(window, qtbot):
    desk = window.link.desk
    drafts = requests.page(desk, ListQuery(queue=Queue.DRAFTS)).lines
    number = next(
        one.number for one in drafts if Action.SEND in requests.show(desk, one.number).actions
    )
    acts.do(desk, number, Action.SEND)
    toasts = []
    window.exchanging._notices.toast = lambda text, *_: toasts.append(text)
    window.exchanging.run()
    window.exchanging.run(told=True, held=True)
    qtbot.waitUntil(lambda: ledger.next_to_leave(desk) is None, timeout=30_000)
    qtbot.waitUntil(lambda: any("sent: 1" in text for text in toasts), timeout=30_000)


def test_a_confirmation_alone_is_not_called_a_message_sent(window, qtbot):
    arrive(window, 1, bad=0)
    toasts = []
    window.exchanging._notices.toast = lambda text, *_: toasts.append(text)
    window.exchanging.now()
    qtbot.waitUntil(lambda: any("Messages read" in text for text in toasts), timeout=30_000)
    assert toasts == ["Messages read: 1, sent: 0."]
    confirmation = ledger.messages(window.link.desk, LedgerQuery(direction="out", limit=1))
    assert confirmation.messages[0].kind == "requestConfirmation"
    assert confirmation.messages[0].state == "written"


def test_what_is_held_back_says_until_when_and_can_leave_now(window, qtbot, qapp):
    desk = window.link.desk
    drafts = requests.page(desk, ListQuery(queue=Queue.DRAFTS)).lines
    number = next(
        one.number for one in drafts if Action.SEND in requests.show(desk, one.number).actions
    )
    acts.do(desk, number, Action.SEND)
    told = []
    window.exchanging._notices.toast = lambda text, offer=None: told.append((text, offer))
    window.exchanging.now()
    qtbot.waitUntil(lambda: any("wait until" in text for text, _ in told), timeout=30_000)
    offer = next(offer for one, offer in told if "wait until" in one)
    leaves = window.link.soon(ledger.next_to_leave(desk))  # after midnight, with its day
    window.sidebar.choose(Queue.WAITING)
    qtbot.waitUntil(lambda: bool(window.list.model.row_of(number) + 1), timeout=30_000)
    window.list.select(number)
    qtbot.waitUntil(window.detail.mail.leave.isVisible, timeout=30_000)
    assert window.detail.mail.text.text().endswith(f"It leaves at {leaves}.")
    assert not window.detail.mail.open.isVisible()
    assert not window.detail.primary.isVisible()  # nobody asks how it stands before they know
    assert f"1 to leave at {leaves}" in window.status.leaving.text()
    assert offer.label == "Send now"
    window.sidebar.choose(Place.FIGURES)
    offer.act()
    box = next(w for w in qapp.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible())
    assert "Undo cannot take it back" in box.text()
    next(one for one in box.buttons() if one.text() == "Send now").click()
    qtbot.waitUntil(lambda: ledger.next_to_leave(desk) is None, timeout=30_000)
    window.exchanging.timer.stop()  # the page of before says it by itself, not a later round
    qtbot.waitUntil(window.detail.mail.isHidden, timeout=30_000)
    assert window.detail.primary.text() == "Ask for status"


def test_the_line_says_when_what_waits_leaves(window):
    now, desk = window.link.desk.clock.now(), window.link.desk

    def said(out, minutes):
        leaves = now + timedelta(minutes=minutes)
        return window.exchanging._to_leave(Standing(0, out, 0, now, leaves))

    later = window.link.moment(now + timedelta(days=2))
    assert said(2, 2880) == f"2 to leave from {later} on"
    assert said(3, 0) == "3 to leave now"
    window.exchanging._absent = (desk.library.name,)
    assert said(3, 0) == "3 to leave"


def _sent(desk):
    """A request whose message is held back."""
    drafts = requests.page(desk, ListQuery(queue=Queue.DRAFTS)).lines
    number = next(
        one.number for one in drafts if Action.SEND in requests.show(desk, one.number).actions
    )
    acts.do(desk, number, Action.SEND)


def test_what_a_person_wishes_is_done_beside_a_long_round_of_another_program(
    window, qtbot, desk_place
):
    desk, inbox = window.link.desk, arrive(window, 1000)
    _sent(desk)
    toasts = []
    window.exchanging._notices.toast = lambda text, *_: toasts.append(text)
    line = [sys.executable, "-m", "ill_desktop.cli", "--desk", str(desk_place), "post", "--watch"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        try:
            qtbot.waitUntil(lambda: len(list(inbox.iterdir())) < 1000, timeout=60_000)
            window.exchanging.run(told=True, held=True)
            qtbot.waitUntil(lambda: ledger.next_to_leave(desk) is None, timeout=60_000)
            assert list(inbox.iterdir())
            assert program.poll() is None
            qtbot.waitUntil(lambda: any("Messages read" in one for one in toasts), timeout=60_000)
        finally:
            program.terminate()
            program.communicate(timeout=60)


def test_a_wish_that_has_to_wait_long_says_so_until_its_turn_comes(window, qtbot):
    desk, bar = window.link.desk, window.notices._bar
    toasts = []
    window.exchanging._notices.toast = lambda text, *_: toasts.append(text)
    with only_one(desk.folder.post_lock):
        window.exchanging.run()  # what nobody asked for is left to the other without a word
        qtbot.waitUntil(lambda: not window.exchanging._running, timeout=30_000)
        window.exchanging.now()
        qtbot.waitUntil(bar.isVisible, timeout=30_000)
        said = bar.text()
        assert said.startswith("Another program is exchanging messages at this desk.")
        assert window.notices.said.count(said) == 1
        assert not toasts
    qtbot.waitUntil(lambda: any("Messages read" in one for one in toasts), timeout=30_000)
    assert not bar.isVisible()
    assert window.notices.said.count(said) == 1


def test_a_wish_for_mails_waits_for_its_turn_too(window, qtbot):
    desk, bar = window.link.desk, window.notices._bar
    toasts = []
    window.exchanging._notices.toast = lambda text, *_: toasts.append(text)
    server = accounts.Account(sender="a@example.org", server="127.0.0.1", port=1)
    accounts.save(desk, server, "secret")
    with only_one(desk.folder.mail_lock):
        window.exchanging.now()
        qtbot.waitUntil(bar.isVisible, timeout=30_000)
        assert bar.text().startswith("Another program is exchanging messages at this desk.")
        assert not any("Mails read" in one for one in toasts)
    qtbot.waitUntil(lambda: any("Mails read" in one for one in toasts), timeout=30_000)
    assert not bar.isVisible()
