"""States, flags, actions and events: the vocabulary of both life cycles (LIFECYCLE §2)."""

from enum import StrEnum


class Side(StrEnum):
    """Which library we are in a request."""

    BORROWING = "borrowing"
    LENDING = "lending"


class Service(StrEnum):
    """What was asked for; `copy-or-loan` until the supplier's first answer fixes it."""

    LOAN = "loan"
    COPY = "copy"
    COPY_OR_LOAN = "copy-or-loan"


class Applies(StrEnum):
    """Which services a row is for; copy-or-loan takes them all until one is fixed."""

    ALL = "all"
    LOAN = "loan"
    COPY = "copy"


class State(StrEnum):
    """Where a request stands. Some names serve both sides."""

    DRAFT = "draft"
    SENT = "sent"
    EXPECTED = "expected"
    WILL_SUPPLY = "will-supply"
    CONDITIONS = "conditions"
    RETRY = "retry"
    NOT_SUPPLIED = "not-supplied"
    ON_ITS_WAY = "on-its-way"
    COPY_SENT = "copy-sent"
    HERE = "here"
    SENT_BACK = "sent-back"
    NEW = "new"
    WAIT_CONDITIONS = "wait-conditions"
    TO_FETCH = "to-fetch"
    TO_SEND = "to-send"
    SENT_OUT = "sent-out"
    AT_BORROWER = "at-borrower"
    COMING_BACK = "coming-back"
    RETRY_OFFERED = "retry-offered"
    LOST = "lost"
    DONE = "done"
    CANCELLED = "cancelled"
    UNFILLED = "unfilled"
    CLOSED = "closed"


class Flag(StrEnum):
    """What rides on top of a state, independent of it (LIFECYCLE §2.1)."""

    CANCEL_ASKED = "cancel-asked"
    CONDITIONS_OPEN = "conditions-open"
    RENEW_ASKED = "renew-asked"
    OVERDUE = "overdue"
    RECALLED = "recalled"
    HOLD_RETURN = "hold-return"
    LOST = "lost"
    SHIPMENT_MESSAGE_MISSING = "shipment-message-missing"
    UNREAD = "unread"
    ATTENTION = "attention"
    SLIP_PRINTED = "slip-printed"


class Action(StrEnum):
    """What staff may do; the names are a promise to scripts (DESIGN §7)."""

    SEND = "send"
    DELETE_DRAFT = "delete-draft"
    REMIND = "remind"
    ASK_STATUS = "ask-status"
    ASK_CANCEL = "ask-cancel"
    ACCEPT_CONDITIONS = "accept-conditions"
    REFUSE_CONDITIONS = "refuse-conditions"
    TRY_AGAIN = "try-again"
    DO_NOT_RETRY = "do-not-retry"
    SEND_NEXT = "send-next"
    MOVE_ON = "move-on"
    GIVE_UP = "give-up"
    RECEIVED = "received"
    ASK_RENEW = "ask-renew"
    SENT_BACK = "sent-back"
    SENT_ON = "sent-on"
    REPORT_LOST = "report-lost"
    COPY_RECEIVED = "copy-received"
    NOTIFY = "notify"
    HANDED_OUT = "handed-out"
    PATRON_RETURNED = "patron-returned"
    RECORD_ANSWER = "record-answer"
    USE_ATTEMPT = "use-attempt"
    WRITE_MESSAGE = "write-message"
    CLOSE = "close"
    CHECKING = "checking"
    WILL_SUPPLY = "will-supply"
    SUPPLY_WITH_CONDITIONS = "supply-with-conditions"
    CANNOT_SUPPLY = "cannot-supply"
    ASK_RETRY = "ask-retry"
    CONDITIONS_ACCEPTED = "conditions-accepted"
    PRINT_SLIP = "print-slip"
    FETCHED = "fetched"
    SHIP = "ship"
    SEND_COPY = "send-copy"
    ACCEPT_CANCEL = "accept-cancel"
    REFUSE_CANCEL = "refuse-cancel"
    RENEW = "renew"
    REFUSE_RENEWAL = "refuse-renewal"
    RECALL = "recall"
    REPORT_OVERDUE = "report-overdue"
    HOLD_RETURN = "hold-return"
    RELEASE_HOLD = "release-hold"
    IS_BACK = "is-back"
    NOT_COMING_BACK = "not-coming-back"
    RECORD_MESSAGE = "record-message"
    EDIT = "edit"
    REOPEN = "reopen"
    VOID = "void"
    ACKNOWLEDGE = "acknowledge"
    TOLD = "told-otherwise"


class Heard(StrEnum):
    """What a partner said, as one event of the table; conditions are resolved before it."""

    # to the borrowing side
    GOT_IT = "request-received"
    EXPECTS = "expect-to-supply"
    WILL_SUPPLY = "will-supply"
    OFFERS_CONDITIONS = "conditions"
    RETRY_POSSIBLE = "retry-possible"
    UNFILLED = "unfilled"
    LOANED = "loaned"
    LOANED_LATE = "loaned-late"
    COPY_COMPLETED = "copy-completed"
    OVERDUE = "overdue"
    RECALLED = "recalled"
    LOAN_COMPLETED = "loan-completed"
    COMPLETED_WITHOUT_RETURN = "completed-without-return"
    CANCEL_YES = "cancel-yes"
    CANCEL_NO = "cancel-no"
    WITHDREW = "cancelled"
    RENEW_YES = "renew-yes"
    RENEW_YES_LATE = "renew-yes-late"
    RENEW_NO = "renew-no"
    HOLD_RETURN = "hold-return"
    RELEASE_HOLD = "release-hold"
    NOTE = "note"
    NO_CHANGE = "no-change"
    # to the lending side
    REQUEST_NEW = "request-new"
    REQUEST_RETRY = "request-retry"
    REMINDER = "reminder"
    CANCEL = "cancel"
    CANCEL_LATE = "cancel-late"
    ACCEPTS = "accepts-conditions"
    REFUSES = "refuses-conditions"
    ASKS_STATUS = "status-request"
    RECEIVED = "received"
    RENEW = "renew"
    SHIPPED_RETURN = "shipped-return"
    SHIPPED_FORWARD = "shipped-forward"
    SAYS_LOST = "lost"
    HOLDS_RETURN = "holds-return"


class Timer(StrEnum):
    """What time alone brings about (DESIGN §6, Timers)."""

    UNANSWERED = "unanswered"
    NEEDED_SOON = "needed-soon"
    CONDITIONS_WAIT = "conditions-wait"
    NOT_ARRIVED = "not-arrived"
    NOT_COLLECTED = "not-collected"
    RETURN_UNCONFIRMED = "return-unconfirmed"
    RETRY_AFTER = "retry-after"
    DUE_SOON = "due-soon"
    DUE_PASSED = "due-passed"


Trigger = Action | Heard | Timer


class Turn(StrEnum):
    """Five meanings a chip can have (LOOK): who acts next, or that something is wrong."""

    OURS = "ours"
    THEIRS = "theirs"
    LOOK = "look"
    LATE = "late"
    DONE = "done"


class Milestone(StrEnum):
    """The dates figures are made of (FEATURES §3.2)."""

    CREATED = "created"
    SENT = "sent"
    ATTEMPT_SENT = "attempt-sent"
    ANSWERED = "answered"
    SHIPPED = "shipped"
    RECEIVED = "received"
    NOTIFIED = "notified"
    HANDED_OUT = "handed-out"
    PATRON_RETURNED = "patron-returned"
    RETURN_SHIPPED = "return-shipped"
    CLOSED_FILLED = "closed-filled"
    CLOSED_UNFILLED = "closed-unfilled"
    CLOSED_CANCELLED = "closed-cancelled"
    VOIDED = "voided"
    ARRIVED = "arrived"
    FIRST_ANSWER = "first-answer"
    SUPPLIED = "supplied"
    NOT_SUPPLIED = "not-supplied"
    PARTNER_RECEIVED = "partner-received"
    BACK = "back"
