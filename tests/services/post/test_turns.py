"""The post without a person, a real program, beside others at its desk (`ill post --watch`)."""

import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ill_desktop.domain.errors import Busy, CannotWrite
from ill_desktop.domain.lifecycle.states import Action, Service
from ill_desktop.services import acts, check, ledger, partners, post, requests
from ill_desktop.services.desk import Desk, NewDesk, make_desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.post import delivering, turns
from ill_desktop.services.requests import NewRequest
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from tests.services.desks import BOOK, OURS, THEIRS
from tests.services.post.test_kill import a_request_file

FEW, MANY = 400, 1000
"""Files: of few there are several portions."""


@pytest.fixture
def count() -> int:
    """How many files wait."""
    return FEW


@pytest.fixture
def desk(tmp_path: Path, count: int) -> Iterator[Desk]:
    """A desk in whose inbox files wait."""
    made = make_desk(tmp_path / "desk", NewDesk("A", OURS))
    partners.add(made, NewPartner("B", (THEIRS,), str(tmp_path / "in"), str(tmp_path / "out")))
    for n in range(count):
        (tmp_path / "in" / f"m{n:05d}.xml").write_bytes(a_request_file(n))
    yield made
    made.close()


def left(place: Path) -> int:
    return len(list((place / "in").iterdir()))


def until(is_so: Callable[[], bool]) -> None:
    """Wait, and fail where it never comes."""
    for _ in range(6000):
        if is_so():
            return
        time.sleep(0.01)
    pytest.fail("it never came")


@contextmanager
def exchanging(place: Path, *given: str) -> Iterator["subprocess.Popen[bytes]"]:
    """`ill post` in the middle of reading."""
    before = left(place)
    line = [sys.executable, "-m", "ill_desktop.cli", "--desk", str(place / "desk"), "post", *given]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        try:
            until(lambda: left(place) < before)
            yield program
        finally:
            program.kill()


def everything_counts_once(place: Path, desk: Desk, count: int) -> None:
    lines = requests.page(desk, ListQuery(limit=0)).lines
    assert Counter(line.their_id for line in lines) == Counter(f"R-{n:05d}" for n in range(count))
    heard = ledger.messages(desk, LedgerQuery(direction="in", limit=0)).messages
    assert Counter(m.state for m in heard) == {"applied": count}
    said = ledger.messages(desk, LedgerQuery(direction="out", limit=0)).messages
    assert Counter(m.state for m in said) == {"written": count}
    assert len(list((place / "out").iterdir())) == count
    assert left(place) == 0
    assert check.check(desk).ok


def asked_once(desk: Desk) -> "post.PostReport | None":
    try:
        return post.run(desk, briefly=True)
    except Busy:
        return None


@pytest.mark.parametrize(("how", "count"), [("--watch", MANY), ("--now", MANY)])
def test_others_are_let_in_while_a_long_round_is_at_work(
    desk: Desk, tmp_path: Path, how: str, count: int
) -> None:
    """Nobody waits for the end of it, and all is done once however they take turns."""
    let_in = 0
    with exchanging(tmp_path, how) as program:
        for _ in range(2):
            until(lambda: asked_once(desk) is not None)
            let_in += bool(left(tmp_path))
            mine = left(tmp_path)
            until(lambda mine=mine: left(tmp_path) < mine)  # type: ignore[misc]
        assert (let_in, program.poll()) == (2, None)
        until(lambda: not left(tmp_path))
        program.send_signal(signal.SIGTERM)
        _, err = program.communicate(timeout=60)
    assert program.returncode == 0, err
    post.run(desk)
    everything_counts_once(tmp_path, desk, count)


@pytest.mark.parametrize(
    ("how", "sign", "code"),
    [
        ("--watch", signal.SIGTERM, 0),
        ("--watch", signal.SIGINT, 130),
        ("--now", signal.SIGINT, 130),
    ],
)
def test_asked_to_stop_it_finishes_what_is_at_hand_and_leaves_the_rest(
    desk: Desk, tmp_path: Path, how: str, sign: int, code: int, count: int
) -> None:
    with exchanging(tmp_path, how, "--json") as program:
        program.send_signal(sign)
        out, err = program.communicate(timeout=60)
    assert program.returncode == code, err
    assert b"Traceback" not in err
    heard = ledger.messages(desk, LedgerQuery(direction="in", limit=0)).messages
    assert left(tmp_path) > 0
    assert f'"read": {len(heard)},'.encode() in out
    assert len({m.file for m in heard} | {p.name for p in (tmp_path / "in").iterdir()}) == count
    assert len(heard) + left(tmp_path) == count
    post.run(desk)
    everything_counts_once(tmp_path, desk, count)


def test_who_was_turned_away_is_known_until_its_turn(desk: Desk) -> None:
    folder = desk.folder
    with turns.turn(folder):
        assert not turns.is_wanted(folder)
        with pytest.raises(Busy):
            post.run(desk)
        assert turns.is_wanted(folder)
    assert not asked_once(desk).wanted  # type: ignore[union-attr]
    assert not turns.is_wanted(folder)


def test_what_leaves_is_a_portion_too(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "PORTION", 2)
    monkeypatch.setattr(delivering, "BATCH", 2)
    for path in (tmp_path / "in").iterdir():
        path.unlink()
    for _ in range(5):
        asked = NewRequest(Service.LOAN, BOOK, suppliers=(THEIRS,))
        acts.do(desk, requests.new(desk, asked), Action.SEND)
    rounds = [post.run(desk, now=True, briefly=True) for _ in range(3)]
    assert [(one.written, one.more) for one in rounds] == [(2, True), (2, True), (1, False)]


def test_what_cannot_be_kept_does_not_keep_the_rest_waiting(desk: Desk, tmp_path: Path) -> None:
    """It is told with the last portion, and counts once."""
    (tmp_path / "in" / "a.xml").write_bytes(b"<junk/>")
    (tmp_path / "desk" / "quarantine").rmdir()
    (tmp_path / "desk" / "quarantine").write_text("no folder")
    rounds = [post.run(desk, briefly=True) for _ in range(FEW // 100)]
    assert all(one.more for one in rounds)
    with pytest.raises(CannotWrite):
        post.run(desk, briefly=True)
    assert left(tmp_path) == 1
