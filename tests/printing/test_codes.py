"""Codes are read back from the page as a scanner would see it."""

from dataclasses import replace

import pytest

from ill_desktop.printing import codes as bars
from ill_desktop.printing import papers, stocks
from tests.printing.samples import BOOK, MM, codes, printed, things

RESOLUTIONS = (203, 300)


@pytest.mark.parametrize("dpi", RESOLUTIONS)
@pytest.mark.parametrize("code", sorted(stocks.stocks()))
def test_the_code_of_a_label_is_read_on_every_stock(code: str, dpi: int) -> None:
    assert codes(printed("shipping-label", code, BOOK).pdf, 0, dpi) == ["26000123"]


@pytest.mark.parametrize("dpi", RESOLUTIONS)
@pytest.mark.parametrize("kind", papers.KINDS)
def test_the_code_of_every_kind_is_read_on_paper(kind: str, dpi: int) -> None:
    assert codes(printed(kind, "A4", BOOK).pdf, 0, dpi) == ["26000123"]


@pytest.mark.parametrize("number", ["26000000", "26999999", "99123456", "00000001"])
def test_any_number_of_a_request_is_read(number: str) -> None:
    paper = replace(BOOK, number=number)
    assert codes(printed("pull-slip", "4x6", paper).pdf, 0, 203) == [number]


def test_a_full_sheet_of_codes_is_read() -> None:
    sheet = [replace(BOOK, number=f"260001{n:02}") for n in range(14)]
    found = codes(printed("shipping-label", "L7163", *sheet).pdf, 0, 300)
    assert found == [paper.number for paper in sheet]


def test_eight_digits_take_seventy_nine_modules_and_the_quiet_ends() -> None:
    assert bars.modules(bars.code128("26000123")) == 99


def test_the_code_stands_top_right_on_every_kind() -> None:
    corners = set()
    for kind in papers.KINDS:
        found = things(printed(kind, "L7165", replace(BOOK, packed=BOOK.packed[:1])).pdf)
        black = [one for one in found if one["object_type"] == "curve"]
        black = black or [one for one in found if one.get("fill") and one["object_type"] == "rect"]
        top = min(one["top"] for one in black) / MM
        right = max(one["x1"] for one in black) / MM
        corners.add((round(top, 1), round(right, 1)))
    assert len(corners) == 1
    top, right = corners.pop()
    assert top == pytest.approx(13.1 + 2, abs=0.1)
    assert right <= 4.65 + 99.1 - 3.3 + 0.1
