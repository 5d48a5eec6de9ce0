"""Whether the desk is sound: its pages, counters and index, and the milestones of the figures."""

from collections import Counter
from dataclasses import dataclass

from ill_desktop.domain.lifecycle.states import Milestone
from ill_desktop.services.desk import Desk
from ill_desktop.store import integrity
from ill_desktop.store.integrity import Problem

ONCE_PER_REQUEST = (Milestone.SENT, Milestone.RECEIVED, Milestone.SUPPLIED, Milestone.ARRIVED)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Whether everything is as it should be, and what is not."""

    ok: bool
    problems: tuple[Problem, ...]


def check(desk: Desk) -> CheckReport:
    """Look at everything; changes nothing."""
    with desk.database.work() as session:
        problems = list(integrity.check(session))
        if not any(one.code == "damaged" for one in problems):
            problems += _milestones(integrity.milestone_counts(session))
            problems += [
                Problem("milestone-without-event", number)
                for number in integrity.milestones_without_event(session)
            ]
    return CheckReport(not problems, tuple(problems))


def _milestones(counted: Counter[tuple[str, Milestone]]) -> list[Problem]:
    """A request reaches some milestones only once."""
    return [
        Problem("milestone", f"{number} {kind.value}")
        for (number, kind), n in sorted(counted.items())
        if kind in ONCE_PER_REQUEST and n > 1
    ]
