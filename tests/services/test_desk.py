"""Making, opening and holding a desk."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ill_desktop.domain.errors import Busy, DeskExists, Invalid, NoDesk
from ill_desktop.services.desk import NewDesk, make_desk, open_desk
from ill_desktop.store import lease
from ill_desktop.store.lease import Computer

NEW = NewDesk("Perpustakaan A", "ISIL:ID-A", test=True)


def test_a_desk_is_made_once(tmp_path: Path) -> None:
    make_desk(tmp_path / "desk", NEW).close()
    with pytest.raises(DeskExists):
        make_desk(tmp_path / "desk", NEW)


@pytest.mark.parametrize(
    "wrong",
    [
        NewDesk("", "ISIL:ID-A"),
        NewDesk("A", "no symbol"),
        NewDesk("A", "ISIL:ID-A", language="xx"),
        NewDesk("A", "ISIL:ID-A", country="Indonesia"),
        NewDesk("A", "ISIL:ID-A", zone="Java"),
        NewDesk("A", "ISIL:ID-A", paper="A3"),
    ],
)
def test_a_desk_that_makes_no_sense_is_not_made(tmp_path: Path, wrong: NewDesk) -> None:
    with pytest.raises(Invalid):
        make_desk(tmp_path / "desk", wrong)
    assert not (tmp_path / "desk" / "desk.sqlite3").exists()


def test_a_folder_without_a_desk_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoDesk):
        open_desk(tmp_path)


def test_a_second_computer_is_refused_until_the_first_falls_silent(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk", NEW)
    now = datetime.now(UTC)
    other = Computer("another-computer", "kampus-b")
    with desk.database.work() as session:
        desk.database.lease = None
        lease.claim(session, other, now + timedelta(hours=1))
    desk.close()
    with desk.database.work() as session:
        lease.claim(session, other, now)
    desk.close()
    with pytest.raises(Busy) as caught:
        open_desk(tmp_path / "desk")
    assert caught.value.holder == "kampus-b"


def test_the_test_clock_is_obeyed_by_test_desks_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ILL_NOW", "2026-03-09T03:00:00Z")
    test = make_desk(tmp_path / "test", NEW)
    real = make_desk(tmp_path / "real", NewDesk("B", "ISIL:ID-B"))
    assert test.clock.now() == datetime(2026, 3, 9, 3, tzinfo=UTC)
    assert real.clock.now().year >= 2026
    assert real.clock.now() != test.clock.now()
    test.close()
    real.close()
