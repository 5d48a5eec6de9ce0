"""Statements put to the driver as they are: the same answers, and the same errors."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from sqlalchemy import bindparam, event, select, text, update
from sqlalchemy.orm import Session

from ill_desktop.domain.errors import Busy
from ill_desktop.domain.lifecycle.states import Milestone, Side, State, Timer
from ill_desktop.store import (
    clockwork,
    directory,
    driver,
    inbox,
    journal,
    lease,
    outbox,
    sequence,
    settings,
)
from ill_desktop.store.base import table
from ill_desktop.store.database import Database
from ill_desktop.store.direct import Direct
from ill_desktop.store.rows import (
    ChannelRow,
    ExchangeProfileRow,
    HolidayRow,
    LeaseRow,
    MessageRow,
    MilestoneRow,
    RequestRow,
    SettingRow,
)
from ill_desktop.store.writing import put
from tests.build import NOON, TODAY, a_partner, a_request

_R, _M = table(RequestRow).c, table(MilestoneRow).c
ASKED = select(_R.state, _R.state_since, _R.max_cost_amount, _R.settings, _R.due, _R.unread).where(
    _R.number == bindparam("number"), _R.side == "borrowing"
)
DUE = clockwork.Waiting(
    clockwork.Which(Timer.DUE_PASSED, Side.BORROWING, (State.DRAFT,), "due"), TODAY, NOON
)
QUESTIONS: dict[str, Callable[[Session], object]] = {
    "of every type": lambda s: Direct(ASKED).rows(s, number="26000001"),
    "card": lambda s: directory.profile(s, 1),
    "letterboxes": directory.letterboxes,
    "closed days": directory.closed_days,
    "settings": settings.everything,
    "lease": lease.kept,
    "unsent": outbox.unsent,
    "last timestamp": lambda s: outbox.last_timestamp(s, 1),
    "reached": lambda s: journal.reached(s, 1, Milestone.SENT, None),
    "same key": lambda s: getattr(inbox.same_key(s, "k"), "id", None),
    "due": lambda s: clockwork.due(s, [DUE]),
    "drawn": lambda s: sequence.draw(s, "x", 2026),
}


@pytest.fixture
def desk(database: Database) -> Database:
    with database.work() as session:
        cost = {"max_cost_amount": Decimal("12.50"), "settings": {"a": "b"}, "due": TODAY}
        channel = ChannelRow(inbox="/in", outbox="/out")
        session.add_all([a_request(number="26000001", **cost), channel])
        session.flush()
        session.add_all([
            a_partner(channel_id=channel.id),
            LeaseRow(owner="o", host="h", epoch=3, beat_at=NOON),
            HolidayRow(day=TODAY, name="New Year"),
            MilestoneRow(request_id=1, kind=Milestone.SENT, at=NOON, on=TODAY, act="a"),
            a_message("in", key="k", state="applied"),
            a_message("out", state="due", request_id=1, due_at=NOON, timestamp=NOON),
        ])  # fmt: skip
        session.flush()
        habits = {"habits": {"confirmations": "no"}, "heard": "1.1", "loan_days": 14}
        session.add(ExchangeProfileRow(partner_id=1, **habits, settings={"telephone": "5"}))
        settings.write(session, "hold", 10)
        sequence.draw(session, "x", 2026)
    return database


def a_message(direction: str, **more: object) -> MessageRow:
    return MessageRow(direction=direction, kind="request", created_at=NOON, **more)


def asked(desk: Database, ask: Callable[[Session], object]) -> object:
    """An answer, and what was written beside is forgotten."""
    with desk.work() as session:
        found = ask(session)
        session.rollback()
    return found


@pytest.mark.parametrize("name", QUESTIONS)
def test_it_answers_as_the_ordinary_way_does(desk: Database, name: str) -> None:
    plain = asked(desk, QUESTIONS[name])
    heard: list[object] = []

    def hear(*told: object) -> None:
        heard.append(told)

    event.listen(desk.engine, "before_execute", hear)
    ordinary = asked(desk, QUESTIONS[name])
    event.remove(desk.engine, "before_execute", hear)
    assert heard
    assert plain == ordinary
    assert plain, "it would compare nothing with nothing"


def test_values_have_the_types_of_their_columns(desk: Database) -> None:
    with desk.read() as session:
        row = Direct(ASKED).row(session, number="26000001")
    assert row is not None
    state, since, cost, kept, due, unread = row
    assert (state, cost, kept, due) == (State.DRAFT, Decimal("12.50"), {"a": "b"}, TODAY)
    assert unread is False
    assert since.tzinfo is UTC


def test_what_was_changed_before_is_found(desk: Database) -> None:
    count = Direct(select(_R.id).where(_R.title == bindparam("title")))
    with desk.work() as session:
        session.get_one(RequestRow, 1).title = "Laskar Pelangi"
        assert count.rows(session, title="Laskar Pelangi") == [(1,)]


def test_a_row_is_written_with_its_defaults_and_belongs_to_the_work(desk: Database) -> None:
    reached = {"request_id": 1, "kind": Milestone.SENT, "at": NOON, "on": TODAY, "act": "a"}
    with desk.work() as session:
        number = put(session, MilestoneRow, reached)
        row = session.get_one(MilestoneRow, number)
        assert (row.kind, row.at, row.on, row.reason) == (Milestone.SENT, NOON, TODAY, "")
        session.rollback()
    with desk.read() as session:
        assert session.get(MilestoneRow, number) is None


def test_a_column_that_there_is_not_is_refused(desk: Database) -> None:
    with desk.work() as session, pytest.raises(TypeError, match="MilestoneRow has no colour"):
        put(session, MilestoneRow, {"colour": "red"})


def test_an_instant_without_a_zone_is_refused(desk: Database) -> None:
    naive = datetime(2026, 3, 9)
    with desk.work() as session, pytest.raises(TypeError, match="without a zone"):
        put(session, MilestoneRow, {"request_id": 1, "kind": Milestone.SENT, "at": naive,
                                    "on": TODAY, "act": "a"})  # fmt: skip


def test_a_list_may_have_any_length(desk: Database) -> None:
    some = Direct(select(_R.id).where(_R.number.in_(bindparam("numbers", expanding=True))))
    with desk.read() as session:
        for numbers in (["26000001"], ["26000002", "26000001"], []):
            assert some.rows(session, numbers=numbers) == [(1,)] * ("26000001" in numbers)


@pytest.mark.parametrize("heard", [False, True])
def test_a_value_that_need_not_be_given_may_be(desk: Database, heard: bool) -> None:
    few = Direct(select(_M.id).limit(bindparam("most", 0)))
    with desk.read() as session:
        if heard:
            event.listen(desk.engine, "after_execute", lambda *told: None)
        assert few.rows(session) == []
        assert few.rows(session, most=1) == [(1,)]


def test_a_value_that_is_worked_out_is_so_every_time(desk: Database) -> None:
    ids = iter((7, 1))
    one = Direct(select(_R.id).where(_R.id == bindparam("id", callable_=lambda: next(ids))))
    with desk.read() as session:
        assert [one.rows(session), one.rows(session)] == [[], [(1,)]]


def test_a_column_without_a_type_is_refused(desk: Database) -> None:
    bare = Direct(select(text("1"), _R.state))
    with desk.read() as session, pytest.raises(TypeError, match="without a type"):
        bare.rows(session)


def test_a_value_that_was_forgotten_is_named(desk: Database) -> None:
    with desk.read() as session, pytest.raises(KeyError, match="number"):
        Direct(ASKED).rows(session)


def test_what_the_file_refuses_is_worded_as_always(desk: Database) -> None:
    touch = Direct(
        update(table(SettingRow)).values(value={"value": 1}).returning(table(SettingRow).c.key)
    )

    def write_beside() -> None:
        with desk.read() as other:
            other.connection().exec_driver_sql("PRAGMA busy_timeout = 0")
            touch.rows(other)

    with desk.work(), pytest.raises(Busy):
        write_beside()


def test_a_broken_rule_takes_everything_back(desk: Database) -> None:
    twice = {"direction": "in", "kind": "request", "state": "applied", "key": "twice",
             "created_at": NOON}  # fmt: skip

    def write_both() -> None:
        with desk.work() as session:
            put(session, MessageRow, twice)
            put(session, MessageRow, twice)

    with pytest.raises(driver.module.IntegrityError, match="UNIQUE constraint failed"):
        write_both()
    with desk.read() as session:
        assert session.scalars(select(MessageRow.key).where(MessageRow.key == "twice")).all() == []
