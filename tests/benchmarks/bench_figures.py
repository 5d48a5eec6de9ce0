"""A month's and a year's figures, beside a walk over the index they are read from.

The walk adds up one number of every milestone of the same days in the covering index: the least
any count can cost. Both are measured in turn, so that a busy machine slows them alike. The goal
for a year of one figure by month is 23 walks: six times what DuckDB took, which took 3.8
(BASELINES §6).
"""

import statistics
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from ill_desktop.domain.measures import MEASURES, By, measure
from ill_desktop.services import closing, trends
from ill_desktop.services import statistics as figures
from ill_desktop.services.counting import Count, months_before, span_of
from ill_desktop.services.desk import Desk, NewDesk, make_desk, open_desk
from ill_desktop.store import driver
from ill_desktop.store.measures import Span
from tests.benchmarks import make_desk as many
from tests.benchmarks.bench_store import in_turn, raw_connection, say

DAYS = {
    "borrowing": (
        ("created", 0), ("sent", 1), ("attempt-sent", 1), ("shipped", 5), ("received", 8),
        ("notified", 9), ("return-shipped", 30), ("closed-filled", 33),
    ),
    "lending": (("arrived", 0), ("first-answer", 1), ("supplied", 2), ("back", 31)),
}  # fmt: skip


def life(path: Path) -> None:
    """Give every request the milestones and events of an ordinary loan."""
    raw = raw_connection(path)
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(
        "INSERT INTO attempt (request_id, ordinal, position, partner_id, symbol, our_id, their_id,"
        " state_text, ended, told)"
        " SELECT id, 1, 1, partner_id, '', our_id || '/' || id, '', '', 0, '{}'"
        " FROM request WHERE side = 'borrowing'"
    )
    for side, days in DAYS.items():
        for kind, after in days:
            raw.execute(
                'INSERT INTO milestone (request_id, attempt_id, kind, at, "on", act, reason)'
                f" SELECT r.id, a.id, '{kind}', datetime(r.created_at, '+{after} days'),"
                f" date(r.created_on, '+{after} days'), '{kind}' || r.id, ''"
                " FROM request r LEFT JOIN attempt a ON a.request_id = r.id WHERE r.side = ?",
                (side,),
            )
    for kind, after in (("created", 0), ("will-supply", 1), ("is-back", 33)):
        raw.execute(
            "INSERT INTO event (act, request_id, kind, source, effective_at, entered_at,"
            " local_date, staff, state_to, difference, reason)"
            f" SELECT '{kind}' || id, id, '{kind}', 'staff', created_at, created_at,"
            f" date(created_on, '+{after} days'), '', state, '{{}}', '' FROM request"
        )
    raw.execute(
        "UPDATE request SET closed_at = datetime(created_at, '+33 days') WHERE state = 'done'"
    )
    raw.execute("COMMIT")
    raw.close()


def walk(path: Path, span: Span) -> Callable[[], object]:
    """Every milestone of some days, from the index alone."""
    raw = raw_connection(path)
    kinds = sorted({kind for days in DAYS.values() for kind, _ in days})
    marks = ", ".join(f"'{kind}'" for kind in kinds)
    statement = (
        f'SELECT count(*), sum(request_id) FROM milestone WHERE kind IN ({marks}) AND "on" >= ?'
        ' AND "on" <= ?'
    )
    given = (span.first.isoformat(), span.last.isoformat())
    return lambda: raw.execute(statement, given).fetchall()


def compare(desk: Desk, last: date, months: int, rounds: int) -> None:
    """Everything the page and the files want, for so many months."""
    span = span_of(months_before(last, months - 1), last)
    first, end = f"{span.first:%Y-%m}", f"{span.last:%Y-%m}"

    def counted(work: Callable[[Count], object]) -> Callable[[], object]:
        def run() -> object:
            with desk.database.read() as session:
                return work(Count(desk, session, span))

        return run

    took = in_turn(
        {
            "walk": walk(desk.folder.database, span),
            "one": counted(lambda count: count.whole(measure("B3"))),
            "by": counted(lambda count: count.values(measure("B3"), By.MONTH)),
            "time": counted(lambda count: count.whole(measure("B8"))),
            "hand": counted(lambda count: count.whole(measure("W1"))),
            "whole": counted(lambda count: [count.whole(one) for one in MEASURES]),
            "parts": lambda: figures.figures(desk, first, end),
            "twelve": lambda: trends.trend(desk, end),
        },
        rounds,
    )
    name = "month" if months == 1 else "year"
    ms = {what: statistics.median(some) for what, some in took.items()}
    for what, text in (
        ("one", "one figure"),
        ("by", "one figure by month"),
        ("time", "a turnaround with median"),
        ("hand", "work in hand"),
        ("whole", "all figures"),
        ("parts", "all figures and all their parts"),
        ("twelve", "twelve months of the chart"),
    ):
        goal = "<= 23" if what == "by" else "-"
        say(
            f"{name}: {text} / walk of the index", ms[what] / ms["walk"], goal, ms[what], ms["walk"]
        )


def closed(desk: Desk, last: date, rounds: int) -> None:
    """A closed month is read, not counted; its corrections are."""
    month = f"{last:%Y-%m}"
    closing.close(desk, month)

    def kept() -> object:
        from ill_desktop.store import closed_months

        with desk.database.read() as session:
            row = closed_months.closed(session, month)
            assert row is not None
            return [closing.kept_value(row, one.code) for one in MEASURES]

    took = in_turn({"kept": kept, "checked": lambda: figures.figures(desk, month, month)}, rounds)
    ms = {what: statistics.median(some) for what, some in took.items()}
    say("closed month: kept / counted again", ms["kept"] / ms["checked"], "< 0.1", *ms.values())


def main() -> int:
    asked = many.arguments(__doc__)
    with many.desk_of(asked.requests, asked.kept) as spare:
        place = spare.with_name("desk")
        made = make_desk(place, NewDesk("Bench", "ISIL:ID-X", test=True))
        library = made.folder.database
        made.close()
        _take_over(library, spare)
        life(spare)
        spare.replace(library)
        for ending in ("-wal", "-shm"):
            library.with_name(library.name + ending).unlink(missing_ok=True)
        desk = open_desk(place)
        last = months_before(_newest(library), 3)
        print(f"{asked.requests:,} requests, SQLite {driver.module.sqlite_version}")
        compare(desk, last, 1, 3)
        compare(desk, last, 12, 1)
        closed(desk, last, 2)
        desk.close()
    return 0


def _take_over(library: Path, spare: Path) -> None:
    """The card of a desk, into a file that has only requests."""
    raw = raw_connection(spare)
    raw.execute("ATTACH DATABASE ? AS card", (str(library),))
    for table in ("library", "library_symbol"):
        raw.execute(f"INSERT INTO {table} SELECT * FROM card.{table}")
    raw.execute("DETACH DATABASE card")
    raw.close()


def _newest(path: Path) -> date:
    raw = raw_connection(path)
    (day,) = raw.execute("SELECT max(created_on) FROM request").fetchone()
    raw.close()
    return date.fromisoformat(day)


if __name__ == "__main__":
    sys.exit(main())
