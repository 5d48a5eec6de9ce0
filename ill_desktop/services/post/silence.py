"""Messages that nobody confirmed in the days a partner is given for it (ISO18626 §8.3.7).

Only partners that are expected to confirm are waited for, and by mail only where both sides are to
confirm mails; what happens to a request never waits.
"""

from datetime import timedelta
from typing import TYPE_CHECKING

from ill_desktop.services.post import attention
from ill_desktop.services.post.tally import Tally
from ill_desktop.services.views import DRAFT
from ill_desktop.store import directory, inbox, outbox

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk


def notice(desk: "Desk", tally: Tally) -> None:
    """Mark what was sent and not confirmed in time, and let its request be looked at."""
    now = desk.clock.now()
    partners = desk.database.known("confirming", directory.confirming_partners)
    expected = [(one, habits) for one, habits in partners if habits.number("silence-days")]
    if not expected:
        return
    with desk.database.read() as session:
        waiting = [
            message_id
            for partner_id, habits in expected
            for message_id in outbox.unconfirmed_before(
                session,
                partner_id,
                now - timedelta(days=habits.number("silence-days")),
                besides=DRAFT,
                mails=habits.confirmed(by_mail=True),
            )
        ]
    if not waiting:
        return
    with desk.database.work() as session:
        for message_id in waiting:
            row = inbox.message(session, message_id)
            if row.state != "written":
                continue
            row.state, row.reason = "unanswered", "no-confirmation"
            tally.counts["unanswered"] += 1
            attention.wanted(desk, session, row.request_id, row.reason)
