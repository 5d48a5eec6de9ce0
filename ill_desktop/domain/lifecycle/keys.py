# house: table
"""Which keys each action takes and cannot do without (DESIGN §7): forms and commands read it."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from ill_desktop.domain.lifecycle.states import Action


class Key(StrEnum):
    """What can be said with an action."""

    DUE = "due"
    AFTER = "after"
    BEFORE = "before"
    EXPECTED = "expected"
    ON = "on"
    ITEM = "item"
    SUPPLIER = "supplier"
    REASON = "reason"
    CONDITION = "condition"
    COST = "cost"
    NOTE = "note"
    VIA = "via"
    URL = "url"
    FILE = "file"
    ANSWER = "answer"
    MESSAGE = "message"
    CALL_NUMBER = "call-number"
    PIECES = "pieces"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Takes:
    """The keys of one action beyond `on` and `note`, which every action takes."""

    keys: tuple[Key, ...] = ()
    needs: tuple[Key, ...] = ()

    @property
    def all(self) -> tuple[Key, ...]:
        """Every key, those an action cannot do without first."""
        rest = (*self.keys, Key.NOTE, Key.ON)
        return (*self.needs, *(key for key in rest if key not in self.needs))


_K = Key
_REASONED = Takes(needs=(_K.REASON,))
_ANSWERED = (_K.DUE, _K.AFTER, _K.EXPECTED, _K.ITEM, _K.REASON, _K.CONDITION, _K.COST, _K.URL,
             _K.VIA)  # fmt: skip

TAKES = MappingProxyType(
    {
        Action.SEND: Takes((_K.SUPPLIER,)),
        Action.SEND_NEXT: Takes((_K.SUPPLIER,)),
        Action.TRY_AGAIN: Takes((_K.COST, _K.CONDITION)),
        Action.USE_ATTEMPT: Takes((_K.SUPPLIER,)),
        Action.RECEIVED: Takes((_K.DUE, _K.PIECES, _K.ITEM, _K.CONDITION, _K.COST, _K.REASON)),
        Action.COPY_RECEIVED: Takes((_K.FILE, _K.REASON)),
        Action.SENT_BACK: Takes((_K.ITEM, _K.VIA)),
        Action.SENT_ON: Takes((_K.ITEM, _K.VIA)),
        Action.GIVE_UP: _REASONED,
        Action.CLOSE: _REASONED,
        Action.VOID: _REASONED,
        Action.REOPEN: _REASONED,
        Action.RECORD_ANSWER: Takes(_ANSWERED, needs=(_K.ANSWER,)),
        Action.RECORD_MESSAGE: Takes((_K.ITEM,), needs=(_K.MESSAGE,)),
        Action.WRITE_MESSAGE: Takes(needs=(_K.NOTE,)),
        Action.CHECKING: Takes((_K.EXPECTED,)),
        Action.WILL_SUPPLY: Takes((_K.CALL_NUMBER, _K.ITEM, _K.EXPECTED, _K.DUE)),
        Action.SUPPLY_WITH_CONDITIONS: Takes(
            (_K.CONDITION, _K.COST, _K.EXPECTED, _K.CALL_NUMBER, _K.ITEM)
        ),
        Action.CANNOT_SUPPLY: _REASONED,
        Action.ASK_RETRY: Takes((_K.AFTER, _K.BEFORE, _K.COST, _K.CONDITION), needs=(_K.REASON,)),
        Action.FETCHED: Takes((_K.ITEM,)),
        Action.SHIP: Takes((_K.DUE, _K.ITEM, _K.VIA, _K.CONDITION, _K.COST)),
        Action.SEND_COPY: Takes((_K.FILE, _K.PAGES, _K.URL, _K.VIA, _K.COST)),
        Action.RENEW: Takes((_K.DUE,)),
        Action.RECALL: Takes((_K.DUE,)),
        Action.REPORT_OVERDUE: Takes(),
        Action.IS_BACK: Takes((_K.ITEM,)),
    }
)
"""Actions without a row take `note` and `on` alone."""

REPEATABLE = frozenset({Key.ITEM})


def takes(action: Action) -> Takes:
    """The keys of an action."""
    return TAKES.get(action, Takes())
