"""Making a message fit an edition: what it has no place for moves, goes into the note, or is lost.

`MOVES` are the few things another edition says in another place. Of the rest, `NOTED` become
lines of the note, `element: value`, which a person at the other desk can read; all else is left
out, and named, so that staff can be told before it is sent (ISO18626 §1.2).
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from ill_desktop.domain.codes import PreferredEdition, Reason, RequesterAction, Status, YesNo
from ill_desktop.domain.exchange import Dialect
from ill_desktop.domain.message import (
    AgencyId,
    Coded,
    Costs,
    DeliveryInfo,
    Header,
    Message,
    Request,
    RequestingAgencyMessage,
    ServiceInfo,
    SupplyingAgencyMessage,
    kind_of,
)
from ill_desktop.formats.iso18626 import instants, moved
from ill_desktop.formats.iso18626.elements import (
    CLASSES,
    LATER_CODES,
    ORDER,
    PAYLOADS,
    Element,
)
from ill_desktop.formats.iso18626.texts import empty

NOTED = frozenset(
    {
        "multiple_item_request_id",
        "request_sub_type",
        "start_date",
        "end_date",
        "loan_condition",
        "delivery_costs",
        "url",
        "edition",
        "item_format",
        "volume",
        "service_type",
        "service_level",
        "delivery_method",
        "courier_name",
        "tracking_id",
    }
)
"""Fields that are worth a line of the note where the edition has no element for them."""

_BY_ID = frozenset(
    {
        (Header, "multiple_item_request_id"),
        (Header, "supplying_agency_request_id"),
        (Header, "requesting_agency_authentication"),
    }
)
"""What only some headers have; a message without it is known by the request's id."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A message an edition can hold, and the elements it lost on the way."""

    message: Message
    left_out: tuple[str, ...] = ()


@dataclass(slots=True)
class _Search:
    """What is found to have no place, while a message is walked through.

    It is taken out at once: a note's line says it instead, and once, however often it is fitted.
    """

    dialect: Dialect
    asking: bool
    lines: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def walk(self, name: str, value: Any) -> Any:
        """One structure and those inside it, without what the edition has no place for."""
        has = {line.field: line for line in ORDER[self.dialect][name]}
        kept = {}
        for one in fields(value):
            found = getattr(value, one.name)
            if empty(found) or found == ():
                continue
            line = has.get(one.name)
            kept[one.name] = (
                self._homeless(value, one, found)
                if line is None
                else self._housed(line, one.name, found)
            )
        return replace(value, **kept)

    def _housed(self, line: Element, name: str, found: Any) -> Any:
        several = found if isinstance(found, tuple) else (found,)
        fits = several[: line.most]
        if line.type in CLASSES and line.type != "Costs":
            fits = tuple(self.walk(line.type, one) for one in fits)
        elif line.type == "S":
            return found
        if len(several) > len(fits):
            self._put(name, several[line.most :])
        return fits if isinstance(found, tuple) else fits[0]

    def _homeless(self, value: Any, one: Field[Any], found: Any) -> Any:
        known = self.dialect is Dialect.V2021 or not self.asking
        if known and (type(value), one.name) in _BY_ID:
            return found
        if is_dataclass(found) and one.name in ("retry_info", "shipping_info"):
            for part in fields(found):
                inner = getattr(found, part.name)
                if not empty(inner) and inner != ():
                    self._homeless(found, part, inner)
            return None
        self._put(one.name, found if isinstance(found, tuple) else (found,))
        return found if one.default is MISSING else one.default

    def _put(self, name: str, values: tuple[Any, ...]) -> None:
        element = _element(name)
        if name in NOTED:
            self.lines.append(f"{element}: {', '.join(map(_said, values))}")
        else:
            self.left_out.append(element)


def _element(name: str) -> str:
    first, *rest = name.split("_")
    return "URL" if name == "url" else first + "".join(part.capitalize() for part in rest)


def _said(value: Any) -> str:
    if isinstance(value, Coded):
        return value.value
    if isinstance(value, Costs):
        return f"{value.monetary_value:f} {value.currency_code.value}"
    if isinstance(value, AgencyId):
        return str(value.symbol)
    return instants.written(value) if isinstance(value, datetime) else str(value)


def fit(message: Message, dialect: Dialect) -> Fitted:
    """The same message as `dialect` can say it."""
    change = MOVES.get((type(message), dialect))
    message = change(message) if change else message
    search = _Search(dialect, isinstance(message, Request))
    fits: Message = search.walk(PAYLOADS[kind_of(message).value], message)
    return Fitted(with_lines(fits, search.lines), tuple(dict.fromkeys(search.left_out)))


def with_lines(message: Message, lines: list[str]) -> Message:
    """The message with these lines after its note."""
    if not lines:
        return message
    if isinstance(message, RequestingAgencyMessage):
        return replace(message, note=_joined(message.note, lines))
    if isinstance(message, SupplyingAgencyMessage):
        info = message.message_info
        return replace(message, message_info=replace(info, note=_joined(info.note, lines)))
    if isinstance(message, Request):
        asked = message.service_info or ServiceInfo()
        return replace(message, service_info=replace(asked, note=_joined(asked.note, lines)))
    return message


def _joined(note: str | None, lines: list[str]) -> str:
    return "\n".join([*([note] if note else []), *lines])


# --- what other editions say elsewhere --------------------------------------------------------


def _older_supply(message: SupplyingAgencyMessage) -> SupplyingAgencyMessage:
    """1.1 and 1.2: no address of a file, no conditions for a retry, no holding of a return."""
    sent, retry = message.delivery_info, message.retry_info
    if retry is not None and retry.loan_condition and not (sent and sent.loan_condition):
        sent = replace(sent or DeliveryInfo(_dated(message)), loan_condition=retry.loan_condition)
        retry = replace(retry, loan_condition=())
    if sent is not None and sent.url and not sent.item_id:
        sent = replace(sent, item_id=(sent.url,), url=None, sent_via=Coded("URL"))
    return _older_status(replace(message, delivery_info=sent, retry_info=retry))


def _dated(message: SupplyingAgencyMessage) -> datetime | None:
    changed = message.status_info.last_change if message.status_info else None
    return changed or message.header.timestamp


def _older_status(message: SupplyingAgencyMessage) -> SupplyingAgencyMessage:
    status = message.status_info
    if status is None or status.status not in LATER_CODES["Status"]:
        return message
    info = replace(message.message_info, reason_for_message=Reason.NOTIFICATION)
    older = replace(message, message_info=info, status_info=replace(status, status=Status.LOANED))
    found = with_lines(older, [f"status: {status.status.value}"])
    return found if isinstance(found, SupplyingAgencyMessage) else older


def _older_requesting(message: RequestingAgencyMessage) -> RequestingAgencyMessage:
    if message.action not in LATER_CODES["Action"]:
        return message
    note = _joined(message.note, [f"action: {message.action.value}"])
    return replace(message, action=RequesterAction.NOTIFICATION, note=note)


_ANY_EDITION = MappingProxyType(
    {
        PreferredEdition.ANY: YesNo.YES,
        PreferredEdition.THIS: YesNo.NO,
        PreferredEdition.MOST_RECENT: YesNo.YES,
    }
)


def _older_asking(message: Request) -> Request:
    asked = message.service_info
    if asked is None or asked.preferred_edition is None:
        return message
    either = asked.any_edition or _ANY_EDITION[asked.preferred_edition]
    asked = replace(asked, any_edition=either, preferred_edition=None)
    return replace(message, service_info=asked)


def _newer_asking(message: Request) -> Request:
    return message if message.service_info else replace(message, service_info=ServiceInfo())


MOVES: MappingProxyType[tuple[type, Dialect], Callable[[Any], Message]] = MappingProxyType(
    {
        (SupplyingAgencyMessage, Dialect.V1_1): _older_supply,
        (SupplyingAgencyMessage, Dialect.V1_2): _older_supply,
        (SupplyingAgencyMessage, Dialect.V2021): moved.away,
        (RequestingAgencyMessage, Dialect.V1_1): _older_requesting,
        (RequestingAgencyMessage, Dialect.V1_2): _older_requesting,
        (Request, Dialect.V1_1): _older_asking,
        (Request, Dialect.V1_2): _older_asking,
        (Request, Dialect.V2021): _newer_asking,
    }
)
