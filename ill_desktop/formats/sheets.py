"""A table of text, from CSV or from the first sheet of an XLSX workbook.

Workbooks are read here and not by a library: a zip of XML that goes through the one gate. Only
what stands in cells is taken; formulas, links and macros are never looked at.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from ill_desktop.domain.errors import Unreadable
from ill_desktop.formats import csv_text, xml_gate

MAX_BYTES = 64 * 1024 * 1024
"""Of all parts that are unpacked: a workbook of loans is far smaller."""
MAX_ROWS = 20_000
MAX_COLUMNS = 200
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The two ways in which a workbook is packed; others fail in ways of their own."""
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DATES = frozenset({*range(14, 23), *range(45, 48)})
"""Built-in formats that show a number as a day."""
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_CELL = re.compile(r"^([A-Z]{1,3})\d+$")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The header, and the rows that hold anything, with the number each has in the file."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read(data: bytes, source: str) -> Sheet:
    """Read a table; raises `Unreadable`. Days are in ISO form, whole numbers without a point."""
    if data.startswith(b"PK\x03\x04"):
        return _sheet(_workbook(data, source), source)
    rows = csv_text.cells(data, source)
    return _sheet(enumerate(rows, 1), source)


def _sheet(rows: Any, source: str) -> Sheet:
    told = [(n, tuple(cell.strip() for cell in row)) for n, row in rows]
    told = [(n, row) for n, row in told if any(row)]
    if not told:
        raise Unreadable(source, "empty")
    header = told[0][1]
    wide = len(header)
    body = tuple((n, (*row, *("",) * wide)[:wide]) for n, row in told[1:])
    return Sheet(header, body)


def _workbook(data: bytes, source: str) -> Iterator[tuple[int, list[str]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _Parts(archive, source)
            return iter(list(_rows(parts)))
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, EOFError, OSError) as error:
        raise Unreadable(source, "not-a-table") from error
    except (ValueError, OverflowError, IndexError) as error:
        raise Unreadable(source, "not-a-table", str(error)[:60]) from error


class _Parts:
    """The parts of a workbook, unpacked within bounds."""

    def __init__(self, archive: zipfile.ZipFile, source: str) -> None:
        self._archive, self._source, self._left = archive, source, MAX_BYTES
        self.names = frozenset(archive.namelist())

    def tree(self, name: str) -> Any:
        """The root element of a part; raises `Unreadable`."""
        if self._archive.getinfo(name).compress_type not in _PACKED:
            raise ValueError("compression")
        with self._archive.open(name) as part:
            data = part.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise Unreadable(self._source, "too-large")
        return xml_gate.parse(data, self._source, large=True)


def _rows(parts: _Parts) -> Iterator[tuple[int, list[str]]]:
    book = parts.tree("xl/workbook.xml")
    properties = book.find(f"{_MAIN}workbookPr")
    late = properties is not None and properties.get("date1904") in ("1", "true")
    zero = date(1904, 1, 1) if late else date(1899, 12, 30)
    texts = _shared(parts)
    days = _day_styles(parts)
    for at, row in enumerate(parts.tree(_first_sheet(parts, book)).iter(f"{_MAIN}row"), 1):
        if at > MAX_ROWS:
            raise ValueError("too many rows")
        cells: list[str] = []
        for cell in row.iter(f"{_MAIN}c"):
            place = _place(cell.get("r", ""), len(cells))
            cells += [""] * (place - len(cells))
            cells.append(_value(cell, texts, days, zero))
        yield int(row.get("r", at)), cells


def _first_sheet(parts: _Parts, book: Any) -> str:
    sheet = book.find(f"{_MAIN}sheets/{_MAIN}sheet")
    wanted = sheet.get(_LINK) if sheet is not None else ""
    for link in parts.tree("xl/_rels/workbook.xml.rels"):
        if link.get("Id") == wanted:
            target = str(link.get("Target", "")).lstrip("/")
            return target if target.startswith("xl/") else f"xl/{target}"
    raise ValueError("no sheet")


def _shared(parts: _Parts) -> list[str]:
    if "xl/sharedStrings.xml" not in parts.names:
        return []
    return [_text(one) for one in parts.tree("xl/sharedStrings.xml").iter(f"{_MAIN}si")]


def _text(element: Any) -> str:
    """The words of a cell; how they are spoken (`rPh`) is left out."""
    spoken = {id(t) for r in element.iter(f"{_MAIN}rPh") for t in r.iter(f"{_MAIN}t")}
    return "".join(t.text or "" for t in element.iter(f"{_MAIN}t") if id(t) not in spoken)


def _day_styles(parts: _Parts) -> frozenset[int]:
    """Styles of cells whose number is a day."""
    if "xl/styles.xml" not in parts.names:
        return frozenset()
    styles = parts.tree("xl/styles.xml")
    own = {
        int(one.get("numFmtId")): one.get("formatCode", "") for one in styles.iter(f"{_MAIN}numFmt")
    }
    formats = styles.find(f"{_MAIN}cellXfs")
    kinds = [int(one.get("numFmtId", 0)) for one in formats] if formats is not None else []
    return frozenset(n for n, kind in enumerate(kinds) if kind in _DATES or _is_day(own.get(kind)))


def _is_day(code: str | None) -> bool:
    plain = _QUOTED.sub("", code or "").lower()
    return "y" in plain or ("d" in plain and "m" in plain)


def _place(reference: str, following: int) -> int:
    found = _CELL.match(reference)
    if found is None:
        return following
    place = 0
    for letter in found[1]:
        place = place * 26 + ord(letter) - 64
    if not following < place <= MAX_COLUMNS:
        raise ValueError("column")
    return place - 1


def _value(cell: Any, texts: list[str], days: frozenset[int], zero: date) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell)
    told = cell.findtext(f"{_MAIN}v") or ""
    if kind == "s":
        return texts[int(told)] if told else ""
    if kind != "n" or not told:
        return "" if kind == "e" else told
    number = float(told)
    if int(cell.get("s", 0)) in days:
        return _day(number, zero) or told
    return str(int(number)) if number.is_integer() else told


def _day(number: float, zero: date) -> str:
    """The day that so many days after another is; nothing where that is none."""
    try:
        moment = datetime.combine(zero, datetime.min.time()) + timedelta(days=number)
    except (ValueError, OverflowError):
        return ""
    return moment.date().isoformat()
