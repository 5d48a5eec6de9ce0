"""Figures equal a naive count over the events, and come out as files people can open."""

import csv
import json
import random
from collections import defaultdict
from datetime import date, timedelta
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from sqlalchemy import select

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import CannotUndo, CannotWrite, DeskError, Invalid
from ill_desktop.domain.lifecycle.keys import Key, takes
from ill_desktop.domain.lifecycle.states import Action, Service, State
from ill_desktop.services import acts, check, partners, patrons, requests, statistics
from ill_desktop.services.acts import NewLending
from ill_desktop.services.desk import Desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.requests import NewRequest
from ill_desktop.services.values import ANSWERS, MESSAGES, REASONS
from ill_desktop.store.rows import EventRow, PartnerRow, RequestRow
from tests.services.desks import BOOK, THEIRS, THIRD, a_manual_partner, a_request, pass_time

TEST_PARTNER = "ISIL:ID-T"


ENDS = (Action.VOID, Action.DELETE_DRAFT, Action.CLOSE)


def live(desk: Desk, seed: int, days: int) -> None:
    """Let staff do whatever is legal, at random, for some days."""
    dice = random.Random(seed)
    for code in "ABC":
        table = desk.folder.root / "readers.csv"
        table.write_text(f"code,name,category\n{code},Suharto,Cat {code}\n")
        patrons.load(desk, table)
    a_manual_partner(desk)
    a_manual_partner(desk, THIRD, "Perpustakaan C")
    partners.add(desk, NewPartner("Test", (TEST_PARTNER,), test=True))
    numbers: list[str] = []
    for _ in range(days):
        pass_time(desk, hours=dice.choice([2, 7, 25, 49]))
        if dice.random() < 0.5 or not numbers:
            numbers.append(_start(desk, dice))
        for number in dice.sample(numbers, min(3, len(numbers))):
            _act(desk, dice, number)


def _start(desk: Desk, dice: random.Random) -> str:
    service = dice.choice(list(Service))
    partner = dice.choice([THEIRS, THIRD, THIRD, TEST_PARTNER])
    if dice.random() < 0.5:
        return acts.record_lending(desk, NewLending(service, BOOK, partner))
    soon = desk.today() + timedelta(days=dice.randint(1, 30))
    return requests.new(
        desk,
        NewRequest(service, BOOK, dice.choice("ABC"), (partner, THEIRS), dice.choice([None, soon])),
    )


def _act(desk: Desk, dice: random.Random, number: str) -> None:
    if dice.random() < 0.1:
        try:
            acts.undo(desk, number)
        except CannotUndo:
            return
        return
    actions = requests.show(desk, number).actions
    action = dice.choice([one for one in actions if one not in ENDS or dice.random() < 0.1])
    try:
        acts.do(desk, number, action, _values(dice, action))
    except DeskError:
        return  # an answer nobody can give from here, or nobody left to ask


def _values(dice: random.Random, action: Action) -> dict[str, str]:
    choices = {
        Key.REASON: REASONS.get(action, ("other",)),
        Key.ANSWER: tuple(ANSWERS),
        Key.MESSAGE: tuple(MESSAGES),
        Key.NOTE: ("a note",),
    }
    return {key.value: dice.choice(choices[key]) for key in takes(action).all if key in choices}


class Naive:
    """The same figures, counted one request at a time from what happened to it."""

    def __init__(self, desk: Desk, first: date, last: date) -> None:
        self.first, self.last = first, last
        with desk.database.read() as session:
            tests = set(session.scalars(select(PartnerRow.id).where(PartnerRow.test)))
            self.rows = list(session.scalars(select(RequestRow)))
            self.events: dict[int, list[EventRow]] = defaultdict(list)
            for event in session.scalars(select(EventRow).order_by(EventRow.id)):
                self.events[event.request_id].append(event)
        self.rows = [row for row in self.rows if row.partner_id not in tests]

    def standing(self, row: RequestRow) -> list[EventRow]:
        events = self.events[row.id]
        undone = {event.undoes for event in events}
        return [e for e in events if e.act not in undone and e.kind != "undo"]

    def day(self, row: RequestRow, *kinds: str, to: State | None = None) -> date | None:
        for event in self.standing(row):
            moved = to is None or (event.state_to is to and event.state_from is not to)
            if event.kind in kinds and moved:
                return event.local_date
        return None

    def of(self, side: str):
        return [row for row in self.rows if row.side == side and not row.voided]

    def inside(self, days) -> int:
        return sum(day is not None and self.first <= day <= self.last for day in days)

    def figures(self) -> dict[str, int]:
        loans = self.of("borrowing")
        lent = self.of("lending")
        sent = [self.day(row, "send") for row in loans]
        received = [
            self.day(row, "received", to=State.HERE) for row in loans if row.service == "loan"
        ]
        told = [self.day(row, "copy-received", "notify") for row in loans if row.service == "copy"]
        shipped = [
            self.day(row, "ship", "send-copy") or self.day(row, "received", to=State.AT_BORROWER)
            for row in lent
        ]
        return {
            "B2": self.inside(sent),
            "B2a": sum(
                event.kind in ("send", "send-next", "try-again")
                and self.first <= event.local_date <= self.last
                for row in loans
                for event in self.standing(row)
            ),
            "B3": self.inside(received) + self.inside(told),
            "B3r": self.inside(received),
            "B3n": self.inside(told),
            "L1": self.inside(self.day(row, "created") for row in lent),
            "L2": self.inside(shipped),
        }


@pytest.mark.parametrize("seed", range(3))
def test_figures_equal_a_naive_count_over_the_events(desk: Desk, seed: int) -> None:
    live(desk, seed, days=50)
    assert check.check(desk).problems == ()
    found = statistics.figures(desk, "2026-04", "2026-04")
    values = {one.code: one.value for one in found.measures}
    naive = Naive(desk, date(2026, 4, 1), date(2026, 4, 30)).figures()
    assert {code: values[code] for code in naive} == naive
    whole = statistics.figures(desk, "2026-01", "2027-12")
    values = {one.code: one.value for one in whole.measures}
    naive = Naive(desk, date(2026, 1, 1), date(2027, 12, 31)).figures()
    assert {code: values[code] for code in naive} == naive
    assert values["B2"] > 0
    assert values["L1"] > 0


def filled(desk: Desk) -> None:
    """A loan that took ten days from request to reader, one refused, one lent in three days."""
    a_manual_partner(desk)
    number = a_request(desk, THEIRS, needed_by=desk.today() + timedelta(days=10))
    acts.do(desk, number, Action.SEND)
    pass_time(desk, days=8)
    acts.do(desk, number, Action.RECORD_ANSWER, {"answer": "loaned"})
    acts.do(desk, number, Action.RECEIVED)
    pass_time(desk, days=2)
    acts.do(desk, number, Action.NOTIFY)
    other = a_request(desk, THEIRS)
    acts.do(desk, other, Action.SEND)
    acts.do(desk, other, Action.RECORD_ANSWER, {"answer": "unfilled"})
    acts.do(desk, other, Action.GIVE_UP, {"reason": "too-costly"})
    lent = acts.record_lending(desk, NewLending(Service.LOAN, Citation(title="X"), THEIRS))
    pass_time(desk, days=3)
    acts.do(desk, lent, Action.SHIP)


def test_shares_and_days_of_a_small_month(desk: Desk) -> None:
    filled(desk)
    found = statistics.figures(desk, "2026-03", "2026-03")
    by_code = {one.code: one for one in found.measures}
    assert by_code["B6e"].value == 0.5
    assert (by_code["B8"].value.n, by_code["B8"].value.median) == (1, 10)
    assert by_code["B10"].value == 1.0
    assert by_code["L4e"].value == 1.0
    assert by_code["L6"].value.max == 3
    assert by_code["C1"].value == 0
    assert by_code["L7"].value is None
    assert [(b.key, b.value) for b in by_code["B4"].breakdowns if b.by == "reason"] == [
        ("too-costly", 1)
    ]
    assert [(b.key, b.value) for b in by_code["B2"].breakdowns if b.by == "month"] == [
        ("2026-03", 2)
    ]
    assert by_code["B6e"].text == "50%"


def test_the_document_has_the_keys_scripts_were_promised(desk: Desk) -> None:
    filled(desk)
    document = statistics.document(statistics.figures(desk, "2026-03", "2026-04"))
    assert list(document) == ["from", "to", "rules", "measures"]
    for one in document["measures"]:
        assert list(one) == ["code", "label", "value", "definition", "breakdowns"]
        for part in one["breakdowns"]:
            assert list(part) == ["by", "key", "label", "value"]


def test_a_voided_request_counts_only_as_voided(desk: Desk) -> None:
    filled(desk)
    acts.do(desk, "26000001", Action.VOID, {"reason": "entry error"})
    values = {m.code: m.value for m in statistics.figures(desk, "2026-03", "2026-03").measures}
    assert (values["B2"], values["B3"], values["V1"]) == (1, 0, 1)


@pytest.mark.parametrize(
    ("first", "last"),
    [("2026-13", "2026-13"), ("2026-3", "2026-03"), ("x", "x"), ("2026-04", "2026-03"),
     ("", ""), ("2026-03-01", "2026-03"), ("0000-01", "0000-01")],
)  # fmt: skip
def test_months_that_cannot_be_are_refused(desk: Desk, first: str, last: str) -> None:
    with pytest.raises(Invalid):
        statistics.figures(desk, first, last)


def test_the_figures_come_as_files(desk: Desk, tmp_path: Path) -> None:
    filled(desk)
    partners.change(desk, THEIRS, {"name": "=1+1"})
    found = statistics.figures(desk, "2026-03", "2026-03")
    made = {
        form: statistics.export(desk, found, form, tmp_path / f"figures.{form}").read_bytes()
        for form in ("csv", "xlsx", "pdf", "json", "table")
    }
    rows = list(csv.DictReader(StringIO(made["csv"].decode("utf-8-sig"))))
    assert {row["code"]: row["value"] for row in rows if not row["by"]}["B6e"] == "0.5"
    assert {row["code"]: row["median"] for row in rows if not row["by"]}["B8"] == "10.0"
    assert "'=1+1" in {row["key"] for row in rows}
    book = load_workbook(BytesIO(made["xlsx"]))
    assert len(book.sheetnames) == 3
    cells = {row[0].value: row[2].value for row in book.worksheets[0].iter_rows()}
    assert cells["B2"] == 2
    assert not any(c.data_type == "f" for s in book for row in s.iter_rows() for c in row)
    text = PdfReader(BytesIO(made["pdf"])).pages[0].extract_text()
    assert "Requests sent" in text
    assert json.loads(made["json"])["measures"][1]["code"] == "B2"
    assert b"B2" in made["table"]


def test_a_place_that_cannot_be_written_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    found = statistics.figures(desk, "2026-03", "2026-03")
    with pytest.raises(CannotWrite):
        statistics.export(desk, found, "csv", tmp_path / "none" / "f.csv")
    assert not (tmp_path / "none").exists()
