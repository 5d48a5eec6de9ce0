"""Lists of requests: the same by SQLAlchemy and by the driver alone, newest first, bounded."""

import subprocess
import sys
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from sqlalchemy.dialects import postgresql

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import Missing
from ill_desktop.domain.lifecycle.states import Flag, Service, Side, State
from ill_desktop.domain.queues import QUEUES, SOON_DAYS, DueRule, Queue
from ill_desktop.store.database import Database
from ill_desktop.store.first_page import first_page
from ill_desktop.store.lines import ListQuery, wanted
from ill_desktop.store.listing import Shape, counts, lines_statement, page, total_statement
from ill_desktop.store.rows import PatronRow, RequestRow
from tests.build import TODAY, a_partner, a_request, a_symbol

QUERIES = [
    ListQuery(side=side, state=state, queue=queue, limit=limit)
    for side, state, queue, limit in product(
        [None, *Side], [None, State.HERE, State.DONE], [None, *Queue], [0, 2]
    )
]


@pytest.fixture
def desk(database: Database) -> Database:
    """Two requests in every state of each side, with partners, readers, flags and due dates."""
    with database.work() as session:
        partner, reader = a_partner(), PatronRow(code="P-1", name="Siti")
        session.add_all([partner, reader])
        session.flush()
        session.add_all([a_symbol(partner, "ISIL:ID-X"), a_symbol(partner, "OTHER:Y")])
        for n, (side, state, late) in enumerate(product(Side, State, (False, True))):
            row = a_request(
                side=side,
                state=state,
                number=f"26{n + 1:06d}",
                partner_id=partner.id if late else None,
                patron_id=reader.id if n % 3 else None,
                due=TODAY + timedelta(days=-1 if late else n % 5),
                citation=Citation(title="Whole", component_title="Part" if late else ""),
            )
            row.flags = frozenset({Flag.ATTENTION, Flag.UNREAD} if n % 7 == 0 else ())
            session.add(row)
    return database


def naive(database: Database, queue: Queue) -> list[str]:
    rule = QUEUES[queue]
    soon = TODAY + timedelta(days=SOON_DAYS)

    def held(row: RequestRow) -> bool:
        due = row.due or date.max
        return (
            rule.side in {None, row.side}
            and (not rule.states or row.state in rule.states)
            and (rule.flag is None or rule.flag in row.flags)
            and (rule.due is not DueRule.PAST or due < TODAY)
            and (rule.due is not DueRule.SOON or TODAY <= due <= soon)
        )

    with database.read() as session:
        rows = session.query(RequestRow).all()
        return sorted((row.number for row in rows if held(row)), reverse=True)


@pytest.mark.parametrize("queue", Queue)
def test_a_queue_holds_what_its_rule_says(desk: Database, queue: Queue) -> None:
    expected = naive(desk, queue)
    with desk.read() as session:
        listed = page(session, ListQuery(queue=queue, limit=0), TODAY)
        assert [line.number for line in listed.lines] == expected
        assert listed.total == len(expected)
        assert counts(session, TODAY)[queue] == len(expected)
    assert expected


def test_the_first_page_is_the_same_without_sqlalchemy(desk: Database) -> None:
    for query in QUERIES:
        with desk.read() as session:
            listed, counted = page(session, query, TODAY), counts(session, TODAY)
        raw = first_page(desk.path, query, TODAY)
        assert raw.page == listed, query
        assert raw.counts == counted


def test_the_first_page_imports_no_sqlalchemy(desk_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from datetime import date;"
        "from ill_desktop.store.first_page import first_page, ListQuery;"
        f"first_page(Path({str(desk_path)!r}), ListQuery(), date(2026, 1, 1));"
        "print([n for n in ('sqlalchemy', 'alembic') if n in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_pages_follow_each_other_without_gap_or_repeat(desk: Database) -> None:
    for asked in (ListQuery(limit=7), ListQuery(limit=1, queue=Queue.WAITING)):
        seen: list[str] = []
        after = ""
        while True:
            with desk.read() as session:
                part = page(session, ListQuery(**{**_fields(asked), "after": after}), TODAY)
            seen += [line.number for line in part.lines]
            after = part.following
            if not after:
                break
        with desk.read() as session:
            whole = page(session, ListQuery(**{**_fields(asked), "limit": 0}), TODAY)
        assert seen == [line.number for line in whole.lines]
        assert len(seen) == part.total


def _fields(query: ListQuery) -> dict[str, object]:
    return {name: getattr(query, name) for name in ListQuery.__slots__}


def test_a_line_names_reader_partner_and_the_part_wanted(desk: Database) -> None:
    with desk.read() as session:
        line = page(session, ListQuery(limit=1), TODAY).lines[0]
    assert (line.title, line.author) == ("Part", "")
    assert (line.partner_name, line.partner_symbol) == ("Perpustakaan Nasional", "ISIL:ID-X")
    assert line.patron_code == "P-1"
    assert (line.service, line.side) == (Service.LOAN, Side.LENDING)


def test_an_unknown_number_to_go_on_from_is_missing(desk: Database) -> None:
    with desk.read() as session, pytest.raises(Missing):
        page(session, ListQuery(after="99999999"), TODAY)


def test_the_end_of_a_list_is_an_empty_page(desk: Database) -> None:
    with desk.read() as session:
        assert page(session, ListQuery(after="26000001"), TODAY).lines == ()


def test_a_total_can_be_left_out(desk: Database) -> None:
    with desk.read() as session:
        assert page(session, ListQuery(counted=False), TODAY).total == -1


@pytest.mark.parametrize("queue", [None, *Queue])
@pytest.mark.parametrize("after", [False, True])
def test_no_list_walks_the_whole_table(desk: Database, queue: Queue | None, after: bool) -> None:
    shape = Shape(wanted(ListQuery(queue=queue)), find=False, after=after)
    compiled = lines_statement(shape).compile(desk.engine)
    given = tuple("x" for _ in compiled.positiontup or ())
    with desk.read() as session:
        plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", given)
        steps = plan.all()
    walks = [step[3] for step in steps if step[3] == "SCAN request"]
    assert walks == ([] if queue or after else ["SCAN request"])


def test_every_list_statement_compiles_for_postgresql() -> None:
    for query in QUERIES:
        for find, after in product((False, True), repeat=2):
            shape = Shape(wanted(query), find, after)
            for statement in (lines_statement(shape), total_statement(shape)):
                assert str(statement.compile(dialect=postgresql.dialect()))
