"""The form of a request: fields by kind, numbers looked at, and nothing typed is ever lost."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget

from ill_desktop.domain.citation import Citation, Material
from ill_desktop.domain.lifecycle.states import Service, Side, State
from ill_desktop.services import partners, patrons, requests, unfinished
from ill_desktop.services.desk import open_desk
from ill_desktop.services.views import PatronView
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui.partner_dialog import PartnerDialog
from ill_desktop.ui.reader_dialog import ReaderDialog
from ill_desktop.ui.request_fields import FIELDS
from ill_desktop.ui.request_form import Filled, Purpose, RequestForm
from tests.ui.hands import standing

UGM, PNRI = "ISIL:ID-YOG-UGM", "ISIL:ID-JKT-PNRI"


@pytest.fixture
def open_form(window, qtbot):
    def make(purpose=Purpose.BORROW, filled=None):
        known = partners.listed(window.link.desk)
        form = RequestForm(window.link, purpose, known, filled or Filled())
        qtbot.addWidget(form, before_close_func=lambda one: one.writing.stop())
        form.show()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow, timeout=30_000)
        return form

    return make


def _shown(form):
    return {name for name in form._fields if getattr(form.form, f"{name}_cell").isVisibleTo(form)}


def _form(qtbot):
    def found():
        shown = QApplication.topLevelWidgets()
        return next((w for w in shown if w.objectName() == "RequestForm" and w.isVisible()), None)

    qtbot.waitUntil(lambda: found() is not None, timeout=30_000)
    return found()


def _answer(form, text):
    box = form.findChild(QMessageBox, "leaving")
    next(one for one in box.buttons() if one.text() == text).click()


# fields by kind


def test_every_kind_shows_its_own_fields_and_a_copy_asks_for_pages(open_form):
    form = open_form()
    for material in Material:
        form.form.material.choose(material.value)
        form.form.service.choose("loan")
        assert _shown(form) == set(FIELDS[material])
        form.form.service.choose("copy")
        assert _shown(form) == {*FIELDS[material], "pages"}


def test_the_form_of_every_kind_fits_a_small_screen_with_its_libraries(open_form):
    form = open_form()
    for material in Material:
        form.form.material.choose(material.value)
        assert form.layout().totalHeightForWidth(form.width()) <= 700, material


def test_another_kind_keeps_what_has_a_home_and_tells_what_has_none(open_form):
    form = open_form()
    ui = form.form
    ui.material.choose("article")
    ui.title.setText("Agronomy")
    ui.component_title.setText("Rice and rain")
    ui.pages.setText("12-19")
    ui.material.choose("book")
    assert ui.lost.isVisibleTo(form)
    assert "Rice and rain" in ui.lost.text()
    assert "12-19" in ui.lost.text()
    assert form.kinds.citation().title == "Agronomy"
    assert form.kinds.citation().component_title == ""
    ui.material.choose("article")
    assert not ui.lost.isVisibleTo(form)
    assert form.kinds.citation().component_title == "Rice and rain"


def test_what_was_brought_keeps_its_place_in_its_own_kind(open_form):
    form = open_form(filled=Filled(Citation(title="Peta Jawa", material=Material.MAP, isbn="x1")))
    assert "isbn" in _shown(form)
    assert form.kinds.citation().isbn == "x1"


# numbers


NUMBERS = (
    ("book", "isbn", "978-979-3062-79-3", True),
    ("book", "isbn", "979-3062-79-7", False),
    ("journal", "issn", "0028-0837", True),
    ("journal", "issn", "0028-0836", False),
    ("article", "doi", "11.1000/x", True),
    ("article", "doi", "https://doi.org/10.1000/xyz123", False),
    ("article", "pmid", "PM12", True),
    ("article", "pmid", "31452104", False),
    ("article", "pages", "A-Fz123", True),
)


@pytest.mark.ux("UX-26")
def test_a_number_is_looked_at_when_its_field_is_left(open_form):
    form = open_form()
    for kind, name, typed, odd in NUMBERS:
        form.form.material.choose(kind)
        field = form._fields[name]
        field.clear()
        QTest.keyClicks(field, typed)
        field.editingFinished.emit()
        told = form.numbers.text(name)
        assert (bool(told), bool(field.property("wrong"))) == (odd, odd), typed
        assert field.accessibleDescription() == told


def test_pages_are_written_in_one_way_and_counted(open_form):
    form = open_form()
    form.form.material.choose("article")
    QTest.keyClicks(form.form.pages, "pp. 112-9")
    form.form.pages.editingFinished.emit()
    assert form.form.pages.text() == "112-119"
    assert form.numbers.text("pages") == "Pages in all: 8"


@pytest.mark.ux("UX-26")
def test_an_odd_number_stops_the_sending_once_and_the_draft_never(open_form, qtbot, window):
    form, made = open_form(), []
    form.done_with = made.append
    form.form.title.setText("Atheis")
    form.form.isbn.setText("9789793062793")
    form.suppliers.add(PNRI)
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not made
    assert "ISBN" in form.form.wrong.text()
    assert form.focusWidget() is form.form.isbn
    assert form.form.send.text() == "Send anyway"
    with qtbot.waitSignal(form.accepted, timeout=30_000):
        form.form.send.click()
    assert requests.show(window.link.desk, made[0]).line.state is State.SENT
    draft = open_form()
    draft.done_with = made.append
    draft.form.title.setText("Atheis")
    draft.form.isbn.setText("9789793062793")
    with qtbot.waitSignal(draft.accepted, timeout=30_000):
        draft.form.keep.click()
    assert requests.show(window.link.desk, made[1]).line.state is State.DRAFT


def _overlaps(form):
    """Visible parts of one column of the form that lie over each other or are squeezed."""
    cells = [w for w in form.findChildren(QLabel) if w.isVisible() and w.text()]
    found = [w.text() for w in cells if w.height() < w.heightForWidth(w.width())]
    for name in ("isbn", "patron"):
        cell = getattr(form.form, f"{name}_cell")
        inner = [w for w in cell.findChildren(QWidget) if w.parentWidget() is cell]
        parts = [w.geometry() for w in inner if w.isVisible()]
        found += [name for a, b in combinations(parts, 2) if a.intersects(b)]
    return found


@pytest.mark.ux("UX-26")
@pytest.mark.parametrize("language", ["en", "id"])
def test_what_is_said_under_fields_has_room_of_its_own(seat, qtbot, language):
    window = seat(language).window
    window.taking.new()
    form = _form(qtbot)
    before = standing(form)
    form.form.title.setText("Atheis")
    form.form.isbn.setText("9789793062793")
    form.form.isbn.editingFinished.emit()
    qtbot.waitUntil(lambda: _overlaps(form) == [], timeout=30_000)
    assert form.form.note.height() > form.form.title.height()
    form.form.patron.setText("Zainal")
    form.form.patron.editingFinished.emit()
    qtbot.waitUntil(form.reader.add.isVisible, timeout=30_000)
    saturday = (5 - window.link.today().weekday()) % 7 or 7
    form.form.needed_by.edit.setText(f"+{saturday}")
    qtbot.waitUntil(form.form.needed_by._next.isVisible, timeout=30_000)
    form.form.send.click()
    assert form.form.wrong.isVisible()
    assert standing(form) >= before
    form.suppliers.add(PNRI)
    form.form.send.click()
    assert "&" not in form.form.wrong.text()
    assert "ISBN" in form.form.wrong.text()
    qtbot.waitUntil(lambda: _overlaps(form) == [], timeout=30_000)
    assert form.height() <= 700
    assert form.rect().contains(form.form.send.geometry())
    form.writing.forget()


def test_nothing_is_sent_without_a_library_to_ask(open_form, qtbot):
    form = open_form()
    form.form.title.setText("Atheis")
    form.form.send.click()
    assert form.form.wrong.text() == "Add a library to ask, or save the draft."
    with qtbot.waitSignal(form.accepted, timeout=30_000):
        QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_a_second_press_makes_no_second_request(open_form, qtbot, window):
    form, made = open_form(), []
    form.done_with = made.append
    form.form.title.setText("Atheis")
    form.suppliers.add(PNRI)
    with qtbot.waitSignal(form.accepted, timeout=30_000):
        form.form.send.click()
        form.form.send.click()
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    assert len(made) == 1
    found = requests.page(window.link.desk, ListQuery(find="Atheis", limit=10))
    assert [line.number for line in found.lines] == made


# reader, day, libraries, similar requests


def test_a_reader_is_found_by_a_part_of_the_name(open_form, qtbot):
    form = open_form()
    form.form.patron.setFocus()
    QTest.keyClicks(form.form.patron, "wulan")
    qtbot.waitUntil(lambda: form.reader.found.rowCount() == 1, timeout=30_000)
    assert form.reader.found.index(0, 0).data().startswith("Sari Wulandari · U1001")
    form.reader._chosen(form.reader.found.index(0, 0))
    assert form.form.patron.text() == "U1001"
    qtbot.waitUntil(lambda: "Sari Wulandari · Sejarah" in form.reader.told, timeout=30_000)


def test_a_reader_nobody_knows_is_told_at_the_field(open_form, qtbot):
    form = open_form()
    form.form.patron.setText("Zainal")
    form.form.patron.editingFinished.emit()
    qtbot.waitUntil(lambda: bool(form.form.patron.property("wrong")), timeout=30_000)
    assert form.reader.told == "No reader has this code or name."


def test_a_name_that_several_readers_have_is_told_at_the_field(open_form, qtbot, window):
    for code in ("Z1", "Z2"):
        card = patrons.PatronCard(PatronView(code, "Zainal Arifin", *[""] * 6))
        patrons.save(window.link.desk, card)
    form = open_form()
    form.form.patron.setText("Zainal Arifin")
    form.form.patron.editingFinished.emit()
    qtbot.waitUntil(lambda: bool(form.form.patron.property("wrong")), timeout=30_000)
    assert form.reader.told == "Several readers have this name. Give the code."
    form.form.title.setText("Atheis")
    form.form.keep.click()
    qtbot.waitUntil(lambda: bool(form.form.wrong.text()), timeout=30_000)
    assert form.form.wrong.text().startswith("“Zainal Arifin” could mean several readers.")
    assert form.focusWidget() is form.form.patron


def test_a_lending_request_starts_with_no_library_and_asks_for_one(open_form):
    form = open_form(Purpose.LEND)
    assert form.form.partner.code() == ""
    assert form.focusWidget() is form.form.partner
    form.form.title.setText("Atheis")
    form.form.send.click()
    assert form.form.wrong.text() == "Choose the requesting library."
    assert form.focusWidget() is form.form.partner
    assert form.form.partner.property("wrong")
    form.form.partner.setCurrentIndex(1)
    assert not form.form.partner.property("wrong")
    assert not form.form.wrong.isVisibleTo(form)


def test_a_library_nobody_knows_is_added_without_leaving_what_it_asked_for(window, qtbot):
    window.taking.lend()
    form = _form(qtbot)
    ui, made = form.form, []
    form.done_with = made.append
    for typed, told in (("perpustakaan", "Several"), ("Perpustakaan Antah", "No library")):
        ui.partner.lineEdit().selectAll()
        QTest.keyClicks(ui.partner, typed)
        assert not ui.add_library.isVisible()
        ui.partner.matches.popup().hide()
        ui.partner.lineEdit().editingFinished.emit()
        assert form.asking.told.startswith(told)
    ui.title.setText("Atheis")
    ui.send.click()
    assert not ui.wrong.isVisible()  # it stands below the field
    ui.add_library.click()
    card = form.findChild(PartnerDialog)
    assert (card.form.name.text(), card.focusWidget()) == ("Perpustakaan Antah", card.form.symbols)
    card.form.symbols.setText("ANTAH")
    with qtbot.waitSignal(card.accepted, timeout=30_000):
        card.form.save.click()
    assert (ui.partner.code(), ui.partner.currentText()) == ("LOCAL:ANTAH", "Perpustakaan Antah")
    assert (form.asking.told, ui.add_library.isVisible()) == ("", False)
    ui.asked_on.edit.setText("+1")
    assert not ui.asked_on.day() <= window.link.today()
    ui.send.click()
    qtbot.waitUntil(ui.wrong.isVisible, timeout=30_000)
    assert "Asked on" in ui.wrong.text()
    ui.asked_on.edit.setText("-70")
    assert "70 days ago" in ui.asked_on._hint.text()
    ui.asked_on.edit.setText("-2")
    with qtbot.waitSignal(form.accepted, timeout=30_000):
        ui.send.click()
    desk = window.link.desk
    line = requests.show(desk, made[0]).line
    assert (line.partner.symbol, line.title) == ("LOCAL:ANTAH", "Atheis")
    assert desk.local_date(line.created) == desk.today() - timedelta(days=2)


def test_a_library_to_ask_that_nobody_knows_is_added_without_leaving_the_request(window, qtbot):
    window.taking.new()
    form = _form(qtbot)
    ui, made = form.form, []
    form.done_with = made.append
    ui.title.setText("Atheis")
    ui.add_supplier.setFocus()
    QTest.keyClicks(ui.add_supplier, "Perpustakaan Antah")
    assert not ui.new_supplier.isVisible()
    QTest.keyClick(ui.add_supplier, Qt.Key.Key_Return)
    assert form.suppliers.unknown.told == "No library has this name or symbol."
    assert ui.new_supplier.isVisible()
    for verb in (ui.keep, ui.send):
        verb.click()
        assert ui.wrong.text().startswith("“Perpustakaan Antah” is not among the libraries to ask.")
        assert (form.focusWidget(), made) == (ui.add_supplier, [])
    ui.new_supplier.click()
    card = form.findChild(PartnerDialog)
    assert (card.form.name.text(), card.focusWidget()) == ("Perpustakaan Antah", card.form.symbols)
    card.form.symbols.setText("ANTAH")
    with qtbot.waitSignal(card.accepted, timeout=30_000):
        card.form.save.click()
    assert form.suppliers.symbols() == ["LOCAL:ANTAH"]
    assert ui.suppliers.item(0).text() == "Perpustakaan Antah, by telephone and letter"
    assert (ui.add_supplier.currentText(), form.suppliers.unknown.told) == ("", "")
    assert not ui.new_supplier.isVisible()
    assert not ui.wrong.isVisible()
    with qtbot.waitSignal(form.accepted, timeout=30_000):
        ui.keep.click()
    (asked,) = requests.show(window.link.desk, made[0]).suppliers
    assert asked.symbol == "LOCAL:ANTAH"


def test_a_known_library_typed_and_not_added_is_not_forgotten_either(open_form, qtbot):
    form = open_form()
    form.form.title.setText("Atheis")
    form.form.add_supplier.setEditText("Perpustakaan Antah")
    assert form.writing.dirty
    assert form.state()["add_supplier"] == "Perpustakaan Antah"
    form.form.add_supplier.choose(UGM)
    form.form.keep.click()
    assert "is not among the libraries to ask. Add it or clear the field." in form.form.wrong.text()
    assert form.isVisible()
    QTest.keyClick(form.form.add_supplier, Qt.Key.Key_Return)
    assert form.suppliers.symbols() == [UGM]
    with qtbot.waitSignal(form.accepted, timeout=30_000):
        form.form.keep.click()


def test_a_reader_nobody_knows_is_added_without_leaving_the_request(window, qtbot):
    window.taking.new()
    form = _form(qtbot)
    form.form.title.setText("Atheis")
    form.form.patron.setText("Z-77")
    form.form.patron.editingFinished.emit()
    qtbot.waitUntil(form.reader.add.isVisible, timeout=30_000)
    form.reader.add.setFocus()
    form.reader.add.click()
    card = form.findChild(ReaderDialog)
    assert card.form.code.text() == "Z-77"
    card.form.name.setText("Zainal Arifin")
    with qtbot.waitSignal(card.accepted, timeout=30_000):
        card.form.save.click()
    qtbot.waitUntil(lambda: "Zainal Arifin" in form.reader.told, timeout=30_000)
    assert (form.form.title.text(), form.form.patron.text()) == ("Atheis", "Z-77")
    assert not form.reader.add.isVisible()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow, timeout=30_000)
    assert form.focusWidget() is form.form.needed_by.edit
    form.writing.forget()


def test_save_and_send_says_that_it_was_sent_and_how_to_take_it_back(window, qtbot):
    window.taking.new()
    form = _form(qtbot)
    form.form.title.setText("Atheis")
    form.suppliers.add(PNRI)
    form.form.send.click()
    qtbot.waitUntil(lambda: any(": to be sent at " in one for one in window.notices.said))
    assert not any("is saved" in one for one in window.notices.said)
    assert "Undo: Send" in window.actions_by_name["undo"].text().replace("&", "")


def test_a_closed_day_offers_the_next_open_one(open_form, qtbot, window):
    form = open_form()
    today = window.link.today()
    saturday = (5 - today.weekday()) % 7 or 7
    form.form.needed_by.setFocus()
    QTest.keyClicks(form.form.needed_by.edit, f"+{saturday}")
    offer = form.form.needed_by._next
    qtbot.waitUntil(lambda: offer.isVisibleTo(form), timeout=30_000)
    assert "We are closed" in form.form.needed_by._hint.text()
    QTest.keyClick(form.form.needed_by.edit, Qt.Key.Key_Tab)
    assert form.focusWidget() is form.form.max_cost
    assert form.form.send.nextInFocusChain() is offer
    offer.click()
    assert form.form.needed_by.day() > today
    assert form.form.needed_by.day().weekday() not in (5, 6)
    assert not offer.isVisibleTo(form)


def test_an_amount_is_looked_at_when_its_field_is_left(open_form):
    form = open_form()
    cost = form.form.max_cost
    cost.setFocus()
    QTest.keyClicks(cost, "cheap")
    assert not cost.property("wrong")
    QTest.keyClick(cost, Qt.Key.Key_Tab)
    assert cost.property("wrong")
    assert "cheap" in cost.accessibleDescription()
    cost.setFocus()
    cost.selectAll()
    QTest.keyClicks(cost, "50.000")
    assert not cost.property("wrong")
    QTest.keyClick(cost, Qt.Key.Key_Tab)
    assert (cost.text(), cost.accessibleDescription()) == ("50,000 IDR", "")


def test_a_warning_goes_as_soon_as_it_is_heeded(open_form):
    form = open_form()
    ui = form.form
    ui.title.setText("Atheis")
    ui.send.click()
    assert ui.wrong.isVisibleTo(form)
    form.suppliers.add(PNRI)
    assert not ui.wrong.isVisibleTo(form)
    verb = ui.send.text()
    ui.isbn.setText("978-979-3062-79-3")
    ui.send.click()
    assert ui.send.text() == "Send anyway"
    ui.isbn.clear()
    QTest.keyClicks(ui.isbn, "978-979-3062-79-2")
    assert (ui.send.text(), ui.wrong.isVisibleTo(form)) == (verb, False)
    form.writing.forget()


@pytest.mark.parametrize(
    "typed", ["gadjah", "YOG-UGM", "univer gadj", "isil:id-yog-ugm", "mada perpus"]
)
def test_a_library_is_found_by_any_words_of_its_name_or_its_symbol(open_form, qtbot, typed):
    form = open_form()
    choice = form.form.add_supplier
    choice.setFocus()
    QTest.keyClicks(choice, typed)
    popup = choice.matches.popup()
    qtbot.waitUntil(popup.isVisible, timeout=30_000)
    assert UGM in popup.currentIndex().data()
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert form.suppliers.symbols() == [UGM]
    assert (choice.currentText(), form.isVisible()) == ("", True)
    QTest.keyClicks(choice, "zzzz")
    assert not popup.isVisible()
    QTest.keyClick(choice, Qt.Key.Key_Return)
    assert form.suppliers.symbols() == [UGM]


def test_the_requesting_library_may_be_typed_and_is_shown_whole_when_it_is_clear(open_form):
    form = open_form(Purpose.LEND)
    partner = form.form.partner
    partner.setFocus()
    QTest.keyClicks(partner, "perpustakaan")
    assert not partner.known()
    partner.lineEdit().selectAll()
    QTest.keyClicks(partner, "gadjah")
    partner.matches.popup().hide()
    assert partner.code() == UGM
    QTest.keyClick(partner, Qt.Key.Key_Tab)
    assert "Gadjah Mada" in partner.currentText()
    assert form.state()["partner"] == UGM


def test_buttons_put_libraries_in_order_and_take_one_away(open_form):
    form = open_form()
    ui = form.form
    assert ui.suppliers_cell.isVisibleTo(form)
    before = standing(form)
    for symbol in (PNRI, UGM):
        form.suppliers.add(symbol)
    assert standing(form) == before  # nothing below the list moves
    buttons = (ui.supplier_up, ui.supplier_down, ui.supplier_away)
    assert [one.isEnabled() for one in buttons] == [True, False, True]
    ui.supplier_up.click()
    assert form.suppliers.symbols() == [UGM, PNRI]
    assert [one.isEnabled() for one in buttons] == [False, True, True]
    ui.supplier_away.click()
    assert form.suppliers.symbols() == [PNRI]
    lending = open_form(Purpose.LEND)
    assert not lending.form.suppliers_cell.isVisibleTo(lending)


def test_the_keyboard_puts_libraries_in_order(open_form):
    form = open_form()
    rows = form.form.suppliers
    for symbol in (PNRI, UGM, "ISIL:AU-NLA"):
        form.suppliers.add(symbol)
    rows.setFocus()
    rows.setCurrentRow(2)
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(rows, Qt.Key.Key_Up, alt)
    QTest.keyClick(rows, Qt.Key.Key_Up, alt)
    QTest.keyClick(rows, Qt.Key.Key_Up, alt)
    assert form.suppliers.symbols() == ["ISIL:AU-NLA", PNRI, UGM]
    QTest.keyClick(rows, Qt.Key.Key_Down, alt)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert form.suppliers.symbols() == [PNRI, UGM]


def test_arrows_and_letters_go_through_the_libraries_and_enter_adds_one(open_form):
    form = open_form()
    choice = form.form.add_supplier
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    QTest.keyClick(choice, Qt.Key.Key_Down)
    second = choice.code()
    assert second
    assert form.suppliers.symbols() == []
    QTest.keyClick(choice, Qt.Key.Key_Return)
    assert form.suppliers.symbols() == [second]
    QTest.keyClicks(choice, "n")
    assert form.suppliers.symbols() == [second]
    assert form.isVisible()


def test_enter_on_no_library_opens_their_list_and_a_click_there_adds_one(open_form, qtbot):
    form = open_form()
    choice = form.form.add_supplier
    QTest.keyClick(choice, Qt.Key.Key_Return)
    rows = choice.view()
    qtbot.waitUntil(rows.isVisible, timeout=30_000)
    at = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseMove(rows.viewport(), at)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at, delay=1000)
    qtbot.waitUntil(lambda: len(form.suppliers.symbols()) == 1, timeout=30_000)
    assert choice.code() == ""


@pytest.mark.ux("UX-27")
def test_a_similar_request_opens_and_what_was_written_is_offered_again(window, qtbot):
    window.taking.new()
    form = _form(qtbot)
    QTest.keyClicks(form.form.title, "Laskar pelangi")
    qtbot.waitUntil(form.form.open_alike.isVisible, timeout=30_000)
    number = form.form.open_alike.text().removeprefix("Open ")
    form.form.open_alike.click()
    qtbot.waitUntil(lambda: window.detail.view.line.number == number, timeout=30_000)
    qtbot.waitUntil(lambda: any("Laskar" in one for one in window.notices.said), timeout=30_000)
    window.bar._offer.click()
    again = _form(qtbot)
    assert again.form.title.text() == "Laskar pelangi"
    again._discard()


def test_an_answer_that_comes_after_the_form_was_closed_is_let_go(window, qtbot):
    for _ in range(5):
        window.taking.new()
        form = _form(qtbot)
        form.form.title.setText("Laskar pelangi")
        form.form.patron.setText("U1001")
        form.form.needed_by.edit.setText("+3")
        form.reader.understand()
        form.alike._look()
        form._discard()
        form.deleteLater()
        qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)


# nothing typed is lost


@pytest.mark.parametrize("purpose", [Purpose.BORROW, Purpose.LEND])
def test_a_form_that_was_not_touched_closes_at_once(open_form, purpose):
    form = open_form(purpose)
    assert not form.writing.dirty
    form.reject()
    assert not form.isVisible()


@pytest.mark.ux("UX-25")
def test_a_form_filled_from_a_citation_asks_before_it_is_lost(open_form, window, qtbot):
    cited = Citation(component_title="Rice and rain", title="Agronomy", material=Material.ARTICLE)
    form = open_form(filled=Filled(cited))
    assert form.windowTitle() == "• New borrowing request"
    QTest.keyClick(form, Qt.Key.Key_Escape)
    _answer(form, "Go on writing")
    assert form.isVisible()
    form.writing.keep()
    qtbot.waitUntil(lambda: bool(unfinished.kept(window.link.desk)), timeout=30_000)
    form.reject()
    _answer(form, "Discard")
    assert not form.isVisible()
    qtbot.waitUntil(lambda: not unfinished.kept(window.link.desk), timeout=30_000)


@pytest.mark.ux("UX-25")
def test_a_form_that_was_written_in_wears_a_dot_and_asks(open_form, window):
    form = open_form()
    QTest.keyClicks(form.form.title, "A")
    assert form.windowTitle() == "• New borrowing request"
    assert form.form.title_label.text() == "&Title •"
    QTest.keyClick(form.form.title, Qt.Key.Key_Backspace)
    assert form.windowTitle() == "New borrowing request"
    assert form.form.title_label.text() == "&Title"
    QTest.keyClicks(form.form.title, "Atheis")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    _answer(form, "Go on writing")
    assert form.isVisible()
    form.close()
    _answer(form, "Discard")
    assert not form.isVisible()


@pytest.mark.ux("UX-25")
def test_closing_can_save_the_draft(open_form, qtbot, window):
    form, made = open_form(), []
    form.done_with = made.append
    QTest.keyClicks(form.form.title, "Atheis")
    form.reject()
    with qtbot.waitSignal(form.accepted, timeout=30_000):
        _answer(form, "Save draft")
    assert requests.show(window.link.desk, made[0]).line.title == "Atheis"
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    assert unfinished.kept(window.link.desk) == ()


def test_what_is_typed_is_kept_within_two_seconds(open_form, qtbot, window):
    form = open_form(Purpose.LEND)
    assert form.writing._timer.interval() <= 2000
    QTest.keyClicks(form.form.title, "Atheis")
    assert form.writing._timer.isActive()
    form.writing._timer.timeout.emit()
    qtbot.waitUntil(lambda: bool(unfinished.kept(window.link.desk)), timeout=30_000)
    now = unfinished.kept(window.link.desk)[0].form["now"]
    assert (now["title"], now["purpose"]) == ("Atheis", "lend")


def test_a_change_of_a_request_is_taken_up_where_it_was_left(window, qtbot):
    view = window.detail.view
    window.taking.edit(view)
    form = _form(qtbot)
    form.form.note.setPlainText("call the reader")
    form.writing.keep()
    form.writing.stop()
    qtbot.waitUntil(lambda: bool(unfinished.kept(window.link.desk)), timeout=30_000)
    form.done(0)
    qtbot.waitUntil(window.bar._offer.isVisible, timeout=30_000)
    window.bar._offer.click()
    again = _form(qtbot)
    assert again.form.note.text() == "call the reader"
    assert again.form.title.text() == view.citation.title
    with qtbot.waitSignal(again.accepted, timeout=30_000):
        again.form.send.click()
    assert requests.show(window.link.desk, view.line.number).note == "call the reader"


def _one(desk, side, state, service=Service.LOAN):
    lines = requests.page(desk, ListQuery(side=side, state=state, limit=0)).lines
    number = next(one.number for one in lines if one.service is service)
    return requests.show(desk, number)


@pytest.mark.parametrize(
    ("side", "state"), [(Side.BORROWING, State.HERE), (Side.LENDING, State.SENT_OUT)]
)
def test_barcodes_are_corrected_where_a_request_is_edited(open_form, window, qtbot, side, state):
    desk = window.link.desk
    number = _one(desk, side, state).line.number
    requests.edit(desk, number, {"item": ["UB-1", "UB-2"]})

    def edit():
        view = requests.show(desk, number)
        form = open_form(Purpose.EDIT, Filled(view.citation, view.identifiers, view))
        assert form.form.item.isVisible()
        return form, form.form

    form, ui = edit()
    assert (ui.item.text(), form.writing.dirty) == ("UB-1\nUB-2", False)
    ui.item.setPlainText("UB-1\nUB-3")
    assert ui.item_label.text() == "Barcodes, one a line •"
    ui.send.click()  # at once: nobody has seen yet that it is another one
    assert "On record is UB-1, UB-2, not UB-3." in ui.item.accessibleDescription()
    with qtbot.waitSignal(form.accepted, timeout=30_000):
        ui.send.click()
    assert [one.barcode for one in requests.show(desk, number).items] == ["UB-1", "UB-3"]
    form, ui = edit()
    ui.item.setPlainText("UB-3")
    with qtbot.waitSignal(form.accepted, timeout=30_000):
        ui.send.click()
    after = requests.show(desk, number)
    assert ([one.barcode for one in after.items], after.line.state) == (["UB-3"], state)
    for view in (
        _one(desk, Side.BORROWING, State.DRAFT),
        _one(desk, Side.BORROWING, State.COPY_SENT, Service.COPY),
    ):
        other = open_form(Purpose.EDIT, Filled(view.citation, view.identifiers, view))
        assert not other.form.item.isVisible()
        other.reject()


@pytest.mark.parametrize(
    ("side", "state"), [(Side.BORROWING, State.HERE), (Side.LENDING, State.SENT_OUT)]
)
def test_due_date_and_cost_are_corrected_where_a_request_is_edited(
    open_form, window, qtbot, side, state
):
    desk = window.link.desk
    view = _one(desk, side, state)
    form = open_form(Purpose.EDIT, Filled(view.citation, view.identifiers, view))
    ui, day = form.form, desk.today() + timedelta(days=40)
    assert all(one.isVisible() for one in (ui.due, ui.cost, ui.only_noted))
    assert (ui.due.text(), form.writing.dirty) == (view.line.due.isoformat(), False)
    ui.due.edit.setText((desk.today() - timedelta(days=1)).isoformat())
    assert "This day is past." in ui.due.edit.accessibleDescription()
    ui.due.edit.setText("some day")
    ui.send.click()
    qtbot.waitUntil(ui.due.edit.hasFocus, timeout=30_000)
    assert form.isVisible()
    ui.due.edit.setText("+40")
    ui.cost.setText("12500 IDR")
    assert form.writing.dirty
    with qtbot.waitSignal(form.accepted, timeout=30_000):
        ui.send.click()
    after = requests.show(desk, view.line.number)
    assert (after.line.due, str(after.cost), after.line.state) == (day, "12500 IDR", state)
    assert after.events[0].kind == "edit"
    assert len(after.messages) == len(view.messages)


def test_no_due_date_is_asked_for_where_nothing_is_lent(open_form, window):
    shown = (
        (_one(window.link.desk, Side.BORROWING, State.DRAFT), (False, False)),
        (_one(window.link.desk, Side.LENDING, State.NEW), (False, False)),
        (_one(window.link.desk, Side.BORROWING, State.SENT), (False, True)),
        (_one(window.link.desk, Side.BORROWING, State.COPY_SENT, Service.COPY), (False, True)),
    )
    for view, seen in shown:
        form = open_form(Purpose.EDIT, Filled(view.citation, view.identifiers, view))
        ui = form.form
        assert (ui.due.isVisible(), ui.cost.isVisible()) == seen
        assert ui.only_noted.isVisible() == (view.line.state is not State.DRAFT)
        assert form.height() <= 700
        form.reject()
    form = open_form()
    assert not any(one.isVisible() for one in (form.form.cost, form.form.only_noted))


CRASH = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from ill_desktop.ui.application import application
from ill_desktop.ui.start import Shell, Wish
app = application(["ill-desktop"])
shell = Shell(app, Wish(Path(sys.argv[1]), "en", state=Path(sys.argv[2])))
assert shell.open()
def write():
    if shell.link.desk is None:
        QTimer.singleShot(50, write)
        return
    shell.window.taking.new()
    QTimer.singleShot(50, type_it)
def type_it():
    form = app.activeModalWidget()
    if form is None:
        QTimer.singleShot(50, type_it)
        return
    QTest.keyClicks(form.form.title, "Keluarga Gerilya")
    form.form.patron.setText("U1001")
    form.suppliers.add("ISIL:ID-YOG-UGM")
    print("typed", flush=True)
write()
app.exec()
"""


@pytest.mark.ux("UX-25")
def test_a_killed_window_offers_what_was_typed(desk_place, tmp_path, seat, qtbot):
    line = [sys.executable, "-c", CRASH, str(desk_place), str(tmp_path / "w.ini")]
    given = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    running = subprocess.Popen(line, env=given, stdout=subprocess.PIPE, text=True)
    assert running.stdout.readline() == "typed\n"
    desk = open_desk(desk_place)
    qtbot.waitUntil(lambda: bool(unfinished.kept(desk)), timeout=30_000)
    desk.close()
    running.send_signal(signal.SIGKILL)
    running.communicate()
    window = seat().window
    qtbot.waitUntil(window.bar._offer.isVisible, timeout=30_000)
    assert "Keluarga Gerilya" in window.notices.said[-1]
    window.bar._offer.click()
    form = _form(qtbot)
    assert form.form.title.text() == "Keluarga Gerilya"
    assert form.form.patron.text() == "U1001"
    assert form.suppliers.symbols() == [UGM]
    assert form.writing.dirty
    form._discard()
    qtbot.waitUntil(lambda: unfinished.kept(window.link.desk) == (), timeout=30_000)
