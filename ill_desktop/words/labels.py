# house: table
"""What states, actions, flags, queues and codes are called (LIFECYCLE §2–3, LOOK vocabulary)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from ill_desktop.domain.lifecycle.states import (
    Action,
    Flag,
    Heard,
    Milestone,
    Service,
    Side,
    State,
    Timer,
    Turn,
)
from ill_desktop.domain.queues import Queue
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

_B, _L = Side.BORROWING, Side.LENDING

STATES: Mapping[tuple[Side, State], str] = MappingProxyType(
    {
        (_B, State.DRAFT): mark("State", "Draft"),
        (_B, State.SENT): mark("State", "Waiting for an answer"),
        (_B, State.EXPECTED): mark("State", "They expect to supply"),
        (_B, State.WILL_SUPPLY): mark("State", "Will be supplied"),
        (_B, State.CONDITIONS): mark("State", "Conditions to decide"),
        (_B, State.RETRY): mark("State", "Can be tried again"),
        (_B, State.NOT_SUPPLIED): mark("State", "Not supplied, ask next"),
        (_B, State.ON_ITS_WAY): mark("State", "On its way to us"),
        (_B, State.COPY_SENT): mark("State", "Copy sent to us"),
        (_B, State.HERE): mark("State", "Here"),
        (_B, State.SENT_BACK): mark("State", "Sent back"),
        (_B, State.DONE): mark("State", "Completed"),
        (_B, State.CANCELLED): mark("State", "Cancelled"),
        (_B, State.UNFILLED): mark("State", "Not obtainable"),
        (_B, State.CLOSED): mark("State", "Closed by staff"),
        (_L, State.NEW): mark("State", "New request"),
        (_L, State.EXPECTED): mark("State", "Being checked"),
        (_L, State.WAIT_CONDITIONS): mark("State", "Conditions offered"),
        (_L, State.TO_FETCH): mark("State", "To be fetched"),
        (_L, State.TO_SEND): mark("State", "Fetched, to be sent"),
        (_L, State.SENT_OUT): mark("State", "Sent out"),
        (_L, State.AT_BORROWER): mark("State", "At borrowing library"),
        (_L, State.COMING_BACK): mark("State", "On its way back"),
        (_L, State.DONE): mark("State", "Completed"),
        (_L, State.UNFILLED): mark("State", "Not supplied"),
        (_L, State.RETRY_OFFERED): mark("State", "Asked to try again"),
        (_L, State.CANCELLED): mark("State", "Cancelled"),
        (_L, State.LOST): mark("State", "Closed without return"),
        (_L, State.CLOSED): mark("State", "Closed by staff"),
    }
)

PRESSING: Mapping[tuple[Side, Flag], str] = MappingProxyType(
    {
        (_B, Flag.RECALLED): mark("State", "Recalled: send back"),
        (_B, Flag.CANCEL_ASKED): mark("State", "Sent despite cancel"),
        (_L, Flag.CANCEL_ASKED): mark("State", "They ask to cancel"),
        (_L, Flag.RENEW_ASKED): mark("State", "They ask to renew"),
        (_L, Flag.RECALLED): mark("State", "Recalled"),
    }
)
"""What is shown instead of a state while `standing.pressing` names it."""
WITH_READER = mark("State", "Recalled: at reader")
"""The first of them where the reader has it."""

READER_STEPS: Mapping[str, str] = MappingProxyType(
    {
        Milestone.NOTIFIED: mark("State", "Here, reader told"),
        Milestone.HANDED_OUT: mark("State", "With the reader"),
        Milestone.PATRON_RETURNED: mark("State", "Back from the reader"),
    }
)
"""What *here* is called once a reader was told, has it, or brought it back."""

ACTIONS: Mapping[Action, str] = MappingProxyType(
    {
        Action.SEND: mark("Action", "Send request"),
        Action.DELETE_DRAFT: mark("Action", "Delete draft"),
        Action.REMIND: mark("Action", "Send reminder"),
        Action.ASK_STATUS: mark("Action", "Ask for status"),
        Action.ASK_CANCEL: mark("Action", "Ask to cancel"),
        Action.ACCEPT_CONDITIONS: mark("Action", "Accept conditions"),
        Action.REFUSE_CONDITIONS: mark("Action", "Refuse conditions"),
        Action.TRY_AGAIN: mark("Action", "Try again"),
        Action.DO_NOT_RETRY: mark("Action", "Do not try again here"),
        Action.SEND_NEXT: mark("Action", "Send to next library"),
        Action.MOVE_ON: mark("Action", "Move on to another library"),
        Action.GIVE_UP: mark("Action", "Give up"),
        Action.RECEIVED: mark("Action", "Mark received"),
        Action.ASK_RENEW: mark("Action", "Ask to renew"),
        Action.SENT_BACK: mark("Action", "Mark sent back"),
        Action.SENT_ON: mark("Action", "Mark sent on to another library"),
        Action.REPORT_LOST: mark("Action", "Report lost"),
        Action.COPY_RECEIVED: mark("Action", "Mark copy received"),
        Action.NOTIFY: mark("Action", "Mark reader notified"),
        Action.HANDED_OUT: mark("Action", "Mark handed out"),
        Action.PATRON_RETURNED: mark("Action", "Mark returned by reader"),
        Action.RECORD_ANSWER: mark("Action", "Record their answer"),
        Action.USE_ATTEMPT: mark("Action", "Use the library that is sending"),
        Action.WRITE_MESSAGE: mark("Action", "Write message"),
        Action.CLOSE: mark("Action", "Close by hand"),
        Action.CHECKING: mark("Action", "We are checking"),
        Action.WILL_SUPPLY: mark("Action", "We will supply"),
        Action.SUPPLY_WITH_CONDITIONS: mark("Action", "Supply with conditions"),
        Action.CANNOT_SUPPLY: mark("Action", "Cannot supply"),
        Action.ASK_RETRY: mark("Action", "Ask them to try again"),
        Action.CONDITIONS_ACCEPTED: mark("Action", "Mark conditions accepted"),
        Action.PRINT_SLIP: mark("Action", "Print pull slip"),
        Action.FETCHED: mark("Action", "Mark fetched"),
        Action.SHIP: mark("Action", "Send out"),
        Action.SEND_COPY: mark("Action", "Send copy"),
        Action.ACCEPT_CANCEL: mark("Action", "Accept cancellation"),
        Action.REFUSE_CANCEL: mark("Action", "Refuse cancellation"),
        Action.RENEW: mark("Action", "Renew"),
        Action.REFUSE_RENEWAL: mark("Action", "Refuse renewal"),
        Action.RECALL: mark("Action", "Recall"),
        Action.REPORT_OVERDUE: mark("Action", "Report overdue"),
        Action.HOLD_RETURN: mark("Action", "Ask them to keep it"),
        Action.RELEASE_HOLD: mark("Action", "Let them send it back"),
        Action.IS_BACK: mark("Action", "Mark back"),
        Action.NOT_COMING_BACK: mark("Action", "Close without return"),
        Action.RECORD_MESSAGE: mark("Action", "Record their message"),
        Action.EDIT: mark("Action", "Edit"),
        Action.REOPEN: mark("Action", "Reopen"),
        Action.VOID: mark("Action", "Void"),
        Action.ACKNOWLEDGE: mark("Action", "Mark seen"),
        Action.TOLD: mark("Action", "Mark told"),
    }
)

FLAGS: Mapping[Flag, str] = MappingProxyType(
    {
        Flag.CANCEL_ASKED: mark("Flag", "Cancellation asked"),
        Flag.CONDITIONS_OPEN: mark("Flag", "Conditions open"),
        Flag.RENEW_ASKED: mark("Flag", "Renewal asked"),
        Flag.OVERDUE: mark("Flag", "Overdue"),
        Flag.RECALLED: mark("Flag", "Recalled"),
        Flag.HOLD_RETURN: mark("Flag", "Keep for now"),
        Flag.LOST: mark("Flag", "Lost"),
        Flag.SHIPMENT_MESSAGE_MISSING: mark("Flag", "Their sending was never announced"),
        Flag.UNREAD: mark("Flag", "Unread message"),
        Flag.ATTENTION: mark("Flag", "Needs attention"),
        Flag.SLIP_PRINTED: mark("Flag", "Pull slip printed"),
    }
)

QUEUES: Mapping[Queue, str] = MappingProxyType(
    {
        Queue.DRAFTS: mark("Queue", "Drafts"),
        Queue.WAITING: mark("Queue", "Waiting"),
        Queue.DECIDE: mark("Queue", "To decide"),
        Queue.TO_RECEIVE: mark("Queue", "To receive"),
        Queue.COPIES: mark("Queue", "Copies"),
        Queue.HERE: mark("Queue", "Here"),
        Queue.DUE_SOON: mark("Queue", "Due soon"),
        Queue.OVERDUE: mark("Queue", "Overdue"),
        Queue.SENT_BACK: mark("Queue", "Sent back"),
        Queue.NEW: mark("Queue", "New"),
        Queue.CONDITIONS: mark("Queue", "Conditions"),
        Queue.TO_FETCH: mark("Queue", "To fetch"),
        Queue.TO_SEND: mark("Queue", "To send"),
        Queue.OUT: mark("Queue", "Out"),
        Queue.COMING_BACK: mark("Queue", "Coming back"),
        Queue.LENT_OVERDUE: mark("Queue", "Lent, overdue"),
        Queue.ATTENTION: mark("Queue", "Needs attention"),
    }
)

SIDES: Mapping[Side, str] = MappingProxyType(
    {_B: mark("Side", "Borrowing"), _L: mark("Side", "Lending")}
)

SERVICES: Mapping[Service, str] = MappingProxyType(
    {
        Service.LOAN: mark("Service", "Loan"),
        Service.COPY: mark("Service", "Copy"),
        Service.COPY_OR_LOAN: mark("Service", "Copy or loan"),
    }
)

TURNS: Mapping[Turn, str] = MappingProxyType(
    {
        Turn.OURS: mark("Turn", "Our turn"),
        Turn.THEIRS: mark("Turn", "Their turn"),
        Turn.LOOK: mark("Turn", "Look"),
        Turn.LATE: mark("Turn", "Late"),
        Turn.DONE: mark("Turn", "Done"),
    }
)

HEARD: Mapping[Heard, str] = MappingProxyType(
    {
        Heard.GOT_IT: mark("Heard", "They have the request"),
        Heard.EXPECTS: mark("Heard", "They expect to supply"),
        Heard.WILL_SUPPLY: mark("Heard", "They will supply"),
        Heard.OFFERS_CONDITIONS: mark("Heard", "They name conditions"),
        Heard.RETRY_POSSIBLE: mark("Heard", "It can be tried again"),
        Heard.UNFILLED: mark("Heard", "They cannot supply"),
        Heard.LOANED: mark("Heard", "They sent it"),
        Heard.LOANED_LATE: mark("Heard", "They have sent it, told late"),
        Heard.COPY_COMPLETED: mark("Heard", "They sent a copy"),
        Heard.OVERDUE: mark("Heard", "They say it is overdue"),
        Heard.RECALLED: mark("Heard", "They want it back"),
        Heard.LOAN_COMPLETED: mark("Heard", "They have it back"),
        Heard.COMPLETED_WITHOUT_RETURN: mark("Heard", "They closed it without return"),
        Heard.CANCEL_YES: mark("Heard", "They cancelled as asked"),
        Heard.CANCEL_NO: mark("Heard", "They refused to cancel"),
        Heard.WITHDREW: mark("Heard", "They withdrew"),
        Heard.RENEW_YES: mark("Heard", "They renewed it"),
        Heard.RENEW_YES_LATE: mark("Heard", "Renewal granted, told late"),
        Heard.RENEW_NO: mark("Heard", "They refused to renew"),
        Heard.HOLD_RETURN: mark("Heard", "They ask us to keep it"),
        Heard.RELEASE_HOLD: mark("Heard", "We may send it back"),
        Heard.NOTE: mark("Heard", "They wrote a note"),
        Heard.NO_CHANGE: mark("Heard", "They wrote without news"),
        Heard.REQUEST_NEW: mark("Heard", "They sent a request"),
        Heard.REQUEST_RETRY: mark("Heard", "They tried again"),
        Heard.REMINDER: mark("Heard", "They sent a reminder"),
        Heard.CANCEL: mark("Heard", "They ask to cancel"),
        Heard.CANCEL_LATE: mark("Heard", "They ask to cancel, too late"),
        Heard.ACCEPTS: mark("Heard", "They accept the conditions"),
        Heard.REFUSES: mark("Heard", "They refuse the conditions"),
        Heard.ASKS_STATUS: mark("Heard", "They ask for the status"),
        Heard.RECEIVED: mark("Heard", "They received it"),
        Heard.RENEW: mark("Heard", "They ask to renew"),
        Heard.SHIPPED_RETURN: mark("Heard", "They sent it back"),
        Heard.SHIPPED_FORWARD: mark("Heard", "They sent it on to another library"),
        Heard.SAYS_LOST: mark("Heard", "They lost it"),
        Heard.HOLDS_RETURN: mark("Heard", "They keep it for now"),
    }
)

TIMERS: Mapping[Timer, str] = MappingProxyType(
    {
        Timer.UNANSWERED: mark("Timer", "No answer yet"),
        Timer.NEEDED_SOON: mark("Timer", "Needed soon"),
        Timer.CONDITIONS_WAIT: mark("Timer", "Conditions wait"),
        Timer.NOT_ARRIVED: mark("Timer", "Not arrived"),
        Timer.NOT_COLLECTED: mark("Timer", "Not collected"),
        Timer.RETURN_UNCONFIRMED: mark("Timer", "Return not confirmed"),
        Timer.RETRY_AFTER: mark("Timer", "Can be tried again now"),
        Timer.DUE_SOON: mark("Timer", "Due soon"),
        Timer.DUE_PASSED: mark("Timer", "Due date passed"),
    }
)

MATERIALS: Mapping[str, str] = MappingProxyType(
    {
        "book": mark("Material", "Book"),
        "article": mark("Material", "Article"),
        "chapter": mark("Material", "Chapter"),
        "thesis": mark("Material", "Thesis"),
        "journal": mark("Material", "Journal"),
        "report": mark("Material", "Report"),
        "conference": mark("Material", "Conference paper"),
        "map": mark("Material", "Map"),
        "score": mark("Material", "Score"),
        "audiovisual": mark("Material", "Audiovisual"),
        "other": mark("Material", "Other"),
    }
)

KEYS: Mapping[str, str] = MappingProxyType(
    {
        "due": mark("Key", "Due date"),
        "after": mark("Key", "Try again after"),
        "before": mark("Key", "Try again before"),
        "expected": mark("Key", "Expected on"),
        "on": mark("Key", "Happened on"),
        "item": mark("Key", "Item barcode"),
        "supplier": mark("Key", "Library"),
        "reason": mark("Key", "Reason"),
        "condition": mark("Key", "Condition"),
        "cost": mark("Key", "Cost"),
        "note": mark("Key", "Note"),
        "via": mark("Key", "Sent by"),
        "url": mark("Key", "Web address"),
        "file": mark("Key", "File"),
        "answer": mark("Key", "Their answer"),
        "message": mark("Key", "Their message"),
        "call-number": mark("Key", "Call number"),
        "pieces": mark("Key", "Pieces"),
        "pages": mark("Key", "Pages sent"),
    }
)

MESSAGE_STATES: Mapping[str, str] = MappingProxyType(
    {
        "held": mark("MessageState", "To leave"),
        "due": mark("MessageState", "Ready to leave"),
        "sending": mark("MessageState", "Being sent"),
        "written": mark("MessageState", "Sent"),
        "mail-draft": mark("MessageState", "Mail to be sent"),
        "confirmed": mark("MessageState", "Confirmed"),
        "refused": mark("MessageState", "Refused by them"),
        "unanswered": mark("MessageState", "Not confirmed"),
        "withdrawn": mark("MessageState", "Taken back"),
        "failed": mark("MessageState", "Could not be sent"),
        "applied": mark("MessageState", "Read"),
        "duplicate": mark("MessageState", "Seen before"),
        "attention": mark("MessageState", "Needs attention"),
        "quarantined": mark("MessageState", "In quarantine"),
        "set-aside": mark("MessageState", "Set aside"),
    }
)

DOCUMENTS: Mapping[str, str] = MappingProxyType(
    {
        "request-slip": mark("Document", "Request slip"),
        "pull-slip": mark("Document", "Pull slip"),
        "book-strap": mark("Document", "Book strap"),
        "lender-strap": mark("Document", "Lender strap"),
        "shipping-label": mark("Document", "Shipping label"),
        "return-label": mark("Document", "Return label"),
        "packing-list": mark("Document", "Packing list"),
    }
)

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "withdrawn": mark("Reason", "The reader withdrew"),
        "too-late": mark("Reason", "Too late for the reader"),
        "duplicate": mark("Reason", "Asked for twice"),
        "owned": mark("Reason", "We own it"),
        "open-access": mark("Reason", "Free on the web"),
        "bought": mark("Reason", "We bought it"),
        "too-costly": mark("Reason", "Too costly"),
        "copyright": mark("Reason", "Copyright"),
        "policy": mark("Reason", "Against our rules"),
        "other": mark("Reason", "Another reason"),
        "wrong-item": mark("Reason", "Wrong item"),
        "damaged": mark("Reason", "Damaged"),
        "pieces-missing": mark("Reason", "Pieces missing"),
        "came-as-copy": mark("Reason", "Came as a copy"),
        "other-due-date": mark("Reason", "Another due date"),
        "NonCirculating": mark("Reason", "Does not circulate"),
        "NotAvailableForILL": mark("Reason", "Not available for interlibrary loan"),
        "NotHeld": mark("Reason", "Not held"),
        "NotOnShelf": mark("Reason", "Not on shelf"),
        "PolicyProblem": mark("Reason", "Policy problem"),
        "PoorCondition": mark("Reason", "Poor condition"),
        "AtBindery": mark("Reason", "At the bindery"),
        "CostExceedsMaxCost": mark("Reason", "Costs more than they will pay"),
        "LoanPossible": mark("Reason", "Only a loan is possible"),
        "NotCurrentAvailableForILL": mark("Reason", "Not available just now"),
        "NotFoundAsCited": mark("Reason", "Not found as cited"),
        "OnLoan": mark("Reason", "On loan"),
        "OnOrder": mark("Reason", "On order"),
        "ReqDelDateNotPossible": mark("Reason", "Not by that date"),
        "ReqDelMethodNotSupp": mark("Reason", "Not that way of delivery"),
        "CourierNotSupp": mark("Reason", "Not that courier"),
        "MultiVolAvail": mark("Reason", "Several volumes: which one"),
        "MustMeetLoanCondition": mark("Reason", "Only on a loan condition"),
        "ReqEditionNotPossible": mark("Reason", "Not that edition"),
        "ReqFormatNotPossible": mark("Reason", "Not that format"),
        "ReqPayMethodNotSupported": mark("Reason", "Not that way of payment"),
        "ReqServLevelNotSupp": mark("Reason", "Not that service level"),
        "ReqServTypeNotPossible": mark("Reason", "Not that service"),
        "LibraryUseOnly": mark("Reason", "Library use only"),
        "NoReproduction": mark("Reason", "No copying"),
        "SignatureRequired": mark("Reason", "Signature required"),
        "SpecCollSupervReq": mark("Reason", "Supervised use only"),
        "WatchLibraryUseOnly": mark("Reason", "Watched library use only"),
    }
)

MESSAGE_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "unknown-sender": mark("MessageReason", "The sender is not in the directory."),
        "sender-mismatch": mark("MessageReason", "The sender does not belong to this folder."),
        "not-for-us": mark("MessageReason", "The message is for another library."),
        "unknown-request": mark("MessageReason", "No request of ours has that number."),
        "retry-unknown": mark(
            "MessageReason", "It repeats a request that we never asked them to try again."
        ),
        "id-reused": mark("MessageReason", "Their number was used before with other content."),
        "left-out": mark("MessageReason", "Their system has no place for a part of it."),
        "not-valid": mark("MessageReason", "It is not valid, and this library is read strictly."),
        "not-usable": mark("MessageReason", "A part of the message cannot be used."),
        "no-namespace": mark("MessageReason", "The message does not say that it is ISO 18626."),
        "foreign-namespace": mark("MessageReason", "The message follows another standard."),
        "bad-timestamp": mark("MessageReason", "The time of the message cannot be read."),
        "bad-amount": mark("MessageReason", "An amount of money cannot be read."),
        "date-without-zone": mark(
            "MessageReason", "A time has no zone. It was read as the time here."
        ),
        "clock-ahead": mark(
            "MessageReason", "It is dated more than a day ahead. Their clock may be wrong."
        ),
        "turned-text": mark(
            "MessageReason", "A part of it turns the direction of writing. Look at it closely."
        ),
        "unknown-element": mark("MessageReason", "A part of it is unknown here and was left out."),
        "no-envelope": mark("MessageReason", "It came without its envelope."),
        "bad-date": mark("MessageReason", "A date cannot be read and was left out."),
        "bad-number": mark("MessageReason", "A number cannot be read and was left out."),
        "bad-boolean": mark("MessageReason", "A yes or no cannot be read and was left out."),
        "too-long": mark("MessageReason", "A field is too long."),
        "too-many": mark("MessageReason", "A field is repeated too often."),
        "unmatched-confirmation": mark("MessageReason", "It confirms no message of ours."),
        "refused-by-partner": mark("MessageReason", "The partner could not use our message."),
        "unexpected": mark("MessageReason", "It was not expected at this point."),
        "passed-over": mark(
            "MessageReason",
            "Another library wrote through the same channel. Nothing was moved by it.",
        ),
        "late-supplier": mark("MessageReason", "A library we had given up is sending after all."),
        "earlier-attempt": mark("MessageReason", "It belongs to an earlier attempt."),
        "same-bytes": mark("MessageReason", "The same file was read before."),
        "same-content": mark("MessageReason", "The same message was read before."),
        "repeat": mark("MessageReason", "It repeats what they said before."),
        "sent-again": mark("MessageReason", "Sent again."),
        "package-path": mark("MessageReason", "The package holds something it must not."),
        "package-duplicate": mark(
            "MessageReason", "The package holds two files with the same name."
        ),
        "package-ratio": mark("MessageReason", "The package would be too large when unpacked."),
        "package-broken": mark("MessageReason", "The package is broken."),
        "package-altered": mark("MessageReason", "The package was altered on its way."),
        "not-sealed": mark(
            "MessageReason", "The partner seals its messages; this one is not sealed."
        ),
        "seal-new-key": mark("MessageReason", "The seal’s key is not the one you trust."),
        "seal-broken": mark("MessageReason", "The seal does not fit the message."),
        "seal-mismatch": mark("MessageReason", "The seal is for other libraries."),
        "seal-replay": mark(
            "MessageReason", "A package with this serial number was accepted before."
        ),
        "no-seal": mark("MessageReason", "Seals cannot be checked: the extra is not installed."),
        "attachment-gone": mark("MessageReason", "A file that came with it is not there any more."),
        "attachment-refused": mark(
            "MessageReason", "A file with it is of a kind that is not kept."
        ),
        "no-confirmation": mark("MessageReason", "The partner did not confirm it in time."),
        "cannot-write": mark("MessageReason", "The partner's folder cannot be written."),
        "not-made": mark(
            "MessageReason",
            "The program could not make it ready to leave; the program’s log says why.",
        ),
        "doctype": mark("MessageReason", "The file carries a DOCTYPE, which is never accepted."),
        "not-well-formed": mark("MessageReason", "The file is broken XML."),
        "encoding": mark("MessageReason", "The file is not in the encoding it claims."),
        "empty": mark("MessageReason", "The file is empty."),
        "not-xml": mark("MessageReason", "The file is not XML."),
        "a-document": mark(
            "MessageReason",
            "The file is a document or a picture, not a message. Save it, and attach it to its"
            " request.",
        ),
        "not-iso18626": mark("MessageReason", "The file is not an ISO 18626 message."),
        "error-page": mark("MessageReason", "The file is an error page from a web server."),
        "empty-envelope": mark("MessageReason", "The message has no content."),
        "two-payloads": mark("MessageReason", "The file holds two messages in one."),
        "no-header": mark("MessageReason", "The message has no header."),
        "mail-draft": mark("MessageReason", "A mail is ready. Send it and mark it as sent."),
        "mail-proposal": mark(
            "MessageReason", "It was typed into a mail. Look before you accept it."
        ),
        "mail-words": mark("MessageReason", "It answers in words of its own. Read it yourself."),
        "mail-more": mark(
            "MessageReason", "The mail holds more than could go to its requests. Look at it."
        ),
        "no-message": mark("MessageReason", "The mail has no message in it."),
        "winmail": mark("MessageReason", "The mail is packed as winmail.dat. Ask for it as text."),
        "not-a-mail": mark("MessageReason", "The file is not a saved mail."),
        "mail-too-large": mark("MessageReason", "The mail is larger than 16 MB."),
        "mail-too-deep": mark("MessageReason", "The mail holds too many mails or parts."),
        "no-connection": mark(
            "MessageReason", "The mail server does not answer. It will be tried again."
        ),
        "broke-off": mark(
            "MessageReason",
            "The mail server broke off while accepting it. It will be tried again, "
            "and may come twice.",
        ),
        "perhaps-sent": mark(
            "MessageReason",
            "Perhaps sent: each time the mail server broke off while it took the mail. Ask the"
            " library, send it again, or make a draft of it.",
        ),
        "no-password": mark("MessageReason", "The mail server asks for a password. Enter it."),
        "wrong-password": mark(
            "MessageReason", "The mail server refuses user name and password. Check both."
        ),
        "no-tls": mark(
            "MessageReason", "The mail server is not encrypted or does not prove its name."
        ),
        "mail-refused": mark(
            "MessageReason", "The mail server did not accept it. It will be tried again."
        ),
        "too-large": mark("MessageReason", "The file is larger than 2 MB."),
        "too-deep": mark("MessageReason", "The file is nested too deeply."),
        "too-many-elements": mark("MessageReason", "The file has too many elements."),
        "forbidden-markup": mark("MessageReason", "The file tries to include other files."),
    }
)

VIAS: Mapping[str, str] = MappingProxyType(
    {
        "ArticleExchange": mark("Via", "Article Exchange"),
        "Ariel": mark("Via", "Ariel"),
        "Email": mark("Via", "E-mail"),
        "FTP": mark("Via", "FTP"),
        "Mail": mark("Via", "Post"),
        "Odyssey": mark("Via", "Odyssey"),
        "URL": mark("Via", "Link on the web"),
        "Courier": mark("Via", "Courier"),
    }
)

_TABLES: Mapping[str, Mapping[Any, str]] = MappingProxyType(
    {
        "Action": ACTIONS,
        "Flag": FLAGS,
        "Queue": QUEUES,
        "Side": SIDES,
        "Service": SERVICES,
        "Turn": TURNS,
        "Heard": HEARD,
        "Timer": TIMERS,
        "Material": MATERIALS,
        "Key": KEYS,
    }
)
"""By the name of the enumeration, which is the context its labels are marked under."""


def of(words: Words, member: StrEnum) -> str:
    """What a member of one of the enumerations of the desk is called."""
    kind = type(member).__name__
    return words.tr(kind, _TABLES[kind][member])


def every_state(words: Words) -> tuple[str, ...]:
    """What the states of both sides are called: a column is as wide as the longest."""
    every = (*STATES.values(), *READER_STEPS.values(), *PRESSING.values(), WITH_READER)
    return tuple(words.tr("State", text) for text in every)


def state(words: Words, side: Side, state: State) -> str:
    """What a state is called; some states have other names on the other side."""
    return words.tr("State", STATES[side, state])


def standing(words: Words, side: Side, at: State, step: str, presses: Flag | None) -> str:
    """What a state is called, with how far a thing that is here got with its reader; what
    `presses` goes before it.
    """
    if presses is not None:
        out = presses is Flag.RECALLED and step == Milestone.HANDED_OUT
        return words.tr("State", WITH_READER if out else PRESSING[side, presses])
    if at is State.HERE and step in READER_STEPS:
        return words.tr("State", READER_STEPS[step])
    return state(words, side, at)


def coded(words: Words, code: str) -> str:
    """A code of an open or local list in words; unknown codes stay as they came."""
    for context, table in (("Reason", REASONS), ("Via", VIAS)):
        if code in table:
            return words.tr(context, table[code])
    return code


LEVELS: Mapping[str, str] = MappingProxyType(
    {
        "express": mark("Level", "Express"),
        "normal": mark("Level", "Normal"),
        "rush": mark("Level", "Rush"),
        "secondarymail": mark("Level", "By second-class mail"),
        "standard": mark("Level", "Standard"),
        "urgent": mark("Level", "Urgent"),
    }
)


def level(words: Words, code: str) -> str:
    """How soon something is wanted; the list is open, and unknown codes stay as they came."""
    known = LEVELS.get(code.lower())
    return words.tr("Level", known) if known else code


def message_state(words: Words, code: str) -> str:
    """The state of a message of the ledger."""
    return words.tr("MessageState", MESSAGE_STATES.get(code, code))


def message_reason(words: Words, code: str) -> str:
    """Why a message waits, was refused or quarantined, as one sentence."""
    return words.tr("MessageReason", MESSAGE_REASONS[code]) if code in MESSAGE_REASONS else code


def document(words: Words, kind: str) -> str:
    """A kind of printed thing."""
    return words.tr("Document", DOCUMENTS.get(kind, kind))
