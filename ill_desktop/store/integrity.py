"""Whether a desk is sound, and how to mend what can be made anew from the rest."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, func, insert, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from ill_desktop.domain.lifecycle.states import Flag, Milestone
from ill_desktop.store import people, search
from ill_desktop.store.rows import AttemptRow, CounterRow, EventRow, MilestoneRow, RequestRow
from ill_desktop.store.rows.requests import flag_column


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong: a code worded in `words`, and where it was seen."""

    code: str
    where: str = ""


def check(session: Session, index: bool = True) -> tuple[Problem, ...]:
    """Everything the store can see wrong; a session of `work`, for the index is asked by a write.

    Without `index` any session will do, and only the pages of the index are looked at.

    Whether each event left its milestones is for the services to say, which make them; see
    `stored_milestones`.
    """
    pages = tuple(_pages(session))
    if pages:
        return pages
    return (
        *_keys(session),
        *_counters(session),
        *(_index(session) if index else ()),
        *_attempts(session),
        *_milestones(session),
    )


def _pages(session: Session) -> Iterator[Problem]:
    for (said,) in session.connection().exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield Problem("damaged", str(said))


def _keys(session: Session) -> Iterator[Problem]:
    for table, row, parent, _key in session.connection().exec_driver_sql(
        "PRAGMA foreign_key_check"
    ):
        yield Problem("foreign-key", f"{table} {row} → {parent}")


def _counters(session: Session) -> Iterator[Problem]:
    kept = {
        (row.side, row.state, row.flag): row.n
        for row in session.execute(
            select(CounterRow.side, CounterRow.state, CounterRow.flag, CounterRow.n)
        )
        if row.n
    }
    counted = recount(session)
    for key in sorted(kept.keys() | counted.keys()):
        if kept.get(key, 0) != counted.get(key, 0):
            yield Problem("counter", " ".join(key))


def _index(session: Session) -> Iterator[Problem]:
    try:
        with session.begin_nested():
            search.check(session)
        sound = people.words_are_kept(session)
    except DatabaseError:
        sound = False
    if not sound:
        yield Problem("search-index")


def _attempts(session: Session) -> Iterator[Problem]:
    belongs = select(AttemptRow.id).where(
        AttemptRow.id == RequestRow.attempt_id, AttemptRow.request_id == RequestRow.id
    )
    for number in session.scalars(
        select(RequestRow.number).where(RequestRow.attempt_id.is_not(None), ~belongs.exists())
    ):
        yield Problem("current-attempt", number)


def _milestones(session: Session) -> Iterator[Problem]:
    told = select(EventRow.id).where(
        EventRow.act == MilestoneRow.act, EventRow.request_id == MilestoneRow.request_id
    )
    for number, kind in session.execute(
        select(RequestRow.number, MilestoneRow.kind)
        .join(MilestoneRow, MilestoneRow.request_id == RequestRow.id)
        .where(~told.exists())
    ):
        yield Problem("milestone", f"{number} {kind}")


class Stored(NamedTuple):
    """One milestone as it is kept."""

    request_id: int
    attempt_id: int | None
    kind: Milestone
    on: date
    act: str


def stored_milestones(session: Session) -> Iterator[tuple[int, list[Stored]]]:
    """The milestones of each request by its row, in the order of the rows."""
    m = MilestoneRow
    rows = session.execute(
        select(m.request_id, m.attempt_id, m.kind, m.on, m.act)
        .order_by(m.request_id)
        .execution_options(yield_per=1_000)
    )
    for request_id, group in groupby(rows, key=lambda row: row.request_id):
        yield request_id, [Stored(*row) for row in group]


def recount(session: Session) -> Counter[tuple[str, str, str]]:
    """What the counters should say, counted from the requests."""
    found: Counter[tuple[str, str, str]] = Counter()
    marks: list[tuple[str, ColumnElement[bool] | None]] = [("", None)]
    marks += [(flag, getattr(RequestRow, flag_column(flag))) for flag in Flag]
    for name, mark in marks:
        rows = select(RequestRow.side, RequestRow.state, func.count()).group_by(
            RequestRow.side, RequestRow.state
        )
        for side, state, n in session.execute(rows if mark is None else rows.where(mark)):
            found[(side, state, name)] = n
    return found


def rebuild(session: Session) -> None:
    """Make counters, search index and readers' words anew."""
    session.execute(delete(CounterRow))
    for (side, state, flag), n in recount(session).items():
        session.execute(insert(CounterRow).values(side=side, state=state, flag=flag, n=n))
    search.rebuild(session)
    people.rebuild_words(session)
