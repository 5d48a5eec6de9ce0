"""What a partner told besides the event itself: dates, ids, volumes, prices, links.

The same values come from a message and from what staff took down by hand. Late data fill gaps
and never overwrite newer ones (DESIGN §6 Repeats).
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from ill_desktop.domain import remarks
from ill_desktop.domain.errors import Unreadable
from ill_desktop.domain.lifecycle.states import Heard
from ill_desktop.domain.message import Coded, SupplyingAgencyMessage
from ill_desktop.domain.money import Money
from ill_desktop.domain.order import dated
from ill_desktop.domain.protocol import heard_from_supplier
from ill_desktop.formats import iso18626
from ill_desktop.services import volumes, wants
from ill_desktop.services.advance import Work
from ill_desktop.services.values import Values
from ill_desktop.store import inbox
from ill_desktop.store.rows import AttemptRow

_SHIPPED = (Heard.LOANED, Heard.COPY_COMPLETED)
_DATED = (Heard.LOANED, Heard.OVERDUE, Heard.RECALLED, Heard.RENEW_YES, Heard.RENEW_NO)
_ENDS_ATTEMPT = (Heard.UNFILLED, Heard.WITHDREW)

ISO_STATUS = {
    Heard.GOT_IT: "RequestReceived",
    Heard.EXPECTS: "ExpectToSupply",
    Heard.WILL_SUPPLY: "WillSupply",
    Heard.OFFERS_CONDITIONS: "WillSupply",
    Heard.RETRY_POSSIBLE: "RetryPossible",
    Heard.UNFILLED: "Unfilled",
    Heard.LOANED: "Loaned",
    Heard.COPY_COMPLETED: "CopyCompleted",
    Heard.OVERDUE: "Overdue",
    Heard.RECALLED: "Recalled",
    Heard.LOAN_COMPLETED: "LoanCompleted",
    Heard.COMPLETED_WITHOUT_RETURN: "CompletedWithoutReturn",
    Heard.CANCEL_YES: "Cancelled",
    Heard.WITHDREW: "Cancelled",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One partner's facts; None and empty mean *not said*."""

    due: date | None = None
    expected_on: date | None = None
    retry_after: date | None = None
    cost: Money | None = None
    condition: str = ""
    link: str = ""
    return_address: str = ""
    sent_via: str = ""
    items: tuple[str, ...] = ()


def from_message(message: SupplyingAgencyMessage, heard: Heard) -> Told:
    """The facts of a supplying agency message."""
    status, sent, info = message.status_info, message.delivery_info, message.message_info
    via = sent.sent_via.value if sent and sent.sent_via else ""
    delivered = sent.delivery_costs[0] if sent and sent.delivery_costs else None
    items = sent.item_id if sent and heard in _SHIPPED else ()
    link = _link(sent.url if sent else None, items, via)
    return Told(
        due=_day(status.due_date) if status else None,
        expected_on=_day(status.expected_delivery_date) if status else None,
        retry_after=_day(info.retry_after),
        cost=wants.money(info.offered_costs or delivered),
        condition=", ".join(c.value for c in _conditions(message)),
        link=link,
        return_address=_return_address(message),
        sent_via=via,
        items=() if link or heard is not Heard.LOANED else _barcodes(items),
    )


def _conditions(message: SupplyingAgencyMessage) -> tuple[Coded, ...]:
    """What a supplier asks for, in whichever place the edition has for it."""
    sent, retry = message.delivery_info, message.retry_info
    return (sent.loan_condition if sent else ()) or (retry.loan_condition if retry else ())


def _return_address(message: SupplyingAgencyMessage) -> str:
    back = message.return_info
    place = wants.address_lines(back.physical_address) if back else ""
    if back is None or not place:
        marked = remarks.address(message.message_info.note, remarks.RETURN_TO)
        return marked or (back.name or "" if back else "")
    return "\n".join(filter(None, (back.name, place)))


def _link(url: str | None, items: tuple[str, ...], via: str) -> str:
    """A web address; v1.2 puts it into itemId (ISO18626 §7.3.2). Other schemes are not links."""
    for text in (url or "", *(items if via.upper() == "URL" else ())):
        if text.lower().startswith(("http://", "https://")):
            return text
    return ""


def _barcodes(items: tuple[str, ...]) -> tuple[str, ...]:
    """A comma list is split only when every part looks like a barcode (ISO18626 §7.3.11).

    That is, one word with a figure in it: older editions have room for one itemId only.
    """
    if len(items) == 1 and "," in items[0]:
        parts = tuple(part.strip() for part in items[0].split(","))
        if all(map(_LIKE_A_BARCODE.fullmatch, parts)):
            return parts
    return items


_LIKE_A_BARCODE = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9./-]{1,39}")


def _day(instant: datetime | None) -> date | None:
    """The UTC calendar day a partner meant, whatever our zone (ISO18626 §6)."""
    return instant.astimezone(UTC).date() if instant else None


def apply(work: Work, heard: Heard, told: Told, at: datetime, late: bool = False) -> None:
    """Take over what was told of instant `at`; each fact stands until a newer one comes.

    `late`: something newer was said already. Then only gaps are filled, and what an older message
    had told is brought up to date, unless staff have changed it.
    """
    request, attempt = work.case.request, work.case.current
    seen = dict(attempt.told) if attempt is not None else {}
    for name in _TAKEN:
        value = getattr(told, name)
        if not value or (name == "due" and heard not in _DATED):
            continue
        if _counts(getattr(request, name), seen.get(name, ""), at, late):
            setattr(request, name, value)
            seen[name] = f"{at.isoformat()} {_print(value)}"
    if attempt is not None and seen != attempt.told:
        attempt.told = seen
    if told.items and not (late and work.case.items):
        volumes.told(work, told.items)
    if attempt is not None and heard in _ENDS_ATTEMPT and not late:
        attempt.ended = True


_TAKEN = ("due", "expected_on", "retry_after", "cost", "condition", "link", "return_address",
          "sent_via")  # fmt: skip
_HOLD = "hold"


def _counts(present: object, seen: str, at: datetime, late: bool) -> bool:
    """Whether a fact of `at` counts; `seen` is from when, and a print of, what was told before."""
    if not present:
        return True
    if not seen:
        return not late
    when, _, known = seen.partition(" ")
    if late:
        return at > datetime.fromisoformat(when) and known == _print(present)
    return at >= datetime.fromisoformat(when)


def _print(value: object) -> str:
    """Tells whether a value is still what was told, and tells nothing else."""
    return hashlib.sha256(str(value).encode()).hexdigest()[:12]


def held_at(attempt: AttemptRow) -> datetime | None:
    """When they spoke last of holding the return."""
    seen = attempt.told.get(_HOLD)
    return datetime.fromisoformat(seen) if seen else None


def hold(attempt: AttemptRow, at: datetime) -> None:
    """They spoke of holding the return, or of holding it no longer."""
    attempt.told = {**attempt.told, _HOLD: at.isoformat()}


def from_values(work: Work, heard: Heard, values: Values) -> None:
    """What staff took down from a telephone call or a letter."""
    request = work.case.request
    told = Told(
        due=values.due,
        expected_on=values.expected,
        retry_after=values.after,
        cost=values.cost,
        condition=values.condition,
        link=values.url,
        sent_via=values.via,
        items=values.item,
    )
    apply(work, heard, told, work.act.effective_at)
    attempt = work.case.current
    status = ISO_STATUS.get(heard)
    if attempt is not None and status is not None:
        attempt.status = status
        attempt.last_change = work.act.effective_at
    elif heard is Heard.SHIPPED_RETURN:
        request.last_said_at = work.act.effective_at


def again(work: Work, attempt: AttemptRow) -> None:
    """An attempt made current again brings back what it had told, as far as it is still kept."""
    work.case.request.their_id = attempt.their_id
    for message in read_anew(work, inbox.said_to(work.session, attempt)):
        (*_, heard) = heard_from_supplier(message, cancel_asked=False)
        apply(work, heard, from_message(message, heard), dated(message, work.act.entered_at))


def read_anew(work: Work, bodies: Iterable[bytes]) -> Iterator[SupplyingAgencyMessage]:
    """What a supplier wrote, from the bytes that were kept."""
    zone = ZoneInfo(work.desk.library.zone)
    for body in bodies:
        try:
            message = iso18626.read(body, zone=zone).message
        except Unreadable:  # words in a mail, which a person took
            continue
        if isinstance(message, SupplyingAgencyMessage):
            yield message
