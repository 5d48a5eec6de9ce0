"""Run by test_hostile in a program of its own: reads hostile files under a watchful eye.

Prints one JSON document a line for each file. Exits 3 when something was opened or connected that
has no business here.
"""

import json
import logging
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from ill_desktop import logs
from ill_desktop.domain.errors import DeskError
from ill_desktop.services import backup, check, ledger, partners, post, requests
from ill_desktop.services.desk import Desk, open_desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.store import outbox
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from tests.services.post.planting import Setting, a_setting, joined, plant, understood
from tests.watching import Watch

UI, UGM = "ISIL:ID-UI", "ISIL:ID-UGM"
HERE = (UGM, UI)
"""Who wrote and who reads what names nobody."""
OF_THE_COMPUTER = Path("/etc/machine-id")
"""By what a desk knows whether it is open on another computer."""


# --- what one file costs and leaves -------------------------------------------------------------


class Peak:
    """The most memory this program had since it was asked last, in megabytes; 0 where unknown."""

    def __init__(self) -> None:
        self._status = self._reset = -1
        with suppress(OSError):  # not on every system
            self._status = os.open("/proc/self/status", os.O_RDONLY)
            self._reset = os.open("/proc/self/clear_refs", os.O_WRONLY)

    def begin(self) -> float:
        if self._reset >= 0:
            os.write(self._reset, b"5")
        return self._of("VmRSS")

    def grown(self, before: float) -> float:
        return self._of("VmHWM") - before

    def _of(self, what: str) -> float:
        text = os.pread(self._status, 8192, 0).decode() if self._status >= 0 else ""
        found = re.search(rf"{what}:\s+(\d+) kB", text)
        return int(found[1]) / 1024 if found else 0.0


class Lines(logging.Handler):
    """What the program's log says."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(logs.OneLine(logs.FORMAT))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@dataclass
class Seen:
    """What became of one file, and what it cost: processor seconds and megabytes."""

    name: str
    desk: str
    state: str = "ignored"
    reason: str = ""
    seconds: float = 0.0
    megabytes: float = 0.0
    kept: bool = False
    """Whether the bytes are there still, in the ledger or where they lay."""
    put_away: bool = False
    """Whether they lie in the quarantine with their reason."""
    moved: bool = False
    """Whether any request is other than before, or new."""
    sound: bool = False
    log: list[str] = field(default_factory=list)
    hash: str = ""


class Trial:
    """Files delivered to desks, one after the other."""

    def __init__(self, hostile: Path) -> None:
        self._hostile, self._peak, self._log = hostile, Peak(), Lines()
        log = logging.getLogger("ill_desktop")
        log.addHandler(self._log)
        log.setLevel(logging.INFO)

    def deliver(self, role: str, setting: Setting, path: Path, old: bool = True) -> Seen:
        """Leave a file in an inbox, and let the post run."""
        seen = Seen(path.relative_to(self._hostile).as_posix(), role)
        desk = setting.desk
        whole = b"" if path.is_symlink() else path.read_bytes()
        stood, self._log.lines = _stands(desk), []
        before, begun = self._peak.begin(), time.process_time()
        report = setting.deliver(path, old)
        seen.seconds = time.process_time() - begun
        seen.megabytes, seen.log = self._peak.grown(before), self._log.lines
        parts = report.applied + report.duplicate + report.attention + report.quarantined
        assert (report.read, report.failed) == (parts, 0), path
        left = list(setting.inbox.iterdir())
        if report.read:
            (line,) = ledger.messages(desk, LedgerQuery(direction="in", limit=1)).messages
            seen.state, seen.reason = line.state, line.reason
            with desk.database.read() as session:
                row = outbox.message(session, line.id)
                seen.hash = row.sha256 if row else ""
                seen.kept = outbox.body(session, line.id) == whole and not left
            seen.put_away = _lies_in(desk.folder.quarantine, whole)
        else:
            seen.kept = len(left) == 1 and (left[0].is_symlink() or left[0].read_bytes() == whole)
        for one in left:
            one.unlink()
        seen.moved, seen.sound = _stands(desk) != stood, check.check(desk).ok
        return seen


def _lies_in(quarantine: Path, whole: bytes) -> bool:
    """Whether a file is there, byte for byte, with its reason beside it."""
    return any(
        one.read_bytes() == whole and one.with_name(f"{one.name}.reason.txt").is_file()
        for one in quarantine.rglob("*")
        if one.is_file()
    )


def _stands(desk: Desk) -> list[tuple[str, str]]:
    lines = requests.page(desk, ListQuery(limit=0)).lines
    return [(one.number, one.state.value) for one in lines]


# --- on which desk ------------------------------------------------------------------------------

UNKNOWN = "x32"
ELSEWHERE = {"x29": (UGM, UI, "ISIL:ID-ITB"), "x34": (UI, "ISIL:DE-1", UGM)}
"""Whose desk, whose folder, and who else is in the directory, where the message does not say."""
OWN = ("x", "z0", "s0", "n_copy", "msg", ".~", "~$", "Thumbs")
"""Files that each get a desk of their own, beside those with odd names."""


def a_desk_for(place: Path, path: Path) -> Setting:
    """A desk where the request a file speaks of is known, unless it is to be unknown."""
    if path.is_symlink():
        return joined(place, UI, UGM)
    if path.name[:3] in ELSEWHERE:
        ours, theirs, third = ELSEWHERE[path.name[:3]]
        setting = joined(place, ours, theirs, understood(path))
        partners.add(setting.desk, NewPartner("Third", (third,)))
    else:
        setting = a_setting(place, path, HERE)
    if not path.name.startswith(UNKNOWN):
        plant(setting)
    return setting


def came_before(path: Path) -> dict[str, tuple[str, bytes] | None]:
    """What lay in the inbox before a file, in each of the ways to try it."""
    data = b"" if path.is_symlink() else path.read_bytes()
    if path.name.startswith("x30_duplicate_b"):
        return {"": ("x30_duplicate_a.xml", data)}
    if path.name.startswith("x31"):
        return {"": ("first.xml", data.replace(b"Completely different book", b"The first book"))}
    if path.name.startswith("x33"):
        later = data.replace(b">Loaned<", b">LoanCompleted<").replace(b"2026-03-01", b"2026-03-10")
        return {"": ("later.xml", later)}
    if path.name.startswith("n_copy"):
        other = data.replace(b"<lastChange>2026-03-02", b"<lastChange>2026-03-01")
        return {"same": ("n_copy.xml", data), "other": ("n_copy.xml", other)}
    return {"": None}


def on_its_own(trial: Trial, place: Path, path: Path) -> Iterator[Seen]:
    """A file on fresh desks, also while it is still being written where that matters."""
    for way, before in came_before(path).items():
        setting = a_desk_for(place / f"w{way}", path)
        if path.name.startswith(("x07", "x37")):
            yield trial.deliver("just written", setting, path, old=False)
        if before is not None:
            (setting.inbox / before[0]).write_bytes(before[1])
            assert post.run(setting.desk, now=True).applied == 1
        yield trial.deliver(f"own {way}".strip(), setting, path)
        setting.desk.close()


def restored(place: Path, path: Path) -> Seen:
    """What is no backup is not put in the place of a desk."""
    setting = joined(place, UI, UGM)
    root, stood = setting.desk.folder.root, _stands(setting.desk)
    setting.desk.close()
    seen = Seen(path.name, "restore")
    try:
        backup.restore(root, path)
    except DeskError as error:
        seen.state, seen.reason = "refused", error.code
    desk = open_desk(root)
    seen.moved, seen.sound = _stands(desk) != stood, check.check(desk).ok
    seen.kept = path.is_file()
    desk.close()
    return seen


def main(hostile: Path, work: Path) -> None:
    tempfile.tempdir = str(work)
    trial = Trial(hostile)
    first = joined(work / "first", UI, UGM)  # what is loaded once is no file's fault
    for name in ("x24_request_id_sql.xml", "x14_html_error_page.xml", "z05_truncated.zip"):
        trial.deliver("first", first, hostile / name)
    Watch(work, hostile, OF_THE_COMPUTER).begin()

    def say(seen: Seen) -> None:
        print(json.dumps(asdict(seen)), flush=True)

    files = [one for place in (hostile, hostile / "names") for one in sorted(place.iterdir())]
    files = [one for one in files if one.is_symlink() or not one.is_dir()]
    both = {"lender": joined(work / "l", UI, UGM), "borrower": joined(work / "b", UGM, UI)}
    for n, path in enumerate(files):
        for role, setting in both.items():
            say(trial.deliver(role, setting, path))
        if path.suffix == ".illbackup":
            say(restored(work / str(n), path))
        elif path.name.startswith(OWN) or path.parent != hostile:
            for seen in on_its_own(trial, work / str(n), path):
                say(seen)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
