"""Notes, charges and files of a request: noted by staff, told to nobody, and taken back by undo."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from ill_desktop.domain import charges
from ill_desktop.domain.charges import Charge
from ill_desktop.domain.errors import Invalid, Why
from ill_desktop.services.advance import Act, Work, noted
from ill_desktop.services.changes import Change
from ill_desktop.services.desk import Desk
from ill_desktop.services.values import read_code, read_note
from ill_desktop.store import beside, cases, notes
from ill_desktop.store.rows import ChargeRow

AUDIENCES = ("internal", "partner", "patron")
"""Who a note is meant for; only what an act says to a partner is ever sent."""


@contextmanager
def act_on(desk: Desk, number: str, kind: str) -> Iterator[Work]:
    """One act that moves nothing; what the body notes goes with it when it is taken back."""
    now = desk.clock.now()
    act = Act(entered_at=now, effective_at=now, staff=desk.staff)
    with desk.database.work() as session:
        work = Work(desk, session, cases.case_by_number(session, number), act)
        with noted(work, kind):
            yield work
    desk.changes.publish(Change(requests=frozenset({number})))


def add_note(desk: Desk, number: str, text: str, audience: str = "internal") -> None:
    """Keep a note; raises `Invalid`. Nothing is sent, whoever it is meant for."""
    words = read_note(text)
    if not words:
        raise Invalid("note", "", Why.EMPTY)
    meant = read_code(audience, "audience", AUDIENCES)
    with act_on(desk, number, "note-added") as work:
        by = notes.Written(work.act.entered_at, work.act.staff)
        work.notes.append(notes.add(work.session, work.case.request.id, words, meant, by))


@dataclass(frozen=True, slots=True)
class NewCharge:
    """A charge as typed; `amount` is for vouchers how many, else money as staff write it."""

    kind: str
    amount: str
    paid_on: date | None = None
    note: str = ""


def add_charge(desk: Desk, number: str, new: NewCharge) -> None:
    """Note a charge; raises `Invalid`. The currency is kept as it is."""
    what = Charge(read_code(new.kind, "kind", [one.value for one in Charge]))
    money = charges.read(what, new.amount, desk.currency)
    with act_on(desk, number, "charge-noted") as work:
        row = ChargeRow(
            request_id=work.case.request.id,
            kind=what.value,
            amount=money.amount,
            currency=money.currency,
            paid_on=new.paid_on,
            note=read_note(new.note),
            at=work.act.entered_at,
            staff=work.act.staff,
        )
        work.session.add(row)
        work.session.flush()
        work.beside[f"charge.{row.id}"] = [None, "new"]


def pay_charge(desk: Desk, number: str, charge_id: int, on: date) -> None:
    """Note that a charge was paid; raises `Missing`."""
    with act_on(desk, number, "charge-paid") as work:
        row = beside.one(work.session, ChargeRow, work.case.request.id, charge_id)
        before = row.paid_on.isoformat() if row.paid_on else None
        work.beside[f"charge.{row.id}.paid_on"] = [before, on.isoformat()]
        row.paid_on = on


def remove_charge(desk: Desk, number: str, charge_id: int) -> None:
    """Take a charge away; raises `Missing`."""
    with act_on(desk, number, "charge-removed") as work:
        row = beside.one(work.session, ChargeRow, work.case.request.id, charge_id)
        row.removed = True
        work.beside[f"charge.{row.id}.removed"] = [False, True]
