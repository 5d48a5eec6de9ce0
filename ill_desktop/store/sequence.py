"""Running numbers, drawn in the same transaction as what they number."""

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from ill_desktop.domain.identity import request_number
from ill_desktop.store.rows import SequenceRow

REQUESTS = "request"
JUMP = 1_000
"""How far a restored desk skips ahead, past numbers it may have given before (DESIGN §4)."""

_DRAW = (
    update(SequenceRow)
    .where(SequenceRow.name == bindparam("named"), SequenceRow.year == bindparam("of"))
    .values(value=SequenceRow.value + 1)
    .returning(SequenceRow.value)
    .execution_options(synchronize_session=False)
)


def next_number(session: Session, year: int) -> str:
    """The next request number of a year, `YYNNNNNN`; a session of `work`, never of `read`."""
    return request_number(year, draw(session, REQUESTS, year))


def draw(session: Session, name: str, year: int) -> int:
    """The next value of a sequence; 1 is the first of a year."""
    drawn = session.scalar(_DRAW, {"named": name, "of": year})
    if drawn is None:
        session.execute(insert(SequenceRow).values(name=name, year=year, value=1))
        return 1
    return int(drawn)


def jump(session: Session) -> None:
    """Skip ahead in every sequence, because a backup does not know what was drawn after it."""
    for row in session.scalars(select(SequenceRow)):
        row.value += JUMP
