"""The first start: a few short pages by keyboard alone, and nothing written before the last one."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from ill_desktop import logs
from ill_desktop.domain.lifecycle.standing import states
from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.services import partners
from ill_desktop.services.desk import open_desk
from ill_desktop.services.print_habits import usual_stock
from ill_desktop.services.printing import page_count
from ill_desktop.store import directory
from ill_desktop.ui import paper_printer
from ill_desktop.ui.first_start import DESK, EXCHANGE, LIBRARY, PAPER, FirstStart
from ill_desktop.ui.places import Place
from ill_desktop.ui.start import Shell, Wish
from ill_desktop.ui.tasks import Tasks

KEY = Qt.Key


@pytest.fixture
def heard():
    """The languages the wizard asked to speak."""
    return []


@pytest.fixture
def wizard(qtbot, tmp_path, heard):
    tasks = Tasks()
    dialog = FirstStart(tmp_path / "mine", "en", tasks, heard.append)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    tasks.close()


def _to(wizard, page):
    while wizard._page < page:
        before = wizard._page
        if before == LIBRARY:
            wizard.form.name.setText("Perpustakaan Kota")
            wizard.form.symbol.setText("ISIL:ID-KOTA")
        wizard.form.forth.click()
        assert wizard._page == before + 1


def _press(*keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        field = QApplication.focusWidget()
        if isinstance(key, str):
            QTest.keyClicks(field, key)
        else:
            QTest.keyClick(field, key, modifier)


def _when_there(qapp, work):
    """Do something once a dialog has the keyboard: `exec` lets nobody else wait."""

    def look():
        if QApplication.focusWidget() is None:
            _when_there(qapp, work)
        else:
            work()

    QTimer.singleShot(10, look)


@pytest.mark.ux("UX-01")
def test_the_keyboard_alone_leads_from_the_first_page_to_the_search_box(qtbot, qapp, tmp_path):
    place = tmp_path / "mine"
    shell = Shell(qapp, Wish(place, "en", "light", state=tmp_path / "window.ini"))
    told = []

    def type_it():
        told.append(QApplication.activeWindow().form.step.text())
        _press(KEY.Key_Return)  # English
        _press(KEY.Key_Return)  # a new desk in the usual place
        _press("Perpustakaan Kota", KEY.Key_Tab, "ID-KOTA", KEY.Key_Tab, "Jl. Mawar 1")
        _press(KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Return)
        _press(KEY.Key_Return)  # partners later
        _press(KEY.Key_Return)  # the usual paper

    _when_there(qapp, type_it)
    assert shell.open()
    qtbot.waitUntil(lambda: shell.link.desk is not None, timeout=30_000)
    window, desk = shell.window, shell.link.desk
    window.exchanging.timer.setInterval(3_600_000)
    assert told == ["Page 1 of 5"]
    assert window.focusWidget() is window.list.search
    assert (desk.library.name, desk.library.symbol) == ("Perpustakaan Kota", "ISIL:ID-KOTA")
    with desk.database.read() as session:
        assert directory.addresses(session, None)["ship"].lines == "Jl. Mawar 1"
    window.let_go()
    window.deleteLater()


@pytest.mark.ux("UX-01")
def test_calling_it_off_leaves_nothing_behind(qtbot, qapp, tmp_path):
    shell = Shell(qapp, Wish(tmp_path / "mine", "en", "light", state=tmp_path / "window.ini"))
    _when_there(qapp, lambda: _press(KEY.Key_Escape))
    assert not shell.open()
    assert not (tmp_path / "mine").exists()


def test_the_wizard_speaks_the_language_chosen_at_once(wizard, qapp, heard):
    from ill_desktop.ui import i18n

    wizard._speak = lambda code: (heard.append(code), i18n.speak(qapp, code))
    wizard.form.indonesian.click()
    assert heard == ["id"]
    assert wizard.form.forth.text() == "Lanjut"
    assert wizard.form.heading.text() == "Selamat datang di ILL Desktop"
    _to(wizard, DESK)
    assert wizard.form.heading.text() == "Meja layanan Anda"
    for translator in qapp.children():
        if type(translator).__name__ == "QTranslator":
            qapp.removeTranslator(translator)
    i18n.speak(qapp, "en")


def test_what_was_filled_in_survives_another_language(wizard):
    _to(wizard, PAPER)
    wizard.form.paper.choose("Letter")
    wizard.form.zone.choose("Asia/Jayapura")
    wizard.form.english.setChecked(False)
    wizard._choose_language("id")
    form = wizard.form
    assert (form.paper.code(), form.stock.code()) == ("Letter", "5163")
    assert (form.name.text(), form.zone.code()) == ("Perpustakaan Kota", "Asia/Jayapura")


def test_a_page_tells_what_is_missing_and_stays(wizard, tmp_path):
    _to(wizard, LIBRARY)
    wizard.form.symbol.setText("ISIL:ID-KOTA")
    wizard.form.forth.click()
    assert wizard._page == LIBRARY
    assert wizard.form.wrong.text() == "Fill in “Name of your library”."
    assert wizard.form.name.property("wrong")
    assert not (tmp_path / "mine").exists()
    wizard.form.name.insert("N")
    assert wizard.form.wrong.isHidden()


def test_country_and_zone_are_understood_from_a_few_letters_and_set_the_paper(wizard):
    form = wizard.form
    _to(wizard, LIBRARY)
    form.name.setText("Riverside")
    form.symbol.setText("US-RIVU")
    form.country.setFocus()
    form.country.lineEdit().selectAll()
    QTest.keyClicks(form.country.lineEdit(), "united s")
    form.country.lineEdit().editingFinished.emit()
    assert form.country.currentText() == "United States"
    offered = [form.zone.itemText(at) for at in range(form.zone.count())]
    assert offered[:2] == ["America/New York", "America/Chicago"]
    assert "America/Boise" in offered[:40]
    assert "Asia/Jakarta" in offered
    form.zone.setEditText("chicago")
    assert (form.paper.code(), form.stock.code()) == ("Letter", "5163")
    form.forth.click()
    assert (wizard._page, form.zone.code()) == (EXCHANGE, "America/Chicago")
    form.back.click()
    form.country.setEditText("KE")
    form.country.lineEdit().editingFinished.emit()
    assert (form.zone.code(), form.paper.code()) == ("Africa/Nairobi", "A4")


@pytest.mark.parametrize(
    ("name", "typed"), [("country", "united"), ("country", "Utopia"), ("zone", "Mars/Base")]
)
def test_what_means_none_or_several_of_a_list_is_refused_on_its_page(wizard, tmp_path, name, typed):
    _to(wizard, LIBRARY)
    wizard.form.name.setText("Riverside")
    wizard.form.symbol.setText("US-RIVU")
    getattr(wizard.form, name).setEditText(typed)
    wizard.form.forth.click()
    assert wizard._page == LIBRARY
    assert getattr(wizard.form, name).property("wrong")
    assert wizard.focusWidget() is getattr(wizard.form, name)
    assert typed in wizard.form.wrong.text()
    assert not (tmp_path / "mine" / "desk.sqlite3").exists()


@pytest.mark.parametrize(
    ("typed", "told", "outlined"),
    [
        ("ID-KOTA", "Will be written as ISIL:ID-KOTA.", False),
        ("ISIL:Perpustakaan Kota", "This does not look like an ISIL", True),
        ("ISIL:ID-KOTA", "", False),
    ],
)
def test_an_odd_symbol_is_looked_at_and_not_refused(wizard, typed, told, outlined):
    _to(wizard, LIBRARY)
    wizard.form.name.setText("Perpustakaan Kota")
    wizard.form.symbol.setText(typed)
    assert wizard._notes["symbol"].text.startswith(told)
    assert bool(wizard.form.symbol.property("wrong")) is outlined
    wizard.form.forth.click()
    assert wizard._page == EXCHANGE


@pytest.mark.parametrize(("typed", "offered"), [("ISIL:", ""), ("nusa", "Use LOCAL:nusa")])
def test_what_is_no_symbol_is_refused_and_our_own_authority_offered(wizard, typed, offered):
    _to(wizard, LIBRARY)
    form = wizard.form
    form.name.setText("Perpustakaan Kota")
    form.symbol.setText(typed)
    form.forth.click()
    assert wizard._page == LIBRARY
    assert form.wrong.text().startswith(f"“{typed}” is not a library symbol. Write it as")
    assert form.symbol.property("wrong")
    assert wizard.focusWidget() is form.symbol
    own = wizard._own["symbol"]
    assert own.isVisible() is bool(offered)
    if offered:
        assert own.text() == offered
        own.click()
        assert (form.symbol.text(), own.isVisible()) == ("LOCAL:nusa", False)
        form.forth.click()
        assert wizard._page == EXCHANGE


def test_the_first_partner_the_labels_and_the_paper_are_kept(wizard, qtbot, tmp_path):
    _to(wizard, EXCHANGE)
    form = wizard.form
    form.partner_now.click()
    form.forth.click()
    assert form.partner_name.property("wrong")
    form.partner_name.setText("Perpustakaan UGM")
    form.partner_symbol.setText("ID-YOG-UGM")
    form.inbox.setText(str(tmp_path / "in"))
    form.forth.click()
    assert form.outbox.property("wrong")
    (tmp_path / "out").mkdir()
    form.outbox.setText(str(tmp_path / "out"))
    qtbot.waitUntil(lambda: str(tmp_path / "in") in form.inbox.accessibleDescription())
    assert form.outbox.accessibleDescription() == ""
    assert not (tmp_path / "in").exists(), "it is made with the desk, and said before"
    _to(wizard, PAPER)
    form.paper.choose("F4")
    form.stock.choose("L7165")
    with qtbot.waitSignal(wizard.accepted, timeout=30_000):
        form.forth.click()
    desk = open_desk(tmp_path / "mine")
    assert partners.show(desk, "ISIL:ID-YOG-UGM").inbox == str(tmp_path / "in")
    assert desk.library.paper == "F4"
    assert usual_stock(desk, "shipping-label") == "L7165"
    desk.close()


def test_a_partner_that_cannot_be_takes_the_new_desk_back(wizard, qtbot, tmp_path):
    _to(wizard, EXCHANGE)
    form = wizard.form
    form.partner_now.click()
    form.partner_name.setText("Perpustakaan UGM")
    form.partner_symbol.setText("ISIL:ID-YOG-UGM")
    for box in (form.inbox, form.outbox):
        box.setText(str(tmp_path / "post"))
    _to(wizard, PAPER)
    form.forth.click()
    qtbot.waitUntil(form.wrong.isVisible, timeout=30_000)
    assert wizard._page == EXCHANGE
    assert form.outbox.property("wrong")
    assert wizard.focusWidget() is form.outbox
    assert not (tmp_path / "mine" / "desk.sqlite3").exists()


def test_a_desk_that_is_there_is_opened_from_its_folder(wizard, qtbot, desk_place, tmp_path):
    _to(wizard, DESK)
    form = wizard.form
    form.open_desk.click()
    assert form.forth.text() == "Open the desk"
    form.folder.setText(str(tmp_path / "empty"))
    form.forth.click()
    qtbot.waitUntil(form.wrong.isVisible, timeout=30_000)
    assert str(tmp_path / "empty") in form.wrong.text()
    form.folder.setText(str(desk_place.parent))
    with qtbot.waitSignal(wizard.accepted, timeout=30_000):
        form.forth.click()
    assert wizard.folder == desk_place


@pytest.mark.ux("UX-02")
def test_the_sample_desk_is_two_pages_away_and_holds_something_of_everything(qtbot, qapp, tmp_path):
    shell = Shell(qapp, Wish(tmp_path / "mine", "en", "light", state=tmp_path / "window.ini"))
    told = []

    def choose():
        form = QApplication.activeWindow().form
        form.forth.click()
        form.sample_desk.click()
        told.append((form.step.text(), form.folder.isVisible()))
        form.forth.click()

    _when_there(qapp, choose)
    assert shell.open()
    window = shell.window
    qtbot.waitUntil(lambda: shell.link.desk is not None, timeout=30_000)
    window.exchanging.timer.setInterval(3_600_000)
    assert told == [("Page 2 of 2", False)]
    assert "Sample" in window.windowTitle()
    assert shell.sample_bar.isVisible()
    assert shell.sample_bar._offer.text() == "Start with an empty desk"
    window.sidebar.choose(Place.ALL)
    qtbot.waitUntil(lambda: window.list.query.queue is None and not window.list.waiting)
    rows = window.list.model.rows
    assert len(rows) == window.list.model.total >= 40
    every = {(side, state) for side in Side for state in states(side)}
    assert {(line.side, line.state) for line in rows} == every
    window.let_go()
    window.deleteLater()
    logs.stop(shell.log)


def test_the_test_sheet_is_saved_as_pdf(wizard, qtbot, tmp_path, monkeypatch):
    _to(wizard, PAPER)
    target = tmp_path / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    wizard.form.save_sheet.click()
    qtbot.waitUntil(wizard.form.sheet_done.isVisible, timeout=30_000)
    assert page_count(target.read_bytes()) == 1
    assert "sheet.pdf" in wizard.form.sheet_done.text()


def test_the_test_sheet_goes_to_the_printer(wizard, qtbot, tmp_path, monkeypatch):
    _to(wizard, PAPER)
    printer, target = paper_printer.new_printer(), tmp_path / "printed.pdf"
    printer.setOutputFileName(str(target))
    monkeypatch.setattr(paper_printer, "ask_printer", lambda over: printer)
    wizard.form.print_sheet.click()
    qtbot.waitUntil(wizard.form.sheet_done.isVisible, timeout=30_000)
    assert page_count(target.read_bytes()) == 1
