# house: table
"""The code lists of ISO 18626: closed lists as enumerations, open ones as known values.

Closed lists: ISO18626 §4 (spelling is exact). Open lists: ISO18626 §5; any other value is kept
verbatim and shown as it came.
"""

from enum import StrEnum


class Status(StrEnum):
    """`type_status`; the last two exist only in the 2021 edition."""

    REQUEST_RECEIVED = "RequestReceived"
    EXPECT_TO_SUPPLY = "ExpectToSupply"
    WILL_SUPPLY = "WillSupply"
    LOANED = "Loaned"
    OVERDUE = "Overdue"
    RECALLED = "Recalled"
    RETRY_POSSIBLE = "RetryPossible"
    UNFILLED = "Unfilled"
    COPY_COMPLETED = "CopyCompleted"
    LOAN_COMPLETED = "LoanCompleted"
    COMPLETED_WITHOUT_RETURN = "CompletedWithoutReturn"
    CANCELLED = "Cancelled"
    HOLD_RETURN = "HoldReturn"
    RELEASE_HOLD_RETURN = "ReleaseHoldReturn"


class Reason(StrEnum):
    """`type_reasonForMessage`."""

    REQUEST_RESPONSE = "RequestResponse"
    STATUS_REQUEST_RESPONSE = "StatusRequestResponse"
    RENEW_RESPONSE = "RenewResponse"
    CANCEL_RESPONSE = "CancelResponse"
    STATUS_CHANGE = "StatusChange"
    NOTIFICATION = "Notification"


class RequesterAction(StrEnum):
    """`type_action` of a requesting agency message; the last two exist only in 2021."""

    STATUS_REQUEST = "StatusRequest"
    RECEIVED = "Received"
    CANCEL = "Cancel"
    RENEW = "Renew"
    SHIPPED_RETURN = "ShippedReturn"
    SHIPPED_FORWARD = "ShippedForward"
    NOTIFICATION = "Notification"
    HOLD_RETURN = "HoldReturn"
    LOST = "Lost"


class RequestType(StrEnum):
    """`type_requestType`; absent means New."""

    NEW = "New"
    RETRY = "Retry"
    REMINDER = "Reminder"


class RequestSubType(StrEnum):
    """`type_requestSubType`."""

    BOOKING_REQUEST = "BookingRequest"
    MULTIPLE_ITEM_REQUEST = "MultipleItemRequest"
    PATRON_REQUEST = "PatronRequest"
    TRANSFER_REQUEST = "TransferRequest"
    SUPPLYING_LIBRARYS_CHOICE = "SupplyingLibrarysChoice"


class ServiceType(StrEnum):
    """`type_serviceType`."""

    COPY = "Copy"
    LOAN = "Loan"
    COPY_OR_LOAN = "CopyOrLoan"


class MessageStatus(StrEnum):
    """`type_messageStatus` of a confirmation."""

    OK = "OK"
    ERROR = "ERROR"


class ErrorType(StrEnum):
    """`type_errorType` of a confirmation."""

    UNSUPPORTED_ACTION_TYPE = "UnsupportedActionType"
    UNSUPPORTED_REASON = "UnsupportedReasonForMessageType"
    UNRECOGNISED_ELEMENT = "UnrecognisedDataElement"
    UNRECOGNISED_VALUE = "UnrecognisedDataValue"
    BADLY_FORMED = "BadlyFormedMessage"


class YesNo(StrEnum):
    """`type_yesNo`."""

    YES = "Y"
    NO = "N"


class PreferredEdition(StrEnum):
    """`type_preferredEdition`, 2021 only."""

    MOST_RECENT = "MostRecentEdition"
    THIS = "ThisEdition"
    ANY = "AnyEdition"


REASON_UNFILLED = (
    "NonCirculating",
    "NotAvailableForILL",
    "NotHeld",
    "NotOnShelf",
    "PolicyProblem",
    "PoorCondition",
)
REASON_RETRY = (
    "AtBindery",
    "CostExceedsMaxCost",
    "LoanPossible",
    "NotCurrentAvailableForILL",
    "NotFoundAsCited",
    "OnLoan",
    "OnOrder",
    "ReqDelDateNotPossible",
    "ReqDelMethodNotSupp",
)
REASON_RETRY_2021 = (
    "CourierNotSupp",
    "MultiVolAvail",
    "MustMeetLoanCondition",
    "ReqEditionNotPossible",
    "ReqFormatNotPossible",
    "ReqPayMethodNotSupported",
    "ReqServLevelNotSupp",
    "ReqServTypeNotPossible",
)
LOAN_CONDITION = (
    "LibraryUseOnly",
    "NoReproduction",
    "SignatureRequired",
    "SpecCollSupervReq",
    "WatchLibraryUseOnly",
)
SENT_VIA = ("ArticleExchange", "Ariel", "Email", "FTP", "Mail", "Odyssey", "URL", "Courier")
FORMAT = (
    "Blu-ray",
    "Braille",
    "CassetteTape",
    "CD",
    "CD-ROM",
    "Daisy-ROM",
    "DVD",
    "JPEG",
    "LargePrint",
    "LP",
    "Microform",
    "MP3",
    "Multimedia",
    "PaperCopy",
    "PDF",
    "Printed",
    "Tape",
    "TIFF",
    "VHS",
)
DEVIATION = ("wrong-item", "damaged", "pieces-missing", "came-as-copy", "other-due-date")
"""Our own codes for what was not as it should be when it came; never sent."""
CLOSE_REASON = (
    "withdrawn",
    "too-late",
    "duplicate",
    "owned",
    "open-access",
    "bought",
    "too-costly",
    "copyright",
    "policy",
    "other",
)
"""Our own reasons for closing or giving up (DESIGN §7, FEATURES B5); never sent."""
