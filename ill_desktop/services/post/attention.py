"""A request somebody should look at because of a message, with the reason in its history."""

from typing import TYPE_CHECKING

from ill_desktop.services.advance import Act, Source, Work, noted
from ill_desktop.store import cases

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
