"""Whether the desk is sound: its pages, counters and index, its files, and what events left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import Damaged
from ill_desktop.domain.lifecycle.states import Milestone
from ill_desktop.services.desk import Desk
from ill_desktop.services.milestones import Expected, expected
from ill_desktop.services.untold import left
from ill_desktop.store import beside, integrity, journal, untold
from ill_desktop.store.integrity import Problem

if TYPE_CHECKING:
    from ill_desktop.store.database import Session


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Whether everything is as it should be, and what is not."""

    ok: bool
    problems: tuple[Problem, ...]


def check(desk: Desk) -> CheckReport:
    """Look at everything; changes nothing, and lets nobody write into what is damaged."""
    view_only = desk.view_only
    with desk.database.read() if view_only else desk.database.work() as session:
        problems = list(integrity.check(session, index=not view_only))
        if not any(one.code == "damaged" for one in problems):
            problems += [*_files(desk, session), *_histories(session)]
    for one in problems:
        if one.code == "damaged":
            desk.database.condemn(Damaged(str(desk.folder.database), one.where))
    unique = tuple(dict.fromkeys(problems))
    return CheckReport(not unique, unique)


def _files(desk: Desk, session: "Session") -> Iterator[Problem]:
    """Files that requests and waiting messages speak of, and that are in the folder no more."""
    there = {path.stem for path in desk.folder.attachments.iterdir()}
    for digest in sorted(beside.attached(session) - there):
        yield Problem("attachment", digest[:12])


def _histories(session: "Session") -> Iterator[Problem]:
    """Milestones, and who has to be told, made anew from the events and compared (DESIGN §5)."""
    stored, to_tell = integrity.stored_milestones(session), untold.everything(session)
    request_id, here = next(stored, (0, []))
    for request, events in journal.every_history(session):
        while here and request_id < request.id:
            request_id, here = next(stored, (0, []))
        kept = here if request_id == request.id else []
        for kind in _differing(expected(request.side, events), kept):
            yield Problem("milestone", f"{request.number} {kind.value}")
        if bool(left(events[::-1])) is not (request.id in to_tell):
            yield Problem("to-tell", request.number)


def _differing(should: Expected, kept: Sequence[integrity.Stored]) -> Iterator[Milestone]:
    """Kinds that are missing, and kinds that no event has left."""
    wanted = {(r.kind, r.act, r.on) for r in should.must.values()}
    found = [(m.kind, m.act, m.on) for m in kept]
    yield from sorted(kind for kind, _act, _on in wanted - set(found))
    for one in found:
        if one in wanted:
            wanted.remove(one)
        elif one[:2] not in should.may:
            yield one[0]
