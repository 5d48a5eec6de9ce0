"""Reading a message again that waited because nobody knew who sent it."""

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ill_desktop.domain.errors import Invalid, Missing, Why
from ill_desktop.domain.message import Confirmation
from ill_desktop.formats import iso18626
from ill_desktop.services.changes import Change
from ill_desktop.services.envelope import sender
from ill_desktop.services.ledger import message
from ill_desktop.services.post.collecting import judged
from ill_desktop.services.views import MessageView
from ill_desktop.store import outbox
from ill_desktop.store.rows import MessageRow

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session


def read_again(desk: "Desk", message_id: int) -> MessageView:
    """Judge a stored message anew; raises `Missing`, or `Invalid` where it was not in doubt.

    It was confirmed when it was read first, and is not confirmed twice.
    """
    if not message(desk, message_id).line.in_doubt:
        raise Invalid("message", str(message_id), Why.OUT_OF_RANGE)
    with desk.database.work() as session:
        row = outbox.message(session, message_id)
        if row is None or row.channel_id is None:
            raise Missing("message", str(message_id))
        number = _judge(desk, session, row, row.channel_id)
    desk.changes.publish(Change(requests=frozenset(filter(None, {number})), messages=True))
    return message(desk, message_id)


def _judge(desk: "Desk", session: "Session", row: MessageRow, channel_id: int) -> str:
    reading = iso18626.read(
        outbox.body(session, row.id),
        zone=ZoneInfo(desk.library.zone),
        source=row.file_name,
    )
    if isinstance(reading.message, Confirmation):
        raise Invalid("message", str(row.id), Why.OUT_OF_RANGE)
    who = sender(session, channel_id, reading.message)
    row.key, outcome = judged(desk, session, reading, who)
    row.partner_id, row.state = who.partner_id, outcome.state
    row.request_id, row.attempt_id = outcome.request_id, outcome.attempt_id
    row.reason, row.reason_value = outcome.reason, outcome.value[:300]
    return outcome.number
