"""The other side of the sample desk: what its partners write, and that they confirm what came."""

from collections.abc import Mapping
from datetime import datetime, time
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ill_desktop.domain.codes import Reason, RequesterAction, Status, YesNo
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.lifecycle.states import Side
from ill_desktop.domain.message import (
    AgencyId,
    Coded,
    Confirmation,
    DeliveryInfo,
    Header,
    Message,
    MessageInfo,
    RequestingAgencyMessage,
    StatusInfo,
    SupplyingAgencyMessage,
)
from ill_desktop.formats import iso18626
from ill_desktop.services import ledger, requests
from ill_desktop.services.post import collecting, confirming, delivering
from ill_desktop.services.post.outcome import Outcome
from ill_desktop.services.post.tally import Tally
from ill_desktop.services.values import read_date

if TYPE_CHECKING:
    from ill_desktop.services.desk import Desk
    from ill_desktop.services.views import RequestView

ANSWERS: Mapping[str, tuple[Reason, Status]] = MappingProxyType(
    {
        "expect-to-supply": (Reason.REQUEST_RESPONSE, Status.EXPECT_TO_SUPPLY),
        "will-supply": (Reason.REQUEST_RESPONSE, Status.WILL_SUPPLY),
        "retry-possible": (Reason.REQUEST_RESPONSE, Status.RETRY_POSSIBLE),
        "unfilled": (Reason.REQUEST_RESPONSE, Status.UNFILLED),
        "loaned": (Reason.STATUS_CHANGE, Status.LOANED),
        "copy-completed": (Reason.STATUS_CHANGE, Status.COPY_COMPLETED),
        "loan-completed": (Reason.STATUS_CHANGE, Status.LOAN_COMPLETED),
        "cancel-yes": (Reason.CANCEL_RESPONSE, Status.CANCELLED),
    }
)
"""What a supplier writes; anything else it says on the telephone."""
ASKED: Mapping[str, RequesterAction] = MappingProxyType(
    {
        "received": RequesterAction.RECEIVED,
        "shipped-return": RequesterAction.SHIPPED_RETURN,
        "renew": RequesterAction.RENEW,
        "cancel": RequesterAction.CANCEL,
    }
)


def written(desk: "Desk", number: str, values: Mapping[str, str]) -> Message | None:
    """What a partner would write to say this now; None where it would telephone."""
    answer, asked = ANSWERS.get(values.get("answer", "")), ASKED.get(values.get("message", ""))
    view = requests.show(desk, number)
    if answer is not None:
        return _answer(desk, view, answer, values)
    return RequestingAgencyMessage(_header(desk, view), asked) if asked is not None else None


def _answer(
    desk: "Desk", view: "RequestView", said: tuple[Reason, Status], values: Mapping[str, str]
) -> Message:
    reason, status = said
    now = desk.clock.now()
    sent = status in (Status.LOANED, Status.COPY_COMPLETED)
    return SupplyingAgencyMessage(
        _header(desk, view),
        MessageInfo(
            reason,
            answer_yes_no=YesNo.YES if reason is Reason.CANCEL_RESPONSE else None,
            reason_unfilled=Coded("NotOnShelf") if status is Status.UNFILLED else None,
            reason_retry=Coded("OnLoan") if status is Status.RETRY_POSSIBLE else None,
            retry_after=_day(desk, values.get("after", "")),
        ),
        StatusInfo(status, due_date=_day(desk, values.get("due", "")), last_change=now),
        delivery_info=DeliveryInfo(
            date_sent=now,
            item_id=(values["item"],) if "item" in values else (),
            url=values.get("url"),
        )
        if sent
        else None,
    )


def _day(desk: "Desk", text: str) -> datetime | None:
    if not text:
        return None
    day = read_date(text, "due", desk.here)
    return datetime.combine(day, time(23, 59, 59), ZoneInfo(desk.library.zone))


def _header(desk: "Desk", view: "RequestView") -> Header:
    line = view.line
    ours = AgencyId.of(Symbol.parse(desk.library.symbol))
    theirs = AgencyId.of(Symbol.parse(line.partner.symbol if line.partner else ""))
    borrowing = line.side is Side.BORROWING
    return Header(
        supplying_agency_id=theirs if borrowing else ours,
        requesting_agency_id=ours if borrowing else theirs,
        timestamp=desk.clock.now(),
        requesting_agency_request_id=line.our_id if borrowing else line.their_id,
        supplying_agency_request_id=f"S-{line.number}" if borrowing else line.our_id,
    )


def arrives(desk: "Desk", inbox: str, message: Message) -> None:
    """A partner leaves a message, and it is read."""
    _leave(desk, Path(inbox), message)
    collecting.collect(desk, Tally())


def leaves(desk: "Desk", inbox: str, outbox: str) -> None:
    """What is ready leaves; the partner takes it out of our outbox and confirms it."""
    if not ledger.outgoing(desk):
        return
    delivering.deliver(desk, Tally(), everything=True)
    zone, now = ZoneInfo(desk.library.zone), desk.clock.now()
    confirmed = False
    for path in sorted(Path(outbox).glob("*.xml")):
        message = iso18626.read(path.read_bytes(), zone=zone, source=path.name).message
        path.unlink()
        if message is not None and not isinstance(message, Confirmation):
            _leave(desk, Path(inbox), confirming.confirmation(message, Outcome("applied"), now))
            confirmed = True
    if confirmed:
        collecting.collect(desk, Tally())


def _leave(desk: "Desk", inbox: Path, message: Message) -> None:
    inbox.mkdir(parents=True, exist_ok=True)
    name = f"{desk.clock.now():%Y%m%d%H%M%S}-{len(list(inbox.iterdir()))}.xml"
    (inbox / name).write_bytes(iso18626.write(message))
