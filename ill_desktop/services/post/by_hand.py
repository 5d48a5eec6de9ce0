"""A message file that somebody brings: read as if it had come from the library it speaks for.

Its channel is that of the library its header names; what does not agree waits for a person, as for
a file in the inbox.
"""

import hashlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from ill_desktop.domain.errors import Unreadable
from ill_desktop.services import files
from ill_desktop.services.changes import Change
from ill_desktop.services.envelope import speakers
from ill_desktop.services.post import collecting, mails
from ill_desktop.services.post.arriving import Letterbox, Read, from_file
from ill_desktop.services.post.tally import Tally
from ill_desktop.store import directory
from ill_desktop.store.locking import only_one
from ill_desktop.transport.folder import LIMIT

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk


def whose(desk: "Desk", path: Path) -> str:
    """The name of the library a message file is from; nothing is kept.

    Raises `NoInput`, and `Unreadable` for what is no message, or is from a library without a card
    or without a way for messages on it.
    """
    return _letterbox(desk, _read(desk, path)).name


def take(desk: "Desk", path: Path) -> Tally:
    """Read the file as the post does; the same file a second time changes nothing.

    It stays where it lies. Raises as `whose` does, and `Busy`.
    """
    read, tally = _read(desk, path), Tally(after_crash=True)
    box = _letterbox(desk, read)
    with only_one(desk.folder.post_lock):
        collecting.settle(desk, box, [read], Counter({read.arrival.path: 1}), tally)
    desk.changes.publish(Change(requests=frozenset(tally.touched), messages=True))
    if tally.trouble is not None:
        raise tally.trouble
    return tally


def _read(desk: "Desk", path: Path) -> Read:
    data = files.read(path)
    if len(data) > LIMIT:
        raise Unreadable(path.name, "too-large", str(len(data)))
    digest = hashlib.sha256(data).hexdigest()
    read = from_file(desk, mails.brought(desk.folder.root, digest, len(data), path.name), data)
    if read.problem is not None:
        raise read.problem
    return read


def _letterbox(desk: "Desk", read: Read) -> Letterbox:
    theirs = speakers(read.reading.message)[0] if read.reading is not None else None
    symbol, name = str(theirs.symbol) if theirs else "–", read.arrival.name
    with desk.database.read() as session:
        partner = directory.partner_of(session, theirs.symbol) if theirs else None
        if partner is None:
            raise Unreadable(name, "of-a-stranger", symbol)
        channel = directory.channel(session, partner.channel_id)
        if channel is None:
            raise Unreadable(name, "of-no-letterbox", partner.name)
        only = partner.id if len(directory.partners_on(session, channel.id)) == 1 else None
        return Letterbox(channel.id, Path(channel.inbox), partner.name, only)
