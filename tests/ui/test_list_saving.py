"""The list on the screen is saved from the menu."""

import csv
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from ill_desktop.domain.queues import Queue
from ill_desktop.services import partners, patrons
from ill_desktop.services.figures import Which
from ill_desktop.services.patrons import PatronCard
from ill_desktop.services.views import PatronView
from ill_desktop.ui import exchange_page, list_saving, readers_page
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
    _print(window, target)
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
    can_print = window.actions_by_name["print"].isEnabled
    for place in (Place.PARTNERS, Place.FIGURES):
        window.sidebar.choose(place)
        assert not can_print()
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
    assert not can_print()
    window.actions_by_name["back"].trigger()
    assert window.going.here == Place.PARTNERS


def _saved(window, qtbot, monkeypatch, path):
    proposed = []

    def choose(_window, _title, name, _kinds):
        proposed.append(Path(name).name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    save = window.actions_by_name["save_list"]
    qtbot.waitUntil(lambda: save.isEnabled() and not window.long_work.busy, timeout=30_000)
    window.actions_by_name["save_list"].trigger()
    qtbot.waitUntil(lambda: path.exists() and not window.long_work.busy, timeout=30_000)
    return proposed[0]


def _print(window, target):
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    list_saving.print_on(window, printer)


def _rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [*csv.reader(file)]


def _seen(model):
    across = range(model.columnCount())
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in across]
    shown = range(model.rowCount())
    return [heads, *([model.index(row, n).data() for n in across] for row in shown)]


def test_partners_are_saved_as_found(window, qtbot, tmp_path, monkeypatch):
    window.sidebar.choose(Place.PARTNERS)
    page = window.going.pages[Place.PARTNERS]
    qtbot.waitUntil(lambda: page.model.rowCount() > 2, timeout=30_000)
    partners.change(
        window.link.desk, page.model.rows[0].symbol, {"name": "=1+1 Perpustakaan bernama rumus"}
    )
    qtbot.waitUntil(lambda: page.model.rows[0].name.startswith("=1"), timeout=30_000)
    path = tmp_path / "partners.csv"
    assert _saved(window, qtbot, monkeypatch, path) == "partners.xlsx"
    saved = _rows(path)
    assert saved[1][0].startswith("'=1+1")
    saved[1][0] = saved[1][0][1:]
    assert saved == _seen(page.model)
    page.search.setText(page.model.rows[1].symbol)
    path = tmp_path / "found.csv"
    _saved(window, qtbot, monkeypatch, path)
    assert _rows(path) == _seen(page.model)
    assert len(_rows(path)) == 2


def test_all_readers_found_are_saved_not_only_those_shown(window, qtbot, tmp_path, monkeypatch):
    desk = window.link.desk
    blank = ("", "", "", "", "", "")
    for n in range(230):
        patrons.save(desk, PatronCard(PatronView(f"Z{n:03d}", f"Zainal {n:03d}", *blank)))
    window.sidebar.choose(Place.READERS)
    page = window.going.pages[Place.READERS]
    page.search.setText("zainal")
    qtbot.waitUntil(
        lambda: (
            page.model.rowCount() == 200
            and all(one.name.startswith("Zainal") for one in page.model.rows)
        ),
        timeout=30_000,
    )
    monkeypatch.setattr(readers_page, "AT_ONCE", 50)
    path = tmp_path / "readers.csv"
    _saved(window, qtbot, monkeypatch, path)
    saved, seen = _rows(path), _seen(page.model)
    assert (saved[:201], len(saved)) == (seen, 231)
    assert saved[-1][:2] == ["Zainal 229", "Z229"]


def test_messages_are_saved_and_printed_as_narrowed(window, qtbot, tmp_path, monkeypatch):
    window.sidebar.choose(Place.EXCHANGE)
    page = window.going.pages[Place.EXCHANGE]
    monkeypatch.setattr(exchange_page, "AT_ONCE", 3)
    page.show_kind("in")
    qtbot.waitUntil(
        lambda: page.model.rowCount() > 3 and {m.direction for m in page.model.rows} == {"in"},
        timeout=30_000,
    )
    path = tmp_path / "in.csv"
    assert _saved(window, qtbot, monkeypatch, path) == "exchange-received.xlsx"
    assert _rows(path) == _seen(page.model)
    target = tmp_path / "paper.pdf"
    _print(window, target)
    told = "The list is saved in paper.pdf."
    qtbot.waitUntil(lambda: told in window.notices.said, timeout=30_000)
    assert len(PdfReader(target).pages) >= 1


def test_the_figures_are_saved_and_printed_as_by_their_own_button(
    window, qtbot, tmp_path, monkeypatch
):
    window.sidebar.choose(Place.FIGURES)
    page = window.going.pages[Place.FIGURES]
    path = tmp_path / "figures.csv"
    proposed = _saved(window, qtbot, monkeypatch, path)
    assert page.save.isEnabled()
    assert proposed == file_name("figures", page.month.code(), ending="xlsx")
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert {row["code"] for row in csv.DictReader(file)} >= {"B1", "L1"}
    page.earlier.click()
    assert not window.actions_by_name["save_list"].isEnabled()
    qtbot.waitUntil(window.actions_by_name["print_list"].isEnabled, timeout=30_000)
    target = tmp_path / "paper.pdf"
    _print(window, target)
    qtbot.waitUntil(
        lambda: "The list is saved in paper.pdf." in window.notices.said, timeout=30_000
    )
    assert len(PdfReader(target).pages) >= 2
