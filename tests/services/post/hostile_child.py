"""Run by test_hostile in a program of its own: reads hostile files under a watchful eye.

Prints one line a file: name, state and reason. Exits 3 when something was opened or connected that
has no business here.
"""

import os
import shutil
import sys
import time
from pathlib import Path

from ill_desktop.services import check, ledger, partners, post
from ill_desktop.services.desk import Desk, NewDesk, make_desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.store.mailbook import LedgerQuery

OLD = 1_700_000_000
UI, UGM = "ISIL:ID-UI", "ISIL:ID-UGM"


WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {"os.rename", "os.link", "os.symlink", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}
STARTS = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "ctypes.dlopen")
SECRETS = ("/etc/passwd", "/etc/shadow", "/etc/hostname")


def watch(allowed: tuple[Path, ...]) -> None:
    """Leave the program when it makes a socket, starts a program, or changes a file elsewhere.

    Elsewhere is everywhere but the desk, its letterboxes and what belongs to this trial.
    """
    roots = tuple(str(path) for path in allowed)

    def leave(event: str, what: object) -> None:
        print("FORBIDDEN", event, what, flush=True)
        os._exit(3)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(STARTS):
            leave(event, arguments)
        elif event == "open" and isinstance(arguments[0], str | bytes):
            name, writes = os.fsdecode(arguments[0]), int(str(arguments[2] or 0)) & WRITES
            if name.startswith(SECRETS) or (writes and not name.startswith(roots)):
                leave(event, name)
        elif event in CHANGES:
            names = [os.fsdecode(a) for a in arguments if isinstance(a, str | bytes | os.PathLike)]
            names = names[-1:] if event == "os.symlink" else names
            if not all(name.startswith(roots) for name in names):
                leave(event, names)

    sys.addaudithook(hook)


def a_desk(place: Path, ours: str, theirs: str) -> Desk:
    desk = make_desk(place / "desk", NewDesk("Desk", ours))
    new = NewPartner("Partner", (theirs,), str(place / "in"), str(place / "out"))
    partners.add(desk, new)
    return desk


def deliver(desk: Desk, inbox: Path, path: Path) -> tuple[str, str]:
    shutil.copy(path, inbox / path.name, follow_symlinks=False)
    if not (inbox / path.name).is_symlink():
        os.utime(inbox / path.name, (OLD, OLD))
    begun = time.monotonic()
    report = post.run(desk, now=True)
    assert time.monotonic() - begun < 5, path
    parts = report.applied + report.duplicate + report.attention + report.quarantined
    assert report.read == parts, path
    assert report.failed == 0, path
    for left in inbox.iterdir():
        left.unlink()
    if not report.read:
        return "ignored", ""
    (line,) = ledger.messages(desk, LedgerQuery(direction="in", limit=1)).messages
    return line.state, line.reason


def main(hostile: Path, work: Path) -> None:
    desks = {
        "lender": a_desk(work / "lender", UI, UGM),
        "borrower": a_desk(work / "borrower", UGM, UI),
    }
    list(ledger.messages(desks["lender"], LedgerQuery()).messages)
    watch((work, Path("/dev")))
    for path in sorted([*hostile.iterdir(), *(hostile / "names").iterdir()]):
        if path.is_dir() and not path.is_symlink():
            continue
        for role, desk in desks.items():
            state, reason = deliver(desk, work / role / "in", path)
            print(role, ascii(path.name), state, reason or "-", sep="\t", flush=True)
    for desk in desks.values():
        assert check.check(desk).ok
        desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
