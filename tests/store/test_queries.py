"""What services ask of the cabinet."""

import pytest
from sqlalchemy.dialects import postgresql

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import Missing
from ill_desktop.store import queries
from ill_desktop.store.database import Database
from ill_desktop.store.ledger import LedgerQuery, messages, statements
from ill_desktop.store.rows import AttemptRow, ItemRow, LibraryRow, MessageRow, PatronRow
from tests.build import NOON, a_partner, a_request, a_symbol


@pytest.fixture
def desk(database: Database) -> Database:
    with database.work() as session:
        partner = a_partner()
        session.add_all(
            [partner, PatronRow(code="P-1", name="Siti"), PatronRow(code="P%2", name="Budi")]
        )
        session.flush()
        session.add_all([a_symbol(partner, "ISIL:ID-X"), a_symbol(partner, "OTHER:Y")])
        first = a_request(
            number="26000001", citation=Citation(title="Laut Bercerita", isbn="978-1")
        )
        second = a_request(number="26000002", their_id="THEIRS-9", citation=Citation(title="Laut"))
        session.add_all([first, second])
        session.flush()
        session.add(AttemptRow(request_id=first.id, our_id="26000001-1", ordinal=1))
        session.add(ItemRow(request_id=second.id, barcode="B100"))
        for n, state in enumerate(["applied", "applied", "attention"]):
            session.add(
                MessageRow(
                    direction="in",
                    kind="request",
                    state=state,
                    created_at=NOON,
                    key=f"k{n}",
                    request_id=first.id if n else None,
                    partner_id=partner.id,
                )
            )
    return database


@pytest.mark.parametrize(
    ("scanned", "number"),
    [
        ("26000001", "26000001"),
        (" 26000001-1\n", "26000001"),
        ("B100", "26000002"),
        ("THEIRS-9", "26000002"),
    ],
)
def test_whatever_is_scanned_finds_its_request(desk: Database, scanned: str, number: str) -> None:
    with desk.read() as session:
        assert queries.number_by_scan(session, scanned) == number


@pytest.mark.parametrize("scanned", ["", " ", "99999999", "B10", "%"])
def test_an_unknown_barcode_is_missing(desk: Database, scanned: str) -> None:
    with desk.read() as session, pytest.raises(Missing):
        queries.number_by_scan(session, scanned)


def test_similar_requests_share_title_words_or_a_standard_number(desk: Database) -> None:
    def similar(**citation: str) -> list[str]:
        with desk.read() as session:
            return [line.number for line in queries.similar(session, Citation(**citation))]

    assert similar(title="laut  BERCERITA") == ["26000001"]
    assert similar(title="Laut") == ["26000002", "26000001"]
    assert similar(title="Nothing", isbn="9781") == ["26000001"]
    assert similar(title="Laut", component_title="Ombak", isbn="9781") == []
    assert similar() == []


def test_rows_that_are_not_there_are_missing(desk: Database) -> None:
    with desk.read() as session:
        for ask in (queries.request_by_number, queries.patron_by_code, queries.line):
            with pytest.raises(Missing):
                ask(session, "nobody")
        with pytest.raises(Missing):
            queries.library(session)


def test_rows_are_found_by_what_people_call_them(desk: Database) -> None:
    with desk.work() as session:
        session.add(LibraryRow(name="Kota", zone="Asia/Jakarta", desk_uuid="u"))
        session.flush()
        assert queries.library(session).paper == "A4"
        assert queries.request_by_number(session, "26000001").title == "Laut Bercerita"
        assert queries.line(session, "26000002").their_id == "THEIRS-9"
        assert queries.patron_by_code(session, "P-1").name == "Siti"
        assert [p.name for p in queries.patrons(session)] == ["Budi", "Siti"]
        assert [p.name for p in queries.patrons(session, "%")] == ["Budi"]
        assert [p.name for p in queries.partners(session)] == ["Perpustakaan Nasional"]
        assert list(queries.symbols_of_partners(session).values()) == [("ISIL:ID-X", "OTHER:Y")]


def test_a_setting_is_any_json_and_is_replaced(desk: Database) -> None:
    with desk.work() as session:
        assert queries.setting(session, "x", otherwise=3) == 3
        queries.put_setting(session, "x", [1, {"a": None}])
        session.flush()
        queries.put_setting(session, "x", False)
    with desk.read() as session:
        assert queries.setting(session, "x", otherwise=3) is False
        assert queries.settings(session) == {"x": False}


def test_the_ledger_is_listed_newest_first_and_paged(desk: Database) -> None:
    with desk.read() as session:
        first = messages(session, LedgerQuery(limit=2))
        rest = messages(session, LedgerQuery(limit=2, after=first.following))
    assert [line.state for line in first.lines + rest.lines] == ["attention", "applied", "applied"]
    assert (first.total, rest.total, rest.following) == (3, 3, None)
    assert (first.lines[0].request, rest.lines[0].request) == ("26000001", "")
    assert first.lines[0].partner_symbol == "ISIL:ID-X"
    assert first.lines[0].at == NOON


@pytest.mark.parametrize(
    ("query", "total"),
    [
        (LedgerQuery(state="applied"), 2),
        (LedgerQuery(direction="out"), 0),
        (LedgerQuery(request_id=1), 2),
        (LedgerQuery(partner_id=1, state="attention"), 1),
    ],
)
def test_the_ledger_is_narrowed(desk: Database, query: LedgerQuery, total: int) -> None:
    with desk.read() as session:
        assert messages(session, query).total == total


def test_ledger_statements_compile_for_postgresql() -> None:
    for statement in statements():
        assert str(statement.compile(dialect=postgresql.dialect()))
