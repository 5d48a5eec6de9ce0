"""`kill -9` in the middle of the post: nothing lost, nothing twice (RELIABILITY R1)."""

import random
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ill_desktop.domain.codes import ServiceType
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.message import AgencyId, BibliographicInfo, Header, Request, ServiceInfo
from ill_desktop.formats import iso18626
from ill_desktop.services import check, ledger, partners, requests
from ill_desktop.services.desk import NewDesk, make_desk, open_desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery

OURS, THEIRS = "ISIL:ID-A", "ISIL:ID-B"
START = datetime(2026, 3, 9, 3, 0, tzinfo=UTC)


def a_request_file(n: int) -> bytes:
    return iso18626.write(
        Request(
            Header(
                supplying_agency_id=AgencyId.of(Symbol.parse(OURS)),
                requesting_agency_id=AgencyId.of(Symbol.parse(THEIRS)),
                timestamp=START + timedelta(seconds=n),
                requesting_agency_request_id=f"R-{n:05d}",
            ),
            BibliographicInfo(title=f"Book {n}"),
            service_info=ServiceInfo(service_type=ServiceType.LOAN),
        )
    )


def _killed(desk: Path, seconds: float) -> bool:
    """Run one post and kill it after a while; False when it was done before."""
    line = [sys.executable, "-m", "ill_desktop.cli", "--desk", str(desk), "post", "--now"]
    running = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        _, said = running.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        running.kill()
        running.communicate()
        return True
    assert b"Traceback" not in said, said.decode()
    return False


def _run(place: Path, messages: int, kills: int, seed: int) -> int:
    inbox, outbox = place / "in", place / "out"
    desk = make_desk(place / "desk", NewDesk("A", OURS))
    partners.add(desk, NewPartner("B", (THEIRS,), str(inbox), str(outbox)))
    desk.close()
    for n in range(messages):
        (inbox / f"m{n:05d}.xml").write_bytes(a_request_file(n))
    dice = random.Random(seed)
    started = time.monotonic()
    assert not _killed(place / "desk", 0.0) or True
    start_up = min(1.5, time.monotonic() - started)
    done = 0
    while done < kills and any(inbox.iterdir()):
        done += _killed(place / "desk", start_up + dice.uniform(0.3, 1.4))
    while _killed(place / "desk", 300):
        pass
    _nothing_lost_nothing_twice(place, messages)
    return done


def _nothing_lost_nothing_twice(place: Path, messages: int) -> None:
    desk = open_desk(place / "desk")
    page = requests.page(desk, ListQuery(limit=0))
    assert Counter(line.their_id for line in page.lines) == Counter(
        f"R-{n:05d}" for n in range(messages)
    )
    found = ledger.messages(desk, LedgerQuery(direction="in", limit=0)).messages
    assert Counter(m.state for m in found) == {"applied": messages}
    sent = ledger.messages(desk, LedgerQuery(direction="out", limit=0)).messages
    assert {m.state for m in sent} == {"written"}
    assert check.check(desk).ok
    desk.close()
    left = [path for path in (place / "out").iterdir() if not path.name.startswith(".")]
    assert len(left) == messages
    assert not list((place / "in").iterdir())


def test_a_killed_post_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    assert _run(tmp_path, messages=400, kills=8, seed=1) >= 1


@pytest.mark.long
@pytest.mark.timeout(3000)
def test_two_hundred_kills_over_two_thousand_messages(tmp_path: Path) -> None:
    kills = 0
    for round_ in range(40):
        kills += _run(tmp_path / str(round_), messages=2000, kills=200 - kills, seed=round_)
        if kills >= 200:
            break
    print(f"{kills} kills")
    assert kills >= 200
