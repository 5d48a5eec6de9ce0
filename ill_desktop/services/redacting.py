"""Messages that have not left when their reader is erased: they leave without a word of them.

What may have left already stays as it is, and is forgotten with its request once that is known.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ill_desktop.domain.message import Request, RequestingAgencyMessage
from ill_desktop.formats import iso18626
from ill_desktop.services import letters
from ill_desktop.services.naming import Naming
from ill_desktop.services.views import DRAFT
from ill_desktop.store import directory, outbox
from ill_desktop.store.rows import MessageRow, RequestRow

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session


def redact(
    desk: "Desk", session: "Session", requests: Sequence[RequestRow], named: Naming
) -> list[str]:
    """Let what waits to leave be silent about a reader; the names of drafts that are void."""
    gone: list[str] = []
    for request in requests:
        waiting = outbox.waiting_of(session, request.id, DRAFT)
        silent = [(row, _silent(desk, session, row, named)) for row in waiting]
        first = next((n for n, (_, data) in enumerate(silent) if data), len(silent))
        for row, data in silent[first:]:  # all of them, or those behind it would overtake
            gone += [row.file_name] if row.state == "written" else []
            outbox.instead(session, row, data or outbox.body(session, row.id))
    return gone


def _silent(desk: "Desk", session: "Session", row: MessageRow, named: Naming) -> bytes | None:
    """The message without the reader; None where it does not name them."""
    body = outbox.body(session, row.id)
    if not body or row.kind in outbox.CONFIRMATIONS:
        return None
    manner = letters.manner(directory.profile(session, row.partner_id))
    message = iso18626.read(body, zone=ZoneInfo(desk.library.zone), source="").message
    if isinstance(message, Request):
        asked = message.service_info
        if asked is not None:
            asked = replace(asked, note=_quiet(asked.note, named))
        quiet = replace(message, patron_info=None, service_info=asked)
        return iso18626.write(quiet, manner) if quiet != message else None
    if isinstance(message, RequestingAgencyMessage):
        said = replace(message, note=_quiet(message.note, named))
        return iso18626.write(said, manner) if said != message else None
    return None


def _quiet(note: str | None, named: Naming) -> str | None:
    return note and (named.without(note) or None)
