"""Which requests a library still has to be told of by telephone or letter.

Frozen once released; imports nothing of the application.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import context, op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

UNTOLD = "untold."
HEARD = ("partner", "by-hand")
TELLS_ITSELF = {
    *("expect-to-supply", "will-supply", "loaned", "copy-completed"),
    *("received", "shipped-return", "loan-completed"),
}
BEGINS = ("request", "retry-request")


def upgrade() -> None:
    """Make the table, and fill it from what the events say."""
    op.create_table(
        "to_tell",
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name="fk_to_tell_request_id_request"
        ),
        sa.PrimaryKeyConstraint("request_id", name="pk_to_tell"),
    )
    if not context.is_offline_mode():
        _fill(op.get_bind())


def _fill(connection: sa.Connection) -> None:
    event = sa.table("event", *map(sa.column, _COLUMNS))
    spoke = sa.cast(event.c.difference, sa.Text()).like(f'%"{UNTOLD}%')
    asked = (
        sa.select(event)
        .where(event.c.request_id.in_(sa.select(event.c.request_id).where(spoke)))
        .order_by(event.c.request_id, event.c.id.desc())
    )
    histories = groupby(connection.execute(asked), key=lambda row: row.request_id)
    waiting = [{"request_id": request} for request, events in histories if _is_left(list(events))]
    if waiting:
        connection.execute(sa.insert(sa.table("to_tell", sa.column("request_id"))), waiting)


_COLUMNS = ("id", "request_id", "attempt_id", "act", "kind", "source", "state_to", "undoes",
            "difference")  # fmt: skip


def _is_left(events: Sequence[Any]) -> bool:
    """Whether anything is left to tell; the newest event comes first."""
    undone = {row.undoes for row in events if row.undoes}
    settled: set[int | None] = set()
    found: set[tuple[int | None, str]] = set()
    reopened = False
    for row in events:
        if row.undoes or row.act in undone or row.attempt_id in settled:
            continue
        says = _said(row.difference)
        ends = row.state_to == "closed" and not says
        if row.kind == "told-otherwise" or (ends and not reopened):
            break
        reopened = row.kind == "reopen" or (reopened and not ends)
        if row.source in HEARD or TELLS_ITSELF.intersection(says):
            settled.add(row.attempt_id)
        else:
            found |= {(row.attempt_id, one) for one in says}
    return any(not _is_needless(attempt, found) for attempt, _ in found)


def _said(difference: Any) -> list[str]:
    names: Iterable[str] = json.loads(difference) if isinstance(difference, str) else difference
    return [name.removeprefix(UNTOLD) for name in names or () if name.startswith(UNTOLD)]


def _is_needless(attempt: int | None, found: set[tuple[int | None, str]]) -> bool:
    """Who was never told that we ask hears neither of that nor that it is cancelled."""
    begun = any((attempt, one) in found for one in BEGINS)
    return begun and (attempt, "cancel") in found
