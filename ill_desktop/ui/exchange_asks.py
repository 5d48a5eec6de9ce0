"""What the exchange asks the desk, in a thread of its own: what waits, and a round of the mails."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk


class Standing(NamedTuple):
    """How many messages wait for a person, wait to leave, and lie ready as mails; and when.

    `leaves` is when the first of those held back does; None where none is.
    """

    waiting: int
    out: int
    lying: int
    at: datetime
    leaves: datetime | None
    beside: int = 0
    """Those that wait for a person and are about no request that needs attention itself."""
    to_tell: int = 0
    """Of so many requests a library has to be told by telephone or letter; over `MOST`: of more."""


def mailed(desk: "Desk", held: bool) -> tuple[object, bool]:
    """What became of the mails, nothing without servers; and whether a password is wanted."""
    from ill_desktop.services import accounts
    from ill_desktop.services.post import wire

    if not accounts.show(desk).wanted:
        return None, False
    return wire.run(desk, now=held), accounts.lacks_password(desk)


def standing(desk: "Desk") -> Standing:
    """What waits, for the line at the foot."""
    from ill_desktop.services import ledger, telling

    now = desk.clock.now()
    leaves = ledger.next_to_leave(desk)
    counts = ledger.waiting(desk), ledger.outgoing(desk), ledger.lying(desk)
    return Standing(*counts, now, leaves, ledger.waiting_beside(desk), telling.waiting(desk))


def leaving(desk: "Desk") -> "tuple[int, datetime | None]":
    """How many messages wait to leave, and when the first of those held back does."""
    from ill_desktop.services import ledger

    return ledger.outgoing(desk), ledger.next_to_leave(desk)


def use(desk: "Desk", typed: str) -> None:
    """Log in to the mail server with this password."""
    from ill_desktop.services import accounts

    accounts.put_password(desk, accounts.show(desk), typed)
