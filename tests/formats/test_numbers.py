"""Standard numbers: found among what people write around them, and checked."""

import pytest

from ill_desktop.domain.citation import Citation
from ill_desktop.formats import numbers


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("urn:ISBN:9789792270013", "9789792270013"),
        ("ISBN 978-979-22-7001-3", "978-979-22-7001-3"),
        ("0471383147 (paper/cd-rom : alk. paper)", "0471383147"),
        ("080442957x", "080442957x"),
        ("9791 jilid", "9791 jilid"),
        ("", ""),
    ],
)
def test_an_isbn_is_found(written: str, bare: str) -> None:
    assert numbers.isbn(written) == bare


@pytest.mark.parametrize(
    ("written", "bare"),
    [("ISSN 0019-7289 (print)", "0019-7289"), ("00197289", "00197289"), ("x", "x")],
)
def test_an_issn_is_found(written: str, bare: str) -> None:
    assert numbers.issn(written) == bare


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("https://doi.org/10.1000/182", "10.1000/182"),
        ("doi:10.1002/(SICI)17:15<1::A>3.0;2-2", "10.1002/(SICI)17:15<1::A>3.0;2-2"),
        ("Org/10.1002/j.2161.x.", "10.1002/j.2161.x"),
        ("none", "none"),
    ],
)  # fmt: skip
def test_a_doi_is_found(written: str, bare: str) -> None:
    assert numbers.doi(written) == bare


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("0-471-38314-7 (pbk.)", ("9780471383147", "0471383147")),
        ("978-0-471-38314-7", ("9780471383147", "0471383147")),
        ("9791220000000", ("9791220000000",)),
        ("9780471383148", ("9780471383148",)),
        ("", ()),
    ],
)
def test_a_book_is_known_by_both_its_numbers(written: str, forms: tuple[str, ...]) -> None:
    assert numbers.isbn_forms(written) == forms


@pytest.mark.parametrize(
    ("citation", "wrong"),
    [
        (Citation(isbn="978-979-22-7001-3", issn="0019-7289", doi="10.1000/182"), ()),
        (Citation(isbn="0-471-38314-7"), ()),
        (Citation(isbn="0471383148"), ("isbn",)),
        (Citation(issn="0019-7280"), ("issn",)),
        (Citation(doi="11.1000/182"), ("doi",)),
        (Citation(), ()),
    ],
)
def test_a_wrong_check_digit_is_noticed(citation: Citation, wrong: tuple[str, ...]) -> None:
    assert numbers.wrong(citation) == wrong
