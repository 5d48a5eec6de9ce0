"""Charts: round numbers at the side, and one drawing for screen and paper."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Rect, String
from reportlab.pdfgen.canvas import Canvas

from ill_desktop.printing import fonts
from ill_desktop.printing.charts import Paint, Series, bars, svg, ticks

TWO = (Series("Dipinjam", [3, 0, 20]), Series("<b>Lent & more</b>", [5, 0, 0]))


@given(st.integers(0, 10**7))
def test_the_axis_has_few_round_numbers_and_reaches_the_largest(most: int) -> None:
    found = ticks(most)
    assert found[0] == 0
    assert found[-1] >= most
    assert 2 <= len(found) <= 6
    assert str(found[1]).rstrip("0") in ("1", "2", "5")
    assert all(tick % found[1] == 0 for tick in found)


def test_the_same_drawing_is_an_image_and_goes_on_paper() -> None:
    drawing = bars(["Jan", "Feb", "Mar"], TWO, (400, 150), Paint())
    image = svg(drawing).decode()
    assert "&lt;b&gt;Lent &amp; more" in image
    assert "clipPath" not in image
    assert svg(bars(["Jan", "Feb", "Mar"], TWO, (400, 150), Paint())).decode() == image
    out = io.BytesIO()
    renderPDF.draw(drawing, Canvas(out), 0, 0)
    heights = [one.height for one in drawing.contents if isinstance(one, Rect)]
    assert len(heights) == 2 + 3


MONTHS = ("Dec", "Jan\n2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov")


@pytest.mark.parametrize("wide", [600, 400, 280, 200, 120])
def test_no_name_touches_another_however_narrow_the_chart(wide: int) -> None:
    series = (Series("Dipinjam", [5] * 12), Series("Dipinjamkan", [1000] * 12))
    drawing = bars(MONTHS, series, (wide, 120), Paint())
    texts = [one for one in drawing.contents if isinstance(one, String)]
    ends: dict[float, float] = {}
    for one in sorted(texts, key=lambda one: one.x):
        across = fonts.width(one.text, False, one.fontSize)
        left = one.x - across * {"start": 0, "middle": 0.5, "end": 1}[one.textAnchor]
        assert left >= ends.get(one.y, 0) - 0.01, one.text
        ends[one.y] = left + across
        assert ends[one.y] <= wide + 0.01, one.text
    shown = {one.text for one in texts}
    assert {"Nov", "2026"} <= shown
    assert wide < 280 or {place[:3] for place in MONTHS} <= shown
    assert min(one.fontSize for one in texts if one.text in ("Nov", "2026")) >= 7.5


def test_a_bar_is_as_high_as_its_number() -> None:
    drawing = bars(["a", "b"], (Series("x", [10, 5]),), (300, 200), Paint())
    high, low = [one.height for one in drawing.contents if isinstance(one, Rect)][1:]
    assert abs(high - 2 * low) < 0.01


def test_nothing_at_all_can_be_drawn() -> None:
    assert b"<svg" in svg(bars([], (), (300, 200), Paint()))
