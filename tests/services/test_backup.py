"""Backups, and restoring without losing what is there."""

import json
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from ill_desktop.domain.errors import CannotWrite, Damaged, NewerDatabase, NoDesk, NoInput
from ill_desktop.domain.lifecycle.states import Action, State
from ill_desktop.services import acts, attachments, backup, backup_shelf, check, post, requests
from ill_desktop.services.clock import clock_for
from ill_desktop.services.desk import Desk, open_desk
from ill_desktop.services.folder import DeskFolder
from ill_desktop.store import cases, driver, sequence
from ill_desktop.store.given import NOTE
from ill_desktop.store.rows import AttachmentRow
from tests.services.desks import (
    THEIRS,
    a_desk,
    a_manual_partner,
    a_request,
    pass_time,
    states,
)
from tests.services.test_soundness import lose_a_row


def test_a_restore_brings_back_the_day_of_the_backup_and_keeps_today(desk, tmp_path) -> None:
    first = a_request(desk)
    copy = backup.backup(desk, tmp_path / "monday.sqlite3")
    second = a_request(desk)
    kept = backup.restore(desk.folder.root, copy)
    assert states(desk) == {first: State.DRAFT}
    assert kept.parent == desk.folder.backups
    backup.restore(desk.folder.root, kept)
    assert set(states(desk)) == {first, second}
    assert check.check(desk).ok


def test_numbers_given_since_the_backup_are_not_given_again(desk: Desk, tmp_path: Path) -> None:
    a_request(desk)
    copy = backup.backup(desk, tmp_path / "b.sqlite3")
    lost = a_request(desk)
    backup.restore(desk.folder.root, copy)
    assert int(a_request(desk)) > int(lost) + 900


def a_seal(desk: Desk) -> str:
    """The number of a sealed package."""
    with desk.database.work() as session:
        return f"seal {sequence.draw(session, 'seal-1', 0)}"


def sent_ids(desk: Desk, number: str) -> list[str]:
    acts.do(desk, number, Action.SEND)
    return [one.our_id for one in requests.show(desk, number).attempts]


@pytest.mark.parametrize("damaged", [False, True])
def test_what_was_sent_since_the_backup_gets_another_id(
    desk: Desk, tmp_path: Path, damaged: bool
) -> None:
    """However often from the same backup, and although a damaged desk cannot tell what it gave."""
    a_manual_partner(desk)
    number = a_request(desk, THEIRS)
    copy = backup.backup(desk, tmp_path / "b.sqlite3")
    given = [*sent_ids(desk, number), a_request(desk), a_seal(desk)]
    for _ in range(3):
        if damaged:
            desk.close()
            desk.folder.database.write_bytes(b"nothing is left of it" * 999)
        backup.restore(desk.folder.root, copy)
        given += [*sent_ids(desk, number), a_request(desk), a_seal(desk)]
    assert len(set(given)) == len(given)
    assert sent_ids(desk, a_request(desk, THEIRS))[0].endswith("-1")


def test_a_lost_or_broken_note_of_numbers_keeps_nothing_from_being_restored(
    desk: Desk, tmp_path: Path
) -> None:
    copy = backup.backup(desk, tmp_path / "b.sqlite3")
    backup.restore(desk.folder.root, copy)
    note = desk.folder.database.with_name(NOTE)
    for text in ("", "[[1]]", '{"a": 1}'):
        note.write_text(text)
        lost = a_request(desk)
        backup.restore(desk.folder.root, copy)
        assert int(a_request(desk)) > int(lost) + 900


def test_a_damaged_desk_restored_in_a_new_year_gives_no_number_twice(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_request(desk)
    copy = backup.backup(desk, tmp_path / "b.sqlite3")
    monkeypatch.setenv("ILL_NOW", "2026-12-31T18:00:00+00:00")  # a new year in Jakarta
    desk.clock = clock_for(test=True)
    given = a_request(desk)
    desk.close()
    desk.folder.database.write_bytes(b"nothing is left of it" * 999)
    backup.restore(desk.folder.root, copy)
    assert (given, a_request(desk)) == ("27000001", "27001001")
    with desk.database.work() as session:
        assert sequence.draw(session, "seal-1", 0) == sequence.JUMP + 1
        assert sequence.draw(session, "parcel", 2028) == 1


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0" + bytes(5000), b"hello"])
def test_a_file_that_is_no_backup_changes_nothing(desk: Desk, tmp_path: Path, data) -> None:
    number = a_request(desk)
    bad = tmp_path / "bad.sqlite3"
    bad.write_bytes(data)
    with pytest.raises(Damaged):
        backup.restore(desk.folder.root, bad)
    assert states(desk) == {number: State.DRAFT}


def test_a_truncated_backup_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    number = a_request(desk)
    copy = backup.backup(desk, tmp_path / "b.sqlite3")
    copy.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])
    with pytest.raises(Damaged):
        backup.restore(desk.folder.root, copy)
    assert states(desk) == {number: State.DRAFT}


def test_what_is_not_there_is_told(desk: Desk, tmp_path: Path) -> None:
    copy = backup.backup(desk, tmp_path / "b.sqlite3")
    with pytest.raises(NoInput):
        backup.restore(desk.folder.root, tmp_path / "none")
    with pytest.raises(NoDesk):
        backup.restore(tmp_path / "nowhere", copy)
    with pytest.raises(CannotWrite):
        backup.backup(desk, tmp_path / "none" / "b.sqlite3")


def test_a_backup_opens_as_a_desk_of_its_own(desk: Desk, tmp_path: Path) -> None:
    number = a_request(desk)
    (tmp_path / "other").mkdir()
    backup.backup(desk, tmp_path / "other" / "desk.sqlite3")
    other = open_desk(tmp_path / "other")
    assert states(other) == {number: State.DRAFT}
    other.close()


def kept(desk: Desk) -> list[str]:
    return sorted(one.path.name for one in backup_shelf.listed(desk.folder.backups))


def test_the_post_makes_a_backup_a_day_and_keeps_none_longer_than_names(desk: Desk) -> None:
    post.run(desk)
    post.run(desk)
    assert kept(desk) == ["auto-20260309T030000Z.sqlite3"]
    (desk.folder.backups / "mine.sqlite3").write_bytes(b"")
    for _ in range(45):
        pass_time(desk, days=1)
        post.run(desk)
    ages = [(desk.clock.now() - one.at).days for one in backup_shelf.listed(desk.folder.backups)]
    assert ages[:14] == list(range(14))
    assert max(ages) <= 30
    assert len(ages) < 20
    assert (desk.folder.backups / "mine.sqlite3").exists()
    assert len(list(desk.folder.backups.glob("*.json"))) == len(ages)


def test_backups_can_lie_closer_together(desk: Desk) -> None:
    desk.set_setting("backup-hours", 4)
    for _ in range(6):
        backup.automatic(desk)
        pass_time(desk, hours=2)
    assert len(kept(desk)) == 3


def test_thinning_keeps_days_weeks_and_months() -> None:
    now = datetime(2026, 12, 31, 12, tzinfo=UTC)
    made = [now - timedelta(hours=6 * n) for n in range(4 * 500)]
    stay = backup_shelf.staying([(at, at.date()) for at in made], now, days=500)
    ages = sorted((now - at).days for at in stay)
    assert ages.count(0) >= 4
    assert set(range(13)) <= set(ages)
    assert len([age for age in ages if 14 <= age < 56]) <= 8
    assert len({at.month for at in stay}) == 12
    assert len(stay) < 40
    assert backup_shelf.staying([(made[-1], made[-1].date())], now, days=30) == set()


def test_closing_makes_a_backup_when_something_changed(desk: Desk) -> None:
    a_request(desk)
    desk.close()
    first = backup.at_quit(desk.folder.root)
    assert first is not None
    assert first.name.startswith("quit-")
    os.utime(first, (2**31 - 1, 2**31 - 1))
    assert backup.at_quit(desk.folder.root) is None
    os.utime(first, (1, 1))
    desk.set_setting("backup-at-quit", value=False)
    assert backup.at_quit(desk.folder.root) is None


def test_a_second_place_gets_a_copy_and_may_be_away(desk: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    desk.set_setting("second-place", str(stick))
    made = backup.make(desk, "auto")
    assert backup_shelf.verdict(stick / made.name) == "sound"
    if os.name == "posix":
        assert {path.stat().st_mode & 0o077 for path in stick.iterdir()} == {0}
    backup.restore(desk.folder.root, stick / made.name)


@pytest.mark.log_expected
def test_a_stick_that_is_not_in_does_not_keep_the_backup(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "stick").write_text("not a folder")
    desk.set_setting("second-place", str(tmp_path / "stick"))
    assert backup.make(desk, "auto").exists()


@pytest.mark.log_expected
def test_a_second_place_that_gives_nothing_back_does_not_keep_the_post(
    desk: Desk, tmp_path: Path
) -> None:
    """A folder cannot be removed like a file, not even by root: so no place that forbids it."""
    stick = tmp_path / "stick"
    stays = stick / "auto-20250101T030000Z.sqlite3"
    stays.mkdir(parents=True)
    (stick / "auto-20250102T030000Z.sqlite3").write_bytes(b"old")
    desk.set_setting("second-place", str(stick))
    assert post.run(desk).failed == 0
    found = {one.path.name for one in backup_shelf.listed(stick)}
    assert found == {stays.name, "auto-20260309T030000Z.sqlite3"}


def test_attachments_are_in_the_backup_and_come_back(desk: Desk) -> None:
    number = a_request(desk)
    place = desk.folder.attachments / "abc123"
    place.write_text("a scanned page")
    with desk.database.work() as session:
        row = cases.case_by_number(session, number).request
        session.add(
            AttachmentRow(
                request_id=row.id, name="page.pdf", sha256="abc123", size=1,
                added_at=desk.clock.now(),
            )
        )  # fmt: skip
    (desk.folder.attachments / "stray").write_text("of no request")
    made = backup.make(desk, "auto")
    place.unlink()
    (desk.folder.attachments / "stray").unlink()
    backup.restore(desk.folder.root, made)
    assert place.read_text() == "a scanned page"
    assert not (desk.folder.attachments / "stray").exists()


@pytest.mark.parametrize("by_hand", [False, True])
def test_a_backup_elsewhere_brings_the_attachments_to_a_new_computer(
    desk: Desk, tmp_path: Path, by_hand: bool
) -> None:
    """All that is left of the desk is what lies on the stick."""
    number, stick = a_request(desk), tmp_path / "stick"
    stick.mkdir()
    (tmp_path / "page.pdf").write_bytes(b"%PDF-1.4 a scanned page")
    attachments.add(desk, number, tmp_path / "page.pdf")
    if by_hand:
        made = backup.backup(desk, stick / "monday.sqlite3")
    else:
        desk.set_setting("second-place", str(stick))
        made = stick / backup.make(desk, "auto").name
    other = a_desk(tmp_path / "other")
    other.close()
    backup.restore(other.folder.root, made)
    (file,) = requests.show(other, number).attachments
    copy = attachments.open_copy(other, number, file.id)
    assert copy.read_bytes() == b"%PDF-1.4 a scanned page"


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, apart from what a restore moves on."""
    connection = driver.read_only(path)
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%search%'"
        " AND name NOT IN ('sequence', 'lease', 'setting')"
    ).fetchall()
    found = {
        name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
        for (name,) in names
    }
    connection.close()
    return found


def newer(path: Path) -> None:
    put(path, 60, (99).to_bytes(4, "big"))


def of_no_desk(path: Path) -> None:
    put(path, 68, b"NONE")


def of_no_database(path: Path) -> None:
    put(path, 0, b"SQLite format 9")


def put(path: Path, at: int, new: bytes) -> None:
    data = bytearray(path.read_bytes())
    data[at : at + len(new)] = new
    path.write_bytes(data)


def truncated(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 3])


def flipped(path: Path) -> None:
    """One bit, in the middle of the file, in what says how a page is laid out."""
    data = bytearray(path.read_bytes())
    data[4096 * (len(data) // 8192)] ^= 1
    path.write_bytes(data)


def with_a_trigger(path: Path) -> None:
    connection = driver.module.connect(str(path))
    connection.execute("CREATE TRIGGER t AFTER INSERT ON note BEGIN SELECT 1; END")
    connection.close()


HARMS = {
    "newer schema": (newer, NewerDatabase, "99"),
    "no desk": (of_no_desk, Damaged, "not-a-desk"),
    "no database": (of_no_database, Damaged, "not a database"),
    "truncated": (truncated, Damaged, "malformed|Tree|page"),
    "bit-flipped": (flipped, Damaged, "Tree|page|malformed"),
    "a request left out of an index": (lose_a_row, Damaged, "missing from index"),
    "a trigger of somebody's": (with_a_trigger, Damaged, "strange-schema"),
}
"""What is done to a backup, and what refuses it where its fingerprint does not."""


@pytest.fixture(scope="module")
def drilled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed desk with a backup of each kind."""
    desk = a_desk(tmp_path_factory.mktemp("drill") / "desk")
    for kind in ("auto", "quit", "before-retention"):
        a_request(desk)
        backup.make(desk, kind)
        pass_time(desk, hours=1)
    backup.restore(desk.folder.root, backup_shelf.listed(desk.folder.backups)[1].path)
    a_request(desk)
    desk.close()
    return desk.folder.root


@pytest.fixture
def drill(drilled: Path, tmp_path: Path) -> DeskFolder:
    shutil.copytree(drilled, tmp_path / "drill")
    return DeskFolder(tmp_path / "drill")


def test_every_backup_brings_back_what_it_holds(drill: DeskFolder) -> None:
    backups = backup_shelf.listed(drill.backups)
    assert len(backups) == 4
    for one in backups:
        wanted = one.path.read_bytes()
        assert backup_shelf.verdict(one.path) == "sound"
        backup.restore(drill.root, one.path)
        assert dump(drill.database) == dump(one.path)
        assert one.path.read_bytes() == wanted


@pytest.mark.parametrize("noted", ["before", "after", "never"])
@pytest.mark.parametrize("harm", HARMS)
def test_every_harmed_backup_is_refused_and_the_desk_stays(
    drill: DeskFolder, harm: str, noted: str
) -> None:
    """By its fingerprint; and where that is true to the harm or lost, by what is in the file."""
    do, error, detail = HARMS[harm]
    if noted == "before":
        error, detail = Damaged, "changed-since"
    for one in backup_shelf.listed(drill.backups):
        note = one.path.with_suffix(".json")
        do(one.path)
        if noted == "after":
            print_again = {"sha256": backup_shelf.fingerprint(one.path)}
            note.write_text(json.dumps({**json.loads(note.read_text("utf-8")), **print_again}))
        elif noted == "never":
            note.unlink()
        live, wanted = drill.database.read_bytes(), one.path.read_bytes()
        with pytest.raises(error, match=detail):
            backup.restore(drill.root, one.path)
        told = backup_shelf.verdict(one.path)
        strange = harm.startswith("a trigger") and noted != "before"
        assert told == ("newer" if error is NewerDatabase else "sound" if strange else "damaged")
        assert drill.database.read_bytes() == live
        assert one.path.read_bytes() == wanted


def test_a_bit_that_no_check_of_the_file_can_see_is_seen_by_the_fingerprint(
    drill: DeskFolder,
) -> None:
    chance = Random(3)
    one = backup_shelf.listed(drill.backups)[0].path
    whole = one.read_bytes()
    for _ in range(20):
        bit, changed = chance.randrange(8 * len(whole)), bytearray(whole)
        changed[bit // 8] ^= 1 << bit % 8
        one.write_bytes(changed)
        with pytest.raises(Damaged, match="changed-since"):
            backup.restore(drill.root, one)


@pytest.mark.log_expected
def test_a_post_without_room_for_a_backup_still_runs(desk: Desk) -> None:
    desk.folder.backups.rmdir()
    desk.folder.backups.write_text("not a folder")
    assert post.run(desk).failed == 0
