# house: table
"""The elements of each structure in the order of each edition's schema, with cardinality and type.

One line an element: `name:type:cardinality`, and `=field` where the value's field is not the
snake case of the name. Types: S text, D dateTime, B boolean, I integer, U integer from 0,
N decimal, C open code, P open code without its list's name, a capitalised name for a structure,
a code list's name for a closed list. Cardinality: `1`, `?` (0..1), `3` (0..3), `*` (0..n).
Both the writer and the strict check read these lines. A test compares those of 1.2 and 2021-2
with the official schemas; of 1.1 only a schema derived from 1.2 by its change log is known, so
1.1 is as right as that one is. `STRUCTURES` are those of 1.2, `CHANGED` what another edition
has instead. Reading takes all of them together, wherever they stand.
"""

import re
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any

from ill_desktop.domain import codes, message
from ill_desktop.domain.exchange import Dialect

NAMESPACE = "http://illtransactions.org/2013/iso18626"

CLOSED = MappingProxyType(
    {
        "Action": codes.RequesterAction,
        "Reason": codes.Reason,
        "Status": codes.Status,
        "RequestType": codes.RequestType,
        "RequestSubType": codes.RequestSubType,
        "ServiceType": codes.ServiceType,
        "MessageStatus": codes.MessageStatus,
        "ErrorType": codes.ErrorType,
        "YesNo": codes.YesNo,
        "PreferredEdition": codes.PreferredEdition,
    }
)

STRUCTURES = MappingProxyType(
    {
        "Request": """
            header:Header:1 bibliographicInfo:BibliographicInfo:1
            publicationInfo:PublicationInfo:? serviceInfo:ServiceInfo:?
            supplierInfo:SupplierInfo:* requestedDeliveryInfo:RequestedDeliveryInfo:*
            requestingAgencyInfo:RequestingAgencyInfo:? patronInfo:PatronInfo:?
            billingInfo:BillingInfo:?""",
        "SupplyingAgencyMessage": """
            header:Header:1 messageInfo:MessageInfo:1 statusInfo:StatusInfo:1
            deliveryInfo:DeliveryInfo:? returnInfo:ReturnInfo:?""",
        "RequestingAgencyMessage": "header:Header:1 action:Action:1 note:S:?",
        "RequestConfirmation": """
            confirmationHeader=header:ConfirmationHeader:1 errorData:ErrorData:?""",
        "SupplyingConfirmation": """
            confirmationHeader=header:ConfirmationHeader:1 reasonForMessage:Reason:?
            errorData:ErrorData:?""",
        "RequestingConfirmation": """
            confirmationHeader=header:ConfirmationHeader:1 action:Action:? errorData:ErrorData:?""",
        "Header": """
            supplyingAgencyId:AgencyId:1 requestingAgencyId:AgencyId:1
            multipleItemRequestId:S:1 timestamp:D:1 requestingAgencyRequestId:S:1
            supplyingAgencyRequestId:S:? requestingAgencyAuthentication:Authentication:?""",
        "ConfirmationHeader": """
            supplyingAgencyId:AgencyId:? requestingAgencyId:AgencyId:? timestamp:D:1
            requestingAgencyRequestId:S:? multipleItemRequestId:S:? timestampReceived:D:1
            messageStatus:MessageStatus:1""",
        "AgencyId": "agencyIdType:C:1 agencyIdValue:S:1",
        "Authentication": "accountId:S:? securityCode:S:?",
        "BibliographicInfo": """
            supplierUniqueRecordId:S:? title:S:? author:S:? subtitle:S:? seriesTitle:S:?
            edition:S:? titleOfComponent:S:? authorOfComponent:S:? volume:S:? issue:S:?
            pagesRequested:S:? estimatedNoPages:S:? bibliographicItemId:BibliographicItemId:*
            sponsor:S:? informationSource:S:? bibliographicRecordId:BibliographicRecordId:*""",
        "BibliographicItemId": """
            bibliographicItemIdentifier:S:1 bibliographicItemIdentifierCode:C:1""",
        "BibliographicRecordId": """
            bibliographicRecordIdentifierCode:C:1 bibliographicRecordIdentifier:S:1""",
        "PublicationInfo": """
            publisher:S:? publicationType:C:? publicationDate:S:? placeOfPublication:S:?""",
        "ServiceInfo": """
            requestType:RequestType:? requestSubType:RequestSubType:3
            requestingAgencyPreviousRequestId:S:? serviceType:ServiceType:1 serviceLevel:C:?
            preferredFormat:C:? needBeforeDate:D:? copyrightCompliance:C:? anyEdition:YesNo:?
            startDate:D:? endDate:D:? note:S:?""",
        "SupplierInfo": """
            sortOrder:I:? supplierCode:AgencyId:? supplierDescription:S:?
            bibliographicRecordId:BibliographicRecordId:? callNumber:S:? summaryHoldings:S:?
            availabilityNote:S:?""",
        "RequestedDeliveryInfo": "sortOrder:I:? address:Address:?",
        "Address": "electronicAddress:ElectronicAddress:? physicalAddress:PhysicalAddress:?",
        "ElectronicAddress": "electronicAddressType:C:1 electronicAddressData:S:1",
        "PhysicalAddress": """
            line1:S:? line2:S:? locality:S:? postalCode:S:? region:C:? country:C:?""",
        "RequestingAgencyInfo": "name:S:? contactName:S:? address:Address:*",
        "PatronInfo": """
            patronId:S:? surname:S:? givenName:S:? patronType:C:? sendToPatron:YesNo:?
            address:Address:*""",
        "BillingInfo": """
            paymentMethod:C:? maximumCosts:Costs:? billingMethod:C:? billingName:S:?
            address:Address:?""",
        "Costs": "currencyCode:C:1 monetaryValue:N:1",
        "MessageInfo": """
            reasonForMessage:Reason:1 answerYesNo:YesNo:? note:S:? reasonUnfilled:C:?
            reasonRetry:C:? offeredCosts:Costs:? retryAfter:D:? retryBefore:D:?""",
        "StatusInfo": "status:Status:1 expectedDeliveryDate:D:? dueDate:D:? lastChange:D:1",
        "DeliveryInfo": """
            dateSent:D:1 itemId:S:? sentVia:C:? sentToPatron:B:? loanCondition:C:?
            deliveredFormat:C:? deliveryCosts:Costs:?""",
        "ReturnInfo": "returnAgencyId:AgencyId:? name:S:? physicalAddress:PhysicalAddress:?",
        "ErrorData": "errorType:ErrorType:1 errorValue:S:?",
        "RetryInfo": "",
        "ShippingInfo": "",
        "RequestHeader": "",
        "SupplyingHeader": "",
        "RequestingHeader": "",
    }
)

CHANGED: MappingProxyType[Dialect, MappingProxyType[str, str]] = MappingProxyType(
    {
        Dialect.V1_1: MappingProxyType(
            {
                "Header": """
                    supplyingAgencyId:AgencyId:1 requestingAgencyId:AgencyId:1 timestamp:D:1
                    requestingAgencyRequestId:S:1 supplyingAgencyRequestId:S:?
                    requestingAgencyAuthentication:Authentication:?""",
                "ConfirmationHeader": """
                    supplyingAgencyId:AgencyId:? requestingAgencyId:AgencyId:? timestamp:D:1
                    requestingAgencyRequestId:S:? timestampReceived:D:1
                    messageStatus:MessageStatus:1""",
                "ServiceInfo": """
                    requestType:RequestType:? requestingAgencyPreviousRequestId:S:?
                    serviceType:ServiceType:1 serviceLevel:C:? preferredFormat:C:?
                    needBeforeDate:D:? copyrightCompliance:C:? anyEdition:YesNo:? note:S:?""",
            }
        ),
        Dialect.V1_2: MappingProxyType({}),
        Dialect.V2021: MappingProxyType(
            {
                "Request": """
                    header:RequestHeader:1 bibliographicInfo:BibliographicInfo:1
                    publicationInfo:PublicationInfo:? serviceInfo:ServiceInfo:1
                    supplierInfo:SupplierInfo:* requestedDeliveryInfo:RequestedDeliveryInfo:*
                    requestingAgencyInfo:RequestingAgencyInfo:? patronInfo:PatronInfo:?
                    billingInfo:BillingInfo:?""",
                "SupplyingAgencyMessage": """
                    header:SupplyingHeader:1 messageInfo:MessageInfo:1 statusInfo:StatusInfo:1
                    retryInfo:RetryInfo:? deliveryInfo:DeliveryInfo:? shippingInfo:ShippingInfo:?
                    returnInfo:ReturnInfo:?""",
                "RequestingAgencyMessage": "header:RequestingHeader:1 action:Action:1 note:S:?",
                "RequestConfirmation": """
                    confirmationHeader=header:ConfirmationHeader:1 errorData:ErrorData:*""",
                "SupplyingConfirmation": """
                    confirmationHeader=header:ConfirmationHeader:1 reasonForMessage:Reason:?
                    errorData:ErrorData:*""",
                "RequestingConfirmation": """
                    confirmationHeader=header:ConfirmationHeader:1 action:Action:?
                    errorData:ErrorData:*""",
                "Header": "",
                "RequestHeader": """
                    supplyingAgencyId:AgencyId:? requestingAgencyId:AgencyId:1
                    consortialId:AgencyId:? multipleItemRequestId:S:? timestamp:D:1
                    requestingAgencyRequestId:S:1
                    requestingAgencyAuthentication:Authentication:?""",
                "SupplyingHeader": """
                    supplyingAgencyId:AgencyId:1 requestingAgencyId:AgencyId:1 timestamp:D:1
                    requestingAgencyRequestId:S:1 supplyingAgencyRequestId:S:?""",
                "RequestingHeader": """
                    supplyingAgencyId:AgencyId:1 requestingAgencyId:AgencyId:1
                    consortialId:AgencyId:? timestamp:D:1 requestingAgencyRequestId:S:1
                    supplyingAgencyRequestId:S:? requestingAgencyAuthentication:Authentication:?""",
                "ConfirmationHeader": """
                    supplyingAgencyId:AgencyId:? requestingAgencyId:AgencyId:? timestamp:D:1
                    requestingAgencyRequestId:S:? timestampReceived:D:1
                    messageStatus:MessageStatus:1""",
                "BibliographicInfo": """
                    supplierUniqueRecordId:S:? title:S:? author:S:? authorId:S:? subtitle:S:?
                    seriesTitle:S:? edition:S:? titleOfComponent:S:? authorOfComponent:S:?
                    volume:S:* issue:S:? pagesRequested:S:? estimatedNoPages:S:?
                    bibliographicItemId:BibliographicItemId:* sponsor:S:? informationSource:S:?
                    bibliographicRecordId:BibliographicRecordId:*""",
                "BibliographicItemId": """
                    bibliographicItemIdentifierCode:C:1 bibliographicItemIdentifier:S:1""",
                "PublicationInfo": """
                    publisher:S:? publisherId:S:? publicationType:C:? publicationDate:S:?
                    placeOfPublication:S:?""",
                "ServiceInfo": """
                    requestType:RequestType:? requestSubType:RequestSubType:*
                    requestingAgencyPreviousRequestId:S:? serviceType:ServiceType:1
                    serviceLevel:C:? itemFormat=preferredFormat:C:? needBeforeDate:D:?
                    copyrightCompliance:C:? anyEdition:YesNo:?
                    preferredEdition:PreferredEdition:? loanCondition:C:* startDate:D:?
                    endDate:D:? note:S:?""",
                "SupplierInfo": """
                    sortOrder:U:? supplierCode:AgencyId:? supplierDescription:S:?
                    bibliographicRecordId:BibliographicRecordId:? callNumber:S:?
                    summaryHoldings:S:? availabilityNote:S:?""",
                "RequestedDeliveryInfo": """
                    sortOrder:U:? address:Address:? deliveryMethod:C:? courierName:C:?""",
                "PhysicalAddress": """
                    line1:S:? line2:S:? locality:S:? postalCode:S:? region:P:? country:C:?""",
                "MessageInfo": """
                    reasonForMessage:Reason:1 answerYesNo:YesNo:? note:S:? reasonUnfilled:C:?
                    reasonRetry:C:?""",
                "RetryInfo": """
                    loanCondition:C:* edition:S:* itemFormat:C:* volume:S:*
                    serviceType:ServiceType:? serviceLevel:C:* deliveryMethod:C:* courierName:C:*
                    offeredCosts:Costs:* paymentMethod:C:* retryBefore:D:? retryAfter:D:?""",
                "DeliveryInfo": """
                    dateSent:D:1 itemId:S:* URL=url:S:? deliveryMethod=sentVia:C:?
                    address:Address:? sentToPatron:B:? loanCondition:C:*
                    itemFormat=deliveredFormat:C:? serviceType:ServiceType:?
                    deliveryCosts:Costs:* paymentMethod:C:?""",
                "ShippingInfo": """
                    courierName:C:? trackingId:S:* insurance:YesNo:? insuranceThirdParty:YesNo:?
                    thirdPartyName:S:? insuranceCosts:Costs:*""",
            }
        ),
    }
)

RAW = frozenset({"requestingAgencyRequestId", "supplyingAgencyRequestId"})
"""Texts kept with their blanks, because they are echoed; they are trimmed for matching."""

PAYLOADS = MappingProxyType(
    {
        "request": "Request",
        "supplyingAgencyMessage": "SupplyingAgencyMessage",
        "requestingAgencyMessage": "RequestingAgencyMessage",
        "requestConfirmation": "RequestConfirmation",
        "supplyingAgencyMessageConfirmation": "SupplyingConfirmation",
        "requestingAgencyMessageConfirmation": "RequestingConfirmation",
    }
)

_SAME_CLASS = re.compile(r"(Confirmation|Header)$")


def _class_of(name: str) -> type[Any]:
    """The value's class: one for every confirmation, one for every message's header."""
    kind = _SAME_CLASS.search(name)
    own = name if kind is None or name == "ConfirmationHeader" else kind[1]
    found: type[Any] = getattr(message, own)
    return found


CLASSES = MappingProxyType({name: _class_of(name) for name in STRUCTURES})


@dataclass(frozen=True, slots=True)
class Element:
    """One line of the table. `most` None: any number."""

    name: str
    field: str
    type: str
    least: int
    most: int | None


_COUNTS = MappingProxyType({"1": (1, 1), "?": (0, 1), "3": (0, 3), "*": (0, None)})
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def _element(line: str) -> Element:
    name, kind, count = line.split(":")
    name, _, other = name.partition("=")
    least, most = _COUNTS[count]
    return Element(name, _HUMP.sub("_", other or name).lower(), kind, least, most)


def _elements(lines: str) -> tuple[Element, ...]:
    return tuple(_element(line) for line in lines.split())


ORDER = MappingProxyType(
    {
        dialect: MappingProxyType(
            {name: _elements(changed.get(name, lines)) for name, lines in STRUCTURES.items()}
        )
        for dialect, changed in CHANGED.items()
    }
)
"""What is written, in order, in each edition."""

_HEADERS = ("RequestHeader", "Header")


def _all_of(name: str) -> dict[str, Element]:
    names = _HEADERS if name == "Header" else (name,)
    return {
        line.name: line
        for dialect in (Dialect.V2021, Dialect.V1_2)
        for one in names
        for line in ORDER[dialect][one]
    }


READ = MappingProxyType({name: MappingProxyType(_all_of(name)) for name in STRUCTURES})
"""What is understood, by name: all editions together."""

REPEATS = MappingProxyType(
    {
        cls: frozenset(f.name for f in fields(cls) if str(f.type).startswith("tuple"))
        for cls in CLASSES.values()
    }
)
"""The fields of a value that hold several."""

LATER_CODES = MappingProxyType(
    {
        "Action": frozenset({codes.RequesterAction.HOLD_RETURN, codes.RequesterAction.LOST}),
        "Status": frozenset({codes.Status.HOLD_RETURN, codes.Status.RELEASE_HOLD_RETURN}),
    }
)
"""Codes of closed lists that only the 2021 edition has."""


def codes_of(name: str, dialect: Dialect) -> frozenset[str]:
    """The codes of a closed list in an edition."""
    later = () if dialect is Dialect.V2021 else LATER_CODES.get(name, ())
    return frozenset(code.value for code in CLOSED[name] if code not in later)
