"""What a line of a list is made of in SQL, and how its values are read.

The values of fifty lines are read at every key, so each type reads itself as fast as it can.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial, reduce
from operator import add
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Dialect,
    Integer,
    Select,
    String,
    TypeDecorator,
    case,
    cast,
    func,
    literal_column,
    select,
    true,
    type_coerce,
)
from sqlalchemy.orm import Session

from ill_desktop.domain.lifecycle.states import Flag, Service, Side, State
from ill_desktop.store.direct import Direct
from ill_desktop.store.lines import FLAGS, ListLine, flags_of
from ill_desktop.store.rows import AttemptRow, PartnerRow, PatronRow, RequestRow, SymbolRow
from ill_desktop.store.rows.requests import flag_column

_REQUEST = RequestRow.__table__.c
_SYMBOL = SymbolRow.__table__.c
_NOTHING: ColumnElement[str] = literal_column("''", String)


def lines_of_requests() -> Select[Any]:
    """Every request as the values of a `ListLine`, to be narrowed and put in order."""
    return (
        select(*_columns())
        .select_from(RequestRow.__table__)
        .outerjoin(PatronRow.__table__, PatronRow.id == _REQUEST.patron_id)
        .outerjoin(PartnerRow.__table__, PartnerRow.id == _REQUEST.partner_id)
    )


class _FlagSet(TypeDecorator[frozenset[Flag]]):
    """Flags as bits, read as a set."""

    impl = Integer
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        return flags_of


class _Member(TypeDecorator[StrEnum]):
    """A name of a closed list, read by one look into a dictionary."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        return {member.value: member for member in self.kind}.__getitem__


def _columns() -> tuple[ColumnElement[Any], ...]:
    """What a `ListLine` is made of, in its order."""
    r, reader, partner = _REQUEST, PatronRow.__table__.c, PartnerRow.__table__.c
    return (
        r.id, r.number, type_coerce(r.side, _Member(Side)),
        type_coerce(r.service, _Member(Service)), type_coerce(r.state, _Member(State)),
        type_coerce(_mask(), _FlagSet),
        _or(r.component_title, r.title), _or(r.component_author, r.author),
        _or_nothing(reader.code),
        r.partner_id, _or_nothing(partner.name), _or_nothing(_symbol()),
        r.our_id, r.their_id, r.needed_by, r.due, r.created_at, r.state_since, _more_suppliers(),
        r.reader_step, _or_nothing(reader.name),
    )  # fmt: skip


def _more_suppliers() -> ColumnElement[bool]:
    attempt = AttemptRow.__table__.c
    untried = (
        select(attempt.id)
        .where(attempt.request_id == _REQUEST.id, attempt.our_id.is_(None), ~attempt.ended)
        .exists()
    )
    asked = _REQUEST.state == literal_column(f"'{State.NOT_SUPPLIED.value}'")
    return case((asked, untried), else_=true())


def _mask() -> ColumnElement[int]:
    bits = (
        cast(_REQUEST[flag_column(flag)], Integer) * literal_column(str(2**n))
        for n, flag in enumerate(FLAGS)
    )
    return reduce(add, bits)


def _symbol() -> ColumnElement[str]:
    return (
        select(_SYMBOL.authority + literal_column("':'") + _SYMBOL.value)
        .where(_SYMBOL.partner_id == _REQUEST.partner_id)
        .order_by(_SYMBOL.position, _SYMBOL.id)
        .limit(literal_column("1"))
        .scalar_subquery()
    )


def _or(first: ColumnElement[str], second: ColumnElement[str]) -> ColumnElement[str]:
    return func.coalesce(func.nullif(first, _NOTHING), second)


def _or_nothing(text: ColumnElement[str]) -> ColumnElement[str]:
    return func.coalesce(text, _NOTHING)


_as_line: Callable[[Any], ListLine] = partial(tuple.__new__, ListLine)
"""`ListLine._make` without counting the fields again for every line."""


def read_lines(session: Session, statement: Direct, given: Mapping[str, Any]) -> list[ListLine]:
    """The lines a statement over `lines_of_requests` finds."""
    return list(map(_as_line, statement.rows(session, **given)))
