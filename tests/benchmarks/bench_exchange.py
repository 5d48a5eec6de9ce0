"""What exchange costs: reading strictly against lxml alone, a batch against one durable commit.

A batch stands beside its floor: its own statements replayed on a copy of the desk, its files read
and removed, lxml's parse, and nothing of ours. No program that keeps the same rows can be below it.
"""

import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from lxml import etree
from sqlalchemy import event, insert

from ill_desktop.domain.exchange import Dialect
from ill_desktop.domain.lifecycle.states import Milestone, Service, Side, State
from ill_desktop.formats import iso18626
from ill_desktop.services import partners
from ill_desktop.services.desk import Desk, open_desk
from ill_desktop.store.rows import (
    EventRow,
    MessageBodyRow,
    MessageRow,
    MilestoneRow,
    RequestRow,
)
from tests.benchmarks.bench_post import THEIRS, a_desk, a_file, a_round, commit, took

ZONE = ZoneInfo("Asia/Jakarta")
BATCH = 50
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def parsing(files: int = 800) -> None:
    """Our gate, strict check and reader, each file by turns with lxml's parse."""
    acts: tuple[Callable[[bytes], object], ...] = (
        etree.fromstring,
        lambda data: iso18626.faults(data, Dialect.V1_2, "m.xml"),
        lambda data: iso18626.read(data, zone=ZONE),
    )
    taken = [[took(partial(act, data)) for act in acts] for data in map(a_file, range(files))]
    alone, strict, ours = (statistics.median(one) for one in zip(*taken, strict=True))
    print(f"parse and strict check / lxml's parse alone: {strict / alone:.1f} (goal 3)")
    print(f"parse and read into values / lxml's parse alone: {ours / alone:.1f}")


def grow(desk: Desk, messages: int) -> None:
    """So many messages of years gone by, each with its request, half of them confirmations."""
    with desk.database.work() as session:
        first = 1_000_000
        for start in range(first, first + messages // 2, 5_000):
            span = range(start, min(start + 5_000, first + messages // 2))
            for row, make in _ROWS:
                session.execute(insert(row), [one for n in span for one in make(n)])


def _at(n: int) -> datetime:
    return LONG_AGO + timedelta(minutes=n % 2_000_000)


def _request(n: int) -> list[dict[str, object]]:
    return [{"id": n, "number": f"20{n:06d}", "side": Side.LENDING, "service": Service.LOAN,
             "asked_service": Service.LOAN, "state": State.DONE, "created_at": _at(n),
             "created_on": _at(n).date(), "state_since": _at(n), "closed_at": _at(n),
             "partner_id": 1, "their_id": f"OLD-{n}", "title": f"Old book {n}"}]  # fmt: skip


def _messages(n: int) -> list[dict[str, object]]:
    common = {"channel_id": 1, "partner_id": 1, "request_id": n, "created_at": _at(n),
              "timestamp": _at(n)}  # fmt: skip
    theirs = {**common, "id": 2 * n, "direction": "in", "kind": "request", "state": "applied",
              "file_name": f"old{n}.xml", "sha256": f"{n:064x}", "key": f"{n:064x}",
              "answers_id": None, "sequence": 0, "written_at": None}  # fmt: skip
    ours = {**common, "id": 2 * n + 1, "direction": "out", "kind": "requestConfirmation",
            "state": "written", "file_name": f"old{n}.confirm.xml", "sha256": f"{n + 1:064x}",
            "key": None, "answers_id": 2 * n, "sequence": n, "written_at": _at(n)}  # fmt: skip
    return [theirs, ours]


def _bodies(n: int) -> list[dict[str, object]]:
    return [{"message_id": one, "body": b"<x/>" * 200} for one in (2 * n, 2 * n + 1)]


def _event(n: int) -> list[dict[str, object]]:
    return [{"act": f"old{n}", "request_id": n, "kind": "created", "source": "partner",
             "effective_at": _at(n), "entered_at": _at(n), "local_date": _at(n).date(),
             "state_to": State.NEW, "difference": {}}]  # fmt: skip


def _milestone(n: int) -> list[dict[str, object]]:
    return [{"request_id": n, "kind": Milestone.ARRIVED, "at": _at(n), "on": _at(n).date(),
             "act": f"old{n}"}]  # fmt: skip


_ROWS = (
    (RequestRow, _request),
    (MessageRow, _messages),
    (MessageBodyRow, _bodies),
    (EventRow, _event),
    (MilestoneRow, _milestone),
)


def growing(messages: int) -> None:
    """Batches of fifty, each beside a commit, in a young ledger and an old one by turns."""
    alone, ratios, ages = [], [], []
    with tempfile.TemporaryDirectory() as a, tempfile.TemporaryDirectory() as b:
        young, old = a_desk(Path(a)), a_desk(Path(b))
        grow(young, 1_000)
        grow(old, messages)
        for first in range(0, 20 * BATCH, BATCH):
            one = commit(young)
            now = a_round(young, Path(a), first, BATCH)
            ratios.append(now.filed / one)
            ages.append(a_round(old, Path(b), first, BATCH).whole / now.whole)
        partners.change(young, THEIRS, {"confirmations": "no"})
        for first in range(20 * BATCH, 40 * BATCH, BATCH):
            one = commit(young)
            alone.append(a_round(young, Path(a), first, BATCH).filed / one)
        young.close()
        old.close()
    bare, ratio, age = map(statistics.median, (alone, ratios, ages))
    print(f"a message in a batch of fifty / one durable commit: {bare:.2f} (goal 0.4)")
    print(f"the same with its confirmation queued: {ratio:.2f}")
    print(f"the {messages:,}th message / the 1,000th: {age:.2f} (goal 1.0)")


def floor(rounds: int = 20) -> None:
    """What a batch of fifty cannot be below, each round by the commit measured beside it."""
    works: list[list[tuple[str, Any]]] = []
    shares = []
    with tempfile.TemporaryDirectory() as place:
        root, inbox = Path(place), Path(place) / "files"
        desk = a_desk(root)
        partners.change(desk, THEIRS, {"confirmations": "no"})
        a_round(desk, root, 0, BATCH)
        desk.close()
        shutil.copytree(root / "desk", root / "copy")
        inbox.mkdir()
        desk, copy = open_desk(root / "desk"), open_desk(root / "copy")
        event.listen(desk.database.engine, "before_cursor_execute", partial(_note, works))
        for n in range(1, rounds + 1):
            files = range(n * BATCH, (n + 1) * BATCH)
            works.clear()
            a_round(desk, root, files[0], BATCH)
            for one in files:
                (inbox / f"{one}.xml").write_bytes(a_file(one))
            alone = commit(copy)
            shares.append(took(partial(_replay, copy, max(works, key=len), inbox)) / BATCH / alone)
        desk.close()
        copy.close()
    print(
        f"its own statements, files and parsing, and nothing else: {statistics.median(shares):.2f}"
    )


def _note(works: list[list[tuple[str, Any]]], _c: object, _k: object, sql: str, values: Any,
          _x: object, _m: bool) -> None:  # fmt: skip
    if sql.startswith("BEGIN"):
        works.append([])
    elif works:
        works[-1].append((sql, values))


def _replay(desk: Desk, said: list[tuple[str, Any]], inbox: Path) -> None:
    for file in inbox.iterdir():
        etree.fromstring(file.read_bytes())
    with desk.database.work() as session:
        cursor = session.connection().connection.cursor()
        for sql, values in said:
            cursor.execute(sql, values).fetchall()
    for file in inbox.iterdir():
        file.unlink()


if __name__ == "__main__":
    parsing()
    floor()
    growing(int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 100_000)
