"""Two desks that do whatever is legal, at random: nothing fails, nothing is lost or doubled."""

import random
from pathlib import Path

import pytest

from ill_desktop.domain.errors import CannotUndo, DeskError
from ill_desktop.domain.lifecycle.keys import Key, takes
from ill_desktop.domain.lifecycle.states import Action, Service
from ill_desktop.domain.lifecycle.undoing import NOTICES
from ill_desktop.services import acts, check, ledger, post, requests
from ill_desktop.services.desk import Desk
from ill_desktop.services.post import attention
from ill_desktop.services.values import ANSWERS, MESSAGES, REASONS
from ill_desktop.store import cases
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from tests.services.desks import THEIRS, THIRD, Pair, a_request

ENDS = (Action.VOID, Action.DELETE_DRAFT, Action.CLOSE, Action.REOPEN)


def values(dice: random.Random, action: Action) -> dict[str, str]:
    """Something for each key an action takes."""
    choices = {
        Key.REASON: REASONS.get(action, ("other",)),
        Key.ANSWER: tuple(ANSWERS),
        Key.MESSAGE: tuple(MESSAGES),
        Key.NOTE: ("a note",),
        Key.ITEM: ("V1", "V2"),
        Key.DUE: ("+20", "+3"),
    }
    return {key.value: dice.choice(choices[key]) for key in takes(action).all if key in choices}


def act(desk: Desk, dice: random.Random, number: str) -> None:
    """One legal act, or none where it needs what is not there."""
    actions = requests.show(desk, number).actions
    action = dice.choice([one for one in actions if one not in ENDS or dice.random() < 0.1])
    try:
        if dice.random() < 0.05:
            _notice(desk, number, dice.choice(sorted(NOTICES)))
        elif dice.random() < 0.07:
            acts.undo(desk, number)
        else:
            acts.do(desk, number, action, values(dice, action))
    except (CannotUndo, DeskError):
        return


def _notice(desk: Desk, number: str, kind: str) -> None:
    with desk.database.work() as session:
        attention.wanted(desk, session, cases.case_by_number(session, number).request.id, kind)


def live(pair: Pair, dice: random.Random, rounds: int) -> None:
    """Acts and posts in any order."""
    for _ in range(rounds):
        pair.later(hours=dice.choice([0.01, 1, 30]))
        if dice.random() < 0.25:
            service = dice.choice(list(Service))
            number = a_request(pair.borrower, THEIRS, THIRD, service=service)
            acts.do(pair.borrower, number, Action.SEND)
        for desk in (pair.borrower, pair.lender):
            lines = requests.page(desk, ListQuery(limit=4)).lines
            if lines:
                act(desk, dice, dice.choice(lines).number)
            if dice.random() < 0.5:
                pair.reports.append(post.run(desk, now=dice.random() < 0.5))


@pytest.mark.parametrize("seed", range(4))
def test_whatever_staff_do_both_desks_stay_sound(pair: Pair, seed: int) -> None:
    live(pair, random.Random(seed), rounds=25)
    pair.post()
    assert sum(report.failed + report.quarantined for report in pair.reports) == 0
    for report in pair.reports:
        rest = (report.applied, report.duplicate, report.attention, report.quarantined)
        assert report.read == sum(rest)
    for desk in (pair.borrower, pair.lender):
        assert check.check(desk).problems == ()
        for line in ledger.messages(desk, LedgerQuery(limit=0)).messages:
            left = "written" if line.kind.endswith("Confirmation") else "confirmed"
            repeat = line.state == "duplicate" and line.reason == "repeat"
            assert repeat or line.state in (left, "applied", "withdrawn"), line
    assert not [path for path in Path(pair.mail).rglob("*") if path.is_file()]
