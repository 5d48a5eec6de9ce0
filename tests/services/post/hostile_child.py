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


def watch(allowed: tuple[Path, ...]) -> None:
    """Leave the program when anything reaches for the network or for a file it must not see."""
    roots = tuple(str(path) for path in allowed)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith("socket.connect") or event == "socket.getaddrinfo":
            print("SOCKET", arguments, flush=True)
            os._exit(3)
        if event == "open" and isinstance(arguments[0], str | bytes):
            name = os.fsdecode(arguments[0])
            if name.startswith(("/etc/passwd", "/etc/shadow")) or (
                "w" in str(arguments[1] or "") and not name.startswith(roots)
            ):
                print("OPEN", name, flush=True)
                os._exit(3)

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
