"""Tables of text from CSV and from workbooks, as others write them."""

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from ill_desktop.domain.errors import Unreadable
from ill_desktop.formats import sheets, xlsx


def _book(*rows: tuple[object, ...], mac: bool = False) -> bytes:
    book = Workbook()
    if mac:
        book.epoch = CALENDAR_MAC_1904
    page = book.active
    assert page is not None
    for row in rows:
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("mac", [False, True])
def test_a_workbook_is_read_as_it_is_seen(mac: bool) -> None:
    data = _book(
        ("Title", "Barcode", "Due", "Cost"),
        ("Bumi manusia", 3010045, date(2026, 12, 24), 12.5),
        ("Ça & là <x>", "003", datetime(2027, 1, 4, 9, 30), None),
        mac=mac,
    )
    sheet = sheets.read(data, "loans.xlsx")
    assert sheet.header == ("Title", "Barcode", "Due", "Cost")
    assert sheet.rows == (
        (2, ("Bumi manusia", "3010045", "2026-12-24", "12.5")),
        (3, ("Ça & là <x>", "003", "2027-01-04", "")),
    )


def test_gaps_stay_gaps_and_blank_rows_keep_their_numbers() -> None:
    data = _book(("A", None, "C"), (None, None, None), (None, "b", "c"))
    assert sheets.read(data, "x.xlsx").rows == ((3, ("", "b", "c")),)


def test_what_we_write_is_read_back() -> None:
    rows = [("=1+1", 4), ("tail", None)]
    data = xlsx.workbook([xlsx.Sheet("Loans", ("Title", "Days"), rows)])
    assert sheets.read(data, "ours.xlsx").rows == ((2, ("=1+1", "4")), (3, ("tail", "")))


def test_csv_is_read_by_the_same_door() -> None:
    text = "Judul;Kode batang\r\nBumi manusia;0012\r\n;\r\n'=x;7\r\n"
    sheet = sheets.read(text.encode("utf-8-sig"), "x.csv")
    assert sheet.header == ("Judul", "Kode batang")
    assert sheet.rows == ((2, ("Bumi manusia", "0012")), (4, ("=x", "7")))


def _changed(
    part: str, content: bytes, book: bytes = b"", how: int = zipfile.ZIP_DEFLATED
) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book or _book(("A",), ("b",)))) as old,
        zipfile.ZipFile(out, "w", how) as new,
    ):
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return out.getvalue()


def _damaged(book: bytes) -> bytes:
    """A workbook whose table of contents is sound, and a part of it is not."""
    at = book.index(b"xl/worksheets/sheet1.xml") + 40
    return book[:at] + bytes(byte ^ 0xFF for byte in book[at : at + 12]) + book[at + 12 :]


@pytest.mark.parametrize("number", ["1e300", "-1e9", "2958466", "NaN", "1e999"])
def test_a_number_that_is_no_day_stays_what_it_is(number: str) -> None:
    """One odd cell keeps nobody from bringing in the others."""
    book = _book(("Title", "Due"), ("A", date(2026, 12, 24)), ("B", date(2026, 12, 25)))
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    serial = str((date(2026, 12, 25) - date(1899, 12, 30)).days).encode()
    assert sheet.count(serial) == 1
    data = _changed("xl/worksheets/sheet1.xml", sheet.replace(serial, number.encode()), book)
    rows = dict(sheets.read(data, "x.xlsx").rows)
    assert rows == {2: ("A", "2026-12-24"), 3: ("B", number)}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 no zip at all",
        _book(),
        _changed("xl/workbook.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><workbook/>"),
        _changed("xl/worksheets/sheet1.xml", b"<not-closed>"),
        _changed("xl/worksheets/sheet1.xml", b"<x>" + b" " * (sheets.MAX_BYTES + 1) + b"</x>"),
        _book(("A",), ("b",))[:-200],
        _damaged(_book(("A",), ("b",))),
        _changed("", b"", how=zipfile.ZIP_BZIP2),
        _changed("", b"", how=zipfile.ZIP_LZMA),
    ],
    ids=[
        "nothing",
        "no zip",
        "no rows",
        "doctype",
        "broken",
        "bomb",
        "cut off",
        "damaged",
        "bzip2",
        "lzma",
    ],
)
def test_what_is_no_table_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        sheets.read(data, "x.xlsx")
