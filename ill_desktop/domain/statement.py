"""What is open between two libraries, as each of them sees it, and where they disagree.

Each side writes down its open transactions; laid beside each other they agree, differ, or only one
side knows of one (FEATURES MX-6). Pure functions; files are read and written by the services.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from ill_desktop.domain.lifecycle.states import Side, State


class Phase(StrEnum):
    """Where a transaction stands, in words both sides share."""

    ASKED = "asked"
    PROMISED = "promised"
    OUT = "out"
    RETURNING = "returning"


PHASES = MappingProxyType(
    {
        (Side.BORROWING, State.SENT): Phase.ASKED,
        (Side.BORROWING, State.EXPECTED): Phase.ASKED,
        (Side.BORROWING, State.CONDITIONS): Phase.ASKED,
        (Side.BORROWING, State.WILL_SUPPLY): Phase.PROMISED,
        (Side.BORROWING, State.ON_ITS_WAY): Phase.OUT,
        (Side.BORROWING, State.HERE): Phase.OUT,
        (Side.BORROWING, State.SENT_BACK): Phase.RETURNING,
        (Side.LENDING, State.NEW): Phase.ASKED,
        (Side.LENDING, State.EXPECTED): Phase.ASKED,
        (Side.LENDING, State.WAIT_CONDITIONS): Phase.ASKED,
        (Side.LENDING, State.TO_FETCH): Phase.PROMISED,
        (Side.LENDING, State.TO_SEND): Phase.PROMISED,
        (Side.LENDING, State.SENT_OUT): Phase.OUT,
        (Side.LENDING, State.AT_BORROWER): Phase.OUT,
        (Side.LENDING, State.COMING_BACK): Phase.RETURNING,
    }
)
"""States in which something is open between the two; in every other nothing is."""


@dataclass(frozen=True, slots=True)
class Open:
    """One open transaction as one side knows it.

    `request_id` is the requester's id, the only one both always have. `borrower` tells whether
    whoever wrote this line is the one who borrows. `number` is our own number; in a line only they
    have that of what it was, where it was something and is open no more.
    """

    request_id: str
    supplier_id: str
    borrower: bool
    phase: Phase
    due: date | None
    title: str
    number: str = ""


class Verdict(StrEnum):
    """What two statements say of one transaction."""

    AGREE = "agree"
    DIFFER = "differ"
    ONLY_OURS = "only-ours"
    ONLY_THEIRS = "only-theirs"


@dataclass(frozen=True, slots=True)
class Compared:
    """One transaction on both statements; one of the two may be missing."""

    verdict: Verdict
    ours: Open | None
    theirs: Open | None
    unheard: int = 0
    """Our last message to them about it, where the two differ and they never confirmed it."""

    @property
    def any(self) -> Open:
        """The line that is there, ours first."""
        found = self.ours or self.theirs
        if found is None:
            raise ValueError("neither side knows it")
        return found


def compare(ours: Iterable[Open], theirs: Iterable[Open]) -> tuple[Compared, ...]:
    """Lay two statements beside each other; what wants a look stands first.

    Two lines are the same transaction when the request id is the same and one side borrows what
    the other lends. Due dates count only while something is out.
    """
    known = {_key(line, line.borrower): line for line in ours}
    told = {_key(line, not line.borrower): line for line in theirs}
    found = [
        Compared(_verdict(known.get(key), told.get(key)), known.get(key), told.get(key))
        for key in {**known, **told}
    ]
    order = list(Verdict)
    order = [*order[1:], order[0]]
    return tuple(sorted(found, key=lambda one: (order.index(one.verdict), one.any.request_id)))


def _key(line: Open, we_borrow: bool) -> tuple[str, bool]:
    return line.request_id, we_borrow


def _verdict(ours: Open | None, theirs: Open | None) -> Verdict:
    if theirs is None:
        return Verdict.ONLY_OURS
    if ours is None:
        return Verdict.ONLY_THEIRS
    same_due = ours.phase is not Phase.OUT or ours.due == theirs.due
    return Verdict.AGREE if ours.phase is theirs.phase and same_due else Verdict.DIFFER
