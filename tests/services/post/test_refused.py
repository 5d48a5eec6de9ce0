"""Disk full, read-only, gone: a sentence, nothing half-done, and then it works (R5, R6)."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from ill_desktop.domain.errors import CannotWrite, DeskError
from ill_desktop.domain.lifecycle.states import Action
from ill_desktop.services import (
    acts,
    backup,
    beside,
    bulk,
    check,
    ledger,
    partners,
    post,
    requests,
    soundness,
)
from ill_desktop.services.desk import Desk, open_desk
from ill_desktop.services.first_look import first_look
from ill_desktop.services.folder import DeskFolder
from ill_desktop.services.partners import NewPartner
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from ill_desktop.words.catalogue import words_for
from ill_desktop.words.errors import sentence
from tests.services.desks import BOOK, THEIRS, a_desk, a_request
from tests.services.post.test_kill import a_request_file

OLD = 1_700_000_000
SIZE = 8 * 1024 * 1024


@dataclass
class Disk:
    """A small disk of its own."""

    root: Path

    def fill(self, leave: int) -> None:
        """Until only some bytes are free."""
        free = shutil.disk_usage(self.root).free
        (self.root / "ballast").write_bytes(bytes(max(0, free - leave)))

    def free(self) -> None:
        """Make room."""
        (self.root / "ballast").unlink()

    def mount(self, options: str) -> None:
        """As `mount -o remount` does."""
        assert _run("mount", "-o", f"remount,{options}", str(self.root))


def _run(*line: str) -> bool:
    return subprocess.run(line, capture_output=True, check=False).returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    root = tmp_path / "disk"
    root.mkdir()
    if not shutil.which("mount") or not _run("mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none",
                                             str(root)):  # fmt: skip
        pytest.skip("no right to mount a small disk")
    yield Disk(root)
    assert _run("umount", str(root)) or _run("umount", "-l", str(root))


def joined(place: Path, mail: Path) -> Desk:
    desk = a_desk(place / "desk")
    partners.add(desk, NewPartner("B", (THEIRS,), str(mail / "in"), str(mail / "out")))
    post.run(desk)
    return desk


def arrives(mail: Path, *numbers: int) -> None:
    for n in numbers:
        path = mail / "in" / f"m{n}.xml"
        path.write_bytes(a_request_file(n))
        os.utime(path, (OLD, OLD))


def heard(desk: Desk) -> list[str]:
    """The state of every message that came in, the oldest first."""
    page = ledger.messages(desk, LedgerQuery(direction="in", limit=0))
    return [m.state for m in reversed(page.messages)]


def files(place: Path) -> list[str]:
    return sorted(path.name for path in place.rglob("*") if path.is_file())


def refused(desk: Desk, act: Callable[[], object]) -> bool:
    """Whether it did not work; then it was said in one sentence, and nothing broke."""
    try:
        act()
    except DeskError as error:
        assert isinstance(error, CannotWrite), error
        text = sentence(desk.words, error)
        assert text.endswith("."), text
        assert "Error" not in text
        return True
    return False


# --- the disk of the desk is full -------------------------------------------------------------


@contextmanager
def _limited(desk: Desk, leave: int) -> Iterator[None]:
    """No file of this process may grow beyond the desk's size and a little."""
    resource = pytest.importorskip("resource")
    was = resource.getrlimit(resource.RLIMIT_FSIZE)
    wal = desk.folder.database.with_name("desk.sqlite3-wal")
    grown = wal.stat().st_size if wal.exists() else 0
    resource.setrlimit(resource.RLIMIT_FSIZE, (grown + leave, was[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, was)


def _everything(desk: Desk, number: str, mail: Path) -> list[bool]:
    """What a day has: a save, a note, a sending, and the post."""
    tries: tuple[Callable[[], object], ...] = (
        lambda: requests.edit(desk, number, {"title": "B" * 900}),
        lambda: beside.add_note(desk, number, "n" * 900),
        lambda: acts.do(desk, number, Action.SEND),
        lambda: post.run(desk, now=True),
    )
    return [refused(desk, one) for one in tries]


@pytest.mark.parametrize("leave", [0, 4096, 20_000, 60_000])
def test_a_full_disk_is_told_and_forgotten_when_there_is_room(
    disk: Disk, tmp_path: Path, leave: int
) -> None:
    mail = tmp_path / "mail"
    desk = joined(disk.root, mail)
    number = a_request(desk, THEIRS)
    arrives(mail, *range(12))
    disk.fill(leave)
    assert any(_everything(desk, number, mail)) or leave > 4096
    assert not [name for name in files(mail) if name.startswith(".")]
    disk.free()
    _works_again(desk, number, mail)


@pytest.mark.parametrize("leave", [0, 4096, 40_000])
def test_a_limit_on_files_is_told_and_forgotten(tmp_path: Path, leave: int) -> None:
    mail = tmp_path / "mail"
    desk = joined(tmp_path, mail)
    number = a_request(desk, THEIRS)
    arrives(mail, *range(12))
    with _limited(desk, leave):
        assert any(_everything(desk, number, mail)) or leave > 4096
    assert not [name for name in files(mail) if name.startswith(".")]
    _works_again(desk, number, mail)


def _works_again(desk: Desk, number: str, mail: Path) -> None:
    """The same desk, not opened anew, does all of it."""
    if Action.SEND in requests.show(desk, number).actions:
        acts.do(desk, number, Action.SEND)
    post.run(desk, now=True)
    assert heard(desk) == ["applied"] * 12
    assert files(mail / "in") == []
    assert len(files(mail / "out")) == 13
    report = check.check(desk)
    desk.close()
    assert report.ok, report.problems


def test_a_full_letterbox_keeps_the_message_until_there_is_room(disk: Disk, tmp_path: Path) -> None:
    desk = joined(tmp_path, disk.root)
    number = a_request(desk, THEIRS)
    acts.do(desk, number, Action.SEND)
    disk.fill(0)
    assert post.run(desk, now=True).failed == 1
    assert files(disk.root / "out") == []
    disk.free()
    assert post.run(desk, now=True).written == 1
    assert len(files(disk.root / "out")) == 1
    desk.close()


# --- read-only --------------------------------------------------------------------------------


def test_a_desk_that_became_read_only_says_so_and_goes_on_afterwards(
    disk: Disk, tmp_path: Path
) -> None:
    mail = tmp_path / "mail"
    desk = joined(disk.root, mail)
    number = a_request(desk, THEIRS)
    arrives(mail, *range(12))
    desk.close()  # it opens the file again by itself
    disk.mount("ro")
    assert all(_everything(desk, number, mail))
    assert len(files(mail / "in")) == 12
    desk.close()
    disk.mount("rw")
    assert requests.show(desk, number).line.title == BOOK.title
    _works_again(desk, number, mail)


def test_a_read_only_desk_is_looked_at_and_does_nothing(disk: Disk, tmp_path: Path) -> None:
    mail = tmp_path / "mail"
    desk = joined(disk.root, mail)
    number = a_request(desk, THEIRS)
    arrives(mail, 1, 2)
    desk.close()
    disk.mount("ro")
    assert first_look(disk.root / "desk", ListQuery()).view_only
    desk = open_desk(disk.root / "desk")
    assert desk.view_only
    assert desk.database.lease is None
    found = requests.show(desk, number)
    assert found.line.title == BOOK.title
    assert found.actions == ()
    assert bulk.together(desk, (number,)).actions == ()
    assert check.check(desk).ok
    assert all(_everything(desk, number, mail))
    assert backup.at_quit(disk.root / "desk") is None
    desk.close()
    assert len(files(mail / "in")) == 2
    disk.mount("rw")
    desk = open_desk(disk.root / "desk")
    assert post.run(desk).applied == 2
    desk.close()


def test_a_desk_that_can_only_be_looked_at_leaves_the_marks_of_others(
    disk: Disk, tmp_path: Path
) -> None:
    place = disk.root / "desk"
    joined(disk.root, tmp_path / "mail").close()
    DeskFolder(place).open_mark.touch()
    disk.mount("ro")
    before = files(place)
    soundness.enter(DeskFolder(place))
    open_desk(place).close()
    soundness.leave(DeskFolder(place))
    assert files(place) == before
    disk.mount("rw")


@pytest.mark.parametrize(
    ("language", "says"), [("en", "is read-only"), ("id", "hanya dapat dibaca")]
)
def test_what_refuses_says_that_the_place_is_read_only(language: str, says: str) -> None:
    for reason in ("read-only", "Read-only file system"):
        told = sentence(words_for(language), CannotWrite("/disc/desk.sqlite3", reason))
        assert says in told
        assert "/disc/desk.sqlite3" in told


def test_a_read_only_inbox_is_read_once_and_emptied_when_that_is_possible(
    disk: Disk, tmp_path: Path
) -> None:
    desk = joined(tmp_path, disk.root)
    arrives(disk.root, 1, 2)
    disk.mount("ro")
    assert post.run(desk).applied == 2
    assert post.run(desk).read == 0
    assert len(files(disk.root / "in")) == 2
    disk.mount("rw")
    assert post.run(desk, now=True).read == 0
    assert files(disk.root / "in") == []
    assert desk.setting("stuck-files", None) == {}
    assert heard(desk) == ["applied", "applied"]
    desk.close()


# --- gone and back ----------------------------------------------------------------------------


def test_a_share_that_is_gone_is_read_when_it_is_back(tmp_path: Path) -> None:
    mail = tmp_path / "mail"
    desk = joined(tmp_path, mail)
    arrives(mail, 1, 2)
    a_request_out = a_request(desk, THEIRS)
    acts.do(desk, a_request_out, Action.SEND)
    mail.rename(tmp_path / "away")
    assert post.run(desk, now=True).failed == 1
    assert not mail.exists()
    (tmp_path / "away").rename(mail)
    report = post.run(desk, now=True)
    assert (report.applied, report.written) == (2, 3)
    desk.close()


@pytest.mark.parametrize("at", [1, 2, 3])
@pytest.mark.parametrize("what", ["read_bytes", "unlink"])
def test_a_share_that_goes_in_the_middle_of_a_scan_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int, what: str
) -> None:
    mail = tmp_path / "mail"
    desk = joined(tmp_path, mail)
    arrives(mail, 1, 2, 3)
    seen: list[Path] = []
    really = getattr(Path, what)

    def vanishing(path: Path, **given: object) -> object:
        if path.parent.name == "in":
            seen.append(path)
            if len(seen) == at:
                mail.rename(tmp_path / "away")
        return really(path, **given)

    with monkeypatch.context() as patch:
        patch.setattr(Path, what, vanishing)
        post.run(desk, now=True)
    assert not mail.exists()
    (tmp_path / "away").rename(mail)
    post.run(desk, now=True)
    assert heard(desk) == ["applied"] * 3
    assert files(mail / "in") == []
    assert len(files(mail / "out")) == 3
    assert check.check(desk).ok
    desk.close()


# --- the quarantine ---------------------------------------------------------------------------


def test_a_quarantine_that_cannot_be_written_keeps_the_file_where_it_is(tmp_path: Path) -> None:
    mail = tmp_path / "mail"
    desk = joined(tmp_path, mail)
    arrives(mail, 1, 3)
    (mail / "in" / "m2.xml").write_bytes(b"<no message")
    os.utime(mail / "in" / "m2.xml", (OLD, OLD))
    place = desk.folder.quarantine
    shutil.rmtree(place)
    place.write_text("no folder")
    for _ in range(2):
        assert refused(desk, lambda: post.run(desk, now=True))
    assert heard(desk) == ["applied", "applied"]
    assert len(files(mail / "out")) == 2
    assert files(mail / "in") == ["m2.xml"]
    place.unlink()
    assert post.run(desk, now=True).quarantined == 1
    assert files(place) == ["m2.xml", "m2.xml.reason.txt"]
    assert len(requests.page(desk, ListQuery(limit=0)).lines) == 2
    desk.close()
