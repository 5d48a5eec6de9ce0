"""Messages that have not left when their reader is erased: they leave without a word of them.

What may have left already stays as it is, and is forgotten with its request once that is known.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ill_desktop.domain.message import Request, RequestingAgencyMessage
from ill_desktop.formats import iso18626
from ill_desktop.services import letters
from ill_desktop.services.views import DRAFT
from ill_desktop.store import directory, outbox
from ill_desktop.store.rows import MessageRow, RequestRow

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session


def naming(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds one of some names as a word of its own; None where there are none."""
    words = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True) if one)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None


def redact(
    desk: "Desk", session: "Session", requests: Sequence[RequestRow], named: re.Pattern[str]
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


def _silent(
    desk: "Desk", session: "Session", row: MessageRow, named: re.Pattern[str]
) -> bytes | None:
    """The message without the reader; None where it does not name them."""
    body = outbox.body(session, row.id)
    if not body or row.kind in outbox.CONFIRMATIONS:
        return None
    manner = letters.manner(directory.profile(session, row.partner_id))
    message = iso18626.read(body, zone=ZoneInfo(desk.library.zone), source="").message
    if isinstance(message, Request):
        asked = message.service_info
        if asked is not None and named.search(asked.note or ""):
            asked = replace(asked, note=None)
        quiet = replace(message, patron_info=None, service_info=asked)
        return iso18626.write(quiet, manner) if quiet != message else None
    if isinstance(message, RequestingAgencyMessage) and named.search(message.note or ""):
        return iso18626.write(replace(message, note=None), manner)
    return None
