"""Everything the desk can be told about instead of being shown a traceback.

Errors carry fields, never prose: `words.errors` turns one into a sentence in the user's language.
`exit_code` is the promise of the command line (DESIGN §7).
"""

from enum import StrEnum
from typing import Any, ClassVar, dataclass_transform


class Why(StrEnum):
    """Why a value was refused; each has a sentence in `words.errors`."""

    TWICE = "twice"
    NOT_A_DATE = "not-a-date"
    IN_THE_FUTURE = "in-the-future"
    IN_THE_PAST = "in-the-past"
    NOT_A_SYMBOL = "not-a-symbol"
    NOT_A_NUMBER = "not-a-number"
    NOT_MONEY = "not-money"
    NOT_A_WEIGHT = "not-a-weight"
    NOT_A_ZONE = "not-a-zone"
    NOT_A_LANGUAGE = "not-a-language"
    NOT_A_CODE = "not-a-code"
    NOT_A_MONTH = "not-a-month"
    EMPTY = "empty"
    TOO_LONG = "too-long"
    ALREADY_USED = "already-used"
    OUT_OF_RANGE = "out-of-range"
    NOT_A_LINK = "not-a-link"
    NOT_A_FOLDER = "not-a-folder"
    NOT_A_COUNTRY = "not-a-country"
    NOT_WITH_PARTNER = "not-with-partner"
    NOT_THEIR_LETTERBOX = "not-their-letterbox"
    NOTHING_TO_CONFIRM = "nothing-to-confirm"
    NOT_READY = "not-ready"
    ALREADY_PACKED = "already-packed"
    ALREADY_CLOSED = "already-closed"
    WRONG_PIN = "wrong-pin"
    NOT_A_PIN = "not-a-pin"
    NO_SUPERVISOR = "no-supervisor"
    NOT_OVER = "not-over"
    MONTH_CLOSED = "month-closed"
    MONTH_OPEN = "month-open"
    NOT_AN_ADDRESS = "not-an-address"
    NOT_ONE_LINE = "not-one-line"


@dataclass_transform()
class DeskError(Exception):
    """Something the person at the desk can act on; what it is about stands in its fields.

    Fields are written as in a data class, and compared as there. They are no data classes: thirty
    of those would be a tenth of what the window's start may cost.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, *values: Any, **named: Any) -> None:
        names = [name for name in type(self).__annotations__ if name != "exit_code"]
        given = dict(zip(names, values, strict=False)) | named
        missing = [name for name in names if name not in given and not hasattr(self, name)]
        if len(values) > len(names) or missing or set(given) - set(names):
            raise TypeError(f"{type(self).__name__} takes {names}")
        self.__dict__.update(given)
        super().__init__(*(getattr(self, name) for name in names))

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.args == getattr(other, "args", ())

    def __hash__(self) -> int:
        return hash((type(self), self.args))

    @property
    def code(self) -> str:
        """The kebab-case name scripts see in `{"error": {"code": …}}`."""
        name = type(self).__name__
        return "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")


class Refused(DeskError):
    """The life cycle has no such step from here; `said` when a partner would have taken it."""

    number: str
    state: str
    action: str
    side: str = ""
    said: bool = False


class Missing(DeskError):
    """There is no such request, partner, patron, message or document."""

    kind: str
    key: str


class InUse(DeskError):
    """A partner that requests, messages or parcels name is part of their history."""

    name: str


class Forbidden(DeskError):
    """Whoever is at the desk may not do this; `right` is a value of `domain.rights.Right`."""

    right: str


class NoSupplier(DeskError):
    """A request was to be sent, and its list has no library left to ask."""

    number: str


class DeskExists(DeskError):
    """A desk was to be made where one is."""

    path: str


class Overtaken(DeskError):
    """Somebody else changed the record since it was shown."""

    number: str


class CannotUndo(DeskError):
    """The last act cannot be taken back; `reason` is a code worded in `words.errors`."""

    number: str
    reason: str


class NotOfRequest(DeskError):
    """A barcode that is none of those `noted` for a request; it may belong to an `other` one.

    The request itself is the other where its strap was scanned and several volumes are left.
    """

    number: str
    item: str
    other: str = ""
    noted: tuple[str, ...] = ()


class Damaged(DeskError):
    """The database or a backup did not pass its integrity check; nothing was written to it."""

    path: str
    detail: str


class UnknownAction(DeskError):
    """No action of that name exists on any side."""

    exit_code = 2
    name: str


class UnknownKey(DeskError):
    """`KEY=VALUE` with a key that does not exist here."""

    exit_code = 2
    key: str
    allowed: tuple[str, ...] = ()


class Needed(DeskError):
    """An action was given without a key it cannot do without."""

    exit_code = 2
    key: str
    action: str


class Usage(DeskError):
    """A command was typed in a way that has no meaning; `detail` says which part."""

    exit_code = 2
    detail: str


class Invalid(DeskError):
    """A value that cannot be what its field asks for; `known` are the codes to choose from."""

    exit_code = 65
    field: str
    value: str
    why: Why
    known: tuple[str, ...] = ()


class MailFailed(DeskError):
    """A mail server could not be used; `reason` is a code, `detail` what it said."""

    server: str
    reason: str
    detail: str = ""


class Unreadable(DeskError):
    """Bytes that are not what they should be; `reason` is a code, `where` a line or record.

    Of what is too large it is the size in bytes.
    """

    exit_code = 65
    source: str
    reason: str
    where: str = ""


class NoInput(DeskError):
    """A file to be read is not there, or is not a file."""

    exit_code = 66
    path: str


class NoDesk(DeskError):
    """The folder holds no desk."""

    exit_code = 66
    path: str


class CannotWrite(DeskError):
    """A file or folder refused to be written: full, read-only, gone or locked."""

    exit_code = 73
    path: str
    reason: str = ""


class Busy(DeskError):
    """Another program, or another computer, holds what was needed; try again."""

    exit_code = 75
    holder: str = ""


class Unforeseen(DeskError):
    """A mistake of the program: the log has the rest, and whoever asked can ask again."""


class NewerDatabase(DeskError):
    """The desk was made by a newer version and must not be touched by this one."""

    exit_code = 78
    path: str
    found: int
    known: int


class BadSetting(DeskError):
    """A setting that cannot be used."""

    exit_code = 78
    name: str
    value: str


class NotInstalled(DeskError):
    """Something needs an extra that is not installed; `extra` is its name in pyproject."""

    exit_code = 78
    extra: str
