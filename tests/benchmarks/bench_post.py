"""What one incoming message costs from file to filed away, against one durable commit.

That is reading the inbox, until the message is saved and its file gone; and the whole round of the
post around it, which also lets timers ring and leaves the confirmation. Each is measured beside the
commit it is compared with, and beside the floor of a round: the two commits and the file with
which a confirmed message is safe, and nothing else. No program can be below it.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ill_desktop.domain.codes import ServiceType
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.message import AgencyId, BibliographicInfo, Header, Request, ServiceInfo
from ill_desktop.formats import iso18626
from ill_desktop.services import partners, post
from ill_desktop.services.desk import Desk, NewDesk, make_desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.post import collecting
from ill_desktop.services.post.tally import Tally
from ill_desktop.store import settings
from ill_desktop.transport import leaving

OURS, THEIRS = "ISIL:ID-A", "ISIL:ID-B"


def a_file(n: int) -> bytes:
    """One request message."""
    return iso18626.write(
        Request(
            Header(
                supplying_agency_id=AgencyId.of(Symbol.parse(OURS)),
                requesting_agency_id=AgencyId.of(Symbol.parse(THEIRS)),
                timestamp=datetime(2026, 3, 9, tzinfo=UTC) + timedelta(seconds=n),
                requesting_agency_request_id=f"R-{n:05d}",
            ),
            BibliographicInfo(title=f"Book {n}"),
            service_info=ServiceInfo(service_type=ServiceType.LOAN),
        )
    )


def a_desk(root: Path) -> Desk:
    """A desk with one partner and an empty letterbox."""
    desk = make_desk(root / "desk", NewDesk("A", OURS))
    partners.add(desk, NewPartner("B", (THEIRS,), str(root / "in"), str(root / "out")))
    post.run(desk)
    return desk


class Round(NamedTuple):
    """Seconds of a message: until it is filed away, and of the whole round."""

    filed: float
    whole: float


def a_round(desk: Desk, root: Path, first: int, count: int) -> Round:
    """Seconds of a message, of so many that come at once, after a round in which nothing came."""
    post.run(desk, now=True)
    for n in range(first, first + count):
        (root / "in" / f"m{n:06d}.xml").write_bytes(a_file(n))
    begun, tally = time.perf_counter(), Tally()
    collecting.collect(desk, tally)
    filed = time.perf_counter()
    assert tally.counts["applied"] == count
    post.run(desk, now=True)
    return Round((filed - begun) / count, (time.perf_counter() - begun) / count)


def took(act: Callable[[], object]) -> float:
    """Seconds of an act."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def commit(desk: Desk) -> float:
    """Seconds of one commit of one row, the middle one of five."""
    return statistics.median(took(lambda: _commit(desk)) for _ in range(5))


def _commit(desk: Desk) -> None:
    with desk.database.work() as session:
        settings.write(session, "bench", time.perf_counter())


def a_letter(place: Path, name: str) -> None:
    """One file, safe on the disk."""
    leaving.drop(place, name, b"x" * 900)
    leaving.sync(place)


def ratios(desk: Desk, root: Path, rounds: int) -> tuple[float, float, float]:
    """One message filed away, its whole round, and the floor of that, each by the commit measured
    beside it: the medians.
    """
    filed, whole, floors = [], [], []
    for n in range(rounds):
        one = commit(desk)
        ours = a_round(desk, root, n, 1)
        filed.append(ours.filed / one)
        whole.append(ours.whole / one)
        floors.append(2 + took(partial(a_letter, root / "out", f"floor{n}.xml")) / one)
    return statistics.median(filed), statistics.median(whole), statistics.median(floors)


def main(rounds: int = 60) -> None:
    """With a confirmation and without, and what cannot be saved of it."""
    with tempfile.TemporaryDirectory() as place:
        desk = a_desk(Path(place))
        queued, confirmed, floor = ratios(desk, Path(place), rounds)
        desk.close()
    with tempfile.TemporaryDirectory() as place:
        desk = a_desk(Path(place))
        partners.change(desk, THEIRS, {"confirmations": "no"})
        bare, whole, _ = ratios(desk, Path(place), rounds)
        desk.close()
    print(f"message in, applied and filed away / one durable commit: {bare:.1f} (goal 3)")
    print(f"the same with its confirmation queued: {queued:.1f}")
    print(f"the whole round: {whole:.1f}, with the confirmation left in their folder: "
          f"{confirmed:.1f}; the two commits and the file of that alone: {floor:.1f}")  # fmt: skip


if __name__ == "__main__":
    main()
