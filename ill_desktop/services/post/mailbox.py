"""Mails that lie in no partner's folder: from the library's mailbox, or dropped on the window.

The address a mail claims to be from says which channel it is heard on; whether the library that
speaks in it belongs there is judged as for folders.
"""

import hashlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import Unreadable
from ill_desktop.services import files
from ill_desktop.services.changes import Change
from ill_desktop.services.post import collecting, mails
from ill_desktop.services.post.alone import Failed
from ill_desktop.services.post.arriving import Letterbox, from_mail
from ill_desktop.services.post.tally import Tally
from ill_desktop.store import directory
from ill_desktop.store import settings as kept
from ill_desktop.store.locking import only_one
from ill_desktop.transport import mail
from ill_desktop.transport.folder import Arrival

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk


OTHERS = frozenset({"no-message", "not-a-mail", "not-iso18626", "not-xml"})
"""Why a mail has nothing of the exchange in it: it may hold citations."""
CLOSED = frozenset({"winmail", "mail-too-large", "mail-too-deep"})
"""Why nobody can say what a mail has in it."""
LEFT = "mails-left"
"""The setting that remembers which mails of the mailbox are none of ours."""


def is_ours(desk: "Desk", data: bytes, name: str) -> bool:
    """Whether a mail has anything of the exchange in it, readable or not."""
    arrival = Arrival(Path(name), len(data), 0.0)
    problems = [one.problem for one in from_mail(desk, arrival, data)]
    return any(one is None or one.reason not in OTHERS for one in problems)


def is_to_be_read(desk: "Desk", data: bytes, name: str) -> bool:
    """Whether a mail of the mailbox is for the desk; of those that cannot be looked into, only
    such as claim to come from a partner: of these somebody has to be told.
    """
    problems = [one.problem for one in from_mail(desk, Arrival(Path(name), len(data), 0.0), data)]
    if any(one is None or one.reason not in OTHERS | CLOSED for one in problems):
        return True
    if all(one is not None and one.reason in OTHERS for one in problems):
        return False
    with desk.database.read() as session:
        return directory.is_reached_by_mail(session, mail.sender_of(data))


def left_alone(desk: "Desk", place: str) -> frozenset[str]:
    """The ids of other people's mails in a folder, which nobody has read yet."""
    known = desk.setting(LEFT, {})
    return frozenset(known.get("mails", ()) if known.get("place") == place else ())


def leave_alone(desk: "Desk", place: str, mails_left: frozenset[str]) -> None:
    """Remember mails that have nothing of the exchange in them, so as not to look again."""
    if mails_left != left_alone(desk, place):
        with desk.database.work() as session:
            kept.write(session, LEFT, {"place": place, "mails": sorted(mails_left, key=int)})


def take(desk: "Desk", data: bytes, name: str, tally: Tally) -> bool:
    """Read one mail as the post does; the same mail a second time changes nothing.

    False where a part of it could not be kept: it is to be read again, and where our own code
    failed at it, the tally says so. Raises `Failed` where none of it could be read.
    """
    try:
        letter = mail.read(data, name)
        claimed, identity = letter.sender, letter.message_id
    except Unreadable:
        claimed, identity = mail.sender_of(data), ""
    digest = hashlib.sha256(identity.encode() or data).hexdigest()
    arrival = mails.brought(desk.folder.root, digest, len(data), name)
    box = _letterbox(desk, claimed)
    once = Tally(tally.counts, tally.touched, after_crash=True, failing=tally.failing)
    found = from_mail(desk, arrival, data)
    collecting.settle(desk, box, found, Counter(one.arrival.path for one in found), once)
    tally.trouble = tally.trouble or once.trouble
    return not once.unsure


def failed(desk: "Desk", data: bytes, tally: Tally, bad: Failed) -> None:
    """Our own code failed at a mail before anything of it was read."""
    arrival = mails.brought(desk.folder.root, hashlib.sha256(data).hexdigest(), len(data), "")
    collecting.failed_at(desk, tally, str(arrival.path), mail.sender_of(data), bad)


def _letterbox(desk: "Desk", claimed: str) -> Letterbox:
    with desk.database.work() as session:
        channel = directory.mail_channel(session, claimed)
        partners = directory.partners_on(session, channel.id)
        name = partners[0].name if partners else "mail"
        only = partners[0].id if len(partners) == 1 else None
        return Letterbox(channel.id, Path(channel.inbox), name, only)


def take_file(desk: "Desk", path: Path) -> Tally:
    """A saved mail that somebody brings; raises `NoInput`, `Busy`, or `Unreadable` for a mail
    without anything of the exchange in it.
    """
    data = files.read(path)
    if not is_ours(desk, data, path.name):
        raise Unreadable(path.name, "no-message")
    tally = Tally()
    with only_one(desk.folder.post_lock):
        take(desk, data, path.name, tally)
    desk.changes.publish(Change(requests=frozenset(tally.touched), messages=True))
    return tally
