"""`check` sees what is wrong, and only that."""

import pytest
from sqlalchemy import text

from ill_desktop.domain.lifecycle.engine import TABLES
from ill_desktop.domain.lifecycle.states import Action, Side
from ill_desktop.services import acts, check
from ill_desktop.services.desk import Desk
from tests.services.desks import a_manual_partner, a_request, pass_time


def received(desk: Desk) -> str:
    number = a_request(desk, a_manual_partner(desk))
    for action, values in (
        (Action.SEND, {}),
        (Action.RECORD_ANSWER, {"answer": "will-supply"}),
        (Action.RECORD_ANSWER, {"answer": "loaned", "due": "+20"}),
        (Action.RECEIVED, {}),
    ):
        pass_time(desk, days=1)
        acts.do(desk, number, action, values)
    return number


def test_who_has_to_be_told_agrees_with_the_history(desk: Desk) -> None:
    number = a_request(desk, a_manual_partner(desk))
    acts.do(desk, number, Action.SEND)
    assert check.check(desk).ok
    spoil(desk, "DELETE FROM to_tell")
    assert problems(desk) == [("to-tell", number)]
    acts.do(desk, number, Action.ASK_STATUS)
    assert check.check(desk).ok
    acts.do(desk, number, Action.TOLD)
    assert check.check(desk).ok
    spoil(desk, "INSERT INTO to_tell SELECT id FROM request")
    assert problems(desk) == [("to-tell", number)]


def problems(desk: Desk) -> list[tuple[str, str]]:
    return [(one.code, one.where) for one in check.check(desk).problems]


def spoil(desk: Desk, statement: str) -> None:
    with desk.database.work() as session:
        session.execute(text(statement))


def test_a_desk_at_work_is_sound(desk: Desk) -> None:
    received(desk)
    assert check.check(desk).ok


@pytest.mark.parametrize(
    ("statement", "code", "where"),
    [
        ("DELETE FROM milestone WHERE kind = 'received'", "milestone", "{n} received"),
        ("UPDATE milestone SET \"on\" = '2026-01-01' WHERE kind = 'sent'", "milestone", "{n} sent"),
        (
            'INSERT INTO milestone (request_id, kind, at, "on", act, reason) SELECT request_id, '
            "'voided', at, \"on\", act, '' FROM milestone WHERE kind = 'sent'",
            "milestone",
            "{n} voided",
        ),
        (
            'INSERT INTO milestone (request_id, kind, at, "on", act, reason) SELECT request_id, '
            "kind, at, \"on\", act, '' FROM milestone WHERE kind = 'received'",
            "milestone",
            "{n} received",
        ),
        ("UPDATE counter SET n = n + 1 WHERE state = 'here' AND flag = ''", "counter", "here"),
        ("UPDATE request SET attempt_id = NULL WHERE 0", "", ""),
    ],
)
def test_what_does_not_agree_is_told(desk: Desk, statement: str, code: str, where: str) -> None:
    number = received(desk)
    spoil(desk, statement)
    found = problems(desk)
    assert bool(found) is bool(code)
    assert all(c == code and where.format(n=number) in w for c, w in found)


def test_rows_of_one_trigger_and_state_reach_the_same_milestones() -> None:
    """Replaying events does not know the service: no milestone may depend on it."""
    for side in Side:
        seen = {}
        for row in TABLES[side]:
            for state in row.froms:
                key = (state, type(row.trigger), row.trigger, row.to)
                assert seen.setdefault(key, row.marks) == row.marks
