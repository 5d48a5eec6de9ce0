"""Which library wrote a note: several may have been asked, one after the other."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.store import mailbook
from ill_desktop.store.cases import Case
from ill_desktop.store.rows import EventRow, NoteRow

if TYPE_CHECKING:
    from ill_desktop.store.database import Session

LATER = frozenset({"late-supplier", "earlier-attempt", "passed-over"})
"""Why a message stands apart: another library spoke than the one asked then."""


def partner_id(
    session: "Session", case: Case, events: Sequence[EventRow], note: NoteRow
) -> int | None:
    """The row of the library that wrote a note of theirs; `events` are all of the request.

    The note came with the event of its moment, which is of the library asked then, whoever spoke.
    """
    if case.request.side is Side.LENDING:
        return case.request.partner_id
    heard = mailbook.heard_next(session, case.request.id, note.at)
    if heard is not None and heard[1] in LATER:
        return heard[0]
    asked = [row.attempt_id for row in events if row.entered_at == note.at and row.attempt_id]
    attempt = case.attempt(asked[0]) if asked else None
    return attempt.partner_id if attempt else None
