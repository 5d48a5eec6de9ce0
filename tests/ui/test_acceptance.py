"""What a tester does and sees (ECOSYSTEM §2.2), where no other test of the window holds it."""

import ast
import csv
import os
import threading
from email.message import EmailMessage
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QFileDialog,
    QMessageBox,
)

from ill_desktop import logs
from ill_desktop.domain.lifecycle.states import Action, Side, State
from ill_desktop.domain.queues import QUEUES, Queue
from ill_desktop.services import desk, partners, requests
from ill_desktop.services.desk import NewDesk, make_desk
from ill_desktop.store import settings
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.rows import CounterRow, RequestRow
from ill_desktop.ui.acting import QUESTIONS
from ill_desktop.ui.asking.receive import ReceiveForm
from ill_desktop.ui.asking.ship import ShipForm
from ill_desktop.ui.bring_in_readers import BringInReaders
from ill_desktop.ui.exchanging import Exchanging
from ill_desktop.ui.places import Place
from ill_desktop.ui.request_form import RequestForm
from ill_desktop.ui.start import Shell, Wish
from tests.formats.records import collection, marc, marcxml
from tests.test_house import ROOT
from tests.ui.hands import drop
from tests.ui.screens import put_away, screens, shown
from tests.ui.test_access import cut_off
from tests.ui.test_arrivals import arrive
from tests.ui.test_keystrokes import _open, _ready

RIS = "TY  - BOOK\nTI  - Bumi manusia\nAU  - Toer, P. A.\nSN  - 9789791227001\nER  - \n"
BIB = "@book{x, title={Bumi manusia}, author={Toer, P. A.}, isbn={9789791227001}}\n"
OPENURL = "https://resolver.example.org/?rft.btitle=Bumi+manusia&rft.isbn=9789791227001"
OLD = (1_700_000_000, 1_700_000_000)


def _mail():
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "sari@example.org", "a book"
    mail.set_content("Please.")
    mail.add_attachment(RIS.encode(), maintype="text", subtype="plain", filename="one.ris")
    return bytes(mail)


def _lines(window, queue):
    return requests.page(window.link.desk, ListQuery(queue=queue, limit=0)).lines


def _choose(window, qtbot, line, queue):
    window.sidebar.choose(queue)
    qtbot.waitUntil(lambda: window.list.model.row_of(line.number) >= 0, timeout=30_000)
    window.list.select(line.number)
    qtbot.waitUntil(lambda: window.detail.view.line.number == line.number, timeout=30_000)


@pytest.mark.ux("UX-03")
def test_the_list_is_there_before_the_first_look_at_the_letterboxes(seat, monkeypatch):
    seen, threads, start, open_desk = [], [], Exchanging.start, desk.open_desk

    def looked(exchanging):
        window = exchanging.parent()
        seen.append((window.isVisible(), bool(window.list.model.rows)))
        start(exchanging)

    def opened(place):
        threads.append(threading.current_thread())
        return open_desk(place)

    monkeypatch.setattr(Exchanging, "start", looked)
    monkeypatch.setattr(desk, "open_desk", opened)
    seat()
    assert seen == [(True, True)]
    assert threads
    assert threading.main_thread() not in threads


@pytest.mark.ux("UX-09")
@pytest.mark.parametrize(
    ("place", "queue", "form", "state"),
    [
        ("Ctrl+4", Queue.TO_RECEIVE, ReceiveForm, State.HERE),
        ("Alt+4", Queue.TO_SEND, ShipForm, State.SENT_OUT),
    ],
)
def test_a_parcel_is_received_or_sent_out_with_three_keys(
    window, hands, qtbot, place, queue, form, state
):
    hands.press(place)
    hands.until(lambda: window.list.model.query.queue is queue and bool(window.list.model.rows))
    number = window.list.current().number
    hands.press("Return")
    hands.until(lambda: _ready(window, form))
    hands.press("Ctrl+Return")
    hands.until(lambda: requests.show(window.link.desk, number).line.state is state)
    assert hands.count == 3


@pytest.mark.ux("UX-18")
def test_ctrl_z_brings_state_date_and_queue_back_and_the_history_tells_both(window, hands, qtbot):
    line = _lines(window, Queue.TO_RECEIVE)[0]
    _choose(window, qtbot, line, Queue.TO_RECEIVE)
    before = requests.show(window.link.desk, line.number)
    window.detail.primary.click()
    hands.until(lambda: _ready(window, ReceiveForm))
    form = _open(window, ReceiveForm)
    form.form.due.edit.setText("+77")
    form.form.reason.choose("")
    form.form.print_paper.setChecked(False)
    form.act.click()
    hands.until(lambda: requests.show(window.link.desk, line.number).line.state is State.HERE)
    hands.until(lambda: window.actions_by_name["undo"].text() != "&Undo the last act")
    window.activateWindow()
    hands.until(window.isActiveWindow)
    window.list.table.setFocus()
    hands.press("Ctrl+Z")
    hands.until(lambda: "as it was" in window.notices.said[-1])
    after = requests.show(window.link.desk, line.number)
    assert (after.line.state, after.line.due) == (before.line.state, before.line.due)
    hands.until(lambda: window.list.model.row_of(line.number) >= 0)
    _choose(window, qtbot, line, Queue.TO_RECEIVE)
    assert len(after.events) == len(before.events) + 2
    hands.until(lambda: len(window.detail.view.events) == len(after.events))
    assert [one.undone for one in after.events[:2]].count(True) == 1


@pytest.mark.ux("UX-18")
@pytest.mark.parametrize(
    ("queue", "state", "said"),
    [
        (Queue.TO_RECEIVE, State.ON_ITS_WAY, "cannot be called back: {partner} is told."),
        (Queue.DRAFTS, State.SENT, "cannot be called back: {partner} is asked to cancel."),
    ],
)
def test_what_has_left_is_not_called_back_and_undo_says_so(
    window, hands, qtbot, queue, state, said
):
    desk = window.link.desk
    views = (requests.show(desk, one.number) for one in _lines(window, queue))
    view = next(one for one in views if queue is not Queue.DRAFTS or one.untried)
    _choose(window, qtbot, view.line, queue)
    window.detail.primary.click()
    if queue is Queue.TO_RECEIVE:
        hands.until(lambda: _ready(window, ReceiveForm))
        form = _open(window, ReceiveForm)
        form.form.print_paper.setChecked(False)
        form.act.click()
    hands.until(lambda: any(view.line.number in one for one in window.notices.said))
    window.exchanging.run(held=True)
    hands.until(lambda: requests.show(desk, view.line.number).messages[0].state == "written")
    left = requests.show(desk, view.line.number).messages[0]
    window.activateWindow()
    hands.until(window.isActiveWindow)
    window.list.table.setFocus()
    hands.press("Ctrl+Z")
    partner = requests.show(desk, view.line.number).line.partner.name
    hands.until(lambda: window.notices.said[-1].endswith(said.format(partner=partner)))
    after = requests.show(desk, view.line.number)
    assert after.line.state is state
    assert left in after.messages
    assert after.messages[0] != left


@pytest.mark.ux("UX-19")
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("one.ris", RIS.encode()),
        ("one.bib", BIB.encode()),
        ("one.mrc", marc()),
        ("one.xml", collection(marcxml())),
        ("one.eml", _mail()),
    ],
)
def test_every_kind_of_file_dropped_on_the_window_fills_the_form(
    window, qtbot, tmp_path, name, content
):
    (tmp_path / name).write_bytes(content)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    assert drop(window, data)
    qtbot.waitUntil(lambda: _open(window, RequestForm) is not None, timeout=30_000)
    form = _open(window, RequestForm).form
    assert form.title.text().startswith("Bumi manusia")
    assert form.isbn.text() == "9789791227001"


@pytest.mark.ux("UX-20")
@pytest.mark.parametrize("text", [RIS, OPENURL], ids=["RIS", "OpenURL"])
def test_ctrl_v_opens_a_filled_request(window, hands, text):
    QApplication.clipboard().setText(text)
    hands.press("Ctrl+V")
    hands.until(lambda: _ready(window, RequestForm))
    form = _open(window, RequestForm).form
    assert (form.title.text(), form.isbn.text()) == ("Bumi manusia", "9789791227001")


@pytest.mark.ux("UX-22", "UX-23")
def test_no_screen_opens_a_box_with_nothing_but_ok():
    """Questions go through `notices`, which names the act; no other way is used."""
    ready = {"information", "warning", "critical", "question", "about"}
    found = []
    for path in (ROOT / "ill_desktop" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in ready:
                owner = ast.unparse(node.value)
                found += [f"{path.name}: {owner}.{node.attr}"] if "MessageBox" in owner else []
    assert found == []


@pytest.mark.ux("UX-23")
def test_a_question_names_its_act_is_safe_by_default_and_is_left_with_escape(window, qtbot):
    desk, asked = window.link.desk, set()
    for line in requests.page(desk, ListQuery(limit=0)).lines:
        view = requests.show(desk, line.number)
        for action in set(view.actions) & (QUESTIONS.keys() - asked):
            asked.add(action)
            window.acting.act(view, action)
            box = next(b for b in window.findChildren(QMessageBox) if b.isVisible())
            verbs = [button.text().replace("&", "") for button in box.buttons()]
            assert "Cancel" not in verbs  # what libraries do to requests
            assert not {"OK", "Yes", "No"} & set(verbs)
            assert line.number in box.text()
            assert box.defaultButton().text() == box.escapeButton().text() == "Keep as it is"
            qtbot.keyClick(box, Qt.Key.Key_Escape)
            qtbot.waitUntil(lambda box=box: not box.isVisible(), timeout=30_000)
            assert requests.show(desk, line.number) == view
    assert Action.DELETE_DRAFT in asked
    assert len(asked) > 3


@pytest.mark.ux("UX-24")
def test_every_empty_queue_says_one_sentence_and_offers_one_thing(window, qtbot):
    with window.link.desk.database.work() as session:
        session.query(RequestRow).update({"state": State.CLOSED, "attention": False})
    with window.link.desk.database.read() as session:
        assert {row.state for row in session.query(CounterRow) if row.n} == {State.CLOSED}
    for queue in Queue:
        window.sidebar.choose(queue)
        qtbot.waitUntil(lambda queue=queue: window.list.model.query.queue is queue)
        qtbot.waitUntil(lambda: not window.list.waiting, timeout=30_000)
        assert window.list.listing.nothing.isVisible()
        sentence, verb = window.list.listing.nothing.text(), window.list.listing.instead.text()
        attention = queue is Queue.ATTENTION
        assert sentence == ("No request needs attention." if attention else "Nothing to do here.")
        assert window.list.listing.instead.isVisible()
        lends = QUEUES[queue].side is Side.LENDING
        assert verb == ("Record lending" if lends else "New borrowing request")


@pytest.mark.ux("UX-24")
def test_a_new_desk_says_on_every_page_what_to_begin_with(qapp, qtbot, tmp_path):
    new = NewDesk("Perpustakaan Kota", "ISIL:ID-KOTA")
    make_desk(tmp_path / "mine", new).close()
    shell = Shell(qapp, Wish(tmp_path / "mine", "en", "light", state=tmp_path / "w.ini"))
    assert shell.open()
    window = shell.window
    qtbot.waitUntil(lambda: shell.link.desk is not None, timeout=30_000)
    window.exchanging.timer.setInterval(3_600_000)
    window.sidebar.choose(Place.ALL)
    qtbot.waitUntil(window.list.listing.instead.isVisible, timeout=30_000)
    assert window.list.listing.nothing.text()
    said = {}
    for place in (Place.PARTNERS, Place.READERS, Place.EXCHANGE):
        window.sidebar.choose(place)
        listing = window.going.pages[place].listing
        qtbot.waitUntil(listing.instead.isVisible, timeout=30_000)
        said[place] = (listing.nothing.text(), listing.instead.text())
    assert said == {
        Place.PARTNERS: ("No partner yet.", "Add partner"),
        Place.READERS: (
            "No reader yet. Bring in the list of your library system, or add one.",
            "Import readers…",
        ),
        Place.EXCHANGE: ("No messages yet.", "Exchange now"),
    }
    window.sidebar.choose(Place.READERS)
    window.going.pages[Place.READERS].listing.instead.click()
    qtbot.waitUntil(lambda: _ready(window, BringInReaders), timeout=30_000)
    put_away(window)
    window.let_go()
    window.deleteLater()
    logs.stop(shell.log)


@pytest.fixture
def gone(window):
    """Takes a folder away until it is given back."""
    away = []

    def take(folder):
        folder.rename(folder.with_name("unplugged"))
        away.append(folder)

    def back():
        while away:
            folder = away.pop()
            folder.with_name("unplugged").rename(folder)

    take.back = back
    yield take
    back()


def _exchange(window, qtbot):
    window.exchanging.run()
    qtbot.waitUntil(lambda: not window.exchanging._running, timeout=30_000)


@pytest.mark.ux("UX-32")
def test_what_is_sent_while_a_folder_is_away_waits_and_leaves_once(window, qtbot, gone):
    desk = window.link.desk
    with desk.database.work() as session:
        settings.library(session)[0].hold_minutes = 0
    desk.reload()
    drafts = (requests.show(desk, one.number) for one in _lines(window, Queue.DRAFTS))
    view = next(one for one in drafts if one.untried)
    out = Path(partners.show(desk, view.untried[0].symbol).outbox)
    there = set(out.iterdir())
    gone(out)
    _choose(window, qtbot, view.line, Queue.DRAFTS)
    window.detail.primary.click()
    qtbot.waitUntil(
        lambda: requests.show(desk, view.line.number).line.state is State.SENT, timeout=30_000
    )
    _exchange(window, qtbot)
    qtbot.waitUntil(lambda: "1 needs attention" in window.status.exchange.text(), timeout=30_000)
    assert window.status.exchange.property("alert") is True
    assert not [one for one in window.findChildren(QDialog) if one.isVisible()]
    _choose(window, qtbot, _lines(window, Queue.HERE)[0], Queue.HERE)
    gone.back()
    for _ in range(2):
        _exchange(window, qtbot)
    qtbot.waitUntil(lambda: "attention" not in window.status.exchange.text(), timeout=30_000)
    assert len(set(out.iterdir()) - there) == 1


@pytest.mark.ux("UX-33")
def test_a_malformed_file_waits_with_its_name_line_and_reason_and_the_next_is_read(window, qtbot):
    inbox, desk = arrive(window, 1, bad=0), window.link.desk
    broken = inbox / "broken.xml"
    content = b'<?xml version="1.0"?>\n<ISO18626Message>\n  <request>\n</ISO18626Message>\n'
    broken.write_bytes(content)
    os.utime(broken, OLD)
    window.exchanging.run()
    qtbot.waitUntil(lambda: list(inbox.iterdir()) == [], timeout=30_000)
    qtbot.waitUntil(lambda: "attention" in window.status.exchange.text(), timeout=30_000)
    window.sidebar.choose(Place.EXCHANGE)
    page = window.going.pages[Place.EXCHANGE]

    def row(name):
        return next((n for n, one in enumerate(page.model.rows) if one.file == name), -1)

    qtbot.waitUntil(lambda: row("broken.xml") >= 0, timeout=30_000)
    page.table.selectRow(row("broken.xml"))
    qtbot.waitUntil(lambda: "broken" in page.pane.delivery.text(), timeout=30_000)
    told = page.pane.reason.text()
    assert told.endswith("The file is broken XML.  ·  line 4")
    assert page.model.rows[row("many00000.xml")].state == "applied"
    page.kind.choose("attention")
    qtbot.waitUntil(lambda: row("many00000.xml") < 0 <= row("broken.xml"), timeout=30_000)
    kept = (desk.folder.root / "quarantine").rglob("broken.xml*")
    assert content in [one.read_bytes() for one in kept]
    page.table.selectRow(row("broken.xml"))
    page.pane.aside.click()
    qtbot.waitUntil(lambda: row("broken.xml") < 0, timeout=30_000)
    page.kind.choose("aside")
    qtbot.waitUntil(lambda: row("broken.xml") >= 0, timeout=30_000)
    page.table.selectRow(row("broken.xml"))
    qtbot.waitUntil(lambda: "broken" in page.pane.delivery.text(), timeout=30_000)
    assert page.pane.reason.text().endswith("The file is broken XML.  ·  line 4")


def _xlsx(path):
    """The first number beside each code, as another program reads it."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return _numbers(list(row) for row in sheet.iter_rows(values_only=True))


def _csv(path):
    text = path.read_text("utf-8-sig")
    return _numbers(csv.reader(text.splitlines(), csv.Sniffer().sniff(text, ",;\t")))


def _numbers(rows):
    found = {}
    for row in rows:
        counts = [int(one) for one in row[1:] if str(one).isdecimal()]
        if row and counts:
            found.setdefault(str(row[0]), counts[0])
    return found


@pytest.mark.ux("UX-45")
@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_figures_are_saved_from_the_page(window, qtbot, tmp_path, monkeypatch, form):
    window.sidebar.choose(Place.FIGURES)
    page = window.going.pages[Place.FIGURES]
    qtbot.waitUntil(lambda: bool(page.model.rows), timeout=30_000)
    path = tmp_path / f"month.{form}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    page._save(form)
    qtbot.waitUntil(lambda: any(path.name in one for one in window.notices.said), timeout=30_000)
    shown = {line.figure.code: line.figure.value for line in page.model.rows}
    written = _xlsx(path) if form == "xlsx" else _csv(path)
    assert {code: written[code] for code in ("B2", "B3", "L1", "L2")} == {
        code: shown[code] for code in ("B2", "B3", "L1", "L2")
    }


def _sideways(window):
    """The bars of the window by which somebody would have to scroll to the right."""
    bars = (one.horizontalScrollBar() for one in window.findChildren(QAbstractScrollArea))
    return [bar for bar in bars if bar.isVisible() and bar.maximum() > 0]


@pytest.mark.ux("UX-41")
@pytest.mark.parametrize("language", [pytest.param("en", marks=pytest.mark.long), "id"])
def test_every_screen_fits_a_small_one(seat, qtbot, language):
    window = seat(language).window
    window.resize(1366, 768)
    large, cut = {}, set()
    for screen in screens(window):
        screen.open()
        qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
        front = shown(window)
        size = front.size()
        if front is not window and (size.height() > 700 or size.width() > 1366):
            large[screen.name] = (size.width(), size.height())
        for bar in _sideways(window):
            large[f"{screen.name}: {bar}"] = bar.maximum()
        cut |= {f"{screen.name}: {one}" for one in cut_off(front, qtbot)}
        put_away(window)
    assert large == {}
    assert cut == set()
    assert window.minimumSizeHint().width() <= 1366
    assert window.width() == 1366
