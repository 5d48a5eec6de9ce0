"""Workbooks: text stays text, numbers stay numbers, nothing is a formula or a link."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, the header and the rows."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[object]]
    chart: str = ""
    """The title of a chart of all columns of numbers over the first; empty for none."""
    wrapped: int = -1
    """A column of long text, broken in lines."""


class Share(float):
    """A ratio, shown as a percentage."""


def workbook(sheets: Sequence[Sheet], made: datetime | None = None) -> bytes:
    """A workbook of these sheets; with `made` the same sheets give the same bytes."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    if made is not None:
        book.set_properties({"created": made.replace(tzinfo=None)})
    looks = {
        "head": book.add_format({"bold": True, "bottom": 1}),
        "share": book.add_format({"num_format": "0%"}),
        "long": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    for sheet in sheets:
        _write(book, sheet, looks)
    book.close()
    return out.getvalue()


def _write(book: Any, sheet: Sheet, looks: Mapping[str, Any]) -> None:
    page = book.add_worksheet(_name(sheet.name))
    first = 1 if any(sheet.header) else 0
    for column, text in enumerate(sheet.header):
        page.write_string(0, column, text, looks["head"])
    row = first - 1
    for row, cells in enumerate(sheet.rows, first):
        for column, cell in enumerate(cells):
            _cell(page, (row, column), cell, looks)
    page.autofit()
    if first:
        page.freeze_panes(1, 0)
    if sheet.wrapped >= 0:
        page.set_column(sheet.wrapped, sheet.wrapped, 90, looks["long"])
    if sheet.chart and row >= first:
        page.insert_chart(1, len(sheet.header) + 1, _chart(book, page.get_name(), sheet, row))


def _cell(page: Any, at: tuple[int, int], cell: object, looks: Mapping[str, Any]) -> None:
    if isinstance(cell, int | float):
        page.write_number(*at, cell, looks["share"] if isinstance(cell, Share) else None)
    elif cell is not None:
        page.write_string(*at, str(cell))


def _chart(book: Any, name: str, sheet: Sheet, last: int) -> Any:
    """Bars beside each other, made by the spreadsheet itself."""
    chart = book.add_chart({"type": "column"})
    for column in range(1, len(sheet.header)):
        chart.add_series(
            {
                "name": [name, 0, column],
                "categories": [name, 1, 0, last, 0],
                "values": [name, 1, column, last, column],
            }
        )
    chart.set_title({"name": sheet.chart})
    chart.set_size({"width": 720, "height": 320})
    return chart


def _name(text: str) -> str:
    return "".join("-" if c in "[]:*?/\\" else c for c in text)[:31]
