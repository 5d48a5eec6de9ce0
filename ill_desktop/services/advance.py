"""The one way to change a request's state.

`advance` asks the life cycle table, sets state, flags and service, and writes the event with
the difference and the milestones figures are made of. Nothing else in the program assigns
`RequestRow.state` or its flags; a test looks for it.
"""

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from ill_desktop.domain.errors import Refused
from ill_desktop.domain.lifecycle import engine
from ill_desktop.domain.lifecycle.engine import Facts, NoStep, Standpoint
from ill_desktop.domain.lifecycle.rows import Step
from ill_desktop.domain.lifecycle.states import (
    Action,
    Flag,
    Heard,
    Milestone,
    Side,
    State,
    Timer,
    Trigger,
)
from ill_desktop.services import untold
from ill_desktop.services.milestones import ONCE, expected
from ill_desktop.store import beside, cases, directory, journal, notes
from ill_desktop.store.cases import Case, Picture

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session
    from ill_desktop.store.rows import NoteRow


class Source(StrEnum):
    """Who brought an act about."""

    STAFF = "staff"
    PARTNER = "partner"
    TIMER = "timer"
    BY_HAND = "by-hand"


OURS = frozenset({Source.STAFF, Source.BY_HAND})
"""Sources of what can be undone."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done at one moment; its events, milestones and messages share `id`.

    `effective_at` is when it happened, `entered_at` when it was told to the desk; both UTC.
    `rang_for` is the date that made a timer ring, where it was one.
    """

    entered_at: datetime
    effective_at: datetime
    source: Source = Source.STAFF
    staff: str = ""
    reason: str = ""
    rang_for: date | None = None
    id: str = field(default_factory=lambda: uuid.uuid4().hex)


NOTE = "note."
"""How a note that an act brought is named in the difference its event keeps."""

LATE_STATUSES = frozenset({"Loaned", "CopyCompleted"})


@dataclass(slots=True)
class Work:
    """A case on the table while one act is done to it, inside one transaction."""

    desk: "Desk"
    session: "Session"
    case: Case
    act: Act
    notes: "list[NoteRow]" = field(default_factory=list)
    """Free words the act brought; an event keeps only which they are."""
    beside: dict[str, Any] = field(default_factory=dict)
    """What the act changed beside the case, as `charge.7: [None, "new"]` (`store.beside`)."""
    picture: Picture = field(init=False)

    def __post_init__(self) -> None:
        self.picture = cases.picture(self.case)

    @property
    def zone(self) -> ZoneInfo:
        """The library's zone, which decides what day it is."""
        return ZoneInfo(self.desk.library.zone)


def standpoint(work: Work) -> Standpoint:
    """Where the case is, with every fact the tables ask for."""
    request = work.case.request
    facts = Facts(
        flags=request.flags,
        more_suppliers=bool(work.case.untried),
        late_supplier=any(
            a.id != request.attempt_id and a.status in LATE_STATUSES for a in work.case.attempts
        ),
        speaks_2021=directory.profile(work.session, request.partner_id).speaks_2021,
        voided=request.voided,
        late=request.due is not None and request.due < work.desk.today(),
        to_tell=untold.waits(work.session, request.id),
    )
    return Standpoint(request.side, request.state, request.service, facts)


@contextmanager
def advance(work: Work, trigger: Trigger) -> Iterator[Step]:
    """Take the step the table gives; raises `Refused` before anything is changed.

    What the body does to the case, its attempts and volumes belongs to the same event.
    """
    request, at = work.case.request, standpoint(work)
    if work.act.source is Source.BY_HAND:
        at = engine.looked_at(at)  # who writes it down knows it
    try:
        step = engine.step(at, trigger)
    except NoStep as error:
        raise Refused(
            request.number, request.state.value, trigger.value, request.side.value,
            said=isinstance(trigger, Heard),
        ) from error  # fmt: skip
    _take(work, step)
    yield step
    _write(work, step, trigger.value)


@contextmanager
def noted(work: Work, kind: str, attempt_id: int | None = None) -> Iterator[None]:
    """An event that moves nothing: what the body changes beside the state is kept with it.

    It is of the library asked now, unless it came from one of another attempt.
    """
    yield
    _write(work, _standing_still(work), kind, attempt_id)


def _standing_still(work: Work) -> Step:
    request = work.case.request
    return Step(
        request.side,
        Action.EDIT,
        request.state,
        request.state,
        request.flags,
        (),
        request.service,
        (),
    )


def _take(work: Work, step: Step) -> None:
    request = work.case.request
    if step.state is not request.state:
        request.state = step.state
        request.state_since = work.act.effective_at
        final = engine.is_final(request.side, step.state)
        request.closed_at = work.act.effective_at if final else None
    request.flags = step.flags
    _note_reader(work, step)
    request.service = step.service
    if step.trigger is Action.VOID:
        request.voided = True


def _note_reader(work: Work, step: Step) -> None:
    """The last thing done with the reader; a volume that comes later begins anew."""
    done = [mark.value for mark in step.marks if mark in READER_STEPS]
    if done and step.state is State.HERE:
        work.case.request.reader_step = done[-1]
    elif step.trigger is Action.RECEIVED:
        work.case.request.reader_step = ""


READER_STEPS = frozenset({Milestone.NOTIFIED, Milestone.HANDED_OUT, Milestone.PATRON_RETURNED})


def _write(work: Work, step: Step, kind: str, attempt_id: int | None = None) -> None:
    work.session.flush()
    now = cases.picture(work.case)
    changed = cases.difference(work.picture, now, partial(_keep, work))
    changed |= {f"{NOTE}{note.id}": [None, "new"] for note in work.notes} | work.beside
    work.picture = now
    work.notes.clear()
    work.beside.clear()
    if kind == Action.EDIT and not changed:
        return  # no act: undo would take this back instead of what was done before
    state = work.case.request.state  # reopening goes where no table row says
    moved = step.state_from, state
    whose = _whose(work, attempt_id)
    journal.add_event(work.session, _entry(work.act, whose, kind, moved, changed))
    back = kind == Action.REOPEN
    untold.look_again(work.session, work.case.request.id, changed, back=back)
    for mark in step.marks:
        reach(work, mark)


def _keep(work: Work, column: str, before: Any) -> int | None:
    """Keep what was replaced as long as the request remembers; only ours is ever taken back."""
    if work.act.source not in OURS:
        return None
    by = notes.Written(work.act.entered_at, work.act.staff)
    return notes.keep_before(work.session, work.case.request.id, column, before, by)


class _Whose(NamedTuple):
    """Whose event or milestone it is, and on which day at the library."""

    request_id: int
    attempt_id: int | None
    day: date


def _whose(work: Work, attempt_id: int | None = None) -> _Whose:
    request, day = work.case.request, work.act.effective_at.astimezone(work.zone).date()
    return _Whose(request.id, attempt_id or request.attempt_id, day)


def _entry(
    act: Act,
    whose: _Whose,
    kind: str,
    moved: tuple[State | None, State],
    changed: dict[str, object],
) -> journal.Entry:
    return journal.Entry(
        act=act.id,
        request_id=whose.request_id,
        attempt_id=whose.attempt_id,
        kind=kind,
        source=act.source.value,
        effective_at=act.effective_at,
        entered_at=act.entered_at,
        local_date=whose.day,
        staff=act.staff,
        state_from=moved[0],
        state_to=moved[1],
        difference=changed,
        reason=act.reason,
        rang_for=act.rang_for,
    )


def reach(work: Work, mark: Milestone) -> None:
    """Write a milestone, unless this request (or attempt) has reached it already."""
    request = work.case.request
    attempt = None if mark in ONCE else request.attempt_id
    if not journal.reached(work.session, request.id, mark, attempt):
        _reach_first(work.session, work.act, _whose(work), mark)


def _reach_first(session: "Session", act: Act, whose: _Whose, mark: Milestone) -> None:
    journal.add_milestone(
        session,
        journal.Reached(
            request_id=whose.request_id,
            attempt_id=whose.attempt_id,
            kind=mark,
            at=act.effective_at,
            on=whose.day,
            act=act.id,
            reason=act.reason,
        ),
    )


def make_lending(session: "Session", act: Act, said: Mapping[str, Any]) -> int:
    """Make a lending request: its row, its first event, and the milestone that it arrived.

    `said` is what is known of it, by column.
    """
    whose = _Whose(cases.make(session, said), None, said["created_on"])
    journal.add_event(session, _entry(act, whose, "created", (None, said["state"]), {}))
    _reach_first(session, act, whose, Milestone.ARRIVED)
    return whose.request_id


def record_creation(work: Work) -> None:
    """The first event of a borrowing request, and the milestone that it exists."""
    _begin(work, "created")
    _reach_first(work.session, work.act, _whose(work), Milestone.CREATED)
    work.picture = cases.picture(work.case)


def record_import(work: Work) -> None:
    """The first event of a request that was brought in as it stood: it reaches no milestone."""
    _begin(work, "imported")
    work.picture = cases.picture(work.case)


def _begin(work: Work, kind: str) -> None:
    work.session.flush()
    moved = None, work.case.request.state
    journal.add_event(work.session, _entry(work.act, _whose(work), kind, moved, {}))


def take_back(work: Work, act: str, *, attention: bool = False) -> None:
    """Undo an act: put its differences back, newest first, and say so in an event of its own.

    `attention`: somebody is still to look at what came since and stays.
    """
    before = work.case.request.state
    for event in journal.events_of_act(work.session, act, work.case.request.id):
        cases.put_back(work.session, work.case, event.difference)
        for name, change in event.difference.items():
            if name.startswith(NOTE):
                notes.forget(work.session, int(name.removeprefix(NOTE)))
            else:
                beside.put_back(work.session, name, change)
    if attention:
        work.case.request.flags |= {Flag.ATTENTION}
    work.session.flush()
    journal.forget_milestones(work.session, act, work.case.request.id)
    changed = cases.difference(work.picture, cases.picture(work.case))
    moved = before, work.case.request.state
    entry = _entry(work.act, _whose(work), "undo", moved, changed)
    journal.add_event(work.session, entry, undoes=act)
    untold.look_again(work.session, work.case.request.id, changed, back=True)
    _reach_again(work)


def _reach_again(work: Work) -> None:
    """Put back milestones that the undone act had taken away, as reopening does."""
    request = work.case.request
    should = expected(request.side, journal.history(work.session, request.id)[::-1])
    kept = {(row.kind, row.act) for row in journal.milestones(work.session, request.id)}
    for reached in should.must.values():
        if (reached.kind, reached.act) not in kept:
            journal.add_milestone(work.session, reached)


def correct_due(work: Work, due: date | None) -> None:
    """Set a due date right: what the wrong one alone had raised goes with it, unless the loan is
    as late by the right one; inside the body of `advance` only.
    """
    request = work.case.request
    if due == request.due:
        return
    request.due = due
    if due is not None and due < work.desk.today():
        return
    if request.side is Side.LENDING:  # of what we borrow it is the lender who says so
        request.flags -= {Flag.OVERDUE}
    asked = engine.QUESTIONS[request.side] | engine.WANTED_BACK[request.side]
    if _attention_by(work) in _DUE and not request.flags & asked:
        request.flags -= {Flag.ATTENTION}


_DUE = frozenset({Timer.DUE_PASSED.value, Timer.DUE_SOON.value})


def _attention_by(work: Work) -> str:
    """The kind of the event since which a request needs attention."""
    for event in journal.standing(journal.history(work.session, work.case.request.id)):
        if (event.difference.get("request.attention") or [None])[-1] is True:
            return event.kind
    return ""


def restore_state(work: Work, state: State) -> None:
    """Reopen: the state a final request had before; inside the body of `advance` only."""
    request = work.case.request
    request.state = state
    request.state_since = work.act.effective_at
    if not engine.is_final(request.side, state):
        request.closed_at, request.forgotten = None, False
    request.voided = False
