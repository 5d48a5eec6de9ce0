"""Due date and cost in the form of a request: what both libraries agreed on, noted anew."""

from typing import Any

from ill_desktop.domain.lifecycle.states import Service, State
from ill_desktop.services.views import RequestView
from ill_desktop.ui import amounts
from ill_desktop.ui.link import Link
from ill_desktop.words import duedates, formats

LENT = frozenset(
    {
        State.ON_ITS_WAY,
        State.HERE,
        State.SENT_BACK,
        State.SENT_OUT,
        State.AT_BORROWER,
        State.COMING_BACK,
    }
)
"""Where a loan has a due date, or wants one."""
NOT_YET = frozenset({State.DRAFT, State.NEW})
"""Where nobody has spoken of a cost."""


def prepare(form: Any, link: Link, view: RequestView | None) -> None:
    """Show what makes sense of a request that is changed; none: it is a new one."""
    has_due, has_cost = _has_due(view), _has_cost(view)
    form.due_cell.setVisible(has_due)
    form.cost_cell.setVisible(has_cost)
    form.only_noted.setVisible(view is not None and view.line.state is not State.DRAFT)
    form.only_noted.setProperty("muted", True)
    form.due.prepare(link.words, link.here)
    known = view.line.due if view is not None else None
    form.due.odd = lambda day: duedates.odd(link.words, day, link.today()) if day != known else ""
    amounts.prepare(form.cost, link)
    if view is not None:
        form.due.set_day(known)
        form.cost.setText(formats.money(link.words, view.cost))


def _has_due(view: RequestView | None) -> bool:
    if view is None:
        return False
    loan = view.line.service is not Service.COPY
    return view.line.due is not None or (loan and view.line.state in LENT)


def _has_cost(view: RequestView | None) -> bool:
    return view is not None and (view.cost is not None or view.line.state not in NOT_YET)
