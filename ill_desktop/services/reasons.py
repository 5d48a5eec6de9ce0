"""Why a request wants to be looked at, and what a sensible person would do next."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from ill_desktop.domain.calendar import Calendar, working_days_since
from ill_desktop.domain.lifecycle.primary import in_front
from ill_desktop.domain.lifecycle.states import Action, Flag, Heard, Side, State, Timer, Turn
from ill_desktop.services import calendars
from ill_desktop.services.line_views import RequestLine
from ill_desktop.services.views import MessageLine, WhyView
from ill_desktop.store import journal
from ill_desktop.store.journal import Raised
from ill_desktop.words import reasons

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session
    from ill_desktop.store.lines import ListLine

LATE = "late-supplier"
"""A library that was given up is sending after all."""
A = Action
_B, _L = Side.BORROWING, Side.LENDING
NEXT: Mapping[tuple[Side, Timer], tuple[Action, ...]] = MappingProxyType(
    {
        (_B, Timer.UNANSWERED): (A.ASK_STATUS, A.MOVE_ON),
        (_L, Timer.UNANSWERED): (A.WILL_SUPPLY,),
        (_B, Timer.NEEDED_SOON): (A.SEND_NEXT, A.TRY_AGAIN, A.MOVE_ON),
        (_L, Timer.NEEDED_SOON): (A.SHIP, A.SEND_COPY, A.WILL_SUPPLY),
        (_B, Timer.CONDITIONS_WAIT): (A.ACCEPT_CONDITIONS,),
        (_L, Timer.CONDITIONS_WAIT): (A.CONDITIONS_ACCEPTED,),
        (_B, Timer.NOT_ARRIVED): (A.ASK_STATUS, A.COPY_RECEIVED),
        (_B, Timer.NOT_COLLECTED): (A.NOTIFY,),
        (_B, Timer.RETURN_UNCONFIRMED): (A.ASK_STATUS,),
        (_L, Timer.RETURN_UNCONFIRMED): (A.IS_BACK,),
        (_B, Timer.RETRY_AFTER): (A.TRY_AGAIN,),
        (_B, Timer.DUE_SOON): (A.ASK_RENEW, A.SENT_BACK),
        (_B, Timer.DUE_PASSED): (A.SENT_BACK,),
        (_L, Timer.DUE_PASSED): (A.REPORT_OVERDUE, A.RECALL),
    }
)
"""The first of them that is possible is offered beside the reason."""
AFTER: Mapping[str, tuple[Action, ...]] = MappingProxyType({LATE: (A.USE_ATTEMPT,)})
"""The same where it is no timer."""
LOOKED_AT = frozenset({Flag.ATTENTION, Flag.UNREAD})


def why(
    desk: "Desk", session: "Session", line: RequestLine, found: Raised | None,
    actions: Sequence[Action],
) -> WhyView | None:  # fmt: skip
    """The reason for one request; None where nothing is wanted."""
    calendar = calendars.ours(desk, session)
    timer = _timer(line, found)
    if timer is not None:
        text = reasons.timed(desk.words, line.side, timer, _clocks(desk, line, found, calendar))
        wanted = NEXT[line.side, timer]
        if wanted[0] is A.REPORT_OVERDUE and Flag.ATTENTION not in line.flags:
            wanted = ()  # it was reported, or somebody waits on purpose: it stands under *More*
    elif found is not None and (
        LOOKED_AT & set(line.flags) or (found.reason and _said_no(line, found))
    ):
        text = reasons.happened(desk.words, found.kind, found.source, found.reason)
        wanted = AFTER.get(found.kind, ())
    else:
        return None
    first = in_front(line.primary_action, actions)
    choices = (*wanted, *((first,) if first else ()))
    return WhyView(text, next((one for one in choices if one in actions), None))


def with_message(
    desk: "Desk", line: RequestLine, told: WhyView | None, found: Raised | None,
    messages: Sequence[MessageLine],
) -> WhyView | None:  # fmt: skip
    """The reason with the message it is about, and what a partner could not take of it.

    Where time alone is the reason, no message is.
    """
    if told is None or found is None:
        return told
    about = next((one for one in messages if one.reason == found.kind), None)
    if about is None or _timer(line, found) is not None:
        return told
    text = told.text
    if found.kind == "refused-by-partner":
        text = reasons.refused(desk.words, about.detail)
    elif found.kind == LATE:
        text = reasons.late(desk.words, about.partner)
    return replace(told, text=text, message=about.id)


def _said_no(line: RequestLine, found: Raised) -> bool:
    """Whether a library said no, and it is for us to decide what now."""
    told = found.kind in (Heard.UNFILLED, Heard.RETRY_POSSIBLE, Heard.WITHDREW)
    return told and line.state in (State.NOT_SUPPLIED, State.RETRY)


def _timer(line: RequestLine, found: Raised | None) -> Timer | None:
    """The timer that rang; being late speaks for itself, whatever rang last.

    What the desk did by itself has the same source and is no timer.
    """
    late = line.turn is Turn.LATE and line.state is not State.ON_ITS_WAY
    if late:
        return Timer.DUE_PASSED
    if found is None or found.source != "timer" or Flag.ATTENTION not in line.flags:
        return None
    rang = next((one for one in Timer if one == found.kind), None)
    return rang if rang is not None and (line.side, rang) in reasons.TIMED else None


def _clocks(
    desk: "Desk", line: RequestLine, found: Raised | None, calendar: Calendar
) -> reasons.Clocks:
    today = desk.today()
    since = desk.local_date(line.since)
    return reasons.Clocks(
        today,
        since,
        working_days_since(since, today, calendar),
        line.due,
        line.needed_by,
        found.retry_after if found else None,
    )


def with_reasons(
    desk: "Desk", session: "Session", found: Sequence["ListLine"], lines: Sequence[RequestLine],
    asked: Timer | None = None,
) -> tuple[RequestLine, ...]:  # fmt: skip
    """The lines of a list, each with its reason in words: that of the timer asked for, if any."""
    raised = journal.raised(session, [one.id for one in found])
    calendar = calendars.ours(desk, session)
    told = []
    for row, line in zip(found, lines, strict=True):
        its = raised.get(row.id)
        timer = asked or _timer(line, its)
        text = ""
        if timer is not None:
            clocks = _clocks(desk, line, its, calendar)
            text = reasons.timed(desk.words, line.side, timer, clocks)
        elif its is not None and (LOOKED_AT & set(line.flags) or _said_no(line, its)):
            text = reasons.happened(desk.words, its.kind, its.source, its.reason)
        told.append(line._replace(why=text))
    return tuple(told)
