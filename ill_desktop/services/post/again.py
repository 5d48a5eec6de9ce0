"""Reading a message again that waited: for its sender to be known, or for its request to come."""

import contextlib
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from ill_desktop.domain.errors import DeskError, Invalid, Missing, Why
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.message import Confirmation, MessageKind, Request
from ill_desktop.formats import iso18626
from ill_desktop.services import sealing
from ill_desktop.services.changes import Change
from ill_desktop.services.envelope import Doubt, Sender, sender, speakers
from ill_desktop.services.ledger import message
from ill_desktop.services.post import confirming, enclosing, mails, proposals
from ill_desktop.services.post.judging import judged
from ill_desktop.services.post.outcome import Outcome
from ill_desktop.services.views import MessageView
from ill_desktop.store import directory, enclosures, inbox, mailbook, outbox
from ill_desktop.store.rows import MessageRow, PartnerRow
from ill_desktop.transport import mail

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session


def read_again(desk: "Desk", message_id: int) -> MessageView:
    """Judge a stored message anew; raises `Missing`, or `Invalid` where it was not in doubt.

    It was confirmed when it was read first, and is confirmed once more only where it was refused
    then and is taken now.
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


class Way(NamedTuple):
    """The letterbox a message came through, as a card names it, and whose it is by now."""

    inbox: str
    outbox: str
    mail: str
    partners: tuple[str, ...]


def came_through(desk: "Desk", message_id: int) -> Way:
    """How a message came; all of it empty for a mail in nobody's letterbox. Raises `Missing`."""
    with desk.database.read() as session:
        row = outbox.message(session, message_id)
        if row is None:
            raise Missing("message", str(message_id))
        channel = directory.channel(session, row.channel_id)
        if channel is None:
            return Way("", "", "", ())
        names = tuple(one.name for one in directory.partners_on(session, channel.id))
        return Way(channel.inbox, channel.outbox, channel.address, names)


def introduced(desk: "Desk", message_id: int, symbol: str) -> MessageView:
    """Read a message again whose sender a person put into the directory because of it.

    The letterbox it came through and the card become one, unless what was saved turned out to be
    another library's card. Raises as `read_again` does.
    """
    with desk.database.work() as session:
        row = outbox.message(session, message_id)
        card = directory.partner_of(session, Symbol.parse(symbol))
        if row is None or card is None:
            raise Missing("message", str(message_id))
        theirs, _ = speakers(reading_of(desk, session, row).message)
        writer = directory.partner_of(session, theirs.symbol) if theirs else None
        if writer is card:
            _bind(session, card, row)
    desk.changes.publish(Change(partners=True))
    return read_again(desk, message_id)


def _bind(session: "Session", card: PartnerRow, row: MessageRow) -> None:
    """A card without a letterbox gets the one a message came through.

    Nobody's mailbox is no letterbox: a mail in it belongs to the address that the card names.
    """
    came = directory.channel(session, row.channel_id)
    if came is None:
        return
    if came.kind == "mail" and not came.address:
        named = directory.channel(session, card.channel_id)
        if named is not None and named.kind == "mail":
            row.channel_id = named.id
    elif card.channel_id is None:
        card.channel_id = came.id
        outbox.redirect(session, card.id, came.id)


def welcome(desk: "Desk") -> int:
    """Read again whatever waits only because its sender was in no directory, and is in ours now.

    Whoever changed a card calls this. What came through another letterbox than the card's waits on:
    it only claims to be theirs (DESIGN §6). Returns how many of them wait no longer.
    """
    with desk.database.read() as session:
        waiting = [one for one in mailbook.strange(session) if _is_known(session, one)]
    used = 0
    for one in waiting:
        with contextlib.suppress(DeskError):  # the card is saved; the message waits as it did
            used += read_again(desk, one.id).line.state != "attention"
    return used


def _is_known(session: "Session", one: mailbook.Strange) -> bool:
    """Whether the sender a message names is a library whose letterbox it came through."""
    try:
        card = directory.partner_of(session, Symbol.parse(one.symbol))
    except DeskError:  # a partner may write what is no symbol
        return False
    return card is not None and card.channel_id is not None and card.channel_id == one.channel_id


def hear_what_came_before(
    desk: "Desk", session: "Session", partner_id: int | None, request: Request
) -> None:
    """Hear now what a partner wrote about a request and was read before it, the oldest first.

    What was refused then because nobody knew the request is confirmed once more (ISO18626 §8.3.6).
    """
    their_id = request.header.requesting_agency_request_id.strip()
    early = inbox.orphans(session, partner_id)
    about = [one.id for one in early if their_id in _meant(desk, session, one)]
    for message_id in about:
        row = inbox.message(session, message_id)
        if row.state == "attention" and row.channel_id is not None:
            row.key = None  # else it would be its own repeat
            session.flush()
            _judge(desk, session, row, row.channel_id)


def _meant(desk: "Desk", session: "Session", one: inbox.Orphan) -> frozenset[str]:
    """The ids a message looked for its request by; a reminder knows the earlier one, too."""
    looked_for = one.value.partition(":")[2].strip()
    if one.kind != MessageKind.REQUEST.value:
        return frozenset({looked_for})
    said = reading_of(desk, session, inbox.message(session, one.id)).message
    asked = said.service_info if isinstance(said, Request) else None
    earlier = asked.requesting_agency_previous_request_id if asked else None
    return frozenset({looked_for, (earlier or "").strip()})


def take_up(desk: "Desk", message_id: int) -> MessageView:
    """Take what was typed into a mail for a message, as a person has looked at it.

    Raises `Missing`, or `Invalid` where it is no proposal or its sender does not agree.
    """
    if not message(desk, message_id).line.is_proposal:
        raise Invalid("message", str(message_id), Why.OUT_OF_RANGE)
    with desk.database.work() as session:
        row = outbox.message(session, message_id)
        if row is None or row.channel_id is None:
            raise Missing("message", str(message_id))
        reading = reading_of(desk, session, row)
        if isinstance(reading.message, Confirmation):
            raise Invalid("message", str(message_id), Why.OUT_OF_RANGE)
        who = sender(session, row.channel_id, reading.message)
        outcome = _judged(desk, session, row, reading, who)
    desk.changes.publish(Change(requests=frozenset(filter(None, {outcome.number})), messages=True))
    return message(desk, message_id)


def _judged(
    desk: "Desk",
    session: "Session",
    row: MessageRow,
    reading: iso18626.Reading,
    who: Sender | Doubt,
) -> Outcome:
    carries = bool(enclosures.of_message(session, row.id))
    row.key, outcome = judged(desk, session, reading, who, carries=carries)
    if outcome.state == "duplicate" and not isinstance(reading.message, Confirmation):
        first = inbox.same_key(session, iso18626.message_key(reading.message))
        if first is not None and first.state not in enclosing.USED:
            enclosures.move(session, row.id, first.id)
    settle(desk, session, row, who, outcome)
    if outcome.state == "applied":
        confirming.make_good(session, row, reading.message, desk.clock.now())
        if isinstance(reading.message, Request):
            hear_what_came_before(desk, session, row.partner_id, reading.message)
    return outcome


def settle(
    desk: "Desk", session: "Session", row: MessageRow, who: Sender | Doubt, outcome: Outcome
) -> None:
    """Note what became of a message; what came with it goes where it now belongs.

    The same message may wait twice, bare and in a package with a scan: one answer is for both.
    """
    row.partner_id, row.state = who.partner_id, outcome.state
    row.request_id, row.attempt_id = outcome.request_id, outcome.attempt_id
    row.reason, row.reason_value = outcome.reason, outcome.value[:300]
    if row.state in enclosing.USED:
        enclosing.release(desk, session, row)
    if row.key is not None:
        session.flush()
        for twin in inbox.waiting_alike(session, row):
            _judge(desk, session, twin, twin.channel_id or 0)


def reading_of(desk: "Desk", session: "Session", row: MessageRow) -> iso18626.Reading:
    """A message of the ledger read anew; raises `Unreadable`, or `Invalid` for mere words.

    What was typed into a mail is kept as the whole mail.
    """
    data = outbox.body(session, row.id)
    if mail.looks_like(data):
        said = mails.opened(data, row.file_name, desk.clock.now()).proposal
        if said is None:
            raise Invalid("message", str(row.id), Why.OUT_OF_RANGE)
        return iso18626.Reading(said, "")
    return iso18626.read(
        data,
        zone=ZoneInfo(desk.library.zone),
        source=row.file_name,
    )


def _judge(desk: "Desk", session: "Session", row: MessageRow, channel_id: int) -> str:
    reading = reading_of(desk, session, row)
    if isinstance(reading.message, Confirmation):
        raise Invalid("message", str(row.id), Why.OUT_OF_RANGE)
    if mail.looks_like(outbox.body(session, row.id)):  # a person's words wait to be taken
        outcome, partner_id = proposals.weighed(desk, session, channel_id, reading.message)
        row.reason, row.reason_value = outcome.reason, outcome.value[:300]
        row.request_id, row.attempt_id = outcome.request_id, outcome.attempt_id
        row.partner_id = partner_id or row.partner_id
        return outcome.number
    who = sealing.judged_again(session, sender(session, channel_id, reading.message), row)
    return _judged(desk, session, row, reading, who).number
