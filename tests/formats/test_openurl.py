"""OpenURL: what link resolvers are sent, one address a line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ill_desktop.domain.citation import Citation, Material
from ill_desktop.formats.citations import Record, Verdict, read_citations

ARTICLE = (
    "https://resolver.example.org/go?url_ver=Z39.88-2004"
    "&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&rft.genre=article"
    "&rft.atitle=Reading+Pramoedya&rft.jtitle=Indonesia&rft.aulast=Shiraishi&rft.aufirst=Takashi"
    "&rft.date=1987-04-01&rft.volume=44&rft.issue=1&rft.spage=23&rft.epage=45"
    "&rft.issn=0019-7289&rft_id=info%3Adoi%2F10.2307%2F3351219"
)


def read(text: str) -> tuple[Record, ...]:
    found = read_citations(text.encode())
    assert found.kind == "openurl"
    return found.records


def one(text: str) -> Record:
    (record,) = read(text)
    return record


def cited(text: str) -> Citation:
    citation = one(text).citation
    assert citation is not None
    return citation


def test_version_1_is_read_whole() -> None:
    assert cited(ARTICLE) == Citation(
        title="Indonesia",
        component_title="Reading Pramoedya",
        component_author="Shiraishi, Takashi",
        year="1987",
        volume="44",
        issue="1",
        pages="23-45",
        issn="0019-7289",
        doi="10.2307/3351219",
        material=Material.ARTICLE,
    )


def test_version_0_1_says_the_same_without_prefixes() -> None:
    old = (
        "genre=article&atitle=Reading%20Pramoedya&title=Indonesia&au=Shiraishi,%20Takashi"
        "&date=1987&volume=44&issue=1&pages=23-45&issn=0019-7289&id=doi:10.2307/3351219"
    )
    assert cited(old) == cited(ARTICLE)


def test_an_address_copied_from_a_page_is_read() -> None:
    assert cited(ARTICLE.replace("&", "&amp;")) == cited(ARTICLE)


@pytest.mark.parametrize(
    ("given_id", "field", "value"),
    [
        ("rft_id=info:doi/10.1000/182", "doi", "10.1000/182"),
        ("rft_id=https%3A%2F%2Fdoi.org%2F10.1000%2F182", "doi", "10.1000/182"),
        ("rft.doi=https://doi.org/10.1000/182", "doi", "10.1000/182"),
        ("rft_id=info:pmid/123456", "pmid", "123456"),
        ("id=pmid:123456", "pmid", "123456"),
        ("rft_id=urn:ISBN:9789792270013", "isbn", "9789792270013"),
        ("rft.isbn=urn%3AISBN%3A979-22-7001-X", "isbn", "979-22-7001-X"),
        ("rft.issn=0019-7289", "issn", "0019-7289"),
    ],
)
def test_numbers_are_found_wherever_they_stand(given_id: str, field: str, value: str) -> None:
    assert getattr(cited(f"rft.btitle=Satu&{given_id}"), field) == value


@pytest.mark.parametrize("key", ["rft_id=info:oclcnum/123", "rft.oclcnum=123"])
def test_the_number_in_worldcat_is_kept_beside_the_citation(key: str) -> None:
    assert one(f"rft.btitle=Satu&{key}").identifiers == {"oclc": "123"}


@pytest.mark.parametrize(
    ("keys", "material"),
    [
        ("rft.genre=book&rft.btitle=Satu", Material.BOOK),
        ("rft.genre=bookitem&rft.btitle=Satu&rft.atitle=Dua", Material.CHAPTER),
        ("rft.genre=dissertation&rft.title=Satu", Material.THESIS),
        ("rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.jtitle=Satu", Material.JOURNAL),
        ("rft.jtitle=Satu&rft.atitle=Dua", Material.ARTICLE),
        ("rft.genre=unknown&rft.title=Satu", Material.BOOK),
    ],
)
def test_the_material_is_told_by_genre_and_format(keys: str, material: Material) -> None:
    assert cited(keys).material is material


def test_a_number_alone_is_kept_for_somebody_to_complete() -> None:
    record = one("https://r.example/?ctx_ver=Z39.88-2004&rft.doi=10.1000/182")
    assert record.citation == Citation(doi="10.1000/182")
    assert (record.verdict, record.reasons) == (Verdict.WARNED, ("no-title",))


def test_an_address_with_nothing_to_ask_for_is_rejected() -> None:
    assert one("https://r.example/?ctx_ver=Z39.88-2004&rft.genre=article").reasons == ("no-title",)


def test_what_was_encoded_twice_is_decoded_once_and_warned_of() -> None:
    record = one("rft.btitle=Bijdragen%2520tot%2520de%2520Taal")
    assert record.citation is not None
    assert record.citation.title == "Bijdragen%20tot%20de%20Taal"
    assert record.reasons == ("encoding",)


def test_a_value_longer_than_any_title_is_cut_and_warned_of() -> None:
    record = one("rft.btitle=" + "%41" * 30_000)
    assert record.citation is not None
    assert (len(record.citation.title), record.reasons) == (2000, ("too-long",))


def test_each_line_is_a_record_and_a_line_of_prose_is_rejected() -> None:
    records = read(f"{ARTICLE}\n\n# a remark\nplease get me this\n{ARTICLE}\n")
    assert [record.verdict for record in records] == [
        Verdict.ACCEPTED,
        Verdict.REJECTED,
        Verdict.ACCEPTED,
    ]


@given(st.dictionaries(st.sampled_from(["title", "au", "date", "isbn", "id", "pages"]), st.text()))
def test_any_values_give_a_record(values: dict[str, str]) -> None:
    from urllib.parse import urlencode

    record = one("https://r.example/?rft.genre=book&" + urlencode(values))
    assert record.verdict in Verdict


def test_every_line_of_a_real_resolver_is_accounted_for(shared: Path) -> None:
    for path in sorted((shared / "citations").glob("NYULibraries*.txt")):
        data = path.read_bytes()
        lines = [
            line
            for line in data.decode("utf-8", "replace").splitlines()
            if line.strip() and not line.startswith("#")
        ]
        found = read_citations(data, path.name)
        assert len(found.records) == len(lines)
        assert len(found.usable) / len(lines) > 0.97
