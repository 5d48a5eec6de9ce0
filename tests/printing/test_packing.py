"""The list in a parcel: every request once, on as many pages as it takes."""

import io
import re
from dataclasses import replace

import pypdf
import pytest

from ill_desktop.printing import sheets, stocks
from ill_desktop.printing.papers import Packed, Sheetful
from ill_desktop.printing.sheets import Part
from tests.printing.samples import BOOK, ENGLISH, codes, printed

PARCEL = replace(
    BOOK,
    number="P26000007",
    tracking="JNE-7781",
    packed=tuple(Packed(f"26{n:06}", f"Buku {n}", (f"B-{n}",)) for n in range(1, 61)),
)


def pages_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize("stock", ["A4", "A5", "4x6", "Letter"])
def test_a_long_parcel_takes_several_pages_that_know_each_other(stock: str) -> None:
    done = printed("packing-list", stock, PARCEL)
    found = pages_of(done.pdf)
    assert len(found) == done.pages > 1
    assert done.items == 1
    assert done.warnings == ()
    numbers = re.findall(r"\b26\d{6}\b", "\n".join(found))
    assert numbers == [one.number for one in PARCEL.packed]
    for n, text in enumerate(found, 1):
        assert f"{n} / {len(found)}" in text
        assert "Bulaksumur Blok F" in text
        assert "JNE-7781" in text
        assert codes(done.pdf, n - 1, 203) == ["P26000007"]
        inside = len(re.findall(r"\b26\d{6}\b", text))
        assert f"{inside} request" in text


def test_a_roll_is_as_long_as_its_list() -> None:
    done = printed("packing-list", "receipt-80", PARCEL)
    assert done.pages == 1
    assert all(one.number in pages_of(done.pdf)[0] for one in PARCEL.packed)


def test_a_kind_goes_on_where_the_labels_of_the_kind_before_end() -> None:
    stock = stocks.stock("L7163")
    parts = [
        Part(Sheetful("shipping-label", ENGLISH, (BOOK,) * 3), stock, 12),
        Part(Sheetful("return-label", ENGLISH, (BOOK,) * 2), stock, 5),
    ]
    done = sheets.job(parts)
    first, second = pages_of(done.pdf)
    assert (first.count("SHIPPING LABEL"), first.count("RETURN LABEL")) == (3, 0)
    assert second.count("RETURN LABEL") == 2
    assert [(run.first, run.last, run.free) for run in done.runs] == [(1, 2, 3)]


def test_slips_can_be_laid_page_by_page_instead_of_for_the_cut() -> None:
    papers = tuple(replace(BOOK, number=f"26{n:06}") for n in range(1, 8))
    content, stock = Sheetful("pull-slip", ENGLISH, papers), stocks.stock("A4")
    first = pages_of(sheets.job([Part(content, stock, stacked=False)]).pdf)[0]
    assert all(paper.number in first for paper in papers[:3])
    first = pages_of(sheets.job([Part(content, stock)]).pdf)[0]
    assert [paper.number in first for paper in papers] == [n % 3 == 0 for n in range(7)]
