# house: table
"""One sentence an error: what, where, and what to do (LOOK, Speech)."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from ill_desktop.domain import errors
from ill_desktop.domain.days import example, read_day
from ill_desktop.domain.errors import DeskError, Why
from ill_desktop.domain.lifecycle.states import Action, Heard, Timer
from ill_desktop.domain.rights import Right
from ill_desktop.words import exchange, findings, formats, labels
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

CONTEXT = "Error"

WHYS: Mapping[Why, str] = MappingProxyType(
    {
        Why.NOT_A_DATE: mark("Error", "“{value}” in “{field}” is not a date. Write it as {known}."),
        Why.IN_THE_FUTURE: mark(
            "Error", "“{field}”: {value} is in the future. Give today or an earlier day."
        ),
        Why.IN_THE_PAST: mark(
            "Error", "“{field}”: {value} is past. Give the day of the act or a later one."
        ),
        Why.NOT_A_SYMBOL: mark(
            "Error",
            "“{value}” is not a library symbol. Write it as AUTHORITY:VALUE, such as "
            "ISIL:ID-JKT-PNRI.",
        ),
        Why.NOT_A_NUMBER: mark("Error", "“{value}” in {field} is not a number. Write digits only."),
        Why.NOT_MONEY: mark(
            "Error", "“{value}” in {field} is not an amount. Write it as 12.50 USD."
        ),
        Why.NOT_A_WEIGHT: mark(
            "Error", "“{value}” in {field} is not a weight. Write kilograms, such as 1.5."
        ),
        Why.NOT_A_ZONE: mark("Error", "“{value}” is not a time zone. Write it as Asia/Jakarta."),
        Why.NOT_A_LANGUAGE: mark(
            "Error", "“{value}” is not a language of the program. Choose en or id."
        ),
        Why.NOT_A_CODE: mark(
            "Error", "“{value}” is not a code that {field} knows. Choose one of the list."
        ),
        Why.NOT_A_MONTH: mark("Error", "“{value}” in {field} is not a month. Write it as 2026-11."),
        Why.TWICE: mark(
            "Error", "{field} {value} is in row {known} already. Keep one of the two rows."
        ),
        Why.EMPTY: mark("Error", "{field} is empty. Fill it in."),
        Why.TOO_LONG: mark("Error", "{field} is too long. Shorten it."),
        Why.ALREADY_USED: mark("Error", "{value} in {field} is used already. Choose another."),
        Why.OUT_OF_RANGE: mark("Error", "{value} in {field} is out of range. Give another value."),
        Why.NOT_A_LINK: mark("Error", "“{value}” is not a web address. Begin it with https://."),
        Why.NOT_AN_ADDRESS: mark(
            "Error", "“{value}” is not a mail address. Write it as name@library.org."
        ),
        Why.NOT_ONE_LINE: mark(
            "Error", "“{value}” in {field} has line ends or hidden characters. Type it again."
        ),
        Why.NOT_A_FOLDER: mark(
            "Error", "{value} in {field} is not a folder. Make it, or choose another."
        ),
        Why.NOT_A_COUNTRY: mark(
            "Error",
            "“{value}” is not a country code. Write two letters of ISO 3166, such as {known}.",
        ),
        Why.NOT_WITH_PARTNER: mark(
            "Error", "{value} is not a request with the library that wrote. Choose another."
        ),
        Why.NOT_THEIR_LETTERBOX: mark(
            "Error",
            "Nobody can tell which library wrote {value}. See that the symbol in it and the folder "
            "it came through are on one card, or set it aside.",
        ),
        Why.NOTHING_TO_CONFIRM: mark(
            "Error",
            "For {value} nothing had left to that library that this could confirm. Choose another.",
        ),
        Why.NOT_READY: mark(
            "Error", "{value} cannot go into a parcel now. Pack what is fetched or here."
        ),
        Why.ALREADY_PACKED: mark(
            "Error", "{value} is already in a closed parcel. Nothing was changed."
        ),
        Why.ALREADY_CLOSED: mark("Error", "{value} is closed already. Begin another parcel."),
        Why.WRONG_PIN: mark("Error", "This is not the PIN of {value}. Type it again."),
        Why.NOT_A_PIN: mark("Error", "A PIN is four or more digits. Type it again."),
        Why.NOT_OVER: mark("Error", "{value} is not over yet. Close it when it is."),
        Why.MONTH_CLOSED: mark("Error", "{value} is closed already. Reopen it first."),
        Why.MONTH_OPEN: mark("Error", "{value} is not closed. Only a closed month is reopened."),
        Why.NO_SUPERVISOR: mark(
            "Error", "{value} is the last supervisor here. Make somebody else supervisor first."
        ),
    }
)

FIELDS = MappingProxyType(
    {
        "name": mark("Error", "Name"),
        "code": mark("Error", "Code"),
        "title": mark("Error", "Title"),
        "initials": mark("Error", "Initials"),
        "month": mark("Error", "Month"),
        "due": mark("Error", "Due date"),
        "email": mark("Error", "E-mail"),
        "needed-by": mark("Error", "Needed by"),
        "asked-on": mark("Error", "Asked on"),
        "max-cost": mark("Error", "Highest cost"),
        "cost": mark("Error", "Cost"),
        "weight": mark("Error", "Weight in kg"),
        "value": mark("Error", "Declared value"),
        "note": mark("Error", "Note"),
        "message": mark("Error", "Message"),
        "loan-days": mark("Error", "Days of a loan"),
        "reader-margin": mark("Error", "Days for the way back"),
        "answer-days": mark("Error", "Days to answer"),
        "inbox": mark("Error", "Folder they leave messages in"),
        "outbox": mark("Error", "Folder we leave messages in"),
        "after": mark("Error", "Try again after"),
        "active": mark("Error", "In use"),
        "address": mark("Error", "Address"),
        "amount": mark("Error", "Amount"),
        "answer": mark("Error", "Answer"),
        "audience": mark("Error", "Who may read it"),
        "backup-hours": mark("Error", "Hours between backups"),
        "before": mark("Error", "Try again before"),
        "call-number": mark("Error", "Call number"),
        "channel-of": mark("Error", "Partner with the same folders"),
        "closed-days": mark("Error", "Closed days"),
        "closed-weekdays": mark("Error", "Closed weekdays"),
        "condition": mark("Error", "Condition"),
        "copies": mark("Error", "Copies"),
        "country": mark("Error", "Country"),
        "expected": mark("Error", "Expected on"),
        "file": mark("Error", "File"),
        "folder": mark("Error", "Folder that is read"),
        "hold-minutes": mark("Error", "Minutes before sending"),
        "inbox-port": mark("Error", "Port of the mailbox"),
        "inbox-security": mark("Error", "Security of the mailbox"),
        "inbox-server": mark("Error", "Server of the mailbox"),
        "item": mark("Error", "Item"),
        "kind": mark("Error", "Kind"),
        "language": mark("Error", "Language"),
        "limit": mark("Error", "Limit"),
        "mail": mark("Error", "E-mail"),
        "material": mark("Error", "Kind of publication"),
        "moved-to": mark("Error", "Folder for what was read"),
        "number": mark("Error", "Number"),
        "offset": mark("Error", "Offset"),
        "on": mark("Error", "Happened on"),
        "paid-on": mark("Error", "Paid on"),
        "pages": mark("Error", "Pages sent"),
        "pages-sent": mark("Error", "Pages sent"),
        "paper": mark("Error", "Paper"),
        "parcel": mark("Error", "Parcel"),
        "partner": mark("Error", "Partner"),
        "patron": mark("Error", "Reader"),
        "pieces": mark("Error", "Pieces"),
        "pin": mark("Error", "PIN"),
        "port": mark("Error", "Port"),
        "preset": mark("Error", "Preset"),
        "purpose": mark("Error", "Purpose"),
        "reason": mark("Error", "Reason"),
        "request": mark("Error", "Request"),
        "retention-days": mark("Error", "Days for which names are kept"),
        "role": mark("Error", "Role"),
        "seal-key": mark("Error", "Key of the seal"),
        "second-place": mark("Error", "Second place for backups"),
        "security": mark("Error", "Security"),
        "sender": mark("Error", "Sender"),
        "server": mark("Error", "Server that sends"),
        "service": mark("Error", "Service"),
        "start": mark("Error", "First label"),
        "sort": mark("Error", "Order of the list"),
        "supplier": mark("Error", "Library to ask"),
        "symbol": mark("Error", "Symbol"),
        "to": mark("Error", "Last month"),
        "url": mark("Error", "Web address"),
        "user": mark("Error", "User name"),
        "via": mark("Error", "Way of sending"),
        "zone": mark("Error", "Time zone"),
    }
)
"""What fields are called; habits of partners and timers have their names elsewhere."""

UNDO = MappingProxyType(
    {
        "nothing": mark("Error", "There is nothing to take back on {number}."),
        "more-since": mark(
            "Error", "More has been done to {number} since. Look at it; nothing was undone."
        ),
        "not-ours": mark("Error", "The last change to {number} came from the partner and stays."),
        "by-itself": mark(
            "Error", "The last change to {number} was made by the program itself and stays."
        ),
        "next-by-itself": mark(
            "Error",
            "The program itself has asked the next library about {number}, as the settings say. "
            "Ask that library to cancel instead.",
        ),
        "cancelled-by-itself": mark(
            "Error",
            "The program itself has accepted their cancellation of {number}, as their card says, "
            "and told them. Write to the partner instead.",
        ),
        "cancel-left": mark(
            "Error",
            "The cancellation of {number} has been sent and cannot be undone. "
            "Write to the partner.",
        ),
        "answer-left": mark(
            "Error",
            "Our answer about {number} has been sent and cannot be undone. Write to the partner.",
        ),
        "copy-left": mark("Error", "The copy for {number} has left and cannot be called back."),
        "words-left": mark("Error", "What was written about {number} has left. Write again."),
        "forgotten": mark("Error", "{number} was closed too long ago. Reopen it instead."),
        "not-kept": mark(
            "Error", "What was in {number} before has been removed since; edit it again instead."
        ),
    }
)

PLAIN: Mapping[type[DeskError], str] = MappingProxyType(
    {
        errors.DeskExists: mark("Error", "There is a desk in {path} already. Nothing was changed."),
        errors.NoSupplier: mark(
            "Error", "{number} has no library left to ask. Name one as supplier."
        ),
        errors.InUse: mark(
            "Error",
            "{name} is named in requests or messages and is kept for their history. Its card can "
            "be marked as no longer active.",
        ),
        errors.Overtaken: mark("Error", "{number} was changed by someone else. Look at it again."),
        errors.Unforeseen: mark(
            "Error", "Something in the program failed. What was saved is safe; try it again."
        ),
        errors.UnknownAction: mark(
            "Error", "There is no action “{name}”. See ill request do --help."
        ),
        errors.Needed: mark("Error", "{action} needs {key}. Add {key}=…"),
        errors.Usage: mark("Error", "That cannot be understood: {detail}"),
        errors.NoInput: mark("Error", "{path} is not there or cannot be read. Check the name."),
        errors.NoDesk: mark("Error", "There is no desk in {path}. Make one with ill init."),
        errors.NewerDatabase: mark(
            "Error",
            "{path} was made by a newer version ({found}, this one knows {known}). Update first.",
        ),
        errors.BadSetting: mark("Error", "The setting {name} cannot be “{value}”. Change it."),
    }
)

MISSING = MappingProxyType(
    {
        "request": mark("Error", "There is no request {key}. Check the number."),
        "partner": mark("Error", "There is no partner {key}. Add it first."),
        "one-patron": mark("Error", "“{key}” could mean several readers. Give the code of one."),
        "patron": mark("Error", "There is no reader {key}. Add the reader first."),
        "message": mark("Error", "There is no message {key}."),
        "attempt": mark("Error", "None of the libraries given up is sending {key}."),
        "stock": mark("Error", "There is no label stock {key}. See ill print stocks."),
        "parcel": mark("Error", "There is no parcel {key}. Check the number."),
        "staff": mark("Error", "Nobody here has the initials {key}. Choose one of the list."),
        "message-text": mark(
            "Error", "The text of message {key} is gone: its time to be kept is over."
        ),
        "record": mark("Error", "There is no record {key} in the file."),
        "charge": mark("Error", "There is no charge {key} any more."),
        "attachment": mark("Error", "The file {key} is gone or was changed. Attach it again."),
    }
)

UNREADABLE = MappingProxyType(
    {
        "unknown-format": mark(
            "Error",
            "{source} is none of MARC, MARCXML, RIS, NBIB, BibTeX, OpenURL and mail. "
            "Nothing was read.",
        ),
        "signs-lost": mark(
            "Error",
            "{source} has lost its field separators on the way. Ask for it as a binary file.",
        ),
        "a-message": mark(
            "Error", "{source} is a message between libraries. Put it into the partner’s folder."
        ),
        "of-a-stranger": mark(
            "Error",
            "{source} is a message from {where}, whom no partner’s card names. Add the partner, "
            "then open the file again.",
        ),
        "of-no-letterbox": mark(
            "Error",
            "{source} is a message from {where}, whose card has neither folders nor a mail "
            "address. Enter them there, then open the file again.",
        ),
        "mail-without": mark(
            "Error", "{source} is a mail without citations. Save its attachment and open that."
        ),
        "no-records": mark(
            "Error", "{source} holds no record that can be read. Nothing was changed."
        ),
        "no-title": mark("Error", "A record in {source} has no title. Add one with --title."),
        "not-a-table": mark(
            "Error", "{source} is not a table of text. Save it as CSV with a header line."
        ),
        "missing-column": mark(
            "Error", "{source} has no column for {where}. Add what is missing to the header line."
        ),
        "no-days": mark(
            "Error",
            "{source} has no dates in it. Choose a calendar (.ics) or a table with a column day.",
        ),
        "not-a-backup": mark(
            "Error", "{source} is not a backup, or is damaged. The desk is as it was."
        ),
        "not-a-statement": mark(
            "Error", "Row {where} of {source} is not a line of a statement. Ask for it again."
        ),
        "statement-of-ours": mark(
            "Error",
            "{source} is our own statement, written here. Choose the file that the library sent.",
        ),
        "statement-of-another": mark(
            "Error",
            "{source} is a statement of {where}, not of this library. Choose the file that this "
            "library sent, or compare it under Partners with the library that wrote it.",
        ),
        "statement-for-another": mark(
            "Error",
            "{source} was written for {where}, not for us. Ask the library for its statement of "
            "what is open with us.",
        ),
        "not-a-mail": mark(
            "Error", "{source} is not a saved mail. Save it from the mail program as .eml."
        ),
        "mail-too-large": mark(
            "Error", "{source} is larger than 16 MB. Save what is attached and open that."
        ),
        "mail-too-deep": mark(
            "Error", "{source} holds too many mails or parts. Save what is attached and open that."
        ),
        "not-attachable": mark(
            "Error", "{source} is not a PDF, JPEG, PNG or TIFF. Save it as one of these first."
        ),
        "attachment-too-large": mark(
            "Error", "{source} is larger than 100 MB. Attach a smaller copy."
        ),
    }
)


FORBIDDEN: Mapping[str, str] = MappingProxyType(
    {
        Right.SETTINGS: mark("Error", "Only a supervisor may change the settings of the library."),
        Right.STAFF: mark("Error", "Only a supervisor may change who works at the desk."),
        Right.CLOSE_MONTH: mark("Error", "Only a supervisor may close a month."),
        Right.RETENTION: mark(
            "Error", "Only a supervisor may remove or hand out what is known of readers."
        ),
        Right.READERS: mark("Error", "You may not change readers’ cards."),
    }
)


def sentence(words: Words, error: DeskError) -> str:
    """The error in the user's language."""
    say = _SPECIAL.get(type(error))
    if say is not None:
        return say(words, error)
    return words.tr(CONTEXT, PLAIN[type(error)], **_values(error))


def _values(error: DeskError) -> dict[str, Any]:
    return {name: str(value) for name, value in vars(error).items()}


def _unknown_key(words: Words, error: Any) -> str:
    text = mark("Error", "“{key}” cannot be given here. Allowed: {allowed}.")
    if not error.allowed:
        text = mark("Error", "“{key}” cannot be given here.")
    return words.tr(CONTEXT, text, key=error.key, allowed=", ".join(error.allowed))


def _refused(words: Words, error: Any) -> str:
    names = {
        labels.state(words, *key)
        for key in labels.STATES
        if key[1] == error.state and error.side in ("", key[0])
    }
    state = names.pop() if len(names) == 1 else error.state
    kind: type[StrEnum] = Heard if error.said else Action
    known = {one.value for one in kind}
    name = labels.of(words, kind(error.action)) if error.action in known else error.action
    text = mark("Error", "{number} is in state “{state}”; “{action}” is not possible there.")
    return words.tr(CONTEXT, text, number=error.number, state=state, action=name)


def _missing(words: Words, error: Any) -> str:
    text = MISSING.get(error.kind) or mark("Error", "There is no {kind} {key}.")
    return words.tr(CONTEXT, text, key=error.key, kind=error.kind)


def _not_of_request(words: Words, error: Any) -> str:
    if error.other == error.number:
        text = mark(
            "Error", "{number} has several volumes: {noted}. Scan the volume, not the strap."
        )
    elif error.other:
        text = mark("Error", "{item} belongs to {other}, not to {number}. Nothing was changed.")
    elif error.noted:
        text = mark(
            "Error", "{item} does not belong to {number}, which has {noted}. Nothing was changed."
        )
    else:
        text = mark("Error", "{item} does not belong to {number}. Nothing was changed.")
    values = vars(error) | {"noted": ", ".join(error.noted)}
    return words.tr(CONTEXT, text, **values)


def _invalid(words: Words, error: Any) -> str:
    text, known = WHYS[error.why], ", ".join(error.known)
    if error.why is Why.NOT_A_DATE:
        known = known or example()
    if known and "{known}" not in text:
        text = mark("Error", "“{value}” is not a code that {field} knows. Choose one of: {known}.")
    field = field_name(words, error.field)
    return words.tr(CONTEXT, text, field=field, value=_shown(words, error), known=known)


_DAYS = frozenset({Why.IN_THE_FUTURE, Why.IN_THE_PAST})


def _shown(words: Words, error: Any) -> str:
    """The value as people read it: a day in words."""
    day = read_day(error.value) if error.why in _DAYS else None
    return formats.day(words, day) if day is not None else str(error.value)


def missing(words: Words, key: str) -> str:
    """What is to be filled in, as a form says it."""
    text = mark("Error", "“{field}” is still missing.")
    return words.tr(CONTEXT, text, field=field_name(words, key))


def field_name(words: Words, key: str) -> str:
    """What people call a field; keys of scripts that have no name stay as they are."""
    if key in exchange.LABELS and key not in FIELDS:
        return words.tr("Exchange", exchange.LABELS[key])
    if key in set(Timer):
        return labels.of(words, Timer(key))
    return words.tr(CONTEXT, FIELDS[key]) if key in FIELDS else key


def forbidden(words: Words, right: str) -> str:
    """Who may do something; what to do then is for whoever says it."""
    return words.tr(CONTEXT, FORBIDDEN[Right(right)])


def _forbidden(words: Words, error: Any) -> str:
    what = mark("Error", "Close this form and choose a supervisor at the bottom of the window.")
    return f"{forbidden(words, error.right)} {words.tr(CONTEXT, what)}"


def _cannot_undo(words: Words, error: Any) -> str:
    return words.tr(CONTEXT, UNDO[error.reason], number=error.number)


def _unreadable(words: Words, error: Any) -> str:
    text = UNREADABLE.get(error.reason)
    if text:
        return words.tr(CONTEXT, text, source=error.source, where=error.where)
    why = labels.message_reason(words, error.reason)
    text = mark("Error", "{source} cannot be read: {why}")
    return words.tr(CONTEXT, text, source=error.source, why=why)


def _cannot_write(words: Words, error: Any) -> str:
    if not error.reason:
        text = mark("Error", "{path} cannot be written. Check the folder and its free space.")
        return words.tr(CONTEXT, text, path=error.path)
    if error.reason == "a-desk":
        text = mark(
            "Error",
            "{path} belongs to a desk and was not touched. Choose another name for the new file.",
        )
        return words.tr(CONTEXT, text, path=error.path)
    if findings.says_read_only(error.reason):
        text = mark(
            "Error",
            "Nothing can be saved: {path} is read-only. Make it writable, or use another place.",
        )
        return words.tr(CONTEXT, text, path=error.path)
    reason = findings.writing(words, error.reason)
    text = mark(
        "Error", "{path} cannot be written ({reason}). Check the folder and its free space."
    )
    return words.tr(CONTEXT, text, path=error.path, reason=reason)


def _mail_failed(words: Words, error: Any) -> str:
    why = labels.message_reason(words, error.reason)
    text = mark("Error", "{server}: {why} {detail}")
    return words.tr(CONTEXT, text, server=error.server, why=why, detail=error.detail).strip()


def _damaged(words: Words, error: Any) -> str:
    if error.detail == "not-a-desk":
        text = mark("Error", "{path} is not a desk of this program. It was not changed.")
        return words.tr(CONTEXT, text, path=error.path)
    # What SQLite says of its pages is for the log: nobody at a desk can do anything with it.
    text = mark("Error", "{path} is damaged. Nothing is written to it. Restore the newest backup.")
    return words.tr(CONTEXT, text, path=error.path)


def _not_installed(words: Words, error: Any) -> str:
    text = mark("Error", "This needs the extra {extra}. Install ill-desktop[{extra}].")
    return words.tr(CONTEXT, text, extra=error.extra)


def _busy(words: Words, error: Any) -> str:
    if error.holder:
        text = mark(
            "Error", "{holder} is using the desk. Close the program there, or try again later."
        )
        return words.tr(CONTEXT, text, holder=error.holder)
    return words.tr(
        CONTEXT, mark("Error", "Another program is using the desk. Try again in a moment.")
    )


_SPECIAL: Mapping[type[DeskError], Callable[[Words, Any], str]] = MappingProxyType(
    {
        errors.Refused: _refused,
        errors.Forbidden: _forbidden,
        errors.Missing: _missing,
        errors.NotOfRequest: _not_of_request,
        errors.Invalid: _invalid,
        errors.UnknownKey: _unknown_key,
        errors.CannotUndo: _cannot_undo,
        errors.Unreadable: _unreadable,
        errors.NotInstalled: _not_installed,
        errors.Busy: _busy,
        errors.CannotWrite: _cannot_write,
        errors.MailFailed: _mail_failed,
        errors.Damaged: _damaged,
    }
)
