"""Figures equal a naive count over the events, and come out as files people can open."""

import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import CannotUndo, CannotWrite, DeskError, Invalid
from ill_desktop.domain.lifecycle.keys import Key, takes
from ill_desktop.domain.lifecycle.states import Action, Service
from ill_desktop.domain.measures import By, Counted, Formula, Measure, measure
from ill_desktop.services import acts, check, lending, partners, reader_file, requests, statistics
from ill_desktop.services.counting import span_of
from ill_desktop.services.desk import Desk
from ill_desktop.services.figures import Which
from ill_desktop.services.lending import NewLending
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.requests import NewRequest
from ill_desktop.services.values import ANSWERS, MESSAGES, REASONS
from tests.services.desks import (
    BOOK,
    THEIRS,
    THIRD,
    Pair,
    a_desk,
    a_manual_partner,
    a_request,
    pass_time,
)
from tests.services.naive_figures import PAGES, Naive

TEST_PARTNER = "ISIL:ID-T"


ENDS = (Action.VOID, Action.DELETE_DRAFT, Action.CLOSE)


def live(desk: Desk, seed: int, days: int) -> None:
    """Let staff do whatever is legal, at random, for some days."""
    dice = random.Random(seed)
    for code in "ABC":
        table = desk.folder.root / "readers.csv"
        table.write_text(f"code,name,category\n{code},Suharto,Cat {code}\n")
        reader_file.load(desk, table)
    a_manual_partner(desk)
    a_manual_partner(desk, THIRD, "Perpustakaan C")
    partners.add(desk, NewPartner("Test", (TEST_PARTNER,), test=True))
    numbers: list[str] = []
    for _ in range(days):
        pass_time(desk, hours=dice.choice([2, 7, 25, 49]))
        if dice.random() < 0.5 or not numbers:
            numbers.append(_start(desk, dice, list(PAGES)[len(numbers) % len(PAGES)]))
        for number in dice.sample(numbers, min(3, len(numbers))):
            _act(desk, dice, number)


def _start(desk: Desk, dice: random.Random, pages: str) -> str:
    wanted = replace(BOOK, pages=pages)
    service = dice.choice(list(Service))
    partner = dice.choice([THEIRS, THIRD, THIRD, TEST_PARTNER])
    if dice.random() < 0.5:
        asked = desk.today() - timedelta(days=dice.randint(0, 3))
        return lending.record(desk, NewLending(service, wanted, partner, on=asked))
    soon = desk.today() + timedelta(days=dice.randint(1, 30))
    return requests.new(
        desk,
        NewRequest(
            service, wanted, dice.choice("ABC"), (partner, THEIRS), dice.choice([None, soon])
        ),
    )


def _act(desk: Desk, dice: random.Random, number: str) -> None:
    if dice.random() < 0.1:
        try:
            acts.undo(desk, number)
        except CannotUndo:
            return
        return
    actions = requests.show(desk, number).actions
    action = dice.choice([one for one in actions if one not in ENDS or dice.random() < 0.1])
    try:
        acts.do(desk, number, action, _values(desk, dice, action))
    except DeskError:
        return  # an answer nobody can give from here, or nobody left to ask


def _values(desk: Desk, dice: random.Random, action: Action) -> dict[str, str]:
    choices = {
        Key.REASON: REASONS.get(action, ("other",)),
        Key.ANSWER: tuple(ANSWERS),
        Key.MESSAGE: tuple(MESSAGES),
        Key.NOTE: ("a note",),
        Key.PAGES: ("0", "5", "21"),
    }
    given = {key.value: dice.choice(choices[key]) for key in takes(action).all if key in choices}
    if dice.random() < 0.3:
        given["on"] = f"{desk.today() - timedelta(days=dice.randint(0, 40)):%Y-%m-%d}"
    return given


def compared(desk: Desk, first: str, last: str) -> dict[str, object]:
    """Count, and compare with the naive count; the values."""
    found = statistics.figures(desk, first, last)
    values = {one.code: one.value for one in found.measures}
    span = span_of(statistics.read_month(first, ""), statistics.read_month(last, ""))
    naive = Naive(desk, span.first, span.last)
    expected = naive.figures()
    assert {code: values[code] for code in expected} == expected
    for code, rows in naive.requests().items():
        assert statistics.behind(desk, first, last, Which(code)).total == len(rows), code
    return values


def adds_up(spec: Measure) -> bool:
    """Whether twelve months make the year."""
    plain = spec.formula in (Formula.SUM, Formula.DIFFERENCE) and not spec.months
    return plain and spec.counted is not Counted.PATRONS


def summed(found: statistics.Figures) -> None:
    """Every breakdown of a count that knows each request adds up to it."""
    for one in found.measures:
        spec = measure(one.code)
        if spec.formula is not Formula.OPEN and not (adds_up(spec) or spec.months):
            continue
        for by in {part.by for part in one.breakdowns}:
            total = sum(part.value for part in one.breakdowns if part.by == by)
            assert total == one.value, (one.code, by)


def months_make_the_year(desk: Desk, year: int) -> None:
    whole = statistics.figures(desk, f"{year}-01", f"{year}-12")
    months = [statistics.figures(desk, f"{year}-{n:02d}", f"{year}-{n:02d}") for n in range(1, 13)]
    for one in whole.measures:
        if adds_up(measure(one.code)):
            assert sum(month.of(one.code).value for month in months) == one.value, one.code
            parts = [part for part in one.breakdowns if part.by == By.MONTH]
            for part in parts:
                assert months[int(part.key[-2:]) - 1].of(one.code).value == part.value


def proved(desk: Desk, seed: int) -> None:
    live(desk, seed, days=45)
    assert check.check(desk).problems == ()
    for month in ("2026-03", "2026-04"):
        compared(desk, month, month)
    values = compared(desk, "2026-01", "2027-12")
    assert values["B2"] > 0
    assert values["L1"] > 0
    summed(statistics.figures(desk, "2026-01", "2026-12"))
    months_make_the_year(desk, 2026)


@pytest.mark.parametrize("seed", [0, 1, 131])
def test_figures_equal_a_naive_count_over_the_events(desk: Desk, seed: int) -> None:
    proved(desk, seed)


@pytest.mark.long
@pytest.mark.timeout(900)
@given(seed=st.integers(10, 10**6))
@settings(max_examples=40, deadline=None)
def test_figures_of_any_life_equal_a_naive_count(tmp_path_factory, seed: int) -> None:
    desk = a_desk(tmp_path_factory.mktemp("any") / "desk")
    try:
        proved(desk, seed)
    finally:
        desk.close()


def filled(desk: Desk) -> None:
    """A loan that took ten days from request to reader, one refused, one lent in three days."""
    a_manual_partner(desk)
    number = a_request(desk, THEIRS, needed_by=desk.today() + timedelta(days=10))
    acts.do(desk, number, Action.SEND)
    pass_time(desk, days=8)
    acts.do(desk, number, Action.RECORD_ANSWER, {"answer": "loaned"})
    acts.do(desk, number, Action.RECEIVED)
    pass_time(desk, days=2)
    acts.do(desk, number, Action.NOTIFY)
    other = a_request(desk, THEIRS)
    acts.do(desk, other, Action.SEND)
    acts.do(desk, other, Action.RECORD_ANSWER, {"answer": "unfilled"})
    acts.do(desk, other, Action.GIVE_UP, {"reason": "too-costly"})
    lent = lending.record(desk, NewLending(Service.LOAN, Citation(title="X"), THEIRS))
    pass_time(desk, days=3)
    acts.do(desk, lent, Action.SHIP)


def test_a_request_by_telephone_counts_on_the_day_they_asked(desk: Desk) -> None:
    a_manual_partner(desk)
    asked = desk.today().replace(day=1) - timedelta(days=1)
    new = NewLending(Service.LOAN, BOOK, THEIRS, on=asked)
    view = requests.show(desk, lending.record(desk, new))
    day, first = desk.local_date(view.line.created), view.events[-1]
    assert (day, desk.local_date(first.at)) == (asked, asked)
    assert desk.local_date(first.entered) == desk.today()
    assert view.line.number.startswith(f"{desk.today():%y}")
    for month, counted in ((asked, 1), (desk.today(), 0)):
        found = statistics.figures(desk, f"{month:%Y-%m}", f"{month:%Y-%m}")
        assert {one.code: one.value for one in found.measures}["L1"] == counted
    with pytest.raises(Invalid, match="asked-on"):
        lending.record(desk, replace(new, on=desk.today() + timedelta(days=1)))


def test_shares_and_days_of_a_small_month(desk: Desk) -> None:
    filled(desk)
    found = statistics.figures(desk, "2026-03", "2026-03")
    by_code = {one.code: one for one in found.measures}
    assert by_code["B6e"].value == 0.5
    assert (by_code["B8"].value.n, by_code["B8"].value.median) == (1, 10)
    assert by_code["B10"].value == 1.0
    assert by_code["L4e"].value == 1.0
    assert by_code["L6"].value.max == 3
    assert by_code["C1"].value == 0
    assert by_code["L7"].value is None
    assert [(b.key, b.value) for b in by_code["B4"].breakdowns if b.by == "reason"] == [
        ("too-costly", 1)
    ]
    assert [(b.key, b.value) for b in by_code["B2"].breakdowns if b.by == "month"] == [
        ("2026-03", 2)
    ]
    assert by_code["B6e"].text == "50%"


def test_the_document_has_the_keys_scripts_were_promised(desk: Desk) -> None:
    filled(desk)
    document = statistics.document(statistics.figures(desk, "2026-03", "2026-04"))
    assert list(document) == ["from", "to", "rules", "measures"]
    for one in document["measures"]:
        assert list(one) == [
            "code", "label", "value", "definition", "breakdowns", "corrected",
        ]  # fmt: skip
        for part in one["breakdowns"]:
            assert list(part) == ["by", "key", "label", "value", "few"]


def test_a_voided_request_counts_only_as_voided(desk: Desk) -> None:
    filled(desk)
    acts.do(desk, "26000001", Action.VOID, {"reason": "entry error"})
    values = {m.code: m.value for m in statistics.figures(desk, "2026-03", "2026-03").measures}
    assert (values["B2"], values["B3"], values["V1"]) == (1, 0, 1)


@pytest.mark.parametrize("undone", [False, True])
def test_a_reopened_request_counts_by_its_last_end_alone(desk: Desk, undone: bool) -> None:
    """Whatever its first end had reached, a copy sent or received, is not reached after all."""
    a_manual_partner(desk)
    asked = a_request(desk, THEIRS, service=Service.COPY)
    lent = lending.record(desk, NewLending(Service.COPY, BOOK, THEIRS))
    acts.do(desk, asked, Action.SEND)
    acts.do(desk, asked, Action.COPY_RECEIVED)
    acts.do(desk, lent, Action.SEND_COPY)
    for number in (asked, lent):
        acts.do(desk, number, Action.REOPEN, {"reason": "wrong pages"})
    if undone:
        for number in (asked, lent):
            acts.undo(desk, number)
    else:
        acts.do(desk, asked, Action.CLOSE, {"reason": "withdrawn"})
        acts.do(desk, lent, Action.CANNOT_SUPPLY, {"reason": "NotOnShelf"})
    values = compared(desk, "2026-03", "2026-03")
    told = {code: values[code] for code in ("B3", "B5", "B6e", "L2", "L3", "L4e")}
    ends = {"B3": 1, "B5": 0, "B6e": 1.0, "L2": 1, "L3": 0, "L4e": 1.0}
    other = {"B3": 0, "B5": 1, "B6e": None, "L2": 0, "L3": 1, "L4e": 0.0}
    assert told == (ends if undone else other)
    assert check.check(desk).problems == ()


@pytest.mark.parametrize(
    ("first", "last"),
    [("2026-13", "2026-13"), ("2026-3", "2026-03"), ("x", "x"), ("2026-04", "2026-03"),
     ("", ""), ("2026-03-01", "2026-03"), ("0000-01", "0000-01")],
)  # fmt: skip
def test_months_that_cannot_be_are_refused(desk: Desk, first: str, last: str) -> None:
    with pytest.raises(Invalid):
        statistics.figures(desk, first, last)


def test_a_place_that_cannot_be_written_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    found = statistics.figures(desk, "2026-03", "2026-03")
    with pytest.raises(CannotWrite):
        statistics.export(desk, found, "csv", tmp_path / "none" / "f.csv")
    assert not (tmp_path / "none").exists()


def test_an_act_entered_late_counts_in_the_month_it_happened(desk: Desk) -> None:
    filled(desk)
    pass_time(desk, days=30)
    number = lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
    before = statistics.figures(desk, "2026-03", "2026-03")
    acts.do(desk, number, Action.SHIP, {"on": "2026-03-20"})
    after = statistics.figures(desk, "2026-03", "2026-03")
    assert after.of("L2").value == before.of("L2").value + 1
    assert statistics.figures(desk, "2026-04", "2026-04").of("L2").value == 0


def test_what_was_done_before_it_was_written_down_took_no_time_rather_than_less(
    desk: Desk,
) -> None:
    a_manual_partner(desk)
    number = lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
    acts.do(desk, number, Action.SHIP, {"on": "2026-03-01"})
    lasting = [
        figure.value
        for figure in statistics.figures(desk, "2026-03", "2026-03").measures
        if getattr(figure.value, "n", 0)
    ]
    assert lasting
    assert all(value.min == 0 for value in lasting)


def test_an_answer_within_a_weekend_takes_no_working_day(desk: Desk) -> None:
    a_manual_partner(desk)
    pass_time(desk, days=4)
    for days in (2, 10):
        number = lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
        pass_time(desk, days=days)
        acts.do(desk, number, Action.CHECKING)
    found = statistics.figures(desk, "2026-03", "2026-03")
    assert (found.of("L5").value.min, found.of("L5").value.unit) == (0, "working days")
    assert found.of("L5").value.max < 10
    assert found.of("L5t").value == 0.5
    desk.set_setting("targets", {"answer": 30})
    assert statistics.figures(desk, "2026-03", "2026-03").of("L5t").value == 1.0


def test_what_a_library_cancelled_because_we_asked_was_withdrawn(desk: Desk) -> None:
    a_manual_partner(desk)
    number = a_request(desk, THEIRS)
    acts.do(desk, number, Action.SEND)
    acts.do(desk, number, Action.ASK_CANCEL)
    acts.do(desk, number, Action.RECORD_ANSWER, {"answer": "cancel-yes"})
    found = statistics.figures(desk, "2026-03", "2026-03").of("B5")
    assert [(one.key, one.value) for one in found.breakdowns if one.by == By.REASON] == [
        ("withdrawn", 1)
    ]


def test_work_in_hand_is_told_by_state_with_its_age(desk: Desk) -> None:
    a_manual_partner(desk)
    acts.do(desk, a_request(desk, THEIRS), Action.SEND)
    a_request(desk, THEIRS)
    pass_time(desk, days=40)
    lending.record(desk, NewLending(Service.LOAN, BOOK, THEIRS))
    found = statistics.figures(desk, "2026-04", "2026-04")
    values = [found.of(code).value for code in ("W1", "W1o", "W1s")]
    assert values == [2, 40, 1]  # the month is not over: up to today
    over = statistics.figures(desk, "2026-03", "2026-03")
    assert [over.of(code).value for code in ("W1o", "W1s")] == [22, 0]
    states = {one.key: one.value for one in found.of("W1").breakdowns if one.by == By.STATE}
    assert states == {"borrowing/sent": 1, "lending/new": 1}
    earlier = statistics.figures(desk, "2026-03", "2026-03")
    assert earlier.of("W1").value == 1
    assert statistics.behind(desk, "2026-03", "2026-03", Which("W1")).lines[0].title == BOOK.title


def test_the_parts_of_a_figure_have_as_many_requests_behind_them(desk: Desk) -> None:
    live(desk, 7, days=20)
    found = statistics.figures(desk, "2026-03", "2026-04")
    seen = 0
    for code in ("B1", "B2", "B3", "B3gu", "B4", "B5", "L1", "L2", "L2gu", "L3", "W1", "V1"):
        for part in found.of(code).breakdowns:
            which = Which(code, part.by, part.key)
            behind = statistics.behind(desk, "2026-03", "2026-04", which)
            assert behind.total == len(behind.lines) == part.value
            seen += 1
    assert seen > 20


def test_pages_are_those_of_copies_and_what_is_unknown_is_told_not_guessed(desk: Desk) -> None:
    a_manual_partner(desk)
    numbers = {}
    for service in (Service.COPY, Service.LOAN):
        for pages in PAGES:
            wanted = replace(BOOK, pages=pages)
            asked = requests.new(desk, NewRequest(service, wanted, suppliers=(THEIRS,)))
            lent = lending.record(desk, NewLending(service, wanted, THEIRS))
            acts.do(desk, asked, Action.SEND)
            copy = service is Service.COPY
            acts.do(desk, asked, Action.COPY_RECEIVED if copy else Action.RECEIVED)
            acts.do(desk, lent, Action.SEND_COPY if copy else Action.SHIP)
            numbers[service, pages] = asked, lent
    month = ("2026-03", "2026-03")
    found = statistics.figures(desk, *month)
    for code in ("B3", "L2"):
        of = {end: found.of(f"{code}{end}").value for end in ("n", "g", "gu")}
        assert of == {"n": 7, "g": 8 + 3 + 13, "gu": 4}
        behind = [
            statistics.behind(desk, *month, Which(f"{code}{end}")) for end in ("n", "g", "gu")
        ]
        whole, told, untold = ({line.number for line in one.lines} for one in behind)
        assert told | untold == whole
        assert not told & untold
    requests.edit(desk, numbers[Service.COPY, "7"][1], {"pages": "7-9"})
    after = statistics.figures(desk, *month)
    assert (after.of("L2g").value, after.of("L2gu").value) == (27, 3)
    assert (after.of("B3g").value, after.of("B3gu").value) == (24, 4)


def test_pages_that_were_sent_count_before_those_that_were_asked_for(desk: Desk) -> None:
    a_manual_partner(desk)

    def count() -> tuple[object, object]:
        found = statistics.figures(desk, "2026-03", "2026-03")
        return found.of("L2g").value, found.of("L2gu").value

    lent = [
        lending.record(desk, NewLending(Service.COPY, replace(BOOK, pages=pages), THEIRS))
        for pages in ("12-19", "7", "7")
    ]
    for number, pages in zip(lent, ("11", "5", "0"), strict=True):
        acts.do(desk, number, Action.SEND_COPY, {"pages": pages})
    assert count() == (11 + 5, 1)
    requests.edit(desk, lent[2], {"pages-sent": "3"})
    assert count() == (11 + 5 + 3, 0)
    requests.edit(desk, lent[0], {"pages-sent": "0"})
    assert count() == (8 + 5 + 3, 0)
    acts.undo(desk, lent[0])
    assert count() == (11 + 5 + 3, 0)
    acts.undo(desk, lent[1])
    assert requests.show(desk, lent[1]).page_count is None
    assert count() == (11 + 3, 0)


@pytest.mark.parametrize("pages", ["1001", "many", "-1"])
def test_pages_no_copy_can_have_are_refused(desk: Desk, pages: str) -> None:
    a_manual_partner(desk)
    lent = lending.record(desk, NewLending(Service.COPY, BOOK, THEIRS))
    with pytest.raises(Invalid):
        acts.do(desk, lent, Action.SEND_COPY, {"pages": pages})
    with pytest.raises(Invalid):
        requests.edit(desk, lent, {"pages-sent": pages})
    assert requests.show(desk, lent).page_count is None


def test_a_request_tried_again_is_no_new_request(pair: Pair) -> None:
    ours, theirs = pair.ask()
    pair.lends(theirs, Action.ASK_RETRY, reason="AtBindery")
    pair.borrows(ours, Action.TRY_AGAIN)
    lent = statistics.figures(pair.lender, "2026-03", "2026-03")
    asked = statistics.figures(pair.borrower, "2026-03", "2026-03")
    assert lent.of("W1").value == 1
    assert lent.of("L1").value == 1
    assert (asked.of("B2").value, asked.of("B2a").value) == (1, 2)
