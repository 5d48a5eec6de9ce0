"""Due dates from the loan period and the closed days of both libraries (DESIGN §7 Keys)."""

from datetime import date, timedelta

from ill_desktop.services.advance import Work
from ill_desktop.store import directory


def on_loan(work: Work) -> date:
    """When a loan shipped by this act is due back."""
    shipped = work.act.effective_at.astimezone(work.zone).date()
    return _open_day(work, shipped + timedelta(days=_period(work)))


def renewed(work: Work) -> date:
    """One loan period after the old due date, or after today where that is past."""
    today = work.desk.today()
    start = max(work.case.request.due or today, today)
    return _open_day(work, start + timedelta(days=_period(work)))


def _period(work: Work) -> int:
    profile = directory.profile(work.session, work.case.request.partner_id)
    return profile.loan_days or work.desk.library.loan_days


def _open_day(work: Work, day: date) -> date:
    """The first day from `day` on which neither library is known to be closed."""
    closed = directory.closed_days(work.session, work.case.request.partner_id)
    while day in closed:
        day += timedelta(days=1)
    return day
