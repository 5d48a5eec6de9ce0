# house: table
"""The queues of the sidebar and of `request list --queue` (DESIGN §7)."""

from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from ill_desktop.domain.lifecycle.states import Flag, Side, State


class Queue(StrEnum):
    """One list of work; the names are a promise to scripts."""

    DRAFTS = "drafts"
    WAITING = "waiting"
    DECIDE = "decide"
    TO_RECEIVE = "to-receive"
    COPIES = "copies"
    HERE = "here"
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    SENT_BACK = "sent-back"
    NEW = "new"
    CONDITIONS = "conditions"
    TO_FETCH = "to-fetch"
    TO_SEND = "to-send"
    OUT = "out"
    COMING_BACK = "coming-back"
    LENT_OVERDUE = "lent-overdue"
    ATTENTION = "attention"


class DueRule(StrEnum):
    """How a queue looks at the due date; overdue is computed, never stored (DESIGN §5)."""

    SOON = "soon"
    PAST = "past"


SOON_DAYS = 3
"""Due within this many days from today, today included, is *due soon*."""


class QueueRule(NamedTuple):
    """Which requests a queue holds: any of `states` on `side`, with `flag`, by `due`."""

    side: Side | None
    states: frozenset[State] = frozenset()
    flag: Flag | None = None
    due: DueRule | None = None


_B, _L = Side.BORROWING, Side.LENDING
_HELD = frozenset({State.HERE})
_AWAY = frozenset({State.SENT_OUT, State.AT_BORROWER})


def _of(side: Side, *states: State) -> QueueRule:
    return QueueRule(side, frozenset(states))


QUEUES = MappingProxyType(
    {
        Queue.DRAFTS: _of(_B, State.DRAFT),
        Queue.WAITING: _of(_B, State.SENT, State.EXPECTED, State.WILL_SUPPLY),
        Queue.DECIDE: _of(_B, State.CONDITIONS, State.RETRY, State.NOT_SUPPLIED),
        Queue.TO_RECEIVE: _of(_B, State.ON_ITS_WAY),
        Queue.COPIES: _of(_B, State.COPY_SENT),
        Queue.HERE: _of(_B, State.HERE),
        Queue.DUE_SOON: QueueRule(_B, _HELD, due=DueRule.SOON),
        Queue.OVERDUE: QueueRule(_B, _HELD, due=DueRule.PAST),
        Queue.SENT_BACK: _of(_B, State.SENT_BACK),
        Queue.NEW: _of(_L, State.NEW, State.EXPECTED),
        Queue.CONDITIONS: _of(_L, State.WAIT_CONDITIONS),
        Queue.TO_FETCH: _of(_L, State.TO_FETCH),
        Queue.TO_SEND: _of(_L, State.TO_SEND),
        Queue.OUT: _of(_L, State.SENT_OUT, State.AT_BORROWER),
        Queue.COMING_BACK: _of(_L, State.COMING_BACK),
        Queue.LENT_OVERDUE: QueueRule(_L, _AWAY, due=DueRule.PAST),
        Queue.ATTENTION: QueueRule(None, flag=Flag.ATTENTION),
    }
)
