"""Requests as staff look at them: new ones, lists, one in full, and their local fields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from ill_desktop.domain.citation import Citation, folded
from ill_desktop.domain.errors import Invalid, Missing, Why
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.lifecycle.states import Action, Service, Side, State, Timer
from ill_desktop.domain.money import Money
from ill_desktop.domain.queues import Queue
from ill_desktop.formats import numbers
from ill_desktop.services import deadlines, deciding, editing, reasons, shown
from ill_desktop.services.advance import Act, Work, advance, record_creation, standpoint
from ill_desktop.services.changes import Change
from ill_desktop.services.desk import Desk
from ill_desktop.services.line_views import Page, RequestLine
from ill_desktop.services.lines import line_view
from ill_desktop.services.rights import offered
from ill_desktop.services.suppliers import add as add_supplier
from ill_desktop.services.values import Raw
from ill_desktop.services.views import RequestView
from ill_desktop.store import cases, listing, people
from ill_desktop.store.cases import Case
from ill_desktop.store.lines import ListQuery, ended, order_of
from ill_desktop.store.rows import RequestRow
from ill_desktop.store.sequence import next_number

if TYPE_CHECKING:
    from ill_desktop.store.database import Session

ALIKE_DAYS = 90
"""A request for the same work within this many days is worth a word of warning."""
TELLING, MOST_LEFT_OUT = 4, 8
"""Letters of a word that tells something, and how many of them are left out in turn."""


@dataclass(frozen=True, slots=True)
class NewRequest:
    """A borrowing request as typed; suppliers are symbols in the order to be asked."""

    service: Service
    citation: Citation
    patron: str = ""
    suppliers: tuple[str, ...] = ()
    needed_by: date | None = None
    max_cost: Money | None = None
    note: str = ""
    identifiers: Mapping[str, str] = field(default_factory=dict)


def new(desk: Desk, asked: NewRequest) -> str:
    """Make a draft and return its number; raises `Invalid` or `Missing`."""
    with desk.database.work() as session:
        number = draft(desk, session, asked)
    desk.changes.publish(Change(requests=frozenset({number})))
    return number


def draft(desk: Desk, session: "Session", asked: NewRequest) -> str:
    """Make a draft within work that is under way; nobody is told of it yet."""
    citation = asked.citation.tidied()
    if not citation.display_title:
        raise Invalid("title", "", Why.EMPTY)
    now = desk.clock.now()
    act = Act(entered_at=now, effective_at=now, staff=desk.staff)
    day = desk.local_date(now)
    row = RequestRow(
        number=next_number(session, day.year),
        side=Side.BORROWING,
        service=asked.service,
        asked_service=asked.service,
        state=State.DRAFT,
        created_at=now,
        created_on=day,
        state_since=now,
        needed_by=asked.needed_by,
        note=asked.note.strip(),
        identifiers=dict(asked.identifiers),
    )
    row.citation = citation
    row.max_cost = asked.max_cost
    editing.give_patron(session, row, asked.patron)
    session.add(row)
    session.flush()
    work = Work(desk, session, Case(row, [], []), act)
    for symbol in dict.fromkeys(asked.suppliers):
        add_supplier(work, Symbol.named(symbol))
    record_creation(work)
    return row.number


def similar(
    desk: Desk, citation: Citation, patron: str = "", *, slips: bool = True
) -> tuple[RequestLine, ...]:
    """Borrowing requests of the last `ALIKE_DAYS` for what looks like the same work, those of other
    readers last; with `slips`, one word of the title may be misspelt.
    """
    title = folded(citation.display_title)
    if not title and not citation.isbn:
        return ()
    today = desk.today()
    with desk.database.read() as session:
        by_title = listing.matching(session, citation.display_title)
        isbn = "" if citation.component_title else citation.isbn
        by_number = listing.matching(session, *numbers.isbn_forms(isbn))
        if slips and not by_title and not by_number:
            by_title = listing.matching(session, *_but_for_one(title))
    alike = {
        one.number: line_view(desk.words, one, today)
        for one in (*by_title, *by_number)
        if one.side is Side.BORROWING
        and (today - desk.local_date(one.created_at)).days <= ALIKE_DAYS
        and (one in by_number or _alike(folded(one.title), title))
    }
    return tuple(sorted(alike.values(), key=lambda one: for_another(one, patron)))


def for_another(line: RequestLine, patron: str) -> bool:
    """Whether a request is known to be for another reader than this one; empty: nobody yet."""
    return bool(patron and line.patron and line.patron != patron)


def _but_for_one(title: str) -> tuple[str, ...]:
    """The words of a title, each time without another of them; short ones tell too little."""
    words = [word for word in title.split() if len(word) >= TELLING][:MOST_LEFT_OUT]
    if len(words) < 3:  # one word alone stands in too many titles
        return ()
    return tuple(" ".join((*words[:at], *words[at + 1 :], "")) for at in range(len(words)))


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other) >= 90


def page(desk: Desk, query: ListQuery) -> Page:
    """One page of a list, newest first; `limit` 0 is everything."""
    if query.limit < 0:
        raise Invalid("limit", str(query.limit), Why.OUT_OF_RANGE)
    today = desk.today()
    with desk.database.read() as session:
        asked = query.reason
        waiting = deadlines.up(desk, session, asked) if asked is not None else ()
        found = listing.page(session, query, today, waiting)
        lines = tuple(line_view(desk.words, one, today) for one in found.lines)
        if query.queue is Queue.ATTENTION or asked is not None:
            lines = reasons.with_reasons(desk, session, found.lines, lines, asked)
        elif query.queue is Queue.DECIDE:
            lines = deciding.told(desk, session, found.lines, lines)
    return Page(lines, found.total, found.following)


def behind(desk: Desk, query: ListQuery, number: str) -> ListQuery:
    """The same list, from behind the request that a page of it ended with.

    Where there is no such request that is `Missing`: in an order by days here, where its day is
    asked, in that of the numbers when the page is read.
    """
    if number.isdecimal() and not order_of(query).dated:
        return query._replace(after=number)
    with desk.database.read() as session:
        return query._replace(after=ended(query, listing.line(session, number)))


def counts(desk: Desk) -> Mapping[Queue, int]:
    """How many requests each queue holds."""
    with desk.database.read() as session:
        return listing.counts(session, desk.today())


def time_up(desk: Desk) -> Mapping[Timer, int]:
    """For how many requests the time of each timer is up that this desk has, looked at or not."""
    with desk.database.read() as session:
        each = deadlines.by_timer(desk, session)
        return {timer: listing.time_up(session, waiting) for timer, waiting in each.items()}


def show(desk: Desk, number: str) -> RequestView:
    """Everything about one request; raises `Missing`."""
    with desk.database.read() as session:
        return seen_in(desk, session, number)


def seen_in(desk: Desk, session: "Session", number: str) -> RequestView:
    """Everything about one request as work under way sees it; raises `Missing`."""
    case = cases.case_by_number(session, number)
    now = desk.clock.now()
    at = standpoint(Work(desk, session, case, Act(now, now)))
    line = line_view(desk.words, listing.line(session, number), desk.today())
    return shown.request_view(desk, session, case, line, offered(desk, at))


def edit(desk: Desk, number: str, values: Raw, seen: int | None = None) -> RequestView:
    """Change local fields; raises as `edited` does."""
    return edited(desk, number, values, seen)[0]


def edited(
    desk: Desk, number: str, values: Raw, seen: int | None = None
) -> tuple[RequestView, str]:
    """Change local fields, and say which act that was: empty where nothing was changed by it.

    `seen` is the version that was on the screen. Raises `UnknownKey`, `Invalid`, or `Overtaken`
    when it changed since.
    """
    now = desk.clock.now()
    act = Act(entered_at=now, effective_at=now, staff=desk.staff)
    with desk.database.work() as session:
        case = cases.case_by_number(session, number)
        work = Work(desk, session, case, act)
        editing.not_overtaken(case, seen)
        with advance(work, Action.EDIT):
            editing.change(work, values)
    desk.changes.publish(Change(requests=frozenset({number})))
    view = show(desk, number)
    return view, act.id if any(one.act == act.id for one in view.events) else ""


def patron_code(desk: Desk, code: str) -> str:
    """The code as the file of readers has it; raises `Missing`."""
    with desk.database.read() as session:
        row = people.patron(session, code)
        if row is None:
            raise Missing("patron", code)
        return row.code
