"""Two desks joined by folders: a loan and a copy, from request to completion."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from ill_desktop.domain.citation import Citation, Material
from ill_desktop.domain.errors import CannotWrite
from ill_desktop.domain.lifecycle.states import Action, Service
from ill_desktop.services import (
    acts,
    files,
    intake,
    ledger,
    partners,
    post,
    printing,
    requests,
    statistics,
)
from ill_desktop.services.clock import Clock, SetClock
from ill_desktop.services.desk import Desk, NewDesk, make_desk
from ill_desktop.services.printing import PrintOrder
from ill_desktop.services.requests import NewRequest
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery

A_SYMBOL, B_SYMBOL = "ISIL:ID-DEMO-A", "ISIL:ID-DEMO-B"


@dataclass(frozen=True, slots=True)
class DemoReport:
    """The numbers on both desks, and the files that were made."""

    loan: tuple[str, str]
    copy: tuple[str, str]
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """The borrowing and the lending desk."""

    borrower: Desk
    lender: Desk

    def at(self, instant: datetime) -> None:
        """Put both clocks to an instant."""
        self.borrower.clock = self.lender.clock = SetClock(instant)

    def exchange(self) -> None:
        """Let both posts run until nothing is on its way."""
        for desk in (self.borrower, self.lender, self.borrower, self.lender):
            post.run(desk, now=True)


def run_demo(out: Path) -> DemoReport:
    """Make `desk-a` and `desk-b` in a folder and run the main job; raises `DeskExists`."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(str(out), error.strerror or "") from error
    pair = _pair(out.absolute())
    try:
        loan = _loan(pair)
        copy = _copy(pair)
        made = (*_papers(pair, out, loan[1], loan[0]), *_messages(pair, out / "messages"))
    finally:
        pair.borrower.close()
        pair.lender.close()
    return DemoReport(loan, copy, made)


def _pair(out: Path) -> Pair:
    a = make_desk(out / "desk-a", NewDesk("Perpustakaan Demo A", A_SYMBOL))
    b = make_desk(out / "desk-b", NewDesk("Perpustakaan Demo B", B_SYMBOL))
    to_b, to_a = str(out / "exchange" / "a-to-b"), str(out / "exchange" / "b-to-a")
    for desk, name, symbol, inbox, outbox in (
        (a, "Perpustakaan Demo B", B_SYMBOL, to_a, to_b),
        (b, "Perpustakaan Demo A", A_SYMBOL, to_b, to_a),
    ):
        address = ("Jl. Contoh 1", "Kota Nusa 40111")
        partners.add(
            desk,
            partners.NewPartner(name, (symbol,), inbox, outbox, address, country="ID"),
        )
        partners.set_own_address(desk, "ship", address, "ID")
    return Pair(a, b)


def _ask(pair: Pair, new: NewRequest) -> tuple[str, str]:
    number = requests.new(pair.borrower, new)
    acts.do(pair.borrower, number, Action.SEND)
    pair.exchange()
    lent = requests.page(pair.lender, ListQuery(limit=1)).lines[0].number
    return number, lent


def _loan(pair: Pair) -> tuple[str, str]:
    start = Clock().now().replace(microsecond=0) - timedelta(days=20)
    pair.at(start)
    citation, _ = intake.one(intake.from_text(RIS), None, "demo.ris")
    ours, theirs = _ask(pair, NewRequest(Service.LOAN, citation, suppliers=(B_SYMBOL,)))
    pair.at(start + timedelta(days=1))
    acts.do(pair.lender, theirs, Action.WILL_SUPPLY)
    acts.do(pair.lender, theirs, Action.PRINT_SLIP)
    acts.do(pair.lender, theirs, Action.FETCHED, {"item": "B-0001"})
    acts.do(pair.lender, theirs, Action.SHIP, {"item": "B-0001"})
    pair.exchange()
    for days, desk, number, action in (
        (4, pair.borrower, ours, Action.RECEIVED),
        (4, pair.borrower, ours, Action.NOTIFY),
        (14, pair.borrower, ours, Action.SENT_BACK),
        (17, pair.lender, theirs, Action.IS_BACK),
    ):
        pair.at(start + timedelta(days=days))
        acts.do(desk, number, action)
        pair.exchange()
    return ours, theirs


RIS = """TY  - BOOK
TI  - Laskar pelangi
AU  - Hirata, Andrea
PB  - Bentang
CY  - Yogyakarta
PY  - 2005
SN  - 9789793062792
ER  -
"""


def _copy(pair: Pair) -> tuple[str, str]:
    start = Clock().now().replace(microsecond=0) - timedelta(days=3)
    pair.at(start)
    citation = Citation(
        title="Annals and magazine of natural history",
        component_title="On the law which has regulated the introduction of new species",
        component_author="Wallace, Alfred Russel",
        volume="16",
        pages="184-196",
        year="1855",
        material=Material.ARTICLE,
    )
    ours, theirs = _ask(pair, NewRequest(Service.COPY, citation, suppliers=(B_SYMBOL,)))
    pair.at(start + timedelta(days=1))
    link = {"url": "https://example.org/scans/wallace-1855.pdf"}
    acts.do(pair.lender, theirs, Action.SEND_COPY, link)
    pair.exchange()
    pair.at(start + timedelta(days=2))
    acts.do(pair.borrower, ours, Action.COPY_RECEIVED)
    pair.exchange()
    return ours, theirs


def _papers(pair: Pair, out: Path, lent: str, borrowed: str) -> tuple[Path, ...]:
    made = []
    for desk, number, kind in (
        (pair.lender, lent, "pull-slip"),
        (pair.lender, lent, "shipping-label"),
        (pair.lender, lent, "lender-strap"),
        (pair.borrower, borrowed, "request-slip"),
        (pair.borrower, borrowed, "book-strap"),
        (pair.borrower, borrowed, "return-label"),
    ):
        printed = printing.print_documents(desk, PrintOrder(kind, (number,)))
        made.append(files.write(out / f"{kind}.pdf", printed.pdf))
    today = pair.borrower.today()
    month = f"{today:%Y-%m}"
    first = f"{today - timedelta(days=31):%Y-%m}"
    for desk, name in ((pair.borrower, "figures-a"), (pair.lender, "figures-b")):
        found = statistics.figures(desk, first, month)
        made.append(statistics.export(desk, found, "xlsx", out / f"{name}.xlsx"))
    return tuple(made)


def _messages(pair: Pair, place: Path) -> tuple[Path, ...]:
    """Every message that went from desk to desk, to look at: a post takes what it has read."""
    place.mkdir(exist_ok=True)
    made = []
    for desk in (pair.borrower, pair.lender):
        for line in ledger.messages(desk, LedgerQuery(direction="out", limit=0)).messages:
            text = ledger.message(desk, line.id).text
            made.append(files.write(place / line.file, text.encode()))
    return tuple(made)
