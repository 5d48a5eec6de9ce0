"""The counters in the sidebar never drift from the requests."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from ill_desktop.domain.lifecycle.states import Flag, Milestone, Side, State
from ill_desktop.store import integrity
from ill_desktop.store.database import Database
from ill_desktop.store.listing import standing
from ill_desktop.store.rows import MilestoneRow, RequestRow
from tests.build import NOON, TODAY, a_request

PLACES = st.tuples(
    st.sampled_from(Side), st.sampled_from(State), st.frozensets(st.sampled_from(Flag))
)
EDITS = st.lists(
    st.tuples(st.sampled_from(["add", "move", "drop"]), st.integers(0, 5), PLACES),
    min_size=1,
    max_size=25,
)


def kept(database: Database) -> dict[tuple[str, str, str], int]:
    with database.read() as session:
        return {key: n for key, n in standing(session).items() if n}


def counted(database: Database) -> dict[tuple[str, str, str], int]:
    with database.read() as session:
        return {key: n for key, n in integrity.recount(session).items() if n}


def edit(
    database: Database, kind: str, nth: int, place: tuple[Side, State, frozenset[Flag]]
) -> None:
    side, state, flags = place
    with database.work() as session:
        rows = session.scalars(select(RequestRow).order_by(RequestRow.id)).all()
        if kind == "add":
            row = a_request(side=side, state=state)
            row.flags = flags
            session.add(row)
        elif nth < len(rows) and kind == "move":
            rows[nth].side, rows[nth].state, rows[nth].flags = side, state, flags
        elif nth < len(rows):
            session.execute(delete(RequestRow).where(RequestRow.id == rows[nth].id))


@given(edits=EDITS)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_counters_equal_a_count_after_any_edits(database: Database, edits: list) -> None:
    for kind, nth, place in edits:
        edit(database, kind, nth, place)
    assert kept(database) == counted(database)
    assert kept(database) or not counted(database)


def test_work_taken_back_is_not_counted(database: Database) -> None:
    try:
        with database.work() as session:
            session.add(a_request())
            session.flush()
            raise ZeroDivisionError
    except ZeroDivisionError:
        assert kept(database) == {}


def test_counters_that_drifted_are_seen_and_mended(database: Database) -> None:
    with database.work() as session:
        session.add(a_request())
        session.flush()
        session.connection().exec_driver_sql("UPDATE counter SET n = 7")
        assert [p.code for p in integrity.check(session)] == ["counter"]
        integrity.rebuild(session)
        assert integrity.check(session) == ()


def test_a_sound_desk_has_no_problems(database: Database, desk_path: Path) -> None:
    with database.work() as session:
        session.add_all([a_request(), a_request(attempt_id=None)])
        session.flush()
        assert integrity.check(session) == ()


def test_a_current_attempt_of_another_request_is_seen(database: Database) -> None:
    with database.work() as session:
        session.add(a_request(number="26000099", attempt_id=12345))
        session.flush()
        assert integrity.check(session) == (integrity.Problem("current-attempt", "26000099"),)


def test_a_milestone_without_its_event_is_seen(database: Database) -> None:
    with database.work() as session:
        row = a_request(number="26000098")
        session.add(row)
        session.flush()
        reached = MilestoneRow(request_id=row.id, kind=Milestone.SENT, at=NOON, on=TODAY, act="x")
        session.add(reached)
        session.flush()
        assert integrity.check(session) == (integrity.Problem("milestone", "26000098 sent"),)
        stored = (row.id, None, Milestone.SENT, TODAY, "x")
        assert list(integrity.stored_milestones(session)) == [(row.id, [stored])]
