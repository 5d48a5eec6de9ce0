"""Lists of requests: the same by SQLAlchemy and by the driver alone, newest first, bounded."""

import random
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from sqlalchemy import Executable
from sqlalchemy.dialects import postgresql

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import Damaged, Missing
from ill_desktop.domain.lifecycle.standing import STANDING
from ill_desktop.domain.lifecycle.states import Flag, Service, Side, State
from ill_desktop.domain.queues import QUEUES, SOON_DAYS, DueRule, Queue
from ill_desktop.store.database import Database, writing
from ill_desktop.store.first_page import first_page, looking
from ill_desktop.store.lines import ListLine, ListPage, ListQuery, Part, arms, wanted
from ill_desktop.store.list_shapes import Shape, lines_statement, total_statement
from ill_desktop.store.listing import counts, page
from ill_desktop.store.orders import Order, SortKey, offered, usual
from ill_desktop.store.rows import PatronRow, RequestRow
from tests.build import TODAY, a_partner, a_request, a_symbol

QUERIES = [
    ListQuery(side=side, state=state, queue=queue, limit=limit)
    for side, state, queue, limit in product(
        [None, *Side], [None, State.HERE, State.DONE], [None, *Queue], [0, 2]
    )
]
KINDS = {(len(one.states), one.side, one.flag, one.due): queue for queue, one in QUEUES.items()}
"""One queue of each kind of rule: the others differ only in which states they name."""
ORDERS = [Order(by, falling=falling) for by, falling in product(SortKey, (True, False))]
SORTED = [
    ListQuery(queue=queue, order=order, side=side)
    for queue, order, side in product([None, *KINDS.values()], ORDERS, [None, Side.LENDING])
    if order.by in offered(queue) and (queue is None or side is None)
]


@pytest.fixture
def desk(database: Database) -> Database:
    """Two requests in every state of each side, with partners, readers, flags and dates."""
    with database.work() as session:
        partner, reader = a_partner(), PatronRow(code="P-1", name="Siti")
        session.add_all([partner, reader])
        session.flush()
        session.add_all([a_symbol(partner, "ISIL:ID-X"), a_symbol(partner, "OTHER:Y")])
        for n, ((side, state), late) in enumerate(product(STANDING, (False, True))):
            row = a_request(
                side=side,
                state=state,
                number=f"26{n + 1:06d}",
                partner_id=partner.id if late else None,
                patron_id=reader.id if n % 3 != 1 else None,
                due=TODAY + timedelta(days=-1 if late else n % 5),
                needed_by=TODAY + timedelta(days=n % 4) if n % 3 else None,
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
    for query in [*QUERIES, *(one._replace(limit=2) for one in SORTED)]:
        with desk.read() as session:
            listed, counted = page(session, query, TODAY), counts(session, TODAY)
        with looking(desk.path) as connection:
            raw = first_page(connection, query, TODAY)
        assert raw.page == listed, query
        assert raw.counts == counted


@pytest.mark.parametrize("column", ["side", "state", "created_at", "due"])
def test_a_row_that_no_request_can_have_is_told_as_damage(desk: Database, column: str) -> None:
    with writing(desk.engine).connect() as connection:
        connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
        connection.exec_driver_sql(f"UPDATE request SET {column} = x'00'")
        connection.commit()
    with pytest.raises(Damaged), looking(desk.path) as connection:
        first_page(connection, ListQuery(), TODAY)


def test_the_first_page_imports_no_sqlalchemy(desk_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from datetime import date;"
        "from ill_desktop.store.first_page import first_page, looking, ListQuery\n"
        f"with looking(Path({str(desk_path)!r})) as connection:\n"
        " first_page(connection, ListQuery(), date(2026, 1, 1))\n"
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
    return {name: getattr(query, name) for name in ListQuery._fields}


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
    steps = _plan(desk, lines_statement(shape).statement)
    walks = [step for step in steps if step == "SCAN request"]
    assert walks == ([] if queue or after else ["SCAN request"])


def naive_order(desk: Database, query: ListQuery) -> list[str]:
    """A whole list put in order in Python; days of what is over are not shown and count as none."""
    with desk.read() as session:
        lines = page(session, query._replace(order=Order(), limit=0), TODAY).lines

    def day(line: ListLine) -> date | None:
        days = {SortKey.DUE: line.due, SortKey.NEEDED: line.needed_by}
        over = STANDING[line.side, line.state].final
        return None if over else days.get(query.order.by)

    by_number = sorted(lines, key=lambda line: line.id, reverse=query.order.falling)
    dated = [line for line in by_number if day(line) is not None]
    dated.sort(key=lambda line: day(line) or date.max, reverse=query.order.falling)
    return [line.number for line in (*dated, *(one for one in by_number if day(one) is None))]


def paged(desk: Database, query: ListQuery, between: Callable[[], object] = list) -> list[ListPage]:
    """A list page by page, with something done between them."""
    found, after = [], ""
    while after or not found:
        with desk.read() as session:
            found.append(page(session, query._replace(after=after), TODAY))
        after = found[-1].following
        between()
    return found


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_gives_each_request_once_whatever_the_page(
    desk: Database, order: Order
) -> None:
    for query in (one for one in SORTED if one.order == order):
        expected = naive_order(desk, query)
        for limit in (0, 1, 7):
            pages = paged(desk, query._replace(limit=limit))
            assert [line.number for one in pages for line in one.lines] == expected
            assert {one.total for one in pages} == {len(expected)}


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("seed", range(4))
def test_what_stays_is_read_once_while_others_change(
    desk: Database, order: Order, seed: int
) -> None:
    chance = random.Random(seed)
    changed: set[str] = set()

    def change() -> None:
        """Due dates move, requests are done with, and one is gone, the last one read too."""
        with desk.work() as session:
            rows = session.query(RequestRow).filter(RequestRow.state != State.DONE).all()
            for row in chance.sample(rows, min(3, len(rows))):
                row.due = row.needed_by = chance.choice([None, TODAY, TODAY + timedelta(days=9)])
                row.state = chance.choice([row.state, State.DONE])
                changed.add(row.number)
            gone = chance.choice(rows[:-1])
            changed.add(gone.number)
            session.delete(gone)

    whole = naive_order(desk, ListQuery(order=order))
    pages = paged(desk, ListQuery(order=order, limit=7, counted=False), change)
    read = [line.number for one in pages for line in one.lines if line.number not in changed]
    assert read == [number for number in whole if number not in changed]
    assert len(read) > 5


def _stretches(query: ListQuery) -> list[Part]:
    both = (Part.DATED, Part.UNDATED) if query.order.dated else (Part.WHOLE,)
    return [part for part in both if arms(wanted(query), part)]


def test_every_order_offered_walks_an_index_and_sorts_nothing(desk: Database) -> None:
    for query, after in product(SORTED, (False, True)):
        for part in _stretches(query):
            shape = Shape(wanted(query), False, after, query.order, part)
            steps = _plan(desk, lines_statement(shape).statement)
            assert not [step for step in steps if "TEMP" in step], query
            newest_of_all = query.queue is query.side is None and not query.order.dated
            assert "SCAN request" not in steps or newest_of_all, query


def test_what_is_found_comes_in_the_order_of_the_numbers_without_sorting(desk: Database) -> None:
    for queue, falling, after in product((None, *Queue), (False, True), (False, True)):
        assert offered(queue, "laut") == (SortKey.NUMBER,)
        if queue is not None and QUEUES[queue].due:
            continue  # what is due is few, and found among these
        shape = Shape(wanted(ListQuery(queue=queue)), True, after, Order(falling=falling))
        assert not [
            step for step in _plan(desk, lines_statement(shape).statement) if "TEMP" in step
        ]
    with desk.read() as session:
        asked = ListQuery(find="part", limit=0, order=Order(SortKey.DUE))
        assert page(session, asked, TODAY) == page(session, asked._replace(order=Order()), TODAY)


def test_a_list_begins_in_an_order_it_offers() -> None:
    assert all(usual(queue).by in offered(queue) for queue in (None, *Queue))
    assert usual(Queue.OVERDUE) == Order(SortKey.DUE, falling=False)


def _plan(desk: Database, statement: Executable) -> list[str]:
    compiled = statement.compile(desk.engine)  # type: ignore[attr-defined]
    given = tuple("x" for _ in compiled.positiontup or ())
    with desk.read() as session:
        plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", given)
        return [step[3] for step in plan]


def test_every_list_statement_compiles_for_postgresql() -> None:
    for rule, find, after in product({wanted(query) for query in QUERIES}, *[(False, True)] * 2):
        shape = Shape(rule, find, after)
        for asked in (lines_statement(shape), total_statement(shape)):
            assert str(asked.statement.compile(dialect=postgresql.dialect()))
    for query, after in product(SORTED, (False, True)):
        for part in _stretches(query):
            shape = Shape(wanted(query), False, after, query.order, part)
            assert str(lines_statement(shape).statement.compile(dialect=postgresql.dialect()))
