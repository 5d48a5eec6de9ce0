"""Reading what partners left: no file twice, and no file lost (DESIGN §6).

A batch of files is one commit. Where one of them cannot be applied the whole batch is taken back
and each file read again in a commit of its own, so that a bad one rolls back alone. Files are
taken away after the commit that keeps their bytes.
"""

import logging
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ill_desktop.domain.codes import ErrorType
from ill_desktop.domain.errors import CannotWrite, NoInput
from ill_desktop.domain.exchange import Dialect
from ill_desktop.domain.message import Confirmation, Message, Request, kind_of
from ill_desktop.domain.protocol import why_not
from ill_desktop.formats import iso18626
from ill_desktop.services import sealing
from ill_desktop.services.envelope import Doubt, Sender, sender, speakers
from ill_desktop.services.letters import summary
from ill_desktop.services.post import (
    confirming,
    enclosing,
    proposals,
    quarantine,
    remaining,
    sharing,
)
from ill_desktop.services.post.again import hear_what_came_before
from ill_desktop.services.post.alone import Failed, alone, tell
from ill_desktop.services.post.arriving import Letterbox, Read, letterboxes, ready
from ill_desktop.services.post.judging import judged
from ill_desktop.services.post.outcome import Outcome
from ill_desktop.services.post.tally import Tally
from ill_desktop.services.views import DOUBTS
from ill_desktop.store import directory, inbox
from ill_desktop.store.rows import MessageRow
from ill_desktop.transport import folder
from ill_desktop.transport.folder import Arrival

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.store.database import Session

log = logging.getLogger(__name__)

BATCH = 50
"""Files that share a commit; a window beside it waits no longer than they take."""
PORTION = 100
"""Files that are held in memory together, and read in one round while somebody waits."""


def collect(desk: "Desk", tally: Tally) -> None:
    """Read every inbox once. A bad file never rolls back its neighbours."""
    for box in letterboxes(desk):
        if tally.stopped():
            _leave_the_rest(tally)
            return
        try:
            arrivals = folder.waiting(box.inbox)
        except NoInput:
            tally.absent.append(box.name)
            tally.unsure = tally.unsure or tally.after_crash
            continue
        stuck = remaining.tried_again(desk, box, arrivals)
        for first in range(0, len(arrivals), PORTION):
            if tally.stopped() or (tally.briefly and tally.counts["read"]):
                _leave_the_rest(tally)
                return
            held: list[Arrival] = []
            failing: list[tuple[Arrival, Failed]] = []
            found = ready(desk, arrivals[first : first + PORTION], stuck, held, failing)
            _portion(desk, box, sorted(found, key=lambda one: one.order), tally)
            tally.held |= {str(one.path): box.name for one in held}
            for arrival, bad in failing:
                failed_at(desk, tally, str(arrival.path), box.name, bad)


def _leave_the_rest(tally: Tally) -> None:
    """What was not looked at may have been left over by a crash, as before."""
    tally.more, tally.unsure = True, tally.unsure or tally.after_crash


def failed_at(desk: "Desk", tally: Tally, path: str, whose: str, bad: Failed) -> None:
    """Our own code failed at a file or mail before anything of it was kept: it stays."""
    tally.counts["failed"] += 1
    tally.failing[path] = whose
    tell(desk, path, bad)


def _put_by(desk: "Desk", box: Letterbox, read: Read, tally: Tally) -> Read | None:
    """A file too large for a message lies whole in the quarantine before anybody waits for it.

    None where that is not possible now: it stays where it is.
    """
    if not read.is_cut or read.problem is None:
        return read
    root, name = desk.folder.quarantine, read.arrival.name
    try:
        kept = quarantine.keep(root, box.name, name, read.arrival.path, read.problem)
    except NoInput:
        tally.held[str(read.arrival.path)] = box.name
    except CannotWrite as error:
        tally.counts["failed"] += 1
        tally.trouble = tally.trouble or error
    else:
        return replace(read, put_by=kept.relative_to(desk.folder.root).as_posix())
    return None


def _portion(desk: "Desk", box: Letterbox, ready_now: list[Read], tally: Tally) -> None:
    put_by = (_put_by(desk, box, one, tally) for one in ready_now)
    found = [one for one in put_by if one is not None]
    open_paths = Counter(one.arrival.path for one in found)
    for first in range(0, len(found), BATCH):
        if tally.stopped():
            # a mail of which a part was read stays, and that part must not count again
            tally.more = tally.unsure = True
            return
        settle(desk, box, found[first : first + BATCH], open_paths, tally)


def settle(
    desk: "Desk", box: Letterbox, batch: list[Read], open_paths: Counter[Path], tally: Tally
) -> None:
    """Read some files, and then away with those that hold nothing more to be read."""
    stuck = {}
    for read, outcome in zip(batch, _outcomes(desk, box, batch, tally), strict=True):
        _count(outcome, tally)
        _log(read, outcome)
        path = read.arrival.path
        if outcome is FAILED:
            tally.failing[str(path)] = box.name
        open_paths[path] -= outcome not in (FAILED, NOT_KEPT)
        if not open_paths[path] and not folder.put_away(read.arrival):
            stuck[str(path)] = read.stamp
    if stuck:
        remaining.note(desk, stuck)


def _outcomes(
    desk: "Desk", box: Letterbox, batch: list[Read], tally: Tally
) -> list[Outcome | None]:
    """What became of some files, in one commit if all is well, else in one for each."""
    try:
        with desk.database.work() as session:
            directory.remember_cards(session)
            this = Sitting(desk, session, box, tally.after_crash)
            return [_guarded(this, read) for read in batch]
    except Failed as bad:
        if len(batch) > 1:
            return [one for read in batch for one in _outcomes(desk, box, [read], tally)]
        tell(desk, str(batch[0].arrival.path), bad)
        tally.trouble, tally.unsure = tally.trouble or bad.trouble, True
        return [NOT_KEPT if bad.trouble else FAILED]


@dataclass(frozen=True, slots=True)
class Sitting:
    """One batch while it is read: in whose transaction, from which letterbox.

    `senders` are those who were bound already, by how they named themselves.
    """

    desk: "Desk"
    session: "Session"
    box: Letterbox
    after_crash: bool
    senders: dict[object, Sender | Doubt] = field(default_factory=dict)

    def sender(self, message: Message) -> Sender | Doubt:
        """Who wrote a message."""
        named = (message.__class__, speakers(message))
        if named not in self.senders:
            self.senders[named] = sender(self.session, self.box.channel_id, message)
        return self.senders[named]


def _guarded(this: Sitting, read: Read) -> Outcome | None:
    """One file; what goes wrong in our own code with it must not stop the others."""
    with alone(this.desk):
        outcome = _one(this, read)
        this.session.flush()
    return outcome


FAILED = Outcome("failed")
"""Nothing became of a file; it stays where it lies."""
NOT_KEPT = Outcome("failed", reason="cannot-write")
"""The same where it is told what kept it from being kept."""


def _count(outcome: Outcome | None, tally: Tally) -> None:
    if outcome is None:
        return
    if outcome.state != "failed":
        tally.counts["read"] += 1
    tally.counts["attention" if outcome.state == "set-aside" else outcome.state] += 1
    if outcome.number:
        tally.touched.add(outcome.number)


def _log(read: Read, outcome: Outcome | None) -> None:
    """One line for each file that waits for a person or is put away: why, and which by its hash.

    Nothing a partner wrote stands in it, its name included (RELIABILITY §8).
    """
    if outcome is not None and outcome.state in ("attention", "quarantined"):
        kind = kind_of(read.reading.message).value if read.reading else "file"
        log.info("%s %s: %s, %s", kind, read.sha256[:16], outcome.state, outcome.reason)


def _one(this: Sitting, read: Read) -> Outcome | None:
    """What becomes of one file. None: nothing, now; it may be left over by a crash."""
    session, channel_id = this.session, this.box.channel_id
    before = inbox.same_bytes(session, channel_id, read.sha256)
    if this.after_crash and any(_same_file(row, read) for row in before):
        return None
    if read.problem is not None:
        _quarantined(this, read)
        return Outcome("quarantined", reason=read.problem.reason)
    if before and not any(map(_may_mean_more_now, before)):
        return _duplicate(this, read, before[0].id)
    if read.parts:
        found = sharing.weighed(this.desk, session, channel_id, read)
        return _waiting(this, read, *found) if found else None
    if read.proposed and read.reading is not None:
        message = read.reading.message
        return _waiting(this, read, *proposals.weighed(this.desk, session, channel_id, message))
    return _message(this, read)


def _waiting(this: Sitting, read: Read, outcome: Outcome, partner_id: int | None) -> Outcome:
    """A mail that only a person can make something of."""
    entry = _entry(this, read, outcome)
    row = inbox.keep(this.session, replace(entry, partner_id=partner_id or entry.partner_id))
    enclosing.take(this.desk, this.session, row.id, read.enclosed)
    return outcome


def _may_mean_more_now(row: MessageRow) -> bool:
    """Whether bytes that were of no use before may be of use now: their sender is known since."""
    return row.state == "quarantined" or (row.state != "applied" and row.reason in DOUBTS)


def _same_file(row: MessageRow, read: Read) -> bool:
    return row.file_name == read.arrival.name and row.file_stamp == read.stamp


def _quarantined(this: Sitting, read: Read) -> None:
    problem = read.problem
    if problem is None:
        return
    root = this.desk.folder.quarantine
    if not read.put_by:
        quarantine.keep(root, this.box.name, read.arrival.name, read.data, problem)
    outcome = Outcome("quarantined", reason=problem.reason, value=read.put_by or problem.where)
    inbox.keep(this.session, _entry(this, read, outcome))


def _entry(this: Sitting, read: Read, outcome: Outcome) -> inbox.Incoming:
    return inbox.Incoming(
        kind=kind_of(read.reading.message).value if read.reading else "",
        state=outcome.state,
        file_name=read.arrival.name,
        file_stamp=read.stamp,
        sha256=read.sha256,
        body=read.message,
        created_at=this.desk.clock.now(),
        channel_id=this.box.channel_id,
        partner_id=this.box.partner_id,
        request_id=outcome.request_id,
        attempt_id=outcome.attempt_id,
        reason=outcome.reason,
        reason_value=outcome.value[:300],
        timestamp=read.reading.message.header.timestamp if read.reading else None,
        summary=summary(read.reading.message) if read.reading else "",
        because=why_not(read.reading.message) if read.reading else "",
        content_hash=read.content_hash,
    )


def _duplicate(this: Sitting, read: Read, earlier_id: int) -> Outcome:
    """The same bytes again: the same confirmation again, and nothing else."""
    session, now = this.session, this.desk.clock.now()
    earlier = inbox.message(session, earlier_id)
    outcome = Outcome("duplicate", earlier.request_id, earlier.attempt_id, reason="same-bytes")
    if read.reading and isinstance(read.reading.message, Confirmation):
        # a message sent again is confirmed with the bytes of the first time, under its own name
        name = read.arrival.name
        confirming.heard_again(this.desk, session, earlier, name, read.reading.message)
    row = inbox.keep(session, replace(_entry(this, read, outcome), partner_id=earlier.partner_id))
    enclosing.take(this.desk, session, row.id, read.beside, earlier)
    confirming.answer_again(session, earlier, row, now)
    return outcome


def _message(this: Sitting, read: Read) -> Outcome:
    reading, desk, session = read.reading, this.desk, this.session
    if reading is None:
        return Outcome("quarantined")
    now, message = desk.clock.now(), reading.message
    if isinstance(message, Confirmation):
        outcome = confirming.heard(desk, session, this.box.channel_id, read.arrival.name, message)
        kept = _entry(this, read, outcome)
        wrote = this.sender(message).partner_id
        inbox.keep(session, replace(kept, partner_id=wrote or kept.partner_id))
        return outcome
    who = sealing.believed(session, this.sender(message), read.package, now)
    wrong = _not_by_the_book(session, who, read)
    carries = bool(read.enclosed)
    key, outcome = (None, wrong) if wrong else judged(desk, session, reading, who, carries=carries)
    outcome = _with_warning(outcome, reading)
    partner_id = who.partner_id
    row = inbox.keep(session, replace(_entry(this, read, outcome), partner_id=partner_id, key=key))
    sealing.keep(session, row, who, read.package)
    again = inbox.same_key(session, read.key) if key is None else None
    enclosing.take(desk, session, row.id, read.enclosed, again)
    if outcome.state == "duplicate" and again is not None:
        confirming.answer_again(session, again, row, now)
    else:
        confirming.answer(session, row, message, outcome, now)
    if outcome.state == "applied" and isinstance(message, Request):
        hear_what_came_before(desk, session, partner_id, message)
    return outcome


def _not_by_the_book(session: "Session", who: Sender | Doubt, read: Read) -> Outcome | None:
    """What keeps a message from being used that only a strictly read partner must not send.

    Whoever wrote, its edition is noted: it is answered in the one it last used.
    """
    if isinstance(who, Doubt) or read.reading is None:
        return None
    dialect = Dialect.named(read.reading.version)
    profile = directory.profile(session, who.partner_id)
    if dialect is not None and profile.heard != dialect.value:
        directory.heard_dialect(session, who.partner_id, dialect)
        profile = directory.profile(session, who.partner_id)
    if profile["reading"] != "strict":
        return None
    faults = iso18626.faults(read.message, dialect or profile.dialect, read.arrival.name)
    if not faults:
        return None
    return Outcome("attention", reason="not-valid", value=faults[0], error=ErrorType.BADLY_FORMED)


def _with_warning(outcome: Outcome, reading: iso18626.Reading) -> Outcome:
    """What was applied although it was odd says so in the ledger."""
    odd = next((f for f in reading.findings if f.code in iso18626.WARNS), None)
    if odd is None or outcome.state != "applied" or outcome.reason:
        return outcome
    return replace(outcome, reason=odd.code, value=odd.where)
