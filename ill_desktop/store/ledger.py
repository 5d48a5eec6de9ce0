"""The ledger as a list: what came and went, newest first."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Executable, Integer, bindparam, func, select
from sqlalchemy.orm import Session

from ill_desktop.store.rows import MessageRow, PartnerRow, RequestRow, SymbolRow

_MESSAGE = MessageRow.__table__.c
_SYMBOL = SymbolRow.__table__.c
_EVERY_LINE = 2**62
_FILTERS: dict[str, ColumnElement[bool]] = {
    "state": _MESSAGE.state == bindparam("state"),
    "direction": _MESSAGE.direction == bindparam("direction"),
    "request_id": _MESSAGE.request_id == bindparam("request_id"),
    "partner_id": _MESSAGE.partner_id == bindparam("partner_id"),
    "after": _MESSAGE.id < bindparam("after"),
}


@dataclass(frozen=True, slots=True)
class LedgerQuery:
    """Which messages, newest first. `limit` 0 means all; `after` is the last id seen."""

    state: str = ""
    direction: str = ""
    request_id: int | None = None
    partner_id: int | None = None
    limit: int = 50
    after: int | None = None


class LedgerLine(NamedTuple):
    """One message in a list; `at` is when it left or came, else when it was made."""

    id: int
    direction: str
    kind: str
    request: str
    partner_id: int | None
    partner_name: str
    partner_symbol: str
    state: str
    file: str
    at: datetime
    summary: str
    reason: str
    reason_value: str
    due_at: datetime | None


class LedgerPage(NamedTuple):
    """Some messages, how many there are in all, and the id to ask `after` for more, or None."""

    lines: tuple[LedgerLine, ...]
    total: int
    following: int | None


def messages(session: Session, query: LedgerQuery) -> LedgerPage:
    """Some lines of the ledger."""
    names = ("state", "direction", "request_id", "partner_id")
    given: dict[str, Any] = {n: getattr(query, n) for n in names if getattr(query, n)}
    shape = frozenset(given)
    total = int(session.connection().execute(_total(shape), given).scalar_one())
    if query.after is not None:
        given["after"] = query.after
    given["most"] = query.limit + 1 if query.limit else _EVERY_LINE
    found = session.connection().execute(_lines(frozenset(given) - {"most"}), given).all()
    lines = tuple(map(_line, found[: query.limit] if query.limit else found))
    more = bool(query.limit) and len(found) > query.limit
    return LedgerPage(lines, total, lines[-1].id if more else None)


@cache
def _lines(shape: frozenset[str]) -> Executable:
    symbol = (
        select(_SYMBOL.authority + ":" + _SYMBOL.value)
        .where(_SYMBOL.partner_id == _MESSAGE.partner_id)
        .order_by(_SYMBOL.position, _SYMBOL.id)
        .limit(1)
        .scalar_subquery()
    )
    m = _MESSAGE
    at = func.coalesce(m.written_at, m.created_at, type_=m.created_at.type)
    return (
        select(m.id, m.direction, m.kind, RequestRow.__table__.c.number, m.partner_id,
               PartnerRow.__table__.c.name, symbol, m.state, m.file_name, at,
               m.summary, m.reason, m.reason_value, m.due_at)
        .select_from(MessageRow.__table__)
        .outerjoin(RequestRow.__table__, RequestRow.id == m.request_id)
        .outerjoin(PartnerRow.__table__, PartnerRow.id == m.partner_id)
        .where(*(_FILTERS[name] for name in sorted(shape)))
        .order_by(m.id.desc())
        .limit(bindparam("most", type_=Integer))
    )  # fmt: skip


@cache
def _total(shape: frozenset[str]) -> Executable:
    filters = (_FILTERS[name] for name in sorted(shape))
    return select(func.count()).select_from(MessageRow.__table__).where(*filters)


def statements() -> tuple[Executable, ...]:
    """Every kind of statement this module runs, to be compiled elsewhere."""
    return _lines(frozenset(_FILTERS)), _total(frozenset(_FILTERS) - {"after"})


def _line(found: Any) -> LedgerLine:
    values = list(found)
    for place in (3, 5, 6):
        values[place] = values[place] or ""
    return LedgerLine._make(values)
