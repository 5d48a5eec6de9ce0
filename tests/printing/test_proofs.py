"""Every kind on every stock in both languages with hostile texts: whole, in place, readable."""

import io
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pypdf
import pytest

from ill_desktop.printing import papers, stocks
from ill_desktop.printing.papers import Packed, Paper
from tests.printing import proofs
from tests.printing.proofs import Box, Case, Seen
from tests.printing.samples import FULL, codes, printed, words_of
from tests.printing.shown import May, made_of

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
    assert proofs.wrong(case, done, place) == []
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
    assert len(pypdf.PdfReader(io.BytesIO(done.pdf)).pages) == done.pages


ROOMY = {"shipping-label": "4x6", "return-label": "4x6"}
"""A stock with room for all that a kind can show, where it is not a sheet of plain paper."""


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("text", ["plain", "full", "address"])
@pytest.mark.parametrize("kind", papers.KINDS)
def test_where_there_is_room_everything_stands_whole(kind: str, text: str, language: str) -> None:
    case = Case(kind, ROOMY.get(kind, "A4"), language, text)
    done = proofs.printed(case, 1)
    assert done.warnings == ()
    assert proofs.wrong(case, done, 1, roomy=True) == []


def fields_of(paper: Paper) -> dict[str, Paper]:
    """A paper for each field that could be shown, in which nothing but that field is different."""
    found = {
        one.name: replace(paper, **{one.name: other(paper, one.name)}) for one in fields(paper)
    }
    first, *rest = paper.packed
    for one in fields(Packed):
        packed = replace(first, **{one.name: other(first, one.name)})
        found[f"packed.{one.name}"] = replace(paper, packed=(packed, *rest))
    return {name: one for name, one in found.items() if name not in NO_TEXT}


NO_TEXT = frozenset({"packed", "piece", "rush"})
"""The lines of a packing list, which are looked at one by one; which page this is, which `split`
says; and a frame."""


def other(thing: Any, name: str) -> Any:
    value = getattr(thing, name)
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, date):
        return value + timedelta(days=1)
    return ("Quokka", *value[1:]) if isinstance(value, tuple) else "Quokka"


@pytest.mark.parametrize("kind", papers.KINDS)
def test_a_paper_shows_the_fields_of_the_table_and_no_other(kind: str) -> None:
    def text(paper: Paper) -> str:
        return words_of(printed(kind, ROOMY.get(kind, "A4"), paper).pdf)

    told = text(FULL)
    shown = {name for name, paper in fields_of(FULL).items() if text(paper) != told}
    assert shown == made_of(kind)


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


def test_the_proofs_find_what_is_missing_and_what_was_cut_in_silence() -> None:
    title, page = "Silang layan antarperpustakaan", "Due 3 Dec Silang layan antarperpustakaan 2005"
    whole, short = "not whole: Silanglayanantarperpustakaan", "Due 3 Dec Silang layan … 2005"

    def found(text: str, may: May | None) -> list[str]:
        return proofs.missing([(title, may), ("2005", None)], text)

    for may in (None, *May):
        assert found(page, may) == []
    for text in (short, "Due 3 Dec 2005"):
        assert found(text, None) == [whole]
        assert found(text, May.BE_SHORT) == found(text, May.BE_LEFT_OUT) == []
    assert found(short, May.BE_COUNTED) == ["cut: Silanglayanantarperpustakaan"]
    cut = found("Due 3 Dec Silang layan antar 2005", May.BE_SHORT)
    assert cut == ["cut in silence: Silanglayanantarperpustakaan"]
    assert proofs.missing([("2005", None)] * 2, page) == ["not whole: 2005"]
