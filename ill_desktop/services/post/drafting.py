"""A mail that the server does not take, left as a draft that a person sends."""

from typing import TYPE_CHECKING

from ill_desktop.domain.errors import Invalid, Why
from ill_desktop.services import ledger
from ill_desktop.services.changes import Change
from ill_desktop.services.post import delivering
from ill_desktop.services.views import MessageView
from ill_desktop.store import inbox, outbox
from ill_desktop.store.locking import only_one

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk


def as_draft(desk: "Desk", message_id: int) -> MessageView:
    """Let a message lie ready as a mail; what may have left already stays beside it as it is.

    What its request has to say before it and did not leave comes first: none overtakes another.
    Raises `Missing`, `Busy` while a round of mails is under way, or `Invalid` where it is no mail
    that did not leave.
    """
    if not ledger.message(desk, message_id).line.can_be_drafted:
        raise Invalid("message", str(message_id), Why.OUT_OF_RANGE)
    with only_one(desk.folder.mail_lock):
        with desk.database.read() as session:
            row = inbox.message(session, message_id)
            ordered = row.request_id is not None and row.kind not in outbox.CONFIRMATIONS
            before = outbox.unsent_before(session, row.request_id or 0, row.id) if ordered else []
        leaving = ledger.resend(desk, message_id).line.id
        delivering.leave_drafts(desk, [*before, leaving])
    desk.changes.publish(Change(messages=True))
    return ledger.message(desk, leaving)
