"""What the desk answers by itself, where a partner's profile or a setting says so.

Each of these is an act of its own, so that the history shows what nobody did; its messages leave
at once. What keeps one from being done must not keep the message from being read: it is told in
the history instead.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import DeskError
from ill_desktop.domain.exchange import Profile
from ill_desktop.domain.lifecycle.engine import row_for
from ill_desktop.domain.lifecycle.rows import Says
from ill_desktop.domain.lifecycle.states import Action, Flag, Heard, State
from ill_desktop.services import effects, letters
from ill_desktop.services.advance import Act, Source, Work, noted, standpoint
from ill_desktop.services.values import Values
from ill_desktop.store import cases, directory

if TYPE_CHECKING:
    from ill_desktop.services.lending import Made
    from ill_desktop.services.post.outcome import Hearing

ASK_NEXT = "ask-next"
"""Setting: whether the next library of the list is asked at once, or only proposed."""


def _profile(work: Work) -> Profile:
    return directory.profile(work.session, work.case.request.partner_id)


def _own(work: Work) -> Work:
    """The same case with an act of the desk's own."""
    act = Act(work.act.entered_at, work.act.entered_at, Source.TIMER)
    return Work(work.desk, work.session, work.case, act)


def after_request(hearing: "Hearing", request: "Made") -> None:
    """*We have got it*, to partners that want to hear it; of the act the request began with."""
    if directory.profile(hearing.session, hearing.sender.partner_id).says("auto-received"):
        case = cases.case_by_id(hearing.session, request.id)
        work = Work(hearing.desk, hearing.session, case, request.act)
        _unless_it_fails(work, lambda: letters.say(work, Says.GOT_IT, Values()))


def after_reminder(work: Work) -> None:
    """How it stands, to partners that expect an answer to a reminder."""
    if _profile(work).says("auto-reminder"):
        _unless_it_fails(work, lambda: letters.say(work, Says.CURRENT_STATUS, Values()))


def after_cancel(work: Work) -> None:
    """A request nobody has looked at yet may be cancelled without us."""
    request = work.case.request
    unseen = request.state is State.NEW and Flag.CANCEL_ASKED in request.flags
    if unseen and _profile(work).says("auto-cancel"):
        _unless_it_fails(work, lambda: _act(work, Action.ACCEPT_CANCEL), told="not-cancelled")


def after_answer(work: Work, heard: Heard) -> None:
    """Ask the next library of the list when one has said no, where the desk is set to do so."""
    wanted = bool(work.desk.setting(ASK_NEXT, default=False))
    if not wanted or heard not in (Heard.UNFILLED, Heard.WITHDREW) or not work.case.untried:
        return
    if row_for(standpoint(work), Action.SEND_NEXT) is not None:
        _unless_it_fails(work, lambda: _act(work, Action.SEND_NEXT), told="next-not-asked")


def _act(work: Work, action: Action) -> None:
    effects.perform(_own(work), action, Values())


def _unless_it_fails(work: Work, do: Callable[[], None], told: str = "not-answered") -> None:
    """In a savepoint of its own; where it fails a person is to look, `told` as the reason."""
    try:
        with work.session.begin_nested():
            do()
    except DeskError:
        work.case = cases.case_by_id(work.session, work.case.request.id)
        left = _own(work)
        with noted(left, told):
            left.case.request.attention = True
