"""Desks to act on: one alone, or two that write to each other through folders."""

import atexit
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.lifecycle.states import Action, Service, State
from ill_desktop.services import acts, partners, post, requests
from ill_desktop.services.clock import SetClock
from ill_desktop.services.desk import Desk, NewDesk, make_desk, open_desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.post import PostReport
from ill_desktop.services.requests import NewRequest
from ill_desktop.services.views import RequestView
from ill_desktop.store import mailbook, outbox
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery

START = datetime(2026, 3, 9, 3, 0, tzinfo=UTC)
"""A Monday, ten in the morning in Jakarta."""

OURS, THEIRS, THIRD = "ISIL:ID-A", "ISIL:ID-B", "ISIL:ID-C"
BOOK = Citation(title="Laskar pelangi", author="Hirata, Andrea", year="2005")

Values = Mapping[str, str | Sequence[str]]


def a_desk(place: Path, symbol: str = OURS, name: str = "Perpustakaan A") -> Desk:
    """An empty desk whose clock stands at `START`."""
    desk = copied_desk(place, NewDesk(name, symbol, test=True))
    desk.clock = SetClock(START)
    return desk


def copied_desk(place: Path, new: NewDesk) -> Desk:
    """A new desk at the price of a copy: each that looks different is made once."""
    shutil.copytree(_made(new), place)
    return open_desk(place)


@cache
def _made(new: NewDesk) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="ill-desk-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    make_desk(folder / "desk", new).close()
    return folder / "desk"


def pass_time(desk: Desk, **span: float) -> None:
    """Move a desk's clock on."""
    desk.clock = SetClock(desk.clock.now() + timedelta(**span))


def a_manual_partner(desk: Desk, symbol: str = THEIRS, name: str = "Perpustakaan B") -> str:
    """A partner that is worked with by telephone."""
    return partners.add(desk, NewPartner(name, (symbol,), country="ID")).symbol


def a_request(desk: Desk, *suppliers: str, service: Service = Service.LOAN, **more: object) -> str:
    """A borrowing draft; its number."""
    return requests.new(desk, NewRequest(service, BOOK, suppliers=suppliers, **more))


def states(desk: Desk) -> dict[str, State]:
    """Where every request of a desk is, by number."""
    return {line.number: line.state for line in requests.page(desk, ListQuery(limit=0)).lines}


@dataclass
class Pair:
    """A borrowing and a lending desk; `post` carries everything to and fro."""

    borrower: Desk
    lender: Desk
    mail: Path
    reports: list[PostReport] = field(default_factory=list)

    def later(self, **span: float) -> None:
        """Move both clocks on."""
        pass_time(self.borrower, **span)
        self.lender.clock = self.borrower.clock

    def post(self) -> None:
        """Let both posts run until nothing is on its way."""
        moved = True
        while moved:
            done = [post.run(desk, now=True) for desk in (self.borrower, self.lender)]
            self.reports += done
            moved = any(report.read or report.written for report in done)

    def ask(self, service: Service = Service.LOAN, *suppliers: str) -> tuple[str, str]:
        """Send a new request and let it arrive; both numbers, ours first."""
        ours = a_request(self.borrower, *(suppliers or (THEIRS,)), service=service)
        self.borrows(ours, Action.SEND)
        return ours, requests.page(self.lender, ListQuery(limit=1)).lines[0].number

    def borrows(self, number: str, action: Action, **values: str | list[str]) -> RequestView:
        """The borrower acts an hour later, and the post runs."""
        return self._acts(self.borrower, number, action, values)

    def lends(self, number: str, action: Action, **values: str | list[str]) -> RequestView:
        """The lender acts an hour later, and the post runs."""
        return self._acts(self.lender, number, action, values)

    def _acts(self, desk: Desk, number: str, action: Action, values: Values) -> RequestView:
        self.later(hours=1)
        acts.do(desk, number, action, values)
        self.post()
        return requests.show(desk, number)

    def here(self, number: str) -> RequestView:
        """The borrower's side."""
        return requests.show(self.borrower, number)

    def there(self, number: str) -> RequestView:
        """The lender's side."""
        return requests.show(self.lender, number)

    def sent(self) -> list[bytes]:
        """Every message that left either desk, byte for byte, the borrower's first."""
        found: list[bytes] = []
        for desk in (self.borrower, self.lender):
            with desk.database.read() as session:
                rows = mailbook.page(session, LedgerQuery(limit=0))
                left = [r.id for r in rows if r.direction == "out" and r.state != "withdrawn"]
                found += [outbox.body(session, one) for one in left]
        return found

    def close(self) -> None:
        """Let go of both files."""
        self.borrower.close()
        self.lender.close()


def a_pair(place: Path, a_writes: str = "auto", b_writes: str = "auto") -> Pair:
    """Two desks, each the other's partner, with a third library on the telephone.

    `a_writes` is the dialect in which the borrower writes, `b_writes` the lender's.
    """
    a = a_desk(place / "a")
    b = a_desk(place / "b", THEIRS, "Perpustakaan B")
    mail = place / "mail"
    to_a, to_b = str(mail / "to-a"), str(mail / "to-b")
    partners.add(
        a, NewPartner("Perpustakaan B", (THEIRS,), to_a, to_b, ("Jl. B 1", "Kota B"), a_writes)
    )
    partners.add(
        b, NewPartner("Perpustakaan A", (OURS,), to_b, to_a, ("Jl. A 1", "Kota A"), b_writes)
    )
    a_manual_partner(a, THIRD, "Perpustakaan C")
    return Pair(a, b, mail)
