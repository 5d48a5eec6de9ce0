# house: table
"""The messages of ISO 18626 as values; no XML.

Field names are the snake case of the v1.2 element names (ISO18626 §2–3). Elements that only the
2021 edition has are further fields; those it renamed keep their v1.2 name, and those it moved
keep their v1.2 place. Repeated elements are tuples, absent ones None or empty. Instants are
aware and UTC; a day alone is its last second, 23:59:59 UTC.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from ill_desktop.domain.codes import (
    ErrorType,
    MessageStatus,
    PreferredEdition,
    Reason,
    RequesterAction,
    RequestSubType,
    RequestType,
    ServiceType,
    Status,
    YesNo,
)
from ill_desktop.domain.identity import Symbol


class MessageKind(StrEnum):
    """The six payloads an envelope can hold."""

    REQUEST = "request"
    SUPPLYING = "supplyingAgencyMessage"
    REQUESTING = "requestingAgencyMessage"
    REQUEST_CONFIRMATION = "requestConfirmation"
    SUPPLYING_CONFIRMATION = "supplyingAgencyMessageConfirmation"
    REQUESTING_CONFIRMATION = "requestingAgencyMessageConfirmation"


@dataclass(frozen=True, slots=True)
class Coded:
    """A value of an open code list and the list's name; both verbatim."""

    value: str
    scheme: str | None = None


@dataclass(frozen=True, slots=True)
class AgencyId:
    """A library as a message names it."""

    agency_id_type: Coded
    agency_id_value: str

    @property
    def symbol(self) -> Symbol:
        """The same as our directory writes it."""
        return Symbol(self.agency_id_type.value.strip().upper(), self.agency_id_value.strip())

    @classmethod
    def of(cls, symbol: Symbol) -> "AgencyId":
        """A symbol of the directory as messages name it."""
        return cls(Coded(symbol.authority), symbol.value)


@dataclass(frozen=True, slots=True)
class Authentication:
    """An account at the other library. Never logged, never shown."""

    account_id: str | None = None
    security_code: str | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """Who, to whom, when, and about which request; one class for all three messages."""

    supplying_agency_id: AgencyId | None = None
    requesting_agency_id: AgencyId | None = None
    consortial_id: AgencyId | None = None
    multiple_item_request_id: str = ""
    timestamp: datetime | None = None
    requesting_agency_request_id: str = ""
    supplying_agency_request_id: str | None = None
    requesting_agency_authentication: Authentication | None = None


@dataclass(frozen=True, slots=True)
class ConfirmationHeader:
    """A confirmation's header; `timestamp_received` echoes the other's timestamp (§8.2)."""

    supplying_agency_id: AgencyId | None = None
    requesting_agency_id: AgencyId | None = None
    timestamp: datetime | None = None
    requesting_agency_request_id: str | None = None
    multiple_item_request_id: str | None = None
    timestamp_received: datetime | None = None
    message_status: MessageStatus = MessageStatus.OK


@dataclass(frozen=True, slots=True)
class Costs:
    """An amount; the currency is an open code."""

    currency_code: Coded
    monetary_value: Decimal


@dataclass(frozen=True, slots=True)
class PhysicalAddress:
    """Where a parcel goes, in the sender's own division into lines."""

    line1: str | None = None
    line2: str | None = None
    locality: str | None = None
    postal_code: str | None = None
    region: Coded | None = None
    country: Coded | None = None


@dataclass(frozen=True, slots=True)
class ElectronicAddress:
    """An e-mail address or the like."""

    electronic_address_type: Coded
    electronic_address_data: str


@dataclass(frozen=True, slots=True)
class Address:
    """Exactly one of the two."""

    electronic_address: ElectronicAddress | None = None
    physical_address: PhysicalAddress | None = None


@dataclass(frozen=True, slots=True)
class BibliographicItemId:
    """An ISBN, ISSN or ISMN."""

    bibliographic_item_identifier: str
    bibliographic_item_identifier_code: Coded


@dataclass(frozen=True, slots=True)
class BibliographicRecordId:
    """A record number in some catalogue."""

    bibliographic_record_identifier_code: Coded
    bibliographic_record_identifier: str


@dataclass(frozen=True, slots=True)
class BibliographicInfo:
    """What is wanted (§3.3). For an article, `title` is the journal."""

    supplier_unique_record_id: str | None = None
    title: str | None = None
    author: str | None = None
    author_id: str | None = None
    subtitle: str | None = None
    series_title: str | None = None
    edition: str | None = None
    title_of_component: str | None = None
    author_of_component: str | None = None
    volume: tuple[str, ...] = ()
    issue: str | None = None
    pages_requested: str | None = None
    estimated_no_pages: str | None = None
    bibliographic_item_id: tuple[BibliographicItemId, ...] = ()
    sponsor: str | None = None
    information_source: str | None = None
    bibliographic_record_id: tuple[BibliographicRecordId, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicationInfo:
    """Who published it, when and where; the date is free text."""

    publisher: str | None = None
    publisher_id: str | None = None
    publication_type: Coded | None = None
    publication_date: str | None = None
    place_of_publication: str | None = None


@dataclass(frozen=True, slots=True)
class ServiceInfo:
    """Loan or copy, until when, on what terms; `request_type` None means New."""

    request_type: RequestType | None = None
    request_sub_type: tuple[RequestSubType, ...] = ()
    requesting_agency_previous_request_id: str | None = None
    service_type: ServiceType = ServiceType.COPY_OR_LOAN
    service_level: Coded | None = None
    preferred_format: Coded | None = None
    need_before_date: datetime | None = None
    copyright_compliance: Coded | None = None
    any_edition: YesNo | None = None
    preferred_edition: PreferredEdition | None = None
    loan_condition: tuple[Coded, ...] = ()
    start_date: datetime | None = None
    end_date: datetime | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SupplierInfo:
    """A hint at who might have it, and under which call number."""

    sort_order: int | None = None
    supplier_code: AgencyId | None = None
    supplier_description: str | None = None
    bibliographic_record_id: BibliographicRecordId | None = None
    call_number: str | None = None
    summary_holdings: str | None = None
    availability_note: str | None = None


@dataclass(frozen=True, slots=True)
class RequestedDeliveryInfo:
    """Where it should go; the lowest `sort_order` is the first wish."""

    sort_order: int | None = None
    address: Address | None = None
    delivery_method: Coded | None = None
    courier_name: Coded | None = None


@dataclass(frozen=True, slots=True)
class RequestingAgencyInfo:
    """The borrowing library in its own words."""

    name: str | None = None
    contact_name: str | None = None
    address: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class PatronInfo:
    """The reader. We send as little of this as we can."""

    patron_id: str | None = None
    surname: str | None = None
    given_name: str | None = None
    patron_type: Coded | None = None
    send_to_patron: YesNo | None = None
    address: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class BillingInfo:
    """Limits and how to bill."""

    payment_method: Coded | None = None
    maximum_costs: Costs | None = None
    billing_method: Coded | None = None
    billing_name: str | None = None
    address: Address | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A new request, a retry or a reminder."""

    header: Header
    bibliographic_info: BibliographicInfo = BibliographicInfo()
    publication_info: PublicationInfo | None = None
    service_info: ServiceInfo | None = None
    supplier_info: tuple[SupplierInfo, ...] = ()
    requested_delivery_info: tuple[RequestedDeliveryInfo, ...] = ()
    requesting_agency_info: RequestingAgencyInfo | None = None
    patron_info: PatronInfo | None = None
    billing_info: BillingInfo | None = None


@dataclass(frozen=True, slots=True)
class MessageInfo:
    """Why a supplier writes. Costs and retry dates live here for every edition."""

    reason_for_message: Reason = Reason.STATUS_CHANGE
    answer_yes_no: YesNo | None = None
    note: str | None = None
    reason_unfilled: Coded | None = None
    reason_retry: Coded | None = None
    offered_costs: Costs | None = None
    retry_after: datetime | None = None
    retry_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class StatusInfo:
    """Where the request stands. `status` None: as it was (an odd but usual sender)."""

    status: Status | None = None
    expected_delivery_date: datetime | None = None
    due_date: datetime | None = None
    last_change: datetime | None = None


@dataclass(frozen=True, slots=True)
class RetryInfo:
    """What would make it possible (2021).

    Its costs and dates are read into `MessageInfo`, their place in every edition, and stand
    here only while a message of the 2021 edition is written.
    """

    loan_condition: tuple[Coded, ...] = ()
    edition: tuple[str, ...] = ()
    item_format: tuple[Coded, ...] = ()
    volume: tuple[str, ...] = ()
    service_type: ServiceType | None = None
    service_level: tuple[Coded, ...] = ()
    delivery_method: tuple[Coded, ...] = ()
    courier_name: tuple[Coded, ...] = ()
    offered_costs: tuple[Costs, ...] = ()
    payment_method: tuple[Coded, ...] = ()
    retry_before: datetime | None = None
    retry_after: datetime | None = None


@dataclass(frozen=True, slots=True)
class DeliveryInfo:
    """What was sent and how. `date_sent` alone does not mean that anything was."""

    date_sent: datetime | None = None
    item_id: tuple[str, ...] = ()
    url: str | None = None
    sent_via: Coded | None = None
    address: Address | None = None
    sent_to_patron: bool | None = None
    loan_condition: tuple[Coded, ...] = ()
    delivered_format: Coded | None = None
    service_type: ServiceType | None = None
    delivery_costs: tuple[Costs, ...] = ()
    payment_method: Coded | None = None


@dataclass(frozen=True, slots=True)
class ShippingInfo:
    """Courier, tracking and insurance (2021)."""

    courier_name: Coded | None = None
    tracking_id: tuple[str, ...] = ()
    insurance: YesNo | None = None
    insurance_third_party: YesNo | None = None
    third_party_name: str | None = None
    insurance_costs: tuple[Costs, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnInfo:
    """Where to send it back."""

    return_agency_id: AgencyId | None = None
    name: str | None = None
    physical_address: PhysicalAddress | None = None


@dataclass(frozen=True, slots=True)
class SupplyingAgencyMessage:
    """Every answer, status and note of a supplier."""

    header: Header
    message_info: MessageInfo = MessageInfo()
    status_info: StatusInfo | None = None
    retry_info: RetryInfo | None = None
    delivery_info: DeliveryInfo | None = None
    shipping_info: ShippingInfo | None = None
    return_info: ReturnInfo | None = None


@dataclass(frozen=True, slots=True)
class RequestingAgencyMessage:
    """What the borrower says about a request under way."""

    header: Header
    action: RequesterAction = RequesterAction.NOTIFICATION
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ErrorData:
    """Why a message was not usable; `error_value` is free text. The type is a hint (§8.1)."""

    error_type: ErrorType | None = None
    error_value: str | None = None


@dataclass(frozen=True, slots=True)
class Confirmation:
    """*I have it and can read it*, or not; never yes or no to the request."""

    kind: MessageKind
    header: ConfirmationHeader
    reason_for_message: Reason | None = None
    action: RequesterAction | None = None
    error_data: tuple[ErrorData, ...] = ()


Message = Request | SupplyingAgencyMessage | RequestingAgencyMessage | Confirmation

CONFIRMATION_OF = {
    MessageKind.REQUEST: MessageKind.REQUEST_CONFIRMATION,
    MessageKind.SUPPLYING: MessageKind.SUPPLYING_CONFIRMATION,
    MessageKind.REQUESTING: MessageKind.REQUESTING_CONFIRMATION,
}


def kind_of(message: Message) -> MessageKind:
    """Which payload a message is."""
    if isinstance(message, Confirmation):
        return message.kind
    if isinstance(message, Request):
        return MessageKind.REQUEST
    if isinstance(message, SupplyingAgencyMessage):
        return MessageKind.SUPPLYING
    return MessageKind.REQUESTING
