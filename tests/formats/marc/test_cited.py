"""From a record to the citation a request is made of."""

from dataclasses import asdict
from typing import Any

import pytest

from ill_desktop.domain.citation import Citation, Material
from ill_desktop.formats.marc import cited, iso2709
from tests.formats.records import Content, changed, marc


def of(leader: str = "nam a", **fields: Content | None) -> Citation:
    return cited.citation_of(iso2709.parse(marc(changed(**fields), leader)))


def given(citation: Citation) -> dict[str, Any]:
    """The fields that are not empty."""
    return {name: value for name, value in asdict(citation).items() if value}


def test_a_book_is_cited_without_its_isbd_signs() -> None:
    assert given(of()) == {
        "title": "Bumi manusia",
        "subtitle": "sebuah roman",
        "author": "Toer, Pramoedya Ananta",
        "publisher": "Lentera Dipantara",
        "place": "Jakarta",
        "year": "2005",
        "isbn": "9789791227001",
        "material": Material.BOOK,
    }


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Bumi manusia /", "Bumi manusia"),
        ("Ricklefs, M. C.", "Ricklefs, M. C."),
        ("Hamka.", "Hamka"),
        ("Apa itu filsafat? :", "Apa itu filsafat?"),
        ("C++ /", "C++"),
        (" ; ", ""),
    ],
)
def test_punctuation_goes_and_the_dot_of_an_initial_stays(text: str, plain: str) -> None:
    assert cited.unpunctuated(text) == plain


def test_parts_of_a_title_belong_to_it() -> None:
    parts = (("a", "Sejarah nasional."), ("n", "Jilid 2,"), ("p", "Zaman kuno :"), ("b", "buku"))
    assert (of(f245=parts).title, of(f245=parts).subtitle) == (
        "Sejarah nasional. Jilid 2. Zaman kuno",
        "buku",
    )


@pytest.mark.parametrize(
    ("fields", "author"),
    [
        (
            {"f100": None, "f110": (("a", "Indonesia."), ("b", "Kementerian."))},
            "Indonesia. Kementerian",
        ),
        ({"f100": None, "f700": (("a", "Hatta, Mohammad,"),)}, "Hatta, Mohammad"),
        ({"f100": (("a", "Suharto"),)}, "Suharto"),
        ({"f100": None}, ""),
    ],
)
def test_the_author_is_the_first_who_is_named(fields: dict[str, Content], author: str) -> None:
    assert of(**fields).author == author


@pytest.mark.parametrize(
    ("published", "year"),
    [("[2005?]", "2005"), ("c1999-", "1999"), ("s.a.", "2005"), ("cet. 3, 2011.", "2011")],
)
def test_the_year_is_the_one_stated_and_else_the_coded_one(published: str, year: str) -> None:
    assert of(f260=(("c", published),)).year == year


def test_an_article_names_its_journal_as_the_title() -> None:
    host = (
        ("t", "Masyarakat Indonesia."),
        ("g", "Vol. 42, no. 2 (2016), hlm. 12-30"),
        ("x", "0125-9989"),
    )
    article = of("naa a", f773=host, f260=None, f020=None)
    assert given(article) == {
        "title": "Masyarakat Indonesia",
        "component_title": "Bumi manusia: sebuah roman",
        "component_author": "Toer, Pramoedya Ananta",
        "volume": "42",
        "issue": "2",
        "pages": "12-30",
        "issn": "0125-9989",
        "year": "2005",
        "material": Material.ARTICLE,
    }


def test_a_chapter_has_a_book_around_it() -> None:
    host = (("t", "Bunga rampai"), ("z", "9789791227001"), ("g", "Hal. 5-9"))
    chapter = of("naa a", f773=host, f020=None)
    assert (chapter.material, chapter.title, chapter.pages) == (
        Material.CHAPTER,
        "Bunga rampai",
        "5-9",
    )


def test_the_package_an_e_book_was_sold_in_is_not_its_journal() -> None:
    book = of(f773=(("t", "Springer eBooks"),))
    assert (book.title, book.component_title) == ("Bumi manusia", "")


@pytest.mark.parametrize(
    ("leader", "fields", "material"),
    [
        ("nas a", {}, Material.JOURNAL),
        ("nem a", {}, Material.MAP),
        ("ncm a", {}, Material.SCORE),
        ("ngm a", {}, Material.AUDIOVISUAL),
        ("nam a", {"f502": (("a", "Skripsi (Sarjana)--UGM"),)}, Material.THESIS),
    ],
)
def test_the_material_is_told_by_leader_and_thesis_note(
    leader: str, fields: dict[str, Content], material: Material
) -> None:
    assert of(leader, **fields).material is material


def test_numbers_of_catalogues_are_kept() -> None:
    fields = changed(f035=(("a", "(OCoLC)ocm00123456"),), f024=(("a", "10.1000/182"), ("2", "doi")))
    record = iso2709.parse(marc(fields))
    assert cited.identifiers_of(record) == {"control-number": "ill000001", "oclc": "00123456"}
    assert cited.citation_of(record).doi == "10.1000/182"


def test_a_title_in_its_own_script_is_kept_beside_the_romanised_one() -> None:
    linked = (("6", "245-01/(N"), ("a", "Анна Каренина /"))
    record = iso2709.parse(marc(changed(f880=linked)))
    assert cited.citation_of(record).title == "Bumi manusia"
    assert cited.identifiers_of(record)["vernacular-title"] == "Анна Каренина"


def test_a_title_only_in_its_own_script_is_the_title() -> None:
    linked = (("6", "245-01/(N"), ("a", "Анна Каренина /"))
    assert of(f245=None, f880=linked).title == "Анна Каренина"


def test_unimarc_is_told_by_its_title_field() -> None:
    unimarc = of(
        f245=None,
        f100=None,
        f260=None,
        f020=None,
        f200=(("a", "\x98Le \x9cPère Goriot"), ("e", "roman"), ("f", "Balzac")),
        f210=(("a", "Paris"), ("c", "Gallimard"), ("d", "DL 1971")),
        f010=(("a", "2-07-036784-8"),),
        f700=(("a", "Balzac"), ("b", "Honoré de")),
    )
    assert given(unimarc) == {
        "title": "Le Père Goriot",
        "subtitle": "roman",
        "author": "Balzac, Honoré de",
        "publisher": "Gallimard",
        "place": "Paris",
        "year": "1971",
        "isbn": "2-07-036784-8",
        "material": Material.BOOK,
    }


@pytest.mark.parametrize(("leader", "reason"), [("nx  a", "holdings"), ("nz  a", "authority")])
def test_a_record_that_describes_no_publication_says_what_it_is(leader: str, reason: str) -> None:
    found = cited.found_in(iso2709.parse(marc(changed(f245=None), leader)))
    assert reason in found.reasons


def test_letters_are_composed() -> None:
    assert of(f245=(("a", "Poe\u0301sie"),)).title == "Po\u00e9sie"
