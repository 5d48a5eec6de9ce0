"""Lists, search, counts and updates, each beside the least the same work can cost.

Every line names a ratio and the goal of BASELINES §2 in brackets. Both sides of a ratio are
measured in turn, so that a busy machine slows them alike.
"""

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ill_desktop.domain.lifecycle.states import Side, State
from ill_desktop.domain.queues import Queue
from ill_desktop.store import driver, integrity, manners
from ill_desktop.store.database import Database
from ill_desktop.store.first_page import first_page, looking
from ill_desktop.store.lines import ListQuery, wanted
from ill_desktop.store.list_shapes import Shape, lines_statement
from ill_desktop.store.listing import page, standing
from tests.benchmarks.make_desk import arguments, desk_of
from tests.build import TODAY

Work = Callable[[], object]


def in_turn(works: dict[str, Work], rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each piece of work, run one after the other, round by round."""
    took: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(rounds + 3):
        for name, work in works.items():
            start = time.perf_counter_ns()
            work()
            if turn >= 3:
                took[name].append((time.perf_counter_ns() - start) / 1e6)
    return took


def say(what: str, ratio: float, goal: str, *times: float) -> None:
    """One line of the report."""
    shown = " / ".join(f"{ms:.3f}" for ms in times)
    print(f"{what:<58} {ratio:>9.3f} x  [{goal}]   {shown} ms", flush=True)


def raw_connection(path: Path) -> Any:
    connection = driver.module.connect(str(path))
    manners.teach(connection)
    return connection


def lists(database: Database, raw: Any) -> None:
    for name, query in {
        "first page, all requests": ListQuery(counted=False),
        "first page, one state": ListQuery(side=Side.LENDING, state=State.DONE, counted=False),
        "first page, queue of three states": ListQuery(queue=Queue.WAITING, counted=False),
    }.items():
        shape = Shape(wanted(query), find=False, after=False)
        compiled = lines_statement(shape).statement.compile(database.engine)
        given = tuple({**compiled.params, "most": 51}[n] for n in compiled.positiontup or ())
        with database.read() as session:
            took = in_turn(
                {
                    "raw": lambda: raw.execute(str(compiled), given).fetchall(),  # noqa: B023
                    "ours": lambda: page(session, query, TODAY),  # noqa: B023
                },
                300,
            )
        floor, ours = (statistics.median(took[who]) for who in ("raw", "ours"))
        say(f"list: {name} / same SQL by the driver", ours / floor, "<= 1.4", ours, floor)


def depth(database: Database, requests: int) -> None:
    with database.read() as session:
        deep = (
            session.connection()
            .exec_driver_sql("SELECT number FROM request WHERE id = ?", (max(2, requests // 100),))
            .scalar_one()
        )
        took = in_turn(
            {
                "top": lambda: page(session, ListQuery(counted=False), TODAY),
                "deep": lambda: page(session, ListQuery(counted=False, after=deep), TODAY),
            },
            200,
        )
    top, below = statistics.median(took["top"]), statistics.median(took["deep"])
    say("list: page near the end / page at the top", below / top, "<= 2", below, top)


def keystrokes(raw: Any, seed: int = 7) -> list[str]:
    """What lies in the search box after each key, for fifty titles being typed."""
    chance = random.Random(seed)
    titles = [t for (t,) in raw.execute("SELECT title FROM request").fetchmany(50_000)]
    typed: list[str] = []
    for title in chance.sample(titles, 50):
        text = " ".join(title.split()[:2])[:12]
        typed += [text[: n + 1] for n in range(len(text))]
    return typed


def search(database: Database, raw: Any, requests: int) -> None:
    chance = random.Random(3)
    typed = keystrokes(raw)
    floor, ours = [], []
    with database.read() as session:
        for text in typed:
            ids = [chance.randint(1, requests) for _ in range(50)]
            marks = ",".join("?" * 50)
            start = time.perf_counter_ns()
            raw.execute(f"SELECT * FROM request WHERE id IN ({marks})", ids).fetchall()
            middle = time.perf_counter_ns()
            page(session, ListQuery(find=text, counted=False), TODAY)
            end = time.perf_counter_ns()
            floor.append((middle - start) / 1e6)
            ours.append((end - middle) / 1e6)
    base = statistics.median(floor)
    for name, goal, nth in (("p50", "<= 1.5", 50), ("p95", "<= 10", 95)):
        value = statistics.quantiles(ours, n=100)[nth - 1]
        say(f"search: keystroke {name} / 50 random rows", value / base, goal, value, base)


def counting(database: Database) -> None:
    with database.read() as session:
        took = in_turn(
            {
                "kept": lambda: standing(session),
                "counted": lambda: integrity.recount(session),
            },
            5,
        )
    kept, counted = statistics.median(took["kept"]), statistics.median(took["counted"])
    say("counts: by triggers / by GROUP BY", kept / counted, "<= 0.001 at 1M", kept, counted)


def updating(path: Path, requests: int) -> None:
    def thousand(raw: Any) -> None:
        raw.execute("BEGIN IMMEDIATE")
        for n in range(1, 1_001):
            raw.execute(
                "UPDATE request SET state = CASE state WHEN 'new' THEN 'done' ELSE 'new' END"
                " WHERE id = ?",
                (n * (requests // 1_000),),
            )
        raw.execute("COMMIT")

    bare_path = path.with_name("bare.sqlite3")
    bare_path.write_bytes(path.read_bytes())
    bare, full = raw_connection(bare_path), raw_connection(path)
    for name in ("counter_insert", "counter_update", "counter_delete"):
        bare.execute(f"DROP TRIGGER {name}")
    took = in_turn({"full": lambda: thousand(full), "bare": lambda: thousand(bare)}, 9)
    full_ms, bare_ms = statistics.median(took["full"]), statistics.median(took["bare"])
    say("update: 1,000 with counters / without", full_ms / bare_ms, "<= 1.15", full_ms, bare_ms)
    bare.close()
    full.close()


def starting(path: Path) -> None:
    def look() -> None:
        with looking(path) as connection:
            first_page(connection, ListQuery(), TODAY)

    took = in_turn({"page": look}, 50)
    shown = statistics.median(took["page"])
    code = "import ill_desktop.store.{0}"
    alone = in_turn(
        {
            name: lambda name=name: subprocess.run(
                [sys.executable, "-c", code.format(name)], check=True, timeout=60
            )
            for name in ("first_page", "listing")
        },
        5,
    )
    light, heavy = (statistics.median(alone[name]) for name in ("first_page", "listing"))
    say("start: import for the first page / for everything", light / heavy, "< 0.5", light, heavy)
    print(f"start: first page and all counts, file closed before: {shown:.3f} ms")


def main() -> int:
    asked = arguments(__doc__)
    requests: int = asked.requests
    with desk_of(requests, asked.kept) as path:
        database, raw = Database(path), raw_connection(path)
        print(f"{requests:,} requests, SQLite {driver.module.sqlite_version}")
        lists(database, raw)
        depth(database, requests)
        search(database, raw, requests)
        counting(database)
        raw.close()
        database.close()
        starting(path)
        updating(path, requests)
    return 0


if __name__ == "__main__":
    sys.exit(main())
