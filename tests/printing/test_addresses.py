"""Addresses in the order of their country."""

import pytest

from ill_desktop.printing.addresses import Postal, block, lines


@pytest.mark.parametrize(
    ("country", "region", "town"),
    [
        ("ID", "DI Yogyakarta", ("Sleman 55281", "DI Yogyakarta")),
        ("US", "IL", ("Sleman, IL 55281",)),
        ("GB", "", ("SLEMAN", "55281")),
        ("DE", "", ("55281 Sleman",)),
        ("SG", "", ("Sleman 55281",)),
        ("AU", "VIC", ("SLEMAN VIC 55281",)),
        ("JP", "Ibaraki", ("Sleman, Ibaraki 55281",)),
        ("NL", "", ("55281 Sleman",)),
    ],
)
def test_the_town_stands_as_its_post_wants_it(
    country: str, region: str, town: tuple[str, ...]
) -> None:
    address = Postal(("Bulaksumur 1",), "Sleman", region, "55281", country)
    assert lines(address) == ("Bulaksumur 1", *town)


def test_singapore_names_itself() -> None:
    assert lines(Postal(("100 Victoria St",), "", "", "188064", "SG")) == (
        "100 Victoria St",
        "Singapore 188064",
    )


@pytest.mark.parametrize("country", ["ID", "US", "GB", "DE", "SG", "AU", "JP", "NL", ""])
def test_what_is_missing_leaves_no_trace(country: str) -> None:
    for line in lines(Postal(("One",), "Town", "", "", country)):
        assert line in {"One", "Town", "TOWN"}


def test_abroad_the_country_stands_last_and_at_home_not_at_all() -> None:
    assert block(("A", "B"), "DE", "ID") == ("A", "B", "GERMANY")
    assert block(("A", "B"), "ID", "ID") == ("A", "B")
    assert block(("A", "Germany"), "DE", "ID") == ("A", "GERMANY")
    assert block(("A", "ID"), "", "ID") == ("A",)
    assert block(("A", "DE"), "", "ID") == ("A", "GERMANY")
    assert block((" A ", "", "B"), "", "ID") == ("A", "B")
    assert block(("A",), "XX", "ID") == ("A", "XX")
