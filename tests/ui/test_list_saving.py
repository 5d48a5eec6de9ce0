"""The list on the screen is saved from the menu."""

import csv
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from ill_desktop.domain.queues import Queue
from ill_desktop.services.figures import Which
from ill_desktop.ui import list_saving
from ill_desktop.ui.choose_file import file_name
from ill_desktop.ui.paper_printer import file_of, new_printer
from ill_desktop.ui.places import Place
from ill_desktop.ui.print_dialog import PrintDialog


def test_the_list_is_saved_as_it_is_seen(window, qtbot, tmp_path, monkeypatch):
    window.sidebar.choose(Queue.OVERDUE)
    qtbot.waitUntil(
        lambda: window.list.query.queue is Queue.OVERDUE and bool(window.list.model.rows)
    )
    path = tmp_path / "late"
    proposed: list[str] = []

    def choose(_window, _title, name, _kinds):
        proposed.append(Path(name).name)
        return str(path), "CSV (*.csv)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window.actions_by_name["save_list"].trigger()
    written = path.with_suffix(".csv")
    qtbot.waitUntil(written.exists, timeout=30_000)
    qtbot.waitUntil(lambda: any("late.csv" in text for text in window.notices.said))
    lines = written.read_bytes().decode("utf-8-sig").splitlines()
    assert len(lines) == len(window.list.model.rows) + 1
    assert "Days late" in lines[0]
    assert proposed == ["overdue.xlsx"]


def test_a_name_is_proposed_that_every_system_takes():
    assert (
        file_name("Slip pengambilan", "26000123", ending="pdf") == "slip-pengambilan-26000123.pdf"
    )
    assert file_name("A/B: late?", "", ending="csv") == "a-b-late.csv"


def test_a_folder_that_is_gone_is_told_in_the_window(window, qtbot, tmp_path):
    list_saving.save_to(window, tmp_path / "gone" / "list.csv")
    qtbot.waitUntil(lambda: bool(window.bar.isVisibleTo(window)), timeout=30_000)


def test_the_list_is_printed_as_it_is_seen(window, qtbot, tmp_path):
    window.sidebar.choose(Queue.WAITING)
    qtbot.waitUntil(
        lambda: window.list.query.queue is Queue.WAITING and bool(window.list.model.rows)
    )
    target = tmp_path / "paper.pdf"
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    list_saving.print_on(window, printer)
    told = "The list is saved in paper.pdf."
    qtbot.waitUntil(lambda: told in window.notices.said, timeout=30_000)
    assert file_of(new_printer()) == ""
    assert len(PdfReader(target).pages) == 1


def test_a_page_saves_and_prints_the_requests_it_shows_and_no_others(
    window, qtbot, tmp_path, monkeypatch
):
    names = ("save_list", "print_list", "print")

    def offered():
        return {window.actions_by_name[name].isEnabled() for name in names}

    assert offered() == {True}
    for place in (Place.PARTNERS, Place.FIGURES):
        window.sidebar.choose(place)
        assert offered() == {False}
    page = window.going.pages[Place.FIGURES]
    qtbot.waitUntil(lambda: page._is_counted() and page.model.rowCount() > 0, timeout=30_000)
    page.earlier.click()
    qtbot.waitUntil(page._is_counted, timeout=30_000)
    page._open(Which("L1"))
    qtbot.waitUntil(lambda: page.behind.model.rowCount() > 1, timeout=30_000)
    assert offered() == {True}
    title, rows = page.behind.heading.text(), page.behind.model.rows
    assert {one.number for one in rows}.isdisjoint(one.number for one in window.list.model.rows)
    proposed, path = [], tmp_path / "list.csv"

    def choose(_window, _title, name, _kinds):
        proposed.append(Path(name).name)
        return str(path), "CSV (*.csv)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window.actions_by_name["save_list"].trigger()
    qtbot.waitUntil(lambda: any("list.csv" in text for text in window.notices.said))
    assert proposed == [file_name(title, ending="xlsx")]
    with path.open(encoding="utf-8-sig", newline="") as file:
        _, *saved = csv.reader(file)
    assert [row[0] for row in saved] == [one.number for one in rows]
    page.behind.table.selectRow(1)
    window.actions_by_name["print"].trigger()
    qtbot.waitUntil(lambda: window.findChild(PrintDialog) is not None, timeout=30_000)
    papers = window.findChild(PrintDialog)
    assert papers._numbers == (rows[1].number,)
    papers.reject()
    window.activateWindow()
    qtbot.keyClick(page.behind.table, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (window.going.here, page.inner) == (Place.FIGURES, None)
    assert offered() == {False}
    window.actions_by_name["back"].trigger()
    assert window.going.here == Place.PARTNERS
