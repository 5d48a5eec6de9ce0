"""Every kind on every stock in both languages with hostile texts: whole, in place, readable."""

import io

import pypdf
import pytest

from ill_desktop.printing import papers, stocks
from tests.printing import proofs
from tests.printing.proofs import Box, Case, Seen
from tests.printing.samples import codes, words_of

FACTORS = (papers.KINDS, sorted(stocks.stocks()), ("en", "id"), tuple(proofs.TEXTS))


def prove(case: Case) -> None:
    """All that issue 3 wants of a page."""
    place = stocks.stock(case.stock).cut_for(case.kind).per_page
    done = proofs.printed(case, place)
    found = proofs.seen(done.pdf)
    cut, cell = proofs.cell_of(case, place, found.height)
    paper = proofs.TEXTS[case.text]
    assert proofs.outside(found, cut, cell) == []
    assert proofs.overlapping(found) == []
    assert proofs.crowded(found, cut.module) == []
    assert max(proofs.strayed(found, cut, cell, paper.number)) <= 0.1
    for dpi in (203, 300):
        assert codes(done.pdf, 0, dpi) == [paper.number]
    if case.text in ("cjk", "javanese"):
        assert done.warnings
    if not done.warnings:
        assert proofs.lost(case.kind, paper, words_of(done.pdf)) == []
    assert proofs.printed(case, place).pdf == done.pdf


@pytest.mark.parametrize("case", proofs.pairwise(*FACTORS), ids=str)
def test_each_pair_of_choices_prints_well(case: Case) -> None:
    prove(case)


@pytest.mark.long
@pytest.mark.parametrize("stock", FACTORS[1])
@pytest.mark.parametrize("kind", FACTORS[0])
def test_every_choice_prints_well(kind: str, stock: str) -> None:
    for case in proofs.every((kind,), (stock,), *FACTORS[2:]):
        prove(case)


@pytest.mark.parametrize("text", proofs.TEXTS)
@pytest.mark.parametrize("kind", papers.KINDS)
def test_on_paper_nothing_is_lost_in_silence(kind: str, text: str) -> None:
    done = proofs.printed(Case(kind, "A4", "en", text), 1)
    if text not in ("long", "cjk", "javanese"):
        assert done.warnings == ()
        assert proofs.lost(kind, proofs.TEXTS[text], words_of(done.pdf)) == []
    assert len(pypdf.PdfReader(io.BytesIO(done.pdf)).pages) == done.pages


def test_the_proofs_find_what_is_wrong() -> None:
    code = Box(60, 2, 90, 12, "code")
    texts = [Box(2, 2, 30, 6, "a"), Box(20, 5, 40, 9, "b"), Box(2, 20, 30, 24, "c")]
    page = Seen(texts, [Box(10, 18, 50, 22)], [Box(0, 7, 99, 7)], code, 50)
    assert len(proofs.overlapping(page)) == 3
    assert proofs.overlapping(Seen(texts[::2], [], [], code, 50)) == []
    assert proofs.crowded(Seen([Box(56, 3, 59, 6)], [], [], code, 50), 0.33) != []
    cut, cell = proofs.cell_of(Case("shipping-label", "L7163", "en", "plain"), 1, 297)
    assert proofs.outside(page, cut, cell) != []
    assert max(proofs.strayed(page, cut, cell, "26000123")) > 0.1
    assert proofs.lost("pull-slip", proofs.TEXTS["plain"], "BumiManusia") != []
