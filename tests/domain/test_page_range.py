"""Pages as people write them."""

import pytest

from ill_desktop.domain.page_range import read_pages


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
