"""Pages as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ill_desktop.domain.page_range import MOST, pages_of_copy, read_pages

NUMBERS = st.integers(1, 99_999)


@pytest.mark.parametrize(
    ("typed", "text", "count"),
    [
        ("pp. 12-9", "12-19", 8),
        ("184–196", "184-196", 13),
        ("p. 7", "7", 1),
        ("hlm. 12 - 19", "12-19", 8),
        ("12-19, 23", "12-19, 23", 9),
        ("1234-41", "1234-1241", 8),
        ("S12-S19", "S12-S19", 8),
        ("xii-xx", "xii-xx", None),
        ("e1003", "e1003", 1),
    ],
)
def test_pages_are_understood_and_counted(typed, text, count):
    found = read_pages(typed)
    assert (found.text, found.count) == (text, count)


@pytest.mark.parametrize("typed", ["A-Fz123", "19-12", "see there", "pp.", "", "12-", "12--"])
def test_what_cannot_be_pages_is_nothing(typed):
    assert read_pages(typed) is None


@pytest.mark.parametrize(
    "typed", ["", "7", "p. 7", "e1003", "e-1003", "104312", "xii", "xii-xx", "see there", "12-1900"]
)
def test_how_many_pages_a_copy_has_is_not_guessed(typed):
    assert pages_of_copy(typed) is None


@given(NUMBERS, st.integers(1, MOST), st.sampled_from(["{}-{}", "pp. {} – {}", "hlm. {}-{}"]))
def test_a_copy_has_the_pages_from_the_first_to_the_last(first, n, written):
    assert pages_of_copy(written.format(first, first + n - 1)) == n


@given(st.lists(st.tuples(NUMBERS, st.integers(1, 100)), min_size=2, max_size=8))
def test_the_pages_of_several_stretches_are_those_of_each(stretches):
    typed = ", ".join(f"{first}-{first + n - 1}" for first, n in stretches)
    assert pages_of_copy(typed) == sum(n for _, n in stretches)


@given(st.text() | st.from_regex(r"[pSe]?[0-9ivx]{1,4}[-,;+ ][0-9ivx]{0,9}"))
def test_a_copy_has_some_pages_or_nobody_knows(typed):
    found = pages_of_copy(typed)
    assert found is None or 1 <= found <= MOST
