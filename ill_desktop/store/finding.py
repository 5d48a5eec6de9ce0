"""Looking a request up by a code, the end of its number or its partner; words are `listing`'s."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import BindParameter, Integer, and_, bindparam, case, func, select, union
from sqlalchemy.orm import Session

from ill_desktop.domain.identity import code_key, request_number, spellings
from ill_desktop.store.direct import Direct
from ill_desktop.store.line_columns import lines_of_requests, read_lines
from ill_desktop.store.lines import ListLine
from ill_desktop.store.open_between import is_open
from ill_desktop.store.rows import (
    AttemptRow,
    ItemRow,
    PartnerRow,
    RequestRow,
    SequenceRow,
    SymbolRow,
)
from ill_desktop.store.sequence import REQUESTS

MOST = 40
"""How many numbers are tried: whoever types more figures finds what is older."""

SHORTEST_CODE = 4
"""Shorter words, and those without a figure, are no barcodes: not worth a look at every key."""
MOST_CODED = 400
"""So many requests at most are known by one code: a book that was often lent."""

_REQUEST = RequestRow.__table__.c


def ending_in(session: Session, figures: str) -> tuple[ListLine, ...]:
    """The newest requests whose number ends in some figures.

    No index knows ends, but the sequences tell which numbers there can be.
    """
    numbers = _ending(session, figures) if len(figures) < 8 else [figures]
    if not numbers:
        return ()
    return numbered(session, numbers)


def numbered(session: Session, numbers: Sequence[str]) -> tuple[ListLine, ...]:
    """The requests of these numbers, as far as they are there, the newest first."""
    return tuple(read_lines(session, _numbered(), {"numbers": list(numbers)}))


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
    return tuple(read_lines(session, _of_partner(), {"partner": partner, "most": most}))


def coded(session: Session, typed: str) -> list[int]:
    """The ids of requests with a volume of this barcode, or once sent under this id.

    Open ones come first, then the newest.

    Only the whole code counts, in capital or small letters. Words and the ids of now are
    `listing`'s.
    """
    code = typed.encode("utf-8", "ignore").decode().strip()
    if len(code) < SHORTEST_CODE or not any(map(str.isdecimal, code)):
        return []
    given = {"codes": spellings(code), "key": code_key(code), "most": MOST_CODED}
    return [one for (one,) in _coded().rows(session, **given)]


def partner_names(session: Session) -> list[tuple[int, str]]:
    """Every partner by id and name."""
    return [(row.id, row.name) for row in session.execute(select(PartnerRow.id, PartnerRow.name))]


def partner_words(session: Session) -> list[tuple[str, str]]:
    """The name of every active partner with its first symbol."""
    first = and_(SymbolRow.partner_id == PartnerRow.id, SymbolRow.position == 0)
    known = select(PartnerRow.name, SymbolRow.authority, SymbolRow.value).join(SymbolRow, first)
    found = session.execute(known.where(PartnerRow.active).order_by(PartnerRow.name))
    return [(name, f"{authority}:{value}") for name, authority, value in found]


@cache
def _numbered() -> Direct:
    wanted = _REQUEST.number.in_(bindparam("numbers", expanding=True))
    return Direct(lines_of_requests().where(wanted).order_by(_REQUEST.id.desc()))


@cache
def _of_partner() -> Direct:
    ids = (
        select(_REQUEST.id)
        .where(_REQUEST.partner_id == bindparam("partner"))
        .order_by(_REQUEST.id.desc())
        .limit(bindparam("most", type_=Integer))
    )
    return Direct(lines_of_requests().where(_REQUEST.id.in_(ids)).order_by(_REQUEST.id.desc()))


@cache
def _coded() -> Direct:
    codes: BindParameter[Sequence[str]] = bindparam("codes", expanding=True)
    item, attempt = ItemRow.__table__.c, AttemptRow.__table__.c
    both = union(
        select(item.request_id.label("id")).where(func.lower(item.barcode) == bindparam("key")),
        select(attempt.request_id.label("id")).where(attempt.our_id.in_(codes)),
    ).subquery()
    known = select(both.c.id).join(RequestRow, RequestRow.id == both.c.id)
    first = case((is_open(), 0), else_=1)
    newest = known.order_by(first, both.c.id.desc())
    return Direct(newest.limit(bindparam("most", type_=Integer)))
