"""What travels with a message: it goes to the request of one that is used, and waits with another.

Nothing of a message in doubt reaches a request. Its files are kept with it as long as its words
are, so that they are there when somebody has cleared the doubt.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import NoInput
from ill_desktop.services import attachments
from ill_desktop.services.advance import Act, Source, Work, noted
from ill_desktop.store import cases, enclosures, inbox
from ill_desktop.store.rows import EnclosureRow, MessageRow

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

USED = frozenset({"applied", "duplicate"})
"""States of a message that was bound to its request."""


def take(
    desk: "Desk",
    session: "Session",
    message_id: int,
    came: Mapping[str, bytes],
    first: MessageRow | None = None,
) -> None:
    """Keep what came with a message that was just read; raises `CannotWrite`.

    `first` said the same before: while it waits, the files wait with it.
    """
    if not came:
        return
    row = inbox.message(session, message_id)
    if row.state not in USED:
        _wait(desk, session, row, came)
    elif first is not None and first.state not in USED:
        _wait(desk, session, first, came)
    elif row.request_id is not None:
        _bind(desk, session, row, list(came.items()))


def _wait(desk: "Desk", session: "Session", row: MessageRow, came: Mapping[str, bytes]) -> None:
    for name, data in came.items():
        digest, kind = attachments.store(desk, data)
        shown = attachments.shown(name)
        size = len(data)
        session.add(
            EnclosureRow(message_id=row.id, name=shown, sha256=digest, type=kind, size=size)
        )


def release(desk: "Desk", session: "Session", row: MessageRow) -> None:
    """Give the request what waited with its message, now that somebody has said which it is."""
    waiting = enclosures.of_message(session, row.id)
    if not waiting or row.request_id is None:
        return
    came, gone = [], []
    for one in waiting:
        try:
            data = attachments.stored(desk, one.sha256, one.type) if one.type else b""
        except NoInput:
            gone.append(one.name)
        else:
            came.append((one.name, data))
    enclosures.release(session, row.id)
    _bind(desk, session, row, came)
    if gone:
        row.reason, row.reason_value = "attachment-gone", ", ".join(gone)[:300]


def _bind(desk: "Desk", session: "Session", row: MessageRow, came: list[tuple[str, bytes]]) -> None:
    now = desk.clock.now()
    act = Act(entered_at=now, effective_at=now, source=Source.PARTNER)
    work = Work(desk, session, cases.case_by_id(session, row.request_id or 0), act)
    with noted(work, "file-attached"):
        refused = attachments.received(work, came)
    if refused:
        row.reason, row.reason_value = "attachment-refused", ", ".join(refused)[:300]
