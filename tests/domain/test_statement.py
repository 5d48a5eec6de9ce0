"""Two statements laid beside each other."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ill_desktop.domain.lifecycle.standing import STANDING, is_final
from ill_desktop.domain.lifecycle.states import State
from ill_desktop.domain.statement import PHASES, Open, Phase, Verdict, compare

DUE = date(2026, 12, 1)
LINE = Open("26000001-1", "26000007", True, Phase.OUT, DUE, "Laskar pelangi", "26000001")
THEIRS = replace(LINE, borrower=False, number="")


def verdicts(ours, theirs):
    return [one.verdict for one in compare(ours, theirs)]


def test_both_sides_of_one_loan_agree():
    assert verdicts([LINE], [THEIRS]) == [Verdict.AGREE]


def test_another_place_or_due_date_differs():
    assert verdicts([LINE], [replace(THEIRS, phase=Phase.RETURNING)]) == [Verdict.DIFFER]
    assert verdicts([LINE], [replace(THEIRS, due=None)]) == [Verdict.DIFFER]


def test_a_due_date_counts_only_while_something_is_out():
    ours, theirs = (replace(one, phase=Phase.RETURNING) for one in (LINE, THEIRS))
    assert verdicts([ours], [replace(theirs, due=None)]) == [Verdict.AGREE]


def test_what_one_side_alone_knows_is_told():
    other = replace(THEIRS, request_id="X-9")
    assert verdicts([LINE], [other]) == [Verdict.ONLY_OURS, Verdict.ONLY_THEIRS]


def test_one_number_on_both_sides_is_two_transactions():
    """Both libraries may call requests of their own by the same number."""
    lent = replace(LINE, borrower=False)
    assert verdicts([LINE, lent], [THEIRS]) == [Verdict.ONLY_OURS, Verdict.AGREE]


lines = st.lists(
    st.builds(
        Open,
        st.sampled_from(["a", "b", "c", "d"]),
        st.just(""),
        st.booleans(),
        st.sampled_from(Phase),
        st.sampled_from([None, DUE]),
        st.just("t"),
    ),
    unique_by=lambda one: (one.request_id, one.borrower),
)


@given(lines, lines)
def test_every_line_is_told_once_and_the_other_side_sees_the_mirror(ours, theirs):
    found = compare(ours, theirs)
    assert sorted(map(id, ours)) == sorted(id(one.ours) for one in found if one.ours)
    assert sorted(map(id, theirs)) == sorted(id(one.theirs) for one in found if one.theirs)
    mirror = {Verdict.ONLY_OURS: Verdict.ONLY_THEIRS, Verdict.ONLY_THEIRS: Verdict.ONLY_OURS}
    seen = sorted(mirror.get(one.verdict, one.verdict) for one in found)
    assert sorted(verdicts(theirs, ours)) == seen


def test_every_state_in_which_something_is_open_has_a_place():
    local = {State.DRAFT, State.RETRY, State.NOT_SUPPLIED, State.COPY_SENT}
    for side, state in STANDING:
        open_here = not is_final(side, state) and state not in local
        assert ((side, state) in PHASES) == open_here, (side, state)
