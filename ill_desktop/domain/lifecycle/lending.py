# house: table
"""The lending life cycle: we are the supplying library.

Rows are those of LIFECYCLE §2 with the amendments of DESIGN §6. They are read, not followed.
"""

from ill_desktop.domain.lifecycle.rows import Row, Says
from ill_desktop.domain.lifecycle.states import (
    Action,
    Applies,
    Flag,
    Heard,
    Milestone,
    Service,
    State,
    Timer,
)

ALL, LOAN, COPY = Applies.ALL, Applies.LOAN, Applies.COPY

UNANSWERED = (State.NEW, State.EXPECTED)
TO_SUPPLY = (*UNANSWERED, State.TO_FETCH, State.TO_SEND)
BEFORE_SENDING = (*TO_SUPPLY, State.WAIT_CONDITIONS)
OUT = (State.SENT_OUT, State.AT_BORROWER)
AWAY = (*OUT, State.COMING_BACK)
LIVE = (*BEFORE_SENDING, *AWAY)
NEVER_SENT = (State.UNFILLED, State.RETRY_OFFERED, State.CANCELLED)
FINAL = (State.DONE, *NEVER_SENT, State.LOST, State.CLOSED)
ANSWER = (Milestone.FIRST_ANSWER,)
CLEARED = (Flag.CANCEL_ASKED, Flag.RENEW_ASKED, Flag.LOST, Flag.HOLD_RETURN)
"""What is over when the book is on its way back."""

# fmt: off
ACTIONS = (
    Row(UNANSWERED, ALL, Action.WILL_SUPPLY, State.TO_FETCH, says=Says.WILL_SUPPLY, marks=ANSWER),
    Row((State.NEW,), ALL, Action.CHECKING, State.EXPECTED, says=Says.EXPECT, marks=ANSWER),
    Row((*UNANSWERED, State.TO_FETCH), ALL, Action.SUPPLY_WITH_CONDITIONS, State.WAIT_CONDITIONS,
        says=Says.CONDITIONS, marks=ANSWER),
    Row((State.WAIT_CONDITIONS,), ALL, Action.CONDITIONS_ACCEPTED, State.TO_FETCH),
    Row((State.TO_FETCH,), ALL, Action.PRINT_SLIP, sets=(Flag.SLIP_PRINTED,)),
    Row((State.TO_FETCH,), ALL, Action.FETCHED, State.TO_SEND),
    Row(TO_SUPPLY, LOAN, Action.SHIP, State.SENT_OUT, clears=(Flag.CANCEL_ASKED,),
        says=Says.LOANED, becomes=Service.LOAN, marks=(*ANSWER, Milestone.SUPPLIED)),
    Row(TO_SUPPLY, COPY, Action.SEND_COPY, State.DONE, clears=(Flag.CANCEL_ASKED,),
        says=Says.COPY_COMPLETED, becomes=Service.COPY, marks=(*ANSWER, Milestone.SUPPLIED)),
    Row(BEFORE_SENDING, ALL, Action.ACCEPT_CANCEL, State.CANCELLED, clears=(Flag.CANCEL_ASKED,),
        says=Says.CANCEL_YES, needs=Flag.CANCEL_ASKED, marks=(Milestone.CLOSED_CANCELLED,)),
    Row((*BEFORE_SENDING, State.AT_BORROWER), ALL, Action.REFUSE_CANCEL,
        clears=(Flag.CANCEL_ASKED,), says=Says.CANCEL_NO, needs=Flag.CANCEL_ASKED),
    Row(BEFORE_SENDING, ALL, Action.CANNOT_SUPPLY, State.UNFILLED, says=Says.UNFILLED,
        marks=(*ANSWER, Milestone.NOT_SUPPLIED)),
    Row((*UNANSWERED, State.TO_FETCH, State.WAIT_CONDITIONS), ALL, Action.ASK_RETRY,
        State.RETRY_OFFERED, says=Says.RETRY, marks=ANSWER),
    Row(OUT, LOAN, Action.RENEW, clears=(Flag.RENEW_ASKED, Flag.OVERDUE, Flag.RECALLED),
        says=Says.RENEW_YES, needs=Flag.RENEW_ASKED),
    Row(OUT, LOAN, Action.REFUSE_RENEWAL, clears=(Flag.RENEW_ASKED,), says=Says.RENEW_NO,
        needs=Flag.RENEW_ASKED),
    Row(AWAY, LOAN, Action.IS_BACK, State.DONE, says=Says.LOAN_COMPLETED, marks=(Milestone.BACK,),
        remark="allowed without ShippedReturn"),
    Row((State.LOST,), LOAN, Action.IS_BACK, State.DONE, clears=(Flag.LOST,),
        says=Says.LOAN_COMPLETED, marks=(Milestone.BACK,), remark="found again"),
    Row(OUT, LOAN, Action.RECALL, sets=(Flag.RECALLED,), says=Says.RECALLED),
    Row(OUT, LOAN, Action.REPORT_OVERDUE, sets=(Flag.OVERDUE,), says=Says.OVERDUE),
    Row(OUT, LOAN, Action.HOLD_RETURN, sets=(Flag.HOLD_RETURN,), says=Says.HOLD),
    Row(OUT, LOAN, Action.RELEASE_HOLD, clears=(Flag.HOLD_RETURN,), says=Says.RELEASE,
        needs=Flag.HOLD_RETURN),
    Row(AWAY, LOAN, Action.NOT_COMING_BACK, State.LOST, says=Says.NOT_RETURNED),
    Row(LIVE, ALL, Action.RECORD_MESSAGE),
    Row(LIVE, ALL, Action.WRITE_MESSAGE, says=Says.SUPPLIER_NOTE),
    Row(LIVE, ALL, Action.CLOSE, State.CLOSED, marks=(Milestone.CLOSED_CANCELLED,)),
)

MESSAGES = (
    Row((*LIVE, *FINAL), ALL, Heard.REMINDER, sets=(Flag.ATTENTION,)),
    Row(BEFORE_SENDING, ALL, Heard.CANCEL, sets=(Flag.CANCEL_ASKED, Flag.ATTENTION)),
    Row(AWAY, LOAN, Heard.CANCEL, says=Says.CANCEL_NO, remark="too late: answered by itself"),
    Row(NEVER_SENT, ALL, Heard.CANCEL, says=Says.CANCEL_YES),
    Row((State.DONE, State.LOST), ALL, Heard.CANCEL, says=Says.CANCEL_NO),
    Row((State.CLOSED,), ALL, Heard.CANCEL, says=Says.CANCEL_YES),
    Row((State.CLOSED,), ALL, Heard.CANCEL_LATE, says=Says.CANCEL_NO,
        remark="closed by hand after the item had been sent"),
    Row((State.WAIT_CONDITIONS,), ALL, Heard.ACCEPTS, State.TO_FETCH),
    Row((State.WAIT_CONDITIONS,), ALL, Heard.REFUSES, sets=(Flag.CANCEL_ASKED, Flag.ATTENTION)),
    Row((*LIVE, *FINAL), ALL, Heard.NOTE, sets=(Flag.UNREAD,)),
    Row((*LIVE, *FINAL), ALL, Heard.ASKS_STATUS, says=Says.CURRENT_STATUS),
    Row((State.SENT_OUT,), LOAN, Heard.RECEIVED, State.AT_BORROWER,
        marks=(Milestone.PARTNER_RECEIVED,)),
    Row((State.TO_FETCH, State.TO_SEND), LOAN, Heard.RECEIVED, State.AT_BORROWER,
        sets=(Flag.ATTENTION,), settled=True,
        marks=(*ANSWER, Milestone.SUPPLIED, Milestone.PARTNER_RECEIVED),
        remark="our sending was not recorded"),
    Row((State.TO_FETCH, State.TO_SEND), COPY, Heard.RECEIVED, State.DONE,
        sets=(Flag.ATTENTION,), settled=True, marks=(*ANSWER, Milestone.SUPPLIED),
        remark="our sending was not recorded, and a copy does not come back"),
    Row((State.AT_BORROWER,), LOAN, Heard.RECEIVED, remark="repeated"),
    Row((State.COMING_BACK,), LOAN, Heard.RECEIVED, marks=(Milestone.PARTNER_RECEIVED,),
        remark="late"),
    Row((State.DONE,), ALL, Heard.RECEIVED),
    Row(OUT, LOAN, Heard.RENEW, sets=(Flag.RENEW_ASKED, Flag.ATTENTION)),
    Row((*BEFORE_SENDING, *FINAL), ALL, Heard.RENEW, says=Says.RENEW_NO),
    Row((State.COMING_BACK,), ALL, Heard.RENEW, sets=(Flag.ATTENTION,), says=Says.RENEW_NO,
        remark="crossed in the post"),
    Row(AWAY, LOAN, Heard.SHIPPED_RETURN, State.COMING_BACK, clears=CLEARED),
    Row((State.DONE,), LOAN, Heard.SHIPPED_RETURN, remark="late"),
    Row(OUT, LOAN, Heard.SHIPPED_FORWARD, State.COMING_BACK, sets=(Flag.ATTENTION,),
        clears=CLEARED),
    Row(OUT, LOAN, Heard.SAYS_LOST, sets=(Flag.LOST, Flag.ATTENTION)),
    Row((State.COMING_BACK,), LOAN, Heard.SAYS_LOST, sets=(Flag.ATTENTION,),
        remark="late, or found since: it is on its way"),
    Row(OUT, LOAN, Heard.HOLDS_RETURN, sets=(Flag.HOLD_RETURN,)),
    Row((State.COMING_BACK,), LOAN, Heard.HOLDS_RETURN, remark="late"),
)

TIMERS = (
    Row(OUT, LOAN, Timer.DUE_PASSED, sets=(Flag.OVERDUE, Flag.ATTENTION)),
    Row((State.NEW,), ALL, Timer.UNANSWERED, sets=(Flag.ATTENTION,)),
    Row(BEFORE_SENDING, ALL, Timer.NEEDED_SOON, sets=(Flag.ATTENTION,)),
    Row((State.WAIT_CONDITIONS,), ALL, Timer.CONDITIONS_WAIT, sets=(Flag.ATTENTION,)),
    Row((State.COMING_BACK,), LOAN, Timer.RETURN_UNCONFIRMED, sets=(Flag.ATTENTION,)),
)
# fmt: on

LENDING = (*ACTIONS, *MESSAGES, *TIMERS)
