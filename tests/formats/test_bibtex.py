"""BibTeX: each entry by itself, accents as letters."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ill_desktop.domain.citation import Citation, Material
from ill_desktop.formats.citations import Record, Verdict, read_citations


def read(text: str) -> tuple[Record, ...]:
    found = read_citations(text.encode())
    assert found.kind == "bibtex"
    return found.records


def cited(text: str) -> Citation:
    (record,) = read(text)
    assert record.citation is not None
    return record.citation


def test_an_article_is_read_whole() -> None:
    assert cited(
        """@article{key,
          author = {Vickers, Adrian and Fisher, Julia and others}, title = "Asian modernities",
          journal = {Inside Indonesia}, year = 2005, volume = {7}, number = {2},
          pages = {12--30}, issn = {0814-1185}, doi = {10.1000/182},
        }"""
    ) == Citation(
        title="Inside Indonesia",
        component_title="Asian modernities",
        component_author="Vickers, Adrian; Fisher, Julia",
        year="2005",
        volume="7",
        issue="2",
        pages="12-30",
        issn="0814-1185",
        doi="10.1000/182",
        material=Material.ARTICLE,
    )


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (r"Ko{\v{s}}ice, S{\o}ren \& \"Oland", "Košice, Søren & Öland"),
        (r"{\'E}tudes", "Études"),
        (r"The {DNA} {{of}} books", "The DNA of books"),
        ("Perang {Jawa}", "Perang Jawa"),
    ],
)
def test_latex_becomes_letters(written: str, read_as: str) -> None:
    assert cited(f"@book{{k, title={{{written}}}}}").title == read_as


def test_an_entry_that_never_closes_costs_only_itself() -> None:
    bad, good = read("@article{a, title={Unbalanced {brace}, year=1999}\n@book{b, title={Good}}")
    assert (bad.verdict, bad.reasons) == (Verdict.REJECTED, ("unreadable",))
    assert good.citation is not None
    assert good.citation.title == "Good"


def test_abbreviations_of_the_file_are_known_to_its_entries() -> None:
    text = '@string{bki = "Bijdragen"}\n@article{a, title={Satu}, journal = bki}'
    assert cited(text).title == "Bijdragen"


def test_comments_and_preambles_are_no_entries() -> None:
    text = '@comment{jabref-meta: x;}\n@preamble{"x"}\n@book{a, title={Satu}}\n'
    assert cited(text).title == "Satu"


def test_an_entry_without_a_key_is_read() -> None:
    assert cited("@book{\n  title = {Satu},\n  year = 1999\n}").year == "1999"


def test_a_field_given_twice_is_warned_of() -> None:
    (record,) = read("@book{a, title={Satu}, note={x}, note={y}}")
    assert record.citation is not None
    assert (record.citation.title, record.reasons) == ("Satu", ("duplicate-field",))


@pytest.mark.parametrize(
    ("kind", "material"),
    [("phdthesis", Material.THESIS), ("techreport", Material.REPORT), ("misc", Material.BOOK)],
)
def test_the_material_is_told_by_the_entry(kind: str, material: Material) -> None:
    assert cited(f"@{kind}{{a, title={{Satu}}}}").material is material


def test_braces_without_end_are_given_up() -> None:
    (record,) = read("@book{a, title=" + "{" * 50_000 + "x" + "}" * 50_000 + "}")
    assert record.verdict is Verdict.REJECTED


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_after_a_good_entry_leaves_the_good_one(noise: str) -> None:
    first, *_ = read("@book{a, title={Satu}}\n\n" + noise)
    assert first.citation is not None
    assert first.citation.title == "Satu"


def test_real_files_are_read_entry_by_entry(shared: Path) -> None:
    read_entries = whole = 0
    for path in sorted((shared / "citations").glob("JabRef*.bib")):
        records = read_citations(path.read_bytes(), path.name).records
        read_entries += sum("unreadable" not in record.reasons for record in records)
        whole += len(records)
    assert whole > 200
    assert read_entries / whole > 0.98
