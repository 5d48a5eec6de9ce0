"""What a partner has to be told by telephone or letter: what it is, and that it was done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ill_desktop.domain.lifecycle.rows import Says
from ill_desktop.domain.lifecycle.states import State
from ill_desktop.domain.telling import TELLS_ITSELF, TOLD, UNTOLD
from ill_desktop.services.advance import Source
from ill_desktop.services.beside import act_on
from ill_desktop.services.views import RequestView, ToTell
from ill_desktop.store import cases, directory, journal
from ill_desktop.store.cases import Case
from ill_desktop.store.rows import EventRow

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

HEARD = frozenset({Source.PARTNER.value, Source.BY_HAND.value})
"""A library that speaks of a request knows of it."""
BEGINS = (Says.REQUEST, Says.RETRY_REQUEST)
Untold = dict[tuple[int | None, str], EventRow]
"""What is still to be told, by the attempt it is about and its code of `Says`."""


def mark_told(desk: "Desk", number: str) -> RequestView:
    """Somebody has told the partner what no message says; raises `Missing`."""
    from ill_desktop.services import requests  # it shows requests with what is to be told

    with act_on(desk, number, TOLD):
        pass
    return requests.show(desk, number)


def untold(event: EventRow) -> tuple[str, ...]:
    """What an event says to a partner whom no message reaches."""
    names = (name for name in event.difference if name.startswith(UNTOLD))
    return tuple(name.removeprefix(UNTOLD) for name in names)


def silent(session: "Session", number: str, act: str) -> str:
    """The library that an act tells something no message says; empty where there is none."""
    case = cases.case_by_number(session, number)
    events = journal.events_of_act(session, act, case.request.id)
    if not any(untold(row) for row in events):
        return ""
    partner = directory.partner(session, case.request.partner_id)
    return partner.name if partner is not None else ""


def to_tell(session: "Session", case: Case, events: Sequence[EventRow]) -> tuple[ToTell, ...]:
    """What still has to be told, the first first; `events` are all it has, the newest first.

    What the partner said since, and what came or went, tells more than a call about it.
    """
    undone = {row.undoes for row in events if row.undoes}
    settled: set[int | None] = set()
    found: Untold = {}
    for row in events:
        if row.undoes or row.act in undone or row.attempt_id in settled:
            continue
        says = untold(row)
        if row.kind == TOLD or (row.state_to is State.CLOSED and not says):
            break
        if row.source in HEARD or any(Says(one) in TELLS_ITSELF for one in says):
            settled.add(row.attempt_id)
        else:
            found.update({(row.attempt_id, one): row for one in says})
    oldest_first = reversed(_without_needless(found).items())
    return tuple(_shown(session, case, row, says) for (_, says), row in oldest_first)


def _without_needless(found: Untold) -> Untold:
    """Who was never told that we ask has nothing to cancel, and hears of neither."""
    needless = {
        attempt
        for attempt, says in found
        if says == Says.CANCEL and any((attempt, one.value) in found for one in BEGINS)
    }
    return {key: row for key, row in found.items() if key[0] not in needless}


def _shown(session: "Session", case: Case, row: EventRow, says: str) -> ToTell:
    attempt = case.attempt(row.attempt_id)
    partner_id = attempt.partner_id if attempt else case.request.partner_id
    partner = directory.partner(session, partner_id)
    if partner is None:
        return ToTell(says, attempt.symbol if attempt else "", row.act)
    telephone = directory.profile(session, partner.id).telephone
    return ToTell(says, partner.name, row.act, telephone, partner.note)
