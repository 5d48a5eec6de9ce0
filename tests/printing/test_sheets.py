"""Whole PDFs: everything in its place, the same bytes twice, nothing lost in silence."""

import io
from dataclasses import replace
from datetime import date

import pypdf
import pytest

from ill_desktop.printing import forms, papers, rulers, sheets, stocks
from ill_desktop.printing.papers import Sheetful
from ill_desktop.printing.sheets import Offset
from ill_desktop.words.catalogue import words_for
from tests.printing.samples import BOOK, ENGLISH, LONG, MM, printed, things, words_of

STOCKS = sorted(code for code, one in stocks.stocks().items() if not one.endless)
ROLLS = sorted(code for code, one in stocks.stocks().items() if one.endless)


def numbered(count: int) -> list[papers.Paper]:
    return [replace(BOOK, number=f"26{n:06}") for n in range(1, count + 1)]


@pytest.mark.parametrize("code", ["L7163", "5160", "5164", "L7165", "A4"])
def test_labels_stand_where_the_table_says(code: str) -> None:
    stock = stocks.stock(code).cut_for("shipping-label")
    done = printed("shipping-label", code, *[BOOK] * stock.per_page)
    heads = [one for one in things(done.pdf) if one["object_type"] == "char"]
    starts = sorted({(round(one["x0"] / MM, 2), round(one["top"] / MM, 2)) for one in heads})
    first = stock.cell(0)
    offset = min(x for x, _ in starts) - first.left, min(y for _, y in starts) - first.top
    for place in range(stock.per_page):
        cell = stock.cell(place)
        wanted = (cell.left + offset[0], cell.top + offset[1])
        nearest = min(abs(x - wanted[0]) + abs(y - wanted[1]) for x, y in starts)
        assert nearest <= 0.1


@pytest.mark.parametrize("code", sorted(stocks.stocks()))
def test_the_test_sheet_outlines_every_label(code: str) -> None:
    stock = stocks.stock(code)
    shown = stock.cut_at(rulers.ROLL_LENGTH) if stock.endless else stock
    boxes = [
        one for one in things(rulers.test_sheet(stock, ENGLISH)) if one["object_type"] == "rect"
    ]
    assert len(boxes) == shown.per_page
    for place, box in enumerate(sorted(boxes, key=lambda b: (round(b["top"]), b["x0"]))):
        cell = shown.cell(place)
        ours = [box[name] / MM for name in ("x0", "top", "width", "height")]
        assert ours == pytest.approx([cell.left, cell.top, cell.width, cell.height], abs=0.1)


def test_the_test_sheet_names_its_labels_in_the_language_of_the_desk() -> None:
    words = words_for("id")
    assert "2×7padaA4" in words_of(rulers.test_sheet(stocks.stock("L7163"), words))


@pytest.mark.parametrize("kind", papers.KINDS)
def test_the_same_papers_make_the_same_bytes(kind: str) -> None:
    arabic = replace(BOOK, title="مقدمة ابن خلدون", number="26000124")
    first = printed(kind, "A4", BOOK, arabic).pdf
    printed(kind, "4x6", replace(BOOK, title="الجزء الثالث"))
    assert printed(kind, "A4", BOOK, arabic).pdf == first


def test_printing_starts_at_the_first_free_label() -> None:
    done = printed("shipping-label", "L7163", BOOK, BOOK, start=14)
    assert (done.pages, done.items) == (2, 2)
    last = stocks.stock("L7163").cell(13)
    assert min(one["x0"] for one in things(done.pdf, 0)) / MM >= last.left
    assert min(one["top"] for one in things(done.pdf, 0)) / MM >= last.top
    assert max(one["x1"] for one in things(done.pdf, 1)) / MM <= last.left


def test_an_offset_moves_everything() -> None:
    content = Sheetful("shipping-label", ENGLISH, (BOOK,))
    stock = stocks.stock("L7163")
    still = things(sheets.sheets(content, stock).pdf)
    moved = things(sheets.sheets(content, stock, 1, Offset(1.5, -2.0)).pdf)
    for before, after in zip(still, moved, strict=True):
        assert after["x0"] - before["x0"] == pytest.approx(1.5 * MM, abs=0.01)
        assert after["top"] - before["top"] == pytest.approx(-2.0 * MM, abs=0.01)


def test_slips_are_stacked_so_that_the_cut_piles_stay_in_order() -> None:
    content = numbered(7)
    done = printed("pull-slip", "A4", *content)
    assert done.pages == 3
    tops = []
    for page in range(3):
        found = [one for one in things(done.pdf, page) if one["object_type"] == "char"]
        height = stocks.stock("A4").page[1] / 3 * MM
        tops.append([
            "".join(c["text"] for c in found if n * height <= c["top"] < (n + 1) * height)
            for n in range(3)
        ])  # fmt: skip
    order = [tops[page][place] for place in range(3) for page in range(3)]
    shown = [text for text in order if text]
    assert all(paper.number in text for paper, text in zip(content, shown, strict=True))


@pytest.mark.parametrize("code", ROLLS)
def test_a_roll_is_cut_where_its_text_ends(code: str) -> None:
    done = printed("pull-slip", code, BOOK, replace(BOOK, note="More to read. " * 20))
    short, tall = (
        float(page.mediabox.height) for page in pypdf.PdfReader(io.BytesIO(done.pdf)).pages
    )
    assert 25 * MM <= short < tall < 400 * MM


NOTES = (
    "Noted 24 Nov 2026: volume 2 stands in the rare books room; the key is at the desk.",
    "They wrote 23 Nov 2026: the second printing will do as well.",
    "Noted 22 Nov 2026: top shelf, ask for the ladder. " * 4,
)


@pytest.mark.parametrize("code", ["A4", "A5", "A6", "L7163", "5160", "4x6", "receipt-58"])
@pytest.mark.parametrize("paper", [BOOK, replace(LONG, notes=())], ids=["short", "long"])
def test_notes_stand_whole_where_there_is_room_and_no_fact_goes_for_them(
    code: str, paper: papers.Paper
) -> None:
    def there(text: str, done: sheets.Printed) -> bool:
        return "".join(text.split()) in words_of(done.pdf)

    plain, noted = (printed("pull-slip", code, replace(paper, notes=n)) for n in ((), NOTES))
    asked = [paper.call_number, paper.title, paper.author, paper.partner, paper.symbol]
    asked += [paper.their_id, paper.note, paper.conditions, "3 Dec 2026", "Not on shelf"]
    assert [there(one, noted) for one in asked] == [there(one, plain) for one in asked]
    assert noted.warnings == plain.warnings
    shown = [there(one, noted) for one in NOTES]
    assert shown == sorted(shown, reverse=True)  # the newest stay longest
    begun = [there(" ".join(one.split()[:4]), noted) for one in NOTES]
    assert begun == shown
    if paper is BOOK and code not in ("L7163", "5160"):
        assert all(shown)


def test_notes_that_find_no_room_are_counted() -> None:
    text = words_of(printed("pull-slip", "A5", replace(BOOK, notes=NOTES[:1] * 20)).pdf)
    shown = text.count("rarebooksroom")
    assert 1 < shown < 20
    assert f"{20 - shown}morenotes:seetherequest" in text


def test_what_they_asked_stands_whole_where_there_is_room() -> None:
    note = "Please look for the second printing of the fifth edition. " * 8
    assert "".join(note.split()) in words_of(
        printed("pull-slip", "A6", replace(BOOK, note=note)).pdf
    )


@pytest.mark.parametrize("code", ["A4", "L7163", "4x6", "receipt-58"])
@pytest.mark.parametrize("paper", [BOOK, LONG], ids=["short", "long"])
def test_a_call_number_is_whole_and_at_least_twenty_points(code: str, paper: papers.Paper) -> None:
    done = printed("pull-slip", code, paper)
    large = [one for one in things(done.pdf) if one["object_type"] == "char" and one["size"] > 19.9]
    shown = "".join("".join(one["text"] for one in large).split())
    assert shown == "".join(paper.call_number.split())


@pytest.mark.parametrize("paper", [BOOK, LONG], ids=["short", "long"])
def test_on_a_tiny_label_a_call_number_is_rather_small_than_cut(paper: papers.Paper) -> None:
    text = words_of(printed("pull-slip", "5160", paper).pdf)
    assert "".join(paper.call_number.split()) in text


@pytest.mark.parametrize("kind", papers.KINDS)
def test_no_text_that_matters_is_smaller_than_seven_points(kind: str) -> None:
    for code in ("A4", "L7163", "99014"):
        sizes = {
            round(one["size"], 2)
            for one in things(printed(kind, code, LONG).pdf)
            if one["object_type"] == "char" and one["upright"]
        }
        assert min(sizes) >= 6.5  # the foot
        assert sorted(sizes)[1] >= 7.0


def test_six_address_lines_of_forty_letters_fit_an_l7163() -> None:
    lines = tuple(f"{n} Jalan Profesor Doktor Haji Abdul Malik Kar"[:40] for n in range(1, 7))
    done = printed("shipping-label", "L7163", replace(BOOK, to_lines=lines, copy=2))
    text = words_of(done.pdf)
    assert all("".join(line.split()) in text for line in lines)
    assert done.warnings == ()


def test_what_does_not_fit_is_said_with_the_number() -> None:
    assert printed("pull-slip", "A4", BOOK).warnings == ()
    assert "26000123" in printed("pull-slip", "L7651", BOOK).warnings[0]


def test_a_text_that_was_cut_is_said_though_nothing_was_left_out() -> None:
    done = printed("book-strap", "A4", replace(BOOK, pickup="Meja layanan lantai dua " * 20))
    text = words_of(done.pdf)
    assert "…" in text
    assert "Jakarta10110" in text
    assert "26000123" in done.warnings[0]


def test_reasons_to_tick_are_not_left_out_in_silence_for_a_note() -> None:
    paper = replace(BOOK, location="Lantai 3, ruang koleksi langka di balik ruang baca umum")
    done = printed("pull-slip", "card", replace(paper, author="Pramoedya Ananta Toer; " * 6))
    assert "Notonshelf" not in words_of(done.pdf)
    assert "26000123" in done.warnings[0]


def test_an_address_without_room_says_that_it_goes_on() -> None:
    lines = ("Perpustakaan UGM", "Bulaksumur Blok F", "Caturtunggal, Depok", "Sleman 55281")
    done = printed("packing-list", "L7651", replace(BOOK, to_lines=lines))
    assert "Perpustakaan…" in words_of(done.pdf)
    assert "26000123" in done.warnings[0]


def test_a_book_strap_tells_the_reader_s_day_and_the_lender_s_only_where_it_is_wanted() -> None:
    day, theirs = date(2026, 11, 20), date(2026, 11, 27)
    paper = replace(BOOK, due=theirs, reader_due=day)
    text = words_of(printed("book-strap", "A4", paper).pdf)
    assert "Due20Nov2026" in text
    assert "27Nov" not in text
    text = words_of(printed("book-strap", "A4", replace(paper, both_due=True)).pdf)
    assert "Due20Nov2026" in text
    assert "Dueatthelender27Nov2026" in text
    for one in (replace(paper, reader_due=None), replace(paper, reader_due=None, both_due=True)):
        text = words_of(printed("book-strap", "A4", one).pdf)
        assert "Due27Nov2026" in text
        assert "lender27" not in text


@pytest.mark.parametrize(
    ("kind", "language", "told"),
    [
        ("book-strap", "en", "Due________"),
        ("book-strap", "id", "Jatuhtempo________"),
        ("lender-strap", "en", "Dueback________"),
    ],
)
def test_a_strap_without_a_due_date_has_a_blank_to_write_it_on(
    kind: str, language: str, told: str
) -> None:
    paper = replace(BOOK, due=None, reader_due=None, both_due=False)

    def text(one: papers.Paper) -> str:
        content = Sheetful(kind, words_for(language), (one,))
        return words_of(sheets.sheets(content, stocks.stock("A4"), 1).pdf)

    assert told in text(paper)
    assert "________" not in text(BOOK)


def test_characters_without_a_glyph_are_named_before_printing() -> None:
    done = printed("pull-slip", "A4", replace(BOOK, title="紅樓夢"))
    assert all(sign in done.warnings[0] for sign in "紅樓夢")
    assert printed("pull-slip", "A4", replace(BOOK, title="Přílišně žluťoučký")).warnings == ()


@pytest.mark.parametrize("kind", ["shipping-label", "return-label", "lender-strap", "pull-slip"])
def test_what_leaves_the_house_says_nothing_of_the_reader(kind: str) -> None:
    for code in ("A4", "4x6"):
        assert "M-00417" not in words_of(printed(kind, code, BOOK).pdf)


@pytest.mark.parametrize("kind", papers.KINDS)
@pytest.mark.parametrize("code", ["A4", "L7163", "4x6"])
def test_a_reprint_says_so(code: str, kind: str) -> None:
    again = replace(BOOK, copy=3, library="Perpustakaan Universitas Nusa Raya, Kampus Utama")
    assert "REPRINT2" in words_of(printed(kind, code, again).pdf)
    assert "REPRINT" not in words_of(printed(kind, code, BOOK).pdf)


@pytest.mark.parametrize("kind", papers.KINDS)
def test_every_kind_shows_its_form_and_when_it_was_printed(kind: str) -> None:
    text = words_of(printed(kind, "A4", BOOK).pdf)
    assert forms.FORMS[kind].number in text
    assert "Printed24Nov202614:05" in text
    assert "26000123" in text


def test_there_is_a_form_for_every_kind() -> None:
    assert set(forms.FORMS) == set(papers.KINDS) == set(stocks.PIECES)


def test_no_papers_make_an_empty_page() -> None:
    done = printed("pull-slip", "A4")
    assert (done.pages, done.items) == (1, 0)


@pytest.mark.parametrize(
    ("kind", "code", "whole"),
    [
        ("book-strap", "receipt-58", {"ANTARPERPUSTAKAAN", "Tempat pengambilan"}),
        ("pull-slip", "A5", {"ISIL:ID-YOG-UGM", "Kode perpustakaan", "Diperlukan sebelum"}),
        ("request-slip", "A5", {"ISIL:ID-YOG-UGM", "Tempat pengambilan"}),
    ],
)
def test_in_a_narrow_column_a_word_is_not_broken_and_a_name_not_cut(
    kind: str, code: str, whole: set[str]
) -> None:
    done = sheets.sheets(Sheetful(kind, words_for("id"), (BOOK,)), stocks.stock(code), 1)
    text = pypdf.PdfReader(io.BytesIO(done.pdf)).pages[0].extract_text()
    assert {one for one in whole if one not in text} == set()
