"""A damaged desk is told before anything is written, and led back to a good copy."""

import os
import random
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from ill_desktop.domain.errors import Damaged, DeskError
from ill_desktop.services import backup, backup_shelf, soundness
from ill_desktop.services.desk import Desk, open_desk
from ill_desktop.services.first_look import ListQuery, first_look
from ill_desktop.services.folder import DeskFolder
from tests.services.desks import a_desk, a_request, states
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


def start(place: Path) -> None:
    """What the window does before it shows or writes anything."""
    first_look(place, ListQuery(limit=20))
    soundness.enter(DeskFolder(place))


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
    try:
        start(place)
        noticed = False
    except DeskError:
        noticed = True
    assert sha256(path.read_bytes()).digest() == before
    assert noticed or sound(path) or only_an_index(path)
    if noticed:
        good = next(
            one.path
            for one in backup_shelf.listed(DeskFolder(place).backups)
            if backup_shelf.verdict(one.path) == "sound"
        )
        backup.restore(place, good)
        desk = open_desk(place)
        assert len(states(desk)) == 40
        desk.close()


def only_an_index(path: Path) -> bool:
    """Damage that a quick check leaves to the weekly one: no page is broken."""
    from ill_desktop.store import driver

    connection = driver.read_only(path)
    said = connection.execute("PRAGMA quick_check").fetchall()
    connection.close()
    return bool(said == [("ok",)])


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("harm", HARMS)
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
