"""The end of each real message where what it speaks of is known: its state in the ledger, why, and
where its request stands then; a confirmation also says where our message stands."""

from typing import NamedTuple


class End(NamedTuple):
    """`request` empty: there is none."""

    state: str
    reason: str = ""
    request: str = ""
    ours: str = ""


ENDS = {
    "constructed__completedWithoutReturn": End("applied", "", "done"),
    "constructed__date-no-timezone": End("applied", "date-without-zone", "on-its-way"),
    "constructed__doctype-xxe": End("quarantined", "doctype"),
    "constructed__encoding-broken-utf8": End("quarantined", "encoding"),
    "constructed__encoding-utf8-bom": End("applied", "", "on-its-way"),
    "constructed__holdReturn-2021": End("applied", "unexpected", "new"),
    "constructed__html-error-page": End("quarantined", "error-page"),
    "constructed__pair1-a-loaned": End("applied", "", "on-its-way"),
    "constructed__pair1-b-loaned-identical": End("applied", "", "on-its-way"),
    "constructed__pair3-a-request": End("applied", "", "new"),
    "constructed__pair3-b-request-same-id-other-title": End("applied", "", "new"),
    "constructed__requestReceived": End("applied", "", "sent"),
    "constructed__shippedForward": End("applied", "unexpected", "new"),
    "constructed__statusRequestResponse": End("applied", "", "will-supply"),
    "constructed__truncated": End("quarantined", "not-well-formed"),
    "constructed__unknown-element": End("applied", "unknown-element", "on-its-way"),
    "constructed__values-with-whitespace": End("applied", "", "on-its-way"),
    "constructed__wrong-order": End("applied", "", "on-its-way"),
    "crosslink__catalog-request-2": End("applied", "", "new"),
    "crosslink__catalog-request-4": End("applied", "", "new"),
    "crosslink__illmock-cancel-req": End("applied", "", "new"),
    "crosslink__illmock-renew-req": End("applied", "", "new"),
    "crosslink__misc-request-mock-multiple": End("attention", "not-usable"),
    "crosslink__msg-invalid": End("quarantined", "empty-envelope"),
    "crosslink__reqmsg-invalid-action": End("attention", "not-usable", "new"),
    "crosslink__reqmsg-no-reqid": End("attention", "unknown-request"),
    "crosslink__reqmsg-ok": End("applied", "", "new"),
    "crosslink__request-loaned-overdue-renew": End("applied", "", "new"),
    "crosslink__request-loaned": End("applied", "", "new"),
    "crosslink__request-no-reqid": End("attention", "not-usable"),
    "crosslink__request-retry-1": End("applied", "", "new"),
    "crosslink__request-retry-changed-bibinfo": End("applied", "", "new"),
    "crosslink__request-retry-non-existing": End("applied", "", "retry-offered"),
    "crosslink__request-unfilled-2": End("applied", "", "new"),
    "crosslink__request-unfilled": End("applied", "", "new"),
    "crosslink__request-willsupply-loaned": End("applied", "", "new"),
    "crosslink__supmsg-invalid-status": End("attention", "not-usable", "sent"),
    "crosslink__supmsg-notification": End("applied", "", "sent"),
    "derived__alma-accept-plain": End("applied", "", "new"),
    "derived__alma-loaned-items": End("applied", "", "on-its-way"),
    "derived__crosslink-copyCompleted-url": End("applied", "", "copy-sent"),
    "derived__crosslink-ramConfirmation-ok": End("applied", "", "sent", "confirmed"),
    "derived__crosslink-requestConfirmation-ok": End("applied", "", "sent", "confirmed"),
    "derived__crosslink-samConfirmation-status-not-allowed": End(
        "applied", "", "to-fetch", "refused"
    ),
    "derived__koha2021-requestConfirmation-errors": End("applied", "", "sent", "refused"),
    "derived__koha2021-retry": End("applied", "", "retry"),
    "derived__mock-retry-condition": End("applied", "", "retry"),
    "derived__mock-retry-cost": End("applied", "", "retry"),
    "derived__reshare-agreeConditions": End("applied", "", "new"),
    "derived__reshare-requestConfirmation-exists": End("applied", "", "sent", "refused"),
    "derived__reshare-willSupply-condition": End("applied", "", "conditions"),
    "koha__embedded-ram-StatusRequest": End("attention", "foreign-namespace", "new"),
    "koha__embedded-request-no-serviceInfo": End("attention", "foreign-namespace"),
    "koha__embedded-request": End("attention", "foreign-namespace"),
    "oclc__NewRequest": End("applied", "", "new"),
    "oclc__RequestConfirmationSample1": End("applied", "", "sent", "confirmed"),
    "oclc__RequestFullWSILLMappingSample1": End("attention", "not-for-us"),
    "oclc__RequestSample1ForISOService": End("attention", "not-for-us"),
    "oclc__RequestingAgencyConfirmationReceivedSample1": End("applied", "", "sent", "confirmed"),
    "oclc__RequestingAgencyMessageCancel": End("applied", "", "new"),
    "oclc__RequestingAgencyMessageReceived": End("applied", "unexpected", "new"),
    "oclc__RequestingAgencyMessageReturned": End("applied", "unexpected", "new"),
    "oclc__SupplyingAgencyMessageCancelYes": End("applied", "", "cancelled"),
    "oclc__SupplyingAgencyMessageClosedSupplied": End("applied", "", "done"),
    "oclc__SupplyingAgencyMessageConfirmationSample1": End("applied", "", "to-fetch", "confirmed"),
    "oclc__SupplyingAgencyMessageLoaned": End("applied", "", "on-its-way"),
    "oclc__SupplyingAgencyMessageNotificationSample1": End("applied", "", "sent"),
    "oclc__SupplyingAgencyMessageRecall": End("applied", "", "on-its-way"),
    "oclc__SupplyingAgencyMessageRenewNo": End("applied", "unexpected", "sent"),
    "oclc__SupplyingAgencyMessageShippedCopy": End("applied", "", "on-its-way"),
    "reshare__bare-request": End("applied", "no-envelope", "new"),
    "reshare__bare-requestingAgencyMessage": End("applied", "no-envelope", "new"),
    "reshare__bare-supplyingAgencyMessageConfirmation": End("applied", "", "to-fetch", "confirmed"),
    "reshare__embedded-ram-confirmation-error": End(
        "attention", "unmatched-confirmation", "sent", "written"
    ),
    "reshare__illmockrequest": End("applied", "", "new"),
    "reshare__okapi-req_1": End("applied", "", "new"),
    "reshare__patronRequest": End("applied", "", "new"),
    "reshare__statusChange-ExpectToSupply-noNamespace": End("attention", "no-namespace", "sent"),
    "reshare__statusChange-Loaned-emptyElements": End("applied", "", "on-its-way"),
}
