"""`kill -9` in the middle of the post: nothing lost, nothing twice (RELIABILITY R1)."""

import multiprocessing
import os
import random
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ill_desktop.cli.main import main
from ill_desktop.domain.codes import ServiceType
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.lifecycle.states import Action, Service, Side, State
from ill_desktop.domain.message import AgencyId, BibliographicInfo, Header, Request, ServiceInfo
from ill_desktop.formats import iso18626
from ill_desktop.services import acts, beside, check, ledger, partners, post, requests
from ill_desktop.services.desk import NewDesk, make_desk, open_desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.requests import NewRequest
from ill_desktop.store import driver
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from tests.services.desks import BOOK, OURS, THEIRS, THIRD
from tests.services.post.kinds import a_copy_sent, a_loan_sent

OLD = 1_700_000_000
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
    """Requests of ours: each third time a loan, a copy, and a loan of a library we mail to."""
    lent: list[str] = field(default_factory=list)
    """Those for loans of which the book is told to be on its way, by number."""
    copied: list[str] = field(default_factory=list)
    """Those for copies of which the scan has come."""
    mailed: int = 0
    edits: int = 0
    slowest: float = 0.0
    """Seconds the person beside it waited at most for an edit."""
    whole: float = 1.0
    """Seconds the post took when it was last done before it was killed."""

    def __post_init__(self) -> None:
        desk = make_desk(self.place / "desk", NewDesk("A", OURS))
        box, out = str(self.place / "in"), str(self.place / "out")
        partners.add(desk, NewPartner("B", (THEIRS,), box, out))
        partners.add(desk, NewPartner("C", (THIRD,), mail="ill@c.test"))
        desk.close()
        self.desk = open_desk(self.place / "desk")
        self.number = requests.new(self.desk, NewRequest(Service.LOAN, BOOK))

    def arrive(self, count: int) -> None:
        """More files come in; for one of ten we send something, which B answers with a file."""
        for _ in range(count):
            self.arrived += 1
            name, data = f"m{self.arrived:05d}.xml", a_request_file(self.arrived)
            (self.place / "in" / name).write_bytes(data)
        for _ in range(count // 10):
            self._ask()

    def _ask(self) -> None:
        kind, self.sent = self.sent % 3, self.sent + 1
        service, whom = (Service.LOAN, Service.COPY, Service.LOAN)[kind], (THEIRS, THIRD)[kind == 2]
        number = requests.new(self.desk, NewRequest(service, BOOK, suppliers=(whom,)))
        acts.do(self.desk, number, Action.SEND)
        if kind == 0:
            self.lent.append(number)
            (self.place / "in" / f"s{number}.xml").write_bytes(a_loan_sent(number))
        elif kind == 1:
            self.copied.append(number)
            came = self.place / "in" / f"s{number}.illpkg"
            came.write_bytes(a_copy_sent(number))
            os.utime(came, (OLD, OLD))
        else:
            self.mailed += 1

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
        answers = len(self.lent) + len(self.copied)
        assert Counter(m.state for m in heard) == {"applied": self.arrived + answers}
        said = ledger.messages(self.desk, LedgerQuery(direction="out", limit=0)).messages
        assert Counter(m.state for m in said) == {"written": self.arrived + self.sent + answers}
        left = sorted(path.name for path in (self.place / "out").iterdir())
        assert left == sorted(m.file for m in said if not m.is_draft)
        drafts = sorted(path.name for path in self.desk.folder.drafts.glob("*"))
        assert drafts == sorted(ledger.draft(self.desk, m.id).name for m in said if m.is_draft)
        assert len(drafts) == self.mailed
        self.answers_moved_their_requests()
        assert not list((self.place / "in").iterdir())
        assert len(requests.show(self.desk, self.number).notes) == self.edits
        assert check.check(self.desk).ok
        self.desk.close()

    def answers_moved_their_requests(self) -> None:
        """Each once; and each scan lies at its request, once."""
        for number, state, kind in (
            *((one, State.ON_ITS_WAY, "loaned") for one in self.lent),
            *((one, State.COPY_SENT, "copy-completed") for one in self.copied),
        ):
            view = requests.show(self.desk, number)
            assert view.line.state is state
            assert [event.kind for event in view.events].count(kind) == 1
            assert len(view.attachments) == (kind == "copy-completed")


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
