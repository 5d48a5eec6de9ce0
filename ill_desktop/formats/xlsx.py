"""Workbooks: text stays text, numbers stay numbers, nothing is a formula or a link."""

import io
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, the header and the rows."""

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[object]]


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """A workbook of these sheets."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    for sheet in sheets:
        page = book.add_worksheet(_name(sheet.name))
        first = 1 if any(sheet.header) else 0
        for column, text in enumerate(sheet.header):
            page.write_string(0, column, text)
        for row, cells in enumerate(sheet.rows, first):
            for column, cell in enumerate(cells):
                if isinstance(cell, int | float):
                    page.write_number(row, column, cell)
                elif cell is not None:
                    page.write_string(row, column, str(cell))
        page.autofit()
    book.close()
    return out.getvalue()


def _name(text: str) -> str:
    return "".join("-" if c in "[]:*?/\\" else c for c in text)[:31]
