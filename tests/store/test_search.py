"""Finding requests by what was typed, whatever was typed."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import DeskError
from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.store import integrity, search
from ill_desktop.store.database import Database
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.listing import page
from ill_desktop.store.rows import AttemptRow, ItemRow, PatronRow, RequestRow
from tests.build import TODAY, a_request

HOSTILE = [
    '" * NEAR ( : -',
    '"',
    "''",
    "a OR b",
    "NOT",
    "title:x",
    "^x",
    "x*",
    "(",
    "NEAR(a b, 5)",
    "{a b}: c",
    "\x00",
    "\ud800",
    "--",
    "%",
    "_",
    'a"b',
    "\\",
    "é\u0301",
    "漢字",
    "-1",
    "+",
    "٣",
    "'; DROP TABLE request; --",
    "x" * 5_000,
    "a " * 500,
    "\u202e",
    "1-2-3",
    "\n",
]


def found(database: Database, text: str) -> list[str]:
    with database.read() as session:
        lines = page(session, ListQuery(find=text, limit=0), TODAY).lines
    return [line.number for line in lines]


@pytest.fixture
def shelf(database: Database) -> Database:
    titles = ["Bumi Manusia", "Anak Semua Bangsa", "Élan vital", "Fisika Jilid 2", "Bumi Cinta"]
    with database.work() as session:
        for n, title in enumerate(titles, 1):
            session.add(a_request(number=f"2600000{n}", citation=Citation(title=title)))
    return database


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("bumi", ["26000005", "26000001"]),
        ("BUM", ["26000005", "26000001"]),
        ("bumi man", ["26000001"]),
        ("manusia bumi", ["26000001"]),
        ("elan", ["26000003"]),
        ("ÉLAN VIT", ["26000003"]),
        ("jilid 2", ["26000004"]),
        ("jilid 3", []),
        ("bumi m", ["26000005", "26000001"]),
        ("bumi m ", []),
        ("26000002", ["26000002"]),
        ("umi", []),
        ("(bumi) cinta!", ["26000005"]),
        ("?", []),
        (" – ", []),
        ("\udcff", []),
        ("\x00", []),
        ("?bumi?", ["26000005", "26000001"]),
        (" ", ["26000005", "26000004", "26000003", "26000002", "26000001"]),
    ],
)
def test_words_find_requests_newest_first(shelf: Database, typed: str, numbers: list[str]) -> None:
    assert found(shelf, typed) == numbers


def test_ids_and_standard_numbers_find_with_and_without_hyphens(database: Database) -> None:
    with database.work() as session:
        session.add(
            a_request(
                number="26000009",
                our_id="26000009-2",
                their_id="XYZ/77",
                citation=Citation(title="t", isbn="978-602-03-1", issn="0126-4567"),
            )
        )
    for typed in ("26000009-2", "xyz/77", "978-602-03-1", "978602031", "01264567", "0126-4567"):
        assert found(database, typed) == ["26000009"], typed


def test_an_edited_title_is_found_and_its_old_one_is_not(shelf: Database) -> None:
    with shelf.work() as session:
        row = session.scalars(select(RequestRow).where(RequestRow.number == "26000001")).one()
        row.citation = Citation(title="Rumah Kaca")
    assert found(shelf, "rumah") == ["26000001"]
    assert found(shelf, "manusia") == []


@pytest.fixture
def asking(database: Database) -> Database:
    """Siti asked for one thing, Rahmat for none, and nobody for another."""
    with database.work() as session:
        reader = PatronRow(
            code="P-1", name="Siti Rahayu", folded="p-1 siti rahayu siti@example.org"
        )
        session.add_all([reader, PatronRow(code="P-2", name="Rahmat", folded="p-2 rahmat")])
        session.flush()
        session.add(a_request(number="26000001", patron_id=reader.id, patron_department="Sastra"))
        session.add(a_request(number="26000002", citation=Citation(title="Sitisastra")))
        session.add(a_request(number="26000003", citation=Citation(title="Bumi")))
    return database


def test_readers_are_not_in_the_index(asking: Database) -> None:
    index = "SELECT count(*) FROM request_search WHERE request_search MATCH ?"
    with asking.read() as session:
        for typed in ("siti ", "rahayu", '"P-1"', "sastra"):
            hits = session.connection().exec_driver_sql(index, (typed.strip(),))
            assert hits.scalar_one() == 0, typed


def test_what_a_reader_asked_for_is_found_by_name_and_code(asking: Database) -> None:
    both = ["26000002", "26000001"]
    assert found(asking, "siti") == both
    assert [found(asking, typed) for typed in ("rahayu siti", "P-1", "RAHA")] == [["26000001"]] * 3
    assert [found(asking, typed) for typed in ("ahayu", "rahmat", "sastra")] == [[]] * 3
    for query in (ListQuery(find="siti", limit=1), ListQuery(find="siti", limit=1, after=both[0])):
        with asking.read() as session:
            read = page(session, query, TODAY)
        assert read.total == len(both)
        assert [line.number for line in read.lines] == both[bool(query.after) :][:1]


def test_a_reader_is_found_by_the_words_of_now(asking: Database) -> None:
    words = "SELECT count(*) FROM patron_word"
    with asking.work() as session:
        reader = session.scalars(select(PatronRow).where(PatronRow.code == "P-1")).one()
        reader.folded = 'p-1 "sinta  o\'neil" sinta'
    assert [found(asking, typed) for typed in ("sint", "rahayu")] == [["26000001"], []]
    with asking.work() as session:
        assert integrity.check(session) == ()
        session.connection().exec_driver_sql("DELETE FROM patron_word WHERE word = 'p-2'")
        assert [p.code for p in integrity.check(session)] == ["search-index"]
        integrity.rebuild(session)
        assert integrity.check(session) == ()
        for row in session.scalars(select(RequestRow).where(RequestRow.patron_id.is_not(None))):
            row.patron_id = None
        session.flush()
        for one in session.scalars(select(PatronRow)):
            session.delete(one)
        session.flush()
        assert session.connection().exec_driver_sql(words).scalar_one() == 0


def test_a_side_narrows_what_readers_asked_for(asking: Database) -> None:
    with asking.read() as session:
        assert not page(session, ListQuery(find="rahayu", side=Side.LENDING), TODAY).lines
        assert page(session, ListQuery(find="rahayu", side=Side.BORROWING), TODAY).total == 1


def test_a_barcode_finds_every_request_that_held_it(shelf: Database) -> None:
    with shelf.work() as session:
        for number in ("26000002", "26000005"):
            row = session.scalars(select(RequestRow).where(RequestRow.number == number)).one()
            session.add(ItemRow(request_id=row.id, barcode="BR-7788"))
            session.add(AttemptRow(request_id=row.id, our_id=f"{number}-1"))
        row.due = date(2026, 1, 1)
    both = ["26000005", "26000002"]
    assert [found(shelf, typed) for typed in ("BR-7788", " br-7788 ")] == [both] * 2
    assert found(shelf, "26000002-1") == ["26000002"]
    assert [found(shelf, typed) for typed in ("BR-778", "7788", "BR-77888")] == [[]] * 3
    query = ListQuery(find="BR-7788", limit=1)
    with shelf.read() as session:
        read = page(session, query, TODAY)
        rest = page(session, query._replace(after=both[0]), TODAY).lines
        elsewhere = page(session, query._replace(side=Side.LENDING), TODAY).lines
    assert (read.total, [line.number for line in rest], elsewhere) == (2, both[1:], ())


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_can_break_the_search(shelf: Database, typed: str) -> None:
    assert isinstance(found(shelf, typed), list)


@given(typed=st.text(st.characters(exclude_categories=[]), max_size=30))
@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_text_is_an_error(shelf: Database, typed: str) -> None:
    try:
        found(shelf, typed)
    except DeskError as error:
        pytest.fail(f"{typed!r} gave {error!r}")


WORDS = st.lists(
    st.sampled_from(["bumi", "manusia", "anak", "Cinta", "2", "élan"]), min_size=1, max_size=3
)


@given(typed=WORDS)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_search_finds_what_a_naive_filter_finds(shelf: Database, typed: list[str]) -> None:
    fold = str.maketrans("é", "e")
    with shelf.read() as session:
        titles = session.execute(select(RequestRow.number, RequestRow.title)).all()
    wanted = {word.lower().translate(fold) for word in typed}
    naive = [n for n, t in titles if wanted <= set(t.lower().translate(fold).split())]
    assert found(shelf, " ".join(typed) + " ") == sorted(naive, reverse=True)


def test_the_index_agrees_with_the_requests_and_can_be_made_anew(shelf: Database) -> None:
    with shelf.work() as session:
        session.connection().exec_driver_sql(
            "INSERT INTO request_search (request_search) VALUES ('delete-all')"
        )
        assert [p.code for p in integrity.check(session)] == ["search-index"]
        search.rebuild(session)
        assert integrity.check(session) == ()
    assert found(shelf, "bumi") == ["26000005", "26000001"]


def test_search_keeps_to_the_other_filters(shelf: Database) -> None:
    with shelf.work() as session:
        row = session.scalars(select(RequestRow).where(RequestRow.number == "26000005")).one()
        row.due = date(2026, 1, 1)
    with shelf.read() as session:
        query = ListQuery(find="bumi", limit=1, after="26000005")
        assert [line.number for line in page(session, query, TODAY).lines] == ["26000001"]
        assert page(session, ListQuery(find="bumi"), TODAY).total == 2
