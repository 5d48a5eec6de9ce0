"""One request with everything an act may touch, and the difference the act made.

The difference is what an event keeps: ids, codes, dates and numbers, but nothing that could tell
who asked (DESIGN §5). Of free text and of the reader it keeps that they changed, and under which
number what stood there before is noted until the request forgets it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import bindparam, inspect, select
from sqlalchemy.orm import Session

from ill_desktop.domain import codes
from ill_desktop.domain.citation import TEXT_FIELDS
from ill_desktop.domain.errors import Missing
from ill_desktop.store import notes
from ill_desktop.store.base import Base
from ill_desktop.store.rows import AttemptRow, ItemRow, RequestRow
from ill_desktop.store.writing import put

TELLING = frozenset(
    {*TEXT_FIELDS, "note", "delivery_address", "return_address", "link", "state_text", "pickup",
     "patron_id", "patron_code_sent", "condition", "call_number", "location", "identifiers",
     "settings"}
)  # fmt: skip
"""Columns that no event holds: free text, and whose request it is."""
_OURS = frozenset({"id", "version", "request_id"})

Picture = dict[str, dict[str, Any]]
Keep = Callable[[str, Any], int | None]
"""Notes what stood in a column elsewhere; the note's number, or None where it is not kept."""
NOTED = "noted"


@dataclass(slots=True)
class Case:
    """A request, its attempts in supplier order, and its volumes."""

    request: RequestRow
    attempts: list[AttemptRow]
    items: list[ItemRow]

    @property
    def current(self) -> AttemptRow | None:
        """The attempt that may move the state."""
        return self.attempt(self.request.attempt_id)

    def attempt(self, attempt_id: int | None) -> AttemptRow | None:
        """One of its attempts, or None."""
        return next((a for a in self.attempts if a.id == attempt_id), None)

    @property
    def untried(self) -> list[AttemptRow]:
        """Suppliers on the list that nothing was sent to yet."""
        return [a for a in self.attempts if a.our_id is None and not a.ended]


def make(session: Session, said: Mapping[str, Any]) -> int:
    """Write a new request, of which `said` is known by column; its row's number."""
    return put(session, RequestRow, {"version": 1, **said})


def case_by_number(session: Session, number: str) -> Case:
    """The case of a request number; raises `Missing`."""
    request = session.scalar(select(RequestRow).where(RequestRow.number == number))
    if request is None:
        raise Missing("request", number)
    return _case(session, request)


def case_by_id(session: Session, request_id: int) -> Case:
    """The case of a request's row; raises `Missing`."""
    request = session.get(RequestRow, request_id)
    if request is None:
        raise Missing("request", str(request_id))
    return _case(session, request)


def _case(session: Session, request: RequestRow) -> Case:
    of = {"request": request.id}
    attempts, items = session.scalars(_ATTEMPTS, of), session.scalars(_ITEMS, of)
    return Case(request, list(attempts), list(items))


_ATTEMPTS = (
    select(AttemptRow)
    .where(AttemptRow.request_id == bindparam("request"))
    .order_by(AttemptRow.position, AttemptRow.id)
)
_ITEMS = select(ItemRow).where(ItemRow.request_id == bindparam("request")).order_by(ItemRow.id)


def picture(case: Case) -> Picture:
    """Every column of the case, by row, as JSON can hold it."""
    seen = {"request": _columns(case.request)}
    seen |= {f"attempt.{row.id}": _columns(row) for row in case.attempts if row.id}
    seen |= {f"item.{row.id}": _columns(row) for row in case.items if row.id}
    return seen


def _columns(row: Base) -> dict[str, Any]:
    return {name: _plain(getattr(row, name)) for name in _names(type(row))}


@cache
def _names(row: type[Base]) -> tuple[str, ...]:
    return tuple(a.key for a in inspect(row).column_attrs if a.key not in _OURS)


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _nowhere(_column: str, _before: Any) -> None:
    return None


def difference(before: Picture, after: Picture, keep: Keep = _nowhere) -> dict[str, Any]:
    """`{"row.column": [before, after]}`; `{"row": [None, …]}` where a row is new, and
    `{"row": [columns, None]}` where it is gone.

    Of what tells (`TELLING`), that which came where nothing was stands as *new*, and that which
    stood there before as `{"noted": number}`, or None where `keep` did not keep it.
    """
    found: dict[str, Any] = {
        row: [{name: _safe(name, value, keep) for name, value in before[row].items()}, None]
        for row in before.keys() - after.keys()
    }
    for row, columns in after.items():
        if row not in before:
            found[row] = [None, "new"]
            continue
        for name, value in columns.items():
            if value != before[row][name]:
                found[f"{row}.{name}"] = _change(name, before[row][name], value, keep)
    return found


def _change(name: str, before: Any, after: Any, keep: Keep) -> Any:
    if _is_safe(name, before):
        return [before, after if _is_safe(name, after) else "new"]
    return _safe(name, before, keep)


def _safe(name: str, value: Any, keep: Keep) -> Any:
    if _is_safe(name, value):
        return value
    note = keep(name, value)
    return None if note is None else {NOTED: note}


def _is_safe(name: str, value: Any) -> bool:
    """Whether an event may hold it; a condition of the list is a code."""
    return name not in TELLING or not value or (name == "condition" and value in _CONDITIONS)


_CONDITIONS = frozenset(codes.LOAN_CONDITION)


def is_lost(session: Session, change: Any) -> bool:
    """Whether what stood there before a change cannot be put back."""
    return change is None or (
        isinstance(change, dict) and not notes.is_kept(session, change[NOTED])
    )


def put_back(session: Session, case: Case, changes: Mapping[str, Any]) -> None:
    """Restore what an act changed, from the difference its event kept; nothing of it `is_lost`.

    Volumes the act made are taken away again, and those it took away are made; attempts it made
    are ended, because events and messages still speak of them.
    """
    rows: dict[str, Base] = {"request": case.request}
    rows |= {f"attempt.{row.id}": row for row in case.attempts}
    rows |= {f"item.{row.id}": row for row in case.items}
    for path, change in changes.items():
        if path in rows:
            _unmake(session, rows[path])
            continue
        name, _, column = path.rpartition(".")
        if name == "item":
            _make_again(session, case, int(column), change[0])
        elif name in rows:
            before = change if isinstance(change, dict) else change[0]
            setattr(rows[name], column, _before(session, type(rows[name]), column, before))


def _before(session: Session, row: type[Base], column: str, value: Any) -> Any:
    if isinstance(value, dict) and NOTED in value:
        return notes.take_before(session, value[NOTED])
    return _typed(row, column, value)


def _unmake(session: Session, row: Base) -> None:
    if isinstance(row, AttemptRow):
        row.ended, row.sent_at = True, None
    else:
        session.delete(row)


def _make_again(session: Session, case: Case, row_id: int, columns: Mapping[str, Any]) -> None:
    typed = {name: _before(session, ItemRow, name, value) for name, value in columns.items()}
    item = ItemRow(id=row_id, request_id=case.request.id, **typed)
    session.add(item)
    case.items.append(item)


def _typed(row: type[Base], column: str, value: Any) -> Any:
    if value is None:
        return None
    kind = inspect(row).columns[column].type.python_type
    if issubclass(kind, datetime | date):
        return kind.fromisoformat(value)
    if issubclass(kind, StrEnum):
        return kind(value)
    return Decimal(value) if issubclass(kind, Decimal) else value
