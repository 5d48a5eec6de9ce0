"""Whether the desk is sound: its pages, counters and index, and the milestones of the figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ill_desktop.services.desk import Desk
from ill_desktop.services.milestones import expected
from ill_desktop.store import integrity, journal
from ill_desktop.store.integrity import Problem

if TYPE_CHECKING:
    from ill_desktop.store.database import Session


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
            problems += _milestones(session)
    unique = tuple(dict.fromkeys(problems))
    return CheckReport(not unique, unique)


def _milestones(session: "Session") -> Iterator[Problem]:
    """Milestones made anew from the events, compared with those that are kept (DESIGN §5)."""
    stored = integrity.stored_milestones(session)
    kept: dict[int, list[integrity.Stored]] = {}
    for one in stored.elements():
        kept.setdefault(one.request_id, []).append(one)
    for request, events in journal.every_history(session):
        should = expected(request.side, events)
        here = kept.pop(request.id, [])
        wanted = {(r.kind, r.act, r.on) for r in should.must.values()}
        found = [(m.kind, m.act, m.on) for m in here]
        for kind, _act, _on in sorted(wanted - set(found)):
            yield Problem("milestone", f"{request.number} {kind.value}")
        for kind, act, on in found:
            if (kind, act, on) in wanted:
                wanted.remove((kind, act, on))
            elif (kind, act) not in should.may:
                yield Problem("milestone", f"{request.number} {kind.value}")
