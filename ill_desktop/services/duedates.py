"""Due dates from the loan period and the closed days of both libraries (DESIGN §7 Keys)."""

from datetime import date
from typing import TYPE_CHECKING

from ill_desktop.domain.calendar import Before, Calendar, Due, day_before, due_date
from ill_desktop.domain.lifecycle.standing import is_final
from ill_desktop.domain.lifecycle.states import Service, Side
from ill_desktop.services import calendars
from ill_desktop.services.advance import Work
from ill_desktop.store import cases, directory, settings
from ill_desktop.store.rows import RequestRow

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session


RECALL_DAYS = 7
"""How soon a recalled loan is wanted back where nobody says a day."""

MARGIN = ("reader-margin", 0)
BOTH_ON_STRAP = ("both-due-dates", False)
"""Settings of the library: their keys, and what holds until they are kept."""


def on_loan(work: Work) -> date:
    """When a loan shipped by this act is due back."""
    start = work.act.effective_at.astimezone(work.zone).date()
    return _after(work.desk, work.session, work.case.request, start).day


def renewed(work: Work) -> date:
    """One loan period after the old due date, or after today where that is past."""
    request = work.case.request
    return _after(work.desk, work.session, request, _renewed_from(work.desk, request)).day


def recalled(work: Work) -> date:
    """A week from now, or the due date where that is sooner: a recall lengthens nothing."""
    return _recalled(work.desk, work.session, work.case.request).day


def for_loan(desk: "Desk", number: str, start: date | None = None) -> Due:
    """The sum behind the due date of a loan that leaves today, or on `start`."""
    with desk.database.read() as session:
        request = cases.case_by_number(session, number).request
        return _after(desk, session, request, start or desk.today())


def for_renewal(desk: "Desk", number: str) -> Due:
    """The sum behind the due date that a renewal would give."""
    with desk.database.read() as session:
        request = cases.case_by_number(session, number).request
        return _after(desk, session, request, _renewed_from(desk, request))


def for_recall(desk: "Desk", number: str) -> Due:
    """The sum behind the day on which a recall wants a loan back."""
    with desk.database.read() as session:
        return _recalled(desk, session, cases.case_by_number(session, number).request)


def open_from(desk: "Desk", number: str, day: date) -> Due:
    """A day, or the next one on which neither library is closed."""
    with desk.database.read() as session:
        request = cases.case_by_number(session, number).request
        return due_date(day, 0, _calendars(desk, session, request))


def for_reader(desk: "Desk", session: "Session", request: RequestRow) -> Before | None:
    """When the reader has to bring a loan back, so that it is with the partner in time.

    None where nothing is lent to a reader, or no time is kept for the way back.
    """
    return _before(desk, session, request, request.due)


def for_reader_by(desk: "Desk", number: str, due: date) -> Before | None:
    """The same for a due date that is not kept yet."""
    with desk.database.read() as session:
        return _before(desk, session, cases.case_by_number(session, number).request, due)


def _before(
    desk: "Desk", session: "Session", request: RequestRow, due: date | None
) -> Before | None:
    theirs = directory.profile(session, request.partner_id).reader_margin
    days = settings.read(session, *MARGIN) if theirs is None else theirs
    lent = request.side is Side.BORROWING and request.service is not Service.COPY
    if due is None or not days or not lent or is_final(request.side, request.state):
        return None
    return day_before(due, days, calendars.ours(desk, session))


def _renewed_from(desk: "Desk", request: RequestRow) -> date:
    today = desk.today()
    return max(request.due or today, today)


def _recalled(desk: "Desk", session: "Session", request: RequestRow) -> Due:
    """What is overdue stays overdue: the day it was due is the sooner one."""
    asked = due_date(desk.today(), RECALL_DAYS, _calendars(desk, session, request))
    due = request.due
    return asked if due is None or due > asked.day else Due(due, 0, due)


def _after(desk: "Desk", session: "Session", request: RequestRow, start: date) -> Due:
    days = directory.profile(session, request.partner_id).loan_days or desk.library.loan_days
    return due_date(start, days, _calendars(desk, session, request))


def _calendars(desk: "Desk", session: "Session", request: RequestRow) -> tuple[Calendar, Calendar]:
    """Ours first, then the partner's."""
    return (
        calendars.ours(desk, session),
        calendars.theirs(desk, session, request.partner_id),
    )
