"""One computer holds a desk; one post runs on it; numbers are drawn once."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from ill_desktop.domain.errors import Busy, CannotWrite, Invalid
from ill_desktop.store import lease, locking, sequence
from ill_desktop.store.database import Database
from ill_desktop.store.rows import LeaseRow
from tests.build import NOON, a_request

OURS, THEIRS = lease.Computer("aaa", "desk-one"), lease.Computer("bbb", "desk-two")


def test_a_computer_keeps_its_desk_and_two_programs_on_it_share(database: Database) -> None:
    with database.work() as session:
        first = lease.claim(session, OURS, NOON)
        again = lease.claim(session, OURS, NOON + timedelta(hours=9))
        assert first == again
        lease.check(session, first)


def test_who_holds_a_desk_is_asked_from_without_and_may_be_nobody(database: Database) -> None:
    assert lease.held(database.path) is None
    with database.work() as session:
        lease.claim(session, THEIRS, NOON)
    found = lease.held(database.path)
    assert found == lease.Held(THEIRS.owner, THEIRS.host, 1, NOON)
    lease.must_be_free(database.path, OURS, NOON + lease.STALE)
    with pytest.raises(Busy):
        lease.must_be_free(database.path, OURS, NOON)


def test_a_claim_is_said_again_before_it_grows_stale_but_not_at_every_round(
    database: Database,
) -> None:
    for seconds, heard in ((0, 0), (20, 0), (31, 31), (45, 31), (62, 62)):
        now = NOON + timedelta(seconds=seconds)
        with database.work() as session:
            lease.claim(session, OURS, now)
        with database.read() as session:
            beat = session.get_one(LeaseRow, 1).beat_at
        assert beat == NOON + timedelta(seconds=heard)


def test_a_second_computer_is_refused_with_the_name_of_the_first(database: Database) -> None:
    with database.work() as session:
        lease.claim(session, OURS, NOON)
    with pytest.raises(Busy) as caught, database.work() as session:
        lease.claim(session, THEIRS, NOON + lease.STALE / 2)
    assert caught.value.holder == "desk-one"


def test_a_silent_computer_loses_the_desk_and_can_write_no_more(database: Database) -> None:
    with database.work() as session:
        old = lease.claim(session, OURS, NOON)
    with database.work() as session:
        new = lease.claim(session, THEIRS, NOON + lease.STALE * 2)
    assert new.epoch == old.epoch + 1
    database.lease = old
    with pytest.raises(Busy), database.work() as session:
        session.add(a_request())
    database.lease = new
    with database.work() as session:
        session.add(a_request())


def test_this_computer_is_the_same_each_time() -> None:
    assert lease.this_computer() == lease.this_computer()


def test_one_post_at_a_time(tmp_path: Path) -> None:
    lock = tmp_path / "post.lock"
    with locking.only_one(lock), pytest.raises(Busy), locking.only_one(lock):
        pass
    with locking.only_one(lock):
        pass


def test_a_post_that_was_killed_leaves_no_lock(tmp_path: Path) -> None:
    lock = tmp_path / "post.lock"
    code = (
        "import os; from pathlib import Path; from ill_desktop.store import locking\n"
        f"with locking.only_one(Path({str(lock)!r})): os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    with locking.only_one(lock):
        pass


def test_a_lock_in_no_folder_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite), locking.only_one(tmp_path / "gone" / "post.lock"):
        pass


def test_numbers_run_on_within_a_year_and_start_again_in_the_next(database: Database) -> None:
    with database.work() as session:
        drawn = [sequence.next_number(session, year) for year in (2026, 2026, 2027)]
    with database.work() as session:
        drawn.append(sequence.next_number(session, 2026))
    assert drawn == ["26000001", "26000002", "27000001", "26000003"]


def test_a_number_drawn_in_vain_is_drawn_again(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.work() as session:  # noqa: PT012 - saving is what fails
        sequence.next_number(session, 2026)
        raise ZeroDivisionError
    with database.work() as session:
        assert sequence.next_number(session, 2026) == "26000001"


def test_a_year_has_no_millionth_number(database: Database) -> None:
    with database.work() as session:
        sequence.next_number(session, 2026)
        session.connection().exec_driver_sql("UPDATE sequence SET value = 999999")
        session.expire_all()
        with pytest.raises(Invalid):
            sequence.next_number(session, 2026)
