"""Looking a request up by the end of its number or by its partner; words are `listing`'s."""

from functools import cache

from sqlalchemy import Executable, Integer, bindparam, select
from sqlalchemy.orm import Session

from ill_desktop.domain.identity import request_number
from ill_desktop.store.line_columns import as_line, lines_of_requests
from ill_desktop.store.lines import ListLine
from ill_desktop.store.rows import PartnerRow, RequestRow, SequenceRow
from ill_desktop.store.sequence import REQUESTS

MOST = 40
"""How many numbers are tried: whoever types more figures finds what is older."""

_REQUEST = RequestRow.__table__.c


def ending_in(session: Session, figures: str) -> tuple[ListLine, ...]:
    """The newest requests whose number ends in some figures.

    No index knows ends, but the sequences tell which numbers there can be.
    """
    numbers = _ending(session, figures) if len(figures) < 8 else [figures]
    if not numbers:
        return ()
    found = session.connection().execute(_numbered(), {"numbers": numbers})
    return tuple(map(as_line, found))


def _ending(session: Session, figures: str) -> list[str]:
    drawn = select(SequenceRow.year, SequenceRow.value).where(SequenceRow.name == REQUESTS)
    found: list[str] = []
    for year, last in session.execute(drawn.order_by(SequenceRow.year.desc())):
        if len(figures) > 6 and not f"{year % 100:02d}".endswith(figures[:-6]):
            continue
        step, end = 10 ** min(len(figures), 6), int(figures[-6:])
        first = last - (last - end) % step
        found += [request_number(year, n) for n in range(first, 0, -step)][: MOST - len(found)]
    return found


def of_partner(session: Session, partner: int, most: int) -> tuple[ListLine, ...]:
    """The newest requests of a partner."""
    given = {"partner": partner, "most": most}
    return tuple(map(as_line, session.connection().execute(_of_partner(), given)))


def partner_names(session: Session) -> list[tuple[int, str]]:
    """Every partner by id and name."""
    return [(row.id, row.name) for row in session.execute(select(PartnerRow.id, PartnerRow.name))]


@cache
def _numbered() -> Executable:
    wanted = _REQUEST.number.in_(bindparam("numbers", expanding=True))
    return lines_of_requests().where(wanted).order_by(_REQUEST.id.desc())


@cache
def _of_partner() -> Executable:
    ids = (
        select(_REQUEST.id)
        .where(_REQUEST.partner_id == bindparam("partner"))
        .order_by(_REQUEST.id.desc())
        .limit(bindparam("most", type_=Integer))
    )
    return lines_of_requests().where(_REQUEST.id.in_(ids)).order_by(_REQUEST.id.desc())
