"""Any list as a file: all rows, the columns as shown, nothing a spreadsheet would run."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import CannotWrite, Invalid
from ill_desktop.domain.lifecycle.states import Action, Service
from ill_desktop.domain.queues import Queue
from ill_desktop.services import acts, list_files, patrons, requests
from ill_desktop.services.desk import Desk
from ill_desktop.services.list_files import ListOrder, save
from ill_desktop.services.patrons import PatronCard
from ill_desktop.services.progress import Cancelled, Progress
from ill_desktop.services.requests import NewRequest
from ill_desktop.services.views import PatronView
from ill_desktop.store.lines import ListQuery
from ill_desktop.words import formats
from tests.services.desks import BOOK, THEIRS, a_manual_partner, a_request, pass_time

PLAIN = ("number", "title", "state")


def _drafts(desk: Desk, *titles: str) -> None:
    for title in titles:
        requests.new(desk, NewRequest(Service.LOAN, Citation(title=title)))


def _order(*columns: str, **query: object) -> ListOrder:
    return ListOrder("Drafts", ListQuery(**query), columns or PLAIN)  # type: ignore[arg-type]


def _csv(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def test_every_row_is_saved_however_many_the_screen_shows(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_files, "AT_ONCE", 3)
    _drafts(desk, *(f"Book {n}" for n in range(8)))
    steps: list[tuple[int, int]] = []
    path = save(
        desk, _order(limit=2), tmp_path / "all.csv", Progress(lambda *now: steps.append(now))
    )
    rows = _csv(path)
    assert rows[0] == ["Number", "Title", "Author", "State"]
    assert [row[1] for row in rows[1:]] == [f"Book {n}" for n in reversed(range(8))]
    assert steps[-1] == (8, 8)


def test_the_filter_of_the_list_is_the_filter_of_the_file(desk: Desk, tmp_path: Path) -> None:
    _drafts(desk, "Bumi manusia", "Belenggu")
    path = save(desk, _order("title", find="manusia"), tmp_path / "found.csv")
    assert [row[0] for row in _csv(path)[1:]] == ["Bumi manusia"]


@pytest.mark.parametrize("title", ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2", "＝1"])
def test_nothing_in_a_file_is_a_formula(desk: Desk, tmp_path: Path, title: str) -> None:
    _drafts(desk, title)
    (cell,) = _csv(save(desk, _order("title"), tmp_path / "x.csv"))[1][:1]
    assert cell == f"'{title}"
    sheet = load_workbook(save(desk, _order("title"), tmp_path / "x.xlsx")).active
    assert sheet is not None
    assert (sheet["A2"].value, sheet["A2"].data_type) == (title, "s")
    text = PdfReader(save(desk, _order("title"), tmp_path / "x.pdf")).pages[0].extract_text()
    assert "Drafts" in text


def test_what_is_overdue_comes_with_its_days_and_place(desk: Desk, tmp_path: Path) -> None:
    a_manual_partner(desk)
    number = a_request(desk, THEIRS)
    acts.do(desk, number, Action.SEND)
    acts.do(desk, number, Action.RECORD_ANSWER, {"answer": "loaned", "due": "+5"})
    acts.do(desk, number, Action.RECEIVED)
    acts.do(desk, number, Action.EDIT, {"call-number": "813 HIR", "location": "Desk 2"})
    pass_time(desk, days=9)
    order = _order("number", "due", queue=Queue.OVERDUE)
    header, row = _csv(save(desk, order, tmp_path / "late.csv"))
    assert header == ["Number", "Due date", "Days late", "Call number", "Location"]
    assert row == [number, "2026-03-14", "4", "813 HIR", "Desk 2"]
    sheet = load_workbook(save(desk, order, tmp_path / "late.xlsx")).active
    assert sheet is not None
    assert sheet["C2"].value == 4


def test_a_printed_list_breaks_no_number_and_has_its_dates_as_people_read_them(
    desk: Desk, tmp_path: Path
) -> None:
    long = f"{BOOK.title} " * 9
    _drafts(desk, long)
    requests.new(desk, NewRequest(Service.LOAN, Citation(title=long), needed_by=desk.today()))
    order = _order(
        "number", "title", "partner", "due", "needed-by", "service", "our-number", "since"
    )
    text = PdfReader(save(desk, order, tmp_path / "wide.pdf")).pages[0].extract_text()
    for line in requests.page(desk, ListQuery()).lines:
        assert line.number in text
    assert formats.day(desk.words, desk.today()) in text.split("2 requests")[1]
    assert desk.today().isoformat() not in text


def test_long_lists_have_their_heading_on_every_page(desk: Desk, tmp_path: Path) -> None:
    _drafts(desk, *(f"{BOOK.title} " * 12 + str(n) for n in range(40)))
    pages = PdfReader(save(desk, _order(), tmp_path / "long.pdf")).pages
    assert len(pages) > 1
    assert all("Number" in page.extract_text() for page in pages)
    box = pages[0].mediabox
    assert box.width > box.height


def test_an_empty_list_is_a_file_too(desk: Desk, tmp_path: Path) -> None:
    for suffix in list_files.FORMATS:
        assert save(desk, _order(), tmp_path / f"empty.{suffix}").stat().st_size > 0


def test_stopping_leaves_no_file(desk: Desk, tmp_path: Path) -> None:
    _drafts(desk, "One")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        save(desk, _order(), tmp_path / "none.csv", progress)
    assert list(tmp_path.glob("*.csv")) == []


def test_what_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Invalid):
        save(desk, _order(), tmp_path / "list.docx")
    with pytest.raises(CannotWrite):
        save(desk, _order(), tmp_path / "nowhere" / "list.csv")


def test_readers_are_called_as_on_the_screen(desk: Desk, tmp_path: Path) -> None:
    card = PatronCard(PatronView("R-1", "Siti", *([""] * 6)))
    patrons.save(desk, card)
    patrons.save(desk, PatronCard(replace(card.view, code="R-2", name="R-2")))
    for code in ("R-1", "R-2"):
        requests.new(desk, replace(NewRequest(Service.LOAN, BOOK), patron=code))
    path = save(desk, _order("number", "patron"), tmp_path / "readers.csv")
    header, *rows = _csv(path)
    assert header == ["Number", "Reader"]
    assert [row[1] for row in rows] == ["R-2", "Siti"]


def test_every_column_of_the_screen_can_be_saved(desk: Desk, tmp_path: Path) -> None:
    from ill_desktop.ui.models.requests import Cell

    _drafts(desk, "One")
    assert set(list_files.COLUMNS) == set(Cell)
    path = save(desk, _order(*Cell), tmp_path / "wide.csv")
    row = dict(zip(*_csv(path), strict=True))
    assert row["Created"] == str(date(2026, 3, 9))
