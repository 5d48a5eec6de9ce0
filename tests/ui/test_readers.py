"""Readers in the window: found, changed, imported after a look."""

import pytest
from PySide6.QtWidgets import QMessageBox

from ill_desktop.services import patrons
from ill_desktop.ui.bring_in_readers import BringInReaders
from ill_desktop.ui.places import Place
from ill_desktop.ui.reader_dialog import ReaderDialog


def _visible(qapp, kind):
    return [w for w in qapp.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


@pytest.fixture
def page(window, qtbot):
    window.sidebar.choose(Place.READERS)
    page = window.going.page(Place.READERS)
    qtbot.waitUntil(lambda: len(page.model.rows) == 6, timeout=30_000)
    return page


@pytest.fixture
def dialog(page, qtbot, qapp):
    page.open_card("U1001")
    qtbot.waitUntil(lambda: bool(_visible(qapp, ReaderDialog)), timeout=30_000)
    return _visible(qapp, ReaderDialog)[0]


def test_readers_are_found_while_typing(page, qtbot):
    page.search.setText("biologi")
    qtbot.waitUntil(lambda: not page.model.rows, timeout=30_000)
    page.search.setText("made")
    qtbot.waitUntil(lambda: [r.code for r in page.model.rows] == ["U1003"], timeout=30_000)
    assert page.count.text() == "1 of 6"


def test_a_card_shows_the_requests_and_keeps_what_is_typed(dialog, shell, qtbot):
    assert dialog.model.rows
    form = dialog.form
    form.phone.setText("0812-1")
    form.block.setText("Owes a book")
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        form.save.click()
    card = patrons.show(shell.link.desk, "U1001")
    assert (card.view.phone, card.block, card.view.name) == (
        "0812-1",
        "Owes a book",
        "Sari Wulandari",
    )


def test_a_code_that_is_taken_is_told_beside_its_field(dialog, qtbot):
    dialog.form.code.setText("U1002")
    dialog.form.save.click()
    qtbot.waitUntil(dialog.form.wrong.isVisible, timeout=30_000)
    assert dialog.form.code.property("wrong")


def test_a_request_of_a_reader_is_one_double_click_away(dialog, window, qtbot):
    number = dialog.model.rows[0].number
    dialog.form.requests.doubleClicked.emit(dialog.model.index(0, 0))
    qtbot.waitUntil(
        lambda: window.detail.view is not None and window.detail.view.line.number == number,
        timeout=30_000,
    )


def test_an_import_shows_each_row_first_and_says_what_it_did(
    page, window, shell, qtbot, qapp, tmp_path
):
    table = tmp_path / "readers.csv"
    rows = ("U1001,Sari,W.", "U9,Budi,", ",Nobody,", "U9,Budi,S.")
    table.write_text("\n".join(("Key,First name,Last name", *rows)))
    page.bring_in()
    qtbot.waitUntil(lambda: bool(_visible(qapp, BringInReaders)), timeout=30_000)
    dialog = _visible(qapp, BringInReaders)[0]
    assert dialog.height() <= 700
    assert dialog.focusWidget() is dialog.form.file
    dialog.open_file(table)
    qtbot.waitUntil(lambda: len(dialog.model.rows) == 4, timeout=30_000)
    assert dialog.form.told.text() == "Choose the column for: Code."
    dialog.fields["code"].setCurrentText("Key")
    qtbot.waitUntil(lambda: dialog.form.act.text() == "Import all 2", timeout=30_000)
    told = [dialog.model.index(row, 1).data() for row in range(4)]
    assert told[:2] == ["Will be brought up to date", "Will be added"]
    assert "empty" in told[2]
    assert "in row 3 already" in told[3]
    assert len(patrons.listed(shell.link.desk)) == 6
    dialog.form.act.click()
    qtbot.waitUntil(lambda: len(dialog.model.rows) == 2, timeout=30_000)  # what was left out
    assert [dialog.model.index(row, 1).data() for row in range(2)] == told[2:]
    dialog.reject()
    qtbot.waitUntil(lambda: len(page.model.rows) == 7, timeout=30_000)
    assert patrons.show(shell.link.desk, "U1001").view.name == "Sari W."


def test_an_empty_page_offers_the_list_of_the_library_system(page, qtbot, qapp):
    page._say_whether(patrons.Found((), 0))
    page.listing.instead.click()
    qtbot.waitUntil(lambda: bool(_visible(qapp, BringInReaders)), timeout=30_000)
    _visible(qapp, BringInReaders)[0].reject()


def test_a_reader_is_told_everything_and_erased(dialog, page, shell, qtbot, qapp, tmp_path):
    dialog.report(tmp_path / "sari.pdf")
    qtbot.waitUntil((tmp_path / "sari.pdf").is_file, timeout=30_000)
    dialog.form.erase.click()
    qtbot.waitUntil(lambda: bool(_visible(qapp, QMessageBox)), timeout=30_000)
    box = _visible(qapp, QMessageBox)[0]
    assert "Sari Wulandari" in box.text()
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        next(b for b in box.buttons() if b.text() == "Erase reader").click()
    assert patrons.shelf(shell.link.desk, "U1001").closed == ()
    assert patrons.shelf(shell.link.desk, "U1001").open
