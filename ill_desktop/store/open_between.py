"""What is open: with one partner, on both sides, for statements (FEATURES MX-6), and at all."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from ill_desktop.domain.lifecycle.standing import STANDING
from ill_desktop.domain.lifecycle.states import Side, State
from ill_desktop.store.listed import listed
from ill_desktop.store.rows import AttemptRow, RequestRow


def open_between(
    session: Session, partner_id: int, states: Iterable[tuple[Side, State]]
) -> Sequence[Any]:
    """Requests with a partner that are in one of these states, by number.

    Rows of number, side, state, title, due, both numbers of the current attempt (empty when
    lending) and the requester's id of a lending request.
    """
    wanted = (
        select(
            RequestRow.number,
            RequestRow.side,
            RequestRow.state,
            RequestRow.title,
            RequestRow.component_title,
            RequestRow.due,
            RequestRow.their_id,
            AttemptRow.our_id.label("attempt_id"),
            AttemptRow.their_id.label("supplier_id"),
        )
        .outerjoin(AttemptRow, AttemptRow.id == RequestRow.attempt_id)
        .where(RequestRow.partner_id == partner_id, _in(states))
        .order_by(RequestRow.id)
    )
    return session.execute(wanted).all()


def lent_to(
    session: Session, partner_id: int, ids: Collection[str], numbers: Collection[str]
) -> tuple[Mapping[str, str], frozenset[str]]:
    """What was lent to a partner: our numbers by its ids, the newest of several with one id, and
    those of the numbers that are one.
    """
    wanted = (
        select(RequestRow.number, RequestRow.their_id)
        .where(
            RequestRow.side == Side.LENDING,
            RequestRow.partner_id == partner_id,
            or_(RequestRow.their_id.in_(listed(ids)), RequestRow.number.in_(listed(numbers))),
        )
        .order_by(RequestRow.id)
    )
    rows = session.execute(wanted).all()
    return {row.their_id: row.number for row in rows}, frozenset(row.number for row in rows)


def asked_as(session: Session, ids: Collection[str]) -> Mapping[str, str]:
    """Our numbers of what was sent to whomever under these ids."""
    wanted = (
        select(AttemptRow.our_id, RequestRow.number)
        .join(RequestRow, RequestRow.id == AttemptRow.request_id)
        .where(AttemptRow.our_id.in_(listed(ids)))
    )
    return {row.our_id: row.number for row in session.execute(wanted)}


def is_open() -> ColumnElement[bool]:
    """Whether something is still expected to happen with a request."""
    return _in(where for where, standing in STANDING.items() if not standing.final)


def _in(states: Iterable[tuple[Side, State]]) -> ColumnElement[bool]:
    by_side: dict[Side, list[State]] = {}
    for side, state in states:
        by_side.setdefault(side, []).append(state)
    return or_(
        *(and_(RequestRow.side == side, RequestRow.state.in_(of)) for side, of in by_side.items())
    )
