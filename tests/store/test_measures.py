"""Figures equal a slow and simple count over the same rows."""

from collections import Counter, defaultdict
from datetime import date, datetime, time, timedelta
from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql

from ill_desktop.domain.lifecycle.states import Milestone, Service, Side, State
from ill_desktop.domain.measures import MEASURES, STANDING, Part
from ill_desktop.store.database import Database
from ill_desktop.store.measures import (
    Span,
    in_hand,
    members,
    members_statement,
    monthly,
    monthly_statement,
    partners,
)
from ill_desktop.store.rows import EventRow, MilestoneRow, PartnerRow, PatronRow, RequestRow
from tests.build import NOON, TODAY, a_partner, a_request

KINDS = [Milestone.CREATED, Milestone.SENT, Milestone.RECEIVED]
MARCH = Span(date(2026, 3, 1), date(2026, 3, 31))
DAYS = st.dates(date(2026, 2, 20), date(2026, 4, 10))
REQUESTS = st.lists(
    st.fixed_dictionaries(
        {
            "side": st.sampled_from(Side),
            "service": st.sampled_from([Service.LOAN, Service.COPY]),
            "partner": st.integers(0, 2),
            "voided": st.sampled_from([False, False, True]),
            "uncounted": st.sampled_from([False, False, True]),
            "pieces": st.integers(1, 3),
            "pages": st.sampled_from(["", "12-19"]),
            "page_count": st.sampled_from([None, 5]),
            "patron": st.sampled_from([None, 1, 2]),
            "dates": st.lists(st.tuples(st.sampled_from(KINDS), DAYS, st.booleans()), max_size=5),
        }
    ),
    min_size=1,
    max_size=8,
)


def fill(database: Database, requests: list[dict]) -> None:
    """Replace what is there. Partner 1 is a test partner; a third value in `dates` says that
    the act was taken back.
    """
    with database.work() as session:
        session.connection().exec_driver_sql("DROP TRIGGER IF EXISTS event_delete")
        for table in (EventRow, MilestoneRow, RequestRow, PartnerRow, PatronRow):
            session.execute(delete(table))
        session.add_all([a_partner("One", test=True, country="ID"), a_partner("Two", country="SG")])
        session.add_all([PatronRow(code="A"), PatronRow(code="B")])
        session.flush()
        for n, values in enumerate(requests):
            row = a_request(
                number=f"26{n + 1:06d}",
                side=values["side"],
                service=values["service"],
                partner_id=values["partner"] or None,
                patron_id=values["patron"],
                voided=values["voided"],
                uncounted=values["uncounted"],
                pieces=values["pieces"],
                pages=values["pages"],
                page_count=values["page_count"],
            )
            session.add(row)
            session.flush()
            for m, (kind, day, undone) in enumerate(values["dates"]):
                at = datetime.combine(day, time(10), NOON.tzinfo)
                act = f"{n}-{m}"
                session.add(MilestoneRow(request_id=row.id, kind=kind, at=at, on=day, act=act))
                if undone:
                    session.add(
                        EventRow(
                            act=f"u{act}", request_id=row.id, kind="undo", source="staff",
                            effective_at=at, entered_at=at, local_date=day,
                            state_to=State.DRAFT, undoes=act,
                        )
                    )  # fmt: skip


def counted(database: Database, of: Part, span: Span) -> list[tuple[RequestRow, MilestoneRow]]:
    """The milestones of a population, the slow way."""
    with database.read() as session:
        rows = {row.id: row for row in session.scalars(select(RequestRow))}
        partners = {row.id: row for row in session.scalars(select(PartnerRow))}
        undone = set(session.scalars(select(EventRow.undoes)))
        found = []
        for milestone in session.scalars(select(MilestoneRow)):
            row = rows[milestone.request_id]
            tested = row.partner_id is not None and partners[row.partner_id].test
            if (
                milestone.kind is of.reached
                and span.first <= milestone.on <= span.last
                and milestone.act not in undone
                and row.side is of.side
                and (of.service is None or row.service is of.service)
                and not (row.voided or row.uncounted or tested)
            ):
                found.append((row, milestone))
        return found


PART = Part(Side.BORROWING, Milestone.NOTIFIED)
EACH = list(product(Side, KINDS, [None, Service.COPY]))
quick = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@given(requests=REQUESTS)
@quick
def test_members_equal_a_slow_count(database: Database, requests: list[dict]) -> None:
    fill(database, requests)
    for side, kind, service in EACH:
        of = Part(side, kind, service)
        slow = counted(database, of, MARCH)
        with database.read() as session:
            found = members(session, of, MARCH)
            months = monthly(session, of, MARCH)
            names = {None: "", **{n: one.name for n, one in partners(session).items()}}
        assert Counter(one.request_id for one in found) == Counter(row.id for row, _ in slow)
        assert [one.on for one in found] == sorted(milestone.on for _, milestone in slow)
        once = {row.id: row for row, _ in slow}
        assert sum(months.values()) == len(once)
        told = {(o.request_id, o.pieces, o.pages, o.page_count, o.reader) for o in found}
        assert told == {
            (row.id, row.pieces, row.pages, row.page_count, str(row.patron_id or ""))
            for row in once.values()
        }
        assert {names[one.partner_id] for one in found} <= {"Two", ""}
        assert {one.service for one in found} <= ({"copy"} if service else {"copy", "loan"})


@given(requests=REQUESTS)
@quick
def test_what_took_time_equals_a_slow_count(database: Database, requests: list[dict]) -> None:
    fill(database, requests)
    ever = Span(date(2000, 1, 1), date(2100, 1, 1))
    for side in Side:
        of = Part(side, Milestone.RECEIVED)
        starts: dict[int, list[date]] = defaultdict(list)
        for row, milestone in counted(database, Part(side, Milestone.SENT), ever):
            starts[row.id].append(milestone.on)
        slow = {
            (row.id, min(starts[row.id]), milestone.on)
            for row, milestone in counted(database, of, MARCH)
            if starts[row.id]
        }
        with database.read() as session:
            found = members(session, of, MARCH, Milestone.SENT)
            other = members(session, of, MARCH, Milestone.CREATED, Milestone.SENT)
        assert {(x.request_id, x.start_on, x.end_on) for x in found} == slow
        assert {x.request_id for x in other} <= {number for number, *_ in slow}


def test_reasons_followers_and_what_was_reached_before(database: Database) -> None:
    with database.work() as session:
        first, second = a_request(), a_request(previous_id=1)
        session.add(first)
        session.flush()
        session.add(second)
        session.flush()
        for row, reason, days in ((first, "not-held", 0), (second, "", 20)):
            session.add(
                MilestoneRow(
                    request_id=row.id, kind=Milestone.CLOSED_UNFILLED, at=NOON,
                    on=TODAY + timedelta(days=days), act=reason, reason=reason,
                )
            )  # fmt: skip
    year = Span(date(2026, 1, 1), date(2026, 12, 31))
    kind = Milestone.CLOSED_UNFILLED
    plain = Part(Side.BORROWING, kind)
    with database.read() as session:
        assert monthly(session, plain, year) == {"2026-03": 1, "2026-04": 1}
        assert [one.reason for one in members(session, plain, year)] == ["not-held", ""]
        said = Part(Side.BORROWING, kind, unsaid="withdrawn")
        assert [one.reason for one in members(session, said, year)] == ["not-held", "withdrawn"]
        fresh = Part(Side.BORROWING, kind, fresh=True)
        assert [one.request_id for one in members(session, fresh, year)] == [1]
        assert members(session, Part(Side.BORROWING, kind, without=(kind,)), year) == []


def test_every_measure_compiles_for_postgresql() -> None:
    dialect = postgresql.dialect()
    for one in MEASURES:
        for part in (*one.parts, *one.other):
            assert str(monthly_statement(part).compile(dialect=dialect))
            assert str(members_statement(part, one.start, one.end).compile(dialect=dialect))
    assert [one.code for one in MEASURES if one.formula in STANDING] == ["W1", "W1o", "W1s"]


def test_the_first_time_is_looked_for_among_the_milestones_of_the_request(
    database: Database,
) -> None:
    statement = members_statement(PART, Milestone.CREATED, Milestone.SENT)
    compiled = statement.compile(database.engine)
    given = {**compiled.params, "first": "2026-03-01", "last": "2026-03-31"}
    plan = f"EXPLAIN QUERY PLAN {compiled}"
    values = tuple(given[name] for name in compiled.positiontup or ())
    with database.read() as session:
        steps = [row[3] for row in session.connection().exec_driver_sql(plan, values)]
    assert sum("SEARCH s USING INDEX ix_milestone_request_id (request" in s for s in steps) == 2


def test_work_in_hand_looks_no_request_up_that_was_closed_before(database: Database) -> None:
    with database.work() as session:
        session.add_all([a_request(state=State.SENT), a_request(state=State.DONE, closed_at=NOON)])
    with database.read() as session:
        found = in_hand(session, TODAY, NOON + timedelta(hours=12))
    assert [one.request_id for one in found] == [1]
