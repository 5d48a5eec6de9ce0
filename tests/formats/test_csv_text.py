"""Tables of text: whatever spreadsheets write, and what none can misread."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ill_desktop.domain.errors import Unreadable
from ill_desktop.formats.csv_text import DANGEROUS, numbered_rows, write_rows

ROWS = [{"code": "A1", "name": "Siti Nurbaya"}, {"code": "A2", "name": "Žižek"}]


def rows_of(data: bytes, source: str = "") -> list[dict[str, str]]:
    return [row for _, row in numbered_rows(data, source)]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom"])
def test_how_a_table_was_saved_does_not_matter(mark: str, end: str, encoding: str) -> None:
    text = end.join(mark.join(cells) for cells in (("Code", "Name"), *map(dict.values, ROWS))) + end
    data = b"\xff\xfe" + text.encode("utf-16-le") if "bom" in encoding else text.encode(encoding)
    assert rows_of(data) == ROWS


def test_a_table_from_an_older_windows_is_read() -> None:
    assert rows_of("name\nJosé\n".encode("cp1252")) == [{"name": "José"}]


def test_blank_rows_and_short_rows_are_no_trouble() -> None:
    assert rows_of(b"\n\ncode,name\n\n,\nA1\n") == [{"code": "A1"}]


def test_lines_within_quotes_belong_to_their_cell() -> None:
    data = b'title,author\r\n"Line\nbreak ""quoted""",A\n"unterminated,B\r\n'
    assert rows_of(data)[0] == {"title": 'Line\nbreak "quoted"', "author": "A"}


def test_what_follows_a_nul_is_not_lost() -> None:
    assert rows_of(b"title;author\nA;B\x00C\n") == [{"title": "A", "author": "BC"}]


@pytest.mark.parametrize("data", [b"", b" \n \n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_table_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        rows_of(data, "x.csv")


def test_a_cell_too_long_for_any_table_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        rows_of(b"a\n" + b"x" * 200_000, "x.csv")
    assert refused.value.reason == "not-a-table"


@pytest.mark.parametrize("start", DANGEROUS)
def test_no_cell_begins_like_a_formula(start: str) -> None:
    data = write_rows(["note"], [[start + "SUM(A1)"]])
    (cell,) = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))[1]
    assert cell.startswith("'")


def test_numbers_stay_numbers() -> None:
    assert (
        write_rows(["n"], [[-5], [0.5], [None]]).decode("utf-8-sig") == 'n\r\n-5\r\n0.5\r\n""\r\n'
    )


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"))), min_size=1, max_size=4))
def test_what_was_written_is_read_again(cells: list[str]) -> None:
    names = [f"c{number}" for number in range(len(cells))]
    rows = rows_of(write_rows(names, [cells]))
    expected = dict(zip(names, (cell.strip() for cell in cells), strict=True))
    assert rows == ([expected] if any(expected.values()) else [])


@given(st.binary(max_size=200))
def test_any_bytes_are_rows_or_refused(data: bytes) -> None:
    try:
        rows = rows_of(data, "x.csv")
    except Unreadable as refused:
        assert refused.source == "x.csv"
    else:
        assert all(isinstance(row, dict) for row in rows)
