"""Readers in the window: found, changed, imported after a look."""

import pytest
from PySide6.QtWidgets import QMessageBox

from ill_desktop.services import patrons
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


def test_an_import_says_first_what_it_does(page, shell, qtbot, qapp, tmp_path):
    table = tmp_path / "readers.csv"
    table.write_text("code,name\nU1001,Sari W.\nU9,Budi\n,Nobody\n")
    page.take(table)
    qtbot.waitUntil(lambda: bool(_visible(qapp, QMessageBox)), timeout=30_000)
    box = _visible(qapp, QMessageBox)[0]
    assert "Readers to add: 1. To bring up to date: 1." in box.text()
    assert "lines 4" in box.text()
    assert len(patrons.listed(shell.link.desk)) == 6
    next(b for b in box.buttons() if b.text() == "Import readers").click()
    qtbot.waitUntil(lambda: len(page.model.rows) == 7, timeout=30_000)


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
