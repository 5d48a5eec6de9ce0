"""Every statement the store runs: over an index, and in words PostgreSQL understands too."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

import pytest
from sqlalchemy import ClauseElement, event, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Session

from ill_desktop.domain.citation import Citation
from ill_desktop.domain.errors import Missing
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.lifecycle.states import Milestone, Side, State, Timer
from ill_desktop.domain.measures import Part
from ill_desktop.services.deadlines import RULES
from ill_desktop.store import (
    beside,
    cases,
    clockwork,
    closed_months,
    crew,
    directory,
    documents,
    enclosures,
    finding,
    forgetting,
    inbox,
    integrity,
    journal,
    lease,
    listing,
    loans,
    mailbook,
    measures,
    notes,
    outbox,
    parcels,
    people,
    queries,
    seals,
    sequence,
    settings,
    untold,
)
from ill_desktop.store.database import Database
from ill_desktop.store.lines import ListQuery
from ill_desktop.store.rows import MessageRow, RequestRow
from tests.build import NOON, TODAY, a_partner, a_request

WAITING = clockwork.Waiting(
    clockwork.Which(Timer.DUE_PASSED, Side.BORROWING, (State.HERE, State.ON_ITS_WAY), "due"),
    TODAY,
    NOON,
)
TIMERS = [
    clockwork.Waiting(rule.which(whose), TODAY, NOON, 7)
    for rule in RULES
    for whose in (clockwork.Whose if rule.answer else (clockwork.Whose.EVERYBODYS,))
]
COUNTED = Part(Side.BORROWING, Milestone.SENT, without=(Milestone.RECEIVED,))
LOOK_UPS: dict[str, Callable[[Session], object]] = {
    "case by number": lambda s: cases.case_by_number(s, "26000001"),
    "case by id": lambda s: cases.case_by_id(s, 1),
    "to be forgotten": lambda s: forgetting.due(s, NOON, 9),
    "how many to be forgotten": lambda s: forgetting.how_many_due(s, NOON),
    "forget names": lambda s: forgetting.forget(s, forgetting.due(s, NOON, 9)),
    "closed of a reader": lambda s: forgetting.closed_of(s, 1),
    "unmarked of a reader": lambda s: forgetting.unmarked(s, 1),
    "counted on": lambda s: forgetting.counted_on(s, 1),
    "still attached": lambda s: forgetting.still_attached(s, {"00"}),
    "blank bodies": lambda s: forgetting.blank_bodies(s, NOON, 9),
    "lent and due": lambda s: clockwork.lent_due(s, TODAY, TODAY),
    "somebody of the staff": lambda s: crew.person(s, "SW"),
    "what readers asked for": lambda s: people.asked(s, (1, 2)),
    "timers": lambda s: clockwork.due(s, [WAITING]),
    **{
        f"time up, {rule.timer} {rule.side}": partial(
            listing.page,
            query=ListQuery(reason=rule.timer),
            today=TODAY,
            waiting=[clockwork.Waiting(rule.which(), TODAY, NOON)],
        )
        for rule in RULES
    },
    "time up, found": lambda s: listing.page(
        s, ListQuery(reason=RULES[0].timer, find="bumi", after="26000001"), TODAY, TIMERS[:2]
    ),
    "partner of a symbol": lambda s: directory.partner_of(s, Symbol("ISIL", "X")),
    "symbols": lambda s: directory.symbols(s, 1),
    "profile": lambda s: directory.profile(s, 1),
    "partners on a channel": lambda s: directory.partners_on(s, 1),
    "addresses": lambda s: directory.addresses(s, 1),
    "documents": lambda s: documents.of_request(s, 1),
    "copies": lambda s: documents.copies(s, 1, "pull-slip"),
    "printed among": lambda s: documents.printed_among(s, "pull-slip", (1, 2)),
    "open parcel": lambda s: parcels.open_for(s, 1, Side.LENDING),
    "open parcels": parcels.open_parcels,
    "in a parcel": lambda s: parcels.contents(s, 1),
    "parcel of a request": lambda s: parcels.of_request(s, 1),
    "packed among": lambda s: parcels.packed_among(s, ("26000001",)),
    "carrying": lambda s: parcels.carrying(s, "B-1"),
    "away": lambda s: parcels.away(s, "B-1", frozenset({"back"})),
    "take out": lambda s: parcels.take_out(s, 1, 1),
    "same bytes": lambda s: inbox.same_bytes(s, 1, "00"),
    "waiting alike": lambda s: inbox.waiting_alike(
        s, MessageRow(id=2, channel_id=1, content_hash="00")
    ),
    "came with a message": lambda s: enclosures.of_message(s, 1),
    "files moved": lambda s: enclosures.move(s, 1, 2),
    "files released": lambda s: enclosures.release(s, 1),
    "files left over": enclosures.take_left_over,
    "same key": lambda s: inbox.same_key(s, "k"),
    "confirmation": lambda s: inbox.confirmation_of(s, 1),
    "lending requests": lambda s: inbox.lending_requests(s, 1, "T"),
    "orphans": lambda s: inbox.orphans(s, 1),
    "lending by number": lambda s: inbox.lending_by_number(s, 1, "26000001"),
    "attempt by our id": lambda s: inbox.attempt_by_our_id(s, "26000001-1"),
    "attempt by their id": lambda s: inbox.attempt_by_their_id(s, 1, "T"),
    "sent as": lambda s: inbox.sent_as(s, 1, "stem"),
    "unconfirmed": lambda s: inbox.unconfirmed(s, 1, "request", (NOON,)),
    "answered": lambda s: inbox.answered(s, 1, "request", (NOON,)),
    "sent again": lambda s: inbox.copies(s, MessageRow(id=2, partner_id=1, sha256="00")),
    "waits of a request": lambda s: mailbook.waits(s, 1, frozenset({"no-confirmation"})),
    "packages that never came": lambda s: seals.gaps(s, 1, "00"),
    "reached": lambda s: journal.reached(s, 1, Milestone.SENT, None),
    "forget": lambda s: journal.forget_milestones(s, "a", 1),
    "events of an act": lambda s: journal.events_of_act(s, "a", 1),
    "history": lambda s: journal.history(s, 1),
    "sendings": lambda s: journal.sendings(s, 1),
    "lease": lambda s: lease.claim(s, lease.Computer("a", "b"), NOON),
    "line": lambda s: listing.line(s, "26000001"),
    "closed month": lambda s: closed_months.closed(s, "2026-03"),
    "closed months": lambda s: closed_months.closed_between(s, "2026-01", "2026-12"),
    "closings": lambda s: closed_months.history(s, "2026-03"),
    "some lines": lambda s: listing.lines(s, [1, 2]),
    "members": lambda s: measures.members(s, COUNTED, measures.Span(TODAY, TODAY)),
    "members in time": lambda s: measures.members(
        s, COUNTED, measures.Span(TODAY, TODAY), Milestone.CREATED
    ),
    "by month": lambda s: measures.monthly(s, COUNTED, measures.Span(TODAY, TODAY)),
    "work in hand": lambda s: measures.in_hand(s, TODAY, NOON),
    "look-alikes": lambda s: queries.similar(s, Citation(title="Bumi", isbn="1")),
    "barcode": lambda s: queries.numbers_by_scan(s, "nothing"),
    "strap": lambda s: queries.number_by_strap(s, "nothing"),
    "requests with a code": lambda s: finding.coded(s, "BR-7788"),
    "numbers ending in": lambda s: finding.ending_in(s, "0001"),
    "requests of a partner": lambda s: finding.of_partner(s, 1, 12),
    "whether a partner is named": lambda s: directory.is_named(s, 1),
    "notes": lambda s: notes.of_request(s, 1),
    "last timestamp": lambda s: outbox.last_timestamp(s, 1),
    "withdraw": lambda s: outbox.withdraw(s, "a", "d"),
    "needs draft": lambda s: outbox.needs_draft(s, "a", "d", NOON),
    "has left": lambda s: outbox.has_left(s, "a", "d"),
    "at hand": lambda s: outbox.at_hand(s, [1, 2]),
    "unsent": outbox.unsent,
    "unconfirmed messages": lambda s: outbox.unconfirmed_before(s, 1, NOON, "away", mails=True),
    "unsent before": lambda s: outbox.unsent_before(s, 1, 2),
    "waiting beside": lambda s: mailbook.count_beside(s, ("attention",)),
    "waiting messages": lambda s: mailbook.count(s, ("attention",)),
    "strangers": mailbook.strange,
    "message found": lambda s: mailbook.page(s, mailbook.LedgerQuery(find="26000001")),
    "ledger": lambda s: mailbook.page(s, mailbook.LedgerQuery(state="applied", partner_id=1)),
    "requests of a reader": lambda s: people.requests_of(s, 1, 200),
    "patron": lambda s: people.patron(s, "P"),
    "number": lambda s: sequence.next_number(s, 2026),
    "to tell": lambda s: untold.numbers(s, 400),
    "how many to tell": lambda s: untold.count(s, 400),
    "whether to tell": lambda s: untold.waits(s, 1),
    "keep what is to tell": lambda s: untold.keep(s, 1, waiting=True),
    "told": lambda s: untold.keep(s, 1, waiting=False),
    "setting": lambda s: settings.read(s, "x", None),
}
WHOLE: dict[str, Callable[[Session], object]] = {
    "replaced of a reader": lambda s: notes.replaced_of(s, 1),
    "forget who had it before": lambda s: notes.forget_readers(s, [1]),
    "recount": integrity.recount,
    "check": integrity.check,
    "partners": directory.partners,
    "partners of figures": measures.partners,
    "names of partners": finding.partner_names,
    "words of partners": finding.partner_words,
    "own symbols": directory.own_symbols,
    "goes by mail": lambda s: directory.goes_by_mail(s, 1),
    "known as": lambda s: directory.known_as(s, Symbol("ISIL", "X")),
    "letterboxes": directory.letterboxes,
    "forget a partner": lambda s: directory.forget_partner(s, 1),
    "settings": settings.everything,
    "lease as kept": lease.kept,
    "closed days": directory.closed_days,
    "patrons": people.patrons,
    "patrons that match": lambda s: people.matching(s, ("sari", "a%"), 200),
    "readers without requests": forgetting.readers,
    "next to leave": mailbook.next_to_leave,
    "readers asking": lambda s: people.asking(s, "siti"),
    "patrons counted": people.count,
    "attached": beside.attached,
    "staff": crew.everybody,
    "staff at work": crew.active,
    "holidays": directory.holidays,
    "put holidays": lambda s: directory.put_holidays(s, {TODAY: ""}),
    "put own symbols": lambda s: directory.put_own_symbols(s, (Symbol("ISIL", "X"),)),
    "whole ledger": lambda s: mailbook.page(s, mailbook.LedgerQuery()),
    "jump": lambda s: sequence.jump(s, 2026, {}),
    "lost sendings": lambda s: sequence.lost_sendings(s, "26000001"),
    "brought": lambda s: loans.brought(s, ["import-1"]),
    "barcodes": lambda s: loans.with_barcodes(s, Side.LENDING, ["1"]),
    "raised": lambda s: journal.raised(s, [1, 2]),
    "shelves": lambda s: listing.shelves(s, ["26000001"]),
}
LARGE = ("request", "message", "event", "milestone", "attempt", "item", "patron", "note")


OTHERWISE: dict[str, Callable[[Session], object]] = {
    "unconfirmed at any time": lambda s: inbox.unconfirmed(s, 1, "request", ()),
    "all timers": lambda s: clockwork.due(s, TIMERS),
}
CHOSEN = {
    "same bytes": ("ix_message_sha256",),
    "same key": ("sqlite_autoindex_message",),
    "carrying": ("ix_item_barcode", "INTEGER PRIMARY KEY"),
    "confirmation": ("ix_message_answers_id",),
    "lending requests": ("ix_request_their_id",),
    "sent as": ("ix_message_file_name",),
    "answered": ("ix_message_timestamp",),
    "unconfirmed": ("ix_message_timestamp",),
    "unconfirmed at any time": ("ix_message_unconfirmed",),
    "unconfirmed messages": ("ix_message_unconfirmed",),
    "orphans": ("ix_message_unconfirmed",),
    "unsent": ("ix_message_state",),
    "waiting alike": ("ix_message_state",),
    "all timers": (
        *("ix_request_side_state", "ix_request_needed_by", "ix_request_due"),
        *("ix_event_request_id", "ix_milestone_request_id"),
    ),
}
"""What is asked for every message or in every round, and by which index few are left."""


@pytest.fixture
def desk(database: Database) -> Database:
    with database.work() as session:
        came = MessageRow(direction="in", kind="request", state="applied", created_at=NOON,
                          channel_id=None, sha256="00", key="k")  # fmt: skip
        lent = a_request(number="26000002", side=Side.LENDING, state=State.NEW, their_id="T")
        session.add_all([a_request(number="26000001"), a_partner(), came, lent])
    return database


@contextmanager
def listened(database: Database, name: str) -> Iterator[list[tuple[Any, ...]]]:
    heard: list[tuple[Any, ...]] = []

    def hear(*told: Any) -> None:
        heard.append(told)

    event.listen(database.engine, name, hear)
    yield heard
    event.remove(database.engine, name, hear)


def run(session: Session, ask: Callable[[Session], object]) -> None:
    with suppress(Missing):
        ask(session)


def steps(desk: Database, ask: Callable[[Session], object]) -> list[str]:
    """How SQLite goes about it."""
    with desk.work() as session, listened(desk, "before_cursor_execute") as heard:
        run(session, ask)
        asked = [(told[2], told[3]) for told in heard if not told[2].startswith("PRAGMA")]
        plans = [
            step[3]
            for sql, given in asked
            for step in session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", given)
        ]
    assert asked
    return plans


def walked(desk: Database, ask: Callable[[Session], object]) -> list[str]:
    """The steps that read a growing table from end to end."""
    return [s for s in steps(desk, ask) if s.startswith("SCAN") and s.split()[1] in LARGE]


@pytest.mark.parametrize("name", CHOSEN)
def test_what_every_message_is_asked_goes_by_the_index_that_leaves_few(
    desk: Database, name: str
) -> None:
    """Another index serves, too, and has half the ledger behind it."""
    plans = steps(desk, {**LOOK_UPS, **OTHERWISE}[name])
    assert all(any(index in plan for index in CHOSEN[name]) for plan in plans
               if plan.split()[1] in LARGE and "SUBQUERY" not in plan), plans  # fmt: skip


@pytest.mark.parametrize("name", ["same bytes", "same key", "lending requests"])
def test_what_was_there_before_is_asked_for_twice(desk: Database, name: str) -> None:
    """So both statements are among those looked at here."""
    with desk.work() as session, listened(desk, "before_execute") as heard:
        LOOK_UPS[name](session)
    assert len(heard) == 2


@pytest.mark.parametrize("name", LOOK_UPS)
def test_no_look_up_walks_a_table_that_grows(desk: Database, name: str) -> None:
    assert walked(desk, LOOK_UPS[name]) == []


def test_a_walk_would_be_noticed(desk: Database) -> None:
    by_note = select(RequestRow).where(RequestRow.note == "x")
    assert walked(desk, lambda s: s.scalars(by_note).all()) == ["SCAN request"]


@pytest.mark.parametrize("name", [*LOOK_UPS, *WHOLE])
def test_every_statement_compiles_for_postgresql(desk: Database, name: str) -> None:
    with desk.work() as session, listened(desk, "before_execute") as heard:
        run(session, {**LOOK_UPS, **WHOLE}[name])
    statements = [told[1] for told in heard if isinstance(told[1], ClauseElement)]
    assert statements
    for statement in statements:
        assert str(statement.compile(dialect=postgresql.dialect()))
