"""What time alone brings about: requests that nobody should have to remember (DESIGN §6)."""

from collections.abc import Callable, Hashable
from datetime import date
from typing import TYPE_CHECKING

from ill_desktop.services.advance import Act, Source, Work, advance
from ill_desktop.services.deadlines import Clock, clocks
from ill_desktop.services.post.tally import Tally
from ill_desktop.store import cases, clockwork

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session


def ring(desk: "Desk", tally: Tally) -> None:
    """Raise attention where time is up, once for each state, and for each date it hangs on."""
    for due in desk.database.look(question(desk)).values():
        for clock, request_id in due:
            ring_one(desk, clock, request_id, tally)


def question(desk: "Desk") -> dict[Hashable, Callable[["Session"], list[tuple[Clock, int]]]]:
    """What rings today, as a question to the database."""
    today = desk.today()
    return {("rings", today): lambda session: _due(desk, session, today)}


def _due(desk: "Desk", session: "Session", today: date) -> list[tuple[Clock, int]]:
    """What rings on a day, each with the request it rings for."""
    waiting = clocks(desk, session, today)
    due = clockwork.due(session, [one.waiting for one in waiting])
    return [(waiting[place], request_id) for place, request_id in due]


def ring_one(desk: "Desk", clock: Clock, request_id: int, tally: Tally) -> None:
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
