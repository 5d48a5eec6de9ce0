"""A mail that lies ready: opened when somebody asks, and said to be sent."""

import os
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.lifecycle.states import Action, Service
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts, ledger, partners, post, requests
from ill_desktop.services.line_views import Page
from ill_desktop.services.post import mailbox
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from ill_desktop.ui.elsewhere import Elsewhere
from ill_desktop.ui.mailing import MailReady, in_vain
from ill_desktop.ui.partner_dialog import PartnerDialog
from ill_desktop.ui.places import Place
from ill_desktop.ui.request_form import RequestForm
from ill_desktop.ui.sidebar import COUNT
from tests.services.post.test_by_mail import with_a_scan
from tests.ui.test_pages import _page


def test_a_draft_is_opened_on_request_and_marked_as_sent(window, qtbot, monkeypatch) -> None:
    desk = window.link.desk
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url.path()))
    partners.add(desk, partners.NewPartner("Mail", ("ISIL:ID-M",), mail="ill@m.test"))
    asked = requests.NewRequest(Service.LOAN, Citation(title="X"), suppliers=("ISIL:ID-M",))
    number = requests.new(desk, asked)
    acts.do(desk, number, Action.SEND, {})
    assert post.run(desk, now=True).drafts == 1
    (line,) = ledger.messages(desk, LedgerQuery(find=number)).messages
    page = _page(window, qtbot, Place.EXCHANGE)
    qtbot.waitUntil(lambda: bool(page.model.rows), timeout=30_000)
    row = next(n for n, one in enumerate(page.model.rows) if one.id == line.id)
    page.table.selectRow(row)
    pane = page.pane
    qtbot.waitUntil(lambda: pane.open_mail.isVisible() and bool(pane.text.raw.toPlainText()))
    assert not pane.resend.isVisible()
    assert opened == []
    pane.open_mail.click()
    qtbot.waitUntil(lambda: bool(opened))
    assert Path(opened[0]).suffix == ".eml"
    pane.sent.click()
    qtbot.waitUntil(lambda: not ledger.message(desk, line.id).line.is_draft, timeout=30_000)


def test_a_saved_mail_with_a_message_is_taken_when_it_is_dropped(window, qtbot, tmp_path) -> None:
    desk = window.link.desk
    partners.add(desk, partners.NewPartner("Mail", ("ISIL:ID-M",), mail="ill@m.test"))
    block = (
        "=== ILL 1 ===\nRequesting library: ISIL:ID-M\n"
        f"Supplying library: {desk.library.symbol}\n"
        "Request number: 77\nTitle: Bumi manusia\n=== ILL ===\n"
    )
    path = tmp_path / "asked.eml"
    path.write_text(f"From: ill@m.test\n\n{block}", "utf-8")
    before = ledger.waiting(desk)
    window.taking.take_files([path])
    qtbot.waitUntil(lambda: ledger.waiting(desk) == before + 1, timeout=30_000)


def test_a_request_in_a_mail_from_nobody_known_fills_the_form(window, qtbot, tmp_path) -> None:
    desk = window.link.desk
    block = (
        "=== ILL 1 ===\nRequesting library: ISIL:ID-NOBODY\n"
        f"Supplying library: {desk.library.symbol}\n"
        "Request number: 77\nService: loan\nTitle: Bumi manusia\nAuthor: Toer\n"
        "Needed by: 2026-12-01\nNote: Edisi apa saja\n=== ILL ===\n"
    )
    path = tmp_path / "asked.eml"
    path.write_bytes(with_a_scan(f"From: x@nowhere.test\n\n{block}".encode()))
    mailbox.take_file(desk, path)
    line = ledger.messages(desk, LedgerQuery(direction="in", limit=1)).messages[0]
    page = _page(window, qtbot, Place.EXCHANGE)
    qtbot.waitUntil(lambda: any(one.id == line.id for one in page.model.rows), timeout=30_000)
    page.table.selectRow(next(n for n, one in enumerate(page.model.rows) if one.id == line.id))
    qtbot.waitUntil(page.pane.take_down.isVisible, timeout=30_000)
    beside = "came with it: scan.pdf (1 kB)"
    qtbot.waitUntil(lambda: beside in page.pane.delivery.text(), timeout=30_000)
    page.pane.take_down.click()
    qtbot.waitUntil(lambda: window.findChild(RequestForm) is not None, timeout=30_000)
    form = window.findChild(RequestForm)
    assert form.form.title.text() == "Bumi manusia"
    assert (form.form.author.text(), form.form.their_id.text()) == ("Toer", "77")
    assert form.form.needed_by.day() == date(2026, 12, 1)
    assert form.form.note.text() == "Edisi apa saja"
    form.form.partner.choose(partners.listed(desk)[0].symbol)
    form.form.send.click()
    qtbot.waitUntil(lambda: ledger.message(desk, line.id).line.state == "set-aside", timeout=30_000)
    number = ledger.message(desk, line.id).line.request
    assert requests.show(desk, number).citation.title == "Bumi manusia"


def test_a_mail_that_perhaps_left_can_be_made_a_draft(window, qtbot) -> None:
    desk = window.link.desk
    partners.add(desk, partners.NewPartner("Mail", ("ISIL:ID-M",), mail="ill@m.test"))
    asked = requests.NewRequest(Service.LOAN, Citation(title="X"), suppliers=("ISIL:ID-M",))
    acts.do(desk, requests.new(desk, asked), Action.SEND, {})
    with desk.database.work() as session:  # as a server that always breaks off leaves it
        session.connection().exec_driver_sql(
            "UPDATE message SET state = 'unanswered', reason = 'perhaps-sent'"
            " WHERE id = (SELECT max(id) FROM message)"
        )
    page = _page(window, qtbot, Place.EXCHANGE)
    qtbot.waitUntil(lambda: bool(page.model.rows), timeout=30_000)
    page.table.selectRow(0)
    pane = page.pane
    qtbot.waitUntil(lambda: "Perhaps sent" in pane.reason.text(), timeout=30_000)
    assert pane.resend.isVisible()
    desk.folder.drafts.parent.mkdir(exist_ok=True)
    desk.folder.drafts.write_text("in the way")
    pane.draft.click()
    qtbot.waitUntil(lambda: any("not be written" in s for s in window.notices.said), timeout=30_000)
    assert not any("is ready to be" in said for said in window.notices.said)
    desk.folder.drafts.unlink()
    qtbot.waitUntil(lambda: page.model.rows[0].state == "failed", timeout=30_000)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: "perhaps" not in pane.reason.text().casefold(), timeout=30_000)
    pane.draft.click()
    qtbot.waitUntil(
        lambda: any(one.is_draft for one in ledger.messages(desk, LedgerQuery()).messages),
        timeout=30_000,
    )
    qtbot.waitUntil(lambda: "is ready to be" in window.notices.said[-1], timeout=30_000)


def test_a_mail_that_lies_ready_is_not_called_sent_and_is_seen_where_one_works(
    window, qtbot
) -> None:
    desk = window.link.desk
    partners.add(desk, partners.NewPartner("Mail", ("ISIL:ID-M",), mail="ill@m.test"))
    asked = requests.NewRequest(Service.LOAN, Citation(title="X"), suppliers=("ISIL:ID-M",))
    number = requests.new(desk, asked)
    acts.do(desk, number, Action.SEND, {})
    window.exchanging.run(told=True, held=True)
    qtbot.waitUntil(lambda: "1 mail to be sent" in window.status.exchange.text(), timeout=30_000)
    laid = "Mails ready for you to send: 1."
    qtbot.waitUntil(lambda: any(laid in said for said in window.notices.said), timeout=30_000)
    window.going.find_in_all(number)
    detail = window.detail
    qtbot.waitUntil(
        lambda: detail.view is not None and detail.view.line.number == number, timeout=30_000
    )
    qtbot.waitUntil(detail.mail.isVisible, timeout=30_000)
    assert detail.mail.text.text().startswith("A mail to Mail is ready: Request: new.")
    shown = detail.messages.model.rows[0]
    assert shown.standing == "mail-draft"
    assert ledger.message(desk, shown.id).label == "Mail to be sent"
    assert _said_of_two(window, shown) == [
        "2 mails to Mail are ready and have not been sent. First: Request: new.",
        "2 mails are ready and have not been sent. First, to Mail: Request: new.",
        "2 messages to Mail wait to leave. The first does at 09:30.",
        "2 messages wait to leave. The first does at 09:30.",
    ]
    window.status.exchange.click()
    page = window.going.page(Place.EXCHANGE)
    qtbot.waitUntil(lambda: bool(page.model.rows), timeout=30_000)
    window.going.find_in_all(number)
    detail.mail.mark.click()
    qtbot.waitUntil(detail.mail.isHidden, timeout=30_000)
    qtbot.waitUntil(lambda: "to be sent" not in window.status.exchange.text(), timeout=30_000)


def test_a_mail_for_a_library_that_has_said_no_is_offered_to_be_dropped(window, qtbot) -> None:
    desk, detail = window.link.desk, window.detail
    for name, symbol in (("Mail", "ISIL:ID-M"), ("Post", "ISIL:ID-P")):
        partners.add(desk, partners.NewPartner(name, (symbol,), mail="ill@m.test"))
    suppliers = ("ISIL:ID-M", "ISIL:ID-P")
    number = requests.new(
        desk, requests.NewRequest(Service.LOAN, Citation(title="X"), suppliers=suppliers)
    )
    acts.do(desk, number, Action.SEND, {})
    post.run(desk, now=True)
    (line,) = requests.show(desk, number).messages
    assert in_vain(requests.show(desk, number)) == ()
    draft = ledger.draft(desk, line.id)
    acts.do(desk, number, Action.RECORD_ANSWER, {"answer": "unfilled"})
    window.going.go_to(number)
    qtbot.waitUntil(detail.mail.drop.isVisible, timeout=30_000)
    assert detail.mail.text.text().endswith("They have said no: it need not be sent.")
    window.acting.act(detail.view, Action.SEND_NEXT)
    toast = window.notices._toast
    qtbot.waitUntil(lambda: toast._also.text() == "Drop mail to Mail", timeout=30_000)
    toast._also.click()
    qtbot.waitUntil(lambda: not draft.exists(), timeout=30_000)
    qtbot.waitUntil(detail.mail.drop.isHidden, timeout=30_000)
    assert ledger.message(desk, line.id).line.state == "withdrawn"


def _said_of_two(window, line):
    """With a second message to the same library and to another: lying ready, then held."""
    one, said = MailReady(window.link), []
    desk, view = window.link.desk, window.detail.view
    morning = datetime.combine(desk.today(), time(9, 30), ZoneInfo(desk.library.zone))
    waits = replace(line, state="held", leaves_at=morning)
    for message in (line, waits):
        for partner in ("Mail", "Library C"):
            one.show_request(replace(view, messages=(replace(message, partner=partner), message)))
            said.append(one.text.text())
    return said


def test_what_the_foot_of_the_window_counts_is_one_click_away(window, qtbot, tmp_path) -> None:
    desk = window.link.desk
    block = (
        "=== ILL 1 ===\nRequesting library: ISIL:ID-NOBODY\n"
        f"Supplying library: {desk.library.symbol}\nRequest number: 77\nTitle: X\n=== ILL ===\n"
    )
    path = tmp_path / "asked.eml"
    path.write_text(f"From: x@nowhere.test\n\n{block}", "utf-8")
    mailbox.take_file(desk, path)
    waiting, counts = ledger.waiting(desk), requests.counts(desk)
    assert waiting == 1
    rows = window.sidebar._rows
    both = waiting + counts[Queue.ATTENTION]
    qtbot.waitUntil(lambda: rows[Queue.ATTENTION].data(COUNT) == both, timeout=30_000)
    window.sidebar.show_beside(0)
    assert rows[Queue.ATTENTION].data(COUNT) == counts[Queue.ATTENTION]
    window.sidebar.choose(Queue.ATTENTION)
    line = window.list.findChild(Elsewhere)
    qtbot.waitUntil(line.isVisible, timeout=30_000)
    window.list.show_page("", ListQuery(queue=Queue.ATTENTION), Page((), 0, ""))
    assert not line.isVisible()
    listing = window.list.listing
    assert listing.nothing.text() == "1 message needs attention in the exchange."
    assert listing.instead.text() == "Show messages"
    line.count(0)
    qtbot.waitUntil(lambda: listing.currentIndex() == 0, timeout=30_000)
    line.count(1)
    line.button.click()
    page = window.going.page(Place.EXCHANGE)
    qtbot.waitUntil(lambda: len(page.model.rows) == waiting, timeout=30_000)
    assert page.kind.code() == "attention"
    assert page.table.currentIndex().row() == 0
    window.sidebar.choose(Queue.HERE)
    page.kind.choose("")
    window.status.exchange.click()
    qtbot.waitUntil(lambda: page.kind.code() == "attention", timeout=30_000)


@pytest.mark.parametrize("by", ["click", "Enter"])
def test_the_exchange_opened_where_its_count_stands_shows_what_was_counted(
    window, qtbot, tmp_path, by
) -> None:
    path = tmp_path / "asked.eml"
    asked = "=== ILL 1 ===\nRequesting library: ISIL:ID-NOBODY\nSupplying library: {}\n"
    asked += "Request number: 77\nTitle: X\n=== ILL ===\n"
    path.write_text(
        f"From: x@nowhere.test\n\n{asked.format(window.link.desk.library.symbol)}", "utf-8"
    )
    mailbox.take_file(window.link.desk, path)
    sidebar, row = window.sidebar, window.sidebar._rows[Place.EXCHANGE]
    qtbot.waitUntil(lambda: row.data(COUNT) == 1, timeout=30_000)
    page = window.going.page(Place.EXCHANGE)
    page.kind.choose("aside")
    page.search.setText("not there")
    sidebar.choose(Queue.HERE if by == "click" else Place.EXCHANGE)
    sidebar.scrollToItem(row)
    if by == "click":
        at = sidebar.visualItemRect(row).center()
        qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=at)
    else:
        qtbot.keyClick(sidebar, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.model.rows) == 1 and not window.tasks.busy, timeout=30_000)
    assert page.kind.code() == "attention"
    assert page.isVisible()


def test_a_library_that_nobody_knows_is_added_beside_its_message(window, qtbot, tmp_path) -> None:
    desk = window.link.desk
    known = next(one for one in partners.listed(desk) if one.inbox)
    text = STRANGER.format(ours=desk.library.symbol.partition(":")[2])
    path = Path(known.inbox) / "stranger.xml"
    path.write_text(text, "utf-8")
    os.utime(path, (0, 0))
    post.run(desk)
    line = ledger.messages(desk, LedgerQuery(state="attention", limit=1)).messages[0]
    assert line.reason == "unknown-sender"
    page = _page(window, qtbot, Place.EXCHANGE)
    qtbot.waitUntil(lambda: any(one.id == line.id for one in page.model.rows), timeout=30_000)
    page.table.selectRow(next(n for n, one in enumerate(page.model.rows) if one.id == line.id))
    qtbot.waitUntil(page.pane.add.isVisible, timeout=30_000)
    page.pane.add.click()
    qtbot.waitUntil(lambda: window.findChild(PartnerDialog) is not None, timeout=30_000)
    card = window.findChild(PartnerDialog)
    assert card.form.symbols.text() == "ISIL:ID-STRANGE"
    assert (card.form.inbox.text(), card.form.outbox.text()) == (known.inbox, known.outbox)
    assert f"came by way of {known.name}" in card.form.by_hand.text()
    card.form.name.setText("Perpustakaan Asing")
    card.form.save.click()
    qtbot.waitUntil(
        lambda: ledger.message(desk, line.id).line.partner == "Perpustakaan Asing", timeout=30_000
    )
    taken = ledger.message(desk, line.id)
    assert taken.line.state == "applied"
    page.pane._was_judged(taken)
    number = taken.line.request
    told = f"Accepted for {number}: Request: new, from Perpustakaan Asing."
    assert window.notices.said[-1] == told


STRANGER = """<?xml version="1.0" encoding="UTF-8"?>
<ISO18626Message xmlns="http://illtransactions.org/2013/iso18626" version="1.2"><request><header>
<supplyingAgencyId><agencyIdType>ISIL</agencyIdType><agencyIdValue>{ours}</agencyIdValue>
</supplyingAgencyId>
<requestingAgencyId><agencyIdType>ISIL</agencyIdType><agencyIdValue>ID-STRANGE</agencyIdValue>
</requestingAgencyId>
<timestamp>2026-11-01T00:00:00Z</timestamp>
<requestingAgencyRequestId>S-1</requestingAgencyRequestId></header>
<bibliographicInfo><title>Bumi manusia</title></bibliographicInfo>
<serviceInfo><requestType>New</requestType><serviceType>Loan</serviceType></serviceInfo>
</request></ISO18626Message>"""


def test_what_waits_leaves_by_one_entry_of_the_menu(window, qtbot) -> None:
    desk = window.link.desk
    known = next(one for one in partners.listed(desk) if one.outbox)
    asked = requests.NewRequest(Service.LOAN, Citation(title="X"), suppliers=(known.symbol,))
    acts.do(desk, requests.new(desk, asked), Action.SEND, {})
    entry = window.actions_by_name["send_now"]
    n = ledger.outgoing(desk)
    qtbot.waitUntil(lambda: entry.text().endswith(f"({n})"), timeout=30_000)
    entry.trigger()
    qtbot.waitUntil(lambda: ledger.outgoing(desk) == 0, timeout=30_000)
    qtbot.waitUntil(lambda: "(" not in entry.text(), timeout=30_000)
    entry.trigger()
    told = "No message waits to leave."
    qtbot.waitUntil(lambda: told in window.notices.said, timeout=30_000)
