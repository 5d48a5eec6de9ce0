"""The list on the screen is saved from the menu."""

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from ill_desktop.domain.queues import Queue
from ill_desktop.ui import list_saving
from ill_desktop.ui.choose_file import file_name
from ill_desktop.ui.paper_printer import file_of, new_printer


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
