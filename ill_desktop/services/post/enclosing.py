"""What travels with a message: it goes to the request of one that is used, and waits with another.

Nothing of a message in doubt reaches a request. Its files, and the words of the mail it came in,
are kept with it as long as its own words are, so that they are there when somebody has cleared
the doubt.
"""

import contextlib
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import NoInput
from ill_desktop.services import attachments
from ill_desktop.services.advance import Act, Source, Work, noted
from ill_desktop.services.attachments import WORDS
from ill_desktop.services.post.mails import Came
from ill_desktop.services.post.outcome import keep_note
from ill_desktop.store import cases, enclosures, inbox, notes
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
    came: Came,
    first: MessageRow | None = None,
) -> None:
    """Keep what came with a message that was just read; raises `CannotWrite`.

    `first` said the same before: while it waits, what came waits with it.
    """
    if not came:
        return
    row = inbox.message(session, message_id)
    if row.state not in USED:
        _wait(desk, session, row, came)
    elif first is not None and first.state not in USED:
        _wait(desk, session, first, came)
    elif row.request_id is not None:
        _bind(desk, session, row, came.files.items(), came.words)


def _wait(desk: "Desk", session: "Session", row: MessageRow, came: Came) -> None:
    known = {(one.name, one.sha256) for one in enclosures.of_message(session, row.id)}
    waiting = [(name, data, *attachments.store(desk, data)) for name, data in came.files.items()]
    if came.words:
        waiting.append(("", data := came.words.encode(), attachments.keep_words(desk, data), WORDS))
    for name, data, digest, kind in waiting:
        shown = attachments.shown(name)
        if (shown, digest) not in known:
            session.add(
                EnclosureRow(
                    message_id=row.id, name=shown, sha256=digest, type=kind, size=len(data)
                )
            )


def words(desk: "Desk", waiting: Iterable[EnclosureRow]) -> str:
    """What was written beside a message that waits; nothing where it is there no more."""
    found = []
    for one in waiting:
        if one.type == WORDS:
            with contextlib.suppress(NoInput):
                found.append(attachments.stored(desk, one.sha256, WORDS).decode())
    return "\n\n".join(found)


def release(desk: "Desk", session: "Session", row: MessageRow) -> None:
    """Give the request what waited with its message, now that somebody has said which it is."""
    waiting = enclosures.of_message(session, row.id)
    if not waiting or row.request_id is None:
        return
    came, gone = [], []
    for one in waiting:
        if one.type == WORDS:
            continue
        try:
            data = attachments.stored(desk, one.sha256, one.type) if one.type else b""
        except NoInput:
            gone.append(one.name)
        else:
            came.append((one.name, data))
    said = words(desk, waiting)
    enclosures.release(session, row.id)
    _bind(desk, session, row, came, said)
    if gone:
        row.reason, row.reason_value = "attachment-gone", ", ".join(gone)[:300]


def _bind(
    desk: "Desk",
    session: "Session",
    row: MessageRow,
    came: Collection[tuple[str, bytes]],
    said: str,
) -> None:
    now = desk.clock.now()
    act = Act(entered_at=now, effective_at=now, source=Source.PARTNER)
    work = Work(desk, session, cases.case_by_id(session, row.request_id or 0), act)
    if said and not notes.is_said(session, work.case.request.id, said):
        with noted(work, "note-added"):
            keep_note(work, said)
    if not came:
        return
    with noted(work, "file-attached"):
        refused = attachments.received(work, came)
    if refused:
        row.reason, row.reason_value = "attachment-refused", ", ".join(refused)[:300]
