"""Running numbers, drawn in the same transaction as what they number."""

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from ill_desktop.domain.identity import request_number
from ill_desktop.store.rows import SequenceRow

REQUESTS = "request"
JUMP = 1_000
"""How far a restored desk skips ahead, past numbers it may have given before (DESIGN §4)."""

_TABLE = SequenceRow.__table__
_DRAW = (
    update(_TABLE)  # type: ignore[arg-type]
    .where(_TABLE.c.name == bindparam("named"), _TABLE.c.year == bindparam("of"))
    .values(value=_TABLE.c.value + 1)
    .returning(_TABLE.c.value)
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
