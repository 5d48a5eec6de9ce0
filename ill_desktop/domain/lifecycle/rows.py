"""What one row of a life cycle table is made of."""

from dataclasses import dataclass
from enum import StrEnum

from ill_desktop.domain.lifecycle.states import (
    Applies,
    Flag,
    Milestone,
    Service,
    Side,
    State,
    Trigger,
)


class Says(StrEnum):
    """The message a step sends; `domain.protocol` says what is in it."""

    REQUEST = "request"
    RETRY_REQUEST = "retry-request"
    REMINDER = "reminder"
    STATUS_REQUEST = "status-request"
    CANCEL = "cancel"
    ACCEPT = "accept"
    REJECT = "reject"
    RECEIVED = "received"
    RENEW = "renew"
    SHIPPED_RETURN = "shipped-return"
    SHIPPED_FORWARD = "shipped-forward"
    LOST = "lost"
    REQUESTER_NOTE = "requester-note"
    GOT_IT = "request-received"
    EXPECT = "expect-to-supply"
    WILL_SUPPLY = "will-supply"
    CONDITIONS = "conditions"
    UNFILLED = "unfilled"
    RETRY = "retry-possible"
    LOANED = "loaned"
    COPY_COMPLETED = "copy-completed"
    CANCEL_YES = "cancel-yes"
    CANCEL_NO = "cancel-no"
    RENEW_YES = "renew-yes"
    RENEW_NO = "renew-no"
    RECALLED = "recalled"
    OVERDUE = "overdue"
    HOLD = "hold-return"
    RELEASE = "release-hold-return"
    LOAN_COMPLETED = "loan-completed"
    NOT_RETURNED = "completed-without-return"
    SUPPLIER_NOTE = "supplier-note"
    CURRENT_STATUS = "current-status"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Row:
    """From any of `froms`, `trigger` leads to `to` (None: the state stays).

    `clears` happens before `sets`. `needs` is a flag without which the row does not exist;
    `crosses` one with which somebody has to look; `becomes` fixes the service. `settled`: not
    while it may still be a copy or a loan.
    """

    froms: tuple[State, ...]
    applies: Applies
    trigger: Trigger
    to: State | None = None
    sets: tuple[Flag, ...] = ()
    clears: tuple[Flag, ...] = ()
    says: Says | None = None
    needs: Flag | None = None
    crosses: Flag | None = None
    becomes: Service | None = None
    settled: bool = False
    marks: tuple[Milestone, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One row resolved for one request: what to do now.

    `flags` are the flags afterwards. `says` are the messages in the order of sending.
    """

    side: Side
    trigger: Trigger
    state_from: State
    state: State
    flags: frozenset[Flag]
    says: tuple[Says, ...]
    service: Service
    marks: tuple[Milestone, ...]
    known: bool = True
