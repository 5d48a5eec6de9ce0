"""What exchange costs: reading strictly against lxml alone, a batch against one durable commit."""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from lxml import etree

from ill_desktop.domain.exchange import Dialect
from ill_desktop.formats import iso18626
from ill_desktop.services import partners, post
from ill_desktop.services.desk import Desk, NewDesk, make_desk
from ill_desktop.services.partners import NewPartner
from tests.benchmarks.bench_post import OURS, THEIRS, a_file, commits

ZONE = ZoneInfo("Asia/Jakarta")
BATCH = 50


def each(act: Callable[[bytes], object], files: list[bytes]) -> float:
    """Seconds of one, the median."""
    taken = []
    for data in files:
        begun = time.perf_counter()
        act(data)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def parsing() -> None:
    """Our reader, with and without the strict check, side by side with lxml's parse."""
    files = [a_file(n) for n in range(400)]
    alone = each(etree.fromstring, files)
    ours = each(lambda data: iso18626.read(data, zone=ZONE), files)
    strict = each(lambda data: iso18626.faults(data, Dialect.V1_2, "m.xml"), files)
    print(
        f"lxml's parse {alone * 1e6:.0f} us, ours {ours * 1e6:.0f} us, check {strict * 1e6:.0f} us"
    )
    print(f"parse and strict check / lxml's parse alone: {(ours + strict) / alone:.1f} (goal 3)")


def a_desk(root: Path) -> Desk:
    """A desk with one partner and an empty letterbox."""
    desk = make_desk(root / "desk", NewDesk("A", OURS))
    partners.add(desk, NewPartner("B", (THEIRS,), str(root / "in"), str(root / "out")))
    post.run(desk)
    return desk


def a_round(desk: Desk, root: Path, first: int, count: int) -> float:
    """Seconds of a message, of so many that come at once."""
    for n in range(first, first + count):
        (root / "in" / f"m{n:06d}.xml").write_bytes(a_file(n))
    begun = time.perf_counter()
    report = post.run(desk, now=True)
    assert report.applied == count
    return (time.perf_counter() - begun) / count


def growing(messages: int) -> None:
    """Batches of fifty while the ledger grows, each beside the commit it is measured by."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        desk = a_desk(root)
        early, late, ratios = [], [], []
        for first in range(0, messages, BATCH):
            took = a_round(desk, root, first, BATCH)
            if 1000 <= first < 2000:
                early.append(took)
                ratios.append(took / commits(desk, 9))
            if first >= messages - 1000:
                late.append(took)
        desk.close()
    print(f"a message in a batch of fifty / one durable commit: "
          f"{statistics.median(ratios):.2f} (goal 0.4)")  # fmt: skip
    print(f"the {messages:,}th message / the 1,000th: "
          f"{statistics.median(late) / statistics.median(early):.2f} (goal 1.0)")  # fmt: skip


if __name__ == "__main__":
    parsing()
    growing(int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 20_000)
