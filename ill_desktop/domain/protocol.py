"""The third table: what a partner's message means, and what a step of ours says.

`heard_from_*` turn a message into events of the life cycle tables, with every oddity of
ISO18626 §7–9 resolved here and nowhere else; `SUPPLIER_SAYS` and `REQUESTER_SAYS` turn a step
into the codes of a message.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ill_desktop.domain import remarks
from ill_desktop.domain.codes import (
    REASON_RETRY,
    REASON_RETRY_2021,
    REASON_UNFILLED,
    Reason,
    RequesterAction,
    RequestType,
    Status,
    YesNo,
)
from ill_desktop.domain.lifecycle.rows import Says
from ill_desktop.domain.lifecycle.states import Flag, Heard, Service, Side, State
from ill_desktop.domain.message import (
    Message,
    MessageKind,
    Request,
    RequestingAgencyMessage,
    SupplyingAgencyMessage,
)

BY_STATUS = MappingProxyType(
    {
        Status.REQUEST_RECEIVED: Heard.GOT_IT,
        Status.EXPECT_TO_SUPPLY: Heard.EXPECTS,
        Status.WILL_SUPPLY: Heard.WILL_SUPPLY,
        Status.LOANED: Heard.LOANED,
        Status.OVERDUE: Heard.OVERDUE,
        Status.RECALLED: Heard.RECALLED,
        Status.RETRY_POSSIBLE: Heard.RETRY_POSSIBLE,
        Status.UNFILLED: Heard.UNFILLED,
        Status.COPY_COMPLETED: Heard.COPY_COMPLETED,
        Status.LOAN_COMPLETED: Heard.LOAN_COMPLETED,
        Status.COMPLETED_WITHOUT_RETURN: Heard.COMPLETED_WITHOUT_RETURN,
        Status.CANCELLED: Heard.WITHDREW,
        Status.HOLD_RETURN: Heard.HOLD_RETURN,
        Status.RELEASE_HOLD_RETURN: Heard.RELEASE_HOLD,
    }
)

BY_ACTION = MappingProxyType(
    {
        RequesterAction.STATUS_REQUEST: Heard.ASKS_STATUS,
        RequesterAction.RECEIVED: Heard.RECEIVED,
        RequesterAction.CANCEL: Heard.CANCEL,
        RequesterAction.RENEW: Heard.RENEW,
        RequesterAction.SHIPPED_RETURN: Heard.SHIPPED_RETURN,
        RequesterAction.SHIPPED_FORWARD: Heard.SHIPPED_FORWARD,
        RequesterAction.NOTIFICATION: Heard.NOTE,
        RequesterAction.HOLD_RETURN: Heard.HOLDS_RETURN,
        RequesterAction.LOST: Heard.SAYS_LOST,
    }
)

BY_REQUEST_TYPE = MappingProxyType(
    {
        RequestType.NEW: Heard.REQUEST_NEW,
        RequestType.RETRY: Heard.REQUEST_RETRY,
        RequestType.REMINDER: Heard.REMINDER,
    }
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The codes of a supplying agency message. Status None means *as it stands*."""

    reason: Reason | None
    status: Status | None
    answer: YesNo | None = None


SUPPLIER_SAYS = MappingProxyType(
    {
        Says.GOT_IT: Answer(None, Status.REQUEST_RECEIVED),
        Says.EXPECT: Answer(None, Status.EXPECT_TO_SUPPLY),
        Says.WILL_SUPPLY: Answer(None, Status.WILL_SUPPLY),
        Says.CONDITIONS: Answer(None, Status.WILL_SUPPLY),
        Says.UNFILLED: Answer(None, Status.UNFILLED),
        Says.RETRY: Answer(None, Status.RETRY_POSSIBLE),
        Says.LOANED: Answer(None, Status.LOANED),
        Says.COPY_COMPLETED: Answer(None, Status.COPY_COMPLETED),
        Says.LOAN_COMPLETED: Answer(None, Status.LOAN_COMPLETED),
        Says.NOT_RETURNED: Answer(None, Status.COMPLETED_WITHOUT_RETURN),
        Says.RECALLED: Answer(Reason.STATUS_CHANGE, Status.RECALLED),
        Says.OVERDUE: Answer(Reason.STATUS_CHANGE, Status.OVERDUE),
        Says.HOLD: Answer(Reason.STATUS_CHANGE, Status.HOLD_RETURN),
        Says.RELEASE: Answer(Reason.STATUS_CHANGE, Status.RELEASE_HOLD_RETURN),
        Says.CANCEL_YES: Answer(Reason.CANCEL_RESPONSE, Status.CANCELLED, YesNo.YES),
        Says.CANCEL_NO: Answer(Reason.CANCEL_RESPONSE, None, YesNo.NO),
        Says.RENEW_YES: Answer(Reason.RENEW_RESPONSE, Status.LOANED, YesNo.YES),
        Says.RENEW_NO: Answer(Reason.RENEW_RESPONSE, None, YesNo.NO),
        Says.SUPPLIER_NOTE: Answer(Reason.NOTIFICATION, None),
        Says.CURRENT_STATUS: Answer(Reason.STATUS_REQUEST_RESPONSE, None),
        Says.CORRECTED: Answer(Reason.STATUS_CHANGE, None),
    }
)
"""Reason None: RequestResponse for the first answer, StatusChange afterwards (LIFECYCLE §2.9)."""

REQUESTER_SAYS = MappingProxyType(
    {
        Says.STATUS_REQUEST: RequesterAction.STATUS_REQUEST,
        Says.CANCEL: RequesterAction.CANCEL,
        Says.ACCEPT: RequesterAction.NOTIFICATION,
        Says.REJECT: RequesterAction.CANCEL,
        Says.RECEIVED: RequesterAction.RECEIVED,
        Says.RENEW: RequesterAction.RENEW,
        Says.SHIPPED_RETURN: RequesterAction.SHIPPED_RETURN,
        Says.SHIPPED_FORWARD: RequesterAction.SHIPPED_FORWARD,
        Says.LOST: RequesterAction.LOST,
        Says.REQUESTER_NOTE: RequesterAction.NOTIFICATION,
    }
)

REQUEST_SAYS = MappingProxyType(
    {
        Says.REQUEST: RequestType.NEW,
        Says.RETRY_REQUEST: RequestType.RETRY,
        Says.REMINDER: RequestType.REMINDER,
    }
)

_STANDING = MappingProxyType(
    {
        State.NEW: Status.REQUEST_RECEIVED,
        State.EXPECTED: Status.EXPECT_TO_SUPPLY,
        State.WAIT_CONDITIONS: Status.WILL_SUPPLY,
        State.TO_FETCH: Status.WILL_SUPPLY,
        State.TO_SEND: Status.WILL_SUPPLY,
        State.SENT_OUT: Status.LOANED,
        State.AT_BORROWER: Status.LOANED,
        State.COMING_BACK: Status.LOANED,
        State.UNFILLED: Status.UNFILLED,
        State.RETRY_OFFERED: Status.RETRY_POSSIBLE,
        State.CANCELLED: Status.CANCELLED,
        State.LOST: Status.COMPLETED_WITHOUT_RETURN,
    }
)


def standing_status(
    state: State, service: Service, flags: frozenset[Flag], shipped: bool
) -> Status:
    """The ISO status a lending request has now, for answers that only repeat it."""
    if state is State.DONE:
        return Status.COPY_COMPLETED if service is Service.COPY else Status.LOAN_COMPLETED
    if state is State.CLOSED:
        return Status.COMPLETED_WITHOUT_RETURN if shipped else Status.UNFILLED
    status = _STANDING[state]
    if status is Status.LOANED and Flag.RECALLED in flags:
        return Status.RECALLED
    if status is Status.LOANED and Flag.OVERDUE in flags:
        return Status.OVERDUE
    return status


def heard_from_supplier(message: SupplyingAgencyMessage, cancel_asked: bool) -> tuple[Heard, ...]:
    """What a supplying agency message says to a borrowing request, in the order of applying."""
    reason = message.message_info.reason_for_message
    if reason is Reason.NOTIFICATION:
        return (remarks.meant(message.message_info.note, "status") or Heard.NOTE,)
    if reason is Reason.CANCEL_RESPONSE:
        return _cancel_answer(message)
    if reason is Reason.RENEW_RESPONSE:
        return (_renew_answer(message),)
    return (_by_status(message, cancel_asked),)


def _status(message: SupplyingAgencyMessage) -> Status | None:
    return message.status_info.status if message.status_info else None


def _cancel_answer(message: SupplyingAgencyMessage) -> tuple[Heard, ...]:
    status = _status(message)
    answer = message.message_info.answer_yes_no
    if answer is YesNo.YES or (answer is None and status is Status.CANCELLED):
        return (Heard.CANCEL_YES,)
    if status is Status.LOANED:
        return (Heard.CANCEL_NO, Heard.LOANED)
    return (Heard.CANCEL_NO,)


def _renew_answer(message: SupplyingAgencyMessage) -> Heard:
    answer = message.message_info.answer_yes_no
    if answer is YesNo.NO:
        return Heard.RENEW_NO
    due = message.status_info.due_date if message.status_info else None
    if answer is YesNo.YES or (_status(message) is Status.LOANED and due is not None):
        return Heard.RENEW_YES
    return Heard.RENEW_NO


def _by_status(message: SupplyingAgencyMessage, cancel_asked: bool) -> Heard:
    status = _status(message)
    if status is None:
        return Heard.NO_CHANGE
    if status in (Status.EXPECT_TO_SUPPLY, Status.WILL_SUPPLY) and has_conditions(message):
        return Heard.OFFERS_CONDITIONS
    if status is Status.CANCELLED and cancel_asked:
        return Heard.CANCEL_YES
    return BY_STATUS[status]


def has_conditions(message: SupplyingAgencyMessage) -> bool:
    """Whether the supplier names a condition or a price that is not nothing.

    Alma has prices only in deliveryCosts (ISO18626 §9.12).
    """
    sent, offered = message.delivery_info, message.message_info.offered_costs
    prices = (offered, *(sent.delivery_costs if sent else ()))
    if any(price is not None and price.monetary_value > 0 for price in prices):
        return True
    if remarks.offers(message.message_info.note):
        return True
    return bool(message.delivery_info and message.delivery_info.loan_condition)


def heard_from_requester(message: RequestingAgencyMessage, state: State, shipped: bool) -> Heard:
    """What a requesting agency message says to a lending request in `state`."""
    heard = BY_ACTION[message.action]
    if heard is Heard.NOTE and state is State.WAIT_CONDITIONS:
        return remarks.heard_answer(message.note or "")
    if heard is Heard.NOTE:
        return remarks.meant(message.note, "action") or heard
    if heard is Heard.CANCEL and state is State.CLOSED and shipped:
        return Heard.CANCEL_LATE
    return heard


def heard_in_request(message: Request) -> Heard:
    """Whether a request message is new, a retry or a reminder; absent means new."""
    service = message.service_info
    kind = service.request_type if service and service.request_type else RequestType.NEW
    return BY_REQUEST_TYPE[kind]


KNOWN_REASONS = frozenset((*REASON_UNFILLED, *REASON_RETRY, *REASON_RETRY_2021))


def why_not(message: Message) -> str:
    """The code of why a supplier cannot supply, or only later; `other` for one nobody knows."""
    if not isinstance(message, SupplyingAgencyMessage):
        return ""
    info = message.message_info
    given = info.reason_unfilled or info.reason_retry
    return known_reason(given.value) if given is not None else ""


def known_reason(text: str) -> str:
    """A code of the lists as it is; anything else, which may be words of somebody, is `other`."""
    code = text.strip()
    return code if code in KNOWN_REASONS else "other" if code else ""


def side_of(kind: str) -> Side | None:
    """On which side the request is that a partner's message of a kind can be about: whoever
    supplies writes about what we borrow. None for a mail, which can be about any.
    """
    return _SIDES.get(kind)


_SIDES: Mapping[str, Side] = MappingProxyType(
    {
        MessageKind.REQUEST: Side.LENDING,
        MessageKind.REQUESTING: Side.LENDING,
        MessageKind.SUPPLYING_CONFIRMATION: Side.LENDING,
        MessageKind.SUPPLYING: Side.BORROWING,
        MessageKind.REQUEST_CONFIRMATION: Side.BORROWING,
        MessageKind.REQUESTING_CONFIRMATION: Side.BORROWING,
    }
)
