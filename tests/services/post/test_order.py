"""The end depends on the set of messages received, not on their order (RELIABILITY R2).

Each scenario is a request of its own on one desk: the same messages in another order, one of
them twice, or without one. They are left in the inbox step by step, so that sorting a batch by
time cannot help, and all that heard the same set must stand the same.
"""

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ill_desktop.domain import message as iso
from ill_desktop.domain.codes import (
    Reason,
    RequesterAction,
    RequestType,
    ServiceType,
    Status,
    YesNo,
)
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.lifecycle.states import Action, Flag, Service, State
from ill_desktop.domain.message import AgencyId, Coded, Header
from ill_desktop.domain.order import gainsays
from ill_desktop.formats import iso18626
from ill_desktop.services import acts, ledger, partners, post, requests
from ill_desktop.services import check as checking
from ill_desktop.services.desk import Desk
from ill_desktop.services.partners import NewPartner
from ill_desktop.store import cases, journal
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.mailbook import LedgerQuery
from tests.services.desks import OURS, START, THEIRS, a_desk, a_request, pass_time

A = Action
US, THEM = AgencyId.of(Symbol.parse(OURS)), AgencyId.of(Symbol.parse(THEIRS))
DUE, LATER_DUE = date(2026, 4, 9), date(2026, 5, 9)


def at(hours: int) -> datetime:
    """An instant of the conversation."""
    return START + timedelta(hours=hours)


def end(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=UTC)


def says(hours: int, status: Status, reason: Reason = Reason.STATUS_CHANGE,
         answer: YesNo | None = None, due: date | None = None,
         sent: iso.DeliveryInfo | None = None) -> iso.SupplyingAgencyMessage:  # fmt: skip
    """What the supplier says; the ids are filled in for each scenario."""
    return iso.SupplyingAgencyMessage(
        Header(THEM, US, timestamp=at(hours), supplying_agency_request_id="S-9"),
        iso.MessageInfo(reason, answer, note=f"At {hours}"),
        iso.StatusInfo(status, due_date=end(due) if due else None, last_change=at(hours)),
        delivery_info=sent,
    )


def unnamed(said: iso.SupplyingAgencyMessage) -> iso.SupplyingAgencyMessage:
    """The same without what they call the request."""
    return replace(said, header=replace(said.header, supplying_agency_request_id=None))


def named(theirs: str, said: iso.SupplyingAgencyMessage) -> iso.SupplyingAgencyMessage:
    """The same where they call the request something else."""
    return replace(said, header=replace(said.header, supplying_agency_request_id=theirs))


def stamped(hours: int, said: iso.SupplyingAgencyMessage) -> iso.SupplyingAgencyMessage:
    """The same news, sent once more later."""
    return replace(said, header=replace(said.header, timestamp=at(hours)))


def tells(hours: int, action: RequesterAction) -> iso.RequestingAgencyMessage:
    """What the borrower tells the lender."""
    return iso.RequestingAgencyMessage(Header(US, THEM, timestamp=at(hours)), action, "Salam")


SENT = iso.DeliveryInfo(at(3), item_id=("B-77",), sent_via=Coded("Mail"))
LOANED = says(3, Status.LOANED, due=DUE, sent=SENT)
COPIED = iso.DeliveryInfo(at(3), item_id=("https://example.org/a.pdf",), sent_via=Coded("URL"))

BORROWING = {
    "loan": (
        says(1, Status.EXPECT_TO_SUPPLY, Reason.REQUEST_RESPONSE),
        says(2, Status.WILL_SUPPLY),
        LOANED,
        says(9, Status.LOAN_COMPLETED),
    ),
    "not-supplied": (
        says(1, Status.REQUEST_RECEIVED, Reason.REQUEST_RESPONSE),
        says(2, Status.EXPECT_TO_SUPPLY),
        says(3, Status.WILL_SUPPLY),
        says(4, Status.UNFILLED),
    ),
    "copy": (
        says(1, Status.REQUEST_RECEIVED, Reason.REQUEST_RESPONSE),
        says(2, Status.WILL_SUPPLY),
        says(3, Status.COPY_COMPLETED, sent=COPIED),
        says(4, Status.COPY_COMPLETED, Reason.NOTIFICATION),
    ),
    "late": (
        says(2, Status.WILL_SUPPLY),
        LOANED,
        says(5, Status.OVERDUE, due=DUE),
        says(6, Status.LOANED, Reason.RENEW_RESPONSE, YesNo.YES, LATER_DUE),
    ),
    "recalled": (
        says(2, Status.WILL_SUPPLY),
        LOANED,
        says(5, Status.OVERDUE, due=DUE),
        says(6, Status.RECALLED, due=date(2026, 4, 20)),
    ),
}
SOON, LATEST_DUE = date(2026, 4, 20), date(2026, 6, 9)
YES, NO = YesNo.YES, YesNo.NO
RENEWED = says(5, Status.LOANED, Reason.RENEW_RESPONSE, YES, LATER_DUE)
ASKS = iso.DeliveryInfo(at(2), loan_condition=(Coded("LibraryUseOnly"),))
STORIES = {
    "renewed, then late": (LOANED, RENEWED, says(6, Status.OVERDUE), says(7, Status.OVERDUE)),
    "renewed twice": (
        LOANED,
        RENEWED,
        says(7, Status.LOANED, Reason.RENEW_RESPONSE, YES, LATEST_DUE),
        says(8, Status.RECALLED, due=SOON),
    ),
    "not renewed": (
        LOANED,
        says(5, Status.OVERDUE, due=DUE),
        says(6, Status.LOANED, Reason.RENEW_RESPONSE, NO),
        says(9, Status.LOAN_COMPLETED),
    ),
    "conditions": (
        says(1, Status.EXPECT_TO_SUPPLY, Reason.REQUEST_RESPONSE),
        says(2, Status.WILL_SUPPLY, sent=ASKS),
        LOANED,
        says(9, Status.LOAN_COMPLETED),
    ),
    "conditions dropped": (
        says(1, Status.WILL_SUPPLY, sent=ASKS),
        says(2, Status.WILL_SUPPLY),
        says(3, Status.REQUEST_RECEIVED),
        says(4, Status.EXPECT_TO_SUPPLY),
    ),
    "answered twice": (
        says(1, Status.WILL_SUPPLY, Reason.REQUEST_RESPONSE),
        says(2, Status.EXPECT_TO_SUPPLY),
        LOANED,
        says(4, Status.WILL_SUPPLY, Reason.NOTIFICATION),
    ),
    "retry": (
        says(1, Status.REQUEST_RECEIVED, Reason.REQUEST_RESPONSE),
        says(2, Status.EXPECT_TO_SUPPLY),
        says(3, Status.RETRY_POSSIBLE),
        says(4, Status.RETRY_POSSIBLE, Reason.NOTIFICATION),
    ),
    "held": (
        LOANED,
        says(5, Status.OVERDUE, due=DUE),
        says(6, Status.HOLD_RETURN),
        says(7, Status.RELEASE_HOLD_RETURN),
    ),
    "lost": (
        LOANED,
        says(5, Status.OVERDUE, due=DUE),
        says(6, Status.OVERDUE, Reason.NOTIFICATION),
        says(9, Status.COMPLETED_WITHOUT_RETURN),
    ),
    "not cancelled": (
        says(2, Status.WILL_SUPPLY),
        LOANED,
        says(4, Status.LOANED, Reason.CANCEL_RESPONSE, NO),
        says(9, Status.LOAN_COMPLETED),
    ),
    "cancelled": (
        says(1, Status.EXPECT_TO_SUPPLY, Reason.REQUEST_RESPONSE),
        says(2, Status.WILL_SUPPLY),
        says(3, Status.WILL_SUPPLY, Reason.NOTIFICATION),
        says(5, Status.CANCELLED, Reason.CANCEL_RESPONSE, YES),
    ),
    "asked, and nothing new": (
        says(2, Status.WILL_SUPPLY),
        replace(
            says(4, Status.WILL_SUPPLY, Reason.STATUS_REQUEST_RESPONSE),
            status_info=iso.StatusInfo(Status.WILL_SUPPLY, last_change=at(2)),
        ),
        says(5, Status.LOANED, due=DUE),
        unnamed(says(9, Status.LOAN_COMPLETED)),
    ),
    "said again under a new stamp": (
        unnamed(says(2, Status.WILL_SUPPLY)),
        stamped(3, says(2, Status.WILL_SUPPLY)),
        LOANED,
        unnamed(says(9, Status.LOAN_COMPLETED)),
    ),
    "renumbered": (
        says(2, Status.WILL_SUPPLY),
        named("S-10", LOANED),
        stamped(4, named("S-8", LOANED)),
        unnamed(says(9, Status.LOAN_COMPLETED)),
    ),
    "renumbered and back": (
        named("S-10", says(1, Status.EXPECT_TO_SUPPLY)),
        says(2, Status.WILL_SUPPLY),
        named("S-10", LOANED),
        stamped(5, says(2, Status.WILL_SUPPLY)),
    ),
    "unasked": (
        says(2, Status.WILL_SUPPLY),
        says(4, Status.CANCELLED),
        says(5, Status.UNFILLED, Reason.NOTIFICATION),
        says(6, Status.EXPECT_TO_SUPPLY),
    ),
}
"""What else a supplier may tell; in the order in which it is true."""
RECEIVED_BEFORE = (
    "conditions",
    "answered twice",
    "renewed, then late",
    "renewed twice",
    "not renewed",
    "held",
    "lost",
)
"""Stories that are told of a book that is here already, too."""
LENDING = (
    tells(4, RequesterAction.CANCEL),
    tells(5, RequesterAction.RECEIVED),
    tells(6, RequesterAction.NOTIFICATION),
    tells(7, RequesterAction.SHIPPED_RETURN),
)
LENT = {
    "renewed": (
        tells(4, RequesterAction.RECEIVED),
        tells(5, RequesterAction.RENEW),
        tells(6, RequesterAction.NOTIFICATION),
        tells(7, RequesterAction.SHIPPED_RETURN),
    ),
    "lost and found": (
        tells(4, RequesterAction.RECEIVED),
        tells(5, RequesterAction.LOST),
        tells(6, RequesterAction.HOLD_RETURN),
        tells(7, RequesterAction.SHIPPED_RETURN),
    ),
    "sent on": (
        tells(4, RequesterAction.RECEIVED),
        tells(5, RequesterAction.STATUS_REQUEST),
        tells(6, RequesterAction.RENEW),
        tells(7, RequesterAction.SHIPPED_FORWARD),
    ),
}


def asks(hours: int, kind: RequestType = RequestType.NEW) -> iso.Request:
    """The borrower asks, or reminds of what it asked."""
    about = iso.ServiceInfo(request_type=kind, service_type=ServiceType.LOAN)
    header = Header(US, THEM, timestamp=at(hours))
    return iso.Request(header, iso.BibliographicInfo(title="Belenggu"), service_info=about)


ASKED = {
    "asked, and cancelled": (
        asks(0),
        tells(1, RequesterAction.NOTIFICATION),
        tells(2, RequesterAction.STATUS_REQUEST),
        tells(3, RequesterAction.CANCEL),
    ),
    "asked, and reminded": (
        asks(0),
        tells(1, RequesterAction.NOTIFICATION),
        asks(2, RequestType.REMINDER),
        tells(3, RequesterAction.CANCEL),
    ),
}
"""Where the request itself may come after what is written about it."""


@dataclass(frozen=True)
class Scenario:
    """In which order the messages of a conversation arrive, by their place in it."""

    order: tuple[int, ...]
    story: str = ""

    @property
    def heard(self) -> tuple[str, frozenset[int]]:
        return self.story, frozenset(self.order)


def every_scenario(count: int = 4) -> list[Scenario]:
    """All orders of all subsets, and of the whole with each message twice, at every place."""
    found = [
        Scenario(order)
        for size in range(1, count + 1)
        for order in itertools.permutations(range(count), size)
    ]
    for order in itertools.permutations(range(count)):
        for place, again in itertools.product((1, 2, count), range(count)):
            if again in order[:place]:
                found.append(Scenario((*order[:place], again, *order[place:])))
    return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = a_desk(tmp_path / "desk")
    partners.add(made, NewPartner("B", (THEIRS,), str(tmp_path / "in"), str(tmp_path / "out")))
    partners.change(made, THEIRS, {"confirmations": "no"})
    yield made
    made.close()


def play(desk: Desk, inbox: Path, scenarios: Sequence[Scenario], parts: Any, ids: Any) -> None:
    """Leave the nth message of every scenario, then let the post run, and so on."""
    pass_time(desk, days=1)
    for step in range(max(len(one.order) for one in scenarios)):
        for place, one in enumerate(scenarios):
            if step < len(one.order):
                part = parts[one.story][one.order[step]]
                header = replace(part.header, requesting_agency_request_id=ids[place])
                data = iso18626.write(replace(part, header=header))
                (inbox / f"{step}-{place}.xml").write_bytes(data)
        report = post.run(desk, now=True)
        assert report.failed == report.quarantined == 0
        pass_time(desk, minutes=1)


def standing(desk: Desk, number: str) -> tuple[Any, ...]:
    """Everything about a request that may depend on what was heard, not on when."""
    view = requests.show(desk, number)
    with desk.database.read() as session:
        case = cases.case_by_number(session, number)
        ordinals = {one.id: one.ordinal for one in case.attempts}
        request = case.request
        told = (request.expected_on, request.retry_after, request.condition, str(request.cost))
        marks = {
            (one.kind.value, ordinals.get(one.attempt_id or 0, 0))
            for one in journal.milestones(session, request.id)
        }
        attempts = [(a.status, a.last_change, a.their_id, a.ended) for a in case.attempts]
        theirs = case.attempts and request.their_id
    return (
        view.line.state,
        view.line.flags,
        view.line.service,
        view.line.due,
        (told, theirs),
        sorted(marks),
        view.link,
        [(item.barcode, item.state) for item in view.items],
        attempts,
        sorted(note.text for note in view.notes),
    )


def check(scenarios: Sequence[Scenario], stands: Sequence[Any]) -> None:
    """All that heard the same stand the same."""
    by_set: dict[Any, tuple[Scenario, Any]] = {}
    wrong = []
    for one, found in zip(scenarios, stands, strict=True):
        first, expected = by_set.setdefault(one.heard, (one, found))
        if found != expected:
            parts = [(a, b) for a, b in zip(found, expected, strict=True) if a != b]
            wrong.append((one.story, one.order, first.order, parts))
    assert not wrong, "\n".join(map(str, wrong))


def borrow(desk: Desk, count: int, service: Service) -> tuple[list[str], list[str]]:
    numbers = [a_request(desk, THEIRS, service=service) for _ in range(count)]
    ids = [acts.do(desk, number, A.SEND).line.our_id for number in numbers]
    return numbers, ids


def _some(scenarios: list[Scenario], name: str) -> list[Scenario]:
    """The short form: all orders of all subsets, and a sample of the repeats."""
    once = [one for one in scenarios if len(set(one.order)) == len(one.order)]
    twice = [one for one in scenarios if one not in once]
    return once + random.Random(name).sample(twice, 24)


def _borrowing(desk: Desk, tmp_path: Path, name: str, scenarios: list[Scenario]) -> None:
    service = Service.COPY if name == "copy" else Service.LOAN
    numbers, ids = borrow(desk, len(scenarios), service)
    play(desk, tmp_path / "in", scenarios, {"": BORROWING[name]}, ids)
    check(scenarios, [standing(desk, number) for number in numbers])


@pytest.mark.parametrize("name", BORROWING)
def test_what_a_supplier_said_counts_and_not_when(desk: Desk, tmp_path: Path, name: str) -> None:
    _borrowing(desk, tmp_path, name, _some(every_scenario(), name))


def test_a_copy_that_came_unannounced_stays_done_and_quiet(desk: Desk, tmp_path: Path) -> None:
    scenarios = [Scenario(order) for order in itertools.permutations(range(4), 3)]
    numbers, ids = borrow(desk, len(scenarios), Service.COPY)
    for number in numbers:
        acts.do(desk, number, A.COPY_RECEIVED)
    play(desk, tmp_path / "in", scenarios, {"": BORROWING["copy"]}, ids)
    stands = [standing(desk, number) for number in numbers]
    check(scenarios, stands)
    assert {(stand[0], stand[1], stand[2]) for stand in stands} == {
        (State.DONE, (Flag.UNREAD,), Service.COPY),
        (State.DONE, (), Service.COPY),
    }
    assert checking.check(desk).ok


def lend(desk: Desk, inbox: Path, count: int) -> tuple[list[str], list[str]]:
    """Requests that came and were shipped."""
    ids = [f"R-{place}" for place in range(count)]
    for one in ids:
        header = Header(US, THEM, timestamp=at(0), requesting_agency_request_id=one)
        (inbox / f"{one}.xml").write_bytes(
            iso18626.write(iso.Request(header, iso.BibliographicInfo(title=one)))
        )
    post.run(desk, now=True)
    lines = requests.page(desk, ListQuery(limit=0)).lines
    by_id = {line.their_id: line.number for line in lines}
    for one in ids:
        acts.do(desk, by_id[one], A.SHIP, {"item": "B-77"})
    return [by_id[one] for one in ids], ids


def test_what_a_borrower_told_counts_and_not_when(desk: Desk, tmp_path: Path) -> None:
    scenarios = _some(every_scenario(), "lending")
    numbers, ids = lend(desk, tmp_path / "in", len(scenarios))
    play(desk, tmp_path / "in", scenarios, {"": LENDING}, ids)
    check(scenarios, [standing(desk, number) for number in numbers])


def some_of_each(every: dict[str, Any]) -> list[Scenario]:
    """Some orders of every whole story, and all of the part that leaves one message out."""
    found = []
    for name in every:
        draw = random.Random(name)
        whole = [Scenario(order, name) for order in itertools.permutations(range(4))]
        left_out = draw.randrange(4)
        part = [n for n in range(4) if n != left_out]
        found += [whole[0], whole[-1], *draw.sample(whole[1:-1], 5)]
        found += [Scenario(order, name) for order in itertools.permutations(part)]
    return found


def all_of_each(every: dict[str, Any]) -> list[Scenario]:
    """Every order of every part of every story, with repeats."""
    return [replace(one, story=name) for name in every for one in every_scenario()]


def _told(desk: Desk, tmp_path: Path, scenarios: list[Scenario], here: bool) -> None:
    numbers, ids = borrow(desk, len(scenarios), Service.LOAN)
    for number in numbers if here else ():
        acts.do(desk, number, A.RECEIVED, {"item": "B-77"})
    play(desk, tmp_path / "in", scenarios, STORIES, ids)
    check(scenarios, [standing(desk, number) for number in numbers])
    assert checking.check(desk).ok


CROSSED = {
    "refused": (
        says(2, Status.WILL_SUPPLY),
        LOANED,
        says(4, Status.LOANED, Reason.CANCEL_RESPONSE, NO),
        says(9, Status.LOAN_COMPLETED),
    ),
    "sent, and wanted back": (LOANED, RENEWED, says(6, Status.OVERDUE), says(7, Status.RECALLED)),
}
"""What a supplier says that we had asked to cancel."""


def _crossed(desk: Desk, tmp_path: Path, scenarios: list[Scenario]) -> None:
    numbers, ids = borrow(desk, len(scenarios), Service.LOAN)
    for number in numbers:
        acts.do(desk, number, A.ASK_CANCEL)
    play(desk, tmp_path / "in", scenarios, CROSSED, ids)
    check(scenarios, [standing(desk, number) for number in numbers])
    assert checking.check(desk).ok


def _lent(desk: Desk, tmp_path: Path, scenarios: list[Scenario]) -> None:
    numbers, ids = lend(desk, tmp_path / "in", len(scenarios))
    play(desk, tmp_path / "in", scenarios, LENT, ids)
    check(scenarios, [standing(desk, number) for number in numbers])
    assert checking.check(desk).ok


def _asked(desk: Desk, tmp_path: Path, scenarios: list[Scenario]) -> None:
    ids = [f"R-{place}" for place in range(len(scenarios))]
    play(desk, tmp_path / "in", scenarios, ASKED, ids)
    lines = requests.page(desk, ListQuery(limit=0)).lines
    by_id = {line.their_id: line.number for line in lines}
    stands = [standing(desk, by_id[one]) if one in by_id else ("never asked",) for one in ids]
    check(scenarios, stands)
    waiting = ledger.messages(desk, LedgerQuery(states=("attention",), limit=0)).messages
    assert {one.reason for one in waiting} == {"unknown-request"}
    never = sum(len(set(one.order)) for one in scenarios if 0 not in one.order)
    assert len(waiting) == never
    assert checking.check(desk).ok


def test_what_came_before_its_request_is_heard_once_that_comes(desk: Desk, tmp_path: Path) -> None:
    _asked(desk, tmp_path, some_of_each(ASKED))


def test_a_reminder_that_came_first_is_refused_and_then_taken_after_all(
    desk: Desk, tmp_path: Path
) -> None:
    partners.change(desk, THEIRS, {"confirmations": "yes"})
    reminder = asks(2, RequestType.REMINDER)
    about = reminder.service_info
    assert about is not None
    earlier = replace(about, requesting_agency_previous_request_id="R-1", note="Salam")
    for said, one in ((replace(reminder, service_info=earlier), "R-2"), (asks(0), "R-1")):
        header = replace(said.header, requesting_agency_request_id=one)
        (tmp_path / "in" / f"{one}.xml").write_bytes(iso18626.write(replace(said, header=header)))
        post.run(desk, now=True)
    (line,) = requests.page(desk, ListQuery(limit=0)).lines
    view = requests.show(desk, line.number)
    assert [note.text for note in view.notes] == ["Salam"]
    told = ledger.messages(desk, LedgerQuery(direction="out", limit=0)).messages
    assert [one.summary for one in reversed(told)] == ["ERROR", "OK", "OK"]


@pytest.mark.long
@pytest.mark.timeout(3000)
def test_what_came_before_its_request_is_heard_in_all_orders(desk: Desk, tmp_path: Path) -> None:
    _asked(desk, tmp_path, all_of_each(ASKED))


def stories(here: bool) -> dict[str, Any]:
    return {name: STORIES[name] for name in RECEIVED_BEFORE} if here else STORIES


@pytest.mark.parametrize("here", [False, True])
def test_every_story_of_a_supplier_ends_alike(desk: Desk, tmp_path: Path, here: bool) -> None:
    _told(desk, tmp_path, some_of_each(stories(here)), here)


FACTS = {
    "loaned": {"due": DUE, "sent": SENT}, "overdue": {"due": DUE}, "recalled": {"due": DUE},
    "retry_possible": {}, "unfilled": {}, "cancelled": {}, "copy_completed": {"sent": COPIED},
    "loan_completed": {}, "completed_without_return": {},
}  # fmt: skip


def test_a_story_that_cannot_be_true_is_looked_at_in_either_order(
    desk: Desk, tmp_path: Path
) -> None:
    """*Unfilled* after *loaned* has no true end; what it comes to depends on the order."""
    odd = {
        f"{first} then {second}": tuple(
            says(hours, Status[name.upper()], **FACTS[name])
            for hours, name in ((3, first), (5, second))
        )
        for first, second in itertools.permutations(FACTS, 2)
        if gainsays(Status[second.upper()], Status[first.upper()])
    }
    scenarios = [Scenario(order, name) for name in odd for order in ((0, 1), (1, 0))]
    assert len(scenarios) > 50
    numbers, ids = borrow(desk, len(scenarios), Service.LOAN)
    play(desk, tmp_path / "in", scenarios, odd, ids)
    quiet = [
        one
        for one, number in zip(scenarios, numbers, strict=True)
        if Flag.ATTENTION not in requests.show(desk, number).line.flags
    ]
    assert quiet == []
    assert checking.check(desk).ok


def test_what_crosses_our_cancellation_ends_alike(desk: Desk, tmp_path: Path) -> None:
    _crossed(desk, tmp_path, some_of_each(CROSSED))


@pytest.mark.long
@pytest.mark.timeout(3000)
def test_what_crosses_our_cancellation_ends_alike_in_all_orders(desk: Desk, tmp_path: Path) -> None:
    _crossed(desk, tmp_path, all_of_each(CROSSED))


def test_every_story_of_a_borrower_ends_alike(desk: Desk, tmp_path: Path) -> None:
    _lent(desk, tmp_path, some_of_each(LENT))


@pytest.mark.long
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("here", [False, True])
def test_every_story_of_a_supplier_ends_alike_in_all_orders(
    desk: Desk, tmp_path: Path, here: bool
) -> None:
    _told(desk, tmp_path, all_of_each(stories(here)), here)


@pytest.mark.long
@pytest.mark.timeout(3000)
def test_every_story_of_a_borrower_ends_alike_in_all_orders(desk: Desk, tmp_path: Path) -> None:
    _lent(desk, tmp_path, all_of_each(LENT))


@pytest.mark.long
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("name", BORROWING)
def test_thousands_of_shuffled_conversations_end_alike(
    desk: Desk, tmp_path: Path, name: str, seed: int
) -> None:
    draw = random.Random(f"{name}-{seed}")
    scenarios = every_scenario()
    for _ in range(1000 // len(BORROWING)):
        order = [*range(4), *draw.choices(range(4), k=draw.randint(0, 3))]
        draw.shuffle(order)
        scenarios.append(Scenario(tuple(order[: draw.randint(1, len(order))])))
    _borrowing(desk, tmp_path, name, scenarios)
