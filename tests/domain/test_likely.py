"""What a library is likely to say, by the tables of the life cycle."""

import pytest

from ill_desktop.domain.lifecycle.engine import row_for
from ill_desktop.domain.lifecycle.likely import is_likely
from ill_desktop.domain.lifecycle.primary import Facts, Standpoint
from ill_desktop.domain.lifecycle.standing import states
from ill_desktop.domain.lifecycle.states import Flag, Heard, Service, Side, State
from ill_desktop.services.values import ANSWERS, MESSAGES

B, L = Side.BORROWING, Side.LENDING
KNOWN = {B: ANSWERS, L: MESSAGES}


def _likely(side, state, *flags, service=Service.LOAN):
    at = Standpoint(side, state, service, Facts(frozenset(flags)))
    return {one for one in KNOWN[side].values() if is_likely(at, one)}


@pytest.mark.parametrize(
    ("side", "state", "flags", "likely"),
    [
        (B, State.HERE, (), {Heard.OVERDUE, Heard.RECALLED, Heard.HOLD_RETURN}),
        (
            *(B, State.HERE, (Flag.RENEW_ASKED, Flag.HOLD_RETURN)),
            {Heard.OVERDUE, Heard.RECALLED, Heard.HOLD_RETURN, Heard.RELEASE_HOLD}
            | {Heard.RENEW_YES, Heard.RENEW_NO},
        ),
        (B, State.SENT_BACK, (), {Heard.LOAN_COMPLETED}),
        (B, State.DONE, (), set()),
        (L, State.NEW, (), {Heard.CANCEL}),
        (L, State.WAIT_CONDITIONS, (), {Heard.CANCEL, Heard.ACCEPTS, Heard.REFUSES}),
        (L, State.AT_BORROWER, (), {Heard.RENEW, Heard.SHIPPED_RETURN, Heard.HOLDS_RETURN}),
    ],
)
def test_what_leads_on_or_answers_is_likely(side, state, flags, likely):
    assert _likely(side, state, *flags) == likely


def test_an_answer_to_a_cancellation_is_likely_only_after_one_was_asked_for():
    said = {Heard.CANCEL_YES, Heard.CANCEL_NO}
    assert not said & _likely(B, State.SENT)
    assert said <= _likely(B, State.SENT, Flag.CANCEL_ASKED)


@pytest.mark.parametrize("side", Side)
def test_nothing_is_likely_that_cannot_be_said(side):
    for state in states(side):
        for service in Service:
            at = Standpoint(side, state, service)
            for one in KNOWN[side].values():
                assert row_for(at, one) is not None or not is_likely(at, one)
