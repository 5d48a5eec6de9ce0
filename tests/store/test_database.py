"""The desk file under two hands, and when it refuses."""

import gc
import weakref
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import Busy, CannotWrite, Damaged, Overtaken
from ill_desktop.domain.lifecycle.states import Flag, State
from ill_desktop.domain.money import Money
from ill_desktop.store import dialect, driver, manners
from ill_desktop.store.database import Database, Session
from ill_desktop.store.rows import RequestRow
from tests.build import NOON, a_request


def pragma(database: Database, name: str) -> object:
    with database.read() as session:
        return session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal" if driver.wal_is_safe else "delete"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("busy_timeout", manners.BUSY_MS),
        ("mmap_size", 0),
        ("application_id", manners.APPLICATION_ID),
    ],
)
def test_a_connection_has_its_manners(database: Database, name: str, value: object) -> None:
    assert pragma(database, name) == value


def test_work_is_saved_whole(database: Database) -> None:
    with database.work() as session:
        session.add(a_request(number="26000001"))
    with database.read() as session:
        assert session.scalars(select(RequestRow.number)).all() == ["26000001"]


def test_work_that_fails_saves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.work() as session:  # noqa: PT012
        session.add(a_request())
        session.flush()
        raise ZeroDivisionError
    with database.read() as session:
        assert session.scalars(select(RequestRow.number)).all() == []


def test_a_rehearsal_sees_what_it_would_do_and_does_nothing(database: Database) -> None:
    with database.rehearsal() as session:
        session.add(a_request(number="26000009"))
        session.flush()
        assert session.scalar(select(RequestRow.number)) == "26000009"
    with database.read() as session:
        assert session.scalar(select(RequestRow.number)) is None


def test_a_rehearsal_fails_as_the_work_would(database: Database) -> None:
    with pytest.raises(IntegrityError), database.rehearsal() as session:
        session.add_all([a_request(number="26000009"), a_request(number="26000009")])
    with pytest.raises(ZeroDivisionError), database.rehearsal():
        raise ZeroDivisionError


def test_an_answer_goes_when_something_was_saved_and_another_is_wanted(database: Database) -> None:
    class Answer:
        """Something one can watch go."""

    first = weakref.ref(database.known(("rings", 1), lambda _session: Answer()))
    assert database.known(("rings", 1), lambda _session: Answer()) is first()
    with database.work() as session:
        session.add(a_request())
    database.known(("rings", 2), lambda _session: Answer())
    gc.collect()
    assert first() is None


def test_statements_of_ever_new_lengths_do_not_fill_the_memory() -> None:
    limit = int(dialect.COMPILED.size_threshold)
    for n in range(limit + 1):
        dialect.COMPILED[n] = n
    assert len(dialect.COMPILED) <= limit
    for n in range(limit + 1):
        if n in dialect.COMPILED:
            del dialect.COMPILED[n]


def test_what_is_changed_while_reading_is_forgotten(database: Database) -> None:
    with database.work() as session:
        session.add(a_request())
    with database.read() as session:
        session.scalars(select(RequestRow)).one().state = State.SENT
        session.flush()
    with database.read() as session:
        assert session.scalars(select(RequestRow.state)).one() is State.DRAFT


def test_a_row_comes_back_as_it_was(database: Database) -> None:
    made = a_request(citation=Citation(title="Layar", isbn="978-602"), identifiers={"oclc": "1"})
    made.flags = frozenset({Flag.UNREAD, Flag.SLIP_PRINTED})
    made.cost = Money.parse("12.50 USD")
    with database.work() as session:
        session.add(made)
    with database.read() as session:
        row = session.scalars(select(RequestRow)).one()
        assert row.citation == Citation(title="Layar", isbn="978-602")
        assert row.flags == {Flag.UNREAD, Flag.SLIP_PRINTED}
        assert str(row.cost) == "12.50 USD"
        assert row.max_cost is None
        assert row.created_at == NOON
        assert row.identifiers == {"oclc": "1"}


def test_a_statement_that_fails_says_nothing_of_its_values(database: Database) -> None:
    with database.work() as session:
        session.add(a_request(number="26000007", note="for Siti Rahmawati"))
        session.flush()
        session.add(a_request(number="26000007", note="for Siti Rahmawati"))
        with pytest.raises(IntegrityError) as caught:
            session.flush()
        session.rollback()
    assert "Siti" not in str(caught.value)


def test_an_instant_without_zone_is_a_bug(database: Database) -> None:
    with pytest.raises(Exception, match="without a zone"), database.work() as session:
        session.add(a_request(closed_at=NOON.replace(tzinfo=None)))


def test_an_unknown_attribute_is_a_bug() -> None:
    with pytest.raises(TypeError, match="colour"):
        a_request(colour="red")


def test_a_second_writer_waits_and_is_told(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manners, "BUSY_MS", 20)
    other = Database(database.path)
    with database.work(), pytest.raises(Busy), other.work():
        pass
    other.close()


def test_reading_goes_on_while_somebody_writes(database: Database) -> None:
    if not driver.wal_is_safe:
        pytest.skip("the rollback journal keeps readers out while a writer commits")
    with database.work() as writing:
        writing.add(a_request())
        writing.flush()
        with database.read() as reading:
            assert reading.scalars(select(RequestRow)).all() == []


def test_a_lost_race_names_the_request(database: Database) -> None:
    with database.work() as session:
        session.add(a_request(number="26000007"))
    with pytest.raises(Overtaken) as caught, database.work() as session:  # noqa: PT012 - saving is what fails
        row = session.scalars(select(RequestRow)).one()
        session.connection().exec_driver_sql("UPDATE request SET version = version + 1")
        row.note = "mine"
    assert caught.value.number == "26000007"


def test_every_change_counts_the_version_up(database: Database) -> None:
    with database.work() as session:
        session.add(a_request())
    with database.work() as session:
        session.scalars(select(RequestRow)).one().note = "x"
    with database.read() as session:
        assert session.scalars(select(RequestRow.version)).one() == 2


def test_another_programs_change_is_noticed(database: Database) -> None:
    seen = database.data_version()
    assert database.data_version() == seen
    other = Database(database.path)
    with other.work() as session:
        session.add(a_request())
    other.close()
    assert database.data_version() != seen


def test_an_answer_is_known_until_anybody_saves_anything(database: Database) -> None:
    asked: list[int] = []

    def numbers(session: Session) -> list[str]:
        asked.append(1)
        return list(session.scalars(select(RequestRow.number).order_by(RequestRow.id)))

    assert database.known("numbers", numbers) == database.known("numbers", numbers) == []
    assert len(asked) == 1
    with database.work() as session:
        session.add(a_request(number="26000001"))
    assert database.known("numbers", numbers) == ["26000001"]
    beside = Database(database.path)  # as another program has it open
    with beside.work() as session:
        session.add(a_request(number="26000002"))
    beside.close()
    assert database.known("numbers", numbers) == ["26000001", "26000002"]
    assert len(asked) == 3


def test_what_is_saved_while_a_question_is_asked_is_not_missed(database: Database) -> None:
    def numbers(session: Session) -> list[str]:
        found = list(session.scalars(select(RequestRow.number)))
        if not found:
            with database.work() as writing:
                writing.add(a_request(number="26000001"))
        return found

    assert database.known("numbers", numbers) == []
    assert database.known("numbers", numbers) == ["26000001"]


def test_several_questions_are_asked_at_one_look(database: Database) -> None:
    with database.work() as session:
        session.add(a_request(number="26000001"))
    seen: list[Session] = []
    asks = dict.fromkeys(range(3), seen.append)
    assert database.look(asks) == database.look(asks) == {0: None, 1: None, 2: None}
    assert len(seen) == 3
    assert len(set(map(id, seen))) == 1


def test_a_file_that_is_no_database_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite3"
    path.write_bytes(b"not a database at all " * 500)
    database = Database(path)
    with pytest.raises(Damaged), database.read() as session:
        session.connection()
    with pytest.raises(Damaged):
        database.data_version()
    database.close()


def test_a_truncated_file_is_damaged_and_not_written(desk_path: Path) -> None:
    whole = desk_path.read_bytes()
    desk_path.write_bytes(whole[: len(whole) // 2])
    database = Database(desk_path)
    with pytest.raises(Damaged), database.work() as session:  # noqa: PT012 - saving is what fails
        session.scalars(select(RequestRow)).all()
        session.add(a_request())
    database.close()


def test_a_folder_that_is_gone_cannot_be_written(tmp_path: Path) -> None:
    database = Database(tmp_path / "gone" / "desk.sqlite3")
    with pytest.raises(CannotWrite), database.work():
        pass
    database.close()


def test_a_full_disk_is_told(database: Database) -> None:
    with pytest.raises(CannotWrite) as caught, database.work() as session:  # noqa: PT012 - saving is what fails
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar()
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        session.add_all(a_request(note="x" * 5_000) for _ in range(50))
    assert caught.value.reason == "disk-full"
