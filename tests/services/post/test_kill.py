"""`kill -9` in the middle of the post: nothing lost, nothing twice (RELIABILITY R1)."""

import multiprocessing
import os
import random
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ill_desktop.cli.main import main
from ill_desktop.domain.codes import ServiceType
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.lifecycle.states import Action, Service, Side
from ill_desktop.domain.message import AgencyId, BibliographicInfo, Header, Request, ServiceInfo
from ill_desktop.formats import iso18626
from ill_desktop.services import acts, beside, check, ledger, partners, post, requests
from ill_desktop.services.desk import NewDesk, make_desk, open_desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.requests import NewRequest
from ill_desktop.store import driver
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from tests.services.desks import BOOK, OURS, THEIRS

START = datetime(2026, 3, 9, 3, 0, tzinfo=UTC)
CONTEXT = multiprocessing.get_context("forkserver" if sys.platform != "win32" else "spawn")
"""Begins at once where it can. Never a fork of this program: its SQLite would come along."""
CONTEXT.set_forkserver_preload([__name__, "ill_desktop.services.post", "ill_desktop.cli.post"])


def a_request_file(n: int) -> bytes:
    return iso18626.write(
        Request(
            Header(
                supplying_agency_id=AgencyId.of(Symbol.parse(OURS)),
                requesting_agency_id=AgencyId.of(Symbol.parse(THEIRS)),
                timestamp=START + timedelta(seconds=n),
                requesting_agency_request_id=f"R-{n:05d}",
            ),
            BibliographicInfo(title=f"Book {n}"),
            service_info=ServiceInfo(service_type=ServiceType.LOAN),
        )
    )


@dataclass
class Trial:
    """A desk whose post is killed, while somebody beside it goes on working."""

    place: Path
    dice: random.Random
    kills: int = 0
    arrived: int = 0
    sent: int = 0
    edits: int = 0
    slowest: float = 0.0
    """Seconds the person beside it waited at most for an edit."""
    whole: float = 1.0
    """Seconds the post took when it was last done before it was killed."""

    def __post_init__(self) -> None:
        desk = make_desk(self.place / "desk", NewDesk("A", OURS))
        box, out = str(self.place / "in"), str(self.place / "out")
        partners.add(desk, NewPartner("B", (THEIRS,), box, out))
        desk.close()
        self.desk = open_desk(self.place / "desk")
        self.number = requests.new(self.desk, NewRequest(Service.LOAN, BOOK))

    def arrive(self, count: int) -> None:
        """More files come in, and one of ten is answered by something we send."""
        for _ in range(count):
            self.arrived += 1
            name, data = f"m{self.arrived:05d}.xml", a_request_file(self.arrived)
            (self.place / "in" / name).write_bytes(data)
        for _ in range(count // 10):
            asked = NewRequest(Service.LOAN, BOOK, suppliers=(THEIRS,))
            acts.do(self.desk, requests.new(self.desk, asked), Action.SEND)
            self.sent += 1

    def edit(self) -> None:
        """One edit through the window's own services."""
        begun = time.monotonic()
        beside.add_note(self.desk, self.number, f"note {self.edits}")
        self.slowest = max(self.slowest, time.monotonic() - begun)
        self.edits += 1

    def kill(self) -> None:
        """Start the post, work beside it, and kill it at a random moment of what it takes."""
        worker = CONTEXT.Process(target=_post, args=(self.place / "desk",))
        seconds = self.dice.uniform(0.02, self.whole * 1.1)
        begun = time.monotonic()
        worker.start()
        worker.join(seconds / 2)
        if not self.kills % 5:
            self.edit()
        worker.join(max(0.0, seconds - (time.monotonic() - begun)))
        worker.kill()
        worker.join()
        if worker.exitcode == 0:
            self.whole = time.monotonic() - begun
        else:
            assert worker.exitcode == -9
            self.kills += 1
        self.is_sound()

    def is_sound(self) -> None:
        """What SQLite itself says of the file, read by somebody else."""
        with closing(driver.read_only(self.place / "desk" / "desk.sqlite3")) as file:
            assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert file.execute("PRAGMA foreign_key_check").fetchall() == []

    def nothing_is_lost_or_doubled(self) -> None:
        """Read on to the end, and count everything."""
        post.run(self.desk, now=True)
        lines = requests.page(self.desk, ListQuery(limit=0)).lines
        theirs = Counter(line.their_id for line in lines if line.side is Side.LENDING)
        assert theirs == Counter(f"R-{n:05d}" for n in range(1, self.arrived + 1))
        heard = ledger.messages(self.desk, LedgerQuery(direction="in", limit=0)).messages
        assert Counter(m.state for m in heard) == {"applied": self.arrived}
        said = ledger.messages(self.desk, LedgerQuery(direction="out", limit=0)).messages
        assert Counter(m.state for m in said) == {"written": self.arrived + self.sent}
        left = sorted(path.name for path in (self.place / "out").iterdir())
        assert left == sorted(m.file for m in said)
        assert not list((self.place / "in").iterdir())
        assert len(requests.show(self.desk, self.number).notes) == self.edits
        assert check.check(self.desk).ok
        self.desk.close()


def _post(desk: Path) -> None:
    """What `ill post --now` does, in a process that is killed."""
    sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - dies with us
    sys.exit(main(["--desk", str(desk), "post", "--now"]))


def _killed(place: Path, kills: int, messages: int) -> Trial:
    trial = Trial(place, random.Random(kills))
    while trial.kills < kills or trial.arrived < messages:
        waiting = sum(1 for _ in (place / "in").iterdir())
        if waiting < 20:
            trial.arrive(30)
        trial.kill()
    trial.nothing_is_lost_or_doubled()
    return trial


def test_a_killed_post_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    _killed(tmp_path, kills=30, messages=0)


@pytest.mark.long
@pytest.mark.timeout(7200)
def test_a_thousand_kills_over_ten_thousand_messages(tmp_path: Path) -> None:
    """`ILL_KILLS=200` makes it shorter; ten messages come in for each."""
    kills = int(os.environ.get("ILL_KILLS", "1000"))
    trial = _killed(tmp_path, kills, kills * 10)
    print(
        f"{trial.kills} kills, {trial.arrived} in, {trial.arrived + trial.sent} out, "
        f"{trial.edits} edits beside, the slowest {trial.slowest:.1f} s"
    )
