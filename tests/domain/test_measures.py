"""The specifications of the figures, and the arithmetic of averages."""

from hypothesis import given
from hypothesis import strategies as st

from ill_desktop.domain.lifecycle.engine import TABLES
from ill_desktop.domain.lifecycle.states import Milestone, Side
from ill_desktop.domain.measures import LASTING, MEASURES, STANDING, Formula, share, spread
from ill_desktop.words.figures import DEFINITIONS, LABELS

MADE = {
    side: {mark for row in TABLES[side] for mark in row.marks} | {Milestone.VOIDED} for side in Side
}
MADE[Side.BORROWING].add(Milestone.CREATED)
MADE[Side.LENDING].add(Milestone.ARRIVED)


def test_every_measure_has_a_name_and_a_definition() -> None:
    codes = [one.code for one in MEASURES]
    assert len(set(codes)) == len(codes)
    assert set(codes) == set(LABELS) == set(DEFINITIONS)


def test_every_milestone_a_measure_counts_is_reached_by_the_life_cycle() -> None:
    for one in MEASURES:
        for part in (*one.parts, *one.other):
            assert part.reached in MADE[part.side], one.code
            for other in (one.start, one.end, *part.without):
                assert other is None or other in MADE[part.side], one.code


def test_formulas_have_what_they_need() -> None:
    joined = (Formula.SHARE, Formula.DIFFERENCE, Formula.RATIO)
    for one in MEASURES:
        assert bool(one.other) is (one.formula in joined), one.code
        assert bool(one.start) is (one.formula in LASTING), one.code
        assert bool(one.parts) is (one.formula not in STANDING), one.code
        if one.formula is Formula.SHARE:
            assert not set(one.parts) & set(one.other), one.code


def test_nothing_to_count_is_none() -> None:
    assert spread([]) is None
    assert share(0, 0) is None
    assert share(1, 3) == 0.3333


def test_the_ninetieth_percentile_is_the_nearest_rank() -> None:
    found = spread(list(range(1, 11)))
    assert (found.n, found.median, found.mean, found.p90) == (10, 5.5, 5.5, 9)
    assert spread([7]).p90 == 7


@given(st.lists(st.integers(0, 400), min_size=1))
def test_a_spread_is_in_order(days: list[int]) -> None:
    found = spread(days)
    assert found.n == len(days)
    assert found.min <= found.median <= found.max
    assert found.min <= found.mean <= found.max
    assert found.median <= found.p90 <= found.max
    assert sum(day <= found.p90 for day in days) >= 0.9 * len(days)
