"""Workbooks: text stays text, whatever it begins with."""

import io

import openpyxl
import pytest

from ill_desktop.formats.xlsx import Sheet, workbook


def cells(*rows: tuple[object, ...]) -> list[tuple[object, ...]]:
    data = workbook([Sheet("Figures", ["a", "b"], rows)])
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Figures"]
    return list(sheet.iter_rows(min_row=2, values_only=True))


@pytest.mark.parametrize(
    "text", ["=1+1", "@SUM(A1)", "-2+3", "http://evil.example/", "mailto:a@b", "007", "Žižek"]
)
def test_text_is_never_a_formula_a_link_or_a_number(text: str) -> None:
    data = workbook([Sheet("S", ["a"], [(text,)])])
    cell = openpyxl.load_workbook(io.BytesIO(data))["S"]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_numbers_are_numbers_and_nothing_is_empty() -> None:
    assert cells((3, 0.25), (None, "x")) == [(3, 0.25), (None, "x")]


def test_a_sheet_may_be_named_after_anything() -> None:
    data = workbook([Sheet("A/B [2026]: a very long name indeed, longer", [], [])])
    (name,) = openpyxl.load_workbook(io.BytesIO(data)).sheetnames
    assert name == "A-B -2026-- a very long name in"


def test_text_longer_than_a_cell_is_cut_and_not_lost() -> None:
    ((text, _),) = cells(("x" * 40_000, "y"))
    assert text == "x" * 32_767
