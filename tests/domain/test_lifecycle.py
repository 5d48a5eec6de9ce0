"""The shape of both life cycle tables, and random walks that never leave them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ill_desktop.domain.lifecycle import engine
from ill_desktop.domain.lifecycle.engine import ANYWHERE, TABLES, Facts, NoStep, Standpoint
from ill_desktop.domain.lifecycle.keys import takes
from ill_desktop.domain.lifecycle.primary import in_front
from ill_desktop.domain.lifecycle.standing import STANDING, is_final, states
from ill_desktop.domain.lifecycle.states import (
    Action,
    Flag,
    Heard,
    Milestone,
    Service,
    Side,
    State,
    Timer,
)

PLACES = list(STANDING)
START = {Side.BORROWING: State.DRAFT, Side.LENDING: State.NEW}


def at(
    side: Side, state: State, service: Service = Service.LOAN, *flags: Flag, **facts: bool
) -> Standpoint:
    return Standpoint(side, state, service, Facts(frozenset(flags), **facts))


@pytest.mark.parametrize("side", list(Side))
def test_every_state_can_be_reached(side: Side) -> None:
    reached = {START[side]}
    while True:
        more = {row.to for row in TABLES[side] if row.to and any(f in reached for f in row.froms)}
        if more <= reached:
            break
        reached |= more
    assert reached == set(states(side))


@pytest.mark.parametrize(("side", "state"), PLACES)
def test_states_are_final_exactly_when_staff_can_only_look_back(side: Side, state: State) -> None:
    onward = [
        row
        for row in TABLES[side]
        if state in row.froms and isinstance(row.trigger, Action) and row.to not in (None, state)
    ]
    if (side, state) == (Side.LENDING, State.LOST):
        assert [row.trigger for row in onward] == [Action.IS_BACK]
    else:
        assert is_final(side, state) == (not onward)


@pytest.mark.parametrize("enum", [Action, Heard, Timer])
def test_every_trigger_stands_in_a_table(enum: type) -> None:
    used = {(type(r.trigger), r.trigger.value) for rows in TABLES.values() for r in rows}
    used |= {(Action, action.value) for action in ANYWHERE}
    unused = {m for m in enum if (enum, m.value) not in used}
    assert unused <= {Heard.REQUEST_NEW, Heard.REQUEST_RETRY}


def test_every_milestone_is_reached_by_some_row() -> None:
    reached = {mark for rows in TABLES.values() for row in rows for mark in row.marks}
    made_elsewhere = {Milestone.CREATED, Milestone.ARRIVED, Milestone.VOIDED}
    assert reached | made_elsewhere == set(Milestone)


@pytest.mark.parametrize(("side", "state"), PLACES)
@pytest.mark.parametrize("service", list(Service))
def test_every_state_offers_its_primary_action(side: Side, state: State, service: Service) -> None:
    applies = STANDING[side, state].applies.value
    if applies != "all" and service not in (Service.COPY_OR_LOAN, applies):
        return
    here = at(side, state, service)
    first = engine.primary(here)
    assert (first is None) == is_final(side, state)
    if first is not None:
        assert engine.choices(here)[0] is first


def test_states_keep_to_their_side() -> None:
    for side, rows in TABLES.items():
        for row in rows:
            assert {*row.froms, *([row.to] if row.to else [])} <= set(states(side))


@pytest.mark.parametrize(
    ("state", "action", "leads_to"),
    [
        (State.DRAFT, Action.SEND, State.SENT),
        (State.SENT, Action.MOVE_ON, State.NOT_SUPPLIED),
        (State.CONDITIONS, Action.REFUSE_CONDITIONS, State.NOT_SUPPLIED),
        (State.NOT_SUPPLIED, Action.RECEIVED, State.HERE),
        (State.RETRY, Action.RECEIVED, State.HERE),
        (State.SENT, Action.COPY_RECEIVED, State.DONE),
        (State.NOT_SUPPLIED, Action.COPY_RECEIVED, State.DONE),
        (State.HERE, Action.SENT_BACK, State.SENT_BACK),
        (State.NOT_SUPPLIED, Action.GIVE_UP, State.UNFILLED),
    ],
)
def test_borrowing_goes_where_the_design_says(
    state: State, action: Action, leads_to: State
) -> None:
    assert engine.step(at(Side.BORROWING, state), action).state is leads_to


def test_a_shipped_book_cannot_be_cancelled_by_the_borrower() -> None:
    with pytest.raises(NoStep):
        engine.step(at(Side.BORROWING, State.HERE), Action.ASK_CANCEL)


def test_sending_out_a_book_they_asked_to_cancel_refuses_the_cancellation_first() -> None:
    step = engine.step(
        at(Side.LENDING, State.TO_SEND, Service.LOAN, Flag.CANCEL_ASKED), Action.SHIP
    )
    assert [one.value for one in step.says] == ["cancel-no", "loaned"]
    copy = at(Side.LENDING, State.TO_SEND, Service.COPY, Flag.CANCEL_ASKED)
    assert [s.value for s in engine.step(copy, Action.SEND_COPY).says] == [
        "cancel-no",
        "copy-completed",
    ]


def test_a_pending_cancellation_or_renewal_comes_first() -> None:
    cancel = at(Side.LENDING, State.TO_SEND, Service.LOAN, Flag.CANCEL_ASKED)
    renew = at(Side.LENDING, State.AT_BORROWER, Service.LOAN, Flag.RENEW_ASKED)
    assert engine.primary(cancel) is Action.ACCEPT_CANCEL
    assert engine.primary(renew) is Action.RENEW


@pytest.mark.parametrize(("side", "state"), PLACES)
def test_what_a_library_has_to_be_told_comes_before_everything_else(
    side: Side, state: State
) -> None:
    applies = STANDING[side, state].applies.value
    service = Service.LOAN if applies == "all" else Service(applies)
    here = Standpoint(side, state, service, Facts(to_tell=True))
    legal = engine.choices(here)
    assert in_front(engine.primary(here), legal, "", by_hand=True) is Action.TOLD
    told = engine.step(here, Action.TOLD)
    assert (told.state, told.flags, told.says, told.marks) == (state, here.flags, (), ())
    assert Action.TOLD not in engine.choices(at(side, state, service))


@pytest.mark.parametrize("state", [State.SENT, State.EXPECTED, State.SENT_BACK])
def test_who_waits_for_a_library_without_letterbox_writes_its_answer_down(state: State) -> None:
    here = at(Side.BORROWING, state, Service.LOAN)
    first, legal = engine.primary(here), engine.choices(here)
    assert in_front(first, legal) is Action.ASK_STATUS
    assert in_front(first, legal, by_hand=True) is Action.RECORD_ANSWER


def test_final_states_keep_only_what_was_lost() -> None:
    flags = (Flag.LOST, Flag.UNREAD, Flag.RECALLED)
    step = engine.step(at(Side.LENDING, State.AT_BORROWER, Service.LOAN, *flags), Action.IS_BACK)
    assert step.flags == {Flag.LOST}


def test_a_message_without_a_row_changes_nothing_and_asks_for_attention() -> None:
    step = engine.step(at(Side.BORROWING, State.DONE), Heard.LOANED)
    assert (step.state, step.flags, step.known) == (State.DONE, {Flag.ATTENTION}, False)


def test_a_copy_answered_by_a_loan_becomes_a_loan() -> None:
    step = engine.step(at(Side.BORROWING, State.SENT, Service.COPY), Heard.LOANED)
    assert (step.state, step.service) == (State.ON_ITS_WAY, Service.LOAN)


def test_both_ways_of_supplying_are_open_until_one_is_done() -> None:
    offered = engine.choices(at(Side.LENDING, State.TO_SEND, Service.COPY_OR_LOAN))
    assert {Action.SHIP, Action.SEND_COPY} <= set(offered)


def test_words_of_2021_are_offered_only_to_those_who_speak_it() -> None:
    plain = engine.choices(at(Side.LENDING, State.AT_BORROWER))
    newer = engine.choices(at(Side.LENDING, State.AT_BORROWER, speaks_2021=True))
    assert Action.HOLD_RETURN not in plain
    assert Action.HOLD_RETURN in newer
    with pytest.raises(engine.NoStep):
        engine.step(at(Side.LENDING, State.AT_BORROWER), Action.HOLD_RETURN)


def test_needed_keys_are_among_those_taken() -> None:
    for action in Action:
        assert set(takes(action).needs) <= set(takes(action).all)


@given(
    st.sampled_from(list(Side)),
    st.sampled_from(list(Service)),
    st.lists(st.sampled_from([*Action, *Heard, *Timer]), max_size=60),
)
def test_random_walks_never_leave_the_table(
    side: Side, service: Service, triggers: list[Action | Heard | Timer]
) -> None:
    here = Standpoint(side, START[side], service)
    for trigger in triggers:
        try:
            step = engine.step(here, trigger)
        except NoStep:
            assert not isinstance(trigger, Heard)
            continue
        assert step.state in states(side)
        assert step.says == () or isinstance(trigger, Action | Heard)
        if is_final(side, step.state) and step.state is not here.state:
            assert step.flags - {Flag.LOST} <= {Flag.ATTENTION}
        here = Standpoint(side, step.state, step.service, Facts(step.flags))


@pytest.mark.parametrize("state", [State.SENT, State.ON_ITS_WAY, State.HERE])
@pytest.mark.parametrize("heard", [Heard.RECALLED, Heard.OVERDUE])
def test_what_a_lender_wants_back_is_looked_at(state: State, heard: Heard) -> None:
    step = engine.step(at(Side.BORROWING, state), heard)
    assert Flag.ATTENTION in step.flags
    seen = engine.step(
        at(Side.BORROWING, step.state, Service.LOAN, *step.flags), Action.ACKNOWLEDGE
    )
    assert Flag.ATTENTION not in seen.flags


def test_a_recall_is_not_answered_by_calling_the_reader() -> None:
    wanted = at(Side.BORROWING, State.HERE, Service.LOAN, Flag.RECALLED, Flag.ATTENTION)
    assert Flag.ATTENTION in engine.step(wanted, Action.NOTIFY).flags
    assert Flag.ATTENTION not in engine.step(wanted, Action.SENT_BACK).flags
    coming = at(Side.BORROWING, State.ON_ITS_WAY, Service.LOAN, Flag.RECALLED, Flag.ATTENTION)
    assert Flag.ATTENTION in engine.step(coming, Action.RECEIVED).flags
    claimed = at(Side.BORROWING, State.HERE, Service.LOAN, Flag.OVERDUE, Flag.ATTENTION)
    assert Flag.ATTENTION in engine.step(claimed, Action.HANDED_OUT).flags
    legal = engine.choices(wanted)
    for step, first in (("", Action.SENT_BACK), ("notified", Action.SENT_BACK),
                        ("handed-out", Action.PATRON_RETURNED)):  # fmt: skip
        assert in_front(Action.SENT_BACK, legal, step, wanted_back=True) is first


@pytest.mark.parametrize("heard", [Heard.LOANED, Heard.COPY_COMPLETED, Heard.RENEW_YES])
def test_what_is_sent_although_we_asked_to_cancel_is_looked_at(heard: Heard) -> None:
    asked = at(Side.BORROWING, State.WILL_SUPPLY, Service.COPY_OR_LOAN, Flag.CANCEL_ASKED)
    assert Flag.ATTENTION in engine.step(asked, heard).flags
    plain = at(Side.BORROWING, State.WILL_SUPPLY, Service.COPY_OR_LOAN)
    assert Flag.ATTENTION not in engine.step(plain, heard).flags


@pytest.mark.parametrize(
    ("state", "asked", "answer"),
    [
        (State.TO_FETCH, Flag.CANCEL_ASKED, Action.REFUSE_CANCEL),
        (State.AT_BORROWER, Flag.CANCEL_ASKED, Action.REFUSE_CANCEL),
        (State.AT_BORROWER, Flag.RENEW_ASKED, Action.REFUSE_RENEWAL),
    ],
)
def test_a_question_is_not_answered_by_having_been_seen(
    state: State, asked: Flag, answer: Action
) -> None:
    open_one = at(Side.LENDING, state, Service.LOAN, asked, Flag.ATTENTION)
    assert Action.ACKNOWLEDGE not in engine.choices(open_one)
    for action in (Action.FETCHED, Action.REPORT_OVERDUE):
        if engine.row_for(open_one, action):
            assert Flag.ATTENTION in engine.step(open_one, action).flags
    unread = at(Side.LENDING, state, Service.LOAN, asked, Flag.ATTENTION, Flag.UNREAD)
    seen = engine.step(unread, Action.ACKNOWLEDGE).flags
    assert seen == {asked, Flag.ATTENTION}
    assert Flag.ATTENTION not in engine.step(open_one, answer).flags


def _reachable(side: Side, service: Service) -> set[Standpoint]:
    found, ways = set(), [at(side, START[side], service, speaks_2021=True)]
    triggers = {row.trigger for row in TABLES[side]}
    while ways:
        here = ways.pop()
        if here in found:
            continue
        found.add(here)
        for trigger in triggers:
            if engine.row_for(here, trigger):
                step = engine.step(here, trigger)
                ways.append(at(side, step.state, step.service, *step.flags, speaks_2021=True))
    return found


@pytest.mark.parametrize("service", [Service.LOAN, Service.COPY])
def test_every_question_can_be_answered_wherever_it_is_open(service: Service) -> None:
    asked = engine.QUESTIONS[Side.LENDING]
    stuck = [
        (here.state, question)
        for here in _reachable(Side.LENDING, service)
        for question in here.flags & asked
        if not any(
            question not in engine.step(here, one).flags
            for one in engine.choices(here)
            if one not in {Action.VOID, Action.CLOSE, Action.IS_BACK, Action.NOT_COMING_BACK}
        )
    ]
    assert stuck == []
