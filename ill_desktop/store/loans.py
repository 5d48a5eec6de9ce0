"""Which loans are in the desk already, by copy and by the act that brought them in."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ill_desktop.domain.identity import code_key
from ill_desktop.domain.lifecycle.standing import is_final, states
from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.store.rows import EventRow, ItemRow, RequestRow

AT_ONCE = 500


def _parts(values: Sequence[str]) -> Iterable[Sequence[str]]:
    return (values[n : n + AT_ONCE] for n in range(0, len(values), AT_ONCE))


def brought(session: Session, acts: Sequence[str]) -> dict[str, str]:
    """Numbers of the requests that acts of importing have made, by act."""
    found: dict[str, str] = {}
    for part in _parts(acts):
        query = (
            select(EventRow.act, RequestRow.number)
            .join(RequestRow, RequestRow.id == EventRow.request_id)
            .where(EventRow.act.in_(part), EventRow.kind == "imported")
        )
        found |= {row.act: row.number for row in session.execute(query)}
    return found


def with_barcodes(session: Session, side: Side, barcodes: Sequence[str]) -> dict[str, str]:
    """Numbers of open requests of a side that hold these copies, by the key of their barcode."""
    live = [state for state in states(side) if not is_final(side, state)]
    found: dict[str, str] = {}
    for part in _parts([code_key(one) for one in barcodes]):
        query = (
            select(ItemRow.barcode, RequestRow.number)
            .join(RequestRow, RequestRow.id == ItemRow.request_id)
            .where(func.lower(ItemRow.barcode).in_(part))
            .where(RequestRow.side == side, RequestRow.state.in_(live))
        )
        found |= {code_key(row.barcode): row.number for row in session.execute(query)}
    return found
