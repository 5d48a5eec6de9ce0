"""The stock table against its source and against arithmetic."""

import re
from pathlib import Path

import pytest

from ill_desktop.domain.errors import Invalid, Missing
from ill_desktop.printing import papers, stocks
from ill_desktop.printing.stocks import Stock

ALL = sorted(stocks.stocks())
SHEETS = [code for code in ALL if not stocks.stock(code).plain]


def cut(code: str, kind: str = "pull-slip") -> Stock:
    return stocks.stock(code).cut_for(kind)


@pytest.mark.parametrize("code", ALL)
@pytest.mark.parametrize("kind", papers.KINDS)
def test_every_label_lies_on_its_page(code: str, kind: str) -> None:
    stock = cut(code, kind)
    for place in range(stock.per_page):
        cell = stock.cell(place)
        assert cell.left >= 0
        assert cell.top >= 0
        assert cell.left + cell.width <= stock.page[0] + 0.05
        assert cell.top + cell.height <= stock.page[1] + 0.05


@pytest.mark.parametrize("code", ALL)
def test_no_two_labels_overlap(code: str) -> None:
    stock = cut(code)
    assert stock.grid[0] == 1 or stock.pitch[0] >= stock.label[0] - 1e-6
    assert stock.grid[1] == 1 or stock.pitch[1] >= stock.label[1] - 1e-6


@pytest.mark.parametrize("code", SHEETS)
def test_every_sheet_closes_left_and_right_top_and_bottom(code: str) -> None:
    stock = stocks.stock(code)
    for axis in (0, 1):
        used = stock.margin[axis] + (stock.grid[axis] - 1) * stock.pitch[axis] + stock.label[axis]
        assert stock.page[axis] - used == pytest.approx(stock.margin[axis], abs=0.1)


@pytest.mark.parametrize("code", ALL)
def test_something_is_left_inside_the_blank_border(code: str) -> None:
    stock = cut(code)
    across, down = stock.safe
    assert across >= 2
    assert down >= 2
    assert stock.label[0] - 2 * across > 30
    assert stock.label[1] - 2 * down > 15


def test_the_table_holds_the_places_that_were_measured() -> None:
    last = stocks.stock("L7163").cell(13)
    assert (last.left, last.top) == pytest.approx((106.25, 243.75))
    assert stocks.stock("5160").cell(29).left == pytest.approx(144.46)
    assert stocks.stock("5164").per_page == 6


def test_plain_paper_is_cut_for_what_is_printed() -> None:
    assert cut("A4").grid == (1, 3)
    assert cut("A4").label == pytest.approx((210, 99))
    assert cut("F4").label == pytest.approx((215, 110))
    assert cut("A6").grid == (1, 1)
    assert cut("A4", "request-slip").grid == (1, 2)
    assert cut("A4", "shipping-label").grid == (2, 4)
    assert cut("L7163").grid == (2, 7)


def test_there_are_at_least_twenty_five_stocks() -> None:
    assert len(ALL) >= 25


def test_thermal_bars_are_whole_dots_wide() -> None:
    dot = 25.4 / 203
    assert stocks.stock("4x6").module / dot == pytest.approx(3, abs=0.01)
    assert stocks.stock("A4").module == 0.33


def test_an_unknown_stock_is_missing() -> None:
    with pytest.raises(Missing):
        stocks.stock("L9999")


@pytest.mark.parametrize("start", [0, -1, 15])
def test_a_start_beyond_the_sheet_is_refused(start: int) -> None:
    with pytest.raises(Invalid):
        stocks.first_place(stocks.stock("L7163"), start)


def table_of_the_reference(text: str) -> dict[str, tuple[float, ...]]:
    """Rows of FEATURES §4.2 that name a sheet, by the number in their first column."""
    found = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("| ").split("|")]
        if len(cells) < 9 or cells[1] not in {"A4", "Letter"} or "/" in cells[4]:
            continue
        name = re.match(r"(?:Avery |Zweckform )?(L?\d+)", cells[0])
        sizes = [re.match(r"[\d.]+", cell) for cell in cells[4:8]]
        label = re.match(r"([\d.]+)×([\d.]+)", cells[2])
        if name and label and all(sizes):
            numbers = [float(size[0]) for size in sizes if size]
            found[name[1]] = (float(label[1]), float(label[2]), *numbers)
    return found


def test_the_stocks_are_those_of_the_reference(shared: Path) -> None:
    place = shared.parent / "reference" / "FEATURES.md"
    if not place.is_file():
        pytest.skip("the reference pages are not beside the shared data")
    table = table_of_the_reference(place.read_text("utf-8"))
    assert len(table) >= 12
    for code, numbers in table.items():
        stock = stocks.stock(code)
        ours = (*stock.label, *stock.margin, *stock.pitch)
        assert ours == pytest.approx(numbers, abs=0.1), code
