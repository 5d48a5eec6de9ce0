"""Files and text brought to the window: seen first, and then one, some or all are made."""

import threading
from email.message import EmailMessage

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import isValid

from ill_desktop.domain.queues import Queue
from ill_desktop.formats.citations import read_citations
from ill_desktop.services import many_drafts, requests
from ill_desktop.services.progress import Progress
from ill_desktop.store.lines import ListQuery
from ill_desktop.ui import going
from tests.ui.hands import drop

LASKAR = "TY  - BOOK\nTI  - Laskar pelangi\nER  - \n"
NBIB = "PMID- 31452104\nTI  - Rice and rain.\nJT  - Agronomy\nDP  - 2020 Mar\nPG  - 1-9\n"
MARC = "LibreCat_Catmandu-MARC__t__camel.mrc"


def _ris(count, first=0):
    one = "TY  - BOOK\nTI  - Chronicle of village {n}\nAU  - Writer {n}\nER  - \n"
    return "".join(one.format(n=n) for n in range(first, first + count))


def _dialog(qtbot, kind):
    def found():
        shown = QApplication.topLevelWidgets()
        return next((w for w in shown if w.isVisible() and type(w).__name__ == kind), None)

    qtbot.waitUntil(lambda: found() is not None, timeout=30_000)
    return found()


def _drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert drop(window, data)


def _texts(window):
    return [one.text() for one in window.findChildren(QLabel) if one.isVisible()]


def _drafts(window):
    return requests.page(window.link.desk, ListQuery(queue=Queue.DRAFTS)).total


def test_a_real_catalogue_is_dropped_and_some_of_it_made(window, qtbot, shared):
    before = _drafts(window)
    _drop(window, shared / "marc" / MARC)
    choose = _dialog(qtbot, "ChooseRecord")
    assert len(choose.model.rows) == 10
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=30_000)
    assert choose.use.text() == "Make 10 drafts"
    choose.table.clearSelection()
    for row in (1, 4, 7):
        choose.table.selectionModel().select(
            choose.model.index(row, 0),
            choose.table.selectionModel().SelectionFlag.Select
            | choose.table.selectionModel().SelectionFlag.Rows,
        )
    with qtbot.waitSignal(choose.made, timeout=30_000) as made:
        choose.use.click()
    assert len(made.args[0]) == 3
    assert _drafts(window) == before + 3
    wanted = choose.model.rows[1].citation.display_title
    assert requests.show(window.link.desk, made.args[0][0]).line.title == wanted
    assert "Drafts made: 3." in window.notices.said


@pytest.mark.parametrize("most", [500, 1])
def test_drafts_made_together_are_shown_together(window, qtbot, tmp_path, monkeypatch, most):
    monkeypatch.setattr(going, "MOST_SHOWN", most)
    (tmp_path / "list.ris").write_text(_ris(2))
    _drop(window, tmp_path / "list.ris")
    choose = _dialog(qtbot, "ChooseRecord")
    with qtbot.waitSignal(choose.made, timeout=30_000) as made:
        choose.use.click()
    numbers, page = set(made.args[0]), window.list
    assert len(numbers) == 2
    qtbot.waitUntil(lambda: numbers <= {one.number for one in page.model.rows}, timeout=30_000)
    alone = len(page.model.rows) == 2
    assert (alone, page.passing) == (most > 2, most > 2)
    said = "Only the 2 drafts just made are shown."
    assert (said in _texts(window)) is alone
    assert (window.going.here == Queue.DRAFTS) is not alone


def test_a_real_catalogue_is_pasted(window, qtbot, shared):
    data = (shared / "marc" / MARC).read_bytes()
    QApplication.clipboard().setText(data.decode("utf-8"))
    window.actions_by_name["paste"].trigger()
    choose = _dialog(qtbot, "ChooseRecord")
    assert len(choose._intake.usable) == 10


@pytest.mark.ux("UX-19")
def test_what_was_asked_for_already_is_marked_and_left_out(window, qtbot, tmp_path):
    (tmp_path / "list.ris").write_text(_ris(2) + LASKAR + _ris(1))
    _drop(window, tmp_path / "list.ris")
    choose = _dialog(qtbot, "ChooseRecord")
    qtbot.waitUntil(lambda: len(choose._known) == 2, timeout=30_000)
    notes = [choose.model.index(row, 4).data() for row in range(4)]
    assert notes[2].startswith("Asked for already: 26")
    assert notes[3] == "Twice in this file"
    assert [one.index for one in choose.selected()] == [1, 2]
    with qtbot.waitSignal(choose.made, timeout=30_000):
        choose.use.click()
    again = read_citations((tmp_path / "list.ris").read_bytes())
    known = many_drafts.marks(window.link.desk, again.records, Progress())
    assert set(known) == {1, 2, 3, 4}


@pytest.mark.ux("UX-21")
def test_stopping_leaves_whole_batches_only(window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(many_drafts, "BATCH", 5)
    (tmp_path / "list.ris").write_text(_ris(40))
    before = _drafts(window)
    _drop(window, tmp_path / "list.ris")
    choose = _dialog(qtbot, "ChooseRecord")
    draft = requests.draft
    made, threads = [], set()

    def stop_in_the_third_batch(*given):
        threads.add(threading.current_thread())
        made.append(draft(*given))
        if len(made) == 12:
            choose.reject()
        return made[-1]

    monkeypatch.setattr(requests, "draft", stop_in_the_third_batch)
    with qtbot.waitSignal(choose.made, timeout=30_000) as kept:
        choose.use.click()
        assert choose.long_work.busy
        assert not choose.use.isEnabled()
        choose.long_work.show()  # it waits a moment, so that nothing short flickers
        assert choose.long_work.bar.isVisible()
        assert choose.long_work.stop.isEnabled()
    assert threading.main_thread() not in threads
    assert len(kept.args[0]) == 10
    assert _drafts(window) == before + 10


@pytest.mark.ux("UX-21")
@pytest.mark.long
def test_five_thousand_records_can_be_stopped_at_once(window, qtbot, tmp_path):
    (tmp_path / "list.ris").write_text(_ris(5000))
    before = _drafts(window)
    _drop(window, tmp_path / "list.ris")
    choose = _dialog(qtbot, "ChooseRecord")
    choose.use.click()
    qtbot.waitUntil(lambda: choose.long_work.bar.value() > 150, timeout=60_000)
    choose.reject()
    qtbot.waitUntil(lambda: not choose.long_work.busy, timeout=10_000)
    assert 0 < _drafts(window) - before < 5000
    assert (_drafts(window) - before) % many_drafts.BATCH == 0


def _anywhere(window):
    """A point in each part of the window somebody may let a file fall on."""
    parts = (
        *(window.sidebar, window.list.search, window.list.table, window.detail.tabs),
        *(window.menuBar(), window.statusBar()),
    )
    return {type(one).__name__: one.mapTo(window, one.rect().center()) for one in parts}


@pytest.mark.ux("UX-19")
def test_a_file_may_be_dropped_anywhere_on_the_window(window, qtbot, tmp_path):
    (tmp_path / "one.ris").write_text(LASKAR)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "one.ris"))])
    window.sidebar.choose(Queue.HERE)
    for part, point in _anywhere(window).items():
        assert drop(window, data, point), part
        form = _dialog(qtbot, "RequestForm")
        assert form.form.title.text() == "Laskar pelangi", part
        form.form.title.clear()
        form.reject()
        qtbot.waitUntil(lambda form=form: not isValid(form), timeout=30_000)


@pytest.mark.ux("UX-19")
def test_a_picture_is_refused_in_the_bar_with_what_can_be_read(window, qtbot, tmp_path):
    (tmp_path / "cover.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x01" * 3_000_000)
    _drop(window, tmp_path / "cover.jpg")
    qtbot.waitUntil(lambda: any("cover.jpg" in t for t in window.notices.said), timeout=30_000)
    told = window.notices.said[-1]
    assert all(kind in told for kind in ("MARC", "RIS", "NBIB", "BibTeX", "OpenURL"))
    assert window.bar.isVisible()


def test_a_message_between_libraries_is_not_taken_for_a_citation(window, qtbot, tmp_path):
    text = '<ISO18626Message xmlns="http://illtransactions.org/2013/iso18626"/>'
    (tmp_path / "x.xml").write_text(text)
    _drop(window, tmp_path / "x.xml")
    qtbot.waitUntil(lambda: any("x.xml" in t for t in window.notices.said), timeout=30_000)
    assert window.notices.said[-1] == "x.xml cannot be read: The message has no content."


def test_the_text_of_pubmed_fills_the_form(window, qtbot, tmp_path):
    (tmp_path / "one.nbib").write_text(NBIB)
    _drop(window, tmp_path / "one.nbib")
    form = _dialog(qtbot, "RequestForm")
    assert form.form.component_title.text() == "Rice and rain"
    assert form.form.pmid.text() == "31452104"
    assert form.form.material.code() == "article"


def test_a_mail_gives_what_is_attached_to_it():
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "sari@example.org", "two books"
    mail.set_content("Please.")
    mail.add_attachment(_ris(2).encode(), maintype="text", subtype="plain", filename="two.ris")
    found = read_citations(bytes(mail), "x.eml")
    assert [one.index for one in found.usable] == [1, 2]
    assert found.kind == "mail"


def test_a_citation_is_pasted_also_where_one_finds(window, qtbot):
    search = window.list.search
    window.activateWindow()
    search.setFocus()
    qtbot.waitUntil(search.hasFocus)
    QApplication.clipboard().setText("Laskar\npelangi")
    QTest.keySequence(search, QKeySequence("Ctrl+V"))
    assert "pelangi" in search.text()
    search.clear()
    QApplication.clipboard().setText(LASKAR)
    QTest.keySequence(search, QKeySequence("Ctrl+V"))
    assert _dialog(qtbot, "RequestForm").form.title.text() == "Laskar pelangi"
    assert search.text() == ""
