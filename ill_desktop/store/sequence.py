"""Running numbers, drawn in the same transaction as what they number.

A restored desk does not know what was drawn after its backup was made, so every sequence skips
ahead, also those that had not begun by then.
"""

from collections.abc import Mapping

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from ill_desktop.domain.identity import request_number
from ill_desktop.store.direct import Direct
from ill_desktop.store.rows import SequenceRow

REQUESTS = "request"
JUMP = 1_000
"""How far a restored desk skips ahead, past numbers it may have given before (DESIGN §4)."""
LEAP = 100
"""The same for the sendings of one request: their ids are kept short."""
RESTORED, KNOWN = "restored", "known"
"""How often the desk was restored in or after a year, and the last number it may have given."""

Drawn = Mapping[tuple[str, int], int]
"""The last value of each sequence, by name and year."""

_TABLE = SequenceRow.__table__
_DRAW = Direct(
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
    drawn = _DRAW.value(session, named=name, of=year)
    if drawn is None:
        drawn = 1 + JUMP * _marks(session, year).get(RESTORED, 0)
        session.execute(insert(SequenceRow).values(name=name, year=year, value=drawn))
    return int(drawn)


def lost_sendings(session: Session, number: str) -> int:
    """How many sendings of a request may have been lost when the desk was restored."""
    marks = _marks(session, 2000 + int(number[:2]))
    return LEAP * marks.get(RESTORED, 0) if int(number[2:]) <= marks.get(KNOWN, 0) else 0


_MARKS = select(SequenceRow.name, SequenceRow.value).where(
    SequenceRow.name.in_((RESTORED, KNOWN)), SequenceRow.year == bindparam("of")
)


def _marks(session: Session, year: int) -> dict[str, int]:
    return {row.name: row.value for row in session.execute(_MARKS, {"of": year})}


def jump(session: Session, year: int, before: Drawn) -> None:
    """Skip ahead in every sequence, in the year it is and in those before.

    `before` is what the desk had drawn that is replaced, where that can be read.
    """
    rows = session.scalars(select(SequenceRow))
    drawn = {(row.name, row.year): row.value for row in rows}
    years = {0, year, *(of for _, of in (*drawn, *before))}
    moved = {*drawn, *before, *((RESTORED, of) for of in years)}
    for name, of in sorted(one for one in moved if one[0] != KNOWN):
        last = max(drawn.get((name, of), 0), before.get((name, of), 0))
        ahead = last + (1 if name == RESTORED else JUMP)
        session.merge(SequenceRow(name=name, year=of, value=ahead))
        if name == REQUESTS:
            session.merge(SequenceRow(name=KNOWN, year=of, value=ahead))
