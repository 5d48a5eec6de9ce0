"""What time alone brings about: requests that nobody should have to remember (DESIGN §6)."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from ill_desktop.domain.calendar import Calendar, working_days_back
from ill_desktop.domain.lifecycle.states import Milestone, Side, State, Timer
from ill_desktop.services import calendars
from ill_desktop.services.advance import Act, Source, Work, advance
from ill_desktop.services.post.tally import Tally
from ill_desktop.store import cases, clockwork, directory
from ill_desktop.store.clockwork import Waiting, Which, Whose
from ill_desktop.store.rows import RequestRow

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

_B, _L = Side.BORROWING, Side.LENDING


@dataclass(frozen=True, slots=True)
class Rule:
    """A timer: which requests, and what is compared with what, in days.

    `column` names the date or instant that is looked at; `working` counts working days. What has
    reached the milestone `unless` is left alone.
    """

    timer: Timer
    side: Side
    states: tuple[State, ...]
    column: str
    days: int
    working: bool = False
    ahead: bool = False
    unless: Milestone | None = None
    answer: bool = False
    """Whether it waits for an answer, for which a partner's card may give other days."""

    def which(self, whose: Whose = Whose.EVERYBODYS) -> Which:
        """Which requests it looks at."""
        return Which(self.timer, self.side, self.states, self.column, self.unless, whose)

    def day_of(self, request: RequestRow) -> date | None:
        """The day of a request that this compares, where it is a day and not an instant."""
        compared = getattr(request, self.column)
        return None if isinstance(compared, datetime) else compared


ASKED = (State.SENT, State.EXPECTED, State.WILL_SUPPLY, State.CONDITIONS, State.RETRY,
         State.NOT_SUPPLIED)  # fmt: skip
TO_SUPPLY = (State.NEW, State.EXPECTED, State.WAIT_CONDITIONS, State.TO_FETCH, State.TO_SEND)

RULES = (
    Rule(Timer.UNANSWERED, _B, (State.SENT,), "state_since", 5, working=True, answer=True),
    Rule(Timer.UNANSWERED, _L, (State.NEW,), "state_since", 5, working=True),
    Rule(Timer.NEEDED_SOON, _B, ASKED, "needed_by", 3, ahead=True),
    Rule(Timer.NEEDED_SOON, _L, TO_SUPPLY, "needed_by", 3, ahead=True),
    Rule(Timer.CONDITIONS_WAIT, _B, (State.CONDITIONS,), "state_since", 5, working=True),
    Rule(Timer.CONDITIONS_WAIT, _L, (State.WAIT_CONDITIONS,), "state_since", 5, working=True),
    Rule(Timer.NOT_ARRIVED, _B, (State.ON_ITS_WAY, State.COPY_SENT), "state_since", 14),
    Rule(Timer.NOT_COLLECTED, _B, (State.HERE,), "state_since", 10, unless=Milestone.HANDED_OUT),
    Rule(Timer.RETURN_UNCONFIRMED, _B, (State.SENT_BACK,), "state_since", 21),
    Rule(Timer.RETURN_UNCONFIRMED, _L, (State.COMING_BACK,), "state_since", 21),
    Rule(Timer.RETRY_AFTER, _B, (State.RETRY,), "retry_after", 0),
    Rule(Timer.DUE_SOON, _B, (State.HERE,), "due", 3, ahead=True),
    Rule(Timer.DUE_PASSED, _B, (State.HERE,), "due", 1),
    Rule(Timer.DUE_PASSED, _L, (State.SENT_OUT, State.AT_BORROWER), "due", 1),
)
"""`days` are defaults; the desk's setting `timer-days` may give others by timer."""


def ring(desk: "Desk", tally: Tally) -> None:
    """Raise attention where time is up, once for each state, and for each date it hangs on."""
    for due in desk.database.look(question(desk)).values():
        for clock, request_id in due:
            ring_one(desk, clock, request_id, tally)


class _Clock(NamedTuple):
    """A timer, and what it looks at today."""

    rule: Rule
    waiting: Waiting


def question(desk: "Desk") -> dict[Hashable, Callable[["Session"], list[tuple[_Clock, int]]]]:
    """What rings today, as a question to the database."""
    today = desk.today()
    return {("rings", today): lambda session: _due(desk, session, today)}


def _due(desk: "Desk", session: "Session", today: date) -> list[tuple[_Clock, int]]:
    """What rings on a day, each with the request it rings for."""
    given: dict[str, int] = desk.setting("timer-days", {})
    waiting = _waiting(
        _Habits(
            today,
            desk.library.zone,
            calendars.ours(desk, session),
            tuple(given.items()),
            tuple(directory.answer_days(session)),
            desk.reader_steps,
        )
    )
    due = clockwork.due(session, [one.waiting for one in waiting])
    return [(waiting[place], request_id) for place, request_id in due]


class _Habits(NamedTuple):
    """All that decides which requests a timer looks at: `given` and `theirs` are days."""

    today: date
    zone: str
    open_days: Calendar
    given: tuple[tuple[str, int], ...]
    theirs: tuple[int, ...]
    reader_steps: bool


@lru_cache(maxsize=2)
def _waiting(habits: _Habits) -> tuple[_Clock, ...]:
    """What every timer looks at, with its rule; the same all day while no habit changes."""
    given, waiting = dict(habits.given), []
    for rule in _kept(habits.reader_steps):
        days = int(given.get(rule.timer.value, rule.days))
        for n, which in _deadlines(rule, days, habits.theirs):
            latest = _latest(rule, n, habits.today, habits.open_days)
            kept = Waiting(which, latest, _end(latest, habits.zone), n)
            waiting.append(_Clock(rule, kept))
    return tuple(waiting)


def _deadlines(rule: Rule, days: int, theirs: tuple[int, ...]) -> list[tuple[int, Which]]:
    """How many days for whom: `theirs` are days that some partners are given to answer."""
    if not (rule.answer and theirs):
        return [(days, rule.which())]
    return [(days, rule.which(Whose.OTHERS)), *((n, rule.which(Whose.THEIRS)) for n in theirs)]


def answer_by(desk: "Desk", session: "Session", request: RequestRow) -> date | None:
    """The day by which the library asked should have answered; None where it has, or none is."""
    rule = next(one for one in RULES if one.answer)
    if request.side is not rule.side or request.state not in rule.states:
        return None
    theirs = directory.profile(session, request.partner_id).answer_days
    ours = desk.setting("timer-days", {}).get(rule.timer.value, rule.days)
    days, open_days = int(ours if theirs is None else theirs), calendars.ours(desk, session)
    asked = request.state_since.astimezone(ZoneInfo(desk.library.zone)).date()
    day = asked + timedelta(days=days)
    while working_days_back(day, days, open_days) < asked:
        day += timedelta(days=1)
    return day


def _kept(told: bool) -> tuple[Rule, ...]:
    """Who does not write down what readers do cannot be told that they did not come."""
    return tuple(rule for rule in RULES if told or rule.unless is not Milestone.HANDED_OUT)


def _latest(rule: Rule, days: int, today: date, open_days: Calendar) -> date:
    """The last day for which a timer rings today."""
    if rule.ahead:
        return today + timedelta(days=days)
    if rule.working:
        return working_days_back(today, days, open_days)
    return today - timedelta(days=days)


def _end(day: date, zone: str) -> datetime:
    """The last instant of a day where the library is."""
    return datetime.combine(day, time.max, ZoneInfo(zone))


def ring_one(desk: "Desk", clock: _Clock, request_id: int, tally: Tally) -> None:
    """Ring, if it still does: since it was looked at, somebody may have renewed, or rung."""
    now, rule = desk.clock.now(), clock.rule
    with desk.database.work() as session:
        if not clockwork.is_due(session, clock.waiting, request_id):
            return
        case = cases.case_by_id(session, request_id)
        act = Act(now, now, Source.TIMER, rang_for=rule.day_of(case.request))
        with advance(Work(desk, session, case, act), rule.timer):
            pass
        tally.touched.add(case.request.number)
