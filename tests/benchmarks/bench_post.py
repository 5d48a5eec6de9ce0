"""What one incoming message costs from file to file, against one durable commit."""

import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ill_desktop.domain.codes import ServiceType
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.message import AgencyId, BibliographicInfo, Header, Request, ServiceInfo
from ill_desktop.formats import iso18626
from ill_desktop.services import partners, post
from ill_desktop.services.desk import Desk, NewDesk, make_desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.store import settings

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


def commits(desk: Desk, rounds: int) -> float:
    """Seconds of one commit of one row, the median."""
    taken = []
    for n in range(rounds):
        begun = time.perf_counter()
        with desk.database.work() as session:
            settings.write(session, "bench", n)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def main(messages: int = 400) -> None:
    """Both, on one desk, and the ratio."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        desk = make_desk(root / "desk", NewDesk("A", OURS))
        partners.add(desk, NewPartner("B", (THEIRS,), str(root / "in"), str(root / "out")))
        post.run(desk)
        floor = commits(desk, 200)
        rounds = []
        for batch in range(4):
            for n in range(messages // 4):
                serial = batch * messages + n
                (root / "in" / f"m{serial:06d}.xml").write_bytes(a_file(serial))
            begun = time.perf_counter()
            report = post.run(desk, now=True)
            rounds.append((time.perf_counter() - begun) / report.read)
        desk.close()
    each = statistics.median(rounds)
    print(f"one commit {floor * 1000:.2f} ms, one message {each * 1000:.2f} ms")
    print(f"message in, applied and confirmed / one durable commit: {each / floor:.2f} (goal 3)")


if __name__ == "__main__":
    main()
