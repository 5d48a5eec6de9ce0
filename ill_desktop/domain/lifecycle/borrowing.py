# house: table
"""The borrowing life cycle: we are the requesting library.

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

ASKED = (State.SENT, State.EXPECTED, State.WILL_SUPPLY, State.CONDITIONS)
OPEN_ASKED = (*ASKED, State.RETRY)
AT_SUPPLIER = (*OPEN_ASKED, State.NOT_SUPPLIED)
UNDER_WAY = (State.ON_ITS_WAY, State.HERE)
LOANED = (*UNDER_WAY, State.SENT_BACK)
LIVE = (*AT_SUPPLIER, State.ON_ITS_WAY, State.COPY_SENT, State.HERE, State.SENT_BACK)
FINAL = (State.DONE, State.CANCELLED, State.UNFILLED, State.CLOSED)
SENT_OUT = (Milestone.ANSWERED, Milestone.SHIPPED)

# fmt: off
ACTIONS = (
    Row((State.DRAFT,), ALL, Action.SEND, State.SENT, says=Says.REQUEST,
        marks=(Milestone.SENT, Milestone.ATTEMPT_SENT)),
    Row((State.DRAFT,), ALL, Action.DELETE_DRAFT, State.CLOSED),
    Row((State.CONDITIONS,), ALL, Action.ACCEPT_CONDITIONS, State.WILL_SUPPLY,
        clears=(Flag.CONDITIONS_OPEN,), says=Says.ACCEPT),
    Row((State.CONDITIONS,), ALL, Action.REFUSE_CONDITIONS, State.NOT_SUPPLIED,
        clears=(Flag.CONDITIONS_OPEN,), says=Says.REJECT),
    Row((State.RETRY,), ALL, Action.TRY_AGAIN, State.SENT, says=Says.RETRY_REQUEST,
        marks=(Milestone.ATTEMPT_SENT,),
        remark="a new attempt with a fresh id that names the one before"),
    Row((State.RETRY,), ALL, Action.DO_NOT_RETRY, State.NOT_SUPPLIED),
    Row((State.NOT_SUPPLIED,), ALL, Action.SEND_NEXT, State.SENT, says=Says.REQUEST,
        marks=(Milestone.ATTEMPT_SENT,)),
    Row((State.ON_ITS_WAY,), LOAN, Action.RECEIVED, State.HERE, says=Says.RECEIVED,
        marks=(Milestone.RECEIVED,)),
    Row(AT_SUPPLIER, LOAN, Action.RECEIVED, State.HERE,
        sets=(Flag.SHIPMENT_MESSAGE_MISSING,), clears=(Flag.CONDITIONS_OPEN,),
        says=Says.RECEIVED, becomes=Service.LOAN, marks=(Milestone.RECEIVED,),
        remark="the parcel came before, or without, the Loaned message"),
    Row((State.COPY_SENT,), COPY, Action.COPY_RECEIVED, State.DONE,
        marks=(Milestone.RECEIVED, Milestone.NOTIFIED, Milestone.CLOSED_FILLED)),
    Row((State.ON_ITS_WAY,), ALL, Action.COPY_RECEIVED, State.DONE, says=Says.RECEIVED,
        becomes=Service.COPY,
        marks=(Milestone.RECEIVED, Milestone.NOTIFIED, Milestone.CLOSED_FILLED),
        remark="sent as a loan, came as a copy: nothing goes back"),
    Row(AT_SUPPLIER, ALL, Action.COPY_RECEIVED, State.DONE, says=Says.RECEIVED,
        becomes=Service.COPY,
        marks=(Milestone.RECEIVED, Milestone.NOTIFIED, Milestone.CLOSED_FILLED),
        remark="it came before, or without, the CopyCompleted message"),
    Row((State.HERE, State.COPY_SENT), ALL, Action.NOTIFY, marks=(Milestone.NOTIFIED,)),
    Row((State.HERE, State.COPY_SENT), ALL, Action.HANDED_OUT, marks=(Milestone.HANDED_OUT,)),
    Row((State.HERE, State.COPY_SENT), ALL, Action.PATRON_RETURNED,
        marks=(Milestone.PATRON_RETURNED,)),
    Row((State.HERE,), LOAN, Action.ASK_RENEW, sets=(Flag.RENEW_ASKED,), says=Says.RENEW),
    Row((State.HERE, State.ON_ITS_WAY), LOAN, Action.SENT_BACK, State.SENT_BACK,
        clears=(Flag.OVERDUE, Flag.RECALLED, Flag.RENEW_ASKED), says=Says.SHIPPED_RETURN,
        marks=(Milestone.RETURN_SHIPPED,)),
    Row((State.HERE,), LOAN, Action.SENT_ON, State.SENT_BACK,
        clears=(Flag.OVERDUE, Flag.RECALLED, Flag.RENEW_ASKED), says=Says.SHIPPED_FORWARD,
        marks=(Milestone.RETURN_SHIPPED,)),
    Row(LOANED, LOAN, Action.REPORT_LOST, sets=(Flag.LOST,), says=Says.LOST),
    Row((State.SENT,), ALL, Action.REMIND, says=Says.REMINDER),
    Row((*ASKED, *LOANED), ALL, Action.ASK_STATUS, says=Says.STATUS_REQUEST),
    Row(ASKED, ALL, Action.ASK_CANCEL, sets=(Flag.CANCEL_ASKED,), says=Says.CANCEL,
        remark="the state does not move until the answer"),
    Row(OPEN_ASKED, ALL, Action.MOVE_ON, State.NOT_SUPPLIED,
        clears=(Flag.CONDITIONS_OPEN, Flag.CANCEL_ASKED), says=Says.CANCEL),
    Row((State.NOT_SUPPLIED,), ALL, Action.GIVE_UP, State.UNFILLED,
        marks=(Milestone.CLOSED_UNFILLED,)),
    Row(ASKED, ALL, Action.USE_ATTEMPT, State.SENT,
        clears=(Flag.CONDITIONS_OPEN, Flag.CANCEL_ASKED), says=Says.CANCEL,
        remark="the attempt left behind is cancelled; what the other one said is then heard"),
    Row((State.RETRY, State.NOT_SUPPLIED), ALL, Action.USE_ATTEMPT, State.SENT),
    Row(LIVE, ALL, Action.RECORD_ANSWER),
    Row(LIVE, ALL, Action.WRITE_MESSAGE, says=Says.REQUESTER_NOTE),
    Row((State.DRAFT, *LIVE), ALL, Action.CLOSE, State.CLOSED,
        marks=(Milestone.CLOSED_CANCELLED,)),
)

_KEPT = (State.ON_ITS_WAY, State.COPY_SENT, State.HERE, State.SENT_BACK)
"""Where a promise says nothing any more, whenever it arrives."""

_PROMISES = (Heard.GOT_IT, Heard.EXPECTS, Heard.WILL_SUPPLY, Heard.OFFERS_CONDITIONS)

MESSAGES = (
    *(Row(_KEPT, ALL, promise, remark="late; what was promised has been done")
      for promise in _PROMISES),
    *(Row((State.DONE,), COPY, told, remark="late; the copy had come before they said so")
      for told in (*_PROMISES, Heard.COPY_COMPLETED)),
    Row(ASKED, ALL, Heard.GOT_IT),
    Row((State.SENT, State.EXPECTED), ALL, Heard.EXPECTS, State.EXPECTED,
        marks=(Milestone.ANSWERED,)),
    Row((State.WILL_SUPPLY, State.CONDITIONS), ALL, Heard.EXPECTS, remark="of lower rank"),
    Row((State.SENT, State.EXPECTED, State.WILL_SUPPLY), ALL, Heard.WILL_SUPPLY,
        State.WILL_SUPPLY, marks=(Milestone.ANSWERED,)),
    Row((State.CONDITIONS,), ALL, Heard.WILL_SUPPLY, State.WILL_SUPPLY,
        clears=(Flag.CONDITIONS_OPEN,), remark="the supplier dropped the conditions"),
    Row(ASKED, ALL, Heard.OFFERS_CONDITIONS, State.CONDITIONS, sets=(Flag.CONDITIONS_OPEN,),
        marks=(Milestone.ANSWERED,)),
    Row(OPEN_ASKED, ALL, Heard.RETRY_POSSIBLE, State.RETRY,
        clears=(Flag.CANCEL_ASKED, Flag.CONDITIONS_OPEN), marks=(Milestone.ANSWERED,)),
    Row(AT_SUPPLIER, ALL, Heard.UNFILLED, State.NOT_SUPPLIED,
        clears=(Flag.CANCEL_ASKED, Flag.CONDITIONS_OPEN), marks=(Milestone.ANSWERED,)),
    Row(AT_SUPPLIER, ALL, Heard.LOANED, State.ON_ITS_WAY, clears=(Flag.CONDITIONS_OPEN,),
        crosses=Flag.CANCEL_ASKED, becomes=Service.LOAN,
        marks=(Milestone.ANSWERED, Milestone.SHIPPED),
        remark="cancel-asked stays up: they sent it although we asked to cancel"),
    Row(UNDER_WAY, ALL, Heard.LOANED,
        clears=(Flag.OVERDUE, Flag.RECALLED, Flag.SHIPMENT_MESSAGE_MISSING),
        remark="a repeat, a renewal or a new due date: dates only"),
    Row(AT_SUPPLIER, ALL, Heard.COPY_COMPLETED, State.COPY_SENT, clears=(Flag.CONDITIONS_OPEN,),
        crosses=Flag.CANCEL_ASKED, becomes=Service.COPY,
        marks=(Milestone.ANSWERED, Milestone.SHIPPED)),
    Row(UNDER_WAY, LOAN, Heard.OVERDUE, sets=(Flag.OVERDUE, Flag.ATTENTION),
        clears=(Flag.RECALLED,), remark="the newest word stands, whatever came first"),
    Row(UNDER_WAY, LOAN, Heard.RECALLED, sets=(Flag.RECALLED, Flag.ATTENTION),
        clears=(Flag.OVERDUE,)),
    Row(AT_SUPPLIER, LOAN, Heard.OVERDUE, State.ON_ITS_WAY, sets=(Flag.OVERDUE, Flag.ATTENTION),
        clears=(Flag.CONDITIONS_OPEN,), becomes=Service.LOAN, marks=SENT_OUT,
        remark="so they have sent it; Loaned is late or lost"),
    Row(AT_SUPPLIER, LOAN, Heard.RECALLED, State.ON_ITS_WAY,
        sets=(Flag.RECALLED, Flag.ATTENTION), clears=(Flag.CONDITIONS_OPEN,),
        becomes=Service.LOAN, marks=SENT_OUT),
    Row(AT_SUPPLIER, LOAN, Heard.RENEW_YES, State.ON_ITS_WAY,
        clears=(Flag.CONDITIONS_OPEN, Flag.RENEW_ASKED), crosses=Flag.CANCEL_ASKED,
        becomes=Service.LOAN, marks=SENT_OUT),
    Row((State.SENT_BACK,), LOAN, Heard.OVERDUE, sets=(Flag.ATTENTION,),
        remark="crossed in the post"),
    Row((State.SENT_BACK,), LOAN, Heard.RECALLED, sets=(Flag.ATTENTION,)),
    Row((State.SENT_BACK,), LOAN, Heard.LOAN_COMPLETED, State.DONE,
        marks=(Milestone.CLOSED_FILLED,)),
    Row((*UNDER_WAY, *OPEN_ASKED), LOAN, Heard.LOAN_COMPLETED, State.DONE,
        sets=(Flag.ATTENTION,), becomes=Service.LOAN, marks=(Milestone.CLOSED_FILLED,),
        remark="they have it back before we said that we sent it"),
    Row((*LOANED, *OPEN_ASKED), LOAN, Heard.COMPLETED_WITHOUT_RETURN, State.DONE,
        sets=(Flag.LOST,), becomes=Service.LOAN,
        marks=(Milestone.CLOSED_FILLED,)),
    Row(ASKED, ALL, Heard.CANCEL_YES, State.CANCELLED, clears=(Flag.CANCEL_ASKED,),
        marks=(Milestone.CLOSED_CANCELLED,)),
    Row((*ASKED, State.ON_ITS_WAY), ALL, Heard.CANCEL_NO, sets=(Flag.ATTENTION,),
        clears=(Flag.CANCEL_ASKED,)),
    Row(ASKED, ALL, Heard.WITHDREW, State.NOT_SUPPLIED, sets=(Flag.ATTENTION,),
        clears=(Flag.CONDITIONS_OPEN,), marks=(Milestone.ANSWERED,),
        remark="cancelled without being asked: the supplier withdrew"),
    Row(UNDER_WAY, LOAN, Heard.RENEW_YES,
        clears=(Flag.RENEW_ASKED, Flag.OVERDUE, Flag.RECALLED)),
    Row(UNDER_WAY, LOAN, Heard.LOANED_LATE, clears=(Flag.SHIPMENT_MESSAGE_MISSING,)),
    Row(UNDER_WAY, LOAN, Heard.RENEW_YES_LATE, clears=(Flag.RENEW_ASKED,),
        remark="something newer was said of the loan already"),
    Row(UNDER_WAY, LOAN, Heard.RENEW_NO, sets=(Flag.ATTENTION,), clears=(Flag.RENEW_ASKED,)),
    Row((State.HERE,), LOAN, Heard.HOLD_RETURN, sets=(Flag.HOLD_RETURN,)),
    Row((State.HERE,), LOAN, Heard.RELEASE_HOLD, sets=(Flag.ATTENTION,),
        clears=(Flag.HOLD_RETURN,)),
    Row((*LIVE, *FINAL), ALL, Heard.NOTE, sets=(Flag.UNREAD,),
        remark="a notification never changes the state, whatever status it carries"),
    Row((*LIVE, *FINAL), ALL, Heard.NO_CHANGE),
)

TIMERS = (
    Row((State.SENT,), ALL, Timer.UNANSWERED, sets=(Flag.ATTENTION,)),
    Row((*ASKED, State.RETRY, State.NOT_SUPPLIED), ALL, Timer.NEEDED_SOON,
        sets=(Flag.ATTENTION,)),
    Row((State.CONDITIONS,), ALL, Timer.CONDITIONS_WAIT, sets=(Flag.ATTENTION,)),
    Row((State.ON_ITS_WAY, State.COPY_SENT), ALL, Timer.NOT_ARRIVED, sets=(Flag.ATTENTION,)),
    Row((State.HERE,), LOAN, Timer.NOT_COLLECTED, sets=(Flag.ATTENTION,)),
    Row((State.SENT_BACK,), LOAN, Timer.RETURN_UNCONFIRMED, sets=(Flag.ATTENTION,)),
    Row((State.RETRY,), ALL, Timer.RETRY_AFTER, sets=(Flag.ATTENTION,)),
    Row((State.HERE,), LOAN, Timer.DUE_SOON, sets=(Flag.ATTENTION,)),
    Row((State.HERE,), LOAN, Timer.DUE_PASSED, sets=(Flag.ATTENTION,)),
)
# fmt: on

BORROWING = (*ACTIONS, *MESSAGES, *TIMERS)
