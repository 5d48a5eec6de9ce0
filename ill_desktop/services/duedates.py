"""Due dates from the loan period and the closed days of both libraries (DESIGN §7 Keys)."""

from datetime import date

from ill_desktop.domain.calendar import due_date
from ill_desktop.services import calendars
from ill_desktop.services.advance import Work
from ill_desktop.store import directory


def on_loan(work: Work) -> date:
    """When a loan shipped by this act is due back."""
    return _after(work, work.act.effective_at.astimezone(work.zone).date())


def renewed(work: Work) -> date:
    """One loan period after the old due date, or after today where that is past."""
    today = work.desk.today()
    return _after(work, max(work.case.request.due or today, today))


def _after(work: Work, start: date) -> date:
    partner_id = work.case.request.partner_id
    both = (
        calendars.ours(work.desk, work.session),
        calendars.theirs(work.desk, work.session, partner_id),
    )
    profile = directory.profile(work.session, partner_id)
    return due_date(start, profile.loan_days or work.desk.library.loan_days, both).day
