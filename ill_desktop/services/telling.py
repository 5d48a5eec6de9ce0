"""What a partner has to be told by telephone or letter: what it is, and of how many requests."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ill_desktop.services import untold
from ill_desktop.services.views import ToTell
from ill_desktop.store import cases, directory, journal
from ill_desktop.store import untold as kept
from ill_desktop.store.cases import Case
from ill_desktop.store.rows import EventRow

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

MOST = kept.MOST


def waiting(desk: "Desk") -> int:
    """About how many requests a library still has to be told something; `MOST` and one: more."""
    with desk.database.read() as session:
        return kept.count(session)


def silent(session: "Session", number: str, act: str) -> str:
    """The library that an act tells something no message says; empty where there is none."""
    case = cases.case_by_number(session, number)
    events = journal.events_of_act(session, act, case.request.id)
    if not any(untold.said(row) for row in events):
        return ""
    partner = directory.partner(session, case.request.partner_id)
    return partner.name if partner is not None else ""


def to_tell(session: "Session", case: Case, events: Sequence[EventRow]) -> tuple[ToTell, ...]:
    """What still has to be told, the first first; `events` are all it has, the newest first.

    What is left of them is `services.untold`'s to say.
    """
    oldest_first = reversed(untold.left(events).items())
    return tuple(_shown(session, case, row, says) for (_, says), row in oldest_first)


def _shown(session: "Session", case: Case, row: EventRow, says: str) -> ToTell:
    attempt = case.attempt(row.attempt_id)
    partner_id = attempt.partner_id if attempt else case.request.partner_id
    partner = directory.partner(session, partner_id)
    if partner is None:
        return ToTell(says, attempt.symbol if attempt else "", row.act)
    telephone = directory.profile(session, partner.id).telephone
    return ToTell(says, partner.name, row.act, telephone, partner.note)
