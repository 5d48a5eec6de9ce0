# house: table
"""The elements of each structure in the order of the v1.2 schema, with cardinality and type.

One line an element: `name:type:cardinality`, and `=field` where the value's field is not the
snake case of the name. Types: S text, D dateTime, B boolean, I integer, N decimal, C open code,
a capitalised class name for a structure, a code list's name for a closed list. Cardinality:
`1`, `?` (0..1), `3` (0..3), `*` (0..n). Both the writer and the strict check read these lines;
a test compares them with the official schema. `LATER` are what only other editions have: read
wherever they stand, not written.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from ill_desktop.domain import codes, message

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
    }
)

LATER = MappingProxyType(
    {
        "SupplyingAgencyMessage": "retryInfo:RetryInfo:? shippingInfo:ShippingInfo:?",
        "Header": "consortialId:AgencyId:?",
        "BibliographicInfo": "authorId:S:?",
        "PublicationInfo": "publisherId:S:?",
        "ServiceInfo": """
            itemFormat=preferredFormat:C:? preferredEdition:PreferredEdition:?
            loanCondition:C:*""",
        "RequestedDeliveryInfo": "deliveryMethod:C:? courierName:C:?",
        "DeliveryInfo": """
            URL=url:S:? deliveryMethod=sentVia:C:? address:Address:?
            itemFormat=deliveredFormat:C:? serviceType:ServiceType:? paymentMethod:C:?""",
        "RetryInfo": """
            loanCondition:C:* edition:S:* itemFormat:C:* volume:S:* serviceType:ServiceType:?
            serviceLevel:C:* deliveryMethod:C:* courierName:C:* offeredCosts:Costs:*
            paymentMethod:C:* retryBefore:D:? retryAfter:D:?""",
        "ShippingInfo": """
            courierName:C:? trackingId:S:* insurance:YesNo:? insuranceThirdParty:YesNo:?
            thirdPartyName:S:? insuranceCosts:Costs:*""",
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

CLASSES = MappingProxyType(
    {
        name: getattr(message, "Confirmation" if name.endswith("Confirmation") else name)
        for name in STRUCTURES
    }
)


class Dialect(StrEnum):
    """Edition a message is written in; 1.2 is the one written so far."""

    V1_2 = "1.2"


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


ORDER = MappingProxyType({name: _elements(lines) for name, lines in STRUCTURES.items()})
"""What is written, in order."""

READ = MappingProxyType(
    {
        name: {e.name: e for e in (*ORDER[name], *_elements(LATER.get(name, "")))}
        for name in STRUCTURES
    }
)
"""What is understood, by name."""
