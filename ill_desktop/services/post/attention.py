"""A request somebody should look at because of a message, with the reason in its history."""

from collections.abc import Set
from itertools import takewhile
from typing import TYPE_CHECKING

from ill_desktop.services.advance import Act, Source, Work, noted, take_back
from ill_desktop.store import cases, journal, mailbook

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session


def wanted(desk: "Desk", session: "Session", request_id: int | None, why: str) -> None:
    """Flag a request, if there is one; `why` is a kind of event that `words.history` names."""
    if request_id is None:
        return
    now = desk.clock.now()
    work = Work(desk, session, cases.case_by_id(session, request_id), Act(now, now, Source.TIMER))
    with noted(work, why):
        work.case.request.attention = True


def settled(desk: "Desk", session: "Session", request_id: int | None, whys: Set[str]) -> None:
    """Take back that a request was flagged, where nothing but `whys` has flagged it since.

    It stays flagged while another message of it waits for the same.
    """
    if request_id is None or mailbook.waits(session, request_id, whys):
        return
    history = journal.standing(journal.history(session, request_id))
    others_did = (one for one in history if one.source != Source.STAFF)
    now = desk.clock.now()
    for event in takewhile(lambda one: one.kind in whys, others_did):
        case = cases.case_by_id(session, request_id)
        take_back(Work(desk, session, case, Act(now, now, Source.PARTNER)), event.act)
