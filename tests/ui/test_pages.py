"""The pages beside the queues, and the papers."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.lifecycle.states import Service, Side
from ill_desktop.domain.queues import Queue
from ill_desktop.services import ledger, partners, post, requests
from ill_desktop.services.requests import NewRequest
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from ill_desktop.ui.partner_dialog import PartnerDialog
from ill_desktop.ui.request_form import Filled, Purpose, RequestForm
from ill_desktop.ui.sidebar import Place
from tests.services.post.test_kill import a_request_file


def _page(window, qtbot, place):
    window.sidebar.choose(place)
    page = window.going.pages[place]
    qtbot.waitUntil(lambda: bool(page.model.rows), timeout=30_000)
    return page


def test_the_partners_page_lists_the_directory(window, qtbot):
    page = _page(window, qtbot, Place.PARTNERS)
    assert [one.name for one in page.model.rows] == [
        one.name for one in partners.listed(window.link.desk)
    ]


def test_a_partner_is_added_with_folders_and_address(window, qtbot, tmp_path):
    dialog = PartnerDialog(window.link, None)
    qtbot.addWidget(dialog)
    form = dialog.form
    form.name.setText("Perpustakaan Kota")
    form.save.click()
    qtbot.waitUntil(lambda: "LOCAL:KOTA" in form.symbols.accessibleDescription(), timeout=30_000)
    form.symbols.setText("KOTA; ISIL:ID-KOTA")
    assert form.symbols.accessibleDescription() == ("Will be written as LOCAL:KOTA; ISIL:ID-KOTA.")
    form.symbols.setText("LOCAL:KOTA; ISIL:ID-KOTA")
    assert form.symbols.accessibleDescription() == ""
    form.inbox.setText(str(tmp_path / "in"))
    form.outbox.setText(str(tmp_path / "out"))
    form.address.setPlainText("Jl. Mawar 1\nKota 40111")
    form.note.setPlainText("call first")
    form.closed_weekdays.set_text("fri")
    form.closed_days.setPlainText("24/12/2030 - 3/1/2031\n17/8 s.d. soon")
    assert "“17/8 s.d. soon” is not a date" in form.closed_days.accessibleDescription()
    form.closed_days.setPlainText("24/12/2030 - 3/1/2031\n5 Jan 2031")
    said = form.closed_days.accessibleDescription()
    assert said == "24 Dec 2030 – 3 Jan 2031; 5 Jan 2031"
    assert form.country.code() == ""
    form.country.setEditText("malaysia")
    form.save.click()
    qtbot.waitUntil(lambda: "no folder" in form.wrong.text(), timeout=30_000)
    assert str(tmp_path / "in") in form.wrong.text()
    assert not (tmp_path / "in").exists()
    assert form.save.text() == "Make folder and save"
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        form.save.click()
    made = partners.show(window.link.desk, "LOCAL:KOTA")
    assert made.symbols == ("LOCAL:KOTA", "ISIL:ID-KOTA")
    assert made.addresses[0].lines == ("Jl. Mawar 1", "Kota 40111")
    assert (made.note, made.outbox) == ("call first", str(tmp_path / "out"))
    assert made.settings["closed-weekdays"] == "fri"
    assert made.settings["closed-days"] == "2030-12-24..2031-01-03\n2031-01-05"
    assert made.country == "MY"
    again = PartnerDialog(window.link, made)
    qtbot.addWidget(again)
    assert again.form.closed_days.text() == "24/12/2030 – 3/1/2031\n5/1/2031"
    assert (again.form.country.currentText(), again._given()["country"]) == ("Malaysia", "MY")
    assert again._closed_days() == made.settings["closed-days"]


def test_a_card_that_is_refused_leaves_nothing_behind(window, qtbot):
    dialog, desk = PartnerDialog(window.link, None), window.link.desk
    qtbot.addWidget(dialog)
    form, before = dialog.form, partners.listed(desk)
    form.name.setText("Perpustakaan Kota")
    form.symbols.setText("KOTA")
    form.closed_days.setPlainText("soon")
    form.save.click()
    assert "soon" in form.closed_days.accessibleDescription()
    qtbot.waitUntil(lambda: dialog.focusWidget() is form.closed_days, timeout=30_000)
    assert not form.wrong.isVisibleTo(dialog)  # it stands below the field
    assert partners.listed(desk) == before
    form.closed_days.setPlainText("24/12 – 3/1")
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        form.save.click()
    assert len(partners.listed(desk)) == len(before) + 1


def test_closed_days_that_are_hardly_meant_are_asked_back_once(window, qtbot):
    known = partners.listed(window.link.desk)[0]
    dialog = PartnerDialog(window.link, known)
    qtbot.addWidget(dialog)
    form, said = dialog.form, "10 Jan 2030 – 5 Jan 2031. So many in a row are rarely meant."
    form.closed_days.setPlainText("10/1/2030 - 5/1/2031")
    form.save.click()
    assert form.wrong.text() == f"{said} If it is meant, press again."
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        form.save.click()
    kept = partners.show(window.link.desk, known.symbol)
    assert kept.settings["closed-days"] == "2030-01-10..2031-01-05"
    again = PartnerDialog(window.link, kept)
    qtbot.addWidget(again)
    with qtbot.waitSignal(again.accepted, timeout=30_000):
        again.form.save.click()


def test_a_folder_typed_anew_is_asked_about_anew(window, qtbot, tmp_path):
    known = next(one for one in partners.listed(window.link.desk) if one.inbox)
    dialog = PartnerDialog(window.link, known)
    qtbot.addWidget(dialog)
    form, verb = dialog.form, dialog.form.save.text()
    form.inbox.setText(str(tmp_path / "tpyo"))
    form.save.click()
    qtbot.waitUntil(lambda: form.save.text() != verb, timeout=30_000)
    form.inbox.setText(known.inbox)
    assert form.save.text() == verb
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        form.save.click()
    assert not (tmp_path / "tpyo").exists()


def test_only_what_was_changed_on_a_card_is_changed(window, qtbot):
    desk = window.link.desk
    known = partners.listed(desk)[0]
    dialog = PartnerDialog(window.link, known)
    qtbot.addWidget(dialog)
    dialog.form.country.setEditText("Indonesien")
    dialog.form.save.click()
    qtbot.waitUntil(lambda: dialog.form.wrong.isVisibleTo(dialog), timeout=30_000)
    assert dialog.form.country.property("wrong")
    dialog.form.country.setEditText("singapore")
    dialog.form.reader_margin.setText("7")
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        dialog.form.save.click()
    after = partners.show(desk, known.symbol)
    assert (after.country, after.settings["reader-margin"]) == ("SG", "7")
    assert (after.name, after.symbols, after.outbox) == (known.name, known.symbols, known.outbox)


def test_a_partner_is_removed_while_unused_and_then_only_put_away(window, qtbot):
    desk = window.link.desk
    wrong = partners.add(desk, partners.NewPartner("Aaa", ("LOCAL:AAA",)))
    page = _page(window, qtbot, Place.PARTNERS)

    def card(partner):
        page.open_card(partner)
        return next(one for one in window.findChildren(PartnerDialog) if one.isVisible())

    dialog = card(wrong)
    dialog.form.remove.click()
    qtbot.waitUntil(lambda: dialog.findChildren(QMessageBox) != [], timeout=30_000)
    (box,) = dialog.findChildren(QMessageBox)
    assert box.text() == "Aaa and its card will be removed from the directory."
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        next(one for one in box.buttons() if one.text() == "Remove partner").click()
    qtbot.waitUntil(lambda: "Aaa" not in [one.name for one in page.model.rows], timeout=30_000)
    line = requests.page(desk, ListQuery(side=Side.LENDING)).lines[0]
    used = partners.show(desk, line.partner.symbol)
    dialog = card(used)
    dialog.form.remove.click()
    qtbot.waitUntil(lambda: "kept for their history" in dialog.form.wrong.text(), timeout=30_000)
    dialog.form.active.click()
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        dialog.form.save.click()
    assert not partners.show(desk, used.symbol).active
    named = f"{used.name} (no longer active)"

    def shown():
        return [page.model.index(n, 0).data() for n in range(len(page.model.rows))]

    qtbot.waitUntil(lambda: named in shown(), timeout=30_000)


def test_the_exchange_page_shows_a_message_as_it_came(window, qtbot):
    page = _page(window, qtbot, Place.EXCHANGE)
    first = page.model.rows[0]
    shown = ledger.message(window.link.desk, first.id)
    pane = page.pane
    qtbot.waitUntil(lambda: pane.text.raw.toPlainText() == shown.text, timeout=30_000)
    assert pane.text.raw.isReadOnly()
    assert shown.text.startswith("<?xml")
    assert not pane.text.raw.isVisible()
    said = {one.text() for one in pane.text.words.findChildren(QLabel) if one.isVisible()}
    assert {value for _, value in shown.told} <= said
    pane.raw.click()
    assert pane.text.raw.isVisible()


def test_confirmations_are_shown_where_they_are_wanted(window, qtbot, tmp_path):
    desk = window.link.desk
    partner = next(one for one in partners.listed(desk) if one.inbox)
    file = a_request_file(1).replace(b">ID-B<", f">{partner.symbol.partition(':')[2]}<".encode())
    ours = desk.library.symbol.partition(":")[2].encode()
    (Path(partner.inbox) / "one.xml").write_bytes(file.replace(b">ID-A<", b">" + ours + b"<"))
    post.run(desk)
    page = _page(window, qtbot, Place.EXCHANGE)
    talk = [one.id for one in page.model.rows]
    kinds = {one.kind for one in page.model.rows}
    assert not any(kind.endswith("Confirmation") for kind in kinds)
    page.kind.choose("all")
    qtbot.waitUntil(lambda: len(page.model.rows) > len(talk), timeout=30_000)
    more = [one for one in page.model.rows if one.id not in talk]
    assert all(one.kind.endswith("Confirmation") for one in more)


def test_a_message_is_sent_again_from_the_ledger(window, qtbot):
    page = _page(window, qtbot, Place.EXCHANGE)
    desk = window.link.desk
    before = len(ledger.messages(desk, LedgerQuery(limit=0)).messages)
    row = next(n for n, one in enumerate(page.model.rows) if one.direction == "out")
    page.table.selectRow(row)
    assert page.pane.resend.isVisible()
    page.pane.resend.click()
    qtbot.waitUntil(
        lambda: len(ledger.messages(desk, LedgerQuery(limit=0)).messages) == before + 1,
        timeout=30_000,
    )


def test_the_exchange_is_narrowed_to_a_partner_a_kind_and_a_number(window, qtbot):
    page = _page(window, qtbot, Place.EXCHANGE)
    everything = list(page.model.rows)
    page.kind.choose("in")
    qtbot.waitUntil(lambda: len(page.model.rows) < len(everything), timeout=30_000)
    assert {one.direction for one in page.model.rows} <= {"in"}
    page.kind.choose("")
    page.partner.choose("ISIL:ID-JKT-PNRI")
    wanted = [m.id for m in everything if m.partner == "Perpustakaan Nasional RI"]
    qtbot.waitUntil(lambda: [m.id for m in page.model.rows] == wanted, timeout=30_000)
    number = page.model.rows[-1].request
    page.search.setText(number)
    qtbot.waitUntil(lambda: {m.request for m in page.model.rows} == {number}, timeout=30_000)
    page.search.setText("99999999")
    qtbot.waitUntil(lambda: page.model.rows == [], timeout=30_000)
    assert page.listing.nothing.text() == "No messages here."
    page.listing.instead.click()
    qtbot.waitUntil(lambda: len(page.model.rows) == len(everything), timeout=30_000)
    assert page.table.isVisible()


def test_acts_on_one_library_wait_until_there_is_one(window, qtbot):
    page = _page(window, qtbot, Place.PARTNERS)
    assert all(button.isEnabled() for button in page._of_one)
    page._show(())
    assert not any(button.isEnabled() for button in page._of_one)


def test_a_code_without_its_authority_is_taken_as_at_the_first_start(window, qtbot):
    dialog = PartnerDialog(window.link, None)
    qtbot.addWidget(dialog)
    dialog.form.name.setText("Perpustakaan Kota")
    dialog.form.symbols.setText("ID-KOTA")
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        dialog.form.save.click()
    assert partners.show(window.link.desk, "ISIL:ID-KOTA").symbols == ("ISIL:ID-KOTA",)


def test_an_empty_name_is_told_in_words(window, qtbot):
    dialog = PartnerDialog(window.link, None)
    qtbot.addWidget(dialog)
    dialog.form.save.click()
    qtbot.waitUntil(lambda: bool(dialog.form.wrong.text()), timeout=30_000)
    assert dialog.form.wrong.text() == "Name is empty. Fill it in."
    assert dialog.form.name.property("wrong")
    QTest.keyClicks(dialog.form.name, "P")
    assert not dialog.form.name.property("wrong")


def _form(window, qtbot, purpose, filled=None):
    known = partners.listed(window.link.desk)
    form = RequestForm(window.link, purpose, known, filled or Filled())
    qtbot.addWidget(form)
    return form


def test_a_partner_is_found_by_any_of_its_words(window, qtbot):
    page = _page(window, qtbot, Place.PARTNERS)
    everyone = len(page.model.rows)
    qtbot.keyClicks(page.search, "gadjah yog")
    assert [one.symbol for one in page.model.rows] == ["ISIL:ID-YOG-UGM"]
    page.search.setText("nowhere")
    assert page.model.rows == []
    assert not any(button.isEnabled() for button in page._of_one)
    page.search.clear()
    assert len(page.model.rows) == everyone


def test_a_new_request_is_saved_and_sent(window, qtbot):
    form = _form(window, qtbot, Purpose.BORROW)
    ui, made = form.form, []
    form.done_with = made.append
    ui.title.setText("Atheis")
    ui.author.setText("Mihardja, Achdiat K.")
    ui.patron.setText("U1001")
    ui.needed_by.edit.setText("+30")
    ui.max_cost.setText("50000 IDR")
    form.suppliers.add("ISIL:ID-JKT-PNRI")
    with qtbot.waitSignal(form.accepted, timeout=30_000):
        ui.send.click()
    view = requests.show(window.link.desk, made[0])
    assert (view.line.title, view.line.state.value, view.line.patron) == ("Atheis", "sent", "U1001")
    assert (view.line.needed_by - window.link.today()).days == 30
    assert str(view.max_cost) == "50000 IDR"


@pytest.mark.ux("UX-26")
def test_a_request_without_title_is_refused_at_its_field(window, qtbot):
    before = requests.page(window.link.desk, ListQuery(queue=Queue.DRAFTS)).total
    form = _form(window, qtbot, Purpose.BORROW)
    form.form.note.setFocus()
    form.form.keep.click()
    qtbot.waitUntil(lambda: form.form.wrong.isVisibleTo(form), timeout=30_000)
    assert form.form.title.property("wrong")
    assert form.focusWidget() is form.form.title
    assert requests.page(window.link.desk, ListQuery(queue=Queue.DRAFTS)).total == before


@pytest.mark.ux("UX-27")
def test_what_was_asked_for_already_is_told_and_blocks_nothing(window, qtbot):
    asked = Citation(title="Di bawah lindungan kaabah", isbn="9789794160015")
    number = requests.new(window.link.desk, NewRequest(Service.LOAN, asked, patron="U1001"))
    known = requests.show(window.link.desk, number).line
    form = _form(window, qtbot, Purpose.BORROW)
    ui, told = form.form, f"Similar: {known.number} ({known.label})"

    def says(title, isbn, patron):
        for field, text in ((ui.title, title), (ui.isbn, isbn), (ui.patron, patron)):
            field.setText(text)
        form.alike._look()
        qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
        return ui.alike.text() if ui.alike.isVisibleTo(form) else ""

    assert says("Di bawah lindungan Kaaba", "", "") == told
    assert ui.open_alike.isVisibleTo(form)
    assert ui.open_alike.text() == f"Open {known.number}"
    assert says("Another title on the cover", "9780471383147", "U1001") == ""
    assert says("Another title on the cover", "979-416-001-6", "U1001") == told
    other = told.replace("Similar", "For somebody else")
    assert says("Another title on the cover", "9789794160015", "U1002") == other
    again = requests.new(window.link.desk, NewRequest(Service.LOAN, asked, patron="U1002"))
    mine = requests.show(window.link.desk, again).line
    lines = (f"Similar: {mine.number} ({mine.label})", other)
    assert says("Another title on the cover", "9789794160015", "U1002") == "\n".join(lines)
    assert ui.open_alike.text() == "Open"
    names = [one.text().split()[0] for one in ui.open_alike.menu().actions()]
    assert names == [mine.number, known.number]
    assert says("Di bawah lindungan sesuatu", "", "") == ""
    ui.title.setText(asked.title)
    with qtbot.waitSignal(form.accepted, timeout=30_000):
        ui.keep.click()


def test_each_of_several_similar_requests_opens(window, qtbot):
    asked = Citation(title="Di bawah lindungan kaabah")
    numbers = [
        requests.new(window.link.desk, NewRequest(Service.LOAN, asked, patron=code))
        for code in ("U1001", "U1002")
    ]
    form = _form(window, qtbot, Purpose.BORROW)
    form.form.title.setText(asked.title)
    form.form.patron.setText("U1002")
    qtbot.waitUntil(lambda: form.form.open_alike.menu() is not None, timeout=30_000)
    first, second = form.form.open_alike.menu().actions()
    assert [first.text()[:8], second.text()[:8]] == numbers[::-1]
    with qtbot.waitSignal(form.alike.open_wanted) as opened:
        second.trigger()
    assert opened.args == [numbers[0]]


def test_a_lending_request_by_phone_is_recorded(window, qtbot):
    form = _form(window, qtbot, Purpose.LEND)
    made = []
    form.done_with = made.append
    form.form.partner.choose("LOCAL:PDKN")
    form.form.their_id.setText("tel-7")
    form.form.call_number.setText(" 899.221 HIR ")
    form.form.title.setText("Siti Nurbaya")
    with qtbot.waitSignal(form.accepted, timeout=30_000):
        form.form.send.click()
    view = requests.show(window.link.desk, made[0])
    line = view.line
    assert (line.side.value, line.state.value, line.their_id) == ("lending", "new", "tel-7")
    assert view.call_number == "899.221 HIR"
    assert line.partner.symbol == "LOCAL:PDKN"


def test_an_edit_changes_what_was_typed_and_nothing_else(window, qtbot):
    desk = window.link.desk
    view = requests.show(desk, requests.page(desk, ListQuery(queue=Queue.HERE)).lines[0].number)
    form = _form(window, qtbot, Purpose.EDIT, Filled(view.citation, view.identifiers, view))
    form.form.edition.setText("3rd")
    with qtbot.waitSignal(form.accepted, timeout=30_000):
        form.form.send.click()
    after = requests.show(desk, view.line.number)
    assert after.citation.edition == "3rd"
    assert (after.line.title, after.line.due, after.line.patron) == (
        view.line.title, view.line.due, view.line.patron,
    )  # fmt: skip


def test_a_kind_of_publication_shows_its_own_fields(window, qtbot):
    form = _form(window, qtbot, Purpose.BORROW)
    ui = form.form
    assert not ui.isbn_cell.isHidden()
    assert ui.component_title_cell.isHidden()
    ui.material.choose("article")
    assert ui.isbn_cell.isHidden()
    assert not ui.component_title_cell.isHidden()
    assert ui.service.code() == "copy"
