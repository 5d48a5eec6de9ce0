"""Cut off after each single effect: nothing lost, nothing twice (RELIABILITY R3)."""

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlalchemy import event

from ill_desktop.domain.lifecycle.states import Action, Service, State
from ill_desktop.services import acts, attachments, check, ledger, partners, post, requests
from ill_desktop.services.clock import SetClock
from ill_desktop.services.desk import Desk, open_desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.requests import NewRequest
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from tests.services.desks import BOOK, START, THEIRS, a_desk
from tests.services.post import steps
from tests.services.post.kinds import a_copy_sent, a_loan_sent, a_scan
from tests.services.post.test_kill import a_request_file

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="cut off by fork")

OLD = 1_700_000_000
BAD = b"<not a message"


@dataclass(frozen=True)
class Story:
    """A desk before, what is done to it, and what is true when it is done, however often."""

    make: Callable[[Path], None]
    do: Callable[[Desk], None]
    ends: Callable[[Path, Desk], None]


def _post(desk: Desk) -> None:
    desk.clock = SetClock(START)
    post.run(desk, now=True)


def _arrives(place: Path, name: str, data: bytes) -> None:
    path = place / "in" / name
    path.write_bytes(data)
    os.utime(path, (OLD, OLD))


def _desk(place: Path) -> None:
    desk = a_desk(place / "desk")
    partners.add(desk, NewPartner("B", (THEIRS,), str(place / "in"), str(place / "out")))
    post.run(desk)
    desk.close()


def _one_file(place: Path) -> None:
    _desk(place)
    _arrives(place, "m1.xml", a_request_file(1))


def _batch(place: Path) -> None:
    """Three good ones, a bad one among them, and a name in the outbox that is taken."""
    _one_file(place)
    _arrives(place, "m2.xml", BAD)
    _arrives(place, "m3.xml", a_request_file(3))
    _arrives(place, "m4.xml", a_request_file(4))
    (place / "out" / "m3.confirm.xml").write_bytes(b"theirs")


def _is_in(place: Path, desk: Desk, good: set[int], bad: int) -> None:
    lines = requests.page(desk, ListQuery(limit=0)).lines
    assert sorted(line.their_id for line in lines) == [f"R-{n:05d}" for n in sorted(good)]
    heard = ledger.messages(desk, LedgerQuery(direction="in", limit=0)).messages
    wanted = Counter({"applied": len(good), "quarantined": bad})
    assert Counter(m.state for m in heard) == +wanted
    said = ledger.messages(desk, LedgerQuery(direction="out", limit=0)).messages
    assert [m.state for m in said] == ["written"] * len(good)
    assert not list((place / "in").iterdir())
    kept = [p.name for p in (place / "desk" / "quarantine").rglob("*") if p.is_file()]
    assert sorted(kept) == ["m2.xml", "m2.xml.reason.txt"][: 2 * bad]


def _one_is_in(place: Path, desk: Desk) -> None:
    _is_in(place, desk, {1}, 0)
    assert _names(place / "out") == ["m1.confirm.xml"]


def _batch_is_in(place: Path, desk: Desk) -> None:
    _is_in(place, desk, {1, 3, 4}, 1)
    assert _names(place / "out") == [
        "m1.confirm.xml",
        "m3.confirm-2.xml",
        "m3.confirm.xml",
        "m4.confirm.xml",
    ]


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _draft(place: Path) -> None:
    _desk(place)
    desk = open_desk(place / "desk")
    desk.clock = SetClock(START)
    requests.new(desk, NewRequest(Service.LOAN, BOOK, suppliers=(THEIRS,)))
    desk.close()


def _send(desk: Desk) -> None:
    """The person presses *Send*, again if it did not work; then the post."""
    desk.clock = SetClock(START)
    (line,) = requests.page(desk, ListQuery(limit=0)).lines
    if line.state is State.DRAFT:
        acts.do(desk, line.number, Action.SEND)
    post.run(desk, now=True)


def _is_sent(place: Path, desk: Desk) -> None:
    (line,) = requests.page(desk, ListQuery(limit=0)).lines
    assert line.state is State.SENT
    (said,) = ledger.messages(desk, LedgerQuery(limit=0)).messages
    assert (said.state, _names(place / "out")) == ("written", [said.file])


def _asked(place: Path, service: Service) -> str:
    """A request that B was asked for, its message gone."""
    _desk(place)
    desk = open_desk(place / "desk")
    desk.clock = SetClock(START)
    number = requests.new(desk, NewRequest(service, BOOK, suppliers=(THEIRS,)))
    acts.do(desk, number, Action.SEND)
    post.run(desk, now=True)
    desk.close()
    for path in (place / "out").iterdir():
        path.unlink()
    return number


def _loan_sent(place: Path) -> None:
    _arrives(place, "loaned.xml", a_loan_sent(_asked(place, Service.LOAN)))


def _copy_sent(place: Path) -> None:
    _arrives(place, "copy.illpkg", a_copy_sent(_asked(place, Service.COPY)))


def _has_moved(place: Path, desk: Desk, state: State, kind: str) -> str:
    """One message came in, moved the request once and was answered once; its number."""
    (line,) = requests.page(desk, ListQuery(limit=0)).lines
    assert line.state is state
    assert [e.kind for e in requests.show(desk, line.number).events].count(kind) == 1
    (heard,) = ledger.messages(desk, LedgerQuery(direction="in", limit=0)).messages
    assert heard.state == "applied"
    said = ledger.messages(desk, LedgerQuery(direction="out", limit=0)).messages
    assert [m.state for m in said] == ["written"] * 2
    assert not list((place / "in").iterdir())
    assert len(_names(place / "out")) == 1
    return line.number


def _is_on_its_way(place: Path, desk: Desk) -> None:
    _has_moved(place, desk, State.ON_ITS_WAY, "loaned")


def _has_its_scan(place: Path, desk: Desk) -> None:
    number = _has_moved(place, desk, State.COPY_SENT, "copy-completed")
    (kept,) = requests.show(desk, number).attachments
    assert attachments.open_copy(desk, number, kept.id).read_bytes() == a_scan(number)


def _mail_draft(place: Path) -> None:
    """As `_draft`, to a library that is reached by mail."""
    desk = a_desk(place / "desk")
    partners.add(desk, NewPartner("B", (THEIRS,), str(place / "in"), mail="ill@b.test"))
    post.run(desk)
    requests.new(desk, NewRequest(Service.LOAN, BOOK, suppliers=(THEIRS,)))
    desk.close()


def _lies_ready(place: Path, desk: Desk) -> None:
    (line,) = requests.page(desk, ListQuery(limit=0)).lines
    assert line.state is State.SENT
    (said,) = ledger.messages(desk, LedgerQuery(limit=0)).messages
    assert (said.state, said.is_draft) == ("written", True)
    assert _names(desk.folder.drafts) == [ledger.draft(desk, said.id).name]


STORIES = {
    "one message in": Story(_one_file, _post, _one_is_in),
    "a batch in": Story(_batch, _post, _batch_is_in),
    "one message out": Story(_draft, _send, _is_sent),
    "a loan is sent": Story(_loan_sent, _post, _is_on_its_way),
    "a scan comes": Story(_copy_sent, _post, _has_its_scan),
    "one mail out": Story(_mail_draft, _send, _lies_ready),
}
STEPS = {
    "one message in": 22,
    "a batch in": 62,
    "one message out": 24,
    "a loan is sent": 22,
    "a scan comes": 29,
    "one mail out": 27,
}
"""How many effects each has. A new one must be counted here, and is cut off by being counted."""


class Proof:
    """One story, told again and again from the same beginning."""

    def __init__(self, root: Path, name: str, story: Story | None = None) -> None:
        self.name, self.story = name, story or STORIES[name]
        self.place, self.begin = root / "place", root / "begin"
        self.place.mkdir(parents=True)
        self.story.make(self.place)
        shutil.copytree(self.place, self.begin)

    def cut(self, *stops: int | None, by_exception: bool = False) -> list[str]:
        """From the beginning, cut off before each of some steps in turn; the last one's steps."""
        self.again()
        names: list[str] = []
        for turn, stop in enumerate(stops):
            was_cut, names = steps.cut_off(self.place, self.story.do, stop, by_exception)
            assert was_cut or stop is None or turn, stop
        return names

    def again(self) -> None:
        """Everything as it was in the beginning."""
        shutil.rmtree(self.place)
        shutil.copytree(self.begin, self.place)

    def ends_well(self, how: str) -> None:
        """Started once more, everything is done once."""
        desk = open_desk(self.place / "desk")
        self.story.do(desk)
        self.story.ends(self.place, desk)
        report = check.check(desk)
        desk.close()
        assert report.ok, (how, report.problems)


@pytest.fixture(params=STORIES)
def proof(request: pytest.FixtureRequest, tmp_path: Path) -> Proof:
    return Proof(tmp_path, request.param)


def test_no_effect_escapes_the_proof(proof: Proof) -> None:
    names = proof.cut(None)
    print(f"{proof.name}: {len(names)} steps")
    assert len(names) == STEPS[proof.name], "\n".join(names)
    proof.ends_well("not cut off")


@pytest.mark.parametrize("turn", [0, 1, 2])
def test_cut_off_anywhere_nothing_is_lost_or_doubled(proof: Proof, turn: int) -> None:
    """Every step once: killed, with an exception, or killed twice, by turns."""
    dice = random.Random(turn)
    wide = 3 if STEPS[proof.name] < 25 else 9
    for stop in range(turn, STEPS[proof.name], wide):
        again = (dice.randrange(STEPS[proof.name]),) if turn == 2 else ()
        proof.cut(stop, *again, by_exception=turn == 1)
        proof.ends_well(f"{stop} {again}")


@pytest.mark.long
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("by_exception", [False, True])
def test_cut_off_after_every_step_and_then_again(proof: Proof, by_exception: bool) -> None:
    count, dice, cuts = STEPS[proof.name], random.Random(1), 0
    for stop in range(count):
        for again in ((), (dice.randrange(count),), (stop,)):
            proof.cut(stop, *again, by_exception=by_exception)
            proof.ends_well(f"{stop} {again}")
            cuts += 1 + len(again)
    print(f"{proof.name}: {count} steps, {cuts} cuts, by exception: {by_exception}")


def _broken(desk: Desk, their_id: str) -> None:
    """One round in which our own code breaks each time at one request, and then no more."""

    def breaks(_c: object, _cursor: object, statement: str, values: object, *_: object) -> None:
        if statement.startswith("INSERT INTO request ") and their_id in str(values):
            raise steps.Cut

    event.listen(desk.database.engine, "before_cursor_execute", breaks)
    assert post.run(desk, now=True).failed
    event.remove(desk.database.engine, "before_cursor_execute", breaks)


@pytest.mark.log_expected
def test_a_file_that_breaks_our_own_code_rolls_back_alone(tmp_path: Path) -> None:
    """The batch is taken back, and each file read again in a commit of its own."""
    proof = Proof(tmp_path, "a batch in")
    desk = open_desk(proof.place / "desk")
    _broken(desk, "R-00003")
    lines = requests.page(desk, ListQuery(limit=0)).lines
    left = _names(proof.place / "in")
    desk.close()
    assert sorted(line.their_id for line in lines) == ["R-00001", "R-00004"]
    assert left == ["m3.xml"]
    proof.ends_well("the broken one alone")


def test_what_breaks_once_is_read_again_in_the_same_round(tmp_path: Path) -> None:
    proof = Proof(tmp_path, "a batch in")
    names = proof.cut(None)
    inside = [n for n, name in enumerate(names) if name == "INSERT INTO request"][1]
    proof.cut(inside, by_exception=True)
    assert _names(proof.place / "in") == []
    proof.ends_well("broken once")


def _mail(place: Path) -> None:
    _desk(place)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "b@example.org", "a@example.org", "Two requests"
    mail.set_content("Two requests.")
    for n in (1, 2):
        mail.add_attachment(
            a_request_file(n), maintype="application", subtype="xml", filename=f"m{n}.xml"
        )
    _arrives(place, "two.eml", mail.as_bytes())


@pytest.mark.log_expected
def test_a_mail_stays_until_all_of_it_was_read(tmp_path: Path) -> None:
    """One of its messages breaks our own code: the other counts once, and neither is lost."""
    story = Story(_mail, _post, lambda _place, desk: _both(desk))
    proof = Proof(tmp_path, "a mail with two", story)
    for their_id in ("R-00001", "R-00002"):
        proof.again()
        desk = open_desk(proof.place / "desk")
        _broken(desk, their_id)
        desk.close()
        assert _names(proof.place / "in") == ["two.eml"]
        proof.ends_well(their_id)
        assert _names(proof.place / "in") == []


def _both(desk: Desk) -> None:
    lines = requests.page(desk, ListQuery(limit=0)).lines
    assert sorted(line.their_id for line in lines) == ["R-00001", "R-00002"]
    heard = ledger.messages(desk, LedgerQuery(direction="in", limit=0)).messages
    assert [m.state for m in heard] == ["attention", "applied", "applied"]
    assert heard[0].reason == "mail-more"  # the words beside them
