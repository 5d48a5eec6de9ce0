"""Figures equal a slow and simple count over the same rows."""

from collections import Counter, defaultdict
from datetime import date, datetime, time, timedelta
from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql

from ill_desktop.domain.lifecycle.states import Milestone, Service, Side, State
from ill_desktop.store.database import Database
from ill_desktop.store.measures import (
    By,
    Population,
    Span,
    Unit,
    lapse_statement,
    lapses,
    tally,
    tally_statement,
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
            "test": st.sampled_from([False, False, True]),
            "pieces": st.integers(1, 3),
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
                test=values["test"],
                pieces=values["pieces"],
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


def counted(
    database: Database, of: Population, span: Span
) -> list[tuple[RequestRow, MilestoneRow]]:
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
                milestone.kind is of.kind
                and span.first <= milestone.on <= span.last
                and milestone.act not in undone
                and row.side is of.side
                and (of.service is None or row.service is of.service)
                and not (row.voided or row.test or tested)
            ):
                found.append((row, milestone))
        return found


EACH = list(product(Side, KINDS, [None, Service.COPY]))
quick = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@given(requests=REQUESTS)
@quick
def test_tallies_equal_a_slow_count(database: Database, requests: list[dict]) -> None:
    fill(database, requests)
    for side, kind, service in EACH:
        of = Population(side, kind, service)
        slow = counted(database, of, MARCH)
        once = {row.id: row for row, _ in slow}
        with database.read() as session:
            assert tally(session, of, MARCH).get("", 0) == len(once)
            assert tally(session, of, MARCH, Unit.MILESTONE).get("", 0) == len(slow)
            pieces = sum(row.pieces for row in once.values())
            assert tally(session, of, MARCH, Unit.PIECE).get("", 0) == pieces
            readers = {row.patron_id for row in once.values()} - {None}
            assert tally(session, of, MARCH, Unit.PATRON).get("", 0) == len(readers)
            by_service = Counter(row.service.value for row in once.values())
            assert tally(session, of, MARCH, by=By.SERVICE) == by_service
            names = Counter({2: "Two", None: ""}[row.partner_id] for row in once.values())
            assert tally(session, of, MARCH, by=By.PARTNER) == names


@given(requests=REQUESTS)
@quick
def test_lapses_equal_a_slow_count(database: Database, requests: list[dict]) -> None:
    fill(database, requests)
    ever = Span(date(2000, 1, 1), date(2100, 1, 1))
    for side in Side:
        of = Population(side, Milestone.RECEIVED)
        starts: dict[int, list[date]] = defaultdict(list)
        for row, milestone in counted(database, Population(side, Milestone.SENT), ever):
            starts[row.id].append(milestone.on)
        ends: dict[int, list[date]] = defaultdict(list)
        for row, milestone in counted(database, of, MARCH):
            ends[row.id].append(milestone.on)
        slow = {(n, min(starts[n]), min(days)) for n, days in ends.items() if starts[n]}
        with database.read() as session:
            found = lapses(session, Milestone.SENT, of, MARCH)
        assert {(x.request_id, x.start_on, x.end_on) for x in found} == slow


def test_a_months_breakdown_and_reasons(database: Database) -> None:
    with database.work() as session:
        first, second = a_request(), a_request(previous_id=1)
        session.add(first)
        session.flush()
        session.add(second)
        session.flush()
        for row, reason, days in ((first, "not-held", 0), (second, "lent", 20)):
            session.add(
                MilestoneRow(
                    request_id=row.id, kind=Milestone.CLOSED_UNFILLED, at=NOON,
                    on=TODAY + timedelta(days=days), act=reason, reason=reason,
                )
            )  # fmt: skip
    year = Span(date(2026, 1, 1), date(2026, 12, 31))
    of = Population(Side.BORROWING, Milestone.CLOSED_UNFILLED)
    with database.read() as session:
        assert tally(session, of, year, by=By.MONTH) == {"202603": 1, "202604": 1}
        assert tally(session, of, year, by=By.REASON) == {"not-held": 1, "lent": 1}
        fresh = Population(of.side, of.kind, fresh=True)
        assert tally(session, fresh, year) == {"": 1}
        some = Population(of.side, of.kind, reasons=frozenset({"lent"}))
        assert tally(session, some, year) == {"": 1}
        never = Population(of.side, of.kind, without=Milestone.CLOSED_UNFILLED)
        assert tally(session, never, year) == {}


def test_every_measure_compiles_for_postgresql() -> None:
    for by, unit in product([None, *By], Unit):
        of = Population(
            Side.LENDING,
            Milestone.ARRIVED,
            Service.LOAN,
            fresh=True,
            reasons=frozenset({"x"}),
            without=Milestone.VOIDED,
        )
        for statement in (tally_statement(of, unit, by), lapse_statement(Milestone.SENT, of, by)):
            assert str(statement.compile(dialect=postgresql.dialect()))
