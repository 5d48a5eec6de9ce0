"""Which message of a mail the rest of it belongs to; where nobody can know, it waits for somebody.

A mail may carry several messages, files and words. Nothing of it may be lost, and nothing goes to
a request it may not be about.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ill_desktop.domain.codes import Status
from ill_desktop.domain.message import Confirmation, SupplyingAgencyMessage
from ill_desktop.formats import filetypes
from ill_desktop.services.post import attention, mail_words
from ill_desktop.services.post.mails import Came, Opened
from ill_desktop.services.post.outcome import Outcome
from ill_desktop.services.views import MORE
from ill_desktop.store import inbox

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.services.post.arriving import Read
    from ill_desktop.store.database import Session


def shared(mail: "Read", parts: "list[Read]", found: Opened) -> "Iterator[Read]":
    """The messages of a mail, with what belongs to each; and the mail, if it holds more.

    What no request takes stays with the mail, too.
    """
    words = mail_words.beside(found.text, [one.reading.message for one in parts if one.reading])
    whole = _only([one for one in parts if _speaks(one)])
    taker = whole or _only([one for one in parts if _delivers(one)])
    taken = Came(found.files if taker else {}, words if whole else "")
    for one in parts:
        yield replace(one, beside=taken) if one is taker else one
    left = Came({} if taker else found.files, "" if whole else words)
    refused = {name: data for name, data in found.files.items() if not filetypes.kind_of(data)}
    if left or refused:
        yield replace(mail, beside=replace(left, files={**left.files, **refused}), parts=(*parts,))


def _only(some: "list[Read]") -> "Read | None":
    """The one message that these say, bare: in a package it has its own files, perhaps sealed."""
    bare = [one for one in some if one.package is None]
    return bare[0] if bare and len({one.key for one in some}) == 1 else None


def _speaks(read: "Read") -> bool:
    return read.reading is not None and not isinstance(read.reading.message, Confirmation)


def _delivers(read: "Read") -> bool:
    said = read.reading.message if read.reading else None
    info = said.status_info if isinstance(said, SupplyingAgencyMessage) else None
    return info is not None and info.status is Status.COPY_COMPLETED


def weighed(
    desk: "Desk", session: "Session", channel_id: int, mail: "Read"
) -> tuple[Outcome, int | None] | None:
    """About which request the rest of a mail is, as its messages tell, and from which partner.

    None while one of them could not be taken in: the mail is read again.
    """
    rows = [inbox.same_bytes(session, channel_id, one.sha256)[-1:] for one in mail.parts]
    if not all(rows):
        return None
    about = {row.request_id: row for found in rows for row in found}
    partners = {row.partner_id for row in about.values()}
    outcome = Outcome("attention", reason=MORE, value=", ".join(mail.beside.files))
    if len(about) == 1:
        ((request_id, row),) = about.items()
        outcome = replace(outcome, request_id=request_id, attempt_id=row.attempt_id)
        attention.wanted(desk, session, request_id, MORE)
    return outcome, partners.pop() if len(partners) == 1 else None
