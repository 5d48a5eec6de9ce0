"""Which request a message is about: chosen from the list or typed, and seen before it is done."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ill_desktop.domain.codes import ErrorType, MessageStatus, Reason, Status
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.lifecycle.states import Side, State
from ill_desktop.domain.message import (
    AgencyId,
    Confirmation,
    ConfirmationHeader,
    ErrorData,
    Header,
    MessageInfo,
    MessageKind,
    StatusInfo,
    SupplyingAgencyMessage,
)
from ill_desktop.formats import iso18626
from ill_desktop.services import ledger, partners, post, requests, statements
from ill_desktop.services.line_views import RequestLine
from ill_desktop.services.post.matching import foreseen
from ill_desktop.services.views import MessageLine
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from ill_desktop.ui import foresight
from ill_desktop.ui.match_dialog import MatchDialog
from ill_desktop.ui.places import Place
from ill_desktop.words import formats


def test_what_is_wrong_with_the_number_is_told_until_a_request_is_chosen(window, qtbot):
    desk = window.link.desk
    heard = ledger.messages(desk, LedgerQuery(direction="in", limit=0)).messages
    line = next(one for one in heard if statements.with_sender_of(desk, one.id))
    dialog = MatchDialog(window.link, line, window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.model.rows), timeout=30_000)
    dialog.match.click()
    assert dialog.wrong.text() == "Choose a request or type its number."
    assert dialog.number.property("wrong")
    for typed in ("", "99000000"):
        dialog.number.setText(typed)
        qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
        qtbot.waitUntil(dialog.wrong.isVisible, timeout=30_000)
        dialog.table.clearSelection()
        dialog.table.setCurrentIndex(dialog.model.index(0, 0))
        assert dialog.number.text() == dialog.model.rows[0].number
        assert not dialog.wrong.isVisible()
        assert not dialog.number.property("wrong")
        dialog.table.setCurrentIndex(dialog.model.index(-1, -1))


def sent(window) -> list[RequestLine]:
    """What libraries were asked for and have not answered yet, through folders."""
    desk = window.link.desk
    reached = {one.symbol for one in partners.listed(desk) if one.inbox}
    asked = requests.page(desk, ListQuery(side=Side.BORROWING, state=State.SENT)).lines
    return [one for one in asked if one.partner and one.partner.symbol in reached]


def says_loaned(window, about: RequestLine, number: str, theirs: str | None = None) -> None:
    """The library asked sends it out for four weeks, under these numbers, ours and theirs."""
    desk = window.link.desk
    symbol, now = about.partner.symbol, desk.clock.now().replace(microsecond=0)
    inbox = next(one.inbox for one in partners.listed(desk) if one.symbol == symbol)
    header = Header(
        supplying_agency_id=AgencyId.of(Symbol.parse(symbol)),
        requesting_agency_id=AgencyId.of(Symbol.parse(desk.library.symbol)),
        timestamp=now,
        requesting_agency_request_id=number,
        supplying_agency_request_id=theirs,
    )
    due = now + timedelta(days=28)
    status = StatusInfo(Status.LOANED, last_change=now, due_date=due)
    loaned = SupplyingAgencyMessage(header, MessageInfo(Reason.STATUS_CHANGE), status)
    (Path(inbox) / f"{number}.xml").write_bytes(iso18626.write(loaned))
    post.run(desk)


def an_orphan(window, about: RequestLine, number: str = "R-77") -> MessageLine:
    """A loan under a number that we never gave."""
    says_loaned(window, about, number)
    query = LedgerQuery(states=("attention",))
    waiting = ledger.messages(window.link.desk, query).messages
    return next(one for one in waiting if one.file == f"{number}.xml")


@pytest.fixture
def waiting(window) -> MessageLine:
    """A message that names none of our requests."""
    return an_orphan(window, sent(window)[0])


def opened(window, waiting: MessageLine, qtbot) -> MatchDialog:
    """The dialog about a message, opened from the list as staff open it."""
    window.sidebar.choose(Place.EXCHANGE)
    page = window.going.pages[Place.EXCHANGE]
    page.show_kind("attention")
    qtbot.waitUntil(lambda: waiting.id in [one.id for one in page.model.rows], timeout=30_000)
    page.table.selectRow([one.id for one in page.model.rows].index(waiting.id))
    qtbot.waitUntil(page.pane.match.isVisible, timeout=30_000)
    page.pane.match.setFocus()
    page.pane.match.click()
    found = window.findChild(MatchDialog)
    qtbot.waitUntil(lambda: bool(found.model.rows), timeout=30_000)
    return found


@pytest.fixture
def dialog(window, waiting, qtbot) -> MatchDialog:
    """The dialog over the exchange page, opened as staff open it."""
    return opened(window, waiting, qtbot)


def test_what_a_message_does_to_the_request_is_told_before_it_is_done(
    window, dialog, waiting, qtbot
):
    ours = sent(window)[0]
    desk = window.link.desk
    before = requests.show(desk, ours.number)
    dialog.number.setText(ours.number)
    qtbot.waitUntil(lambda: bool(dialog.headline.text()), timeout=30_000)
    assert (
        dialog.headline.text()
        == f"{ours.number} becomes “On its way to us”; it was “{ours.label}”."
    )
    due = formats.day(window.link.words, (desk.clock.now() + timedelta(days=28)).date())
    assert f"Due date: {due}" in dialog.changes.text().splitlines()
    assert "Leaves at once: " in dialog.changes.text()
    assert dialog.later.text() == (
        "Undo cannot take this back: the message stays with this request. Was it about another "
        "one? Record there by hand what it says, and set this one right with "
        "“Record their answer”."
    )
    assert requests.show(desk, ours.number) == before
    dialog.number.setText("")
    assert (dialog.headline.text(), dialog.later.text()) == ("", "")


def test_nothing_is_matched_before_it_was_told_what_that_does(window, dialog, waiting, qtbot):
    ours = sent(window)[0].number
    desk = window.link.desk
    dialog.number.setText(ours)
    qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.headline.text()), timeout=30_000)
    assert requests.show(desk, ours).line.state is State.SENT
    qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: requests.show(desk, ours).line.state is State.ON_ITS_WAY)


def test_only_what_the_message_can_be_about_is_offered(window, dialog, waiting):
    desk, numbers = window.link.desk, {one.number for one in dialog.model.rows}
    assert {requests.show(desk, one).line.side for one in numbers} == {Side.BORROWING}
    partner = next(one for one in partners.listed(desk) if one.name == waiting.partner)
    lent = requests.page(desk, ListQuery(side=Side.LENDING, limit=0)).lines
    assert any(one.partner and one.partner.symbol == partner.symbol for one in lent)


def test_what_is_typed_narrows_the_list_and_enter_takes_the_only_one_left(
    window, dialog, waiting, qtbot
):
    desk, everything = window.link.desk, [one.number for one in dialog.model.rows]
    ours = sent(window)[0].number
    assert len(everything) > 1
    qtbot.keyClicks(dialog.number, ours[-4:])
    assert [one.number for one in dialog.model.rows] == [ours]
    qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.headline.text()), timeout=30_000)
    assert dialog.number.text() == ours
    assert requests.show(desk, ours).line.state is State.SENT
    dialog.number.setText("99000000")  # none of these: it may be another one
    assert [one.number for one in dialog.model.rows] == everything
    dialog.number.setText(requests.show(desk, ours).line.title.split()[-1].upper())
    assert ours in [one.number for one in dialog.model.rows]
    dialog.number.clear()
    assert [one.number for one in dialog.model.rows] == everything
    dialog.table.setCurrentIndex(dialog.model.index(1, 0))
    assert dialog.number.text() == everything[1]
    assert [one.number for one in dialog.model.rows] == everything


def test_a_number_of_theirs_finds_its_request_though_it_is_all_digits(window, qtbot):
    known = sent(window)[0]
    says_loaned(window, known, f"{known.number}-1", "480115")
    dialog = opened(window, an_orphan(window, known), qtbot)
    assert len(dialog.model.rows) > 1
    dialog.number.setText("480115")
    assert [one.number for one in dialog.model.rows] == [known.number]
    qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.headline.text()), timeout=30_000)
    assert dialog.number.text() == known.number


def test_what_a_scanner_ends_with_does_not_match_yet(window, dialog, waiting, qtbot):
    ours, desk = sent(window)[0].number, window.link.desk
    dialog.number.setFocus()
    qtbot.keyClicks(dialog.number, ours)
    qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.headline.text()), timeout=30_000)
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    assert requests.show(desk, ours).line.state is State.SENT
    assert dialog.isVisible()


def match_to_the_first(window, dialog, qtbot) -> str:
    """The number of the request that the message was taken for."""
    ours = sent(window)[0].number
    dialog.number.setText(ours)
    qtbot.waitUntil(lambda: bool(dialog.headline.text()), timeout=30_000)
    dialog.match.click()
    qtbot.waitUntil(lambda: any(ours in said for said in window.notices.said), timeout=30_000)
    return ours


def test_after_a_match_the_notice_says_what_became_of_it(window, dialog, waiting, qtbot):
    ours = match_to_the_first(window, dialog, qtbot)
    became = f"{ours} becomes “On its way to us”; it was “Waiting for an answer”."
    assert became in window.notices.said[-1]


@pytest.mark.parametrize("more", [True, False])
def test_after_a_match_one_goes_on_where_one_was(window, more, request, qtbot):
    left = [an_orphan(window, sent(window)[1], "R-78").id] if more else []
    line = request.getfixturevalue("waiting")
    match_to_the_first(window, request.getfixturevalue("dialog"), qtbot)
    page = window.going.pages[Place.EXCHANGE]
    there = page.table if more else page.listing.instead
    qtbot.waitUntil(lambda: [m.id for m in page.model.rows] == left, timeout=30_000)
    qtbot.waitUntil(lambda: window.focusWidget() is there, timeout=30_000)
    assert line.id not in left
    assert page.table.currentIndex().isValid() is more


def test_a_request_of_another_library_is_told_at_once(window, dialog, waiting, qtbot):
    other = next(
        one
        for one in requests.page(window.link.desk, ListQuery(limit=0)).lines
        if one.partner and one.partner.name != waiting.partner
    )
    dialog.number.setText(other.number)
    qtbot.waitUntil(dialog.wrong.isVisible, timeout=30_000)
    assert "library" in dialog.wrong.text()
    assert not dialog.headline.text()
    dialog.number.setText("9900")
    assert not dialog.wrong.isVisible()


def test_once_a_message_is_matched_one_goes_on_in_the_list(window, qtbot):
    window.going.jump(Place.EXCHANGE)
    page = window.going.page(Place.EXCHANGE)
    qtbot.waitUntil(lambda: bool(page.model.rows), timeout=30_000)
    orphan = replace(
        page.model.rows[0], state="attention", reason="unknown-request", direction="in"
    )
    assert orphan.is_orphan
    page.pane.show_line(orphan)
    page.pane.match.setFocus()
    page.pane.show_line(orphan)
    assert window.focusWidget() is page.pane.match
    page.pane.show_line(replace(orphan, state="applied", reason=""))
    assert window.focusWidget() is page.table


def test_it_is_told_where_nothing_changes_and_where_the_message_waits_on(window, waiting):
    ours, other = sent(window)[:2]
    found = foreseen(window.link.desk, waiting.id, ours.number)
    kept = replace(found, after=found.before)
    assert foresight.headline(window.link, kept) == f"{ours.number} stays “{ours.label}”."
    assert foresight.changes(window.link, kept) == (
        ("", "It is only kept in its messages and history."),
    )
    known = replace(kept, line=replace(found.line, state="duplicate"))
    assert foresight.headline(window.link, known).startswith("Nothing changes: ")
    assert foresight.changes(window.link, known) == ()
    waits = replace(kept, line=replace(found.line, state="attention"), reason="No such request.")
    assert foresight.headline(window.link, waits) == "The message goes on waiting: No such request."
    assert (foresight.changes(window.link, waits), foresight.later(window.link, waits)) == ((), "")
    follows = replace(found, after=requests.show(window.link.desk, other.number))
    assert foresight.headline(window.link, follows) == (
        f"A new request is made that follows {ours.number}: {other.title}"
    )
    assert all(name == "Leaves at once" for name, _ in foresight.changes(window.link, follows))


def test_a_whole_mail_is_named_by_its_file(window, qtbot):
    line = ledger.messages(window.link.desk, LedgerQuery(direction="in", limit=1)).messages[0]
    mail = replace(line, kind="", summary="", because="", partner="Library B", file="copies.eml")
    dialog = MatchDialog(window.link, mail, window)
    qtbot.addWidget(dialog)
    assert dialog.heading.text() == "Library B · copies.eml"


@pytest.fixture
def refusal(window) -> MessageLine:
    """The library asked could not use a request, under a number that we never gave."""
    desk, about = window.link.desk, sent(window)[0]
    symbol, now = about.partner.symbol, desk.clock.now().replace(microsecond=0)
    inbox = next(one.inbox for one in partners.listed(desk) if one.symbol == symbol)
    header = ConfirmationHeader(
        supplying_agency_id=AgencyId.of(Symbol.parse(symbol)),
        requesting_agency_id=AgencyId.of(Symbol.parse(desk.library.symbol)),
        timestamp=now,
        requesting_agency_request_id="R-79",
        timestamp_received=now,
        message_status=MessageStatus.ERROR,
    )
    said = (ErrorData(ErrorType.BADLY_FORMED, "title"),)
    text = iso18626.write(Confirmation(MessageKind.REQUEST_CONFIRMATION, header, error_data=said))
    (Path(inbox) / "R-79.xml").write_bytes(text)
    post.run(desk)
    waiting = ledger.messages(desk, LedgerQuery(states=("attention",))).messages
    return next(one for one in waiting if one.file == "R-79.xml")


@pytest.fixture
def refused(window, refusal, qtbot) -> MatchDialog:
    """The dialog about it, opened as staff open it."""
    return opened(window, refusal, qtbot)


def test_of_a_confirmation_it_is_told_what_becomes_of_our_message(window, refused, qtbot):
    ours = sent(window)[0].number
    refused.number.setText(ours)
    qtbot.waitUntil(lambda: bool(refused.headline.text()), timeout=30_000)
    told = "Our message “Request: new” is refused by them: "
    assert refused.headline.text().startswith(told)
    assert "(“title”)" in refused.headline.text()
    assert refused.later.text() == (
        "Undo cannot take this back: the message stays with this request."
    )
    refused.match.click()
    qtbot.waitUntil(lambda: any(told in said for said in window.notices.said), timeout=30_000)
    messages = requests.show(window.link.desk, ours).messages
    assert ("request", "refused") in [(one.kind, one.state) for one in messages]


def test_where_nothing_was_sent_that_could_be_confirmed_that_is_told(window, refused, qtbot):
    desk, symbol = window.link.desk, sent(window)[0].partner.symbol
    lent = requests.page(desk, ListQuery(side=Side.LENDING, limit=0)).lines
    theirs = next(one.number for one in lent if one.partner and one.partner.symbol == symbol)
    refused.number.setText(theirs)
    qtbot.waitUntil(refused.wrong.isVisible, timeout=30_000)
    assert refused.wrong.text() == (
        f"For {theirs} nothing had left to that library that this could confirm. Choose another."
    )
    assert not refused.headline.text()
