"""What is shown of a text, where it breaks, and which way it runs."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ill_desktop.printing import fonts, text
from tests.printing.samples import BOOK, printed, words_of


def printable(c: str) -> bool:
    shown = text.display(c)
    return not fonts.missing(shown) and unicodedata.bidirectional(c) not in {"R", "AL", "AN", "NSM"}


anything = st.text(max_size=40)
drawn = st.text(
    st.characters(max_codepoint=0x2FFF, exclude_categories=["Cs", "Mn", "Mc", "Me"]).filter(
        printable
    ),
    max_size=40,
)
HOSTILE = [
    "<b>bold</b> <font size=90>&amp;&lt;",
    "<para><img src='file:///etc/passwd'/></para>",
    "{number} {0} %s %(x)s {{ 7*7 }} ${jndi:ldap://x}",
    "(balanced) (open \\ and ) closed",
    "a\x00b\x07c\x1b[31md",
    "evil\u202egnp.exe\u202c \u2066iso\u2069",
    "zero\u200bwidth\ufeff\u00adsoft",
    "line one\r\nline two\u2028line three\x0bfour",
    "]]> --> ' \" ` endstream endobj",
]


@given(anything)
def test_what_is_displayed_is_stable_and_harmless(given_text: str) -> None:
    shown = text.display(given_text)
    assert text.display(shown) == shown
    assert not any(ord(c) < 32 or c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067" for c in shown)
    assert shown == shown.strip()


@settings(max_examples=60, deadline=None)
@given(drawn)
def test_the_text_of_the_page_is_the_text_that_was_given(given_text: str) -> None:
    done = printed("pull-slip", "A4", replace(BOOK, title=given_text))
    assert "".join(text.display(given_text).split()) in words_of(done.pdf)
    assert done.warnings == ()


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("kind", ["pull-slip", "shipping-label", "book-strap"])
def test_hostile_texts_are_printed_literally(kind: str, hostile: str) -> None:
    paper = replace(
        BOOK, title=hostile, author=hostile, partner=hostile, to_lines=(hostile, hostile)
    )
    done = printed(kind, "A4", paper)
    assert "".join(text.display(hostile).split()) in words_of(done.pdf)


@settings(max_examples=80, deadline=None)
@given(anything)
def test_no_text_stops_the_printer(given_text: str) -> None:
    paper = replace(
        BOOK, title=given_text, call_number=given_text, to_lines=(given_text,) * 3, note=given_text
    )
    for kind in ("pull-slip", "shipping-label"):
        assert printed(kind, "L7163", paper).pdf.startswith(b"%PDF")


@given(st.text(st.characters(max_codepoint=0x24F), max_size=80), st.floats(2, 60))
def test_broken_lines_fit_and_lose_nothing(given_text: str, room: float) -> None:
    shown = text.display(given_text)
    lines = text.broken(shown, False, room)
    assert "".join("".join(lines).split()) == "".join(shown.split())
    for line in lines:
        assert fonts.unit_width(line, False) <= room + 1e-6 or len(line) == 1


@given(st.text(st.characters(max_codepoint=0x24F), max_size=200), st.integers(1, 4))
def test_clipped_lines_are_few_and_say_that_there_was_more(given_text: str, most: int) -> None:
    lines = text.broken(text.display(given_text), True, 12)
    kept = text.clipped(lines, most, True, 12)
    assert len(kept) <= most
    assert kept == lines or kept[-1].endswith("…")


def test_arabic_runs_from_right_to_left_with_numbers_and_latin_inside() -> None:
    line = "مقدمة ابن خلدون 1377 (DEF) الجزء"
    assert text.is_rtl(line)
    pieces = text.runs(line, True)
    assert [piece.strip() for piece, _ in pieces][::-1] == [
        "مقدمة ابن خلدون",
        "1377",
        ")",  # the opening bracket, seen from the right
        "DEF",
        ") الجزء",
    ]
    assert [turned for _, turned in pieces] == [True, False, False, False, True]


@given(st.text("abc 12ابخشל", max_size=30))
def test_runs_keep_every_letter(line: str) -> None:
    shown = text.display(line)
    pieces = text.runs(shown, text.is_rtl(shown))
    assert sorted("".join(piece for piece, _ in pieces)) == sorted(shown)
    for piece, _ in pieces:
        assert piece in shown


def test_arabic_letters_are_joined() -> None:
    shaped, width = fonts.joined("محمد", False, 10)
    assert [ord(c) for c in str(shaped)] != [ord(c) for c in "محمد"]
    assert 0 < width < fonts.width("محمد", False, 10)


def test_latin_begins_at_the_left_even_with_arabic_inside() -> None:
    assert not text.is_rtl("Muqaddimah مقدمة")
    assert text.runs("plain", False) == [("plain", False)]
