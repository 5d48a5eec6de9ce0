"""Which requests the timers look at on a day (DESIGN §6): those that ring, and those whose time is
up however often somebody looked at them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from ill_desktop.domain.calendar import Calendar, working_days_back
from ill_desktop.domain.lifecycle.states import Milestone, Side, State, Timer
from ill_desktop.services import calendars
from ill_desktop.store import directory
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
    until_past: bool = False
    """What is past by now belongs to the list of another timer."""

    def which(self, whose: Whose = Whose.EVERYBODYS) -> Which:
        """Which requests it looks at."""
        return Which(
            self.timer, self.side, self.states, self.column, self.unless, whose, self.until_past
        )

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
    Rule(Timer.DUE_SOON, _B, (State.HERE,), "due", 3, ahead=True, until_past=True),
    Rule(Timer.DUE_PASSED, _B, (State.HERE,), "due", 1),
    Rule(Timer.DUE_PASSED, _L, (State.SENT_OUT, State.AT_BORROWER), "due", 1),
)
"""`days` are defaults; the desk's setting `timer-days` may give others by timer."""


class Clock(NamedTuple):
    """A timer, and what it looks at today."""

    rule: Rule
    waiting: Waiting


def clocks(desk: "Desk", session: "Session", today: date) -> tuple[Clock, ...]:
    """What every timer looks at on a day."""
    given: dict[str, int] = desk.setting("timer-days", {})
    return _clocks(
        _Habits(
            today,
            desk.library.zone,
            calendars.ours(desk, session),
            tuple(given.items()),
            tuple(directory.answer_days(session)),
            desk.reader_steps,
        )
    )


def up(desk: "Desk", session: "Session", timer: Timer) -> tuple[Waiting, ...]:
    """What a timer looks at today; nothing where the desk does without it."""
    return by_timer(desk, session).get(timer, ())


def by_timer(desk: "Desk", session: "Session") -> Mapping[Timer, tuple[Waiting, ...]]:
    """What each timer that the desk has looks at today."""
    found: dict[Timer, tuple[Waiting, ...]] = {}
    for rule, waiting in clocks(desk, session, desk.today()):
        found[rule.timer] = (*found.get(rule.timer, ()), waiting)
    return found


class _Habits(NamedTuple):
    """All that decides which requests a timer looks at: `given` and `theirs` are days."""

    today: date
    zone: str
    open_days: Calendar
    given: tuple[tuple[str, int], ...]
    theirs: tuple[int, ...]
    reader_steps: bool


@lru_cache(maxsize=2)
def _clocks(habits: _Habits) -> tuple[Clock, ...]:
    """What every timer looks at, with its rule; the same all day while no habit changes."""
    given, waiting = dict(habits.given), []
    for rule in _kept(habits.reader_steps):
        days = int(given.get(rule.timer.value, rule.days))
        for n, which in _deadlines(rule, days, habits.theirs):
            latest = _latest(rule, n, habits.today, habits.open_days)
            end = _end(latest, habits.zone)
            kept = Waiting(which, latest, end, n, habits.today)
            waiting.append(Clock(rule, kept))
    return tuple(waiting)


def _deadlines(rule: Rule, days: int, theirs: tuple[int, ...]) -> list[tuple[int, Which]]:
    """How many days for whom: `theirs` are days that some partners are given to answer."""
    if not (rule.answer and theirs):
        return [(days, rule.which())]
    return [(days, rule.which(Whose.OTHERS)), *((n, rule.which(Whose.THEIRS)) for n in theirs)]


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
