"""A damaged desk is told, nothing is written into it, and it is led back to a good copy."""

import os
import random
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from ill_desktop.domain.errors import CannotWrite, Damaged, DeskError
from ill_desktop.services import backup, backup_shelf, check, post, soundness
from ill_desktop.services.desk import Desk, open_desk
from ill_desktop.services.first_look import ListQuery, first_look
from ill_desktop.services.folder import DeskFolder
from ill_desktop.services.progress import Cancelled, Progress
from ill_desktop.store import damage, driver
from ill_desktop.words.errors import sentence
from tests.services.desks import a_desk, a_request, pass_time, states
from tests.store.test_damage import HARMS, sound


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with requests and one good backup, closed after a crash."""
    place = tmp_path_factory.mktemp("whole") / "desk"
    desk = a_desk(place)
    for n in range(40):
        a_request(desk, note=f"{n} " * 200)
    backup.make(desk, "auto")
    desk.close()
    DeskFolder(place).open_mark.touch()
    return place


def start(place: Path) -> Desk:
    """What the window does before it writes anything."""
    first_look(place, ListQuery(limit=20))
    soundness.enter(DeskFolder(place))
    return open_desk(place)


def found_behind(desk: Desk) -> bool:
    """Whether the look at everything, behind the open window, finds what the start did not."""
    try:
        soundness.look_beside(desk, Progress())
    except Damaged:
        takes_nothing_more(desk)
        return True
    return False


def contents(place: Path) -> tuple[bytes, ...]:
    """The desk file, and what its journal holds."""
    path = DeskFolder(place).database
    files = path, path.with_name(f"{path.name}-wal")
    return tuple(one.read_bytes() for one in files if one.exists())


def takes_nothing_more(desk: Desk) -> None:
    """Neither from a person nor from partners, and by no other program either."""
    before, path = contents(desk.folder.root), str(desk.folder.database)
    tries = (
        lambda: a_request(desk),
        lambda: post.run(desk),
        lambda: desk.set_setting("hold", 1),
        desk.database.compact,
        lambda: open_desk(desk.folder.root),
    )
    for one in tries:
        with pytest.raises(Damaged) as told:
            one()
        assert told.value.path == path
    assert contents(desk.folder.root) == before


def harmed(whole: Path, place: Path, harm: str, seed: int) -> bytes:
    shutil.copytree(whole, place)
    path = DeskFolder(place).database
    data = HARMS[harm](bytearray(path.read_bytes()), random.Random(seed))
    path.write_bytes(data)
    return sha256(path.read_bytes()).digest()


def check_one(whole: Path, tmp_path: Path, harm: str, seed: int) -> None:
    place = tmp_path / "desk"
    before = harmed(whole, place, harm, seed)
    path = DeskFolder(place).database
    assert not sound(path)
    try:
        desk = start(place)
    except DeskError:
        assert sha256(path.read_bytes()).digest() == before
    else:
        assert found_behind(desk)
        desk.close()
    good = next(
        one.path
        for one in backup_shelf.listed(DeskFolder(place).backups)
        if backup_shelf.verdict(one.path) == "sound"
    )
    backup.restore(place, good)
    desk = open_desk(place)
    assert len(states(desk)) == 40
    a_request(desk)
    soundness.look(desk)
    desk.close()


@pytest.mark.parametrize(
    ("harm", "seed"), [*((one, seed) for one in HARMS for seed in range(2)), ("pages swapped", 18)]
)
def test_a_damaged_desk_is_told_left_alone_and_restored(
    whole: Path, tmp_path: Path, harm: str, seed: int
) -> None:
    check_one(whole, tmp_path, harm, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("harm", HARMS)
def test_two_hundred_damaged_desks(whole: Path, tmp_path: Path, harm: str, seed: int) -> None:
    check_one(whole, tmp_path, harm, seed)


def test_a_desk_closed_in_good_order_is_looked_at_once_a_week(desk: Desk) -> None:
    folder = desk.folder
    soundness.enter(folder)
    assert folder.open_mark.exists()
    soundness.leave(folder)
    assert not folder.open_mark.exists()
    desk.close()
    spoil(folder.database)
    soundness.enter(folder)
    soundness.leave(folder)
    week_ago = folder.checked_mark.stat().st_mtime - 8 * 86_400
    os.utime(folder.checked_mark, (week_ago, week_ago))
    with pytest.raises(Damaged):
        soundness.enter(folder)
    assert not folder.open_mark.exists()


def test_a_desk_is_looked_at_after_a_crash(desk: Desk) -> None:
    folder = desk.folder
    soundness.enter(folder)
    desk.close()
    spoil(folder.database)
    with pytest.raises(Damaged):
        soundness.enter(folder)


def spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    page = 4096 * (len(data) // 8192)
    data[page : page + 64] = bytes(range(64))
    path.write_bytes(data)


def lose_a_row(path: Path) -> None:
    """Take a request out of an index: its table is whole, and every page in order."""
    name = "ix_request_created_on"
    connection = driver.module.connect(str(path), isolation_level=None)
    asked = "SELECT sql FROM sqlite_schema WHERE name = ?"
    (kept,) = connection.execute(asked, (name,)).fetchone()
    connection.close()
    _say_of_index(path, name, f"{kept} WHERE 0")
    connection = driver.module.connect(str(path), isolation_level=None)
    connection.execute("UPDATE request SET created_on = '2020-01-01' WHERE id = 1")
    connection.close()
    _say_of_index(path, name, kept)


def _say_of_index(path: Path, name: str, sql: str) -> None:
    connection = driver.module.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (sql, name))
    (version,) = connection.execute("PRAGMA schema_version").fetchone()
    connection.execute(f"PRAGMA schema_version = {version + 1}")
    connection.close()


@pytest.fixture
def unindexed(desk: Desk) -> Desk:
    """A desk at work, with a backup, whose index has lost a request since."""
    a_request(desk)
    backup.make(desk, "auto")
    a_request(desk)
    lose_a_row(desk.folder.database)
    damage.quick_check(desk.folder.database)
    return desk


def test_what_only_a_full_look_sees_is_found_behind_the_window_and_stands(unindexed: Desk) -> None:
    with pytest.raises(Damaged, match="ix_request_created_on"):
        soundness.look_beside(unindexed, Progress())
    takes_nothing_more(unindexed)
    assert len(states(unindexed)) == 2  # it can be read still
    unindexed.close()
    with pytest.raises(Damaged):
        open_desk(unindexed.folder.root)


def test_the_proof_of_a_backup_finds_it_and_the_desk_is_named(
    unindexed: Desk, tmp_path: Path
) -> None:
    pass_time(unindexed, days=1)
    with pytest.raises(Damaged) as told:
        post.run(unindexed)
    said = sentence(unindexed.words, told.value)
    assert said.startswith(f"{unindexed.folder.database} is damaged. Nothing is written to it.")
    takes_nothing_more(unindexed)
    assert len(list(unindexed.folder.backups.glob(".*"))) == 0


def test_a_backup_by_hand_and_a_check_find_it_too(unindexed: Desk, tmp_path: Path) -> None:
    assert [one.code for one in check.check(unindexed).problems] == ["damaged"]
    takes_nothing_more(unindexed)
    unindexed.folder.damaged_mark.unlink()
    with pytest.raises(Damaged) as told:
        backup.backup(unindexed, tmp_path / "mine.sqlite3")
    assert told.value.path == str(unindexed.folder.database)
    takes_nothing_more(unindexed)


def test_a_restore_keeps_what_was_there_to_the_last_request(unindexed: Desk) -> None:
    """What its journal holds, too; and then everything is as before it was damaged."""
    (good,) = backup_shelf.listed(unindexed.folder.backups)
    with pytest.raises(Damaged):
        soundness.look(unindexed)
    kept = backup.restore(unindexed.folder.root, good.path)
    assert not unindexed.folder.damaged_mark.exists()
    assert len(states(unindexed)) == 1
    a_request(unindexed)
    assert post.run(unindexed).failed == 0
    connection = driver.read_only(kept)
    assert connection.execute("SELECT count(*) FROM request").fetchone() == (2,)
    connection.close()


def test_a_copy_that_goes_bad_does_not_condemn_its_desk(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a stick that is worn out; the post goes on without it."""
    a_request(desk)
    really = Path.replace

    def worn_out(self: Path, target: Path) -> Path:
        if self.name.endswith(".unproved.part"):
            spoil(self)
        return really(self, target)

    monkeypatch.setattr(Path, "replace", worn_out)
    with pytest.raises(CannotWrite) as told:
        backup.make(desk, "auto")
    assert "the disk failed" in sentence(desk.words, told.value)
    assert not desk.folder.damaged_mark.exists()
    a_request(desk)


class Meanwhile(Progress):
    """Somebody works while everything is read, and then closes the window."""

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work

    @property
    def stopped(self) -> bool:
        if not super().stopped:
            self.cancel()
            self._work()
        return super().stopped


def test_a_long_look_keeps_nobody_waiting_and_stops_when_the_window_is_closed(desk: Desk) -> None:
    many = "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 200000)"
    with desk.database.work() as session:
        session.connection().exec_driver_sql(f"CREATE TABLE many AS {many} SELECT i FROM n")
    with pytest.raises(Cancelled):
        soundness.look_beside(desk, Meanwhile(lambda: a_request(desk)))
    assert len(states(desk)) == 1
    soundness.look_beside(desk, Progress())


def test_a_desk_that_is_whole_again_is_opened(unindexed: Desk) -> None:
    """Somebody has put a good file there, or the disk had only stammered."""
    with pytest.raises(Damaged):
        soundness.look(unindexed)
    unindexed.close()
    (good,) = backup_shelf.listed(unindexed.folder.backups)
    shutil.copyfile(good.path, unindexed.folder.database)
    desk = open_desk(unindexed.folder.root)
    a_request(desk)
    assert not desk.folder.damaged_mark.exists()
    desk.close()


def test_where_no_mark_can_be_left_the_program_that_found_it_knows(unindexed: Desk) -> None:
    unindexed.folder.damaged_mark.mkdir()
    with pytest.raises(Damaged):
        soundness.look(unindexed)
    unindexed.folder.damaged_mark.rmdir()
    with pytest.raises(Damaged):
        a_request(unindexed)
