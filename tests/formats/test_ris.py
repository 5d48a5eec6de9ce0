"""RIS: the traps of files as they are passed around."""

from pathlib import Path

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from ill_desktop.domain.citation import Citation, Material
from ill_desktop.formats.citations import Record, Verdict, read_citations

ARTICLE = """TY  - JOUR
AU  - Shiraishi, Takashi
AU  - Kato, Tsuyoshi
TI  - Reading Pramoedya
T2  - Indonesia
PY  - 1987/04//
VL  - 44
IS  - 1
SP  - 23
EP  - 45
SN  - 0019-7289
DO  - https://doi.org/10.2307/3351219
ER  -
"""


def read(data: bytes | str) -> tuple[Record, ...]:
    found = read_citations(data.encode() if isinstance(data, str) else data)
    assert found.kind == "ris"
    return found.records


def test_an_article_is_read_whole() -> None:
    (record,) = read(ARTICLE)
    assert record.verdict is Verdict.ACCEPTED
    assert record.citation == Citation(
        title="Indonesia",
        component_title="Reading Pramoedya",
        component_author="Shiraishi, Takashi; Kato, Tsuyoshi",
        year="1987",
        volume="44",
        issue="1",
        pages="23-45",
        issn="0019-7289",
        doi="10.2307/3351219",
        material=Material.ARTICLE,
    )


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + ARTICLE.encode(),
        ARTICLE.replace("\n", "\r\n").encode(),
        ARTICLE.replace("\n", "\r").encode(),
        ARTICLE.encode("utf-16"),
        ("\n\n1.\n" + ARTICLE).encode(),
        ARTICLE.replace("  - ", "  -").encode(),
        ARTICLE.encode().replace(b"\n", b"\x00\n"),
    ],
    ids=["bom", "crlf", "cr", "utf-16", "numbered", "no-blank", "nul"],
)
def test_how_a_file_was_saved_does_not_matter(data: bytes) -> None:
    assert [r.citation for r in read(data)] == [read(ARTICLE)[0].citation]


def test_a_record_without_its_end_is_read_with_a_warning() -> None:
    first, second = read("TY  - BOOK\nTI  - Satu\nTY  - BOOK\nTI  - Dua\nER  - \n")
    assert (first.verdict, first.reasons) == (Verdict.WARNED, ("no-end",))
    assert (second.verdict, second.citation and second.citation.title) == (Verdict.ACCEPTED, "Dua")


def test_text_that_is_not_utf_8_is_read_as_windows_wrote_it() -> None:
    (record,) = read("TY  - BOOK\nTI  - Études sur l’Islam\nER  - \n".encode("cp1252"))
    assert record.citation is not None
    assert record.citation.title == "Études sur l’Islam"
    assert record.reasons == ("encoding",)


def test_a_long_title_may_go_on_in_the_next_line() -> None:
    (record,) = read("TY  - BOOK\nTI  - Sejarah\n      nasional\nER  - \n")
    assert record.citation is not None
    assert record.citation.title == "Sejarah nasional"


def test_a_long_number_is_an_isbn() -> None:
    (record,) = read("TY  - BOOK\nTI  - Satu\nSN  - 978-979-22-7001-3 (pbk)\nER  - \n")
    assert record.citation is not None
    assert (record.citation.isbn, record.citation.issn) == ("978-979-22-7001-3", "")


@given(
    st.lists(
        st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=30).filter(
            lambda text: text[:2] not in ("TY", "ER")
        ),
        min_size=1,
        max_size=5,
    )
)
def test_titles_come_back_in_their_order(titles: list[str]) -> None:
    text = "".join(f"TY  - BOOK\nTI  - {title}\nER  - \n" for title in titles)
    plain = [Citation(title=title).tidied().title for title in titles]
    assert [r.citation and r.citation.title for r in read(text)] == plain


def test_real_files_give_the_titles_another_reader_gives(shared: Path) -> None:
    compared = 0
    for path in sorted((shared / "citations").glob("*.ris")):
        text = path.read_bytes().decode("utf-8-sig", "replace")
        try:
            others = rispy.loads(text)
        except (OSError, ValueError, KeyError):
            continue
        ours = read_citations(text.encode()).records
        if len(ours) != len(others):
            continue
        for record, other in zip(ours, others, strict=True):
            title = (
                Citation(title=other.get("title", other.get("primary_title", ""))).tidied().title
            )
            if title and record.citation is not None:
                compared += 1
                assert record.citation.display_title == title, path.name
    assert compared > 100
