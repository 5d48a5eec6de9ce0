"""The figures as files: numbers stay numbers, definitions come along, nobody is pointed at."""

import csv
import json
from datetime import timedelta
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from ill_desktop.domain.lifecycle.states import Action, Service
from ill_desktop.services import acts, closing, lending, partners, reader_file, statistics
from ill_desktop.services.desk import Desk
from ill_desktop.services.lending import NewLending
from ill_desktop.store import closed_months
from ill_desktop.words import formats
from tests.services.desks import BOOK, THEIRS, a_manual_partner, a_request, pass_time

MARCH = "2026-03"


@pytest.fixture
def busy(desk: Desk, tmp_path: Path) -> Desk:
    """Six loans out, a copy, one reader with two requests; the partner's name is hostile."""
    a_manual_partner(desk)
    partners.change(desk, THEIRS, {"name": "=1+1"})
    table = tmp_path / "readers.csv"
    table.write_text("code,name,category\nA,Suharto,Dosen\n")
    reader_file.load(desk, table)
    for _ in range(2):
        number = a_request(desk, THEIRS, patron="A", needed_by=desk.today() + timedelta(9))
        acts.do(desk, number, Action.SEND)
        acts.do(desk, number, Action.RECEIVED)
        pass_time(desk, hours=25)
        acts.do(desk, number, Action.NOTIFY)
    for _ in range(6):
        number = lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
        pass_time(desk, hours=25)
        acts.do(desk, number, Action.SHIP)
    return desk


def written(desk: Desk, place: Path, form: str, last: str = MARCH) -> bytes:
    found = statistics.figures(desk, MARCH, last)
    return statistics.export(desk, found, form, place / f"figures.{form}").read_bytes()


def rows_of(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"))))


def test_csv_holds_figures_definitions_and_by_what_they_were_counted(busy: Desk, tmp_path) -> None:
    rows = rows_of(written(busy, tmp_path, "csv"))
    whole = {row["code"]: row for row in rows if not row["by"]}
    assert (whole["L2"]["value"], whole["L4e"]["value"]) == ("6", "1.0")
    assert (whole["L6"]["n"], whole["L6"]["median"]) == ("6", "1.0")
    assert all(whole[one.code]["definition"] for one in march(busy).measures)
    assert (whole["library"]["key"], whole["rules"]["key"]) == ("Perpustakaan A", "3")
    assert whole["period"]["key"] == "Mar 2026"
    assert "2026" in whole["counted"]["key"]
    assert "'=1+1" in {row["key"] for row in rows}


def test_few_give_no_average_and_few_readers_no_number(busy: Desk, tmp_path) -> None:
    rows = rows_of(written(busy, tmp_path, "csv"))
    turnaround = next(row for row in rows if row["code"] == "B8" and not row["by"])
    assert (turnaround["n"], turnaround["median"], turnaround["max"]) == ("2", "", "")
    categories = [row for row in rows if row["code"] == "B2" and row["by"] == "category"]
    assert [(row["key"], row["value"]) for row in categories] == [("Dosen", "<5")]
    took = [row for row in rows if row["code"] == "B8" and row["by"] == "category"]
    assert [(row["value"], row["n"], row["median"]) for row in took] == [("<5", "", "")]
    services = [row for row in rows if row["code"] == "B2" and row["by"] == "service"]
    assert [row["value"] for row in services] == ["2"]


Parts = dict[tuple[str, str, str], tuple[object, bool]]


def parts_of(told: dict) -> Parts:
    """Of a document: the value of each part, and whether it is one of a few."""
    return {
        (one["code"], part["by"], part["label"]): (part["value"], part["few"])
        for one in told["measures"]
        for part in one["breakdowns"]
    }


def document(desk: Desk) -> Parts:
    return parts_of(statistics.document(march(desk)))


def test_what_few_readers_stand_behind_is_in_no_file_also_as_share_or_difference(
    busy: Desk, tmp_path
) -> None:
    """As a number or null in JSON, whose values scripts reckon with; in the others as “<5”."""
    table = tmp_path / "readers.csv"
    table.write_text("code,name,category\nB,Budi,Umum\n")
    reader_file.load(busy, table)
    asked = [a_request(busy, THEIRS, patron="B") for _ in range(6)]
    for number in asked:
        acts.do(busy, number, Action.SEND)
    for number in asked[:5]:
        acts.do(busy, number, Action.RECEIVED)
    acts.do(busy, asked[5], Action.RECORD_ANSWER, {"answer": "unfilled"})
    acts.do(busy, asked[5], Action.GIVE_UP, {"reason": "too-costly"})
    told = parts_of(json.loads(written(busy, tmp_path, "json")))
    hidden = {one for one, (_, few) in told.items() if few}
    assert hidden == {one for one, (value, few) in document(busy).items() if few and value is None}
    assert {told[one][0] for one in hidden} == {None}
    shown = {one: told[one][0] for one in told.keys() - hidden if one[1] == "category"}
    assert {by for _, by, _ in hidden} == {"category"}
    assert {one for one in told if one[2] == "Dosen"} <= hidden
    assert {(code, "category", "Dosen") for code in ("B6e", "B8", "B8t", "C1", "C1y")} <= hidden
    assert {(code, "category", "Umum") for code in ("B4", "B6e", "B17")} <= hidden
    assert [shown[code, "category", "Umum"] for code in ("B2", "B3", "C1")] == [6, 5, -5]
    assert told["B2", "service", "Loan"] == (8, False)
    csv_parts = {
        (row["code"], row["by"], row["key"]): row["value"]
        for row in rows_of(written(busy, tmp_path, "csv"))
        if row["by"]
    }
    assert {one for one, value in csv_parts.items() if value == "<5"} == hidden
    sheet = load_workbook(BytesIO(written(busy, tmp_path, "xlsx"))).worksheets[1]
    values = [row[4] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert values.count("<5") == len(hidden)
    pass_time(busy, days=40)
    closing.close(busy, MARCH)
    assert march(busy).closed
    assert {one for one, (_, few) in document(busy).items() if few} == hidden
    with busy.database.work() as session:  # as months were closed before it was noted
        row = closed_months.closed(session, MARCH)
        row.figures = {
            code: {**kept, "parts": [part[:3] for part in kept["parts"]]}
            for code, kept in row.figures.items()
        }
    assert {few for (_, by, _), (_, few) in document(busy).items() if by == "category"} == {True}
    assert {few for (_, by, _), (_, few) in document(busy).items() if by != "category"} == {False}


def test_a_workbook_opens_with_numbers_definitions_and_a_chart(busy: Desk, tmp_path) -> None:
    book = load_workbook(BytesIO(written(busy, tmp_path, "xlsx")))
    summary, parts, months, meanings, about = book.worksheets
    cells = {row[0].value: row[2] for row in summary.iter_rows(min_row=2)}
    assert (cells["L2"].value, cells["L2"].data_type) == (6, "n")
    assert cells["L4e"].number_format == "0%"
    assert cells["C1r"].number_format == "General"
    assert len(months._charts) == 1
    assert [row[0].value for row in months.iter_rows(min_row=2)][-1] == "Mar 2026"
    assert months.max_row == 13
    codes = {row[0].value for row in meanings.iter_rows(min_row=2)}
    assert codes == {one.code for one in march(busy).measures}
    assert "Perpustakaan A" in {row[1].value for row in about.iter_rows()}
    assert "=1+1" in {row[3].value for row in parts.iter_rows()}
    assert not any(c.data_type == "f" for s in book for row in s.iter_rows() for c in row)


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("paper", ["A4", "Letter", "F4"])
def test_the_report_has_two_pages_on_every_paper(
    busy: Desk, tmp_path, paper: str, language: str
) -> None:
    from dataclasses import replace

    busy.library = replace(busy.library, paper=paper, language=language)
    first, second = PdfReader(BytesIO(written(busy, tmp_path, "pdf"))).pages
    for one in march(busy).measures:
        assert one.code in first.extract_text()
        assert one.code in second.extract_text()
    assert "Perpustakaan A" in first.extract_text()
    assert march(busy).of("L2").label in first.extract_text()
    assert "Mar 2026" in first.extract_text()
    assert ("Requests supplied" in first.extract_text()) is (language == "en")


@pytest.mark.parametrize("form", ["csv", "xlsx", "pdf", "json", "table"])
def test_the_same_month_twice_gives_the_same_bytes(busy: Desk, tmp_path, form: str) -> None:
    assert written(busy, tmp_path, form) == written(busy, tmp_path, form)


def test_every_file_shows_corrections_of_a_closed_month(busy: Desk, tmp_path) -> None:
    pass_time(busy, days=40)
    number = lending.record(busy, NewLending(Service.LOAN, BOOK, THEIRS))
    assert "closed" not in _page(written(busy, tmp_path, "pdf"))
    busy.staff = "SW"
    closing.close(busy, MARCH)
    acts.do(busy, number, Action.SHIP, {"on": "2026-03-30"})
    when = formats.moment(busy.words, busy.clock.now(), busy.library.zone)
    signed = f"Month closed on: {when} · Month closed by: SW"
    assert signed in _page(written(busy, tmp_path, "pdf"))
    made = {form: written(busy, tmp_path, form) for form in ("csv", "xlsx", "pdf", "json", "table")}
    supplied = next(row for row in rows_of(made["csv"]) if row["code"] == "L2" and not row["by"])
    assert (supplied["value"], supplied["corrected"]) == ("6", "7")
    summary = load_workbook(BytesIO(made["xlsx"])).worksheets[0]
    row = next(row for row in summary.iter_rows(values_only=True) if row[0] == "L2")
    assert (row[2], row[-1]) == (6, "7")
    assert "6 → 7" in PdfReader(BytesIO(made["pdf"])).pages[0].extract_text()
    told = json.loads(made["json"])
    assert told["closed"]
    assert told["corrections"]["L2"] == "7"
    assert next(one["value"] for one in told["measures"] if one["code"] == "L2") == 6
    assert "6 → 7" in made["table"].decode()
    telling_months(busy, tmp_path)
    closing.reopen(busy, MARCH, "a loan was missing")
    busy.staff = ""
    closing.close(busy, MARCH)
    unsigned = _page(written(busy, tmp_path, "pdf"))
    assert f"Month closed on: {when}" in unsigned
    assert "closed by" not in unsigned
    about = {row["code"]: row["key"] for row in rows_of(written(busy, tmp_path, "csv"))}
    assert about["counted"] == when
    assert "closed" not in about


def _page(made: bytes) -> str:
    return " ".join(PdfReader(BytesIO(made)).pages[0].extract_text().split())


def telling_months(desk: Desk, place: Path) -> None:
    """Of several months, each file names the closed ones that are others by now."""
    forms = ("csv", "xlsx", "pdf", "json", "table")
    made = {form: written(desk, place, form, "2026-05") for form in forms}
    said = "Mar 2026: 6 → 7"
    supplied = next(row for row in rows_of(made["csv"]) if row["code"] == "L2" and not row["by"])
    assert (supplied["value"], supplied["corrected"]) == ("7", said)
    summary = load_workbook(BytesIO(made["xlsx"])).worksheets[0]
    row = next(row for row in summary.iter_rows(values_only=True) if row[0] == "L2")
    assert (row[2], row[-1]) == (7, said)
    numbers, meanings = (one.extract_text() for one in PdfReader(BytesIO(made["pdf"])).pages)
    assert "7*" in numbers
    assert "was closed with another number" in " ".join(numbers.split())
    assert f"* {said}" in " ".join(meanings.split())
    told = json.loads(made["json"])
    assert (told["closed"], told["corrections"]["L2"]) == (False, said)
    beside = {one["code"]: one["corrected"] for one in told["measures"]}
    assert (beside["L2"], beside["B2"]) == (said, None)
    assert f"7 ({said})" in made["table"].decode()


def march(desk: Desk) -> statistics.Figures:
    return statistics.figures(desk, MARCH, MARCH)
