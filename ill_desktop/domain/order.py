"""In which order what a supplier says counts, whenever it arrives (DESIGN §6 Repeats).

A status counts by the instant it is from. Three things stand outside that line: promises, which
never undo what was done; returns that are held; and plain answers to what we asked.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from ill_desktop.domain.codes import Reason, Status
from ill_desktop.domain.lifecycle.states import Heard
from ill_desktop.domain.message import SupplyingAgencyMessage

RANK = MappingProxyType(
    {
        Status.REQUEST_RECEIVED: 0,
        Status.EXPECT_TO_SUPPLY: 1,
        Status.WILL_SUPPLY: 2,
        Status.RETRY_POSSIBLE: 3,
        Status.UNFILLED: 4,
        Status.LOANED: 5,
        Status.OVERDUE: 5,
        Status.HOLD_RETURN: 5,
        Status.RELEASE_HOLD_RETURN: 5,
        Status.RECALLED: 6,
        Status.CANCELLED: 7,
        Status.COMPLETED_WITHOUT_RETURN: 8,
        Status.COPY_COMPLETED: 8,
        Status.LOAN_COMPLETED: 8,
    }
)
"""Which of two statuses of one instant is the later one (LIFECYCLE §2.5)."""

NEWS_REASONS = frozenset(
    {Reason.REQUEST_RESPONSE, Reason.STATUS_CHANGE, Reason.STATUS_REQUEST_RESPONSE}
)
"""Reasons whose status is a fact about the request; the others are answers and notes."""

PROMISES = MappingProxyType({Status.REQUEST_RECEIVED: 0, Status.EXPECT_TO_SUPPLY: 0,
                            Status.WILL_SUPPLY: 1})  # fmt: skip
"""Statuses of what is still to come: whatever says more counts, even when it is older."""
_FACT = 2

HOLDS = frozenset({Heard.HOLD_RETURN, Heard.RELEASE_HOLD})
"""Whether the return is held; says nothing of what else stands."""

MOVING = frozenset({Heard.RENEW_YES, Heard.CANCEL_YES, Heard.LOANED, Heard.RECALLED, *HOLDS})
"""Events in an answer or a note that are a fact about the request; the others only answer."""

LATE = MappingProxyType({Heard.RENEW_YES: Heard.RENEW_YES_LATE, Heard.CANCEL_NO: Heard.CANCEL_NO,
                         Heard.LOANED: Heard.LOANED_LATE})  # fmt: skip
"""What something older still means when something newer was said already."""

WANTED_BACK = frozenset({Heard.OVERDUE, Heard.RECALLED})
"""Worth a look while the loan is not back, even where something newer was said already."""

_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
_AHEAD = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Said:
    """What a supplier has said last about an attempt: when, which status, when of holding."""

    at: datetime | None = None
    status: Status | None = None


class News(StrEnum):
    """How a supplier's status stands to what is known (LIFECYCLE §2.5, DESIGN §6 Repeats)."""

    NEW = "new"
    REPEAT = "repeat"
    OLD = "old"


def news(known: Said, at: datetime, status: Status | None) -> News:
    """Whether a status of instant `at` moves the request, repeats it, or came too late."""
    if known.at is None:
        return News.NEW
    if at == known.at and status is known.status:
        return News.REPEAT
    weight, known_weight = _weight(status), _weight(known.status)
    if weight != known_weight:
        return News.NEW if weight > known_weight else News.OLD
    newer = status is not None and (known.status is None or RANK[status] > RANK[known.status])
    return by_time(known.at, at, News.NEW if newer else News.OLD)


def _weight(status: Status | None) -> int:
    return _FACT if status is None else PROMISES.get(status, _FACT)


_GOES = frozenset({Status.LOANED, Status.OVERDUE, Status.RECALLED})
_STANDS = MappingProxyType({
    Status.RETRY_POSSIBLE: 0, Status.UNFILLED: 1, Status.CANCELLED: 1, Status.LOANED: 2,
    Status.OVERDUE: 2, Status.RECALLED: 2, Status.COPY_COMPLETED: 2,
    Status.COMPLETED_WITHOUT_RETURN: 3, Status.LOAN_COMPLETED: 3,
})  # fmt: skip
"""How far the request has come by what a supplier did; nobody goes back on it."""


def gainsays(newer: Status, older: Status) -> bool:
    """Whether a status cannot be true after an older one, as *unfilled* after *loaned*.

    Which of the two counts depends on which came first: such a story has no true end, and a
    person is to ask. One that makes sense never does this, whatever its order.
    """
    if newer not in _STANDS or older not in _STANDS:
        return False
    both = {newer, older}
    loan_and_copy = Status.COPY_COMPLETED in both and bool(both & _GOES)
    return loan_and_copy or _STANDS[older] > _STANDS[newer]


def dated(message: SupplyingAgencyMessage, now: datetime) -> datetime:
    """The instant what is said is from: lastChange, else the header's timestamp, else now.

    An answer to what we asked is from when it was given, whenever the status last changed.
    """
    changed = message.status_info.last_change if message.status_info else None
    instants = (changed, message.header.timestamp)
    if message.message_info.reason_for_message not in NEWS_REASONS:
        instants = instants[::-1]
    for instant in instants:
        if instant is not None and _EARLIEST <= instant <= now + _AHEAD:
            return instant
    return now


def by_time(known: datetime | None, at: datetime, same: News = News.REPEAT) -> News:
    """How an instant stands to the one known; `same` where they are equal."""
    if known is None or at > known:
        return News.NEW
    return same if at == known else News.OLD
