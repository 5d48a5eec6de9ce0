"""What lies in the letterboxes, as far as it is ready to be read (DESIGN §6)."""

import hashlib
import math
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ill_desktop.domain.errors import Unreadable
from ill_desktop.domain.message import Confirmation
from ill_desktop.formats import filetypes, iso18626, package
from ill_desktop.formats.package import Package
from ill_desktop.services import sealing
from ill_desktop.services.post import mails, sharing
from ill_desktop.services.post.alone import Failed, alone
from ill_desktop.services.post.mails import Came
from ill_desktop.store import directory
from ill_desktop.transport import folder, mail
from ill_desktop.transport.folder import Arrival

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk

BROKEN_WAIT = 60.0
"""Seconds a file that is not well-formed is left alone: it may still be on its way."""
PACKED = (sealing.ENDING, ".zip")
OTHER_WAIT = 3.0
"""Seconds a file of another type has to have been still."""
SOFT = frozenset({"not-well-formed", "empty", "package-broken"})
AHEAD = 86_400.0
"""Seconds a partner's clock may be ahead of ours before its times are no longer believed."""
HEAD = 2048
"""Bytes the ledger shows of a file that is too large for a message."""
NOTHING = Came()
_FIRST = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Letterbox:
    """One channel while it is emptied."""

    channel_id: int
    inbox: Path
    name: str
    partner_id: int | None = None
    """Whose channel it is, where it is one partner's alone."""


def stamp(arrival: Arrival) -> str:
    """When a file was last changed, as it is remembered."""
    return f"{arrival.mtime:.6f}"


@dataclass(frozen=True)
class Read:
    """One file that is ready: either a reading, or why there is none."""

    arrival: Arrival
    data: bytes
    reading: iso18626.Reading | None = None
    problem: Unreadable | None = None
    package: Package | None = None
    beside: Came = NOTHING
    """What is in the mail it came in, beside the messages."""
    parts: tuple["Read", ...] = ()
    """Of a mail that holds more than could go with its messages: these, read before it."""
    put_by: str = ""
    """Where it lies whole within the desk's folder, where it is too large to be held."""
    proposed: bool = False
    """Whether it is what a person typed into a mail."""

    @property
    def enclosed(self) -> Came:
        """What travelled with the message."""
        return Came(self.package.attachments) if self.package else self.beside

    @property
    def message(self) -> bytes:
        """The bytes of the message itself, without what it is packed in."""
        return self.package.message if self.package else self.data

    @property
    def is_cut(self) -> bool:
        """Whether there is more in the file than was read: it is too large for a message."""
        whole = not isinstance(self.arrival, mails.Enclosed)
        return whole and self.arrival.size > len(self.data)

    @property
    def stamp(self) -> str:
        """When the file was last changed, as the ledger remembers it."""
        return stamp(self.arrival)

    @cached_property
    def sha256(self) -> str:
        """The hash by which the ledger knows the bytes."""
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def key(self) -> str:
        """The key under which its message may come only once; empty where there is none."""
        if self.reading is None or isinstance(self.reading.message, Confirmation):
            return ""
        return iso18626.message_key(self.reading.message)

    @cached_property
    def content_hash(self) -> str:
        """What its message says, whatever its spelling."""
        return iso18626.content_hash(self.reading.message) if self.reading else ""

    @property
    def order(self) -> tuple[datetime, str]:
        """A batch is applied in the order it was written, by name within one second."""
        if self.parts:
            at, name = max(one.order for one in self.parts)
            return at, f"{name}\uffff"
        stamp = self.reading.message.header.timestamp if self.reading else None
        return stamp or _FIRST, self.arrival.name


def letterboxes(desk: "Desk") -> list[Letterbox]:
    """Every channel with an inbox."""
    found: dict[int, Letterbox] = {}
    known = desk.database.known("letterboxes", directory.letterboxes)
    for channel_id, inbox, partner_id, name in known:
        first = found.get(channel_id)
        found[channel_id] = (
            replace(first, partner_id=None)
            if first is not None
            else Letterbox(channel_id, Path(inbox), name, partner_id)
        )
    return list(found.values())


def ready(
    desk: "Desk",
    arrivals: list[Arrival],
    stuck: Mapping[str, str],
    held: list[Arrival],
    failing: list[tuple[Arrival, Failed]],
) -> Iterator[Read]:
    """Files that have come to rest; `stuck` are those that were read and could not be removed.

    Those that cannot be read now are put into `held`, those our own code fails at into `failing`:
    of such a file nothing is read, also where it holds several messages.
    """
    for arrival in arrivals:
        age = _age(arrival)
        if age < _rest(arrival):
            continue
        if stuck.get(str(arrival.path)) == stamp(arrival):
            continue
        data = folder.take(arrival, largest(arrival.name))
        if data is None:
            held += [arrival] if folder.is_held(arrival) else []
            continue
        try:
            found = [_short(one) for one in _opened(desk, arrival, data)]
        except Failed as bad:
            failing.append((arrival, bad))
            continue
        yield from (one for one in found if age >= BROKEN_WAIT or not _may_be_half(one))


def _opened(desk: "Desk", arrival: Arrival, data: bytes) -> list[Read]:
    """Everything a file holds; raises `Failed`."""
    if arrival.name.lower().endswith(mails.ENDING):
        return from_mail(desk, arrival, data)
    with alone(desk):
        return [_parsed(desk, Read(arrival, data))]


def _may_be_half(read: Read) -> bool:
    """Whether what is wrong with a file may be that it is still being written; a mail is whole."""
    return bool(
        read.problem
        and read.problem.reason in SOFT
        and not read.arrival.path.name.lower().endswith(mails.ENDING)
    )


def _rest(arrival: Arrival) -> float:
    """Seconds for which a file has to have been still before it is looked at.

    What is too large for a message is read by nobody, so nothing in it tells its end.
    """
    if arrival.size > largest(arrival.name):
        return BROKEN_WAIT
    return 0.0 if _tells_its_end(arrival.name) else OTHER_WAIT


def _short(read: Read) -> Read:
    """Of what is too large only its head stays in memory and in the ledger; and its whole size."""
    if not read.is_cut:
        return read
    size, bad = str(read.arrival.size), read.problem
    problem = bad and Unreadable(bad.source, bad.reason, size)
    return replace(read, data=read.data[:HEAD], problem=problem)


def _age(arrival: Arrival) -> float:
    """Seconds since a file was changed; one from after tomorrow says nothing, and has come to rest.

    Some sync clients keep the time of a computer whose clock is wrong.
    """
    age = time.time() - arrival.mtime
    return age if age > -AHEAD else math.inf


def largest(name: str) -> int:
    """Bytes that a file of this name may have."""
    name = name.lower()
    if name.endswith(mails.ENDING):
        return mail.LIMIT
    return package.LARGEST if name.endswith(PACKED) else folder.LIMIT


def from_mail(desk: "Desk", arrival: Arrival, data: bytes) -> list[Read]:
    """The messages of a mail, each to be read as a file of its own; or what it proposes.

    Raises `Failed` where our own code fails at any of them.
    """
    with alone(desk):
        return list(_from_mail(desk, arrival, data))


def from_file(desk: "Desk", arrival: Arrival, data: bytes) -> Read:
    """A message file that lies in no letterbox. Raises `Failed` where our own code fails at it."""
    with alone(desk):
        return _parsed(desk, Read(arrival, data))


def _from_mail(desk: "Desk", arrival: Arrival, data: bytes) -> Iterator[Read]:
    try:
        found = mails.opened(data, arrival.name, desk.clock.now())
    except Unreadable as problem:
        yield Read(arrival, data, problem=problem)
        return
    if found.proposal is not None:
        reading = iso18626.Reading(found.proposal, "")
        yield Read(arrival, data, reading, beside=Came(found.files), proposed=True)
        return
    inside = (
        (mails.Enclosed(arrival.path, arrival.size, arrival.mtime, name), message)
        for name, message in found.messages
    )
    parts = [_parsed(desk, Read(one, message)) for one, message in inside]
    if all(one.reading is None for one in parts):
        yield Read(arrival, data, problem=parts[0].problem)  # what is beside it stays with it
        return
    yield from sharing.shared(Read(arrival, data), parts, found)


def _tells_its_end(name: str) -> bool:
    """Whether a half-written file of this kind is known to be one."""
    return name.lower().endswith((".xml", sealing.ENDING))


def _parsed(desk: "Desk", read: Read) -> Read:
    zone = ZoneInfo(desk.library.zone)
    try:
        if package.is_package(read.data):
            read = replace(read, package=package.unpack(read.data, read.arrival.name))
        now, source = desk.clock.now(), read.arrival.name
        reading = iso18626.read(read.message, zone=zone, source=source, now=now)
    except Unreadable as problem:
        return replace(read, problem=_told_apart(problem, read.data))
    return replace(read, reading=reading)


def _told_apart(problem: Unreadable, data: bytes) -> Unreadable:
    """A scan that somebody put into the folder is no broken message."""
    scan = problem.reason in ("not-xml", "too-large") and filetypes.kind_of(data)
    return Unreadable(problem.source, "a-document", problem.where) if scan else problem
