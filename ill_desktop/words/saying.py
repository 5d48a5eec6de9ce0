# house: table
"""What a partner is told by a step, in words: before it is told, and where no message tells it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from ill_desktop.domain.days import read_day
from ill_desktop.domain.lifecycle.keys import Key
from ill_desktop.domain.lifecycle.rows import Says
from ill_desktop.domain.telling import TELLS_ITSELF
from ill_desktop.words import formats, labels
from ill_desktop.words.catalogue import Words
from ill_desktop.words.mark import mark

NOTED = mark("Said", "what you wrote")
SAID: Mapping[Says, str] = MappingProxyType(
    {
        Says.REQUEST: mark("Said", "we ask for this"),
        Says.RETRY_REQUEST: mark("Said", "we ask for this once more"),
        Says.REMINDER: mark("Said", "we are still waiting for an answer"),
        Says.STATUS_REQUEST: mark("Said", "we ask where it stands"),
        Says.CANCEL: mark("Said", "we no longer need it"),
        Says.RENEW: mark("Said", "we ask to keep it longer"),
        Says.LOST: mark("Said", "it is lost"),
        Says.REQUESTER_NOTE: NOTED,
        Says.EXPECT: mark("Said", "we expect to supply"),
        Says.WILL_SUPPLY: mark("Said", "we will supply"),
        Says.CONDITIONS: mark("Said", "we supply on a condition"),
        Says.UNFILLED: mark("Said", "we cannot supply"),
        Says.RETRY: mark("Said", "try again"),
        Says.LOANED: mark("Said", "we sent it"),
        Says.COPY_COMPLETED: mark("Said", "we sent a copy"),
        Says.RENEW_YES: mark("Said", "renewed"),
        Says.RENEW_NO: mark("Said", "not renewed"),
        Says.ACCEPT: mark("Said", "we accept their conditions"),
        Says.REJECT: mark("Said", "we refuse their conditions"),
        Says.RECEIVED: mark("Said", "we received it"),
        Says.SHIPPED_RETURN: mark("Said", "we sent it back"),
        Says.SHIPPED_FORWARD: mark("Said", "we sent it on"),
        Says.CANCEL_YES: mark("Said", "it is cancelled"),
        Says.CANCEL_NO: mark("Said", "it can no longer be cancelled"),
        Says.RECALLED: mark("Said", "we need it back"),
        Says.OVERDUE: mark("Said", "it is overdue"),
        Says.HOLD: mark("Said", "please keep it for now"),
        Says.RELEASE: mark("Said", "please send it back now"),
        Says.LOAN_COMPLETED: mark("Said", "it came back"),
        Says.NOT_RETURNED: mark("Said", "we close it without its return"),
        Says.SUPPLIER_NOTE: NOTED,
    }
)
"""All that staff can say; a note says itself, where its words are known."""

CARRIED: Mapping[Says, tuple[Key, ...]] = MappingProxyType(
    {
        Says.EXPECT: (Key.EXPECTED,),
        Says.WILL_SUPPLY: (Key.EXPECTED,),
        Says.CONDITIONS: (Key.CONDITION, Key.COST, Key.EXPECTED),
        Says.RETRY: (Key.REASON, Key.AFTER, Key.BEFORE, Key.COST, Key.CONDITION),
        Says.UNFILLED: (Key.REASON,),
        Says.LOANED: (Key.DUE, Key.ITEM, Key.VIA, Key.CONDITION, Key.COST),
        Says.COPY_COMPLETED: (Key.URL, Key.VIA, Key.COST),
        Says.RENEW_YES: (Key.DUE,),
        Says.RECALLED: (Key.DUE,),
    }
)
"""What a message carries beside its note; everything else stays with us."""
DAYS = frozenset({Key.DUE, Key.EXPECTED, Key.AFTER, Key.BEFORE})


def told(words: Words, says: Says, values: Mapping[Key, str], partner: str, by_hand: bool) -> str:
    """`UGM will be told: we cannot supply; reason: not on shelf.`; empty for what has no words.

    A note alone says what is written in it; before that only that no message will take it along.
    """
    note = values.get(Key.NOTE, "")
    if says in SAID and SAID[says] == NOTED and not note:
        return untold(words, (says.value,), partner) if by_hand else ""
    if says not in SAID:
        return ""
    parts = [words.tr("Said", SAID[says])] if SAID[says] != NOTED else [f"“{note}”"]
    parts += [
        f"{labels.of(words, key).lower()}: {_shown(words, key, values[key])}"
        for key in (*CARRIED.get(says, ()), Key.NOTE)
        if values.get(key) and not (key is Key.NOTE and SAID[says] == NOTED)
    ]
    if by_hand and says in TELLS_ITSELF and not note:
        return untold(words, (says.value,), partner)
    if by_hand:
        return silent(words, partner, "; ".join(parts))
    text = mark("Said", "{partner} will be told: {what}.")
    return words.tr("Said", text, partner=partner, what="; ".join(parts))


def untold(words: Words, says: Sequence[str], partner: str) -> str:
    """What an act said to a partner whom no message reaches; `says` are codes of `Says`."""
    if says and all(Says(one) in TELLS_ITSELF for one in says):
        text = mark("Said", "No message about this goes to {partner}, and nobody has to telephone.")
        return words.tr("Said", text, partner=partner)
    return silent(words, partner, listed(words, says))


def listed(words: Words, says: Sequence[str]) -> str:
    """Several codes of `Says` in one sentence."""
    return "; ".join(words.tr("Said", SAID[Says(one)]) for one in says)


def silent(words: Words, partner: str, what: str) -> str:
    """That no message tells a partner something, and how it is told."""
    text = mark(
        "Said", "No message about this goes to {partner}. Tell them by telephone or letter: {what}."
    )
    return words.tr("Said", text, partner=partner, what=what)


def _shown(words: Words, key: Key, value: str) -> str:
    if key is Key.NOTE:
        return f"“{value}”"
    if key in DAYS:
        return formats.day(words, read_day(value)) or value
    return labels.coded(words, value)
