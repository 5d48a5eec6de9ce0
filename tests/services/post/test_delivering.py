"""While files go to a partner's folder, which may be a slow share, the desk is free for others."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ill_desktop.domain.lifecycle.states import Action, State
from ill_desktop.services import acts, ledger, partners, post, requests
from ill_desktop.services.desk import Desk, open_desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.services.post import delivering
from ill_desktop.services.views import MessageLine
from ill_desktop.store.mailbook import LedgerQuery
from tests.services.desks import THEIRS, a_request

Do = Callable[[], object]


@pytest.fixture
def beside(desk: Desk, tmp_path: Path) -> Iterator[Desk]:
    """The same desk, opened by somebody else; its partner B has folders."""
    partners.add(desk, NewPartner("B", (THEIRS,), str(tmp_path / "in"), str(tmp_path / "out")))
    other = open_desk(desk.folder.root)
    other.clock = desk.clock
    yield other
    other.close()


def meanwhile(monkeypatch: pytest.MonkeyPatch, do: Do) -> list[int]:
    """Let something happen once, while the first file is on its way to the disk."""
    to_disk, asked = os.fsync, []

    def fsync(handle: int) -> None:
        asked.append(handle)
        if len(asked) == 1:
            do()
        to_disk(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    return asked


def sent(desk: Desk) -> list[MessageLine]:
    found = ledger.messages(desk, LedgerQuery(direction="out", limit=0)).messages
    return sorted(found, key=lambda one: one.id)


def a_sent_one(desk: Desk) -> str:
    number = a_request(desk, THEIRS)
    acts.do(desk, number, Action.SEND)
    return number


def test_somebody_else_saves_while_a_file_is_on_its_way(
    desk: Desk, beside: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = a_sent_one(desk)
    post.run(desk)
    went = meanwhile(monkeypatch, lambda: requests.edit(beside, number, {"note": "Urgent"}))
    assert post.run(desk, now=True).written == 1
    assert went
    assert requests.show(desk, number).note == "Urgent"


def test_undo_comes_too_late_for_a_file_that_is_on_its_way(
    desk: Desk, beside: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a request nobody knows of at the partner, nor one taken back that lies there."""
    number = a_sent_one(desk)
    post.run(desk)
    meanwhile(monkeypatch, lambda: acts.undo(beside, number))
    post.run(desk, now=True)
    assert requests.show(desk, number).line.state is State.SENT
    assert [(one.state, one.summary) for one in sent(desk)] == [
        ("written", "New"),
        ("held", "Cancel"),
    ]


def test_what_was_taken_back_before_its_turn_does_not_leave(
    desk: Desk, beside: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = [a_sent_one(desk) for _ in range(delivering.BATCH)]
    last = a_sent_one(desk)
    post.run(desk)
    meanwhile(monkeypatch, lambda: acts.undo(beside, last))
    assert post.run(desk, now=True).written == len(first)
    assert requests.show(desk, last).line.state is State.DRAFT
    assert len(list((tmp_path / "out").iterdir())) == len(first)


def test_what_waits_for_another_is_as_it_was(desk: Desk, beside: Desk, tmp_path: Path) -> None:
    number = a_sent_one(desk)
    acts.do(desk, number, Action.ASK_CANCEL)
    (tmp_path / "out").rename(tmp_path / "away")
    report = post.run(desk, now=True)
    assert (report.failed, [one.state for one in sent(desk)]) == (1, ["failed", "held"])
    (tmp_path / "away").rename(tmp_path / "out")
    assert post.run(desk, now=True).written == 2


def test_large_messages_leave_in_small_batches(
    desk: Desk, beside: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "ROOM", 10)
    for _ in range(3):
        a_sent_one(desk)
    assert post.run(desk, now=True).written == 3


def test_a_message_costs_a_flush_of_its_file_and_one_of_its_folder(
    desk: Desk, beside: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_sent_one(desk)
    post.run(desk)
    went = meanwhile(monkeypatch, lambda: None)
    post.run(desk, now=True)
    assert len(went) == 2
