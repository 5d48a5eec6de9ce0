"""Who holds the desk: one computer at a time, and one post on it.

The window and `ill` share a desk on one computer. A second computer is refused, because the
locks of SQLite cannot be trusted across a network (RELIABILITY §4).
"""

import platform
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ill_desktop.domain.errors import Busy, DeskError
from ill_desktop.store import driver, failures
from ill_desktop.store.base import table
from ill_desktop.store.direct import Direct
from ill_desktop.store.rows import LeaseRow

STALE = timedelta(minutes=3)
"""A computer that said nothing for so long has lost the desk to whoever asks next."""

FRESH = timedelta(seconds=30)
"""Sooner a claim is not said again: saying it costs a wait for the disk."""

_MACHINE_ID = Path("/etc/machine-id")


@dataclass(frozen=True, slots=True)
class Computer:
    """One computer: `owner` tells it from others, `host` is its name for people."""

    owner: str
    host: str


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds a desk, since which epoch, and when it said so last."""

    owner: str
    host: str
    epoch: int
    beat_at: datetime


@dataclass(frozen=True, slots=True)
class Lease:
    """A claim on a desk; worth nothing once another computer has a later epoch."""

    owner: str
    epoch: int


def this_computer() -> Computer:
    """The computer this program runs on."""
    host = platform.node()
    machine = _MACHINE_ID.read_text("ascii") if _MACHINE_ID.is_file() else ""
    return Computer(sha256(f"{host}\n{machine}".encode()).hexdigest()[:16], host)


def claim(session: Session, computer: Computer, now: datetime) -> Lease:
    """Take or keep the desk for a computer; raises `Busy` naming the one that holds it.

    Call it when a desk is opened and every minute while it stays open.
    """
    row = session.get(LeaseRow, 1)
    if row is None:
        row = LeaseRow(owner=computer.owner, host=computer.host, beat_at=now)
        session.add(row)
    elif row.owner != computer.owner:
        if abs(now - row.beat_at) < STALE:
            raise Busy(row.host)
        row.owner, row.host, row.epoch = computer.owner, computer.host, row.epoch + 1
        row.beat_at = now
    if abs(now - row.beat_at) >= FRESH:
        row.beat_at = now
    session.flush()
    return Lease(row.owner, row.epoch)


def kept(session: Session) -> tuple[str, int, datetime] | None:
    """Who holds the desk: owner, epoch, and when it said so last."""
    row = _HELD.row(session)
    return (row[0], row[1], row[3]) if row is not None else None


_LEASE = table(LeaseRow)
_HELD = Direct(select(_LEASE.c.owner, _LEASE.c.epoch, _LEASE.c.host, _LEASE.c.beat_at))


def is_fresh(known: tuple[str, int, datetime] | None, lease: Lease, now: datetime) -> bool:
    """Whether a claim stands, and need not be said again yet."""
    if known is None:
        return False
    owner, epoch, beat_at = known
    return (owner, epoch) == (lease.owner, lease.epoch) and abs(now - beat_at) < FRESH


def check(session: Session, lease: Lease) -> None:
    """Raise `Busy` when another computer has taken the desk since; part of every write."""
    row = _HELD.row(session)
    if row is None:
        return
    owner, epoch, host, _beat_at = row
    if (owner, epoch) != (lease.owner, lease.epoch):
        raise Busy(host)


def held(desk: Path) -> Held | None:
    """Who holds a desk that nobody opened here; None where it cannot be asked any more."""
    try:
        with failures.translated(desk):
            connection = driver.read_only(desk)
            try:
                row = connection.execute(_ASKED).fetchone()
            finally:
                connection.close()
        return _read(*row) if row is not None else None
    except (DeskError, driver.module.Error, ValueError, TypeError):
        return None


def _read(owner: str, host: str, epoch: int, beat_at: str) -> Held:
    return Held(owner, host, epoch, datetime.fromisoformat(beat_at).replace(tzinfo=UTC))


_ASKED = "SELECT owner, host, epoch, beat_at FROM lease"


def must_be_free(desk: Path, computer: Computer, now: datetime) -> None:
    """Raise `Busy` where another computer holds a desk, and said so not long ago."""
    found = held(desk)
    if found and found.owner != computer.owner and abs(now - found.beat_at) < STALE:
        raise Busy(found.host)


def carry_over(session: Session, found: Held | None) -> None:
    """Let what is restored be held by whoever holds the desk: a backup tells who did long ago."""
    session.execute(delete(_LEASE))
    if found is not None:
        owner, host, epoch, beat_at = found.owner, found.host, found.epoch, found.beat_at
        session.add(LeaseRow(owner=owner, host=host, epoch=epoch, beat_at=beat_at))
