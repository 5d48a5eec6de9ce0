"""What a request block says as a message of ISO 18626, and the other way round."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time
from enum import StrEnum
from typing import TypeVar

from ill_desktop.domain import message as iso
from ill_desktop.domain.citation import tidy
from ill_desktop.domain.codes import Reason, RequesterAction, RequestType, ServiceType, Status
from ill_desktop.domain.days import read_day
from ill_desktop.domain.errors import Invalid
from ill_desktop.domain.identity import Symbol
from ill_desktop.domain.message import AgencyId, Coded
from ill_desktop.domain.money import Money
from ill_desktop.formats.request_block import Fields

Code = TypeVar("Code", bound=StrEnum)


def fields_of(message: iso.Message) -> Fields:
    """What a message says that people want to read; empty for a confirmation."""
    if isinstance(message, iso.Confirmation):
        return {}
    found = dict(_about(message.header))
    if isinstance(message, iso.Request):
        found |= _request_fields(message)
    elif isinstance(message, iso.RequestingAgencyMessage):
        found |= {"action": message.action.value, "note": message.note or ""}
    else:
        found |= _answer_fields(message)
    return {key: text for key, text in ((k, tidy(t)) for k, t in found.items()) if text}


def _about(header: iso.Header) -> Iterator[tuple[str, str]]:
    if header.requesting_agency_id:
        yield "requester", str(header.requesting_agency_id.symbol)
    if header.supplying_agency_id:
        yield "supplier", str(header.supplying_agency_id.symbol)
    yield "number", header.requesting_agency_request_id
    yield "their-number", header.supplying_agency_request_id or ""


def _request_fields(message: iso.Request) -> Fields:
    info, published = message.bibliographic_info, message.publication_info or iso.PublicationInfo()
    asked, billing = message.service_info or iso.ServiceInfo(), message.billing_info
    numbers = {
        one.bibliographic_item_identifier_code.value.lower(): one.bibliographic_item_identifier
        for one in info.bibliographic_item_id
    }
    special = asked.request_type not in (None, RequestType.NEW)
    return {
        "type": asked.request_type.value if special and asked.request_type else "",
        "service": asked.service_type.value,
        "title": info.title or "",
        "subtitle": info.subtitle or "",
        "author": info.author or "",
        "article": info.title_of_component or "",
        "article-author": info.author_of_component or "",
        "edition": info.edition or "",
        "publisher": published.publisher or "",
        "place": published.place_of_publication or "",
        "year": published.publication_date or "",
        "volume": ", ".join(info.volume),
        "issue": info.issue or "",
        "pages": info.pages_requested or "",
        "isbn": numbers.get("isbn", ""),
        "issn": numbers.get("issn", ""),
        "needed-by": _day(asked.need_before_date),
        "max-cost": _money(billing.maximum_costs if billing else None),
        "note": asked.note or "",
    }


def _answer_fields(message: iso.SupplyingAgencyMessage) -> Fields:
    info, status = message.message_info, message.status_info or iso.StatusInfo()
    reason = info.reason_unfilled or info.reason_retry
    sent = message.delivery_info
    costs = info.offered_costs or next(iter(sent.delivery_costs if sent else ()), None)
    return {
        "answer": status.status.value if status.status else "",
        "due": _day(status.due_date),
        "reason": reason.value if reason else "",
        "cost": _money(costs),
        "condition": sent.loan_condition[0].value if sent and sent.loan_condition else "",
        "note": info.note or "",
    }


def _day(instant: datetime | None) -> str:
    return instant.astimezone(UTC).date().isoformat() if instant else ""


def _money(costs: iso.Costs | None) -> str:
    return f"{costs.monetary_value:f} {costs.currency_code.value}" if costs else ""


def message_of(fields: Fields, now: datetime) -> iso.Message | None:
    """The message a block stands for, dated `now`; None where it names no request.

    An answer in words that mean no status is a note: nothing is guessed.
    """
    header = _header(fields, now)
    if header is None:
        return None
    if fields.get("answer"):
        return _answer(fields, header, now)
    if fields.get("action"):
        note = fields.get("note")
        action = _one_of(RequesterAction, fields["action"])
        if action is None:
            action, note = RequesterAction.NOTIFICATION, _joined(fields["action"], note)
        return iso.RequestingAgencyMessage(header, action, note)
    return _request(fields, header) if fields.get("title") or fields.get("article") else None


def _header(fields: Fields, now: datetime) -> iso.Header | None:
    try:
        requester = AgencyId.of(Symbol.parse(fields["requester"]))
        supplier = AgencyId.of(Symbol.parse(fields["supplier"]))
    except (Invalid, KeyError):
        return None
    number = fields.get("number", "")
    if not number:
        return None
    return iso.Header(
        supplying_agency_id=supplier,
        requesting_agency_id=requester,
        timestamp=now.replace(microsecond=0),
        requesting_agency_request_id=number,
        supplying_agency_request_id=fields.get("their-number") or None,
    )


def _answer(fields: Fields, header: iso.Header, now: datetime) -> iso.SupplyingAgencyMessage:
    status, note = _one_of(Status, fields["answer"]), fields.get("note")
    note = note if status else _joined(fields["answer"], note)
    reason = Coded(fields["reason"]) if fields.get("reason") else None
    condition = fields.get("condition")
    costs = _costs(fields.get("cost"))
    return iso.SupplyingAgencyMessage(
        header,
        iso.MessageInfo(
            Reason.STATUS_CHANGE if status else Reason.NOTIFICATION,
            note=note,
            reason_unfilled=reason if status is Status.UNFILLED else None,
            reason_retry=reason if status is Status.RETRY_POSSIBLE else None,
            offered_costs=costs,
        ),
        iso.StatusInfo(
            status, due_date=_instant(fields.get("due")), last_change=now.replace(microsecond=0)
        ),
        delivery_info=iso.DeliveryInfo(loan_condition=(Coded(condition),)) if condition else None,
    )


def _request(fields: Fields, header: iso.Header) -> iso.Request:
    numbers = ((code, fields.get(code.lower())) for code in ("ISBN", "ISSN"))
    cost = _costs(fields.get("max-cost"))
    say: Callable[[str], str | None] = fields.get
    return iso.Request(
        header,
        iso.BibliographicInfo(
            title=say("title"),
            subtitle=say("subtitle"),
            author=say("author"),
            title_of_component=say("article"),
            author_of_component=say("article-author"),
            edition=say("edition"),
            volume=(fields["volume"],) if say("volume") else (),
            issue=say("issue"),
            pages_requested=say("pages"),
            bibliographic_item_id=tuple(
                iso.BibliographicItemId(number, Coded(code)) for code, number in numbers if number
            ),
        ),
        iso.PublicationInfo(
            publisher=say("publisher"),
            place_of_publication=say("place"),
            publication_date=say("year"),
        ),
        iso.ServiceInfo(
            request_type=_one_of(RequestType, fields.get("type", "")) or RequestType.NEW,
            service_type=_one_of(ServiceType, fields.get("service", ""))
            or ServiceType.COPY_OR_LOAN,
            need_before_date=_instant(say("needed-by")),
            note=say("note"),
        ),
        billing_info=iso.BillingInfo(maximum_costs=cost) if cost else None,
    )


def _joined(*parts: str | None) -> str:
    return ". ".join(filter(None, parts))


def _one_of(kind: type[Code], text: str) -> Code | None:
    try:
        return kind(text)
    except ValueError:
        return None


def _instant(text: str | None) -> datetime | None:
    day = read_day(text or "")
    return None if day is None else datetime.combine(day, time(23, 59, 59), UTC)


def _costs(text: str | None) -> iso.Costs | None:
    try:
        money = Money.parse(text or "")
    except Invalid:
        return None
    return iso.Costs(Coded(money.currency), money.amount)
